//! Characters that cannot be printed: none of the embedded fonts has them, and PDF/A forbids to leave them blank.

use super::super::RenderError;
use serde_json::Value;
use std::collections::BTreeMap;
use typst::text::{FontBook, FontVariant};

/// Refuses a manual with a character that no font has, naming the character, a text that holds it and its section.
pub fn check(manual: &Value, fonts: &FontBook) -> Result<(), RenderError> {
    let mut search = Search { fonts, known: BTreeMap::new(), found: Vec::new() };
    search.value(manual, "");
    if search.found.is_empty() {
        return Ok(());
    }
    Err(RenderError(search.found.join("\n")))
}

struct Search<'a> {
    fonts: &'a FontBook,
    /// Whether some font has the character. Texts repeat the same hundred.
    known: BTreeMap<char, bool>,
    /// One message for each character, at its first place.
    found: Vec<String>,
}

impl Search<'_> {
    fn value(&mut self, value: &Value, section: &str) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.value(item, section)),
            Value::Object(fields) => {
                let own = fields.get("sections").and_then(|_| fields.get("title")).and_then(Value::as_str);
                let section = own.unwrap_or(section);
                for (key, field) in fields {
                    match field {
                        Value::String(text) if is_printed(key) => self.text(text, section),
                        Value::String(_) => {}
                        _ => self.value(field, section),
                    }
                }
            }
            // Strings in a list are no text of ours: fields hold the texts.
            _ => {}
        }
    }

    fn text(&mut self, text: &str, section: &str) {
        for c in text.chars() {
            if c.is_ascii_graphic() || matches!(c, ' ' | '\n' | '\t') {
                continue;
            }
            let fonts = self.fonts;
            let mut first = false;
            let printable = *self.known.entry(c).or_insert_with(|| {
                first = true;
                is_printable(c, fonts)
            });
            if first && !printable {
                self.found.push(format!(
                    "no font of the PDF has the character `{c}` (U+{:04X}), which stands in “{}” in {section}: \
                     replace it with a word or another sign",
                    u32::from(c),
                    excerpt(text, c)
                ));
            }
        }
    }
}

/// Fields whose text appears on a page. The others are names, addresses and what is said to assistive technology.
fn is_printed(key: &str) -> bool {
    !matches!(key, "id" | "ids" | "to" | "href" | "kind" | "path" | "alt" | "lang" | "description" | "schema" | "date")
}

fn is_printable(c: char, fonts: &FontBook) -> bool {
    // Private characters have no meaning that a reader could copy, so PDF/A forbids them even where a font draws them.
    let private = matches!(u32::from(c), 0xE000..=0xF8FF | 0xF0000..=0x10FFFF);
    // Marks that only steer the setting of a text are taken out before a glyph is looked for.
    let invisible = c.is_whitespace()
        || matches!(u32::from(c), 0xAD | 0x34F | 0x61C | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF);
    let drawn = || fonts.select_fallback(None, FontVariant::default(), c.encode_utf8(&mut [0; 4])).is_some();
    !private && !c.is_control() && (invisible || drawn())
}

/// Some words around the character.
fn excerpt(text: &str, c: char) -> String {
    const AROUND: usize = 24;
    let at = text.chars().position(|other| other == c).unwrap_or(0);
    let start = at.saturating_sub(AROUND);
    let words: String = text.chars().skip(start).take(2 * AROUND).collect();
    words.trim().to_string()
}
