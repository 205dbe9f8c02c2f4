//! How the translations of two editions differ: by how many entries they have, and by their own words where the original is as it was.

use super::pair::Pair;
use super::tree::Node;
use super::words::{Renames, Side};
use super::{Entry, Told, Translation, What};
use crate::lang::{Lang, Tongue};
use crate::model::base::Base;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use std::collections::{BTreeSet, HashSet};

/// What changed in each language. `found` are the entries that are the same in both, those that changed, and the ids that did.
pub fn translations(
    old: &Told<'_>,
    new: &Told<'_>,
    (pairs, entries, renames): (&[Pair<'_>], &[Entry], &Renames),
    lang: Lang,
) -> Vec<Translation> {
    let count = |manual: &Resolved<'_>, of| manual.translations.iter().filter(|t| t.lang == of).count();
    let changed: HashSet<(&str, &str)> = entries.iter().map(|entry| (entry.kind, entry.id.as_str())).collect();
    let mut out = Vec::new();
    for of in languages([old.own, new.own]) {
        let (before, after) = (count(old.own, of), count(new.own, of));
        let told_as = |what, entries, whole| Translation { lang: of, language: of.name(lang), what, entries, whole };
        let told = |what, entries| told_as(what, entries, before.min(after) == 0);
        // A language that is not asked for is read by nobody, whatever is translated into it.
        let asked = |manual: &Resolved<'_>| manual.model.manifest.languages.others.contains(&of);
        let (had, has) = (asked(old.own), asked(new.own));
        if had != has {
            let (what, entries) = if has { (What::Added, after) } else { (What::Removed, before) };
            out.push(told_as(what, entries, true));
            continue;
        }
        if after > before {
            out.push(told(What::Added, after - before));
        } else if after < before {
            out.push(told(What::Removed, before - after));
        }
        let (Some(was), Some(is)) = (old.translation(of), new.translation(of)) else { continue };
        let sides = [Side { manual: was, renames: Some(renames) }, Side { manual: is, renames: None }];
        let had = [translated(old.own, of), translated(new.own, of)];
        let reworded = pairs.iter().filter(|pair| {
            let (Some(was), Some(is)) = (pair.old, pair.new) else { return false };
            let both = had[0].contains(&(was.kind, was.id.as_str())) && had[1].contains(&(is.kind, is.id.as_str()));
            // What says something else in the original is told there.
            both && !changed.contains(&(is.kind.name(), is.id.as_str())) && said(&sides[0], was) != said(&sides[1], is)
        });
        match reworded.count() {
            0 => {}
            entries => out.push(told(What::Reworded, entries)),
        }
    }
    out
}

/// Those of the program first, and all that either edition has.
fn languages(manuals: [&Resolved<'_>; 2]) -> BTreeSet<Tongue> {
    let named = manuals.into_iter().flat_map(|manual| manual.model.manifest.languages.others.iter().copied());
    let written = manuals.into_iter().flat_map(|manual| manual.translations.iter().map(|translated| translated.lang));
    named.chain(written).collect()
}

/// The entries that have a translation into a language.
fn translated<'m>(manual: &'m Resolved<'_>, of: Tongue) -> HashSet<(Kind, &'m str)> {
    let own = manual.translations.iter().filter(|translated| translated.lang == of);
    own.filter_map(|translated| Some((translated.kind?, translated.id.value.as_str()))).collect()
}

/// All that a translation says of an entry.
fn said(side: &Side<'_>, base: &Base) -> Vec<String> {
    let Some(base) = side.manual.model.base(base.kind, &base.id) else { return Vec::new() };
    Node::of(side.manual, base).leaves().into_iter().map(|value| side.said(value)).collect()
}
