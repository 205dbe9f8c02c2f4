//! C306: the measure of a promise is at least as strict as the promise (C5).

use crate::check::{Report, Rule, figures};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::commitment::Commitment;
use crate::model::target::TargetSpec;
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::{Bound, Duration, Quantity, Target};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C306",
        name: "promise-beyond-target",
        severity: Severity::Error,
        message: Text {
            es: "el compromiso `{commitment}` promete {promise}, pero {measure} admite {time}",
            en: "the commitment `{commitment}` promises {promise}, but {measure} allows {time}",
            pt: "o compromisso `{commitment}` promete {promise}, mas {measure} admite {time}",
        },
        why: Text {
            es: "Si la meta es más floja que la promesa, el equipo puede alcanzar su meta y faltar a la palabra dada al cliente, sin que ningún informe lo muestre.",
            en: "Where the target is laxer than the promise, the team can reach its target and break its word to the customer, and no report shows it.",
            pt: "Se a meta é mais frouxa que a promessa, a equipe pode alcançar a meta e faltar à palavra dada ao cliente, sem que nenhum relatório o mostre.",
        },
        fix: Text {
            es: "exija en la meta lo que se promete (`within: {limit}`), o prometa lo que la meta sostiene (`within: {held}`)",
            en: "make the target as strict as the promise (`within: {limit}`), or promise what the target allows (`within: {held}`)",
            pt: "exija na meta o que se promete (`within: {limit}`), ou prometa o que a meta sustenta (`within: {held}`)",
        },
        bad: r#"code: EJ-01
name: Ejemplo
owner: jefatura
commitments:
  respuesta:
    promise: Respondemos a tiempo.
    within: 5 calendar days
#           ^^^^^^^^^^^^^^^
    indicator: respuestas
indicators:
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 %, within: 5 business days }
"#,
        good: r#"code: EJ-01
name: Ejemplo
owner: jefatura
commitments:
  respuesta:
    promise: Respondemos a tiempo.
    within: 3 business days
    indicator: respuestas
indicators:
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 %, within: 24 business hours }
"#,
    },
    check,
};

const OWN: Text = Text { es: "su propia meta", en: "its own target", pt: "sua própria meta" };
const INDICATOR: Text =
    Text { es: "la meta de «{name}»", en: "the target of “{name}”", pt: "a meta de “{name}”" };
const HERE: Text = Text { es: "la meta está aquí", en: "the target is here", pt: "a meta está aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for commitment in super::commitments(manual) {
        let Some(within) = &commitment.within else { continue };
        for (words, promise) in &within.cases {
            let case = within.by.iter().zip(words).map(|(by, word)| (by.value.as_str(), word.value.as_str())).collect();
            check_case(manual, report, commitment, case, promise);
        }
        if let Some(promise) = &within.otherwise {
            check_case(manual, report, commitment, Vec::new(), promise);
        }
    }
}

/// A target with what it belongs to: an indicator by name, or the commitment itself.
struct Measure<'m> {
    spec: &'m TargetSpec,
    indicator: Option<String>,
}

fn check_case(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    commitment: &Commitment,
    case: Vec<(&str, &str)>,
    promise: &Spanned<Duration>,
) {
    // No time at all is told by C352; no target could be as strict.
    if promise.value.amount.is_zero() {
        return;
    }
    let calendar = &manual.model.calendar_of_commitment(commitment);
    let mut laxer: Option<(Measure<'_>, Duration)> = None;
    for measure in measures(manual, commitment).into_iter().filter(|m| speaks_of(m.spec, &case)) {
        match measure.spec.target.at_least_as_strict(&promise.value, calendar) {
            // One measure that holds the promise is enough; others may watch something else, or a limit beyond it.
            Some(true) => return,
            Some(false) => {
                let time = time(&measure.spec.target);
                laxer = laxer.or(time.map(|time| (measure, time)));
            }
            None => {}
        }
    }
    let Some((measure, time)) = laxer else { return };
    let at: Span = measure.spec.span;
    report.at(promise.span, &commitment.base.subject(), |finding| {
        let finding = match &measure.indicator {
            Some(name) => finding.arg("measure", Arg::named(INDICATOR, name.as_str())),
            None => finding.arg("measure", OWN),
        };
        finding
            .arg("commitment", commitment.base.id.as_str())
            .arg("promise", Quantity::Duration(promise.value))
            .arg("time", Quantity::Duration(time))
            .arg("limit", super::written(&promise.value))
            .arg("held", super::written(&time))
            .label(at, HERE)
    });
}

fn measures<'m>(manual: &'m Resolved<'_>, commitment: &'m Commitment) -> Vec<Measure<'m>> {
    let own = commitment.targets.value().into_iter().flatten().map(|spec| Measure { spec, indicator: None });
    let indicators = figures::indicators_of(manual, commitment).into_iter().filter(|i| i.base.is_active());
    let theirs = indicators.flat_map(|indicator| {
        let title = indicator.base().title();
        let specs = indicator.targets.value().into_iter().flatten();
        specs.map(move |spec| Measure { spec, indicator: Some(title.clone()) })
    });
    own.chain(theirs).collect()
}

/// Whether a target is about a case: none of its own words is another than the case's.
fn speaks_of(spec: &TargetSpec, case: &[(&str, &str)]) -> bool {
    spec.scope.iter().all(|(dimension, word)| case.iter().all(|(d, w)| d != dimension || w == word))
}

/// The time that a target allows.
fn time(target: &Target) -> Option<Duration> {
    match target {
        Target::ShareWithin { within, .. } => Some(*within),
        Target::Maximum(Bound { value: Quantity::Duration(d), .. })
        | Target::Mean(Bound { value: Quantity::Duration(d), .. })
        | Target::Every(d) => Some(*d),
        Target::Range(range) => match &range.high {
            Quantity::Duration(d) => Some(*d),
            _ => None,
        },
        _ => None,
    }
}
