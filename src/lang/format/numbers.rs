//! Numbers, shares, money, rates, durations, comparisons and lists.

use super::super::{Lang, Locale};
use super::currencies::{self, Place};
use super::{locale_of, nouns, pick};
use crate::values::{Bound, Decimal, Duration, Money, Op, Percent, Quantity, Range, Rate};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal as FixedDecimal;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::plurals::{PluralCategory, PluralRules};

/// Holds a sign or symbol to its number.
const TIE: char = '\u{a0}';

/// What stands before the decimals: a comma in es, a point in es-PE and en.
pub fn decimal_sign(locale: Locale) -> char {
    let half = number(locale, &Decimal::new(5, 1));
    half.chars().find(|c| !c.is_numeric()).unwrap_or('.')
}

/// A number with as many decimals as it has: es `12.345,67`, es-PE and en `12,345.67`.
pub fn number(locale: Locale, value: &Decimal) -> String {
    match (fixed(value), DecimalFormatter::try_new(locale_of(locale).into(), Default::default())) {
        (Some(fixed), Ok(formatter)) => formatter.format_to_string(&fixed),
        // Neither happens with compiled data and decimal text; the plain digits are true in any case.
        _ => value.to_string(),
    }
}

fn fixed(value: &Decimal) -> Option<FixedDecimal> {
    FixedDecimal::try_from_str(&value.to_string()).ok()
}

/// Whether the words of a number are in the singular: es and en 1; pt from 0 to less than 2.
pub(super) fn is_one(locale: Locale, value: &Decimal) -> bool {
    match (fixed(&value.normalize()), PluralRules::try_new(locale_of(locale.of_words()).into(), Default::default())) {
        (Some(fixed), Ok(rules)) => rules.category_for(&fixed) == PluralCategory::One,
        _ => *value == Decimal::ONE,
    }
}

/// A share: es `95 %` with a no-break space in every region, as the academies have it; en and pt `95%`; for each period es `38 % anual`, en `38% per year`.
pub fn percent(locale: Locale, value: &Percent) -> String {
    let digits = number(locale, &value.value);
    let share = pick(locale, format!("{digits}{TIE}%"), format!("{digits}%"), format!("{digits}%"));
    match &value.per {
        None => share,
        // Interest has words of its own.
        Some(per) => match (locale.lang, per.as_str()) {
            (Lang::Es, "year") => format!("{share} anual"),
            (Lang::Es, "month") => format!("{share} mensual"),
            (Lang::Pt, "year") => format!("{share} ao ano"),
            (Lang::Pt, "month") => format!("{share} ao mês"),
            _ => format!("{share} {}", each(locale, per)),
        },
    }
}

/// An amount of money: es `2,40 €`, es-PE `S/ 1,500.00`, es-MX `$1,500.00`, en `€2.40`; without a common symbol by its code.
pub fn money(locale: Locale, value: &Money) -> String {
    let mut amount = value.amount.normalize();
    let cents = if amount.scale() > 0 { 2 } else { currencies::cents(locale, &value.currency) };
    amount.rescale(amount.scale().max(cents));
    let digits = number(locale, &amount);
    let symbol = currencies::symbol(locale, &value.currency);
    let written = symbol.unwrap_or(&value.currency);
    let written = match currencies::place(locale, symbol) {
        Place::Before => format!("{written}{digits}"),
        Place::BeforeWithSpace => format!("{written}{TIE}{digits}"),
        Place::AfterWithSpace => format!("{digits}{TIE}{written}"),
    };
    match &value.per {
        None => written,
        Some(per) => format!("{written} {}", each(locale, per)),
    }
}

/// What stands after `per`: «por mes», and for several «por semana y por usuario».
fn each(locale: Locale, per: &str) -> String {
    each_of(locale, per.split(" per "))
}

fn each_of<'a>(locale: Locale, per: impl Iterator<Item = &'a str>) -> String {
    let word = pick(locale, "por", "per", "por");
    let parts: Vec<String> = per.map(|thing| format!("{word} {}", nouns::singular(locale, thing))).collect();
    parts.join(pick(locale, " y ", " ", " e "))
}

/// A count: «14», «14 personas», «22 por día», «40 horas hábiles por semana».
pub fn rate(locale: Locale, value: &Rate) -> String {
    let mut text = number(locale, &value.amount);
    if let Some(unit) = &value.unit {
        text.push(' ');
        text.push_str(&counted(locale, &value.amount, unit));
    }
    if !value.per.is_empty() {
        text.push(' ');
        text.push_str(&each_of(locale, value.per.iter().map(String::as_str)));
    }
    text
}

/// The word for so many of something: known words in the right number, the author's own as they are.
pub(super) fn counted(locale: Locale, amount: &Decimal, unit: &str) -> String {
    match nouns::find(unit) {
        Some(noun) if is_one(locale, amount) => noun.one(locale).to_string(),
        Some(noun) => noun.many(locale).to_string(),
        None => unit.to_string(),
    }
}

/// A length of time: «24 horas hábiles», «1 día hábil», «de 2 a 9 días hábiles».
pub fn duration(locale: Locale, value: &Duration) -> String {
    let amount = value.amount.normalize();
    let noun = nouns::of_unit(value.unit);
    let unit = if is_one(locale, &amount) { noun.one(locale) } else { noun.many(locale) };
    let digits = match value.low {
        Some(low) => between(locale, &number(locale, &low.normalize()), &number(locale, &amount)),
        None => number(locale, &amount),
    };
    format!("{digits} {unit}")
}

/// From one to the other: «de 2 a 9».
fn between(locale: Locale, low: &str, high: &str) -> String {
    match locale.lang {
        Lang::Es | Lang::Pt => format!("de {low} a {high}"),
        Lang::En => format!("{low} to {high}"),
    }
}

/// Any quantity.
pub fn quantity(locale: Locale, value: &Quantity) -> String {
    match value {
        Quantity::Duration(value) => duration(locale, value),
        Quantity::Percent(value) => percent(locale, value),
        Quantity::Money(value) => money(locale, value),
        Quantity::Rate(value) => rate(locale, value),
    }
}

/// A range: «de 8 a 20 personas», «de 10 % a 20 %», «de 30 minutos a 2 horas». A unit that both ends share is said once.
pub fn range(locale: Locale, value: &Range) -> String {
    if let Some(length) = value.as_duration() {
        return duration(locale, &length);
    }
    match (&value.low, &value.high) {
        (Quantity::Rate(low), Quantity::Rate(high)) => {
            let bare = Rate::count(low.amount);
            between(locale, &rate(locale, &bare), &rate(locale, high))
        }
        (Quantity::Percent(low), Quantity::Percent(high)) => {
            between(locale, &percent(locale, &Percent::new(low.value)), &percent(locale, high))
        }
        (Quantity::Money(low), Quantity::Money(high)) => {
            let bare = Money { per: None, ..low.clone() };
            between(locale, &money(locale, &bare), &money(locale, high))
        }
        (low, high) => between(locale, &quantity(locale, low), &quantity(locale, high)),
    }
}

/// A comparison: «al menos 95 %», «menos de 5», «como máximo 3 horas»; without a sign the quantity alone.
pub fn bound(locale: Locale, value: &Bound<Quantity>) -> String {
    compared(locale, value.op, &value.value)
}

/// A comparison with a share.
pub fn percent_bound(locale: Locale, value: &Bound<Percent>) -> String {
    compared(locale, value.op, &Quantity::Percent(value.value.clone()))
}

/// A quantity with the words of a sign before it.
pub(super) fn compared(locale: Locale, op: Option<Op>, value: &Quantity) -> String {
    let is_share = matches!(value, Quantity::Percent(_));
    let is_count = matches!(value, Quantity::Rate(_));
    let words = match op {
        None => return quantity(locale, value),
        Some(Op::AtLeast) => pick(locale, "al menos", "at least", "pelo menos"),
        Some(Op::MoreThan) => pick(locale, if is_share { "más del" } else { "más de" }, "more than", "mais de"),
        Some(Op::AtMost) => pick(locale, "como máximo", "at most", "no máximo"),
        Some(Op::LessThan) => pick(
            locale,
            if is_share { "menos del" } else { "menos de" },
            if is_count { "fewer than" } else { "less than" },
            "menos de",
        ),
    };
    format!("{words} {}", quantity(locale, value))
}

/// A list joined with «and»: es `pan, agua e higos`, en `bread, water, and figs`.
pub fn list(locale: Locale, items: &[String]) -> String {
    match ListFormatter::try_new_and(locale_of(locale).into(), ListFormatterOptions::default()) {
        Ok(formatter) => formatter.format_to_string(items.iter()),
        // As above: does not happen with compiled data.
        Err(_) => items.join(", "),
    }
}
