//! Words in the data: their text, their length, and places to break those that no rule can hyphenate.

use serde_json::{Map, Value};

/// The text of inlines without markup, for heads of pages and for assistive technology.
pub fn plain(inlines: &Value) -> String {
    match inlines {
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(fields) => {
            text_fields(fields).map(|f| f.as_str().map_or_else(|| plain(f), str::to_string)).collect()
        }
        _ => String::new(),
    }
}

/// Characters of the texts in inlines, or in any value that holds inlines.
pub fn chars(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(chars).sum(),
        Value::Object(fields) => {
            text_fields(fields).map(|field| field.as_str().map_or_else(|| chars(field), |t| t.chars().count())).sum()
        }
        _ => 0,
    }
}

/// Characters of the longest word in inlines.
pub fn longest_word(value: &Value) -> usize {
    let word = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    match value {
        Value::Array(items) => items.iter().map(longest_word).max().unwrap_or(0),
        Value::Object(fields) => {
            text_fields(fields).map(|field| field.as_str().map_or_else(|| longest_word(field), word)).max().unwrap_or(0)
        }
        _ => 0,
    }
}

fn text_fields(fields: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    fields.iter().filter(|(key, value)| *key == "text" || !value.is_string()).map(|(_, value)| value)
}

/// Longer words are codes and addresses, or nothing that a line could hold.
const LONG_WORD: usize = 28;

/// Opens long words to breaks: after the signs of addresses, and within what has none.
///
/// Where inlines allow it, a word becomes several with a `seam` between them, which leaves nothing in the text of the file.
/// In plain strings stands a space without width.
pub fn soften(value: &mut Value) {
    match value {
        Value::Array(items) => {
            if items.iter().any(is_seamable) {
                *items = std::mem::take(items).into_iter().flat_map(seamed).collect();
            }
            items.iter_mut().for_each(soften);
        }
        Value::Object(fields) => {
            for (key, field) in fields.iter_mut() {
                match field {
                    Value::String(text)
                        if matches!(key.as_str(), "text" | "title" | "label") && has_long_word(text) =>
                    {
                        *text = pieces(text).join("\u{200b}");
                    }
                    Value::String(_) => {}
                    _ => soften(field),
                }
            }
        }
        _ => {}
    }
}

/// An inline whose text can be set in pieces. Blocks of code have a number of lines and are set as they are.
fn is_seamable(value: &Value) -> bool {
    matches!(value["kind"].as_str(), Some("text" | "code" | "mark" | "value"))
        && value.get("lines").is_none()
        && value["text"].as_str().is_some_and(has_long_word)
}

fn seamed(inline: Value) -> Vec<Value> {
    if !is_seamable(&inline) {
        return vec![inline];
    }
    let mut out = Vec::new();
    for piece in pieces(inline["text"].as_str().unwrap_or_default()) {
        if !out.is_empty() {
            out.push(serde_json::json!({ "kind": "seam" }));
        }
        let mut part = inline.clone();
        part["text"] = piece.into();
        out.push(part);
    }
    out
}

fn has_long_word(text: &str) -> bool {
    text.split_whitespace().any(|word| word.chars().count() > LONG_WORD)
}

/// The text cut at its places to break.
fn pieces(text: &str) -> Vec<String> {
    const STEP: usize = 12;
    let mut out = vec![String::new()];
    for word in text.split_inclusive(char::is_whitespace) {
        let count = word.chars().count();
        let mut run = 0;
        for (at, c) in word.chars().enumerate() {
            out.last_mut().expect("there is a first piece").push(c);
            run += 1;
            let sign = matches!(c, '/' | '.' | '-' | '_' | '?' | '&' | '=' | '@' | ',' | ';');
            if count > LONG_WORD && at + 1 < count && (sign || run == STEP) {
                out.push(String::new());
                run = 0;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_long_word_is_cut_and_stays_the_same_text() {
        let address = "ver https://example.org/una/ruta/muy/larga/que/no/cabe hoy";
        let cut = pieces(address);
        assert_eq!(cut.concat(), address);
        assert!(cut.len() > 5 && cut.iter().all(|piece| piece.chars().count() < 24), "{cut:?}");
        assert_eq!(pieces("palabras de todos los días").len(), 1);
    }

    #[test]
    fn inlines_get_seams_and_strings_spaces_without_width() {
        let long = "x".repeat(40);
        let mut data = json!({ "title": long, "content": [{ "kind": "text", "text": long }], "href": long });
        soften(&mut data);
        assert_eq!(data["title"].as_str().unwrap().matches('\u{200b}').count(), 3);
        assert_eq!(data["content"].as_array().unwrap().len(), 7);
        assert_eq!(plain(&data["content"]), long);
        assert_eq!(data["href"], long);
    }
}
