//! Dates, days of a year and days within each period.

use super::words::{nearest, squeeze};
use super::{Expectation, ValueError};
pub use jiff::civil::{Date, DateTime, Weekday};

/// Reads `2026-11-02`.
pub fn parse_date(text: &str) -> Result<Date, ValueError> {
    let wrong = || ValueError::expected(Expectation::Date, text);
    let text = text.trim();
    let mut parts = text.splitn(3, '-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(wrong());
    };
    let (year, month, day) =
        (digits(year, 4).ok_or_else(wrong)?, digits(month, 2).ok_or_else(wrong)?, digits(day, 2).ok_or_else(wrong)?);
    let bad = |_| ValueError::BadDate { found: text.to_string() };
    Date::new(year, i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0)).map_err(bad)
}

/// A number of exactly so many ASCII digits.
pub(super) fn digits(text: &str, len: usize) -> Option<i16> {
    let plain = text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// A day of every year: `12-25`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31; the 29th of February is a day of leap years only.
    pub day: i8,
}

impl MonthDay {
    /// Reads `12-25`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let wrong = || ValueError::expected(Expectation::MonthDay, text);
        let text = text.trim();
        let (month, day) = text.split_once('-').ok_or_else(wrong)?;
        let (month, day) = (digits(month, 2).ok_or_else(wrong)?, digits(day, 2).ok_or_else(wrong)?);
        // A leap year, so that 02-29 can be written.
        let date = Date::new(2024, i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0))
            .map_err(|_| ValueError::BadDate { found: text.to_string() })?;
        Ok(MonthDay::of(date))
    }

    /// The day of the year that a date is.
    pub fn of(date: Date) -> Self {
        MonthDay { month: date.month(), day: date.day() }
    }

    /// The date in a year, where the year has it.
    pub fn in_year(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }
}

/// Until when: a date, or a day within each period.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DayOfPeriod {
    Date(Date),
    /// `day 5 of each month`, `business day 10 of each quarter`. `of` is one of the known periods.
    DayOfEach {
        day: u8,
        business: bool,
        of: String,
    },
}

/// Periods that have days, and how many at most.
const PERIODS: [(&str, u8); 5] = [("week", 7), ("month", 31), ("quarter", 92), ("half-year", 184), ("year", 255)];

impl DayOfPeriod {
    /// The words for a period, each of which has such a day.
    pub fn periods() -> impl Iterator<Item = &'static str> {
        PERIODS.into_iter().map(|(period, _)| period)
    }

    /// Reads `2026-12-31`, `day 5 of each month` or `business day 10 of each quarter`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = squeeze(text);
        let wrong = || ValueError::expected(Expectation::DayOfPeriod, &text);
        let (business, rest) = match text.strip_prefix("business ") {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        let Some(rest) = rest.strip_prefix("day ") else {
            let date_like = !business && text.starts_with(|c: char| c.is_ascii_digit());
            return if date_like { parse_date(&text).map(DayOfPeriod::Date) } else { Err(wrong()) };
        };
        let (day, of) = rest.split_once(" of each ").ok_or_else(wrong)?;
        let known = PERIODS.iter().find(|(period, _)| *period == of);
        let Some((_, most)) = known else {
            let near = nearest(of, &PERIODS.map(|(period, _)| period));
            return Err(ValueError::UnknownWord { what: Expectation::DayOfPeriod, word: of.to_string(), near });
        };
        let plain = !day.is_empty() && day.bytes().all(|b| b.is_ascii_digit());
        let day: u8 = plain.then(|| day.parse().ok()).flatten().ok_or_else(wrong)?;
        if day == 0 || day > *most {
            return Err(ValueError::BadDate { found: text });
        }
        Ok(DayOfPeriod::DayOfEach { day, business, of: of.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_complete_and_real() {
        assert_eq!(parse_date("2026-11-02"), Ok(Date::constant(2026, 11, 2)));
        assert_eq!(parse_date("2026-02-29"), Err(ValueError::BadDate { found: "2026-02-29".into() }));
        assert_eq!(parse_date("2026-13-01"), Err(ValueError::BadDate { found: "2026-13-01".into() }));
        for text in ["2026-1-2", "02/11/2026", "2 nov 2026", "2026-11", "2026-11-02T10:00", "26-11-02", "-026-11-02"] {
            assert_eq!(parse_date(text), Err(ValueError::expected(Expectation::Date, text)), "{text}");
        }
    }

    #[test]
    fn days_of_each_year() {
        assert_eq!(MonthDay::parse("12-25"), Ok(MonthDay { month: 12, day: 25 }));
        let leap = MonthDay::parse("02-29").expect("a day of leap years");
        assert_eq!(leap.in_year(2026), None);
        assert_eq!(leap.in_year(2028), Some(Date::constant(2028, 2, 29)));
        assert_eq!(MonthDay::parse("02-30"), Err(ValueError::BadDate { found: "02-30".into() }));
        assert_eq!(MonthDay::parse("25/12"), Err(ValueError::expected(Expectation::MonthDay, "25/12")));
    }

    #[test]
    fn days_of_each_period() {
        let day = |day, business, of: &str| Ok(DayOfPeriod::DayOfEach { day, business, of: of.to_string() });
        assert_eq!(DayOfPeriod::parse("day 5 of each month"), day(5, false, "month"));
        assert_eq!(DayOfPeriod::parse("business day 10 of each quarter"), day(10, true, "quarter"));
        assert_eq!(DayOfPeriod::parse("2026-12-31"), Ok(DayOfPeriod::Date(Date::constant(2026, 12, 31))));
        assert_eq!(
            DayOfPeriod::parse("day 5 of each mont"),
            Err(ValueError::UnknownWord { what: Expectation::DayOfPeriod, word: "mont".into(), near: Some("month") })
        );
        assert!(matches!(DayOfPeriod::parse("day 32 of each month"), Err(ValueError::BadDate { .. })));
        assert!(matches!(DayOfPeriod::parse("day 0 of each month"), Err(ValueError::BadDate { .. })));
        assert!(matches!(DayOfPeriod::parse("2026-02-31"), Err(ValueError::BadDate { .. })));
        for text in ["day five of each month", "the 5th", "business 2026-01-01", "day 5", "day 999 of each month"] {
            assert_eq!(DayOfPeriod::parse(text), Err(ValueError::expected(Expectation::DayOfPeriod, text)), "{text}");
        }
    }
}
