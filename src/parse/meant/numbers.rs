//! Numbers as people write them: digits with any separators, and small numbers in words.

use crate::values::plain_number;

/// Numbers in words of the three languages, folded.
const NUMBERS: [(u8, &[&str]); 30] = [
    (0, &["cero", "zero"]),
    (1, &["un", "una", "uno", "um", "uma", "one"]),
    (2, &["dos", "dois", "duas", "two"]),
    (3, &["tres", "three"]),
    (4, &["cuatro", "quatro", "four"]),
    (5, &["cinco", "five"]),
    (6, &["seis", "six"]),
    (7, &["siete", "sete", "seven"]),
    (8, &["ocho", "oito", "eight"]),
    (9, &["nueve", "nove", "nine"]),
    (10, &["diez", "dez", "ten"]),
    (11, &["once", "onze", "eleven"]),
    (12, &["doce", "doze", "twelve"]),
    (13, &["trece", "treze", "thirteen"]),
    (14, &["catorce", "catorze", "quatorze", "fourteen"]),
    (15, &["quince", "quinze", "fifteen"]),
    (16, &["dieciseis", "dezesseis", "sixteen"]),
    (17, &["diecisiete", "dezessete", "seventeen"]),
    (18, &["dieciocho", "dezoito", "eighteen"]),
    (19, &["diecinueve", "dezenove", "nineteen"]),
    (20, &["veinte", "vinte", "twenty"]),
    (24, &["veinticuatro"]),
    (30, &["treinta", "trinta", "thirty"]),
    (40, &["cuarenta", "quarenta", "forty"]),
    (50, &["cincuenta", "cinquenta", "fifty"]),
    (60, &["sesenta", "sessenta", "sixty"]),
    (70, &["setenta", "seventy"]),
    (80, &["ochenta", "oitenta", "eighty"]),
    (90, &["noventa", "ninety"]),
    (100, &["cien", "cem"]),
];

/// The number at the start, digits or a small number in words, and the rest.
pub fn amount(text: &str) -> Option<(String, &str)> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’')));
        let mut end = text.find("..").unwrap_or(text.len()).min(end.unwrap_or(text.len()));
        // Groups of three digits, kept apart by spaces.
        while let Some(group) = text[end..].strip_prefix(' ') {
            let digits = group.bytes().take_while(u8::is_ascii_digit).count();
            if digits != 3 || !text[..end].ends_with(|c: char| c.is_ascii_digit()) {
                break;
            }
            end += 4;
        }
        let digits = text[..end].trim_end_matches(['.', ',', '\'', '’']);
        let plain = digits.bytes().all(|b| b.is_ascii_digit());
        let number = if plain { digits.to_owned() } else { plain_number(digits)? };
        return Some((number, text[end..].trim()));
    }
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let (number, _) = NUMBERS.iter().find(|(_, words)| words.contains(&word))?;
    Some((number.to_string(), rest.trim()))
}

/// `2 a 9 días`, `entre 2 y 9 días`, `2-9 días` → `2..9` and the rest; a number alone as it is.
pub fn span_of(plain: &str) -> Option<(String, &str)> {
    let plain = plain.strip_prefix("de ").or_else(|| plain.strip_prefix("entre ")).unwrap_or(plain);
    let (low, rest) = amount(plain)?;
    let high = ["a ", "y ", "e ", "o ", "ou ", "hasta ", "ate ", "to ", "...", "..", "…", "-"]
        .iter()
        .find_map(|between| amount(rest.strip_prefix(between)?.trim_start()));
    Some(match high {
        Some((high, rest)) => (format!("{low}..{high}"), rest),
        None => (low, rest),
    })
}
