//! Markdown → spanned prose. The only file that names the Markdown crate.
//!
//! CommonMark with tables, footnotes, task lists, definition lists, strikethrough, callouts and `[[…]]`. Raw HTML stays text, unless it
//! is allowed: then the elements that Markdown has too are read as Markdown's.
//!
//! One long file, since no other may name the crate.

mod html;

use super::prose::{Block, Callout, CellAlign, Inline, Prose, Text, Wiki};
use crate::span::{FileId, Span};
use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
};
use std::cell::LazyCell;
use std::ops::Range;
use std::sync::Arc;

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
}

/// How many blocks and marks may stand one inside the other. Everything after this follows the tree downwards, and so would its stack.
pub const MAX_DEPTH: usize = 64;

/// How many brackets of one paragraph may be open: for each, the reader of Markdown looks through all that follows.
const MAX_OPEN: usize = 1_000;

/// Where a paragraph opens one bracket too many without closing those before it.
fn too_open(text: &str) -> Option<usize> {
    let (mut open, mut blank) = (0_usize, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' => open += 1,
            b']' => open = open.saturating_sub(1),
            b'\n' if blank => open = 0,
            _ => {}
        }
        blank = byte == b'\n' || blank && byte.is_ascii_whitespace();
        if open > MAX_OPEN {
            return Some(at);
        }
    }
    None
}

/// The events without what opens and closes deeper than [`MAX_DEPTH`], whose words stay; and where that was first, in `deep`.
fn shallow<'a>(
    events: impl Iterator<Item = (Event<'a>, Range<usize>)>,
    deep: &mut Option<Range<usize>>,
) -> impl Iterator<Item = (Event<'a>, Range<usize>)> {
    let mut depth = 0;
    events.filter(move |(event, at)| match event {
        Event::Start(_) => {
            depth += 1;
            if depth > MAX_DEPTH && deep.is_none() {
                *deep = Some(at.clone());
            }
            depth <= MAX_DEPTH
        }
        Event::End(_) => {
            depth -= 1;
            depth < MAX_DEPTH
        }
        _ => true,
    })
}

/// What becomes of raw HTML.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RawHtml {
    /// It is shown as it was written.
    #[default]
    Text,
    /// Sanitised, and then read as the Markdown that says the same.
    Sanitized,
}

/// The prose that stands at `range` of a file.
pub fn prose(file: FileId, text: &str, range: Range<usize>, raw: RawHtml) -> Prose {
    let slice = text.get(range.clone()).unwrap_or("");
    let place = |r: Range<usize>| Span::new(file, range.start + r.start..range.start + r.end);
    if let Some(at) = too_open(slice) {
        return Prose { deep: Some(place(at..at + 1)), ..Prose::default() };
    }
    let mut builder = Builder::new(place, raw);
    let mut deep = None;
    for (event, at) in shallow(Parser::new_ext(slice, options()).into_offset_iter(), &mut deep) {
        builder.event(event, at);
    }
    let deep = deep.map(|at| place(at.start..at.start));
    Prose { deep, ..builder.finish() }
}

/// A text value of YAML as inline Markdown. `raw` is the value as it stands in the file at `span`, quotes included.
pub fn text(value: &str, raw: &str, span: Span, html: RawHtml) -> Text {
    if is_plain(value) {
        // Most texts of a manual have no markup, and to set up the reader of Markdown takes longer than to read a line.
        let mut words = value.trim_end().to_owned();
        if words.contains(['\n', '\r']) {
            words = words.replace(['\n', '\r'], " ");
        }
        let content = if words.is_empty() { Arc::default() } else { Arc::from([Inline::Text(words)]) };
        return Text { source: value.into(), span, content };
    }
    marked(value, raw, span, html)
}

/// A text value that may have markup.
///
/// Block structure cannot arise: line ends become spaces, and a full stop set before the text (and taken off again) keeps
/// `1.`, `-` or `#` from starting a block.
fn marked(value: &str, raw: &str, span: Span, html: RawHtml) -> Text {
    if too_open(value).is_some() {
        // Its brackets are told as links that were left open.
        return Text { source: value.into(), span, content: vec![Inline::Text(printable(value))].into() };
    }
    let line = format!(".{}", value.replace(['\n', '\r'], " "));
    let trimmed = line.trim_end();
    // Where the value stands in the file letter by letter, places inside it are exact; else a bracket is looked up by its words.
    let shift = LazyCell::new(|| raw.find(value));
    let mut from = 0;
    let mut place = |r: Range<usize>| match *shift {
        Some(shift) => span.sub(shift + r.start.saturating_sub(1), shift + r.end.saturating_sub(1)),
        None => {
            let fragment = trimmed.get(r).unwrap_or("");
            match raw.get(from..).and_then(|rest| rest.find(fragment)).filter(|_| !fragment.is_empty()) {
                Some(at) => {
                    let start = from + at;
                    from = start + fragment.len();
                    span.sub(start, from)
                }
                None => span,
            }
        }
    };
    let mut builder = Builder::new(&mut place, html);
    for (event, at) in shallow(Parser::new_ext(trimmed, options()).into_offset_iter(), &mut None) {
        builder.event(event, at);
    }
    let mut content: Vec<Inline> = Vec::new();
    for block in builder.finish().blocks {
        if let Block::Paragraph(inlines) = block {
            content.extend(inlines);
        }
    }
    strip_first(&mut content);
    Text { source: value.into(), span, content: content.into() }
}

/// Whether nothing in a text of one line can be markup: the signs with which it opens or closes are not in it, nor any control character
/// but the ends of lines, which become spaces.
fn is_plain(value: &str) -> bool {
    !value.bytes().any(|byte| match byte {
        b'\\' | b'`' | b'*' | b'_' | b'~' | b'[' | b']' | b'<' | b'>' | b'&' | b'|' | b'$' | b'^' => true,
        b'\n' | b'\r' => false,
        byte => byte.is_ascii_control(),
    })
}

/// Takes the full stop off that [`text`] set before the value.
fn strip_first(content: &mut Vec<Inline>) {
    if let Some(Inline::Text(first)) = content.first_mut() {
        if first.starts_with('.') {
            first.remove(0);
        }
        if first.is_empty() {
            content.remove(0);
        }
    }
}

/// A text without U+0000, which no page can hold; CommonMark puts the sign of replacement in its place.
fn printable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// What is open while events come in.
enum Open {
    Root(Vec<Block>),
    Paragraph,
    Heading(u8, Range<usize>),
    Quote(Option<Callout>, Vec<Block>),
    Code(Option<String>, String),
    List(Option<u64>, Vec<Vec<Block>>),
    Item(Vec<Block>),
    Definitions(Vec<(Vec<Inline>, Vec<Block>)>),
    Term,
    Body(Vec<Block>),
    Note(String, Vec<Block>),
    Table(Vec<CellAlign>, Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
    Row(Vec<Vec<Inline>>),
    Cell,
    Strong,
    Emph,
    Strike,
    Link(String, Option<bool>, Range<usize>),
    Picture(String, Range<usize>),
    Html(String),
}

struct Builder<F> {
    place: F,
    stack: Vec<Open>,
    /// Inlines of each open element that holds inlines; the last is the innermost.
    inlines: Vec<Vec<Inline>>,
    notes: Vec<(String, Vec<Block>)>,
    html: html::State,
}

impl<F: FnMut(Range<usize>) -> Span> Builder<F> {
    fn new(place: F, raw: RawHtml) -> Self {
        let html = html::State::new(raw);
        Builder { place, stack: vec![Open::Root(Vec::new())], inlines: vec![Vec::new()], notes: Vec::new(), html }
    }

    fn push(&mut self, inline: Inline) {
        let Some(list) = self.inlines.last_mut() else { return };
        match (list.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => list.push(inline),
        }
    }

    fn open(&mut self, open: Open, holds_inlines: bool) {
        if holds_inlines {
            self.inlines.push(Vec::new());
        }
        self.stack.push(open);
    }

    fn take(&mut self) -> Vec<Inline> {
        if self.inlines.len() > 1 {
            self.inlines.pop().unwrap_or_default()
        } else {
            std::mem::take(&mut self.inlines[0])
        }
    }

    /// Inlines that stand directly in an item become its paragraph.
    fn flush(&mut self) {
        if self.inlines.len() == 1 && !self.inlines[0].is_empty() {
            let content = std::mem::take(&mut self.inlines[0]);
            self.block(Block::Paragraph(content));
        }
    }

    fn block(&mut self, block: Block) {
        for open in self.stack.iter_mut().rev() {
            match open {
                Open::Root(list) | Open::Quote(_, list) | Open::Item(list) | Open::Body(list) | Open::Note(_, list) => {
                    list.push(block);
                    return;
                }
                _ => {}
            }
        }
    }

    fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        if self.html.hides(&event) {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => {
                self.close_html();
                self.end(tag, at);
            }
            Event::Text(text) => match self.stack.last_mut() {
                Some(Open::Code(_, code)) => code.push_str(&printable(&text)),
                _ => self.push(Inline::Text(printable(&text))),
            },
            Event::Code(code) => self.push(Inline::Code(printable(&code))),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push(Inline::Text(text.into_string())),
            Event::Html(text) => match self.stack.last_mut() {
                Some(Open::Html(html)) => html.push_str(&text),
                _ => self.push(Inline::Text(text.into_string())),
            },
            Event::InlineHtml(text) if self.html.is_read() => self.html_tag(&text, at),
            Event::InlineHtml(text) => self.push(Inline::Text(text.into_string())),
            Event::FootnoteReference(label) => self.push(Inline::FootnoteRef(label.into_string())),
            Event::SoftBreak => self.push(Inline::Text(" ".into())),
            Event::HardBreak => self.push(Inline::Break),
            Event::Rule => {
                self.flush();
                self.block(Block::Rule);
            }
            Event::TaskListMarker(done) => self.push(Inline::Task(done)),
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: Range<usize>) {
        let is_block = !matches!(
            tag,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Superscript
                | Tag::Subscript
                | Tag::Link { .. }
                | Tag::Image { .. }
        );
        if is_block {
            self.flush();
        }
        match tag {
            Tag::Paragraph => self.open(Open::Paragraph, true),
            Tag::Heading { level, .. } => self.open(Open::Heading(level_of(level), at), true),
            Tag::BlockQuote(kind) => self.open(Open::Quote(kind.map(callout_of), Vec::new()), false),
            Tag::CodeBlock(kind) => {
                let lang = match kind {
                    CodeBlockKind::Fenced(info) => info.split_whitespace().next().map(str::to_owned),
                    CodeBlockKind::Indented => None,
                };
                self.open(Open::Code(lang, String::new()), false);
            }
            Tag::HtmlBlock | Tag::MetadataBlock(_) => self.open(Open::Html(String::new()), true),
            Tag::List(start) => self.open(Open::List(start, Vec::new()), false),
            Tag::Item => self.open(Open::Item(Vec::new()), false),
            Tag::FootnoteDefinition(label) => self.open(Open::Note(label.into_string(), Vec::new()), false),
            Tag::DefinitionList => self.open(Open::Definitions(Vec::new()), false),
            Tag::DefinitionListTitle => self.open(Open::Term, true),
            Tag::DefinitionListDefinition => self.open(Open::Body(Vec::new()), false),
            Tag::Table(align) => {
                let align = align.into_iter().map(align_of).collect();
                self.open(Open::Table(align, Vec::new(), Vec::new()), false);
            }
            Tag::TableHead | Tag::TableRow => self.open(Open::Row(Vec::new()), false),
            Tag::TableCell => self.open(Open::Cell, true),
            Tag::Emphasis | Tag::Superscript | Tag::Subscript => self.open(Open::Emph, true),
            Tag::Strong => self.open(Open::Strong, true),
            Tag::Strikethrough => self.open(Open::Strike, true),
            Tag::Link { link_type, dest_url, .. } => {
                let wiki = match link_type {
                    LinkType::WikiLink { has_pothole } => Some(has_pothole),
                    _ => None,
                };
                let href = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.into_string(),
                };
                self.open(Open::Link(href, wiki, at), true);
            }
            Tag::Image { dest_url, .. } => self.open(Open::Picture(dest_url.into_string(), at), true),
        }
    }

    fn end(&mut self, tag: TagEnd, at: Range<usize>) {
        if matches!(
            tag,
            TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::DefinitionListDefinition
        ) {
            self.flush();
        }
        let Some(open) = self.stack.pop() else { return };
        match open {
            Open::Root(_) => self.stack.push(open),
            Open::Html(html) if self.html.is_read() => {
                self.take();
                self.html_block(&html, at);
            }
            Open::Paragraph | Open::Html(_) => {
                let mut content = self.take();
                if let Open::Html(html) = open {
                    content.insert(0, Inline::Text(html));
                }
                if !content.is_empty() {
                    self.block(Block::Paragraph(content));
                }
            }
            Open::Heading(level, at) => {
                let mut content = self.take();
                let span = (self.place)(at);
                let id = own_id(&mut content);
                self.block(Block::Heading { level, id, content, span });
            }
            Open::Quote(callout, blocks) => self.block(Block::Quote { callout, blocks }),
            Open::Code(lang, text) => self.block(Block::Code { lang, text }),
            Open::List(start, items) => self.block(Block::List { start, items }),
            Open::Item(blocks) => {
                if let Some(Open::List(_, items)) = self.stack.last_mut() {
                    items.push(blocks);
                }
            }
            Open::Note(label, blocks) => self.notes.push((label, blocks)),
            Open::Definitions(items) => self.block(Block::Definitions(items)),
            Open::Term => {
                let term = self.take();
                if let Some(Open::Definitions(items)) = self.stack.last_mut() {
                    items.push((term, Vec::new()));
                }
            }
            Open::Body(blocks) => {
                if let Some(Open::Definitions(items)) = self.stack.last_mut()
                    && let Some(last) = items.last_mut()
                {
                    last.1.extend(blocks);
                }
            }
            Open::Table(align, head, rows) => self.block(Block::Table { align, head, rows }),
            Open::Row(cells) => {
                if let Some(Open::Table(_, head, rows)) = self.stack.last_mut() {
                    if head.is_empty() { *head = cells } else { rows.push(cells) }
                }
            }
            Open::Cell => {
                let cell = self.take();
                if let Some(Open::Row(cells)) = self.stack.last_mut() {
                    cells.push(cell);
                }
            }
            Open::Strong => {
                let content = self.take();
                self.push(Inline::Strong(content));
            }
            Open::Emph => {
                let content = self.take();
                self.push(Inline::Emph(content));
            }
            Open::Strike => {
                let content = self.take();
                self.push(Inline::Strike(content));
            }
            Open::Link(href, wiki, at) => {
                let content = self.take();
                let span = (self.place)(at);
                match wiki {
                    None => self.push(Inline::Link { href, content, span }),
                    Some(labelled) => {
                        let mut label = String::new();
                        super::prose::plain_of(&content, &mut label);
                        let label = labelled.then_some(label);
                        self.push(Inline::Wiki(Wiki { target: href.trim().to_owned(), label, span, soft: false }));
                    }
                }
            }
            Open::Picture(path, at) => {
                let content = self.take();
                let span = (self.place)(at);
                let mut alt = String::new();
                super::prose::plain_of(&content, &mut alt);
                self.push(Inline::Picture { path, alt, span });
            }
        }
    }

    fn finish(mut self) -> Prose {
        self.flush();
        let blocks = match self.stack.into_iter().next() {
            Some(Open::Root(blocks)) => blocks,
            _ => Vec::new(),
        };
        Prose { span: None, blocks, notes: self.notes, deep: None }
    }
}

/// Takes `{#id}` off the end of a heading.
fn own_id(content: &mut Vec<Inline>) -> Option<String> {
    let Some(Inline::Text(last)) = content.last_mut() else { return None };
    let (words, id) = last.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let (words, id) = (words.trim_end().to_owned(), id.trim().to_owned());
    // Alone it names nothing: then it is the heading's words.
    if words.is_empty() && content.len() == 1 {
        return None;
    }
    match words.is_empty() {
        true => drop(content.pop()),
        false => content[..].last_mut().into_iter().for_each(|last| *last = Inline::Text(words.clone())),
    }
    Some(id)
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn callout_of(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Tip => Callout::Tip,
        BlockQuoteKind::Important => Callout::Important,
        BlockQuoteKind::Warning => Callout::Warning,
        BlockQuoteKind::Caution => Callout::Caution,
    }
}

fn align_of(align: Alignment) -> CellAlign {
    match align {
        Alignment::None | Alignment::Left => CellAlign::Start,
        Alignment::Center => CellAlign::Center,
        Alignment::Right => CellAlign::End,
    }
}

#[cfg(test)]
mod tests;
