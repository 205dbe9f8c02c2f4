//! C383: a grave risk is watched by an indicator (G1).

use crate::check::{Report, Rule, is_retired, report_lacking};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::reference::{Level, Risk};
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C383",
        name: "grave-risk-unwatched",
        severity: Severity::Note,
        message: Text {
            es: "ningún indicador vigila el riesgo, que se considera probable o grave: {names}",
            en: "no indicator watches the risk, which is held to be likely or grave: {names}",
            pt: "nenhum indicador vigia o risco, que se considera provável ou grave: {names}",
        },
        why: Text {
            es: "El riesgo que nadie mide se descubre cuando ya es un reclamo.",
            en: "A risk that nobody measures is found out when it is a complaint already.",
            pt: "O risco que ninguém mede se descobre quando já é uma reclamação.",
        },
        fix: Text {
            es: "nombre el indicador que avisaría primero: `indicators: [{own_indicator}]`",
            en: "name the indicator that would tell first: `indicators: [{own_indicator}]`",
            pt: "indique o indicador que avisaria primeiro: `indicators: [{own_indicator}]`",
        },
        bad: r#"=== risks.yaml
demanda:
  name: La demanda supera la capacidad
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  kind: demand
  likelihood: high
  impact: medium
"#,
        good: r#"=== risks.yaml
demanda:
  name: La demanda supera la capacidad
  kind: demand
  likelihood: high
  impact: medium
  indicators: [espera]
=== indicators.yaml
espera: { name: Espera }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept = manual.model.risks.iter().filter(|risk| !is_retired(&risk.base));
    let lacking: Vec<&Base> =
        kept.filter(|risk| is_grave(risk) && risk.indicators.is_empty()).map(|risk| &risk.base).collect();
    report_lacking(report, &lacking, |finding| finding);
}

/// One of the two is high and the other not low; what has not been judged is not grave.
fn is_grave(risk: &Risk) -> bool {
    let (Some(likelihood), Some(impact)) = (&risk.likelihood, &risk.impact) else { return false };
    let (low, high) = (likelihood.value.min(impact.value), likelihood.value.max(impact.value));
    high == Level::High && low >= Level::Medium
}
