//! A112: a service says something to the customer the time of the service (A10).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A112",
        name: "no-message-during",
        severity: Severity::Error,
        message: Text {
            es: "el servicio «{service}» no tiene ningún mensaje para el momento de la atención",
            en: "the service “{service}” has no message for the time of the service",
            pt: "o serviço “{service}” não tem nenhuma mensagem para o momento do atendimento",
        },
        why: Text {
            es: "Quien espera sin noticias cree que lo olvidaron. Mientras se atiende hay que decir qué pasa y cuánto falta.",
            en: "People who wait without news feel forgotten. During the service, tell them what is happening and how long it will take.",
            pt: "Quem espera sem notícias acha que foi esquecido. Durante o atendimento é preciso dizer o que acontece e quanto falta.",
        },
        fix: Text {
            es: "escriba al menos un mensaje en `communication.during`, con `technique`, `medium`, `content` y `form`, o `during: { none: \"motivo\" }`",
            en: "write at least one message in `communication.during`, with `technique`, `medium`, `content` and `form`, or `during: { none: \"reason\" }`",
            pt: "escreva ao menos uma mensagem em `communication.during`, com `technique`, `medium`, `content` e `form`, ou `during: { none: \"motivo\" }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
communication:
  before: { none: Se atiende en un solo acto. }
  after: { none: Se atiende en un solo acto. }
"#,
        good: r#"code: EJ-01
name: Ejemplo
communication:
  before: { none: Se atiende en un solo acto. }
  after: { none: Se atiende en un solo acto. }
  during:
    - trigger: falta un documento
      technique: aviso con una sola lista
      medium: [agencia]
      content: qué falta, hasta cuándo y quién le ayuda
      form: breve, con el nombre de quien atiende
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    super::check_moment(manual, report, |communication| &communication.during);
}
