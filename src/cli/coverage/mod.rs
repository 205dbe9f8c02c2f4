//! `cartilla coverage`: how far the manual and the organisation are, for those who manage the service.

mod human;

use super::args::{CoverageArgs, CoverageFormat};
use super::failure::{self, Failure};
use super::formats::{Report, json};
use super::session::Session;
use super::{Outcome, manual, print};
use crate::{Options, survey};

pub fn run(args: &CoverageArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let manual = manual::open(args.manual.as_deref(), session)?;
    let options = Options {
        today: args.today.unwrap_or_else(|| session.environment.today_of(&manual.files)),
        langs: Vec::new(),
        messages: session.chosen_lang(),
        profiles: args.profile.clone(),
        history: None,
    };
    let compiled = survey(&manual.files, &options).map_err(|e| failure::load(session.words(), &e))?;
    session.adopt(compiled.lang);
    let report = Report {
        sources: &compiled.sources,
        findings: &compiled.findings,
        lang: session.lang(),
        place: &manual.place,
        denied: false,
    };
    let outcome = if report.passes() { Outcome::Clean } else { Outcome::Findings };
    let manner = manual::manner(args.manual.as_deref(), session);
    match (&compiled.coverage, args.format) {
        (Some(coverage), CoverageFormat::Json) => session.hand_over(&json::pretty(coverage))?,
        (Some(coverage), CoverageFormat::Human) => {
            let screen = human::Screen {
                lang: report.lang,
                width: manner.width,
                colours: session.environment.colours,
                check: manner.command(""),
            };
            session.hand_over(human::write(coverage, &screen).as_bytes())?;
            session.say(&print::summary(&report));
        }
        (None, _) => {
            session.say(&print::findings(&report, &manner));
            let failure = Failure::new(session.words().failures.nothing_to_cover);
            // The findings say already what is wrong, if there are any.
            return if report.passes() { Err(failure) } else { Ok(outcome) };
        }
    }
    Ok(outcome)
}
