//! The editions of a manual, and since which of them each entry reads as it does, as data of `manual.json`.

use serde::Serialize;

/// The anchor of the chapter that says what an edition changes. Its first block is a line that says it all.
pub const CHANGES: &str = "changes";

#[derive(Debug, Clone, Serialize)]
pub struct History {
    /// From the oldest; the last is the one that was composed.
    pub editions: Vec<PastEdition>,
    pub since: Vec<SinceEdition>,
}

#[derive(Debug, Clone, Serialize)]
pub struct PastEdition {
    pub edition: Option<String>,
    /// ISO 8601, as the other days.
    pub effective: Option<String>,
    pub approved: Option<String>,
    /// The tag of the repository and the commit it leads to; none for a working copy.
    pub tag: Option<String>,
    pub commit: Option<String>,
    /// Whether the tag carries a signature.
    pub signed: bool,
    /// Another edition, which is not known, may have been in force right before it.
    #[serde(skip_serializing_if = "is_not")]
    pub after_gap: bool,
    /// What it changed, in a line.
    pub changes: String,
}

/// Since which edition an entry reads as it does.
#[derive(Debug, Clone, Serialize)]
pub struct SinceEdition {
    /// `services/prestamo`.
    pub entry: String,
    /// The edition of its last change of substance.
    pub edition: Option<String>,
    pub effective: Option<String>,
    /// It may have been an edition before that one, which is not known.
    #[serde(skip_serializing_if = "is_not")]
    pub or_earlier: bool,
    /// The later edition that changed its wording alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reworded: Option<String>,
    #[serde(skip_serializing_if = "is_not")]
    pub reworded_or_earlier: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_not(value: &bool) -> bool {
    !value
}
