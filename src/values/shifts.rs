//! The hours of a working day: one span, or several with breaks between, as where people work from nine to two and from four to eight.

use super::{Expectation, TimeRange, ValueError, WeekHours, Weekday};
use std::fmt;

/// Spans of a day, in order and apart; at least one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WorkingDay(Vec<TimeRange>);

impl From<TimeRange> for WorkingDay {
    fn from(span: TimeRange) -> Self {
        WorkingDay(vec![span])
    }
}

impl WorkingDay {
    /// Reads `09:00-14:00 16:00-20:00`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let spans = TimeRange::parse_list(text).map_err(|error| match error {
            // What is no time by itself is told as the whole that was meant.
            ValueError::Expected { .. } => ValueError::expected(Expectation::TimeRange, text),
            other => other,
        })?;
        WorkingDay::of(spans)
    }

    /// Puts spans in order; those that overlap, also over midnight with those of the next day, are refused.
    pub fn of(mut spans: Vec<TimeRange>) -> Result<Self, ValueError> {
        spans.sort();
        let mut week = WeekHours::default();
        for day in [Weekday::Monday, Weekday::Tuesday] {
            week.set(day, &spans)?;
        }
        week.check_overlaps()?;
        match spans.is_empty() {
            true => Err(ValueError::expected(Expectation::TimeRange, "")),
            false => Ok(WorkingDay(spans)),
        }
    }

    pub fn spans(&self) -> &[TimeRange] {
        &self.0
    }

    /// Minutes of work: 1 to 1440.
    pub fn minutes(&self) -> u16 {
        self.0.iter().map(|span| span.minutes()).sum()
    }

    /// The second of the day, from midnight, at which so many seconds of work are done; fewer than the day has.
    pub fn second_at(&self, worked: i64) -> i64 {
        let mut left = worked;
        for span in &self.0 {
            let length = i64::from(span.minutes()) * 60;
            if left < length {
                return i64::from(span.from.minutes()) * 60 + left;
            }
            left -= length;
        }
        self.0.last().map_or(0, |span| (i64::from(span.from.minutes()) + i64::from(span.minutes())) * 60)
    }
}

impl fmt::Display for WorkingDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let spans: Vec<String> = self.0.iter().map(TimeRange::to_string).collect();
        write!(f, "{}", spans.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Comparison::{Depends, Equal, Longer, Shorter};
    use super::super::{Calendar, Duration};
    use super::*;

    #[test]
    fn a_day_has_spans_in_order_that_do_not_overlap() {
        let day = WorkingDay::parse("16:00-20:00, 9:00 - 14:00").expect("a working day");
        assert_eq!((day.to_string().as_str(), day.minutes()), ("09:00-14:00 16:00-20:00", 540));
        assert_eq!(day.second_at(0), 9 * 3_600);
        assert_eq!(day.second_at(5 * 3_600 - 1), 14 * 3_600 - 1);
        assert_eq!(day.second_at(5 * 3_600), 16 * 3_600);
        assert!(matches!(WorkingDay::parse("09:00-14:00 13:00-20:00"), Err(ValueError::Overlap { .. })));
        assert!(matches!(WorkingDay::parse("22:00-06:00 05:00-09:00"), Err(ValueError::Overlap { .. })));
        assert_eq!(WorkingDay::parse("de 9 a 14"), Err(ValueError::expected(Expectation::TimeRange, "de 9 a 14")));
        assert!(WorkingDay::of(Vec::new()).is_err());
    }

    #[test]
    fn the_leap_over_the_break_is_seen() {
        let shifts = WorkingDay::parse("09:00-14:00 16:00-20:00").expect("a working day");
        let calendar = Calendar { business_hours: shifts, ..Calendar::default() };
        let read = |text: &str| Duration::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let compare = |a: &str, b: &str| read(a).compare(&read(b), &calendar);
        // From 13:01 an hour of work ends after the break, three hours later; from 19:01 on the next day, 14 hours later.
        assert_eq!(compare("1 business hour", "1 hour"), Longer);
        assert_eq!(compare("1 business hour", "3 hours"), Depends);
        assert_eq!(compare("1 business hour", "61 hours"), Depends);
        // Friday 19:30 and half an hour more on Monday: 62 hours at most.
        assert_eq!(compare("1 business hour", "62 hours"), Shorter);
        assert_eq!(compare("9 business hours", "1 business day"), Equal);
        assert_eq!(compare("8 business hours", "1 business day"), Shorter);
        // Five hours from nine on end with the first span; from a second later on they end after the break, seven hours later.
        assert_eq!(compare("5 business hours", "7 hours"), Depends);
        assert_eq!(compare("6 business hours", "8 hours"), Longer);
    }
}
