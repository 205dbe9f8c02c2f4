//! Roles and their training (E1–E5).

use super::front::{group, section};
use super::orientation;
use super::services::authority;
use super::writer::{Writer, facts, heading_at};
use crate::ir::{Block, GroupRole, Inline, Section, SectionKind, plain};
use crate::lang::format;
use crate::parse::kind::Kind;

pub fn chapter(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    if model.roles.is_empty() && model.trainings.is_empty() {
        return None;
    }
    let mut out = section(SectionKind::Chapter, "roles", x.w.roles);
    out.lead = plain(x.w.roles_lead);
    for role in &model.roles {
        let count = role.count.as_ref().map(|c| format::number(x.locale, &c.value));
        let mut blocks: Vec<Block> = facts(
            [
                x.fact(x.w.people_in_role, count.map_or_else(Vec::new, plain)),
                x.fact(x.w.paid_hours, x.rate(&role.paid_hours)),
                x.fact(x.w.shrinkage, x.percent(&role.shrinkage)),
                x.fact(x.w.contact_with_customers, if role.contact { plain(x.w.yes_capital) } else { Vec::new() }),
                x.fact_text(x.w.qualification, &role.qualification),
                x.fact_text(x.w.attitude, &role.attitude),
                x.fact(x.w.training, x.references(Kind::Trainings, &role.training)),
                x.fact(x.w.reports_to, x.reference(Kind::Roles, &role.reports_to)),
                x.fact(x.w.escalate_to, x.reference(Kind::Roles, &role.escalates_to)),
            ]
            .into_iter()
            .chain(super::details::of(x, &role.details)),
        )
        .into_iter()
        .collect();
        blocks.extend(x.labelled(x.w.profile, &role.profile));
        blocks.extend(x.labelled(x.w.competencies, &role.competencies));
        blocks.extend(x.labelled(x.w.responsibilities, &role.responsibilities));
        blocks.extend(authority(x, &role.authority, &format!("{}-authority", role.base.anchor())));
        if orientation::is_oriented(x, role) {
            let content = plain(x.w.orientation);
            let to = orientation::address(&role.base.id);
            blocks.extend(facts([x.fact(x.w.see, vec![Inline::Ref { to, content }])]));
        }
        out.blocks.push(group(x, role, GroupRole::Entry, blocks));
    }
    if !model.trainings.is_empty() {
        out.blocks.push(heading_at(2, "trainings", x.w.trainings));
        for training in &model.trainings {
            let mut blocks: Vec<Block> = x.paragraph(&training.content).into_iter().collect();
            blocks.extend(facts(
                [
                    x.fact_text(x.w.lasts, &training.duration),
                    x.fact(x.w.frequency, x.recurrence_of(&training.frequency)),
                    x.fact(x.w.for_roles, x.references(Kind::Roles, &training.roles)),
                    x.fact_text(x.w.learning_shown_by, &training.shown_by),
                    x.fact_text(x.w.provider, &training.provider),
                ]
                .into_iter()
                .chain(super::details::of(x, &training.details)),
            ));
            out.blocks.push(group(x, training, GroupRole::Entry, blocks));
        }
    }
    Some(out)
}
