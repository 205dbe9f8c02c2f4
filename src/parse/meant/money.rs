//! Amounts of money as people write them, by sign, name or code of the currency.

use super::numbers::amount;
use super::{fold, limit, per, unquoted};
use crate::values::Money;

/// Signs and names of money, folded, and the code of the currency.
const SIGNS: [(&str, &str); 22] = [
    ("us$", "USD"),
    ("u$s", "USD"),
    ("r$", "BRL"),
    ("mx$", "MXN"),
    ("s/.", "PEN"),
    ("s/", "PEN"),
    ("€", "EUR"),
    ("soles", "PEN"),
    ("sol", "PEN"),
    ("nuevos soles", "PEN"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("dolares", "USD"),
    ("dolar", "USD"),
    ("reais", "BRL"),
    ("real", "BRL"),
    ("pesos mexicanos", "MXN"),
    ("pesos colombianos", "COP"),
    ("pesos argentinos", "ARS"),
    ("pesos chilenos", "CLP"),
    ("pesos uruguayos", "UYU"),
    ("bolivianos", "BOB"),
];

/// Signs and names that several currencies share: the manual says which is meant.
const SHARED: [&str; 5] = ["$", "pesos", "peso", "m.n.", "mn"];

/// The amount of a text that names a currency as many countries do, `$450` or `450 pesos`: the code is the author's to say.
pub fn shared_currency(text: &str) -> Option<String> {
    let plain = fold(unquoted(text));
    let sign = SHARED.iter().any(|sign| plain.starts_with(sign) || plain.split(' ').any(|word| word == *sign));
    let digits = plain.find(|c: char| c.is_ascii_digit());
    let number = digits.map_or_else(|| amount(&plain), |digits| amount(&plain[digits..]));
    number.filter(|_| sign).map(|(number, _)| thousands(number))
}

/// The code that a sign, a name or a code in any case of letters stands for.
fn currency_of(word: &str, manual: Option<&str>) -> Option<String> {
    let named = SIGNS.iter().find(|(sign, _)| *sign == word).map(|(_, code)| (*code).to_owned());
    named
        .or_else(|| manual.filter(|_| SHARED.contains(&word)).map(str::to_owned))
        .or_else(|| (word.len() == 3 && word.bytes().all(|b| b.is_ascii_alphabetic())).then(|| word.to_uppercase()))
}

/// The code of a currency that is named without an amount: `peso mexicano`.
pub fn currency_code(text: &str) -> Option<String> {
    let plain = fold(unquoted(text));
    let plural = plain.split(' ').map(|word| if word.ends_with('o') { format!("{word}s") } else { word.to_owned() });
    let plural = plural.collect::<Vec<_>>().join(" ");
    let code = |word: &str| currency_of(word, None).filter(|code| code.to_lowercase() != word || CODES.contains(&word));
    code(&plain).or_else(|| code(&plural))
}

/// Codes that may be meant in small letters, where another word of three letters would be a thing that is counted.
const CODES: [&str; 20] = [
    "mxn", "pen", "cop", "ars", "clp", "brl", "bob", "uyu", "pyg", "gtq", "hnl", "nio", "crc", "pab", "dop", "cup",
    "ves", "usd", "eur", "gbp",
];

/// Whether an amount is in euros and has one reading: `18,20 €`, `1.500,50 euros`, `30 €`; no `1.500 €`.
pub fn is_in_euros(plain: &str) -> bool {
    let number = ["€", "euros", "euro", "eur"].iter().find_map(|sign| plain.strip_suffix(sign)).map(str::trim_end);
    let Some(number) = number else { return false };
    let is_count = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let Some((whole, cents)) = number.split_once(',') else { return is_count(number) };
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.iter().all(|group| group.len() == 3 && is_count(group)) && (rest.is_empty() || first.len() <= 3);
    is_count(first) && grouped && cents.len() <= 2 && is_count(cents)
}

/// Whether a word can only be the code that was found for it: `€`, `euros`, `pen`.
pub fn is_sure_code(text: &str, code: &str) -> bool {
    let plain = fold(unquoted(text));
    matches!(plain.as_str(), "€" | "euro" | "euros") || plain.eq_ignore_ascii_case(code)
}

/// In an amount of money three digits after a point are thousands.
fn thousands(number: String) -> String {
    match number.split_once('.') {
        Some((whole, part)) if part.len() == 3 && whole != "0" => format!("{whole}{part}"),
        _ => number,
    }
}

pub fn money(text: &str, plain: &str, currency: Option<&str>) -> Option<String> {
    let plain = limit(plain);
    let (before, number, after) = match amount(plain) {
        Some((number, rest)) => ("", number, rest),
        None => {
            let digits = plain.find(|c: char| c.is_ascii_digit())?;
            let (number, rest) = amount(&plain[digits..])?;
            (plain[..digits].trim(), number, rest)
        }
    };
    // The longest name that the rest begins with, or its first word.
    let names = SIGNS.iter().map(|(sign, _)| *sign).chain(SHARED);
    let ends = |sign: &&str| after.strip_prefix(*sign).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let named = names.filter(ends).max_by_key(|sign| sign.len());
    let word = named.unwrap_or_else(|| after.split(' ').next().unwrap_or(""));
    // `45 min` is no amount in a currency called MIN.
    let is_code = named.is_some() || text.contains(&word.to_uppercase()) || CODES.contains(&word);
    let behind = currency_of(word, currency).filter(|_| is_code && !word.is_empty());
    let (code, rest) = match (before, behind) {
        ("", None) => (currency?.to_owned(), after),
        ("", Some(code)) => (code, after[word.len()..].trim()),
        // `$450 MXN` says it twice.
        (sign, Some(code)) => (currency_of(sign, Some(&code)).map(|_| code)?, after[word.len()..].trim()),
        (sign, None) => (currency_of(sign, currency)?, after),
    };
    // What the amount is for may be a word of the author's: `35 € por pieza`.
    let own = || rest.strip_prefix("por ").filter(|word| word.chars().all(|c| c.is_alphabetic() || c == ' '));
    let per = per(rest).or_else(|| own().map(|word| format!(" per {word}")))?;
    let written = format!("{} {code}{per}", thousands(number));
    Money::parse(&written).is_ok().then_some(written)
}
