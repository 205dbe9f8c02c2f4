//! Artifacts → a folder, whole or not at all.
//!
//! The new edition is written beside the output folder, forced to the disk, and exchanged with it in one step; so a reader, a
//! crash or a full disk meets the old edition or the new one, never a mixture. Files of other people in the output folder move
//! along. A folder that we did not write is refused, and so is one where a generated file was changed by hand.
#![allow(clippy::disallowed_methods)]

mod archive;
mod leftovers;
mod lock;
mod manifest;
mod publication;
mod replace;
mod stage;
mod statement;
mod survey;
mod swap;
mod target;
mod verify;

pub use archive::{Archive, Archived, archive};
pub use manifest::MARKER;
pub use publication::Publication;
pub use replace::{ReplaceError, replace};
pub use statement::{Broken, Edition, Program, STATEMENT, Source, Statement, Tagged, Title, of as statement};
pub use target::{Surroundings, Target};
pub use verify::{Problem, ProblemKind, Verified, verify};

use crate::render::Artifact;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What happens to generated files that somebody changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// They are named and nothing is published.
    Keep,
    Replace,
}

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Absolute, without links.
    pub folder: PathBuf,
    pub files: usize,
    /// The sum of their sizes.
    pub bytes: u64,
    /// Files of others that were in the folder and still are, relative to it.
    pub kept: Vec<PathBuf>,
    /// SHA-256 of the statement, where one was asked for.
    pub proof: Option<String>,
}

/// Why nothing was published.
#[derive(Debug)]
pub enum PublishError {
    /// The output would be the root of the disk.
    Root,
    /// The output is the home folder or holds it.
    Home(PathBuf),
    /// The output is the manual or holds it.
    Manual(PathBuf),
    /// The output is the current folder or holds it.
    Current(PathBuf),
    NotAFolder(PathBuf),
    /// The folder holds something, named second, and was not written by us.
    NotOurs(PathBuf, PathBuf),
    /// Generated files that were changed by hand, relative to the folder.
    Edited(PathBuf, Vec<String>),
    /// A file of others stands where a generated one must go.
    Occupied(PathBuf),
    /// A renderer made a path that would leave the folder or meet another.
    BadPath(String),
    /// Another build kept the folder for too long.
    Locked(PathBuf),
    /// The new edition is published, but the former one could not be removed from this place; the next build will.
    Remains(PathBuf, io::Error),
    Io(PathBuf, io::Error),
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PublishError::Root => write!(f, "the output cannot be the root folder"),
            PublishError::Home(path) => write!(f, "{}: the output holds the home folder", path.display()),
            PublishError::Manual(path) => write!(f, "{}: the output holds the manual", path.display()),
            PublishError::Current(path) => write!(f, "{}: the output holds the current folder", path.display()),
            PublishError::NotAFolder(path) => write!(f, "{}: not a folder", path.display()),
            PublishError::NotOurs(path, file) => {
                write!(f, "{}: not written by cartilla, holds {}", path.display(), file.display())
            }
            PublishError::Edited(path, files) => {
                write!(f, "{}: changed by hand: {}", path.display(), files.join(", "))
            }
            PublishError::Occupied(path) => write!(f, "{}: occupied by another file", path.display()),
            PublishError::BadPath(path) => write!(f, "{path}: not a path that can be published"),
            PublishError::Locked(path) => write!(f, "{}: in use by another build", path.display()),
            PublishError::Remains(path, error) => {
                write!(f, "published, but the former edition remains in {}: {error}", path.display())
            }
            PublishError::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for PublishError {}

/// Names the path of a failure.
fn at<T>(path: &Path, result: io::Result<T>) -> Result<T, PublishError> {
    result.map_err(|error| PublishError::Io(path.to_owned(), error))
}

/// Publishes artifacts as the whole content of the target, with a statement of the edition that they are. Calls `waiting` once if
/// another build must end first.
pub fn publish(
    artifacts: &[Artifact],
    edition: Option<&Edition>,
    target: &Target,
    edited: Edited,
    waiting: &mut dyn FnMut(),
) -> Result<Published, PublishError> {
    let mut manifest = manifest::of(artifacts)?;
    let statement = edition.map(|edition| statement::add(&mut manifest, edition)).transpose()?;
    let all: Vec<&Artifact> = artifacts.iter().chain(&statement).collect();
    let parents = target::Parents::create(target)?;
    let lock = lock::hold(target, waiting)?;
    leftovers::clear(target)?;
    let found = survey::of(target)?;
    if edited == Edited::Keep && !found.edited.is_empty() {
        return Err(PublishError::Edited(target.folder().to_owned(), found.edited));
    }
    let stage = stage::write(&all, &manifest, target, &found)?;
    swap::exchange(stage, target, &found)?;
    drop(lock);
    parents.keep();
    Ok(Published {
        folder: target.folder().to_owned(),
        files: all.len(),
        bytes: all.iter().map(|a| a.bytes.len() as u64).sum(),
        kept: found.foreign.into_iter().filter(|f| f.kind != survey::ForeignKind::Folder).map(|f| f.path).collect(),
        proof: statement.and_then(|statement| manifest.files.remove(&statement.path)),
    })
}

#[cfg(test)]
mod proof_tests;
#[cfg(test)]
mod tests;
