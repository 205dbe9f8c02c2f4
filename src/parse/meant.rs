//! Values as people write them by hand → the same value in the language, to be shown as what to write.
//!
//! Nothing of this is accepted: a manual has one way to write a value. What is suggested has been read by the language's own
//! grammar, so that following the advice always helps.

use crate::values::{
    Date, Duration, Expectation, Money, Percent, Period, Quantity, Rate, TimeRange, Weekdays, parse_date,
};

/// What a text was probably meant to be.
pub fn meant(what: Expectation, text: &str) -> Option<String> {
    let text = text.trim();
    let plain = fold(text);
    // Long texts are no values.
    if text.chars().count() > 60 {
        return None;
    }
    let found = match what {
        Expectation::Duration => duration(&plain),
        Expectation::Percent => percent(&plain),
        Expectation::Money => money(text, &plain),
        Expectation::Quantity | Expectation::Rate => percent(&plain)
            .filter(|_| plain.contains("cent") || plain.contains('%'))
            .or_else(|| money(text, &plain))
            .or_else(|| rate(&plain)),
        Expectation::Number => Some(plain.replace([' ', '\''], "")).filter(|n| crate::values::parse_number(n).is_ok()),
        Expectation::Date => date(&plain),
        Expectation::Period => period(&plain),
        Expectation::Time | Expectation::TimeRange => times(&plain),
        Expectation::Weekday => weekdays(&plain),
        Expectation::Hours => hours(&plain),
        _ => None,
    };
    found.filter(|found| found != text)
}

/// The last day of the month, for a date that no calendar has.
pub fn last_of_month(text: &str) -> Option<String> {
    let (year, month) = (text.get(..4)?.parse().ok()?, text.get(5..7)?.parse().ok()?);
    let first = Date::new(year, month, 1).ok()?;
    Some(first.last_of_month().to_string())
}

/// Lower case without accents; odd spaces and hyphens as plain ones.
fn fold(text: &str) -> String {
    let fold = |c: char| match c {
        'á' | 'à' | 'â' | 'ã' => 'a',
        'é' | 'ê' => 'e',
        'í' => 'i',
        'ó' | 'ô' | 'õ' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        '–' | '—' | '‑' => '-',
        c => c,
    };
    let folded: String = text.chars().flat_map(char::to_lowercase).map(fold).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The number at the start, digits or a small number in words, and the rest.
fn amount(text: &str) -> Option<(String, &str)> {
    const NUMBERS: [(&str, &str); 15] = [
        ("una", "1"),
        ("uma", "1"),
        ("un", "1"),
        ("um", "1"),
        ("dos", "2"),
        ("dois", "2"),
        ("duas", "2"),
        ("tres", "3"),
        ("cuatro", "4"),
        ("quatro", "4"),
        ("cinco", "5"),
        ("seis", "6"),
        ("siete", "7"),
        ("diez", "10"),
        ("dez", "10"),
    ];
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(text.len());
    let digits = text[..end].trim_end_matches(['.', ',']);
    if digits.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((digits.replace(',', "."), text[end..].trim()));
    }
    let (word, rest) = text.split_once(' ')?;
    NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, n)| ((*n).to_owned(), rest.trim()))
}

fn duration(plain: &str) -> Option<String> {
    let (number, unit) = amount(plain)?;
    let written = format!("{number} {unit}");
    // The grammar knows the words of other tongues and says which unit they are.
    match Duration::parse(&written) {
        Ok(_) => Some(written),
        Err(crate::values::ValueError::UnknownUnit { near: Some(near), .. }) => {
            let written = format!("{number} {}", if number == "1" { near.trim_end_matches('s') } else { near });
            Duration::parse(&written).is_ok().then_some(written)
        }
        Err(_) => None,
    }
}

/// `al año`, `mensual` → `per year`.
fn per(rest: &str) -> Option<String> {
    let rest = rest.trim().trim_start_matches('/').trim();
    let mut words = rest
        .split(' ')
        .filter(|w| !matches!(*w, "por" | "al" | "a" | "la" | "cada" | "ao" | "per" | "de" | "el" | "o"));
    let word = words.next().unwrap_or("");
    let period = match word {
        "" => return Some(String::new()),
        "ano" | "anual" | "anuales" | "tea" | "year" => "year",
        "mes" | "mensual" | "mensal" | "month" => "month",
        "semana" | "semanal" | "week" => "week",
        "dia" | "diario" | "diaria" | "day" => "day",
        "hora" | "hour" => "hour",
        "trimestre" | "trimestral" | "quarter" => "quarter",
        "caso" | "case" => "case",
        _ => return None,
    };
    words.next().is_none().then(|| format!(" per {period}"))
}

fn percent(plain: &str) -> Option<String> {
    let (number, rest) = amount(plain)?;
    let signs = ["por ciento", "por cento", "porciento", "percent", "pct", "%"];
    let rest = signs.iter().find_map(|sign| rest.strip_prefix(sign)).unwrap_or(rest);
    // `0.9` was meant as a share of one.
    let number = match crate::values::parse_number(&number).ok()? {
        part if number.starts_with("0.") && rest.is_empty() => {
            (part * crate::values::Decimal::ONE_HUNDRED).normalize().to_string()
        }
        _ => number,
    };
    let written = format!("{number} %{}", per(rest)?);
    Percent::parse(&written).is_ok().then_some(written)
}

fn money(text: &str, plain: &str) -> Option<String> {
    const SIGNS: [(&str, &str); 17] = [
        ("us$", "USD"),
        ("r$", "BRL"),
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
        ("bolivianos", "BOB"),
    ];
    let code = |word: &str| {
        let sign = SIGNS.iter().find(|(sign, _)| *sign == word).map(|(_, code)| (*code).to_owned());
        sign.or_else(|| (word.len() == 3 && word.bytes().all(|b| b.is_ascii_alphabetic())).then(|| word.to_uppercase()))
    };
    let (before, number, after) = match amount(plain) {
        Some((number, rest)) => (String::new(), number, rest.to_owned()),
        None => {
            let digits = plain.find(|c: char| c.is_ascii_digit())?;
            let (number, rest) = amount(&plain[digits..])?;
            (plain[..digits].trim().to_owned(), number, rest.to_owned())
        }
    };
    let (currency, rest) = match before.is_empty() {
        false => (code(&before)?, after.as_str()),
        true => {
            let words =
                SIGNS.iter().map(|(sign, _)| *sign).filter(|sign| after.starts_with(sign)).max_by_key(|s| s.len());
            let word = words.unwrap_or_else(|| after.split(' ').next().unwrap_or(""));
            // `45 min` is no amount in a currency called MIN.
            let is_code =
                words.is_some() || text.ends_with(&word.to_uppercase()) || plain == format!("{number} {word}");
            (code(word).filter(|_| is_code)?, after[word.len()..].trim())
        }
    };
    let written = format!("{number} {currency}{}", per(rest)?);
    Money::parse(&written).is_ok().then_some(written)
}

fn rate(plain: &str) -> Option<String> {
    let (number, rest) = amount(plain)?;
    let at = rest
        .find(" por ")
        .map(|i| i + 1)
        .or_else(|| rest.find('/'))
        .or_else(|| rest.starts_with("por ").then_some(0))?;
    let unit = rest[..at].trim();
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let written = format!("{number}{unit}{}", per(&rest[at..])?);
    Rate::parse(&written).is_ok().then(|| written.clone()).filter(|w| Quantity::parse(w).is_ok())
}

const MONTHS: [&str; 12] = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "se", "oct", "nov", "dic"];
const MESES: [&str; 12] = ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"];

fn month(word: &str) -> Option<String> {
    if let Ok(number @ 1..=12) = word.parse::<u8>() {
        return Some(format!("{number:02}"));
    }
    let named = |names: [&str; 12]| names.iter().position(|name| word.starts_with(name));
    named(MONTHS).or_else(|| named(MESES)).map(|i| format!("{:02}", i + 1))
}

fn parts(plain: &str) -> Vec<&str> {
    let words = plain.split(['/', '-', '.', ' ', ',']);
    words.filter(|w| !w.is_empty() && !matches!(*w, "de" | "del" | "do")).collect()
}

fn date(plain: &str) -> Option<String> {
    let parts = parts(plain);
    let [a, b, c] = parts.as_slice() else { return None };
    let (year, month, day) = if a.len() == 4 { (a, month(b)?, c) } else { (c, month(b)?, a) };
    let year = if year.len() == 2 { format!("20{year}") } else { (*year).to_owned() };
    let written = format!("{year}-{month}-{:02}", day.parse::<u8>().ok()?);
    parse_date(&written).is_ok().then_some(written)
}

fn period(plain: &str) -> Option<String> {
    let parts = parts(plain);
    let [a, b] = parts.as_slice() else { return None };
    let (year, word) = if a.len() == 4 { (a, b) } else { (b, a) };
    let written = format!("{year}-{}", month(word)?);
    Period::parse(&written).is_ok().then_some(written)
}

/// `8:30 - 18h`, `8 am a 8 pm` → `08:30-18:00`.
fn times(plain: &str) -> Option<String> {
    let plain = plain.strip_prefix("de ").unwrap_or(plain);
    let (from, to) =
        plain.split_once(" a ").or_else(|| plain.split_once('-')).or_else(|| plain.split_once(" hasta "))?;
    let written = format!("{}-{}", time(from)?, time(to)?);
    TimeRange::parse(&written).is_ok().then_some(written)
}

fn time(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("las ");
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(text.len());
    let rest = text[end..].replace(['.', ' '], "");
    let (hour, minute) = text[..end].trim_end_matches('.').split_once([':', '.']).unwrap_or((text[..end].trim(), "00"));
    let hour: u8 = hour.parse().ok()?;
    let hour = match rest.as_str() {
        "pm" if hour < 12 => hour + 12,
        "" | "am" | "pm" | "h" | "hs" | "hrs" | "horas" => hour,
        _ => return None,
    };
    (minute.len() == 2).then(|| format!("{hour:02}:{minute}"))
}

/// `lunes a viernes`, `lun-vie` → `mon..fri`.
fn weekdays(plain: &str) -> Option<String> {
    let plain = plain.strip_prefix("de ").unwrap_or(plain);
    let separators = [" a ", "..", " al ", "-"];
    let pair = separators.iter().find_map(|s| plain.split_once(s));
    let written = match pair {
        Some((from, to)) => format!("{}..{}", weekday(from)?, weekday(to)?),
        None => {
            let days: Option<Vec<&str>> =
                plain.replace(" y ", ",").replace(" e ", ",").split(',').map(weekday).collect();
            days?.join(",")
        }
    };
    Weekdays::parse(&written).is_ok().then_some(written)
}

fn weekday(word: &str) -> Option<&'static str> {
    const DAYS: [(&str, &[&str]); 8] = [
        ("mon", &["lun", "seg", "mon"]),
        ("tue", &["mar", "ter", "tue"]),
        ("wed", &["mie", "qua", "wed"]),
        ("thu", &["jue", "qui", "thu"]),
        ("fri", &["vie", "sex", "fri"]),
        ("sat", &["sab", "sat"]),
        ("sun", &["dom", "sun"]),
        ("holidays", &["feriado", "festivo"]),
    ];
    let word = word.trim();
    DAYS.iter().find(|(_, names)| names.iter().any(|name| word.starts_with(name))).map(|(day, _)| *day)
}

/// `lunes a viernes de 8 a 20` → `{ mon..fri: 08:00-20:00 }`.
fn hours(plain: &str) -> Option<String> {
    let digit = plain.find(|c: char| c.is_ascii_digit())?;
    let (days, range) = plain.split_at(digit);
    let days = days.trim().trim_end_matches(" de").trim_end_matches([':', ',']).trim();
    Some(format!("{{ {}: {} }}", weekdays(days)?, times(range)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_understood() {
        use Expectation as E;
        for (what, written, expected) in [
            (E::Duration, "10 días hábiles", "10 business days"),
            (E::Duration, "un día hábil", "1 business day"),
            (E::Duration, "24h", "24 hours"),
            (E::Duration, "4,5 minutos", "4.5 minutes"),
            (E::Percent, "90 por ciento", "90 %"),
            (E::Percent, "90", "90 %"),
            (E::Percent, "0.9", "90 %"),
            (E::Percent, "36 % al año", "36 % per year"),
            (E::Money, "S/ 30", "30 PEN"),
            (E::Money, "S/. 30.50", "30.50 PEN"),
            (E::Money, "30 soles", "30 PEN"),
            (E::Money, "30 pen", "30 PEN"),
            (E::Money, "EUR 12", "12 EUR"),
            (E::Money, "6 euros al mes", "6 EUR per month"),
            (E::Quantity, "S/ 20", "20 PEN"),
            (E::Rate, "18/hora", "18 per hour"),
            (E::Rate, "18 por hora", "18 per hour"),
            (E::Number, "13 684", "13684"),
            (E::Date, "5/10/2026", "2026-10-05"),
            (E::Date, "05-10-2026", "2026-10-05"),
            (E::Date, "5 de octubre de 2026", "2026-10-05"),
            (E::Date, "2026-10-5", "2026-10-05"),
            (E::Period, "nov-2025", "2025-11"),
            (E::Time, "8:30 - 18h", "08:30-18:00"),
            (E::TimeRange, "8 am a 8 pm", "08:00-20:00"),
            (E::Weekday, "lunes a viernes", "mon..fri"),
            (E::Weekday, "lun-vie", "mon..fri"),
            (E::Weekday, "lun..vie", "mon..fri"),
            (E::Hours, "lunes a viernes de 8 a 20", "{ mon..fri: 08:00-20:00 }"),
        ] {
            assert_eq!(meant(what, written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn what_nobody_understands_gets_no_advice() {
        use Expectation as E;
        for (what, written) in [
            (E::Duration, "pronto"),
            (E::Percent, "casi todos"),
            (E::Money, "gratis"),
            (E::Quantity, "gratis"),
            (E::Date, "mañana"),
            (E::Date, "31/02/2026"),
            (E::Hours, "cuando haya gente"),
            (E::Weekday, "siempre"),
            (E::Duration, ""),
        ] {
            assert_eq!(meant(what, written), None, "{written}");
        }
        assert_eq!(last_of_month("2026-02-31").as_deref(), Some("2026-02-28"));
        assert_eq!(last_of_month("2026-13-01"), None);
    }
}
