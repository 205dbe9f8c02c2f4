//! What binds each role across editions: an entry that only goes by another id binds as it did, so that nobody signs again for it.

use super::words::Renames;
use crate::compose::obligations::{self, Bond, Obligations};
use crate::parse::kind::Kind;
use crate::resolve::Resolved;

/// The id that a role had in the old manual; none where it is new.
pub fn was<'a>(old: &'a Resolved<'_>, renames: &Renames, role: &str) -> Option<&'a str> {
    let ids = old.model.roles.iter().map(|other| other.base.id.as_str());
    ids.into_iter().find(|id| renames.now(Kind::Roles, id) == role)
}

/// Whether the same binds a role of the new manual that bound it in the old one: word for word, or but for ids that are others now.
pub fn same(old: &Resolved<'_>, was: &str, new: &Resolved<'_>, role: &str, renames: &Renames) -> bool {
    let is = obligations::canonical(new, role);
    obligations::canonical(old, was) == is || renamed(old, was, renames) == is
}

/// What bound a role of the old manual, with the ids that its entries have now.
fn renamed(old: &Resolved<'_>, was: &str, renames: &Renames) -> Vec<String> {
    obligations::canonical_as(old, was, &|kind: Kind, id: &str| renames.now(kind, id).to_owned())
}

/// Whether who acknowledged what bound a role has acknowledged what binds it now.
pub fn holds(before: &Bond, now: &Bond) -> bool {
    before.digest == now.digest || now.earlier.contains(&before.digest)
}

/// The bonds of an edition, each with the digests under which earlier editions said the same. `old` is the edition before it, with its
/// bonds.
pub fn bonds(old: Option<(&Resolved<'_>, &Obligations)>, new: &Resolved<'_>, renames: &Renames) -> Obligations {
    let mut out = obligations::of(new);
    let Some((old, known)) = old else { return out };
    for (role, bond) in &mut out {
        let Some(was) = was(old, renames, role) else { continue };
        let Some(before) = known.get(was) else { continue };
        bond.formerly.clone_from(&before.formerly);
        bond.formerly.extend((was != role).then(|| was.to_owned()));
        let again = || !renames.is_empty() && renamed(old, was, renames) == obligations::canonical(new, role);
        if before.digest == bond.digest || again() {
            bond.earlier.clone_from(&before.earlier);
            bond.earlier.push(before.digest.clone());
        }
        settle(role, bond);
    }
    out
}

/// Each once, and none that is today's.
fn settle(role: &str, bond: &mut Bond) {
    let digest = bond.digest.clone();
    for (list, own) in [(&mut bond.earlier, digest.as_str()), (&mut bond.formerly, role)] {
        list.sort();
        list.dedup();
        list.retain(|word| word != own);
    }
}
