//! A108: a service says how much it can serve (A8).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::capacity::Capacity;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A108",
        name: "capacity",
        severity: Severity::Error,
        message: Text {
            es: "al servicio «{service}» le falta la capacidad: demanda, tiempo de atención o plazas",
            en: "the service “{service}” has no capacity: demand, handling time or places",
            pt: "ao serviço “{service}” falta a capacidade: demanda, tempo de atendimento ou vagas",
        },
        why: Text {
            es: "Una promesa de plazo se cumple si hay manos para la demanda; sin estas cifras no se puede comprobar.",
            en: "A time promise can be kept only if there are enough hands for the demand; without these figures it cannot be checked.",
            pt: "Uma promessa de prazo se cumpre se há mãos para a demanda; sem esses números não se pode verificar.",
        },
        fix: Text {
            es: "escriba cuánta demanda hay y cuánto dura cada caso: `capacity: { demand: { mean: 22 per day }, handling_time: 8 minutes, servers: 2 }`",
            en: "write how much demand there is and how long a case takes: `capacity: { demand: { mean: 22 per day }, handling_time: 8 minutes, servers: 2 }`",
            pt: "escreva quanta demanda há e quanto dura cada caso: `capacity: { demand: { mean: 22 per day }, handling_time: 8 minutes, servers: 2 }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
capacity:
  occupancy_limit: 80 %
"#,
        good: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 22 per day }
  handling_time: 8 minutes
  servers: 2
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        if super::lacks(&service.capacity, says_how_much) {
            super::report_service(report, service);
        }
    }
}

/// Limits alone say nothing of how much can be served.
pub(super) fn says_how_much(capacity: &Capacity) -> bool {
    let demand = capacity.mean.is_some() || capacity.peak.is_some() || !capacity.by_period.is_empty();
    demand || capacity.handling_time.is_some() || capacity.places.is_some()
}
