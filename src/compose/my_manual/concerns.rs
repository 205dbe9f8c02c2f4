//! What of a manual concerns a role: the one relation that its page, its data, its reading and the cards start from.
//!
//! A pure function of the model. A role *serves* a service when it stands in its cycle, its messages, its steps, its
//! resources or its posts; it *answers for* what names it as owner. Nothing retired concerns anybody, nor a promise, a
//! message or an indicator that is suspended.

use crate::model::base::{Base, Status};
use crate::model::channel::ChannelKind;
use crate::model::commitment::Commitment;
use crate::model::complaint::{Procedure, ProcedureStep, RedressOffer, Severity};
use crate::model::indicator::Indicator;
use crate::model::message::{Communication, Message, Moment};
use crate::model::norms::Standard;
use crate::model::people::{Role, Training};
use crate::model::reference::Risk;
use crate::model::service::{Authority, CycleMoment, EscalationStep, Service};
use crate::model::stock::{Resource, ResourceName, ResourceUse};
use crate::model::{Entry, Model};
use crate::parse::prose::Text;
use crate::parse::reader::Given;
use crate::span::Spanned;

/// All that concerns a role, each list in the order of the manual.
#[derive(Debug)]
pub struct Concerns<'m> {
    pub role: &'m Role,
    /// Services that it serves.
    pub services: Vec<&'m Service>,
    /// Services that it owns or manages.
    pub answers_for: Vec<&'m Service>,
    /// Ids of the channels on which it meets customers.
    pub channels: Vec<&'m str>,
    pub messages: Vec<Says<'m>>,
    pub moments: Vec<Meets<'m>>,
    /// Moments whose plan of action it has to carry out.
    pub plans: Vec<Meets<'m>>,
    pub authority: Vec<May<'m>>,
    pub escalates: Vec<Escalates<'m>>,
    /// Cases that others bring to it.
    pub receives: Vec<Escalates<'m>>,
    /// Roles whose cases come to it in general.
    pub receives_from: Vec<&'m Role>,
    /// Promises of the services that it serves, those that hold everywhere on its channels, and those it answers for.
    pub commitments: Vec<&'m Commitment>,
    pub complaints: Vec<Handles<'m>>,
    pub standards: Vec<&'m Standard>,
    pub indicators: Vec<&'m Indicator>,
    pub trainings: Vec<&'m Training>,
    pub resources: Vec<Uses<'m>>,
    pub risks: Vec<&'m Risk>,
}

/// A message that the role says, and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Says<'m> {
    pub message: &'m Message,
    pub from: Source<'m>,
}

#[derive(Debug, Clone, Copy)]
pub enum Source<'m> {
    /// A service's message: before, during or after, and its place there from 1.
    Service(&'m Service, Moment, usize),
    /// A general message.
    General(&'m Communication),
}

/// A moment of a service's cycle; `number` counts from 1.
#[derive(Debug, Clone, Copy)]
pub struct Meets<'m> {
    pub service: &'m Service,
    pub moment: &'m CycleMoment,
    pub number: usize,
}

/// Something that the role may decide, everywhere, in a service, or for a complaint.
#[derive(Debug, Clone, Copy)]
pub enum May<'m> {
    Decide(&'m Authority, Option<&'m Service>),
    Offer(&'m RedressOffer, &'m Procedure),
}

/// A step of an escalation, of a service or of a complaint procedure.
#[derive(Debug, Clone, Copy)]
pub struct Escalates<'m> {
    pub step: &'m EscalationStep,
    /// None in a complaint procedure.
    pub service: Option<&'m Service>,
    /// The service or the procedure.
    pub of: &'m Base,
}

/// A part of the complaint procedure that is the role's own.
#[derive(Debug, Clone, Copy)]
pub enum Handles<'m> {
    /// A step; its place counts from 0.
    Step(&'m Procedure, &'m ProcedureStep, usize),
    Severity(&'m Procedure, &'m Severity),
    Investigates(&'m Procedure),
    DecidesImprovement(&'m Procedure),
    VerifiesCorrection(&'m Procedure),
    Prevents(&'m Procedure),
}

/// Equipment, systems and premises; not people.
#[derive(Debug, Clone, Copy)]
pub enum Uses<'m> {
    Entry(&'m Resource),
    Words(&'m Text),
}

/// What concerns a role.
pub fn concerns<'m>(model: &'m Model, role: &'m Role) -> Concerns<'m> {
    let id = role.base.id.as_str();
    let in_use = |base: &Base| !matches!(base.status, Status::Retired { .. });
    let current = || model.services.iter().filter(move |s| in_use(&s.base));
    let services: Vec<&Service> = current().filter(|s| serves(s, id)).collect();
    let channels = channels(model, &services, id);
    let complaints = complaints(model, id);
    let handles = complaints.iter().any(|part| matches!(part, Handles::Step(..)));
    let standards = model.standards.iter().filter(|s| {
        let conduct = || model.complaints.iter().any(|p| has(&p.conduct, &s.base.id));
        in_use(&s.base) && (binds(model, s, id, &channels) || handles && s.roles.is_empty() && conduct())
    });
    let moments = || {
        current().flat_map(|service| {
            let numbered = service.cycle.iter().zip(1..);
            numbered.map(move |(moment, number)| Meets { service, moment, number })
        })
    };
    let training = |t: &&Training| has(&role.training, &t.base.id) || has(&t.roles, id);
    Concerns {
        role,
        answers_for: current().filter(|s| is(&s.base.owner, id) || has(&s.managed_by, id)).collect(),
        messages: messages(model, id),
        moments: moments().filter(|m| is(&m.moment.role, id)).collect(),
        plans: moments().filter(|m| m.moment.plan.as_ref().is_some_and(|p| is(&p.owner, id))).collect(),
        authority: authority(model, role),
        escalates: escalations(model).filter(|e| !is(&e.step.to, id) && goes_up(e, &services, handles)).collect(),
        receives: escalations(model).filter(|e| is(&e.step.to, id)).collect(),
        receives_from: model.roles.iter().filter(|r| is(&r.escalates_to, id)).collect(),
        commitments: commitments(model, &services, &channels, role),
        complaints,
        standards: standards.collect(),
        indicators: model.indicators.iter().filter(|i| is(&i.base.owner, id) && i.base.is_active()).collect(),
        trainings: model.trainings.iter().filter(training).collect(),
        resources: resources(model, &services, id),
        risks: model.risks.iter().filter(|r| is(&r.base.owner, id)).collect(),
        services,
        channels,
    }
}

/// Whether a reference is to this id.
fn is(reference: &Option<Spanned<String>>, id: &str) -> bool {
    reference.as_ref().is_some_and(|r| r.value == id)
}

fn has(references: &[Spanned<String>], id: &str) -> bool {
    references.iter().any(|r| r.value == id)
}

/// Adds what is not there yet.
fn add<'m>(list: &mut Vec<&'m str>, id: &'m str) {
    if !list.contains(&id) {
        list.push(id);
    }
}

/// Whether a role works in a service.
fn serves(service: &Service, role: &str) -> bool {
    let steps = service.offering.value().into_iter().flat_map(|o| {
        let parts = o.parts.iter().flat_map(|part| &part.offering.steps);
        o.steps.iter().chain(parts)
    });
    let used = |r: &ResourceUse| matches!(&r.what, ResourceName::Role(own) if own.value == role);
    service.cycle.iter().any(|m| is(&m.role, role))
        || of_service(service).any(|(message, ..)| is(&message.role, role))
        || steps.into_iter().any(|s| is(&s.role, role))
        || service.resources.value().is_some_and(|list| list.iter().any(used))
        || service.capacity.value().is_some_and(|c| is(&c.staffed_by, role))
}

/// The active messages of a service, each with its moment and its place there.
fn of_service(service: &Service) -> impl Iterator<Item = (&Message, Moment, usize)> {
    let lists = service
        .communication
        .value()
        .into_iter()
        .flat_map(|c| [(Moment::Before, &c.before), (Moment::During, &c.during), (Moment::After, &c.after)]);
    lists.flat_map(|(moment, given)| {
        let list = given.value().map_or(&[][..], Vec::as_slice);
        list.iter().zip(1..).filter(|(m, _)| m.status.is_active()).map(move |(m, at)| (m, moment, at))
    })
}

/// The general messages first: with them a contact begins.
fn messages<'m>(model: &'m Model, role: &str) -> Vec<Says<'m>> {
    let general = model.communications.iter().filter(|c| is(&c.message.role, role) && c.base.is_active());
    let mut out: Vec<Says<'m>> = general.map(|c| Says { message: &c.message, from: Source::General(c) }).collect();
    for service in model.services.iter().filter(|s| !matches!(s.base.status, Status::Retired { .. })) {
        let own = of_service(service).filter(|(message, ..)| is(&message.role, role));
        out.extend(own.map(|(message, moment, at)| Says { message, from: Source::Service(service, moment, at) }));
    }
    out
}

/// The channels on which a role meets customers: those of its moments, messages and steps, and those whose posts it fills.
fn channels<'m>(model: &'m Model, services: &[&'m Service], role: &str) -> Vec<&'m str> {
    let mut out = Vec::new();
    let mut media = |message: &'m Message| {
        for medium in &message.medium {
            if let Some(channel) = model.channels.get(&medium.word) {
                add(&mut out, &channel.base.id);
            }
        }
    };
    for service in services {
        of_service(service).filter(|(m, ..)| is(&m.role, role)).for_each(|(m, ..)| media(m));
    }
    model.communications.iter().filter(|c| is(&c.message.role, role)).for_each(|c| media(&c.message));
    for service in services {
        let moments = service.cycle.iter().filter(|m| is(&m.role, role)).filter_map(|m| m.channel.as_ref());
        let steps = service.offering.value().into_iter().flat_map(|o| &o.steps);
        let steps = steps.filter(|s| is(&s.role, role)).filter_map(|s| s.channel.as_ref());
        moments.chain(steps).for_each(|c| add(&mut out, &c.value));
    }
    let staffed = model.channels.iter().filter(|c| c.capacity.as_ref().is_some_and(|c| is(&c.staffed_by, role)));
    staffed.for_each(|c| add(&mut out, &c.base.id));
    out
}

/// Whether a standard holds for a role: it names the role, or no role and a channel of the role, or nobody and nothing.
fn binds(model: &Model, standard: &Standard, role: &str, channels: &[&str]) -> bool {
    if !standard.roles.is_empty() {
        return has(&standard.roles, role);
    }
    let listed = |id: &str| model.channels.get(id).is_some_and(|c| has(&c.standards, &standard.base.id));
    let limited = !standard.channels.is_empty() || model.channels.iter().any(|c| listed(&c.base.id));
    if standard.internal || !limited {
        return true;
    }
    channels.iter().any(|id| {
        let kind = model.channels.get(id).and_then(|c| c.kind.as_ref()).map(|k| k.value);
        let word = ChannelKind::ALL.iter().find(|(_, k)| Some(*k) == kind).map(|(word, _)| *word);
        listed(id) || standard.channels.iter().any(|c| c.value == **id || Some(c.value.as_str()) == word)
    })
}

/// What a role may decide: its own authority, that of each service, and the redress of complaints.
fn authority<'m>(model: &'m Model, role: &'m Role) -> Vec<May<'m>> {
    let id = role.base.id.as_str();
    let mut out: Vec<May<'m>> = role.authority.iter().map(|a| May::Decide(a, None)).collect();
    for service in model.services.iter().filter(|s| !matches!(s.base.status, Status::Retired { .. })) {
        let own = service.authority.iter().filter(|a| is(&a.role, id));
        out.extend(own.map(|a| May::Decide(a, Some(service))));
    }
    for procedure in &model.complaints {
        let own = procedure.redress.iter().filter(|r| r.decides.as_ref().is_some_and(|d| names(d, id)));
        out.extend(own.map(|r| May::Offer(r, procedure)));
    }
    out
}

/// Whether a text is the id of a role, or a link to it and nothing else.
fn names(text: &Text, role: &str) -> bool {
    let source = text.source.trim();
    let inner = source.strip_prefix("[[").and_then(|s| s.strip_suffix("]]")).unwrap_or(source);
    let target = inner.split('|').next().unwrap_or(inner);
    target.strip_prefix("roles/").unwrap_or(target) == role
}

/// Every step of every escalation.
fn escalations(model: &Model) -> impl Iterator<Item = Escalates<'_>> {
    let in_use = model.services.iter().filter(|s| !matches!(s.base.status, Status::Retired { .. }));
    let services =
        in_use.flat_map(|s| s.escalation.iter().map(move |step| Escalates { step, service: Some(s), of: &s.base }));
    let complaints = model.complaints.iter().flat_map(|p| p.escalation.iter().map(move |step| (step, &p.base)));
    services.chain(complaints.map(|(step, of)| Escalates { step, service: None, of }))
}

/// Whether an escalation is one that a role may have to begin.
fn goes_up(escalates: &Escalates<'_>, services: &[&Service], handles: bool) -> bool {
    match escalates.service {
        Some(service) => services.iter().any(|s| s.base.id == service.base.id),
        None => handles,
    }
}

fn commitments<'m>(model: &'m Model, services: &[&'m Service], channels: &[&str], role: &Role) -> Vec<&'m Commitment> {
    let listed = |c: &Commitment| {
        services.iter().any(|s| s.commitments.value().is_some_and(|ids| has(ids, &c.base.id)))
            || c.service.as_ref().is_some_and(|s| services.iter().any(|own| own.base.id == s.value))
    };
    // A promise of no service holds where customers are met: on the channels it names, or on all.
    let general = |c: &Commitment| {
        let named: Vec<&Spanned<String>> =
            c.applies_to.iter().filter(|(by, _)| by == "channel").flat_map(|(_, words)| words).collect();
        let of = |ids: &[Spanned<String>]| has(ids, &c.base.id);
        let loose = c.service.is_none()
            && !model.services.iter().any(|s| s.commitments.value().is_some_and(|ids: &Vec<_>| of(ids)));
        let meets = if named.is_empty() {
            role.contact
        } else {
            named.iter().any(|word| channels.contains(&word.value.as_str()))
        };
        loose && meets
    };
    let concerns = |c: &&Commitment| listed(c) || general(c) || is(&c.base.owner, &role.base.id);
    model.commitments.iter().filter(|c| c.base.is_active()).filter(concerns).collect()
}

fn complaints<'m>(model: &'m Model, role: &str) -> Vec<Handles<'m>> {
    let mut out = Vec::new();
    for p in &model.complaints {
        let steps = p.steps.iter().enumerate().filter(|(_, s)| is(&s.role, role));
        out.extend(steps.map(|(at, step)| Handles::Step(p, step, at)));
        out.extend(p.severity.iter().filter(|s| is(&s.role, role)).map(|s| Handles::Severity(p, s)));
        let owner = |owner: Option<&Option<Spanned<String>>>| owner.is_some_and(|o| is(o, role));
        let parts = [
            (owner(p.investigation.value().map(|i| &i.owner)), Handles::Investigates(p)),
            (owner(p.improvement_request.value().map(|i| &i.decides)), Handles::DecidesImprovement(p)),
            (owner(p.corrective_action.value().map(|c| &c.verified_by)), Handles::VerifiesCorrection(p)),
            (owner(p.prevention.value().map(|v| &v.owner)), Handles::Prevents(p)),
        ];
        out.extend(parts.into_iter().filter(|(own, _)| *own).map(|(_, part)| part));
    }
    out
}

/// What a role works with: its own resources, and those of the services that it serves, without people.
fn resources<'m>(model: &'m Model, services: &[&'m Service], role: &str) -> Vec<Uses<'m>> {
    let mut out: Vec<Uses<'m>> = Vec::new();
    let mut push = |uses: Uses<'m>| {
        let same = |other: &Uses<'m>| match (other, &uses) {
            (Uses::Entry(a), Uses::Entry(b)) => a.base().id == b.base().id,
            (Uses::Words(a), Uses::Words(b)) => a.source == b.source,
            _ => false,
        };
        if !out.iter().any(same) {
            out.push(uses);
        }
    };
    model.resources.iter().filter(|r| is(&r.role, role)).for_each(|r| push(Uses::Entry(r)));
    for used in services.iter().filter_map(|s| s.resources.value()).flatten() {
        match &used.what {
            ResourceName::Resource(id) => {
                if let Some(resource) = model.resources.get(&id.value).filter(|r| r.role.is_none()) {
                    push(Uses::Entry(resource));
                }
            }
            ResourceName::Words(text) => push(Uses::Words(text)),
            ResourceName::Role(_) | ResourceName::Nothing => {}
        }
    }
    out
}

/// The message whose words belong to a moment: of the same service, said by the same role on the same channel, during
/// rather than before or after; `taken` are those that earlier moments have.
pub fn message_at<'m>(meets: &Meets<'m>, taken: &[&'m Message]) -> Option<&'m Message> {
    let (role, channel) = (meets.moment.role.as_ref()?, meets.moment.channel.as_ref()?);
    let fits = |m: &Message| {
        m.say.is_some() && is(&m.role, &role.value) && m.medium.iter().any(|medium| medium.word == channel.value)
    };
    let order = |moment: Moment| match moment {
        Moment::During => 0,
        Moment::Before => 1,
        Moment::After => 2,
        Moment::Outage | Moment::Always => 3,
    };
    let fitting = of_service(meets.service).filter(|(m, ..)| fits(m) && !taken.iter().any(|t| std::ptr::eq(*t, *m)));
    fitting.min_by_key(|(_, moment, at)| (order(*moment), *at)).map(|(message, ..)| message)
}

/// The redress of a commitment: its own, else that of its service.
pub fn redress<'m>(service: &'m Service, commitment: &'m Commitment) -> Option<&'m crate::model::commitment::Redress> {
    match &commitment.redress {
        Given::Some { value, .. } => Some(value),
        Given::Missing => service.redress.as_ref(),
        Given::None { .. } => None,
    }
}
