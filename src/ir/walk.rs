//! Sections: an empty one, and all of a composed manual in reading order; text without markup.

use super::{Block, Inline, Manual, Section, SectionKind};
use crate::lang::{Lang, Tongue};
use std::collections::BTreeMap;

impl Section {
    /// A section without content.
    pub fn new(kind: SectionKind, id: &str, title: &str) -> Section {
        Section {
            kind,
            id: id.to_owned(),
            number: None,
            code: None,
            title: title.to_owned(),
            heading: Vec::new(),
            title_lang: None,
            short: None,
            lead: Vec::new(),
            facts: Vec::new(),
            blocks: Vec::new(),
            sections: Vec::new(),
        }
    }
}

impl Manual {
    /// The language of the texts.
    pub fn tongue(&self) -> Tongue {
        Tongue::of_name(&self.lang).unwrap_or(self.words().into())
    }

    /// The language of the program's words around them.
    pub fn words(&self) -> Lang {
        self.interface.or_else(|| Lang::from_tag(&self.lang)).unwrap_or(Lang::Es)
    }

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

impl Section {
    /// Whether all it says stands elsewhere in the manual, as on the page of a role: for the screen, which prints it alone.
    pub fn is_view(&self) -> bool {
        let inner = || !self.sections.is_empty() && self.sections.iter().all(Section::is_view);
        self.kind == SectionKind::Role || self.kind == SectionKind::Chapter && inner()
    }

    /// Every anchor of the section and of what is in it.
    pub fn anchors(&self) -> Vec<&str> {
        fn push<'a>(blocks: &'a [Block], out: &mut Vec<&'a str>) {
            for block in blocks {
                out.extend(block.anchors());
                block.children().into_iter().for_each(|inner| push(inner, out));
            }
        }
        let mut out = vec![self.id.as_str()];
        out.extend(self.facts.iter().filter_map(|fact| fact.id.as_deref()));
        push(&self.blocks, &mut out);
        self.sections.iter().for_each(|inner| out.extend(inner.anchors()));
        out
    }
}

/// Whether an address was made of the words of what has it. Ids have neither point nor colon; the families of counter cards have, as sections.
pub fn is_made(anchor: &str) -> bool {
    anchor.contains(['.', ':'])
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
            | Block::Cards { .. }
            | Block::Poster(_)
            | Block::Tasks { .. }
            | Block::Progress { .. }
            | Block::Quiz { .. }
            | Block::Acknowledgement(_) => Vec::new(),
        }
    }

    /// The anchors of the block itself; those of the blocks inside it are theirs.
    pub fn anchors(&self) -> Vec<&str> {
        match self {
            Block::Heading { id, .. } | Block::Group { id, .. } => id.as_deref().into_iter().collect(),
            Block::Promise { id, facts, .. } => {
                id.as_deref().into_iter().chain(facts.iter().filter_map(|fact| fact.id.as_deref())).collect()
            }
            Block::Facts { items } => items.iter().filter_map(|fact| fact.id.as_deref()).collect(),
            Block::List { ids, .. } => ids.iter().filter_map(Option::as_deref).collect(),
            Block::Point { id, .. } => vec![id],
            Block::Definitions { items } => items.iter().filter_map(|item| item.id.as_deref()).collect(),
            Block::Steps { items: steps } | Block::Escalation { steps, .. } => {
                steps.iter().filter_map(|step| step.id.as_deref()).collect()
            }
            Block::Table(table) => {
                let rows = table.rows.iter().chain(&table.total).filter_map(|row| row.id.as_deref());
                table.id.as_deref().into_iter().chain(rows).collect()
            }
            Block::Figure(figure) => figure.id.as_deref().into_iter().collect(),
            Block::Cards { items } => items.iter().map(|card| card.id.as_str()).collect(),
            Block::Paragraph { .. }
            | Block::Brief { .. }
            | Block::Script { .. }
            | Block::Limit { .. }
            | Block::Callout { .. }
            | Block::Quote { .. }
            | Block::Code { .. }
            | Block::Rule
            | Block::Poster(_)
            | Block::Tasks { .. }
            | Block::Progress { .. }
            | Block::Quiz { .. }
            | Block::Acknowledgement(_) => Vec::new(),
        }
    }
}

impl Section {
    /// The file of the section in the site, if it is a page of its own.
    pub fn page(&self) -> Option<String> {
        match self.kind {
            SectionKind::Family => None,
            SectionKind::Cover => Some("index.html".to_owned()),
            SectionKind::Control
            | SectionKind::Chapter
            | SectionKind::Services
            | SectionKind::Service
            | SectionKind::Register
            | SectionKind::Role => Some(format!("{}.html", self.id)),
        }
    }
}

impl Manual {
    /// The address of every anchor, relative to the folder of the site: `complaints.html#complaints-steps`.
    pub fn places(&self) -> BTreeMap<String, String> {
        fn blocks(list: &[Block], page: &str, out: &mut BTreeMap<String, String>) {
            for block in list {
                out.extend(block.anchors().into_iter().map(|anchor| (anchor.to_owned(), format!("{page}#{anchor}"))));
                block.children().into_iter().for_each(|inner| blocks(inner, page, out));
            }
        }
        fn section(one: &Section, above: &str, out: &mut BTreeMap<String, String>) {
            let own = one.page();
            let page = own.clone().unwrap_or_else(|| above.to_owned());
            let facts = one.facts.iter().filter_map(|fact| fact.id.clone());
            out.extend(facts.map(|id| (id.clone(), format!("{page}#{id}"))));
            out.insert(one.id.clone(), own.unwrap_or_else(|| format!("{page}#{}", one.id)));
            blocks(&one.blocks, &page, out);
            one.sections.iter().for_each(|inner| section(inner, &page, out));
        }
        let mut out = BTreeMap::new();
        self.sections.iter().for_each(|one| section(one, "", &mut out));
        out
    }
}
