//! Durations: an amount, or a range of amounts, of a unit of time.

use super::words::{fold, nearest, split_measured, squeeze};
use super::{Decimal, Expectation, ValueError};
use std::cmp::Ordering;

/// A unit of time. Business units follow a calendar; months and years go from date to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    BusinessHour,
    BusinessDay,
    CalendarDay,
    Week,
    Month,
    Year,
}

/// Singular, plural and unit.
const UNITS: [(&str, &str, TimeUnit); 9] = [
    ("second", "seconds", TimeUnit::Second),
    ("minute", "minutes", TimeUnit::Minute),
    ("hour", "hours", TimeUnit::Hour),
    ("business hour", "business hours", TimeUnit::BusinessHour),
    ("business day", "business days", TimeUnit::BusinessDay),
    ("calendar day", "calendar days", TimeUnit::CalendarDay),
    ("week", "weeks", TimeUnit::Week),
    ("month", "months", TimeUnit::Month),
    ("year", "years", TimeUnit::Year),
];

const PLURALS: [&str; 9] =
    ["seconds", "minutes", "hours", "business hours", "business days", "calendar days", "weeks", "months", "years"];

/// Words that authors use for a unit, folded, and the unit's word in the language. They are never accepted, only understood.
const MEANT: [(&str, &str); 56] = [
    ("s", "seconds"),
    ("sec", "seconds"),
    ("secs", "seconds"),
    ("seg", "seconds"),
    ("segundo", "seconds"),
    ("segundos", "seconds"),
    ("m", "minutes"),
    ("min", "minutes"),
    ("mins", "minutes"),
    ("minuto", "minutes"),
    ("minutos", "minutes"),
    ("h", "hours"),
    ("hr", "hours"),
    ("hrs", "hours"),
    ("hs", "hours"),
    ("hora", "hours"),
    ("horas", "hours"),
    ("hora habil", "business hours"),
    ("horas habiles", "business hours"),
    ("hora util", "business hours"),
    ("horas uteis", "business hours"),
    ("horas laborables", "business hours"),
    ("hora laborable", "business hours"),
    ("horas laborales", "business hours"),
    ("horas de oficina", "business hours"),
    ("working hour", "business hours"),
    ("working hours", "business hours"),
    ("dia habil", "business days"),
    ("dias habiles", "business days"),
    ("dia util", "business days"),
    ("dias uteis", "business days"),
    ("dia laborable", "business days"),
    ("dias laborables", "business days"),
    ("dia laboral", "business days"),
    ("dias laborales", "business days"),
    ("working day", "business days"),
    ("working days", "business days"),
    ("workdays", "business days"),
    ("weekdays", "business days"),
    ("dia natural", "calendar days"),
    ("dias naturales", "calendar days"),
    ("dia calendario", "calendar days"),
    ("dias calendario", "calendar days"),
    ("dia corrido", "calendar days"),
    ("dias corridos", "calendar days"),
    ("dias naturais", "calendar days"),
    ("dia de calendario", "calendar days"),
    ("dias de calendario", "calendar days"),
    ("dias del calendario", "calendar days"),
    ("natural days", "calendar days"),
    ("semana", "weeks"),
    ("semanas", "weeks"),
    ("mes", "months"),
    ("meses", "months"),
    ("ano", "years"),
    ("anos", "years"),
];

impl TimeUnit {
    /// The unit's word in the language: `business days`.
    pub fn plural(self) -> &'static str {
        PLURALS[self as usize]
    }

    /// Every word for a unit, singular and plural.
    pub fn words() -> impl Iterator<Item = &'static str> {
        UNITS.into_iter().flat_map(|(one, many, _)| [one, many])
    }

    /// The unit of a word, singular or plural.
    pub fn from_word(word: &str) -> Option<TimeUnit> {
        UNITS.iter().find(|(one, many, _)| *one == word || *many == word).map(|(_, _, unit)| *unit)
    }

    /// Whether so many of a unit are longer than anything that is promised, kept or taught: over a thousand years.
    fn is_unending(self, amount: Decimal) -> bool {
        let in_a_year: i64 = match self {
            TimeUnit::Second => 31_622_400,
            TimeUnit::Minute => 527_040,
            TimeUnit::Hour | TimeUnit::BusinessHour => 8_784,
            TimeUnit::BusinessDay | TimeUnit::CalendarDay => 366,
            TimeUnit::Week => 53,
            TimeUnit::Month => 12,
            TimeUnit::Year => 1,
        };
        amount > Decimal::from(1000 * in_a_year)
    }

    /// Seconds of a unit whose length never varies.
    fn fixed_seconds(self) -> Option<u32> {
        match self {
            TimeUnit::Second => Some(1),
            TimeUnit::Minute => Some(60),
            TimeUnit::Hour => Some(3_600),
            TimeUnit::CalendarDay => Some(86_400),
            TimeUnit::Week => Some(7 * 86_400),
            TimeUnit::BusinessHour | TimeUnit::BusinessDay | TimeUnit::Month | TimeUnit::Year => None,
        }
    }
}

/// A length of time as promised: `24 business hours`, or from `low` to `amount`: `2..9 business days`.
///
/// `amount` is zero or more, and `low`, where there is one, at most `amount`. Where a single length is needed the upper end
/// counts: who promises two to nine days promises nine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    pub amount: Decimal,
    pub low: Option<Decimal>,
    pub unit: TimeUnit,
}

impl Duration {
    /// A single length.
    pub fn new(amount: impl Into<Decimal>, unit: TimeUnit) -> Self {
        Duration { amount: amount.into(), low: None, unit }
    }

    /// Reads `24 business hours` or `2..9 business days`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = squeeze(text);
        let measured = split_measured(&text, Expectation::Duration)?;
        if measured.unit.is_empty() {
            return Err(ValueError::expected(Expectation::Duration, &text));
        }
        let unit = match TimeUnit::from_word(&measured.unit) {
            Some(unit) => unit,
            None => return Err(unknown_unit(&measured.unit, &measured.written)),
        };
        if measured.amount.is_sign_negative() || measured.low.is_some_and(|low| low.is_sign_negative()) {
            return Err(ValueError::Negative { found: text });
        }
        if unit.is_unending(measured.amount) {
            return Err(ValueError::TooLong { found: text });
        }
        Ok(Duration { amount: measured.amount, low: measured.low, unit })
    }

    /// The same without the reason why a text is none, which takes longer to find than the length of one.
    pub(super) fn parse_certain(text: &str) -> Option<Self> {
        let measured = split_measured(&squeeze(text), Expectation::Duration).ok()?;
        let unit = TimeUnit::from_word(&measured.unit)?;
        let negative = measured.amount.is_sign_negative() || measured.low.is_some_and(|low| low.is_sign_negative());
        (!negative && !unit.is_unending(measured.amount)).then_some(Duration {
            amount: measured.amount,
            low: measured.low,
            unit,
        })
    }

    /// True for business hours and days, which mean nothing without a calendar.
    pub fn is_business(&self) -> bool {
        matches!(self.unit, TimeUnit::BusinessHour | TimeUnit::BusinessDay)
    }

    /// Seconds, where the length never varies: seconds, minutes, hours, calendar days and weeks.
    pub fn seconds(&self) -> Option<Decimal> {
        self.amount.checked_mul(Decimal::from(self.unit.fixed_seconds()?))
    }

    /// Months, for durations in months and years.
    pub fn months(&self) -> Option<Decimal> {
        match self.unit {
            TimeUnit::Month => Some(self.amount),
            TimeUnit::Year => self.amount.checked_mul(Decimal::from(12)),
            _ => None,
        }
    }

    /// As an author writes it: `24 business hours`.
    pub fn written(&self) -> String {
        let amount = self.amount.normalize();
        let unit = self.unit.plural();
        let unit = if amount == Decimal::ONE && self.low.is_none() { unit.trim_end_matches('s') } else { unit };
        match self.low {
            Some(low) => format!("{}..{amount} {unit}", low.normalize()),
            None => format!("{amount} {unit}"),
        }
    }

    /// The amount and the unit, the same for two that are of one length however they were written: ten minutes are 600 seconds.
    pub fn plain(&self) -> String {
        let in_one = |amount: Decimal| {
            let one = Duration { amount, low: None, unit: self.unit };
            match (one.seconds(), one.months()) {
                (Some(seconds), _) => (seconds, TimeUnit::Second),
                (None, Some(months)) => (months, TimeUnit::Month),
                (None, None) => (amount, self.unit),
            }
        };
        let (amount, unit) = in_one(self.amount);
        let low = self.low.map_or_else(String::new, |low| format!("{}..", in_one(low).0.normalize()));
        format!("{low}{} {}", amount.normalize(), unit.plural())
    }

    /// The order of two durations that compare without a calendar: the same unit, both of fixed length, or both in months.
    pub fn compare_exactly(&self, other: &Duration) -> Option<Ordering> {
        if self.unit == other.unit {
            return Some(self.amount.cmp(&other.amount));
        }
        let fixed = self.seconds().zip(other.seconds());
        fixed.or_else(|| self.months().zip(other.months())).map(|(a, b)| a.cmp(&b))
    }
}

/// Why a word after a number is not a unit of time.
fn unknown_unit(unit: &str, amount: &str) -> ValueError {
    if is_bare_days(unit) {
        return ValueError::AmbiguousDays { amount: amount.to_string() };
    }
    ValueError::UnknownUnit { unit: unit.to_string(), near: meant_unit(unit).or_else(|| nearest(unit, &PLURALS)) }
}

/// True for `days` in any of the languages, without saying which days.
pub(super) fn is_bare_days(unit: &str) -> bool {
    matches!(fold(unit).as_str(), "day" | "days" | "dia" | "dias" | "d")
}

/// The unit that a foreign or abbreviated word stands for.
pub(super) fn meant_unit(unit: &str) -> Option<&'static str> {
    let folded = fold(unit);
    MEANT.iter().find(|(word, _)| *word == folded).map(|(_, meant)| *meant)
}

/// The unit of time that a word of somebody's own is probably a slip for: one edit away, with the same first letter. It is
/// narrow on purpose, since words such as `tours` count things that exist.
pub(super) fn slip_for_unit(unit: &str) -> Option<&'static str> {
    let folded = fold(unit);
    if folded.len() > 40 {
        return None;
    }
    UNITS
        .iter()
        .flat_map(|(one, many, unit)| [(*one, unit.plural()), (*many, unit.plural())])
        .filter(|(word, _)| word.len() >= 4 && word.as_bytes().first() == folded.as_bytes().first())
        .find(|(word, _)| {
            let allowed = if word.contains(' ') { 2 } else { 1 };
            strsim::osa_distance(word, &folded) <= allowed
        })
        .map(|(_, plural)| plural)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn duration(text: &str) -> Duration {
        Duration::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }

    fn unknown(text: &str) -> Option<&'static str> {
        match Duration::parse(text) {
            Err(ValueError::UnknownUnit { near, .. }) => near,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn every_unit_is_read_in_both_numbers() {
        for (one, many, unit) in UNITS {
            assert_eq!(duration(&format!("1 {one}")), Duration::new(1, unit));
            assert_eq!(duration(&format!("3.5 {many}")), Duration::new(Decimal::new(35, 1), unit));
            assert_eq!(unit.plural(), many);
        }
        let range = duration("2..9 business days");
        assert_eq!((range.low, range.amount), (Some(Decimal::from(2)), Decimal::from(9)));
        assert!(range.is_business());
        assert!(!duration("30 calendar days").is_business());
    }

    #[test]
    fn days_alone_are_ambiguous() {
        for (text, amount) in [("3 days", "3"), ("1 day", "1"), ("2..9 días", "2..9"), ("3 dias", "3")] {
            assert_eq!(Duration::parse(text), Err(ValueError::AmbiguousDays { amount: amount.to_string() }));
        }
    }

    #[test]
    fn wrong_units_come_with_the_right_one() {
        assert_eq!(unknown("24 horas hábiles"), Some("business hours"));
        assert_eq!(unknown("3 días hábiles"), Some("business days"));
        assert_eq!(unknown("3 dias úteis"), Some("business days"));
        assert_eq!(unknown("30 días naturales"), Some("calendar days"));
        assert_eq!(unknown("5 min"), Some("minutes"));
        assert_eq!(unknown("2 h"), Some("hours"));
        assert_eq!(unknown("3 busines days"), Some("business days"));
        assert_eq!(unknown("3 buisness hours"), Some("business hours"));
        assert_eq!(unknown("6 moths"), Some("months"));
        assert_eq!(unknown("3 parsecs"), None);
        assert_eq!(unknown("3 Business Days"), Some("business days"));
    }

    #[test]
    fn wrong_shapes_are_named() {
        let reversed = ValueError::ReversedRange { low: "9".into(), high: "2".into() };
        assert_eq!(Duration::parse("9..2 business days"), Err(reversed));
        assert!(matches!(Duration::parse("-3 hours"), Err(ValueError::Negative { .. })));
        for text in ["", "soon", "24", "hours", "3hours", "2.. hours"] {
            let expected = Err(ValueError::Expected { what: Expectation::Duration, found: text.to_string() });
            assert_eq!(Duration::parse(text), expected, "{text}");
        }
        assert!(matches!(Duration::parse("3,5 hours"), Err(ValueError::DecimalComma { .. })));
    }

    #[test]
    fn some_durations_compare_without_a_calendar() {
        let order = |a: &str, b: &str| duration(a).compare_exactly(&duration(b));
        assert_eq!(order("90 seconds", "1.5 minutes"), Some(Ordering::Equal));
        assert_eq!(order("8 weeks", "56 calendar days"), Some(Ordering::Equal));
        assert_eq!(order("48 hours", "3 calendar days"), Some(Ordering::Less));
        assert_eq!(order("18 months", "1 year"), Some(Ordering::Greater));
        assert_eq!(order("3 business days", "2 business days"), Some(Ordering::Greater));
        assert_eq!(order("1 month", "30 calendar days"), None);
        assert_eq!(order("8 business hours", "1 business day"), None);
    }
}
