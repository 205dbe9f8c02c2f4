//! A106: a service says who provides its resources (A6).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A106",
        name: "suppliers",
        severity: Severity::Error,
        message: Text {
            es: "al servicio «{service}» le faltan los proveedores",
            en: "the service “{service}” has no suppliers",
            pt: "ao serviço “{service}” faltam os fornecedores",
        },
        why: Text {
            es: "La falla de un proveedor es una falla ante el cliente: hay que saber de quién se depende y a qué nivel se obligó.",
            en: "To the customer, a supplier’s failure is ours: the manual must say whom the service depends on and what they agreed to.",
            pt: "A falha de um fornecedor é uma falha diante do cliente: é preciso saber de quem se depende e a que nível se obrigou.",
        },
        fix: Text {
            es: "nombre a los proveedores, `suppliers: [{own_supplier}]`, o el motivo por el que no se aplica: `suppliers: { none: \"se presta con recursos propios\" }`",
            en: "name the suppliers, `suppliers: [{own_supplier}]`, or why it does not apply: `suppliers: { none: \"given with our own resources\" }`",
            pt: "indique os fornecedores, `suppliers: [{own_supplier}]`, ou por que não se aplica: `suppliers: { none: \"prestado com recursos próprios\" }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
suppliers: { none: Se presta con recursos propios. }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        if super::lacks(&service.suppliers, |list| !list.is_empty()) {
            super::report_service(report, service);
        }
    }
}
