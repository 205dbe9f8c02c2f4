//! The walk over two trees of values: what is written on one side only, and what is written otherwise.

use super::direction::direction;
use super::spoken::worded;
use super::text::short;
use super::tree::{Node, PROSE};
use super::words::{Side, near, words_of};
use super::{Field, What};
use crate::compose::obligations::fold;
use crate::compose::writer::Writer;
use crate::ir::text_of;
use crate::lang::Lang;
use crate::lang::changes::{MOVED_FROM, label, label_of};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::Value;
use crate::resolve::Resolved;
use crate::values::Period;
use std::collections::{BTreeSet, HashSet};

/// Keys of what explains and binds nobody.
const EDITORIAL: [&str; 13] = [
    "note",
    // What was measured is news, and obliges nobody.
    "results",
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

/// Keys that say under what an entry stands.
const PLACES: [&str; 2] = ["family", "service"];

/// Keys of lists whose items bind in the order in which they stand.
const IN_ORDER: [&str; 1] = ["steps"];

/// Keys by which an item is told, the best first.
const TITLES: [&str; 10] =
    ["name", "does", "moment", "decides", "promise", "statement", "content", "question", "ask", "gives"];

/// As much of a text as names what has no name.
const LONGEST_NAME: usize = 40;

/// How alike two items of a list must be to be one item, reworded.
const SAME_ITEM: f64 = 0.4;

/// Both manuals, and how their values are written.
pub struct Walk<'a> {
    pub old: Side<'a>,
    pub new: Side<'a>,
    pub before: Writer<'a>,
    pub after: Writer<'a>,
    /// Both manuals in the language in which it is told, where they have it.
    pub told: [Option<&'a Resolved<'a>>; 2],
    pub lang: Lang,
    /// Entries that are no more: that nothing refers to them any longer is no change of its own.
    pub gone: &'a [(Kind, &'a str)],
    pub fresh: &'a [(Kind, &'a str)],
}

/// Where a field stands: its keys from the outermost, what they are called by (of items their places), and the names of items that
/// have one.
#[derive(Debug, Clone, Default)]
pub struct Path {
    keys: Vec<String>,
    shown: Vec<String>,
    names: Vec<Option<String>>,
}

impl Path {
    fn push(&mut self, key: String, name: Option<String>) {
        self.shown.push(key.clone());
        self.keys.push(key);
        self.names.push(name);
    }

    /// Steps into an item of a list.
    fn push_item(&mut self, place: usize, item: &Node<'_>, x: &Writer<'_>) {
        self.shown.push(place.to_string());
        self.keys.push(item.id().map_or_else(|| place.to_string(), str::to_owned));
        self.names.push(named(x, item));
    }

    fn pop(&mut self) {
        self.shown.pop();
        self.keys.pop();
        self.names.pop();
    }
}

impl std::ops::Deref for Path {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.keys
    }
}

impl Walk<'_> {
    /// What differs between two nodes at a path; `kind` is none in the manifest.
    pub fn nodes(&self, kind: Option<Kind>, path: &mut Path, old: &Node<'_>, new: &Node<'_>, out: &mut Vec<Field>) {
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
                (Some(was), Some(is)) => self.nodes(kind, path, was, is, out),
                (Some(was), None) => self.subtree(kind, path, was, What::Removed, out),
                (None, Some(is)) => self.subtree(kind, path, is, What::Added, out),
                (None, None) => {}
            }
            path.pop();
        }
    }

    /// All that stands on one side only: told once, at its top.
    fn subtree(&self, kind: Option<Kind>, path: &Path, node: &Node<'_>, what: What, out: &mut Vec<Field>) {
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
        out.push(self.field(kind, path, what, !editorial(kind, path), old, new));
    }

    /// All values of a tree in a line: what it is called first, and before each other the word for its key.
    fn listed(&self, kind: Option<Kind>, path: &Path, node: &Node<'_>, x: &Writer<'_>) -> String {
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
            let named = several && rank(&keys) == TITLES.len();
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

    /// Items have no names: equal ones are the same, then the most alike, so that one that comes first does not change all others.
    fn lists(&self, kind: Option<Kind>, path: &mut Path, was: &[&Node<'_>], is: &[&Node<'_>], out: &mut Vec<Field>) {
        let partners = self.partners(was, is);
        let taken: HashSet<usize> = partners.iter().flatten().copied().collect();
        let in_order = longest_rise(&partners.iter().flatten().copied().collect::<Vec<_>>());
        for (place, old) in was.iter().enumerate().filter(|(place, _)| !taken.contains(place)) {
            path.push_item(place, old, &self.before);
            self.subtree(kind, path, old, What::Removed, out);
            path.pop();
        }
        for (place, (new, partner)) in is.iter().zip(&partners).enumerate() {
            path.push_item(place, new, &self.after);
            match partner {
                None => self.subtree(kind, path, new, What::Added, out),
                Some(old) => {
                    if !in_order.contains(old) {
                        let slots = [("item", self.title(new)), ("n", (*old + 1).to_string())];
                        let shown = Some(MOVED_FROM.fill(self.lang, &slots));
                        out.push(self.field(kind, path, What::Moved, in_order_of(path), None, shown));
                    }
                    self.nodes(kind, path, was[*old], new, out);
                }
            }
            path.pop();
        }
    }

    /// What an item that moved is told by: its name, what is done in it, else the first of its texts.
    fn title(&self, item: &Node<'_>) -> String {
        let own = |key: &&str| item.children.get(*key).and_then(Node::shown);
        let text = |value: &&Value| matches!(value, Value::Text(_) | Value::Texts(_));
        let leaves = item.shown_leaves();
        let first = || leaves.iter().copied().find(text).or_else(|| leaves.first().copied());
        let value = TITLES.iter().find_map(own).or_else(first);
        value.map_or_else(String::new, |value| short(&show(&self.after, value)))
    }

    /// For each new item the place of the old one that it was.
    fn partners(&self, was: &[&Node<'_>], is: &[&Node<'_>]) -> Vec<Option<usize>> {
        let said = |side: &Side<'_>, node: &Node<'_>| {
            node.leaves().into_iter().map(|value| side.said(value)).collect::<Vec<_>>().join("\n")
        };
        let old: Vec<String> = was.iter().map(|node| said(&self.old, node)).collect();
        let new: Vec<String> = is.iter().map(|node| said(&self.new, node)).collect();
        let mut free: BTreeSet<usize> = (0..was.len()).collect();
        let mut partners: Vec<Option<usize>> = vec![None; is.len()];
        for (place, new) in new.iter().enumerate() {
            let equal = || free.iter().copied().filter(|at| old[*at] == *new);
            // Of several that say the same, the one with its id.
            partners[place] = equal().find(|at| was[*at].id() == is[place].id()).or_else(|| equal().next());
            if let Some(at) = partners[place] {
                free.remove(&at);
            }
        }
        // What has an id or a name is what it was, whatever else is said of it.
        for place in (0..is.len()).filter(|place| is[*place].id().is_some()) {
            if partners[place].is_none()
                && let Some(at) = free.iter().copied().find(|at| was[*at].id() == is[place].id())
            {
                free.remove(&at);
                partners[place] = Some(at);
            }
        }
        let names = |x: &Writer<'_>, items: &[&Node<'_>]| items.iter().map(|item| named(x, item)).collect::<Vec<_>>();
        let (before, after) = (names(&self.before, was), names(&self.after, is));
        for place in 0..is.len() {
            if partners[place].is_some() {
                continue;
            }
            let found = after[place]
                .as_ref()
                .and_then(|name| free.iter().copied().find(|at| before[*at].as_ref() == Some(name)));
            if let Some(at) = found {
                free.remove(&at);
                partners[place] = found;
            }
        }
        // Words are sorted only where something is left to be found: most lists are as they were.
        if free.is_empty() || partners.iter().all(Option::is_some) {
            return partners;
        }
        let words = |manual, node: &Node<'_>| -> BTreeSet<String> {
            node.leaves().into_iter().flat_map(|value| words_of(manual, value)).collect()
        };
        let before: Vec<(usize, BTreeSet<String>)> =
            free.iter().map(|at| (*at, words(self.old.manual, was[*at]))).collect();
        let mut alike: Vec<(f64, usize, usize)> = Vec::new();
        for place in (0..is.len()).filter(|place| partners[*place].is_none()) {
            let own = words(self.new.manual, is[place]);
            alike.extend(before.iter().map(|(at, words)| (near(&own, words), place, *at)));
        }
        alike.retain(|(share, ..)| *share >= SAME_ITEM);
        alike.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, place, at) in alike {
            if partners[place].is_none() && free.remove(&at) {
                partners[place] = Some(at);
            }
        }
        partners
    }

    fn field(
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
        let [old, new] = [old, new].map(|text| text.map(|text| worded(&self.after, (kind, &keys), text)));
        Field {
            path: path.join("."),
            label: label(kind.map(Kind::name_key), (&keys, &names), self.lang),
            what,
            material,
            old,
            new,
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

/// What an entry is called that stands under an id: its name, else the beginning of what it asks or does.
fn called(x: &Writer<'_>, entry: &Node<'_>) -> Option<String> {
    let title = || {
        let text = show(x, TITLES.iter().find_map(|key| entry.children.get(*key))?.shown()?);
        Some(match text.char_indices().nth(LONGEST_NAME) {
            Some((end, _)) => format!("{}…", text[..end].trim_end()),
            None => text,
        })
    };
    named(x, entry).or_else(title)
}

/// Whether the items of the list to which this one belongs bind in their order.
fn in_order_of(item: &Path) -> bool {
    item.keys.iter().rev().nth(1).is_some_and(|list| IN_ORDER.contains(&list.as_str()))
}

/// What an item of a list is called.
fn named(x: &Writer<'_>, item: &Node<'_>) -> Option<String> {
    let name = item.children.get("name")?.shown()?;
    Some(show(x, name)).filter(|name| !name.is_empty())
}

fn show(x: &Writer<'_>, value: &Value) -> String {
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

/// The places that keep their order, as many as there can be.
fn longest_rise(places: &[usize]) -> HashSet<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (at, place) in places.iter().enumerate() {
        let rank = ends.partition_point(|end| places[*end] < *place);
        before[at] = rank.checked_sub(1).map(|rank| ends[rank]);
        match ends.get_mut(rank) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut out = HashSet::new();
    let mut at = ends.last().copied();
    while let Some(place) = at {
        out.insert(places[place]);
        at = before[place];
    }
    out
}
