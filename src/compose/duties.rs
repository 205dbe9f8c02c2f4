//! What binds a role: the commitments it serves, its standards, what it may decide, to whom it escalates, what it says and does.
//!
//! Which services and channels are a role's is told by [`concerns`] alone, so that its page, its tests and what it acknowledges agree.

use super::address;
use super::my_manual::concerns::{May, concerns};
use crate::model::base::Base;
use crate::model::commitment::Commitment;
use crate::model::complaint::{Procedure, RedressOffer};
use crate::model::message::{Message, Moment};
use crate::model::norms::Standard;
use crate::model::offering::Part;
use crate::model::people::Role;
use crate::model::service::{Authority, EscalationStep, Service};
use crate::parse::prose::Text;
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::Duration;

/// All that binds one role, each list in the manual's order.
pub struct Duties<'m> {
    pub role: &'m Role,
    /// The services that it serves: what their prose sets apart as important binds.
    pub services: Vec<&'m Service>,
    pub commitments: Vec<&'m Commitment>,
    /// Parts of services that are promised within a time, each with its service.
    pub offers: Vec<(&'m Service, &'m Part)>,
    pub standards: Vec<&'m Standard>,
    pub powers: Vec<Power<'m>>,
    /// What the role may give for a broken promise or a justified complaint.
    pub redress: Vec<(&'m Procedure, &'m RedressOffer)>,
    pub escalations: Vec<Escalation<'m>>,
    pub messages: Vec<Spoken<'m>>,
    pub steps: Vec<Step<'m>>,
}

/// Something that may be decided, everywhere or in a service.
#[derive(Clone, Copy)]
pub struct Power<'m> {
    pub authority: &'m Authority,
    pub service: Option<&'m Service>,
}

#[derive(Clone, Copy)]
pub struct Escalation<'m> {
    pub step: &'m EscalationStep,
    /// The service or procedure.
    pub of: &'m Base,
}

/// A message with its place.
pub struct Spoken<'m> {
    pub message: &'m Message,
    pub moment: Moment,
    pub service: Option<&'m Service>,
    pub name: Option<&'m Text>,
    pub anchor: String,
    /// The same in every language: what tells it from the others of its place.
    pub id: String,
}

/// A step of a service or of a procedure, with its place.
pub struct Step<'m> {
    pub does: &'m Text,
    pub within: Option<&'m Variant<Duration>>,
    pub say: Option<&'m Text>,
    pub channel: Option<&'m str>,
    pub of: &'m Base,
    pub anchor: String,
    pub id: String,
}

/// What binds a role: of what concerns it, as its page tells, that by which it has to work.
pub fn of<'m>(manual: &'m Resolved<'_>, role: &'m Role) -> Duties<'m> {
    let id = role.base.id.as_str();
    let concerns = concerns(&manual.model, role);
    let mut powers = Vec::new();
    let mut redress = Vec::new();
    for may in concerns.authority {
        match may {
            May::Decide(authority, service) => powers.push(Power { authority, service }),
            May::Offer(offer, procedure) => redress.push((procedure, offer)),
        }
    }
    let parts = |service: &'m Service| {
        let parts = service.offering.value().map_or(&[][..], |offering| &offering.parts);
        parts.iter().filter(|part| part.within.is_some()).map(move |part| (service, part))
    };
    Duties {
        role,
        offers: concerns.services.iter().copied().flat_map(parts).collect(),
        services: concerns.services,
        commitments: concerns.commitments,
        standards: concerns.standards,
        powers,
        redress,
        escalations: concerns.escalates.iter().map(|e| Escalation { step: e.step, of: e.of }).collect(),
        messages: all_messages(manual).into_iter().filter(|m| is(&m.message.role, id)).collect(),
        steps: all_steps(manual).filter(|(who, _)| *who == Some(id)).map(|(_, step)| step).collect(),
    }
}

fn is(reference: &Option<Spanned<String>>, id: &str) -> bool {
    reference.as_ref().is_some_and(|r| r.value == id)
}

/// Every message of the manual, in its order.
pub fn all_messages<'m>(manual: &'m Resolved<'_>) -> Vec<Spoken<'m>> {
    let mut out = Vec::new();
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let Some(communication) = service.communication.value() else { continue };
        let moments = [
            (Moment::Before, &communication.before),
            (Moment::During, &communication.during),
            (Moment::After, &communication.after),
        ];
        for (moment, given) in moments {
            let anchors = address::messages(manual, service, moment);
            for (message, anchor) in given.value().into_iter().flatten().zip(anchors) {
                let name = message.name.as_ref();
                out.push(Spoken { message, moment, service: Some(service), name, id: anchor.clone(), anchor });
            }
        }
    }
    for entry in manual.model.communications.iter().filter(|c| c.base.is_active()) {
        let moment = entry.moment.as_ref().map_or(Moment::Always, |m| m.value);
        let (anchor, name) = (entry.base.anchor(), entry.base.name.as_ref());
        out.push(Spoken { message: &entry.message, moment, service: None, name, id: anchor.clone(), anchor });
    }
    out.retain(|spoken| spoken.message.status.is_active());
    out
}

/// Every step of the services and of the procedures, with the role that does it.
fn all_steps<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = (Option<&'m str>, Step<'m>)> {
    let services = manual.model.services.iter().filter(|s| s.base.is_active()).flat_map(|service| {
        let steps = service.offering.value().map_or(&[][..], |offering| &offering.steps);
        steps.iter().zip(address::steps_of(manual, service)).filter_map(move |(step, id)| {
            let found = Step {
                does: step.does.as_ref()?,
                within: step.within.as_ref(),
                say: None,
                channel: step.channel.as_ref().map(|c| c.value.as_str()),
                of: &service.base,
                anchor: format!("service-{}-step-{id}", service.base.id),
                id: format!("{}/{id}", service.base.id),
            };
            Some((step.role.as_ref().map(|role| role.value.as_str()), found))
        })
    });
    let procedures = manual.model.complaints.iter().filter(|p| p.base.is_active()).flat_map(|procedure| {
        let keys = address::steps_of_procedure(manual, procedure);
        procedure.steps.iter().zip(keys).filter_map(|(step, key)| {
            let found = Step {
                does: step.does.as_ref()?,
                within: step.within.as_ref(),
                say: step.say.as_ref(),
                channel: None,
                of: &procedure.base,
                anchor: format!("{}-{key}", procedure.base.anchor()),
                id: format!("{}/{key}", procedure.base.id),
            };
            Some((step.role.as_ref().map(|role| role.value.as_str()), found))
        })
    });
    services.chain(procedures)
}

/// The length of time that a commitment names, where it is one for all cases.
pub fn single(within: Option<&Variant<Duration>>) -> Option<Duration> {
    within?.single().copied().filter(|duration| duration.low.is_none())
}
