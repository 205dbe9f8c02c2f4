//! A110: a service says what is communicated before, during and after (A10).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A110",
        name: "communication",
        severity: Severity::Error,
        message: Text {
            es: "al servicio «{service}» le falta la comunicación antes, durante y después",
            en: "the service “{service}” has no communication before, during and after",
            pt: "ao serviço “{service}” falta a comunicação antes, durante e depois",
        },
        why: Text {
            es: "El cliente juzga también lo que se le dice: qué esperar, cómo va y en qué quedó.",
            en: "Customers also judge what they are told: what to expect, how it is going and how it ended.",
            pt: "O cliente julga também o que lhe dizem: o que esperar, como anda e em que ficou.",
        },
        fix: Text {
            es: "escriba los mensajes de cada momento: `communication: { before: [{ trigger: El cliente pregunta, technique: escuchar primero, medium: [{own_channel}], content: \"requisitos, precio y plazo\", form: trato de usted }], during: { none: Se atiende en un solo acto. }, after: { none: El comprobante lo dice todo. } }`",
            en: "write the messages of each moment: `communication: { before: [{ trigger: The customer asks, technique: listen first, medium: [{own_channel}], content: \"requirements, price and time\", form: plain words }], during: { none: It is done at once. }, after: { none: The receipt says it all. } }`",
            pt: "escreva as mensagens de cada momento: `communication: { before: [{ trigger: O cliente pergunta, technique: ouvir primeiro, medium: [{own_channel}], content: \"requisitos, preço e prazo\", form: sem termos técnicos }], during: { none: Atende-se em um só ato. }, after: { none: O comprovante diz tudo. } }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
communication:
  before:
    - trigger: el cliente pregunta por primera vez
      technique: preguntas abiertas
      medium: [agencia]
      content: requisitos y plazo de respuesta
      form: trato de usted, sin tecnicismos
  during: { none: Se atiende en un solo acto. }
  after: { none: El comprobante lo dice todo. }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        if super::lacks(&service.communication, super::says_something) {
            super::report_service(report, service);
        }
    }
}
