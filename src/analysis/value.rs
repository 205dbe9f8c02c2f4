//! The value of a customer over the relation (D3): what is won in each year, and what that is worth today.
//!
//! Net present value: the profit of year t counts profit ÷ (1 + rate)^t, paid at its end, less what winning the customer costs
//! today. See R. Brealey, S. Myers and F. Allen, “Principles of Corporate Finance”, and for customers R. Blattberg, G. Getz and
//! J. Thomas, “Customer Equity” (2001).

use crate::values::Decimal;

/// Years beyond which nobody plans a relation.
pub const MOST_YEARS: u32 = 200;

/// The inputs: amounts of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    pub acquisition: Decimal,
    pub yearly_sales: Decimal,
    pub yearly_cost: Decimal,
    pub years: Decimal,
    /// In hundredths: 12 for 12 %.
    pub discount: Decimal,
}

/// What a relation brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Sales less cost of a whole year.
    pub yearly_profit: Decimal,
    /// Profit of all years less acquisition, without discount.
    pub profit: Decimal,
    /// Net present value.
    pub present: Decimal,
    pub years: Vec<Year>,
}

/// One year of the relation; the last may be a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    pub number: u32,
    pub profit: Decimal,
    /// What one unit at the end of the year is worth today.
    pub factor: Decimal,
    pub present: Decimal,
    /// Present values up to here, less acquisition.
    pub cumulated: Decimal,
}

impl Relation {
    /// The value over the years. None for no years or more than [`MOST_YEARS`], a rate of −100 % or less, or beyond reckoning.
    pub fn value(&self) -> Option<Value> {
        let rate = self.discount.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE)?;
        if self.years <= Decimal::ZERO || self.years > Decimal::from(MOST_YEARS) || rate <= Decimal::ZERO {
            return None;
        }
        let yearly_profit = self.yearly_sales.checked_sub(self.yearly_cost)?;
        let mut years = Vec::new();
        let mut factor = Decimal::ONE;
        let mut profit = Decimal::ZERO.checked_sub(self.acquisition)?;
        let mut cumulated = profit;
        let mut left = self.years;
        let mut number = 0;
        while left > Decimal::ZERO {
            number += 1;
            let part = left.min(Decimal::ONE);
            left -= part;
            factor = factor.checked_div(rate)?;
            let earned = yearly_profit.checked_mul(part)?;
            let present = earned.checked_mul(factor)?;
            profit = profit.checked_add(earned)?;
            cumulated = cumulated.checked_add(present)?;
            years.push(Year { number, profit: earned, factor, present, cumulated });
        }
        Some(Value { yearly_profit, profit, present: cumulated, years })
    }
}

impl Value {
    /// The first year at whose end the customer has paid back, at today's worth, what winning them cost.
    pub fn pays_back(&self) -> Option<u32> {
        self.years.iter().find(|y| y.cumulated >= Decimal::ZERO).map(|y| y.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn relation(acquisition: &str, sales: &str, cost: &str, years: &str, discount: &str) -> Relation {
        let [acquisition, yearly_sales, yearly_cost, years, discount] =
            [acquisition, sales, cost, years, discount].map(dec);
        Relation { acquisition, yearly_sales, yearly_cost, years, discount }
    }

    #[test]
    fn annuities_of_the_present_value_tables() {
        // Brealey, Myers and Allen, Principles of Corporate Finance, appendix table 3, present value of 1 a year.
        for (years, discount, factor) in [
            ("1", "10", "0.909"),
            ("5", "10", "3.791"),
            ("10", "10", "6.145"),
            ("20", "10", "8.514"),
            ("5", "5", "4.329"),
            ("10", "8", "6.710"),
            ("6", "12", "4.111"),
            ("7", "12", "4.564"),
            ("8", "12", "4.968"),
            ("9", "12", "5.328"),
            ("15", "12", "6.811"),
            ("3", "15", "2.283"),
        ] {
            let value = relation("0", "1", "0", years, discount).value().expect("a value");
            assert_eq!(value.present.round_dp(3), dec(factor), "{years} years at {discount} %");
        }
    }

    #[test]
    fn each_year_is_worth_its_discount_factor() {
        // The same, appendix table 1, present value of 1 at 12 %.
        let value = relation("0", "1", "0", "10", "12").value().expect("a value");
        for (year, factor) in [(1, "0.893"), (2, "0.797"), (3, "0.712"), (5, "0.567"), (8, "0.404"), (10, "0.322")] {
            assert_eq!(value.years[year - 1].factor.round_dp(3), dec(factor), "year {year}");
        }
    }

    #[test]
    fn a_customer_pays_back_in_some_year_or_never() {
        // A margin of 35 a year for 5 years at 10 % is worth 35 × 3.791 = 132.7; after 100 spent, 32.7 are left.
        let value = relation("100", "50", "15", "5", "10").value().expect("a value");
        assert_eq!((value.yearly_profit, value.profit), (dec("35"), dec("75")));
        assert_eq!(value.present.round_dp(1), dec("32.7"));
        // 35 × 3.170 (4 years) = 110.9 and 35 × 2.487 (3 years) = 87.0.
        assert_eq!(value.pays_back(), Some(4));
        assert_eq!(relation("200", "50", "15", "5", "10").value().and_then(|v| v.pays_back()), None);
    }

    #[test]
    fn a_part_of_a_year_counts_in_part() {
        let value = relation("0", "100", "0", "2.5", "0").value().expect("a value");
        assert_eq!((value.present, value.years.len()), (dec("250"), 3));
    }

    #[test]
    fn absurd_figures_give_nothing() {
        for (years, discount) in [("0", "10"), ("-3", "10"), ("201", "10"), ("5", "-100"), ("5", "-101")] {
            assert_eq!(relation("1", "1", "1", years, discount).value(), None, "{years} {discount}");
        }
        let huge =
            Relation { yearly_sales: Decimal::MAX, yearly_cost: Decimal::MIN, ..relation("1", "1", "1", "5", "1") };
        assert_eq!(huge.value(), None);
        let heavy = relation("1", "1", "1", "200", "1000000000000");
        assert!(heavy.value().is_some());
    }
}
