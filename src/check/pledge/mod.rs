//! Which promise a sentence speaks of: what it names, else that in whose text it stands, and the times that it may be held against.

mod complaints;
mod known;
mod links;
mod messages;
mod prices;
mod segment;
mod tomorrow;
mod words;

pub use links::printed;
pub use prices::{Asked, Prices, is_another};
pub use tomorrow::{takes_more_than_a_day, tomorrow};
pub use words::{COMPLAINT, SPOKEN, is_longer};

use crate::check::figures::{self, Figure};
use crate::check::prose::{self, Passage};
use crate::check::{speech, wording};
use crate::model::Entry as _;
use crate::parse::kind::Kind;
use crate::parse::mention::{Likeness, Mention, Unit};
use crate::resolve::Resolved;
use complaints::{answer_of_all, is_its_answer, is_of_all_complaints, is_of_case};
use known::{Commitments, Known, Names};
use links::{linked, links};
use messages::{context, message_time, served, spoken};
use std::collections::HashSet;
use std::ops::Range;
use words::{
    FILING, LIMIT, NEVER, REQUESTS, SHORTEST, Stated, decides, is_acknowledgement, is_complaint, is_decision,
    is_of_redress, is_our_limit, is_said, name, shares_of_redress,
};

/// What a sentence speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Topic<'m> {
    Channel(&'m str),
    Service(&'m str),
    Commitment(&'m str),
    Complaints,
}

/// A promise that is spoken of.
pub struct Pledge {
    /// Whose it is, by name.
    pub place: String,
    /// The times that are promised, the one that prose can print first. Never empty.
    pub limits: Vec<Figure>,
    /// Other times that may as truly be said.
    pub excuses: Vec<Figure>,
    /// By when the redress of which the sentence certainly speaks is given.
    redress: Option<Figure>,
    /// Whether nothing else can be meant.
    pub is_certain: bool,
    /// Whether it may be the time of any other promise as well.
    pub is_loose: bool,
    /// Whether a sentence says nothing but how long it takes to be answered.
    is_plain: bool,
}

impl Pledge {
    /// The promise in whose place a time is said; none where the time is promised, or may be, or is of another size.
    pub fn contradicted(&self, passage: &Passage<'_>, mention: &Mention, beside: &[Mention]) -> Option<&Figure> {
        // A step of the work takes less than a day in many services, which does not answer the customer on the same day.
        let may_be = |figure: &&Figure| mention.unit != Unit::SameDay || figure.kind != Kind::Services;
        let agrees = |figures: &[Figure]| figures.iter().filter(may_be).any(|figure| is_said(passage, mention, figure));
        if agrees(&self.limits)
            || agrees(&self.excuses)
            || wording::is_in_hours(passage, mention, &self.limits)
            || wording::is_in_hours(passage, mention, &self.excuses)
        {
            return None;
        }
        // Beside the limit other times are said of other things.
        if beside.iter().any(|other| self.limits.iter().any(|limit| is_said(passage, other, limit))) {
            return None;
        }
        let near = self.limits.iter().find(|figure| wording::is_near(mention, &figure.quantity));
        let instead = || match &self.redress {
            Some(by) => Some(by).filter(|by| wording::is_near(mention, &by.quantity) && is_longer(mention, by)),
            None => self.limits.iter().find(|figure| self.is_plain && wording::is_much_longer(mention, figure)),
        };
        near.or_else(instead)
    }

    /// The promise that a time repeats, if it is one and can be printed.
    pub fn repeated(&self, manual: &Resolved<'_>, mention: &Mention) -> Option<&Figure> {
        let same =
            |figure: &&Figure| mention.likeness(&figure.quantity) == Likeness::Same && figure.link(manual).is_some();
        let mut same = self.limits.iter().filter(same);
        match (same.next(), same.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        }
    }
}

/// What makes promises, looked up once.
pub struct Pledges<'m> {
    names: Names<'m>,
    /// Suppliers and allies, who answer in times of their own.
    others: Vec<String>,
    /// The commitments that services make.
    of_services: HashSet<&'m str>,
    commitments: Commitments<'m>,
}

impl<'m> Pledges<'m> {
    pub fn of(manual: &'m Resolved<'_>) -> Self {
        let model = &manual.model;
        let mut names = Vec::new();
        for channel in model.channels.iter().filter(|c| c.base.is_active()) {
            name(&mut names, &channel.base, Topic::Channel(&channel.base.id));
        }
        for service in model.services.iter().filter(|s| s.base.is_active()) {
            name(&mut names, &service.base, Topic::Service(&service.base.id));
        }
        for (kind, words) in SPOKEN {
            let mut of_kind = model
                .channels
                .iter()
                .filter(|c| c.base.is_active() && c.kind.as_ref().is_some_and(|of| of.value == kind));
            // With two telephones nobody knows which is meant.
            if let (Some(channel), None) = (of_kind.next(), of_kind.next()) {
                names.extend(words.iter().map(|word| ((*word).to_owned(), Topic::Channel(&channel.base.id))));
            }
        }
        let partners = model.suppliers.iter().map(|s| s.base()).chain(model.alliances.iter().map(|a| a.base()));
        let others = partners.map(|base| prose::lower(&base.title())).filter(|n| n.chars().count() >= SHORTEST);
        let listed = model.services.iter().filter_map(|s| s.commitments.value());
        let mut of_services: HashSet<&str> = listed.flatten().map(|id| id.value.as_str()).collect();
        let commitments = Commitments::of(manual);
        let served = commitments.iter().map(|known| known.commitment).filter(|c| c.service.is_some());
        of_services.extend(served.map(|c| c.base.id.as_str()));
        Pledges { names: Names::new(names), others: others.collect(), of_services, commitments }
    }

    /// The promise that the sentence round a part of a passage speaks of. None where it speaks of none for certain, or where somebody
    /// else's doing is told.
    pub fn find(&self, manual: &'m Resolved<'_>, passage: &Passage<'m>, range: &Range<usize>) -> Option<Pledge> {
        let is_wait = passage.kind == Kind::Channels && passage.key() == "wait_message";
        if !is_wait && !speech::is_ours(passage, range) || is_wait && is_no_wait(passage, range) {
            return None;
        }
        let sentence = passage.source.get(passage.statement(range)).unwrap_or_default();
        let lower = prose::lower(sentence);
        if self.others.iter().any(|name| !prose::find_phrase(&lower, name).is_empty()) {
            return None;
        }
        let mut topics = self.named(manual, passage, sentence, &lower)?;
        let own = self.own(manual, passage);
        let is_named = !topics.is_empty();
        let is_receipt = own.contains(&Topic::Complaints)
            || passage.kind == Kind::Communications && is_complaint(&context(manual, passage));
        let is_its_answer = is_its_answer(passage, range, is_receipt || is_complaint(&lower));
        let about_complaints = topics.contains(&Topic::Complaints) || is_receipt && (!is_named || is_its_answer);
        let is_of_all = is_its_answer || is_of_all_complaints(&lower, passage.paragraph(range));
        let stated = Stated { lower: &lower, text: passage.source, is_wait, is_named, about_complaints, is_of_all };
        let mut excuses: Vec<Figure> =
            own.iter().chain(&topics).flat_map(|topic| self.excuses(manual, *topic, &stated)).collect();
        excuses.extend(message_time(manual, passage));
        if about_complaints {
            topics = vec![Topic::Complaints];
        } else if !is_named || own.iter().any(|topic| matches!(topic, Topic::Service(_))) {
            // In the text of a service the channel that is named may be that by which it is given.
            topics.extend(own.iter().filter(|topic| !topics.contains(topic)).copied().collect::<Vec<_>>());
        }
        let redress = self.redress(manual, &topics, &stated);
        let mut found: Vec<(Topic<'m>, Vec<Figure>)> = Vec::new();
        for topic in topics {
            let limits = self.limits(manual, topic, &stated);
            if !limits.is_empty() {
                found.push((topic, limits));
            }
        }
        // A message of a service is held against what the service promises of its matter, else against the channels it goes through.
        let of_service = passage.kind == Kind::Services && passage.path.starts_with("communication.");
        let mut is_loose = passage.kind == Kind::Communications && !is_named && !about_complaints && found.len() > 1;
        if of_service && !is_named {
            match found.iter().any(|(topic, _)| !matches!(topic, Topic::Channel(_))) {
                true => found.retain(|(topic, _)| !matches!(topic, Topic::Channel(_))),
                false => is_loose = true,
            }
        }
        let place = self.place(manual, found.first()?.0);
        let is_certain = found.len() == 1 && (passage.kind != Kind::Communications || is_named);
        let is_plain = (is_wait || prose::words(&lower).count() <= 14)
            && wording::matters(&lower).iter().any(|matter| wording::CONTACT.contains(matter))
            && found.iter().all(|(topic, _)| matches!(topic, Topic::Channel(_)))
            && !prose::words(&lower).any(|word| REQUESTS.contains(&word))
            && !["fuera", "outside", "fora"].iter().any(|word| lower.contains(word));
        let mut limits: Vec<Figure> = found.into_iter().flat_map(|(_, limits)| limits).collect();
        // What prose can print comes first.
        limits.sort_by_key(|figure| figure.path.is_none());
        limits.dedup_by_key(|figure| figure.span);
        Some(Pledge { place, limits, excuses, redress, is_certain: is_certain && !is_loose, is_loose, is_plain })
    }

    /// What a sentence names; none where it links to something else, which then is the matter.
    fn named(
        &self,
        manual: &'m Resolved<'_>,
        passage: &Passage<'_>,
        sentence: &str,
        lower: &str,
    ) -> Option<Vec<Topic<'m>>> {
        let mut out: Vec<Topic<'m>> = Vec::new();
        let mut strange = false;
        for link in links(sentence) {
            if link.contains('.') {
                // A body that prints a figure says other times of other things; elsewhere the figure itself is compared.
                if passage.path.is_empty() && linked(manual, link).is_some() {
                    return None;
                }
                continue;
            }
            let (kind, id) = link.split_once('/').map_or((None, link), |(kind, id)| (Some(kind), id));
            let is = |of: Kind| kind.is_none_or(|kind| kind == of.name());
            let model = &manual.model;
            if let Some(commitment) = model.commitments.get(id).filter(|_| is(Kind::Commitments)) {
                out.push(Topic::Commitment(&commitment.base.id));
            } else if let Some(channel) = model.channels.get(id).filter(|_| is(Kind::Channels)) {
                out.push(Topic::Channel(&channel.base.id));
            } else if let Some(service) = model.services.get(id).filter(|_| is(Kind::Services)) {
                out.push(Topic::Service(&service.base.id));
            } else if model.complaints.get(id).is_some() && is(Kind::Complaints) {
                out.push(Topic::Complaints);
            } else {
                strange = true;
            }
        }
        if is_complaint(lower) {
            out.push(Topic::Complaints);
        }
        let mut names: Vec<(Range<usize>, Topic<'m>)> = Vec::new();
        for (name, topic) in self.names.maybe_in(lower) {
            names.extend(prose::find_phrase(lower, name).into_iter().map(|range| (range, *topic)));
        }
        // «Correo postal» is no e-mail.
        names.retain(|(range, _)| !lower[range.end..].trim_start().starts_with("postal"));
        out.extend(names.iter().map(|(_, topic)| *topic));
        let mut unique: Vec<Topic<'m>> = Vec::new();
        for topic in out {
            if !unique.contains(&topic) {
                unique.push(topic);
            }
        }
        (!strange || !unique.is_empty()).then_some(unique)
    }

    /// That of which a passage speaks where its sentence names nothing.
    fn own(&self, manual: &'m Resolved<'_>, passage: &Passage<'m>) -> Vec<Topic<'m>> {
        let model = &manual.model;
        match passage.kind {
            Kind::Services => {
                let mut out = vec![Topic::Service(passage.id)];
                let service = model.services.get(passage.id).filter(|_| passage.path.starts_with("communication."));
                let Some(service) = service else { return out };
                if let Some(commitment) = spoken(service, passage).and_then(|message| served(manual, message)) {
                    return vec![Topic::Commitment(&commitment.base.id)];
                }
                let channels = service.offering.value().map_or(&[][..], |offering| offering.channels.as_slice());
                let channels = channels.iter().filter_map(|id| model.channels.get(&id.value));
                out.extend(channels.map(|channel| Topic::Channel(&channel.base.id)));
                out
            }
            Kind::Channels => vec![Topic::Channel(passage.id)],
            Kind::Complaints => vec![Topic::Complaints],
            Kind::Commitments => vec![Topic::Commitment(passage.id)],
            Kind::Communications => {
                let Some(communication) = model.communications.get(passage.id) else { return Vec::new() };
                if let Some(commitment) = served(manual, &communication.message) {
                    return vec![Topic::Commitment(&commitment.base.id)];
                }
                let media = communication.message.medium.iter();
                media.filter_map(|m| model.channels.get(&m.word)).map(|c| Topic::Channel(&c.base.id)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn place(&self, manual: &Resolved<'_>, topic: Topic<'_>) -> String {
        let model = &manual.model;
        match topic {
            Topic::Channel(id) => model.channels.get(id).map(|c| c.base.title()).unwrap_or_default(),
            Topic::Service(id) => model.services.get(id).map(|s| s.base.title()).unwrap_or_default(),
            Topic::Commitment(id) => id.to_owned(),
            Topic::Complaints => model.complaints.iter().next().map(|p| p.base.title()).unwrap_or_default(),
        }
    }

    /// The active commitments that belong to a topic. A complaint is answered in a time of its own.
    fn commitments(&self, manual: &'m Resolved<'_>, topic: Topic<'_>, stated: &Stated<'_>) -> Vec<&Known<'m>> {
        let fits = |known: &&Known<'m>| stated.about_complaints || !known.is_complaint;
        match topic {
            Topic::Commitment(id) => self.commitments.with_ids([id].into_iter()),
            Topic::Complaints => {
                let acknowledges = is_acknowledgement(stated.lower);
                let of_complaints = self.commitments.iter().filter(|known| known.is_complaint);
                of_complaints.filter(|known| known.is_acknowledgement == acknowledges).collect()
            }
            Topic::Channel(id) => self.commitments.through(id).filter(fits).collect(),
            Topic::Service(id) => {
                let Some(service) = manual.model.services.get(id) else { return Vec::new() };
                let ids = service.commitments.value().map_or(&[][..], Vec::as_slice);
                let mut known = self.commitments.with_ids(ids.iter().map(|id| id.value.as_str()));
                known.retain(fits);
                known
            }
        }
    }

    /// The times that are promised of a topic, for what a sentence says is done.
    fn limits(&self, manual: &'m Resolved<'_>, topic: Topic<'m>, stated: &Stated<'_>) -> Vec<Figure> {
        let matters = wording::matters(stated.lower);
        let is_contact = matters.iter().any(|matter| wording::CONTACT.contains(matter));
        let says_limit = prose::words(stated.lower).any(|word| LIMIT.iter().any(|stem| word.starts_with(stem)));
        let commitments = self.commitments(manual, topic, stated);
        let own = |known: &&&Known<'m>| match topic {
            Topic::Commitment(_) => stated.is_wait || is_contact,
            Topic::Complaints => {
                is_contact || says_limit || matters.contains(&wording::SOLVE) || is_acknowledgement(stated.lower)
            }
            Topic::Channel(_) => {
                let id = known.commitment.base.id.as_str();
                !self.of_services.contains(id) && known.is_contact && (stated.is_wait || is_contact)
            }
            Topic::Service(_) => {
                let same = known.matters.iter().any(|matter| matters.contains(matter));
                // A request that is decided is answered, if the sentence is about the service and not about a part of the work.
                let decided = || stated.is_named && decides(stated.lower) && is_decision(known.commitment);
                same || is_our_limit(stated.lower) || decided()
            }
        };
        let files = FILING.iter().any(|stem| prose::words(stated.lower).any(|word| word.starts_with(stem)));
        if topic == Topic::Complaints && files {
            return Vec::new();
        }
        let within = |known: &&Known<'m>| {
            let id = &known.commitment.base.id;
            let figures = figures::quantities(manual, Kind::Commitments, id, &["within"]);
            figures.into_iter().find(|f| f.path.as_deref() == Some("within") && f.duration().is_some())
        };
        let mut out: Vec<Figure> = commitments.iter().filter(own).filter_map(within).collect();
        match topic {
            // A promise that has no limit says its time in its measure.
            Topic::Commitment(_) if out.is_empty() => {
                out.extend(
                    commitments.iter().filter(own).flat_map(|known| figures::of_promise(manual, known.commitment)),
                );
            }
            Topic::Channel(id) if out.is_empty() && (stated.is_wait || is_contact) => {
                out.extend(manual.model.channels.get(id).map(figures::first_response).unwrap_or_default());
            }
            // Where no commitment says it, the kinds of cases do, if all have the same limit.
            Topic::Complaints if commitments.is_empty() && stated.is_of_all && !is_acknowledgement(stated.lower) => {
                out.extend(answer_of_all(manual));
            }
            // With two promises of one matter nobody knows which of them is meant.
            Topic::Service(_) | Topic::Complaints => {
                let first = out.first().and_then(Figure::duration).copied();
                if out.iter().any(|figure| figure.duration().copied() != first) {
                    out.clear();
                }
            }
            _ => {}
        }
        out.retain(|figure| figure.duration().is_some());
        out
    }

    /// By when the one promise whose redress a sentence names in two of its words gives it.
    fn redress(&self, manual: &'m Resolved<'_>, topics: &[Topic<'m>], stated: &Stated<'_>) -> Option<Figure> {
        let mut known: Vec<&Known<'m>> =
            topics.iter().flat_map(|topic| self.commitments(manual, *topic, stated)).collect();
        known.retain(|known| shares_of_redress(known.commitment, stated.lower) > 1);
        known.dedup_by_key(|known| known.commitment.base.id.as_str());
        let [one] = known.as_slice() else { return None };
        let figures = figures::quantities(manual, Kind::Commitments, &one.commitment.base.id, &["by"]);
        figures.into_iter().find(|figure| figure.path.as_deref() == Some("redress.by") && figure.duration().is_some())
    }

    /// Every time that may truly be said of a topic.
    fn excuses(&self, manual: &'m Resolved<'_>, topic: Topic<'m>, stated: &Stated<'_>) -> Vec<Figure> {
        let never = prose::words(stated.lower).any(|word| NEVER.contains(&word));
        let mut out = Vec::new();
        for known in self.commitments(manual, topic, stated) {
            let commitment = known.commitment;
            // What a service does on a channel is no answer of the channel: a card is blocked in five minutes, at a counter too.
            let of_service = self.of_services.contains(commitment.base.id.as_str());
            if matches!(topic, Topic::Channel(_)) && of_service && !known.is_contact {
                continue;
            }
            out.extend(figures::of_promise(manual, commitment));
            if never {
                out.extend(figures::of_commitment(manual, commitment));
            }
            if is_of_redress(commitment, stated.lower) {
                let by = figures::quantities(manual, Kind::Commitments, &commitment.base.id, &["by"]);
                out.extend(by);
            }
        }
        out.retain(|figure| figure.duration().is_some());
        match topic {
            Topic::Channel(id) => {
                out.extend(manual.model.channels.get(id).map(figures::first_response).unwrap_or_default());
                let channel = manual.model.channels.get(id);
                let response = channel.and_then(|c| c.first_response.as_ref()).and_then(|r| r.indicator.as_ref());
                let indicator = response.and_then(|id| manual.model.indicators.get(&id.value));
                out.extend(indicator.map(figures::of_indicator).unwrap_or_default());
            }
            Topic::Service(id) => {
                let own = figures::quantities(manual, Kind::Services, id, &["within", "handling_time", "lead_time"]);
                // By when staff give a message is another matter.
                let message = |f: &Figure| f.path.as_ref().is_some_and(|path| path.starts_with("communication."));
                out.extend(own.into_iter().filter(|f| !message(f)));
            }
            Topic::Complaints => {
                for procedure in manual.model.complaints.iter().filter(|p| p.base.is_active()) {
                    let id = procedure.base.id.as_str();
                    let keys = ["answer_within", "first_answer", "within"];
                    for (path, figure) in figures::with_paths(manual, Kind::Complaints, id, &keys) {
                        if is_of_case(&path, stated) {
                            out.push(figure);
                        }
                    }
                }
            }
            Topic::Commitment(_) => {}
        }
        out
    }
}

/// Whether a time of the recording that is heard in a queue is none of waiting.
fn is_no_wait(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    speech::is_quoted(passage, range)
        || speech::is_threshold(passage, range)
        || speech::is_length_of_talk(passage, range)
}
