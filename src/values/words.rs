//! The smallest parts of a value: numbers, the words after them, and the known word nearest to a mistyped one.

use super::{Decimal, Expectation, ValueError};

/// The most digits before the decimal point. Amounts stay far enough from the limits of [`Decimal`] for any product here.
const MAX_INTEGER_DIGITS: usize = 12;
const MAX_FRACTION_DIGITS: usize = 10;

/// The text with every run of white space, no-break spaces included, as one space, and none at the ends.
pub(super) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number as the language writes it: digits, at most one decimal point, a minus sign before.
pub fn parse_number(text: &str) -> Result<Decimal, ValueError> {
    let wrong = || ValueError::expected(Expectation::Number, text);
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) if all_digits(fraction) => (whole, fraction),
        Some(_) => return Err(comma(text, negative, digits).unwrap_or_else(wrong)),
        None => (digits, ""),
    };
    if !all_digits(whole) {
        return Err(comma(text, negative, digits).unwrap_or_else(wrong));
    }
    if whole.trim_start_matches('0').len() > MAX_INTEGER_DIGITS || fraction.len() > MAX_FRACTION_DIGITS {
        return Err(ValueError::TooLarge { found: text.to_string() });
    }
    let plain = if fraction.is_empty() { whole.to_string() } else { format!("{whole}.{fraction}") };
    let mut number = Decimal::from_str_exact(&plain).map_err(|_| ValueError::TooLarge { found: text.to_string() })?;
    number.set_sign_negative(negative && !number.is_zero());
    Ok(number)
}

/// The error for a number with the separators that people write by hand, which is named apart with what was meant.
fn comma(text: &str, negative: bool, digits: &str) -> Option<ValueError> {
    let sign = if negative { "-" } else { "" };
    let meant = format!("{sign}{}", plain_number(digits)?);
    Some(ValueError::DecimalComma { found: text.to_string(), meant })
}

/// A number with separators of thousands or a decimal comma, as the language writes it: `1,450.50` and `1.450,50` are
/// `1450.50`, `2,40` is `2.40`. None where the separators stand in no order that anybody writes.
///
/// Three digits after one comma may be a thousand as well as a thousandth; the reader is shown the number that a separator of
/// thousands would mean, since limits and prices seldom have three decimals. One point is left as the decimal point that it is.
pub fn plain_number(text: &str) -> Option<String> {
    let is_separator = |c: char| matches!(c, '.' | ',' | '\'' | '’' | ' ');
    let parts: Vec<&str> = text.split(is_separator).collect();
    let signs: Vec<char> = text.chars().filter(|c| is_separator(*c)).collect();
    if parts.iter().any(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let (last, first) = (parts.last()?, parts.first()?);
    let thousand = last.len() == 3 && *first != "0";
    let decimals = match signs.last()? {
        '.' => signs.len() == 1 || signs[0] != '.',
        ',' => signs[0] != ',' || signs.len() == 1 && !thousand,
        _ => false,
    };
    let whole = if decimals { &parts[..parts.len() - 1] } else { &parts[..] };
    let signs = &signs[..whole.len() - 1];
    // Groups have three digits each, the first up to three, and one sign keeps them all apart.
    let grouped = whole.len() == 1 || first.len() <= 3 && whole[1..].iter().all(|part| part.len() == 3);
    if !grouped || signs.iter().any(|sign| *sign != signs[0]) {
        return None;
    }
    Some(if decimals { format!("{}.{last}", whole.concat()) } else { whole.concat() })
}

/// The length of the number at the start of a text, in bytes; 0 where it starts with none.
pub(super) fn number_len(text: &str) -> usize {
    let sign = text.chars().next().filter(|c| matches!(c, '-' | '−')).map_or(0, char::len_utf8);
    let mut end = sign;
    let bytes = text.as_bytes();
    while end < bytes.len() {
        let part_of_number = bytes[end].is_ascii_digit()
            || (matches!(bytes[end], b'.' | b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit));
        if !part_of_number {
            break;
        }
        end += 1;
    }
    if end == sign { 0 } else { end }
}

/// An amount or a pair of amounts, and the words after it: `2..9 business days` is (2), (9), `business days`.
pub(super) struct Measured {
    pub low: Option<Decimal>,
    pub amount: Decimal,
    /// The amount as written, for messages.
    pub written: String,
    pub unit: String,
}

/// Splits a squeezed text into its amount and the words after it. `what` says what the text should have been.
pub(super) fn split_measured(text: &str, what: Expectation) -> Result<Measured, ValueError> {
    let wrong = || ValueError::expected(what, text);
    let first_len = number_len(text);
    if first_len == 0 {
        return Err(wrong());
    }
    let (first, after_first) = (&text[..first_len], &text[first_len..]);
    let Some(after_dots) = after_first.trim_start().strip_prefix("..") else {
        let amount = parse_number(first)?;
        let unit = unit_after(after_first).ok_or_else(wrong)?;
        return Ok(Measured { low: None, amount, written: first.to_string(), unit });
    };
    let after_dots = after_dots.trim_start();
    let second_len = number_len(after_dots);
    if second_len == 0 {
        return Err(wrong());
    }
    let (second, after_second) = (&after_dots[..second_len], &after_dots[second_len..]);
    let (low, amount) = (parse_number(first)?, parse_number(second)?);
    if low > amount {
        return Err(ValueError::ReversedRange { low: first.to_string(), high: second.to_string() });
    }
    let unit = unit_after(after_second).ok_or_else(wrong)?;
    Ok(Measured { low: Some(low), amount, written: format!("{first}..{second}"), unit })
}

/// The words after a number. A word must not stick to it, except the percent sign: `3days` is refused.
fn unit_after(rest: &str) -> Option<String> {
    let separated = rest.is_empty() || rest.starts_with(' ') || rest.starts_with('%');
    separated.then(|| rest.trim().to_string())
}

/// A word in lower case without the accents of Spanish and Portuguese, for comparison.
pub(super) fn fold(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'á' | 'à' | 'â' | 'ã' => 'a',
            'é' | 'ê' => 'e',
            'í' => 'i',
            'ó' | 'ô' | 'õ' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            other => other,
        })
        .collect()
}

/// The known word that a mistyped one was probably meant to be.
pub(super) fn nearest(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let word = fold(word);
    // Long texts are no typing errors, and the distance is quadratic.
    if word.len() > 40 {
        return None;
    }
    known
        .iter()
        .map(|candidate| (strsim::osa_distance(&word, candidate), *candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len() / 5 && *distance < candidate.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_and_plain() {
        assert_eq!(parse_number("99.50").map(|n| n.to_string()), Ok("99.50".to_string()));
        assert_eq!(parse_number("-3"), Ok(Decimal::from(-3)));
        assert_eq!(parse_number("−3"), Ok(Decimal::from(-3)));
        for bad in ["", "-", ".5", "5.", "1e3", "1_000", "0x10", "½", "٣", "1.2.3", "--3", "+3"] {
            assert!(parse_number(bad).is_err(), "{bad}");
        }
        assert!(matches!(parse_number("1234567890123"), Err(ValueError::TooLarge { .. })));
        assert!(matches!(parse_number(&"9".repeat(400)), Err(ValueError::TooLarge { .. })));
    }

    #[test]
    fn a_decimal_comma_is_named_with_what_was_meant() {
        let comma = |found: &str, meant: &str| {
            assert_eq!(
                parse_number(found),
                Err(ValueError::DecimalComma { found: found.to_string(), meant: meant.to_string() })
            );
        };
        comma("2,40", "2.40");
        comma("0,125", "0.125");
        comma("1,500", "1500");
        comma("-2,5", "-2.5");
        comma("1,450.50", "1450.50");
        comma("1.450,50", "1450.50");
        comma("1,234,567", "1234567");
        comma("1.234.567", "1234567");
        comma("12,500.5", "12500.5");
        for bad in ["1,45,50", "1.45,5.0", "1234,567.8", "1,2345.6", "1,450.50.2"] {
            assert!(matches!(parse_number(bad), Err(ValueError::Expected { .. })), "{bad}");
        }
    }

    #[test]
    fn separators_of_thousands_are_left_out() {
        for (written, plain) in [
            ("1 450", Some("1450")),
            ("1'450.5", Some("1450.5")),
            ("3.000", Some("3.000")),
            ("12", None),
            ("1 45", None),
            ("", None),
            (",", None),
        ] {
            assert_eq!(plain_number(written).as_deref(), plain, "{written}");
        }
    }

    #[test]
    fn the_nearest_word_is_near() {
        assert_eq!(nearest("busines days", &["business days", "business hours"]), Some("business days"));
        assert_eq!(nearest("MINUTS", &["minutes", "months"]), Some("minutes"));
        assert_eq!(nearest("personas", &["months", "hours"]), None);
        assert_eq!(nearest(&"x".repeat(5000), &["months"]), None);
    }
}
