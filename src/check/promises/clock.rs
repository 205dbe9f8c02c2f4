//! C337: a clock that stops for a while says when it goes on (C4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C337",
        name: "clock-without-restart",
        severity: Severity::Warning,
        message: Text {
            es: "el plazo de `{commitment}` {problem}",
            en: "the clock of `{commitment}` {problem}",
            pt: "o prazo de `{commitment}` {problem}",
        },
        why: Text {
            es: "Un plazo sin principio, o que se detiene y no dice cuándo vuelve a correr, se puede estirar sin faltar nunca a la letra.",
            en: "A time without a beginning, or one that stops and does not say when it goes on, can be stretched without ever breaking its letter.",
            pt: "Um prazo sem começo, ou que para e não diz quando volta a correr, pode ser esticado sem nunca faltar à letra.",
        },
        fix: Text {
            es: "complete el reloj: `clock: { starts: llega la solicitud completa, stops: sale la respuesta, pauses: [falta un documento], restarts: llega el documento }`",
            en: "complete the clock: `clock: { starts: the complete request arrives, stops: the answer leaves, pauses: [a document is missing], restarts: the document arrives }`",
            pt: "complete o relógio: `clock: { starts: chega o pedido completo, stops: sai a resposta, pauses: [falta um documento], restarts: chega o documento }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
commitments:
  respuesta:
    promise: Respondemos a tiempo.
    within: 2 business days
#           ^^^^^^^^^^^^^^^
    clock: { starts: llega la solicitud, pauses: [falta un documento] }
"#,
        good: r#"code: EJ-01
name: Ejemplo
commitments:
  respuesta:
    promise: Respondemos a tiempo.
    within: 2 business days
    clock: { starts: llega la solicitud, pauses: [falta un documento], restarts: llega el documento }
"#,
    },
    check,
};

const PAUSES: Text = Text {
    es: "se detiene y no dice cuándo vuelve a correr",
    en: "stops, and nothing says when it starts again",
    pt: "para e não diz quando volta a correr",
};
const RESTARTS: Text = Text {
    es: "dice cuándo vuelve a correr y no qué lo detiene (`pauses`)",
    en: "says when it starts again and not what stops it for a while (`pauses`)",
    pt: "diz quando volta a correr e não o que o para (`pauses`)",
};
const STARTS: Text =
    Text { es: "no dice desde cuándo corre", en: "does not say when it starts", pt: "não diz desde quando corre" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for commitment in super::commitments(manual) {
        // A promise that has no clock at all counts from the customer's request, as everybody takes it.
        let (Some(within), Some(clock)) = (&commitment.within, &commitment.clock) else { continue };
        let problem = match (&clock.starts, clock.pauses.is_empty(), &clock.restarts) {
            (_, false, None) => PAUSES,
            (_, true, Some(_)) => RESTARTS,
            (None, _, _) => STARTS,
            _ => continue,
        };
        report.at(within.span, &commitment.base.subject(), |finding| {
            finding.arg("commitment", commitment.base.id.as_str()).arg("problem", problem)
        });
    }
}
