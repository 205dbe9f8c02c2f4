//! Channels and the service cycle (F6xx): conduct by form of attention, and moments of truth (F1 to F3).

pub mod address;
pub mod channel;

pub mod drawn;
pub mod faceless;
pub mod forms;
pub mod overdue;
pub mod steps;
pub mod survey;
pub mod truth;

use super::is_retired;
use crate::model::service::{CycleMoment, Service};
use crate::resolve::Resolved;
use crate::span::Span;

/// The services that owe a cycle: all but the retired.
fn services<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = &'m Service> {
    manual.model.services.iter().filter(|service| !is_retired(&service.base))
}

/// Where a finding about a moment is shown: its name, else its first key.
fn place(moment: &CycleMoment) -> Span {
    moment.name.as_ref().map_or(moment.span, |name| name.span)
}

fn title(moment: &CycleMoment) -> String {
    moment.name.as_ref().map_or_else(String::new, |name| name.plain())
}
