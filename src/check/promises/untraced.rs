//! C330: each indicator and each standard can be traced to an objective (C9).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::resolve::Resolved;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C330",
        name: "untraced-to-an-objective",
        severity: Severity::Warning,
        message: Text {
            es: "«{entry}» no sirve a ningún objetivo",
            en: "“{entry}” serves no objective",
            pt: "“{entry}” não serve a nenhum objetivo",
        },
        why: Text {
            es: "Lo que se mide y lo que se exige cuesta trabajo. Si no sirve a un objetivo de la dirección, nadie decidirá nada con ello.",
            en: "What is measured and what is demanded costs work. Where it serves no objective of the management nobody will decide anything by it.",
            pt: "O que se mede e o que se exige custa trabalho. Se não serve a um objetivo da direção, ninguém decidirá nada com isso.",
        },
        fix: Text {
            es: "nombre el objetivo al que sirve: `objectives: [{own_objective}]`; si no hay ninguno, quítelo",
            en: "name the objective that it serves: `objectives: [{own_objective}]`; where there is none, take it out",
            pt: "indique o objetivo a que serve: `objectives: [{own_objective}]`; se não há nenhum, tire-o",
        },
        bad: r#"=== objectives.yaml
a-tiempo: { name: Respuestas a tiempo, indicators: [espera] }
=== indicators.yaml
espera: { name: Espera }
folios: { name: Folios archivados }
#               ^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== objectives.yaml
a-tiempo: { name: Respuestas a tiempo, indicators: [espera], standards: [saludo] }
orden: { name: Orden }
=== indicators.yaml
espera: { name: Espera }
folios: { name: Folios archivados, objectives: [orden] }
=== standards.yaml
saludo: { name: Saludo }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let objectives = &manual.model.objectives;
    // Without objectives none of them can be traced, and that is one finding of another rule.
    if objectives.is_empty() {
        return;
    }
    let named: HashSet<&str> =
        objectives.iter().flat_map(|objective| &objective.indicators).map(|id| id.value.as_str()).collect();
    for indicator in super::indicators(manual).filter(|i| i.objectives.is_empty()) {
        let base = indicator.base();
        if !named.contains(base.id.as_str()) {
            report.at(base.span, &base.subject(), |finding| finding.arg("entry", base.title()));
        }
    }
    for standard in manual.model.standards.iter().filter(|s| s.base.is_active() && s.objectives.is_empty()) {
        let base = &standard.base;
        if !objectives.iter().any(|objective| objective.standards.iter().any(|id| id.value == base.id)) {
            report.at(base.span, &base.subject(), |finding| finding.arg("entry", base.title()));
        }
    }
}
