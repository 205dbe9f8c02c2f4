//! What could not be read, so that nobody is told of its consequences.
//!
//! A file that cannot be read leaves hundreds of references without their entries. All of them mend themselves with that file.

use super::kind::Kind;
use std::collections::BTreeSet;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unread {
    /// Kinds of which some entries are unknown.
    kinds: BTreeSet<Kind>,
    entries: BTreeSet<(Kind, String)>,
    /// The manifest could not be read.
    pub manifest: bool,
}

impl Unread {
    pub fn is_empty(&self) -> bool {
        self == &Unread::default()
    }

    /// A register that was not read, or not to its end.
    pub fn add_kind(&mut self, kind: Kind) {
        self.kinds.insert(kind);
    }

    /// An entry that was not read. Services and complaint procedures hold commitments and indicators of their own.
    pub fn add_entry(&mut self, kind: Kind, id: &str) {
        self.entries.insert((kind, id.to_owned()));
        if matches!(kind, Kind::Services | Kind::Complaints) {
            self.kinds.extend([Kind::Commitments, Kind::Indicators]);
        }
    }

    /// Whether an entry that is missing may stand in what was not read. Without a kind, in any.
    pub fn may_hold(&self, kind: Option<Kind>, id: &str) -> bool {
        match kind {
            Some(kind) => self.kinds.contains(&kind) || self.entries.contains(&(kind, id.to_owned())),
            None => !self.kinds.is_empty() || self.entries.iter().any(|(_, entry)| entry == id),
        }
    }
}
