//! `cartilla acknowledgements`: reads the files that readers saved and says who has read what, what is missing, what is stale.
//!
//! A file counts as read while the digest of the role's obligations is that of today's manual, whatever edition it names: an edition
//! that changes nothing for a role makes nothing stale. Where only ids are others than in an earlier edition, the digests of that edition
//! count too; for that the tags of the repository are read, if the manual lies in one. `--edition` holds the files to the edition of a tag
//! instead: the one in force, while the working copy is a later one.

mod file;
mod human;
mod tally;
#[cfg(test)]
mod tests;

use super::args::{AcknowledgementsArgs, CoverageFormat};
use super::diff::side;
use super::failure::{self, Failure};
use super::formats::{Report, json};
use super::session::Session;
use super::{Outcome, history, manual, print};
use crate::diag::Severity;
use crate::ir::{Block, Manual, Record};
use crate::lang::acknowledgements as words;
use crate::load::Files;
use crate::{Options, compile};
use std::fs;
use std::io::Read;
use std::path::Path;
use walkdir::WalkDir;

/// A larger file is no acknowledgement.
const LARGEST: u64 = 64 * 1024;
/// A folder with more files is not one of acknowledgements.
const MOST_FILES: usize = 20_000;
/// Folders within folders: one for each branch, year or team.
const DEEPEST: usize = 8;

pub fn run(args: &AcknowledgementsArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let manual = manual::open(args.manual.as_deref(), session)?;
    // One language is enough: what binds is the same in all.
    let told = history::of(&manual.files, &[session.lang().into()]);
    let side = args.edition.as_deref().map(|tag| side::open(tag, args.manual.as_deref(), session)).transpose()?;
    let seen = match &side {
        Some(side) => told.seen.and_then(|seen| seen.of_tag(&side.name)),
        None => told.seen,
    };
    let options = Options {
        today: session.environment.today_of(&manual.files),
        langs: Vec::new(),
        messages: session.chosen_lang(),
        profiles: Vec::new(),
        history: seen,
    };
    let read = side.as_ref().map_or(&manual.files as &dyn Files, |side| side.files.as_ref());
    let compiled = compile(read, &options).map_err(|e| failure::load(session.words(), &e))?;
    session.adopt(compiled.lang);
    told.notes.iter().for_each(|note| session.say(&note.told(session.lang())));
    let report = Report {
        sources: &compiled.sources,
        findings: &compiled.findings,
        lang: session.lang(),
        place: &manual.place,
        denied: false,
    };
    // What could not be read may bind somebody; what rules find wrong changes nothing of who has read what.
    let unread = compiled.findings.iter().any(|f| f.severity == Severity::Error && f.code().starts_with('E'));
    let Some(composed) = compiled.manuals.first().filter(|_| !unread) else {
        let manner = manual::manner(args.manual.as_deref(), session);
        session.say(&print::findings(&report, &manner));
        return Ok(Outcome::Findings);
    };
    let sheets = sheets(composed);
    if sheets.is_empty() {
        return Err(Failure::new(words::NO_ORIENTATION.in_lang(session.lang())));
    }
    let folder = session.environment.current.join(&args.folder);
    let files = files(&folder).map_err(|error| failure::io(session.words(), &args.folder, &error))?;
    // A manual without a code is known by its title, in whichever of its languages it was read.
    let titles: Vec<String> = compiled.manuals.iter().map(|manual| file::shown(&manual.title)).collect();
    // Who is east of here may have begun the next day.
    let latest = options.today.tomorrow().unwrap_or(options.today);
    let tally = tally::tally(composed, &titles, &sheets, files, latest);
    match args.format {
        CoverageFormat::Json => session.hand_over(&json::pretty(&tally))?,
        CoverageFormat::Human => session.hand_over(human::write(&tally, session.lang()).as_bytes())?,
    }
    Ok(if tally.is_clean() { Outcome::Clean } else { Outcome::Findings })
}

/// What there is to acknowledge, role by role.
fn sheets(manual: &Manual) -> Vec<&Record> {
    fn push<'m>(blocks: &'m [Block], out: &mut Vec<&'m Record>) {
        for block in blocks {
            if let Block::Acknowledgement(sheet) = block {
                out.push(&sheet.record);
            }
            block.children().into_iter().for_each(|inner| push(inner, out));
        }
    }
    let mut out = Vec::new();
    manual.all_sections().into_iter().for_each(|section| push(&section.blocks, &mut out));
    out
}

/// The JSON files of a folder and those within it, by their paths, with what was read of each.
fn files(folder: &Path) -> std::io::Result<Vec<(String, Result<file::Acknowledgement, file::Fault>)>> {
    let mut out = Vec::new();
    // Where a link leads is not this folder's business, unless it is the folder itself.
    let entries = WalkDir::new(folder).max_depth(DEEPEST).sort_by_file_name().into_iter();
    for entry in entries.take(MOST_FILES) {
        let entry = entry?;
        let path = entry.path();
        if !entry.file_type().is_file() || path.extension().is_none_or(|e| !e.eq_ignore_ascii_case("json")) {
            continue;
        }
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
        let small = u64::try_from(bytes.len()).is_ok_and(|n| n <= LARGEST);
        let read = if small { file::parse(&bytes) } else { Err(file::Fault::TooLarge) };
        let name: Vec<_> =
            path.strip_prefix(folder).unwrap_or(path).iter().map(|part| part.to_string_lossy()).collect();
        out.push((file::shown(&name.join("/")), read));
    }
    out.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(out)
}
