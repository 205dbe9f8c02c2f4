//! C309: a message that states a wait agrees with the wait that is promised (C5): the recorded «dos minutos» while it is five.

use crate::check::figures::{self, ChannelFigures, Figure};
use crate::check::prose::{Passage, passages};
use crate::check::{Report, Rule, wording};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Status;
use crate::model::message::{Medium, Message};
use crate::model::service::Service;
use crate::parse::kind::Kind;
use crate::parse::mention::Mention;
use crate::resolve::Resolved;
use crate::values::{Comparison, Quantity};
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C309",
        name: "message-with-another-wait",
        severity: Severity::Error,
        message: Text {
            es: "el mensaje dice «{said}» y lo que se promete por «{place}» es {promise}",
            en: "the message says “{said}”, and what is promised through “{place}” is {promise}",
            pt: "a mensagem diz “{said}”, e o que se promete por “{place}” é {promise}",
        },
        why: Text {
            es: "Una grabación que dice dos minutos cuando la espera es de cinco es la falta clásica: cada llamada empieza con una promesa rota.",
            en: "A recording that says two minutes while the wait is five is the classic fault: each call begins with a broken promise.",
            pt: "Uma gravação que diz dois minutos quando a espera é de cinco é a falha clássica: cada chamada começa com uma promessa quebrada.",
        },
        fix: Text {
            es: "cambie la cifra del mensaje por la que se promete, o por el enlace que siempre la repite: `{link}`",
            en: "replace the figure in the message with the one that is promised, or with the link that always repeats it: `{link}`",
            pt: "troque o valor da mensagem pelo que se promete, ou pelo link que sempre o repete: `{link}`",
        },
        bad: r#"=== channels.yaml
telefono:
  name: Central telefónica
  kind: telephone
  first_response: { target: { share: 80 %, within: 5 minutes } }
  wait_message: Gracias por esperar. Le atenderemos en dos minutos.
#                                                      ^^^^^^^^^^^
=== commitments.yaml
aviso: { promise: Le avisamos del resultado., within: 1 business day, target: { share: 95 %, within: 1 business day } }
=== communications.yaml
resultado:
  name: Resultado
  moment: after
  say: Le contestamos en cinco días hábiles.
#                        ^^^^^^^^^^^^^^^^^^
  within: 3 business days
#         ^^^^^^^^^^^^^^^
  commitment: aviso
"#,
        good: r#"=== channels.yaml
telefono:
  name: Central telefónica
  kind: telephone
  first_response: { target: { share: 80 %, within: 5 minutes } }
  wait_message: Gracias por esperar. Le atenderemos en cinco minutos o menos.
=== commitments.yaml
aviso: { promise: Le avisamos del resultado., within: 1 business day, target: { share: 95 %, within: 1 business day } }
=== communications.yaml
resultado:
  name: Resultado
  moment: after
  say: Le contestamos en un día hábil.
  within: 4 business hours
  commitment: aviso
"#,
    },
    check,
};

const HERE: Text = Text { es: "lo prometido está aquí", en: "the promise is here", pt: "a promessa está aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    // In a manual of a thousand services the same few times stand a thousand times.
    let mut known: HashSet<Quantity> = HashSet::new();
    let mut everywhere: Vec<Figure> = manual
        .model
        .commitments
        .iter()
        .flat_map(|c| figures::of_commitment(manual, c))
        .chain(manual.model.complaints.iter().flat_map(|p| {
            figures::quantities(manual, Kind::Complaints, &p.base.id, &["answer_within", "first_answer", "within"])
        }))
        .collect();
    everywhere.retain(|figure| known.insert(figure.quantity.clone()));
    let channels = report.channels(manual);
    services_messages(manual).for_each(|(message, subject)| time_of(manual, report, message, &subject));
    for communication in manual.model.communications.iter().filter(|c| c.base.is_active()) {
        time_of(manual, report, &communication.message, &communication.base.subject());
    }
    for passage in passages(manual, is_message) {
        let mentions: Vec<Mention> = report.mentions(&passage).iter().filter(|m| m.is_time()).cloned().collect();
        if mentions.is_empty() {
            continue;
        }
        let Some(promised) = promised(manual, channels, &passage) else { continue };
        let times = || promised.figures.iter().filter(|figure| figure.duration().is_some());
        if times().next().is_none() {
            continue;
        }
        for mention in mentions.iter().filter(|m| wording::is_quantity(&passage, m)) {
            if figures::is_among(mention, &promised.figures)
                || wording::is_in_hours(&passage, mention, &promised.figures)
            {
                continue;
            }
            let elsewhere = promised.certainty == Certainty::Loose && figures::is_among(mention, &everywhere);
            let speaks = promised.certainty == Certainty::Wait || wording::speaks_of_contact(&passage, mention);
            if elsewhere || !speaks {
                continue;
            }
            // What is of another size is another matter: the term of a loan is no wait.
            let Some(figure) = times().find(|figure| wording::is_near(mention, &figure.quantity)) else { continue };
            let link = figure.link(manual).or_else(|| times().find_map(|f| f.link(manual)));
            let link = link.unwrap_or_else(|| figure.duration().map(super::written).unwrap_or_default());
            report.at(passage.place(&mention.range), &passage.subject(), |finding| {
                finding
                    .arg("said", passage.words(mention))
                    .arg("place", promised.place.as_str())
                    .arg("promise", figure.quantity.clone())
                    .arg("link", link)
                    .label(figure.span, HERE)
            });
        }
    }
}

/// The messages of active services.
fn services_messages<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = (&'m Message, String)> {
    let services = manual.model.services.iter().filter(|s| s.base.is_active());
    services.filter_map(|s| Some((s, s.communication.value()?))).flat_map(|(service, communication)| {
        let moments = [&communication.before, &communication.during, &communication.after];
        let messages = moments.into_iter().flat_map(|moment| moment.value().into_iter().flatten());
        messages.map(|message| (message, service.base.subject()))
    })
}

/// The time in which a message is given, against the promise that it serves.
fn time_of(manual: &Resolved<'_>, report: &mut Report<'_>, message: &Message, subject: &str) {
    let Some(within) = message.within.as_ref().and_then(|within| within.otherwise.as_ref()) else { return };
    let named = message.commitment.as_ref().and_then(|id| manual.model.commitments.get(&id.value));
    let Some(commitment) = named.filter(|c| c.base.is_active() && matches!(message.status, Status::Active)) else {
        return;
    };
    let calendar = &manual.model.calendar_of_commitment(commitment);
    let limit = commitment.within.as_ref().and_then(|within| within.single());
    let figures = figures::of_commitment(manual, commitment);
    // The limit of the promise; where it has none, the time of its measure.
    let own = figures.iter().filter(|figure| limit.is_none() || figure.path.as_deref() == Some("within"));
    let Some((figure, limit)) = own.filter_map(|figure| Some((figure, *figure.duration()?))).next() else { return };
    if within.value.compare(&limit, calendar) != Comparison::Longer {
        return;
    }
    report.at(within.span, subject, |finding| {
        finding
            .arg("said", Quantity::Duration(within.value))
            .arg("place", commitment.base.id.as_str())
            .arg("promise", figure.quantity.clone())
            .arg("link", super::written(&limit))
            .label(figure.span, HERE)
    });
}

/// The promise that a message names as the one it serves, for what it says.
fn of_commitment(manual: &Resolved<'_>, message: &Message) -> Option<Promised> {
    let commitment = manual.model.commitments.get(&message.commitment.as_ref()?.value)?;
    let figures = figures::of_commitment(manual, commitment);
    let place = commitment.base.id.clone();
    commitment.base.is_active().then_some(Promised { figures, place, certainty: Certainty::Answer })
}

/// What a message has to agree with.
struct Promised {
    figures: Vec<Figure>,
    /// The channel or service, by name.
    place: String,
    certainty: Certainty,
}

/// How surely a time in a message is the wait that is promised.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Certainty {
    /// Every time in the text is a wait.
    Wait,
    /// A time is, if its sentence speaks of answering.
    Answer,
    /// It may be the time of any other promise as well.
    Loose,
}

fn is_message(passage: &Passage<'_>) -> bool {
    match (passage.kind, passage.key()) {
        (Kind::Channels, "wait_message") | (Kind::Communications, "say" | "content") => true,
        (Kind::Services, "say" | "content") => passage.path.starts_with("communication."),
        _ => false,
    }
}

fn promised(manual: &Resolved<'_>, channels: &ChannelFigures, passage: &Passage<'_>) -> Option<Promised> {
    let model = &manual.model;
    match (passage.kind, passage.key()) {
        (Kind::Channels, "wait_message") => {
            let channel = model.channels.get(passage.id)?;
            let figures = channels.get(passage.id).to_vec();
            Some(Promised { figures, place: channel.base.title(), certainty: Certainty::Wait })
        }
        (Kind::Communications, "say" | "content") => {
            let message = &model.communications.get(passage.id)?.message;
            if let Some(promised) = of_commitment(manual, message) {
                return Some(promised);
            }
            let (mut figures, place) = of_media(manual, channels, &message.medium)?;
            figures.extend(figures::quantities(manual, Kind::Communications, passage.id, &["within"]));
            // With several media nobody knows which of their times is said.
            let certainty = match message.medium.len() {
                1 if is_about_waiting(passage) => Certainty::Wait,
                1 => Certainty::Answer,
                _ => Certainty::Loose,
            };
            Some(Promised { figures, place, certainty })
        }
        (Kind::Services, _) => {
            let service = model.services.get(passage.id)?;
            if let Some(promised) = spoken(service, passage).and_then(|message| of_commitment(manual, message)) {
                return Some(promised);
            }
            let mut figures = figures::of_service(manual, service);
            let place = service.base.title();
            for channel in service.offering.value().map_or(&[][..], |o| o.channels.as_slice()) {
                figures.extend(channels.get(&channel.value).iter().cloned());
            }
            figures.extend(figures::quantities(manual, Kind::Services, passage.id, &["within"]));
            Some(Promised { figures, place, certainty: Certainty::Loose })
        }
        _ => None,
    }
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

/// The figures of the channels that a message goes through; none where it goes through none of ours.
fn of_media(manual: &Resolved<'_>, figures: &ChannelFigures, media: &[Medium]) -> Option<(Vec<Figure>, String)> {
    let channels: Vec<_> = media.iter().filter_map(|medium| manual.model.channels.get(&medium.word)).collect();
    let first = channels.first()?;
    let figures = channels.iter().flat_map(|channel| figures.get(&channel.base.id)).cloned().collect();
    Some((figures, first.base.title()))
}

/// Whether a message is what is said to those who wait.
fn is_about_waiting(passage: &Passage<'_>) -> bool {
    let text = crate::check::prose::lower(passage.source);
    ["esper", "wait", "hold the line", "hold on", "aguard"].iter().any(|stem| text.contains(stem))
}
