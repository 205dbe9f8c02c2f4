//! How far the steps that come before a manual have been taken (I6): strengths and weaknesses, customers, internal
//! customers, processes and resources.

use super::coverage::State;
use super::front::drop_empty;
use super::writer::{Writer, heading_at, join, table};
use crate::ir::{self, Block, Inline, Row, TableLook, plain};
use crate::lang::format;
use crate::model::Model;
use crate::model::base::Status;
use crate::model::service::Service;
use crate::parse::kind::Kind;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct PreparationStep {
    /// `strengths`, `customers`, `internal_customers`, `processes`, `resources`.
    pub step: &'static str,
    pub state: State,
    /// What is written for it: kind of entry and how many.
    pub written: Vec<Written>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Written {
    pub kind: &'static str,
    pub count: usize,
}

/// The five steps of a manual, in their order.
pub fn steps(model: &Model) -> [PreparationStep; 5] {
    let needs = model.needs.len();
    let judged = model.needs.iter().filter(|n| !n.strengths.is_empty() && !n.weaknesses.is_empty()).count();
    let staff_surveys = model.surveys.iter().filter(|s| s.internal).count();
    let staff_indicators = model.indicators.iter().filter(|i| i.internal).count();
    let staff_standards = model.standards.iter().filter(|s| s.internal).count();
    let services: Vec<&Service> =
        model.services.iter().filter(|s| !matches!(s.base.status, Status::Retired { .. })).collect();
    let cycles = services.iter().filter(|s| !s.cycle.is_empty()).count();
    let equipped = services.iter().filter(|s| !s.resources.is_missing() && !s.capacity.is_missing()).count();
    let customers = [model.segments.len(), needs, model.customer_types.len(), model.surveys.len() - staff_surveys];
    [
        step("strengths", of(judged, needs), [(Kind::Needs, needs), (Kind::Sources, model.sources.len())]),
        step(
            "customers",
            all(&customers),
            [(Kind::Segments, customers[0]), (Kind::CustomerTypes, customers[2]), (Kind::Surveys, customers[3])],
        ),
        step(
            "internal_customers",
            all(&[staff_surveys + staff_indicators, staff_standards]),
            [(Kind::Surveys, staff_surveys), (Kind::Indicators, staff_indicators), (Kind::Standards, staff_standards)],
        ),
        step(
            "processes",
            all(&[usize::from(of(cycles, services.len()) == State::Complete), model.complaints.len()]).or(cycles),
            [(Kind::Services, cycles), (Kind::Complaints, model.complaints.len())],
        ),
        step(
            "resources",
            of(equipped, services.len()),
            [
                (Kind::Resources, model.resources.len()),
                (Kind::Inventory, model.inventory.len()),
                (Kind::Suppliers, model.suppliers.len()),
            ],
        ),
    ]
}

fn step<const N: usize>(step: &'static str, state: State, written: [(Kind, usize); N]) -> PreparationStep {
    let written = written.into_iter().filter(|(_, count)| *count > 0);
    PreparationStep {
        step,
        state,
        written: written.map(|(kind, count)| Written { kind: kind.name(), count }).collect(),
    }
}

/// Complete where all of some are done.
fn of(done: usize, all: usize) -> State {
    match (done, all) {
        (_, 0) | (0, _) => State::Missing,
        (done, all) if done == all => State::Complete,
        _ => State::Partial,
    }
}

/// Complete where none of the counts is zero.
fn all(counts: &[usize]) -> State {
    of(counts.iter().filter(|n| **n > 0).count(), counts.len())
}

impl State {
    /// At least begun, if some of it is there.
    fn or(self, some: usize) -> State {
        if self == State::Missing && some > 0 { State::Partial } else { self }
    }
}

/// The table for readers: each step with links to what is written for it.
pub fn blocks(x: &Writer<'_>) -> Vec<Block> {
    let w = x.w;
    let coverage = &x.lang.words().coverage;
    let titles = [
        w.preparation_strengths,
        w.preparation_customers,
        w.preparation_internal,
        w.preparation_processes,
        w.preparation_resources,
    ];
    let rows = steps(&x.manual.model).into_iter().zip(titles).map(|(step, title)| {
        let written = step.written.iter().map(|written| {
            let (to, words) = place(x, written.kind);
            let mut run = vec![Inline::Ref { to: to.to_owned(), content: plain(words) }];
            run.push(Inline::text(format!(" ({})", format::number(x.locale, &written.count.into()))));
            run
        });
        let (state, text) = match step.state {
            State::Complete => (ir::State::Complete, coverage.complete),
            State::Partial => (ir::State::Partial, coverage.partial),
            State::Missing | State::NotApplicable => (ir::State::Missing, coverage.missing),
        };
        let mark = vec![Inline::State { state, text: text.to_owned() }];
        Row { id: None, cells: vec![plain(title), join(written, ", "), mark] }
    });
    let step = super::writer::capital(w.step);
    let columns = [(step.as_str(), 2), (w.what_is_written, 3), (w.state, 1)];
    let table = drop_empty(table(w.preparation, TableLook::Words, &columns, rows.collect()));
    vec![heading_at(2, "preparation", w.preparation), table]
}

/// Where the entries of a kind begin in the composed manual, and the heading there.
fn place(x: &Writer<'_>, kind: &str) -> (&'static str, &'static str) {
    let w = x.w;
    match kind {
        "needs" => ("needs", w.needs),
        "sources" => ("sources", w.sources),
        "segments" => ("segments", w.segments),
        "customer-types" => ("customer-types", w.customer_types),
        "surveys" => ("surveys", w.surveys),
        "indicators" => ("indicators", w.indicator_register),
        "standards" => ("conduct-internal", w.conduct_internal),
        "services" => ("services", w.cycle),
        "complaints" => ("complaints", w.complaints),
        "resources" => ("resources", w.points[3]),
        "inventory" => ("inventory", w.points[4]),
        _ => ("suppliers", w.points[5]),
    }
}
