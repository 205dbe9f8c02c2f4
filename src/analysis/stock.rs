//! Stock: when to order, and how long what is there will last.
//!
//! With a steady use the reorder point is the use over the lead time, plus a safety stock against what varies: see J. Heizer,
//! B. Render and C. Munson, “Operations Management”, chapter “Managing inventory”.

use crate::values::{Calendar, Decimal, Duration, TimeUnit};

/// Working days that pass while a delivery is on its way. Use is by working day, so that a lead time in calendar days or weeks
/// counts only the working days in it. None for business hours of a calendar without hours, and for months and years.
pub fn working_days(lead: &Duration, calendar: &Calendar) -> Option<Decimal> {
    let seven = Decimal::from(7);
    let week = Decimal::from(calendar.days_per_week());
    match lead.unit {
        TimeUnit::BusinessDay => Some(lead.amount),
        TimeUnit::BusinessHour => lead.amount.checked_div(calendar.hours_per_day()),
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::CalendarDay | TimeUnit::Week => {
            lead.seconds()?.checked_div(Decimal::from(86_400))?.checked_mul(week)?.checked_div(seven)
        }
        TimeUnit::Month | TimeUnit::Year => {
            // 365.25 days in twelve months.
            let days = lead.months()?.checked_mul(Decimal::new(304_375, 4))?;
            days.checked_mul(week)?.checked_div(seven)
        }
    }
}

/// What is used up while a delivery is on its way: use of a day × days.
pub fn used_meanwhile(daily_use: Decimal, days: Decimal) -> Option<Decimal> {
    daily_use.checked_mul(days)
}

/// The stock at which to order: use of a day × days of lead time + safety stock.
pub fn reorder_point(daily_use: Decimal, days: Decimal, safety: Decimal) -> Option<Decimal> {
    used_meanwhile(daily_use, days)?.checked_add(safety)
}

/// How many days a stock lasts; none where nothing is used.
pub fn cover(stock: Decimal, daily_use: Decimal) -> Option<Decimal> {
    if daily_use <= Decimal::ZERO { None } else { stock.checked_div(daily_use) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn days(lead: &str) -> Option<Decimal> {
        working_days(&Duration::parse(lead).expect("a duration"), &Calendar::default()).map(|d| d.normalize())
    }

    #[test]
    fn reorder_points_of_worked_examples() {
        let point = |daily, days, safety| reorder_point(dec(daily), dec(days), dec(safety));
        // holooly.com, «Computing reorder points (ROP) for iPhones with and without safety stock» (chapter 12, example 7): 8,000 a
        // year over 250 working days, lead time of 3: 96, and 128 with a day's demand in reserve; over 200 days 120 and 160.
        let daily = dec("8000").checked_div(dec("250")).expect("not zero");
        assert_eq!(reorder_point(daily, dec("3"), Decimal::ZERO), Some(dec("96")));
        assert_eq!(reorder_point(daily, dec("3"), daily), Some(dec("128")));
        let daily_of_200 = dec("8000").checked_div(dec("200")).expect("not zero");
        assert_eq!(reorder_point(daily_of_200, dec("3"), Decimal::ZERO), Some(dec("120")));
        assert_eq!(reorder_point(daily_of_200, dec("3"), daily_of_200), Some(dec("160")));
        // fdocuments.net/document/copia-56072dfca4b34.html, page 543: surgery packs, 60 a week, 6 weeks, safety of 153.6: 513.6.
        assert_eq!(point("60", "6", "153.6"), Some(dec("513.6")));
        // calculator.academy/reorder-point-calculator: 40 sweets a day, 10 days, 200 in reserve: 600.
        assert_eq!(point("40", "10", "200"), Some(dec("600")));
        // simplesheets.co/reorder-point-calculator: 20 a day, 7 days, 50 in reserve: 190.
        assert_eq!(point("20", "7", "50"), Some(dec("190")));
        // mfgcalcs.com, «Reorder Point with daily demand of 360 units / day»: 9 days, 420 in reserve: 3,240 used meanwhile, order
        // at 3,660; with the usual 145 a day at 1,725.
        assert_eq!(used_meanwhile(dec("360"), dec("9")), Some(dec("3240")));
        assert_eq!(point("360", "9", "420"), Some(dec("3660")));
        assert_eq!(point("145", "9", "420"), Some(dec("1725")));
        // coursehero.com/file/6687801, «Reorder Point», example 7: two vitamins a day, 7 days: 14.
        assert_eq!(point("2", "7", "0"), Some(dec("14")));
        // By hand: 96 last three days at 32 a day.
        assert_eq!(cover(dec("96"), daily), Some(dec("3")));
    }

    #[test]
    fn a_lead_time_counts_the_working_days_in_it() {
        assert_eq!(days("10 business days"), Some(dec("10")));
        assert_eq!(days("16 business hours"), Some(dec("2")));
        assert_eq!(days("2 weeks"), Some(dec("10")));
        assert_eq!(days("14 calendar days"), Some(dec("10")));
        assert_eq!(days("24 months").map(|d| d.round()), Some(dec("522")));
    }

    #[test]
    fn absurd_figures_give_nothing() {
        assert_eq!(cover(dec("5"), Decimal::ZERO), None);
        assert_eq!(cover(dec("5"), dec("-1")), None);
        assert_eq!(reorder_point(Decimal::MAX, dec("2"), Decimal::ZERO), None);
        let never = Calendar { business_days: [false; 7], ..Calendar::default() };
        let week = Duration::parse("1 week").expect("a duration");
        assert_eq!(working_days(&week, &never), Some(Decimal::ZERO));
    }
}
