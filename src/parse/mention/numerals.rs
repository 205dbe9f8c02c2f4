//! Numbers in digits and in words, as each language writes them.

use super::{Token, TokenKind};
use crate::lang::Lang;
use crate::values::{Decimal, parse_number};
use std::borrow::Cow;

/// Numbers that have a word of their own, in Spanish, English and Portuguese. Tens join with units by «y», “-” and «e».
const WORDS: [(&str, &str, &str, u8); 30] = [
    ("cero", "zero", "zero", 0),
    ("dos", "two", "dois", 2),
    ("dos", "two", "duas", 2),
    ("tres", "three", "três", 3),
    ("cuatro", "four", "quatro", 4),
    ("cinco", "five", "cinco", 5),
    ("seis", "six", "seis", 6),
    ("siete", "seven", "sete", 7),
    ("ocho", "eight", "oito", 8),
    ("nueve", "nine", "nove", 9),
    ("diez", "ten", "dez", 10),
    ("once", "eleven", "onze", 11),
    ("doce", "twelve", "doze", 12),
    ("trece", "thirteen", "treze", 13),
    ("catorce", "fourteen", "quatorze", 14),
    ("quince", "fifteen", "quinze", 15),
    ("dieciséis", "sixteen", "dezesseis", 16),
    ("diecisiete", "seventeen", "dezessete", 17),
    ("dieciocho", "eighteen", "dezoito", 18),
    ("diecinueve", "nineteen", "dezenove", 19),
    ("veinte", "twenty", "vinte", 20),
    ("treinta", "thirty", "trinta", 30),
    ("cuarenta", "forty", "quarenta", 40),
    ("cincuenta", "fifty", "cinquenta", 50),
    ("sesenta", "sixty", "sessenta", 60),
    ("setenta", "seventy", "setenta", 70),
    ("ochenta", "eighty", "oitenta", 80),
    ("noventa", "ninety", "noventa", 90),
    ("cien", "hundred", "cem", 100),
    ("catorce", "fourteen", "catorze", 14),
];

/// Spanish writes these in one word.
const TWENTIES: [(&str, u8); 10] = [
    ("veintiún", 21),
    ("veintiuna", 21),
    ("veintidós", 22),
    ("veintitrés", 23),
    ("veinticuatro", 24),
    ("veinticinco", 25),
    ("veintiséis", 26),
    ("veintisiete", 27),
    ("veintiocho", 28),
    ("veintinueve", 29),
];

/// The first ten places in a row, in Spanish, English and Portuguese.
const ORDINALS: [(&[&str], u8); 10] = [
    (&["primer", "first", "primeiro"], 1),
    (&["segundo", "second"], 2),
    (&["tercer", "third", "terceiro"], 3),
    (&["cuarto", "fourth", "quarto"], 4),
    (&["quinto", "fifth"], 5),
    (&["sexto", "sixth"], 6),
    (&["séptimo", "seventh", "sétimo"], 7),
    (&["octavo", "eighth", "oitavo"], 8),
    (&["noveno", "ninth", "nono"], 9),
    (&["décimo", "tenth"], 10),
];

/// The place in a row that a word in lower case names.
pub(super) fn ordinal(word: &str) -> Option<Decimal> {
    let found = ORDINALS.iter().find(|(words, _)| words.contains(&word));
    found.map(|(_, place)| Decimal::from(*place))
}

/// The number at a token, the token after it, and whether it may be an article.
pub(super) fn number(tokens: &[Token<'_>], i: usize, lang: Lang) -> Option<(Decimal, usize, bool)> {
    let token = tokens.get(i)?;
    match token.kind {
        TokenKind::Number => {
            grouped(tokens, i).or_else(|| digits(token.text, lang).map(|number| (number, i + 1, false)))
        }
        TokenKind::Word => spelt(tokens, i, lang),
        TokenKind::Sign => None,
    }
}

fn spelt(tokens: &[Token<'_>], i: usize, lang: Lang) -> Option<(Decimal, usize, bool)> {
    let word = tokens[i].text;
    // Most words are in lower case already.
    let word = match word.bytes().all(|b| b.is_ascii_lowercase()) {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.to_lowercase()),
    };
    if is_article(&word, lang) {
        return Some((Decimal::ONE, i + 1, true));
    }
    if is_half(&word, lang) {
        // “half an hour”.
        let an = tokens.get(i + 1).is_some_and(|t| lang == Lang::En && matches!(t.text, "a" | "an"));
        return Some((Decimal::new(5, 1), i + 1 + usize::from(an), false));
    }
    let tens = value(&word, lang)?;
    let joint = tokens.get(i + 1).map(|t| t.text.to_lowercase());
    let joins =
        matches!((lang, joint.as_deref()), (Lang::Es, Some("y")) | (Lang::En, Some("-")) | (Lang::Pt, Some("e")));
    if joins && (20..100).contains(&tens) && tens % 10 == 0 {
        let unit = tokens.get(i + 2).map(|t| t.text.to_lowercase());
        let unit = unit.and_then(|word| if is_one(&word, lang) { Some(1) } else { value(&word, lang) });
        if let Some(unit) = unit.filter(|unit| (1..10).contains(unit)) {
            return Some((Decimal::from(tens + unit), i + 3, false));
        }
    }
    Some((Decimal::from(tens), i + 1, false))
}

/// «30 000»: groups of three after a blank of any width, on one line.
fn grouped(tokens: &[Token<'_>], i: usize) -> Option<(Decimal, usize, bool)> {
    let plain = |token: &Token<'_>| token.kind == TokenKind::Number && token.text.bytes().all(|b| b.is_ascii_digit());
    let first = tokens.get(i).filter(|token| plain(token) && token.text.len() <= 3)?;
    // Before a group there is exactly one sign, a blank: 1 byte, or 2 or 3 where it does not break.
    let blank = |one: &Token<'_>, next: &Token<'_>| (1..=3).contains(&next.start.saturating_sub(one.end()));
    let mut whole = first.text.to_owned();
    let mut next = i + 1;
    while let Some(group) = tokens.get(next).filter(|group| plain(group) && group.text.len() == 3) {
        if !blank(&tokens[next - 1], group) {
            break;
        }
        whole.push_str(group.text);
        next += 1;
    }
    let number = (next > i + 1).then(|| parse_number(&whole).ok())??;
    Some((number, next, false))
}

/// A sum whose marks can only be read one way, whatever the language: `50,000`, `1,500.50`, `1.500,50`.
pub(super) fn sum(text: &str) -> Option<Decimal> {
    let mark = text.rfind([',', '.'])?;
    let (whole, fraction) = (&text[..mark], &text[mark + 1..]);
    let has_both = whole.contains([',', '.']) && !whole.contains(text[mark..].chars().next()?);
    let plain = |text: &str| text.replace([',', '.'], "");
    let groups = |text: &str| text.split([',', '.']).skip(1).all(|group| group.len() == 3);
    if has_both && groups(whole) {
        return parse_number(&format!("{}.{fraction}", plain(whole))).ok();
    }
    (fraction.len() == 3 && groups(text) && !text.starts_with('0')).then(|| parse_number(&plain(text)).ok())?
}

/// A number in the words of another language before a unit of time in that language: “within five business days” in a Spanish text.
pub(super) fn foreign(tokens: &[Token<'_>], i: usize, lang: Lang) -> Option<(Decimal, usize, bool)> {
    if tokens.get(i)?.kind != TokenKind::Word {
        return None;
    }
    let others: &[Lang] = if lang == Lang::En { &[Lang::Es, Lang::Pt] } else { &[Lang::En] };
    // Looked at first, since most words stand before no unit of time at all.
    let near = |n: usize| tokens.get(i + n).is_some_and(|token| super::words::is_noun_of(token.text, lang));
    if !(near(1) || near(3)) {
        return None;
    }
    others.iter().find_map(|other| {
        let (number, next, article) = spelt(tokens, i, *other)?;
        let noun = tokens.get(next).is_some_and(|token| super::words::is_noun_of(token.text, lang));
        (noun && !article).then_some((number, next, false))
    })
}

fn value(word: &str, lang: Lang) -> Option<u8> {
    if lang == Lang::Es
        && let Some((_, value)) = TWENTIES.iter().find(|(name, _)| *name == word)
    {
        return Some(*value);
    }
    let found = WORDS.iter().find(|(es, en, pt, _)| {
        word == *match lang {
            Lang::Es => es,
            Lang::En => en,
            Lang::Pt => pt,
        }
    });
    found.map(|(_, _, _, value)| *value)
}

fn is_article(word: &str, lang: Lang) -> bool {
    match lang {
        Lang::Es => matches!(word, "un" | "una"),
        Lang::En => matches!(word, "a" | "an" | "one"),
        Lang::Pt => matches!(word, "um" | "uma"),
    }
}

fn is_one(word: &str, lang: Lang) -> bool {
    is_article(word, lang) || word == "uno"
}

fn is_half(word: &str, lang: Lang) -> bool {
    match lang {
        Lang::Es => matches!(word, "media" | "medio"),
        Lang::En => word == "half",
        Lang::Pt => matches!(word, "meia" | "meio"),
    }
}

/// `1.500,50` in Spanish and Portuguese, `1,500.50` in English. A lone group of three after the other mark is thousands.
fn digits(text: &str, lang: Lang) -> Option<Decimal> {
    let (thousands, decimal) = if lang == Lang::En { (',', '.') } else { ('.', ',') };
    let (whole, fraction) = match text.rsplit_once(decimal) {
        // Two decimal marks are thousands of the other habit: `1,500,000` in a Spanish text of Peru.
        Some((whole, _)) if whole.contains(decimal) => return None,
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let mut groups = whole.split(thousands);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    // `99.5 %` in a Spanish text: the mark of thousands used for decimals.
    if let [only] = rest.as_slice()
        && only.len() != 3
        && fraction.is_none()
    {
        return parse_number(&format!("{first}.{only}")).ok();
    }
    if !rest.iter().all(|group| group.len() == 3) {
        return None;
    }
    let plain = format!("{first}{}{}", rest.concat(), fraction.map_or(String::new(), |f| format!(".{f}")));
    parse_number(&plain).ok()
}
