//! What a message is about, beside what its sentences say.

use crate::check::figures::{self, Figure};
use crate::check::prose::{self, Passage};
use crate::model::commitment::Commitment;
use crate::model::message::Message;
use crate::model::service::Service;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;

/// The commitment that a message serves.
pub(super) fn served<'m>(manual: &'m Resolved<'_>, message: &Message) -> Option<&'m Commitment> {
    let named = message.commitment.as_ref()?;
    manual.model.commitments.get(&named.value).filter(|c| c.base.is_active())
}

/// The message of a service in which a passage stands.
pub(super) fn spoken<'m>(service: &'m Service, passage: &Passage<'_>) -> Option<&'m Message> {
    let communication = service.communication.value()?;
    let moments = [&communication.before, &communication.during, &communication.after];
    moments
        .into_iter()
        .flat_map(|moment| moment.value().into_iter().flatten())
        .find(|message| [&message.say, &message.content].into_iter().flatten().any(|text| text.span == passage.span))
}

/// What a message is about, by its name, what sets it off and what it says.
pub(super) fn context(manual: &Resolved<'_>, passage: &Passage<'_>) -> String {
    let Some(communication) = manual.model.communications.get(passage.id) else { return String::new() };
    let trigger = communication.message.trigger.as_ref().map(|text| text.plain()).unwrap_or_default();
    prose::lower(&format!("{} {} {trigger} {}", communication.base.id, communication.base.title(), passage.source))
}

/// What sets a message off, with its name.
pub(super) fn trigger(manual: &Resolved<'_>, passage: &Passage<'_>) -> String {
    let message = match passage.kind {
        Kind::Services => manual.model.services.get(passage.id).and_then(|service| spoken(service, passage)),
        Kind::Communications => manual.model.communications.get(passage.id).map(|communication| &communication.message),
        _ => None,
    };
    let texts = message.into_iter().flat_map(|message| [&message.name, &message.trigger]);
    let texts: Vec<String> = texts.filter_map(|text| text.as_ref().map(|text| text.plain())).collect();
    prose::lower(&texts.join(" "))
}

/// The time in which a message is given, which its text may say.
pub(super) fn message_time(manual: &Resolved<'_>, passage: &Passage<'_>) -> Vec<Figure> {
    if !matches!(passage.kind, Kind::Services | Kind::Communications) || passage.path.is_empty() {
        return Vec::new();
    }
    let beside = passage.path.rsplit_once('.').map_or("within".to_owned(), |(parent, _)| format!("{parent}.within"));
    let own = figures::with_paths(manual, passage.kind, passage.id, &["within"]).into_iter();
    own.filter(|(path, _)| *path == beside).map(|(_, figure)| figure).collect()
}
