//! Numbers, shares, money, rates, durations, comparisons and lists.

use super::super::Lang;
use super::{locale_of, nouns, pick};
use crate::values::{Bound, Decimal, Duration, Money, Op, Percent, Quantity, Range, Rate};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal as FixedDecimal;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::plurals::{PluralCategory, PluralRules};

/// Holds a sign or symbol to its number.
const TIE: char = '\u{a0}';

/// A number with as many decimals as it has: es `12.345,67`, en `12,345.67`.
pub fn number(lang: Lang, value: &Decimal) -> String {
    match (fixed(value), DecimalFormatter::try_new(locale_of(lang).into(), Default::default())) {
        (Some(fixed), Ok(formatter)) => formatter.format_to_string(&fixed),
        // Neither happens with compiled data and decimal text; the plain digits are true in any case.
        _ => value.to_string(),
    }
}

fn fixed(value: &Decimal) -> Option<FixedDecimal> {
    FixedDecimal::try_from_str(&value.to_string()).ok()
}

/// Whether a number takes the singular: es and en 1; pt from 0 to less than 2.
pub(super) fn is_one(lang: Lang, value: &Decimal) -> bool {
    match (fixed(&value.normalize()), PluralRules::try_new(locale_of(lang).into(), Default::default())) {
        (Some(fixed), Ok(rules)) => rules.category_for(&fixed) == PluralCategory::One,
        _ => *value == Decimal::ONE,
    }
}

/// A share: es `95 %` with a no-break space, en and pt `95%`; for each period es `38 % anual`, en `38% per year`.
pub fn percent(lang: Lang, value: &Percent) -> String {
    let digits = number(lang, &value.value);
    let share = pick(lang, format!("{digits}{TIE}%"), format!("{digits}%"), format!("{digits}%"));
    match &value.per {
        None => share,
        // Interest has words of its own.
        Some(per) => match (lang, per.as_str()) {
            (Lang::Es, "year") => format!("{share} anual"),
            (Lang::Es, "month") => format!("{share} mensual"),
            (Lang::Pt, "year") => format!("{share} ao ano"),
            (Lang::Pt, "month") => format!("{share} ao mês"),
            _ => format!("{share} {}", each(lang, per)),
        },
    }
}

/// An amount of money: es `S/ 1500`, `2,40 €`; en `€2.40`; a currency without a common symbol by its code.
pub fn money(lang: Lang, value: &Money) -> String {
    let mut amount = value.amount.normalize();
    if amount.scale() > 0 {
        amount.rescale(amount.scale().max(2));
    }
    let digits = number(lang, &amount);
    let known = match value.currency.as_str() {
        "EUR" => Some("€"),
        "GBP" => Some("£"),
        "PEN" => Some("S/"),
        "BRL" => Some("R$"),
        "USD" => Some("US$"),
        _ => None,
    };
    let written = match (lang, known) {
        // Spanish sets the European symbols after the amount and the American ones before it.
        (Lang::Es, Some(symbol @ ("€" | "£"))) => format!("{digits}{TIE}{symbol}"),
        (Lang::Es | Lang::Pt, Some(symbol)) => format!("{symbol}{TIE}{digits}"),
        (Lang::En, Some(symbol)) => format!("{symbol}{digits}"),
        (Lang::Es, None) => format!("{digits}{TIE}{}", value.currency),
        (Lang::En | Lang::Pt, None) => format!("{}{TIE}{digits}", value.currency),
    };
    match &value.per {
        None => written,
        Some(per) => format!("{written} {}", each(lang, per)),
    }
}

/// What stands after `per`: «por mes», and for several «por semana y por usuario».
fn each(lang: Lang, per: &str) -> String {
    each_of(lang, per.split(" per "))
}

fn each_of<'a>(lang: Lang, per: impl Iterator<Item = &'a str>) -> String {
    let word = pick(lang, "por", "per", "por");
    let parts: Vec<String> = per.map(|thing| format!("{word} {}", nouns::singular(lang, thing))).collect();
    parts.join(pick(lang, " y ", " ", " e "))
}

/// A count: «14», «14 personas», «22 por día», «40 horas hábiles por semana».
pub fn rate(lang: Lang, value: &Rate) -> String {
    let mut text = number(lang, &value.amount);
    if let Some(unit) = &value.unit {
        text.push(' ');
        text.push_str(&counted(lang, &value.amount, unit));
    }
    if !value.per.is_empty() {
        text.push(' ');
        text.push_str(&each_of(lang, value.per.iter().map(String::as_str)));
    }
    text
}

/// The word for so many of something: known words in the right number, the author's own as they are.
pub(super) fn counted(lang: Lang, amount: &Decimal, unit: &str) -> String {
    match nouns::find(unit) {
        Some(noun) if is_one(lang, amount) => noun.one(lang).to_string(),
        Some(noun) => noun.many(lang).to_string(),
        None => unit.to_string(),
    }
}

/// A length of time: «24 horas hábiles», «1 día hábil», «de 2 a 9 días hábiles».
pub fn duration(lang: Lang, value: &Duration) -> String {
    let amount = value.amount.normalize();
    let noun = nouns::of_unit(value.unit);
    let unit = if is_one(lang, &amount) { noun.one(lang) } else { noun.many(lang) };
    let digits = match value.low {
        Some(low) => between(lang, &number(lang, &low.normalize()), &number(lang, &amount)),
        None => number(lang, &amount),
    };
    format!("{digits} {unit}")
}

/// From one to the other: «de 2 a 9».
fn between(lang: Lang, low: &str, high: &str) -> String {
    match lang {
        Lang::Es | Lang::Pt => format!("de {low} a {high}"),
        Lang::En => format!("{low} to {high}"),
    }
}

/// Any quantity.
pub fn quantity(lang: Lang, value: &Quantity) -> String {
    match value {
        Quantity::Duration(value) => duration(lang, value),
        Quantity::Percent(value) => percent(lang, value),
        Quantity::Money(value) => money(lang, value),
        Quantity::Rate(value) => rate(lang, value),
    }
}

/// A range: «de 8 a 20 personas», «de 10 % a 20 %», «de 30 minutos a 2 horas». A unit that both ends share is said once.
pub fn range(lang: Lang, value: &Range) -> String {
    if let Some(length) = value.as_duration() {
        return duration(lang, &length);
    }
    match (&value.low, &value.high) {
        (Quantity::Rate(low), Quantity::Rate(high)) => {
            let bare = Rate::count(low.amount);
            between(lang, &rate(lang, &bare), &rate(lang, high))
        }
        (Quantity::Percent(low), Quantity::Percent(high)) => {
            between(lang, &percent(lang, &Percent::new(low.value)), &percent(lang, high))
        }
        (Quantity::Money(low), Quantity::Money(high)) => {
            let bare = Money { per: None, ..low.clone() };
            between(lang, &money(lang, &bare), &money(lang, high))
        }
        (low, high) => between(lang, &quantity(lang, low), &quantity(lang, high)),
    }
}

/// A comparison: «al menos 95 %», «menos de 5», «como máximo 3 horas»; without a sign the quantity alone.
pub fn bound(lang: Lang, value: &Bound<Quantity>) -> String {
    compared(lang, value.op, &value.value)
}

/// A comparison with a share.
pub fn percent_bound(lang: Lang, value: &Bound<Percent>) -> String {
    compared(lang, value.op, &Quantity::Percent(value.value.clone()))
}

/// A quantity with the words of a sign before it.
pub(super) fn compared(lang: Lang, op: Option<Op>, value: &Quantity) -> String {
    let is_share = matches!(value, Quantity::Percent(_));
    let is_count = matches!(value, Quantity::Rate(_));
    let words = match op {
        None => return quantity(lang, value),
        Some(Op::AtLeast) => pick(lang, "al menos", "at least", "pelo menos"),
        Some(Op::MoreThan) => pick(lang, if is_share { "más del" } else { "más de" }, "more than", "mais de"),
        Some(Op::AtMost) => pick(lang, "como máximo", "at most", "no máximo"),
        Some(Op::LessThan) => pick(
            lang,
            if is_share { "menos del" } else { "menos de" },
            if is_count { "fewer than" } else { "less than" },
            "menos de",
        ),
    };
    format!("{words} {}", quantity(lang, value))
}

/// A list joined with «and»: es `pan, agua e higos`, en `bread, water, and figs`.
pub fn list(lang: Lang, items: &[String]) -> String {
    match ListFormatter::try_new_and(locale_of(lang).into(), ListFormatterOptions::default()) {
        Ok(formatter) => formatter.format_to_string(items.iter()),
        // As above: does not happen with compiled data.
        Err(_) => items.join(", "),
    }
}
