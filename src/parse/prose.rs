//! Prose as authors write it, with a place for every link, value and picture that has to be resolved.

use crate::span::Span;
use crate::values::Quantity;
use std::sync::Arc;

/// A text of an entry: inline Markdown.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// As written, after YAML's own unquoting. Shared, as the content is.
    pub source: Arc<str>,
    pub span: Span,
    /// Shared with the value that prose prints.
    pub content: Arc<[Inline]>,
}

impl Text {
    /// The words without markup; links give their own words or their target.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        plain_of(&self.content, &mut out);
        out
    }
}

/// Appends the words of inlines without markup.
pub fn plain_of(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(c) | Inline::Emph(c) | Inline::Strike(c) | Inline::Link { content: c, .. } => {
                plain_of(c, out)
            }
            Inline::Wiki(wiki) => out.push_str(wiki.label.as_deref().unwrap_or(&wiki.target)),
            Inline::Picture { alt, .. } => out.push_str(alt),
            Inline::FootnoteRef(_) | Inline::Task(_) => {}
            Inline::Quantity(_) => {}
            Inline::Break => out.push(' '),
        }
    }
}

/// A link or value in double brackets: `[[target]]`, `[[target|label]]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Wiki {
    /// What stands before the bar, trimmed.
    pub target: String,
    pub label: Option<String>,
    pub span: Span,
    /// Written as a bare word where words are allowed too: a link only if an entry has this id.
    pub soft: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Emph(Vec<Inline>),
    Strike(Vec<Inline>),
    Code(String),
    Wiki(Wiki),
    Link {
        href: String,
        content: Vec<Inline>,
        span: Span,
    },
    Picture {
        path: String,
        alt: String,
        span: Span,
    },
    FootnoteRef(String),
    Task(bool),
    /// A value that stands in the place of a text.
    Quantity(Quantity),
    Break,
}

/// The prose of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Prose {
    /// Where it stands; none if there is none.
    pub span: Option<Span>,
    pub blocks: Vec<Block>,
    /// Footnotes by label.
    pub notes: Vec<(String, Vec<Block>)>,
    /// Where more stands one inside the other than is read.
    pub deep: Option<Span>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Paragraph(Vec<Inline>),
    /// `level` is 1 to 6, as written.
    Heading {
        level: u8,
        /// What stands at its end as `{#id}`, as written.
        id: Option<String>,
        content: Vec<Inline>,
        span: Span,
    },
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Definitions(Vec<(Vec<Inline>, Vec<Block>)>),
    Table {
        align: Vec<CellAlign>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A callout has a kind; a plain quotation has none.
    Quote {
        callout: Option<Callout>,
        blocks: Vec<Block>,
    },
    Code {
        lang: Option<String>,
        text: String,
    },
    Rule,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellAlign {
    Start,
    Center,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Callout {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl Callout {
    /// Whether it says what must be done or is at stake; notes and tips explain.
    pub fn binds(self) -> bool {
        match self {
            Callout::Important | Callout::Warning | Callout::Caution => true,
            Callout::Note | Callout::Tip => false,
        }
    }
}

/// The runs of a prose, paragraph by paragraph and cell by cell.
#[derive(Debug, Default)]
pub struct Runs {
    /// Those of callouts that bind.
    pub bind: Vec<Vec<Inline>>,
    pub rest: Vec<Vec<Inline>>,
}

impl Prose {
    pub fn runs(&self) -> Runs {
        fn push(blocks: &[Block], bind: bool, out: &mut Runs) {
            for block in blocks {
                let own = if bind { &mut out.bind } else { &mut out.rest };
                match block {
                    Block::Paragraph(content) | Block::Heading { content, .. } => own.push(content.clone()),
                    Block::List { items, .. } => items.iter().for_each(|item| push(item, bind, out)),
                    Block::Definitions(list) => list.iter().for_each(|(term, blocks)| {
                        let own = if bind { &mut out.bind } else { &mut out.rest };
                        own.push(term.clone());
                        push(blocks, bind, out);
                    }),
                    Block::Table { head, rows, .. } => {
                        own.extend(head.iter().cloned());
                        own.extend(rows.iter().flatten().cloned());
                    }
                    Block::Quote { callout, blocks } => push(blocks, bind || callout.is_some_and(Callout::binds), out),
                    Block::Code { text, .. } => own.push(vec![Inline::Code(text.clone())]),
                    Block::Rule => {}
                }
            }
        }
        let mut out = Runs::default();
        push(&self.blocks, false, &mut out);
        self.notes.iter().for_each(|(_, blocks)| push(blocks, false, &mut out));
        out
    }
}

/// Calls `see` for every inline of some blocks, at any depth.
pub fn each_inline<'a>(blocks: &'a [Block], see: &mut dyn FnMut(&'a Inline)) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => inlines(content, see),
            Block::List { items, .. } => items.iter().for_each(|i| each_inline(i, see)),
            Block::Definitions(items) => items.iter().for_each(|(term, body)| {
                inlines(term, see);
                each_inline(body, see);
            }),
            Block::Table { head, rows, .. } => {
                head.iter().for_each(|c| inlines(c, see));
                rows.iter().flatten().for_each(|c| inlines(c, see));
            }
            Block::Quote { blocks, .. } => each_inline(blocks, see),
            Block::Code { .. } | Block::Rule => {}
        }
    }
}

/// Calls `see` for every inline, at any depth.
pub fn inlines<'a>(content: &'a [Inline], see: &mut dyn FnMut(&'a Inline)) {
    for inline in content {
        see(inline);
        match inline {
            Inline::Strong(c) | Inline::Emph(c) | Inline::Strike(c) | Inline::Link { content: c, .. } => {
                inlines(c, see)
            }
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Wiki(_)
            | Inline::Picture { .. }
            | Inline::FootnoteRef(_)
            | Inline::Task(_)
            | Inline::Quantity(_)
            | Inline::Break => {}
        }
    }
}
