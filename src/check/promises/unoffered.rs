//! C364: a promise, a step and a message of a service keep to whom and how it is offered (A2, A10, C5).

use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::commitment::Commitment;
use crate::model::message::Message;
use crate::model::offering::Offering;
use crate::model::service::Service;
use crate::resolve::Resolved;
use crate::span::Spanned;
use std::collections::HashMap;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C364",
        name: "outside-the-offering",
        severity: Severity::Warning,
        message: Text {
            es: "{what} nombra `{id}`, y la oferta de «{service}» no lo tiene en `{key}`",
            en: "{what} names `{id}`, which the offering of “{service}” does not have under `{key}`",
            pt: "{what} cita `{id}`, e a oferta de “{service}” não o tem em `{key}`",
        },
        why: Text {
            es: "Se promete o se atiende por donde el servicio no se ofrece, o la oferta calla un camino que existe. El cliente no sabe cuál creer.",
            en: "Either it is promised or given where the service is not offered, or the offering is silent about a way that exists. The customer cannot tell which to believe.",
            pt: "Ou se promete ou se atende por onde o serviço não é oferecido, ou a oferta se cala sobre um caminho que existe. O cliente não sabe em qual acreditar.",
        },
        fix: Text {
            es: "añádalo a la oferta, `offering: { {key}: [{id}] }` junto a los que ya están, o corríjalo aquí",
            en: "add it to the offering, `offering: { {key}: [{id}] }` beside those that are there, or correct it here",
            pt: "acrescente-o à oferta, `offering: { {key}: [{id}] }` junto aos que já estão, ou corrija-o aqui",
        },
        bad: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
correo: { name: Correo, kind: email }
=== segments.yaml
jovenes: { name: Jóvenes }
familias: { name: Familias }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering:
  channels: [agencia]
  segments: [familias]
  steps:
    - { does: Envía la propuesta, channel: correo }
#                                          ^^^^^^
commitments:
  respuesta: { promise: Le respondemos., applies_to: { segment: jovenes } }
#                                                               ^^^^^^^
communication:
  during:
    - { trigger: Falta un dato, medium: [correo] }
#                                        ^^^^^^
---
"#,
        good: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
correo: { name: Correo, kind: email }
=== segments.yaml
jovenes: { name: Jóvenes }
familias: { name: Familias }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering:
  channels: [agencia, correo]
  segments: [familias]
  steps:
    - { does: Envía la propuesta, channel: correo }
commitments:
  respuesta: { promise: Le respondemos., applies_to: { segment: familias } }
communication:
  during:
    - { trigger: Falta un dato, medium: [correo, folleto] }
---
"#,
    },
    check,
};

const STEP: Text = Text { es: "el paso «{name}»", en: "the step “{name}”", pt: "o passo “{name}”" };
const PROMISE: Text =
    Text { es: "el compromiso `{name}`", en: "the commitment `{name}`", pt: "o compromisso `{name}`" };
const MESSAGE: Text =
    Text { es: "el mensaje «{name}»", en: "the message “{name}”", pt: "a mensagem “{name}”" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    // A commitment of the whole organisation holds for more than the service that lists it.
    let mut own: HashMap<&str, Vec<&Commitment>> = HashMap::new();
    for commitment in manual.model.commitments.iter().filter(|c| c.base.is_active()) {
        if let Some(service) = &commitment.service {
            own.entry(&service.value).or_default().push(commitment);
        }
    }
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let Some(offering) = service.offering.value() else { continue };
        let channels =
            all(offering, |o| o.channels.iter().chain(o.request.iter().filter_map(|r| r.channel.as_ref())).collect());
        let segments = all(offering, |o| o.segments.iter().collect());
        if !channels.is_empty() && !offering.channels.is_empty() {
            for step in offering.all_steps() {
                let name = step.id.as_ref().map(|id| id.value.clone());
                let name = name.or_else(|| step.does.as_ref().map(|does| does.plain())).unwrap_or_default();
                tell(report, service, "channels", &channels, step.channel.as_ref(), Arg::named(STEP, name));
            }
            messages(manual, report, service, &channels);
        }
        for commitment in own.get(service.base.id.as_str()).into_iter().flatten() {
            for (dimension, ids) in &commitment.applies_to {
                let (key, offered) = match dimension.as_str() {
                    "channel" => ("channels", &channels),
                    "segment" => ("segments", &segments),
                    _ => continue,
                };
                for id in ids.iter().filter(|_| !offered.is_empty()) {
                    tell(report, service, key, offered, Some(id), Arg::named(PROMISE, commitment.base.id.as_str()));
                }
            }
        }
    }
}

/// What the offering and its parts list.
fn all<'o>(offering: &'o Offering, list: impl Fn(&'o Offering) -> Vec<&'o Spanned<String>>) -> Vec<&'o str> {
    let parts = offering.parts.iter().map(|part| &part.offering);
    std::iter::once(offering).chain(parts).flat_map(list).map(|id| id.value.as_str()).collect()
}

/// What is said to the customer while the service is given goes by its channels; before and after it may go by any.
fn messages(manual: &Resolved<'_>, report: &mut Report<'_>, service: &Service, channels: &[&str]) {
    let during = service.communication.value().and_then(|c| c.during.value()).map_or(&[][..], Vec::as_slice);
    for message in during {
        for medium in message.medium.iter().filter(|m| manual.model.channels.get(&m.word).is_some()) {
            let id = Spanned { value: medium.word.clone(), span: medium.text.span };
            tell(report, service, "channels", channels, Some(&id), Arg::named(MESSAGE, title(message)));
        }
    }
}

fn title(message: &Message) -> String {
    message.name.as_ref().or(message.trigger.as_ref()).map_or_else(String::new, |text| text.plain())
}

fn tell(
    report: &mut Report<'_>,
    service: &Service,
    key: &'static str,
    offered: &[&str],
    named: Option<&Spanned<String>>,
    what: Arg,
) {
    let Some(named) = named.filter(|named| !offered.contains(&named.value.as_str())) else { return };
    report.at(named.span, &service.base.subject(), |finding| {
        let finding = finding.arg("what", what).arg("id", named.value.as_str());
        finding.arg("service", service.base.title()).arg("key", key)
    });
}
