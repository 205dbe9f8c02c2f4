//! References whose kind the field gives, and codes that must be unique.

use super::Resolved;
use crate::diag::Diagnostic;
use crate::model::base::Base;
use crate::parse::kind::Kind;
use crate::parse::reader::Reference;
use crate::parse::{entries, nearest};
use std::collections::HashMap;

/// Reports every reference that leads nowhere, with the nearest ids.
pub fn check(manual: &Resolved<'_>, references: &[Reference], findings: &mut Vec<Diagnostic>) {
    for reference in references {
        if manual.model.base(reference.kind, &reference.id).is_none() {
            let (kind, id) = &reference.from;
            let mut finding = unknown(manual, reference.kind, &reference.id, reference.span);
            if !id.is_empty() {
                finding = finding.subject(format!("{}/{id}", kind.name()));
            }
            findings.push(finding);
        }
    }
}

/// The finding for an id that a kind does not have.
pub fn unknown(manual: &Resolved<'_>, kind: Kind, id: &str, span: crate::span::Span) -> Diagnostic {
    let known = ids(manual, kind);
    let near = nearest::several(id, known.iter().map(String::as_str), 3);
    let finding = Diagnostic::new(&entries::UNKNOWN_REFERENCE, span).arg("id", id).arg("kind", kind.plural());
    match near.as_slice() {
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
