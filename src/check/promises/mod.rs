//! Promises, quality and measurement (C3xx): what is promised is measured, answered for and kept.

pub mod against_itself;
mod aimed;
pub mod any_hour;
pub mod at_night;
pub mod backwards;
pub mod baseline;
pub mod brackets;
pub mod characteristics;
pub mod clock;
pub mod clocks;
pub mod conditioned;
pub mod conduct;
pub mod contradiction;
pub mod counted;
pub mod coverage;
pub mod dependence;
pub mod dimension;
pub mod doubtful;
pub mod duplicates;
mod edges;
pub mod first_later;
mod free;
pub mod future;
pub mod gap;
pub mod holidays;
pub mod impossible;
pub mod incomparable;
pub mod kinds;
pub mod longer_better;
pub mod measure;
pub mod message;
pub mod missed;
pub mod missing_cases;
pub mod needless;
pub mod none_beside;
pub mod observed;
pub mod one_sided;
mod opening;
pub mod outside;
pub mod overlap;
pub mod places;
mod priced;
pub mod reachable;
pub mod redress;
pub mod remedy;
pub mod responsible;
pub mod reviewed;
pub mod satisfaction;
pub mod series;
pub mod siblings;
pub mod stated;
pub mod strict;
pub mod sums;
pub mod supplier;
pub mod target_dates;
pub mod told_apart;
pub mod tolerance;
pub mod two_baselines;
pub mod two_prices;
pub mod unmeasured;
pub mod unmet;
pub mod unoffered;
pub mod untold;
pub mod untraced;
pub mod windows;
pub mod working;

use crate::model::base::{Base, Status};
use crate::model::channel::Channel;
use crate::model::commitment::Commitment;
use crate::model::indicator::Indicator;
use crate::model::service::Service;
use crate::model::target::TargetSpec;
use crate::parse::reader::Given;
use crate::resolve::Resolved;
use crate::values::Duration;
use std::collections::{HashMap, HashSet};

/// The commitments that bind: active ones, unless all their services are retired.
pub(super) fn commitments<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = &'m Commitment> {
    let model = &manual.model;
    // Whether any service that makes the commitment is still offered; none where no service makes it.
    let mut offered: HashMap<&str, bool> = HashMap::new();
    for service in &model.services {
        for id in service.commitments.value().into_iter().flatten() {
            *offered.entry(&id.value).or_default() |= !is_retired(service);
        }
    }
    for commitment in &model.commitments {
        if let Some(service) = commitment.service.as_ref().and_then(|id| model.services.get(&id.value)) {
            *offered.entry(&commitment.base.id).or_default() |= !is_retired(service);
        }
    }
    let is_offered = move |id: &str| offered.get(id).copied().unwrap_or(true);
    model.commitments.iter().filter(move |commitment| commitment.base.is_active() && is_offered(&commitment.base.id))
}

/// The indicators that are kept: active ones, unless the service they were written in is retired.
fn indicators<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = &'m Indicator> {
    manual.model.indicators.iter().filter(|indicator| {
        let service = indicator.service.as_ref().and_then(|id| manual.model.services.get(id));
        indicator.base.is_active() && !service.is_some_and(is_retired)
    })
}

/// The targets of all that is kept: indicators, commitments, first responses, and what partners agreed to.
fn all_targets<'m>(manual: &'m Resolved<'_>) -> Vec<(&'m Base, &'m [TargetSpec])> {
    let model = &manual.model;
    let given = |targets: &'m Given<Vec<TargetSpec>>| targets.value().map_or(&[][..], Vec::as_slice);
    let indicators = indicators(manual).map(|i| (&i.base, given(&i.targets)));
    // Few commitments have a measure of their own.
    let commitments = model.commitments.iter().filter(|c| c.targets.value().is_some());
    let commitments = commitments.map(|c| (&c.base, given(&c.targets)));
    let first = model.channels.iter().filter_map(|c| Some((&c.base, c.first_response.as_ref()?.targets.as_slice())));
    let suppliers = model.suppliers.iter().filter_map(|s| Some((&s.base, s.agreed.as_ref()?.targets.as_slice())));
    let alliances = model.alliances.iter().filter_map(|a| Some((&a.base, a.agreed.as_ref()?.targets.as_slice())));
    let others = first.chain(suppliers).chain(alliances).filter(|(base, _)| base.is_active());
    indicators.chain(commitments.filter(|(base, _)| base.is_active())).chain(others).collect()
}

/// The active channels by which an active service, or one of its parts, is reached.
fn used_channels<'m>(manual: &'m Resolved<'_>) -> Vec<&'m Channel> {
    let active = manual.model.services.iter().filter(|s| s.base.is_active());
    let mut used: HashSet<&str> = HashSet::new();
    for offering in active.filter_map(|service| service.offering.value()) {
        let parts = offering.parts.iter().map(|part| &part.offering);
        for offering in std::iter::once(offering).chain(parts) {
            used.extend(offering.channels.iter().map(|id| id.value.as_str()));
        }
    }
    manual.model.channels.iter().filter(|c| c.base.is_active() && used.contains(c.base.id.as_str())).collect()
}

/// A duration as an author writes it: `24 business hours`.
pub(super) fn written(duration: &Duration) -> String {
    duration.written()
}

fn is_retired(service: &Service) -> bool {
    matches!(service.base.status, Status::Retired { .. })
}
