//! Roles × orientation, the seven situations of risk, and the steps that come before a manual.

use super::{Place, State, done, is_retired, place_of};
use crate::model::reference::{Risk, RiskKind};
use crate::model::service::Service;
use crate::resolve::Resolved;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct RoleRow {
    pub id: String,
    pub code: Option<String>,
    pub name: String,
    /// Whether it deals with customers.
    pub contact: bool,
    /// Orientation of day one, week one and month one; training; what the role may decide.
    pub steps: [State; 5],
    #[serde(flatten)]
    pub place: Place,
}

pub fn roles(manual: &Resolved<'_>) -> Vec<RoleRow> {
    let model = &manual.model;
    let trained = |id: &str| model.trainings.iter().any(|t| t.roles.iter().any(|role| role.value == id));
    let decides = |id: &str| {
        let by_service = |s: &Service| s.authority.iter().any(|a| a.role.as_ref().is_some_and(|role| role.value == id));
        model.services.iter().any(by_service)
    };
    let rows = model.roles.iter().filter(|role| !is_retired(&role.base)).map(|role| {
        let orientation = role.orientation.as_ref();
        let id = role.base.id.as_str();
        RoleRow {
            id: id.to_owned(),
            code: role.base.code.as_ref().map(|c| c.value.clone()),
            name: role.base.title(),
            contact: role.contact,
            steps: [
                done(orientation.is_some_and(|o| !o.day_one.is_empty())),
                done(orientation.is_some_and(|o| !o.week_one.is_empty())),
                done(orientation.is_some_and(|o| !o.month_one.is_empty())),
                done(!role.training.is_empty() || trained(id)),
                done(!role.authority.is_empty() || decides(id)),
            ],
            place: place_of(manual, &role.base),
        }
    });
    rows.collect()
}

#[derive(Debug, Clone, Serialize)]
pub struct RiskRow {
    pub kind: &'static str,
    /// Complete where a risk of the kind says how it is anticipated and what is done.
    pub state: State,
    /// Ids of the risks of the kind.
    pub risks: Vec<String>,
}

/// The seven situations of the source, in its order.
const KINDS: [(&str, RiskKind); 7] = [
    ("price", RiskKind::Price),
    ("demand", RiskKind::Demand),
    ("data_loss", RiskKind::DataLoss),
    ("unpreparedness", RiskKind::Unpreparedness),
    ("third_party", RiskKind::ThirdParty),
    ("reputation", RiskKind::Reputation),
    ("harm", RiskKind::Harm),
];

pub fn risks(manual: &Resolved<'_>) -> Vec<RiskRow> {
    let row = |(name, kind): (&'static str, RiskKind)| {
        let of_kind = |r: &&Risk| !is_retired(&r.base) && r.kind.as_ref().is_some_and(|k| k.value == kind);
        let risks: Vec<&Risk> = manual.model.risks.iter().filter(of_kind).collect();
        let is_answered = |r: &&Risk| !r.anticipation.is_empty() && !r.response.is_empty();
        let state = match risks.iter().any(is_answered) {
            true => State::Complete,
            false if risks.is_empty() => State::Missing,
            false => State::Partial,
        };
        RiskRow { kind: name, state, risks: risks.iter().map(|r| r.base.id.clone()).collect() }
    };
    KINDS.map(row).into()
}

/// One of the steps that a manual is the end of (I6): how much of it the manual shows.
#[derive(Debug, Clone, Serialize)]
pub struct Preparation {
    pub step: &'static str,
    pub state: State,
    pub done: usize,
    pub of: usize,
}

pub fn preparation(manual: &Resolved<'_>) -> Vec<Preparation> {
    let model = &manual.model;
    let services: Vec<&Service> = model.services.iter().filter(|s| !is_retired(&s.base)).collect();
    let count = |holds: &dyn Fn(&Service) -> bool| services.iter().filter(|s| holds(s)).count();
    let studied = model.needs.iter().filter(|n| !n.strengths.is_empty() || !n.weaknesses.is_empty()).count();
    let customers = [
        !model.segments.is_empty(),
        !model.needs.is_empty(),
        !model.sources.is_empty() || model.surveys.iter().any(|s| !s.results.is_empty()),
    ];
    let internal = model.standards.iter().filter(|s| s.internal).count();
    let walked = |s: &Service| !s.cycle.is_empty() || s.offering.value().is_some_and(|o| !o.steps.is_empty());
    let staffed = |s: &Service| super::services::shape(&s.resources) != State::Missing;
    [
        ("strengths_weaknesses", studied, model.needs.len().max(1)),
        ("customers", customers.iter().filter(|is_known| **is_known).count(), customers.len()),
        ("internal_customers", internal.min(1), 1),
        ("processes", count(&walked), services.len().max(1)),
        ("resources", count(&staffed), services.len().max(1)),
    ]
    .into_iter()
    .map(|(step, done, of)| {
        let state = match done {
            0 => State::Missing,
            n if n < of => State::Partial,
            _ => State::Complete,
        };
        Preparation { step, state, done, of }
    })
    .collect()
}
