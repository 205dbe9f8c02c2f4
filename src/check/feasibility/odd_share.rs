//! C359: the share that a target asks for can be reached, and is not reached by failing most customers (A3, C5).

use crate::check::{Report, Rule};
use crate::diag::{Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::indicator::{Direction, Indicator};
use crate::model::target::TargetSpec;
use crate::resolve::Resolved;
use crate::values::{Bound, Decimal, Op, Percent, Quantity, Target};
use std::collections::BTreeSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C359",
        name: "odd-share",
        severity: Severity::Error,
        message: Text {
            es: "la meta de «{name}» pide {share}: {problem}",
            en: "the target of “{name}” asks for {share}: {problem}",
            pt: "a meta de “{name}” pede {share}: {problem}",
        },
        why: Text {
            es: "Una coma o un cero de más en una meta no se nota en el informe: la meta se alcanza siempre o no se alcanza nunca.",
            en: "A slipped point or a nought too many in a target does not show in the report: the target is always reached, or never.",
            pt: "Uma vírgula ou um zero a mais em uma meta não se nota no relatório: a meta é sempre alcançada, ou nunca.",
        },
        fix: Text {
            es: "escriba la parte de los casos que se quiere alcanzar, como en `share: 95 %`",
            en: "write the share of the cases to be reached, as in `share: 95 %`",
            pt: "escreva a parte dos casos que se quer alcançar, como em `share: 95 %`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
commitments:
  respuesta: { promise: Respondemos a tiempo., within: 2 business days, indicator: respuestas }
indicators:
  respuestas: { name: Respuestas, target: { share: 9.5 %, within: 2 business days } }
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  llamadas: { name: Llamadas, target: { share: 950 %, within: 30 seconds } }
#                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  puntualidad: { name: Puntualidad, direction: lower, target: { share: 90 % } }
#                                                             ^^^^^^^^^^^^^^^
  quejas: { name: Quejas, direction: higher, target: { share: <= 5 % } }
#                                                    ^^^^^^^^^^^^^^^^^
  errores: { name: Errores, direction: higher, target: { maximum: 3 per day } }
#                                                      ^^^^^^^^^^^^^^^^^^^^^^
  ventas: { name: Ventas, direction: lower, target: { minimum: 20 per day } }
#                                                   ^^^^^^^^^^^^^^^^^^^^^^^
  trato: { name: Trato, target: { scores: [{ share: 95 %, score: ">= 12" }], scale: 0..10 } }
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
commitments:
  respuesta: { promise: Respondemos a tiempo., within: 2 business days, indicator: respuestas }
indicators:
  respuestas: { name: Respuestas, target: { share: 95 %, within: 2 business days } }
  llamadas: { name: Llamadas, target: { share: 95 %, within: 30 seconds } }
  contestadas: { name: Contestadas en 3 meses, direction: higher, target: { maximum: 3 months } }
"#,
    },
    check,
};

const BEYOND: Text =
    Text { es: "más que todos los casos", en: "more than all of the cases", pt: "mais que todos os casos" };
const BACKWARDS: Text = Text {
    es: "como mínimo, y `direction: lower` dice que menos es mejor",
    en: "at least, and `direction: lower` says that fewer are better",
    pt: "no mínimo, e `direction: lower` diz que menos é melhor",
};
const FORWARDS: Text = Text {
    es: "como máximo, y `direction: higher` dice que más es mejor",
    en: "at most, and `direction: higher` says that more are better",
    pt: "no máximo, e `direction: higher` diz que mais é melhor",
};
const LEAST: Text = Text {
    es: "como mínimo, y `direction: lower` dice que menos es mejor",
    en: "at least, and `direction: lower` says that fewer are better",
    pt: "no mínimo, e `direction: lower` diz que menos é melhor",
};
const FEWER_IS_BETTER: Text = Text {
    es: "si menos es mejor, escriba `direction: lower`; si no, ponga la meta como mínimo",
    en: "where fewer are better, write `direction: lower`; otherwise make the target a least",
    pt: "se menos é melhor, escreva `direction: lower`; se não, ponha a meta como mínimo",
};
const MORE_IS_BETTER: Text = Text {
    es: "si más es mejor, escriba `direction: higher`; si no, ponga la meta como máximo: `{turned}`",
    en: "where more are better, write `direction: higher`; otherwise make the target a most: `{turned}`",
    pt: "se mais é melhor, escreva `direction: higher`; se não, ponha a meta como máximo: `{turned}`",
};
const ON_SCALE: Text = Text {
    es: "escriba un puntaje de la escala o corrija `scale`",
    en: "write a score of the scale, or correct `scale`",
    pt: "escreva uma nota da escala ou corrija `scale`",
};
const OFF_SCALE: Text = Text {
    es: "de un puntaje que no está en la escala (`scale`)",
    en: "of a score that is not on the scale (`scale`)",
    pt: "de uma nota que não está na escala (`scale`)",
};
const FEW: Text = Text {
    es: "se alcanza aunque se falte a la promesa con la mayoría de los clientes",
    en: "it is reached even where the promise is broken to most customers",
    pt: "é alcançada mesmo que se falte à promessa com a maioria dos clientes",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let promised: BTreeSet<&str> = manual
        .model
        .commitments
        .iter()
        .filter(|c| c.base.is_active() && c.within.is_some())
        .flat_map(|c| c.indicators.iter().map(|id| id.value.as_str()))
        .collect();
    for indicator in manual.model.indicators.iter().filter(|i| i.base.is_active()) {
        let specs = indicator.targets.value().map_or(&[][..], Vec::as_slice);
        let keeps = promised.contains(indicator.base.id.as_str());
        // One target of several may be the stricter promise to some; the laxest is what the promise rests on.
        let most = specs.iter().filter_map(|spec| within(&spec.target)).map(|share| share.value.value).max();
        let few = keeps && most.is_some_and(|most| most < Decimal::from(50));
        each(report, specs, &indicator.base().subject(), &indicator.base().title(), few);
        contradicted(report, indicator, specs);
    }
    for channel in manual.model.channels.iter().filter(|c| c.base.is_active()) {
        let specs = channel.first_response.as_ref().map_or(&[][..], |response| response.targets.as_slice());
        each(report, specs, &channel.base.subject(), &channel.base.title(), false);
    }
}

fn each(report: &mut Report<'_>, specs: &[TargetSpec], subject: &str, name: &str, few: bool) {
    for spec in specs {
        let share = match &spec.target {
            Target::ShareWithin { share, .. } | Target::Share(share) => Some(share),
            Target::Coverage { share, .. } => share.as_ref(),
            _ => None,
        };
        let Some(share) = share else { continue };
        let problem = if share.value.value > Decimal::ONE_HUNDRED {
            BEYOND
        } else if few && within(&spec.target).is_some() {
            FEW
        } else {
            continue;
        };
        let asked = Quantity::Percent(share.value.clone());
        report.at(spec.span, subject, |finding| finding.arg("name", name).arg("share", asked).arg("problem", problem));
    }
}

/// Targets whose sign says the contrary of the indicator's direction, and scores that are not on their scale. Beside the share of those in
/// time stands the longest time, which is the contrary by nature: only targets that all point one way contradict a direction.
fn contradicted(report: &mut Report<'_>, indicator: &Indicator, specs: &[TargetSpec]) {
    let direction = indicator.direction.as_ref().map(|d| d.value);
    let all = |least: bool| specs.iter().all(|spec| asks_least(&spec.target) == Some(least));
    for spec in specs {
        let asked = match &spec.target {
            Target::ShareWithin { share, .. } | Target::Share(share) => Quantity::Percent(share.value.clone()),
            Target::Maximum(bound) | Target::Minimum(bound) => bound.value.clone(),
            Target::Scores { parts, scale } => match parts.iter().find(|p| scale.place(&p.score.value).is_none()) {
                Some(part) => {
                    let asked = Quantity::Percent(part.share.value.clone());
                    tell(report, indicator, spec, asked, OFF_SCALE, |f| f.help(ON_SCALE));
                    continue;
                }
                None => continue,
            },
            _ => continue,
        };
        let is_share = matches!(&spec.target, Target::ShareWithin { .. } | Target::Share(_));
        match (direction, asks_least(&spec.target)) {
            (Some(Direction::Lower), Some(true)) if is_share => {
                let turned = format!("share: \"<= {}\"", asked.plain());
                tell(report, indicator, spec, asked, BACKWARDS, |f| f.arg("turned", turned).help(MORE_IS_BETTER));
            }
            (Some(Direction::Lower), Some(true)) if all(true) => {
                let turned = format!("maximum: {}", asked.plain());
                tell(report, indicator, spec, asked, LEAST, |f| f.arg("turned", turned).help(MORE_IS_BETTER));
            }
            (Some(Direction::Higher), Some(false)) if all(false) => {
                tell(report, indicator, spec, asked, FORWARDS, |f| f.help(FEWER_IS_BETTER));
            }
            _ => {}
        }
    }
}

/// Whether a target asks for so much at least, or at most; none where it asks for neither, or for more than there is.
fn asks_least(target: &Target) -> Option<bool> {
    match target {
        Target::ShareWithin { share, .. } | Target::Share(share) => {
            (share.value.value <= Decimal::ONE_HUNDRED).then(|| share.op_or(Op::AtLeast).is_lower_bound())
        }
        // «Contestadas en tres meses» has a time for its target and is better the more there are.
        Target::Maximum(bound) | Target::Minimum(bound) if matches!(bound.value, Quantity::Duration(_)) => None,
        Target::Maximum(_) => Some(false),
        Target::Minimum(_) => Some(true),
        _ => None,
    }
}

fn tell(
    report: &mut Report<'_>,
    indicator: &Indicator,
    spec: &TargetSpec,
    asked: Quantity,
    problem: Text,
    help: impl FnOnce(Diagnostic) -> Diagnostic,
) {
    report.at(spec.span, &indicator.base().subject(), |finding| {
        let finding = finding.arg("name", indicator.base().title()).arg("share", asked).arg("problem", problem);
        help(finding)
    });
}

/// The share that has to be served within a time; none where fewer are better.
fn within(target: &Target) -> Option<&Bound<Percent>> {
    match target {
        Target::ShareWithin { share, .. } if share.op_or(Op::AtLeast).is_lower_bound() => Some(share),
        _ => None,
    }
}
