//! Which promise a sentence speaks of: what it names, else that in whose text it stands, and the times that it may be held against.

use crate::check::figures::{self, Figure};
use crate::check::prose::{self, Passage};
use crate::check::{promises, speech, wording};
use crate::model::Entry as _;
use crate::model::base::Base;
use crate::model::channel::ChannelKind;
use crate::model::commitment::Commitment;
use crate::model::message::Message;
use crate::model::service::Service;
use crate::parse::kind::Kind;
use crate::parse::mention::{Likeness, Mention, Unit};
use crate::resolve::Resolved;
use crate::values::{Decimal, Quantity, TimeUnit};
use std::collections::HashSet;
use std::ops::Range;

/// Names shorter than this are words of everyday use too often: «Caja», «Chat».
const SHORTEST: usize = 6;

/// Stems of words for complaints, in the three languages.
const COMPLAINT: [&str; 4] = ["reclam", "queja", "complain", "queixa"];
/// Stems of words for the acknowledgement of one.
const ACKNOWLEDGE: [&str; 2] = ["acus", "acknowledg"];
/// Stems of what a customer does within a time, if the sentence has a complaint or an answer beside it.
const FILING: [&str; 9] =
    ["apel", "presentar", "interpon", "formular", "recurr", "appeal", "lodge", "conserv", "archiv"];
/// Words for a time limit, which speak of answering where a complaint is the matter.
const LIMIT: [&str; 6] = ["plazo", "deadline", "limit", "prazo", "compromiso", "commitment"];
/// Words that say that a limit is never passed.
const NEVER: [&str; 9] = ["nunca", "ningún", "ninguno", "ninguna", "jamás", "never", "nenhum", "nenhuma", "jamais"];
/// What is asked for, and answered in a time of its own.
const REQUESTS: [&str; 14] = [
    "solicitud",
    "solicitudes",
    "trámite",
    "trámites",
    "pedido",
    "pedidos",
    "application",
    "request",
    "order",
    "claim",
    "solicitação",
    "crédito",
    "apelación",
    "recurso",
];

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
        let agrees = |figures: &[Figure]| figures.iter().any(|figure| is_said(passage, mention, figure));
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
        near.or_else(|| self.limits.iter().find(|figure| self.is_plain && wording::is_much_longer(mention, figure)))
    }

    /// The promise that a time repeats, if it is one and can be printed.
    pub fn repeated(&self, mention: &Mention) -> Option<&Figure> {
        let same = |figure: &&Figure| figure.path.is_some() && mention.likeness(&figure.quantity) == Likeness::Same;
        let mut same = self.limits.iter().filter(same);
        match (same.next(), same.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        }
    }
}

/// Whether a time of a text is that of the manual. «Menos de dos días» is less than two business days, and two weeks are ten of them.
fn is_said(passage: &Passage<'_>, mention: &Mention, figure: &Figure) -> bool {
    let likeness = mention.likeness(&figure.quantity);
    let Quantity::Duration(value) = &figure.quantity else { return false };
    if likeness == Likeness::Alike && mention.unit == Unit::Days && value.unit == TimeUnit::BusinessDay {
        let before = prose::lower(passage.source.get(..mention.range.start).unwrap_or_default());
        let mut words = before.split_whitespace().rev();
        let less = (words.next(), words.next());
        return !matches!(less, (Some("de"), Some("menos")) | (Some("than"), Some("less")));
    }
    let weeks = mention.unit == Unit::Time(TimeUnit::Week)
        && value.unit == TimeUnit::BusinessDay
        && mention.amount.saturating_mul(Decimal::from(5)) == value.amount;
    weeks || matches!(likeness, Likeness::Same | Likeness::Alike)
}

/// What makes promises, looked up once.
pub struct Pledges<'m> {
    names: Vec<(String, Topic<'m>)>,
    /// Suppliers and allies, who answer in times of their own.
    others: Vec<String>,
    /// The commitments that services make.
    of_services: HashSet<&'m str>,
    commitments: Vec<&'m Commitment>,
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
        let commitments: Vec<&Commitment> = promises::commitments(manual).collect();
        of_services.extend(commitments.iter().filter(|c| c.service.is_some()).map(|c| c.base.id.as_str()));
        Pledges { names, others: others.collect(), of_services, commitments }
    }

    /// The promise that the sentence round a part of a passage speaks of. None where it speaks of none for certain, or where somebody
    /// else's doing is told.
    pub fn find(&self, manual: &'m Resolved<'_>, passage: &Passage<'m>, range: &Range<usize>) -> Option<Pledge> {
        let is_wait = passage.kind == Kind::Channels && passage.key() == "wait_message";
        if !is_wait && !speech::is_ours(passage, range) || is_wait && speech::is_quoted(passage, range) {
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
        let about_complaints = topics.contains(&Topic::Complaints)
            || !is_named && own.contains(&Topic::Complaints)
            || !is_named && passage.kind == Kind::Communications && is_complaint(&context(manual, passage));
        let stated = Stated { lower: &lower, text: passage.source, is_wait, about_complaints };
        let mut excuses: Vec<Figure> =
            own.iter().chain(&topics).flat_map(|topic| self.excuses(manual, *topic, &stated)).collect();
        excuses.extend(message_time(manual, passage));
        if about_complaints {
            topics = vec![Topic::Complaints];
        } else if !is_named || own.iter().any(|topic| matches!(topic, Topic::Service(_))) {
            // In the text of a service the channel that is named may be that by which it is given.
            topics.extend(own.iter().filter(|topic| !topics.contains(topic)).copied().collect::<Vec<_>>());
        }
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
        let is_certain = found.len() == 1 && !(passage.kind == Kind::Communications && !is_named);
        let is_plain = (is_wait || prose::words(&lower).count() <= 14)
            && found.iter().all(|(topic, _)| matches!(topic, Topic::Channel(_)))
            && !prose::words(&lower).any(|word| REQUESTS.contains(&word))
            && !["fuera", "outside", "fora"].iter().any(|word| lower.contains(word));
        let mut limits: Vec<Figure> = found.into_iter().flat_map(|(_, limits)| limits).collect();
        // What prose can print comes first.
        limits.sort_by_key(|figure| figure.path.is_none());
        limits.dedup_by_key(|figure| figure.span);
        Some(Pledge { place, limits, excuses, is_certain: is_certain && !is_loose, is_loose, is_plain })
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
        for (name, topic) in &self.names {
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
    fn commitments(&self, manual: &'m Resolved<'_>, topic: Topic<'_>, stated: &Stated<'_>) -> Vec<&'m Commitment> {
        let all = self.commitments.iter().copied();
        match topic {
            Topic::Commitment(id) => all.filter(|c| c.base.id == id).collect(),
            Topic::Complaints => {
                let acknowledges = is_acknowledgement(stated.lower);
                all.filter(|c| is_complaint(&about(c)) && is_acknowledgement(&about(c)) == acknowledges).collect()
            }
            Topic::Channel(id) => all
                .filter(|c| figures::applies_to(c, id) && (stated.about_complaints || !is_complaint(&about(c))))
                .collect(),
            Topic::Service(id) => {
                let Some(service) = manual.model.services.get(id) else { return Vec::new() };
                let ids = service.commitments.value().map_or(&[][..], Vec::as_slice);
                let lists = |c: &&Commitment| ids.iter().any(|id| id.value == c.base.id);
                all.filter(lists).filter(|c| stated.about_complaints || !is_complaint(&about(c))).collect()
            }
        }
    }

    /// The times that are promised of a topic, for what a sentence says is done.
    fn limits(&self, manual: &'m Resolved<'_>, topic: Topic<'m>, stated: &Stated<'_>) -> Vec<Figure> {
        let matters = wording::matters(stated.lower);
        let is_contact = matters.iter().any(|matter| wording::CONTACT.contains(matter));
        let says_limit = prose::words(stated.lower).any(|word| LIMIT.iter().any(|stem| word.starts_with(stem)));
        let commitments = self.commitments(manual, topic, stated);
        let own = |c: &&Commitment| match topic {
            Topic::Commitment(_) => stated.is_wait || is_contact,
            Topic::Complaints => {
                is_contact || says_limit || matters.contains(&wording::SOLVE) || is_acknowledgement(stated.lower)
            }
            Topic::Channel(_) => {
                let speaks = wording::matters(&about(c)).iter().any(|matter| wording::CONTACT.contains(matter));
                !self.of_services.contains(c.base.id.as_str()) && speaks && (stated.is_wait || is_contact)
            }
            Topic::Service(_) => {
                let same = wording::matters(&about(c)).iter().any(|matter| matters.contains(matter));
                same || is_our_limit(stated.lower)
            }
        };
        let files = FILING.iter().any(|stem| prose::words(stated.lower).any(|word| word.starts_with(stem)));
        if topic == Topic::Complaints && files {
            return Vec::new();
        }
        let within = |c: &&Commitment| {
            let figures = figures::quantities(manual, Kind::Commitments, &c.base.id, &["within"]);
            figures.into_iter().find(|f| f.path.as_deref() == Some("within") && f.duration().is_some())
        };
        let mut out: Vec<Figure> = commitments.iter().filter(|c| own(c)).filter_map(within).collect();
        match topic {
            // A promise that has no limit says its time in its measure.
            Topic::Commitment(_) if out.is_empty() => {
                out.extend(commitments.iter().filter(|c| own(c)).flat_map(|c| figures::of_promise(manual, c)));
            }
            Topic::Channel(id) if out.is_empty() && (stated.is_wait || is_contact) => {
                out.extend(manual.model.channels.get(id).map(figures::first_response).unwrap_or_default());
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

    /// Every time that may truly be said of a topic.
    fn excuses(&self, manual: &'m Resolved<'_>, topic: Topic<'m>, stated: &Stated<'_>) -> Vec<Figure> {
        let never = prose::words(stated.lower).any(|word| NEVER.contains(&word));
        let mut out = Vec::new();
        for commitment in self.commitments(manual, topic, stated) {
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

/// What a sentence says, as it is needed to tell which promise is meant.
struct Stated<'t> {
    lower: &'t str,
    /// The whole text in which it stands.
    text: &'t str,
    is_wait: bool,
    about_complaints: bool,
}

/// How everybody calls a channel of a kind, where there is one of it.
const SPOKEN: [(ChannelKind, &[&str]); 3] = [
    (ChannelKind::Telephone, &["teléfono", "telefónica", "telefónico", "telephone", "phone", "telefone"]),
    (ChannelKind::Email, &["correo", "correos", "correo electrónico", "email", "emails", "e-mail", "e-mails"]),
    (ChannelKind::Chat, &["chat"]),
];

/// The name of an entry and its singular, and an id that is a word.
fn name<'m>(names: &mut Vec<(String, Topic<'m>)>, base: &'m Base, topic: Topic<'m>) {
    let mut add = |name: String| {
        let singular = name.strip_suffix('s').filter(|one| one.chars().count() >= SHORTEST && !one.contains(' '));
        let plural = (!name.ends_with('s') && !name.contains(' ')).then(|| format!("{name}s"));
        names.extend(singular.map(|one| (one.to_owned(), topic)));
        if name.chars().count() >= SHORTEST {
            names.extend(plural.map(|many| (many, topic)));
            names.push((name, topic));
        }
    };
    add(prose::lower(&base.title()));
    if !base.id.contains('-') && matches!(topic, Topic::Service(_)) {
        add(base.id.clone());
    }
}

/// The commitment that a message serves.
fn served<'m>(manual: &'m Resolved<'_>, message: &Message) -> Option<&'m Commitment> {
    let named = message.commitment.as_ref()?;
    manual.model.commitments.get(&named.value).filter(|c| c.base.is_active())
}

/// The message of a service in which a passage stands.
fn spoken<'m>(service: &'m Service, passage: &Passage<'_>) -> Option<&'m Message> {
    let communication = service.communication.value()?;
    let moments = [&communication.before, &communication.during, &communication.after];
    moments
        .into_iter()
        .flat_map(|moment| moment.value().into_iter().flatten())
        .find(|message| [&message.say, &message.content].into_iter().flatten().any(|text| text.span == passage.span))
}

/// What a message is about, by its name, what sets it off and what it says.
fn context(manual: &Resolved<'_>, passage: &Passage<'_>) -> String {
    let Some(communication) = manual.model.communications.get(passage.id) else { return String::new() };
    let trigger = communication.message.trigger.as_ref().map(|text| text.plain()).unwrap_or_default();
    prose::lower(&format!("{} {} {trigger} {}", communication.base.id, communication.base.title(), passage.source))
}

/// The time in which a message is given, which its text may say.
fn message_time(manual: &Resolved<'_>, passage: &Passage<'_>) -> Vec<Figure> {
    if !matches!(passage.kind, Kind::Services | Kind::Communications) || passage.path.is_empty() {
        return Vec::new();
    }
    let beside = passage.path.rsplit_once('.').map_or("within".to_owned(), |(parent, _)| format!("{parent}.within"));
    let own = figures::with_paths(manual, passage.kind, passage.id, &["within"]).into_iter();
    own.filter(|(path, _)| *path == beside).map(|(_, figure)| figure).collect()
}

/// The words by which a commitment is known.
fn about(commitment: &Commitment) -> String {
    prose::lower(&format!("{} {}", commitment.base.id, commitment.base.title()))
}

fn is_complaint(lower: &str) -> bool {
    prose::words(lower).any(|word| COMPLAINT.iter().any(|stem| word.starts_with(stem)))
}

fn is_acknowledgement(lower: &str) -> bool {
    prose::words(lower).any(|word| ACKNOWLEDGE.iter().any(|stem| word.starts_with(stem)))
}

/// «Nuestro compromiso», “our promise”.
fn is_our_limit(lower: &str) -> bool {
    let phrases =
        ["nuestro compromiso", "nuestro plazo", "our commitment", "our promise", "nosso compromisso", "nosso prazo"];
    phrases.iter().any(|phrase| !prose::find_phrase(lower, phrase).is_empty())
}

/// Whether a sentence speaks of what is given when the promise fails: it shares a word of substance with it.
fn is_of_redress(commitment: &Commitment, lower: &str) -> bool {
    let gives = commitment.redress.value().and_then(|redress| redress.gives.as_ref());
    let gives = gives.map(|text| prose::lower(&text.plain())).unwrap_or_default();
    let empty =
        ["para", "usted", "with", "your", "from", "that", "você", "pela", "pelo", "como", "respuesta", "answer"];
    let stem = |word: &str| word.chars().take(5).collect::<String>();
    let of_gives: Vec<String> =
        prose::words(&gives).filter(|w| w.chars().count() >= 4 && !empty.contains(w)).map(stem).collect();
    prose::words(lower).filter(|w| w.chars().count() >= 4 && !empty.contains(w)).any(|w| of_gives.contains(&stem(w)))
}

/// Whether a time of a complaint procedure may be said: that of a suggestion only where suggestions are spoken of.
fn is_of_case(path: &str, stated: &Stated<'_>) -> bool {
    let mut keys = path.split('.');
    match (keys.next(), keys.next()) {
        (Some("types"), Some(id)) => is_complaint(id) || stated.lower.contains(&prose::lower(id)),
        (Some("escalation" | "closing"), _) => false,
        (Some("intake"), _) => is_acknowledgement(stated.lower) || is_acknowledgement(&prose::lower(stated.text)),
        _ => true,
    }
}

/// What stands in the double brackets of a sentence, without the words shown.
fn links(sentence: &str) -> impl Iterator<Item = &str> {
    let parts = sentence.split("[[").skip(1).filter_map(|part| part.split_once("]]"));
    parts.map(|(link, _)| link.split('|').next().unwrap_or(link).trim())
}

/// The time that a link prints.
fn linked(manual: &Resolved<'_>, link: &str) -> Option<Figure> {
    let (entry, path) = link.split_once('.')?;
    let (kind, id) = entry.split_once('/').map_or((None, entry), |(kind, id)| (Some(kind), id));
    let kinds = Kind::ALL.into_iter().filter(|of| kind.is_none_or(|kind| kind == of.name()));
    let mut figures = kinds.filter(|of| manual.model.base(*of, id).is_some()).flat_map(|of| {
        let key = path.rsplit('.').next().unwrap_or(path);
        figures::quantities(manual, of, id, &[key]).into_iter().filter(|f| f.path.as_deref() == Some(path))
    });
    figures.next().filter(|figure| figure.duration().is_some())
}

/// The times that a passage prints by links, as if they were typed, each with its figure.
pub fn printed(manual: &Resolved<'_>, passage: &Passage<'_>) -> Vec<(Mention, Figure)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(open) = passage.source.get(at..).and_then(|rest| rest.find("[[")).map(|open| at + open) {
        let Some(close) = passage.source[open..].find("]]").map(|close| open + close) else { break };
        at = close + 2;
        let inside = &passage.source[open + 2..close];
        let link = inside.split('|').next().unwrap_or(inside).trim();
        let Some(figure) = linked(manual, link) else { continue };
        let Some(duration) = figure.duration().copied() else { continue };
        let unit = Unit::Time(duration.unit);
        let mention = Mention { range: open..at, amount: duration.amount, low: duration.low, unit, article: false };
        out.push((mention, figure));
    }
    out
}
