//! Which of two durations is longer, when that depends on the day on which they start.
//!
//! Fifteen business days last 21 calendar days from a weekday, 20 from a Saturday, 19 from a Sunday, and more over a holiday.
//! So durations in different units are compared by walking the calendar from every start there is. See "Test vectors for
//! time comparisons" in the reference of the profiles; day 1 is the day after the start.

use super::{Calendar, DateTime, Decimal, Duration, HolidayRule, Time, TimeUnit};
use jiff::SignedDuration;
use rust_decimal::prelude::ToPrimitive;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::HashMap;

/// How a duration compares with another over all starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// Never longer, and shorter from some start at least.
    Shorter,
    /// As long from every start.
    Equal,
    /// Never shorter, and longer from some start at least.
    Longer,
    /// Shorter from some starts and longer from others.
    Depends,
}

/// What was found over all starts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Spread {
    /// From some start it is shorter.
    pub shorter: bool,
    /// From some start it is as long.
    pub equal: bool,
    /// From some start it is longer.
    pub longer: bool,
}

impl Spread {
    fn of(order: Ordering) -> Self {
        let mut spread = Spread::default();
        spread.see(order);
        spread
    }

    fn see(&mut self, order: Ordering) {
        match order {
            Ordering::Less => self.shorter = true,
            Ordering::Equal => self.equal = true,
            Ordering::Greater => self.longer = true,
        }
    }

    pub fn comparison(self) -> Comparison {
        match (self.shorter, self.longer) {
            (true, true) => Comparison::Depends,
            (true, false) => Comparison::Shorter,
            (false, true) => Comparison::Longer,
            (false, false) => Comparison::Equal,
        }
    }

    /// Whether an upper limit is kept: yes, no, or it depends on the start.
    pub fn keeps_upper_limit(self) -> Option<bool> {
        match (self.shorter || self.equal, self.longer) {
            (_, false) => Some(true),
            (false, true) => Some(false),
            (true, true) => None,
        }
    }

    /// Whether a lower limit is kept: yes, no, or it depends on the start.
    pub fn keeps_lower_limit(self) -> Option<bool> {
        match (self.longer || self.equal, self.shorter) {
            (_, false) => Some(true),
            (false, true) => Some(false),
            (true, true) => None,
        }
    }
}

thread_local! {
    /// A manual says few different times and compares them often; a walk visits some thousand days.
    static WALKED: RefCell<Walked> = RefCell::default();
}

/// What was found on the calendars that were walked last.
#[derive(Default)]
struct Walked(Vec<(Calendar, HashMap<(Duration, Duration), Spread>)>);

impl Walked {
    /// So many calendars, and pairs on each, are remembered: enough for the sites of a manual, and little memory.
    const MOST_CALENDARS: usize = 16;
    const MOST_PAIRS: usize = 4_096;

    fn spread(&mut self, calendar: &Calendar, pair: (Duration, Duration), walk: impl FnOnce() -> Spread) -> Spread {
        let known = match self.0.iter().position(|(known, _)| known == calendar) {
            Some(at) => at,
            None => {
                self.0.truncate(Self::MOST_CALENDARS - 1);
                self.0.insert(0, (calendar.clone(), HashMap::new()));
                0
            }
        };
        let pairs = &mut self.0[known].1;
        if let Some(spread) = pairs.get(&pair) {
            return *spread;
        }
        if pairs.len() >= Self::MOST_PAIRS {
            pairs.clear();
        }
        let spread = walk();
        pairs.insert(pair, spread);
        spread
    }
}

/// Durations whose longer one lasts more than this many days are compared by their mean length: over years the weekday of the
/// start has no weight, and the walk would be long.
const LONGEST_WALK: u32 = 5 * 366;

/// Years walked where the calendar names none: four, so that each weekday meets each date about and one February has 29 days.
const PLAIN_YEARS: [i16; 4] = [2025, 2026, 2027, 2028];

impl Duration {
    /// Compares with another duration over all starts; of a range the upper end counts.
    pub fn compare(&self, other: &Duration, calendar: &Calendar) -> Comparison {
        self.spread(other, calendar).comparison()
    }

    /// What is found when two durations start together at every possible time.
    ///
    /// Days, weeks, months and years start on every date of the walked years, since a case may come in on a Sunday. Where hours
    /// or shorter units take part they start at working times.
    pub fn spread(&self, other: &Duration, calendar: &Calendar) -> Spread {
        if let Some(order) = self.compare_exactly(other) {
            return Spread::of(order);
        }
        if let Some((mine, theirs)) = self.business_hours(calendar).zip(other.business_hours(calendar)) {
            return Spread::of(mine.cmp(&theirs));
        }
        let means = self.mean_days(calendar).zip(other.mean_days(calendar));
        match means {
            Some((mine, theirs)) if mine.max(theirs) <= Decimal::from(LONGEST_WALK) => {}
            Some((mine, theirs)) => return Spread::of(mine.cmp(&theirs)),
            // A calendar without business days, or amounts beyond reckoning: nothing can be said.
            None => return Spread { shorter: true, equal: false, longer: true },
        }
        WALKED.with_borrow_mut(|walked| walked.spread(calendar, (*self, *other), || self.walk(other, calendar)))
    }

    /// Both durations from every start of the walked years.
    fn walk(&self, other: &Duration, calendar: &Calendar) -> Spread {
        let mut spread = Spread::default();
        let times = self.start_times(other, calendar);
        for day in years_to_walk(calendar).into_iter().flat_map(days_of) {
            if times.working_days_only && !calendar.is_business_day(day.date()) {
                continue;
            }
            for offset in &times.offsets {
                let start = day.saturating_add(SignedDuration::from_secs(*offset));
                spread.see(calendar.add(start, self).cmp(&calendar.add(start, other)));
            }
        }
        spread
    }

    /// Business hours, for durations in business time.
    fn business_hours(&self, calendar: &Calendar) -> Option<Decimal> {
        match self.unit {
            TimeUnit::BusinessHour => Some(self.amount),
            TimeUnit::BusinessDay => self.amount.checked_mul(calendar.hours_per_day()),
            _ => None,
        }
    }

    /// The mean length in calendar days, holidays left aside.
    fn mean_days(&self, calendar: &Calendar) -> Option<Decimal> {
        if let Some(seconds) = self.seconds() {
            return seconds.checked_div(Decimal::from(86_400));
        }
        if let Some(months) = self.months() {
            // 146 097 days in 400 years.
            return months.checked_mul(Decimal::from(146_097))?.checked_div(Decimal::from(4_800));
        }
        let days = self.business_hours(calendar)?.checked_div(calendar.hours_per_day())?;
        days.checked_mul(Decimal::from(7))?.checked_div(Decimal::from(calendar.days_per_week()))
    }

    fn is_whole_days(&self) -> bool {
        match self.unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::BusinessHour => false,
            TimeUnit::BusinessDay | TimeUnit::CalendarDay | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year => {
                self.amount.is_integer()
            }
        }
    }

    /// The times of day from which the walk has to start.
    fn start_times(&self, other: &Duration, calendar: &Calendar) -> StartTimes {
        let hours = &calendar.business_hours;
        let open = hours.second_at(0);
        if self.is_whole_days() && other.is_whole_days() {
            return StartTimes { offsets: vec![open], working_days_only: false };
        }
        let length = i64::from(hours.minutes()) * 60;
        let seconds_of = |minutes: u16| i64::from(minutes) * 60;
        // How much is worked before each span begins, and at the end.
        let bounds: Vec<i64> = std::iter::once(0)
            .chain(hours.spans().iter().scan(0, |sum, span| {
                *sum += seconds_of(span.minutes());
                Some(*sum)
            }))
            .collect();
        let edges = hours.spans().iter().map(|span| (seconds_of(span.from.minutes()), seconds_of(span.minutes())));
        let mut offsets: Vec<i64> = edges.flat_map(|(from, length)| [from, from + length - 1]).collect();
        // The end moves with the start, except where the last part of a business duration no longer fits into its day: there it
        // leaps over the night, and over each break of the day. So the moments before and after a leap show all there is.
        for duration in [self, other] {
            let Some(total) = duration.business_hours(calendar) else { continue };
            let Some(seconds) = total.checked_mul(Decimal::from(3_600)).and_then(|s| s.round().to_i64()) else {
                continue;
            };
            for bound in &bounds {
                let leap = (bound - seconds).rem_euclid(length);
                offsets.extend([leap, leap + 1].into_iter().filter(|at| *at < length).map(|at| hours.second_at(at)));
            }
        }
        offsets.sort_unstable();
        offsets.dedup();
        StartTimes { offsets, working_days_only: true }
    }
}

struct StartTimes {
    /// Seconds from midnight.
    offsets: Vec<i64>,
    working_days_only: bool,
}

/// The years whose holidays are known; else those of the dated holidays; else four plain ones.
fn years_to_walk(calendar: &Calendar) -> Vec<i16> {
    let mut years = calendar.holiday_years.clone();
    if years.is_empty() {
        years.extend(calendar.holidays.iter().filter_map(|rule| match rule {
            HolidayRule::Date(date) => Some(date.year()),
            HolidayRule::Yearly(_) => None,
        }));
    }
    if years.is_empty() {
        years.extend(PLAIN_YEARS);
    }
    years.sort_unstable();
    years.dedup();
    // The latest are the ones that matter, and the walk stays short.
    years.split_off(years.len().saturating_sub(PLAIN_YEARS.len()))
}

fn days_of(year: i16) -> impl Iterator<Item = DateTime> {
    let first = super::Date::new(year, 1, 1).ok();
    std::iter::successors(first, move |day| day.tomorrow().ok().filter(|next| next.year() == year))
        .map(|day| day.to_datetime(jiff::civil::Time::midnight()))
}

impl Calendar {
    /// The calendar of who works day and night, every day: its business time is elapsed time.
    pub fn around_the_clock() -> Self {
        Calendar {
            business_days: [true; 7],
            business_hours: super::TimeRange { from: Time::MIDNIGHT, to: Time::END_OF_DAY }.into(),
            ..Calendar::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::TimeRange;
    use super::*;

    use Comparison::{Depends, Equal, Longer, Shorter};

    fn spread_in(calendar: &Calendar, a: &str, b: &str) -> Spread {
        let read = |text: &str| Duration::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let (a, b) = (read(a), read(b));
        let spread = a.spread(&b, calendar);
        let turned = b.spread(&a, calendar);
        assert_eq!((spread.shorter, spread.equal, spread.longer), (turned.longer, turned.equal, turned.shorter));
        spread
    }

    fn spread(a: &str, b: &str) -> Spread {
        spread_in(&Calendar::default(), a, b)
    }

    fn compare(a: &str, b: &str) -> Comparison {
        spread(a, b).comparison()
    }

    fn with_holiday(day: &str) -> Calendar {
        let holidays = vec![HolidayRule::parse(day).expect("a holiday")];
        Calendar { holidays, holiday_years: vec![2026], ..Calendar::default() }
    }

    /// Whether a stated time keeps an upper limit, without holidays and with one in the middle of a week.
    fn keeps(stated: &str, limit: &str) -> (Option<bool>, Option<bool>) {
        let holiday = with_holiday("2026-05-13");
        (spread(stated, limit).keeps_upper_limit(), spread_in(&holiday, stated, limit).keeps_upper_limit())
    }

    #[test]
    fn fifteen_business_days_against_calendar_days() {
        assert_eq!(keeps("15 calendar days", "15 business days"), (Some(true), Some(true)));
        assert_eq!(keeps("19 calendar days", "15 business days"), (Some(true), Some(true)));
        assert_eq!(keeps("20 calendar days", "15 business days").0, None);
        assert_eq!(keeps("21 calendar days", "15 business days").0, None);
        assert_eq!(keeps("22 calendar days", "15 business days").0, Some(false));
        // A holiday lengthens the limit from some starts.
        assert_eq!(keeps("22 calendar days", "15 business days").1, None);
    }

    #[test]
    fn shortest_lengths_of_business_days() {
        for (business, shortest, from_weekday) in
            [(3, 3, 5), (5, 5, 7), (10, 12, 14), (15, 19, 21), (20, 26, 28), (30, 40, 42), (35, 47, 49)]
        {
            let limit = format!("{business} business days");
            assert_eq!(keeps(&format!("{shortest} calendar days"), &limit).0, Some(true), "{limit}");
            assert_eq!(keeps(&format!("{} calendar days", shortest + 1), &limit).0, None, "{limit}");
            assert_eq!(keeps(&format!("{} calendar days", from_weekday + 1), &limit).0, Some(false), "{limit}");
        }
    }

    #[test]
    fn five_calendar_days_and_two_kinds_of_statement() {
        assert_eq!(keeps("5 business days", "5 calendar days").0, None);
        assert_eq!(keeps("3 business days", "5 calendar days"), (Some(true), None));
        let lower = spread("14 calendar days", "10 business days");
        assert_eq!(lower.keeps_lower_limit(), Some(true));
        assert!(lower.equal);
        let lower = spread_in(&with_holiday("2026-05-13"), "14 calendar days", "10 business days");
        assert_eq!(lower.keeps_lower_limit(), None);
    }

    #[test]
    fn months_have_many_lengths() {
        assert_eq!(compare("30 calendar days", "1 month"), Depends);
        assert_eq!(keeps("28 calendar days", "1 month").0, Some(true));
        assert_eq!(keeps("29 calendar days", "1 month").0, None);
        assert_eq!(keeps("2 months", "8 weeks").0, Some(false));
        assert_eq!(compare("2 months", "59 calendar days"), Longer);
        assert_eq!(compare("1 year", "365 calendar days"), Longer);
        assert_eq!(compare("12 months", "1 year"), Equal);
    }

    #[test]
    fn hours_of_work_and_of_the_clock() {
        assert_eq!(compare("24 business hours", "3 business days"), Equal);
        assert_eq!(compare("24 business hours", "2 business days"), Longer);
        assert_eq!(compare("2 hours", "2 business hours"), Shorter);
        assert_eq!(compare("24 hours", "1 business day"), Shorter);
        assert_eq!(compare("24 hours", "1 calendar day"), Equal);
        assert_eq!(compare("72 hours", "1 business day"), Longer);
        assert_eq!(compare("48 hours", "8 business hours"), Depends);
        assert_eq!(compare("16 hours", "8 business hours"), Depends);
        assert_eq!(compare("1 month", "24 business hours"), Longer);
        let long_days = TimeRange::parse("08:30-18:00").expect("a range");
        let calendar = Calendar { business_hours: long_days.into(), ..Calendar::default() };
        assert_eq!(spread_in(&calendar, "24 business hours", "3 business days").comparison(), Shorter);
    }

    #[test]
    fn the_leap_over_the_night_is_seen() {
        // From 9:00 to 16:00 an hour of work is an hour of the clock; only from 16:01 on it is longer.
        assert_eq!(compare("1 business hour", "1 hour"), Longer);
        assert_eq!(compare("1 business hour", "15 hours"), Depends);
        assert_eq!(compare("1 business hour", "65 hours"), Shorter);
        assert_eq!(compare("1 business hour", "64 hours"), Depends);
    }

    #[test]
    fn of_a_range_the_upper_end_counts() {
        assert_eq!(compare("2..9 business days", "9 business days"), Equal);
        assert_eq!(compare("2..9 business days", "8 business days"), Longer);
    }

    #[test]
    fn long_durations_compare_by_their_mean() {
        assert_eq!(compare("3000 business days", "10 years"), Longer);
        assert_eq!(compare("2000 business days", "10 years"), Shorter);
        let never = Calendar { business_days: [false; 7], ..Calendar::default() };
        assert_eq!(spread_in(&never, "1 business day", "10 years").comparison(), Depends);
    }

    #[test]
    fn known_years_are_the_ones_walked() {
        assert_eq!(years_to_walk(&Calendar::default()), PLAIN_YEARS);
        assert_eq!(years_to_walk(&with_holiday("2025-01-01")), [2026]);
        let dated = Calendar { holiday_years: Vec::new(), ..with_holiday("2025-01-01") };
        assert_eq!(years_to_walk(&dated), [2025]);
        assert_eq!(days_of(2028).count(), 366);
    }

    #[test]
    fn round_the_clock_business_time_is_elapsed_time() {
        let calendar = Calendar::around_the_clock();
        assert_eq!(spread_in(&calendar, "24 business hours", "24 hours").comparison(), Equal);
        assert_eq!(spread_in(&calendar, "7 business days", "1 week").comparison(), Equal);
    }
}
