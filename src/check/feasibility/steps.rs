//! C360: the steps by which a service keeps a promise fit into what is promised (A2, C5, F2).

use crate::analysis::procedure::{Overrun, Task, overrun};
use crate::check::{Report, Rule, promises};
use crate::diag::{Arg, Args, Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::model::commitment::Commitment;
use crate::model::offering::OfferingStep;
use crate::model::service::Service;
use crate::parse::prose;
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::{Calendar, Decimal, Duration, Quantity, TimeUnit};
use std::borrow::Cow;
use std::collections::HashMap;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C360",
        name: "steps-exceed-promise",
        severity: Severity::Error,
        message: Text {
            es: "los pasos de «{service}» toman más de {promise}, lo prometido en {what}",
            en: "the steps of “{service}” take longer than {promise}, which is promised in {what}",
            pt: "os passos de “{service}” levam mais de {promise}, o prometido em {what}",
        },
        why: Text {
            es: "Cada persona puede usar todo el plazo de su paso. Si los plazos sumados pasan del prometido, el cliente espera de más sin que nadie haya faltado a lo suyo.",
            en: "Everybody may use all the time of their own step. If the times add up to more than is promised, the customer waits too long and nobody has failed in their part.",
            pt: "Cada pessoa pode usar todo o prazo de seu passo. Se os prazos somados passam do prometido, o cliente espera demais sem que ninguém tenha faltado à sua parte.",
        },
        fix: Text {
            es: "acorte los plazos de los pasos (`within`), prometa un plazo que los contenga, o deje en `steps` solo los que corren mientras el cliente espera",
            en: "shorten the times of the steps (`within`), promise a time that holds them, or leave in `steps` only those that run while the customer waits",
            pt: "encurte os prazos dos passos (`within`), prometa um prazo que os contenha, ou deixe em `steps` só os que correm enquanto o cliente espera",
        },
        bad: r#"code: EJ-01
name: Ejemplo
offering:
  steps:
    - { id: evaluar, does: Evalúa la solicitud, within: 3 business days }
    - { id: decidir, does: Decide, within: 2 business days }
    - { id: avisar, does: Llama al cliente, within: 4 business hours }
  parts:
    - name: Desembolso
      within: 1 business day
#             ^^^^^^^^^^^^^^
      steps: [{ does: Firma, within: 6 business hours }, { does: Abona, within: 2 business days }]
commitments:
  respuesta-solicitud:
    promise: Le respondemos a tiempo.
    within: 4 business days
#           ^^^^^^^^^^^^^^^
    steps: [evaluar, decidir, avisar]
"#,
        good: r#"code: EJ-01
name: Ejemplo
offering:
  steps:
    - { id: evaluar, does: Evalúa la solicitud, within: 3 business days }
    - { id: decidir, does: Decide, within: 2 business days }
    - { id: avisar, does: Llama al cliente, within: 4 business hours }
  parts:
    - name: Desembolso
      within: 2 business days
      steps: [{ does: Firma, within: 2 business hours }, { does: Abona, within: 1 business day }]
commitments:
  respuesta-solicitud:
    promise: Le respondemos a tiempo.
    within: 6 business days
    steps: [evaluar, decidir, avisar]
"#,
    },
    check,
};

const SUM: Text = Text {
    es: "un paso tras otro: {steps}; en total, {sum}",
    en: "one step after another: {steps}; {sum} in all",
    pt: "um passo após o outro: {steps}; no total, {sum}",
};

const PATH: Text = Text {
    es: "un paso tras otro: {steps}",
    en: "one step after another: {steps}",
    pt: "um passo após o outro: {steps}",
};

const PART: Text = Text { es: "«{part}»", en: "“{part}”", pt: "“{part}”" };

const STEP: Text = Text { es: "{step} {time}", en: "{step} {time}", pt: "{step} {time}" };

const DATES: Text = Text {
    es: "quien lo pide el {start} lo tiene el {end}, y el plazo vence el {limit}",
    en: "whoever asks on {start} has it on {end}, and the time is up on {limit}",
    pt: "quem pede em {start} o tem em {end}, e o prazo vence em {limit}",
};

/// Steps one after another against a time, on a calendar: services that are alike take the same walk.
type Walks<'m> = HashMap<(Cow<'m, Calendar>, Vec<Option<Duration>>, Duration), Option<Overrun>>;

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let mut walks = Walks::new();
    for commitment in promises::commitments(manual).filter(|c| !c.steps.is_empty()) {
        let calendar = manual.model.calendar_of_commitment(commitment);
        for service in manual.makers(&commitment.base.id).filter(|s| s.base.is_active()) {
            let steps = named(commitment, service);
            let found = late(commitment.within.as_ref(), &steps, &calendar, &mut walks);
            let Some((promise, times, found)) = found else { continue };
            report.at(promise.span, &commitment.base.subject(), |finding| {
                told(finding, service, &steps, promise, &times, &found).arg("what", format!("`{}`", commitment.base.id))
            });
        }
    }
    // A part of an offering says its time and its steps in one place.
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let parts = service.offering.value().into_iter().flat_map(|offering| &offering.parts);
        let calendar = Cow::Borrowed(&manual.model.manifest.calendar);
        for part in parts.filter(|part| part.status.is_active()) {
            let steps: Vec<&OfferingStep> = part.offering.steps.iter().collect();
            let found = late(part.within.as_ref(), &steps, &calendar, &mut walks);
            let Some((promise, times, found)) = found else { continue };
            let name = part.name.as_ref().map_or_else(String::new, prose::Text::plain);
            report.at(promise.span, &service.base.subject(), |finding| {
                told(finding, service, &steps, promise, &times, &found)
                    .arg("what", Arg::Phrase(PART, vec![("part", name.into())]))
            });
        }
    }
}

/// The steps of a service that a commitment names, in the commitment's order.
fn named<'m>(commitment: &Commitment, service: &'m Service) -> Vec<&'m OfferingStep> {
    let Some(offering) = service.offering.value() else { return Vec::new() };
    let find = |id: &Spanned<String>| offering.all_steps().find(|step| step.is_called(&id.value));
    commitment.steps.iter().filter_map(find).collect()
}

/// The first promised time that the steps exceed, with the times that they take in that case.
fn late<'m>(
    within: Option<&'m Variant<Duration>>,
    steps: &[&OfferingStep],
    calendar: &Cow<'m, Calendar>,
    walks: &mut Walks<'m>,
) -> Option<(&'m Spanned<Duration>, Vec<Option<Duration>>, Overrun)> {
    let within = within?;
    let cases = within.cases.iter().map(|(words, value)| (words.as_slice(), value));
    cases.chain(within.otherwise.iter().map(|value| (&[][..], value))).find_map(|(words, promise)| {
        let times: Vec<Option<Duration>> =
            steps.iter().map(|step| time_of(step, within, words)).collect::<Option<_>>()?;
        let walk = || {
            let task = |(i, within): (usize, &Option<Duration>)| Task {
                within: *within,
                after: if i == 0 { Vec::new() } else { vec![i - 1] },
            };
            let tasks: Vec<Task> = times.iter().enumerate().map(task).collect();
            overrun(&tasks, tasks.len().checked_sub(1)?, &promise.value, calendar, None)
        };
        let found = walks.entry((calendar.clone(), times.clone(), promise.value)).or_insert_with(walk).clone()?;
        Some((promise, times, found))
    })
}

/// The time of a step in a case of the promise; nothing where the step has no limit. Where it differs by other words than the promise
/// and has no ordinary case, nobody knows it: none.
fn time_of(step: &OfferingStep, promise: &Variant<Duration>, words: &[Spanned<String>]) -> Option<Option<Duration>> {
    let Some(within) = &step.within else { return Some(None) };
    let same = |a: &[Spanned<String>], b: &[Spanned<String>]| {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.value == b.value)
    };
    let alike = same(&within.by, &promise.by);
    let case = within.cases.iter().find(|(own, _)| alike && !words.is_empty() && same(own, words));
    let value = case.map(|(_, value)| value).or(within.otherwise.as_ref())?;
    Some(Some(value.value))
}

fn told(
    finding: Diagnostic,
    service: &Service,
    steps: &[&OfferingStep],
    promise: &Spanned<Duration>,
    times: &[Option<Duration>],
    found: &Overrun,
) -> Diagnostic {
    let path = path(steps, times);
    let finding = finding.arg("service", service.base.title()).arg("promise", Quantity::Duration(promise.value));
    let finding = match sum(times) {
        Some(sum) => finding.note(SUM, vec![("steps", path), ("sum", Quantity::Duration(sum).into())]),
        None => finding.note(PATH, vec![("steps", path)]),
    };
    // Within one day the dates say nothing.
    if found.end.date() <= found.limit.date() {
        return finding;
    }
    let dates: Args = vec![
        ("start", found.start.date().into()),
        ("end", found.end.date().into()),
        ("limit", found.limit.date().into()),
    ];
    finding.note(DATES, dates)
}

/// «`evaluar` 3 días hábiles, `decidir` 2 días hábiles»: a step without an id by its place.
fn path(steps: &[&OfferingStep], times: &[Option<Duration>]) -> Arg {
    let timed = steps.iter().zip(times).enumerate().filter_map(|(i, (step, time))| {
        let name = step.id.as_ref().map_or_else(|| (i + 1).to_string(), |id| id.value.clone());
        let args: Args = vec![("step", format!("`{name}`").into()), ("time", Quantity::Duration((*time)?).into())];
        Some(Arg::Phrase(STEP, args))
    });
    Arg::List(timed.collect())
}

/// The times together, where they can be added without a calendar: in one unit, or in those of a clock.
fn sum(times: &[Option<Duration>]) -> Option<Duration> {
    let times: Vec<&Duration> = times.iter().flatten().collect();
    let unit = times.iter().map(|time| time.unit).min_by_key(|unit| seconds(*unit).unwrap_or(i64::MAX))?;
    let mut sum = Decimal::ZERO;
    for time in times {
        let factor = match (seconds(time.unit), seconds(unit)) {
            _ if time.unit == unit => Decimal::ONE,
            (Some(one), Some(least)) => Decimal::from(one / least),
            _ => return None,
        };
        sum = sum.checked_add(time.amount.checked_mul(factor)?)?;
    }
    Some(Duration::new(sum.normalize(), unit))
}

/// How long a unit of the clock is; those of the calendar differ in length.
fn seconds(unit: TimeUnit) -> Option<i64> {
    match unit {
        TimeUnit::Second => Some(1),
        TimeUnit::Minute => Some(60),
        TimeUnit::Hour => Some(3600),
        TimeUnit::BusinessHour
        | TimeUnit::BusinessDay
        | TimeUnit::CalendarDay
        | TimeUnit::Week
        | TimeUnit::Month
        | TimeUnit::Year => None,
    }
}
