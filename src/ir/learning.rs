//! What orientation is made of: things to be done, questions with their answers, the acknowledgement.

use super::{Fact, Inline};
use serde::Serialize;

/// The id of the chapter with the paths of the roles.
pub const ORIENTATION: &str = "orientation";

/// A thing to read or to do, with a box.
#[derive(Debug, Clone, Serialize)]
pub struct Task {
    /// What a page keeps a tick under: the same in every build and edition, unique in its path.
    #[serde(rename = "key")]
    pub id: String,
    pub content: Vec<Inline>,
    /// How long it takes, what is done with it.
    pub detail: Vec<Inline>,
    /// How long it takes, where that is known.
    pub minutes: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Question {
    /// Unique in its quiz, and the same in every build.
    #[serde(rename = "key")]
    pub id: String,
    pub ask: Vec<Inline>,
    /// What it is asked of: the promise, the case; may be empty.
    pub about: Vec<Inline>,
    pub options: Vec<Choice>,
    pub why: Vec<Inline>,
    /// Where the manual gives the answer.
    pub place: Vec<Inline>,
}

impl Question {
    /// Several options are right, so that boxes are ticked instead of one choice made.
    pub fn is_multiple(&self) -> bool {
        self.options.iter().filter(|option| option.right).count() > 1
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    pub content: Vec<Inline>,
    pub right: bool,
}

/// The sheet by which somebody declares to have read what binds a role.
#[derive(Debug, Clone, Serialize)]
pub struct Acknowledgement {
    pub facts: Vec<Fact>,
    pub declaration: Vec<Inline>,
    /// What it proves, and what not.
    pub proof: Vec<Inline>,
    pub record: Record,
}

/// What the saved file says beside name and date. `cartilla acknowledgements` compares it with the manual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Record {
    /// The manual's code; else it is known by its title.
    pub code: Option<String>,
    pub title: String,
    pub edition: Option<String>,
    /// Id of the role, and its name.
    pub role: String,
    pub role_name: String,
    /// How many obligations were read, and the SHA-256 of their canonical text, in hexadecimal.
    pub obligations: usize,
    pub digest: String,
    /// Digests of earlier editions that said the same under other ids: who acknowledged one of them has read this. No part of the saved
    /// file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<String>,
    /// Ids that the role had in earlier editions. No part of the saved file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<String>,
    /// How many people have the role, where the manual says it. No part of the saved file.
    pub people: Option<u32>,
}
