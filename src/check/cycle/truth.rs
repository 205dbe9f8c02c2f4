//! F603: a cycle has its moments of truth (F2).

use crate::check::{Report, Rule, report_lacking};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "F603",
        name: "cycle-without-moments-of-truth",
        severity: Severity::Warning,
        message: Text {
            es: "el ciclo no señala ningún momento de verdad: {names}",
            en: "the cycle marks no moment of truth: {names}",
            pt: "o ciclo não assinala nenhum momento da verdade: {names}",
        },
        why: Text {
            es: "En unos pocos momentos el cliente decide si vuelve. Si todos pesan lo mismo, no se cuida ninguno.",
            en: "At a few moments the customer decides whether to come back. Where all weigh the same, none is cared for.",
            pt: "Em uns poucos momentos o cliente decide se volta. Se todos pesam o mesmo, não se cuida de nenhum.",
        },
        fix: Text {
            es: "marque los que deciden la opinión del cliente: `{ moment: Lo atienden, of_truth: true }`",
            en: "mark those that decide what the customer thinks: `{ moment: Is served, of_truth: true }`",
            pt: "marque os que decidem a opinião do cliente: `{ moment: É atendido, of_truth: true }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
cycle: [{ moment: Toma su turno, channel: agencia, role: caja }]
"#,
        good: r#"code: EJ-01
name: Ejemplo
cycle: [{ moment: Toma su turno, of_truth: true, channel: agencia, role: caja }]
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let cycles = super::services(manual).filter(|service| !service.cycle.is_empty());
    let lacking: Vec<&Base> =
        cycles.filter(|service| !service.cycle.iter().any(|m| m.of_truth)).map(|service| &service.base).collect();
    report_lacking(report, &lacking, |finding| finding);
}
