//! Standards of conduct by channel and by role (C10, F1), with how each is observed.

use super::channels::kind_word;
use super::front::{group, section};
use super::messages::moment_word;
use super::writer::{Writer, facts, heading_at, in_a_row, join};
use crate::ir::{Block, GroupRole, Section, SectionKind, plain};
use crate::model::channel::ChannelKind;
use crate::model::norms::Standard;
use crate::parse::kind::Kind;
use crate::span::Spanned;

pub fn chapter(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    if model.standards.is_empty() {
        return None;
    }
    let mut out = section(SectionKind::Chapter, "conduct", x.w.conduct);
    out.lead = plain(x.w.conduct_lead);
    // Each standard is written once: under the only channel it is for, else under what holds everywhere.
    let everywhere: Vec<&Standard> = model.standards.iter().filter(|s| s.channels.len() != 1 && !s.internal).collect();
    add(x, &mut out, "conduct-all", x.w.conduct_everywhere, &everywhere);
    let mut places: Vec<&str> = Vec::new();
    for standard in model.standards.iter().filter(|s| s.channels.len() == 1 && !s.internal) {
        let place = standard.channels[0].value.as_str();
        if !places.contains(&place) {
            places.push(place);
        }
    }
    for place in places {
        let list: Vec<&Standard> = model
            .standards
            .iter()
            .filter(|s| !s.internal && s.channels.len() == 1 && s.channels[0].value == place)
            .collect();
        add(x, &mut out, &format!("conduct-{place}"), &channel_name(x, place), &list);
    }
    let internal: Vec<&Standard> = model.standards.iter().filter(|s| s.internal).collect();
    add(x, &mut out, "conduct-internal", x.w.conduct_internal, &internal);
    by_role(x, &mut out);
    Some(out)
}

/// A channel by its name, or a form of attention by its word.
fn channel_name(x: &Writer<'_>, place: &str) -> String {
    match x.manual.model.channels.get(place) {
        Some(channel) => channel.base.title(),
        None => ChannelKind::ALL
            .iter()
            .find(|(name, _)| *name == place)
            .map_or_else(|| place.to_owned(), |(_, kind)| kind_word(x, *kind).to_owned()),
    }
}

fn add(x: &Writer<'_>, out: &mut Section, id: &str, title: &str, list: &[&Standard]) {
    if list.is_empty() {
        return;
    }
    out.blocks.push(heading_at(2, id, title));
    for standard in list {
        let mut blocks: Vec<Block> = x.paragraph(&standard.statement).into_iter().collect();
        if let Some(example) = &standard.example {
            blocks.push(Block::Script {
                label: x.w.for_example.to_owned(),
                context: Vec::new(),
                // An example may be something said or something done: its author writes the quotation marks.
                content: x.text(example),
                form: Vec::new(),
            });
        }
        let channels = standard.channels.iter().map(|c| match x.manual.model.channels.get(&c.value) {
            Some(_) => vec![x.entry(Kind::Channels, &c.value)],
            None => plain(channel_name(x, &c.value)),
        });
        let moments = in_a_row(standard.moments.iter().map(|m| moment_word(x, m.value)));
        blocks.extend(facts([
            x.fact(x.w.who, x.references(Kind::Roles, &standard.roles)),
            if standard.channels.len() == 1 { None } else { x.fact(x.w.channels, join(channels, ", ")) },
            x.fact(x.w.moment, if moments.is_empty() { Vec::new() } else { plain(moments) }),
            x.fact(x.w.objective, x.references(Kind::Objectives, &objectives(x, standard))),
            x.fact_text(x.w.observed_by, &standard.observed_by),
            x.fact_text(x.w.why, &standard.why),
            x.fact_text(x.w.avoid, &standard.avoid),
            x.fact(x.w.review_by, x.date_of(&standard.base.review_by)),
        ]));
        out.blocks.push(group(x, *standard, GroupRole::Entry, blocks));
    }
}

/// The objectives that a standard serves: those it names, and those that name it.
fn objectives(x: &Writer<'_>, standard: &Standard) -> Vec<Spanned<String>> {
    let mut out = standard.objectives.clone();
    for objective in &x.manual.model.objectives {
        let base = &objective.base;
        let names = objective.standards.iter().any(|id| id.value == standard.base.id);
        if names && !out.iter().any(|id| id.value == base.id) {
            out.push(Spanned { value: base.id.clone(), span: base.span });
        }
    }
    out
}

/// For each role, the standards that name it: an index, not a second telling.
fn by_role(x: &Writer<'_>, out: &mut Section) {
    let model = &x.manual.model;
    let mut items = Vec::new();
    for role in &model.roles {
        let own = model.standards.iter().filter(|s| s.roles.iter().any(|r| r.value == role.base.id));
        let links = join(own.map(|s| vec![x.entry(Kind::Standards, &s.base.id)]), "; ");
        if !links.is_empty() {
            items.push(crate::ir::Definition {
                id: None,
                term: vec![x.entry(Kind::Roles, &role.base.id)],
                blocks: vec![Block::Paragraph { content: links }],
            });
        }
    }
    if !items.is_empty() {
        out.blocks.push(heading_at(2, "conduct-by-role", x.w.conduct_by_role));
        out.blocks.push(Block::Definitions { items });
    }
}
