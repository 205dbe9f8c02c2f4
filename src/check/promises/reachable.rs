//! C334: a channel in use says when it is open and how soon it answers (C6).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::channel::{Channel, ChannelKind};
use crate::resolve::Resolved;
use crate::values::Target;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C334",
        name: "channel-incomplete",
        severity: Severity::Warning,
        message: Text {
            es: "del canal «{channel}» falta decir {missing}",
            en: "the channel “{channel}” does not say {missing}",
            pt: "do canal “{channel}” falta dizer {missing}",
        },
        why: Text {
            es: "Un canal del que no se sabe cuándo abre ni cuánto tarda no acerca el servicio: el cliente prueba, espera y se va.",
            en: "A channel of which nobody knows when it opens or how long it takes brings the service no nearer: the customer tries, waits and leaves.",
            pt: "Um canal do qual não se sabe quando abre nem quanto demora não aproxima o serviço: o cliente tenta, espera e vai embora.",
        },
        fix: Text {
            es: "complete el canal: `hours: { mon..fri: 09:00-18:00 }`, `first_response: { target: { share: 95 %, within: 1 business day } }`",
            en: "complete the channel: `hours: { mon..fri: 09:00-18:00 }`, `first_response: { target: { share: 95 %, within: 1 business day } }`",
            pt: "complete o canal: `hours: { mon..fri: 09:00-18:00 }`, `first_response: { target: { share: 95 %, within: 1 business day } }`",
        },
        bad: r#"=== channels.yaml
telefono: { name: Teléfono, kind: telephone, hours: 24/7 }
#                 ^^^^^^^^
correo: { name: Correo, kind: email }
#               ^^^^^^
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { channels: [telefono, correo] }
---
"#,
        good: r#"=== channels.yaml
telefono: { name: Teléfono, kind: telephone, hours: 24/7, first_response: { within: 1 minute } }
correo: { name: Correo, kind: email, first_response: { within: 1 business day } }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { channels: [telefono, correo] }
---
"#,
    },
    check,
};

const HOURS: Text = Text { es: "su horario", en: "its hours", pt: "seu horário" };
const RESPONSE: Text = Text {
    es: "el plazo de la primera respuesta",
    en: "the time of its first response",
    pt: "o prazo da primeira resposta",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for channel in super::used_channels(manual) {
        let mut missing = Vec::new();
        if needs_hours(channel) && channel.hours.is_none() && !of_sites(manual, channel) {
            missing.push(HOURS);
        }
        if !says_time(manual, channel) {
            missing.push(RESPONSE);
        }
        if !missing.is_empty() {
            let base = &channel.base;
            report
                .at(base.span, &base.subject(), |finding| finding.arg("channel", base.title()).arg("missing", missing));
        }
    }
}

/// Whether it says how soon somebody answers: a time, an indicator that has one, or why there is none. A share alone tells no time.
fn says_time(manual: &Resolved<'_>, channel: &Channel) -> bool {
    channel.first_response.as_ref().is_some_and(|response| {
        // What could not be read was reported where it stands.
        let unread = || manual.sources.text(response.span).contains("target");
        let timed = response.targets.iter().any(|spec| !matches!(spec.target, Target::Share(_)));
        response.indicator.is_some() || timed || response.targets.is_empty() && unread()
    })
}

/// What is written can be sent at any hour; who calls or comes needs to know when somebody is there.
fn needs_hours(channel: &Channel) -> bool {
    channel.kind.as_ref().is_some_and(|kind| match kind.value {
        ChannelKind::FaceToFace
        | ChannelKind::Telephone
        | ChannelKind::Chat
        | ChannelKind::Messaging
        | ChannelKind::Visit
        | ChannelKind::Terminal => true,
        ChannelKind::Email
        | ChannelKind::Web
        | ChannelKind::App
        | ChannelKind::Social
        | ChannelKind::Post
        | ChannelKind::Box => false,
    })
}

/// Whether all its sites say theirs.
fn of_sites(manual: &Resolved<'_>, channel: &Channel) -> bool {
    let open = |id: &str| manual.model.sites.get(id).is_none_or(|site| site.hours.is_some());
    !channel.sites.is_empty() && channel.sites.iter().all(|id| open(&id.value))
}
