//! F607: a moment happens in a channel by which the service is given (F2, A2).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::service::Service;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "F607",
        name: "moment-outside-channels",
        severity: Severity::Warning,
        message: Text {
            es: "«{moment}» ocurre por un canal que la oferta no nombra: `{channel}`",
            en: "“{moment}” takes place through a channel that the offering does not name: `{channel}`",
            pt: "“{moment}” acontece por um canal que a oferta não cita: `{channel}`",
        },
        why: Text {
            es: "O el cliente llega por un canal que no se le ofreció, o la oferta calla uno que existe.",
            en: "Either the customer comes by a channel that was not offered, or the offering is silent about one that exists.",
            pt: "Ou o cliente chega por um canal que não lhe foi oferecido, ou a oferta se cala sobre um que existe.",
        },
        fix: Text {
            es: "añada el canal a la oferta, `offering: { channels: [{channel}] }`, o corrija el del momento",
            en: "add the channel to the offering, `offering: { channels: [{channel}] }`, or correct that of the moment",
            pt: "acrescente o canal à oferta, `offering: { channels: [{channel}] }`, ou corrija o do momento",
        },
        bad: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono: { name: Teléfono, kind: telephone }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { channels: [agencia] }
cycle:
  - { moment: Pregunta su saldo, channel: telefono }
#                                         ^^^^^^^^
---
"#,
        good: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono: { name: Teléfono, kind: telephone }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { channels: [agencia, telefono] }
cycle:
  - { moment: Pregunta su saldo, channel: telefono }
---
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        let offered = channels(service);
        if offered.is_empty() {
            continue;
        }
        for moment in &service.cycle {
            let Some(channel) = moment.channel.as_ref().filter(|c| !offered.contains(&c.value.as_str())) else {
                continue;
            };
            report.at(channel.span, &service.base.subject(), |finding| {
                finding.arg("moment", super::title(moment)).arg("channel", channel.value.as_str())
            });
        }
    }
}

/// The channels that the offering names anywhere; none if it lists none.
fn channels(service: &Service) -> Vec<&str> {
    let Some(offering) = service.offering.value().filter(|offering| !offering.channels.is_empty()) else {
        return Vec::new();
    };
    let steps = offering.steps.iter().filter_map(|step| step.channel.as_ref());
    let requests = offering.request.iter().filter_map(|request| request.channel.as_ref());
    offering.channels.iter().chain(steps).chain(requests).map(|channel| channel.value.as_str()).collect()
}
