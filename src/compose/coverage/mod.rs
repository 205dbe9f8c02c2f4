//! How far the manual and the organisation are, for those who manage the service: what is written of each service, channel, moment
//! of truth, role and risk, what laws and standards ask, what falls due, what has been waived, and what is still to be mended.
//!
//! [`Coverage`] is plain data: `coverage --format json` is exactly this, the terminal and the chapter of the manual show it.

mod channels;
mod dates;
pub mod page;
mod people;
mod services;

pub use channels::{ChannelRow, MetricCell};
pub use dates::{DateKind, DateRow};
pub use people::{RiskRow, RoleRow};
pub use services::{MomentRow, ServiceRow};

use super::preparation::PreparationStep;
use crate::diag::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::model::base::{Base, Status};
use crate::model::manifest::Waiver;
use crate::parse::prose::Text;
use crate::profiles::report::{self, ProfileRow};
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::Date;
use serde::Serialize;

/// Name and version of the shape of `coverage --format json`. Keys may be added; none changes its meaning under this name.
pub const SCHEMA: &str = "cartilla/coverage/1";

/// How far something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Complete,
    /// Written, but something lacks in it.
    Partial,
    Missing,
    /// Said not to apply, with a reason; or cannot apply, such as abandonment of a letter.
    NotApplicable,
}

#[derive(Debug, Clone, Serialize)]
pub struct Coverage {
    pub schema: &'static str,
    pub title: String,
    pub edition: Option<String>,
    /// The day for which the manual was checked, ISO 8601.
    pub date: String,
    pub services: Vec<ServiceRow>,
    /// B1 to B6.
    pub complaints: Vec<Part>,
    pub channels: Vec<ChannelRow>,
    /// Moments of truth (F3).
    pub moments: Vec<MomentRow>,
    pub roles: Vec<RoleRow>,
    /// The seven situations of row G1.
    pub risks: Vec<RiskRow>,
    /// The five steps before a manual, row I6.
    pub preparation: [PreparationStep; 5],
    /// Declared laws and standards, with the result of each clause.
    pub profiles: Vec<ProfileRow>,
    /// What is overdue, and what falls due in the next [`dates::SOON`] days, by date.
    pub dates: Vec<DateRow>,
    pub waivers: Vec<WaiverRow>,
    /// Findings of error or warning level: what is still to be written or mended.
    pub to_do: Vec<ToDo>,
    pub totals: Totals,
}

/// Where something is written: an entry as `kind/id`, and a file of the manual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    pub entry: Option<String>,
    pub file: String,
    pub line: usize,
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
    pub message: String,
    #[serde(flatten)]
    pub place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WaiverState {
    Holds,
    Expired,
    /// It holds, but there is no such finding any more.
    Unused,
}

#[derive(Debug, Clone, Serialize)]
pub struct WaiverRow {
    pub code: String,
    pub at: String,
    pub reason: String,
    /// A role by its name.
    pub owner: String,
    /// ISO 8601.
    pub until: String,
    pub state: WaiverState,
    /// How many findings it takes out today.
    pub covers: usize,
    pub file: String,
    pub line: usize,
}

/// How many of an area's parts are done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Share {
    pub done: usize,
    /// Begun and not done.
    pub partial: usize,
    pub of: usize,
}

impl Share {
    /// Counts states. What does not apply is done: somebody has said so.
    fn count(states: impl IntoIterator<Item = State>) -> Share {
        let mut share = Share::default();
        for state in states {
            share.of += 1;
            share.done += usize::from(matches!(state, State::Complete | State::NotApplicable));
            share.partial += usize::from(state == State::Partial);
        }
        share
    }
}

/// The areas of the report in numbers.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Totals {
    pub points: Share,
    pub quality: Share,
    pub complaints: Share,
    pub channels: Share,
    pub moments: Share,
    pub roles: Share,
    pub risks: Share,
    pub preparation: Share,
}

impl Totals {
    /// The areas in the order of the report, each with its name.
    pub fn areas(&self, lang: Lang) -> [(&'static str, Share); 8] {
        let words = &lang.words().coverage;
        [
            (words.points, self.points),
            (words.quality, self.quality),
            (words.complaints, self.complaints),
            (words.channels, self.channels),
            (words.moments, self.moments),
            (words.roles, self.roles),
            (words.risks, self.risks),
            (words.preparation, self.preparation),
        ]
    }
}

/// What a report stands on, beside the manual.
#[derive(Debug, Clone)]
pub struct Ground<'a> {
    /// Final findings.
    pub findings: &'a [Diagnostic],
    /// How many findings each waiver took out, in the order of the manifest.
    pub waived: &'a [usize],
    /// The language of messages.
    pub lang: Lang,
    pub today: Date,
}

/// The coverage of a manual.
pub fn coverage(manual: &Resolved<'_>, ground: Ground<'_>) -> Coverage {
    let document = &manual.model.manifest.document;
    let mut coverage = Coverage {
        schema: SCHEMA,
        title: document.title.as_ref().map_or_else(String::new, Text::plain),
        edition: document.edition.as_ref().map(|e| e.value.clone()),
        date: ground.today.to_string(),
        services: services::rows(manual, ground.findings),
        complaints: complaints(manual, ground.findings),
        channels: channels::rows(manual),
        moments: services::moments(manual),
        roles: people::roles(manual),
        risks: people::risks(manual),
        preparation: super::preparation::steps(&manual.model),
        dates: dates::rows(manual, ground.today),
        waivers: waivers(manual, &ground),
        to_do: to_do(manual, &ground),
        profiles: report::rows(manual, ground.today, ground.lang),
        totals: Totals::default(),
    };
    coverage.totals = totals(&coverage);
    coverage
}

fn totals(coverage: &Coverage) -> Totals {
    let quality: Vec<usize> = coverage.services.iter().flat_map(|s| s.quality).collect();
    Totals {
        points: Share::count(coverage.services.iter().flat_map(|s| s.points)),
        quality: Share { done: quality.iter().filter(|n| **n > 0).count(), partial: 0, of: quality.len() },
        complaints: Share::count(coverage.complaints.iter().map(|p| p.state)),
        channels: Share::count(coverage.channels.iter().flat_map(|c| c.metrics.iter().map(|m| m.state))),
        moments: Share::count(coverage.moments.iter().flat_map(|m| m.steps)),
        roles: Share::count(coverage.roles.iter().flat_map(|r| r.steps)),
        risks: Share::count(coverage.risks.iter().map(|r| r.state)),
        preparation: Share::count(coverage.preparation.iter().map(|p| p.state)),
    }
}

fn to_do(manual: &Resolved<'_>, ground: &Ground<'_>) -> Vec<ToDo> {
    let wanted = ground.findings.iter().filter(|f| f.severity != Severity::Note);
    wanted
        .map(|f| ToDo {
            code: f.code(),
            severity: f.severity.name(),
            message: f.message(ground.lang),
            place: place(manual, f.span, f.subject.clone()),
        })
        .collect()
}

fn waivers(manual: &Resolved<'_>, ground: &Ground<'_>) -> Vec<WaiverRow> {
    let word = |w: &Option<Spanned<String>>| w.as_ref().map_or_else(String::new, |w| w.value.clone());
    let state = |waiver: &Waiver, covers| match (waiver.holds(ground.today), covers) {
        (false, _) => WaiverState::Expired,
        (true, 0) => WaiverState::Unused,
        (true, _) => WaiverState::Holds,
    };
    let rows = manual.model.manifest.waivers.iter().enumerate().map(|(i, w)| {
        let covers = ground.waived.get(i).copied().unwrap_or(0);
        let owner = w.owner.as_ref().map(|owner| role_name(manual, &owner.value));
        let Place { file, line, .. } = place(manual, w.span, None);
        WaiverRow {
            code: word(&w.code),
            at: word(&w.at),
            reason: w.reason.as_ref().map_or_else(String::new, Text::plain),
            owner: owner.unwrap_or_default(),
            until: w.until.as_ref().map_or_else(String::new, |u| u.value.end().to_string()),
            state: state(w, covers),
            covers,
            file,
            line,
        }
    });
    rows.collect()
}

fn role_name(manual: &Resolved<'_>, id: &str) -> String {
    manual.model.roles.get(id).map_or_else(|| id.to_owned(), |role| role.base.title())
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

/// What an area is not held to any more.
fn is_retired(base: &Base) -> bool {
    matches!(base.status, Status::Retired { .. })
}

fn done(is_done: bool) -> State {
    if is_done { State::Complete } else { State::Missing }
}

fn place(manual: &Resolved<'_>, span: Span, entry: Option<String>) -> Place {
    let file = manual.sources.get(span.file).path.clone();
    Place { entry, file, line: manual.sources.start(span).line }
}

fn place_of(manual: &Resolved<'_>, base: &Base) -> Place {
    place(manual, base.span, Some(base.subject()))
}

#[cfg(test)]
mod tests;
