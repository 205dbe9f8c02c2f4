//! The examples of a code as small manuals: what the tests of all codes run, and `explain` shows.
//!
//! An example is a set of files headed by `=== path` lines, laid over the base manual below; without a heading it is the front
//! matter of `services/ejemplo.md`. A line of `#` and carets marks columns of the line before it; `#^^^` includes column 1.
//! Mark lines are taken out, and tell exactly where a finding of the example's code must stand.

use super::Memory;
use std::collections::BTreeSet;

/// What every example stands on: enough for references to a role or a channel.
pub const BASE: &str = r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja }
=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
"#;

/// The file of an example without a heading.
pub const UNHEADED: &str = "services/ejemplo.md";

/// A place: path, line, first column, column after the last.
pub type Place = (String, usize, usize, usize);

/// An example's manual, and the places that it marks.
pub fn parse(example: &str) -> (Memory, BTreeSet<Place>) {
    let mut files: Vec<(String, Vec<&str>)> = Vec::new();
    let mut marks = BTreeSet::new();
    for line in example.lines() {
        if let Some(path) = line.strip_prefix("=== ") {
            files.push((path.trim().to_owned(), Vec::new()));
            continue;
        }
        if files.is_empty() {
            files.push((UNHEADED.to_owned(), vec!["---"]));
        }
        let (path, lines) = files.last_mut().expect("one was just added");
        match columns(line) {
            Some(columns) => {
                marks.extend(columns.into_iter().map(|(from, to)| (path.clone(), lines.len(), from, to)));
            }
            None => lines.push(line),
        }
    }
    let mut memory = Memory::parse(BASE, UNHEADED);
    for (path, mut lines) in files {
        if !example.starts_with("=== ") && path == UNHEADED && lines.first() == Some(&"---") {
            lines.push("---");
        }
        memory.insert(path, lines.join("\n") + "\n");
    }
    (memory, marks)
}

/// The columns that a mark line marks; none if it is no mark line. A caret right after `#` marks the first column too.
pub fn columns(line: &str) -> Option<Vec<(usize, usize)>> {
    let rest = line.strip_prefix('#')?;
    if !rest.contains('^') || !rest.chars().all(|c| c == '^' || c == ' ') {
        return None;
    }
    let line = if rest.starts_with('^') { format!("^{rest}") } else { format!(" {rest}") };
    let mut out = Vec::new();
    let mut start = None;
    for (i, c) in line.chars().chain([' ']).enumerate() {
        match (c, start) {
            ('^', None) => start = Some(i),
            (' ', Some(from)) => {
                out.push((from + 1, i + 1));
                start = None;
            }
            _ => {}
        }
    }
    Some(out)
}
