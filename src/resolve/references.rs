//! References whose kind the field gives, and codes that must be unique.

use super::Resolved;
use crate::diag::Diagnostic;
use crate::model::base::Base;
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::parse::reader::Reference;
use crate::parse::{entries, nearest};
use std::collections::HashMap;

/// Reports every reference that leads nowhere, with the nearest ids. One that nothing resembles is reported at its first use
/// only: its entry was removed or renamed, and mending that mends them all.
pub fn check(manual: &Resolved<'_>, references: &[Reference], findings: &mut Vec<Diagnostic>) {
    let mut lost: HashMap<(Kind, &str), (usize, usize)> = HashMap::new();
    for reference in references {
        let missing = manual.model.base(reference.kind, &reference.id).is_none();
        if !missing || manual.unread.may_hold(Some(reference.kind), &reference.id) {
            continue;
        }
        let (kind, id) = &reference.from;
        let mut finding = unknown(manual, reference.kind, &reference.id, reference.span);
        if !id.is_empty() {
            finding = finding.subject(format!("{}/{id}", kind.name()));
        }
        if finding.help == Some(entries::WRITE_ENTRY) {
            if let Some((_, uses)) = lost.get_mut(&(reference.kind, reference.id.as_str())) {
                *uses += 1;
                continue;
            }
            lost.insert((reference.kind, &reference.id), (findings.len(), 0));
        }
        findings.push(finding);
    }
    for (place, more) in lost.into_values().filter(|(_, more)| *more > 1) {
        findings[place].args.push(("count", more.to_string().into()));
        findings[place].help = Some(entries::WRITE_ENTRY_ONCE);
    }
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
