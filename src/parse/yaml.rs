//! YAML text → a tree in which every key and value keeps its byte range. The only file that names the YAML crate.
//!
//! All findings are collected; aliases, depth and number of nodes are bounded, so that hostile input ends in a message.

use super::entries;
use crate::diag::Diagnostic;
use crate::span::{FileId, Span};
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle};
use std::collections::HashMap;

/// A node of the tree. An alias stands as a copy with the span of its use.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub span: Span,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// `plain` is false for quoted and block scalars, which are never nulls or booleans.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<Node>),
    Map(Vec<Pair>),
    /// Something that has been reported already.
    Bad,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Always a scalar or [`Kind::Bad`].
    pub key: Node,
    pub value: Node,
}

impl Node {
    /// True for an absent value: `key:`, `~`, `null`.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The text of a scalar that is not null.
    pub fn scalar(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } if !self.is_null() => Some(text),
            _ => None,
        }
    }

    /// The pairs of a mapping.
    pub fn pairs(&self) -> Option<&[Pair]> {
        match &self.kind {
            Kind::Map(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// The value of a key of a mapping.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.pairs()?.iter().find(|p| p.key.scalar() == Some(key)).map(|p| &p.value)
    }

    fn count(&self) -> usize {
        1 + match &self.kind {
            Kind::List(items) => items.iter().map(Node::count).sum(),
            Kind::Map(pairs) => pairs.iter().map(|p| p.key.count() + p.value.count()).sum(),
            Kind::Scalar { .. } | Kind::Bad => 0,
        }
    }
}

const MAX_NODES: usize = 1_000_000;
const MAX_ALIAS_NODES: usize = 10_000;
const MAX_DEPTH: usize = 64;

struct Frame {
    node: Node,
    key: Option<Node>,
    anchor: usize,
}

/// Parses one document. `base` is where `text` starts in its file. Returns what could be read, none if nothing could.
pub fn parse(file: FileId, text: &str, base: usize, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_comments: false,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let at = |range: std::ops::Range<usize>| Span::new(file, base + range.start..base + range.end.min(text.len()));
    let mut stack: Vec<Frame> = Vec::new();
    let mut anchors: HashMap<usize, (Node, usize)> = HashMap::new();
    let mut root: Option<Node> = None;
    let (mut nodes, mut alias_nodes) = (0usize, 0usize);
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = match event {
            Ok(pair) => pair,
            Err(error) => {
                let offset = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
                findings.push(syntax_error(at(mark_range(text, offset)), error.kind()));
                return None;
            }
        };
        let range = span.byte_range().unwrap_or(0..0);
        nodes += 1;
        if nodes > MAX_NODES {
            findings.push(Diagnostic::new(&entries::TOO_LARGE, at(range)).arg("limit", MAX_NODES.to_string()));
            return None;
        }
        let (node, anchor) = match event {
            Event::Scalar(value, style, anchor, _tag) => {
                let plain = style == ScalarStyle::Plain;
                (Node { span: at(trim(text, range)), kind: Kind::Scalar { text: value.into_owned(), plain } }, anchor)
            }
            Event::SequenceStart(_, anchor, _) => {
                let node = Node { span: at(range), kind: Kind::List(Vec::new()) };
                stack.push(Frame { node, key: None, anchor });
                continue;
            }
            Event::MappingStart(_, anchor, _) => {
                let node = Node { span: at(range), kind: Kind::Map(Vec::new()) };
                stack.push(Frame { node, key: None, anchor });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(mut frame) = stack.pop() else { continue };
                let end = trim(text, 0..range.end.min(text.len())).end + base;
                frame.node.span.end = frame.node.span.end.max(end as u32);
                (frame.node, frame.anchor)
            }
            Event::Alias(id) => {
                let bad = Node { span: at(range.clone()), kind: Kind::Bad };
                let (mut node, size) = anchors.get(&id).cloned().unwrap_or((bad, 1));
                alias_nodes += size;
                if alias_nodes > MAX_ALIAS_NODES {
                    let limit = MAX_ALIAS_NODES.to_string();
                    findings.push(Diagnostic::new(&entries::ALIAS_BUDGET, at(range)).arg("limit", limit));
                    return None;
                }
                node.span = at(range);
                (node, 0)
            }
            Event::UnresolvedAlias(name) => {
                findings
                    .push(Diagnostic::new(&entries::UNKNOWN_ALIAS, at(range.clone())).arg("name", name.to_string()));
                (Node { span: at(range), kind: Kind::Bad }, 0)
            }
            _ => continue,
        };
        if anchor != 0 {
            let size = node.count();
            anchors.insert(anchor, (node.clone(), size));
        }
        match stack.last_mut() {
            None => root = root.or(Some(node)),
            Some(frame) => place(frame, node, findings),
        }
    }
    root
}

/// Puts a finished node into the collection that is open.
fn place(frame: &mut Frame, node: Node, findings: &mut Vec<Diagnostic>) {
    match &mut frame.node.kind {
        Kind::List(items) => items.push(node),
        Kind::Map(pairs) => match frame.key.take() {
            None => {
                let key = match node.kind {
                    Kind::Scalar { .. } => node,
                    Kind::Bad => node,
                    Kind::List(_) | Kind::Map(_) => {
                        findings.push(Diagnostic::new(&entries::COMPLEX_KEY, node.span));
                        Node { span: node.span, kind: Kind::Bad }
                    }
                };
                frame.key = Some(key);
            }
            Some(key) => {
                let name = match &key.kind {
                    Kind::Scalar { text, .. } => Some(text.as_str()),
                    _ => None,
                };
                let first = pairs.iter().find(|p| match (&p.key.kind, name) {
                    (Kind::Scalar { text, .. }, Some(name)) => text == name,
                    _ => false,
                });
                match (first, name) {
                    (Some(first), Some(name)) => findings.push(
                        Diagnostic::new(&entries::DUPLICATE_KEY, key.span)
                            .arg("key", name)
                            .label(first.key.span, entries::FIRST_HERE),
                    ),
                    _ => pairs.push(Pair { key, value: node }),
                }
            }
        },
        Kind::Scalar { .. } | Kind::Bad => {}
    }
}

/// A range without white space at its end; block scalars and collections end at the next token otherwise.
fn trim(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let end = range.end.min(text.len());
    let start = range.start.min(end);
    let slice = text.get(start..end).unwrap_or("");
    start..start + slice.trim_end().len()
}

/// One character at an offset, or the last one before it at the end of the text.
fn mark_range(text: &str, offset: usize) -> std::ops::Range<usize> {
    let mut start = offset.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    match text[start..].chars().next() {
        Some(c) if c != '\n' && c != '\r' => start..start + c.len_utf8(),
        _ => start..start,
    }
}

fn syntax_error(span: Span, kind: &ErrorKind) -> Diagnostic {
    let detail = kind.to_string();
    let entry = if detail.contains("nesting") || detail.contains("recursion") || detail.contains("depth") {
        &entries::TOO_DEEP
    } else {
        &entries::SYNTAX
    };
    let mut finding = Diagnostic::new(entry, span).arg("limit", MAX_DEPTH.to_string());
    // The parser's own words are English; the common faults have words of ours.
    finding = match entries::syntax_hint(&detail) {
        Some(text) => finding.arg("detail", text),
        None => finding.arg("detail", detail),
    };
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Sources;

    fn tree(text: &str) -> (Sources, Option<Node>, Vec<Diagnostic>) {
        let mut sources = Sources::default();
        let file = sources.add("x.yaml", text, false);
        let mut findings = Vec::new();
        let node = parse(file, text, 0, &mut findings);
        (sources, node, findings)
    }

    #[test]
    fn spans_are_bytes_and_right_after_accents() {
        let (sources, node, findings) = tree("año: ñandú\r\nlista: [á, \"é í\"]\r\n");
        assert!(findings.is_empty());
        let node = node.expect("parsed");
        let pairs = node.pairs().expect("a mapping");
        assert_eq!(sources.text(pairs[0].key.span), "año");
        assert_eq!(sources.text(pairs[0].value.span), "ñandú");
        assert_eq!(sources.text(pairs[1].value.span), "[á, \"é í\"]");
        let Kind::List(items) = &pairs[1].value.kind else { panic!("a list") };
        assert_eq!(sources.text(items[1].span), "\"é í\"");
    }

    #[test]
    fn duplicate_keys_are_all_reported_and_the_first_stays() {
        let (_, node, findings) = tree("a: 1\na: 2\nb: 3\nb: 4\n");
        assert_eq!(findings.iter().map(Diagnostic::code).collect::<Vec<_>>(), ["E002", "E002"]);
        assert_eq!(node.expect("parsed").get("a").and_then(Node::scalar), Some("1"));
    }

    #[test]
    fn bombs_end_in_a_message() {
        let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (new, old) in ["b", "c", "d", "e", "f", "g", "h", "i"].iter().zip(["a", "b", "c", "d", "e", "f", "g", "h"])
        {
            bomb += &format!("{new}: &{new} [{}]\n", vec![format!("*{old}"); 10].join(", "));
        }
        assert_eq!(tree(&bomb).2[0].code(), "E004");
        assert_eq!(tree(&"[".repeat(100_000)).2[0].code(), "E005");
        let deep: String = (0..3000).map(|i| format!("{}k:\n", " ".repeat(i))).collect();
        assert_eq!(tree(&deep).2[0].code(), "E005");
    }

    #[test]
    fn odd_input_never_panics() {
        for text in [
            "",
            ":",
            "- - -",
            "\"",
            "'",
            "{",
            "a: *b",
            "? [a]\n: b",
            "&a a: *a",
            "\t",
            "\u{feff}a: b",
            "a: |\n",
            "%YAML 9",
        ] {
            let _ = tree(text);
        }
    }
}
