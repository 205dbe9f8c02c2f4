//! Blocks and runs put together from parts, without the model.

use super::*;

/// The anchor of an entry.
pub fn anchor(kind: Kind, id: &str) -> String {
    format!("{}-{id}", kind.anchor())
}

/// Runs divided by a text; empty ones are left out.
pub fn join(runs: impl Iterator<Item = Vec<Inline>>, divider: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    for run in runs.filter(|r| !r.is_empty()) {
        if let Some(last) = out.last() {
            // After a sentence there is no semicolon.
            let sentence = matches!(last, Inline::Text { text } if text.ends_with(['.', '!', '?']));
            out.push(Inline::text(if sentence { " " } else { divider }));
        }
        out.extend(run);
    }
    out
}

/// The text with its first letter in upper case.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// Labels one after the other as running text: only the first keeps its capital, and an abbreviation all of its own.
pub fn in_a_row<'a>(labels: impl IntoIterator<Item = &'a str>) -> String {
    let said: Vec<String> = labels.into_iter().map(lowered).collect();
    capital(&said.join(", "))
}

fn lowered(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(chars).collect(),
        _ => label.to_owned(),
    }
}

/// Sets the first letter of a run in upper case, if it begins with words.
pub fn capitalise(run: &mut [Inline]) {
    match run.first_mut() {
        Some(Inline::Text { text }) => *text = capital(text),
        Some(
            Inline::Strong { content }
            | Inline::Emph { content }
            | Inline::Strike { content }
            | Inline::Ref { content, .. }
            | Inline::Link { content, .. }
            | Inline::Lang { content, .. },
        ) => capitalise(content),
        _ => {}
    }
}

/// A table of words under a heading that already says what it holds.
pub fn table(caption: &str, look: TableLook, columns: &[(&str, u8)], mut rows: Vec<Row>) -> Block {
    // The first cell names its row, whatever the author's capitals.
    rows.iter_mut().filter_map(|row| row.cells.first_mut()).for_each(|cell| capitalise(cell));
    Block::Table(Table {
        id: None,
        number: None,
        caption: plain(caption),
        caption_hidden: true,
        look,
        row_headers: true,
        columns: columns
            .iter()
            .map(|(title, weight)| Column { title: plain(*title), align: crate::ir::Align::Start, weight: *weight })
            .collect(),
        rows,
        total: None,
    })
}

/// A heading without number, in words of the program.
pub fn heading(level: u8, title: &str) -> Block {
    Block::Heading { level, id: None, number: None, title: plain(title), told: true }
}

/// A heading with an address, in words of the program.
pub fn heading_at(level: u8, id: &str, title: &str) -> Block {
    Block::Heading { level, id: Some(id.to_owned()), number: None, title: plain(title), told: true }
}

/// The same in words of the manual, as a name.
pub fn named(heading: Block) -> Block {
    match heading {
        Block::Heading { level, id, number, title, .. } => Block::Heading { level, id, number, title, told: false },
        other => other,
    }
}

/// Label and value pairs, unless there are none.
pub fn facts(items: impl IntoIterator<Item = Option<Fact>>) -> Option<Block> {
    let items: Vec<Fact> = items.into_iter().flatten().collect();
    (!items.is_empty()).then_some(Block::Facts { items })
}
