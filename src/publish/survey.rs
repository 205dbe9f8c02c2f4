//! What stands in the output folder: the edition before, what was changed in it by hand, and what is not ours.

use super::manifest::{self, MARKER, Manifest};
use super::{PublishError, Target, at};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The output folder before publishing.
#[derive(Debug)]
pub enum Previous {
    Absent,
    Empty,
    Ours(Manifest),
}

/// Something in the output folder that we did not write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// Relative to the folder.
    pub path: PathBuf,
    pub kind: ForeignKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForeignKind {
    File,
    Folder,
    Link,
}

#[derive(Debug, Default)]
pub struct Survey {
    pub exists: bool,
    /// Generated files whose content changed, relative to the folder.
    pub edited: Vec<String>,
    /// Folders before what they hold.
    pub foreign: Vec<Foreign>,
    /// What we wrote there: SHA-256 in hexadecimal by path.
    pub ours: BTreeMap<String, String>,
}

/// What the target is now; refuses a folder that holds something and is not ours.
pub fn previous(target: &Target) -> Result<Previous, PublishError> {
    let folder = target.folder();
    let mut entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Previous::Absent),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(PublishError::NotAFolder(folder.to_owned()));
        }
        Err(error) => return Err(PublishError::Io(folder.to_owned(), error)),
    };
    let Some(first) = entries.next() else {
        return Ok(Previous::Empty);
    };
    let marker = folder.join(MARKER);
    // A marker that is a link was not made by us.
    if fs::symlink_metadata(&marker).is_ok_and(|m| m.is_file())
        && let Some(manifest) = Manifest::parse(&at(&marker, fs::read(&marker))?)
    {
        return Ok(Previous::Ours(manifest));
    }
    Err(PublishError::NotOurs(folder.to_owned(), at(folder, first)?.file_name().into()))
}

pub fn of(target: &Target) -> Result<Survey, PublishError> {
    let manifest = match previous(target)? {
        Previous::Absent => return Ok(Survey { exists: false, ..Survey::default() }),
        Previous::Empty => return Ok(Survey { exists: true, ..Survey::default() }),
        Previous::Ours(manifest) => manifest,
    };
    let ours: BTreeSet<&Path> = manifest.files.keys().flat_map(|p| Path::new(p).ancestors().skip(1)).collect();
    let mut edited = Vec::new();
    let mut foreign = Vec::new();
    let mut written = Vec::new();
    let folder = target.folder();
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|e| {
            let path = e.path().unwrap_or(folder).to_owned();
            PublishError::Io(path, e.into())
        })?;
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let kind = entry.file_type();
        let expected = path.to_str().and_then(|p| manifest.files.get_key_value(p));
        match expected {
            Some((name, hash)) if kind.is_file() => written.push((name, hash, entry.into_path())),
            Some((name, _)) => edited.push(name.clone()),
            None if path == Path::new(MARKER) || kind.is_dir() && ours.contains(path) => {}
            None => {
                let kind = match kind {
                    k if k.is_dir() => ForeignKind::Folder,
                    k if k.is_symlink() => ForeignKind::Link,
                    k if k.is_file() => ForeignKind::File,
                    _ => return Err(PublishError::Occupied(entry.path().to_owned())),
                };
                foreign.push(Foreign { path: path.to_owned(), kind });
            }
        }
    }
    let changed = |(name, hash, path): &(&String, &String, PathBuf)| match at(path, manifest::hash_of(path)) {
        Ok(found) if found == **hash => None,
        Ok(_) => Some(Ok((*name).clone())),
        Err(error) => Some(Err(error)),
    };
    edited.extend(written.par_iter().filter_map(changed).collect::<Result<Vec<_>, _>>()?);
    edited.sort();
    Ok(Survey { exists: true, edited, foreign, ours: manifest.files })
}
