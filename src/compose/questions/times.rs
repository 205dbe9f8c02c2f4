//! Questions on time: within what a promise is kept, within what the role writes, calls or does its steps.

use super::super::duties::{self, Duties, single};
use super::super::writer::Writer;
use super::{TRIED, WRONG, blanked, question, seed, some, tells, within};
use crate::ir::{Choice, Inline, Question, plain};
use crate::lang::format;
use crate::lang::learning as words;
use crate::model::commitment::Commitment;
use crate::model::target::TargetSpec;
use crate::parse::reader::Variant;
use crate::values::{Decimal, Duration, Quantity, Target};
use std::cmp::Ordering;
use std::collections::HashSet;

/// Values further from the right one than this are no temptation.
const FAR: u32 = 8;

/// One question for each commitment that names one length of time.
pub fn promises(x: &Writer<'_>, duties: &Duties<'_>) -> Vec<Question> {
    let model = &x.manual.model;
    let pool = differing(model.commitments.iter().filter_map(|c| single(c.within.as_ref())));
    let ask = |commitment: &&Commitment| {
        let right = single(commitment.within.as_ref())?;
        let promise = commitment.base.name.as_ref()?;
        let value = format::duration(x.locale, &right);
        let about = blanked(x.quoted(promise), &value);
        if tells(&about, &value) {
            return None;
        }
        let id = commitment.base.subject();
        let options = lengths(x, &id, right, &pool, &also_true(x, commitment))?;
        let place = Inline::Ref { to: commitment.base.anchor(), content: name(x, commitment) };
        Some(question(x, id, words::ASK_PROMISE, about, options, place))
    };
    let role = &duties.role.base.id;
    let tried = some(role, duties.commitments.iter(), TRIED, |c| c.base.id.clone());
    tried.into_iter().filter_map(ask).collect()
}

/// One question for each message and each step of the role that has one length of time.
pub fn own(x: &Writer<'_>, duties: &Duties<'_>) -> Vec<Question> {
    let said = duties::all_messages(x.manual);
    let of_steps = duties.steps.iter().filter_map(|step| single(step.within));
    let pool = differing(said.iter().filter_map(|m| single(m.message.within.as_ref())).chain(of_steps));
    let mut out = Vec::new();
    let role = &duties.role.base.id;
    for message in some(role, duties.messages.iter(), TRIED, |m| m.id.clone()) {
        let (Some(right), Some(trigger)) = (single(message.message.within.as_ref()), &message.message.trigger) else {
            continue;
        };
        let about = within(x.text(trigger), message.service.map(|s| s.base.title()));
        // Another message on the same occasion may have a time of its own.
        let twins = said.iter().filter(|m| m.message.trigger.as_ref().is_some_and(|t| t.source == trigger.source));
        let true_too: Vec<Duration> = twins.filter_map(|m| single(m.message.within.as_ref())).collect();
        let id = format!("time-{}", message.id);
        let told = tells(&about, &format::duration(x.locale, &right));
        let Some(options) = lengths(x, &id, right, &pool, &true_too).filter(|_| !told) else { continue };
        out.push(question(x, id, words::ASK_MESSAGE_TIME, about, options, super::said::place(x, message)));
    }
    for step in some(role, duties.steps.iter(), TRIED, |s| s.id.clone()) {
        let Some(right) = single(step.within) else { continue };
        let about = within(x.text(step.does), Some(step.of.title()));
        let id = format!("step-{}", step.id);
        let told = tells(&about, &format::duration(x.locale, &right));
        let Some(options) = lengths(x, &id, right, &pool, &[]).filter(|_| !told) else { continue };
        let place = Inline::Ref { to: step.anchor.clone(), content: plain(step.of.title()) };
        out.push(question(x, id, words::ASK_STEP_TIME, about, options, place));
    }
    out
}

/// A commitment by its code and where it stands.
fn name(x: &Writer<'_>, commitment: &Commitment) -> Vec<Inline> {
    let service = commitment.service.as_ref().and_then(|s| x.manual.model.services.get(&s.value));
    let code = commitment.base.code.as_ref().map(|code| Inline::Mark { text: code.value.clone() });
    let mut run: Vec<Inline> = code.into_iter().collect();
    if let Some(service) = service {
        run.push(Inline::text(if run.is_empty() {
            service.base.title()
        } else {
            format!(" · {}", service.base.title())
        }));
    }
    if run.is_empty() { plain(x.w.commitment) } else { run }
}

/// Lengths of time that are true of what a commitment is about as well: its target, parts of its service, the times of complaints.
fn also_true(x: &Writer<'_>, commitment: &Commitment) -> Vec<Duration> {
    let model = &x.manual.model;
    let mut out: Vec<Duration> = all(commitment.within.as_ref());
    let measured = commitment.indicators.iter().filter_map(|id| model.indicators.get(&id.value));
    let targets = measured.filter_map(|indicator| indicator.targets.value()).chain(commitment.targets.value());
    out.extend(targets.flat_map(|list| of_targets(list)));
    match commitment.service.as_ref().and_then(|s| model.services.get(&s.value)) {
        Some(service) => {
            let parts = service.offering.value().into_iter().flat_map(|offering| &offering.parts);
            out.extend(parts.flat_map(|part| all(part.within.as_ref())));
        }
        None => {
            for procedure in &model.complaints {
                let kinds = procedure.types.iter().flat_map(|t| [&t.answer_within, &t.first_answer]);
                let severities = procedure.severity.iter().flat_map(|s| [&s.answer_within, &s.first_answer]);
                let steps = procedure.steps.iter().map(|s| &s.within);
                let received = procedure.intake.iter().filter_map(|i| i.acknowledgement.as_ref()).map(|a| &a.within);
                let said = kinds.chain(severities).chain(steps).chain(received);
                out.extend(said.flat_map(|within| all(within.as_ref())));
            }
        }
    }
    out
}

fn all(within: Option<&Variant<Duration>>) -> Vec<Duration> {
    within.into_iter().flat_map(|v| v.values()).map(|v| v.value).collect()
}

/// Each length once: thousands of promises have few that differ.
fn differing(all: impl Iterator<Item = Duration>) -> Vec<Duration> {
    let mut seen = HashSet::new();
    all.filter(|duration| seen.insert(*duration)).collect()
}

fn of_targets(targets: &[TargetSpec]) -> Vec<Duration> {
    targets
        .iter()
        .filter_map(|spec| match &spec.target {
            Target::ShareWithin { within, .. } => Some(*within),
            Target::Maximum(bound) | Target::Mean(bound) => match &bound.value {
                Quantity::Duration(duration) => Some(*duration),
                Quantity::Percent(_) | Quantity::Money(_) | Quantity::Rate(_) => None,
            },
            _ => None,
        })
        .collect()
}

/// The right length among wrong ones of the same unit, from the shortest to the longest: other true ones first, then near ones.
fn lengths(
    x: &Writer<'_>,
    id: &str,
    right: Duration,
    pool: &[Duration],
    also_true: &[Duration],
) -> Option<Vec<Choice>> {
    let amount = right.amount;
    if amount <= Decimal::ZERO {
        return None;
    }
    let whole = |d: &Decimal| d.fract() == Decimal::ZERO;
    let half = amount.checked_div(Decimal::TWO).filter(|half| whole(half) && *half > Decimal::ZERO);
    let near = [
        amount.checked_mul(Decimal::TWO),
        half,
        amount.checked_mul(Decimal::from(3)),
        amount.checked_add(Decimal::ONE),
    ];
    let near = near.into_iter().flatten().map(|amount| Duration::new(amount, right.unit));
    let is_wrong = |d: &Duration| {
        let differs = |other: &Duration| matches!(d.compare_exactly(other), Some(Ordering::Less | Ordering::Greater));
        // What is counted in another unit might be the same length by some calendar.
        d.unit == right.unit && differs(&right) && also_true.iter().all(|other| other.unit != d.unit || differs(other))
    };
    let bounds = (amount.checked_div(Decimal::from(FAR))?, amount.checked_mul(Decimal::from(FAR))?);
    let mut known: Vec<Duration> =
        pool.iter().copied().filter(|d| d.amount >= bounds.0 && d.amount <= bounds.1 && is_wrong(d)).collect();
    known.sort_by_cached_key(|d| (seed(&[id, &d.amount.normalize().to_string()]), d.amount));
    let mut wrong: Vec<Duration> = Vec::new();
    for candidate in known.into_iter().chain(near.filter(is_wrong)) {
        let new = wrong.iter().all(|d| d.amount.normalize() != candidate.amount.normalize());
        if new && wrong.len() < WRONG {
            wrong.push(candidate);
        }
    }
    if wrong.len() < WRONG {
        return None;
    }
    let mut options: Vec<(Duration, bool)> = wrong.into_iter().map(|d| (d, false)).chain([(right, true)]).collect();
    options.sort_by_key(|option| option.0.amount);
    let choice = |(d, right): (Duration, bool)| Choice { content: plain(format::duration(x.locale, &d)), right };
    Some(options.into_iter().map(choice).collect())
}
