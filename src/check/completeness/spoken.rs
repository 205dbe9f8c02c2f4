//! A125: of a message it is said what sets it off, who gives it and to whom (A10, C7).

use crate::check::{Lack, Report, Rule, nowhere, report_parts, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::message::Message;
use crate::parse::reader::Given;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A125",
        name: "message-incomplete",
        severity: Severity::Warning,
        message: Text {
            es: "del mensaje falta decir {parts}: {names}",
            en: "the entry for the message does not say {parts}: {names}",
            pt: "da mensagem falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Un mensaje sin momento ni responsable es un texto bonito: nadie sabe que le toca a él decirlo.",
            en: "A message without its occasion and its author is a fine text: nobody knows that it is theirs to say.",
            pt: "Uma mensagem sem momento nem responsável é um texto bonito: ninguém sabe que lhe cabe dizê-la.",
        },
        fix: Text {
            es: "complete el mensaje: `trigger: el cliente llega al mostrador`, `role: {own_contact}`, `audience: todo visitante`, `within: 5 minutes`",
            en: "complete the message: `trigger: the customer comes to the counter`, `role: {own_contact}`, `audience: every visitor`, `within: 5 minutes`",
            pt: "complete a mensagem: `trigger: o cliente chega ao balcão`, `role: {own_contact}`, `audience: todo visitante`, `within: 5 minutes`",
        },
        bad: r#"=== communications.yaml
saludo:
  name: Saludo
#       ^^^^^^
  moment: before
  trigger: Llega una persona.
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
communication:
  after:
    - technique: llamada
#     ^^^^^^^^^
      role: caja
---
"#,
        good: r#"=== communications.yaml
saludo: { name: Saludo, moment: before, trigger: Llega una persona., role: caja, audience: todo visitante }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
communication:
  after: [{ trigger: Se cierra el caso., technique: llamada, role: caja }]
---
"#,
    },
    check,
};

const TRIGGER: Text = Text { es: "cuándo se da", en: "when it is given", pt: "quando se dá" };
const ROLE: Text = Text { es: "qué puesto lo da", en: "which role gives it", pt: "que cargo a dá" };
const AUDIENCE: Text = Text { es: "a quién va dirigido", en: "whom it is for", pt: "a quem se dirige" };
const LIMIT: Text = Text { es: "en qué plazo se da", en: "its time limit", pt: "em que prazo se dá" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let mut messages: Vec<(Lack, &Message, bool)> = Vec::new();
    for service in super::services(manual).filter(|service| service.base.is_active()) {
        let Some(communication) = service.communication.value() else { continue };
        let moments = [&communication.before, &communication.during, &communication.after];
        for message in moments.into_iter().filter_map(Given::value).flatten().filter(|m| m.status.is_active()) {
            let name = super::title(message, service);
            messages.push((Lack { span: message.span, subject: service.base.subject(), name }, message, true));
        }
    }
    for communication in manual.model.communications.iter().filter(|c| c.base.is_active()) {
        messages.push((Lack::from(&communication.base), &communication.message, false));
    }
    // A greeting needs no time limit; that no message at all has one is an oversight.
    let unlimited = nowhere(&messages, |(_, message, _)| message.within.is_some() || message.commitment.is_some());
    let gaps = messages.into_iter().map(|(lack, message, of_service)| {
        let parts = unsaid([
            (said(&message.trigger), TRIGGER),
            (message.role.is_some(), ROLE),
            // What a service says, it says to its customer.
            (of_service || said(&message.audience), AUDIENCE),
            (!unlimited, LIMIT),
        ]);
        (lack, parts)
    });
    report_parts(report, gaps);
}
