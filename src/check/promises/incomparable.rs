//! C321: a result is in the unit of its target (A3, C8).

use crate::check::figures;
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::indicator::{Direction as Wanted, Indicator, ResultValue};
use crate::model::target::TargetSpec;
use crate::resolve::Resolved;
use crate::values::{Direction, Quantity, Target};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C321",
        name: "result-in-other-unit",
        severity: Severity::Warning,
        message: Text {
            es: "{what} de «{indicator}» es {result}, y con su meta no se puede comparar",
            en: "{what} of “{indicator}” is {result}, which cannot be compared with its target",
            pt: "{what} de “{indicator}” é {result}, e não se pode comparar com a meta",
        },
        why: Text {
            es: "Si el resultado y la meta están en unidades distintas, nadie sabe si se cumplió.",
            en: "Where result and target are in different units nobody knows whether it was reached.",
            pt: "Se o resultado e a meta estão em unidades diferentes, ninguém sabe se foi cumprida.",
        },
        fix: Text {
            es: "escriba el resultado en la unidad de la meta, o cambie la meta para que mida lo mismo",
            en: "write the result in the unit of the target, or change the target so that it measures the same",
            pt: "escreva o resultado na unidade da meta, ou mude a meta para que meça o mesmo",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  espera:
    name: Espera
    target: { mean: 10 minutes }
    results:
      2026-09: 97 %
#     ^^^^^^^
      2026-10: 9 minutes
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 %, within: 10 minutes }
    baseline: 12 minutes
#             ^^^^^^^^^^
    results:
      2026-10: 12 minutes
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  espera:
    name: Espera
    target: { share: 95 %, within: 10 minutes }
    baseline: 81 %
    results:
      2026-09: 97 %
"#,
    },
    check,
};

const RESULT: Text = Text { es: "el resultado de {name}", en: "the result for {name}", pt: "o resultado de {name}" };
const BASELINE: Text = Text {
    es: "la cifra de partida (`baseline`)",
    en: "the figure to start from (`baseline`)",
    pt: "o valor de partida (`baseline`)",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for indicator in super::indicators(manual) {
        for result in &indicator.results {
            let ResultValue::Value(value) = &result.value else { continue };
            if !is_other(indicator, value) {
                continue;
            }
            let period = manual.sources.text(result.period.span);
            report.at(result.period.span, &indicator.base().subject(), |finding| {
                let finding =
                    finding.arg("indicator", indicator.base().title()).arg("what", Arg::named(RESULT, period));
                finding.arg("result", value.clone())
            });
        }
        let Some(baseline) = &indicator.baseline else { continue };
        // A text in words says something else, such as the year that it is of.
        if let Ok(value) = Quantity::parse(&baseline.plain())
            && is_other(indicator, &value)
        {
            report.at(baseline.span, &indicator.base().subject(), |finding| {
                let finding = finding.arg("indicator", indicator.base().title()).arg("what", BASELINE);
                finding.arg("result", value.clone())
            });
        }
    }
}

/// Whether the targets have values, and none of them compares with the result nor is of its kind.
fn is_other(indicator: &Indicator, value: &Quantity) -> bool {
    let targets = indicator.targets.value().map_or(&[][..], Vec::as_slice);
    let wanted = indicator.direction.as_ref().map(|direction| match direction.value {
        Wanted::Higher => Direction::Higher,
        Wanted::Lower => Direction::Lower,
        Wanted::Range => Direction::Range,
    });
    let figures = figures::of_indicator(indicator);
    let same_kind = |quantity: &Quantity| std::mem::discriminant(quantity) == std::mem::discriminant(value);
    // A hard limit in time may be followed by the share of cases that kept it.
    let limit = |target: &Target| matches!(target, Target::Maximum(_)) && matches!(value, Quantity::Percent(_));
    // The time of a share is what its cases are held to; a result is the share itself.
    let shares = |spec: &TargetSpec| matches!(spec.target, Target::ShareWithin { .. } | Target::Share(_));
    if !targets.is_empty() && targets.iter().all(shares) && matches!(value, Quantity::Duration(_)) {
        return true;
    }
    !figures.is_empty()
        && !figures.iter().any(|figure| same_kind(&figure.quantity))
        && !targets.iter().any(|spec| limit(&spec.target) || spec.target.is_met_in(wanted, value).is_some())
}
