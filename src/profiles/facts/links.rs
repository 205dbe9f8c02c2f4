//! Facts that follow from references between entries: what a commitment's indicators promise, which supplier answers the
//! public, what a service says for all of its commitments.

use super::{Fact, Record, Value};
use crate::model::Model;
use crate::model::commitment::Commitment;
use crate::model::service::Service;
use crate::parse::reader::Given;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Date, Duration, Quantity, Target, TimeUnit, When};
use std::collections::{BTreeMap, BTreeSet, HashMap};

type Collections = BTreeMap<&'static str, Vec<Record>>;

/// Adds what follows from references to records that are there already.
pub(super) fn link(manual: &Resolved<'_>, collections: &mut Collections) {
    let model = &manual.model;
    let mut uses: HashMap<String, Vec<String>> = HashMap::new();
    for commitment in collections.get("commitments").into_iter().flatten() {
        let indicators: BTreeSet<&String> = commitment.get("indicators").into_iter().flat_map(Fact::words).collect();
        for indicator in indicators {
            uses.entry(indicator.clone()).or_default().push(commitment.id.clone());
        }
    }
    for indicator in collections.get_mut("indicators").into_iter().flatten() {
        if let Some(ids) = uses.remove(&indicator.id) {
            indicator.put("commitments", indicator.span, Value::Words(ids));
        }
    }
    for record in collections.get_mut("commitments").into_iter().flatten() {
        let Some(commitment) = model.commitments.get(&record.id) else { continue };
        if let Some((span, real)) = aim(model, commitment) {
            let value = if real { Value::Text } else { Value::Words(vec!["none".to_owned()]) };
            record.put("indicator_targets", span, value);
        }
        let shared = manual.makers(&commitment.base.id).find_map(|service| service.redress.as_ref());
        if let (Given::Missing, Some(redress)) = (&commitment.redress, shared) {
            let span = redress.gives.as_ref().map_or(record.span, |gives| gives.span);
            record.put("redress", span, Value::Text);
            record.text("redress.when", &redress.when);
            if let Some(how) = &redress.how {
                record.put("redress.how", how.span, Value::Text);
            }
        }
    }
    let mut made: HashMap<&str, Vec<&Commitment>> = HashMap::new();
    for commitment in model.commitments.iter().filter(|c| c.base.is_active()) {
        for service in manual.makers(&commitment.base.id) {
            made.entry(&service.base.id).or_default().push(commitment);
        }
    }
    for record in collections.get_mut("services").into_iter().flatten() {
        let own = made.get(record.id.as_str()).map_or(&[][..], Vec::as_slice);
        if let Some(span) = model.services.get(&record.id).and_then(|service| longest(model, service, own)) {
            record.put("maximum_time", span, Value::Text);
        }
    }
    let employers: Vec<String> = collections
        .get("roles")
        .into_iter()
        .flatten()
        .filter(|role| role.get("contact").is_some_and(|fact| fact.words().iter().any(|word| word == "true")))
        .filter_map(|role| role.get("employed_by"))
        .flat_map(|fact| fact.words().to_vec())
        .collect();
    for supplier in collections.get_mut("suppliers").into_iter().flatten() {
        let answers = employers.contains(&supplier.id);
        supplier.put("answers_public", supplier.span, Value::Words(vec![answers.to_string()]));
    }
}

/// Where a service says how long it takes at most: in a step, a part, a commitment or the target of one of its indicators.
fn longest(model: &Model, service: &Service, commitments: &[&Commitment]) -> Option<Span> {
    let offering = service.offering.value();
    let steps = offering.into_iter().flat_map(|o| &o.steps).filter_map(|step| step.within.as_ref());
    let parts = offering.into_iter().flat_map(|o| &o.parts).filter_map(|part| part.within.as_ref());
    if let Some(within) = steps.chain(parts).next() {
        return Some(within.span);
    }
    if let Some(within) = commitments.iter().find_map(|c| c.within.as_ref()) {
        return Some(within.span);
    }
    let named = commitments.iter().flat_map(|c| &c.indicators);
    let listed = service.indicators.value().into_iter().flatten();
    let indicators =
        named.chain(listed).filter_map(|id| model.indicators.get(&id.value)).filter(|i| i.base.is_active());
    let measured = indicators.filter_map(|i| i.targets.value());
    let promised = commitments.iter().filter_map(|c| c.targets.value());
    promised.chain(measured).flatten().find(|spec| is_time(&spec.target)).map(|spec| spec.span)
}

/// The place of a target of a commitment's indicators, and whether it is one: an honest «none» counts only where no other is
/// given, since indicators that only describe may stand beside the one that measures.
fn aim(model: &Model, commitment: &Commitment) -> Option<(Span, bool)> {
    let indicators = commitment.indicators.iter().filter_map(|id| model.indicators.get(&id.value));
    let specs: Vec<_> = indicators.filter_map(|i| i.targets.value()).flatten().collect();
    let real = specs.iter().find(|spec| !matches!(spec.target, Target::None { .. }));
    real.map(|spec| (spec.span, true)).or_else(|| specs.first().map(|spec| (spec.span, false)))
}

fn is_time(target: &Target) -> bool {
    match target {
        Target::ShareWithin { .. } => true,
        Target::Maximum(bound) => matches!(bound.value, Quantity::Duration(_)),
        _ => false,
    }
}

/// The months from one date to another, begun ones counted: what «at least every three years» compares.
pub(super) fn months(from: When, to: When) -> Duration {
    let (from, to): (Date, Date) = (from.end(), to.end());
    let whole = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month()) - i32::from(from.month());
    let begun = i32::from(to.day() > from.day());
    Duration { low: None, amount: (whole + begun).max(0).into(), unit: TimeUnit::Month }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::parse_date;

    #[test]
    fn a_month_that_has_begun_counts() {
        let day = |text: &str| When::Day(parse_date(text).expect("a date"));
        for (from, to, wanted) in [
            ("2026-10-05", "2029-10-05", "36"),
            ("2026-10-05", "2029-10-06", "37"),
            ("2026-10-05", "2029-10-04", "36"),
            ("2024-02-29", "2027-02-28", "36"),
            ("2026-10-05", "2026-10-05", "0"),
            ("2026-10-05", "2020-01-01", "0"),
        ] {
            let found = months(day(from), day(to));
            assert_eq!((found.amount.to_string(), found.unit), (wanted.to_owned(), TimeUnit::Month), "{from} {to}");
        }
    }
}
