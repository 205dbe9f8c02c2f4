//! An entry as a tree of what is written in it, whatever its kind: the readers have noted every value by its path.

use crate::model::base::Base;
use crate::model::target::FORMS;
use crate::parse::kind::Kind;
use crate::parse::prose::{Inline, Prose, Runs, Text};
use crate::parse::reader::{PLACE, Value, Variant};
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
    /// Of an item of a list that goes by its id: the id, and the place in the list.
    pub item: Option<(String, usize)>,
}

/// Keys of the document control by which editions differ always.
const CONTROL: [&str; 8] =
    ["edition", "effective", "approved", "approvals", "changes", "review_by", "supersedes", "status"];

/// Years of holidays, which count nothing.
const YEARS: &str = "holidays.years";

/// The prose of an entry's file, which has no key.
pub const PROSE: &str = "prose";

/// What its prose sets apart as important or as a warning, which binds: no key either.
const CALLOUTS: &str = "callouts";

impl<'m> Node<'m> {
    /// What is written in an entry.
    pub fn of(manual: &'m Resolved<'m>, base: &'m Base) -> Node<'m> {
        let mut node = Node::read(manual, Some((base.kind, &base.id)));
        node.children.remove("id");
        // What is in force says so, or nothing.
        if matches!(node.children.get("status").and_then(Node::shown), Some(Value::Word(word)) if word == "active") {
            node.children.remove("status");
        }
        for (key, said) in told_apart(&base.body) {
            if !said.is_empty() {
                let texts = said.into_iter().map(|content| text(content, base.span)).collect();
                node.put(key, Cow::Owned(Value::Texts(texts)));
            }
        }
        node
    }

    /// The same with the words that a translation has in their places; none where those of a list are fewer than the items of the
    /// original, so that nobody knows which is which.
    pub fn telling(mut self, translated: &'m Resolved<'m>, entry: Option<(Kind, &str)>) -> Option<Node<'m>> {
        for (path, value) in translated.written_of(entry) {
            self.tell(&without_words(path), Cow::Borrowed(value));
        }
        let base = entry.and_then(|(kind, id)| translated.model.base(kind, id));
        if let Some(base) = base {
            for (key, said) in told_apart(&base.body) {
                let texts = said.into_iter().map(|content| text(content, base.span)).collect();
                self.tell(key, Cow::Owned(Value::Texts(texts)));
            }
        }
        self.is_aligned().then_some(self)
    }

    /// Whether every list has words of the translation for all its items, or for none.
    fn is_aligned(&self) -> bool {
        let texts = match (self.value.as_deref(), self.told.as_deref()) {
            (Some(Value::Texts(own)), Some(Value::Texts(told))) => {
                own.iter().zip(told).map(|(own, told)| own.span.file != told.span.file).collect()
            }
            _ => Vec::new(),
        };
        let items =
            if self.is_list() { self.items().into_iter().filter_map(Node::is_translated).collect() } else { texts };
        // Words that the translation leaves to the original are the last ones where it has too few.
        let cut = items.last() == Some(&false) && items.contains(&true);
        !cut && self.children.values().all(Node::is_aligned)
    }

    /// Whether any words in it are those of a translation; none where it has no words.
    fn is_translated(&self) -> Option<bool> {
        let own = match (self.value.as_deref(), self.told.as_deref()) {
            (Some(Value::Text(own)), Some(Value::Text(told))) => Some(own.span.file != told.span.file),
            _ => None,
        };
        own.into_iter().chain(self.children.values().filter_map(Node::is_translated)).reduce(|a, b| a || b)
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

    /// The same with the keys that lead to each.
    pub fn keyed_leaves(&self) -> Vec<(Vec<&str>, &Value)> {
        let mut out: Vec<(Vec<&str>, &Value)> = self.shown().map(|value| (Vec::new(), value)).into_iter().collect();
        let mut children: Vec<(&String, &Node<'m>)> = self.children.iter().collect();
        children.sort_by_key(|(key, node)| node.place(key));
        for (key, node) in children {
            let inner = node.keyed_leaves().into_iter();
            out.extend(inner.map(|(keys, value)| (std::iter::once(key.as_str()).chain(keys).collect(), value)));
        }
        out
    }

    /// What is written in the manifest, but for what tells one edition from the next.
    pub fn of_manifest(manual: &'m Resolved<'m>) -> Node<'m> {
        let mut node = Node::read(manual, None);
        if let Some(document) = node.children.get_mut("document") {
            document.children.retain(|key, _| !CONTROL.contains(&key.as_str()));
        }
        // Of these the compiler alone takes notice.
        node.children.retain(|key, _| !matches!(key.as_str(), "waivers" | "lints"));
        // Which other languages there are is told with the translations.
        if let Some(languages) = node.children.get_mut("languages") {
            languages.children.retain(|key, _| key == "default");
        }
        node
    }

    fn read(manual: &'m Resolved<'m>, entry: Option<(Kind, &str)>) -> Node<'m> {
        let mut root = Node::default();
        for (path, value) in manual.written_of(entry) {
            let value = match value {
                Value::Word(word) if !path.ends_with(PLACE) && !path.contains(YEARS) => {
                    typed(word, manual.model.manifest.span).map_or(Cow::Borrowed(value), Cow::Owned)
                }
                Value::Text(text) => match &*text.content {
                    [Inline::Quantity(quantity)] => Cow::Owned(measured(quantity.clone(), text.span)),
                    _ => Cow::Borrowed(value),
                },
                _ => Cow::Borrowed(value),
            };
            root.put(&without_words(path), value);
        }
        root.settle();
        root
    }

    fn put(&mut self, path: &str, value: Cow<'m, Value>) {
        let mut node = self;
        let mut outer = "";
        for part in path.split('.') {
            if let (PLACE, Value::Word(place)) = (part, &*value) {
                node.item = place.parse().ok().map(|place| (outer.to_owned(), place));
                return;
            }
            node = node.children.entry(part.to_owned()).or_default();
            outer = part;
        }
        node.value = Some(value);
    }

    /// Leaves out what is said twice: parts of a value that is read as a whole, and targets under either of their keys.
    fn settle(&mut self) {
        // Its id is what an item goes by, and no value of it.
        if self.item.is_some() {
            self.children.remove("id");
        }
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
            if key.parse::<usize>().is_ok() || matches!(key.as_str(), "cases" | "else") {
                node.value = None;
                node.outside_targets();
            }
            key != "by" && !FORMS.contains(&key.as_str())
        });
    }

    /// Whether this is a list, whose places are no names.
    pub fn is_list(&self) -> bool {
        self.value.is_none()
            && !self.children.is_empty()
            && self.children.iter().all(|(key, node)| node.item.is_some() || key.parse::<usize>().is_ok())
    }

    /// The items of a list, in order.
    pub fn items(&self) -> Vec<&Node<'m>> {
        let mut items: Vec<(usize, &Node<'m>)> =
            self.children.iter().map(|(key, node)| (node.place(key), node)).collect();
        items.sort_by_key(|(place, _)| *place);
        items.into_iter().map(|(_, node)| node).collect()
    }

    fn place(&self, key: &str) -> usize {
        self.item.as_ref().map_or_else(|| key.parse().unwrap_or(usize::MAX), |(_, place)| *place)
    }

    /// The id of an item of a list.
    pub fn id(&self) -> Option<&str> {
        self.item.as_ref().map(|(id, _)| id.as_str())
    }

    /// Every value in this tree.
    pub fn leaves(&self) -> Vec<&Value> {
        let own = self.value.as_deref();
        own.into_iter().chain(self.children.values().flat_map(Node::leaves)).collect()
    }
}

/// The path of what a requirement is proved by, in which its words stand as a key: without them.
fn without_words(path: &str) -> Cow<'_, str> {
    const KEY: &str = "requirements.";
    let parts = || {
        let end = path.find(KEY)? + KEY.len();
        let item = path[end..].find('.')? + end;
        let words = path[item + 1..].strip_suffix(".evidence")?;
        (!words.is_empty()).then(|| Cow::Owned(format!("{}.evidence", &path[..item])))
    };
    parts().unwrap_or(Cow::Borrowed(path))
}

/// A word that is an amount, a length of time or a share is compared as one.
fn typed(word: &str, span: Span) -> Option<Value> {
    Some(measured(Quantity::parse(word).ok()?, span))
}

fn measured(value: Quantity, span: Span) -> Value {
    let otherwise = Some(Spanned { value, span });
    Value::Quantity(Box::new(Variant { by: Vec::new(), cases: Vec::new(), otherwise, span }))
}

fn text(content: Vec<Inline>, span: Span) -> Text {
    Text { source: "".into(), span, content: content.into() }
}

/// What a prose says, that of the callouts that bind apart.
fn told_apart(prose: &Prose) -> [(&'static str, Vec<Vec<Inline>>); 2] {
    let Runs { rest, bind } = prose.runs();
    [(PROSE, rest), (CALLOUTS, bind)]
}
