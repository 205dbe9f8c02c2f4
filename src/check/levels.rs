//! The levels that the manifest sets, and its waivers.

use super::document::waivers;
use crate::diag::{Diagnostic, Severity};
use crate::model::manifest::{Lint, Waiver};
use crate::resolve::Resolved;
use crate::values::Date;

/// Findings at their final level, without those that are waived.
#[derive(Debug, Default)]
pub struct Settled {
    pub findings: Vec<Diagnostic>,
    /// How many findings each waiver took out, in the order of the manifest.
    pub waived: Vec<usize>,
}

/// Gives every finding its final level and takes out those that are switched off or waived. A waiver that takes out nothing is
/// a finding itself.
///
/// Structural findings (E0xx) keep their level and cannot be waived: what cannot be read cannot be accepted.
pub fn settle(manual: &Resolved<'_>, findings: Vec<Diagnostic>, today: Date) -> Settled {
    let manifest = &manual.model.manifest;
    let mut out = Settled { findings: Vec::with_capacity(findings.len()), waived: vec![0; manifest.waivers.len()] };
    // What could not be read may hide the finding that a waiver is for.
    let all_read = !findings.iter().any(|f| f.code().starts_with('E') && f.severity == Severity::Error);
    let mut needed = vec![false; manifest.waivers.len()];
    for mut finding in findings {
        if finding.code().starts_with('E') {
            out.findings.push(finding);
            continue;
        }
        let path = &manual.sources.get(finding.span.file).path;
        let waiver = manifest.waivers.iter().position(|w| w.holds(today) && covers(w, &finding, path));
        if let Some(place) = waiver {
            needed[place] = true;
        }
        let Some(level) = level(&manifest.lints, finding.code(), finding.severity) else { continue };
        finding.severity = level;
        match waiver {
            Some(place) => out.waived[place] += 1,
            None => out.findings.push(finding),
        }
    }
    if all_read {
        let idle = manifest.waivers.iter().zip(needed).filter(|(_, is_needed)| !is_needed);
        let idle = idle.filter_map(|(waiver, _)| waivers::idle(manual, waiver, today));
        out.findings.extend(idle.filter_map(|mut finding| {
            finding.severity = level(&manifest.lints, finding.code(), finding.severity)?;
            Some(finding)
        }));
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
    code && waiver.at.as_ref().is_some_and(|at| {
        let rest = path.strip_prefix(at.value.as_str());
        finding.subject.as_deref() == Some(&at.value)
            || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}
