//! Words by which values differ, where they are entries of the manual: sites, channels, segments, the severities of a procedure.

use super::Resolved;
use super::references::{offered, unknown};
use crate::diag::Diagnostic;
use crate::lang::Text;
use crate::parse::kind::Kind;
use crate::parse::reader::CaseWord;
use crate::parse::{entries, nearest};
use std::collections::HashSet;

const SEVERITIES: Text = Text {
    es: "las gravedades del procedimiento",
    en: "the severities of the procedure",
    pt: "as gravidades do procedimento",
};

pub fn check(manual: &Resolved<'_>, cases: &[CaseWord], findings: &mut Vec<Diagnostic>) {
    // One value may be read for several entries, as where an alias repeats it.
    let mut seen = HashSet::new();
    for case in cases.iter().filter(|case| seen.insert(case.word.span)) {
        let finding = match Kind::of_dimension(&case.by.value) {
            Some(kind) => entry(manual, kind, case),
            None if case.by.value == "severity" => severity(manual, case),
            None => None,
        };
        let (kind, id) = &case.from;
        findings.extend(finding.map(|f| if id.is_empty() { f } else { f.subject(format!("{}/{id}", kind.name())) }));
    }
}

/// A word that is no entry of its kind, where the manual has entries of that kind at all.
fn entry(manual: &Resolved<'_>, kind: Kind, case: &CaseWord) -> Option<Diagnostic> {
    let word = &case.word.value;
    let known = manual.model.base(kind, word).is_some() || manual.unread.may_hold(Some(kind), word);
    let declares = || manual.model.bases().into_iter().any(|base| base.kind == kind);
    (!known && declares()).then(|| unknown(manual, kind, word, case.word.span))
}

/// A word that is none of the severities of the procedure in which it stands. What else is grave has degrees of its own.
fn severity(manual: &Resolved<'_>, case: &CaseWord) -> Option<Diagnostic> {
    let (Kind::Complaints, id) = &case.from else { return None };
    let procedure = manual.model.complaints.get(id)?;
    let word = case.word.value.as_str();
    let known: Vec<&str> = procedure.severity.iter().map(|severity| severity.id.value.as_str()).collect();
    if known.is_empty() || known.contains(&word) || manual.is_failed(Some((Kind::Complaints, id)), "severity") {
        return None;
    }
    let finding = Diagnostic::new(&entries::UNKNOWN_REFERENCE, case.word.span).arg("id", word).arg("kind", SEVERITIES);
    let near = nearest::several(word, known.iter().copied(), 3);
    Some(match near.as_slice() {
        [one] => {
            let certain = nearest::certain(word, known.iter().copied()) == Some(*one);
            let finding = finding.arg("near", *one).help(entries::DID_YOU_MEAN);
            if certain { finding.edit(case.word.span, *one) } else { finding }
        }
        [] => finding.arg("near", offered(known.into_iter()).unwrap_or_default()),
        _ => finding.arg("near", near.join(", ")),
    })
}
