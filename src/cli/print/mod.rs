//! Findings and failures for people: what is wrong, file by file, a summary, and the next best step.

mod closing;
mod excerpt;
mod fold;
mod wrap;

use super::failure::Failure;
use super::formats::Report;
use crate::diag::{Diagnostic, Severity};
use crate::lang::command::{CommandLine, Findings};
use crate::lang::fill;
use crate::span::FileId;
use annotate_snippets::{Group, Level, Renderer};
use std::cmp::Reverse;

pub use wrap::wrap;

/// The width of lines where nothing else is known.
pub const WIDTH: usize = 100;

/// How many places of one code are named where they are told together.
const PLACES: usize = 12;

/// Up to so many files of which nothing is shown whole have a heading of their own.
const HEADINGS: usize = 10;

/// How many files are named where those of one code are told together.
const FILES: usize = 5;

/// How a person wants to see the findings, and from where.
#[derive(Debug, Clone)]
pub struct Manner {
    /// Columns of the terminal.
    pub width: usize,
    /// Only codes that begin with one of these, and all of them.
    pub codes: Vec<String>,
    /// Every finding, however often its code was shown.
    pub all: bool,
    /// How the person named the manual, for commands to be typed.
    pub manual: Option<String>,
}

impl Default for Manner {
    fn default() -> Self {
        Manner { width: WIDTH, codes: Vec::new(), all: false, manual: None }
    }
}

impl Manner {
    /// «`cartilla check manual --fix`», as it can be typed.
    pub fn command(&self, options: &str) -> String {
        let manual = match &self.manual {
            Some(path) if path.chars().all(|c| c.is_alphanumeric() || "/._-~:\\".contains(c)) => format!(" {path}"),
            Some(path) => format!(" \"{path}\""),
            None => String::new(),
        };
        let options = if options.is_empty() { String::new() } else { format!(" {options}") };
        format!("`cartilla check{manual}{options}`")
    }
}

/// Whether a code is wanted: by itself, by the beginning it shares with its family, in any case of letters.
pub fn matches(codes: &[String], code: &str) -> bool {
    let begins = |wanted: &String| code.get(..wanted.len()).is_some_and(|start| start.eq_ignore_ascii_case(wanted));
    codes.is_empty() || codes.iter().any(begins)
}

/// All findings by file, the summary, and the next best step.
pub fn findings(report: &Report<'_>, manner: &Manner) -> String {
    let words = &report.lang.words().command.findings;
    let mut out = String::new();
    let (mut shown, mut elsewhere) = (fold::groups(report.findings, manner), Vec::new());
    let folded = shown.iter().any(|group| !group.folded.is_empty());
    if shown.iter().filter(|group| group.whole.is_empty()).count() > HEADINGS {
        (shown, elsewhere) = shown.into_iter().partition(|group| !group.whole.is_empty());
    }
    for group in shown {
        let path = report.place.of(&report.sources.get(group.file).path);
        let counts = counted(words, group.all.iter().map(|f| f.severity));
        out.push_str(&format!("{}\n\n", heading(&path, &counts, manner.width)));
        for finding in group.whole {
            out.push_str(&excerpt::finding(report, finding, manner.width));
            out.push_str("\n\n");
        }
        if !group.folded.is_empty() {
            let list: Vec<String> = group.folded.iter().map(|list| together(report, list, manner.width)).collect();
            out.push_str(&format!("{}\n{}\n\n", words.also_here, list.join("\n")));
        }
    }
    if !elsewhere.is_empty() {
        out.push_str(&self::elsewhere(report, &elsewhere, manner.width));
    }
    if !manner.codes.is_empty() && out.is_empty() && !report.findings.is_empty() {
        out.push_str(&format!("{}\n\n", fill(words.none_of_these, &[("codes", manner.codes.join(", "))])));
    }
    out.push_str(&closing::closing(report, manner, folded));
    out
}

/// The files of which nothing is shown whole, told together: how many findings of each code, in which files, and one of them.
fn elsewhere(report: &Report<'_>, groups: &[fold::Group<'_>], width: usize) -> String {
    let words = &report.lang.words().command.findings;
    let all: Vec<&Diagnostic> = groups.iter().flat_map(|group| &group.all).copied().collect();
    let mut codes: Vec<Vec<&Diagnostic>> = Vec::new();
    for finding in &all {
        match codes.iter_mut().find(|list| list[0].code() == finding.code()) {
            Some(list) => list.push(finding),
            None => codes.push(vec![finding]),
        }
    }
    codes.sort_by_key(|list| (Reverse(list[0].severity), Reverse(list.len()), list[0].code()));
    let counts = counted(words, all.iter().map(|f| f.severity));
    let mut out = format!("{}\n\n", heading(&words.more_files.of(groups.len()), &counts, width));
    for list in codes {
        let mut files: Vec<FileId> = list.iter().map(|f| f.span.file).collect();
        files.dedup();
        let mut named: Vec<String> =
            files.iter().take(FILES).map(|file| report.place.of(&report.sources.get(*file).path)).collect();
        if files.len() > FILES {
            named.push("…".to_owned());
        }
        let label = format!("{}[{}] × {}", level_word(words, list[0].severity), list[0].code(), list.len());
        let such = fill(words.such_as, &[("message", list[0].message(report.lang))]);
        let text = format!("{label}, {}: {such}", named.join(", "));
        out.push_str(&format!("  {}\n", wrap(&text, width.saturating_sub(6)).join("\n      ")));
    }
    out.push('\n');
    out
}

/// The line that opens a file's findings.
fn heading(path: &str, counts: &str, width: usize) -> String {
    let text = format!("── {path} · {counts} ");
    let rest = width.saturating_sub(text.chars().count()).max(2);
    format!("{BOLD}{text}{}{PLAIN}", "─".repeat(rest))
}

pub const BOLD: &str = "\u{1b}[1m";
pub const PLAIN: &str = "\u{1b}[0m";

/// Several findings of one code in one file: «aviso[A117] × 8, líneas 12, 30, 44: …».
fn together(report: &Report<'_>, findings: &[&Diagnostic], width: usize) -> String {
    let words = &report.lang.words().command.findings;
    let first = findings[0];
    let mut lines: Vec<usize> = findings.iter().map(|f| report.sources.start(f.span).line).collect();
    lines.dedup();
    let mut named: Vec<String> = lines.iter().take(PLACES).map(usize::to_string).collect();
    if lines.len() > PLACES {
        named.push("…".to_owned());
    }
    let label = format!("{}[{}]", level_word(words, first.severity), first.code());
    let places = if lines.len() == 1 { words.line } else { words.lines };
    let places = fill(places, &[("lines", named.join(", "))]);
    let text = match findings.len() {
        1 => format!("{label}, {places}: {}", first.message(report.lang)),
        n => format!("{label} × {n}, {places}: {}", fill(words.such_as, &[("message", first.message(report.lang))])),
    };
    format!("  {}", wrap(&text, width.saturating_sub(6)).join("\n      "))
}

/// «3 errores, 1 aviso».
pub fn summary(report: &Report<'_>) -> String {
    let words = &report.lang.words().command.findings;
    let text = counted(words, report.findings.iter().map(|f| f.severity));
    let warns = report.findings.iter().any(|f| f.severity == Severity::Warning);
    match text.is_empty() {
        true => words.none.to_owned(),
        false if report.denied && warns => format!("{text} ({})", words.denied),
        false => text,
    }
}

/// How many of each level there are, the gravest first.
fn counted(words: &Findings, levels: impl Iterator<Item = Severity>) -> String {
    let mut counts = [0; 3];
    levels.for_each(|level| counts[level as usize] += 1);
    let [notes, warnings, errors] = counts;
    let parts = [(words.errors, errors), (words.warnings, warnings), (words.notes, notes)];
    let parts: Vec<String> = parts.into_iter().filter(|(_, n)| *n > 0).map(|(count, n)| count.of(n)).collect();
    parts.join(", ")
}

pub fn level_word(words: &Findings, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => words.error,
        Severity::Warning => words.warning,
        Severity::Note => words.note,
    }
}

pub fn failure(failure: &Failure, words: &CommandLine) -> String {
    let title = Level::ERROR.with_name(words.findings.error).primary_title(failure.text.as_str());
    let mut group = Group::with_title(title);
    if let Some(help) = &failure.help {
        group = group.element(Level::HELP.with_name(words.findings.help).message(help.as_str()));
    }
    Renderer::styled().render(&[group])
}

/// A text without colours.
#[cfg(test)]
pub fn plain(text: &str) -> String {
    let mut bytes = anstream::StripStream::new(Vec::new());
    std::io::Write::write_all(&mut bytes, text.as_bytes()).expect("memory takes everything");
    String::from_utf8(bytes.into_inner()).expect("UTF-8")
}

#[cfg(test)]
mod tests;
