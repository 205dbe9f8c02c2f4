//! C370: a longest time is better the shorter it is (A3, C5).

use crate::check::prose::mentions_in;
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::indicator::{Direction, Indicator};
use crate::resolve::Resolved;
use crate::values::{Bound, Op, Quantity, Target};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C370",
        name: "longer-is-better",
        severity: Severity::Warning,
        message: Text {
            es: "«{name}» tiene un tiempo máximo, {time}, y `direction: higher` dice que más es mejor",
            en: "“{name}” has a longest time, {time}, and `direction: higher` says that more is better",
            pt: "“{name}” tem um tempo máximo, {time}, e `direction: higher` diz que mais é melhor",
        },
        why: Text {
            es: "El lector ve «más es mejor» junto a un plazo que no debe pasarse, y los resultados se juzgan al revés.",
            en: "Readers see “higher is better” beside a time that must not be passed, and results are judged the wrong way round.",
            pt: "O leitor vê “maior é melhor” ao lado de um prazo que não se deve passar, e os resultados são julgados ao contrário.",
        },
        fix: Text {
            es: "escriba `direction: lower`; o, si se mide la parte de los casos a tiempo, `target: { share: 95 %, within: {limit} }`",
            en: "write `direction: lower`; or, where the share of cases in time is measured, `target: { share: 95 %, within: {limit} }`",
            pt: "escreva `direction: lower`; ou, se o que se mede é a parte dos casos no prazo, `target: { share: 95 %, within: {limit} }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  a: { name: Espera, direction: higher, target: { maximum: 3 minutes } }
#                               ^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  a: { name: Espera, direction: lower, target: { maximum: 3 minutes } }
  b: { name: Contestadas en 3 meses, direction: higher, target: { maximum: 3 months } }
  c: { name: Contestadas, unit: "% de las quejas", direction: higher, target: { maximum: 3 months } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for indicator in super::indicators(manual) {
        let Some(direction) = indicator.direction.as_ref().filter(|d| d.value == Direction::Higher) else { continue };
        let targets = indicator.targets.value().map_or(&[][..], Vec::as_slice);
        let longest = |target: &Target| match target {
            Target::Maximum(Bound { op, value: value @ Quantity::Duration(_) })
            | Target::Mean(Bound { op, value: value @ Quantity::Duration(_) })
                if !op.unwrap_or(Op::AtMost).is_lower_bound() =>
            {
                Some(value.clone())
            }
            _ => None,
        };
        let times: Option<Vec<Quantity>> = targets.iter().map(|spec| longest(&spec.target)).collect();
        let Some(time) = times.and_then(|times| times.into_iter().next()) else { continue };
        if counts_cases(indicator, manual) {
            continue;
        }
        report.at(direction.span, &indicator.base().subject(), |finding| {
            let finding = finding.arg("name", indicator.base().title()).arg("limit", time.plain());
            finding.arg("time", time.clone())
        });
    }
}

/// Whether cases in time are counted, by what is said of the indicator: then more of them are better, and the time is the one they
/// are held to.
fn counts_cases(indicator: &Indicator, manual: &Resolved<'_>) -> bool {
    let is_share =
        |text: &str| text.contains('%') || ["porcentaje", "percent", "porcentagem"].iter().any(|w| text.contains(w));
    let texts = [&indicator.unit, &indicator.formula, &indicator.definition, &indicator.baseline];
    let said = texts.into_iter().flatten().any(|text| is_share(&text.source));
    let named = indicator.base().name.iter().any(|name| !mentions_in(manual, &name.source).is_empty());
    let measured = indicator.results.iter().any(|result| {
        !matches!(
            &result.value,
            crate::model::indicator::ResultValue::Value(Quantity::Duration(_))
                | crate::model::indicator::ResultValue::Blank
                | crate::model::indicator::ResultValue::Unreadable
        )
    });
    said || named || measured
}
