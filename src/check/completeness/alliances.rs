//! A107: a service says which partners complete it (A7).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A107",
        name: "alliances",
        severity: Severity::Error,
        message: Text {
            es: "al servicio «{service}» le faltan las alianzas",
            en: "the service “{service}” has no alliances",
            pt: "ao serviço “{service}” faltam as parcerias",
        },
        why: Text {
            es: "Cuando un aliado completa el servicio, el cliente pasa de una mano a otra; si no está escrito dónde, se pierde en el camino.",
            en: "When a partner completes the service, the customer passes from one hand to another; if nobody has written where, they get lost on the way.",
            pt: "Quando um parceiro completa o serviço, o cliente passa de uma mão a outra; se não está escrito onde, perde-se no caminho.",
        },
        fix: Text {
            es: "nombre a los aliados, `alliances: [{own_alliance}]`, o el motivo por el que no se aplica: `alliances: { none: \"ningún aliado participa\" }`",
            en: "name the partners, `alliances: [{own_alliance}]`, or why it does not apply: `alliances: { none: \"no partner takes part\" }`",
            pt: "indique os parceiros, `alliances: [{own_alliance}]`, ou por que não se aplica: `alliances: { none: \"nenhum parceiro participa\" }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
alliances: { none: Ningún aliado participa. }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        if super::lacks(&service.alliances, |list| !list.is_empty()) {
            super::report_service(report, service);
        }
    }
}
