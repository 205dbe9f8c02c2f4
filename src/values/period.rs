//! Periods of the calendar, and how often something recurs.

use super::date::digits;
use super::words::{nearest, squeeze};
use super::{Date, Duration, Expectation, ValueError};
use std::cmp::Ordering;

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
