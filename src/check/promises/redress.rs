//! C303: a commitment says what the customer gets when it is broken (C4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C303",
        name: "promise-without-redress",
        severity: Severity::Warning,
        message: Text {
            es: "el compromiso `{commitment}` no dice qué recibe el cliente si se incumple",
            en: "the commitment `{commitment}` does not say what the customer receives if it is broken",
            pt: "o compromisso `{commitment}` não diz o que o cliente recebe se for descumprido",
        },
        why: Text {
            es: "Lo que se ofrece cuando algo falla es lo que hace creíble la promesa.",
            en: "What is offered when something fails is what makes the promise credible.",
            pt: "O que se oferece quando algo falha é o que torna a promessa crível.",
        },
        fix: Text {
            es: "escriba la reparación, `redress: { gives: devolución de la comisión, how: automatic, by: 5 business days }`, o el motivo por el que no la hay: `redress: { none: \"motivo\" }`",
            en: "write the redress, `redress: { gives: refund of the fee, how: automatic, by: 5 business days }`, or why there is none: `redress: { none: \"reason\" }`",
            pt: "escreva a reparação, `redress: { gives: devolução da taxa, how: automatic, by: 5 business days }`, ou por que não há: `redress: { none: \"motivo\" }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
owner: jefatura
commitments:
  respuesta:
    promise: Respondemos en un día hábil.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
owner: jefatura
commitments:
  respuesta:
    promise: Respondemos en un día hábil.
    redress: { gives: devolución de la comisión, how: automatic, by: 5 business days }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for commitment in super::commitments(manual).filter(|c| c.redress.is_missing()) {
        if manual.makers(&commitment.base.id).any(|service| service.redress.is_some()) {
            continue;
        }
        let base = &commitment.base;
        report.at(base.span, &base.subject(), |finding| finding.arg("commitment", base.id.as_str()));
    }
}
