//! Lengths of time that people say by halves, quarters, pairs and places in a row, or write by a mark: «un cuarto de hora», «hora y media»,
//! “a couple of minutes”, «2'», «120 s».

use super::{Mention, Token, TokenKind, Unit, numerals, words};
use crate::lang::Lang;
use crate::values::{Decimal, TimeUnit};

fn word(tokens: &[Token<'_>], i: usize) -> String {
    tokens.get(i).map_or_else(String::new, |token| token.text.to_lowercase())
}

/// A length that is said without a number before its unit.
pub(super) fn idiom(tokens: &[Token<'_>], i: usize, lang: Lang) -> Option<(Mention, usize)> {
    let first = tokens.get(i).filter(|token| token.kind == TokenKind::Word)?;
    let made = |amount: Decimal, unit: Unit, after: usize| {
        let range = first.start..tokens.get(after.checked_sub(1)?)?.end();
        Some((Mention { range, amount, low: None, unit, article: false }, after))
    };
    // The second word tells at once that most begin none of these.
    match (lang, tokens.get(i + 1)?.text) {
        (Lang::Es, "par" | "cuarto" | "cuartos" | "y") | (Lang::Pt, "par" | "quarto" | "quartos" | "e") => {}
        (Lang::En, "couple" | "quarter" | "quarters") => {}
        _ => return None,
    }
    let of_hour = |n: usize| match lang {
        Lang::Es | Lang::Pt => (word(tokens, n) == "de" && word(tokens, n + 1) == "hora").then_some(n + 2),
        Lang::En => {
            let an = usize::from(word(tokens, n + 1) == "an");
            (word(tokens, n) == "of" && word(tokens, n + 1 + an) == "hour").then_some(n + 2 + an)
        }
    };
    let minutes = |amount: u8, after: usize| made(Decimal::from(amount), Unit::Time(TimeUnit::Minute), after);
    match (lang, word(tokens, i).as_str(), word(tokens, i + 1).as_str()) {
        (Lang::Es, "un", "par") | (Lang::Pt, "um", "par") if word(tokens, i + 2) == "de" => pair(tokens, i + 3, made),
        (Lang::En, "a", "couple") => {
            let of = usize::from(word(tokens, i + 2) == "of");
            pair(tokens, i + 2 + of, made)
        }
        (Lang::Es, "un", "cuarto") | (Lang::Pt, "um", "quarto") | (Lang::En, "a" | "one", "quarter") => {
            minutes(15, of_hour(i + 2)?)
        }
        (Lang::Es, "tres", "cuartos") | (Lang::Pt, "três", "quartos") | (Lang::En, "three", "quarters") => {
            minutes(45, of_hour(i + 2)?)
        }
        // «Minuto y medio», «hora e meia»: one of them and a part.
        (Lang::Es | Lang::Pt, _, "y" | "e") => {
            let counted = i.checked_sub(1).is_some_and(|before| tokens[before].kind == TokenKind::Number);
            let (unit, after) =
                words::unit(tokens, i).filter(|(unit, after)| !counted && is_one(unit) && *after == i + 1)?;
            let (part, after) = and_part(tokens, after, &unit, lang)?;
            made(Decimal::ONE + part, unit, after)
        }
        _ => None,
    }
}

fn is_one(unit: &Unit) -> bool {
    matches!(unit, Unit::Time(_) | Unit::Days)
}

fn pair(
    tokens: &[Token<'_>],
    i: usize,
    made: impl Fn(Decimal, Unit, usize) -> Option<(Mention, usize)>,
) -> Option<(Mention, usize)> {
    let (unit, after) = words::unit(tokens, i).filter(|(unit, _)| is_one(unit))?;
    made(Decimal::TWO, unit, after)
}

/// What is added after a unit: «y media», “and a half”, «e meia», «y cuarto» of an hour; and the token after it.
pub(super) fn and_part(tokens: &[Token<'_>], i: usize, unit: &Unit, lang: Lang) -> Option<(Decimal, usize)> {
    if !is_one(unit) {
        return None;
    }
    let (joint, half) = (word(tokens, i), word(tokens, i + 1));
    let after = match (lang, joint.as_str(), half.as_str()) {
        (Lang::Es, "y", "medio" | "media") | (Lang::Pt, "e", "meio" | "meia") => i + 2,
        (Lang::En, "and", "a") if word(tokens, i + 2) == "half" => i + 3,
        (Lang::Es, "y", "cuarto") if *unit == Unit::Time(TimeUnit::Hour) => return Some((Decimal::new(25, 2), i + 2)),
        _ => return None,
    };
    // «Dos horas y media jornada» are no two hours and a half.
    let noun = tokens.get(after).is_some_and(|next| {
        let halved = ["jornada", "docena", "hora", "mañana", "tarde", "dúzia", "jornadas", "diária", "luna", "pensión"];
        next.kind == TokenKind::Word && halved.contains(&next.text)
    });
    (!noun).then_some((Decimal::new(5, 1), after))
}

/// A half between a number and its unit: “two and a half minutes”. The token after it.
pub(super) fn half_before(tokens: &[Token<'_>], i: usize, lang: Lang) -> Option<usize> {
    let is =
        lang == Lang::En && word(tokens, i) == "and" && word(tokens, i + 1) == "a" && word(tokens, i + 2) == "half";
    is.then_some(i + 3)
}

/// A unit that is a mark after digits: «2'», «120 s». In English a stroke is a foot, and without a blank «90s» are years.
pub(super) fn mark(tokens: &[Token<'_>], i: usize, lang: Lang) -> Option<(Unit, usize)> {
    let number = i.checked_sub(1).map(|before| &tokens[before]).filter(|token| token.kind == TokenKind::Number)?;
    let token = tokens.get(i)?;
    let joined = number.end() == token.start;
    match token.text {
        "s" if !joined => Some((Unit::Time(TimeUnit::Second), i + 1)),
        "'" | "′" | "’" if joined && lang != Lang::En => {
            let quoted = i.checked_sub(2).is_some_and(|n| matches!(tokens[n].text, "'" | "‘" | "’"));
            let goes_on = tokens.get(i + 1).is_some_and(|next| {
                next.start == token.end()
                    && (next.kind != TokenKind::Sign || matches!(next.text, "'" | "’" | "′" | "\""))
            });
            (!quoted && !goes_on).then_some((Unit::Time(TimeUnit::Minute), i + 1))
        }
        _ => None,
    }
}

/// «A más tardar al tercer día hábil», “no later than the third business day”: as many days. What is of a month is a date.
pub(super) fn ordinal_day(tokens: &[Token<'_>], i: usize) -> Option<(Mention, usize)> {
    if tokens[i].kind != TokenKind::Word {
        return None;
    }
    let amount = numerals::ordinal(&tokens[i].text.to_lowercase())?;
    let before: Vec<String> = tokens[i.saturating_sub(4)..i].iter().map(|token| token.text.to_lowercase()).collect();
    let is_limit = before
        .iter()
        .any(|word| matches!(word.as_str(), "tardar" | "antes" | "máximo" | "later" | "latest" | "before" | "mucho"));
    let (unit, after) = words::unit(tokens, i + 1)?;
    let days = matches!(unit, Unit::Days | Unit::Time(TimeUnit::BusinessDay | TimeUnit::CalendarDay));
    let of = tokens.get(after).is_some_and(|token| matches!(token.text, "de" | "del" | "of" | "do" | "da"));
    if !is_limit || !days || of {
        return None;
    }
    let range = tokens[i].start..tokens.get(after.checked_sub(1)?)?.end();
    Some((Mention { range, amount, low: None, unit, article: false }, after))
}
