//! Rules: one file a rule, one folder a family.
//!
//! To add a rule: write its file, add its `mod` line and its row in [`RULES`]. Everything else (explanation, documentation,
//! levels, tests of its examples) follows from its [`Entry`].

mod beyond;
pub mod complaints;
pub mod completeness;
pub mod customers;
pub mod cycle;
pub mod document;
pub mod feasibility;
mod figures;
pub mod levels;
mod named;
mod own_ids;
pub mod people;
mod pledge;
pub mod profiles;
pub mod promises;
mod prose;
mod speech;
pub mod strategy;
pub mod wording;

#[cfg(test)]
mod examples;

use crate::diag::{Arg, Diagnostic, Entry};
use crate::lang::Text;
use crate::model::base::{Base, Status};
use crate::parse::entries;
use crate::parse::mention::Mention;
use crate::parse::prose::Text as Words;
use crate::profiles::{Assessment, assess};
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::Date;
use prose::Passage;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

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
    shared: &'r Shared,
}

/// What several rules reckon from the whole manual: once, for the first that asks. Nothing in here is reckoned in parallel, since a
/// thread that waits for it could be given the work that waits for itself.
#[derive(Default)]
pub struct Shared {
    assessments: OnceLock<Vec<Assessment>>,
    mentions: Mutex<HashMap<Span, Arc<[Mention]>>>,
}

impl<'r> Report<'r> {
    /// Every declared profile against the manual.
    fn assessments(&self, manual: &Resolved<'_>) -> &'r [Assessment] {
        self.shared.assessments.get_or_init(|| assess(manual, self.today))
    }

    /// The quantities of a passage.
    fn mentions(&self, passage: &Passage<'_>) -> Arc<[Mention]> {
        let known = || self.shared.mentions.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(mentions) = known().get(&passage.span) {
            return mentions.clone();
        }
        // Two rules that come for the same passage at once both read it, and find the same.
        let found: Arc<[Mention]> = passage.mentions().into();
        known().insert(passage.span, found.clone());
        found
    }

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
    &completeness::namesakes::RULE,
    &completeness::partners::RULE,
    &completeness::excludes::RULE,
    &completeness::measurable::RULE,
    &completeness::stocked::RULE,
    &completeness::staffed::RULE,
    &completeness::spoken::RULE,
    &completeness::terms::RULE,
    &completeness::load::RULE,
    &completeness::priced::RULE,
    &completeness::offered::RULE,
    &complaints::procedure::RULE,
    &complaints::handling::RULE,
    &complaints::investigation::RULE,
    &complaints::improvement::RULE,
    &complaints::correction::RULE,
    &complaints::prevention::RULE,
    &complaints::conduct::RULE,
    &complaints::oriented::RULE,
    &complaints::verifier::RULE,
    &complaints::causes::RULE,
    &complaints::answer_step::RULE,
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
    &promises::clocks::RULE,
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
    &feasibility::supply::RULE,
    &feasibility::impossible::RULE,
    &feasibility::queue::RULE,
    &feasibility::peak::RULE,
    &feasibility::period::RULE,
    &feasibility::missing_input::RULE,
    &feasibility::cost_share::RULE,
    &promises::counted::RULE,
    &feasibility::odd_share::RULE,
    &feasibility::steps::RULE,
    &promises::dependence::RULE,
    &promises::series::RULE,
    &promises::windows::RULE,
    &promises::unoffered::RULE,
    &promises::dimension::RULE,
    &promises::against_itself::RULE,
    &promises::none_beside::RULE,
    &promises::two_baselines::RULE,
    &promises::target_dates::RULE,
    &promises::longer_better::RULE,
    &promises::any_hour::RULE,
    &feasibility::unspread::RULE,
    &promises::kinds::RULE,
    &promises::gap::RULE,
    &promises::reviewed::RULE,
    &promises::stated::RULE,
    &promises::conditioned::RULE,
    &promises::told_apart::RULE,
    &promises::at_night::RULE,
    &strategy::register::RULE,
    &strategy::risk::RULE,
    &strategy::outage::RULE,
    &strategy::watch::RULE,
    &promises::doubtful::RULE,
    &promises::two_prices::RULE,
    &promises::first_later::RULE,
    &strategy::principles::RULE,
    &strategy::practice::RULE,
    &strategy::triangle::RULE,
    &strategy::thanks::RULE,
    &strategy::overdue::RULE,
    &customers::study::RULE,
    &customers::evidence::RULE,
    &customers::standing::RULE,
    &customers::segment::RULE,
    &customers::unserved::RULE,
    &customers::value::RULE,
    &customers::types::RULE,
    &customers::untyped::RULE,
    &customers::staff::RULE,
    &customers::value_lost::RULE,
    &customers::value_currency::RULE,
    &customers::value_figures::RULE,
    &customers::value_basis::RULE,
    &customers::unvalued::RULE,
    &people::profile::RULE,
    &people::training::RULE,
    &people::learning::RULE,
    &people::authority::RULE,
    &people::limit::RULE,
    &people::orientation::RULE,
    &people::stale::RULE,
    &people::missed::RULE,
    &people::superior::RULE,
    &people::quiz::RULE,
    &people::place::RULE,
    &people::path::RULE,
    &people::overload::RULE,
    &people::beyond::RULE,
    &people::faces::RULE,
    &people::spending::RULE,
    &cycle::forms::RULE,
    &cycle::drawn::RULE,
    &cycle::truth::RULE,
    &cycle::steps::RULE,
    &cycle::overdue::RULE,
    &cycle::faceless::RULE,
    &cycle::channel::RULE,
    &cycle::survey::RULE,
    &cycle::address::RULE,
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
    &document::dates::RULE,
    &document::approvals::RULE,
    &document::recipients::RULE,
    &document::edition::RULE,
    &document::standing::RULE,
    &document::source::RULE,
    &document::proof::RULE,
    &document::untranslated::RULE,
    &document::stale::RULE,
    &document::calendars::RULE,
    &document::address::RULE,
    &document::outdated::RULE,
    &document::half_translated::RULE,
    &document::abandoned::RULE,
    &document::oversized::RULE,
    &document::change_dates::RULE,
    &document::placeholders::RULE,
    &document::lowered::RULE,
    &document::contracts::RULE,
    &document::predecessor::RULE,
    &document::forever::RULE,
    &document::particulars::RULE,
    &document::joined::RULE,
    &document::heading_ids::RULE,
    &document::unstamped::RULE,
    &document::spoilt::RULE,
    &document::unaddressed::RULE,
    &profiles::failed::RULE,
    &profiles::not_due::RULE,
    &profiles::unknown::RULE,
    &profiles::unattested::RULE,
    &profiles::unknown_profile::RULE,
    &profiles::predicate::RULE,
    &profiles::fact::RULE,
    &profiles::form::RULE,
    &profiles::precedence::RULE,
    &profiles::label::RULE,
    &profiles::declared_nothing::RULE,
    &profiles::declared_ahead::RULE,
    &profiles::declared_expired::RULE,
    &profiles::source_review::RULE,
    &profiles::doubt::RULE,
    &profiles::companion::RULE,
    &wording::vague::RULE,
    &wording::repeated::RULE,
    &wording::avoided::RULE,
    &wording::ambiguous::RULE,
];

/// Runs every rule, several at a time; what they find stands in the order of the rules.
pub fn check(manual: &Resolved<'_>, today: Date) -> Vec<Diagnostic> {
    let shared = Shared::default();
    RULES.par_iter().flat_map_iter(|rule| run(rule, manual, today, &shared)).collect()
}

/// What one rule finds.
pub fn run(rule: &'static Rule, manual: &Resolved<'_>, today: Date, shared: &Shared) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    (rule.check)(manual, &mut Report { entry: &rule.entry, today, findings: &mut findings, shared });
    own_ids::fill(manual, &mut findings);
    findings
}

/// The rules that read words and not the model: what they say of a manual holds of each of its translations anew.
const OF_WORDS: [&Rule; 9] = [
    &promises::message::RULE,
    &promises::contradiction::RULE,
    &promises::doubtful::RULE,
    &promises::any_hour::RULE,
    &wording::vague::RULE,
    &wording::avoided::RULE,
    &wording::ambiguous::RULE,
    &wording::repeated::RULE,
    &promises::counted::RULE,
];

/// What the rules of words say of a manual that is read in another language than its own: of its translation alone.
pub fn check_words(manual: &Resolved<'_>, today: Date) -> Vec<Diagnostic> {
    let shared = Shared::default();
    let words = OF_WORDS.par_iter().flat_map_iter(|rule| run(rule, manual, today, &shared));
    let mut findings: Vec<Diagnostic> = words.collect();
    findings.retain(|finding| !manual.is_original(finding.span));
    findings
}

/// Every code that exists, those of reading included.
fn codes() -> impl Iterator<Item = &'static str> {
    entries::ALL.iter().map(|entry| entry.code).chain(RULES.iter().map(|rule| rule.entry.code))
}

fn is_code(code: &str) -> bool {
    codes().any(|known| known == code)
}

/// How many entries may lack the same thing before they are told together.
const FEW: usize = 3;

/// Where something is lacking: its place, whose entry it stands in, and what it is called.
struct Lack {
    span: Span,
    subject: String,
    name: String,
}

impl From<&Base> for Lack {
    fn from(base: &Base) -> Lack {
        Lack { span: base.span, subject: base.subject(), name: base.title() }
    }
}

/// Reports entries that lack the same thing: each at its name, or many at the first of them. Fills the slot `{names}`.
fn report_lacking(report: &mut Report<'_>, lacking: &[&Base], refine: impl Fn(Diagnostic) -> Diagnostic) {
    let lacks: Vec<Lack> = lacking.iter().map(|base| Lack::from(*base)).collect();
    report_lacks(report, &lacks, refine);
}

/// Reports places that lack the same thing: each by itself, or many at the first of them. Fills the slot `{names}`.
fn report_lacks(report: &mut Report<'_>, lacks: &[Lack], refine: impl Fn(Diagnostic) -> Diagnostic) {
    match lacks {
        [] => {}
        [first, others @ ..] if lacks.len() > FEW => {
            let mut names: Vec<Arg> = lacks.iter().take(FEW).map(|lack| lack.name.as_str().into()).collect();
            names.push(OTHERS.into());
            report.at(first.span, &first.subject, |finding| {
                let finding = refine(finding.arg("names", names));
                others.iter().fold(finding, |finding, lack| finding.label(lack.span, HERE_TOO))
            });
        }
        few => {
            for lack in few {
                report.at(lack.span, &lack.subject, |finding| refine(finding.arg("names", lack.name.as_str())));
            }
        }
    }
}

/// Reports entries with what each of them lacks; those that lack the same are told together. Fills `{parts}` and `{names}`.
fn report_gaps<'m>(report: &mut Report<'_>, gaps: impl Iterator<Item = (&'m Base, Vec<Text>)>) {
    report_parts(report, gaps.map(|(base, parts)| (Lack::from(base), parts)));
}

/// Reports places with what each of them lacks; those that lack the same are told together. Fills `{parts}` and `{names}`.
fn report_parts(report: &mut Report<'_>, gaps: impl Iterator<Item = (Lack, Vec<Text>)>) {
    let mut groups: Vec<(Vec<Text>, Vec<Lack>)> = Vec::new();
    for (lack, parts) in gaps.filter(|(_, parts)| !parts.is_empty()) {
        match groups.iter_mut().find(|(known, _)| *known == parts) {
            Some((_, lacks)) => lacks.push(lack),
            None => groups.push((parts, vec![lack])),
        }
    }
    for (parts, lacks) in groups {
        report_lacks(report, &lacks, |finding| finding.arg("parts", parts.clone()));
    }
}

/// Whether many things have none of something that some of them may do without: what nobody says was forgotten.
fn nowhere<T>(things: &[T], is_said: impl Fn(&T) -> bool) -> bool {
    things.len() > FEW && !things.iter().any(is_said)
}

const OTHERS: Text = Text { es: "otros", en: "others", pt: "outros" };
const HERE_TOO: Text = Text { es: "aquí también", en: "here too", pt: "aqui também" };

fn is_retired(base: &Base) -> bool {
    matches!(base.status, Status::Retired { .. })
}

/// What of several parts is not said.
fn unsaid<const N: usize>(parts: [(bool, Text); N]) -> Vec<Text> {
    parts.into_iter().filter(|(is_said, _)| !is_said).map(|(_, part)| part).collect()
}

/// Whether a text is there and says something.
fn said(text: &Option<Words>) -> bool {
    text.as_ref().is_some_and(|text| !text.source.trim().is_empty())
}
