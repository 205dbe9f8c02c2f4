//! Dates, periods, frequencies, days of the week and hours as people write them.

use super::{duration, per};
use crate::values::{MonthDay, Period, Recurrence, TimeRange, Weekdays, parse_date};

/// `cada mes`, `una vez al año` → `monthly`, `yearly`.
pub fn recurrence(plain: &str) -> Option<String> {
    let words = ["una vez ", "1 vez ", "uma vez ", "once "];
    let rest = words.iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(plain);
    let rest = rest.strip_prefix("todos los ").or_else(|| rest.strip_prefix("todas las ")).unwrap_or(rest);
    if let Some(every) = rest.strip_prefix("cada ").and_then(duration) {
        return Some(every);
    }
    let word = match per(rest).or_else(|| per(rest.trim_end_matches('s')))?.strip_prefix(" per ")? {
        "day" => "daily",
        "week" => "weekly",
        "month" => "monthly",
        "quarter" => "quarterly",
        "year" => "yearly",
        _ => return None,
    };
    Recurrence::parse(word).is_ok().then(|| word.to_owned())
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

pub fn date(plain: &str) -> Option<String> {
    let parts = parts(plain);
    let [a, b, c] = parts.as_slice() else { return None };
    // `enero 5, 2027`.
    let (a, b) = if a.starts_with(char::is_alphabetic) { (b, a) } else { (a, b) };
    let (year, month, day) = if a.len() == 4 { (a, month(b)?, c) } else { (c, month(b)?, a) };
    let year = if year.len() == 2 { format!("20{year}") } else { (*year).to_owned() };
    let written = format!("{year}-{month}-{:02}", day.parse::<u8>().ok()?);
    parse_date(&written).is_ok().then_some(written)
}

pub fn period(plain: &str) -> Option<String> {
    let parts = parts(plain);
    let [a, b] = parts.as_slice() else { return None };
    let (year, word) = if a.len() == 4 { (a, b) } else { (b, a) };
    let written = format!("{year}-{}", month(word)?);
    Period::parse(&written).is_ok().then_some(written)
}

/// `1 de enero`, `25/12` → `01-01`, `12-25`; a whole date where the year is said.
pub fn closed(plain: &str) -> Option<String> {
    if let Some(date) = date(plain) {
        return Some(date);
    }
    let parts = parts(plain);
    let [a, b] = parts.as_slice() else { return None };
    let (day, named) = if a.starts_with(char::is_alphabetic) { (b, a) } else { (a, b) };
    let written = format!("{}-{:02}", month(named)?, day.parse::<u8>().ok()?);
    MonthDay::parse(&written).is_ok().then_some(written)
}

/// `de 9 a 14 y de 16 a 20` → `09:00-14:00 16:00-20:00`.
pub fn shifts(plain: &str) -> Option<String> {
    let and = [" y ", " e ", " and ", ", ", "; ", " / "];
    let parts = match and.iter().find(|word| plain.contains(**word)) {
        Some(word) => plain.split(word).map(times).collect::<Option<Vec<String>>>()?,
        None => vec![times(plain)?],
    };
    let written = parts.join(" ");
    TimeRange::parse_list(&written).is_ok().then_some(written)
}

/// `8:30 - 18h`, `8 am a 8 pm` → `08:30-18:00`.
fn times(plain: &str) -> Option<String> {
    let plain = plain.trim().strip_prefix("de ").unwrap_or(plain);
    let (from, to) =
        plain.split_once(" a ").or_else(|| plain.split_once('-')).or_else(|| plain.split_once(" hasta "))?;
    let (from, mut to) = (time(from)?, time(to)?);
    // From eight to six is meant to end in the afternoon.
    let hour = to.get(..2).and_then(|hour| hour.parse::<u8>().ok());
    if let (true, Some(hour @ ..12)) = (to <= from && !plain.contains('m'), hour) {
        to = format!("{:02}{}", hour + 12, &to[2..]);
    }
    let written = format!("{from}-{to}");
    TimeRange::parse(&written).is_ok().then_some(written)
}

pub fn time(text: &str) -> Option<String> {
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
pub fn weekdays(plain: &str) -> Option<String> {
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
pub fn hours(plain: &str) -> Option<String> {
    let digit = plain.find(|c: char| c.is_ascii_digit())?;
    let (days, range) = plain.split_at(digit);
    let days = days.trim().trim_end_matches(" de").trim_end_matches([':', ',']).trim();
    // Hours without their days are those of the working week more often than not; the author sees which days are written.
    let days = if matches!(days, "" | "de" | "das") { "mon..fri".to_owned() } else { weekdays(days)? };
    Some(format!("{{ {days}: {} }}", shifts(range)?))
}
