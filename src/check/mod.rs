//! Rules: one file a rule, one folder a family.
//!
//! To add a rule: write its file, add its `mod` line and its row in [`RULES`]. Everything else (explanation, documentation,
//! levels, tests of its examples) follows from its [`Entry`].

pub mod complaints;
pub mod completeness;
pub mod customers;
pub mod document;
mod figures;
pub mod feasibility;
pub mod levels;
pub mod promises;
mod prose;
pub mod wording;

#[cfg(test)]
mod examples;

use crate::diag::{Diagnostic, Entry};
use crate::parse::entries;
use crate::parse::prose::Text;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::Date;

/// A rule: what is said about it, and how it is checked.
pub struct Rule {
    pub entry: Entry,
    pub check: fn(&Resolved<'_>, &mut Report<'_>),
}

/// Where a rule puts its findings. Bound to the rule: it can emit no other code.
pub struct Report<'r> {
    entry: &'static Entry,
    /// The day for which the manual is checked.
    pub today: Date,
    findings: &'r mut Vec<Diagnostic>,
}

impl Report<'_> {
    /// Adds a finding of this rule about an entry (`kind/id`).
    pub fn at(&mut self, span: Span, subject: &str, refine: impl FnOnce(Diagnostic) -> Diagnostic) {
        let finding = Diagnostic::new(self.entry, span);
        let finding = if subject.is_empty() { finding } else { finding.subject(subject) };
        self.findings.push(refine(finding));
    }
}

/// Every rule, by code.
pub const RULES: &[&Rule] = &[
    &completeness::nomenclature::RULE,
    &completeness::offering::RULE,
    &completeness::indicators::RULE,
    &completeness::resources::RULE,
    &completeness::inventory::RULE,
    &completeness::suppliers::RULE,
    &completeness::alliances::RULE,
    &completeness::capacity::RULE,
    &completeness::cost::RULE,
    &completeness::communication::RULE,
    &completeness::before::RULE,
    &completeness::during::RULE,
    &completeness::after::RULE,
    &completeness::technique::RULE,
    &completeness::medium::RULE,
    &completeness::content::RULE,
    &completeness::form::RULE,
    &complaints::procedure::RULE,
    &complaints::handling::RULE,
    &complaints::investigation::RULE,
    &complaints::improvement::RULE,
    &complaints::correction::RULE,
    &complaints::prevention::RULE,
    &complaints::conduct::RULE,
    &promises::measure::RULE,
    &promises::responsible::RULE,
    &promises::redress::RULE,
    &promises::brackets::RULE,
    &promises::missed::RULE,
    &promises::strict::RULE,
    &promises::places::RULE,
    &promises::siblings::RULE,
    &promises::message::RULE,
    &promises::contradiction::RULE,
    &promises::outside::RULE,
    &promises::coverage::RULE,
    &promises::supplier::RULE,
    &promises::sums::RULE,
    &promises::duplicates::RULE,
    &promises::missing_cases::RULE,
    &promises::backwards::RULE,
    &promises::baseline::RULE,
    &promises::tolerance::RULE,
    &promises::impossible::RULE,
    &promises::incomparable::RULE,
    &promises::future::RULE,
    &promises::overlap::RULE,
    &promises::characteristics::RULE,
    &promises::one_sided::RULE,
    &promises::satisfaction::RULE,
    &promises::remedy::RULE,
    &promises::unmet::RULE,
    &promises::needless::RULE,
    &promises::untraced::RULE,
    &promises::unmeasured::RULE,
    &promises::conduct::RULE,
    &promises::observed::RULE,
    &promises::reachable::RULE,
    &promises::untold::RULE,
    &promises::holidays::RULE,
    &promises::clock::RULE,
    &promises::working::RULE,
    &feasibility::unreachable::RULE,
    &feasibility::occupancy::RULE,
    &feasibility::backlog::RULE,
    &feasibility::workload::RULE,
    &feasibility::reorder::RULE,
    &feasibility::stock_levels::RULE,
    &feasibility::lead_time::RULE,
    &feasibility::cost_sum::RULE,
    &feasibility::price::RULE,
    &feasibility::currencies::RULE,
    &feasibility::path::RULE,
    &feasibility::impossible::RULE,
    &feasibility::queue::RULE,
    &feasibility::peak::RULE,
    &feasibility::period::RULE,
    &feasibility::missing_input::RULE,
    &feasibility::cost_share::RULE,
    &customers::value_lost::RULE,
    &customers::value_currency::RULE,
    &customers::value_figures::RULE,
    &customers::value_input::RULE,
    &customers::value_basis::RULE,
    &document::control::RULE,
    &document::review::RULE,
    &document::expired::RULE,
    &document::links::RULE,
    &document::pictures::RULE,
    &document::alternative::RULE,
    &document::waivers::RULE,
    &document::lints::RULE,
    &document::laws::RULE,
    &document::families::RULE,
    &wording::vague::RULE,
    &wording::repeated::RULE,
    &wording::avoided::RULE,
    &wording::ambiguous::RULE,
];

/// Runs every rule.
pub fn check(manual: &Resolved<'_>, today: Date) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for rule in RULES {
        let mut report = Report { entry: &rule.entry, today, findings: &mut findings };
        (rule.check)(manual, &mut report);
    }
    findings
}

/// Every code that exists, those of reading included.
fn codes() -> impl Iterator<Item = &'static str> {
    entries::ALL.iter().map(|entry| entry.code).chain(RULES.iter().map(|rule| rule.entry.code))
}

fn is_code(code: &str) -> bool {
    codes().any(|known| known == code)
}

/// Whether a text is there and says something.
fn said(text: &Option<Text>) -> bool {
    text.as_ref().is_some_and(|text| !text.source.trim().is_empty())
}
