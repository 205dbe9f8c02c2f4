//! What is overdue and what falls due soon: reviews, contracts, validities, actions of moments of truth, waivers (I4).

use super::{Place, is_retired, place};
use crate::model::partner::Contract;
use crate::parse::prose::Text;
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::{Date, When};
use serde::Serialize;

/// How many days ahead are soon: a quarter, in which a review or a contract can still be prepared.
pub const SOON: i64 = 90;

/// What falls due, in the order of the words in `lang`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DateKind {
    Review,
    Contract,
    Validity,
    Plan,
    Waiver,
}

#[derive(Debug, Clone, Serialize)]
pub struct DateRow {
    pub kind: DateKind,
    pub name: String,
    /// The last day, ISO 8601.
    pub date: String,
    /// Days from the day of the check; below zero when overdue.
    pub days: i64,
    #[serde(flatten)]
    pub place: Place,
}

pub fn rows(manual: &Resolved<'_>, today: Date) -> Vec<DateRow> {
    let model = &manual.model;
    let mut due = Due { manual, today, rows: Vec::new() };
    let document = &model.manifest.document;
    let title = || document.title.as_ref().map_or_else(String::new, Text::plain);
    due.add(DateKind::Review, &document.review_by, title, None);
    for base in model.bases().into_iter().filter(|base| !is_retired(base)) {
        due.add(DateKind::Review, &base.review_by, || base.title(), Some(base.subject()));
        due.add(DateKind::Validity, &base.expires, || base.title(), Some(base.subject()));
    }
    let suppliers = model.suppliers.iter().map(|s| (&s.base, s.contracts.as_slice()));
    let alliances = model.alliances.iter().map(|a| (&a.base, a.contracts.as_slice()));
    for (base, contracts) in suppliers.chain(alliances).filter(|(base, _)| !is_retired(base)) {
        for end in ends(contracts) {
            due.add(DateKind::Contract, &Some(end), || base.title(), Some(base.subject()));
        }
    }
    for service in model.services.iter().filter(|s| !is_retired(&s.base)) {
        for moment in &service.cycle {
            let plan = moment.plan.as_ref().and_then(|plan| plan.due.clone());
            let name = || moment.name.as_ref().map_or_else(String::new, Text::plain);
            due.add(DateKind::Plan, &plan, name, Some(service.base.subject()));
        }
    }
    for waiver in &model.manifest.waivers {
        let name = || waiver.code.as_ref().map_or_else(String::new, |c| c.value.clone());
        due.add(DateKind::Waiver, &waiver.until, name, waiver.at.as_ref().map(|at| at.value.clone()));
    }
    due.rows.sort_by(|a, b| (a.days, a.kind, &a.name).cmp(&(b.days, b.kind, &b.name)));
    due.rows
}

/// When each thing that is contracted ends: of several contracts for the same thing, the last.
fn ends(contracts: &[Contract]) -> Vec<Spanned<When>> {
    let name = |contract: &Contract| contract.name.as_ref().map(Text::plain);
    let is_last = |contract: &&Contract| {
        let end = contract.end().map(|end| end.value.end());
        // One without an end replaces all others.
        !contracts.iter().any(|other| {
            let later = match (other.end().map(|end| end.value.end()), end) {
                (None, Some(_)) => true,
                (Some(other), Some(end)) => other > end,
                (_, None) => false,
            };
            name(other) == name(contract) && later
        })
    };
    contracts.iter().filter(is_last).filter_map(Contract::end).collect()
}

struct Due<'m, 'p> {
    manual: &'m Resolved<'p>,
    today: Date,
    rows: Vec<DateRow>,
}

impl Due<'_, '_> {
    fn add(
        &mut self,
        kind: DateKind,
        when: &Option<Spanned<When>>,
        name: impl FnOnce() -> String,
        entry: Option<String>,
    ) {
        let Some(Spanned { value, span }) = when else { return };
        let date = value.end();
        let Some(days) = days_between(self.today, date).filter(|days| *days <= SOON) else { return };
        let place = self.place(*span, entry);
        self.rows.push(DateRow { kind, name: name(), date: date.to_string(), days, place });
    }

    fn place(&self, span: Span, entry: Option<String>) -> Place {
        place(self.manual, span, entry)
    }
}

/// Days from one date to another, below zero when the second lies before.
fn days_between(from: Date, to: Date) -> Option<i64> {
    from.until(to).ok().map(|span| i64::from(span.get_days()))
}
