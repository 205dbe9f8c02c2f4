//! Percentages, money, counts and rates, and the quantity that is one of them or a duration.

use super::duration::{is_bare_days, meant_unit, slip_for_unit};
use super::words::{number_len, parse_number, squeeze};
use super::{Decimal, Duration, Expectation, ValueError};
use std::cmp::Ordering;

/// A share: `95 %`, or for each period: `38 % per year`. `value` counts in hundredths: 95 for 95 %.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Percent {
    pub value: Decimal,
    pub per: Option<String>,
}

impl Percent {
    pub fn new(value: impl Into<Decimal>) -> Self {
        Percent { value: value.into(), per: None }
    }

    /// Reads `95 %`, `99.5%` or `38 % per year`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = squeeze(text);
        let wrong = || ValueError::expected(Expectation::Percent, &text);
        let (number, rest) = text.split_once('%').ok_or_else(wrong)?;
        if number_len(&text) == 0 || !number[number_len(&text)..].trim().is_empty() {
            return Err(wrong());
        }
        let per = match rest.trim() {
            "" => None,
            rest => Some(rest.strip_prefix("per ").ok_or_else(wrong)?.to_string()),
        };
        Ok(Percent { value: parse_number(number)?, per })
    }

    /// The share as a part of one: 0.95 for 95 %.
    pub fn fraction(&self) -> Decimal {
        self.value / Decimal::ONE_HUNDRED
    }
}

/// An amount of money, which may be for each of something: `6 EUR per month`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Money {
    pub amount: Decimal,
    /// ISO 4217: three capital letters.
    pub currency: String,
    /// What follows `per`: `month`, `user per month`.
    pub per: Option<String>,
}

impl Money {
    /// Reads `1500 PEN`, `2.40 EUR` or `6 EUR per month`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = squeeze(text);
        let wrong = || ValueError::expected(Expectation::Money, &text);
        let (number, rest) = text.split_at(number_len(&text));
        let rest = rest.strip_prefix(' ').ok_or_else(wrong)?;
        let (currency, per) = match rest.split_once(" per ") {
            Some((currency, per)) => (currency, Some(per.to_string())),
            None => (rest, None),
        };
        if number.is_empty() || !is_currency(currency) {
            return Err(wrong());
        }
        Ok(Money { amount: parse_number(number)?, currency: currency.to_string(), per })
    }
}

/// True for the shape of an ISO 4217 code.
pub(super) fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// A count, with the unit counted and the things or periods it is for: `14`, `14 personas`, `22 per day`,
/// `40 business hours per week`, `2 per week per user`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rate {
    pub amount: Decimal,
    /// What is counted: words of the author's, or a unit of the language such as `business hours`.
    pub unit: Option<String>,
    /// What stands after each `per`, in order.
    pub per: Vec<String>,
}

impl Rate {
    /// A bare count.
    pub fn count(amount: impl Into<Decimal>) -> Self {
        Rate { amount: amount.into(), unit: None, per: Vec::new() }
    }

    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = squeeze(text);
        let (number, rest) = text.split_at(number_len(&text));
        if number.is_empty() || !(rest.is_empty() || rest.starts_with(' ')) {
            return Err(ValueError::expected(Expectation::Rate, &text));
        }
        let (unit, per) = split_per(rest.trim()).ok_or_else(|| ValueError::expected(Expectation::Rate, &text))?;
        if let Some(unit) = &unit {
            check_unit(unit, number)?;
        }
        Ok(Rate { amount: parse_number(number)?, unit, per })
    }
}

/// Splits `business hours per week` into the unit and what stands after each `per`. None where something lacks.
pub(super) fn split_per(text: &str) -> Option<(Option<String>, Vec<String>)> {
    let mut unit: Vec<&str> = Vec::new();
    let mut per: Vec<Vec<&str>> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match (word, per.last_mut()) {
            ("per", _) => per.push(Vec::new()),
            (_, Some(last)) => last.push(word),
            (_, None) => unit.push(word),
        }
    }
    if per.iter().any(Vec::is_empty) {
        return None;
    }
    let unit = (!unit.is_empty()).then(|| unit.join(" "));
    Some((unit, per.into_iter().map(|words| words.join(" ")).collect()))
}

/// Refuses what looks like a unit of time or a sign and is none, so that no slip passes as the author's own word.
fn check_unit(unit: &str, amount: &str) -> Result<(), ValueError> {
    if is_bare_days(unit) {
        return Err(ValueError::AmbiguousDays { amount: amount.to_string() });
    }
    let unknown = |near| Err(ValueError::UnknownUnit { unit: unit.to_string(), near });
    if unit.contains(['%', '/', '<', '>', '=']) || unit.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return unknown(None);
    }
    if super::words::fold(unit).split(' ').any(|word| word == "por") {
        return unknown(Some("per"));
    }
    if super::TimeUnit::from_word(unit).is_some() {
        return Ok(());
    }
    match meant_unit(unit).or_else(|| slip_for_unit(unit)) {
        Some(near) => unknown(Some(near)),
        None => Ok(()),
    }
}

/// Anything that is measured: a length of time, a share, money, or a count.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Quantity {
    Duration(Duration),
    Percent(Percent),
    Money(Money),
    Rate(Rate),
}

impl Quantity {
    /// Reads any quantity. The error is the one of the kind that the text resembles most.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = squeeze(text);
        if let Ok(duration) = Duration::parse(&text) {
            return Ok(Quantity::Duration(duration));
        }
        if text.contains('%') {
            return Percent::parse(&text).map(Quantity::Percent);
        }
        if text.contains("..") {
            // A range of anything but time is no quantity; see `Range`. A range of time fails here for its own reason.
            return Err(match Duration::parse(&text) {
                Err(error @ (ValueError::AmbiguousDays { .. } | ValueError::ReversedRange { .. })) => error,
                _ => ValueError::expected(Expectation::Quantity, &text),
            });
        }
        if let Ok(money) = Money::parse(&text) {
            return Ok(Quantity::Money(money));
        }
        let unit = text[number_len(&text)..].trim();
        if text.starts_with(['-', '−']) && super::TimeUnit::from_word(unit).is_some() {
            return Err(ValueError::Negative { found: text });
        }
        Rate::parse(&text).map(Quantity::Rate).map_err(|error| match error {
            ValueError::Expected { found, .. } => ValueError::Expected { what: Expectation::Quantity, found },
            other => other,
        })
    }

    /// The order of two quantities of one kind that compare without a calendar. A result that leaves out the unit or the
    /// period of `other` is understood to be in them.
    pub fn compare_exactly(&self, other: &Quantity) -> Option<Ordering> {
        let agrees = |mine: &Option<String>, theirs: &Option<String>| mine.is_none() || mine == theirs;
        match (self, other) {
            (Quantity::Duration(a), Quantity::Duration(b)) => a.compare_exactly(b),
            (Quantity::Percent(a), Quantity::Percent(b)) if agrees(&a.per, &b.per) => Some(a.value.cmp(&b.value)),
            (Quantity::Money(a), Quantity::Money(b)) if a.currency == b.currency && agrees(&a.per, &b.per) => {
                Some(a.amount.cmp(&b.amount))
            }
            (Quantity::Rate(a), Quantity::Rate(b))
                if agrees(&a.unit, &b.unit) && (a.per.is_empty() || a.per == b.per) =>
            {
                Some(a.amount.cmp(&b.amount))
            }
            _ => None,
        }
    }
}
