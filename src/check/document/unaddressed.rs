//! I746: cards are printed with a code, which needs the address where the manual is published (I2).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Status;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I746",
        name: "cards-without-code",
        severity: Severity::Note,
        message: Text {
            es: "las tarjetas se imprimen sin código: el manual no dice dónde se publica",
            en: "the cards are printed without a code: the manual does not say where it is published",
            pt: "os cartões são impressos sem código: o manual não diz onde é publicado",
        },
        why: Text {
            es: "El código de una tarjeta lleva de ella a la página de su momento, y avisa si la tarjeta es de otra edición.",
            en: "The code on a card leads from it to the page of its moment, and tells when the card is of another edition.",
            pt: "O código de um cartão leva dele à página do seu momento, e avisa se o cartão é de outra edição.",
        },
        fix: Text {
            es: "escriba en `document` dónde se publica: `address: https://manual.example.org/`",
            en: "write under `document` where it is published: `address: https://manual.example.org/`",
            pt: "escreva em `document` onde é publicado: `address: https://manual.example.org/`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
#           ^^^^^
languages: { default: es }
=== services/ejemplo.md
---
name: Ejemplo
cycle: [{ moment: Toma su turno, of_truth: true }]
---
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual, address: "https://manual.example.org/" }
languages: { default: es }
=== services/ejemplo.md
---
name: Ejemplo
cycle: [{ moment: Toma su turno, of_truth: true }]
---
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let manifest = &manual.model.manifest;
    // Those that cards are made of.
    let mut services = manual.model.services.iter().filter(|s| !matches!(s.base.status, Status::Retired { .. }));
    if manifest.document.address.is_none() && services.any(|service| service.cycle.iter().any(|m| m.of_truth)) {
        report.at(manifest.document_span(), "", |finding| finding);
    }
}
