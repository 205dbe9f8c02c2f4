//! What is said of editions that are not as they should be, at their tag or folder.

use super::plan::Trouble;
use super::tags::{Refused, Why};
use crate::cli::failure::{self, Failure};
use crate::cli::manual::Place;
use crate::lang::{Lang, Text, editions as words, format};

/// How many of a tag's findings are told.
const SHOWN: usize = 5;

pub fn trouble(trouble: &Trouble, lang: Lang) -> Failure {
    let day = |date| format::date(lang.into(), date);
    let say = |text: Text, slots: &[(&'static str, &str)]| {
        let slots: Vec<(&'static str, String)> = slots.iter().map(|(name, value)| (*name, legible(value))).collect();
        Failure::new(text.fill(lang, &slots))
    };
    match trouble {
        Trouble::Twice { tag, number, others, published } => {
            let text = match others.len() {
                _ if *published => words::TWICE_SAME,
                1 => words::TWICE,
                _ => words::TWICE_MORE,
            };
            let other = others.join("`, `");
            say(text, &[("tag", tag), ("number", number), ("other", &other)]).help(words::TWICE_HELP.in_lang(lang))
        }
        Trouble::Backwards { tag, number, date, other, then, replaced } => {
            let (date, then) = (day(*date), day(*then));
            let slots = [("tag", tag.as_str()), ("number", number), ("date", &date), ("other", other), ("then", &then)];
            let text = if *replaced { words::BEFORE_REPLACED } else { words::BACKWARDS };
            say(text, &slots).help(words::BACKWARDS_HELP.in_lang(lang))
        }
        Trouble::Gap { tag, number, missing, before } => {
            let slots = [("tag", tag.as_str()), ("number", number), ("missing", missing), ("before", before)];
            say(words::GAP, &slots).help(words::GAP_HELP.in_lang(lang))
        }
        Trouble::Moved { tag, number, published, now } => {
            let (published, now) = (short(published), short(now));
            let slots = [("tag", tag.as_str()), ("number", number), ("published", published), ("now", now)];
            say(words::MOVED, &slots).help(words::MOVED_HELP.in_lang(lang))
        }
        Trouble::Lost { tag, number } => {
            say(words::LOST, &[("tag", tag), ("number", number)]).help(words::LOST_HELP.in_lang(lang))
        }
        Trouble::BeyondRepair { folder } => {
            let folder = format!("{}/{folder}", super::list::FOLDER);
            say(words::BEYOND_REPAIR, &[("folder", &folder)]).help(words::BEYOND_REPAIR_HELP.in_lang(lang))
        }
        Trouble::Beyond { number } => say(words::BEYOND, &[("number", number)]).help(words::BEYOND_HELP.in_lang(lang)),
        Trouble::Blocked { number } => say(words::BLOCKED, &[("number", number)]),
        Trouble::Unknown { tag } => say(words::UNKNOWN, &[("tag", tag)]).help(words::UNKNOWN_HELP.in_lang(lang)),
    }
}

/// Why a tag is no edition.
pub fn refused(refused: &Refused, lang: Lang) -> Vec<Failure> {
    let tag = refused.name.as_str();
    match &refused.why {
        Why::Fault(fault) => vec![failure::repository(lang, fault)],
        Why::NoManifest => vec![at_tag(words::NO_MANIFEST, None, tag, lang)],
        Why::Broken(broken) => misread(tag, broken, lang),
        Why::Draft => vec![at_tag(words::STILL_DRAFT, Some(words::STILL_DRAFT_HELP), tag, lang)],
        Why::Undated => vec![at_tag(words::UNDATED, Some(words::UNDATED_HELP), tag, lang)],
    }
}

/// Something of a tag, with its help.
fn at_tag(text: Text, help: Option<Text>, tag: &str, lang: Lang) -> Failure {
    let failure = Failure::new(text.fill(lang, &[("tag", legible(tag))]));
    match help {
        Some(help) => failure.help(help.in_lang(lang)),
        None => failure,
    }
}

/// What of an edition's files cannot be read: each finding at its tag and file.
pub fn misread(tag: &str, misread: &crate::Misread, lang: Lang) -> Vec<Failure> {
    let (mut out, more) = findings(misread, lang, |place, code, message| {
        let slots = [("tag", legible(tag)), ("place", legible(&place)), ("code", code), ("message", message)];
        words::FINDING.fill(lang, &slots)
    });
    if let Some(more) = more {
        let slots = [("tag", legible(tag)), ("n", more.to_string())];
        out.push(Failure::new(words::FINDINGS_MORE.fill(lang, &slots)));
    }
    out
}

/// The same of a folder: each finding at a file that the person can open.
pub fn misread_in(folder: &Place, misread: &crate::Misread, lang: Lang) -> Vec<Failure> {
    let told = |place: String, code, message| format!("{}: {message} [{code}]", legible(&folder.of(&place)));
    let (mut out, more) = findings(misread, lang, told);
    out.extend(more.map(|more| Failure::new(words::MORE.fill(lang, &[("n", more.to_string())]))));
    out
}

/// The first findings, and how many there are beside them.
fn findings(
    (sources, findings): &crate::Misread,
    lang: Lang,
    told: impl Fn(String, String, String) -> String,
) -> (Vec<Failure>, Option<usize>) {
    let first = findings.iter().take(SHOWN).map(|finding| {
        let at = sources.start(finding.span);
        let place = format!("{}:{}:{}", sources.get(finding.span.file).path, at.line, at.column);
        Failure::new(told(place, finding.code().to_owned(), legible(&finding.message(lang))))
    });
    (first.collect(), findings.len().checked_sub(SHOWN).filter(|more| *more > 0))
}

fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}

/// A name that anybody may have given, for a terminal.
pub fn legible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
