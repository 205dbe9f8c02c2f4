//! A116: a message says what it contains (A10).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A116",
        name: "message-without-content",
        severity: Severity::Error,
        message: Text {
            es: "el mensaje «{message}» no dice qué contenido lleva",
            en: "the message “{message}” does not say what it contains",
            pt: "a mensagem “{message}” não diz que conteúdo leva",
        },
        why: Text {
            es: "El contenido es lo que el cliente debe saber al terminar. Un guion sin contenido se repite sin entenderse.",
            en: "The content is what the customer should know at the end. A script without it is recited, not understood.",
            pt: "O conteúdo é o que o cliente deve saber ao final. Um roteiro sem conteúdo se repete sem se entender.",
        },
        fix: Text {
            es: "añada lo que se comunica: `content: qué falta, hasta cuándo y quién le ayuda`",
            en: "add what is communicated: `content: what is missing, until when, and who helps`",
            pt: "acrescente o que se comunica: `content: o que falta, até quando e quem ajuda`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
communication:
  during:
    - trigger: falta un documento
#     ^^^^^^^
      technique: aviso con una sola lista
      medium: [agencia]
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
    super::check_messages(manual, report, |message| crate::check::said(&message.content));
}
