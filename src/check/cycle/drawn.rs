//! F602: a service shows the cycle that its customer goes through (F2).

use crate::check::{Report, Rule, report_lacking};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "F602",
        name: "service-without-cycle",
        severity: Severity::Warning,
        message: Text {
            es: "falta el ciclo del servicio, de la llegada del cliente a su despedida: {names}",
            en: "no service cycle, from the customer’s arrival to the farewell: {names}",
            pt: "falta o ciclo do serviço, da chegada do cliente à despedida: {names}",
        },
        why: Text {
            es: "Los diez puntos miran el servicio desde la organización; el ciclo lo mira como lo vive el cliente, y ahí aparecen las esperas y las vueltas.",
            en: "The ten points see the service from the organisation; the cycle sees it as the customer lives it, and there the waits and detours show.",
            pt: "Os dez pontos olham o serviço a partir da organização; o ciclo o olha como o cliente o vive, e ali aparecem as esperas e as voltas.",
        },
        fix: Text {
            es: "escriba en orden los momentos del cliente: `cycle: [{ moment: Toma su turno, channel: {own_channel}, role: {own_contact} }, { moment: Lo atienden, of_truth: true }]`",
            en: "write the customer’s moments in order: `cycle: [{ moment: Takes a ticket, channel: {own_channel}, role: {own_contact} }, { moment: Is served, of_truth: true }]`",
            pt: "escreva em ordem os momentos do cliente: `cycle: [{ moment: Retira a senha, channel: {own_channel}, role: {own_contact} }, { moment: É atendido, of_truth: true }]`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
cycle: [{ moment: Toma su turno, channel: agencia, role: caja }]
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let lacking: Vec<&Base> =
        super::services(manual).filter(|service| service.cycle.is_empty()).map(|service| &service.base).collect();
    report_lacking(report, &lacking, |finding| finding);
}
