//! C368: an indicator starts from one figure (A3, C8).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::resolve::Resolved;
use crate::values::{Quantity, Target};
use std::cmp::Ordering;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C368",
        name: "two-baselines",
        severity: Severity::Error,
        message: Text {
            es: "la meta de «{name}» parte de {one} y el indicador, de {other}",
            en: "the target of “{name}” starts from {one} and the indicator from {other}",
            pt: "a meta de “{name}” parte de {one} e o indicador, de {other}",
        },
        why: Text {
            es: "Con dos cifras de partida, un mismo resultado es mejora según una y retroceso según la otra.",
            en: "With two figures to start from, one result is better by the one and worse by the other.",
            pt: "Com dois valores de partida, um mesmo resultado é melhora por um e piora pelo outro.",
        },
        fix: Text {
            es: "deje una sola cifra: quite `baseline` de la meta o del indicador",
            en: "leave one figure: remove `baseline` from the target or from the indicator",
            pt: "deixe um só valor: tire `baseline` da meta ou do indicador",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  a:
    name: Satisfacción
    baseline: 55 %
    target: { better_than: baseline, baseline: 61 % }
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  a: { name: Satisfacción, baseline: 61 %, target: { better_than: baseline, baseline: 61.0 % } }
  b: { name: Quejas, baseline: 12 en 2025, target: { better_than: previous year, baseline: 14 } }
"#,
    },
    check,
};

const HERE: Text =
    Text { es: "la otra cifra está aquí", en: "the other figure is here", pt: "o outro valor está aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for indicator in super::indicators(manual) {
        // A text in words says something else, such as the year that it is of.
        let Some((own, at)) =
            indicator.baseline.as_ref().and_then(|b| Some((Quantity::parse(&b.plain()).ok()?, b.span)))
        else {
            continue;
        };
        for spec in indicator.targets.value().into_iter().flatten() {
            let Target::BetterThan { than, baseline: Some(theirs) } = &spec.target else { continue };
            // What was before that may be another figure.
            if than.starts_with("previous ")
                || theirs.compare_exactly(&own).is_none_or(|order| order == Ordering::Equal)
            {
                continue;
            }
            report.at(spec.span, &indicator.base().subject(), |finding| {
                let finding = finding.arg("name", indicator.base().title()).arg("one", theirs.clone());
                finding.arg("other", own.clone()).label(at, HERE)
            });
        }
    }
}
