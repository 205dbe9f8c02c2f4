//! C327: a redress says how and by when the customer gets it (C4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::commitment::Redress;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C327",
        name: "redress-incomplete",
        severity: Severity::Warning,
        message: Text {
            es: "de la reparación de `{entry}` falta decir {missing}",
            en: "the redress of `{entry}` does not say {missing}",
            pt: "da reparação de `{entry}` falta dizer {missing}",
        },
        why: Text {
            es: "Una reparación sin plazo o sin camino para pedirla es otra promesa rota sobre la primera.",
            en: "A redress without a time or a way to ask for it is a second broken promise on top of the first.",
            pt: "Uma reparação sem prazo ou sem caminho para pedi-la é outra promessa quebrada sobre a primeira.",
        },
        fix: Text {
            es: "complete `redress`: `how: automatic` (o `on_request`) y `by: 5 business days`",
            en: "complete `redress`: `how: automatic` (or `on_request`) and `by: 5 business days`",
            pt: "complete `redress`: `how: automatic` (ou `on_request`) e `by: 5 business days`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
commitments:
  respuesta:
    promise: Respondemos a tiempo.
    redress: { gives: devolución de la comisión }
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
commitments:
  respuesta:
    promise: Respondemos a tiempo.
    redress: { gives: devolución de la comisión, how: automatic, by: 5 business days }
"#,
    },
    check,
};

const HOW: Text = Text {
    es: "si llega sola o hay que pedirla",
    en: "whether it comes by itself or has to be asked for",
    pt: "se vem sozinha ou é preciso pedi-la",
};
const BY: Text = Text { es: "en qué plazo", en: "by when", pt: "em que prazo" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for commitment in super::commitments(manual) {
        if let Some(redress) = commitment.redress.value() {
            tell(report, redress, &commitment.base.id, &commitment.base.subject());
        }
    }
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        if let Some(redress) = &service.redress {
            tell(report, redress, &service.base.id, &service.base.subject());
        }
    }
}

fn tell(report: &mut Report<'_>, redress: &Redress, entry: &str, subject: &str) {
    let mut missing = Vec::new();
    if redress.how.is_none() {
        missing.push(HOW);
    }
    if redress.by.is_none() {
        missing.push(BY);
    }
    // A redress that gives nothing is no redress, which is reported where it is read.
    let Some(gives) = redress.gives.as_ref().filter(|_| !missing.is_empty()) else { return };
    report.at(gives.span, subject, |finding| finding.arg("entry", entry).arg("missing", missing));
}
