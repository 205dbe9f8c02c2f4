//! Files against the manual: who has read what binds the role now, who once did, and what does not count.

use super::file::{Acknowledgement, Fault, shown};
use crate::ir::{Manual, Record};
use jiff::civil::Date;
use serde::Serialize;

/// How far the reading of a manual is.
#[derive(Debug, Serialize)]
pub struct Tally {
    pub code: Option<String>,
    pub title: String,
    pub edition: Option<String>,
    pub roles: Vec<RoleTally>,
    pub problems: Vec<Problem>,
    pub summary: Summary,
}

#[derive(Debug, Serialize)]
pub struct RoleTally {
    pub id: String,
    pub name: String,
    pub digest: String,
    /// How many people have the role; none where the manual does not say it.
    pub people: Option<u32>,
    /// By name.
    pub current: Vec<Reader>,
    pub stale: Vec<Reader>,
    /// How many have still to read; one where nobody has and the number of people is not known.
    pub missing: u32,
}

#[derive(Debug, Clone, Serialize)]
pub struct Reader {
    pub name: String,
    /// ISO 8601.
    pub date: String,
    pub edition: Option<String>,
    pub file: String,
}

/// A file that does not count.
#[derive(Debug, Serialize)]
pub struct Problem {
    pub file: String,
    pub kind: ProblemKind,
    /// The key, the other manual, the role, the date, or the file that counts instead.
    pub detail: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    TooLarge,
    NotJson,
    Malformed,
    OtherManual,
    UnknownRole,
    Future,
    Duplicate,
}

#[derive(Debug, Default, Serialize)]
pub struct Summary {
    pub current: usize,
    pub stale: usize,
    pub missing: u32,
    pub problems: usize,
}

impl Tally {
    /// Everybody has read what binds them, and every file counts; that somebody handed a file in twice is no fault.
    pub fn is_clean(&self) -> bool {
        let faults = self.problems.iter().any(|problem| problem.kind != ProblemKind::Duplicate);
        self.summary.stale == 0 && self.summary.missing == 0 && !faults
    }
}

/// Holds the files to the manual. A declaration after the day `latest` cannot have been made.
pub fn tally(
    manual: &Manual,
    titles: &[String],
    sheets: &[&Record],
    files: Vec<(String, Result<Acknowledgement, Fault>)>,
    latest: Date,
) -> Tally {
    let mut problems = Vec::new();
    let mut good: Vec<(String, Acknowledgement, &Record)> = Vec::new();
    for (file, read) in files {
        let mut refuse = |kind, detail| problems.push(Problem { file: file.clone(), kind, detail });
        let read = match read {
            Ok(read) => read,
            Err(Fault::TooLarge) => {
                refuse(ProblemKind::TooLarge, None);
                continue;
            }
            Err(Fault::NotJson) => {
                refuse(ProblemKind::NotJson, None);
                continue;
            }
            Err(Fault::Key(key)) => {
                refuse(ProblemKind::Malformed, Some(key.to_owned()));
                continue;
            }
        };
        if !is_of(&read, manual, titles) {
            let name = read.code.map_or(read.title.clone(), |code| format!("{code} {}", read.title));
            refuse(ProblemKind::OtherManual, Some(name));
            continue;
        }
        if read.date > latest {
            refuse(ProblemKind::Future, Some(read.date.to_string()));
            continue;
        }
        match sheet(&read, sheets) {
            Some(own) => good.push((file, read, own)),
            None => refuse(ProblemKind::UnknownRole, Some(read.role)),
        }
    }
    let roles: Vec<RoleTally> = sheets.iter().map(|sheet| of_role(sheet, &good, &mut problems)).collect();
    problems.sort_by(|a, b| a.file.cmp(&b.file));
    let summary = Summary {
        current: roles.iter().map(|role| role.current.len()).sum(),
        stale: roles.iter().map(|role| role.stale.len()).sum(),
        missing: roles.iter().map(|role| role.missing).fold(0, u32::saturating_add),
        problems: problems.len(),
    };
    Tally {
        code: manual.control.code.clone(),
        title: manual.title.clone(),
        edition: manual.control.edition.clone(),
        roles,
        problems,
        summary,
    }
}

/// A manual is known by its code; where either has none, by its title.
fn is_of(read: &Acknowledgement, manual: &Manual, titles: &[String]) -> bool {
    match (&read.code, &manual.control.code) {
        (Some(read), Some(own)) => *read == shown(own),
        _ => titles.contains(&read.title),
    }
}

/// The sheet that a file was saved from: that of the role it names, else of the role that had this name in an earlier edition. Where a
/// name went from one role to another, what was read tells.
fn sheet<'a>(read: &Acknowledgement, sheets: &[&'a Record]) -> Option<&'a Record> {
    let named = |own: &&&Record| own.role == read.role;
    let was = |own: &&&Record| own.formerly.contains(&read.role);
    let by = sheets.iter().find(|own| (named(own) || was(own)) && holds(read, own));
    by.or_else(|| sheets.iter().find(named)).or_else(|| sheets.iter().find(was)).copied()
}

/// Whether what was read is what binds the role now, under its ids of today or of an earlier edition.
fn holds(read: &Acknowledgement, sheet: &Record) -> bool {
    read.digest == sheet.digest || sheet.earlier.contains(&read.digest)
}

/// The readers of a role, each once: of several files of one person the one that is up to date counts, then the latest.
fn of_role(sheet: &Record, good: &[(String, Acknowledgement, &Record)], problems: &mut Vec<Problem>) -> RoleTally {
    let mut own: Vec<&(String, Acknowledgement, &Record)> =
        good.iter().filter(|(.., record)| record.role == sheet.role).collect();
    own.sort_by_key(|(file, read, _)| (!holds(read, sheet), std::cmp::Reverse(read.date), file.clone()));
    let mut seen: Vec<(String, String)> = Vec::new();
    let (mut current, mut stale) = (Vec::new(), Vec::new());
    for (file, read, _) in own {
        let person = read.name.to_lowercase();
        if let Some((_, counts)) = seen.iter().find(|(name, _)| *name == person) {
            let detail = Some(counts.clone());
            problems.push(Problem { file: file.clone(), kind: ProblemKind::Duplicate, detail });
            continue;
        }
        seen.push((person, file.clone()));
        let reader = Reader {
            name: read.name.clone(),
            date: read.date.to_string(),
            edition: read.edition.clone(),
            file: file.clone(),
        };
        if holds(read, sheet) { current.push(reader) } else { stale.push(reader) }
    }
    let by_name = |a: &Reader, b: &Reader| a.name.cmp(&b.name).then_with(|| a.file.cmp(&b.file));
    current.sort_by(by_name);
    stale.sort_by(by_name);
    let read = u32::try_from(current.len()).unwrap_or(u32::MAX);
    let missing = match sheet.people {
        Some(people) => people.saturating_sub(read),
        // Those who read an earlier state have to read again; of a role without readers at least one lacks.
        None if current.is_empty() => u32::try_from(stale.len().max(1)).unwrap_or(u32::MAX),
        None => u32::try_from(stale.len()).unwrap_or(u32::MAX),
    };
    RoleTally {
        id: sheet.role.clone(),
        name: sheet.role_name.clone(),
        digest: sheet.digest.clone(),
        people: sheet.people,
        current,
        stale,
        missing,
    }
}
