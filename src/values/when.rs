//! A day as documents give it: to the day, or only to the month or year.

use super::{Date, Period, ValueError, parse_date};

/// A date of the author's. What is known only to the month covers the whole month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    Day(Date),
    Period(Period),
}

impl When {
    /// Reads `2026-11-02`, `2015-08` or `2015`. An error speaks of a date, the commonest form.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        let dashes = text.matches('-').count();
        if dashes < 2
            && let Ok(period) = Period::parse(text)
        {
            return Ok(When::Period(period));
        }
        parse_date(text).map(When::Day)
    }

    /// The first day it may mean.
    pub fn start(self) -> Date {
        match self {
            When::Day(date) => date,
            When::Period(period) => period.start(),
        }
    }

    /// The last day it may mean: what expires in a month holds until the month's end.
    pub fn end(self) -> Date {
        match self {
            When::Day(date) => date,
            When::Period(period) => period.end(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_is_kept_and_an_expiry_gets_the_last_day() {
        assert_eq!(When::parse("2016-02").expect("a month").end().to_string(), "2016-02-29");
        assert_eq!(When::parse("2016-02-03").expect("a day").end().to_string(), "2016-02-03");
        assert!(When::parse("mañana").is_err());
    }
}
