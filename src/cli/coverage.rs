//! `cartilla coverage`: what is written and what is missing.

use super::args::{CoverageArgs, CoverageFormat};
use super::failure::{self, Failure};
use super::formats::{Report, json};
use super::session::Session;
use super::{Outcome, manual, print};
use crate::compose::coverage::Coverage;
use crate::lang::Lang;
use crate::{Options, compile};

pub fn run(args: &CoverageArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let manual = manual::open(args.manual.as_deref(), session)?;
    let options = Options {
        today: args.today.unwrap_or(session.environment.today),
        langs: Vec::new(),
        deny_warnings: false,
        profiles: args.profile.clone(),
    };
    let compiled = compile(&manual.files, &options).map_err(|e| failure::load(session.words(), &e))?;
    session.adopt(compiled.lang);
    let report = Report {
        sources: &compiled.sources,
        findings: &compiled.findings,
        lang: session.lang(),
        place: &manual.place,
        denied: false,
    };
    let outcome = if report.passes() { Outcome::Clean } else { Outcome::Findings };
    match (&compiled.coverage, args.format) {
        (Some(coverage), CoverageFormat::Json) => session.hand_over(&json::pretty(coverage))?,
        (Some(coverage), CoverageFormat::Human) => {
            session.hand_over(human(coverage, report.lang).as_bytes())?;
            session.say(&print::summary(&report));
        }
        (None, _) => {
            session.say(&print::findings(&report));
            let failure = Failure::new(session.words().failures.nothing_to_cover);
            // The findings say already what is wrong, if there are any.
            return if report.passes() { Err(failure) } else { Ok(outcome) };
        }
    }
    Ok(outcome)
}

/// The report as text for a terminal.
fn human(_coverage: &Coverage, _lang: Lang) -> String {
    String::new()
}
