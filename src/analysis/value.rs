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
        // «Present Value of Ordinary Annuity of $1 per Period», appendix A, page A-5, of the textbook shown at
        // issuhub.com/view/index/4291?pageIndex=722.
        for (years, discount, factor) in [
            ("1", "10", "0.90909"),
            ("3", "12", "2.40183"),
            ("5", "10", "3.79079"),
            ("6", "12", "4.11141"),
            ("7", "12", "4.56376"),
            ("8", "14", "4.63886"),
            ("10", "11", "5.88923"),
            ("15", "12", "6.81086"),
            ("20", "10", "8.51356"),
            ("30", "9", "10.27365"),
            ("40", "13", "7.63438"),
        ] {
            let value = relation("0", "1", "0", years, discount).value().expect("a value");
            assert_eq!(value.present.round_dp(5), dec(factor), "{years} years at {discount} %");
        }
    }

    #[test]
    fn each_year_is_worth_its_discount_factor() {
        // «Figure 1.15: Customer Lifetime Value», row «Present Value of $1», mbm-book.com/1-15-customer-lifetime-value: 15 %.
        let value = relation("0", "1", "0", "6", "15").value().expect("a value");
        let published = ["0.870", "0.756", "0.658", "0.572", "0.497", "0.432"];
        for (year, factor) in value.years.iter().zip(published) {
            assert_eq!(year.factor.round_dp(3), dec(factor), "year {}", year.number);
        }
        assert_eq!(value.years.len(), published.len());
    }

    #[test]
    fn customers_of_worked_examples() {
        let present = |relation: Relation| relation.value().expect("a value").present.round();
        // wizedu.com/questions/877280: 150 dollars a week, 25 of them profit, 52 weeks, ten years at 4 %: 10,544.
        assert_eq!(present(relation("0", "7800", "6500", "10", "4")), dec("10544"));
        // qammunity.org/11966390: a tyre maker, sales of 55,000 a year with a margin of 15 %, ten years at 15 %: 41,405, with the
        // factor rounded to 5.0188.
        let tyres = relation("0", "55000", "46750", "10", "15");
        assert_eq!(tyres.value().expect("a value").yearly_profit, dec("8250"));
        assert!((present(tyres) - dec("41405")).abs() <= Decimal::ONE);
        // askfilo.com/user-question-answers/cbse/ap-calculus-bc/2025-02/8, question 2712: a grocer's profit of 520 a year, ten
        // years at 5 %: 520 × 7.7217.
        let grocer = relation("0", "520", "0", "10", "5").value().expect("a value").present;
        assert_eq!(grocer.round_dp(1), (dec("520") * dec("7.7217")).round_dp(1));
        // vcabc.tilda.ws/lifetime_value: a profit of 1,000 a year for five years, 2,000 to win the customer, no discount: 3,000.
        let plain = relation("2000", "1000", "0", "5", "0").value().expect("a value");
        assert_eq!((plain.profit, plain.present), (dec("3000"), dec("3000")));
    }

    #[test]
    fn a_customer_pays_back_in_some_year_or_never() {
        // A margin of 35 a year for 5 years at 10 % is worth 35 × 3.79079 (the table above) = 132.7; after 100 spent, 32.7 are left.
        let value = relation("100", "50", "15", "5", "10").value().expect("a value");
        assert_eq!((value.yearly_profit, value.profit), (dec("35"), dec("75")));
        assert_eq!(value.present.round_dp(1), dec("32.7"));
        // 35 × 3.16986 (4 years) = 110.9 and 35 × 2.48685 (3 years) = 87.0.
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
