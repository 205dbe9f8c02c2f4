//! The history that `build` tells of the working copy: the editions of the repository that it lies in.
//!
//! What cannot be read keeps nobody from publishing: it is told, and the manual is made without it.

use crate::changes::{At, Seen};
use crate::lang::{Lang, history as words, proof};
use crate::load::repository::{EDITION_TAGS, Fault, Repository, Tag};
use crate::load::{Disk, Tree};
use crate::{Past, history};
use std::sync::Arc;

/// What was read, and what could not be.
#[derive(Debug, Default)]
pub struct Told {
    /// None where there is no edition yet.
    pub seen: Option<Seen>,
    pub notes: Vec<Note>,
}

/// Something that a person should know of the history.
#[derive(Debug)]
pub enum Note {
    /// Nothing of it could be read.
    Without(Fault),
    /// The clone has no tags, which it may lack because it is not whole.
    Shallow,
    /// A tag that is no edition that can be read.
    LeftOut(Fault),
}

/// The history of a working copy, told in some languages or in all that it has.
pub fn of(files: &Disk, langs: &[Lang]) -> Told {
    let mut notes = Vec::new();
    let seen = match editions(files, &mut notes) {
        Ok(read) if read.is_empty() => None,
        Ok(read) => seen(files, &read, langs, &mut notes),
        Err(fault) => {
            notes.push(Note::Without(fault));
            None
        }
    };
    Told { seen, notes }
}

fn seen(files: &Disk, read: &[(Tag, Tree)], langs: &[Lang], notes: &mut Vec<Note>) -> Option<Seen> {
    let past: Vec<Past<'_>> = read
        .iter()
        .map(|(tag, files)| Past { tag: &tag.name, commit: &tag.commit, time: tag.time, signed: tag.signed, files })
        .collect();
    match history(&past, Some(files), langs) {
        Ok(history) => {
            let dark = history.unreadable.iter().map(|at| read[*at].0.name.clone());
            notes.extend(dark.map(|tag| Note::LeftOut(Fault::NoManual { tag })));
            Some(Seen { history: Arc::new(history), at: At::Draft })
        }
        Err(error) => {
            notes.push(Note::Without(Fault::Other { detail: error.to_string() }));
            None
        }
    }
}

/// The editions that can be read.
fn editions(files: &Disk, notes: &mut Vec<Note>) -> Result<Vec<(Tag, Tree)>, Fault> {
    let Some(repository) = Repository::around(files.root())? else { return Ok(Vec::new()) };
    let own = crate::head(files).ok().flatten().and_then(|facts| facts.tags);
    let tags = repository.tags(own.as_deref().unwrap_or(EDITION_TAGS))?;
    if tags.is_empty() && repository.standing().is_ok_and(|standing| standing.shallow) {
        notes.push(Note::Shallow);
    }
    let mut out = Vec::new();
    for tag in tags {
        match tag.and_then(|tag| Ok((repository.edition(&tag)?, tag))) {
            Ok((files, tag)) => out.push((tag, files)),
            Err(fault) => notes.push(Note::LeftOut(fault)),
        }
    }
    Ok(out)
}

impl Note {
    /// In a line.
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Note::Shallow => words::NO_HISTORY.fill(lang, &[("reason", words::SHALLOW.in_lang(lang).to_owned())]),
            Note::Without(fault) => words::NO_HISTORY.fill(lang, &[("reason", reason(fault, lang))]),
            Note::LeftOut(fault) => {
                words::NO_EDITION.fill(lang, &[("tag", tag(fault).to_owned()), ("reason", reason(fault, lang))])
            }
        }
    }
}

fn tag(fault: &Fault) -> &str {
    match fault {
        Fault::NoTag { tag }
        | Fault::NotACommit { tag }
        | Fault::NoManual { tag }
        | Fault::Shallow { tag }
        | Fault::Corrupt { tag, .. } => tag,
        Fault::Owner { .. } | Fault::Unborn | Fault::Other { .. } => "?",
    }
}

/// What is wrong with a repository, as a clause of a sentence.
pub(super) fn reason(fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::Owner { path } => proof::OWNER.fill(lang, &[("path", path.display().to_string())]),
        Fault::Shallow { .. } => proof::SHALLOW.in_lang(lang).to_owned(),
        Fault::Corrupt { detail, .. } => proof::CORRUPT.fill(lang, &[("detail", detail.clone())]),
        Fault::NoManual { .. } => words::NO_MANUAL.in_lang(lang).to_owned(),
        Fault::NoTag { .. } | Fault::NotACommit { .. } => words::NOT_A_COMMIT.in_lang(lang).to_owned(),
        Fault::Unborn => "HEAD".to_owned(),
        Fault::Other { detail } => detail.clone(),
    }
}
