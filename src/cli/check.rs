//! `cartilla check`: every finding of a manual, and with `--fix` the corrections that are certain.

use super::args::{CheckArgs, CheckFormat};
use super::failure::{self, Failure};
use super::formats::{Report, github, gitlab, json, junit, sarif};
use super::manual::Manual;
use super::mend::{self, Mended};
use super::print::{self, Manner};
use super::session::Session;
use super::{Outcome, history, manual};
use crate::diag::{Diagnostic, Severity};
use crate::load::{Disk, LoadError};
use crate::publish;
use crate::render::edition::{self, Formats};
use crate::theme::{Fault, Override, State, entries};
use crate::{Compiled, Options, compile, judge};
use jiff::civil::Date;

pub fn run(args: &CheckArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    if args.format != CheckFormat::Human && (args.everything || !args.only.is_empty()) {
        let words = &session.words().mending;
        return Err(Failure::new(words.only_human).help(words.only_human_help));
    }
    let manual = manual::open(args.manual.as_deref(), session)?;
    let mut options = Options {
        today: args.today.unwrap_or_else(|| session.environment.today_of(&manual.files)),
        langs: Vec::new(),
        messages: session.chosen_lang(),
        profiles: args.profile.clone(),
        history: history::heads(&manual.files),
    };
    if let Some(days) = args.due {
        options.today = options.today.saturating_add(jiff::Span::new().days(i64::from(days)));
    }
    let mut compiled = judge(&manual.files, &options).map_err(|e| failure::load(session.words(), &e))?;
    session.adopt(compiled.lang);
    if args.due.is_none() {
        try_theme(&manual, &mut compiled, &options).map_err(|e| failure::load(session.words(), &e))?;
    }
    if args.due.is_some() {
        let ever = Options { today: LONG_AGO, ..options.clone() };
        let ever = judge(&manual.files, &ever).map_err(|e| failure::load(session.words(), &e))?;
        compiled.findings.retain(|finding| is_of_time(finding, &ever.findings));
    }
    let (compiled, refused) = match args.fix {
        true => fix(args, &manual, compiled, &options, session)?,
        false => (compiled, None),
    };
    let report = Report {
        sources: &compiled.sources,
        findings: &compiled.findings,
        lang: session.lang(),
        place: &manual.place,
        denied: args.deny.is_some() || args.due.is_some(),
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

/// Makes the pages where the manual's theme brings templates: what a template asks for and is not given shows only then.
fn try_theme(manual: &Manual, compiled: &mut Compiled, options: &Options) -> Result<(), LoadError> {
    let is_own = |file: &Override| file.path.ends_with(".html") && file.state != State::Default;
    let broken = compiled.findings.iter().any(|finding| finding.code() == entries::TEMPLATE.code);
    if broken || !compiled.theme.overrides().iter().any(is_own) {
        return Ok(());
    }
    let whole = compile(&manual.files, options)?;
    let Err(error) = edition::render(&whole.manuals, Formats::Html, &whole.theme, None, &|_| None) else {
        return Ok(());
    };
    let fault = Fault::of(&error.to_string(), whole.theme.overrides());
    if let Some(finding) = fault.and_then(|fault| fault.finding(&compiled.sources)) {
        compiled.findings.push(finding);
        compiled.findings.sort_by(|a, b| (a.span, a.code()).cmp(&(b.span, b.code())));
    }
    Ok(())
}

/// A day on which nothing had run out yet.
const LONG_AGO: Date = jiff::civil::date(1900, 1, 1);

/// Whether a finding is there because time went by. A file that cannot be read may hide one.
fn is_of_time(finding: &Diagnostic, ever: &[Diagnostic]) -> bool {
    let is_same = |other: &Diagnostic| other.code() == finding.code() && other.span == finding.span;
    finding.code().starts_with('E') && finding.severity == Severity::Error || !ever.iter().any(is_same)
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
