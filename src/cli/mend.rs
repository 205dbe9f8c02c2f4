//! The certain edits of findings, made in the texts of a manual, and what they change as a small diff.
//!
//! Nothing is written here. The edits of one check are made in memory and the manual is checked again, until there is no edit
//! left; so an edit that overlaps another, or that a first one uncovers, is made in the next round.

use super::print::{BOLD, PLAIN};
use crate::diag::{Diagnostic, Edit};
use crate::load::{Entry, Files, LoadError};
use crate::span::{FileId, Sources};
use crate::{Compiled, Options, judge};
use std::collections::BTreeMap;

/// More rounds than any manual needs; edits that undo each other would go on for ever.
const ROUNDS: usize = 20;

/// How much of a long line is shown on each side of a change.
const CONTEXT: usize = 48;

/// A file before and after, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub path: String,
    pub before: Vec<u8>,
    pub after: Vec<u8>,
}

/// What the certain edits make of a manual.
pub struct Mended {
    /// By path.
    pub changes: Vec<Change>,
    /// How many edits were made.
    pub edits: usize,
    /// The check of the manual with its changes.
    pub compiled: Compiled,
}

/// Makes every certain edit of a manual that was checked.
///
/// # Errors
/// When a file that was listed cannot be read any more.
pub fn mend(files: &dyn Files, compiled: Compiled, options: &Options) -> Result<Mended, LoadError> {
    let mut overlay = Overlay { files, changed: BTreeMap::new() };
    let mut before: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut mended = Mended { changes: Vec::new(), edits: 0, compiled };
    for _ in 0..ROUNDS {
        let texts = apply(&mended.compiled.sources, &mended.compiled.findings);
        if texts.is_empty() {
            break;
        }
        for (file, (text, edits)) in texts {
            let source = mended.compiled.sources.get(file);
            let bytes = |text: &str| [if source.bom { "\u{feff}" } else { "" }, text].concat().into_bytes();
            before.entry(source.path.clone()).or_insert_with(|| bytes(&source.text));
            overlay.changed.insert(source.path.clone(), bytes(&text));
            mended.edits += edits;
        }
        mended.compiled = judge(&overlay, options)?;
    }
    let after = overlay.changed;
    let changes = before.into_iter().map(|(path, before)| Change { after: after[&path].clone(), path, before });
    mended.changes = changes.filter(|change| change.before != change.after).collect();
    Ok(mended)
}

/// A manual with some of its files changed.
struct Overlay<'f> {
    files: &'f dyn Files,
    changed: BTreeMap<String, Vec<u8>>,
}

impl Files for Overlay<'_> {
    fn list(&self) -> Result<Vec<Entry>, LoadError> {
        self.files.list()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        self.changed.get(path).map_or_else(|| self.files.read(path), |bytes| Ok(bytes.clone()))
    }
}

/// The texts of the files that edits change, with how many. Of edits that overlap, the first is made.
fn apply(sources: &Sources, findings: &[Diagnostic]) -> BTreeMap<FileId, (String, usize)> {
    let mut edits: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for edit in findings.iter().filter_map(|f| f.edit.as_ref()).filter(|edit| is_sound(sources, edit)) {
        edits.entry(edit.span.file).or_default().push(edit);
    }
    let mut out = BTreeMap::new();
    for (file, mut edits) in edits {
        edits.sort_by_key(|edit| edit.span);
        let mut text = String::new();
        let (mut at, mut made) = (0, 0);
        let source = &*sources.get(file).text;
        for edit in edits {
            let range = edit.span.range();
            if range.start < at || made > 0 && range.start == at && range.is_empty() {
                continue;
            }
            text.push_str(&source[at..range.start]);
            text.push_str(&edit.replacement);
            at = range.end;
            made += 1;
        }
        text.push_str(&source[at..]);
        out.insert(file, (text, made));
    }
    out
}

/// Whether an edit stays within a line of its file and changes something.
fn is_sound(sources: &Sources, edit: &Edit) -> bool {
    let written = sources.get(edit.span.file).text.get(edit.span.range());
    written.is_some_and(|text| text != edit.replacement && !text.contains('\n')) && !edit.replacement.contains('\n')
}

/// The lines that changed, before and after. Edits break no lines, so that the lines of both stand beside each other.
pub fn diff(change: &Change) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (before, after) = (text(&change.before), text(&change.after));
    let mut out = String::new();
    for (number, (old, new)) in (1..).zip(before.lines().zip(after.lines())) {
        if old == new {
            continue;
        }
        let same = old.char_indices().zip(new.chars()).find(|((_, a), b)| a != b);
        let at = same.map_or(old.len().min(new.len()), |((at, _), _)| at);
        out.push_str(&format!("  {number:>4} {RED}- {}{PLAIN}\n", around(old, at)));
        out.push_str(&format!("  {number:>4} {GREEN}+ {}{PLAIN}\n", around(new, at)));
    }
    out
}

/// The line that names the file of a diff.
pub fn head(path: &str) -> String {
    format!("{BOLD}{path}{PLAIN}")
}

const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";

/// A line, or of a long one what stands around a place; signs that a terminal would obey are left out.
fn around(line: &str, at: usize) -> String {
    let line = line.trim_start_matches('\u{feff}');
    let at = line.floor_char_boundary(at);
    let start = line[..at].char_indices().rev().nth(CONTEXT).map_or(0, |(i, _)| i);
    let end = line[at..].char_indices().nth(CONTEXT).map_or(line.len(), |(i, _)| at + i);
    let seen = line[start..end].chars().filter(|c| !c.is_control() || *c == '\t');
    let open = if start > 0 { "…" } else { "" };
    let close = if end < line.len() { "…" } else { "" };
    format!("{open}{}{close}", seen.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::formats::fixture::MISSING;
    use crate::load::Memory;
    use crate::span::Span;

    fn options() -> Options {
        let today = jiff::civil::date(2026, 11, 21);
        Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None }
    }

    /// A file after its certain edits, in a manual that has what references need.
    fn mended(path: &str, text: &str) -> (String, usize) {
        let base = "=== manual.yaml\norganization: { name: E }\ndocument: { title: M }\nlanguages: { default: es }\n\
                    === roles.yaml\njefatura: { name: Jefatura }\ncaja-central: { name: Caja central }\n";
        let mut memory = Memory::parse(base, "");
        memory.insert(path, text);
        let compiled = judge(&memory, &options()).expect("files in memory are read");
        let mended = mend(&memory, compiled, &options()).expect("files in memory are read");
        let after = mended.changes.iter().find(|c| c.path == path).map(|c| c.after.clone());
        (after.map_or_else(|| text.to_owned(), |b| String::from_utf8(b).expect("UTF-8")), mended.edits)
    }

    #[test]
    fn what_is_certain_is_mended() {
        for (path, text, expected) in [
            ("trainings.yaml", "trato: { nombre: Trato }\n", "trato: { name: Trato }\n"),
            (
                "trainings.yaml",
                "trato: { naem: Trato, onwer: jefatura }\n",
                "trato: { name: Trato, owner: jefatura }\n",
            ),
            ("trainings.yaml", "trato: { name: T, frequency: mensual }\n", "trato: { name: T, frequency: monthly }\n"),
            (
                "trainings.yaml",
                "trato: { name: T, review_by: 30-06-2027 }\n",
                "trato: { name: T, review_by: 2027-06-30 }\n",
            ),
            ("resources.yaml", "mesa: { name: M, unit_cost: 30 € }\n", "mesa: { name: M, unit_cost: 30 EUR }\n"),
            (
                "resources.yaml",
                "mesa:\n  name: M\n  unit_cost: 18,20 €\n",
                "mesa:\n  name: M\n  unit_cost: 18.20 EUR\n",
            ),
            ("trainings.yaml", "trato: { name: T, owner: \"jefatrua\" }\n", "trato: { name: T, owner: jefatura }\n"),
            (
                "trainings.yaml",
                "trato: { name: T, owner: Caja central }\n",
                "trato: { name: T, owner: caja-central }\n",
            ),
            ("roles.yaml", "jefatura: { name: J, contact: sí }\n", "jefatura: { name: J, contact: true }\n"),
            ("roles.yaml", "jefatura: { name: J, contact: \"no\" }\n", "jefatura: { name: J, contact: false }\n"),
            ("needs.yaml", "n: { name: N, kind: básica }\n", "n: { name: N, kind: basic }\n"),
            (
                "trainings.yaml",
                "t: { name: T, note: \"ver [[jefatrua]]\" }\n",
                "t: { name: T, note: \"ver [[jefatura]]\" }\n",
            ),
            (
                "trainings.yaml",
                "t: { name: T, note: \"ver [[role/jefatura|la jefa]]\" }\n",
                "t: { name: T, note: \"ver [[roles/jefatura|la jefa]]\" }\n",
            ),
            (
                "trainings.yaml",
                "t: { name: T, note: \"[[jefatura.nombre]]\" }\n",
                "t: { name: T, note: \"[[jefatura.name]]\" }\n",
            ),
            (
                "services/uno.md",
                "---\ncode: U-1\nname: Uno\ninventory: { ninguno: es digital }\n---\n",
                "---\ncode: U-1\nname: Uno\ninventory: { none: es digital }\n---\n",
            ),
            (
                "services/uno.md",
                "---\ncode: U-1\nname: Uno\ncommitments: { c: { promise: P, within: 10 días hábiles } }\n---\n",
                "---\ncode: U-1\nname: Uno\ncommitments: { c: { promise: P, within: 10 business days } }\n---\n",
            ),
        ] {
            assert_eq!(mended(path, text).0, expected);
        }
    }

    #[test]
    fn what_is_not_certain_stays() {
        for (path, text) in [
            // Thousands or cents, a day and a month that may be either.
            ("resources.yaml", "mesa:\n  name: M\n  unit_cost: 1.500 €\n"),
            ("trainings.yaml", "t: { name: T, review_by: 05-10-2026 }\n"),
            // Bare days, a number with a comma, a date that may be read in two ways.
            ("commitments.yaml", "c: { promise: P, within: 10 days }\n"),
            ("commitments.yaml", "c: { promise: P, within: \"2,5 horas\" }\n"),
            ("trainings.yaml", "t: { name: T, review_by: 5/10/2026 }\n"),
            // The key that was meant is there already, or was misspelt twice.
            ("trainings.yaml", "t: { name: T, nombre: U }\n"),
            ("trainings.yaml", "t: { name: T, onwer: jefatura, ownr: caja-central }\n"),
            // Nothing is near, or two are.
            ("trainings.yaml", "t: { name: T, owner: gerencia }\n"),
            ("trainings.yaml", "t: { name: T, color: azul }\n"),
            ("trainings.yaml", "t: { name: T, nombre con espacio: U }\n"),
        ] {
            assert_eq!(mended(path, text), (text.to_owned(), 0), "{text}");
        }
    }

    #[test]
    fn marks_and_line_ends_stay_and_edits_uncover_edits() {
        let text =
            "\u{feff}trato:\r\n  nombre: Trato\r\n  dueno: jefatrua\r\n  note: \"ñandú [[jefatura.nombre]]\"\r\n";
        let (after, edits) = mended("trainings.yaml", text);
        let expected =
            "\u{feff}trato:\r\n  name: Trato\r\n  owner: jefatura\r\n  note: \"ñandú [[jefatura.name]]\"\r\n";
        assert_eq!((after.as_str(), edits), (expected, 4), "the role is looked up when the key is right");
    }

    #[test]
    fn of_edits_that_overlap_the_first_is_made() {
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", "uno dos tres\n", false);
        let edit =
            |range, text: &str| Diagnostic::new(&MISSING, Span::new(file, 0..1)).edit(Span::new(file, range), text);
        let findings = [edit(4..7, "2"), edit(0..5, "x"), edit(8..12, "3"), edit(8..12, "3"), edit(50..60, "z")];
        let (text, made) = &apply(&sources, &findings)[&file];
        assert_eq!((text.as_str(), *made), ("xos 3\n", 2));
        let lines = [edit(3..13, "x"), edit(0..3, "a\nb"), edit(0..3, "uno")];
        assert!(apply(&sources, &lines).is_empty(), "an edit stays in its line and changes something");
    }

    #[test]
    fn a_diff_shows_lines_and_cuts_long_ones() {
        let long = "x".repeat(200);
        let change = Change {
            path: "a.yaml".into(),
            before: format!("a: 1\nonwer: ñu\r\n{long} sí {long}\n").into_bytes(),
            after: format!("a: 1\nowner: ñu\r\n{long} no {long}\n").into_bytes(),
        };
        let shown = crate::cli::print::plain(&diff(&change));
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines[..2], ["     2 - onwer: ñu", "     2 + owner: ñu"]);
        assert!(lines[2].contains("x sí x") && lines[2].starts_with("     3 - …x") && lines[2].ends_with("x…"));
        assert!(lines.iter().all(|line| line.chars().count() < 120), "{shown}");
    }
}
