//! Periods of the calendar, and how often something recurs.

use super::date::digits;
use super::words::{nearest, squeeze};
use super::{Date, Duration, Expectation, ValueError};
use std::cmp::Ordering;
use std::fmt;

/// A period of the calendar: a year, a half, a quarter or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    Year(i16),
    /// Year, and 1 or 2.
    Half(i16, u8),
    /// Year, and 1 to 4.
    Quarter(i16, u8),
    /// Year, and 1 to 12.
    Month(i16, u8),
}

impl Period {
    /// Reads `2026`, `2026-H1`, `2026-Q3` or `2026-09`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        let wrong = || ValueError::expected(Expectation::Period, text);
        let (year, part) = match text.split_once('-') {
            Some((year, part)) => (year, Some(part)),
            None => (text, None),
        };
        let year = digits(year, 4).ok_or_else(wrong)?;
        let Some(part) = part else { return Ok(Period::Year(year)) };
        let (kind, number, most) = match part.strip_prefix('H') {
            Some(half) => (Period::Half as fn(i16, u8) -> Period, digits(half, 1), 2),
            None => match part.strip_prefix('Q') {
                Some(quarter) => (Period::Quarter as fn(i16, u8) -> Period, digits(quarter, 1), 4),
                None => (Period::Month as fn(i16, u8) -> Period, digits(part, 2), 12),
            },
        };
        let number = u8::try_from(number.ok_or_else(wrong)?).unwrap_or(0);
        if number == 0 || number > most {
            return Err(ValueError::BadDate { found: text.to_string() });
        }
        Ok(kind(year, number))
    }

    /// The period of the same length that holds a date.
    pub fn same_length_at(self, date: Date) -> Period {
        let month = date.month().unsigned_abs();
        match self {
            Period::Year(_) => Period::Year(date.year()),
            Period::Half(..) => Period::Half(date.year(), (month - 1) / 6 + 1),
            Period::Quarter(..) => Period::Quarter(date.year(), (month - 1) / 3 + 1),
            Period::Month(..) => Period::Month(date.year(), month),
        }
    }

    /// Months in the period.
    pub fn months(self) -> u8 {
        match self {
            Period::Year(_) => 12,
            Period::Half(..) => 6,
            Period::Quarter(..) => 3,
            Period::Month(..) => 1,
        }
    }

    pub fn year(self) -> i16 {
        match self {
            Period::Year(year) | Period::Half(year, _) | Period::Quarter(year, _) | Period::Month(year, _) => year,
        }
    }

    /// The place in the year, from 1.
    pub fn number(self) -> u8 {
        match self {
            Period::Year(_) => 1,
            Period::Half(_, number) | Period::Quarter(_, number) | Period::Month(_, number) => number,
        }
    }

    /// The first day.
    pub fn start(self) -> Date {
        let month = (self.number() - 1) * self.months() + 1;
        Date::new(self.year(), month as i8, 1).unwrap_or(Date::MAX)
    }

    /// The last day.
    pub fn end(self) -> Date {
        let month = self.number() * self.months();
        Date::new(self.year(), month as i8, 1).map_or(Date::MAX, Date::last_of_month)
    }

    /// The period of the same length before this one. The year 0 has none before it and is returned itself.
    pub fn previous(self) -> Period {
        self.start().yesterday().map_or(self, |day| self.same_length_at(day))
    }

    /// The period of the same length after this one.
    pub fn next(self) -> Period {
        self.end().tomorrow().map_or(self, |day| self.same_length_at(day))
    }
}

/// By start; of two that start together the shorter stands first, so that a year follows its first quarter.
/// As an author writes it: `2026-09`, `2026-Q3`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Year(year) => write!(f, "{year:04}"),
            Period::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Period::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Period::Month(year, month) => write!(f, "{year:04}-{month:02}"),
        }
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        self.start().cmp(&other.start()).then(self.months().cmp(&other.months()))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// How often something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Recurrence {
    Continuous,
    Daily,
    Weekly,
    Fortnightly,
    Monthly,
    Bimonthly,
    Quarterly,
    HalfYearly,
    Yearly,
    PerCase,
    Every(Duration),
}

const RECURRENCES: [(&str, Recurrence); 10] = [
    ("continuous", Recurrence::Continuous),
    ("daily", Recurrence::Daily),
    ("weekly", Recurrence::Weekly),
    ("fortnightly", Recurrence::Fortnightly),
    ("monthly", Recurrence::Monthly),
    ("bimonthly", Recurrence::Bimonthly),
    ("quarterly", Recurrence::Quarterly),
    ("half-yearly", Recurrence::HalfYearly),
    ("yearly", Recurrence::Yearly),
    ("per case", Recurrence::PerCase),
];

impl Recurrence {
    /// The words that are not durations.
    pub fn words() -> impl Iterator<Item = &'static str> {
        RECURRENCES.into_iter().map(|(word, _)| word)
    }

    /// Reads `monthly`, `per case` or a duration such as `18 months`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = squeeze(text);
        if let Some((_, recurrence)) = RECURRENCES.iter().find(|(word, _)| *word == text) {
            return Ok(*recurrence);
        }
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            return Duration::parse(&text).map(Recurrence::Every);
        }
        if text.is_empty() {
            return Err(ValueError::expected(Expectation::Recurrence, &text));
        }
        let near = meant(&text).or_else(|| nearest(&text, &RECURRENCES.map(|(word, _)| word)));
        Err(ValueError::UnknownWord { what: Expectation::Recurrence, word: text, near })
    }

    /// The months between two occurrences, where it is a matter of months.
    pub fn months(self) -> Option<u8> {
        match self {
            Recurrence::Monthly => Some(1),
            Recurrence::Bimonthly => Some(2),
            Recurrence::Quarterly => Some(3),
            Recurrence::HalfYearly => Some(6),
            Recurrence::Yearly => Some(12),
            _ => None,
        }
    }
}

/// The word of the language for a synonym or a Spanish or Portuguese word.
fn meant(text: &str) -> Option<&'static str> {
    Some(match super::words::fold(text).as_str() {
        "annual" | "annually" | "anual" | "anualmente" => "yearly",
        "biannual" | "semiannual" | "semestral" | "half yearly" | "halfyearly" => "half-yearly",
        "mensual" | "mensal" | "mensualmente" | "mensalmente" => "monthly",
        "bimestral" => "bimonthly",
        "trimestral" => "quarterly",
        "biweekly" | "quincenal" | "quinzenal" => "fortnightly",
        "semanal" => "weekly",
        "diario" | "diaria" | "diariamente" => "daily",
        "continuo" | "continua" | "permanente" => "continuous",
        "por caso" | "each case" | "every case" => "per case",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        Period::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }

    #[test]
    fn periods_have_first_and_last_days() {
        for (text, start, end) in [
            ("2026", (1, 1), (12, 31)),
            ("2026-H1", (1, 1), (6, 30)),
            ("2026-H2", (7, 1), (12, 31)),
            ("2026-Q3", (7, 1), (9, 30)),
            ("2026-02", (2, 1), (2, 28)),
            ("2026-12", (12, 1), (12, 31)),
        ] {
            let found = period(text);
            assert_eq!(found.start(), Date::constant(2026, start.0, start.1), "{text}");
            assert_eq!(found.end(), Date::constant(2026, end.0, end.1), "{text}");
            assert_eq!(found.previous().next(), found, "{text}");
            assert_eq!(found.same_length_at(found.end()), found, "{text}");
        }
        assert_eq!(period("2026-01").previous(), Period::Month(2025, 12));
        assert_eq!(period("2026-Q1").previous(), Period::Quarter(2025, 4));
        assert_eq!(period("2026-H1").previous(), Period::Half(2025, 2));
        assert_eq!(period("2026").previous(), Period::Year(2025));
        assert_eq!(period("9999").next(), Period::Year(9999));
    }

    #[test]
    fn periods_stand_in_order_of_time() {
        let mut periods = ["2026-10", "2026", "2026-09", "2025-Q4", "2026-01", "2026-Q1"].map(period);
        periods.sort();
        assert_eq!(periods, ["2025-Q4", "2026-01", "2026-Q1", "2026", "2026-09", "2026-10"].map(period));
    }

    #[test]
    fn wrong_periods_are_named() {
        for text in ["2026-13", "2026-00", "2026-Q5", "2026-H3", "2026-Q0"] {
            assert_eq!(Period::parse(text), Err(ValueError::BadDate { found: text.to_string() }));
        }
        for text in ["", "26", "2026-9", "2026-q3", "2026Q3", "2026-09-01", "octubre 2026", "2026-T3"] {
            assert_eq!(Period::parse(text), Err(ValueError::expected(Expectation::Period, text)), "{text}");
        }
    }

    #[test]
    fn recurrences() {
        for (word, recurrence) in RECURRENCES {
            assert_eq!(Recurrence::parse(word), Ok(recurrence));
        }
        let every = Recurrence::Every(Duration::new(18, super::super::TimeUnit::Month));
        assert_eq!(Recurrence::parse("18 months"), Ok(every));
        let near = |text: &str| match Recurrence::parse(text) {
            Err(ValueError::UnknownWord { near, .. }) => near,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(near("annual"), Some("yearly"));
        assert_eq!(near("trimestral"), Some("quarterly"));
        assert_eq!(near("montly"), Some("monthly"));
        assert_eq!(near("whenever"), None);
        assert!(matches!(Recurrence::parse("15 days"), Err(ValueError::AmbiguousDays { .. })));
        assert_eq!(Recurrence::HalfYearly.months(), Some(6));
    }
}
