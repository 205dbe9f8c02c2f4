//! Values as people write them by hand → the same value in the language, to be shown as what to write.
//!
//! Nothing of this is accepted: a manual has one way to write a value. What is suggested has been read by the language's own
//! grammar, so that following the advice always helps.

mod money;
mod numbers;
mod times;

pub use money::{currency_code, is_sure_code, shared_currency};
pub use numbers::amount;

use crate::values::{
    Bound, Date, DayOfPeriod, Duration, Expectation, Percent, Quantity, Range, Rate, Target, ValueError, parse_number,
};
use money::money;
use numbers::span_of;
use times::{closed, date, hours, period, recurrence, shifts, time, weekdays};

/// What a text was probably meant to be. `currency` is that of the manual, for amounts that name none or a sign of many.
pub fn meant(what: Expectation, text: &str, currency: Option<&str>) -> Option<String> {
    let text = unquoted(text);
    // Long texts are no values.
    if text.chars().count() > 60 {
        return None;
    }
    let plain = fold(text);
    if let Some(found) = signed(what, &plain, currency) {
        return Some(found);
    }
    let plain = without_brackets(&plain);
    let found = match what {
        Expectation::Duration => duration(&plain),
        Expectation::Percent => percent(&plain),
        Expectation::Money => money(text, &plain, currency),
        Expectation::Quantity | Expectation::Rate => percent(&plain)
            .filter(|_| says_hundred(&plain) || plain.contains('%'))
            // A number alone is no amount of money here.
            .or_else(|| money(text, &plain, currency.filter(|_| shared_currency(text).is_some())))
            .or_else(|| rate(&plain))
            .or_else(|| duration(&plain).filter(|_| what == Expectation::Quantity)),
        // What is counted is said by the key: `servers: 2 sillones`.
        Expectation::Number => amount(&plain)
            .filter(|(_, rest)| rest.chars().all(|c| c.is_alphabetic()) && !matches!(*rest, "mil" | "k" | "x"))
            .map(|(number, _)| number),
        Expectation::Range => range(&plain),
        Expectation::Scale => {
            span_of(&plain).filter(|(scale, rest)| rest.is_empty() && scale.contains("..")).map(|(scale, _)| scale)
        }
        Expectation::Ratio => ratio(&plain),
        Expectation::DayOfPeriod => day_of_month(&plain),
        Expectation::Date => date(&plain),
        Expectation::Period => period(&plain),
        Expectation::Recurrence => recurrence(&plain),
        Expectation::Time => time(&plain).or_else(|| shifts(&plain)),
        Expectation::TimeRange => shifts(&plain),
        Expectation::Closed | Expectation::MonthDay => closed(&plain),
        Expectation::Weekday => weekdays(&plain),
        Expectation::Hours => hours(&plain),
        _ => None,
    };
    found.filter(|found| found != text)
}

/// «por ciento», «por cento», “per cent”.
fn says_hundred(plain: &str) -> bool {
    ["ciento", "cent"].iter().any(|word| plain.contains(word))
}

/// Whether what was meant can only be that: a value with its unit in another tongue, a day by its name or its month,
/// an amount in euros with its cents. Another number with a point or a comma, two numbers that may be day and month, and an hour
/// without its half of the day are left to the author.
pub fn is_certain(what: Expectation, text: &str) -> bool {
    let plain = fold(text.trim());
    let plain_number = !plain.contains(['.', ',']);
    let digits_first = plain.starts_with(|c: char| c.is_ascii_digit());
    match what {
        // A word of the unit more, such as «como máximo», may be more than a unit.
        Expectation::Duration => plain_number && digits_first && (2..=3).contains(&plain.split(' ').count()),
        Expectation::Percent => plain_number && digits_first && says_hundred(&plain),
        Expectation::Weekday => true,
        // A word for how often, such as «mensual», has one word in the language.
        Expectation::Recurrence => plain.chars().all(|c| c.is_alphabetic() || c == ' '),
        Expectation::Money => money::is_in_euros(&plain),
        Expectation::Date => {
            let words = plain.split(['/', '-', '.', ' ', ',']);
            let parts: Vec<&str> = words.filter(|w| !w.is_empty() && !matches!(*w, "de" | "del" | "do")).collect();
            let named = parts.get(1).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
            let year_first = parts.first().is_some_and(|year| year.len() == 4);
            let year_last = parts.get(2).is_some_and(|year| year.len() == 4);
            // Of two numbers, one above twelve is the day.
            let small = |part: usize| parts.get(part).and_then(|p| p.parse::<u8>().ok()).is_some_and(|n| n <= 12);
            let ordered = year_last && small(1) && !small(0) && !parts[0].starts_with(|c: char| c.is_alphabetic());
            parts.len() == 3 && (year_first && plain.contains('-') || named && year_last || ordered)
        }
        _ => false,
    }
}

/// The number of days in a text that says neither business nor calendar days: `«3 días»`, `tres días`, `3dias`.
pub fn bare_days(text: &str) -> Option<String> {
    let plain = without_brackets(&fold(unquoted(text)));
    let (number, unit) = span_of(limit(&plain))?;
    match Duration::parse(&format!("{number} {unit}")) {
        Err(ValueError::AmbiguousDays { amount }) => Some(amount),
        _ => None,
    }
}

/// A text without the quotation marks of a document around it.
fn unquoted(text: &str) -> &str {
    let text = text.trim();
    let pairs = [('«', '»'), ('“', '”'), ('„', '“'), ('‘', '’'), ('"', '"'), ('\'', '\'')];
    let bare = pairs.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    bare.map_or(text, str::trim)
}

/// `tres (3) días` and `3 (tres) días` → `3 días`.
fn without_brackets(plain: &str) -> String {
    let parts = plain.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?)));
    let Some((before, (inside, after))) = parts else { return plain.to_owned() };
    let is_number = |text: &str| amount(text.trim()).is_some_and(|(_, rest)| rest.is_empty());
    match (is_number(before), is_number(inside)) {
        (true, true) if inside.starts_with(|c: char| c.is_ascii_digit()) => format!("{inside}{after}"),
        (true, true) => format!("{} {}", before.trim(), after.trim()),
        _ => plain.to_owned(),
    }
}

/// Words before a value that its key says already: «hasta», «al menos».
fn limit(plain: &str) -> &str {
    const WORDS: [&str; 17] = [
        "como maximo ",
        "como minimo ",
        "no maximo ",
        "no minimo ",
        "no mas de ",
        "maximo de ",
        "maximo ",
        "minimo ",
        "al menos ",
        "ao menos ",
        "pelo menos ",
        "por lo menos ",
        "dentro de ",
        "hasta ",
        "cada ",
        "ate ",
        "en ",
    ];
    WORDS.iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(plain)
}

/// `mas de 90 %` and `> 90` → `> 90 %`, for the keys that take a sign.
fn signed(what: Expectation, plain: &str, currency: Option<&str>) -> Option<String> {
    const SIGNS: [(&str, &str); 17] = [
        (">=", ">="),
        ("=>", ">="),
        ("≥", ">="),
        ("<=", "<="),
        ("=<", "<="),
        ("≤", "<="),
        (">", ">"),
        ("<", "<"),
        ("mas de ", ">"),
        ("mas del ", ">"),
        ("mais de ", ">"),
        ("more than ", ">"),
        ("menos de ", "<"),
        ("menos del ", "<"),
        ("menos do que ", "<"),
        ("less than ", "<"),
        ("=", ""),
    ];
    let (sign, rest) = SIGNS.iter().find_map(|(written, sign)| Some((*sign, plain.strip_prefix(written)?.trim())))?;
    let read = |rest: &str| Bound::parse_with(rest, Quantity::parse).is_ok();
    let whole = |value: String| if sign.is_empty() { value } else { format!("{sign} {value}") };
    match what {
        Expectation::Comparison => [Expectation::Percent, Expectation::Quantity, Expectation::Duration]
            .into_iter()
            .find_map(|what| read(rest).then(|| rest.to_owned()).or_else(|| meant(what, rest, currency)))
            .map(whole),
        // The reader of the value sees what follows the sign alone where a sign is allowed.
        Expectation::Percent | Expectation::Quantity => {
            let is_whole = read(rest) && (what == Expectation::Quantity || rest.contains('%'));
            is_whole.then(|| rest.to_owned()).or_else(|| meant(what, rest, currency)).map(whole)
        }
        _ => None,
    }
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

/// `1 por cada 20`, `1/20` → `1 per 20`.
fn ratio(plain: &str) -> Option<String> {
    let (amount_of, rest) = amount(plain)?;
    let words = ["por cada ", "para cada ", "de cada ", "cada ", "por ", "/", ":"];
    let at = words.iter().find_map(|word| Some((rest.find(word)?, word)))?;
    let (unit, of) = (rest[..at.0].trim(), rest[at.0 + at.1.len()..].trim());
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let written = format!("{amount_of}{unit} per {of}");
    Target::parse_ratio(&written).is_ok().then_some(written)
}

/// `el 5 de cada mes`, `día 5` → `day 5 of each month`.
fn day_of_month(plain: &str) -> Option<String> {
    let words = ["el dia ", "el ", "dia ", "o dia ", "todo dia "];
    let rest = words.iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(plain);
    let (day, rest) = amount(rest)?;
    let written = format!("day {day} of each month");
    let monthly = matches!(rest, "" | "de cada mes" | "del mes" | "do mes" | "cada mes");
    (monthly && DayOfPeriod::parse(&written).is_ok()).then_some(written)
}

/// `8 a 20`, `entre 8 y 20` → `8..20`.
fn range(plain: &str) -> Option<String> {
    let (numbers, unit) = span_of(plain)?;
    let written = match unit {
        "" => numbers,
        unit if unit.starts_with('%') || unit.ends_with("cent") => format!("{numbers} %"),
        unit => format!("{numbers} {unit}"),
    };
    (written.contains("..") && Range::parse(&written).is_ok()).then_some(written)
}

fn duration(plain: &str) -> Option<String> {
    let plain = limit(plain);
    let fixed = match plain {
        "media hora" | "meia hora" | "1/2 hora" => Some("30 minutes"),
        "un cuarto de hora" | "cuarto de hora" | "um quarto de hora" => Some("15 minutes"),
        "hora y media" | "una hora y media" | "1 hora y media" | "hora e meia" | "uma hora e meia"
        | "1 hora e meia" => Some("90 minutes"),
        _ => None,
    };
    if let Some(fixed) = fixed {
        return Some(fixed.to_owned());
    }
    let (number, unit) = span_of(plain.trim_end_matches('.'))?;
    let written = format!("{number} {unit}");
    // The grammar knows the words of other tongues and says which unit they are.
    match Duration::parse(&written) {
        Ok(_) => Some(written),
        Err(ValueError::UnknownUnit { near: Some(near), .. }) => {
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
        "dia" | "diario" | "diaria" | "diarios" | "diarias" | "day" => "day",
        "hora" | "hour" => "hour",
        "trimestre" | "trimestral" | "quarter" => "quarter",
        "caso" | "case" => "case",
        _ => return None,
    };
    words.next().is_none().then(|| format!(" per {period}"))
}

fn percent(plain: &str) -> Option<String> {
    let (number, rest) = amount(limit(plain).trim_start_matches('%').trim_start())?;
    let signs = ["por ciento", "por cento", "porciento", "percent", "pct", "%"];
    let rest = signs.iter().find_map(|sign| rest.strip_prefix(sign)).unwrap_or(rest);
    // `0.9` was meant as a share of one.
    let number = match parse_number(&number).ok()? {
        part if number.starts_with("0.") && rest.is_empty() => {
            (part * crate::values::Decimal::ONE_HUNDRED).normalize().to_string()
        }
        _ => number,
    };
    let written = format!("{number} %{}", per(rest)?);
    Percent::parse(&written).is_ok().then_some(written)
}

fn rate(plain: &str) -> Option<String> {
    let (number, rest) = amount(limit(plain))?;
    // A count in words: `dos`, `dos personas`.
    let counted = format!("{number} {rest}");
    if rest.is_empty() || !plain.starts_with(|c: char| c.is_ascii_digit()) && Rate::parse(&counted).is_ok() {
        return Some(counted.trim().to_owned());
    }
    if let Some(per) = per(rest).filter(|per| !per.is_empty()) {
        return Some(format!("{number}{per}"));
    }
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

#[cfg(test)]
mod tests;
