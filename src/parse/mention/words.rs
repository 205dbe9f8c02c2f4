//! Units of time, the per cent sign and currencies as prose writes them in Spanish, English and Portuguese.

use super::{Mention, Token, TokenKind, Unit};
use crate::lang::Lang;
use crate::values::{Decimal, TimeUnit};

/// Nouns of time. «Horas» and «días» may have an adjective after or before them.
const NOUNS: [(&str, TimeUnit); 43] = [
    ("segundo", TimeUnit::Second),
    ("segundos", TimeUnit::Second),
    ("second", TimeUnit::Second),
    ("seconds", TimeUnit::Second),
    ("minuto", TimeUnit::Minute),
    ("minutos", TimeUnit::Minute),
    ("minute", TimeUnit::Minute),
    ("minutes", TimeUnit::Minute),
    ("min", TimeUnit::Minute),
    ("hora", TimeUnit::Hour),
    ("horas", TimeUnit::Hour),
    ("hour", TimeUnit::Hour),
    ("hours", TimeUnit::Hour),
    ("hrs", TimeUnit::Hour),
    ("h", TimeUnit::Hour),
    ("día", TimeUnit::CalendarDay),
    ("días", TimeUnit::CalendarDay),
    ("dia", TimeUnit::CalendarDay),
    ("dias", TimeUnit::CalendarDay),
    ("day", TimeUnit::CalendarDay),
    ("days", TimeUnit::CalendarDay),
    ("semana", TimeUnit::Week),
    ("semanas", TimeUnit::Week),
    ("week", TimeUnit::Week),
    ("weeks", TimeUnit::Week),
    ("mes", TimeUnit::Month),
    ("meses", TimeUnit::Month),
    ("mês", TimeUnit::Month),
    ("month", TimeUnit::Month),
    ("months", TimeUnit::Month),
    ("año", TimeUnit::Year),
    ("años", TimeUnit::Year),
    ("ano", TimeUnit::Year),
    ("anos", TimeUnit::Year),
    ("year", TimeUnit::Year),
    ("years", TimeUnit::Year),
    ("segs", TimeUnit::Second),
    ("seg", TimeUnit::Second),
    ("secs", TimeUnit::Second),
    ("sec", TimeUnit::Second),
    ("hr", TimeUnit::Hour),
    ("mins", TimeUnit::Minute),
    ("hs", TimeUnit::Hour),
];

/// Adjectives of working time.
const BUSINESS: [&str; 15] = [
    "hábil",
    "hábiles",
    "habil",
    "habiles",
    "laborable",
    "laborables",
    "laboral",
    "laborales",
    "útil",
    "úteis",
    "util",
    "uteis",
    "business",
    "working",
    "comerciais",
];

/// Adjectives of calendar time.
const CALENDAR: [&str; 11] = [
    "naturales",
    "natural",
    "calendario",
    "corridos",
    "corrido",
    "seguidos",
    "consecutivos",
    "calendar",
    "consecutive",
    "clock",
    "corridas",
];

/// Words for money, with the currency where a word has one.
const MONEY: [(&str, Option<&str>); 22] = [
    ("soles", Some("PEN")),
    ("sol", Some("PEN")),
    ("euros", Some("EUR")),
    ("euro", Some("EUR")),
    ("€", Some("EUR")),
    ("reais", Some("BRL")),
    ("real", Some("BRL")),
    ("dólares", None),
    ("dollars", None),
    ("pesos", None),
    ("pounds", Some("GBP")),
    ("libras", Some("GBP")),
    ("PEN", Some("PEN")),
    ("EUR", Some("EUR")),
    ("USD", Some("USD")),
    ("BRL", Some("BRL")),
    ("GBP", Some("GBP")),
    ("MXN", Some("MXN")),
    ("COP", Some("COP")),
    ("CLP", Some("CLP")),
    ("ARS", Some("ARS")),
    ("UYU", Some("UYU")),
];

/// The unit at a token, and the token after it.
pub(super) fn unit(tokens: &[Token<'_>], i: usize) -> Option<(Unit, usize)> {
    let token = tokens.get(i)?;
    let lower = |i: usize| tokens.get(i).filter(|t| t.kind == TokenKind::Word).map(|t| t.text.to_lowercase());
    let is = |i: usize, words: &[&str]| lower(i).is_some_and(|word| words.contains(&word.as_str()));
    if token.text == "%" {
        return Some((Unit::Percent, i + 1));
    }
    if let Some((_, currency)) = MONEY.iter().find(|(word, _)| *word == token.text) {
        return Some((Unit::Money(*currency), i + 1));
    }
    if is(i, &["percent"]) {
        return Some((Unit::Percent, i + 1));
    }
    if is(i, &["por", "per"]) && is(i + 1, &["ciento", "cento", "cent"]) {
        return Some((Unit::Percent, i + 2));
    }
    if let Some(unit) = half_month(tokens, i) {
        return Some((unit, i + 1));
    }
    // “24 business hours”.
    let (before, noun) = match (is(i, &BUSINESS), is(i, &CALENDAR)) {
        (true, _) => (Some(true), i + 1),
        (_, true) => (Some(false), i + 1),
        _ => (None, i),
    };
    let word = lower(noun)?;
    let (_, unit) = NOUNS.iter().find(|(name, _)| *name == word)?;
    let (after, next) = match (before, is(noun + 1, &BUSINESS), is(noun + 1, &CALENDAR)) {
        (Some(business), _, _) => (Some(business), noun + 1),
        (None, true, _) => (Some(true), noun + 2),
        (None, _, true) => (Some(false), noun + 2),
        (None, false, false) => (None, noun + 1),
    };
    let unit = match (unit, after) {
        (TimeUnit::Hour, Some(true)) => Unit::Time(TimeUnit::BusinessHour),
        (TimeUnit::CalendarDay, Some(true)) => Unit::Time(TimeUnit::BusinessDay),
        (TimeUnit::CalendarDay, None) => Unit::Days,
        (unit, _) => Unit::Time(*unit),
    };
    Some((unit, next))
}

/// «Quincena», “fortnight”. «Una quincena de personas» counts something else.
fn half_month(tokens: &[Token<'_>], i: usize) -> Option<Unit> {
    let names = ["quincena", "quincenas", "quinzena", "quinzenas", "fortnight", "fortnights"];
    let of = tokens.get(i + 1).is_some_and(|next| matches!(next.text, "de" | "del" | "of" | "do" | "da"));
    (names.contains(&tokens[i].text) && !of).then_some(Unit::HalfMonth)
}

/// Whether a word is a noun of time, or the adjective before one, of another language than that of a text.
pub(super) fn is_noun_of(word: &str, lang: Lang) -> bool {
    let english = matches!(
        word,
        "seconds" | "minutes" | "hours" | "days" | "weeks" | "months" | "business" | "working" | "calendar"
    );
    let romance =
        matches!(word, "segundos" | "minutos" | "horas" | "días" | "dias" | "semanas" | "meses" | "quincenas");
    if lang == Lang::En { romance } else { english }
}

/// «El mismo día», «en el día hábil», “the same business day”, “a same-day answer”: where it ends what is said, since the same day as
/// something else is another.
pub(super) fn same_day(tokens: &[Token<'_>], i: usize) -> Option<(Mention, usize)> {
    let text = |n: usize| tokens.get(n).map_or("", |token| token.text);
    let is_day = |n: usize| matches!(text(n), "día" | "dia" | "day");
    let business = |n: usize| usize::from(BUSINESS.contains(&text(n)));
    let article = |n: usize| {
        let before = n.checked_sub(1).filter(|n| matches!(text(*n), "el" | "la" | "ese" | "the" | "no" | "o" | "na"));
        before.unwrap_or(n)
    };
    let (first, day) = match text(i) {
        "mismo" | "mesmo" if is_day(i + 1) => (article(i), i + 1),
        "misma" | "mesma" if text(i + 1) == "jornada" => (article(i), i + 1),
        "same" if text(i + 1) == "-" && is_day(i + 2) => (i, i + 2),
        "same" if is_day(i + 1 + business(i + 1)) => (article(i), i + 1 + business(i + 1)),
        "en" if text(i + 1) == "el" && is_day(i + 2) => (i, i + 2),
        "dentro" if matches!(text(i + 1), "del" | "do") && is_day(i + 2) => (i, i + 2),
        _ => return None,
    };
    let after = day + 1 + business(day + 1);
    let ends = match tokens.get(after) {
        None => true,
        Some(next) if text(i + 1) == "-" => {
            matches!(next.text, "answer" | "answers" | "reply" | "replies" | "response" | "responses" | "decision")
        }
        Some(next) => matches!(next.text, "." | "," | ";" | ":" | ")" | "!" | "?" | "»" | "”" | "\"" | "'" | "*"),
    };
    let range = tokens[first].start..tokens.get(after.checked_sub(1)?)?.end();
    let mention = Mention { range, amount: Decimal::ONE, low: None, unit: Unit::SameDay, article: false };
    ends.then_some((mention, after))
}

/// A sign or code of a currency that stands before its number, and the token after it.
pub(super) fn currency_sign(tokens: &[Token<'_>], i: usize) -> Option<(Option<&'static str>, usize)> {
    let text = |n: usize| tokens.get(i + n).map_or("", |t| t.text);
    match (text(0), text(1), text(2)) {
        ("S", "/", ".") => Some((Some("PEN"), i + 3)),
        ("S", "/", _) => Some((Some("PEN"), i + 2)),
        ("R", "$", _) => Some((Some("BRL"), i + 2)),
        ("US" | "U", "$", _) => Some((Some("USD"), i + 2)),
        ("$", _, _) => Some((None, i + 1)),
        ("€", _, _) => Some((Some("EUR"), i + 1)),
        ("£", _, _) => Some((Some("GBP"), i + 1)),
        (code, _, _) if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()) => None,
        (code, _, _) => {
            let (_, currency) = MONEY.iter().find(|(word, _)| *word == code)?;
            Some((*currency, i + 1))
        }
    }
}
