//! A105: a service says which stock has to be on hand (A5).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A105",
        name: "inventory",
        severity: Severity::Error,
        message: Text {
            es: "al servicio «{service}» le falta el inventario",
            en: "the service “{service}” has no inventory",
            pt: "ao serviço “{service}” falta o estoque",
        },
        why: Text {
            es: "Un servicio se detiene por un rollo de papel. Lo que debe haber a mano se escribe, y si no hace falta nada, también.",
            en: "A service can stop for want of a roll of paper. What must be on hand is written down, even when it is nothing.",
            pt: "Um serviço para por falta de um rolo de papel. O que deve haver à mão se escreve e, se não for preciso nada, também.",
        },
        fix: Text {
            es: "escriba las existencias, `inventory: [{own_item}]`, o el motivo por el que no se aplica: `inventory: { none: \"servicio enteramente digital\" }`",
            en: "list the stock, `inventory: [{own_item}]`, or why it does not apply: `inventory: { none: \"entirely digital service\" }`",
            pt: "escreva os itens, `inventory: [{own_item}]`, ou por que não se aplica: `inventory: { none: \"serviço inteiramente digital\" }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
inventory: { none: Servicio enteramente digital. }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        if super::lacks(&service.inventory, |list| !list.is_empty()) {
            super::report_service(report, service);
        }
    }
}
