//! C320: a result is one that can be (C2, C8).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::indicator::{Indicator, PeriodResult, ResultValue};
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Decimal, Quantity, Scale, Target};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C320",
        name: "impossible-result",
        severity: Severity::Error,
        message: Text {
            es: "el resultado de {period} de «{entry}» no puede ser: {problem}",
            en: "the result of “{entry}” for {period} cannot be: {problem}",
            pt: "o resultado de {period} de “{entry}” não pode ser: {problem}",
        },
        why: Text {
            es: "Un resultado imposible se cuela en el informe y en las decisiones. Casi siempre es un error de tecleo o una suma equivocada.",
            en: "An impossible result slips into the report and into decisions. It is nearly always a slip of the finger or a wrong sum.",
            pt: "Um resultado impossível se infiltra no relatório e nas decisões. Quase sempre é um erro de digitação ou de soma.",
        },
        fix: Text {
            es: "revise la cifra en la fuente del indicador y corríjala",
            en: "look the figure up in the indicator's source and correct it",
            pt: "verifique o valor na fonte do indicador e corrija-o",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 %, within: 1 business day }
    results:
      2026-08: 104 %
#     ^^^^^^^
      2026-09: { numerator: 431, denominator: 398 }
#     ^^^^^^^
      2026-10: { numerator: 3, denominator: 0 }
#     ^^^^^^^
      2026-11: { numerator: 905, denominator: 1000, value: 97 % }
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 %, within: 1 business day }
    results:
      2026-08: 100 %
      2026-09: { numerator: 398, denominator: 398 }
      2026-10: { numerator: 0, denominator: 0 }
      2026-11: { numerator: 905, denominator: 1000, value: 90.5 % }
"#,
    },
    check,
};

const OVER: Text = Text { es: "pasa de 100 %", en: "it is over 100 %", pt: "passa de 100 %" };
const BELOW: Text = Text { es: "es menor que cero", en: "it is below zero", pt: "é menor que zero" };
const MORE: Text = Text {
    es: "el numerador es mayor que el denominador",
    en: "the numerator is above the denominator",
    pt: "o numerador é maior que o denominador",
};
const OF_NONE: Text = Text {
    es: "cuenta casos de un total de cero",
    en: "it counts cases out of none",
    pt: "conta casos de um total de zero",
};
const DIFFERS: Text = Text {
    es: "el numerador entre el denominador da otro valor",
    en: "the numerator over the denominator gives another value",
    pt: "o numerador dividido pelo denominador dá outro valor",
};
const SCALE: Text = Text {
    es: "está fuera de la escala de la encuesta",
    en: "it is off the scale of the survey",
    pt: "está fora da escala da pesquisa",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for indicator in super::indicators(manual) {
        for result in &indicator.results {
            if let Some(problem) = problem(indicator, result) {
                let (title, subject) = (indicator.base().title(), indicator.base().subject());
                tell(manual, report, result.period.span, &subject, title, problem);
            }
        }
    }
    for survey in manual.model.surveys.iter().filter(|s| s.base.is_active()) {
        let Some(Scale::Range(worst, best)) = survey.scale.as_ref().map(|s| &s.value) else { continue };
        for result in &survey.results {
            let marks = result.dimensions.iter().flat_map(|(_, expected, perceived)| [*expected, *perceived]);
            if marks.flatten().any(|mark| mark < *worst || mark > *best) {
                tell(manual, report, result.period.span, &survey.base.subject(), survey.base.title(), SCALE);
            }
        }
    }
}

fn problem(indicator: &Indicator, result: &PeriodResult) -> Option<Text> {
    match &result.value {
        ResultValue::Fraction { numerator, denominator } => {
            if numerator.is_sign_negative() && !numerator.is_zero()
                || denominator.is_sign_negative() && !denominator.is_zero()
            {
                return Some(BELOW);
            }
            if denominator.is_zero() {
                return (!numerator.is_zero()).then_some(OF_NONE);
            }
            // Orders for each customer may be more than one; the share of cases may not.
            (is_share(indicator) && numerator > denominator).then_some(MORE)
        }
        ResultValue::Value(Quantity::Percent(share)) if is_share(indicator) => {
            if result.counted.is_some_and(|counted| differs(counted, share.value)) {
                return Some(DIFFERS);
            }
            if share.value > Decimal::ONE_HUNDRED {
                return Some(OVER);
            }
            (share.value < Decimal::ZERO).then_some(BELOW)
        }
        ResultValue::Value(_) | ResultValue::NotApplicable(_) | ResultValue::Blank | ResultValue::Unreadable => None,
    }
}

/// Whether a value is another than the cases give, beyond what rounding does to its last digit.
fn differs((numerator, denominator): (Decimal, Decimal), value: Decimal) -> bool {
    let share = numerator.checked_div(denominator).and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED));
    let Some(away) = share.and_then(|share| share.checked_sub(value)) else { return false };
    away.abs() > Decimal::new(1, value.normalize().scale())
}

/// Whether the results are parts of all cases, as the target says.
fn is_share(indicator: &Indicator) -> bool {
    let share = |target: &Target| {
        matches!(
            target,
            Target::ShareWithin { .. } | Target::Share(_) | Target::Scores { .. } | Target::Coverage { .. }
        )
    };
    indicator.targets.value().into_iter().flatten().any(|spec| share(&spec.target))
}

fn tell(manual: &Resolved<'_>, report: &mut Report<'_>, at: Span, subject: &str, entry: String, problem: Text) {
    let period = manual.sources.text(at);
    report.at(at, subject, |finding| finding.arg("entry", entry).arg("period", period).arg("problem", problem));
}
