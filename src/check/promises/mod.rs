//! Promises, quality and measurement (C3xx): what is promised is measured, answered for and kept.

pub mod brackets;
pub mod measure;
pub mod missed;
pub mod redress;
pub mod responsible;

use crate::model::base::Status;
use crate::model::commitment::Commitment;
use crate::model::indicator::Indicator;
use crate::model::service::Service;
use crate::resolve::Resolved;

/// The commitments that bind: active ones, unless all their services are retired.
fn commitments<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = &'m Commitment> {
    manual.model.commitments.iter().filter(move |commitment| {
        let services = services_of(manual, commitment);
        commitment.base.is_active() && (services.is_empty() || !services.iter().all(|s| is_retired(s)))
    })
}

/// The indicators that are kept: active ones, unless the service they were written in is retired.
fn indicators<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = &'m Indicator> {
    manual.model.indicators.iter().filter(|indicator| {
        let service = indicator.service.as_ref().and_then(|id| manual.model.services.get(id));
        indicator.base.is_active() && !service.is_some_and(is_retired)
    })
}

fn is_retired(service: &Service) -> bool {
    matches!(service.base.status, Status::Retired { .. })
}

/// The services that make a commitment: the one it names, and those that list it.
fn services_of<'m>(manual: &'m Resolved<'_>, commitment: &Commitment) -> Vec<&'m Service> {
    let named = commitment.service.as_ref().map(|id| id.value.as_str());
    let lists = |service: &Service| {
        service.commitments.value().is_some_and(|list| list.iter().any(|c| c.value == commitment.base.id))
    };
    manual.model.services.iter().filter(|s| named == Some(s.base.id.as_str()) || lists(s)).collect()
}
