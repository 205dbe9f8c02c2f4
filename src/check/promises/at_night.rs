//! C379: a service does not promise an answer by the clock for hours in which all its channels are closed (C5, C6).

use super::outside;
use crate::check::{Report, Rule, prose};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::channel::{Channel, ChannelKind};
use crate::model::commitment::Commitment;
use crate::model::service::Service;
use crate::parse::mention::mentions;
use crate::resolve::Resolved;
use crate::values::{Duration, Hours, Quantity};
use std::borrow::Cow;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C379",
        name: "answer-while-all-is-closed",
        severity: Severity::Warning,
        message: Text {
            es: "`{commitment}` promete respuesta en {promise}, y los canales de «{service}» cierran a la vez hasta {closed} seguidas: {channels}",
            en: "`{commitment}` promises an answer in {promise}, and the channels of “{service}” are all closed for up to {closed} at a stretch: {channels}",
            pt: "`{commitment}` promete resposta em {promise}, e os canais de “{service}” fecham ao mesmo tempo por até {closed} seguidas: {channels}",
        },
        why: Text {
            es: "Quien escribe de noche cuenta las horas del reloj. Si nadie trabaja hasta la mañana, la promesa se rompe cada noche sin que nadie haya fallado.",
            en: "Whoever writes at night counts the hours of the clock. If nobody works until the morning, the promise is broken every night and nobody has failed.",
            pt: "Quem escreve à noite conta as horas do relógio. Se ninguém trabalha até a manhã, a promessa se quebra toda noite sem que ninguém tenha falhado.",
        },
        fix: Text {
            es: "cuente el plazo en horas de trabajo (`within: {example}`), o diga que el reloj se detiene mientras está cerrado: `clock: { starts: que llega el mensaje, pauses: [los canales están cerrados], restarts: cuando abren }`; si vale para un solo canal, nómbrelo en `applies_to`",
            en: "count the time in working hours (`within: {example}`), or say that the clock stands still while all is closed: `clock: { starts: the message arrives, pauses: [the channels are closed], restarts: when they open }`; where it holds for one channel only, name it in `applies_to`",
            pt: "conte o prazo em horas de trabalho (`within: {example}`), ou diga que o relógio para enquanto está fechado: `clock: { starts: a mensagem chega, pauses: [os canais estão fechados], restarts: quando abrem }`; se vale para um só canal, nomeie-o em `applies_to`",
        },
        bad: r#"=== channels.yaml
correo: { name: Correo, kind: email, hours: { mon..fri: 09:00-18:00 } }
whatsapp: { name: WhatsApp, kind: messaging, hours: { mon..sat: 08:00-20:00 } }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { summary: Consultas., channels: [correo, whatsapp] }
commitments:
  respuesta: { promise: Le respondemos a tiempo., within: 2 hours }
#                                                         ^^^^^^^
---
"#,
        good: r#"=== channels.yaml
correo: { name: Correo, kind: email, hours: { mon..fri: 09:00-18:00 } }
whatsapp: { name: WhatsApp, kind: messaging, hours: { mon..sat: 08:00-20:00 } }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { summary: Consultas., channels: [correo, whatsapp] }
commitments:
  respuesta: { promise: Le respondemos a tiempo., within: 2 business hours }
---
"#,
    },
    check,
};

const HERE: Text = Text { es: "su horario está aquí", en: "its hours are here", pt: "o horário está aqui" };

/// Stems of the words with which an answer is promised.
const ANSWER: [&str; 9] =
    ["respond", "respuest", "respost", "contest", "answer", "reply", "replies", "decimos", "dizemos"];
/// Stems of what the customer's message does when the clock starts.
const COMES_IN: [&str; 13] = [
    "lleg", "recib", "escrib", "envía", "envia", "manda", "receiv", "arriv", "writ", "sent", "receb", "cheg", "escrev",
];
/// Stems of what happens where somebody is there: a turn, a counter, a visit.
const IN_PERSON: [&str; 14] = [
    "turno",
    "ventanilla",
    "mostrador",
    "agencia",
    "oficina",
    "sienta",
    "visita",
    "ticket",
    "counter",
    "desk",
    "branch",
    "senha",
    "balcão",
    "guichê",
];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for commitment in super::commitments(manual).filter(|commitment| is_for_who_writes(manual, commitment)) {
        let Some(within) = &commitment.within else { continue };
        let mut makers = manual.makers(&commitment.base.id).filter(|service| service.base.is_active());
        let Some((service, closed)) = makers.find_map(|service| Some((service, closed(manual, service)?))) else {
            continue;
        };
        let too_short = |time: &Duration| {
            let order = time.compare_exactly(&closed.longest);
            outside::is_by_the_clock(time) && order.is_some_and(|order| order.is_lt())
        };
        for time in within.values().filter(|time| too_short(&time.value)) {
            report.at(time.span, &commitment.base.subject(), |finding| {
                let names: Vec<String> = closed.channels.iter().map(|channel| channel.base.title()).collect();
                let finding = finding
                    .arg("commitment", commitment.base.id.as_str())
                    .arg("service", service.base.title())
                    .arg("promise", Quantity::Duration(time.value))
                    .arg("closed", Quantity::Duration(closed.longest))
                    .arg("channels", names)
                    .arg("example", outside::in_working_time(&time.value));
                let hours = closed.channels.iter().filter_map(|channel| channel.hours.as_ref());
                hours.fold(finding, |finding, hours| finding.label(hours.span, HERE))
            });
        }
    }
}

/// Whether a commitment promises an answer to what comes in at any hour, and says nothing of the hours in which somebody works. One
/// that names its channels is held to them by C311.
fn is_for_who_writes(manual: &Resolved<'_>, commitment: &Commitment) -> bool {
    if commitment.applies_to.iter().any(|(by, _)| by == "channel")
        || commitment.conditions.iter().any(outside::is_of_hours)
    {
        return false;
    }
    let title = without_times(manual, commitment);
    let has =
        |text: &str, stems: &[&str]| prose::words(text).any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    if outside::speaks_of_hours(&title) || has(&title, &IN_PERSON) {
        return false;
    }
    let starts = match &commitment.clock {
        Some(clock) if !clock.pauses.is_empty() => return false,
        Some(clock) => clock.starts.as_ref(),
        None => None,
    };
    match starts.map(|text| prose::lower(&text.source)) {
        Some(starts) => has(&starts, &COMES_IN) && !has(&starts, &IN_PERSON) && !outside::speaks_of_hours(&starts),
        None => has(&title, &ANSWER),
    }
}

/// The words of a promise in lower case, without the times it says: “two hours” are no opening hours.
fn without_times(manual: &Resolved<'_>, commitment: &Commitment) -> String {
    let mut text = commitment.base.name.as_ref().map_or_else(String::new, |name| name.source.to_string());
    for mention in mentions(&text.clone(), manual.lang).iter().rev() {
        text.replace_range(mention.range.clone(), " ");
    }
    prose::lower(&text)
}

/// The channels of a service that close, and the longest time for which all are closed at once.
struct Closed<'m> {
    channels: Vec<&'m Channel>,
    longest: Duration,
}

/// None where one of its channels may be open at any hour, or where nobody can write to it.
fn closed<'m>(manual: &'m Resolved<'_>, service: &'m Service) -> Option<Closed<'m>> {
    let channels: Vec<&Channel> = ways_in(manual, service);
    let in_writing = |channel: &&Channel| channel.kind.as_ref().is_some_and(|kind| is_in_writing(kind.value));
    if !channels.iter().any(in_writing) {
        return None;
    }
    let mut hours: Vec<Cow<'_, Hours>> = Vec::new();
    for channel in &channels {
        match outside::hours(manual, channel) {
            Some(own) => hours.push(own),
            // A counter opens as its sites do.
            None => hours.extend(hours_of_sites(manual, channel)?),
        }
    }
    let longest = outside::in_hours(Hours::longest_common_closure(hours.iter().map(|hours| &**hours))?)?;
    Some(Closed { channels, longest })
}

/// The channels by which a service is asked for: its ordinary ways to apply, else all by which it is offered.
fn ways_in<'m>(manual: &'m Resolved<'_>, service: &'m Service) -> Vec<&'m Channel> {
    let Some(offering) = service.offering.value() else { return Vec::new() };
    let asked: Vec<&str> = offering
        .request
        .iter()
        .filter(|way| !way.exceptional)
        .filter_map(|way| Some(&*way.channel.as_ref()?.value))
        .collect();
    let offered = offering.channels.iter().map(|id| &*id.value).collect();
    let ids: Vec<&str> = if asked.is_empty() { offered } else { asked };
    let channels = ids.into_iter().filter_map(|id| manual.model.channels.get(id));
    channels.filter(|channel| channel.base.is_active()).collect()
}

/// The hours of the sites of a channel; none where one has none.
fn hours_of_sites<'m>(manual: &'m Resolved<'_>, channel: &Channel) -> Option<Vec<Cow<'m, Hours>>> {
    let sites = channel.sites.iter().filter_map(|id| manual.model.sites.get(&id.value));
    let hours: Option<Vec<_>> =
        sites.map(|site| site.hours.as_ref().map(|hours| Cow::Borrowed(&hours.value))).collect();
    hours.filter(|hours| !hours.is_empty())
}

/// Whether a message can come in while nobody is there.
fn is_in_writing(kind: ChannelKind) -> bool {
    match kind {
        ChannelKind::Email
        | ChannelKind::Messaging
        | ChannelKind::Web
        | ChannelKind::App
        | ChannelKind::Social
        | ChannelKind::Post
        | ChannelKind::Box => true,
        ChannelKind::FaceToFace
        | ChannelKind::Visit
        | ChannelKind::Terminal
        | ChannelKind::Telephone
        | ChannelKind::Chat => false,
    }
}
