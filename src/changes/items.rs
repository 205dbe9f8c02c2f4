//! The items of two lists: which is which, which are new or gone, and which stand in another place.

use super::fields::{Path, Walk, show};
use super::text::short;
use super::tree::Node;
use super::words::{Side, near, words_of};
use super::{Field, What};
use crate::compose::writer::Writer;
use crate::lang::changes::MOVED_FROM;
use crate::parse::kind::Kind;
use crate::parse::reader::Value;
use std::collections::{BTreeSet, HashSet};

/// Keys of lists whose items bind in the order in which they stand.
const IN_ORDER: [&str; 1] = ["steps"];

/// Keys by which an item is told, the best first.
pub const TITLES: [&str; 10] =
    ["name", "does", "moment", "decides", "promise", "statement", "content", "question", "ask", "gives"];

/// As much of a text as names what has no name.
const LONGEST_NAME: usize = 40;

/// How alike two items of a list must be to be one item, reworded.
const SAME_ITEM: f64 = 0.4;

impl Walk<'_> {
    /// Items have no names: equal ones are the same, then the most alike, so that one that comes first does not change all others.
    pub(super) fn lists(
        &self,
        kind: Option<Kind>,
        path: &mut Path,
        was: &[&Node<'_>],
        is: &[&Node<'_>],
        out: &mut Vec<Field>,
    ) {
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
                        let moved = self.field(kind, path, What::Moved, in_order_of(path), None, shown);
                        out.push(Field { is_words: true, ..moved });
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
}

/// What an entry is called that stands under an id: its name, else the beginning of what it asks or does.
pub fn called(x: &Writer<'_>, entry: &Node<'_>) -> Option<String> {
    let title = || {
        let text = |key: &&str| entry.children.get(*key).and_then(Node::shown).filter(|v| matches!(v, Value::Text(_)));
        let text = show(x, TITLES.iter().find_map(text)?);
        Some(match text.char_indices().nth(LONGEST_NAME) {
            Some((end, _)) => {
                let words = if text[end..].starts_with(' ') { &text[..end] } else { whole_words(&text[..end]) };
                format!("{}…", words.trim_end_matches([' ', ',', ';', ':', '.']))
            }
            None => text,
        })
    };
    named(x, entry).or_else(title)
}

/// A text that was cut, without the word in which it was.
fn whole_words(text: &str) -> &str {
    text.rsplit_once(' ').map_or(text, |(words, _)| words)
}

/// Whether the items of the list to which this one belongs bind in their order.
fn in_order_of(item: &Path) -> bool {
    item.keys.iter().rev().nth(1).is_some_and(|list| IN_ORDER.contains(&list.as_str()))
}

/// What an item of a list is called.
pub fn named(x: &Writer<'_>, item: &Node<'_>) -> Option<String> {
    let name = item.children.get("name")?.shown()?;
    Some(show(x, name)).filter(|name| !name.is_empty())
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

#[cfg(test)]
mod tests {
    use super::super::tests::{told, with};
    use super::What;

    #[test]
    fn a_message_with_an_id_is_reworded_and_not_replaced() {
        let manual = |says: &str| {
            let own = format!("code: TR-01\ncommunication: {{ during: [{{ id: foto, {says} }}] }}\n");
            with(&[("code: TR-01\n", &own)])
        };
        let old = manual("trigger: Falta la foto, say: Nos falta su foto para seguir");
        let new = manual("trigger: El retrato no sirve, say: Salió borroso y hace falta otro");
        let changes = told(&old, &new, None).changes;
        let fields = changes.entries.iter().flat_map(|entry| &entry.fields);
        let told: Vec<(&str, What)> = fields.map(|field| (field.path.as_str(), field.what)).collect();
        let own = |key: &str| format!("communication.during.foto.{key}");
        assert_eq!(told, [(own("say").as_str(), What::Reworded), (own("trigger").as_str(), What::Reworded)]);
    }
}
