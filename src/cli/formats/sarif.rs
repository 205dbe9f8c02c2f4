//! `--format sarif`: SARIF 2.1.0, as code-scanning services read it.

use super::{Report, json};
use crate::diag::{Diagnostic, Entry, Severity, without_slots};
use crate::lang::Lang;
use crate::span::Span;
use serde::Serialize;
use std::collections::BTreeMap;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: &'static str,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation<'a> {
    fully_qualified_name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix {
    description: Message,
    artifact_changes: [ArtifactChange; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange {
    artifact_location: ArtifactLocation,
    replacements: [Replacement; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Message,
}

pub fn write(report: &Report<'_>) -> Vec<u8> {
    let rules: BTreeMap<&str, &Entry> = report.findings.iter().map(|f| (f.code(), f.entry)).collect();
    let index: BTreeMap<&str, usize> = rules.keys().enumerate().map(|(i, code)| (*code, i)).collect();
    let driver = Driver {
        name: "cartilla",
        version: env!("CARGO_PKG_VERSION"),
        rules: rules.values().map(|entry| rule(entry, report.lang)).collect(),
    };
    let results = report.findings.iter().map(|finding| outcome(report, finding, index[finding.code()]));
    json::pretty(&Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver },
            language: report.lang.code(),
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    })
}

fn rule(entry: &Entry, lang: Lang) -> Rule {
    Rule {
        id: entry.code,
        name: entry.name,
        short_description: Message { text: without_slots(entry.message.in_lang(lang)) },
        full_description: Message { text: entry.why.in_lang(lang).to_owned() },
        help: Message { text: without_slots(entry.fix.in_lang(lang)) },
        default_configuration: Configuration { level: level(entry.severity) },
    }
}

fn outcome<'a>(report: &Report<'_>, finding: &'a Diagnostic, rule_index: usize) -> Outcome<'a> {
    let help = finding.help_text(report.lang);
    let mut location = location(report, finding.span);
    location.logical_locations = finding.subject.iter().map(|s| LogicalLocation { fully_qualified_name: s }).collect();
    let related = finding.labels.iter().map(|label| Location {
        message: Some(Message { text: label.text(report.lang) }),
        ..self::location(report, label.span)
    });
    let fixes = finding.edit.iter().map(|edit| Fix {
        description: Message { text: help.clone() },
        artifact_changes: [ArtifactChange {
            artifact_location: artifact(report, edit.span),
            replacements: [Replacement {
                deleted_region: region(report, edit.span),
                inserted_content: Message { text: edit.replacement.clone() },
            }],
        }],
    });
    Outcome {
        rule_id: finding.code(),
        rule_index,
        level: level(finding.severity),
        message: Message { text: format!("{}\n{help}", report.story(finding)) },
        locations: [location],
        related_locations: related.collect(),
        fixes: fixes.collect(),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn location<'a>(report: &Report<'_>, span: Span) -> Location<'a> {
    Location {
        physical_location: PhysicalLocation { artifact_location: artifact(report, span), region: region(report, span) },
        message: None,
        logical_locations: Vec::new(),
    }
}

fn artifact(report: &Report<'_>, span: Span) -> ArtifactLocation {
    ArtifactLocation { uri: uri(&report.path_from_here(span)) }
}

fn region(report: &Report<'_>, span: Span) -> Region {
    let (start, end) = report.range(span);
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

/// A path as the reference of a URI (RFC 3986).
pub fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use crate::lang::Lang;
    use serde_json::json;

    #[test]
    fn results_point_at_rules_and_places() {
        let bytes = fixture::with(Lang::Es, super::write);
        let log: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        let run = &log["runs"][0];
        assert_eq!(log["version"], "2.1.0");
        for result in run["results"].as_array().expect("a list") {
            let index = result["ruleIndex"].as_u64().expect("a number") as usize;
            assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        }
        let first = &run["results"][0];
        let place = &first["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "services/a%C3%B1o%20nuevo.md");
        assert_eq!(place["region"], json!({ "startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 12 }));
        assert_eq!(first["relatedLocations"][0]["message"]["text"], "la meta es esta");
        let change = &first["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!(change["insertedContent"]["text"], "24 hours");
    }
}
