//! Communication (A10): what is said to the customer, when, by which medium and how.

use super::base::{Base, Status, status};
use super::details::Details;
use crate::lang::details::MESSAGE;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Reader, Slot, Variant};
use crate::span::{Span, Spanned};
use crate::values::Duration;

/// When a message is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    Before,
    During,
    After,
    Outage,
    Always,
}

impl Moment {
    pub const ALL: [(&'static str, Moment); 5] = [
        ("before", Moment::Before),
        ("during", Moment::During),
        ("after", Moment::After),
        ("outage", Moment::Outage),
        ("always", Moment::Always),
    ];
}

#[derive(Debug, Clone)]
pub struct Message {
    /// Where a finding about the message is shown: its first key.
    pub span: Span,
    /// By what its address goes, whatever it says.
    pub id: Option<Spanned<String>>,
    pub name: Option<Text>,
    pub trigger: Option<Text>,
    pub technique: Option<Text>,
    /// Channels by id, or media in the author's words.
    pub medium: Vec<Medium>,
    pub audience: Option<Text>,
    pub content: Option<Text>,
    pub form: Option<Text>,
    /// Words to say aloud.
    pub say: Option<Text>,
    pub avoid_saying: Vec<Text>,
    pub role: Option<Spanned<String>>,
    pub within: Option<Variant<Duration>>,
    /// The promise that the message serves.
    pub commitment: Option<Spanned<String>>,
    pub status: Status,
    pub note: Option<Text>,
    pub details: Details,
}

/// A medium: resolved to a channel where one has this id.
#[derive(Debug, Clone)]
pub struct Medium {
    pub word: String,
    pub text: Text,
}

/// A message outside the services, or one that holds for all of them.
#[derive(Debug, Clone)]
pub struct Communication {
    pub base: Base,
    pub moment: Option<Spanned<Moment>>,
    pub message: Message,
}

impl Message {
    pub fn read(r: &mut Reader<'_, '_, '_>) -> Message {
        let status = r.slot("status").and_then(status).unwrap_or(Status::Active);
        let (id, name, note) = (r.id("id"), r.text("name"), r.text("note"));
        Message { id, name, note, status, ..Message::body(r) }
    }

    /// The keys that a communication has too; it reads id, name, note and status as an entry does.
    fn body(r: &mut Reader<'_, '_, '_>) -> Message {
        Message {
            span: r.head(),
            id: None,
            name: None,
            trigger: r.text("trigger"),
            technique: r.text("technique"),
            medium: r.many("medium", medium),
            audience: r.text("audience"),
            content: r.text("content"),
            form: r.text("form"),
            say: r.text("say"),
            avoid_saying: r.texts("avoid_saying"),
            role: r.reference("role", Kind::Roles),
            within: r.duration("within"),
            commitment: r.reference("commitment", Kind::Commitments),
            status: Status::Active,
            note: None,
            details: Details::read(r, MESSAGE),
        }
    }
}

pub fn medium(slot: Slot<'_, '_, '_>) -> Option<Medium> {
    let text = slot.linked_text()?;
    Some(Medium { word: text.source.to_string(), text })
}

impl Communication {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Communication {
        let base = Base::read(r, at, "name");
        r.require("moment");
        Communication { base, moment: r.choice("moment", &Moment::ALL), message: Message::body(r) }
    }
}
