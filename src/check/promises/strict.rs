//! C306: the measure of a promise is at least as strict as the promise (C5).

use crate::check::{Report, Rule, figures};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::commitment::Commitment;
use crate::model::indicator::Indicator;
use crate::model::target::{TargetSpec, whole_targets, written};
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::{Bound, Calendar, Comparison, Duration, Quantity, Target};

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
            es: "exija en la meta lo que se promete (`{limit}`), o prometa lo que la meta sostiene (`{held}`)",
            en: "make the target as strict as the promise (`{limit}`), or promise what the target allows (`{held}`)",
            pt: "exija na meta o que se promete (`{limit}`), ou prometa o que a meta sustenta (`{held}`)",
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
  hojas:
    promise: Usted firma con su hoja en la mano.
    target: { share: 99.9 % }
#           ^^^^^^^^^^^^^^^^^
    indicator: hojas-entregadas
indicators:
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 %, within: 5 business days }
  hojas-entregadas:
    name: Hojas entregadas antes de la firma
    target: { share: 99.2 % }
"#,
        good: r#"code: EJ-01
name: Ejemplo
owner: jefatura
commitments:
  respuesta:
    promise: Respondemos a tiempo.
    within: 3 business days
    indicator: respuestas
  hojas:
    promise: Usted firma con su hoja en la mano.
    target: { share: 99 % }
    indicator: hojas-entregadas
indicators:
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 %, within: 24 business hours }
  hojas-entregadas:
    name: Hojas entregadas antes de la firma
    target: { share: 99.2 % }
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
        if let Some(within) = &commitment.within {
            times(manual, report, commitment, within);
        }
        let own = commitment.targets.value().map_or(&[][..], Vec::as_slice);
        for cases in whole_targets(own) {
            for spec in cases {
                check_target(manual, report, commitment, (cases, spec));
            }
        }
    }
}

/// Each time that is promised against what measures it.
fn times(manual: &Resolved<'_>, report: &mut Report<'_>, commitment: &Commitment, within: &Variant<Duration>) {
    let rows: Vec<Row<'_>> = within.cases.iter().map(|(words, _)| row(&within.by, words)).collect();
    for (case, (_, promise)) in rows.iter().zip(&within.cases) {
        check_time(manual, report, commitment, (case, &[]), promise);
    }
    if let Some(promise) = &within.otherwise {
        check_time(manual, report, commitment, (&Vec::new(), &rows), promise);
    }
}

/// The words of a case, by their dimensions.
type Row<'m> = Vec<(&'m str, &'m str)>;

fn row<'m>(by: &'m [Spanned<String>], words: &'m [Spanned<String>]) -> Row<'m> {
    by.iter().zip(words).map(|(by, word)| (by.value.as_str(), word.value.as_str())).collect()
}

fn row_of(pairs: &[(String, String)]) -> Row<'_> {
    pairs.iter().map(|(by, word)| (by.as_str(), word.as_str())).collect()
}

/// A target that allows more than is promised, with the name of the indicator whose it is; the commitment's own has none.
struct Laxer<'m> {
    spec: &'m TargetSpec,
    indicator: Option<String>,
}

/// The target that allows more than is promised in a case, where no measure holds the promise. `others` are the cases beside it.
fn laxer<'m>(
    manual: &'m Resolved<'_>,
    commitment: &'m Commitment,
    measures: &[Measure<'m>],
    (case, others): (&Row<'_>, &[Row<'_>]),
    holds: impl Fn(&Measure<'m>, &TargetSpec) -> Option<bool>,
) -> Option<Laxer<'m>> {
    let known = known(manual, commitment, case);
    let mut laxer: Option<Laxer<'m>> = None;
    for measure in measures {
        // Of the cases of one target all that may be meant have to hold the promise, save those of which it says something else.
        let meant = |spec: &&TargetSpec| {
            let own = |other: &Row<'_>| {
                spec.cased > 0 && spec.case().iter().all(|(by, word)| other.contains(&(by.as_str(), word.as_str())))
            };
            spec.concerns(measure.cases, &known) && !others.iter().any(own)
        };
        let mut held = false;
        for spec in measure.cases.iter().filter(meant) {
            match holds(measure, spec) {
                Some(true) => held = true,
                Some(false) => {
                    held = false;
                    laxer = laxer.or(Some(Laxer { spec, indicator: measure.indicator.map(|i| i.base().title()) }));
                    break;
                }
                None => {}
            }
        }
        // One measure that holds the promise is enough; others may watch something else, or a limit beyond it.
        if held {
            return None;
        }
    }
    laxer
}

fn check_time(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    commitment: &Commitment,
    case: (&Row<'_>, &[Row<'_>]),
    promise: &Spanned<Duration>,
) {
    // No time at all is told by C352; no target could be as strict.
    if promise.value.amount.is_zero() {
        return;
    }
    let calendar = &manual.model.calendar_of_commitment(commitment);
    let measures: Vec<Measure<'_>> = own(commitment).chain(theirs(manual, commitment)).collect();
    let holds = |_: &Measure<'_>, spec: &TargetSpec| spec.target.at_least_as_strict(&promise.value, calendar);
    let Some(laxer) = laxer(manual, commitment, &measures, case, holds) else { return };
    let Some(time) = time(&laxer.spec.target) else { return };
    let written = |time: &Duration| format!("within: {}", super::written(time));
    let (promised, limit) = (Quantity::Duration(promise.value).into(), written(&promise.value).into());
    let (allowed, held) = (Quantity::Duration(time).into(), written(&time).into());
    tell(
        report,
        commitment,
        promise.span,
        [("promise", promised), ("limit", limit)],
        &laxer,
        [("time", allowed), ("held", held)],
    );
}

/// A target of the commitment itself against those of its indicators that say the same measure.
fn check_target(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    commitment: &Commitment,
    (cases, promise): (&[TargetSpec], &TargetSpec),
) {
    let calendar = &manual.model.calendar_of_commitment(commitment);
    let measures: Vec<Measure<'_>> = theirs(manual, commitment).collect();
    let case = row_of(&promise.scope);
    let beside = cases.iter().filter(|other| promise.rest && other.cased > 0);
    let others: Vec<Row<'_>> = beside.map(|other| row_of(other.case())).collect();
    let holds = |measure: &Measure<'_>, spec: &TargetSpec| {
        if !is_of_the_same(promise, spec) {
            return None;
        }
        let promised = within_its_time(commitment, &promise.target, &spec.target, calendar);
        let direction = measure.indicator.and_then(Indicator::better);
        spec.target.holds(promised.as_ref().unwrap_or(&promise.target), direction, calendar)
    };
    let Some(laxer) = laxer(manual, commitment, &measures, (&case, &others), holds) else { return };
    let told = |target: &Target| (Arg::from(target), written(target).map_or_else(|| Arg::from(target), Arg::from));
    let ((promised, limit), (allowed, held)) = (told(&promise.target), told(&laxer.spec.target));
    tell(
        report,
        commitment,
        promise.span,
        [("promise", promised), ("limit", limit)],
        &laxer,
        [("time", allowed), ("held", held)],
    );
}

/// Whether two targets hold under the same conditions, and at a common time.
fn is_of_the_same(promise: &TargetSpec, measure: &TargetSpec) -> bool {
    let source = |spec: &TargetSpec| spec.conditions.as_ref().map(|text| text.source.trim().to_owned());
    let ends_before = |one: &TargetSpec, other: &TargetSpec| {
        one.until.zip(other.from).is_some_and(|(until, from)| until.end() < from.start())
    };
    source(promise) == source(measure) && !ends_before(promise, measure) && !ends_before(measure, promise)
}

/// A share of what is promised within the commitment's own time, as a target that says both says it.
fn within_its_time(commitment: &Commitment, promise: &Target, measure: &Target, calendar: &Calendar) -> Option<Target> {
    let (Target::Share(share), Target::ShareWithin { within, strict, .. }) = (promise, measure) else { return None };
    let own = commitment.within.as_ref()?.single()?;
    let same = own.compare(within, calendar) == Comparison::Equal;
    same.then(|| Target::ShareWithin { share: share.clone(), within: *own, strict: *strict })
}

fn tell(
    report: &mut Report<'_>,
    commitment: &Commitment,
    at: Span,
    promise: [(&'static str, Arg); 2],
    laxer: &Laxer<'_>,
    measure: [(&'static str, Arg); 2],
) {
    report.at(at, &commitment.base.subject(), |finding| {
        let finding = match &laxer.indicator {
            Some(name) => finding.arg("measure", Arg::named(INDICATOR, name.as_str())),
            None => finding.arg("measure", OWN),
        };
        let finding = finding.arg("commitment", commitment.base.id.as_str());
        let finding = promise.into_iter().chain(measure).fold(finding, |finding, (slot, arg)| finding.arg(slot, arg));
        finding.label(laxer.spec.span, HERE)
    });
}

/// A target that measures a commitment, all its cases together, and the indicator whose it is.
struct Measure<'m> {
    cases: &'m [TargetSpec],
    indicator: Option<&'m Indicator>,
}

fn own(commitment: &Commitment) -> impl Iterator<Item = Measure<'_>> {
    let targets = commitment.targets.value().map_or(&[][..], Vec::as_slice);
    whole_targets(targets).map(|cases| Measure { cases, indicator: None })
}

fn theirs<'m>(manual: &'m Resolved<'_>, commitment: &'m Commitment) -> impl Iterator<Item = Measure<'m>> {
    let indicators = figures::indicators_of(manual, commitment).into_iter().filter(|i| i.base.is_active());
    indicators.flat_map(|indicator| {
        let targets = indicator.targets.value().map_or(&[][..], Vec::as_slice);
        whole_targets(targets).map(move |cases| Measure { cases, indicator: Some(indicator) })
    })
}

/// What is known of those to whom a promise is made: the words of its case, those of the commitment, and the services that make it.
fn known<'m>(manual: &'m Resolved<'_>, commitment: &'m Commitment, case: &Row<'m>) -> Vec<(&'m str, Vec<&'m str>)> {
    let mut known: Vec<(&str, Vec<&str>)> = Vec::new();
    for (by, word) in case {
        match known.iter_mut().find(|(other, _)| other == by) {
            Some((_, words)) => words.push(word),
            None => known.push((by, vec![word])),
        }
    }
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
