//! A113: a service says something to the customer the time after the service (A10).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A113",
        name: "no-message-after",
        severity: Severity::Error,
        message: Text {
            es: "el servicio «{service}» no tiene ningún mensaje para después de la atención",
            en: "the service “{service}” has no message for the time after the service",
            pt: "o serviço “{service}” não tem nenhuma mensagem para depois do atendimento",
        },
        why: Text {
            es: "El servicio no termina cuando el cliente se va: falta agradecerle, decirle qué sigue y preguntarle cómo le fue.",
            en: "A service does not end when the customer leaves: there are thanks to give, next steps to explain and a question to ask.",
            pt: "O serviço não termina quando o cliente vai embora: falta agradecer, dizer o que vem a seguir e perguntar como foi.",
        },
        fix: Text {
            es: "escriba al menos un mensaje en `communication.after`, con `technique`, `medium`, `content` y `form`, o `after: { none: \"motivo\" }`",
            en: "write at least one message in `communication.after`, with `technique`, `medium`, `content` and `form`, or `after: { none: \"reason\" }`",
            pt: "escreva ao menos uma mensagem em `communication.after`, com `technique`, `medium`, `content` e `form`, ou `after: { none: \"motivo\" }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
communication:
  before: { none: Se atiende en un solo acto. }
  during: { none: Se atiende en un solo acto. }
"#,
        good: r#"code: EJ-01
name: Ejemplo
communication:
  before: { none: Se atiende en un solo acto. }
  during: { none: Se atiende en un solo acto. }
  after:
    - trigger: servicio terminado
      technique: llamada de agradecimiento
      medium: [agencia]
      content: qué sigue, cómo reclamar y gracias
      form: breve, con el nombre de quien atiende
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    super::check_moment(manual, report, |communication| &communication.after);
}
