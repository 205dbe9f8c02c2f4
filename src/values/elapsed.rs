//! Which of two durations is longer, when that depends on the day on which they start.
//!
//! Fifteen business days last 21 calendar days from a weekday, 20 from a Saturday, 19 from a Sunday, and more over a holiday.
//! So durations in different units are compared by walking the calendar from every start there is. See "Test vectors for
//! time comparisons" in the reference of the profiles; day 1 is the day after the start.

use super::{Calendar, DateTime, Decimal, Duration, HolidayRule, Time, TimeUnit};
use jiff::SignedDuration;
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Ordering;

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
        let hours = calendar.business_hours;
        let open = i64::from(hours.from.minutes()) * 60;
        if self.is_whole_days() && other.is_whole_days() {
            return StartTimes { offsets: vec![open], working_days_only: false };
        }
        let length = i64::from(hours.minutes()) * 60;
        let mut offsets = vec![open, open + length - 1];
        // The end moves with the start, except where the last part of a business duration no longer fits into its day: there it
        // leaps over the night. So the moments before and after the leap show all there is.
        for duration in [self, other] {
            let Some(total) = duration.business_hours(calendar) else { continue };
            let Some(seconds) = total.checked_mul(Decimal::from(3_600)).and_then(|s| s.round().to_i64()) else {
                continue;
            };
            let leap = open + length - seconds.rem_euclid(length);
            offsets.extend([leap, leap + 1].into_iter().filter(|at| *at < open + length));
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
    /// A calendar that works so many hours from midnight on every day, for tests of other modules and as a round-the-clock one.
    pub fn around_the_clock() -> Self {
        Calendar {
            business_days: [true; 7],
            business_hours: super::TimeRange { from: Time::MIDNIGHT, to: Time::END_OF_DAY },
            ..Calendar::default()
        }
    }
}
