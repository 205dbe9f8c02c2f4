//! Whether a published folder still is the edition that its statement describes. Reads only that folder, and follows no link in it.
//!
//! Every file of the folder must be named and every named file must be there, byte for byte. The marker is no part of the edition:
//! some hosts drop names that begin with a dot, so it may be missing, but if it is there it must say the same.

use super::manifest::{self, MARKER, Manifest};
use super::statement::{self, Broken, LARGEST, STATEMENT, Statement};
use super::{PublishError, at};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A folder with a statement that could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub statement: Statement,
    /// SHA-256 of the statement itself: who has it by another way knows that the statement is the one.
    pub digest: String,
    /// By path.
    pub problems: Vec<Problem>,
    /// Whether the marker is there.
    pub marked: bool,
}

/// Something that is not as the statement says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Relative to the folder, with `/`. Of a name that is not UTF-8, a legible stand-in.
    pub path: String,
    pub kind: ProblemKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// Its bytes are others.
    Changed,
    Missing,
    /// The statement does not name it.
    Added,
    /// A link or a device stands where a file should.
    NotAFile,
    /// The marker does not say what the statement says.
    Marker,
    /// The statement is not the one that the caller knows by its digest.
    OtherDigest,
}

/// Holds a folder against its statement, and the statement against the SHA-256 that the caller has of it, if any.
///
/// # Errors
/// What the system does not let us read. All else is in the answer.
pub fn verify(folder: &Path, known: Option<&str>) -> Result<Result<Verified, Broken>, PublishError> {
    if !at(folder, fs::metadata(folder))?.is_dir() {
        return Err(PublishError::NotAFolder(folder.to_owned()));
    }
    let bytes = match read(folder)? {
        Ok(bytes) => bytes,
        Err(broken) => return Ok(Err(broken)),
    };
    let statement = match statement::parse(&bytes) {
        Ok(statement) => statement,
        Err(broken) => return Ok(Err(broken)),
    };
    let digest = manifest::hash(&bytes);
    let mut expected = Manifest::new(statement.files.clone());
    expected.files.insert(STATEMENT.to_owned(), digest.clone());

    let mut problems = Vec::new();
    let mut problem = |path: String, kind: ProblemKind| problems.push(Problem { path, kind });
    if known.is_some_and(|known| !known.trim().eq_ignore_ascii_case(&digest)) {
        problem(STATEMENT.to_owned(), ProblemKind::OtherDigest);
    }
    let mut named: Vec<(&str, &str, PathBuf)> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut marked = false;
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            PublishError::Io(path, error.into())
        })?;
        let is_file = entry.file_type().is_file();
        if entry.file_type().is_dir() {
            continue;
        }
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let legible = path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        // A stand-in for a name that is not UTF-8 must not pass for a name that the statement has.
        let exact = path.to_str().map(|_| legible.as_str());
        if exact == Some(STATEMENT) {
            continue;
        }
        if exact == Some(MARKER) {
            marked = true;
            if !is_file || !is_marker(entry.path(), &expected)? {
                problem(legible, ProblemKind::Marker);
            }
            continue;
        }
        match exact.and_then(|name| statement.files.get_key_value(name)) {
            None => problem(legible, ProblemKind::Added),
            Some((name, _)) if !is_file => {
                seen.insert(name.as_str());
                problem(legible, ProblemKind::NotAFile);
            }
            Some((name, digest)) => {
                seen.insert(name.as_str());
                named.push((name, digest, entry.into_path()));
            }
        }
    }
    for name in statement.files.keys().filter(|name| !seen.contains(name.as_str())) {
        problem(name.clone(), ProblemKind::Missing);
    }
    let changed = |(name, digest, path): &(&str, &str, PathBuf)| match at(path, manifest::hash_of(path)) {
        Ok(found) if found == **digest => None,
        Ok(_) => Some(Ok(Problem { path: (*name).to_owned(), kind: ProblemKind::Changed })),
        Err(error) => Some(Err(error)),
    };
    problems.extend(named.par_iter().filter_map(changed).collect::<Result<Vec<_>, _>>()?);
    problems.sort();
    Ok(Ok(Verified { statement, digest, problems, marked }))
}

/// The bytes of the statement, if they can be one.
fn read(folder: &Path) -> Result<Result<Vec<u8>, Broken>, PublishError> {
    let path = folder.join(STATEMENT);
    match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Err(Broken::Absent)),
        Err(error) => return Err(PublishError::Io(path, error)),
        Ok(data) if !data.is_file() => return Ok(Err(Broken::NotAFile)),
        Ok(data) if data.len() > LARGEST => return Ok(Err(Broken::TooLarge)),
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    // It may grow while it is read.
    at(&path, File::open(&path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes)))?;
    Ok(Ok(bytes))
}

/// Whether a marker is the one that belongs to the statement, byte for byte.
fn is_marker(path: &Path, expected: &Manifest) -> Result<bool, PublishError> {
    let expected = expected.to_bytes();
    let length = at(path, fs::metadata(path))?.len();
    Ok(length == expected.len() as u64 && at(path, fs::read(path))? == expected)
}
