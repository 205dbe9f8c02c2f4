//! Completeness (A1xx): the ten points of a service (A1 to A10).
//!
//! A suspended service keeps its ten points, since it may return; a retired one owes nothing any more.

pub mod after;
pub mod alliances;
pub mod before;
pub mod capacity;
pub mod communication;
pub mod content;
pub mod cost;
pub mod during;
pub mod excludes;
pub mod form;
pub mod indicators;
pub mod inventory;
pub mod load;
pub mod measurable;
pub mod medium;
pub mod namesakes;
pub mod nomenclature;
pub mod offered;
pub mod offering;
pub mod partners;
pub mod priced;
pub mod resources;
pub mod spoken;
pub mod staffed;
pub mod stocked;
pub mod suppliers;
pub mod technique;
pub mod terms;

use super::Report;
use crate::model::base::Status;
use crate::model::message::Message;
use crate::model::service::{Communications, Service};
use crate::parse::reader::Given;
use crate::resolve::Resolved;

/// The services that owe their ten points.
fn services<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = &'m Service> {
    manual.model.services.iter().filter(|s| !is_retired(&s.base.status))
}

fn is_retired(status: &Status) -> bool {
    matches!(status, Status::Retired { .. })
}

/// How a point stands.
enum State<'g, T> {
    Missing,
    /// Said, with a reason, not to apply.
    Excused,
    Given(&'g T),
}

fn state<T>(point: &Given<T>) -> State<'_, T> {
    match point {
        Given::Missing => State::Missing,
        // A reason that says nothing excuses nothing either, but that is told at the reason itself.
        Given::None { .. } => State::Excused,
        Given::Some { value, .. } => State::Given(value),
    }
}

/// Whether a point is neither excused nor given well enough.
fn lacks<T>(point: &Given<T>, is_enough: impl Fn(&T) -> bool) -> bool {
    match state(point) {
        State::Missing => true,
        State::Excused => false,
        State::Given(value) => !is_enough(value),
    }
}

/// Reports a missing point at the service's name.
fn report_service(report: &mut Report<'_>, service: &Service) {
    report.at(service.base.span, &service.base.subject(), |finding| finding.arg("service", service.base.title()));
}

/// Whether any of the three moments is written. Where none is, communication is missing as a whole.
fn says_something(communication: &Communications) -> bool {
    let Communications { before, during, after, .. } = communication;
    [before, during, after].iter().any(|moment| !moment.is_missing())
}

/// Reports the services that have communication, but no message at one of the moments.
fn check_moment(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    moment: impl Fn(&Communications) -> &Given<Vec<Message>>,
) {
    for service in services(manual) {
        let State::Given(communication) = state(&service.communication) else { continue };
        if says_something(communication) && lacks(moment(communication), |messages| !messages.is_empty()) {
            report_service(report, service);
        }
    }
}

/// Reports every message of which something does not hold, at its first key: those of services, and those that hold for all.
fn check_messages(manual: &Resolved<'_>, report: &mut Report<'_>, holds: impl Fn(&Message) -> bool) {
    for service in services(manual) {
        let Some(communication) = service.communication.value() else { continue };
        let Communications { before, during, after, .. } = communication;
        for message in [before, during, after].into_iter().filter_map(Given::value).flatten() {
            if !is_retired(&message.status) && !holds(message) {
                report.at(message.span, &service.base.subject(), |f| f.arg("message", title(message, service)));
            }
        }
    }
    for communication in manual.model.communications.iter().filter(|c| !is_retired(&c.base.status)) {
        let base = &communication.base;
        if !holds(&communication.message) {
            report.at(communication.message.span, &base.subject(), |f| f.arg("message", base.title()));
        }
    }
}

/// How a finding names a message of a service: by the first words it has, after the service.
fn title(message: &Message, service: &Service) -> String {
    let words = [&message.name, &message.trigger, &message.technique, &message.content, &message.say];
    match words.into_iter().flatten().next() {
        Some(text) => format!("{}: {}", service.base.title(), text.plain()),
        None => service.base.title(),
    }
}
