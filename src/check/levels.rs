//! The levels that the manifest sets, and its waivers.

use crate::diag::{Diagnostic, Severity};
use crate::model::manifest::{Lint, Waiver};
use crate::resolve::Resolved;
use crate::values::Date;

/// Gives every finding its final level and takes out those that are switched off or waived.
///
/// Structural findings (E0xx) keep their level and cannot be waived: what cannot be read cannot be accepted.
pub fn settle(manual: &Resolved<'_>, findings: Vec<Diagnostic>, today: Date) -> Vec<Diagnostic> {
    let manifest = &manual.model.manifest;
    let mut out = Vec::with_capacity(findings.len());
    for mut finding in findings {
        if finding.code().starts_with('E') {
            out.push(finding);
            continue;
        }
        let Some(level) = level(&manifest.lints, finding.code(), finding.severity) else { continue };
        finding.severity = level;
        let path = &manual.sources.get(finding.span.file).path;
        if !manifest.waivers.iter().any(|w| w.holds(today) && covers(w, &finding, path)) {
            out.push(finding);
        }
    }
    out
}

/// The level of a code: the longest matching `lints` key wins. None switches it off.
pub fn level(lints: &[Lint], code: &str, default: Severity) -> Option<Severity> {
    let matching = lints.iter().filter(|l| code.starts_with(l.code.value.as_str()));
    matching.max_by_key(|l| l.code.value.len()).map_or(Some(default), |l| l.level)
}

/// Whether a waiver is for this finding: same code, and the entry (`kind/id`) or the file it names.
fn covers(waiver: &Waiver, finding: &Diagnostic, path: &str) -> bool {
    let code = waiver.code.as_ref().is_some_and(|c| c.value == finding.code());
    let place = waiver.at.as_ref().is_some_and(|at| {
        finding.subject.as_deref() == Some(&at.value) || path == at.value || path.starts_with(&format!("{}.", at.value))
    });
    code && place
}
