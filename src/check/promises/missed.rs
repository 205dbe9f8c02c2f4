//! C305: a result that misses its target is answered by an action (C8).

use crate::check::{Report, Rule, said};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::indicator::{Indicator, PeriodResult, ResultValue};
use crate::model::target::{TargetSpec, judged, whole_targets};
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::values::{Decimal, Direction, Op, Percent, Quantity, Target};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C305",
        name: "missed-target",
        severity: Severity::Warning,
        message: Text {
            es: "el resultado de {period} de «{indicator}», {result}, no alcanza la meta y nadie anotó qué se hizo",
            en: "the result of “{indicator}” for {period}, {result}, misses the target and nobody recorded what was done",
            pt: "o resultado de {period} de “{indicator}”, {result}, não alcança a meta e ninguém anotou o que se fez",
        },
        why: Text {
            es: "Medir sin actuar enseña a no mirar. A cada meta perdida le corresponde una acción que se pueda seguir.",
            en: "Measuring without acting teaches people not to look. Each missed target calls for an action that can be followed up.",
            pt: "Medir sem agir ensina a não olhar. A cada meta perdida corresponde uma ação que se possa acompanhar.",
        },
        fix: Text {
            es: "anote la acción junto al resultado: `action: PM-07`, con una `note` si hace falta",
            en: "record the action beside the result: `action: PM-07`, with a `note` where it helps",
            pt: "anote a ação junto ao resultado: `action: PM-07`, com uma `note` se for preciso",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 %, within: 1 business day }
    results:
      2026-09: 96 %
      2026-10: { numerator: 398, denominator: 431 }
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 %, within: 1 business day }
    results:
      2026-09: 96 %
      2026-10: { numerator: 398, denominator: 431, action: PM-07 }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for indicator in super::indicators(manual) {
        for result in indicator.results.iter().filter(|r| !r.provisional && !said(&r.action)) {
            let Some(measured) = measured(result) else { continue };
            if is_missed(indicator, result, &measured) {
                let period = manual.sources.text(result.period.span);
                report.at(result.period.span, &indicator.base.subject(), |finding| {
                    let finding = finding.arg("indicator", indicator.base.title()).arg("period", period);
                    finding.arg("result", rounded(measured))
                });
            }
        }
    }
}

/// The measured value; none where nothing was measured.
fn measured(result: &PeriodResult) -> Option<Quantity> {
    match &result.value {
        ResultValue::Value(value) => Some(value.clone()),
        ResultValue::Fraction { numerator, denominator } => {
            let share = numerator.checked_div(*denominator)?.checked_mul(Decimal::ONE_HUNDRED)?;
            Some(Quantity::Percent(Percent::new(share)))
        }
        ResultValue::NotApplicable(_) | ResultValue::Blank | ResultValue::Unreadable => None,
    }
}

/// A share of many digits, to a hundredth of a per cent.
fn rounded(quantity: Quantity) -> Quantity {
    match quantity {
        Quantity::Percent(p) => Quantity::Percent(Percent { value: p.value.round_dp(2).normalize(), ..p }),
        other => other,
    }
}

/// Whether a target that speaks of this result, and compares with it, is not reached within the tolerance.
fn is_missed(indicator: &Indicator, result: &PeriodResult, measured: &Quantity) -> bool {
    let Some(targets) = indicator.targets.value() else { return false };
    let wanted = indicator.better();
    let tolerance = indicator.tolerance.as_ref().and_then(Variant::single);
    let verdict = |spec: &TargetSpec, written: usize| {
        if !speaks_of(spec, written, result) || !can_be(&spec.target, wanted) {
            return None;
        }
        let direction = spec.target.direction().or(wanted);
        let value = relaxed(measured, tolerance, direction);
        spec.target.is_met_in(wanted, value.as_ref().unwrap_or(measured))
    };
    let count = whole_targets(targets).count();
    whole_targets(targets).any(|cases| judged(cases, result.period.value, |spec| verdict(spec, count)) == Some(false))
}

/// Whether a target can be reached and agrees with the direction: of one that does not, every result would be told.
fn can_be(target: &Target, wanted: Option<Direction>) -> bool {
    let (Target::ShareWithin { share, .. } | Target::Share(share)) = target else { return true };
    let at_least = share.op_or(Op::AtLeast).is_lower_bound();
    let backwards = wanted == Some(if at_least { Direction::Lower } else { Direction::Higher });
    share.value.value <= Decimal::ONE_HUNDRED && !backwards
}

/// Of several targets, one with conditions or for some cases only does not bind the result of all cases.
fn speaks_of(spec: &TargetSpec, written: usize, result: &PeriodResult) -> bool {
    let period = result.period.value;
    let in_force = spec.from.is_none_or(|from| from.start() <= period.start())
        && spec.until.is_none_or(|until| until.end() >= period.end());
    in_force && (written == 1 || spec.scope.len() == spec.cased && spec.conditions.is_none())
}

/// The measured value moved by the tolerance towards the better side.
fn relaxed(measured: &Quantity, tolerance: Option<&Quantity>, direction: Option<Direction>) -> Option<Quantity> {
    let sign = match direction? {
        Direction::Higher => Decimal::ONE,
        Direction::Lower => Decimal::NEGATIVE_ONE,
        Direction::Range => return None,
    };
    let moved = |value: Decimal, by: Decimal| value.checked_add(by.checked_mul(sign)?);
    match (measured, tolerance?) {
        (Quantity::Percent(m), Quantity::Percent(t)) => {
            Some(Quantity::Percent(Percent { value: moved(m.value, t.value)?, ..m.clone() }))
        }
        (Quantity::Duration(m), Quantity::Duration(t)) if m.unit == t.unit => {
            let mut m = *m;
            m.amount = moved(m.amount, t.amount)?;
            Some(Quantity::Duration(m))
        }
        (Quantity::Rate(m), Quantity::Rate(t)) => {
            let mut m = m.clone();
            m.amount = moved(m.amount, t.amount)?;
            Some(Quantity::Rate(m))
        }
        _ => None,
    }
}
