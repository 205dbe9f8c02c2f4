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

/// Words for money, which is written with the code of its currency.
const CURRENCIES: [&str; 12] = [
    "sol",
    "soles",
    "nuevos soles",
    "euro",
    "euros",
    "dolar",
    "dolares",
    "real",
    "reais",
    "peso",
    "pesos",
    "bolivianos",
];

/// Codes of currencies that no word of a trade is spelt like, before other words: `35 EUR con IVA` is an amount, and no count.
fn is_code_and_more(unit: &str) -> bool {
    const CODES: [&str; 9] = ["ARS", "BRL", "CLP", "COP", "EUR", "GBP", "MXN", "PEN", "USD"];
    unit.split_once(' ').is_some_and(|(code, _)| CODES.contains(&code))
}

/// Refuses what looks like a unit of time or a sign and is none, so that no slip passes as the author's own word.
fn check_unit(unit: &str, amount: &str) -> Result<(), ValueError> {
    // Single letters are symbols of many things: metres as well as minutes. Only `h` is of time alone.
    if unit.len() == 1 && unit != "h" && unit.starts_with(char::is_alphabetic) {
        return Ok(());
    }
    if is_bare_days(unit) {
        return Err(ValueError::AmbiguousDays { amount: amount.to_string() });
    }
    let unknown = |near| Err(ValueError::UnknownUnit { unit: unit.to_string(), near });
    if unit.contains(['%', '/', '<', '>', '=']) || unit.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return unknown(None);
    }
    let folded = super::words::fold(unit);
    let first = folded.split(' ').next().unwrap_or_default();
    let named = CURRENCIES.contains(&folded.as_str()) || CURRENCIES.contains(&first);
    if unit.contains(['€', '$', '£', '¥']) || named || is_code_and_more(unit) {
        return unknown(None);
    }
    if folded.split(' ').any(|word| word == "por") {
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
        if let Some(duration) = Duration::parse_certain(&text) {
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
        if let Err(error @ ValueError::TooLong { .. }) = Duration::parse(&text) {
            return Err(error);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn text(text: &str) -> Option<String> {
        Some(text.to_string())
    }

    #[test]
    fn percentages() {
        assert_eq!(Percent::parse("99.5 %"), Ok(Percent { value: dec("99.5"), per: None }));
        assert_eq!(Percent::parse("38 % per year"), Ok(Percent { value: dec("38"), per: text("year") }));
        assert_eq!(Percent::parse("-2 %"), Ok(Percent::new(-2)));
        assert_eq!(Percent::new(95).fraction(), dec("0.95"));
        for wrong in ["95", "95 percent", "about 95 %", "95 % yearly", "%", "95 x %"] {
            assert_eq!(Percent::parse(wrong), Err(ValueError::expected(Expectation::Percent, wrong)), "{wrong}");
        }
        assert!(matches!(Percent::parse("99,5 %"), Err(ValueError::DecimalComma { .. })));
    }

    #[test]
    fn money() {
        let money = |amount, per| Ok(Money { amount: dec(amount), currency: "EUR".into(), per });
        assert_eq!(Money::parse("2.40 EUR"), money("2.40", None));
        assert_eq!(Money::parse("6 EUR per month"), money("6", text("month")));
        assert_eq!(Money::parse("6 EUR per user per month"), money("6", text("user per month")));
        for wrong in ["6", "6 eur", "EUR 6", "6EUR", "€6", "6 EURO", "6 EUR month", "six EUR", "6 EUR per"] {
            assert_eq!(Money::parse(wrong), Err(ValueError::expected(Expectation::Money, wrong)), "{wrong}");
        }
    }

    #[test]
    fn rates() {
        let rate = |amount, unit, per: &[&str]| {
            Ok(Rate { amount: dec(amount), unit, per: per.iter().map(|p| p.to_string()).collect() })
        };
        assert_eq!(Rate::parse("14"), rate("14", None, &[]));
        assert_eq!(Rate::parse("22 per day"), rate("22", None, &["day"]));
        assert_eq!(Rate::parse("14 personas"), rate("14", text("personas"), &[]));
        assert_eq!(Rate::parse("40 business hours per week"), rate("40", text("business hours"), &["week"]));
        assert_eq!(Rate::parse("2 per week per user"), rate("2", None, &["week", "user"]));
        assert_eq!(Rate::parse("3 tours per day"), rate("3", text("tours"), &["day"]));
        for wrong in ["", "many", "22 per", "22 per per day", "14personas"] {
            assert_eq!(Rate::parse(wrong), Err(ValueError::expected(Expectation::Rate, wrong)), "{wrong}");
        }
    }

    #[test]
    fn slips_do_not_pass_as_words_of_the_author() {
        let near = |text: &str| match Rate::parse(text) {
            Err(ValueError::UnknownUnit { near, .. }) => near,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(near("7 horas per year"), Some("hours"));
        assert_eq!(near("7 hous per year"), Some("hours"));
        assert_eq!(near("7 h per year"), Some("hours"));
        assert_eq!(near("22 por día"), Some("per"));
        assert!(Rate::parse("200 m").is_ok());
        assert_eq!(near("22 / day"), None);
        assert_eq!(near("20 soles"), None);
        assert!(matches!(Rate::parse("8..20"), Err(ValueError::Expected { .. })));
        assert!(matches!(Rate::parse("10 days per year"), Err(ValueError::AmbiguousDays { .. })));
    }

    #[test]
    fn a_quantity_is_what_it_looks_like() {
        assert!(matches!(Quantity::parse("3 hours"), Ok(Quantity::Duration(_))));
        assert!(matches!(Quantity::parse("2..9 business days"), Ok(Quantity::Duration(_))));
        assert!(matches!(Quantity::parse("3 %"), Ok(Quantity::Percent(_))));
        assert!(matches!(Quantity::parse("3 PEN"), Ok(Quantity::Money(_))));
        assert!(matches!(Quantity::parse("3 hours per day"), Ok(Quantity::Rate(_))));
        assert!(matches!(Quantity::parse("3"), Ok(Quantity::Rate(_))));
        assert!(matches!(Quantity::parse("3 days"), Err(ValueError::AmbiguousDays { .. })));
        assert!(matches!(Quantity::parse("3..2 hours"), Err(ValueError::ReversedRange { .. })));
        assert!(matches!(Quantity::parse("-3 hours"), Err(ValueError::Negative { .. })));
        assert!(matches!(Quantity::parse("3 busines days"), Err(ValueError::UnknownUnit { near: Some(_), .. })));
        assert!(matches!(Quantity::parse("2,5 PEN"), Err(ValueError::DecimalComma { .. })));
        for wrong in ["soon", "8..20 personas", ""] {
            assert_eq!(Quantity::parse(wrong), Err(ValueError::expected(Expectation::Quantity, wrong)), "{wrong}");
        }
    }

    #[test]
    fn only_like_compares_with_like() {
        let order = |a: &str, b: &str| {
            let read = |text: &str| Quantity::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
            read(a).compare_exactly(&read(b))
        };
        assert_eq!(order("96 %", "95.0 %"), Some(Ordering::Greater));
        assert_eq!(order("95 %", "95"), None);
        assert_eq!(order("3 PEN", "4 EUR"), None);
        assert_eq!(order("38", "40 per year"), Some(Ordering::Less));
        assert_eq!(order("38 per month", "40 per year"), None);
        assert_eq!(order("12 personas", "14 personas"), Some(Ordering::Less));
        assert_eq!(order("12 grupos", "14 personas"), None);
    }
}
