//! A101: a service has a code beside its name (A1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A101",
        name: "nomenclature",
        severity: Severity::Error,
        message: Text {
            es: "al servicio «{service}» le falta el código de su nomenclatura",
            en: "the service “{service}” has no code in its nomenclature",
            pt: "ao serviço “{service}” falta o código de sua nomenclatura",
        },
        why: Text {
            es: "El código y el nombre son la nomenclatura: con ellos todos llaman igual al servicio, en el sistema, en el mostrador y en un reclamo.",
            en: "Code and name are the nomenclature: with them everyone gives the service the same name, in the system, at the counter and in a complaint.",
            pt: "O código e o nome são a nomenclatura: com eles todos chamam o serviço do mesmo modo, no sistema, no balcão e em uma reclamação.",
        },
        fix: Text {
            es: "escriba un código que ningún otro tenga: `code: MC-01`",
            en: "write a code that nothing else has: `code: MC-01`",
            pt: "escreva um código que nada mais tenha: `code: MC-01`",
        },
        bad: r#"name: Ejemplo
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        // A name that is missing is a finding of reading: without one there is no entry.
        if service.base.code.as_ref().is_none_or(|code| code.trim().is_empty()) {
            super::report_service(report, service);
        }
    }
}
