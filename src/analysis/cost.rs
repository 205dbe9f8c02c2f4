//! What a service costs to give once: variable items as they are, fixed ones spread over the cases of their period.
//!
//! Absorption costing: unit cost = variable cost of a case + fixed cost of a period ÷ cases in it. See C. Horngren, S. Datar and
//! M. Rajan, “Cost Accounting”, chapter “An introduction to cost terms and purposes”.

use crate::values::Decimal;

/// How an item of cost arises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arises {
    /// With each case.
    EachCase,
    /// So many times a year, whatever the number of cases.
    TimesAYear(Decimal),
}

/// The periods of fixed costs, and how many of each a year has.
pub const PERIODS: [(&str, u32); 6] =
    [("year", 1), ("half-year", 2), ("quarter", 4), ("month", 12), ("fortnight", 26), ("week", 52)];

/// How many of a period a year has: 12 months. None for words that are no period.
pub fn times_a_year(period: &str) -> Option<Decimal> {
    PERIODS.iter().find(|(name, _)| *name == period).map(|(_, times)| Decimal::from(*times))
}

/// The cost of one case, from items and the cases of a year. None where there are none of either, or beyond reckoning.
pub fn unit_cost(items: &[(Decimal, Arises)], cases_a_year: Decimal) -> Option<Decimal> {
    if items.is_empty() || cases_a_year <= Decimal::ZERO {
        return None;
    }
    let mut sum = Decimal::ZERO;
    for (amount, arises) in items {
        let share = match arises {
            Arises::EachCase => *amount,
            Arises::TimesAYear(times) => amount.checked_mul(*times)?.checked_div(cases_a_year)?,
        };
        sum = sum.checked_add(share)?;
    }
    Some(sum)
}

/// What part of its cost a price covers, in hundredths.
pub fn covered(price: Decimal, cost: Decimal) -> Option<Decimal> {
    if cost <= Decimal::ZERO { None } else { price.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(cost) }
}

/// The margin on the price and on the cost, in hundredths: both are called margin.
pub fn margins(price: Decimal, cost: Decimal) -> Option<(Decimal, Decimal)> {
    let profit = price.checked_sub(cost)?.checked_mul(Decimal::ONE_HUNDRED)?;
    if price <= Decimal::ZERO || cost <= Decimal::ZERO {
        return None;
    }
    Some((profit.checked_div(price)?, profit.checked_div(cost)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn a_unit_cost_spreads_the_fixed_items() {
        // mdct.ru/costing/fixed-cost-per-unit: variable costs of 86 a unit and 120,000 fixed a year: 206 for each of 1,000 units,
        // 126 for each of 3,000.
        let items = [(dec("86"), Arises::EachCase), (dec("120000"), Arises::TimesAYear(Decimal::ONE))];
        assert_eq!(unit_cost(&items, dec("1000")), Some(dec("206")));
        assert_eq!(unit_cost(&items, dec("3000")), Some(dec("126")));
        // qammunity.org/9519684: fixed costs of 800,000 and 200,000 units: 4.00 a unit.
        let items = [(dec("800000"), Arises::TimesAYear(Decimal::ONE))];
        assert_eq!(unit_cost(&items, dec("200000")), Some(dec("4")));
        // By hand: 0.50 + 15,750 × 12 / 75,600.
        let items = [(dec("0.50"), Arises::EachCase), (dec("15750"), Arises::TimesAYear(dec("12")))];
        assert_eq!(unit_cost(&items, dec("75600")), Some(dec("3.00")));
    }

    #[test]
    fn margins_are_on_the_price_and_on_the_cost() {
        // mdct.ru/costing/fixed-cost-per-unit: costs of 206 and 126 with a mark-up of 40 % sell at 288.40 and 176.40.
        assert_eq!(margins(dec("288.40"), dec("206")).map(|(_, on_cost)| on_cost), Some(dec("40")));
        assert_eq!(margins(dec("176.40"), dec("126")).map(|(_, on_cost)| on_cost), Some(dec("40")));
        // By hand: a cost of 80 sold at 100: 20 % of the price, 25 % of the cost.
        assert_eq!(margins(dec("100"), dec("80")), Some((dec("20"), dec("25"))));
        assert_eq!(covered(dec("20"), dec("50")), Some(dec("40")));
    }

    #[test]
    fn absurd_figures_give_nothing() {
        assert_eq!(unit_cost(&[], dec("1")), None);
        assert_eq!(unit_cost(&[(Decimal::ONE, Arises::EachCase)], Decimal::ZERO), None);
        assert_eq!(unit_cost(&[(Decimal::MAX, Arises::EachCase), (Decimal::MAX, Arises::EachCase)], dec("1")), None);
        assert_eq!(covered(dec("1"), Decimal::ZERO), None);
        assert_eq!(margins(Decimal::ZERO, dec("1")), None);
        assert_eq!(times_a_year("case"), None);
    }
}
