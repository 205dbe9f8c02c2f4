//! What things are called, for those who look for them: the kind of every named place, and its other names.

use serde::Serialize;

use crate::lang::SearchWords;

/// A named place of the manual. What a place is officially called stands at the place itself.
#[derive(Debug, Clone, Serialize)]
pub struct Name {
    /// Where it is: an anchor of the manual.
    pub anchor: String,
    pub kind: NameKind,
    /// Other names that may be used: short names, synonyms, what customers say.
    pub synonyms: Vec<String>,
    /// Names that must not be used.
    pub avoid: Vec<Avoided>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Avoided {
    pub term: String,
    pub why: Option<String>,
}

/// The kinds under which what was found is shown, in this order where nothing else decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NameKind {
    Service,
    Commitment,
    Message,
    Moment,
    Person,
    Term,
    Standard,
    Channel,
    Complaint,
    Indicator,
    Customer,
    Means,
    Risk,
    Training,
    Law,
    /// Every place that is none of the others.
    Chapter,
}

impl NameKind {
    pub const ALL: [NameKind; 16] = [
        NameKind::Service,
        NameKind::Commitment,
        NameKind::Message,
        NameKind::Moment,
        NameKind::Person,
        NameKind::Term,
        NameKind::Standard,
        NameKind::Channel,
        NameKind::Complaint,
        NameKind::Indicator,
        NameKind::Customer,
        NameKind::Means,
        NameKind::Risk,
        NameKind::Training,
        NameKind::Law,
        NameKind::Chapter,
    ];

    /// What the kind is called above the results.
    pub fn label(self, words: &SearchWords) -> &'static str {
        match self {
            NameKind::Service => words.services,
            NameKind::Commitment => words.commitments,
            NameKind::Message => words.messages,
            NameKind::Moment => words.moments,
            NameKind::Person => words.people,
            NameKind::Term => words.terms,
            NameKind::Standard => words.standards,
            NameKind::Channel => words.channels,
            NameKind::Complaint => words.complaints,
            NameKind::Indicator => words.indicators,
            NameKind::Customer => words.customers,
            NameKind::Means => words.means,
            NameKind::Risk => words.risks,
            NameKind::Training => words.training,
            NameKind::Law => words.laws,
            NameKind::Chapter => words.chapters,
        }
    }
}
