//! References whose kind the field gives, and codes that must be unique.

use super::Resolved;
use crate::diag::Diagnostic;
use crate::model::base::Base;
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::parse::reader::Reference;
use crate::parse::{entries, nearest};
use std::collections::{HashMap, HashSet};

/// Reports every reference that leads nowhere, with the nearest ids.
pub fn check(manual: &Resolved<'_>, references: &[Reference], findings: &mut Vec<Diagnostic>) {
    for reference in references {
        let missing = manual.model.base(reference.kind, &reference.id).is_none();
        if missing && !manual.unread.may_hold(Some(reference.kind), &reference.id) {
            let (kind, id) = &reference.from;
            let mut finding = unknown(manual, reference.kind, &reference.id, reference.span);
            if !id.is_empty() {
                finding = finding.subject(format!("{}/{id}", kind.name()));
            }
            findings.push(finding);
        }
    }
}

/// How often an id may be missing before its uses are told together.
const FEW: usize = 3;

/// Leaves only the first of many references to one missing id: its entry was renamed or removed, which mends them all.
pub fn gather(findings: &mut Vec<Diagnostic>) {
    let id = |f: &Diagnostic| {
        let is_unknown = f.code() == entries::UNKNOWN_REFERENCE.code;
        is_unknown.then(|| f.args.iter().find(|(name, _)| *name == "id").map(|(_, id)| format!("{id:?}"))).flatten()
    };
    let mut uses: HashMap<String, usize> = HashMap::new();
    for id in findings.iter().filter_map(id) {
        *uses.entry(id).or_default() += 1;
    }
    let mut seen = HashSet::new();
    findings.retain_mut(|finding| {
        let Some((id, count)) = id(finding).and_then(|id| uses.get_key_value(&id)).filter(|(_, n)| **n > FEW) else {
            return true;
        };
        let meant = finding.help == Some(entries::DID_YOU_MEAN);
        finding.help = Some(if meant { entries::MEAN_EVERYWHERE } else { entries::WRITE_ENTRY_ONCE });
        finding.args.push(("count", (count - 1).to_string().into()));
        seen.insert(id)
    });
}

/// The finding for an id that a kind does not have.
pub fn unknown(manual: &Resolved<'_>, kind: Kind, id: &str, span: crate::span::Span) -> Diagnostic {
    let bases = manual.model.bases();
    let finding = Diagnostic::new(&entries::UNKNOWN_REFERENCE, span).arg("id", id).arg("kind", kind.plural());
    // The name in place of the id, or the id with capitals, accents or other signs between its words.
    let folded = slug(id);
    let named = |b: &&Base| b.kind == kind && (b.id == folded || slug(&b.title()) == folded);
    if let Some(base) = bases.iter().copied().find(|b| named(b)) {
        return finding.arg("near", base.id.as_str()).help(entries::DID_YOU_MEAN).edit(span, base.id.as_str());
    }
    let known = ids(manual, kind);
    match nearest::several(id, known.iter().map(String::as_str), 3).as_slice() {
        [] => finding.arg("near", "—").help(entries::WRITE_ENTRY),
        [one] => finding.arg("near", *one).help(entries::DID_YOU_MEAN),
        several => finding.arg("near", several.join(", ")),
    }
}

/// The ids of a kind.
fn ids(manual: &Resolved<'_>, kind: Kind) -> Vec<String> {
    let bases = manual.model.bases();
    bases.into_iter().filter(|b| b.kind == kind).map(|b| b.id.clone()).collect()
}

/// Reports codes that two entries have.
pub fn codes(manual: &Resolved<'_>, findings: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, &Base> = HashMap::new();
    for base in manual.model.bases() {
        let Some(code) = &base.code else { continue };
        match seen.get(code.value.as_str()) {
            Some(first) => {
                let place = first.code.as_ref().map_or(first.span, |c| c.span);
                findings.push(
                    Diagnostic::new(&entries::DUPLICATE_CODE, code.span)
                        .arg("code", code.value.as_str())
                        .arg("other", first.subject())
                        .label(place, entries::FIRST_HERE)
                        .subject(base.subject()),
                );
            }
            None => {
                seen.insert(&code.value, base);
            }
        }
    }
}
