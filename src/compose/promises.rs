//! Commitments to the customer (C4): the vow, then measure, conditions and redress.

use super::front::{dates, laws};
use super::messages::suspended;
use super::writer::{Writer, join};
use crate::ir::{Block, Fact, Inline, plain};
use crate::model::commitment::{Commitment, Redress, RedressMode};
use crate::model::service::Service;
use crate::parse::kind::Kind;
use crate::parse::reader::Given;

/// The commitments that belong to the service; one that stands elsewhere is only named.
pub fn of_service(x: &Writer<'_>, service: &Service) -> Vec<Block> {
    let ids = match &service.commitments {
        Given::Missing => return Vec::new(),
        Given::None { reason, .. } => {
            let mut content = plain(format!("{} ", x.w.no_commitments));
            content.extend(x.text(reason));
            let mut out = vec![Block::Paragraph { content }];
            let named = x.manual.model.commitments.iter().filter(|c| is_of(c, service));
            out.extend(named.flat_map(|c| promise(x, c, service.redress.as_ref())));
            return out;
        }
        Given::Some { value, .. } => value,
    };
    let mut own = Vec::new();
    let mut shared = Vec::new();
    for id in ids {
        let Some(commitment) = x.manual.model.commitments.get(&id.value) else { continue };
        if is_of(commitment, service) {
            own.extend(promise(x, commitment, service.redress.as_ref()));
        } else {
            let mut run = vec![x.entry(Kind::Commitments, &id.value)];
            if let Some(promise) = &commitment.base.name {
                run.push(Inline::text(" "));
                run.extend(x.text(promise));
            }
            shared.push(vec![Block::Paragraph { content: run }]);
        }
    }
    let mut out = Vec::new();
    let point = super::services::point_anchor(&service.base.id, 2);
    if !own.is_empty() {
        out.push(super::writer::heading_at(3, &format!("{point}.commitments"), x.w.commitments));
        out.extend(own);
    }
    if !shared.is_empty() {
        out.push(super::writer::heading_at(3, &format!("{point}.general-commitments"), x.w.general_commitments_apply));
        out.push(Block::list(crate::ir::ListStyle::Bullets, shared));
    }
    out
}

fn is_of(commitment: &Commitment, service: &Service) -> bool {
    commitment.service.as_ref().is_some_and(|named| named.value == service.base.id)
}

/// Commitments of no service of ours: the general ones.
pub fn general(x: &Writer<'_>) -> Vec<Block> {
    let services = &x.manual.model.services;
    let loose = x
        .manual
        .model
        .commitments
        .iter()
        .filter(|c| c.service.as_ref().is_none_or(|service| services.get(&service.value).is_none()));
    loose.flat_map(|c| promise(x, c, None)).collect()
}

/// A promise, after a word on its suspension.
fn promise(x: &Writer<'_>, commitment: &Commitment, shared: Option<&Redress>) -> Vec<Block> {
    let base = &commitment.base;
    let measure = commitment.indicators.iter().map(|id| {
        let mut run = vec![x.entry(Kind::Indicators, &id.value)];
        let indicator = x.manual.model.indicators.get(&id.value);
        if let Some(targets) = indicator.and_then(|i| i.targets.value()) {
            run.push(Inline::text(": "));
            run.extend(x.targets(targets));
        }
        run
    });
    let own = commitment.targets.value().map_or_else(Vec::new, |t| x.targets(t));
    let measure = join(measure, "; ");
    let clock = commitment.clock.as_ref();
    let applies = commitment.applies_to.iter().map(|(dimension, words)| {
        let words: Vec<String> = words.iter().map(|w| x.case_word(dimension, &w.value)).collect();
        plain(words.join(", "))
    });
    let redress = commitment.redress.value().or(shared.filter(|_| commitment.redress.is_missing()));
    let gives = match &commitment.redress {
        Given::None { reason, .. } => x.text(reason),
        Given::Some { .. } | Given::Missing => redress.map_or_else(Vec::new, |redress| given(x, redress)),
    };
    let facts: Vec<Fact> = [
        x.fact(x.w.within, x.duration(&commitment.within)),
        clock.and_then(|clock| x.fact_text(x.w.clock_starts, &clock.starts)),
        clock.and_then(|clock| x.fact_text(x.w.clock_stops, &clock.stops)),
        clock.and_then(|clock| x.fact_texts(x.w.clock_pauses, &clock.pauses)),
        clock.and_then(|clock| x.fact_text(x.w.clock_restarts, &clock.restarts)),
        clock.and_then(|clock| x.fact_text(x.w.clock_silence, &clock.silence)),
        x.fact(x.w.kept_by_steps, steps(x, commitment)),
        x.fact(x.w.commitment, own),
        x.fact(x.w.measured_with, measure),
        x.fact_texts(x.w.conditions, &commitment.conditions),
        x.fact(x.w.applies_to, join(applies, "; ")),
        x.fact(x.w.rests_on, super::indicators::partners(x, &commitment.suppliers, &commitment.alliances)),
        x.fact(x.w.if_we_fail, gives),
        redress.and_then(|redress| x.fact_text(x.w.redress_when, &redress.when)),
        redress.and_then(|redress| x.fact_texts(x.w.redress_excludes, &redress.excludes)),
        x.fact(x.w.responsible, x.reference(Kind::Roles, &base.owner)),
        x.fact_text(x.w.note, &base.note),
        x.fact(x.w.legal_basis, laws(x, base)),
        super::history::since(x, base.kind, &base.id),
    ]
    .into_iter()
    .chain(super::details::of(x, &commitment.details))
    .chain(dates(x, base))
    .flatten()
    .collect();
    let mut out: Vec<Block> = suspended(x, &base.status).into_iter().collect();
    out.push(Block::Promise {
        id: Some(base.anchor()),
        code: base.code.as_ref().map(|c| c.value.clone()),
        label: x.w.promise.to_owned(),
        content: base.name.as_ref().map_or_else(Vec::new, |t| x.quoted(t)),
        facts,
    });
    out
}

/// The steps by which it is kept, as the service's offering numbers them, each with its time.
fn steps(x: &Writer<'_>, commitment: &Commitment) -> Vec<Inline> {
    let own = commitment.service.as_ref().map(|service| service.value.as_str());
    let mut runs = Vec::new();
    for service in x.manual.makers(&commitment.base.id) {
        let Some(offering) = service.offering.value() else { continue };
        let parts = offering.parts.iter().map(|part| (part.name.as_ref(), &part.offering.steps));
        let lists: Vec<_> = std::iter::once((None, &offering.steps)).chain(parts).collect();
        let mut prefix = match own == Some(service.base.id.as_str()) {
            true => Vec::new(),
            false => vec![x.entry(Kind::Services, &service.base.id), Inline::text(": ")],
        };
        for id in &commitment.steps {
            let found = lists.iter().find_map(|(part, steps)| {
                let place = steps.iter().position(|step| step.is_called(&id.value))?;
                Some((*part, place, &steps[place]))
            });
            let Some((part, place, step)) = found else { continue };
            let mut run = std::mem::take(&mut prefix);
            if let Some(part) = part {
                run.extend(x.text(part));
                run.push(Inline::text(", "));
            }
            let content = plain(format!("{} {}", x.w.step, place + 1));
            run.push(Inline::Ref { to: super::address::step(x.manual, service, step), content });
            let time = x.duration(&step.within);
            if !time.is_empty() {
                run.push(Inline::text(" ("));
                run.extend(time);
                run.push(Inline::text(")"));
            }
            runs.push(run);
        }
    }
    join(runs.into_iter(), "; ")
}

/// What the customer gets, how and by when.
fn given(x: &Writer<'_>, redress: &Redress) -> Vec<Inline> {
    let how = redress.how.as_ref().map(|h| match h.value {
        RedressMode::Automatic => x.w.automatic,
        RedressMode::OnRequest => x.w.on_request,
    });
    let mut by = x.duration(&redress.by);
    if !by.is_empty() {
        by.insert(0, Inline::text(format!("{} ", x.w.in_time)));
    }
    let gives = redress.gives.as_ref().map_or_else(Vec::new, |g| vec![Inline::Strong { content: x.text(g) }]);
    join([gives, how.map_or_else(Vec::new, plain), by].into_iter(), "; ")
}
