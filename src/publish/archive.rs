//! What stands in the output folder from builds before: the editions under their own addresses, each held against its own statement.

use super::manifest::Manifest;
use super::statement::{Broken, STATEMENT};
use super::survey::{Previous, previous};
use super::verify::{Verified, verify};
use super::{PublishError, Target};
use std::collections::BTreeMap;

/// What an earlier build published.
#[derive(Debug, Default)]
pub struct Archive {
    /// All that it wrote: SHA-256 in hexadecimal by path.
    pub files: BTreeMap<String, String>,
    /// The folders with a statement of their own, by path.
    pub folders: Vec<Archived>,
}

/// A folder of the output with a statement of its own.
#[derive(Debug)]
pub struct Archived {
    /// Relative to the output, with `/`, without one at the end.
    pub folder: String,
    pub verdict: Result<Verified, Broken>,
}

impl Archived {
    /// What the folder says it is, if it still is that.
    pub fn whole(&self) -> Option<&Verified> {
        self.verdict.as_ref().ok().filter(|verified| verified.problems.is_empty())
    }
}

impl Archive {
    pub fn folder(&self, folder: &str) -> Option<&Archived> {
        self.folders.iter().find(|archived| archived.folder == folder)
    }

    /// The files beneath a folder, by their paths from the output.
    pub fn beneath(&self, folder: &str) -> BTreeMap<String, String> {
        let prefix = format!("{folder}/");
        let inside = self.files.iter().filter(|(path, _)| path.starts_with(&prefix));
        inside.map(|(path, digest)| (path.clone(), digest.clone())).collect()
    }
}

/// Reads the folders of an output that have statements of their own; nothing where nothing of ours stands.
///
/// # Errors
/// What the system does not let us read, and an output that we did not write.
pub fn archive(target: &Target) -> Result<Archive, PublishError> {
    let Previous::Ours(Manifest { files, .. }) = previous(target)? else { return Ok(Archive::default()) };
    let own = format!("/{STATEMENT}");
    let named: Vec<String> = files.keys().filter_map(|path| path.strip_suffix(&own)).map(str::to_owned).collect();
    let mut folders = Vec::new();
    for folder in named {
        let path = target.folder().join(&folder);
        let verdict = match verify(&path, None) {
            Ok(verdict) => verdict,
            // Somebody took the folder away, or put something else in its place.
            Err(PublishError::NotAFolder(_)) => Err(Broken::NotAFile),
            Err(PublishError::Io(_, error)) if error.kind() == std::io::ErrorKind::NotFound => Err(Broken::Absent),
            Err(error) => return Err(error),
        };
        folders.push(Archived { folder, verdict });
    }
    Ok(Archive { files, folders })
}
