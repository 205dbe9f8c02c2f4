//! What is at hand before anybody types: the names of entries, with where they stand. First results come of these alone.
//!
//! An entry is a page, what the nomenclature names, and what has an address on a page that is no service's: that every service has
//! its “Capacity” is no name to look for. Other names of an entry are with it.

use serde_json::json;

use super::places::{Page, Place};

/// So many bytes of names come beside those of the pages and of whatever has other names.
const MOST: usize = 512 * 1024;

/// The names of a manual, in the order of its records.
#[derive(Default)]
pub struct Names {
    lines: Vec<Line>,
}

struct Line {
    record: usize,
    text: String,
    need: Need,
}

/// What there is room for first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    /// Pages, and names that lead from one word to another.
    Always,
    /// What stands once in the manual.
    Next,
    /// What each service has of its own: indicators, commitments.
    Last,
}

impl Names {
    /// A page: file, code, title, what may be promised, how other places of it name it. Else: anchor, code, title, what may be promised.
    pub fn place(&mut self, record: usize, place: &Place<'_>, page: &Page, of_service: bool) {
        let named = place.name.is_some_and(|name| !name.synonyms.is_empty() || !name.avoid.is_empty());
        let need = match place.anchor {
            None => Need::Always,
            Some(_) if named => Need::Always,
            Some(_) if !of_service => Need::Next,
            Some(_) if place.name.is_some() => Need::Last,
            Some(_) => return,
        };
        let short = if place.anchor.is_none() && page.title != place.title { page.title.as_str() } else { "" };
        let within = place.within.as_deref().unwrap_or_default();
        let address = place.anchor.unwrap_or(&page.file);
        let text = line(&[address, place.code.unwrap_or_default(), &place.title, within, short]);
        self.lines.push(Line { record, text, need });
    }

    /// Another name of the place before it: the name, and why it is to be avoided.
    pub fn other(&mut self, record: usize, name: &str, why: &str) {
        self.lines.push(Line { record, text: line(&[name, why]), need: Need::Always });
    }

    /// Those that there is room for, with their records.
    pub fn chosen(self) -> Vec<(usize, String)> {
        let mut room = MOST;
        let mut keeps = vec![false; self.lines.len()];
        for need in [Need::Always, Need::Next, Need::Last] {
            for (keep, line) in keeps.iter_mut().zip(&self.lines).filter(|(_, line)| line.need == need) {
                *keep = need == Need::Always || line.text.len() < room;
                if need != Need::Always {
                    room = room.saturating_sub(line.text.len());
                }
            }
        }
        let lines = self.lines.into_iter().zip(keeps).filter(|(_, keep)| *keep);
        lines.map(|(line, _)| (line.record, line.text)).collect()
    }
}

/// A list of texts, without the empty ones at its end.
fn line(texts: &[&str]) -> String {
    let many = texts.iter().rposition(|text| !text.is_empty()).map_or(0, |last| last + 1);
    json!(texts[..many]).to_string()
}
