//! What is written and what is missing: services × ten points, services × eight characteristics, the complaint procedure,
//! what is still to be written, and what has been waived.

use super::preparation::PreparationStep;
use crate::diag::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::model::Entry;
use crate::model::indicator::Dimension;
use crate::model::service::Service;
use crate::parse::reader::Given;
use crate::profiles::report::{self, ProfileRow};
use crate::resolve::Resolved;
use crate::values::Date;
use serde::Serialize;

/// The state of one point of one service, or of one part of the complaint procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Complete,
    /// Written, but a rule finds something lacking in it.
    Partial,
    Missing,
    /// Said not to apply, with a reason.
    NotApplicable,
}

#[derive(Debug, Clone, Serialize)]
pub struct Coverage {
    pub services: Vec<ServiceRow>,
    /// B1 to B6.
    pub complaints: Vec<Part>,
    /// The steps that come before a manual (I6).
    pub preparation: [PreparationStep; 5],
    /// Findings of error or warning level: what is still to be written or mended.
    pub to_do: Vec<ToDo>,
    pub waivers: Vec<WaiverRow>,
    /// Declared laws and standards, with the result of each clause.
    pub profiles: Vec<ProfileRow>,
    pub totals: Totals,
}

#[derive(Debug, Clone, Serialize)]
pub struct ServiceRow {
    pub id: String,
    pub code: Option<String>,
    pub name: String,
    /// The ten points, A1 to A10.
    pub points: [State; 10],
    /// The eight characteristics of quality: how many indicators measure each.
    pub quality: [usize; 8],
}

#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// The row of the domain: `B1`.
    pub row: &'static str,
    pub state: State,
}

#[derive(Debug, Clone, Serialize)]
pub struct ToDo {
    pub code: &'static str,
    pub severity: &'static str,
    pub entry: Option<String>,
    pub message: String,
    pub file: String,
    pub line: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct WaiverRow {
    pub code: String,
    pub at: String,
    pub reason: String,
    pub owner: String,
    /// ISO 8601.
    pub until: String,
    pub holds: bool,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct Totals {
    pub points: usize,
    pub complete: usize,
    pub partial: usize,
    pub missing: usize,
    pub not_applicable: usize,
    pub characteristics: usize,
    pub measured: usize,
}

/// The coverage of a manual, given its final findings. Messages are in `lang`.
pub fn coverage(manual: &Resolved<'_>, findings: &[Diagnostic], lang: Lang, today: Date) -> Coverage {
    let services: Vec<ServiceRow> = manual.model.services.iter().map(|s| row(manual, s, findings)).collect();
    let mut totals = Totals::default();
    for service in &services {
        for state in service.points {
            totals.points += 1;
            match state {
                State::Complete => totals.complete += 1,
                State::Partial => totals.partial += 1,
                State::Missing => totals.missing += 1,
                State::NotApplicable => totals.not_applicable += 1,
            }
        }
        totals.characteristics += service.quality.len();
        totals.measured += service.quality.iter().filter(|n| **n > 0).count();
    }
    let to_do = findings
        .iter()
        .filter(|f| f.severity != Severity::Note)
        .map(|f| ToDo {
            code: f.code(),
            severity: f.severity.name(),
            entry: f.subject.clone(),
            message: f.message(lang),
            file: manual.sources.get(f.span.file).path.clone(),
            line: manual.sources.start(f.span).line,
        })
        .collect();
    let word = |w: &Option<crate::span::Spanned<String>>| w.as_ref().map_or_else(String::new, |w| w.value.clone());
    let waivers = manual
        .model
        .manifest
        .waivers
        .iter()
        .map(|w| WaiverRow {
            code: word(&w.code),
            at: word(&w.at),
            reason: w.reason.as_ref().map_or_else(String::new, crate::parse::prose::Text::plain),
            owner: word(&w.owner),
            until: w.until.as_ref().map_or_else(String::new, |u| u.value.end().to_string()),
            holds: w.holds(today),
        })
        .collect();
    let preparation = super::preparation::steps(&manual.model);
    let profiles = report::rows(manual, today, lang);
    Coverage { services, complaints: complaints(manual, findings), preparation, to_do, waivers, profiles, totals }
}

fn row(manual: &Resolved<'_>, service: &Service, findings: &[Diagnostic]) -> ServiceRow {
    let base = service.base();
    let subject = base.subject();
    let about = |codes: std::ops::RangeInclusive<&str>| {
        findings.iter().any(|f| f.subject.as_deref() == Some(&subject) && codes.contains(&f.code()))
    };
    let state = |given: Shape, code: &'static str, last: &'static str| match given {
        Shape::Missing => State::Missing,
        Shape::None => State::NotApplicable,
        Shape::Some if about(code..=last) => State::Partial,
        Shape::Some => State::Complete,
    };
    let points = [
        state(if base.code.is_some() { Shape::Some } else { Shape::Missing }, "A101", "A101"),
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
    }
}

/// Whether a point is there, whatever it holds.
enum Shape {
    Missing,
    None,
    Some,
}

fn shape<T>(given: &Given<T>) -> Shape {
    match given {
        Given::Missing => Shape::Missing,
        Given::None { .. } => Shape::None,
        Given::Some { .. } => Shape::Some,
    }
}

fn complaints(manual: &Resolved<'_>, findings: &[Diagnostic]) -> Vec<Part> {
    let rows = [("B1", "B201"), ("B2", "B202"), ("B3", "B203"), ("B4", "B204"), ("B5", "B205"), ("B6", "B206")];
    rows.into_iter()
        .map(|(row, code)| {
            let state = if manual.model.complaints.is_empty() {
                State::Missing
            } else if findings.iter().any(|f| f.code() == code) {
                State::Partial
            } else {
                State::Complete
            };
            Part { row, state }
        })
        .collect()
}
