//! `cartilla check`: every finding of a manual, and with `--fix` the corrections that are certain.

use super::args::{CheckArgs, CheckFormat};
use super::failure::{self, Failure};
use super::formats::{Report, github, gitlab, json, junit, sarif};
use super::manual::Manual;
use super::mend::{self, Mended};
use super::print::{self, Manner};
use super::session::Session;
use super::{Outcome, manual};
use crate::load::Disk;
use crate::publish;
use crate::{Compiled, Options, judge};

pub fn run(args: &CheckArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    if args.format != CheckFormat::Human && (args.everything || !args.only.is_empty()) {
        let words = &session.words().mending;
        return Err(Failure::new(words.only_human).help(words.only_human_help));
    }
    let manual = manual::open(args.manual.as_deref(), session)?;
    let options = Options {
        today: args.today.unwrap_or(session.environment.today),
        langs: Vec::new(),
        messages: session.chosen_lang(),
        profiles: args.profile.clone(),
        history: None,
    };
    let compiled = judge(&manual.files, &options).map_err(|e| failure::load(session.words(), &e))?;
    session.adopt(compiled.lang);
    let (compiled, refused) = match args.fix {
        true => fix(args, &manual, compiled, &options, session)?,
        false => (compiled, None),
    };
    let report = Report {
        sources: &compiled.sources,
        findings: &compiled.findings,
        lang: session.lang(),
        place: &manual.place,
        denied: args.deny.is_some(),
    };
    match args.format {
        CheckFormat::Human => {
            let manner = Manner {
                width: session.environment.width,
                codes: args.only.clone(),
                all: args.everything,
                manual: args.manual.as_ref().map(|path| path.display().to_string()),
            };
            session.say(&print::findings(&report, &manner));
        }
        CheckFormat::Json => session.hand_over(&json::write(&report))?,
        CheckFormat::Sarif => session.hand_over(&sarif::write(&report))?,
        CheckFormat::Github => session.hand_over(&github::write(&report))?,
        CheckFormat::Gitlab => session.hand_over(&gitlab::write(&report))?,
        CheckFormat::Junit => session.hand_over(&junit::write(&report))?,
    }
    match refused {
        Some(failure) => Err(failure),
        None => Ok(if report.passes() { Outcome::Clean } else { Outcome::Findings }),
    }
}

/// Makes the certain corrections, or only shows them. Returns the check that holds now, and why a file was left as it was.
fn fix(
    args: &CheckArgs,
    manual: &Manual,
    compiled: Compiled,
    options: &Options,
    session: &mut Session<'_>,
) -> Result<(Compiled, Option<Failure>), Failure> {
    let words = session.words();
    // Opened anew, since what was read before is no longer what the files hold.
    let again = || {
        let files = Disk::open(manual.files.root(), publish::MARKER);
        files.and_then(|files| judge(&files, options)).map_err(|e| failure::load(words, &e))
    };
    let load = |error| failure::load(words, &error);
    let Mended { mut changes, edits, compiled } = mend::mend(&manual.files, compiled, options).map_err(load)?;
    if changes.is_empty() {
        session.say(&format!("{}\n", words.mending.nothing));
        return Ok((compiled, None));
    }
    let mut refused = None;
    if !args.dry_run {
        changes.retain(|change| {
            let path = manual.files.root().join(&change.path);
            let replaced = publish::replace(&path, &change.before, &change.after);
            if let Err(error) = &replaced {
                refused.get_or_insert(failure::replace(words, &manual.place.of(&change.path), error));
            }
            replaced.is_ok()
        });
    }
    for change in &changes {
        session.say(&format!("{}\n{}", mend::head(&manual.place.of(&change.path)), mend::diff(change)));
    }
    let files = words.findings.files.of(changes.len());
    let count = if args.dry_run { &words.mending.planned } else { &words.mending.done };
    if refused.is_none() {
        session.say(&crate::lang::fill(&count.of(edits), &[("files", files)]));
    }
    match (args.dry_run, &refused) {
        (true, _) => session.say(&format!("{}\n", words.mending.untouched)),
        (false, None) => session.say(&format!("{}\n", words.mending.after)),
        (false, Some(_)) => {}
    }
    // What holds is what the disk says now.
    Ok((again()?, refused))
}
