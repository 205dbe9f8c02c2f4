//! The examples of every code, run as tests, and what all entries have in common.
//!
//! An example is a set of files headed by `=== path` lines, laid over the base manual below; without a heading it is the front
//! matter of `services/ejemplo.md`. A line of `#` and carets marks columns of the line before it; `#^^^` includes column 1.
//! Mark lines are taken out before compiling, and tell exactly where a finding of the example's code must stand.

mod advice;
mod bad_input;
mod cased;
mod cases;
mod clocks;
mod facts;
mod feasibility;
mod held;
mod pledged;
mod promised;
mod prose;
mod said;
mod silence;
mod stated;
mod translated;
mod unexampled;
mod values;

use crate::diag::{Diagnostic, Entry};
use crate::lang::{Lang, Text};
use crate::load::Memory;
use crate::load::example::{BASE, Place, UNHEADED, columns, parse};
use crate::{Compiled, Options, compile, entries};
use std::collections::BTreeSet;

/// Codes that no text of a few lines can show; each has a test of its own in `unexampled`.
const WITHOUT_EXAMPLES: [(&str, &str); 8] = [
    ("E004", "a file that grows by its aliases is generated"),
    ("E005", "a file that is too deep is generated"),
    ("E015", "an example is a Rust text, hence UTF-8"),
    ("E017", "every example has a manifest"),
    ("E022", "a file with too many values is generated"),
    ("E023", "files in memory are never skipped"),
    ("E028", "the character is invisible, in this source too"),
    ("E039", "a name is no text that could be marked"),
];

pub(in crate::check) fn compiled(memory: &Memory) -> Compiled {
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
    compile(memory, &options).expect("files in memory can be listed")
}

fn place(compiled: &Compiled, finding: &Diagnostic) -> Place {
    let (start, end) = (compiled.sources.start(finding.span), compiled.sources.end(finding.span));
    let path = compiled.sources.get(finding.span.file).path.clone();
    assert_eq!(start.line, end.line, "{} spans lines in {path}:{}", finding.code(), start.line);
    (path, start.line, start.column, end.column)
}

/// The slots of a text: `{name}` in lower case.
fn slots(text: &str) -> BTreeSet<&str> {
    let mut out = BTreeSet::new();
    for part in text.split('{').skip(1) {
        if let Some((name, _)) = part.split_once('}')
            && !name.is_empty()
            && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
        {
            out.insert(name);
        }
    }
    out
}

#[test]
fn bad_examples_report_exactly_their_marks_and_good_ones_nothing() {
    let mut faults = Vec::new();
    for entry in entries().into_iter().filter(|e| !is_without_example(e)) {
        let (memory, marks) = parse(entry.bad);
        let result = compiled(&memory);
        let own = || result.findings.iter().filter(|f| f.code() == entry.code);
        let found: BTreeSet<Place> = own().map(|f| place(&result, f)).collect();
        if marks.is_empty() || found != marks {
            faults.push(format!("{}: marked {marks:?}, found {found:?}", entry.code));
        }
        for (finding, lang) in own().flat_map(|f| Lang::ALL.map(|lang| (f, lang))) {
            let labels = finding.labels.iter().map(|label| label.text(lang));
            let notes = finding.notes.iter().map(|note| note.text(lang));
            for text in [finding.message(lang), finding.help_text(lang)].into_iter().chain(labels).chain(notes) {
                if !slots(&text).is_empty() || text.contains('\n') {
                    faults.push(format!("{} in {lang}: {text}", entry.code));
                }
            }
        }
        let (memory, marks) = parse(entry.good);
        let result = compiled(&memory);
        let wrong = |f: &&Diagnostic| f.code() == entry.code || f.code().starts_with('E');
        for finding in result.findings.iter().filter(wrong) {
            faults.push(format!("{} good: {} {}", entry.code, finding.code(), finding.message(Lang::En)));
        }
        if !marks.is_empty() {
            faults.push(format!("{} good: has marks", entry.code));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn is_without_example(entry: &Entry) -> bool {
    entry.bad.is_empty()
}

#[test]
fn only_listed_entries_have_no_examples() {
    let without: Vec<&str> = entries().into_iter().filter(|e| is_without_example(e)).map(|e| e.code).collect();
    assert_eq!(without, WITHOUT_EXAMPLES.map(|(code, _)| code));
    assert!(entries().into_iter().all(|e| e.good.is_empty() == e.bad.is_empty()));
}

#[test]
fn codes_and_names_are_unique_sorted_and_well_formed() {
    let codes: Vec<&str> = entries().into_iter().map(|e| e.code).collect();
    let names: BTreeSet<&str> = entries().into_iter().map(|e| e.name).collect();
    let family = |code: &str| "EABCDPFILW".find(&code[..1]);
    let place = |code: &str| (family(code), code.to_owned());
    assert!(codes.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{codes:?}");
    assert_eq!(names.len(), codes.len());
    for code in codes {
        let digits = code.len() == 4 && code[1..].chars().all(|c| c.is_ascii_digit());
        let families = ["E0", "A1", "B2", "C3", "D4", "P5", "F6", "I7", "L8", "W9"];
        assert!(digits && families.contains(&&code[..2]), "{code}");
    }
    assert!(names.iter().all(|n| n.chars().all(|c| c.is_ascii_lowercase() || c == '-')), "{names:?}");
}

#[test]
fn the_languages_share_their_slots_and_the_style() {
    let mut faults = Vec::new();
    for entry in entries() {
        for (what, text) in [("message", entry.message), ("why", entry.why), ("fix", entry.fix)] {
            if slots(text.es) != slots(text.en) || slots(text.es) != slots(text.pt) {
                faults.push(format!("{} {what}: slots differ", entry.code));
            }
            for lang in Lang::ALL {
                if let Some(fault) = style(what, &text, lang) {
                    faults.push(format!("{} {what} in {lang}: {fault}", entry.code));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What is wrong with how a text begins and ends: a message or fix is a phrase, a reason a sentence.
fn style(what: &str, text: &Text, lang: Lang) -> Option<&'static str> {
    let text = text.in_lang(lang);
    let upper = text.chars().next().is_none_or(char::is_uppercase);
    match what {
        _ if text.trim() != text || text.contains("  ") || text.contains('\n') => Some("stray blanks"),
        "why" if !upper => Some("a sentence begins with a capital"),
        "why" if !text.ends_with('.') => Some("a sentence ends with a full stop"),
        "why" => (!slots(text).is_empty()).then_some("a reason holds for all findings"),
        _ if upper => Some("starts with a capital"),
        _ if text.ends_with('.') => Some("ends with a full stop"),
        _ => None,
    }
}

#[test]
fn marks_are_read_as_columns() {
    assert_eq!(columns("#  ^^^ ^"), Some(vec![(4, 7), (8, 9)]));
    assert_eq!(columns("#^^"), Some(vec![(1, 4)]));
    assert_eq!(columns("# una nota"), None);
    assert_eq!(columns("#"), None);
    let (_, marks) = parse("name: Uno\n#     ^^^\n");
    assert_eq!(marks, BTreeSet::from([(UNHEADED.to_owned(), 2, 7, 10)]));
}
