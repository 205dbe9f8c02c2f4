//! C306: the measure of a promise is at least as strict as the promise (C5).

use crate::check::{Report, Rule, figures};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::commitment::Commitment;
use crate::model::target::{TargetSpec, whole_targets};
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
        let rows: Vec<Row<'_>> = within.cases.iter().map(|(words, _)| row(&within.by, words)).collect();
        for (case, (_, promise)) in rows.iter().zip(&within.cases) {
            check_case(manual, report, commitment, (case, &[]), promise);
        }
        if let Some(promise) = &within.otherwise {
            check_case(manual, report, commitment, (&Vec::new(), &rows), promise);
        }
    }
}

/// The words of a case, by their dimensions.
type Row<'m> = Vec<(&'m str, &'m str)>;

fn row<'m>(by: &'m [Spanned<String>], words: &'m [Spanned<String>]) -> Row<'m> {
    by.iter().zip(words).map(|(by, word)| (by.value.as_str(), word.value.as_str())).collect()
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
    (case, others): (&Row<'_>, &[Row<'_>]),
    promise: &Spanned<Duration>,
) {
    // No time at all is told by C352; no target could be as strict.
    if promise.value.amount.is_zero() {
        return;
    }
    let calendar = &manual.model.calendar_of_commitment(commitment);
    let mut laxer: Option<(Measure<'_>, Duration)> = None;
    let known = known(manual, commitment, case);
    for (cases, indicator) in measures(manual, commitment) {
        // Of the cases of one target all that may be meant have to hold the promise, save those of which it says something else.
        let meant = |spec: &&TargetSpec| {
            let own = |other: &Row<'_>| {
                spec.cased > 0 && spec.case().iter().all(|(by, word)| other.contains(&(by.as_str(), word.as_str())))
            };
            spec.concerns(cases, &known) && !others.iter().any(own)
        };
        let mut held = false;
        for spec in cases.iter().filter(meant) {
            match spec.target.at_least_as_strict(&promise.value, calendar) {
                Some(true) => held = true,
                Some(false) => {
                    let time = time(&spec.target);
                    held = false;
                    laxer = laxer.or(time.map(|time| (Measure { spec, indicator: indicator.clone() }, time)));
                    break;
                }
                None => {}
            }
        }
        // One measure that holds the promise is enough; others may watch something else, or a limit beyond it.
        if held {
            return;
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

/// The targets that measure a commitment, the cases of one together, with the name of the indicator whose they are.
fn measures<'m>(manual: &'m Resolved<'_>, commitment: &'m Commitment) -> Vec<(&'m [TargetSpec], Option<String>)> {
    let own = whole_targets(commitment.targets.value().map_or(&[][..], Vec::as_slice)).map(|cases| (cases, None));
    let indicators = figures::indicators_of(manual, commitment).into_iter().filter(|i| i.base.is_active());
    let theirs = indicators.flat_map(|indicator| {
        let title = indicator.base().title();
        let specs = whole_targets(indicator.targets.value().map_or(&[][..], Vec::as_slice));
        specs.map(move |cases| (cases, Some(title.clone())))
    });
    own.chain(theirs).collect()
}

/// What is known of those to whom a promise is made: the words of its case, those of the commitment, and the services that make it.
fn known<'m>(manual: &'m Resolved<'_>, commitment: &'m Commitment, case: &Row<'m>) -> Vec<(&'m str, Vec<&'m str>)> {
    let mut known: Vec<(&str, Vec<&str>)> = case.iter().map(|(by, word)| (*by, vec![*word])).collect();
    let makers: Vec<&str> = manual.makers(&commitment.base.id).map(|service| service.base.id.as_str()).collect();
    let applies =
        commitment.applies_to.iter().map(|(by, ids)| (by.as_str(), ids.iter().map(|id| id.value.as_str()).collect()));
    for (by, words) in applies.chain((!makers.is_empty()).then_some(("service", makers))) {
        if !known.iter().any(|(other, _)| *other == by) {
            known.push((by, words));
        }
    }
    known
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
