//! I736: a contract ends after it begins (A6, A7).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::partner::Contract;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I738",
        name: "contract-ends-before-it-begins",
        severity: Severity::Error,
        message: Text {
            es: "el contrato con «{partner}» empieza el {from} y termina el {until}",
            en: "the contract with “{partner}” begins on {from} and ends on {until}",
            pt: "o contrato com “{partner}” começa em {from} e termina em {until}",
        },
        why: Text {
            es: "Con las fechas al revés el contrato no está vigente ningún día, y nadie recibe el aviso de que vence.",
            en: "With its dates the wrong way round the contract is in force on no day, and nobody is told that it is about to end.",
            pt: "Com as datas trocadas o contrato não vigora nenhum dia, e ninguém recebe o aviso de que vence.",
        },
        fix: Text {
            es: "corrija las fechas: `contract: { from: {until}, until: {from} }`",
            en: "correct the dates: `contract: { from: {until}, until: {from} }`",
            pt: "corrija as datas: `contract: { from: {until}, until: {from} }`",
        },
        bad: r#"=== suppliers.yaml
central: { name: Central, contract: { from: 2029-07-01, until: 2028-06-30 } }
#                                           ^^^^^^^^^^
"#,
        good: r#"=== suppliers.yaml
central: { name: Central, contract: { from: 2024-07-01, until: 2028-06-30 } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let suppliers = manual.model.suppliers.iter().map(|s| (&s.base, &s.contracts));
    let alliances = manual.model.alliances.iter().map(|a| (&a.base, &a.contracts));
    for (base, contracts) in suppliers.chain(alliances).filter(|(base, _)| !crate::check::is_retired(base)) {
        contracts.iter().for_each(|contract| dates(manual, report, base, contract));
    }
}

fn dates(manual: &Resolved<'_>, report: &mut Report<'_>, base: &Base, contract: &Contract) {
    let (Some(from), Some(until)) = (&contract.from, &contract.until) else { return };
    if from.value.start() > until.value.end() {
        let (begins, ends) = (manual.sources.text(from.span), manual.sources.text(until.span));
        report.at(from.span, &base.subject(), |finding| {
            finding.arg("partner", base.title()).arg("from", begins).arg("until", ends)
        });
    }
}
