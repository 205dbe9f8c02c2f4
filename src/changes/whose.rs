//! Whom a value concerns: the roles that are named in it or beside it, so that a role is told what is its own.

use super::tree::Node;
use super::words::Side;
use crate::parse::kind::Kind;
use crate::parse::prose::Inline;
use crate::parse::reader::Value;
use crate::resolve::Target;
use std::collections::BTreeSet;

/// Keys of who does or decides what stands beside them.
const DOERS: [&str; 5] = ["role", "owner", "decides", "verified_by", "staffed_by"];

/// The roles of a value before and now, by the ids that they have now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whose {
    /// Who does or decides it; nobody where it is everybody's.
    does: [BTreeSet<String>; 2],
    /// Every role that is named, those to whom something goes among them.
    named: [BTreeSet<String>; 2],
    /// The value itself is of roles.
    is_roles: bool,
}

/// What a value is to a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Everybody's, or its own before and now.
    Own,
    /// Its own now, and another's before.
    Gained,
    Lost,
    /// Told beside what it gained or lost, or another role's.
    Others,
}

impl Whose {
    /// Of what stands at one path on either side, or on one of them.
    pub fn of(old: (&Side<'_>, Option<&Node<'_>>), new: (&Side<'_>, Option<&Node<'_>>)) -> Whose {
        let own = [old, new];
        let does = own.map(|(side, node)| node.map_or_else(BTreeSet::new, |node| doers(side, node)));
        let named = own.map(|(side, node)| node.map_or_else(BTreeSet::new, |node| named(side, node)));
        let is_roles = named.iter().any(|roles| !roles.is_empty())
            && own.iter().all(|(_, node)| node.is_none_or(|node| node.value.is_some()));
        Whose { does, named, is_roles }
    }

    /// Of what stands in two nodes: who does it by their own keys, not by those of other things within them.
    pub fn beside(old: (&Side<'_>, &Node<'_>), new: (&Side<'_>, &Node<'_>)) -> Whose {
        let keyed = |(side, node): (&Side<'_>, &Node<'_>), wanted: &dyn Fn(&str) -> bool| -> BTreeSet<String> {
            let own = node.value.as_deref().map(|value| roles(side, Some(value))).unwrap_or_default();
            let children = node.children.iter().filter(|(key, _)| wanted(key));
            own.into_iter().chain(children.flat_map(|(_, child)| roles(side, child.value.as_deref()))).collect()
        };
        let is_roles = [old, new].iter().any(|(side, node)| !roles(side, node.value.as_deref()).is_empty());
        let doer = |key: &str| DOERS.contains(&key);
        let does = [old, new].map(|node| if is_roles { BTreeSet::new() } else { keyed(node, &doer) });
        Whose { does, named: [old, new].map(|node| keyed(node, &|_| true)), is_roles }
    }

    /// The same of a value that stands within something else: it is whose that is, where nothing nearer says otherwise.
    pub fn within(&mut self, outer: &Whose) {
        self.is_roles |= outer.is_roles;
        if self.does.iter().any(|roles| !roles.is_empty()) {
            return;
        }
        self.does.clone_from(&outer.does);
        for (own, outer) in self.named.iter_mut().zip(&outer.named) {
            own.extend(outer.iter().cloned());
        }
    }

    /// Whether a role is named, before or now.
    pub fn names(&self, role: &str) -> bool {
        self.named.iter().any(|roles| roles.contains(role))
    }

    /// What it is to a role; `whole` where it stands on one side only.
    pub fn part(&self, role: &str, whole: bool) -> Part {
        let everybodys = self.does.iter().all(BTreeSet::is_empty);
        match self.named.each_ref().map(|roles| roles.contains(role)) {
            // Which roles these are was another question than what this one has to do.
            [false, false] | [true, true] if self.is_roles => Part::Others,
            [true, true] => Part::Own,
            [false, false] if everybodys => Part::Own,
            [false, false] => Part::Others,
            _ if !self.is_roles && !whole => Part::Others,
            [false, true] => Part::Gained,
            [true, false] => Part::Lost,
        }
    }
}

/// Who does what stands in a node, at any depth.
fn doers(side: &Side<'_>, node: &Node<'_>) -> BTreeSet<String> {
    let inner = node.children.iter().flat_map(|(key, child)| match DOERS.contains(&key.as_str()) {
        true => roles(side, child.value.as_deref()),
        false => doers(side, child).into_iter().collect(),
    });
    inner.collect()
}

/// Every role that a node names.
fn named(side: &Side<'_>, node: &Node<'_>) -> BTreeSet<String> {
    node.leaves().into_iter().flat_map(|value| roles(side, Some(value))).collect()
}

/// The roles that a value is, and not merely speaks of.
fn roles(side: &Side<'_>, value: Option<&Value>) -> Vec<String> {
    let of_roles = |(kind, id): &(Kind, String)| (*kind == Kind::Roles).then(|| side.id(*kind, id));
    match value {
        Some(Value::References(list)) => list.iter().filter_map(of_roles).collect(),
        Some(Value::Text(text)) => match &*text.content {
            [Inline::Wiki(wiki)] => match side.manual.link(wiki.span).map(|link| &link.target) {
                Some(Target::Entry(Kind::Roles, id)) => vec![side.id(Kind::Roles, id)],
                _ => Vec::new(),
            },
            [Inline::Text(word)] if side.manual.model.roles.get(word).is_some() => vec![side.id(Kind::Roles, word)],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
