//! `cartilla check`: every finding of a manual.

use super::args::{CheckArgs, CheckFormat};
use super::failure::{self, Failure};
use super::formats::{Report, github, json, junit, sarif};
use super::session::Session;
use super::{Outcome, manual, print};
use crate::{Options, compile};

pub fn run(args: &CheckArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let manual = manual::open(args.manual.as_deref(), session)?;
    let options = Options {
        today: args.today.unwrap_or(session.environment.today),
        langs: Vec::new(),
        messages: session.chosen_lang(),
        profiles: args.profile.clone(),
    };
    let compiled = compile(&manual.files, &options).map_err(|e| failure::load(session.words(), &e))?;
    let report = Report {
        sources: &compiled.sources,
        findings: &compiled.findings,
        lang: session.lang_for(compiled.lang),
        place: &manual.place,
        denied: args.deny.is_some(),
    };
    match args.format {
        CheckFormat::Human => session.say(&print::findings(&report)),
        CheckFormat::Json => session.hand_over(&json::write(&report))?,
        CheckFormat::Sarif => session.hand_over(&sarif::write(&report))?,
        CheckFormat::Github => session.hand_over(&github::write(&report))?,
        CheckFormat::Junit => session.hand_over(&junit::write(&report))?,
    }
    Ok(if report.passes() { Outcome::Clean } else { Outcome::Findings })
}
