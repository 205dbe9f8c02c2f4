//! What stands in the output folder from builds before: the editions under their own addresses, each held against its own statement.

use super::manifest::{self, Manifest};
use super::statement::{self, STATEMENT, Statement};
use super::survey::{Previous, previous};
use super::{PublishError, Target};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What an earlier build published.
#[derive(Debug, Default)]
pub struct Archive {
    /// All that it wrote: SHA-256 in hexadecimal by path.
    pub files: BTreeMap<String, String>,
    /// What is gone or has other bytes.
    pub damaged: BTreeSet<String>,
    /// The folders with a statement of their own, by path; the empty path is the output itself.
    pub folders: BTreeMap<String, Archived>,
}

/// A folder of the output with a statement of its own.
#[derive(Debug)]
pub struct Archived {
    /// None where it cannot be read.
    pub statement: Option<Statement>,
    /// Whether every file that the statement names is there, byte for byte.
    pub whole: bool,
}

impl Archive {
    /// The files beneath a folder, by their paths from the output.
    pub fn beneath(&self, folder: &str) -> BTreeMap<String, String> {
        let prefix = format!("{folder}/");
        let inside = self.files.iter().filter(|(path, _)| path.starts_with(&prefix));
        inside.map(|(path, digest)| (path.clone(), digest.clone())).collect()
    }
}

/// Reads the folders of an output that have statements; nothing where nothing of ours stands.
///
/// # Errors
/// An output that we did not write, or that cannot be read.
pub fn archive(target: &Target) -> Result<Archive, PublishError> {
    let Previous::Ours(Manifest { files, .. }) = previous(target)? else { return Ok(Archive::default()) };
    let is_damaged = |(path, digest): &(&String, &String)| {
        let there = target.folder().join(path);
        // A link that leads to the same bytes is not what was published.
        let is_file = fs::symlink_metadata(&there).is_ok_and(|data| data.is_file());
        !is_file || manifest::hash_of(&there).ok().as_ref() != Some(*digest)
    };
    let damaged: BTreeSet<String> = files.par_iter().filter(is_damaged).map(|(path, _)| path.clone()).collect();
    let own = format!("/{STATEMENT}");
    let mut folders = BTreeMap::new();
    for path in files.keys() {
        let folder = match path.strip_suffix(&own) {
            Some(folder) => folder,
            None if path == STATEMENT => "",
            None => continue,
        };
        let bytes = if damaged.contains(path) { None } else { fs::read(target.folder().join(path)).ok() };
        let statement = bytes.and_then(|bytes| statement::parse(&bytes).ok());
        let name = |inner: &String| if folder.is_empty() { inner.clone() } else { format!("{folder}/{inner}") };
        let is_there = |(inner, digest): (&String, &String)| {
            let path = name(inner);
            files.get(&path) == Some(digest) && !damaged.contains(&path)
        };
        let whole = statement.as_ref().is_some_and(|statement| statement.files.iter().all(is_there));
        folders.insert(folder.to_owned(), Archived { statement, whole });
    }
    Ok(Archive { files, damaged, folders })
}
