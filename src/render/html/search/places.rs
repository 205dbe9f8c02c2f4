//! The places of a manual that a search leads to, each with the passages that stand in it.
//!
//! A place is a page, or what has an id within one. All other text belongs to the place around it, also where an address was made
//! of its own words: the search would find those twice.

use std::collections::BTreeMap;

use super::super::inline::title_of;
use super::super::{RenderError, address, navigation};
use crate::ir::{
    Block, FigureSource, GroupRole, Inline, ListStyle, Manual, Name, NameKind, Section, SectionKind, Step, is_made,
};

/// A page, as the results name it.
pub struct Page {
    pub file: String,
    pub title: String,
}

pub struct Place<'a> {
    /// Among the pages.
    pub page: usize,
    /// None for the page itself.
    pub anchor: Option<&'a str>,
    pub kind: NameKind,
    pub code: Option<&'a str>,
    pub title: String,
    /// What may be promised today, of a service.
    pub within: Option<String>,
    pub passages: Vec<String>,
    /// Its other names.
    pub name: Option<&'a Name>,
}

pub struct Places<'a> {
    names: BTreeMap<&'a str, &'a Name>,
    pub pages: Vec<Page>,
    /// Page by page, in reading order.
    pub all: Vec<Place<'a>>,
}

impl<'a> Places<'a> {
    pub fn of(manual: &'a Manual) -> Result<Self, RenderError> {
        let names = manual.names.iter().map(|name| (name.anchor.as_str(), name)).collect();
        let mut places = Places { names, pages: Vec::new(), all: Vec::new() };
        manual.sections.iter().try_for_each(|section| places.section(section, None))?;
        // The sections beneath a section that are no pages stand after pages, but on the page around them.
        places.all.sort_by_key(|place| place.page);
        Ok(places)
    }

    fn section(&mut self, section: &'a Section, parent: Option<usize>) -> Result<(), RenderError> {
        let file = address::file_of(section)?;
        let own = file.is_some();
        let page = match (file, parent) {
            (Some(file), _) => {
                let title = section.short.as_ref().unwrap_or(&section.title).clone();
                self.pages.push(Page { file, title });
                self.pages.len() - 1
            }
            (None, Some(page)) => page,
            (None, None) => return Err(RenderError(format!("section `{}` stands on no page", section.id))),
        };
        let kind = match section.kind {
            SectionKind::Services | SectionKind::Family | SectionKind::Service => NameKind::Service,
            SectionKind::Cover
            | SectionKind::Control
            | SectionKind::Chapter
            | SectionKind::Register
            | SectionKind::Role => NameKind::Chapter,
        };
        let here = self.place(page, &section.id, kind, section.code.as_deref(), section.title.clone());
        if own {
            self.all[here].anchor = None;
        }
        self.all[here].within = navigation::within(section);
        self.line(here, &section.lead);
        for fact in &section.facts {
            self.labelled(here, &fact.label, &fact.content);
        }
        // What concerns a role is found where it stands whole.
        if section.kind != SectionKind::Role {
            self.blocks(&section.blocks, here);
        }
        section.sections.iter().try_for_each(|inner| self.section(inner, Some(page)))
    }

    fn place(&mut self, page: usize, anchor: &'a str, kind: NameKind, code: Option<&'a str>, title: String) -> usize {
        let name = self.names.get(anchor).copied();
        let kind = name.map_or(kind, |name| name.kind);
        let (within, passages) = (None, Vec::new());
        self.all.push(Place { page, anchor: Some(anchor), kind, code, title: squeeze(&title), within, passages, name });
        self.all.len() - 1
    }

    /// A place within another, of the same kind unless it is known to be of one of its own.
    fn inside(&mut self, home: usize, anchor: &'a str, title: String) -> usize {
        self.place(self.all[home].page, anchor, self.all[home].kind, None, title)
    }

    fn blocks(&mut self, blocks: &'a [Block], home: usize) {
        let (mut here, mut open) = (home, 0);
        // A list reads right only with what stands above it: «No incluye: …».
        let mut above = String::new();
        for block in blocks {
            match block {
                Block::Heading { level, id: Some(id), title, .. } if !is_made(id) => {
                    (here, open) = (self.inside(home, id, title_of(title)), *level);
                    above.clear();
                }
                Block::Heading { level, title, .. } => {
                    if *level <= open {
                        (here, open) = (home, 0);
                    }
                    above = squeeze(&title_of(title));
                    self.line(here, title);
                }
                Block::List { style, items, .. } => {
                    let lead = matches!(style, ListStyle::Included | ListStyle::Excluded) && !above.is_empty();
                    let from = self.all[here].passages.len();
                    items.iter().for_each(|item| self.blocks(item, here));
                    if lead {
                        self.prefix(here, from, &above);
                    }
                }
                _ => self.block(block, here),
            }
        }
    }

    fn block(&mut self, block: &'a Block, here: usize) {
        match block {
            Block::Heading { .. } | Block::List { .. } => self.blocks(std::slice::from_ref(block), here),
            Block::Paragraph { content } => self.line(here, content),
            // Sheets to print say again what the manual says.
            Block::Cards { .. } | Block::Poster(_) => {}
            Block::Progress { .. } | Block::Quiz { .. } | Block::Acknowledgement(_) => {}
            Block::Tasks { items, .. } => items.iter().for_each(|task| self.line(here, &task.content)),
            Block::Point { id, title, blocks, .. } => {
                let point = self.inside(here, id, title.clone());
                self.blocks(blocks, point);
            }
            Block::Group { role, id, code, title, blocks } => {
                let kind = match role {
                    GroupRole::Indicator => NameKind::Indicator,
                    GroupRole::Message => NameKind::Message,
                    GroupRole::Moment => NameKind::Moment,
                    GroupRole::Entry => self.all[here].kind,
                };
                let group = match own(id) {
                    Some(id) => self.place(self.all[here].page, id, kind, code.as_deref(), title_of(title)),
                    None => {
                        self.labelled(here, code.as_deref().unwrap_or_default(), title);
                        here
                    }
                };
                self.blocks(blocks, group);
            }
            Block::Definitions { items } => {
                for item in items {
                    let term = match own(&item.id) {
                        Some(id) => self.inside(here, id, title_of(&item.term)),
                        None => here,
                    };
                    let from = self.all[term].passages.len();
                    self.blocks(&item.blocks, term);
                    if own(&item.id).is_none() {
                        self.prefix(here, from, &squeeze(&title_of(&item.term)));
                    }
                }
            }
            Block::Steps { items: steps } | Block::Escalation { steps, .. } => {
                steps.iter().for_each(|step| self.step(step, here));
            }
            Block::Facts { items } => {
                items.iter().for_each(|fact| self.labelled(here, &fact.label, &fact.content));
            }
            Block::Table(table) => {
                let caption = title_of(&table.caption);
                let home = match &table.id {
                    Some(id) => self.inside(here, id, caption),
                    None => {
                        self.passage(here, if table.caption_hidden { "" } else { &caption });
                        here
                    }
                };
                for row in table.rows.iter().chain(&table.total) {
                    let cells: Vec<String> =
                        row.cells.iter().map(|cell| squeeze(&title_of(cell))).filter(|cell| !cell.is_empty()).collect();
                    let to = match own(&row.id) {
                        Some(id) => self.inside(home, id, cells.first().cloned().unwrap_or_default()),
                        None => home,
                    };
                    self.passage(to, &cells.join(" · "));
                    row.cells.iter().for_each(|cell| self.notes(to, cell));
                }
            }
            Block::Figure(figure) => {
                let to = match own(&figure.id) {
                    Some(id) => self.inside(here, id, title_of(&figure.caption)),
                    None => here,
                };
                self.line(to, &figure.caption);
                // What a drawing says stands beside it as text; a picture has only its alternative.
                if let FigureSource::Picture { .. } = figure.source {
                    self.passage(to, &figure.alt);
                }
            }
            Block::Brief { say_label, say, cells, .. } => {
                self.labelled(here, say_label, say);
                for cell in cells {
                    let value = [title_of(&cell.value), title_of(&cell.content)].join(" ");
                    self.passage(here, &with_label(&cell.label, &value));
                }
            }
            Block::Promise { id, code, content, facts, .. } => {
                let to = match id {
                    Some(id) => {
                        let page = self.all[here].page;
                        self.place(page, id, NameKind::Commitment, code.as_deref(), title_of(content))
                    }
                    None => {
                        self.line(here, content);
                        here
                    }
                };
                facts.iter().for_each(|fact| self.labelled(to, &fact.label, &fact.content));
            }
            Block::Script { context, content, form, .. } => {
                [content, context, form].into_iter().for_each(|line| self.line(here, line));
            }
            Block::Limit { label, value, content } => {
                let text = [title_of(value), title_of(content)].join(" ");
                self.passage(here, &with_label(label, &text));
            }
            Block::Callout { label, blocks, .. } => {
                let from = self.all[here].passages.len();
                self.blocks(blocks, here);
                self.prefix(here, from, label);
            }
            Block::Quote { blocks } => self.blocks(blocks, here),
            Block::Code { text, .. } => self.passage(here, text),
            Block::Rule => {}
        }
    }

    fn step(&mut self, step: &'a Step, here: usize) {
        let text = title_of(&step.content);
        let more: Vec<String> =
            [&step.who, &step.when].iter().map(|line| squeeze(&title_of(line))).filter(|l| !l.is_empty()).collect();
        match own(&step.id) {
            Some(id) => {
                let to = self.inside(here, id, text);
                self.passage(to, &more.join(" · "));
                self.notes(to, &step.content);
            }
            None => {
                let whole: Vec<String> = std::iter::once(squeeze(&text)).chain(more).collect();
                self.passage(here, &whole.join(" · "));
                self.notes(here, &step.content);
            }
        }
    }

    fn line(&mut self, place: usize, inlines: &[Inline]) {
        self.labelled(place, "", inlines);
    }

    fn labelled(&mut self, place: usize, label: &str, inlines: &[Inline]) {
        self.passage(place, &with_label(label, &title_of(inlines)));
        self.notes(place, inlines);
    }

    /// Footnotes are passages of their own.
    fn notes(&mut self, place: usize, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Note { content } => self.line(place, content),
                Inline::Strong { content }
                | Inline::Emph { content }
                | Inline::Strike { content }
                | Inline::Ref { content, .. }
                | Inline::Link { content, .. }
                | Inline::Lang { content, .. } => self.notes(place, content),
                Inline::Picture { alt, .. } => self.passage(place, alt),
                Inline::Text { .. }
                | Inline::Code { .. }
                | Inline::Mark { .. }
                | Inline::Value { .. }
                | Inline::Limit { .. }
                | Inline::Slot { .. }
                | Inline::State { .. }
                | Inline::Task { .. }
                | Inline::Break => {}
            }
        }
    }

    fn passage(&mut self, place: usize, text: &str) {
        let text = squeeze(text);
        if !text.is_empty() {
            self.all[place].passages.push(text);
        }
    }

    fn prefix(&mut self, place: usize, from: usize, label: &str) {
        for passage in &mut self.all[place].passages[from..] {
            *passage = with_label(label, passage);
        }
    }
}

/// The id of what is a place of its own.
fn own(id: &Option<String>) -> Option<&str> {
    id.as_deref().filter(|id| !is_made(id))
}

fn with_label(label: &str, text: &str) -> String {
    match (label.is_empty(), text.trim().is_empty()) {
        (false, false) => format!("{label}: {}", text.trim()),
        _ => text.to_owned(),
    }
}

/// One space for any white space; those that keep a number with its unit stay.
fn squeeze(text: &str) -> String {
    text.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
