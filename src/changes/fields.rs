//! The walk over two trees of values: what is written on one side only, and what is written otherwise.

use super::direction::direction;
use super::items::{TITLES, called, named};
use super::spoken::worded;
use super::status::STATUS;
use super::tree::{Node, PROSE};
use super::whose::Whose;
use super::words::Side;
use super::{Field, What};
use crate::compose::obligations::fold;
use crate::compose::writer::Writer;
use crate::ir::text_of;
use crate::lang::changes::{label, label_of};
use crate::lang::{Lang, Tongue};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::Value;
use crate::resolve::Resolved;
use crate::values::Period;
use std::collections::{BTreeSet, HashSet};

/// Keys of what explains and binds nobody.
const EDITORIAL: [&str; 12] = [
    "note",
    "why",
    "reason",
    "example",
    "examples",
    "tone",
    "short_name",
    "synonyms",
    "avoid",
    "title",
    "subtitle",
    PROSE,
];

/// Keys of what is paid or given, of which a note says the conditions.
const AMOUNTS: [&str; 4] = ["price", "fee", "redress", "authority"];

/// What was measured: more of it is news and obliges nobody; a figure that is corrected is a fact, and no wording.
const RESULTS: &str = "results";

/// Keys that say under what an entry stands.
const PLACES: [&str; 2] = ["family", "service"];

/// Both manuals, and how their values are written.
pub struct Walk<'a> {
    pub old: Side<'a>,
    pub new: Side<'a>,
    pub before: Writer<'a>,
    pub after: Writer<'a>,
    /// Both manuals in the language in which it is told, where they have it.
    pub told: [Option<&'a Resolved<'a>>; 2],
    pub lang: Lang,
    pub tongue: Tongue,
    /// Entries that are no more: that nothing refers to them any longer is no change of its own.
    pub gone: &'a [(Kind, &'a str)],
    pub fresh: &'a [(Kind, &'a str)],
}

/// Where a field stands: its keys from the outermost, what they are called by (of items their places), and the names of items that
/// have one.
#[derive(Debug, Clone, Default)]
pub struct Path {
    pub(super) keys: Vec<String>,
    shown: Vec<String>,
    names: Vec<Option<String>>,
    /// Of items that have no name the beginning of what is said or done in them.
    hints: Vec<Option<String>>,
}

impl Path {
    fn push(&mut self, key: String, name: Option<String>) {
        self.shown.push(key.clone());
        self.keys.push(key);
        self.names.push(name);
        self.hints.push(None);
    }

    /// Steps into an item of a list.
    pub(super) fn push_item(&mut self, place: usize, item: &Node<'_>, x: &Writer<'_>) {
        self.shown.push(place.to_string());
        self.keys.push(item.id().map_or_else(|| place.to_string(), str::to_owned));
        let name = named(x, item);
        self.hints.push(if name.is_none() { called(x, item) } else { None });
        self.names.push(name);
    }

    /// What tells an item from the others of its list, where something in it is told that does not say so itself.
    fn hint(&self, at: usize) -> Option<&str> {
        let inner = self.keys.get(at + 1)?;
        self.hints.get(at)?.as_deref().filter(|_| !TITLES.contains(&inner.as_str()))
    }

    pub(super) fn pop(&mut self) {
        self.shown.pop();
        self.keys.pop();
        self.names.pop();
        self.hints.pop();
    }
}

impl std::ops::Deref for Path {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.keys
    }
}

impl Walk<'_> {
    /// What differs between two nodes at a path, and whose it is; `kind` is none in the manifest.
    pub fn nodes(&self, kind: Option<Kind>, path: &mut Path, old: &Node<'_>, new: &Node<'_>, out: &mut Vec<Field>) {
        let first = out.len();
        self.differ(kind, path, old, new, out);
        let words = |node: &Node<'_>| node.value.as_deref().is_some_and(is_words);
        if words(old) || words(new) {
            out[first..].iter_mut().for_each(|field| field.is_words = true);
        }
        // All of an entry is of whom it concerns, whoever is named in it; of a list each item is another's.
        let apart = path.is_empty() || old.is_list() || new.is_list();
        if first < out.len() && !apart {
            let whose = Whose::beside((&self.old, old), (&self.new, new));
            out[first..].iter_mut().for_each(|field| field.whose.within(&whose));
        }
    }

    fn differ(&self, kind: Option<Kind>, path: &mut Path, old: &Node<'_>, new: &Node<'_>, out: &mut Vec<Field>) {
        match (&old.value, &new.value) {
            (Some(was), Some(is)) => self.values(kind, path, (was, old), (is, new), out),
            (Some(_), None) => self.one_sided(kind, path, old.shown(), None, out),
            (None, Some(_)) => self.one_sided(kind, path, None, new.shown(), out),
            (None, None) => {}
        }
        if old.is_list() && new.is_list() {
            return self.lists(kind, path, &old.items(), &new.items(), out);
        }
        let keys: BTreeSet<&String> = old.children.keys().chain(new.children.keys()).collect();
        for key in keys {
            // An entry within this one is called by its name, and what has none by nothing: readers know no ids.
            let inner = [(&self.after, new.children.get(key)), (&self.before, old.children.get(key))];
            let name = || Some(inner.into_iter().find_map(|(x, node)| called(x, node?)).unwrap_or_default());
            let is_known = label_of(key, self.lang).is_some() || Period::parse(key).is_ok();
            path.push(key.clone(), if is_known { None } else { name() });
            match (old.children.get(key), new.children.get(key)) {
                (was, is) if key == STATUS && self.status(kind, path, was, is, out) => {}
                (Some(was), Some(is)) => self.nodes(kind, path, was, is, out),
                (Some(was), None) => self.subtree(kind, path, was, What::Removed, out),
                (None, Some(is)) => self.subtree(kind, path, is, What::Added, out),
                (None, None) => {}
            }
            path.pop();
        }
    }

    /// All that stands on one side only: told once, at its top.
    pub(super) fn subtree(&self, kind: Option<Kind>, path: &Path, node: &Node<'_>, what: What, out: &mut Vec<Field>) {
        let (writer, skipped) = match what {
            What::Removed => (&self.before, self.gone),
            _ => (&self.after, self.fresh),
        };
        let leaves = node.leaves();
        let only_gone = |value: &&Value| match value {
            Value::References(list) => list.iter().all(|(kind, id)| self.implied(skipped, what, *kind, id)),
            _ => false,
        };
        if !leaves.is_empty() && leaves.iter().all(only_gone) {
            return;
        }
        let text = Some(self.listed(kind, path, node, writer));
        let (old, new) = if what == What::Removed { (text, None) } else { (None, text) };
        let mut field = self.field(kind, path, what, !editorial(kind, path), old, new);
        field.is_words = node.leaves().into_iter().any(is_words);
        let side = |side| (what == What::Removed) == side;
        field.whose = Whose::of((&self.old, side(true).then_some(node)), (&self.new, side(false).then_some(node)));
        out.push(field);
    }

    /// All values of a tree in a line: of a list its items one after another, of an item what it is called first, and before each other
    /// value the word for its key.
    fn listed(&self, kind: Option<Kind>, path: &Path, node: &Node<'_>, x: &Writer<'_>) -> String {
        if node.is_list() {
            let items: Vec<String> = node
                .items()
                .into_iter()
                .map(|item| self.listed(kind, path, item, x))
                .filter(|s| !s.is_empty())
                .collect();
            return items.join(" · ");
        }
        let mut leaves = node.keyed_leaves();
        let rank = |keys: &[&str]| match keys {
            [key] => TITLES.iter().position(|title| title == key).unwrap_or(TITLES.len()),
            _ => TITLES.len(),
        };
        leaves.sort_by_key(|(keys, _)| rank(keys));
        let several = leaves.len() > 1;
        let outer: Vec<&str> = path.shown.iter().map(String::as_str).collect();
        let told = leaves.into_iter().filter_map(|(keys, value)| {
            let whole: Vec<&str> = outer.iter().copied().chain(keys.iter().copied()).collect();
            let text = worded(x, (kind, &whole), show(x, value));
            let key = keys.iter().rev().find(|key| key.parse::<usize>().is_err());
            let named = rank(&keys) == TITLES.len() && (several || !said_by_path(keys.len(), value));
            let label = key.filter(|_| named).and_then(|key| label_of(key, self.lang));
            let told = label.map_or_else(|| text.clone(), |label| format!("{label}: {text}"));
            (!text.is_empty()).then_some(told)
        });
        told.collect::<Vec<_>>().join("; ")
    }

    fn implied(&self, list: &[(Kind, &str)], what: What, kind: Kind, id: &str) -> bool {
        // That a new channel serves a service is news; a new promise of it is told as itself.
        let told = what == What::Removed || matches!(kind, Kind::Commitments | Kind::Indicators);
        told && list.contains(&(kind, id))
    }

    fn one_sided(
        &self,
        kind: Option<Kind>,
        path: &Path,
        old: Option<&Value>,
        new: Option<&Value>,
        out: &mut Vec<Field>,
    ) {
        let what = if old.is_some() { What::Removed } else { What::Added };
        let (old, new) = (old.map(|v| show(&self.before, v)), new.map(|v| show(&self.after, v)));
        out.push(self.field(kind, path, what, !editorial(kind, path), old, new));
    }

    fn values(
        &self,
        kind: Option<Kind>,
        path: &Path,
        (was, before): (&Value, &Node<'_>),
        (is, after): (&Value, &Node<'_>),
        out: &mut Vec<Field>,
    ) {
        let (old, new) = (self.old.said(was), self.new.said(is));
        if old == new {
            return;
        }
        // What one side could not read is told as such, and makes no text another.
        if let (Value::Text(was), Value::Text(is)) = (was, is)
            && (self.old.is_broken(was) || self.new.is_broken(is))
            && self.old.written(was) == self.new.written(is)
        {
            return;
        }
        match (was, is) {
            (Value::Texts(was), Value::Texts(is)) if path.last().is_some_and(|key| key == PROSE) => {
                self.prose(kind, path, (was, told(before, was)), (is, told(after, is)), out);
            }
            (Value::Texts(was), Value::Texts(is)) => {
                self.texts(kind, path, (was, told(before, was)), (is, told(after, is)), out);
            }
            (Value::References(was), Value::References(is)) => self.references(kind, path, was, is, out),
            _ => {
                let words = matches!((was, is), (Value::Text(_), Value::Text(_)));
                let same = words && fold(&old) == fold(&new);
                let names = kind.is_some_and(|kind| path.len() == 1 && path[0] == kind.name_key());
                let what = match () {
                    () if names && !same && kind != Some(Kind::Commitments) => What::Renamed,
                    () if path.len() == 1 && path[0] == "code" => What::Renamed,
                    () => {
                        let keys: Vec<&str> = path.iter().map(String::as_str).collect();
                        direction(&keys, was, is, &self.new.manual.model.manifest.calendar)
                    }
                };
                let material = !same && !editorial(kind, path);
                let shown = |x, node: &Node<'_>, value| show(x, node.shown().unwrap_or(value));
                let (old, new) = (shown(&self.before, before, was), shown(&self.after, after, is));
                // Where only the original has other words, those of the translation are said once.
                let (old, new) = ((old != new).then_some(old), Some(new));
                out.push(self.field(kind, path, what, material, old, new));
            }
        }
    }

    /// The prose of a file is told as one: which paragraphs changed is seen when it is read.
    fn prose(&self, kind: Option<Kind>, path: &Path, was: Words<'_>, is: Words<'_>, out: &mut Vec<Field>) {
        let different = |(own, told): Words<'_>, side: &Side<'_>, (other, _): Words<'_>, others: &Side<'_>| {
            let known: HashSet<String> = other.iter().map(|text| others.exact(text)).collect();
            let same = |text: &Text| {
                let broken = |other: &Text| side.is_broken(text) || others.is_broken(other);
                other.iter().any(|other| broken(other) && others.written(other) == side.written(text))
            };
            let pairs = own.iter().zip(told).filter(|(text, _)| !known.contains(&side.exact(text)) && !same(text));
            pairs.map(|(_, told)| told.clone()).collect::<Vec<_>>()
        };
        let old = different(was, &self.old, is, &self.new);
        let new = different(is, &self.new, was, &self.old);
        let show = |x: &Writer<'_>, texts: &[Text]| {
            let texts: Vec<String> = texts.iter().map(|text| text_of(&x.text(text))).collect();
            (!texts.is_empty()).then(|| texts.join(" "))
        };
        let mut broken = was.0.iter().map(|text| self.old.is_broken(text));
        if old.is_empty() && new.is_empty() && (broken.any(|b| b) || is.0.iter().any(|text| self.new.is_broken(text))) {
            return;
        }
        let what = if old.is_empty() && new.is_empty() { What::Moved } else { What::Reworded };
        out.push(self.field(kind, path, what, false, show(&self.before, &old), show(&self.after, &new)));
    }

    fn texts(&self, kind: Option<Kind>, path: &Path, was: Words<'_>, is: Words<'_>, out: &mut Vec<Field>) {
        let value = |text: &Text| Some(std::borrow::Cow::Owned(Value::Text(text.clone())));
        let nodes = |(own, told): Words<'_>| -> Vec<Node<'static>> {
            let node = |(own, told)| Node { value: value(own), told: value(told), ..Node::default() };
            own.iter().zip(told).map(node).collect()
        };
        let (was, is) = (nodes(was), nodes(is));
        self.lists(kind, &mut path.clone(), &was.iter().collect::<Vec<_>>(), &is.iter().collect::<Vec<_>>(), out);
    }

    fn references(
        &self,
        kind: Option<Kind>,
        path: &Path,
        was: &[(Kind, String)],
        is: &[(Kind, String)],
        out: &mut Vec<Field>,
    ) {
        let now: Vec<(Kind, String)> = was.iter().map(|(kind, id)| (*kind, self.old.id(*kind, id))).collect();
        let name = |x: &Writer<'_>, kind: Kind, id: &str| text_of(&[x.entry(kind, id)]);
        let lost: Vec<String> = was
            .iter()
            .zip(&now)
            .filter(|((kind, id), now)| !is.contains(now) && !self.implied(self.gone, What::Removed, *kind, id))
            .map(|((kind, id), _)| name(&self.before, *kind, id))
            .collect();
        let gained: Vec<String> = is
            .iter()
            .filter(|(kind, id)| !now.contains(&(*kind, id.clone())))
            .filter(|(kind, id)| !self.implied(self.fresh, What::Added, *kind, id))
            .map(|(kind, id)| name(&self.after, *kind, id))
            .collect();
        let place = path.len() == 1 && PLACES.contains(&path[0].as_str());
        let joined = |names: Vec<String>| (!names.is_empty()).then(|| names.join(", "));
        let what = match (lost.is_empty(), gained.is_empty()) {
            (true, true) => {
                // Another order alone, or what follows from an entry that came or went.
                let (now, is): (HashSet<_>, HashSet<_>) = (now.iter().collect(), is.iter().collect());
                if now == is {
                    out.push(self.field(kind, path, What::Moved, false, None, None));
                }
                return;
            }
            (true, false) => What::Added,
            (false, true) => What::Removed,
            (false, false) if place => What::Moved,
            (false, false) => What::Changed,
        };
        out.push(self.field(kind, path, what, !editorial(kind, path), joined(lost), joined(gained)));
    }

    pub(super) fn field(
        &self,
        kind: Option<Kind>,
        path: &Path,
        what: What,
        material: bool,
        old: Option<String>,
        new: Option<String>,
    ) -> Field {
        let keys: Vec<&str> = path.shown.iter().map(String::as_str).collect();
        let names: Vec<Option<&str>> = path.names.iter().map(Option::as_deref).collect();
        let hints: Vec<Option<&str>> = (0..keys.len()).map(|at| path.hint(at)).collect();
        let say = |x, text: Option<String>| text.map(|text| worded(x, (kind, &keys), text));
        let (old, new) = (say(&self.before, old), say(&self.after, new));
        let news = what == What::Added && path.iter().any(|key| key == RESULTS);
        Field {
            path: path.join("."),
            label: label(kind.map(Kind::name_key), (&keys, &names, &hints), self.lang),
            what,
            material: material && !news,
            old,
            new,
            lang: None,
            whose: Whose::default(),
            is_words: false,
        }
    }
}

/// Texts as they are compared, and as many as they are told.
type Words<'t> = (&'t [Text], &'t [Text]);

/// The words in which several texts are told.
fn told<'t>(node: &'t Node<'_>, own: &'t [Text]) -> &'t [Text] {
    match node.told.as_deref() {
        Some(Value::Texts(told)) => told,
        _ => own,
    }
}

fn is_words(value: &Value) -> bool {
    matches!(value, Value::Text(_) | Value::Texts(_))
}

/// Whether the key of a value that stands alone says nothing that the label above it does not: of words of an item, of an amount.
fn said_by_path(depth: usize, value: &Value) -> bool {
    depth == 0 || matches!(value, Value::Text(_) | Value::Texts(_) | Value::Quantity(_))
}

pub(super) fn show(x: &Writer<'_>, value: &Value) -> String {
    text_of(&x.value(value))
}

/// Whether what stands at a path explains and binds nobody. The promise is the name of a commitment, and binds.
fn editorial(kind: Option<Kind>, path: &Path) -> bool {
    let names = kind.is_some_and(|kind| path.len() == 1 && path[0] == kind.name_key() && kind != Kind::Commitments);
    let code = path.len() == 1 && path[0] == "code";
    // In a message `avoid_saying` binds; `avoid` of a standard too. Of a service it holds names.
    let names_only = |key: &str| key != "avoid" || kind == Some(Kind::Services);
    // What is said beside an amount is a condition of it.
    let of_amount = |key: &str| key == "note" && path.iter().any(|outer| AMOUNTS.contains(&outer.as_str()));
    names || code || path.iter().any(|key| EDITORIAL.contains(&key.as_str()) && names_only(key) && !of_amount(key))
}
