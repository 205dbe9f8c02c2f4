//! What binds a role: the commitments it serves, its standards, what it may decide, to whom it escalates, what it says and does.
//!
//! A role serves a service that it owns or manages, or in which it does a step, says a message, is met in a moment of the cycle or
//! decides something. It serves a channel on which it does or says something. What is suspended or retired binds nobody.

use crate::model::base::Base;
use crate::model::commitment::Commitment;
use crate::model::complaint::{Procedure, RedressOffer};
use crate::model::message::{Message, Moment};
use crate::model::norms::Standard;
use crate::model::people::Role;
use crate::model::service::{Authority, EscalationStep, Service};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::Duration;
use std::collections::HashSet;

/// All that binds one role, each list in the manual's order.
pub struct Duties<'m> {
    pub role: &'m Role,
    pub commitments: Vec<&'m Commitment>,
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

/// What binds a role.
pub fn of<'m>(manual: &'m Resolved<'_>, role: &'m Role) -> Duties<'m> {
    let model = &manual.model;
    let id = role.base.id.as_str();
    let steps: Vec<Step<'m>> = all_steps(manual).filter(|(who, _)| *who == Some(id)).map(|(_, step)| step).collect();
    let messages: Vec<Spoken<'m>> = all_messages(manual).into_iter().filter(|m| is(&m.message.role, id)).collect();
    let mut duties = Duties {
        role,
        commitments: Vec::new(),
        standards: Vec::new(),
        powers: role.authority.iter().map(|authority| Power { authority, service: None }).collect(),
        redress: Vec::new(),
        escalations: Vec::new(),
        messages,
        steps,
    };
    let channels = duties.channels();
    let at_work = |base: &Base| base.kind == Kind::Services;
    let done = duties.steps.iter().filter(|step| at_work(step.of)).map(|step| step.of.id.as_str());
    let said = duties.messages.iter().filter_map(|m| m.service.map(|s| s.base.id.as_str()));
    let worked: HashSet<&str> = done.chain(said).collect();
    let serves = |s: &&Service| s.base.is_active() && (worked.contains(s.base.id.as_str()) || serves(s, id));
    let services: Vec<&Service> = model.services.iter().filter(serves).collect();
    let procedures: Vec<&Procedure> = model.complaints.iter().filter(|p| p.base.is_active()).collect();
    let served = Served::of(&services);
    duties.commitments = model.commitments.iter().filter(|c| binds(c, id, &served, &channels)).collect();
    let everybody = |s: &&Standard| s.base.is_active() && (s.roles.is_empty() || s.roles.iter().any(|r| r.value == id));
    duties.standards = model.standards.iter().filter(everybody).collect();
    for service in &services {
        let own = service.authority.iter().filter(|a| is(&a.role, id));
        duties.powers.extend(own.map(|authority| Power { authority, service: Some(service) }));
        duties.escalations.extend(service.escalation.iter().map(|step| Escalation { step, of: &service.base }));
    }
    for procedure in procedures {
        let decides = |offer: &&RedressOffer| offer.decides.as_ref().is_some_and(|d| d.source.trim() == id);
        duties.redress.extend(procedure.redress.iter().filter(decides).map(|offer| (procedure, offer)));
        if duties.steps.iter().any(|step| std::ptr::eq(step.of, &procedure.base)) || is(&procedure.base.owner, id) {
            let escalation = procedure.escalation.iter();
            duties.escalations.extend(escalation.map(|step| Escalation { step, of: &procedure.base }));
        }
    }
    duties
}

impl Duties<'_> {
    /// The channels on which the role does or says something.
    fn channels(&self) -> HashSet<String> {
        let done = self.steps.iter().filter_map(|step| step.channel.map(str::to_owned));
        let said = self.messages.iter().flat_map(|m| m.message.medium.iter().map(|medium| medium.word.clone()));
        done.chain(said).collect()
    }
}

fn is(reference: &Option<Spanned<String>>, id: &str) -> bool {
    reference.as_ref().is_some_and(|r| r.value == id)
}

fn serves(service: &Service, role: &str) -> bool {
    is(&service.base.owner, role)
        || service.managed_by.iter().any(|named| named.value == role)
        || service.cycle.iter().any(|moment| is(&moment.role, role))
        || service.authority.iter().any(|authority| is(&authority.role, role))
}

/// The services of a role, and the commitments that they name.
struct Served<'m> {
    services: HashSet<&'m str>,
    commitments: HashSet<&'m str>,
}

impl<'m> Served<'m> {
    fn of(services: &[&'m Service]) -> Served<'m> {
        let named = services.iter().filter_map(|s| s.commitments.value()).flatten().map(|id| id.value.as_str());
        let met = services.iter().flat_map(|s| &s.cycle).filter_map(|m| Some(m.commitment.as_ref()?.value.as_str()));
        Served {
            services: services.iter().map(|s| s.base.id.as_str()).collect(),
            commitments: named.chain(met).collect(),
        }
    }
}

/// Whether a commitment is kept by a role: as its owner, in a service or a moment of its cycle, or on a channel.
fn binds(commitment: &Commitment, role: &str, served: &Served<'_>, channels: &HashSet<String>) -> bool {
    if !commitment.base.is_active() {
        return false;
    }
    let of_services = served.commitments.contains(commitment.base.id.as_str())
        || commitment.service.as_ref().is_some_and(|s| served.services.contains(s.value.as_str()));
    let of_channels = commitment
        .applies_to
        .iter()
        .any(|(dimension, words)| dimension == "channel" && words.iter().any(|word| channels.contains(&word.value)));
    is(&commitment.base.owner, role) || of_services || of_channels && commitment.service.is_none()
}

/// Every message of the manual, in its order.
pub fn all_messages<'m>(manual: &'m Resolved<'_>) -> Vec<Spoken<'m>> {
    let mut out = Vec::new();
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let Some(communication) = service.communication.value() else { continue };
        let moments = [
            (Moment::Before, "before", &communication.before),
            (Moment::During, "during", &communication.during),
            (Moment::After, "after", &communication.after),
        ];
        for (moment, key, given) in moments {
            for (n, message) in given.value().into_iter().flatten().enumerate() {
                let anchor = format!("service-{}-{key}-{}", service.base.id, n + 1);
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
    out.retain(|spoken| spoken.message.status == crate::model::base::Status::Active);
    out
}

/// Every step of the services and of the procedures, with the role that does it.
fn all_steps<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = (Option<&'m str>, Step<'m>)> {
    let services = manual.model.services.iter().filter(|s| s.base.is_active()).flat_map(|service| {
        let steps = service.offering.value().map_or(&[][..], |offering| &offering.steps);
        steps.iter().enumerate().filter_map(move |(n, step)| {
            let id = step.id.as_ref().map_or_else(|| (n + 1).to_string(), |id| id.value.clone());
            let found = Step {
                does: step.does.as_ref()?,
                within: step.within.as_ref(),
                say: None,
                channel: step.channel.as_ref().map(|c| c.value.as_str()),
                of: &service.base,
                anchor: format!("service-{}-p2", service.base.id),
                id: format!("{}/{id}", service.base.id),
            };
            Some((step.role.as_ref().map(|role| role.value.as_str()), found))
        })
    });
    let procedures = manual.model.complaints.iter().filter(|p| p.base.is_active()).flat_map(|procedure| {
        procedure.steps.iter().enumerate().filter_map(|(n, step)| {
            let found = Step {
                does: step.does.as_ref()?,
                within: step.within.as_ref(),
                say: step.say.as_ref(),
                channel: None,
                of: &procedure.base,
                anchor: super::complaints::step_anchor(procedure, step, n),
                id: format!("{}/{}", procedure.base.id, step.id.as_ref().map_or(n.to_string(), |id| id.value.clone())),
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
