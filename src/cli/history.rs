//! The history that `build` tells of the working copy: the editions of the repository that it lies in.
//!
//! They are those that `build --editions` would publish ([`tags`]): a tag of a draft, or of a number that another tag has, is told and is
//! no part of it. What cannot be read keeps nobody from publishing: it is told, and the manual is made without it.

use super::editions::tags::{self, Found, Refused, Why};
use super::editions::{legible, misread};
use super::failure;
use crate::changes::history::{Edition, order};
use crate::changes::{At, Facts, History, Mark, Missing, Seen};
use crate::lang::changes::{self, said_by_git};
use crate::lang::{Lang, Tongue, editions as told, history as words, proof};
use crate::load::Disk;
use crate::load::repository::{Fault, Repository};
use crate::{Misread, Past, history_telling};
use std::collections::BTreeMap;
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
    /// The clone has tags, and perhaps not all of them, because it is not whole.
    Cut,
    /// A tag that is no edition.
    LeftOut(Refused),
    /// An edition of which something cannot be read, which is not compared.
    InPart { tag: String, misread: Box<Misread> },
    /// A tag with the number of another.
    Twin { tag: String, number: String, other: String },
}

/// The history of a working copy, told in some languages or in all that it has.
pub fn of(files: &Disk, langs: &[Tongue]) -> Told {
    let mut notes = Vec::new();
    let seen = match editions(files, &mut notes) {
        Ok((read, _)) if read.is_empty() => None,
        Ok((read, missing)) => seen(files, (&read, &missing), langs, &mut notes),
        Err(fault) => {
            notes.push(Note::Without(fault));
            None
        }
    };
    Told { seen, notes }
}

/// What the editions of the repository say of themselves, without what each changed: as much as the checks ask for.
pub fn heads(files: &Disk) -> Option<Seen> {
    let (read, _) = editions(files, &mut Vec::new()).ok().filter(|(read, _)| !read.is_empty())?;
    let marks: Vec<Mark> = read
        .iter()
        .map(|Found { tag, .. }| Mark {
            tag: tag.name.clone(),
            commit: tag.commit.clone(),
            time: tag.time,
            signed: tag.signed,
        })
        .collect();
    let known: Vec<(&Mark, Option<&Facts>)> = marks.iter().zip(read.iter().map(|found| Some(&found.facts))).collect();
    let places = order(&known);
    let head = |mark: Option<Mark>, given: usize, facts: Facts, before: Option<usize>| Edition {
        mark,
        given,
        facts,
        before,
        gap: false,
        obligations: BTreeMap::new(),
        since: BTreeMap::new(),
        steps: BTreeMap::new(),
    };
    let own = crate::head(files).ok().flatten()?;
    let follows = History::follows(&places.iter().map(|at| &read[*at].facts).collect::<Vec<_>>(), &own);
    let one = |(place, at): (usize, &usize)| {
        head(Some(marks[*at].clone()), *at, read[*at].facts.clone(), place.checked_sub(1))
    };
    let editions = places.iter().enumerate().map(one).collect();
    let draft = Some(head(None, 0, own, follows));
    Some(Seen { history: Arc::new(History { editions, draft, ..History::default() }), at: At::Draft })
}

fn seen(files: &Disk, (read, missing): (&[Found], &Missing), langs: &[Tongue], notes: &mut Vec<Note>) -> Option<Seen> {
    let past: Vec<Past<'_>> = read
        .iter()
        .map(|Found { tag, files, .. }| Past {
            tag: &tag.name,
            commit: &tag.commit,
            time: tag.time,
            signed: tag.signed,
            files,
        })
        .collect();
    let mut tell = |at: usize, misread: Misread| {
        notes.push(Note::InPart { tag: read[at].tag.name.clone(), misread: Box::new(misread) });
    };
    match history_telling(&past, Some(files), langs, missing, &mut tell) {
        Ok(history) => Some(Seen { history: Arc::new(history), at: At::Draft }),
        Err(error) => {
            notes.push(Note::Without(Fault::Other { detail: error.to_string() }));
            None
        }
    }
}

/// The editions that can be read, and what may be missing of them.
fn editions(files: &Disk, notes: &mut Vec<Note>) -> Result<(Vec<Found>, Missing), Fault> {
    let Some(repository) = Repository::around(files.root())? else { return Ok(Default::default()) };
    let own = crate::head(files).ok().flatten();
    let pattern = tags::pattern(own.as_ref());
    let read = tags::all(&repository, &pattern, own.as_ref().and_then(|facts| facts.code.as_deref()))?;
    let mut missing = Missing { shallow: repository.is_shallow(), numbers: Vec::new() };
    if missing.shallow {
        notes.push(if read.is_empty() { Note::Shallow } else { Note::Cut });
    }
    let mut out = Vec::new();
    for tag in read {
        match tag {
            Ok(found) => out.push(found),
            Err(refused) => {
                missing.numbers.extend(refused.missing(&pattern));
                notes.push(Note::LeftOut(refused));
            }
        }
    }
    // From the last, so that the places of those before stay.
    for (at, other) in tags::twins(&out).into_iter().rev() {
        let Found { tag, number, .. } = out.remove(at);
        missing.numbers.push(number.clone());
        notes.push(Note::Twin { tag: tag.name, number, other });
    }
    Ok((out, missing))
}

impl Note {
    /// In a line, and of what cannot be read a line for each of the first findings.
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Note::Shallow => words::NO_HISTORY.fill(lang, &[("reason", words::SHALLOW.in_lang(lang).to_owned())]),
            Note::Cut => told::SHALLOW.in_lang(lang).to_owned(),
            Note::Without(fault) => words::NO_HISTORY.fill(lang, &[("reason", reason(fault, lang))]),
            Note::LeftOut(refused) => left_out(&refused.name, &why(&refused.why, lang), lang),
            Note::InPart { tag, misread: read } => {
                let head = words::IN_PART.fill(lang, &[("tag", legible(tag))]);
                let told = misread(tag, read, lang).into_iter().map(|failure| format!("  {}", failure.text));
                std::iter::once(head).chain(told).collect::<Vec<_>>().join("\n")
            }
            Note::Twin { tag, number, other } => {
                let slots = [("number", number.clone()), ("other", other.clone())];
                left_out(tag, &words::TWIN.fill(lang, &slots), lang)
            }
        }
    }
}

fn left_out(tag: &str, reason: &str, lang: Lang) -> String {
    let tag = if tag.is_empty() { "?" } else { tag };
    words::NO_EDITION.fill(lang, &[("tag", legible(tag)), ("reason", legible(reason))])
}

/// Why a tag is no edition, as a clause of a sentence.
fn why(why: &Why, lang: Lang) -> String {
    match why {
        Why::Fault(fault) => reason(fault, lang),
        Why::NoManifest | Why::Broken(_) => words::NO_MANIFEST.in_lang(lang).to_owned(),
        Why::Draft => words::DRAFT_TAG.in_lang(lang).to_owned(),
        Why::Undated => words::UNDATED_TAG.in_lang(lang).to_owned(),
    }
}

/// What is wrong with a repository, as a clause of a sentence.
pub(super) fn reason(fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::Owner { path } => proof::OWNER.fill(lang, &[("path", path.display().to_string())]),
        Fault::Shallow { .. } => proof::SHALLOW.in_lang(lang).to_owned(),
        Fault::Partial { .. } => proof::PARTIAL.in_lang(lang).to_owned(),
        Fault::Nowhere { path } => changes::NOWHERE.fill(lang, &[("path", path.display().to_string())]),
        Fault::Format(format) => failure::stored(format, lang).0,
        Fault::Corrupt { detail, .. } => proof::CORRUPT.fill(lang, &[("detail", said_by_git(detail, lang))]),
        Fault::NoManual { .. } => words::NO_MANUAL.in_lang(lang).to_owned(),
        Fault::NoTag { .. } | Fault::NotACommit { .. } => words::NOT_A_COMMIT.in_lang(lang).to_owned(),
        Fault::Unborn => "HEAD".to_owned(),
        Fault::NotText { .. } => words::NOT_TEXT.in_lang(lang).to_owned(),
        Fault::Other { detail } => said_by_git(detail, lang),
    }
}
