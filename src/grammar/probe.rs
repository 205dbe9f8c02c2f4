//! One reading of a made-up entry, and what its reader asked of one value in it.

use crate::model;
use crate::parse::kind::Kind;
use crate::parse::reader::Context;
use crate::parse::reader::trace::Asked;
use crate::parse::yaml::{Kind as NodeKind, Node, Pair};
use crate::span::{FileId, Sources, Span};

/// A made-up value.
#[derive(Debug, Clone, PartialEq)]
pub enum Draft {
    Scalar(String),
    List(Vec<Draft>),
    Map(Vec<(String, Draft)>),
    /// The value about which is asked.
    Marked(Box<Draft>),
}

impl Draft {
    pub fn scalar(text: &str) -> Draft {
        Draft::Scalar(text.to_owned())
    }

    pub fn marked(self) -> Draft {
        Draft::Marked(Box::new(self))
    }
}

/// What is asked of the marked value of a draft, in order.
pub fn ask(kind: Option<Kind>, draft: &Draft) -> Vec<Asked> {
    let mut sheet = Sheet::new();
    let node = sheet.node(draft);
    let mut sources = Sources::default();
    // The only file of its sources, as the one before: the spans hold for both.
    sources.add("", sheet.text, false);
    let mut cx = Context::new(&sources);
    cx.trace = Some(Vec::new());
    model::read_alone(&mut cx, kind, &node);
    let Some(mark) = sheet.mark else { return Vec::new() };
    let trace = cx.trace.unwrap_or_default();
    trace.into_iter().filter(|(span, _)| *span == mark).map(|(_, asked)| asked).collect()
}

/// The text of a draft as it grows: it gives each value a span of its own.
pub(super) struct Sheet {
    file: FileId,
    pub(super) text: String,
    mark: Option<Span>,
}

impl Sheet {
    pub(super) fn new() -> Sheet {
        Sheet { file: Sources::default().add("", "", false), text: String::new(), mark: None }
    }

    pub(super) fn node(&mut self, draft: &Draft) -> Node {
        let start = self.text.len();
        let kind = match draft {
            Draft::Marked(inner) => {
                let node = self.node(inner);
                self.mark = Some(node.span);
                return node;
            }
            Draft::Scalar(text) => {
                self.text.push_str(text);
                NodeKind::Scalar { text: text.clone(), plain: true }
            }
            Draft::List(items) => {
                self.text.push('[');
                NodeKind::List(items.iter().map(|item| self.node(item)).collect())
            }
            Draft::Map(pairs) => {
                self.text.push('{');
                let pair = |(key, value): &(String, Draft)| Pair {
                    key: self.node(&Draft::scalar(key)),
                    value: self.node(value),
                };
                NodeKind::Map(pairs.iter().map(pair).collect())
            }
        };
        let span = Span::new(self.file, start..self.text.len());
        self.text.push(' ');
        Node { span, kind }
    }
}
