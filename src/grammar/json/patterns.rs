//! The grammars of values as regular expressions of ECMA-262, for editors that know only those.
//!
//! A pattern never refuses what the grammar takes. It may take what only arithmetic refuses: `9..2 hours`, hours that overlap.

use super::super::shape::Value;
use crate::values::{DayOfPeriod, Expectation, Recurrence, TimeUnit, Weekdays};
use serde_json::{Value as Json, json};

const NUMBER: &str = r"[-−]?\d+(?:\.\d+)?";
const AMOUNT: &str = r"\d+(?:\.\d+)?";
const YEAR: &str = r"\d{4}";
const MONTH: &str = r"(?:0[1-9]|1[0-2])";
/// A day that every year has.
const MONTH_DAY: &str = concat!(
    r"(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])",
    r"|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)",
    r"|02-(?:0[1-9]|1\d|2[0-8])"
);
/// The day that leap years have besides.
const LEAP_DAY: &str = r"(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";
const TIME: &str = r"(?:[01]?\d|2[0-4]):[0-5]\d";
/// What may follow a number where any words may, but not days of which nobody knows whether they are business days.
const WORDS: &str = r"(?!\s+(?:days?|d[ií]as?|d)(?:\s+per\s.*)?\s*$)(?:\s+\S.*)?";
const PER: &str = r"(?:\s+per\s+\S.*)?";

/// An id of an entry.
pub const ID: &str = "^[a-z0-9-]+$";
/// A text that says something.
pub const NOT_BLANK: &str = r"\S";

/// The schema of a value with a grammar: a text of a pattern, a number, or either.
pub fn value(value: &Value) -> Json {
    let mut kinds = Vec::new();
    if value.takes("1") {
        let whole = if value.takes("2.5") { "number" } else { "integer" };
        kinds.push(if value.takes("-1") { json!({"type": whole}) } else { json!({"type": whole, "minimum": 0}) });
    } else if value.takes("2026") {
        kinds.push(json!({"type": "integer", "minimum": 1000, "maximum": 9999}));
    }
    let grammar = value.what.map(|what| match what {
        // A year alone.
        Expectation::Period if !value.takes("2026-09") => YEAR.to_owned(),
        what => grammar(what),
    });
    let text = match grammar {
        Some(grammar) => {
            let sign = if value.is_signed() { r"(?:>=|<=|≥|≤|>|<)?\s*" } else { "" };
            let grammar = if value.takes("free") { format!("free|{grammar}") } else { grammar };
            json!({"type": "string", "pattern": format!(r"^\s*{sign}(?:{grammar})\s*$")})
        }
        None => json!({"type": "string"}),
    };
    kinds.push(text);
    if kinds.len() == 1 { kinds.remove(0) } else { json!({"anyOf": kinds}) }
}

/// The grammar of a kind of value, without its ends.
pub fn grammar(what: Expectation) -> String {
    let duration = || format!(r"{AMOUNT}(?:\s*\.\.\s*{AMOUNT})?\s+(?:{})", words(TimeUnit::words()));
    let date = format!("{YEAR}-(?:{MONTH_DAY})|{LEAP_DAY}");
    let month_day = format!("{MONTH_DAY}|02-29");
    match what {
        Expectation::Duration => duration(),
        Expectation::Percent => format!(r"{NUMBER}\s*%{}", PER.replacen(r"\s+", r"\s*", 1)),
        Expectation::Money => format!(r"{NUMBER}\s+[A-Z]{{3}}{PER}"),
        Expectation::Number => NUMBER.to_owned(),
        Expectation::Rate => format!("{NUMBER}{WORDS}"),
        Expectation::Quantity => {
            let kinds = [Expectation::Percent, Expectation::Money, Expectation::Rate].map(grammar);
            format!("{}|{}", duration(), kinds.join("|"))
        }
        Expectation::Range => format!(r"{NUMBER}(?:[^.\d][^.]*?)?\s*\.\.\s*{NUMBER}(?:[\s%].*)?"),
        Expectation::Comparison => ".*".to_owned(),
        Expectation::Date => format!("{date}|{YEAR}(?:-(?:{MONTH}|Q[1-4]|H[12]))?"),
        Expectation::MonthDay => month_day,
        Expectation::Period => format!("{YEAR}(?:-(?:{MONTH}|Q[1-4]|H[12]))?"),
        Expectation::Recurrence => format!("{}|{}", words(Recurrence::words()), duration()),
        Expectation::DayOfPeriod => {
            format!(r"{date}|(?:business\s+)?day\s+\d+\s+of\s+each\s+(?:{})", words(DayOfPeriod::periods()))
        }
        Expectation::Hours => "24/7".to_owned(),
        Expectation::Time => TIME.to_owned(),
        Expectation::TimeRange => {
            let range = time_range();
            format!(r"{range}(?:[\s,;]+{range})*")
        }
        Expectation::Weekday => weekdays(),
        Expectation::Closed => format!("{date}|{month_day}|holidays"),
        Expectation::Ratio => format!(r"{AMOUNT}(?:\s.*)?\s+per\s+{AMOUNT}(?:\s.*)?"),
        Expectation::Scale => format!(r"{NUMBER}\s*\.\.\s*{NUMBER}"),
    }
}

/// Any of some words, whatever the spaces within.
fn words(words: impl Iterator<Item = &'static str>) -> String {
    words.map(|word| word.replace(' ', r"\s+")).collect::<Vec<_>>().join("|")
}

fn time_range() -> String {
    format!(r"{TIME}\s*[-–]\s*{TIME}")
}

/// `mon..fri`, `sat`, `mon, wed`, `holidays`, in any case of letters.
fn weekdays() -> String {
    let any_case = |word: &str| word.chars().map(|c| format!("[{c}{}]", c.to_uppercase())).collect::<String>();
    let day = format!("(?:{})", Weekdays::words().map(any_case).collect::<Vec<_>>().join("|"));
    let span = format!(r"{day}(?:\s*\.\.\s*{day})?");
    format!(r"holidays|{span}(?:\s*,\s*{span})*")
}

/// Opening hours, with the schemas that they need.
pub fn hours() -> Json {
    let range = time_range();
    let times = json!({"type": "string", "pattern": format!(r"^\s*{range}(?:[\s,;]+{range})*\s*$")});
    let times = json!({"anyOf": [times, {"type": "array", "items": times}]});
    let days = format!(r"^\s*(?:{})\s*$", weekdays());
    let closed = json!({"type": "string", "pattern": format!("^\\s*(?:{})\\s*$", grammar(Expectation::Closed))});
    let month_day = json!({"type": "string", "pattern": format!("^\\s*(?:{})\\s*$", grammar(Expectation::MonthDay))});
    let season = json!({
        "type": "object",
        "required": ["from", "to", "hours"],
        "properties": {
            "from": month_day,
            "to": month_day,
            "hours": {"type": "object", "patternProperties": {days.clone(): times}, "additionalProperties": false},
        },
    });
    json!({"anyOf": [
        {"const": "24/7"},
        {
            "type": "object",
            "properties": {
                "closed": {"anyOf": [closed, {"type": "array", "items": closed}]},
                "seasons": {"anyOf": [season, {"type": "array", "items": season}]},
                "note": {},
            },
            "patternProperties": {days: times},
            "additionalProperties": false,
            "examples": [{"mon..fri": "08:30-13:00 15:00-18:30", "sat": "09:00-13:00", "closed": ["12-25", "holidays"]}],
        },
    ]})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::parse_date;

    #[test]
    fn a_date_is_one_of_the_calendar() {
        let pattern = format!(r"^(?:{})$", grammar(Expectation::Date));
        let schema = jsonschema::validator_for(&json!({"type": "string", "pattern": pattern})).expect("a schema");
        for year in [1900, 2000, 2023, 2024, 2100] {
            for day in 0..13 * 33 {
                let text = format!("{year}-{:02}-{:02}", day / 33, day % 33);
                assert_eq!(schema.is_valid(&json!(text)), parse_date(&text).is_ok(), "{text}");
            }
        }
    }
}
