//! A104: a service says which resources it demands (A4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A104",
        name: "resources",
        severity: Severity::Error,
        message: Text {
            es: "al servicio «{service}» le faltan los recursos que demanda",
            en: "the service “{service}” does not name the resources it demands",
            pt: "ao serviço “{service}” faltam os recursos que demanda",
        },
        why: Text {
            es: "Personas, equipos, sistemas y locales son lo que sostiene la promesa; lo que no se nombra no se presupuesta.",
            en: "People, equipment, systems and premises are what holds up the promise; what is not named is not budgeted.",
            pt: "Pessoas, equipamentos, sistemas e locais sustentam a promessa; o que não se nomeia não entra no orçamento.",
        },
        fix: Text {
            es: "escriba quién y qué hace falta: `resources: [{ role: {own_contact}, quantity: 3 }]`",
            en: "write who and what is needed: `resources: [{ role: {own_contact}, quantity: 3 }]`",
            pt: "escreva quem e o que é preciso: `resources: [{ role: {own_contact}, quantity: 3 }]`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
resources:
  - { role: caja, quantity: 3 }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        if super::lacks(&service.resources, |list| !list.is_empty()) {
            super::report_service(report, service);
        }
    }
}
