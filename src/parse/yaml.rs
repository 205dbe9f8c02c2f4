//! YAML text → a tree in which every key and value keeps its byte range. The only file that names the YAML crate.
//!
//! All findings are collected; aliases, depth and number of nodes are bounded, so that hostile input ends in a message.

use super::entries;
use super::syntax::{self, Cause};
use crate::diag::Diagnostic;
use crate::span::{FileId, Span};
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle};
use std::collections::HashMap;
use std::ops::Range;

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
    /// The keys of a long mapping, by their places; so many of its pairs are in here.
    places: HashMap<String, usize>,
    indexed: usize,
    anchor: usize,
}

/// With fewer keys a mapping is searched from its beginning.
const FEW_KEYS: usize = 32;

impl Frame {
    fn new(node: Node, anchor: usize) -> Frame {
        Frame { node, key: None, places: HashMap::new(), indexed: 0, anchor }
    }
}

/// What was made of a text.
#[derive(Debug, Default)]
pub struct Tree {
    /// None if nothing is written, or nothing could be read.
    pub root: Option<Node>,
    /// False where the text stopped making sense before its end; that is among the findings.
    pub whole: bool,
}

/// Parses one document. `base` is where `text` starts in its file.
pub fn parse(file: FileId, text: &str, base: usize, findings: &mut Vec<Diagnostic>) -> Tree {
    let mut builder = Builder {
        file,
        text,
        base,
        findings,
        stack: Vec::new(),
        anchors: HashMap::new(),
        unused: Vec::new(),
        plain: Vec::new(),
        root: None,
        nodes: 0,
        alias_nodes: 0,
    };
    let whole = builder.run();
    if whole {
        builder.unused_anchors();
        for place in std::mem::take(&mut builder.plain) {
            builder.findings.extend(syntax::swallowed(file, text, base, place));
        }
    }
    Tree { root: builder.root.filter(|_| whole), whole }
}

struct Builder<'t> {
    file: FileId,
    text: &'t str,
    base: usize,
    findings: &'t mut Vec<Diagnostic>,
    stack: Vec<Frame>,
    anchors: HashMap<usize, (Node, usize)>,
    /// Anchors of texts that nothing has referred to, and where the text begins.
    unused: Vec<(usize, usize)>,
    /// Where texts without quotes stand.
    plain: Vec<Range<usize>>,
    root: Option<Node>,
    nodes: usize,
    alias_nodes: usize,
}

impl Builder<'_> {
    fn at(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start..self.base + range.end.min(self.text.len()))
    }

    /// Reads to the end. False where the text cannot be read so far.
    fn run(&mut self) -> bool {
        let options = granit_parser::options! {
            emit_unresolved_aliases: true,
            emit_comments: false,
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
        };
        let text = self.text;
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) = match event {
                Ok(pair) => pair,
                Err(error) => {
                    let offset = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
                    self.stopped(offset, error.kind());
                    return false;
                }
            };
            let range = span.byte_range().unwrap_or(0..0);
            self.nodes += 1;
            if self.nodes > MAX_NODES {
                let finding = Diagnostic::new(&entries::TOO_LARGE, self.at(range)).arg("limit", MAX_NODES.to_string());
                self.findings.push(finding);
                return false;
            }
            if matches!(event, Event::DocumentStart(..)) {
                documents += 1;
                if documents > 1 {
                    self.findings.push(syntax::second_document(self.file, text, self.base, range.start));
                    return false;
                }
            }
            if !self.event(event, range) {
                return false;
            }
        }
        true
    }

    /// Takes in one event. False where the text asks for too much.
    fn event(&mut self, event: Event<'_>, range: Range<usize>) -> bool {
        let (node, anchor) = match event {
            Event::Scalar(value, style, anchor, tag) => {
                let plain = style == ScalarStyle::Plain;
                let place = trim(self.text, range);
                if tag.is_some() {
                    self.tagged(place.start);
                }
                if anchor != 0 {
                    self.unused.push((anchor, place.start));
                }
                if plain {
                    self.plain.push(place.clone());
                }
                (Node { span: self.at(place), kind: Kind::Scalar { text: value.into_owned(), plain } }, anchor)
            }
            Event::SequenceStart(_, anchor, _) => {
                let node = Node { span: self.at(range), kind: Kind::List(Vec::new()) };
                self.stack.push(Frame::new(node, anchor));
                return true;
            }
            Event::MappingStart(_, anchor, _) => {
                let node = Node { span: self.at(range), kind: Kind::Map(Vec::new()) };
                self.stack.push(Frame::new(node, anchor));
                return true;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(mut frame) = self.stack.pop() else { return true };
                let end = trim(self.text, 0..range.end.min(self.text.len())).end + self.base;
                frame.node.span.end = frame.node.span.end.max(end as u32);
                match &mut frame.node.kind {
                    Kind::List(items) => items.shrink_to_fit(),
                    Kind::Map(pairs) => pairs.shrink_to_fit(),
                    Kind::Scalar { .. } | Kind::Bad => {}
                }
                (frame.node, frame.anchor)
            }
            Event::Alias(id) => {
                self.unused.retain(|(anchor, _)| *anchor != id);
                let bad = Node { span: self.at(range.clone()), kind: Kind::Bad };
                let (mut node, size) = self.anchors.get(&id).cloned().unwrap_or((bad, 1));
                self.alias_nodes += size;
                if self.alias_nodes > MAX_ALIAS_NODES {
                    let limit = MAX_ALIAS_NODES.to_string();
                    self.findings.push(Diagnostic::new(&entries::ALIAS_BUDGET, self.at(range)).arg("limit", limit));
                    return false;
                }
                node.span = self.at(range);
                (node, 0)
            }
            Event::UnresolvedAlias(name) => {
                let example = syntax::value_in_quotes(self.text, range.start);
                let finding = Diagnostic::new(&entries::UNKNOWN_ALIAS, self.at(range.clone()))
                    .arg("name", name.to_string())
                    .arg("example", example);
                self.findings.push(finding);
                (Node { span: self.at(range), kind: Kind::Bad }, 0)
            }
            _ => return true,
        };
        if anchor != 0 {
            let size = node.count();
            self.anchors.insert(anchor, (node.clone(), size));
        }
        match self.stack.last_mut() {
            None => self.root = self.root.take().or(Some(node)),
            Some(frame) => place(frame, node, self.findings),
        }
        true
    }

    /// Reports where the parser gave up. What follows a `*` in the same line was said already.
    fn stopped(&mut self, offset: usize, kind: &ErrorKind) {
        if matches!(kind, ErrorKind::RecursionLimitExceeded) {
            let span = self.at(mark_range(self.text, offset));
            self.findings.push(Diagnostic::new(&entries::TOO_DEEP, span).arg("limit", MAX_DEPTH.to_string()));
            return;
        }
        let line = self.base + self.text[..offset_floor(self.text, offset)].rfind('\n').map_or(0, |i| i + 1);
        let said = self.findings.last().is_some_and(|f| {
            f.code() == entries::UNKNOWN_ALIAS.code && f.span.file == self.file && f.span.start as usize >= line
        });
        if !said {
            self.findings.push(syntax::finding(self.file, self.text, self.base, offset, cause(kind)));
        }
    }

    /// Reports a `!` at the start of a text: it would be taken for a tag and be lost.
    fn tagged(&mut self, start: usize) {
        let line = self.text[..start].rfind('\n').map_or(0, |i| i + 1);
        if let Some(sign) = self.text[line..start].find('!') {
            self.findings.push(syntax::sign(self.file, self.text, self.base, line + sign));
        }
    }

    /// Reports a `&` at the start of a text to which nothing refers: its first word would be lost.
    fn unused_anchors(&mut self) {
        for (_, start) in std::mem::take(&mut self.unused) {
            let line = self.text[..start].rfind('\n').map_or(0, |i| i + 1);
            if let Some(sign) = self.text[line..start].rfind('&') {
                self.findings.push(syntax::sign(self.file, self.text, self.base, line + sign));
            }
        }
    }
}

/// What each fault of the parser means to an author.
fn cause(kind: &ErrorKind) -> Cause {
    use ErrorKind as E;
    match kind {
        E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent | E::DocumentIndicatorInQuotedScalar => Cause::Quote,
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => Cause::AfterQuote,
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => Cause::Escape,
        E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::UnclosedFlowCollection { .. }
        | E::BlockEntryInFlowCollection
        | E::InvalidFlowScalarIndent
        | E::FlowMappingValueAdjacentCollection
        | E::InvalidColonPlacement => Cause::Brackets,
        E::MismatchedFlowCollectionEnd { .. } => Cause::Crossed,
        E::MisplacedFlowCollectionEnd => Cause::TooMany,
        E::SimpleKeyExpected | E::InvalidSimpleKey => Cause::NoColon,
        E::MappingValueNotAllowed | E::MappingKeyNotAllowed | E::InvalidMappingValueWhitespace => Cause::Colon,
        E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry | E::ExpectedNodeContent => Cause::Misplaced,
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => Cause::Tab,
        E::InvalidIndentation | E::InvalidBlockScalarIndent | E::ZeroBlockScalarIndent => Cause::Indentation,
        E::UnexpectedCharacter { character } => Cause::Character(*character),
        E::InvalidBlockScalarHeader => Cause::BlockText,
        E::BlockSequenceEntryNotAllowed | E::InvalidBlockEntryWhitespace => Cause::Dash,
        E::PlainScalarStartsWithDashFlowIndicator => Cause::Character('-'),
        E::MissingAnchorOrAliasName => Cause::Character('&'),
        E::ExpectedTagBang
        | E::InvalidGlobalTagCharacter
        | E::UndeclaredTagHandle
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape => Cause::Character('!'),
        E::MissingDirectiveName
        | E::InvalidDirectiveName
        | E::DirectiveDisallowed
        | E::InvalidDirectiveTerminator
        | E::MissingDocumentEndBeforeDirective => Cause::Character('%'),
        _ => Cause::Other,
    }
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
                if pairs.len() >= FEW_KEYS {
                    for (at, pair) in pairs.iter().enumerate().skip(frame.indexed) {
                        if let Kind::Scalar { text, .. } = &pair.key.kind {
                            frame.places.insert(text.clone(), at);
                        }
                    }
                    frame.indexed = pairs.len();
                }
                let is_it = |p: &&Pair| match (&p.key.kind, name) {
                    (Kind::Scalar { text, .. }, Some(name)) => text == name,
                    _ => false,
                };
                let first = match frame.indexed {
                    0 => pairs.iter().find(is_it),
                    _ => name.and_then(|name| frame.places.get(name)).and_then(|at| pairs.get(*at)),
                };
                match (first, name) {
                    (Some(first), Some(name)) => {
                        let finding = Diagnostic::new(&entries::DUPLICATE_KEY, key.span).arg("key", name);
                        let finding = finding.label(first.key.span, entries::FIRST_HERE);
                        // `-does` twice is a list whose dashes lack their space.
                        let item = name.strip_prefix('-').map(|key| format!("- {key}: …"));
                        findings.push(match item {
                            Some(example) => finding.arg("example", example).help(entries::WRITE_SPACE),
                            None => finding,
                        });
                    }
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
    let start = offset_floor(text, offset);
    match text[start..].chars().next() {
        Some(c) if c != '\n' && c != '\r' => start..start + c.len_utf8(),
        _ => start..start,
    }
}

/// The nearest character boundary at or before a place.
fn offset_floor(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Sources;

    fn tree(text: &str) -> (Sources, Option<Node>, Vec<Diagnostic>) {
        let mut sources = Sources::default();
        let file = sources.add("x.yaml", text, false);
        let mut findings = Vec::new();
        let tree = parse(file, text, 0, &mut findings);
        (sources, tree.root, findings)
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
