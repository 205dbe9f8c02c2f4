//! A114: a message says by which technique it is given (A10).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A114",
        name: "message-without-technique",
        severity: Severity::Error,
        message: Text {
            es: "el mensaje «{message}» no dice con qué técnica se da",
            en: "the message “{message}” does not say by which technique it is given",
            pt: "a mensagem “{message}” não diz com que técnica se dá",
        },
        why: Text {
            es: "La técnica es cómo se comunica: escuchar y preguntar, avisar con una lista, llamar para agradecer. Sin ella cada uno improvisa.",
            en: "The technique is how the message is given: listening and asking, a notice with a single list, a call to say thanks. Without it everyone improvises.",
            pt: "A técnica é como se comunica: escutar e perguntar, avisar com uma lista, ligar para agradecer. Sem ela cada um improvisa.",
        },
        fix: Text {
            es: "añada la técnica: `technique: escucha y preguntas abiertas`",
            en: "add the technique: `technique: listening and open questions`",
            pt: "acrescente a técnica: `technique: escuta e perguntas abertas`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
communication:
  during:
    - trigger: falta un documento
#     ^^^^^^^
      medium: [agencia]
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
    super::check_messages(manual, report, |message| crate::check::said(&message.technique));
}
