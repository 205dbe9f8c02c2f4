//! Roles × orientation, and the seven situations of risk.

use super::{Place, State, done, is_retired, place_of};
use crate::model::orientation::Orientation;
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
        let id = role.base.id.as_str();
        // A role is introduced by its own entry and by its paths.
        let paths = model.paths.iter().filter(|path| path.role.as_ref().is_some_and(|of| of.value == id));
        let paths = paths.filter(|path| !is_retired(&path.base)).map(|path| &path.orientation);
        let orientations: Vec<&Orientation> = role.orientation.iter().chain(paths).collect();
        let covers = |stage: fn(&Orientation) -> bool| done(orientations.iter().any(|o| stage(o)));
        RoleRow {
            id: id.to_owned(),
            code: role.base.code.as_ref().map(|c| c.value.clone()),
            name: role.base.title(),
            contact: role.contact,
            steps: [
                covers(|o| !o.day_one.is_empty()),
                covers(|o| !o.week_one.is_empty()),
                covers(|o| !o.month_one.is_empty()),
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
