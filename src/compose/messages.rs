//! Communication before, during and after (A10), and the manual's general messages.

use super::address;
use super::front::group;
use super::writer::{Writer, facts, heading_at, join};
use crate::ir::{Block, GroupRole, Inline, plain};
use crate::model::base::Status;
use crate::model::message::{Message, Moment};
use crate::model::service::{Communications, Service};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::Given;

pub fn moment_word(x: &Writer<'_>, moment: Moment) -> &'static str {
    match moment {
        Moment::Before => x.w.before,
        Moment::During => x.w.during,
        Moment::After => x.w.after,
        Moment::Outage => x.w.outage,
        Moment::Always => x.w.always,
    }
}

/// The three moments of a service, each with its messages.
pub fn moments(x: &Writer<'_>, communication: &Communications, service: &Service) -> Vec<Block> {
    let mut blocks = Vec::new();
    let parts = [
        (Moment::Before, &communication.before),
        (Moment::During, &communication.during),
        (Moment::After, &communication.after),
    ];
    for (moment, given) in parts {
        let anchor = format!("service-{}-{}", service.base.id, address::when(moment));
        match given {
            Given::Missing => {}
            Given::None { reason, .. } => {
                blocks.push(heading_at(3, &anchor, moment_word(x, moment)));
                let mut content = plain(format!("{} ", x.w.does_not_apply));
                content.extend(x.text(reason));
                blocks.push(Block::Paragraph { content });
            }
            Given::Some { value, .. } => {
                blocks.push(heading_at(3, &anchor, moment_word(x, moment)));
                for (message, anchor) in value.iter().zip(address::messages(x.manual, service, moment)) {
                    blocks.push(message_group(x, message, &anchor));
                }
            }
        }
    }
    blocks
}

fn message_group(x: &Writer<'_>, message: &Message, anchor: &str) -> Block {
    let title = message.name.as_ref().or(message.trigger.as_ref());
    Block::Group {
        role: GroupRole::Message,
        id: Some(anchor.to_owned()),
        code: None,
        title: title.map_or_else(|| plain(x.w.message), |t| x.title(t)),
        // The title already says the trigger, unless the message has a name of its own.
        blocks: message_blocks(x, message, message.name.is_some()),
    }
}

/// A medium by the name of its channel.
pub fn media(x: &Writer<'_>, message: &Message) -> Vec<Inline> {
    join(message.medium.iter().map(|m| x.text(&m.text)), ", ")
}

fn message_blocks(x: &Writer<'_>, message: &Message, tells_trigger: bool) -> Vec<Block> {
    let mut blocks: Vec<Block> = suspended(x, &message.status).into_iter().collect();
    if let Some(say) = &message.say {
        blocks.push(Block::Script {
            label: x.w.script.to_owned(),
            context: media(x, message),
            content: x.quoted(say),
            form: x.opt(&message.form),
        });
    }
    let trigger = message.trigger.as_ref().filter(|_| tells_trigger);
    let said = message.say.is_some();
    blocks.extend(facts(
        [
            x.fact(x.w.trigger, trigger.map_or_else(Vec::new, |t| x.text(t))),
            x.fact_text(x.w.technique, &message.technique),
            if said { None } else { x.fact(x.w.medium, media(x, message)) },
            x.fact_text(x.w.content, &message.content),
            if said { None } else { x.fact_text(x.w.form, &message.form) },
            x.fact_text(x.w.audience, &message.audience),
            x.fact(x.w.who, x.reference(Kind::Roles, &message.role)),
            x.fact(x.w.within, x.duration(&message.within)),
            x.fact(x.w.commitment, x.reference(Kind::Commitments, &message.commitment)),
            x.fact_text(x.w.note, &message.note),
        ]
        .into_iter()
        .chain(super::details::of(x, &message.details)),
    ));
    if !message.avoid_saying.is_empty() {
        blocks.push(Block::Callout {
            tone: crate::ir::Tone::Warning,
            label: x.w.never_say.to_owned(),
            blocks: x.list(crate::ir::ListStyle::Excluded, &message.avoid_saying).into_iter().collect(),
        });
    }
    blocks
}

/// What is said of something suspended or retired, or about to be; nothing of what is active.
pub fn suspended(x: &Writer<'_>, status: &Status) -> Option<Block> {
    let (said, reason) = state(x, status)?;
    let mut content = plain(said);
    if let Some(reason) = reason {
        content.push(Inline::text(": "));
        content.extend(x.text(reason));
    }
    let blocks = vec![Block::Paragraph { content }];
    Some(Block::Callout { tone: crate::ir::Tone::Important, label: x.w.important.to_owned(), blocks })
}

/// The same in a table, after a name: « (suspendido desde el 3 de marzo)».
pub fn suspended_mark(x: &Writer<'_>, status: &Status) -> Option<Inline> {
    let (said, _) = state(x, status)?;
    let mut letters = said.chars();
    let first = letters.next().map_or_else(String::new, |c| c.to_lowercase().collect());
    Some(Inline::text(format!(" ({first}{})", letters.as_str())))
}

/// The state with its date, and the reason.
fn state<'s>(x: &Writer<'_>, status: &'s Status) -> Option<(String, Option<&'s Text>)> {
    let (planned, state) = match status {
        Status::Planned(state) => (true, &**state),
        state => (false, state),
    };
    let (word, date, reason) = match (state, planned) {
        (Status::Active | Status::Planned(_), _) => return None,
        (Status::Suspended { since, reason }, false) => (x.w.suspended_since, since, reason),
        (Status::Suspended { since, reason }, true) => (x.w.suspends_from, since, reason),
        (Status::Retired { on, reason }, false) => (x.w.retired_on, on, reason),
        (Status::Retired { on, reason }, true) => (x.w.retires_on, on, reason),
    };
    let date = date.map_or_else(String::new, |date| format!(" {}", x.date(date)));
    Some((format!("{word}{date}"), reason.as_ref()))
}

/// The messages that hold for every service, by moment.
pub fn general(x: &Writer<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (_, moment) in Moment::ALL {
        let messages: Vec<_> = x
            .manual
            .model
            .communications
            .iter()
            .filter(|c| c.moment.as_ref().map_or(Moment::Always, |m| m.value) == moment)
            .collect();
        if messages.is_empty() {
            continue;
        }
        blocks.push(heading_at(3, &format!("messages-{}", moment_key(moment)), moment_word(x, moment)));
        for message in messages {
            let inner = message_blocks(x, &message.message, true);
            blocks.push(group(x, message, GroupRole::Message, inner));
        }
    }
    blocks
}

fn moment_key(moment: Moment) -> &'static str {
    Moment::ALL.iter().find(|(_, m)| *m == moment).map_or("always", |(key, _)| key)
}
