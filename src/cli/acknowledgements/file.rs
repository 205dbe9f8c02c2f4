//! One file as a reader saved it. It comes from outside: nothing in it is believed before its type and length are seen, and nothing
//! of it is printed with characters that a terminal obeys.

use crate::lang::format::composed;
use jiff::civil::Date;
use serde_json::Value;

/// Name and version of the files that are understood.
const SCHEMA: &str = "cartilla/acknowledgement/1";
/// Longer names are cut where they are shown.
const LONGEST: usize = 200;

/// What a good file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    pub code: Option<String>,
    pub title: String,
    pub edition: Option<String>,
    pub role: String,
    pub name: String,
    pub date: Date,
    pub digest: String,
}

/// Why a file is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    TooLarge,
    NotJson,
    /// The key whose value lacks or is of another type.
    Key(&'static str),
}

pub fn parse(bytes: &[u8]) -> Result<Acknowledgement, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let value: Value = serde_json::from_slice(bytes).map_err(|_| Fault::NotJson)?;
    let text = |pointer: &str| value.pointer(pointer).and_then(Value::as_str);
    let named = |pointer: &str, key| match value.pointer(pointer) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(shown(text))),
        Some(_) => Err(Fault::Key(key)),
    };
    if text("/schema") != Some(SCHEMA) {
        return Err(Fault::Key("schema"));
    }
    let name = shown(text("/name").ok_or(Fault::Key("name"))?);
    if !name.contains(char::is_alphanumeric) {
        return Err(Fault::Key("name"));
    }
    let digest = text("/obligations/digest").ok_or(Fault::Key("obligations.digest"))?;
    if digest.len() != 64 || !digest.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
        return Err(Fault::Key("obligations.digest"));
    }
    Ok(Acknowledgement {
        code: named("/manual/code", "manual.code")?,
        title: named("/manual/title", "manual.title")?.ok_or(Fault::Key("manual.title"))?,
        edition: named("/manual/edition", "manual.edition")?,
        role: named("/role/id", "role.id")?.ok_or(Fault::Key("role.id"))?,
        name,
        date: text("/date").and_then(|date| date.parse().ok()).ok_or(Fault::Key("date"))?,
        digest: digest.to_owned(),
    })
}

/// A text from outside as it may be shown: without what a terminal obeys or what turns the direction of reading, its accents in one
/// character with their letters, not too long.
pub fn shown(text: &str) -> String {
    let turns =
        |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let kept: String = text.chars().map(|c| if c.is_control() || turns(c) { ' ' } else { c }).collect();
    let kept = composed(&kept.split_whitespace().collect::<Vec<_>>().join(" "));
    match kept.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &kept[..end]),
        None => kept,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn good() -> Value {
        json!({
            "schema": SCHEMA, "manual": { "code": "M-1", "title": "Manual", "edition": "2026.1" },
            "role": { "id": "caja", "name": "Caja" }, "name": "Ana Quispe", "date": "2026-11-20",
            "obligations": { "count": 3, "digest": "ab".repeat(32) },
        })
    }

    #[test]
    fn a_good_file_is_read_and_one_with_a_wrong_type_is_named_by_its_key() {
        let read = parse(good().to_string().as_bytes()).expect("good");
        assert_eq!(
            (read.name.as_str(), read.role.as_str(), read.date),
            ("Ana Quispe", "caja", jiff::civil::date(2026, 11, 20))
        );
        for (pointer, value, key) in [
            ("/schema", json!("other/1"), "schema"),
            ("/manual/code", json!(7), "manual.code"),
            ("/manual/title", json!(null), "manual.title"),
            ("/role/id", json!(["caja"]), "role.id"),
            ("/name", json!(true), "name"),
            ("/name", json!(" \u{200b}. "), "name"),
            ("/date", json!("20/11/2026"), "date"),
            ("/obligations/digest", json!("AB"), "obligations.digest"),
            ("/obligations", json!(3), "obligations.digest"),
        ] {
            let mut bad = good();
            *bad.pointer_mut(pointer).expect("there") = value;
            assert_eq!(parse(bad.to_string().as_bytes()), Err(Fault::Key(key)), "{pointer}");
        }
    }

    #[test]
    fn what_is_no_json_is_said_so_however_deep_it_is() {
        for bytes in [&b""[..], b"{", b"\xff\xfe", "[".repeat(60_000).as_bytes()] {
            assert_eq!(parse(bytes), Err(Fault::NotJson));
        }
        assert_eq!(parse(b"[]"), Err(Fault::Key("schema")));
    }

    #[test]
    fn nothing_is_shown_that_a_terminal_obeys() {
        assert_eq!(shown("\u{1b}[2JAna\r\n\u{202e}Quispe\u{7}"), "[2JAna Quispe");
        assert_eq!(shown(&"a".repeat(500)).chars().count(), 201);
    }
}
