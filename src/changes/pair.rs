//! Which entry of the new manual is which of the old: by id, else by code, else by name, else by what is written in it.

use super::tree::Node;
use super::words::{Renames, near, words_of};
use crate::compose::obligations::fold;
use crate::model::base::Base;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use std::collections::BTreeSet;

/// The same entry before and after; one side lacks where it was added or removed.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    pub old: Option<&'a Base>,
    pub new: Option<&'a Base>,
}

/// How alike what two entries say must be for them to be one entry under another id.
const SAME_ENTRY: f64 = 0.7;

/// Entries that say less are all alike.
const FEWEST_WORDS: usize = 6;

/// The pairs in the order of the new manual, what was removed behind its kind, and the ids that changed.
pub fn pairs<'a>(old: &'a Resolved<'a>, new: &'a Resolved<'a>) -> (Vec<Pair<'a>>, Renames) {
    let (before, after) = (old.model.bases(), new.model.bases());
    let mut pairs = Vec::new();
    let mut renames = Renames::default();
    for kind in Kind::ALL {
        let mut left: Vec<&Base> = before.iter().copied().filter(|base| base.kind == kind).collect();
        let mut own: Vec<Pair<'a>> = after
            .iter()
            .copied()
            .filter(|base| base.kind == kind)
            .map(|base| Pair { old: take(&mut left, |other| other.id == base.id), new: Some(base) })
            .collect();
        let code = |base: &Base| base.code.as_ref().map(|code| code.value.clone());
        let name = |base: &Base| base.name.as_ref().map(|name| fold(&name.plain())).filter(|name| !name.is_empty());
        for pair in own.iter_mut().filter(|pair| pair.old.is_none()) {
            let Some(base) = pair.new else { continue };
            pair.old = take(&mut left, |other| code(base).is_some() && code(other) == code(base))
                .or_else(|| take(&mut left, |other| name(base).is_some() && name(other) == name(base)));
        }
        let mut rest: Vec<(&Base, BTreeSet<String>)> = left.into_iter().map(|base| (base, said(old, base))).collect();
        for pair in own.iter_mut().filter(|pair| pair.old.is_none()) {
            let Some(base) = pair.new.filter(|_| !rest.is_empty()) else { break };
            let said = said(new, base);
            let mut best: Option<(f64, usize)> = None;
            for (place, (_, other)) in rest.iter().enumerate() {
                let alike = if said.len().min(other.len()) < FEWEST_WORDS { 0.0 } else { near(&said, other) };
                if alike >= SAME_ENTRY && best.is_none_or(|(most, _)| alike > most) {
                    best = Some((alike, place));
                }
            }
            pair.old = best.map(|(_, place)| rest.remove(place).0);
        }
        for pair in &own {
            if let (Some(was), Some(is)) = (pair.old, pair.new)
                && was.id != is.id
            {
                renames.add(kind, &was.id, &is.id);
            }
        }
        pairs.extend(own);
        pairs.extend(rest.into_iter().map(|(base, _)| Pair { old: Some(base), new: None }));
    }
    (pairs, renames)
}

fn take<'a>(left: &mut Vec<&'a Base>, is: impl Fn(&Base) -> bool) -> Option<&'a Base> {
    let place = left.iter().position(|base| is(base))?;
    Some(left.remove(place))
}

fn said(manual: &Resolved<'_>, base: &Base) -> BTreeSet<String> {
    let node = Node::of(manual, base);
    node.leaves().into_iter().flat_map(|value| words_of(manual, value)).collect()
}
