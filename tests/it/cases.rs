//! Every folder of `tests/manuals` is a manual whose findings are known: `tests/expected/<case>.json`, as
//! `check --format json` gives them. A case without its file, or a file without its case, fails.
//!
//! `CARTILLA_BLESS=1` writes the files anew; review the change by eye.

use std::collections::BTreeSet;
use std::path::Path;

use cartilla::Compiled;
use cartilla::diag::Severity;
use serde_json::{Value, json};

use crate::support::{compiled, disk, repository, run, told};

/// The names in a folder, without the ending.
fn names(folder: &str, ending: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(repository(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    entries
        .map(|entry| {
            let name = entry.expect("an entry").file_name().into_string().expect("a name in UTF-8");
            name.strip_suffix(ending).unwrap_or_else(|| panic!("{folder}/{name} does not end in `{ending}`")).to_owned()
        })
        .collect()
}

/// The findings in the shape of `check --format json`.
fn findings(compiled: &Compiled) -> Value {
    let list = compiled.findings.iter().map(|finding| {
        let (start, end) = (compiled.sources.start(finding.span), compiled.sources.end(finding.span));
        json!({
            "code": finding.code(),
            "severity": finding.severity.name(),
            "message": finding.message(compiled.lang),
            "help": finding.help_text(compiled.lang),
            "notes": finding.notes.iter().map(|note| note.text(compiled.lang)).collect::<Vec<_>>(),
            "file": compiled.sources.get(finding.span.file).path,
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "entry": finding.subject,
        })
    });
    let count = |severity| compiled.findings.iter().filter(|finding| finding.severity == severity).count();
    let summary = json!({
        "errors": count(Severity::Error), "warnings": count(Severity::Warning), "notes": count(Severity::Note),
    });
    json!({ "findings": list.collect::<Vec<_>>(), "summary": summary })
}

fn expected(case: &str) -> Value {
    let path = repository("tests/expected").join(format!("{case}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn bless(path: &Path, found: &Value) {
    let text = serde_json::to_string_pretty(found).expect("a value serializes");
    std::fs::write(path, text + "\n").unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

#[test]
fn every_case_has_its_expected_findings_and_nothing_is_left_over() {
    let cases = names("tests/manuals", "");
    let blessing = std::env::var_os("CARTILLA_BLESS").is_some();
    let mut wrong = Vec::new();
    for case in &cases {
        let compiled = compiled(&disk(&repository("tests/manuals").join(case)));
        let found = findings(&compiled);
        let path = repository("tests/expected").join(format!("{case}.json"));
        if blessing {
            bless(&path, &found);
        } else if !path.is_file() {
            wrong.push(format!("{case}: no tests/expected/{case}.json; found\n{}", told(&compiled)));
        } else if found != expected(case) {
            wrong.push(format!(
                "{case}: the findings differ from tests/expected/{case}.json; found\n{}",
                told(&compiled)
            ));
        }
    }
    for name in names("tests/expected", ".json").difference(&cases) {
        wrong.push(format!("tests/expected/{name}.json has no folder tests/manuals/{name}"));
    }
    assert!(wrong.is_empty(), "{}\nCARTILLA_BLESS=1 writes what was found", wrong.join("\n"));
}

#[test]
fn the_program_tells_the_same_findings_with_its_status() {
    for case in names("tests/expected", ".json") {
        let expected = expected(&case);
        if expected["findings"][0]["code"] == "E017" {
            // A folder without a manual is a wrong call, and is told before anything is read.
            let run = run(&repository("tests/manuals"), &format!("check {case} --lang es"));
            assert_eq!((run.status, run.out.as_str()), (2, ""), "{case}");
            assert!(run.err.contains("manual.yaml"), "{case}: {}", run.err);
            continue;
        }
        let run = run(&repository("tests/manuals"), &format!("check {case} --format json --today 2026-11-21"));
        let told: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{case}: {error}\n{}", run.out));
        assert_eq!(told, expected, "{case}");
        let status = i32::from(expected["summary"]["errors"] != 0);
        assert_eq!((run.status, run.err.as_str()), (status, ""), "{case}");
    }
}

#[test]
fn a_finding_stands_at_a_place_that_exists() {
    for case in names("tests/manuals", "") {
        let compiled = compiled(&disk(&repository("tests/manuals").join(&case)));
        for finding in &compiled.findings {
            let text = &compiled.sources.get(finding.span.file).text;
            assert!(text.get(finding.span.range()).is_some(), "{case}: {} at {:?}", finding.code(), finding.span);
        }
    }
}
