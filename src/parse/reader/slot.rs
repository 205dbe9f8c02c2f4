//! One value of the tree, waiting to be read by the grammar of its field.

mod values;

use super::example::in_flow;
use super::*;
use crate::diag::Severity;
use crate::parse::meant::{currency_code, is_sure_code};

/// What a value looks like, for a message.
pub(in crate::parse) fn shape(node: &Node) -> Words {
    match &node.kind {
        NodeKind::List(_) => Words { es: "una lista", en: "a list", pt: "uma lista" },
        NodeKind::Map(_) => Words { es: "un grupo de claves", en: "a mapping", pt: "um grupo de chaves" },
        NodeKind::Scalar { .. } if node.is_null() => NOTHING,
        NodeKind::Scalar { .. } | NodeKind::Bad => Words { es: "un texto", en: "a text", pt: "um texto" },
    }
}

const AN_ID: Words = Words { es: "un id", en: "an id", pt: "um id" };
/// Words for what does not apply.
const NONE: [&str; 8] = ["none", "ninguno", "ninguna", "nenhum", "nenhuma", "no-aplica", "nao-se-aplica", "n-a"];

pub(super) const NOTHING: Words = Words { es: "un espacio vacío", en: "an empty place", pt: "um espaço vazio" };
pub(super) const REASON: Words = Words { es: "el motivo", en: "the reason", pt: "o motivo" };
const A_TEXT: Words = Words { es: "un texto", en: "a text", pt: "um texto" };
const A_VALUE: Words = Words { es: "un valor", en: "a value", pt: "um valor" };
const A_LIST: Words = Words { es: "una lista", en: "a list", pt: "uma lista" };
const A_MAP: Words = Words { es: "un grupo de claves", en: "a mapping", pt: "um grupo de chaves" };

/// One value of the tree, waiting to be read.
pub struct Slot<'c, 'n, 's> {
    pub(super) cx: &'c mut Context<'s>,
    pub(super) node: &'n Node,
    pub(super) key: &'n str,
    pub(super) path: String,
    /// Whether it is one of a list.
    pub(super) item: bool,
}

impl<'c, 'n, 's> Slot<'c, 'n, 's> {
    pub fn span(&self) -> Span {
        self.node.span
    }

    /// The path of the value in its entry: `redress.by`.
    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn node(&self) -> &'n Node {
        self.node
    }

    pub fn context(&mut self) -> &mut Context<'s> {
        self.cx
    }

    pub fn is_map(&self) -> bool {
        self.node.pairs().is_some()
    }

    /// Whether the value is a mapping with a key, to tell two forms apart.
    pub fn has(&mut self, key: &'static str) -> bool {
        self.cx.asked(self.node.span, || Asked::Looked(key));
        self.node.get(key).is_some()
    }

    pub fn is_list(&self) -> bool {
        matches!(self.node.kind, NodeKind::List(_))
    }

    pub fn scalar(&self) -> Option<&'n str> {
        self.node.scalar()
    }

    /// The same value, for a reader that has something left to note.
    pub fn again(&mut self) -> Slot<'_, 'n, 's> {
        let path = self.path.clone();
        self.inner(self.node, self.key, path)
    }

    /// Whether nothing is written, where that says something too.
    pub fn is_blank(&mut self) -> bool {
        self.cx.asked(self.node.span, || Asked::Blank);
        self.node.is_null()
    }

    /// Reads a value of several parts, which is not read whole where one of them is wrong.
    pub fn wholly<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.cx.notes.findings.len();
        let value = read(self);
        let found = &self.cx.notes.findings[before..];
        if found.iter().any(|finding| finding.severity == Severity::Error) {
            self.cx.fail(&self.path);
        }
        value
    }

    fn inner<'d>(&'d mut self, node: &'n Node, key: &'n str, path: String) -> Slot<'d, 'n, 's> {
        Slot { cx: self.cx, node, key, path, item: false }
    }

    fn wrong(&mut self, expected: Words) {
        let finding = self.misshapen(expected);
        self.refuse(finding);
    }

    /// The finding for a value of another shape than `expected`.
    fn misshapen(&self, expected: Words) -> Diagnostic {
        let key = if self.key.is_empty() { self.cx.whole() } else { self.key.to_owned() };
        let found = if self.node.scalar().is_some() { A_TEXT } else { shape(self.node) };
        let finding = Diagnostic::new(&entries::WRONG_SHAPE, self.node.span)
            .arg("key", key)
            .arg("expected", expected)
            .arg("found", found);
        // `nota: véase: anexo` in a list is a mapping of one key, and was meant to be a text.
        let source = self.cx.sources.text(self.node.span);
        let one_pair = self.node.pairs().is_some_and(|p| p.len() == 1) && !source.starts_with('{');
        let is_text = expected == A_TEXT && one_pair && !source.contains('\n') && !source.contains('"');
        if is_text { finding.arg("example", format!("\"{source}\"")).help(entries::QUOTE_TEXT) } else { finding }
    }

    /// Reports what is wrong with the value, unless that was said already, and notes that it was not read.
    fn refuse(&mut self, finding: Diagnostic) {
        self.cx.fail(&self.path);
        if !matches!(self.node.kind, NodeKind::Bad) {
            self.cx.report(finding);
        }
    }

    fn none_for<T>(&mut self, error: &ValueError) -> Option<T> {
        self.bad(error);
        None
    }

    fn bad(&mut self, error: &ValueError) {
        let place = crate::parse::Place { key: self.key, path: &self.path, currency: self.cx.currency.as_deref() };
        let written = self.node.scalar().unwrap_or_default();
        let finding = crate::parse::value_error_at(place, error, self.node.span, written);
        self.refuse(finding);
    }

    /// A word or text as it stands, without Markdown.
    pub fn word(mut self) -> Option<Spanned<String>> {
        self.cx.asked(self.node.span, || Asked::Word);
        match self.node.scalar() {
            Some(text) => {
                self.cx.record(self.path, Value::Word(text.to_owned()));
                Some(Spanned { value: text.to_owned(), span: self.node.span })
            }
            None => {
                self.wrong(A_TEXT);
                None
            }
        }
    }

    /// Inline Markdown.
    pub fn text(mut self) -> Option<Text> {
        let text = self.text_unrecorded()?;
        self.cx.record(self.path, Value::Text(text.clone()));
        Some(text)
    }

    pub(super) fn text_unrecorded(&mut self) -> Option<Text> {
        self.cx.asked(self.node.span, || Asked::Text);
        let Some(value) = self.node.scalar() else {
            self.wrong(A_TEXT);
            return None;
        };
        let span = self.node.span;
        let text = markdown::text(value, self.cx.sources.text(span), span, self.cx.raw_html);
        let from = (self.cx.kind, self.cx.id.as_str());
        inlines(&text.content, &mut |i| note_inline(&mut self.cx.notes, i, from));
        let source = self.cx.sources.text(span);
        open_link::report_text(source, span, &text.content, &mut self.cx.notes.findings);
        Some(text)
    }

    /// A text in which a bare id counts as a link, if an entry has it.
    pub fn linked_text(self) -> Option<Text> {
        self.cx.asked(self.node.span, || Asked::LinkedText);
        let Some(word) = self.node.scalar().filter(|w| looks_like_id(w)) else { return self.text() };
        let span = self.node.span;
        let wiki = Wiki { target: word.to_owned(), label: None, span, soft: true };
        let text = Text { source: word.into(), span, content: [Inline::Wiki(wiki.clone())].into() };
        let from = (self.cx.kind, self.cx.id.clone());
        self.cx.notes.links.push((wiki, from));
        self.cx.record(self.path, Value::Text(text.clone()));
        Some(text)
    }

    /// A text that is set as a value where it is one: `8 hours`, `9400`.
    pub fn value_text(mut self) -> Option<Text> {
        self.cx.asked(self.node.span, || Asked::ValueText);
        let quantity = self.node.scalar().map(|word| Quantity::parse(word.trim()));
        // A long number alone is a telephone; one of hours is a slip.
        let is_time =
            || self.node.scalar().and_then(|word| word.rsplit(' ').next()).and_then(crate::values::TimeUnit::from_word);
        match &quantity {
            Some(Err(error @ ValueError::TooLong { .. })) => return self.none_for(error),
            Some(Err(error @ ValueError::TooLarge { .. })) if is_time().is_some() => return self.none_for(error),
            _ => {}
        }
        let Some(Ok(quantity)) = quantity else { return self.text() };
        let source = self.node.scalar().unwrap_or_default().into();
        let span = self.node.span;
        let text = Text { source, span, content: [Inline::Quantity(quantity)].into() };
        self.cx.record(self.path, Value::Text(text.clone()));
        Some(text)
    }

    /// An id of a kind, or one of some words that are not ids.
    pub fn reference_or(self, kind: Kind, words: &[&str]) -> Option<Spanned<String>> {
        let either = || Asked::ReferenceOr(kind, words.iter().map(|&w| w.to_owned()).collect());
        self.cx.asked(self.node.span, either);
        if self.node.scalar().is_some_and(|w| words.contains(&w)) { self.word() } else { self.reference(kind) }
    }

    /// The text of another node of this value, such as a key that is words of the author.
    pub fn text_of(&mut self, node: &'n Node) -> Option<Text> {
        let path = self.path.clone();
        let text = self.inner(node, self.key, path).text_unrecorded()?;
        self.cx.write_down(&self.path, || Value::Text(text.clone()));
        Some(text)
    }

    /// A scalar by its own grammar.
    pub fn parsed<T>(mut self, parse: impl Fn(&str) -> Result<T, ValueError>) -> Option<Spanned<T>> {
        self.asked_value(&parse);
        let Some(text) = self.node.scalar() else {
            self.wrong(if self.node.is_null() { A_VALUE } else { A_TEXT });
            return None;
        };
        match parse(text.trim()) {
            Ok(value) => {
                if let Some(finding) = crate::parse::ambiguous_number(text, self.node.span) {
                    self.cx.report(finding);
                }
                self.cx.write_down(&self.path, || Value::Word(text.trim().to_owned()));
                Some(Spanned { value, span: self.node.span })
            }
            Err(error) => {
                self.bad(&error);
                None
            }
        }
    }

    /// A word of a closed list.
    pub fn choice<T: Copy>(mut self, choices: &[(&'static str, T)]) -> Option<Spanned<T>> {
        self.cx.asked(self.node.span, || Asked::Choice(choices.iter().map(|(name, _)| *name).collect()));
        let Some(text) = self.node.scalar() else {
            self.wrong(A_TEXT);
            return None;
        };
        if let Some((_, value)) = choices.iter().find(|(name, _)| *name == text) {
            self.cx.write_down(&self.path, || Value::Word(text.to_owned()));
            return Some(Spanned { value: *value, span: self.node.span });
        }
        let known: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let mut finding = Diagnostic::new(&entries::UNKNOWN_CHOICE, self.node.span)
            .arg("found", text)
            .arg("key", self.key)
            .arg("known", known.join(", "));
        if let Some(near) = tongue::meant(text, &known) {
            finding = finding.arg("near", near).help(entries::DID_YOU_MEAN);
            if tongue::certain(text, &known) == Some(near) {
                finding = finding.edit(self.node.span, near);
            }
        }
        self.refuse(finding);
        None
    }

    /// An id of a kind. What it refers to is checked when everything has been read.
    pub fn reference(mut self, kind: Kind) -> Option<Spanned<String>> {
        self.cx.asked(self.node.span, || Asked::Reference(kind));
        let Some(id) = self.node.scalar() else {
            let finding = self.misshapen(AN_ID);
            // What can be written in place is a group of entries, not a list.
            let in_place = self.is_map() && matches!(kind, Kind::Commitments | Kind::Indicators);
            let example = format!("{}: {{ un-id: {{ {} }} }}", self.key, kind.outline());
            self.refuse(if in_place { finding.arg("example", example).help(entries::WRITE_IDS) } else { finding });
            return None;
        };
        if NONE.contains(&slug(id).as_str()) {
            let finding = self.misshapen(AN_ID).arg("point", self.key).help(entries::NONE_REASON);
            self.refuse(finding);
            return None;
        }
        self.cx.reference(kind, id, self.node.span);
        self.cx.record(self.path, Value::References(vec![(kind, id.to_owned())]));
        Some(Spanned { value: id.to_owned(), span: self.node.span })
    }

    /// A mapping, read by its keys. Keys that `read` did not ask for are reported.
    pub fn map<T, F: FnOnce(&mut Reader<'_, 'n, 's>) -> T>(mut self, read: F) -> Option<T> {
        self.cx.asked(self.node.span, || Asked::Map(std::any::type_name::<F>()));
        let Some(pairs) = self.node.pairs() else {
            // Reading nothing tells which keys there are, for the message.
            let mut nothing = Context { kind: self.cx.kind, id: self.cx.id.clone(), ..Context::new(self.cx.sources) };
            let mut reader = Reader::new(&mut nothing, &[], self.node.span, String::new());
            read(&mut reader);
            let (known, required) = (std::mem::take(&mut reader.known), reader.required());
            let finding = self.misshapen(A_MAP);
            let finding = match self.example(&known, &required) {
                None => finding,
                Some(example) if self.item => finding.arg("example", example).help(entries::WRITE_ITEM),
                Some(example) => finding.arg("example", example).help(entries::WRITE_KEYS),
            };
            self.refuse(finding);
            return None;
        };
        let mut reader = Reader::new(self.cx, pairs, self.node.span, self.path);
        let value = read(&mut reader);
        reader.finish();
        Some(value)
    }

    /// A mapping that is an entry of its own: its values and references are noted under its kind and id.
    pub fn entry<T>(self, kind: Kind, id: &str, read: impl FnOnce(&mut Reader<'_, 'n, 's>) -> T) -> Option<T> {
        let (node, key) = (self.node, self.key);
        self.cx.entry(kind, id, |cx| {
            let mut slot = Slot { cx, node, key, path: String::new(), item: false };
            if slot.is_map() {
                return slot.map(read);
            }
            // What `read` makes of nothing may be kept by its caller, so it is not asked here.
            let name = slot.node.scalar().map_or_else(|| "…".to_owned(), in_flow);
            let example = format!("{id}: {{ {}: {name} }}", kind.name_key());
            let finding = slot.misshapen(A_MAP).arg("example", example).help(entries::WRITE_KEYS);
            slot.refuse(finding);
            slot.cx.notes.unread.push((kind, id.to_owned()));
            None
        })
    }

    /// A mapping from ids to entries: `read` gets the id, where it stands, and the entry.
    pub fn entries<T>(mut self, mut read: impl FnMut(Spanned<String>, Slot<'_, 'n, 's>) -> Option<T>) -> Vec<T> {
        self.cx.asked(self.node.span, || Asked::Entries);
        let Some(pairs) = self.node.pairs() else {
            let example = format!("{}: {{ id: … }}", self.key);
            let finding = self.misshapen(A_MAP).arg("example", example).help(entries::WRITE_KEYS);
            self.refuse(finding);
            return Vec::new();
        };
        let mut out = Vec::new();
        let mut rest = pairs.iter().peekable();
        while let Some(pair @ Pair { key, value }) = rest.next() {
            let Some(id) = key.scalar() else { continue };
            let path = join(&self.path, id);
            if let Some((whole, decimals, span)) = cut_number(pair, rest.peek().copied()) {
                let place = crate::parse::Place { key: id, path: &self.path, currency: self.cx.currency.as_deref() };
                self.cx.report(crate::parse::cut_number(place, whole, decimals, span));
                self.cx.fail(&path);
                rest.next();
                continue;
            }
            let spanned = Spanned { value: id.to_owned(), span: key.span };
            out.extend(read(spanned, self.inner(value, id, path)));
        }
        out
    }

    /// A list, or one value in place of a list of one.
    pub fn many<T>(mut self, mut read: impl FnMut(Slot<'_, 'n, 's>) -> Option<T>) -> Vec<T> {
        self.cx.asked(self.node.span, || Asked::Many);
        match &self.node.kind {
            NodeKind::List(items) => {
                let mut out = Vec::new();
                for (i, item) in items.iter().enumerate() {
                    let id = item.get("id").and_then(Node::scalar);
                    let path = join(&self.path, &id.map_or_else(|| i.to_string(), str::to_owned));
                    if id.is_some() {
                        self.cx.write_down(&join(&path, PLACE), || Value::Word(i.to_string()));
                    }
                    out.extend(read(Slot { item: true, ..self.inner(item, self.key, path) }));
                }
                out
            }
            _ if self.node.is_null() => {
                self.wrong(A_LIST);
                Vec::new()
            }
            _ => read(self).into_iter().collect(),
        }
    }

    /// The reason of `{ none: "reason" }`, if that is what stands here. Inside, none if the reason is missing.
    fn none_reason(&mut self) -> Option<Option<Text>> {
        let pairs = self.node.pairs()?;
        let pair = match pairs {
            [only] if only.key.scalar().is_some_and(|key| NONE.contains(&slug(key).as_str())) => only,
            _ => pairs.iter().find(|p| p.key.scalar() == Some("none"))?,
        };
        for other in pairs {
            let Some(name) = other.key.scalar().filter(|name| *name != "none") else { continue };
            let finding = Diagnostic::new(&entries::UNKNOWN_KEY, other.key.span)
                .arg("key", name)
                .arg("known", "none")
                .arg("near", "none");
            let meant = std::ptr::eq(other, pair);
            self.cx.report(match meant {
                true => finding.help(entries::DID_YOU_MEAN).edit(other.key.span, "none"),
                false => finding,
            });
        }
        if pair.value.scalar().is_some_and(|reason| !reason.trim().is_empty()) {
            let path = self.path.clone();
            return Some(self.inner(&pair.value, "none", path).text());
        }
        let finding = Diagnostic::new(&entries::WRONG_SHAPE, pair.key.span)
            .arg("key", "none")
            .arg("expected", REASON)
            .arg("found", NOTHING)
            .arg("point", self.key)
            .help(entries::NONE_REASON);
        self.cx.report(finding);
        let path = self.path.clone();
        Some(if pair.value.is_null() { None } else { self.inner(&pair.value, "none", path).text() })
    }

    /// A point: `{ none: "reason" }` or what `read` makes of it.
    pub fn given<T>(mut self, read: impl FnOnce(Slot<'_, 'n, 's>) -> Option<T>) -> Given<T> {
        self.cx.asked(self.node.span, || Asked::Given);
        let span = self.node.span;
        if let Some(reason) = self.none_reason() {
            let nothing = || Text { source: "".into(), span, content: [].into() };
            return Given::None { reason: reason.unwrap_or_else(nothing), span };
        }
        if self.node.is_null() {
            return Given::Missing;
        }
        match read(self) {
            Some(value) => Given::Some { value, span },
            None => Given::Missing,
        }
    }
}

/// An id, or a kind and an id.
fn looks_like_id(word: &str) -> bool {
    let part = |p: &str| !p.is_empty() && p.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    match word.split_once('/') {
        Some((kind, id)) => part(kind) && part(id),
        None => part(word),
    }
}
