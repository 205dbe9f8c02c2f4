//! The end of a list of findings: how many of each level and family, and the next best step.

use super::wrap::wrap;
use super::{Manner, counted};
use crate::cli::formats::Report;
use crate::diag::{Diagnostic, Severity};
use crate::lang::command::Findings;
use crate::lang::fill;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Up to so many findings are counted in one line.
const FEW: usize = 5;

/// How many codes of a family are named.
const NAMED: usize = 5;

/// The families of codes, in the order of their names in `lang`.
const FAMILIES: [&str; 10] = ["E0", "A1", "B2", "C3", "D4", "P5", "F6", "I7", "L8", "W9"];

/// All that stands behind the findings.
pub fn closing(report: &Report<'_>, manner: &Manner, folded: bool) -> String {
    let words = &report.lang.words().command.findings;
    let mut out = head(report, words);
    if report.findings.is_empty() {
        return out;
    }
    if report.findings.len() > FEW {
        out.push('\n');
        for family in families(report.findings) {
            out.push_str(&self::family(report, &family, manner.width));
        }
    }
    out.push_str(&format!("\n\n{}\n", words.next));
    for step in steps(report, manner, folded) {
        let lines = wrap(&step, manner.width.saturating_sub(4));
        out.push_str(&format!("  - {}\n", lines.join("\n    ")));
    }
    out.pop();
    out
}

/// «3 errores, 1 aviso en 2 archivos».
fn head(report: &Report<'_>, words: &Findings) -> String {
    let files: BTreeSet<_> = report.findings.iter().map(|f| f.span.file).collect();
    let summary = super::summary(report);
    match files.len() {
        0 => summary,
        n => fill(words.in_files, &[("counts", summary), ("files", words.files.of(n))]),
    }
}

/// The findings of each family that has any, in the order of the families.
fn families(findings: &[Diagnostic]) -> Vec<(usize, Vec<&Diagnostic>)> {
    let mut out: BTreeMap<usize, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        let place = FAMILIES.iter().position(|f| finding.code().starts_with(f)).unwrap_or(FAMILIES.len() - 1);
        out.entry(place).or_default().push(finding);
    }
    out.into_iter().collect()
}

/// A family: its name, how many findings of each level, and its most frequent codes.
fn family(report: &Report<'_>, (place, findings): &(usize, Vec<&Diagnostic>), width: usize) -> String {
    let words = &report.lang.words().command.findings;
    let counts = counted(words, findings.iter().map(|f| f.severity));
    let mut codes: Vec<String> = by_frequency(findings.iter().copied())
        .into_iter()
        .map(|(finding, n)| if n == 1 { finding.code().to_owned() } else { format!("{} × {n}", finding.code()) })
        .collect();
    if let Some(more) = codes.len().checked_sub(NAMED + 1).filter(|more| *more > 0) {
        codes.truncate(NAMED);
        codes.push(words.more_codes.of(more + 1));
    }
    let name = format!("{} {}: {counts}", FAMILIES[*place], words.families[*place]);
    let codes = wrap(&codes.join(", "), width.saturating_sub(6)).join("\n      ");
    format!("\n  {}\n      {codes}", wrap(&name, width.saturating_sub(6)).join("\n      "))
}

/// One finding of each code with how often it occurs, the most frequent first.
fn by_frequency<'d>(findings: impl Iterator<Item = &'d Diagnostic>) -> Vec<(&'d Diagnostic, usize)> {
    let mut counts: BTreeMap<&str, (&Diagnostic, usize)> = BTreeMap::new();
    for finding in findings {
        counts.entry(finding.code()).or_insert((finding, 0)).1 += 1;
    }
    let mut out: Vec<_> = counts.into_values().collect();
    out.sort_by_key(|(_, n)| Reverse(*n));
    out
}

/// How much hangs on a finding, among those of one level: what cannot be read hides others; what the manual promises and cannot keep
/// reaches customers; what a law asks for, the procedure of complaints and the points of a service come before the rest.
pub(super) fn importance(code: &str) -> u8 {
    match code.as_bytes() {
        [b'E', ..] => 9,
        [b'C', b'3', b'0' | b'4' | b'5', _] => 8,
        [b'L', ..] => 7,
        [b'B', ..] => 6,
        [b'A', ..] => 5,
        [b'C', ..] => 4,
        [b'P', ..] => 3,
        [b'D' | b'F', ..] => 2,
        [b'I', ..] => 1,
        _ => 0,
    }
}

/// What to do now, the most useful first.
fn steps(report: &Report<'_>, manner: &Manner, folded: bool) -> Vec<String> {
    let words = &report.lang.words().command.findings;
    let mut out = Vec::new();
    let certain = report.findings.iter().filter(|f| f.edit.is_some()).count();
    if certain > 0 {
        out.push(fill(&words.fix.of(certain), &[("command", manner.command("--fix"))]));
    }
    let explain = |finding: &Diagnostic| ("command", format!("`cartilla explain {}`", finding.code()));
    // What cannot be read hides other findings, so it comes before everything else.
    let grave = |f: &&Diagnostic| (f.severity, importance(f.code()));
    let mut first: Option<&Diagnostic> = None;
    for finding in report.findings {
        if first.is_none_or(|found| grave(&finding) > grave(&found)) {
            first = Some(finding);
        }
    }
    let place = |finding: &Diagnostic| {
        let line = report.sources.start(finding.span).line;
        format!("{}:{line}", report.place.of(&report.sources.get(finding.span.file).path))
    };
    let often = by_frequency(report.findings.iter()).into_iter().next().filter(|(_, n)| *n > FEW);
    match (first, often) {
        (Some(first), _) if first.severity == Severity::Error => {
            let text = if first.code().starts_with('E') { words.begin_reading } else { words.begin };
            out.push(fill(text, &[("place", place(first)), ("code", first.code().to_owned()), explain(first)]));
        }
        (_, Some((finding, n))) => {
            let slots = [("code", finding.code().to_owned()), ("n", n.to_string()), explain(finding)];
            out.push(fill(words.most_frequent, &slots));
        }
        (Some(first), None) => {
            out.push(fill(words.begin, &[("place", place(first)), ("code", first.code().to_owned()), explain(first)]));
        }
        (None, None) => {}
    }
    if folded {
        let code = often.map_or("A105", |(finding, _)| finding.code());
        let slots = [("all", manner.command("--all")), ("one", manner.command(&format!("--code {code}")))];
        out.push(fill(words.see_all, &slots));
    }
    out
}
