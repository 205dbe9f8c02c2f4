//! The marker of a published folder: which files we wrote there, with their SHA-256.

use super::PublishError;
use crate::render::Artifact;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

/// The marker's name in the published folder.
pub const MARKER: &str = ".cartilla";

const SCHEMA: &str = "cartilla/output/1";

/// The content of the marker. It holds no date, so that equal editions are equal folders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    schema: String,
    /// SHA-256 in hexadecimal by path.
    pub files: BTreeMap<String, String>,
}

impl Manifest {
    pub fn new(files: BTreeMap<String, String>) -> Manifest {
        Manifest { schema: SCHEMA.to_owned(), files }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("a map of strings serializes");
        bytes.push(b'\n');
        bytes
    }

    /// Reads a marker; nothing if it is not one of ours.
    pub fn parse(bytes: &[u8]) -> Option<Manifest> {
        serde_json::from_slice(bytes).ok().filter(|m: &Manifest| m.schema == SCHEMA)
    }
}

pub fn hash(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// The digest of a file, which is read in pieces.
pub fn hash_of(path: &Path) -> io::Result<String> {
    let mut digest = Sha256::new();
    io::copy(&mut fs::File::open(path)?, &mut digest)?;
    Ok(hexadecimal(&digest.finalize()))
}

fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The manifest of artifacts, once each of their paths has proved to be safe, and different from the others on any disk.
pub fn of(artifacts: &[Artifact]) -> Result<Manifest, PublishError> {
    refuse_collisions(artifacts.iter().map(|artifact| &artifact.path)).map_err(PublishError::BadPath)?;
    Ok(Manifest::new(artifacts.iter().map(|artifact| (artifact.path.clone(), hash(&artifact.bytes))).collect()))
}

/// The first path, in an error, that would leave the folder, or meet another one on some disk.
pub fn refuse_collisions<'p>(paths: impl Iterator<Item = &'p String>) -> Result<(), String> {
    let mut folded = BTreeSet::new();
    let mut folders = BTreeSet::new();
    for path in paths {
        // Disks that ignore case would write one over the other.
        let low = path.to_lowercase();
        folders.extend(low.match_indices('/').map(|(i, _)| low[..i].to_owned()));
        if !is_portable(path) || !folded.insert(low) {
            return Err(path.clone());
        }
    }
    match folders.intersection(&folded).next() {
        Some(both) => Err(both.clone()),
        None => Ok(()),
    }
}

/// Whether a path stays beneath its folder on every system.
fn is_portable(path: &str) -> bool {
    let part_ok = |part: &str| {
        !matches!(part, "" | "." | "..")
            && !part.contains(|c: char| c.is_control() || "\\:*?\"<>|".contains(c))
            && !part.ends_with(['.', ' '])
    };
    path.split('/').all(part_ok) && !path.eq_ignore_ascii_case(MARKER)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn artifacts(paths: &[&str]) -> Vec<Artifact> {
        paths.iter().map(|p| Artifact { path: (*p).to_owned(), bytes: p.as_bytes().to_vec() }).collect()
    }

    #[test]
    fn a_marker_is_read_back_and_others_are_not_ours() {
        let manifest = of(&artifacts(&["index.html", "a/b.html"])).expect("good paths");
        assert_eq!(Manifest::parse(&manifest.to_bytes()), Some(manifest.clone()));
        assert_eq!(manifest.files["index.html"], hash(b"index.html"));
        for other in [&b""[..], b"{}", b"{\"schema\":\"other\",\"files\":{}}"] {
            assert_eq!(Manifest::parse(other), None);
        }
    }

    #[test]
    fn paths_that_could_leave_the_folder_or_collide_are_refused() {
        let cases: [&[&str]; 12] = [
            &["../a"],
            &["/a"],
            &["a//b"],
            &["a/./b"],
            &["a\\b"],
            &["C:a"],
            &["a\0"],
            &[""],
            &[".cartilla"],
            &["a", "a"],
            &["A.html", "a.html"],
            &["a", "a/b"],
        ];
        for case in cases {
            assert!(matches!(of(&artifacts(case)), Err(PublishError::BadPath(_))), "{case:?}");
        }
        assert!(of(&artifacts(&["a/ñandú.html", "a.html", ".nojekyll"])).is_ok());
    }
}
