//! An entry as a tree of what is written in it, whatever its kind: the readers have noted every value by its path.

use crate::model::base::Base;
use crate::model::target::FORMS;
use crate::parse::kind::Kind;
use crate::parse::prose::{Block, Prose, Text};
use crate::parse::reader::{Value, Variant};
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::Quantity;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What stands at a path: a value, other keys beneath it, or both.
#[derive(Debug, Clone, Default)]
pub struct Node<'m> {
    pub value: Option<Cow<'m, Value>>,
    /// The same in the language in which it is told, where that is another: words only.
    pub told: Option<Cow<'m, Value>>,
    pub children: BTreeMap<String, Node<'m>>,
}

/// Keys of the document control by which editions differ always.
const CONTROL: [&str; 8] =
    ["edition", "effective", "approved", "approvals", "changes", "review_by", "supersedes", "status"];

/// The prose of an entry's file, which has no key.
pub const PROSE: &str = "prose";

impl<'m> Node<'m> {
    /// What is written in an entry.
    pub fn of(manual: &'m Resolved<'m>, base: &'m Base) -> Node<'m> {
        let mut node = Node::read(manual, Some((base.kind, &base.id)));
        node.children.remove("id");
        let prose = prose(&base.body);
        if !prose.is_empty() {
            let texts = prose.into_iter().map(|content| text(content, base.span)).collect();
            node.put(PROSE, Cow::Owned(Value::Texts(texts)));
        }
        node
    }

    /// The same with the words that a translation has in their places.
    pub fn telling(mut self, translated: Option<&'m Resolved<'m>>, entry: Option<(Kind, &str)>) -> Node<'m> {
        let Some(translated) = translated else { return self };
        for (path, value) in translated.written_of(entry) {
            self.tell(path, Cow::Borrowed(value));
        }
        let base = entry.and_then(|(kind, id)| translated.model.base(kind, id));
        if let Some(base) = base {
            let texts = prose(&base.body).into_iter().map(|content| text(content, base.span)).collect();
            self.tell(PROSE, Cow::Owned(Value::Texts(texts)));
        }
        self
    }

    fn tell(&mut self, path: &str, value: Cow<'m, Value>) {
        let mut node = self;
        for part in path.split('.') {
            match node.children.get_mut(part) {
                Some(next) => node = next,
                None => return,
            }
        }
        let same = match (node.value.as_deref(), &*value) {
            (Some(Value::Text(_)), Value::Text(_)) => true,
            (Some(Value::Texts(own)), Value::Texts(told)) => own.len() == told.len(),
            _ => false,
        };
        if same {
            node.told = Some(value);
        }
    }

    /// The value as it is told.
    pub fn shown(&self) -> Option<&Value> {
        self.told.as_deref().or(self.value.as_deref())
    }

    /// Every value in this tree as it is told.
    pub fn shown_leaves(&self) -> Vec<&Value> {
        self.shown().into_iter().chain(self.children.values().flat_map(Node::shown_leaves)).collect()
    }

    /// What is written in the manifest, but for what tells one edition from the next.
    pub fn of_manifest(manual: &'m Resolved<'m>) -> Node<'m> {
        let mut node = Node::read(manual, None);
        if let Some(document) = node.children.get_mut("document") {
            document.children.retain(|key, _| !CONTROL.contains(&key.as_str()));
        }
        // Of these the compiler alone takes notice.
        node.children.retain(|key, _| !matches!(key.as_str(), "waivers" | "lints" | "languages" | "profiles"));
        node
    }

    fn read(manual: &'m Resolved<'m>, entry: Option<(Kind, &str)>) -> Node<'m> {
        let mut root = Node::default();
        for (path, value) in manual.written_of(entry) {
            let value = match value {
                Value::Word(word) => typed(word, manual.model.manifest.span).map_or(Cow::Borrowed(value), Cow::Owned),
                _ => Cow::Borrowed(value),
            };
            root.put(path, value);
        }
        root.settle();
        root
    }

    fn put(&mut self, path: &str, value: Cow<'m, Value>) {
        let mut node = self;
        for part in path.split('.') {
            node = node.children.entry(part.to_owned()).or_default();
        }
        node.value = Some(value);
    }

    /// Leaves out what is said twice: parts of a value that is read as a whole, and targets under either of their keys.
    fn settle(&mut self) {
        if self.children.contains_key("target") {
            self.children.remove("targets");
        }
        match self.value.as_deref() {
            Some(Value::Targets(_)) => {
                // The same targets under the key in which they were written.
                self.children.retain(|key, _| !matches!(key.as_str(), "target" | "targets"));
                self.outside_targets();
            }
            Some(Value::Hours(_) | Value::Quantity(_) | Value::References(_) | Value::Texts(_)) => {
                self.children.clear()
            }
            _ => {}
        }
        self.children.values_mut().for_each(Node::settle);
        self.children.retain(|_, node| node.value.is_some() || !node.children.is_empty());
    }

    fn outside_targets(&mut self) {
        self.children.retain(|key, node| {
            if key.parse::<usize>().is_ok() {
                node.value = None;
                node.outside_targets();
            }
            !FORMS.contains(&key.as_str())
        });
    }

    /// Whether this is a list, whose places are no names.
    pub fn is_list(&self) -> bool {
        self.value.is_none()
            && !self.children.is_empty()
            && self.children.keys().all(|key| key.parse::<usize>().is_ok())
    }

    /// The items of a list, in order.
    pub fn items(&self) -> Vec<&Node<'m>> {
        let mut items: Vec<(usize, &Node<'m>)> =
            self.children.iter().map(|(key, node)| (key.parse().unwrap_or(usize::MAX), node)).collect();
        items.sort_by_key(|(place, _)| *place);
        items.into_iter().map(|(_, node)| node).collect()
    }

    /// Every value in this tree.
    pub fn leaves(&self) -> Vec<&Value> {
        let own = self.value.as_deref();
        own.into_iter().chain(self.children.values().flat_map(Node::leaves)).collect()
    }
}

/// A word that is an amount, a length of time or a share is compared as one.
fn typed(word: &str, span: Span) -> Option<Value> {
    let value = Quantity::parse(word).ok()?;
    let otherwise = Some(Spanned { value, span });
    Some(Value::Quantity(Box::new(Variant { by: Vec::new(), cases: Vec::new(), otherwise, span })))
}

fn text(content: Vec<crate::parse::prose::Inline>, span: Span) -> Text {
    Text { source: "".into(), span, content: content.into() }
}

/// The runs of a prose, paragraph by paragraph and cell by cell.
fn prose(prose: &Prose) -> Vec<Vec<crate::parse::prose::Inline>> {
    fn push(blocks: &[Block], out: &mut Vec<Vec<crate::parse::prose::Inline>>) {
        for block in blocks {
            match block {
                Block::Paragraph(content) | Block::Heading { content, .. } => out.push(content.clone()),
                Block::List { items, .. } => items.iter().for_each(|item| push(item, out)),
                Block::Definitions(list) => list.iter().for_each(|(term, blocks)| {
                    out.push(term.clone());
                    push(blocks, out);
                }),
                Block::Table { head, rows, .. } => {
                    out.extend(head.iter().cloned());
                    out.extend(rows.iter().flatten().cloned());
                }
                Block::Quote { blocks, .. } => push(blocks, out),
                Block::Code { text, .. } => out.push(vec![crate::parse::prose::Inline::Code(text.clone())]),
                Block::Rule => {}
            }
        }
    }
    let mut out = Vec::new();
    push(&prose.blocks, &mut out);
    prose.notes.iter().for_each(|(_, blocks)| push(blocks, &mut out));
    out
}
