//! The words that bind: what of a text stands in the canonical text of the obligations, and what does not count.

use super::Canon;
use crate::ir::text_of;
use crate::parse::files::slug;
use crate::parse::prose::{Inline, Text, Wiki};
use crate::parse::reader::Value;
use crate::resolve::Target;
use crate::values::{Aimed, Quantity, Recurrence};

impl Canon<'_> {
    /// A value that a text prints, its times in the unit in which they are mostly told: so who writes 600 seconds changes no text,
    /// nor does who writes a link in the place of «10 minutos». None where it is printed as it stands.
    fn printed(&self, value: &Value) -> Option<String> {
        match value {
            Value::Quantity(variant) => {
                // What is left stands first, as it did when the first digests were made.
                let one = |value: &Quantity| text_of(&[self.x.quantity(&value.settled())]);
                let mut said: Vec<String> = variant.otherwise.iter().map(|value| one(&value.value)).collect();
                for (words, value) in &variant.cases {
                    let words = variant.by.iter().zip(words);
                    let words: Vec<String> = words.map(|(by, word)| self.x.case_word(&by.value, &word.value)).collect();
                    said.push(format!("{} ({})", one(&value.value), words.join(", ")));
                }
                Some(said.join("; "))
            }
            Value::Targets(targets) => {
                let settled = |aimed: &Aimed| Aimed { target: aimed.target.settled(), ..aimed.clone() };
                Some(text_of(&self.x.value(&Value::Targets(targets.iter().map(settled).collect()))))
            }
            Value::Recurrence(Recurrence::Every(duration)) => {
                Some(text_of(&self.x.value(&Value::Recurrence(Recurrence::Every(duration.settled())))))
            }
            Value::Text(_)
            | Value::Texts(_)
            | Value::Word(_)
            | Value::Date(_)
            | Value::DayOfYear(_)
            | Value::Recurrence(_)
            | Value::Hours(_)
            | Value::TimeRanges(_)
            | Value::References(_) => None,
        }
    }

    /// The words that bind: see the head of this file.
    pub(super) fn words(&self, text: &Text) -> String {
        // Emphasis within a word is no end of it, so that parts are joined before they are folded.
        fold(&self.joined(&text.content))
    }

    pub(super) fn joined(&self, content: &[Inline]) -> String {
        let mut out = String::new();
        for inline in content {
            let own = match inline {
                Inline::Strong(content) | Inline::Emph(content) | Inline::Strike(content) => Some(self.joined(content)),
                Inline::Quantity(quantity) => Some(text_of(&[self.x.quantity(&quantity.settled())])),
                Inline::Wiki(wiki) => self.link(wiki),
                _ => None,
            };
            out.push_str(&own.unwrap_or_else(|| text_of(&self.x.inlines(std::slice::from_ref(inline), &[]))));
        }
        out
    }

    /// What stands for a link to an entry or a printed value; none where its words do.
    fn link(&self, wiki: &Wiki) -> Option<String> {
        let manual = self.x.manual;
        match &manual.link(wiki.span)?.target {
            Target::Entry(kind, id) if wiki.label.is_none() => {
                Some(format!(" @{}/{} ", kind.name(), (self.ids)(*kind, id)))
            }
            Target::Entry(..) => None,
            // Of its own number and days an edition speaks otherwise each time, and binds nobody by that.
            Target::Manifest(path) if path.starts_with("document.") => Some(format!(" @{path} ")),
            Target::Manifest(path) => self.printed(manual.manifest_value(path)?),
            Target::Value(kind, id, path) => self.printed(manual.value(*kind, id, path)?),
        }
    }
}

/// Letters and digits in lower case without accents, and between them single spaces. Letters of other scripts stay, and so do signs that
/// say something: those of money and of comparison, and what stands within a number (`2.4`, `2-4`).
pub fn fold(text: &str) -> String {
    let mut marked = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let inside = before.is_ascii_digit() && chars.peek().is_some_and(char::is_ascii_digit);
        match c {
            '.' | ',' | ':' | '/' if inside => marked.push(c),
            '-' | '–' | '—' if inside => marked.push('-'),
            '$' | '€' | '£' | '<' | '>' | '≤' | '≥' | '=' | '±' => marked.extend([' ', c, ' ']),
            '@' | '%' => marked.push(c),
            c if c.is_alphanumeric() => marked.push(c),
            _ => marked.push(' '),
        }
        before = c;
    }
    let mut out = String::new();
    for word in marked.split(' ').filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            if c.is_ascii() {
                // `@` and `%` stay as they are.
                out.push(c.to_ascii_lowercase());
                continue;
            }
            let plain = slug(c.encode_utf8(&mut [0; 4]));
            if plain.is_empty() { out.extend(c.to_lowercase()) } else { out.push_str(&plain) }
        }
    }
    out
}
