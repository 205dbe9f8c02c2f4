//! Which tags of a repository are editions: found and read in one way by every command that asks.
//!
//! A tag is an edition if it leads to a manual whose manifest can be read, is not a draft, and says from when it is in force. So the
//! history of a plain build tells the same editions that `build --editions` publishes.

use super::number;
use crate::Misread;
use crate::changes::Facts;
use crate::load::repository::{EDITION_TAGS, Fault, Repository, Tag};
use crate::load::{LoadError, Tree};
use jiff::civil::Date;

const MANIFEST: &str = "manual.yaml";

/// An edition of a tag.
#[derive(Debug)]
pub struct Found {
    pub tag: Tag,
    /// What the manual calls it, else what the tag's name says after what all names begin with.
    pub number: String,
    /// The day from which it is in force.
    pub effective: Date,
    pub facts: Facts,
    pub files: Tree,
}

/// A tag that is no edition.
#[derive(Debug)]
pub struct Refused {
    /// Its name; empty where not even that is known.
    pub name: String,
    /// None where it leads to no commit.
    pub tag: Option<Tag>,
    pub why: Why,
}

/// Why a tag is no edition.
#[derive(Debug)]
pub enum Why {
    /// It leads to no manual, or to one that cannot be read.
    Fault(Fault),
    /// Its manifest is nothing to stand on.
    NoManifest,
    /// Its manifest says less than it should, and this of it cannot be read.
    Broken(Box<Misread>),
    /// It says that nobody has approved it.
    Draft,
    /// It does not say from when it is in force.
    Undated,
}

/// What the names of the tags of a manual's editions are like.
pub fn pattern(own: Option<&Facts>) -> String {
    own.and_then(|facts| facts.tags.clone()).unwrap_or_else(|| EDITION_TAGS.to_owned())
}

/// A tag by its exact name, tried with what all names begin with before it first.
///
/// # Errors
/// No tag of that name, or one that leads to no commit.
pub fn named(repository: &Repository, pattern: &str, name: &str) -> Result<Tag, Fault> {
    match repository.tag(&format!("{}{name}", start(pattern))) {
        Err(Fault::NoTag { .. }) => repository.tag(name),
        found => found,
    }
}

/// Every tag of a pattern, by name: an edition or none.
///
/// # Errors
/// References that cannot be listed at all.
pub fn all(repository: &Repository, pattern: &str, code: Option<&str>) -> Result<Vec<Result<Found, Refused>>, Fault> {
    let tags = repository.tags(pattern)?.into_iter();
    Ok(tags.map(|tag| tag.map_err(Refused::of).and_then(|tag| edition(repository, pattern, code, tag))).collect())
}

/// The files of an edition: where the manual lies now, else where the one with its code lay then.
///
/// # Errors
/// A commit without such a manual, or one that cannot be read.
pub fn files(repository: &Repository, tag: &Tag, code: Option<&str>) -> Result<Tree, Fault> {
    let (absent, code) = match (repository.edition(tag), code) {
        (Err(absent @ Fault::NoManual { .. }), Some(code)) => (absent, code),
        (found, _) => return found,
    };
    let is_own = |files: &Tree| crate::head(files).ok().flatten().is_some_and(|f| f.code.as_deref() == Some(code));
    let mut found = repository.manuals(tag)?.into_iter().filter(is_own);
    match (found.next(), found.next()) {
        (Some(files), None) => Ok(files),
        // Of two nobody knows which it was.
        _ => Err(absent),
    }
}

/// The edition of a tag. The code is that of the manual, by which it is found where it lay elsewhere.
pub fn edition(repository: &Repository, pattern: &str, code: Option<&str>, tag: Tag) -> Result<Found, Refused> {
    let refused = |tag: &Tag, why| Refused { name: tag.name.clone(), tag: Some(tag.clone()), why };
    let unread = |error: LoadError| Why::Fault(Fault::Corrupt { tag: tag.name.clone(), detail: error.to_string() });
    let files = files(repository, &tag, code).map_err(|fault| refused(&tag, Why::Fault(fault)))?;
    let facts = match crate::head(&files) {
        Ok(Some(facts)) => facts,
        Ok(None) => return Err(refused(&tag, Why::NoManifest)),
        Err(error) => return Err(refused(&tag, unread(error))),
    };
    let is_draft = facts.is_draft();
    let Some(effective) = facts.effective.filter(|_| !is_draft) else {
        // A manifest that cannot be read says neither; that is what has to be told. One that says that it is a draft says enough.
        let why = match misread(&files) {
            _ if facts.says_draft() => Why::Draft,
            Err(error) => unread(error),
            Ok(broken) if !broken.1.is_empty() => Why::Broken(Box::new(broken)),
            Ok(_) if is_draft => Why::Draft,
            Ok(_) => Why::Undated,
        };
        return Err(refused(&tag, why));
    };
    let number = facts.number.clone().filter(|number| !number.trim().is_empty());
    let number = number.unwrap_or_else(|| rest(&tag.name, pattern));
    Ok(Found { number, effective: effective.start(), facts, files, tag })
}

/// Of several tags with one number, the places of those that are no edition, each with a tag that has its number too: all of them where
/// they lead to different commits, else all but the one that says the number, or the first. What is published decides otherwise where
/// anything is.
pub fn twins(found: &[Found]) -> Vec<(usize, String)> {
    let identity = |found: &Found| number::folder(&found.number).to_lowercase();
    let same = |a: usize, b: usize| a != b && identity(&found[a]) == identity(&found[b]);
    let twin = |at: usize| {
        let group = || (0..found.len()).filter(|other| *other == at || same(at, *other));
        let says = |at: &usize| found[*at].tag.name.ends_with(&found[*at].number);
        let first = group().find(says).or_else(|| group().next()).filter(|_| group().nth(1).is_some())?;
        let is_one = group().all(|other| found[other].tag.commit == found[at].tag.commit);
        let other = if first == at { group().find(|other| *other != at)? } else { first };
        (!is_one || first != at).then(|| (at, found[other].tag.name.clone()))
    };
    (0..found.len()).filter_map(twin).collect()
}

/// What a tag's name says after what all names begin with.
pub fn rest(name: &str, pattern: &str) -> String {
    name.strip_prefix(start(pattern)).filter(|rest| !rest.is_empty()).unwrap_or(name).to_owned()
}

fn start(pattern: &str) -> &str {
    pattern.trim_end_matches('*')
}

impl Refused {
    /// Its number, where it may be an edition in spite of what cannot be read of it.
    pub fn missing(&self, pattern: &str) -> Option<String> {
        let may_be = match &self.why {
            Why::Fault(Fault::Corrupt { .. } | Fault::Shallow { .. } | Fault::Other { .. }) => true,
            Why::NoManifest | Why::Broken(_) => true,
            Why::Fault(_) | Why::Draft | Why::Undated => false,
        };
        may_be.then(|| rest(&self.name, pattern))
    }

    /// What cannot even be followed to a commit.
    fn of(fault: Fault) -> Refused {
        let name = match &fault {
            Fault::NoTag { tag }
            | Fault::NotACommit { tag }
            | Fault::NoManual { tag }
            | Fault::Shallow { tag }
            | Fault::Partial { tag }
            | Fault::NotText { tag }
            | Fault::Corrupt { tag, .. } => tag.clone(),
            Fault::Owner { .. } | Fault::Unborn | Fault::Nowhere { .. } | Fault::Format(_) | Fault::Other { .. } => {
                String::new()
            }
        };
        Refused { name, tag: None, why: Why::Fault(fault) }
    }
}

/// What is wrong with the manifest. The other files are read as well, since it names what they hold.
fn misread(files: &Tree) -> Result<Misread, LoadError> {
    let (sources, mut findings) = crate::misread(files)?;
    findings.retain(|finding| sources.get(finding.span.file).path == MANIFEST);
    Ok((sources, findings))
}
