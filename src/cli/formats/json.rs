//! `--format json`: our own shape.

use super::{Counts, Report};
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    findings: Vec<Finding<'a>>,
    summary: Counts,
}

/// Lines and columns count from 1, columns in characters; the end is the first character behind the finding.
#[derive(Serialize)]
struct Finding<'a> {
    code: &'static str,
    severity: &'static str,
    message: String,
    help: String,
    /// How the finding was reached, line by line.
    notes: Vec<String>,
    /// Relative to the manual.
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// `kind/id`.
    entry: Option<&'a str>,
}

pub fn write(report: &Report<'_>) -> Vec<u8> {
    let findings = report.findings.iter().map(|finding| {
        let (start, end) = report.range(finding.span);
        Finding {
            code: finding.code(),
            severity: finding.severity.name(),
            message: finding.message(report.lang),
            help: finding.help_text(report.lang),
            notes: report.notes(finding),
            file: report.path(finding.span),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            entry: finding.subject.as_deref(),
        }
    });
    pretty(&Document { findings: findings.collect(), summary: report.counts() })
}

/// A value as JSON for people and programs, with a line break at the end.
pub fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("structs of texts and numbers serialize");
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use crate::lang::Lang;
    use serde_json::json;

    #[test]
    fn findings_keep_their_place_and_counts() {
        let bytes = fixture::with(Lang::Es, super::write);
        let value: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        assert_eq!(
            value["findings"][0],
            json!({
                "code": "C301", "severity": "error", "message": "el compromiso «respuesta» no tiene indicador",
                "help": "escriba «indicator:»", "notes": ["sin él, 0 de 3 se miden"], "file": "services/año nuevo.md", "line": 3, "column": 3,
                "end_line": 3, "end_column": 12, "entry": "commitments/respuesta",
            })
        );
        assert_eq!(value["findings"][1]["entry"], json!(null));
        assert_eq!(value["summary"], json!({ "errors": 1, "warnings": 1, "notes": 0 }));
    }
}
