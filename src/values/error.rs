//! What can be wrong with a written value, as data: the reader of a field turns it into a finding with words and a place.

use super::Weekday;

/// What a text should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Expectation {
    Duration,
    Percent,
    Money,
    Number,
    Rate,
    Quantity,
    Range,
    Comparison,
    Date,
    MonthDay,
    Period,
    Recurrence,
    /// A day within each period, or a date: the value of `by_date`.
    DayOfPeriod,
    Hours,
    Time,
    TimeRange,
    Weekday,
    /// A day on which one is closed: a date, a day of each year, or `holidays`.
    Closed,
    Ratio,
    Scale,
}

/// Why a text is not a value. The strings are parts of what the author wrote, for the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueError {
    /// `3 days`, neither calendar nor business. `amount` is what stands before the word: `3`, `2..9`.
    AmbiguousDays { amount: String },
    /// The text has not the shape of what belongs here.
    Expected { what: Expectation, found: String },
    /// A word that is not a unit of the language, with the unit that was probably meant.
    UnknownUnit { unit: String, near: Option<&'static str> },
    /// A word that is not among the words allowed here, with the one that was probably meant.
    UnknownWord { what: Expectation, word: String, near: Option<&'static str> },
    /// `9..2 business days`.
    ReversedRange { low: String, high: String },
    /// The ends of a range are of different kinds: `8 hours..20 %`.
    MixedRange { low: String, high: String },
    /// A date of the right shape that no calendar has: `2026-02-30`.
    BadDate { found: String },
    /// A time of the right shape that no clock shows: `25:10`.
    BadTime { found: String },
    /// `2,40` where `2.40` was meant, `1,450.50` where `1450.50` was.
    DecimalComma { found: String, meant: String },
    /// A value below zero where that has no meaning.
    Negative { found: String },
    /// A number with more digits than can be reckoned with exactly.
    TooLarge { found: String },
    /// A time that nobody can mean: over a thousand years.
    TooLong { found: String },
    /// A time range without length: `09:00-09:00`.
    EmptyTimeRange { found: String },
    /// Two opening times of a week that overlap.
    Overlap { day: Weekday, first: String, second: String },
    /// A day of the week that is given twice in the same hours.
    RepeatedDay { day: Weekday },
}

impl ValueError {
    /// A text of the wrong shape.
    pub fn expected(what: Expectation, found: &str) -> Self {
        ValueError::Expected { what, found: found.trim().to_string() }
    }
}
