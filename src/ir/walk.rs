//! Walking a composed manual: its text without markup, its sections in reading order.

use super::{Block, Inline, Manual, Section};

impl Manual {
    /// All sections, parents before children, in reading order.
    pub fn all_sections(&self) -> Vec<&Section> {
        fn push<'a>(list: &'a [Section], out: &mut Vec<&'a Section>) {
            for section in list {
                out.push(section);
                push(&section.sections, out);
            }
        }
        let mut out = Vec::new();
        push(&self.sections, &mut out);
        out
    }
}

/// The text of inlines without markup, for titles, alternatives and indexes.
pub fn text_of(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        push_text(inline, &mut out);
    }
    out
}

fn push_text(inline: &Inline, out: &mut String) {
    match inline {
        Inline::Text { text }
        | Inline::Code { text }
        | Inline::Mark { text }
        | Inline::Value { text }
        | Inline::Limit { text }
        | Inline::Slot { text }
        | Inline::State { text, .. } => out.push_str(text),
        Inline::Strong { content }
        | Inline::Emph { content }
        | Inline::Strike { content }
        | Inline::Ref { content, .. }
        | Inline::Link { content, .. }
        | Inline::Note { content }
        | Inline::Lang { content, .. } => content.iter().for_each(|i| push_text(i, out)),
        Inline::Picture { alt, .. } => out.push_str(alt),
        Inline::Task { .. } => {}
        Inline::Break => out.push(' '),
    }
}

impl Block {
    /// The blocks directly inside this one.
    pub fn children(&self) -> Vec<&[Block]> {
        match self {
            Block::Point { blocks, .. }
            | Block::Group { blocks, .. }
            | Block::Callout { blocks, .. }
            | Block::Quote { blocks } => vec![blocks],
            Block::List { items, .. } => items.iter().map(Vec::as_slice).collect(),
            Block::Definitions { items } => items.iter().map(|i| i.blocks.as_slice()).collect(),
            Block::Paragraph { .. }
            | Block::Heading { .. }
            | Block::Steps { .. }
            | Block::Facts { .. }
            | Block::Table(_)
            | Block::Figure(_)
            | Block::Brief { .. }
            | Block::Promise { .. }
            | Block::Script { .. }
            | Block::Limit { .. }
            | Block::Escalation { .. }
            | Block::Code { .. }
            | Block::Rule
            | Block::Tasks { .. }
            | Block::Progress { .. }
            | Block::Quiz { .. }
            | Block::Acknowledgement(_) => Vec::new(),
        }
    }
}
