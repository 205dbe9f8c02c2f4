//! `--format github`: workflow commands that annotate the files of a pull request.

use super::Report;
use crate::diag::Severity;
use std::fmt::Write;

pub fn write(report: &Report<'_>) -> Vec<u8> {
    let mut out = String::new();
    for finding in report.findings {
        let (start, end) = report.range(finding.span);
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let file = property(&report.path_from_here(finding.span));
        let title = property(&format!("{} {}", finding.code(), finding.entry.name));
        let message = format!("{}\n{}", report.story(finding), finding.help_text(report.lang));
        let place = match start.line == end.line {
            // The service marks columns only within one line, and counts the last one in.
            true => format!("col={},endColumn={}", start.column, end.column.max(start.column + 1) - 1),
            false => format!("endLine={}", end.line),
        };
        let line = start.line;
        writeln!(out, "::{level} file={file},line={line},{place},title={title}::{}", data(&message))
            .expect("a string takes everything");
    }
    out.into_bytes()
}

/// The escapes of a message.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The escapes of a property, which also ends at colons and commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use crate::lang::Lang;

    #[test]
    fn each_finding_is_one_escaped_line() {
        let text = String::from_utf8(fixture::with(Lang::En, super::write)).expect("UTF-8");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[0],
            "::error file=services/año nuevo.md,line=3,col=3,endColumn=11,title=C301 promise-without-indicator\
             ::the commitment “respuesta” has no indicator%0Awithout it, 0 of 3 are measured%0Awrite “indicator:”"
        );
        assert!(lines[1].starts_with("::warning file=channels.yaml,line=2,col=9,endColumn=9,title=W901 "));
        assert!(lines[1].contains("::100 %25 of “<x> & ]]>"));
        assert_eq!(lines.len(), 2);
    }

    #[test]
    fn properties_cannot_be_broken_out_of() {
        assert_eq!(super::property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
    }
}
