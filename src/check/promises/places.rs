//! C307: one promise has one figure, wherever it stands (C5).

use super::clocks;
use crate::check::figures::{self, Figure};
use crate::check::{Report, Rule, prose};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::channel::{Channel, FirstResponse};
use crate::model::commitment::Commitment;
use crate::model::complaint::{Procedure, ProcedureStep};
use crate::model::indicator::Indicator;
use crate::model::service::Service;
use crate::model::target::{TargetSpec, written};
use crate::parse::kind::Kind;
use crate::parse::reader::{Value, Variant};
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::{Calendar, Comparison, Duration, Quantity, Target};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C307",
        name: "promise-with-two-figures",
        severity: Severity::Error,
        message: Text {
            es: "{place} dice {other}, y {source} {promise} para lo mismo",
            en: "{place} says {other}, and {source} {promise} for the same",
            pt: "{place} diz {other}, e {source} {promise} para o mesmo",
        },
        why: Text {
            es: "Cuando dos páginas dan dos plazos, el cliente exige el mejor y el personal trabaja con el otro.",
            en: "Where two pages give two times, the customer demands the better one and the staff work by the other.",
            pt: "Quando duas páginas dão dois prazos, o cliente exige o melhor e a equipe trabalha com o outro.",
        },
        fix: Text {
            es: "decida cuál vale y escriba la misma cifra en los dos lugares: `{limit}`",
            en: "decide which one holds and write the same figure in both places: `{limit}`",
            pt: "decida qual vale e escreva o mesmo valor nos dois lugares: `{limit}`",
        },
        bad: r#"=== channels.yaml
correo:
  name: Correo
  kind: email
  first_response: { target: { share: 95 %, within: 2 business days } }
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
telefono:
  name: Central
  kind: telephone
  first_response: { target: { share: 70 %, within: 1 minute }, indicator: llamadas }
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
=== commitments.yaml
respuesta:
  promise: Respondemos su correo.
  within: 1 business day
  applies_to: { channel: correo }
  indicator: respuesta-correo
=== indicators.yaml
respuesta-correo:
  name: Respuesta por correo
  channel: correo
  target: { share: 95 %, within: 1 business day }
llamadas: { name: Llamadas atendidas, target: { share: 80 %, within: 60 seconds } }
=== complaints.yaml
reclamos:
  name: Reclamos
  types: { reclamo: { name: Reclamo, answer_within: 10 business days } }
#                                                   ^^^^^^^^^^^^^^^^
  severity: { alta: { when: hay dinero perdido, answer_within: 7 business days } }
  steps: [{ id: acusar, does: Envía el acuse, within: 3 business days }]
#                                                     ^^^^^^^^^^^^^^^
  commitments:
    acuse: { promise: Le enviamos un acuse., within: 1 business day }
    respuesta-reclamo: { promise: Respondemos su reclamo., within: 25 business days }
"#,
        good: r#"=== channels.yaml
correo:
  name: Correo
  kind: email
  first_response: { target: { share: 95 %, within: 1 business day } }
telefono:
  name: Central
  kind: telephone
  first_response: { target: { share: 80 %, within: 1 minute }, indicator: llamadas }
=== commitments.yaml
respuesta:
  promise: Respondemos su correo.
  within: 1 business day
  applies_to: { channel: correo }
  indicator: respuesta-correo
=== indicators.yaml
respuesta-correo:
  name: Respuesta por correo
  channel: correo
  target: { share: 95 %, within: 1 business day }
llamadas: { name: Llamadas atendidas, target: { share: 80 %, within: 60 seconds } }
=== complaints.yaml
reclamos:
  name: Reclamos
  types: { reclamo: { name: Reclamo, answer_within: 10 business days } }
  severity: { alta: { when: hay dinero perdido, answer_within: 7 business days } }
  steps: [{ id: acusar, does: Envía el acuse, within: 6 business hours }]
  commitments:
    acuse: { promise: Le enviamos un acuse., within: 1 business day }
    respuesta-reclamo: { promise: Respondemos su reclamo., within: 10 business days }
"#,
    },
    check,
};

const FIRST_RESPONSE: Text = Text {
    es: "la primera respuesta del canal «{name}»",
    en: "the first response of the channel “{name}”",
    pt: "a primeira resposta do canal “{name}”",
};
const COMPLAINT: Text =
    Text { es: "el plazo de «{name}»", en: "the time limit of “{name}”", pt: "o prazo de “{name}”" };
const ACKNOWLEDGEMENT: Text =
    Text {
        es: "el acuse de «{name}»", en: "the acknowledgement of “{name}”", pt: "a confirmação de “{name}”"
    };
const STEP: Text = Text { es: "el paso «{name}»", en: "the step “{name}”", pt: "o passo “{name}”" };
const PART: Text = Text { es: "la parte «{name}»", en: "the part “{name}”", pt: "a parte “{name}”" };
const COMMITMENT: Text = Text {
    es: "el compromiso `{name}` promete",
    en: "the commitment `{name}` promises",
    pt: "o compromisso `{name}` promete",
};
const TARGET: Text =
    Text {
        es: "la meta de «{name}» pide", en: "the target of “{name}” asks for", pt: "a meta de “{name}” pede"
    };
const OF_INDICATOR: Text = Text { es: "la meta está aquí", en: "the target is here", pt: "a meta está aqui" };
const PROMISE: Text = Text { es: "lo prometido está aquí", en: "the promise is here", pt: "a promessa está aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for commitment in super::commitments(manual) {
        let Some(promise) = commitment.within.as_ref().and_then(single) else { continue };
        channels(manual, report, commitment, promise);
    }
    for channel in manual.model.channels.iter().filter(|c| c.base.is_active()) {
        shares(manual, report, channel);
    }
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        parts(manual, report, service);
    }
    for procedure in manual.model.complaints.iter().filter(|p| p.base.is_active()) {
        complaints(manual, report, procedure);
    }
}

fn single(within: &Variant<Duration>) -> Option<&Spanned<Duration>> {
    within.otherwise.as_ref().filter(|_| within.cases.is_empty())
}

/// The first response of the channels whose answer the commitment promises: those of its indicator.
fn channels(manual: &Resolved<'_>, report: &mut Report<'_>, commitment: &Commitment, promise: &Spanned<Duration>) {
    let of_channel =
        |id: &str| commitment.indicators.iter().any(|indicator| is_of_channel(manual, &indicator.value, id));
    for channel in manual.model.channels.iter().filter(|c| c.base.is_active()) {
        let id = channel.base.id.as_str();
        if !(figures::applies_to(commitment, id) && of_channel(id)) {
            continue;
        }
        let figures = figures::first_response(channel);
        let times: Vec<&Figure> = figures.iter().filter(|figure| figure.duration().is_some()).collect();
        // Of several targets one may be the promise and the others limits beyond it.
        let calendar = &manual.model.calendar_of_channel(channel);
        if times.iter().any(|figure| figure.duration().is_some_and(|time| is_same(time, &promise.value, calendar))) {
            continue;
        }
        if let Some(figure) = times.first() {
            tell(report, commitment, promise, figure, (FIRST_RESPONSE, channel.base.title()));
        }
    }
}

fn is_of_channel(manual: &Resolved<'_>, indicator: &str, channel: &str) -> bool {
    let channels = manual.value(Kind::Indicators, indicator, "channel");
    matches!(channels, Some(Value::References(ids)) if ids.iter().any(|(_, id)| id == channel))
}

/// The share of a channel's first responses against that of the indicators that measure them, where both say it of one time.
fn shares(manual: &Resolved<'_>, report: &mut Report<'_>, channel: &Channel) {
    let Some(first) = &channel.first_response else { return };
    let calendar = &manual.model.calendar_of_channel(channel);
    let indicators = of_first_response(manual, channel, first);
    let theirs = indicators
        .iter()
        .flat_map(|indicator| indicator.targets.value().into_iter().flatten().map(move |spec| (*indicator, spec)));
    let theirs: Vec<(&Indicator, &TargetSpec)> = theirs.filter(|(_, spec)| is_for_all(spec)).collect();
    for spec in first.targets.iter().filter(|spec| is_for_all(spec)) {
        let Target::ShareWithin { share, within, .. } = &spec.target else { continue };
        let beside = theirs.iter().filter_map(|(indicator, theirs)| match &theirs.target {
            Target::ShareWithin { share, within: time, .. } if is_same(time, within, calendar) => {
                Some((*indicator, *theirs, share))
            }
            _ => None,
        });
        let beside: Vec<_> = beside.collect();
        if beside.iter().any(|(_, _, other)| other.value == share.value) {
            continue;
        }
        let Some((indicator, theirs, _)) = beside.first() else { continue };
        report.at(spec.span, &channel.base.subject(), |finding| {
            let limit = written(&theirs.target).map_or_else(|| Arg::from(&theirs.target), Arg::from);
            finding
                .arg("place", Arg::named(FIRST_RESPONSE, channel.base.title()))
                .arg("source", Arg::named(TARGET, indicator.base().title()))
                .arg("other", &spec.target)
                .arg("promise", &theirs.target)
                .arg("limit", limit)
                .label(theirs.span, OF_INDICATOR)
        });
    }
}

/// The indicators of a channel's first response: its own, and those of the channel that measure a promise of an answer on it.
fn of_first_response<'m>(manual: &'m Resolved<'_>, channel: &Channel, first: &'m FirstResponse) -> Vec<&'m Indicator> {
    let id = channel.base.id.as_str();
    let promises = super::commitments(manual).filter(|commitment| figures::applies_to(commitment, id));
    let promised = promises.flat_map(|commitment| &commitment.indicators);
    let promised = promised.filter(|indicator| is_of_channel(manual, &indicator.value, id));
    let all = first.indicator.iter().chain(promised).filter_map(|id| manual.model.indicators.get(&id.value));
    all.filter(|indicator| indicator.base.is_active()).collect()
}

/// Whether a target holds in every case and at any time.
fn is_for_all(spec: &TargetSpec) -> bool {
    spec.scope.is_empty() && !spec.rest && spec.from.is_none() && spec.until.is_none()
}

/// Parts of a service that one of its promises names.
fn parts(manual: &Resolved<'_>, report: &mut Report<'_>, service: &Service) {
    let parts = service.offering.value().map_or(&[][..], |offering| offering.parts.as_slice());
    let timed: Vec<_> =
        parts.iter().filter_map(|p| Some((p.name.as_ref()?.plain(), p.within.as_ref().and_then(single)?))).collect();
    if timed.is_empty() {
        return;
    }
    let ids = service.commitments.value().map_or(&[][..], Vec::as_slice);
    let commitments = ids.iter().filter_map(|id| manual.model.commitments.get(&id.value));
    for commitment in commitments.filter(|c| c.base.is_active()) {
        let Some(promise) = commitment.within.as_ref().and_then(single) else { continue };
        let calendar = &manual.model.calendar_of_commitment(commitment);
        let said = prose::lower(&commitment.base.title());
        for (name, within) in &timed {
            let named = !prose::find_phrase(&said, &prose::lower(name)).is_empty();
            if named && !is_same(&within.value, &promise.value, calendar) {
                tell(report, commitment, promise, &figure(within), (PART, name.clone()));
            }
        }
    }
}

fn figure(time: &Spanned<Duration>) -> Figure {
    let quantity = Quantity::Duration(time.value);
    Figure { kind: Kind::Services, id: String::new(), path: None, quantity, span: time.span }
}

/// Stems of the words for an acknowledgement, in the three languages.
const ACKNOWLEDGE: [&str; 5] = ["acus", "acknowledg", "confirma", "protocolo", "número de"];

/// Stems of the words for an answer.
const ANSWER: [&str; 6] = ["respon", "respuest", "respost", "answer", "reply", "contest"];

/// Whether a step of a procedure is the one that acknowledges a case.
pub(in crate::check) fn acknowledges(step: &ProcedureStep) -> bool {
    let called =
        |id: &Spanned<String>| ["acus", "acknowledg", "confirmar-rece"].iter().any(|stem| id.value.starts_with(stem));
    step.id.as_ref().is_some_and(called) || step.details.words("kind").contains(&"acknowledge")
}

/// Whether a commitment of a procedure is about the acknowledgement of a case.
pub(in crate::check) fn is_acknowledgement(commitment: &Commitment) -> bool {
    let said = prose::lower(&format!("{} {}", commitment.base.id, commitment.base.title()));
    ACKNOWLEDGE.iter().any(|stem| said.contains(stem))
}

/// The times of the procedure against the promises that it lists: the acknowledgement and the answer.
fn complaints(manual: &Resolved<'_>, report: &mut Report<'_>, procedure: &Procedure) {
    let listed = procedure.commitments.iter().filter_map(|id| manual.model.commitments.get(&id.value));
    for commitment in listed.filter(|c| c.base.is_active()) {
        let Some(promise) = commitment.within.as_ref().and_then(single) else { continue };
        let service = commitment.service.as_ref().map(|s| s.value.as_str());
        let said = prose::lower(&format!("{} {}", commitment.base.id, commitment.base.title()));
        let mut longer = |within: &Option<Variant<Duration>>, place: (Text, String)| {
            let Some(within) = within.as_ref().and_then(|within| figures::for_service(within, service)) else { return };
            // Graver cases may have shorter times; a longer one breaks the promise.
            let longer = within.value.compare(&promise.value, &manual.model.calendar_of_commitment(commitment));
            if matches!(longer, Comparison::Longer | Comparison::Depends) {
                tell(report, commitment, promise, &figure(within), place);
            }
        };
        if is_acknowledgement(commitment) {
            let acknowledgement = procedure.intake.as_ref().and_then(|intake| intake.acknowledgement.as_ref());
            longer(&acknowledgement.and_then(|a| a.within.clone()), (ACKNOWLEDGEMENT, procedure.base().title()));
            for step in procedure.steps.iter().filter(|step| acknowledges(step)) {
                let name = step.id.as_ref().map_or_else(String::new, |id| id.value.clone());
                longer(&step.within, (STEP, name));
            }
            continue;
        }
        let named = |name: &str| said.contains(&prose::lower(name));
        // A promise that is kept with the first reply is held against the time of that.
        let first = clocks::ends_with_first_reply(commitment);
        let any_named = procedure.types.iter().any(|t| named(&t.id.value));
        let mut limits = Vec::new();
        for kind in procedure.types.iter().filter(|t| !any_named || named(&t.id.value)) {
            let title = kind.name.as_ref().map_or_else(|| kind.id.value.clone(), |name| name.plain());
            limits.push((if first { &kind.first_answer } else { &kind.answer_within }, title));
        }
        for severity in &procedure.severity {
            let title = severity.name.as_ref().map_or_else(|| severity.id.value.clone(), |name| name.plain());
            limits.push((if first { &severity.first_answer } else { &severity.answer_within }, title));
        }
        limits.iter().for_each(|(within, title)| longer(within, (COMPLAINT, title.clone())));
        if !first && ANSWER.iter().any(|stem| said.contains(stem)) {
            let calendar = &manual.model.calendar_of_commitment(commitment);
            if let Some((limit, title)) = longest_below(&limits, service, &promise.value, calendar) {
                tell(report, commitment, promise, &figure(limit), (COMPLAINT, title));
            }
        }
    }
}

/// The longest of the limits, where every one of them is shorter than the promise: no case may take as long as is promised.
fn longest_below<'v>(
    limits: &[(&'v Option<Variant<Duration>>, String)],
    service: Option<&str>,
    promise: &Duration,
    calendar: &Calendar,
) -> Option<(&'v Spanned<Duration>, String)> {
    let mut longest: Option<(&Spanned<Duration>, String)> = None;
    for (within, title) in limits {
        let Some(within) = within else { continue };
        let limit = figures::for_service(within, service)?;
        // A limit by another clock, such as that of a law, may be the shorter one and stand beside the promise.
        let other_clock = limit.value.is_business() != promise.is_business();
        if other_clock || limit.value.compare(promise, calendar) != Comparison::Shorter {
            return None;
        }
        if longest.as_ref().is_none_or(|(other, _)| limit.value.compare(&other.value, calendar) == Comparison::Longer) {
            longest = Some((limit, title.clone()));
        }
    }
    longest
}

fn is_same(a: &Duration, b: &Duration, calendar: &Calendar) -> bool {
    a.compare(b, calendar) == Comparison::Equal
}

fn tell(
    report: &mut Report<'_>,
    commitment: &Commitment,
    promise: &Spanned<Duration>,
    other: &Figure,
    (place, name): (Text, String),
) {
    report.at(other.span, &commitment.base.subject(), |finding| {
        let limit = super::written(&promise.value);
        finding
            .arg("place", Arg::named(place, name))
            .arg("source", Arg::named(COMMITMENT, commitment.base.id.as_str()))
            .arg("other", other.quantity.clone())
            .arg("promise", Quantity::Duration(promise.value))
            .arg("limit", limit)
            .label(promise.span, PROMISE)
    });
}
