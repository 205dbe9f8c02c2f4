//! C318: who promises to be better says than what (A3, C8).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::indicator::ResultValue;
use crate::resolve::Resolved;
use crate::values::Target;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C318",
        name: "better-than-nothing",
        severity: Severity::Warning,
        message: Text {
            es: "la meta de «{indicator}» es mejorar, y no consta de qué cifra se parte",
            en: "the target of “{indicator}” is to do better, and the figure to start from is not on record",
            pt: "a meta de “{indicator}” é melhorar, e não consta de que valor se parte",
        },
        why: Text {
            es: "Sin la cifra de partida, cualquier resultado parece una mejora y nadie puede desmentirlo.",
            en: "Without the figure to start from, any result looks like an improvement and nobody can deny it.",
            pt: "Sem o valor de partida, qualquer resultado parece uma melhora e ninguém pode desmenti-lo.",
        },
        fix: Text {
            es: "escriba la cifra de partida: `baseline: 61 %`, o los resultados del período anterior en `results`",
            en: "write the figure to start from: `baseline: 61 %`, or the results of the earlier period in `results`",
            pt: "escreva o valor de partida: `baseline: 61 %`, ou os resultados do período anterior em `results`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  rapidas:
    name: Contestadas en 15 días naturales
    target: { better_than: previous year }
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  rapidas:
    name: Contestadas en 15 días naturales
    target: { better_than: previous year, baseline: 61 % }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for indicator in super::indicators(manual).filter(|i| i.baseline.is_none()) {
        let measured = |value: &ResultValue| matches!(value, ResultValue::Value(_) | ResultValue::Fraction { .. });
        if indicator.results.iter().any(|result| measured(&result.value)) {
            continue;
        }
        for spec in indicator.targets.value().into_iter().flatten() {
            let Target::BetterThan { baseline: None, .. } = &spec.target else { continue };
            report.at(spec.span, &indicator.base().subject(), |finding| {
                finding.arg("indicator", indicator.base().title())
            });
        }
    }
}
