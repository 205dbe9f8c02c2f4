//! C331: each objective has an indicator (C9).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C331",
        name: "objective-without-indicator",
        severity: Severity::Warning,
        message: Text {
            es: "ningún indicador dice si se logra el objetivo «{objective}»",
            en: "no indicator tells whether the objective “{objective}” is reached",
            pt: "nenhum indicador diz se o objetivo “{objective}” é alcançado",
        },
        why: Text {
            es: "Un objetivo sin medida es un deseo: al final del año cada uno opina si se cumplió.",
            en: "An objective without a measure is a wish: at the end of the year everybody has an opinion on whether it was reached.",
            pt: "Um objetivo sem medida é um desejo: no fim do ano cada um opina se foi cumprido.",
        },
        fix: Text {
            es: "nombre los indicadores que lo muestran: `indicators: [{own_indicator}]`",
            en: "name the indicators that show it: `indicators: [{own_indicator}]`",
            pt: "indique os indicadores que o mostram: `indicators: [{own_indicator}]`",
        },
        bad: r#"=== objectives.yaml
cerca: { name: Cerca del cliente }
#              ^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== objectives.yaml
cerca: { name: Cerca del cliente }
=== indicators.yaml
trato: { name: Trato, objectives: [cerca] }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept = super::indicators(manual).flat_map(|indicator| &indicator.objectives);
    let measured: HashSet<&str> = kept.map(|id| id.value.as_str()).collect();
    for objective in manual.model.objectives.iter().filter(|o| o.base.is_active()) {
        let base = &objective.base;
        let listed = objective.indicators.iter().any(|id| {
            // An unknown id was reported where it stands.
            manual.model.indicators.get(&id.value).is_none_or(|indicator| indicator.base.is_active())
        });
        if !listed && !measured.contains(base.id.as_str()) {
            report.at(base.span, &base.subject(), |finding| finding.arg("objective", base.title()));
        }
    }
}
