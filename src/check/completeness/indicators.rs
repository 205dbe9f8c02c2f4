//! A103: a service has indicators of its level (A3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A103",
        name: "indicators",
        severity: Severity::Error,
        message: Text {
            es: "al servicio «{service}» le faltan los indicadores de nivel de servicio",
            en: "the service “{service}” has no service-level indicators",
            pt: "ao serviço “{service}” faltam os indicadores de nível de serviço",
        },
        why: Text {
            es: "Sin un indicador nadie puede decir si el servicio se presta bien ni si mejora.",
            en: "Without an indicator nobody can tell whether the service is given well, or whether it improves.",
            pt: "Sem um indicador ninguém pode dizer se o serviço é bem prestado nem se melhora.",
        },
        fix: Text {
            es: "nombre al menos un indicador: `indicators: [{own_indicator}]`, o escríbalo en el servicio con su meta",
            en: "name at least one indicator: `indicators: [{own_indicator}]`, or write it in the service with its target",
            pt: "indique ao menos um indicador: `indicators: [{own_indicator}]`, ou escreva-o no serviço com sua meta",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  espera:
    name: Espera en la agencia
    target: { share: 90 %, within: 10 minutes }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        if super::lacks(&service.indicators, |list| !list.is_empty()) {
            super::report_service(report, service);
        }
    }
}
