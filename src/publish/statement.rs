//! The proof of an edition: an in-toto statement with the digest of each of its files.
//!
//! It names every file of the edition but itself; the marker names the statement as well, from the same digests. Readers of in-toto
//! statements read it as it is. It is not signed: whoever signs it, or hands its own digest over by another way, makes it worth
//! what that way is worth.

use super::PublishError;
use super::manifest::{self, Manifest};
use crate::render::Artifact;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The statement's name in the published folder.
pub const STATEMENT: &str = "attestation.json";

/// A larger file is not read as a statement: a hundred thousand files take a quarter of it.
pub(super) const LARGEST: u64 = 64 * 1024 * 1024;

const TYPE: &str = "https://in-toto.io/Statement/v1";
/// What the predicate says is in [`Edition`]; a change that older readers would misread takes the next number.
const PREDICATE: &str = "tag:cartilla,2026:edition/1";

/// What is said of the edition beside its files. It holds no date of the build, so that equal editions have equal statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    pub manual: Title,
    pub edition: Option<String>,
    /// BCP 47 language of the manual, in which what is checked of it is told.
    pub lang: String,
    /// As the manual prints it.
    pub status: String,
    /// Whether staff must not work by it.
    pub draft: bool,
    /// ISO 8601 date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<String>,
    /// ISO 8601 date.
    pub effective: Option<String>,
    /// The languages that the folder has, the first at its top; left out where they are not told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The digest of the content that the page of document control shows.
    pub content: String,
    pub program: Program,
    /// None where the manual is in no commit.
    pub source: Option<Source>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    pub code: Option<String>,
    pub title: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    pub name: String,
    pub version: String,
}

/// Where the manual's files come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// As 40 or 64 hexadecimal digits.
    pub commit: String,
    /// Whether the files that were built differ from those of the commit.
    pub changed: bool,
    /// The tag that names the edition, without `refs/tags/`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<Tagged>,
}

/// The tag of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tagged {
    pub name: String,
    /// Whether it carries a signature; whose, only git can tell.
    pub signed: bool,
    /// Seconds since 1970.
    pub time: i64,
}

/// A statement that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub edition: Edition,
    /// SHA-256 in hexadecimal by path.
    pub files: BTreeMap<String, String>,
}

/// Why a file is no statement of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    Absent,
    /// A link, a folder or a device.
    NotAFile,
    TooLarge,
    /// Not JSON, or not with the keys of a statement, from this place on.
    Form {
        line: usize,
        column: usize,
    },
    /// A statement, but of something else.
    Foreign(String),
    /// A name that no file of an edition has, such as one that leads out of the folder.
    Name(String),
    Twice(String),
    /// No SHA-256 in hexadecimal digits.
    Digest(String),
    /// No file at all.
    Empty,
}

#[derive(Serialize, Deserialize)]
struct Head {
    #[serde(rename = "_type")]
    kind: String,
    #[serde(rename = "predicateType")]
    predicate_type: String,
}

#[derive(Serialize, Deserialize)]
struct Whole {
    #[serde(rename = "_type")]
    kind: String,
    subject: Vec<Subject>,
    #[serde(rename = "predicateType")]
    predicate_type: String,
    predicate: Edition,
}

#[derive(Serialize, Deserialize)]
struct Subject {
    name: String,
    digest: Digests,
}

#[derive(Serialize, Deserialize)]
struct Digests {
    sha256: String,
}

/// The statement of the files that a manifest names, which then names the statement too.
pub(super) fn add(manifest: &mut Manifest, edition: &Edition) -> Result<Artifact, PublishError> {
    if let Some(taken) = manifest.files.keys().find(|path| is_own(path)) {
        return Err(PublishError::BadPath(taken.clone()));
    }
    let subject =
        |(name, digest): (&String, &String)| Subject { name: name.clone(), digest: Digests { sha256: digest.clone() } };
    let whole = Whole {
        kind: TYPE.to_owned(),
        subject: manifest.files.iter().map(subject).collect(),
        predicate_type: PREDICATE.to_owned(),
        predicate: edition.clone(),
    };
    let mut bytes = serde_json::to_vec_pretty(&whole).expect("strings and flags serialize");
    bytes.push(b'\n');
    manifest.files.insert(STATEMENT.to_owned(), manifest::hash(&bytes));
    Ok(Artifact { path: STATEMENT.to_owned(), bytes })
}

/// The statement of files that stand in a folder of their own, to be put beside them.
///
/// # Errors
/// A path that leaves the folder, meets another, or is the statement's own.
pub fn of(artifacts: &[Artifact], edition: &Edition) -> Result<Artifact, PublishError> {
    add(&mut manifest::of(artifacts)?, edition)
}

/// Whether a path is the statement's own place, or beneath it, on any disk.
fn is_own(path: &str) -> bool {
    path.split('/').next().is_some_and(|first| first.eq_ignore_ascii_case(STATEMENT))
}

/// Reads a statement. What it names are paths that stay beneath their folder, each once.
///
/// # Errors
/// What keeps it from being the statement of an edition.
pub(super) fn parse(bytes: &[u8]) -> Result<Statement, Broken> {
    let form = |error: serde_json::Error| Broken::Form { line: error.line(), column: error.column() };
    let head: Head = serde_json::from_slice(bytes).map_err(form)?;
    if let Some(other) = [(head.kind, TYPE), (head.predicate_type, PREDICATE)].into_iter().find(|(is, ours)| is != ours)
    {
        return Err(Broken::Foreign(other.0));
    }
    let whole: Whole = serde_json::from_slice(bytes).map_err(form)?;
    if whole.subject.is_empty() {
        return Err(Broken::Empty);
    }
    let mut files = BTreeMap::new();
    for Subject { name, digest } in whole.subject {
        if is_own(&name) {
            return Err(Broken::Name(name));
        }
        let hexadecimal = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
        if digest.sha256.len() != 64 || !digest.sha256.bytes().all(hexadecimal) {
            return Err(Broken::Digest(name));
        }
        if files.insert(name.clone(), digest.sha256).is_some() {
            return Err(Broken::Twice(name));
        }
    }
    manifest::refuse_collisions(files.keys()).map_err(Broken::Name)?;
    Ok(Statement { edition: whole.predicate, files })
}
