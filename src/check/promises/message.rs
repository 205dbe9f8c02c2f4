//! C309: a message that states a wait agrees with the wait that is promised (C5): the recorded «dos minutos» while it is five.

use crate::check::figures::{self, Figure};
use crate::check::pledge::{self, Asked, Pledges, Prices};
use crate::check::prose::{Passage, passages};
use crate::check::{Report, Rule, wording};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::message::Message;
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
            es: "el mensaje dice «{said}» y {what} «{place}» es {promise}",
            en: "the message says “{said}”, and {what} “{place}” is {promise}",
            pt: "a mensagem diz “{said}”, e {what} “{place}” é {promise}",
        },
        why: Text {
            es: "Una grabación que dice dos minutos cuando la espera es de cinco es la falta clásica: cada llamada empieza con una promesa rota.",
            en: "A recording that says two minutes while the wait is five is the classic fault: each call begins with a broken promise.",
            pt: "Uma gravação que diz dois minutos quando a espera é de cinco é a falha clássica: cada chamada começa com uma promessa quebrada.",
        },
        fix: Text {
            es: "escriba en el mensaje {instead}",
            en: "write {instead} in the message",
            pt: "escreva na mensagem {instead}",
        },
        bad: r#"=== channels.yaml
telefono:
  name: Central telefónica
  kind: telephone
  first_response: { target: { share: 80 %, within: 5 minutes } }
  wait_message: Gracias por esperar. Le atenderemos en dos minutos.
#                                                      ^^^^^^^^^^^
correo:
  name: Correo electrónico
  kind: email
  first_response: { target: { share: 95 %, within: 8 business hours } }
  wait_message: Le responderemos en [[aviso.within]].
#                                   ^^^^^^^^^^^^^^^^
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
=== services/visita.md
---
code: VD-01
name: Visita
offering: { price: { amount: 80 PEN, per: visita } }
communication:
  before:
    - { trigger: Pide una visita, say: La visita cuesta 70 soles. }
#                                                       ^^^^^^^^
---
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
=== services/visita.md
---
code: VD-01
name: Visita
offering: { price: { amount: 80 PEN, per: visita } }
communication:
  before:
    - { trigger: Pide una visita, say: "La visita cuesta [[visita.offering.price.amount]]; el repuesto, 45 soles." }
---
"#,
    },
    check,
};

/// What a message says something else than.
const WAIT: Text = Text { es: "lo que se promete por", en: "what is promised through", pt: "o que se promete por" };
const PRICE: Text = Text { es: "el precio de", en: "the price of", pt: "o preço de" };
/// What to write in its place.
const PROMISED: Text = Text {
    es: "`{link}`, que es lo que se promete",
    en: "`{link}`, which is what is promised,",
    pt: "`{link}`, que é o que se promete",
};
const PRICED: Text = Text {
    es: "`{link}`, que es lo que cuesta, o corrija el precio",
    en: "`{link}`, which is what it costs,",
    pt: "`{link}`, que é o que custa, ou corrija o preço",
};
const NOTHING: Text = Text { es: "cero", en: "nothing", pt: "zero" };
const FREE: Text = Text {
    es: "que es gratuito, o corrija el precio en `{entry}`",
    en: "that it is free of charge (or correct the price in `{entry}`)",
    pt: "que é gratuito, ou corrija o preço em `{entry}`",
};
const HERE: Text = Text { es: "lo prometido está aquí", en: "the promise is here", pt: "a promessa está aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    services_messages(manual).for_each(|(message, subject)| time_of(manual, report, message, &subject));
    for communication in manual.model.communications.iter().filter(|c| c.base.is_active()) {
        time_of(manual, report, &communication.message, &communication.base.subject());
    }
    let everywhere = everywhere(manual);
    let pledges = Pledges::of(manual);
    let prices = Prices::of(manual);
    for passage in passages(manual, is_message) {
        price_of(manual, report, &prices, &passage);
        let mut typed: Vec<Mention> = report.mentions(&passage).iter().filter(|m| m.is_time()).cloned().collect();
        let tomorrow = pledge::tomorrow(manual, &passage);
        typed.extend(tomorrow.clone());
        // A link to another promise says another time as surely as a figure does.
        let printed: Vec<Mention> = pledge::printed(manual, &passage).into_iter().map(|(mention, _)| mention).collect();
        let typed = typed.into_iter().filter(|m| wording::is_quantity(&passage, m)).map(|m| (m, false));
        let all: Vec<(Mention, bool)> = typed.chain(printed.into_iter().map(|m| (m, true))).collect();
        for (mention, is_link) in &all {
            let Some(mut pledge) = pledges.find(manual, &passage, &mention.range) else { continue };
            if tomorrow.as_ref() == Some(mention) {
                // A step of the work takes a day in many services, and what is given when a visit is late has the word of the visit.
                let is_promised = |f: &Figure| f.kind != Kind::Services && f.path.as_deref() != Some("redress.by");
                pledge.excuses.retain(is_promised);
            }
            if pledge.is_loose && (*is_link || figures::is_among(mention, &everywhere)) {
                continue;
            }
            let sentence = passage.sentence_range(&mention.range);
            let beside: Vec<Mention> = all
                .iter()
                .map(|(other, _)| other)
                .filter(|other| other.range != mention.range && sentence.contains(&other.range.start))
                .cloned()
                .collect();
            let Some(figure) = pledge.contradicted(&passage, mention, &beside) else { continue };
            if tomorrow.as_ref() == Some(mention) && !pledge::takes_more_than_a_day(figure) {
                continue;
            }
            let link = figure.link(manual).or_else(|| pledge.limits.iter().find_map(|limit| limit.link(manual)));
            let link = link.unwrap_or_else(|| figure.duration().map(super::written).unwrap_or_default());
            report.at(passage.place(&mention.range), &passage.subject(), |finding| {
                // What a link prints is what the customer hears.
                let said = match mention.duration().filter(|_| *is_link) {
                    Some(duration) => Arg::from(Quantity::Duration(duration)),
                    None => Arg::from(passage.words(mention)),
                };
                let place = if pledge.place.is_empty() { figure.id.as_str() } else { pledge.place.as_str() };
                finding
                    .arg("said", said)
                    .arg("what", Arg::Words(WAIT))
                    .arg("place", place)
                    .arg("promise", figure.quantity.clone())
                    .arg("instead", Arg::Phrase(PROMISED, vec![("link", link.into())]))
                    .label(figure.span, HERE)
            });
        }
    }
}

/// The sums that a message says in the place of the price of what it prices.
fn price_of(manual: &Resolved<'_>, report: &mut Report<'_>, prices: &Prices<'_>, passage: &Passage<'_>) {
    for mention in report.mentions(passage).iter() {
        let Some((service, asked)) = prices.find(manual, passage, mention) else { continue };
        let (place, promise, instead, span) = match asked {
            Asked::Nothing { name, span } => {
                let free = Arg::Phrase(FREE, vec![("entry", service.base.id.as_str().into())]);
                (name, Arg::Words(NOTHING), free, span)
            }
            // Under its conditions it may be another sum.
            Asked::Sum { is_conditional: true, .. } => continue,
            Asked::Sum { name, figure, .. } => {
                let Some(link) = figure.link(manual) else { continue };
                if !pledge::is_another(manual, passage, service, mention, &figure) {
                    continue;
                }
                (name, figure.quantity.clone().into(), Arg::Phrase(PRICED, vec![("link", link.into())]), figure.span)
            }
        };
        report.at(passage.place(&mention.range), &passage.subject(), |finding| {
            finding
                .arg("said", passage.words(mention))
                .arg("what", Arg::Words(PRICE))
                .arg("place", place)
                .arg("promise", promise)
                .arg("instead", instead)
                .label(span, HERE)
        });
    }
}

/// Every time that is promised anywhere. In a manual of a thousand services the same few times stand a thousand times.
fn everywhere(manual: &Resolved<'_>) -> Vec<Figure> {
    let mut known: HashSet<Quantity> = HashSet::new();
    let commitments = manual.model.commitments.iter().flat_map(|c| figures::of_commitment(manual, c));
    let procedures = manual.model.complaints.iter().flat_map(|p| {
        figures::quantities(manual, Kind::Complaints, &p.base.id, &["answer_within", "first_answer", "within"])
    });
    let mut out: Vec<Figure> = commitments.chain(procedures).collect();
    out.retain(|figure| known.insert(figure.quantity.clone()));
    out
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
    let Some(commitment) = named.filter(|c| c.base.is_active() && message.status.is_active()) else {
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
            .arg("what", Arg::Words(WAIT))
            .arg("place", commitment.base.id.as_str())
            .arg("promise", figure.quantity.clone())
            .arg("instead", Arg::Phrase(PROMISED, vec![("link", super::written(&limit).into())]))
            .label(figure.span, HERE)
    });
}

fn is_message(passage: &Passage<'_>) -> bool {
    match (passage.kind, passage.key()) {
        (Kind::Channels, "wait_message") | (Kind::Communications, "say" | "content") => true,
        (Kind::Complaints, "says" | "say") => true,
        (Kind::Services, "say" | "content") => passage.path.starts_with("communication."),
        _ => false,
    }
}
