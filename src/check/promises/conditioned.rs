//! C377: commitments say under which conditions they hold (C4).

use crate::check::{Report, Rule, nowhere, report_lacking};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::commitment::Commitment;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C377",
        name: "promises-without-conditions",
        severity: Severity::Note,
        message: Text {
            es: "ningún compromiso dice con qué condiciones vale: {names}",
            en: "no commitment says under which conditions it holds: {names}",
            pt: "nenhum compromisso diz com que condições vale: {names}",
        },
        why: Text {
            es: "Lo que se promete sin condiciones se debe siempre: la condición que no está escrita no se puede oponer al cliente.",
            en: "What is promised without conditions is owed always: one that is not written cannot be held against the customer.",
            pt: "O que se promete sem condições é devido sempre: a condição que não está escrita não pode ser oposta ao cliente.",
        },
        fix: Text {
            es: "escriba en el compromiso lo que hace falta para que valga: `conditions: [datos completos, sistema en servicio]`",
            en: "write in the commitment what it takes for it to hold: `conditions: [complete data, system in service]`",
            pt: "escreva no compromisso o que é preciso para que valha: `conditions: [dados completos, sistema em serviço]`",
        },
        bad: r#"=== commitments.yaml
espera: { promise: Le atendemos en 5 minutos., within: 5 minutes }
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^
llamada: { promise: Contestamos en 1 minuto., within: 1 minute }
carta: { promise: Respondemos en 9 días hábiles., within: 9 business days }
visita: { promise: Vamos en 2 días hábiles., within: 2 business days }
"#,
        good: r#"=== commitments.yaml
espera: { promise: Le atendemos en 5 minutos., within: 5 minutes, conditions: [turno tomado en la agencia] }
llamada: { promise: Contestamos en 1 minuto., within: 1 minute }
carta: { promise: Respondemos en 9 días hábiles., within: 9 business days }
visita: { promise: Vamos en 2 días hábiles., within: 2 business days }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let commitments: Vec<&Commitment> = super::commitments(manual).collect();
    if nowhere(&commitments, |commitment| !commitment.conditions.is_empty()) {
        let bases: Vec<&Base> = commitments.iter().map(|commitment| &commitment.base).collect();
        report_lacking(report, &bases, |finding| finding);
    }
}
