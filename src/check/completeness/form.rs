//! A117: a message says in which form it is given (A10).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A117",
        name: "message-without-form",
        severity: Severity::Error,
        message: Text {
            es: "el mensaje «{message}» no dice en qué forma se da",
            en: "the message “{message}” does not say in which form it is given",
            pt: "a mensagem “{message}” não diz de que forma se dá",
        },
        why: Text {
            es: "Las mismas palabras ofenden o alivian según el tono. La forma es parte del mensaje.",
            en: "The same words hurt or help according to their tone. The form is part of the message.",
            pt: "As mesmas palavras ofendem ou aliviam conforme o tom. A forma é parte da mensagem.",
        },
        fix: Text {
            es: "añada el tono y la extensión: `form: cordial, dos frases, trato de usted`",
            en: "add tone and length: `form: friendly, two sentences, by name`",
            pt: "acrescente o tom e a extensão: `form: cordial, duas frases, tratamento por senhor ou senhora`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
communication:
  during:
    - trigger: falta un documento
#     ^^^^^^^
      technique: aviso con una sola lista
      medium: [agencia]
      content: qué falta y hasta cuándo
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
    super::check_messages(manual, report, |message| crate::check::said(&message.form));
}
