//! Texts and values of the model → inlines and blocks in the reader's language.

mod blocks;
mod passages;
mod told;
mod values;

pub use blocks::*;

use super::history::Past;
use crate::ir::{Block, Column, Fact, Figure, FigureSource, Inline, ListStyle, Row, Table, TableLook, Tone, plain};
use crate::lang::details::CALLER_COSTS;
use crate::lang::manual::{ManualWords, key_of};
use crate::lang::{Lang, Locale, Tongue, format};
use crate::model::reference::ChapterPlace;
use crate::model::target::TargetSpec;
use crate::parse::kind::Kind;
use crate::parse::prose::{self, Prose, Text};
use crate::parse::reader::{Value, Variant};
use crate::resolve::{Destination, Resolved, Target as LinkTarget};
use crate::span::{Span, Spanned};
use crate::values::{Aimed, Duration, Hours, Percent, Quantity, Recurrence, Target, TimeRange, When};

/// How deep values may print values: circles are reported before, this bounds the work.
const MAX_DEPTH: u8 = 8;

/// The path of a picture beneath `assets/`.
fn asset(path: &str) -> &str {
    path.strip_prefix("assets/").unwrap_or(path)
}

/// Writes in one language about one manual.
#[derive(Clone, Copy)]
pub struct Writer<'m> {
    pub manual: &'m Resolved<'m>,
    pub lang: Lang,
    /// The language as the manual's region writes it: what values are formatted by.
    pub locale: Locale,
    pub w: &'static ManualWords,
    /// What came before this edition, where that is told.
    pub past: Option<&'m Past>,
    depth: u8,
    /// The language of the original, while prose of it is written that has no translation.
    foreign: Option<Tongue>,
}

impl<'m> Writer<'m> {
    pub fn new(manual: &'m Resolved<'m>) -> Self {
        let lang = manual.lang;
        Writer { manual, lang, locale: manual.locale, w: &lang.words().manual, past: None, depth: 0, foreign: None }
    }

    /// The same manual with values in another language.
    pub fn speaking(self, lang: Lang) -> Self {
        Writer { lang, w: &lang.words().manual, ..self }
    }

    /// The same with what came before the manual.
    pub fn after(self, past: Option<&'m Past>) -> Self {
        Writer { past, ..self }
    }

    // ---- texts ----

    pub fn text(&self, text: &Text) -> Vec<Inline> {
        match self.manual.untranslated.contains(&text.span) {
            true => self.of_original().inlines(&text.content, &[]),
            false => self.inlines(&text.content, &[]),
        }
    }

    /// Writes what stands in the original's language, and marks it as such.
    fn of_original(&self) -> Writer<'m> {
        Writer { foreign: Some(self.manual.model.manifest.languages.default), ..*self }
    }

    /// A text as a title: with a capital.
    pub fn title(&self, text: &Text) -> Vec<Inline> {
        let mut run = self.text(text);
        capitalise(&mut run);
        run
    }

    /// A name at the head of its section: empty where nothing in it is marked, and its plain text says the same.
    pub fn marked(&self, name: &Option<Text>) -> Vec<Inline> {
        let run = name.as_ref().map_or_else(Vec::new, |name| self.text(name));
        let is_plain = |inline: &Inline| match inline {
            Inline::Lang { content, .. } => content.iter().all(|inner| matches!(inner, Inline::Text { .. })),
            other => matches!(other, Inline::Text { .. }),
        };
        if run.iter().all(is_plain) { Vec::new() } else { run }
    }

    /// Words to be said or promised, between the quotation marks of the language.
    pub fn quoted(&self, text: &Text) -> Vec<Inline> {
        let (open, close) = match self.lang {
            Lang::Es => ("«", "»"),
            Lang::En | Lang::Pt => ("“", "”"),
        };
        // An author who wrote the marks keeps them.
        if text.source.starts_with(['«', '“', '"']) {
            return self.text(text);
        }
        let mut run = plain(open);
        run.extend(self.text(text));
        run.push(Inline::text(close));
        run
    }

    pub fn opt(&self, text: &Option<Text>) -> Vec<Inline> {
        text.as_ref().map_or_else(Vec::new, |t| self.text(t))
    }

    /// What something costs: the word for nothing, or the author's words.
    pub fn free_or(&self, text: &Option<Text>) -> Vec<Inline> {
        match text {
            Some(text) if *text.source == *"free" => plain(self.w.free),
            Some(text) => match CALLER_COSTS.iter().find(|cost| *cost.name == *text.source) {
                Some(cost) => plain(capital(cost.label.in_lang(self.lang))),
                None => self.text(text),
            },
            None => Vec::new(),
        }
    }

    /// Several texts in one run, divided by semicolons where they hold commas.
    pub fn texts(&self, texts: &[Text]) -> Vec<Inline> {
        let divider = if texts.iter().any(|t| t.source.contains(',')) { "; " } else { ", " };
        join(texts.iter().map(|t| self.text(t)), divider)
    }

    /// A paragraph, unless there is nothing to say.
    pub fn paragraph(&self, text: &Option<Text>) -> Option<Block> {
        let content = self.opt(text);
        (!content.is_empty()).then_some(Block::Paragraph { content })
    }

    pub fn list(&self, style: ListStyle, texts: &[Text]) -> Option<Block> {
        let items: Vec<Vec<Block>> = texts.iter().map(|t| vec![Block::Paragraph { content: self.text(t) }]).collect();
        (!items.is_empty()).then_some(Block::list(style, items))
    }

    /// A label with what it says, unless it says nothing. Of a label that is none of the manual's words, itself is the key.
    pub fn fact(&self, label: &str, content: Vec<Inline>) -> Option<Fact> {
        self.fact_of(key_of(self.lang, label).unwrap_or(label), label, content)
    }

    /// The same where the label is a word of something else, by its key there.
    pub fn fact_of(&self, key: &str, label: &str, content: Vec<Inline>) -> Option<Fact> {
        (!content.is_empty()).then(|| Fact::new(key, label, content))
    }

    /// Several texts under a label: a list, or a definition where there is only one.
    pub fn labelled(&self, label: &str, texts: &[Text]) -> Vec<Block> {
        if texts.len() < 2 {
            return facts([self.fact_texts(label, texts)]).into_iter().collect();
        }
        let title = Block::Paragraph { content: vec![Inline::Strong { content: plain(label) }] };
        std::iter::once(title).chain(self.list(ListStyle::Bullets, texts)).collect()
    }

    pub fn fact_text(&self, label: &str, text: &Option<Text>) -> Option<Fact> {
        self.fact(label, self.opt(text))
    }

    pub fn fact_texts(&self, label: &str, texts: &[Text]) -> Option<Fact> {
        self.fact(label, self.texts(texts))
    }

    pub fn inlines(&self, content: &[prose::Inline], notes: &[(String, Vec<prose::Block>)]) -> Vec<Inline> {
        let Some(lang) = self.foreign else { return self.run(content, notes) };
        let content = Writer { foreign: None, ..*self }.run(content, notes);
        match content.is_empty() {
            true => content,
            false => vec![Inline::Lang { lang: lang.to_string(), content }],
        }
    }

    fn run(&self, content: &[prose::Inline], notes: &[(String, Vec<prose::Block>)]) -> Vec<Inline> {
        let mut out = Vec::new();
        for inline in content {
            match inline {
                prose::Inline::Text(text) => out.extend(self.told(text)),
                prose::Inline::Strong(c) => out.push(Inline::Strong { content: self.inlines(c, notes) }),
                prose::Inline::Emph(c) => out.push(Inline::Emph { content: self.inlines(c, notes) }),
                prose::Inline::Strike(c) => out.push(Inline::Strike { content: self.inlines(c, notes) }),
                prose::Inline::Code(text) => out.push(Inline::Code { text: text.clone() }),
                prose::Inline::Wiki(wiki) => out.extend(self.wiki(wiki)),
                prose::Inline::Link { href, content, span } => {
                    out.push(self.link(href, *span, self.inlines(content, notes)));
                }
                // Where there is no such picture, which is a finding, its text stands for it.
                prose::Inline::Picture { path, alt, .. } => out.push(match self.manual.picture(path) {
                    Ok(path) => Inline::Picture { path: path.to_owned(), alt: alt.clone() },
                    Err(_) => Inline::text(alt.as_str()),
                }),
                prose::Inline::FootnoteRef(label) => {
                    let note = notes.iter().find(|(l, _)| l == label);
                    let content = note.map_or_else(Vec::new, |(_, blocks)| self.flat(blocks));
                    out.push(Inline::Note { content });
                }
                prose::Inline::Task(done) => out.push(Inline::Task { done: *done }),
                prose::Inline::Quantity(quantity) => out.push(self.quantity(quantity)),
                prose::Inline::Break => out.push(Inline::Break),
            }
        }
        out
    }

    /// A link that leads out of the manual, or, relative, to one of its pages; anything else stays as its words.
    fn link(&self, href: &str, span: Span, content: Vec<Inline>) -> Inline {
        match self.manual.destination(href, span.file) {
            Ok(Destination::Outside) => Inline::Link { href: href.to_owned(), content },
            Ok(Destination::Entry(kind, id, heading)) => {
                let place = heading.and_then(|heading| self.manual.heading(kind, &id, &heading));
                Inline::Ref { to: place.unwrap_or_else(|| self.address(kind, &id)), content }
            }
            Ok(Destination::Asset(_)) | Err(_) => Inline::Emph { content },
        }
    }

    /// The words of footnotes, whose blocks become one run.
    fn flat(&self, blocks: &[prose::Block]) -> Vec<Inline> {
        let runs = blocks.iter().filter_map(|b| match b {
            prose::Block::Paragraph(content) => Some(self.inlines(content, &[])),
            _ => None,
        });
        join(runs, " ")
    }

    fn wiki(&self, wiki: &prose::Wiki) -> Vec<Inline> {
        let Some(link) = self.manual.link(wiki.span) else {
            return plain(wiki.label.clone().unwrap_or_else(|| wiki.target.clone()));
        };
        let label = link.label.as_ref().map(|l| plain(l.as_str()));
        match &link.target {
            LinkTarget::Entry(kind, id) => vec![match label {
                Some(content) => Inline::Ref { to: self.address(*kind, id), content },
                None => self.entry(*kind, id),
            }],
            LinkTarget::Value(kind, id, path) => {
                self.manual.value(*kind, id, path).map_or_else(Vec::new, |value| self.value(value))
            }
            LinkTarget::Manifest(path) => self.manual.manifest_value(path).map_or_else(Vec::new, |v| self.value(v)),
        }
    }

    // ---- entries ----

    /// A link to an entry by its name.
    pub fn entry(&self, kind: Kind, id: &str) -> Inline {
        let base = self.manual.model.base(kind, id);
        let content = match base.and_then(|b| b.name.as_ref()) {
            // A commitment's name is the whole promise: its code is the handier name.
            Some(_) if kind == Kind::Commitments => {
                let code = base.and_then(|b| b.code.as_ref()).map(|c| c.value.clone());
                match code {
                    Some(text) => vec![Inline::Mark { text }],
                    None => plain(base.map_or_else(String::new, |b| b.title())),
                }
            }
            Some(name) if self.depth < MAX_DEPTH => self.deeper().text(name),
            Some(name) => plain(name.plain()),
            None => plain(id),
        };
        Inline::Ref { to: self.address(kind, id), content }
    }

    /// Where an entry stands. A procedure that is the only one is the chapter itself; a chapter may be part of the guide.
    pub fn address(&self, kind: Kind, id: &str) -> String {
        let model = &self.manual.model;
        match kind {
            Kind::Complaints if model.complaints.len() == 1 => "complaints".to_owned(),
            Kind::Chapters if model.chapters.get(id).is_some_and(|c| c.place == ChapterPlace::Guide) => {
                "guide".to_owned()
            }
            _ => anchor(kind, id),
        }
    }

    pub fn reference(&self, kind: Kind, id: &Option<Spanned<String>>) -> Vec<Inline> {
        id.as_ref().map_or_else(Vec::new, |id| vec![self.entry(kind, &id.value)])
    }

    pub fn references(&self, kind: Kind, ids: &[Spanned<String>]) -> Vec<Inline> {
        join(ids.iter().map(|id| vec![self.entry(kind, &id.value)]), ", ")
    }

    fn deeper(&self) -> Writer<'m> {
        Writer { depth: self.depth + 1, ..*self }
    }
}
