//! Services × ten points, services × eight characteristics, and moments of truth × five steps.

use super::{Place, State, done, is_retired, place, place_of};
use crate::diag::Diagnostic;
use crate::model::Entry;
use crate::model::indicator::Dimension;
use crate::model::service::{CycleMoment, Service};
use crate::parse::prose::Text;
use crate::parse::reader::Given;
use crate::resolve::Resolved;
use serde::Serialize;
use std::collections::HashMap;

#[derive(Debug, Clone, Serialize)]
pub struct ServiceRow {
    pub id: String,
    pub code: Option<String>,
    pub name: String,
    /// The ten points, A1 to A10.
    pub points: [State; 10],
    /// The eight characteristics of quality: how many indicators measure each.
    pub quality: [usize; 8],
    #[serde(flatten)]
    pub place: Place,
}

#[derive(Debug, Clone, Serialize)]
pub struct MomentRow {
    pub service: String,
    pub name: String,
    /// Validated by staff, requirements, plan, priority, survey question.
    pub steps: [State; 5],
    #[serde(flatten)]
    pub place: Place,
}

pub fn rows(manual: &Resolved<'_>, findings: &[Diagnostic]) -> Vec<ServiceRow> {
    let mut told: HashMap<&str, Vec<&str>> = HashMap::new();
    for finding in findings {
        if let Some(subject) = &finding.subject {
            told.entry(subject).or_default().push(finding.code());
        }
    }
    let services = manual.model.services.iter().filter(|s| !is_retired(&s.base));
    services.map(|s| row(manual, s, told.get(s.base.subject().as_str()).map_or(&[], Vec::as_slice))).collect()
}

/// `told` are the codes of the findings about the service.
fn row(manual: &Resolved<'_>, service: &Service, told: &[&str]) -> ServiceRow {
    let base = service.base();
    let about = |codes: std::ops::RangeInclusive<&str>| told.iter().any(|code| codes.contains(code));
    let state = |given: State, code: &'static str, last: &'static str| match given {
        State::Complete if about(code..=last) => State::Partial,
        given => given,
    };
    let points = [
        state(done(base.code.is_some()), "A101", "A101"),
        state(shape(&service.offering), "A102", "A102"),
        state(shape(&service.indicators), "A103", "A103"),
        state(shape(&service.resources), "A104", "A104"),
        state(shape(&service.inventory), "A105", "A105"),
        state(shape(&service.suppliers), "A106", "A106"),
        state(shape(&service.alliances), "A107", "A107"),
        state(shape(&service.capacity), "A108", "A108"),
        state(shape(&service.cost), "A109", "A109"),
        state(shape(&service.communication), "A110", "A117"),
    ];
    let ids = service.indicators.value().map_or(&[][..], Vec::as_slice);
    let quality = Dimension::ALL.map(|(_, dimension)| {
        let own = ids.iter().filter(|id| {
            let indicator = manual.model.indicators.get(&id.value);
            indicator.is_some_and(|i| i.dimensions.iter().any(|d| d.value == dimension))
        });
        let mut measured: Vec<&str> = own.map(|id| id.value.as_str()).collect();
        let said = service.quality.iter().filter(|(d, _)| *d == dimension).flat_map(|(_, ids)| ids);
        measured.extend(said.map(|id| id.value.as_str()));
        measured.sort_unstable();
        measured.dedup();
        measured.len()
    });
    ServiceRow {
        id: base.id.clone(),
        code: base.code.as_ref().map(|c| c.value.clone()),
        name: base.title(),
        points,
        quality,
        place: place_of(manual, base),
    }
}

/// Whether a point is there, whatever it holds. A reason that says nothing excuses nothing.
pub fn shape<T>(given: &Given<T>) -> State {
    match given {
        Given::Missing => State::Missing,
        Given::None { reason, .. } if reason.source.trim().is_empty() => State::Missing,
        Given::None { .. } => State::NotApplicable,
        Given::Some { .. } => State::Complete,
    }
}

/// The moments of truth of every service, each with the five products of row F3.
pub fn moments(manual: &Resolved<'_>) -> Vec<MomentRow> {
    let services = manual.model.services.iter().filter(|s| !is_retired(&s.base));
    let rows = services.flat_map(|service| {
        service.cycle.iter().filter(|moment| moment.of_truth).map(|moment| MomentRow {
            service: service.base.id.clone(),
            name: moment.name.as_ref().map_or_else(String::new, Text::plain),
            steps: steps(moment),
            place: place(manual, moment.span, Some(service.base.subject())),
        })
    });
    rows.collect()
}

fn steps(moment: &CycleMoment) -> [State; 5] {
    let plan = match &moment.plan {
        None => State::Missing,
        // An action that nobody has to take by a day is only a wish.
        Some(plan) if plan.owner.is_none() || plan.due.is_none() => State::Partial,
        Some(_) => State::Complete,
    };
    [
        done(!moment.validated_by.is_empty()),
        done(!moment.requirements.is_empty()),
        plan,
        done(moment.priority.is_some()),
        done(moment.survey.is_some()),
    ]
}
