//! What a theme must know: the names of all kinds, as they stand in the data.

#[cfg(test)]
use crate::ir::{Block, Inline, SectionKind};

/// Kinds of blocks that a theme's `block-kinds` has an entry for.
pub const BLOCKS: [&str; 25] = [
    "paragraph",
    "heading",
    "point",
    "group",
    "list",
    "definitions",
    "steps",
    "facts",
    "table",
    "figure",
    "brief",
    "promise",
    "script",
    "limit",
    "callout",
    "escalation",
    "quote",
    "code",
    "rule",
    "cards",
    "poster",
    "tasks",
    "progress",
    "quiz",
    "acknowledgement",
];

/// Kinds of inlines that a theme's `inline-kinds` has an entry for.
pub const INLINES: [&str; 17] = [
    "text", "strong", "emph", "strike", "code", "mark", "value", "limit", "slot", "state", "ref", "link", "note",
    "lang", "picture", "task", "break",
];

/// Kinds of sections that a theme's `section-kinds` has an entry for.
pub const SECTIONS: [&str; 8] = ["cover", "control", "chapter", "services", "family", "service", "register", "role"];

/// The place of a kind in [`BLOCKS`]. A new kind does not compile until it has one.
#[cfg(test)]
pub fn block(block: &Block) -> usize {
    match block {
        Block::Paragraph { .. } => 0,
        Block::Heading { .. } => 1,
        Block::Point { .. } => 2,
        Block::Group { .. } => 3,
        Block::List { .. } => 4,
        Block::Definitions { .. } => 5,
        Block::Steps { .. } => 6,
        Block::Facts { .. } => 7,
        Block::Table(_) => 8,
        Block::Figure(_) => 9,
        Block::Brief { .. } => 10,
        Block::Promise { .. } => 11,
        Block::Script { .. } => 12,
        Block::Limit { .. } => 13,
        Block::Callout { .. } => 14,
        Block::Escalation { .. } => 15,
        Block::Quote { .. } => 16,
        Block::Code { .. } => 17,
        Block::Rule => 18,
        Block::Cards { .. } => 19,
        Block::Poster(_) => 20,
        Block::Tasks { .. } => 21,
        Block::Progress { .. } => 22,
        Block::Quiz { .. } => 23,
        Block::Acknowledgement(_) => 24,
    }
}

/// The place of a kind in [`INLINES`].
#[cfg(test)]
pub fn inline(inline: &Inline) -> usize {
    match inline {
        Inline::Text { .. } => 0,
        Inline::Strong { .. } => 1,
        Inline::Emph { .. } => 2,
        Inline::Strike { .. } => 3,
        Inline::Code { .. } => 4,
        Inline::Mark { .. } => 5,
        Inline::Value { .. } => 6,
        Inline::Limit { .. } => 7,
        Inline::Slot { .. } => 8,
        Inline::State { .. } => 9,
        Inline::Ref { .. } => 10,
        Inline::Link { .. } => 11,
        Inline::Note { .. } => 12,
        Inline::Lang { .. } => 13,
        Inline::Picture { .. } => 14,
        Inline::Task { .. } => 15,
        Inline::Break => 16,
    }
}

/// The place of a kind in [`SECTIONS`].
#[cfg(test)]
pub fn section(kind: SectionKind) -> usize {
    match kind {
        SectionKind::Cover => 0,
        SectionKind::Control => 1,
        SectionKind::Chapter => 2,
        SectionKind::Services => 3,
        SectionKind::Family => 4,
        SectionKind::Service => 5,
        SectionKind::Register => 6,
        SectionKind::Role => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::sample::sample;
    use std::collections::BTreeSet;

    #[test]
    fn the_contract_names_every_kind_as_the_data_does() {
        fn name<T: serde::Serialize>(value: &T) -> String {
            let value = serde_json::to_value(value).unwrap();
            value["kind"].as_str().or(value.as_str()).unwrap().to_string()
        }
        let mut seen = BTreeSet::new();
        fn inlines(list: &[Inline], seen: &mut BTreeSet<String>) {
            for one in list {
                assert_eq!(INLINES[inline(one)], name(one));
                seen.insert(format!("inline {}", name(one)));
                if let Inline::Strong { content }
                | Inline::Emph { content }
                | Inline::Strike { content }
                | Inline::Ref { content, .. }
                | Inline::Link { content, .. }
                | Inline::Note { content }
                | Inline::Lang { content, .. } = one
                {
                    inlines(content, seen);
                }
            }
        }
        fn blocks(list: &[Block], seen: &mut BTreeSet<String>) {
            for one in list {
                assert_eq!(BLOCKS[block(one)], name(one));
                seen.insert(format!("block {}", name(one)));
                match one {
                    Block::Paragraph { content } => inlines(content, seen),
                    Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).for_each(|c| inlines(c, seen)),
                    Block::Script { content, .. } | Block::Brief { say: content, .. } => inlines(content, seen),
                    _ => {}
                }
                one.children().into_iter().for_each(|children| blocks(children, seen));
            }
        }
        for part in sample().all_sections() {
            assert_eq!(SECTIONS[section(part.kind)], name(&part.kind));
            seen.insert(format!("section {}", name(&part.kind)));
            blocks(&part.blocks, &mut seen);
        }
        let wanted = [("block", &BLOCKS[..]), ("inline", &INLINES), ("section", &SECTIONS)];
        for (what, names) in wanted {
            for name in names {
                assert!(seen.contains(&format!("{what} {name}")), "the sample has no {what} {name}");
            }
        }
    }
}
