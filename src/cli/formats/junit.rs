//! `--format junit`: a suite for each file, a case for each finding; a file without findings is a case that passed.

use super::Report;
use crate::diag::Diagnostic;
use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};
use std::collections::BTreeMap;

pub fn write(report: &Report<'_>) -> Vec<u8> {
    let mut files: BTreeMap<_, Vec<&Diagnostic>> = report.sources.iter().map(|(id, _)| (id, Vec::new())).collect();
    for finding in report.findings {
        files.entry(finding.span.file).or_default().push(finding);
    }
    let mut document = quick_junit::Report::new("cartilla check");
    for (file, findings) in files {
        let path = report.place.of(&report.sources.get(file).path);
        let mut suite = TestSuite::new(path.as_str());
        if findings.is_empty() {
            suite.add_test_case(TestCase::new(path.as_str(), TestCaseStatus::success()));
        }
        suite.add_test_cases(findings.into_iter().map(|finding| case(report, &path, finding)));
        document.add_test_suite(suite);
    }
    let mut bytes = Vec::new();
    document.serialize(&mut bytes).expect("memory takes everything");
    without_root_skips(bytes)
}

/// The text without `skipped` at its root, which the schema of the widest read dialect (Jenkins xUnit, junit-10.xsd) allows of
/// suites only. Nothing is ever skipped.
fn without_root_skips(bytes: Vec<u8>) -> Vec<u8> {
    const SKIPS: &[u8] = br#" skipped="0""#;
    let root = bytes.windows(11).position(|w| w == b"<testsuites").unwrap_or(0);
    let end = bytes[root..].iter().position(|b| *b == b'>').map_or(bytes.len(), |at| root + at);
    match bytes[root..end].windows(SKIPS.len()).position(|w| w == SKIPS) {
        Some(at) => [&bytes[..root + at], &bytes[root + at + SKIPS.len()..]].concat(),
        None => bytes,
    }
}

fn case(report: &Report<'_>, path: &str, finding: &Diagnostic) -> TestCase {
    let (start, _) = report.range(finding.span);
    let message = finding.message(report.lang);
    let place = format!("{path}:{}:{}", start.line, start.column);
    let story = format!("{place}\n{}: {}\n{}", finding.code(), report.story(finding), finding.help_text(report.lang));
    let status = match report.fails(finding) {
        true => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message(message.as_str()).set_type(finding.code()).set_description(story.as_str());
            status
        }
        false => TestCaseStatus::success(),
    };
    let passed = matches!(status, TestCaseStatus::Success { .. });
    let mut case = TestCase::new(format!("{} {place}", finding.code()), status);
    case.set_classname(finding.entry.name);
    if passed {
        case.set_system_out(story);
    }
    case
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use crate::lang::Lang;

    #[test]
    fn errors_fail_and_warnings_only_when_denied() {
        let text = String::from_utf8(fixture::with(Lang::Pt, super::write)).expect("UTF-8");
        assert!(text.contains(r#"<testsuites name="cartilla check" tests="2" failures="1" errors="0">"#), "{text}");
        assert!(text.contains(r#"message="o compromisso “respuesta” não tem indicador" type="C301""#), "{text}");
        assert!(text.contains("indicador\nsem ele, 0 de 3 se medem\n"), "{text}");
        assert!(text.contains("&lt;x&gt; &amp; ]]&gt;"), "{text}");
        assert!(!text.contains('\u{1b}'), "control characters are not XML");
        let denied = fixture::with(Lang::Pt, |report| super::write(&super::Report { denied: true, ..*report }));
        assert!(String::from_utf8_lossy(&denied).contains(r#"failures="2""#));
    }

    #[test]
    fn a_file_without_findings_passes() {
        let none = fixture::with(Lang::Es, |report| super::write(&super::Report { findings: &[], ..*report }));
        assert!(String::from_utf8_lossy(&none).contains(r#"tests="2" failures="0""#));
    }
}
