//! Texts with code between grave accents → inlines, and the guide that opens the reference.

use crate::ir::{Align, Block, Column, Inline, Row, Section, SectionKind, Table, TableLook, plain};
use crate::lang::Lang;
use crate::lang::reference::{GUIDE, GuideBlock};

/// A text as inlines: what stands between grave accents is code.
pub fn inlines(text: &str) -> Vec<Inline> {
    let parts = text.split('`').enumerate().filter(|(_, part)| !part.is_empty());
    parts.map(|(i, part)| if i % 2 == 1 { code(part) } else { Inline::text(part) }).collect()
}

pub fn code(text: &str) -> Inline {
    Inline::Code { text: text.to_owned() }
}

pub fn paragraph(text: &str) -> Block {
    Block::Paragraph { content: inlines(text) }
}

pub fn heading(level: u8, id: Option<&str>, title: Vec<Inline>) -> Block {
    Block::Heading { level, id: id.map(str::to_owned), number: None, title, told: false }
}

pub fn yaml(text: &str) -> Block {
    Block::Code { lang: Some("yaml".to_owned()), text: text.trim_matches('\n').to_owned() }
}

/// A table of words, whose heading says what it is.
pub fn table(caption: &str, columns: &[(&str, u8)], rows: Vec<Vec<Vec<Inline>>>) -> Block {
    let column = |(title, weight): &(&str, u8)| Column { title: plain(*title), align: Align::Start, weight: *weight };
    Block::Table(Table {
        id: None,
        number: None,
        caption: plain(caption),
        caption_hidden: true,
        look: TableLook::Words,
        row_headers: true,
        columns: columns.iter().map(column).collect(),
        rows: rows.into_iter().map(|cells| Row { id: None, cells }).collect(),
        total: None,
    })
}

/// How a manual is laid out.
pub fn guide(lang: Lang) -> Section {
    let (title, lead, parts) = &GUIDE;
    let mut chapter = Section::new(SectionKind::Chapter, "guide", title.in_lang(lang));
    chapter.lead = inlines(lead.in_lang(lang));
    for part in *parts {
        chapter.blocks.push(heading(2, None, plain(part.title.in_lang(lang))));
        chapter.blocks.extend(part.blocks.iter().map(|block| match block {
            GuideBlock::Paragraph(text) => paragraph(text.in_lang(lang)),
            GuideBlock::Code(text) => yaml(text),
        }));
    }
    chapter
}
