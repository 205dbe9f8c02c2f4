//! Times of the day as a clock shows them, and ranges of them.

use super::date::digits;
use super::words::squeeze;
use super::{Expectation, ValueError};
use std::fmt;

pub(super) const MINUTES_PER_DAY: u16 = 24 * 60;

/// A time of the day as a clock shows it, from 00:00 to 24:00, which is the end of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59; 0 at 24.
    pub minute: u8,
}

impl Time {
    pub const MIDNIGHT: Time = Time { hour: 0, minute: 0 };
    pub const END_OF_DAY: Time = Time { hour: 24, minute: 0 };

    /// Reads `08:30` or `8:30`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        let wrong = || ValueError::expected(Expectation::Time, text);
        let (hour, minute) = text.split_once(':').ok_or_else(wrong)?;
        let hour = digits(hour, 2).or_else(|| digits(hour, 1)).ok_or_else(wrong)?;
        let minute = digits(minute, 2).ok_or_else(wrong)?;
        if hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
            return Err(ValueError::BadTime { found: text.to_string() });
        }
        Ok(Time { hour: hour as u8, minute: minute as u8 })
    }

    /// Minutes since the day began: 0 to 1440.
    pub fn minutes(self) -> u16 {
        u16::from(self.hour) * 60 + u16::from(self.minute)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// From one time to another. Where `to` is not after `from` it is of the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeRange {
    pub from: Time,
    pub to: Time,
}

impl TimeRange {
    /// Reads `08:30-18:00`; `22:00-06:00` passes midnight.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        let (from, to) =
            text.split_once(['-', '–']).ok_or_else(|| ValueError::expected(Expectation::TimeRange, text))?;
        // What is no time by itself is told as the whole that was meant: `9:00-14:00 y 16:00-20:00`.
        let end = |text_of_end| {
            Time::parse(text_of_end).map_err(|error| match error {
                ValueError::Expected { .. } => ValueError::expected(Expectation::TimeRange, text),
                other => other,
            })
        };
        let (from, to) = (end(from)?, end(to)?);
        if from == Time::END_OF_DAY {
            return Err(ValueError::BadTime { found: text.to_string() });
        }
        if from == to {
            return Err(ValueError::EmptyTimeRange { found: text.to_string() });
        }
        Ok(TimeRange { from, to })
    }

    /// Reads `08:00-13:00 15:00-18:30`: one or more ranges of a day, with spaces or commas between, in order of the day.
    pub fn parse_list(text: &str) -> Result<Vec<TimeRange>, ValueError> {
        let spaced = text.replace([',', ';'], " ");
        // Spaces around the dash are no separators.
        let joined = squeeze(&spaced).replace(" - ", "-").replace(" – ", "-");
        let mut ranges =
            joined.split(' ').filter(|part| !part.is_empty()).map(TimeRange::parse).collect::<Result<Vec<_>, _>>()?;
        if ranges.is_empty() {
            return Err(ValueError::expected(Expectation::TimeRange, text));
        }
        ranges.sort();
        Ok(ranges)
    }

    /// Minutes from start to end: 1 to 1440.
    pub fn minutes(self) -> u16 {
        let (from, to) = (self.from.minutes(), self.to.minutes());
        if to > from { to - from } else { to + MINUTES_PER_DAY - from }
    }

    /// True where the end is on the next day, other than midnight itself.
    pub fn passes_midnight(self) -> bool {
        self.from.minutes() + self.minutes() > MINUTES_PER_DAY
    }
}

impl fmt::Display for TimeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> TimeRange {
        TimeRange::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }

    #[test]
    fn ranges_may_end_at_or_pass_midnight() {
        assert_eq!(range("08:30-18:00").minutes(), 570);
        assert_eq!(range("8:30 - 18:00"), range("08:30-18:00"));
        assert_eq!(range("08:30–18:00"), range("08:30-18:00"));
        assert_eq!(range("00:00-24:00").minutes(), 1440);
        assert_eq!(range("20:00-24:00").minutes(), 240);
        assert_eq!(range("20:00-00:00").minutes(), 240);
        assert_eq!(range("22:00-06:00").minutes(), 480);
        assert!(range("22:00-06:00").passes_midnight());
        assert!(!range("20:00-24:00").passes_midnight());
        assert!(!range("20:00-00:00").passes_midnight());
        assert_eq!(range("8:30-18:00").to_string(), "08:30-18:00");
    }

    #[test]
    fn a_day_has_one_or_more_ranges() {
        let split = TimeRange::parse_list("15:00-18:30 08:00-13:00");
        assert_eq!(split, Ok(vec![range("08:00-13:00"), range("15:00-18:30")]));
        assert_eq!(TimeRange::parse_list("08:00 - 13:00, 15:00 - 18:30"), split);
        assert_eq!(TimeRange::parse_list(" "), Err(ValueError::expected(Expectation::TimeRange, " ")));
    }

    #[test]
    fn wrong_times_are_named() {
        assert_eq!(Time::parse("25:10"), Err(ValueError::BadTime { found: "25:10".into() }));
        assert_eq!(Time::parse("24:01"), Err(ValueError::BadTime { found: "24:01".into() }));
        assert_eq!(Time::parse("10:60"), Err(ValueError::BadTime { found: "10:60".into() }));
        for text in ["8", "8h30", "8.30", "8:3", "108:00", "8:30 pm"] {
            assert_eq!(Time::parse(text), Err(ValueError::expected(Expectation::Time, text)), "{text}");
        }
        assert_eq!(TimeRange::parse("09:00-09:00"), Err(ValueError::EmptyTimeRange { found: "09:00-09:00".into() }));
        assert!(matches!(TimeRange::parse("24:00-08:00"), Err(ValueError::BadTime { .. })));
        assert_eq!(TimeRange::parse("09:00"), Err(ValueError::expected(Expectation::TimeRange, "09:00")));
    }
}
