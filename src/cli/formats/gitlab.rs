//! `--format gitlab`: a Code Quality report, whose findings GitLab shows beside the lines of a merge request.

use super::{Report, json};
use crate::diag::Severity;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: String,
    /// Tells one finding from the others across versions of a file, so it holds no line.
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

pub fn write(report: &Report<'_>) -> Vec<u8> {
    let mut told: HashMap<String, usize> = HashMap::new();
    let issue = |finding| {
        let finding: &crate::diag::Diagnostic = finding;
        let (start, end) = report.range(finding.span);
        let path = report.path_from_here(finding.span);
        let message = finding.message(report.lang);
        // What is found twice with the same words is told apart by its place among them.
        let same = format!("{}\0{path}\0{message}", finding.code());
        let nth = told.entry(same.clone()).or_default();
        *nth += 1;
        let digest = Sha256::digest(format!("{same}\0{nth}"));
        Issue {
            description: format!("{message}. {}", finding.help_text(report.lang)),
            check_name: format!("{} {}", finding.code(), finding.entry.name),
            fingerprint: digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect(),
            severity: match finding.severity {
                Severity::Error => "critical",
                Severity::Warning => "minor",
                Severity::Note => "info",
            },
            location: Location { path, lines: Lines { begin: start.line, end: end.line.max(start.line) } },
        }
    };
    json::pretty(&report.findings.iter().map(issue).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use crate::lang::Lang;
    use serde_json::Value;

    #[test]
    fn each_finding_has_its_place_level_and_lasting_name() {
        let issues =
            || -> Vec<Value> { serde_json::from_slice(&fixture::with(Lang::En, super::write)).expect("a list") };
        let found = issues();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0]["check_name"], "C301 promise-without-indicator");
        assert_eq!(found[0]["description"], "the commitment “respuesta” has no indicator. write “indicator:”");
        assert_eq!(
            found[0]["location"],
            serde_json::json!({"path": "services/año nuevo.md", "lines": {"begin": 3, "end": 3}})
        );
        assert_eq!((&found[0]["severity"], &found[1]["severity"]), (&"critical".into(), &"minor".into()));
        assert_ne!(found[0]["fingerprint"], found[1]["fingerprint"]);
        assert_eq!(found, issues());
    }
}
