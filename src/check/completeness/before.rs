//! A111: a service says something to the customer the time before the service (A10).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A111",
        name: "no-message-before",
        severity: Severity::Error,
        message: Text {
            es: "el servicio «{service}» no tiene ningún mensaje para antes de la atención",
            en: "the service “{service}” has no message for the time before the service",
            pt: "o serviço “{service}” não tem nenhuma mensagem para antes do atendimento",
        },
        why: Text {
            es: "Antes de venir, el cliente necesita saber qué traer, cuánto tarda y cuánto cuesta; si no lo sabe, vuelve dos veces.",
            en: "Before they come, customers need to know what to bring, how long it takes and what it costs; otherwise they come twice.",
            pt: "Antes de vir, o cliente precisa saber o que trazer, quanto demora e quanto custa; se não sabe, volta duas vezes.",
        },
        fix: Text {
            es: "escriba al menos un mensaje en `communication.before`, con `technique`, `medium`, `content` y `form`, o `before: { none: \"motivo\" }`",
            en: "write at least one message in `communication.before`, with `technique`, `medium`, `content` and `form`, or `before: { none: \"reason\" }`",
            pt: "escreva ao menos uma mensagem em `communication.before`, com `technique`, `medium`, `content` e `form`, ou `before: { none: \"motivo\" }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
communication:
  during: { none: Se atiende en un solo acto. }
  after: { none: Se atiende en un solo acto. }
"#,
        good: r#"code: EJ-01
name: Ejemplo
communication:
  during: { none: Se atiende en un solo acto. }
  after: { none: Se atiende en un solo acto. }
  before:
    - trigger: el cliente pregunta por primera vez
      technique: preguntas abiertas
      medium: [agencia]
      content: qué traer y cuánto tarda
      form: breve, con el nombre de quien atiende
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    super::check_moment(manual, report, |communication| &communication.before);
}
