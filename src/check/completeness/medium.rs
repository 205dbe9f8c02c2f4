//! A115: a message says through which medium it is given (A10).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A115",
        name: "message-without-medium",
        severity: Severity::Error,
        message: Text {
            es: "el mensaje «{message}» no dice por qué medio se da",
            en: "the message “{message}” does not say through which medium it is given",
            pt: "a mensagem “{message}” não diz por qual meio se dá",
        },
        why: Text {
            es: "Un mensaje sin medio no llega: nadie sabe si se dice, se escribe o se cuelga en la pared.",
            en: "A message without a medium does not arrive: nobody knows whether it is spoken, written or put up on the wall.",
            pt: "Uma mensagem sem meio não chega: ninguém sabe se é dita, escrita ou afixada na parede.",
        },
        fix: Text {
            es: "añada el medio, por id de canal o en palabras: `medium: [{own_channel}]`",
            en: "add the medium, as a channel id or in words: `medium: [{own_channel}]`",
            pt: "acrescente o meio, por id de canal ou em palavras: `medium: [{own_channel}]`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
communication:
  during:
    - trigger: falta un documento
#     ^^^^^^^
      technique: aviso con una sola lista
      content: qué falta y hasta cuándo
      form: mensaje breve con nombre
"#,
        good: r#"code: EJ-01
name: Ejemplo
communication:
  during:
    - trigger: falta un documento
      technique: aviso con una sola lista
      medium: [agencia]
      content: qué falta y hasta cuándo
      form: mensaje breve con nombre
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    super::check_messages(manual, report, |message| !message.medium.is_empty());
}
