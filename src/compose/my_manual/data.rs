//! What concerns a role as data: the lists of its page as plain texts, each item with its address in the site.

use super::concerns::{Concerns, Escalates, Handles, May, Meets, Source, Uses, redress};
use super::{anchor, message_anchor, occasion};
use crate::compose::address;
use crate::compose::complaints::{place, step_anchor};
use crate::compose::indicators::judged_last;
use crate::compose::services::{authority_limit, to};
use crate::compose::writer::Writer;
use crate::ir::role::{RoleData, RoleItem};
use crate::ir::{Inline, Manual, text_of};
use crate::lang::format;
use crate::model::Entry;
use crate::model::complaint::Procedure;
use crate::model::service::Service;
use crate::parse::prose::Text;

/// Puts addresses in the place of the anchors; an item whose anchor the manual does not have keeps no address.
pub fn address(manual: &mut Manual) {
    let places = manual.places();
    for role in &mut manual.roles {
        role.page = places.get(&role.page).cloned().unwrap_or_default();
        for item in role.lists().into_iter().flatten() {
            item.address = item.address.take().and_then(|anchor| places.get(&anchor).cloned());
        }
    }
}

/// The data of a role; addresses are anchors yet.
pub fn data(x: &Writer<'_>, c: &Concerns<'_>) -> RoleData {
    let base = &c.role.base;
    let service =
        |s: &&Service| RoleItem { text: s.offering.value().and_then(|o| said(x.opt(&o.summary))), ..entry(*s) };
    let commitments = c.commitments.iter().map(|commitment| {
        let service = commitment.service.as_ref().and_then(|s| x.manual.model.services.get(&s.value));
        let gives = service.map_or_else(|| commitment.redress.value(), |s| redress(s, commitment));
        RoleItem {
            within: said(x.duration(&commitment.within)),
            service: service.map(|s| s.base.id.clone()),
            text: gives.and_then(|r| said(x.opt(&r.gives))),
            ..entry(*commitment)
        }
    });
    let standards = c.standards.iter().map(|s| RoleItem { text: said(x.opt(&s.statement)), ..entry(*s) });
    let trainings = c.trainings.iter().map(|t| RoleItem {
        text: said(x.opt(&t.content)),
        when: said(x.recurrence_of(&t.frequency)),
        ..entry(*t)
    });
    let resources = c.resources.iter().map(|used| match used {
        Uses::Entry(resource) => entry(*resource),
        Uses::Words(text) => RoleItem { name: text.plain(), ..RoleItem::default() },
    });
    let plans = c.plans.iter().map(|meets| {
        let plan = meets.moment.plan.as_ref();
        let due = plan.map_or_else(Vec::new, |p| x.date_of(&p.due));
        RoleItem { text: plan.and_then(|p| said(x.opt(&p.action))), when: said(due), ..moment(x, meets) }
    });
    RoleData {
        id: base.id.clone(),
        name: base.title(),
        contact: c.role.contact,
        page: anchor(&base.id),
        services: c.services.iter().map(service).collect(),
        answers_for: c.answers_for.iter().map(service).collect(),
        messages: messages(x, c),
        commitments: commitments.collect(),
        authority: authority(x, c),
        escalates: escalates(x, c),
        receives: c.receives.iter().map(|e| escalation(x, e)).collect(),
        moments: moments(x, c),
        complaints: complaints(x, c),
        standards: standards.collect(),
        indicators: indicators(x, c),
        plans: plans.collect(),
        trainings: trainings.collect(),
        resources: resources.collect(),
        risks: c.risks.iter().map(|r| RoleItem { text: said(x.opt(&r.description)), ..entry(*r) }).collect(),
    }
}

/// The words of a run, if it has any.
fn said(run: Vec<Inline>) -> Option<String> {
    Some(text_of(&run)).filter(|text| !text.is_empty())
}

fn entry(entry: &impl Entry) -> RoleItem {
    let base = entry.base();
    RoleItem {
        id: Some(base.id.clone()),
        code: base.code.as_ref().map(|c| c.value.clone()),
        name: base.title(),
        address: Some(base.anchor()),
        ..RoleItem::default()
    }
}

fn messages(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<RoleItem> {
    let item = |says: &super::Says<'_>| {
        let message = says.message;
        let (id, service) = match says.from {
            Source::Service(service, ..) => (None, Some(service.base.id.clone())),
            Source::General(communication) => (Some(communication.base.id.clone()), None),
        };
        RoleItem {
            id,
            service,
            name: text_of(&occasion(x, says)),
            text: said(x.opt(&message.say)).or_else(|| said(x.opt(&message.content))),
            avoid: message.avoid_saying.iter().map(|t| text_of(&x.text(t))).collect(),
            within: said(x.duration(&message.within)),
            address: Some(message_anchor(x, says)),
            ..RoleItem::default()
        }
    };
    c.messages.iter().map(item).collect()
}

fn authority(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<RoleItem> {
    let item = |may: &May<'_>| match may {
        May::Decide(own, service) => RoleItem {
            name: text_of(&x.opt(&own.decides)),
            limit: said(authority_limit(x, own)),
            within: said(x.duration(&own.within)),
            service: service.map(|s| s.base.id.clone()),
            address: Some(service.map_or_else(|| c.role.base.anchor(), |s| format!("service-{}-authority", s.base.id))),
            ..RoleItem::default()
        },
        May::Offer(offer, procedure) => RoleItem {
            name: text_of(&x.text(&offer.gives)),
            limit: said(x.amount(&offer.up_to)),
            when: said(x.opt(&offer.when)),
            address: Some(place(x, &procedure.base.id, "redress")),
            ..RoleItem::default()
        },
    };
    c.authority.iter().map(item).collect()
}

fn escalates(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<RoleItem> {
    let own = c.role.escalates_to.as_ref().map(|id| {
        let role = x.manual.model.roles.get(&id.value);
        RoleItem {
            name: x.w.what_exceeds.to_owned(),
            to: Some(role.map_or_else(|| id.value.clone(), |r| r.base.title())),
            address: role.map(|r| r.base.anchor()),
            ..RoleItem::default()
        }
    });
    own.into_iter().chain(c.escalates.iter().map(|e| escalation(x, e))).collect()
}

fn escalation(x: &Writer<'_>, e: &Escalates<'_>) -> RoleItem {
    let address = match e.service {
        Some(service) => format!("service-{}-authority", service.base.id),
        None => place(x, &e.of.id, "escalation"),
    };
    RoleItem {
        name: said(x.opt(&e.step.when)).unwrap_or_else(|| x.w.what_exceeds.to_owned()),
        to: said(to(x, e.step)),
        within: said(x.duration(&e.step.within)),
        service: e.service.map(|s| s.base.id.clone()),
        address: Some(address),
        ..RoleItem::default()
    }
}

fn moment(x: &Writer<'_>, meets: &Meets<'_>) -> RoleItem {
    RoleItem {
        id: meets.moment.id.as_ref().map(|id| id.value.clone()),
        name: meets.moment.name.as_ref().map_or_else(String::new, Text::plain),
        service: Some(meets.service.base.id.clone()),
        address: Some(address::moment(x.manual, meets.service, meets.number)),
        ..RoleItem::default()
    }
}

fn moments(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<RoleItem> {
    let item = |meets: &Meets<'_>| {
        let within = meets.moment.commitment.as_ref().and_then(|id| x.manual.model.commitments.get(&id.value));
        let todo = &meets.moment.requirements;
        RoleItem {
            text: said(if todo.is_empty() { x.opt(&meets.moment.does) } else { x.texts(todo) }),
            within: within.and_then(|c| said(x.duration(&c.within))),
            ..moment(x, meets)
        }
    };
    c.moments.iter().map(item).collect()
}

fn complaints(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<RoleItem> {
    let part = |name: &str, of: &Procedure, key: &str| RoleItem {
        name: name.to_owned(),
        address: Some(place(x, &of.base.id, key)),
        ..RoleItem::default()
    };
    let item = |handles: &Handles<'_>| match handles {
        Handles::Step(procedure, step, at) => RoleItem {
            id: step.id.as_ref().map(|id| id.value.clone()),
            name: text_of(&x.opt(&step.does)),
            text: said(x.opt(&step.say)),
            within: said(x.duration(&step.within)),
            address: Some(step_anchor(x.manual, procedure, *at)),
            ..RoleItem::default()
        },
        Handles::Severity(procedure, severity) => RoleItem {
            id: Some(severity.id.value.clone()),
            text: said(x.opt(&severity.when)),
            within: said(x.duration(&severity.answer_within)),
            ..part(&said(x.opt(&severity.name)).unwrap_or_else(|| severity.id.value.clone()), procedure, "severity")
        },
        Handles::Investigates(of) => part(x.w.investigation, of, "investigation"),
        Handles::DecidesImprovement(of) => part(x.w.improvement_request, of, "improvement"),
        Handles::VerifiesCorrection(of) => part(x.w.corrective_action, of, "corrective"),
        Handles::Prevents(of) => part(x.w.prevention, of, "prevention"),
    };
    c.complaints.iter().map(item).collect()
}

fn indicators(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<RoleItem> {
    let item = |i: &&crate::model::indicator::Indicator| {
        let last = judged_last(x, i);
        RoleItem {
            target: i.targets.value().and_then(|t| said(x.targets(t))),
            when: said(x.recurrence_of(&i.frequency)),
            period: i.last_result().map(|r| format::period(x.locale, r.period.value)),
            result: last.as_ref().map(|(value, _)| value.clone()),
            met: last.and_then(|(_, met)| met),
            ..entry(*i)
        }
    };
    c.indicators.iter().map(item).collect()
}
