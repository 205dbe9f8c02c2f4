//! `cartilla verify`: whether a published folder still is the edition that its statement describes.

use super::Outcome;
use super::args::{CoverageFormat, VerifyArgs};
use super::failure::{self, Failure};
use super::formats::json;
use super::session::Session;
use crate::lang::{Lang, Text, proof as words};
use crate::publish::{self, Broken, Edition, ProblemKind, PublishError, STATEMENT, Verified};
use serde::Serialize;
use std::fmt::Write;

/// How many differences a person is shown.
const SHOWN: usize = 50;

pub fn run(args: &VerifyArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let folder = session.environment.current.join(&args.folder);
    let verdict = publish::verify(&folder, args.digest.as_deref()).map_err(|error| match &error {
        PublishError::Io(path, error) => failure::io(session.words(), path, error),
        PublishError::NotAFolder(_) => {
            let path = [("path", args.folder.display().to_string())];
            Failure::new(crate::lang::fill(session.words().failures.not_a_folder, &path))
        }
        other => failure::publish(session.words(), other),
    })?;
    if let Some(lang) = verdict.as_ref().ok().and_then(|verified| Lang::from_tag(&verified.statement.edition.lang)) {
        session.adopt(lang);
    }
    let clean = verdict.as_ref().is_ok_and(|verified| verified.problems.is_empty());
    let lang = session.lang();
    match (args.format, &verdict) {
        (CoverageFormat::Json, verdict) => session.hand_over(&json::pretty(&Answer::of(verdict, lang)))?,
        (CoverageFormat::Human, Ok(verified)) => {
            let files = session.words().progress.files.of(verified.statement.files.len());
            let text = told(verified, &files, args.digest.is_some(), lang);
            session.hand_over(text.as_bytes())?;
        }
        (CoverageFormat::Human, Err(broken)) => {
            let slots = [("folder", shown(&args.folder.display().to_string())), ("reason", reason(broken, lang))];
            session.say(&words::BROKEN.fill(lang, &slots));
        }
    }
    Ok(if clean { Outcome::Clean } else { Outcome::Findings })
}

/// The answer for people.
fn told(verified: &Verified, files: &str, confirmed: bool, lang: Lang) -> String {
    let Edition { manual, edition, status, program, source, .. } = &verified.statement.edition;
    let mut lines = Vec::new();
    let title = match &manual.code {
        Some(code) => format!("{} {}", shown(code), shown(&manual.title)),
        None => shown(&manual.title),
    };
    let status = status_in(&verified.statement.edition, lang).unwrap_or_else(|| shown(status));
    lines.push(match edition {
        Some(edition) => {
            words::HEADING.fill(lang, &[("title", title), ("edition", shown(edition)), ("status", status)])
        }
        None => words::HEADING_PLAIN.fill(lang, &[("title", title), ("status", status)]),
    });
    let mut origin = words::PROGRAM.fill(lang, &[("version", shown(&program.version))]);
    if let Some(source) = source {
        let text = if source.changed { words::COMMIT_CHANGED } else { words::COMMIT };
        write!(origin, ", {}", text.fill(lang, &[("commit", shown(&source.commit))])).expect("a string takes all");
    }
    lines.push(origin);
    lines.push(words::DIGEST.fill(lang, &[("digest", verified.digest.clone())]));
    lines.push(String::new());
    if verified.problems.is_empty() {
        lines.push(words::WHOLE.fill(lang, &[("files", files.to_owned())]));
        lines.push((if confirmed { words::CONFIRMED } else { words::WORTH }).in_lang(lang).to_owned());
    } else {
        for problem in verified.problems.iter().take(SHOWN) {
            lines.push(format!("  {}: {}", shown(&problem.path), kind(problem.kind).in_lang(lang)));
        }
        if let Some(more) = verified.problems.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            lines.push(format!("  {}", words::MORE.fill(lang, &[("n", more.to_string())])));
        }
        lines.push(words::NOT_WHOLE.fill(lang, &[("n", verified.problems.len().to_string())]));
    }
    lines.join("\n") + "\n"
}

/// How an edition stands, which its statement says in the language of its manual; none where that is no word of ours.
fn status_in(edition: &Edition, lang: Lang) -> Option<String> {
    let words = |lang: Lang| {
        let w = &lang.words().manual;
        [w.status_draft, w.status_approved, w.status_in_force, w.status_superseded]
    };
    let place = words(Lang::from_tag(&edition.lang)?).iter().position(|word| *word == edition.status)?;
    Some(words(lang)[place].to_owned())
}

fn kind(kind: ProblemKind) -> Text {
    match kind {
        ProblemKind::Changed => words::CHANGED,
        ProblemKind::Missing => words::MISSING,
        ProblemKind::Added => words::ADDED,
        ProblemKind::NotAFile => words::NOT_A_FILE,
        ProblemKind::Marker => words::MARKER,
        ProblemKind::OtherDigest => words::OTHER_DIGEST,
    }
}

fn reason(broken: &Broken, lang: Lang) -> String {
    let name = |text: Text, name: &str| text.fill(lang, &[("name", shown(name))]);
    match broken {
        Broken::Absent => words::ABSENT.in_lang(lang).to_owned(),
        Broken::NotAFile => words::STATEMENT_NOT_A_FILE.in_lang(lang).to_owned(),
        Broken::TooLarge => words::TOO_LARGE.in_lang(lang).to_owned(),
        Broken::Form { line, column } => {
            words::FORM.fill(lang, &[("line", line.to_string()), ("column", column.to_string())])
        }
        Broken::Foreign(kind) => words::FOREIGN.fill(lang, &[("kind", shown(kind))]),
        Broken::Name(bad) => name(words::BAD_NAME, bad),
        Broken::Twice(twice) => name(words::TWICE, twice),
        Broken::Digest(bad) => name(words::BAD_DIGEST, bad),
        Broken::Empty => words::EMPTY.in_lang(lang).to_owned(),
    }
}

/// A text of a statement that anybody may have written, for a terminal: without control characters, and not endless.
fn shown(text: &str) -> String {
    let legible = |c: char| {
        !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
    };
    text.chars().take(300).map(|c| if legible(c) { c } else { '\u{fffd}' }).collect()
}

/// The answer for programs.
#[derive(Serialize)]
struct Answer<'a> {
    /// Whether the folder is the edition.
    verified: bool,
    /// SHA-256 of the statement.
    sha256: Option<&'a str>,
    edition: Option<&'a Edition>,
    /// How many files the statement names.
    files: usize,
    problems: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct Told<'a> {
    file: &'a str,
    kind: &'static str,
    message: String,
}

impl<'a> Answer<'a> {
    fn of(verdict: &'a Result<Verified, Broken>, lang: Lang) -> Answer<'a> {
        match verdict {
            Err(broken) => {
                let problem = Told { file: STATEMENT, kind: "statement", message: reason(broken, lang) };
                Answer { verified: false, sha256: None, edition: None, files: 0, problems: vec![problem] }
            }
            Ok(verified) => Answer {
                verified: verified.problems.is_empty(),
                sha256: Some(&verified.digest),
                edition: Some(&verified.statement.edition),
                files: verified.statement.files.len(),
                problems: verified.problems.iter().map(|problem| told_to_programs(problem, lang)).collect(),
            },
        }
    }
}

fn told_to_programs(problem: &publish::Problem, lang: Lang) -> Told<'_> {
    let name = match problem.kind {
        ProblemKind::Changed => "changed",
        ProblemKind::Missing => "missing",
        ProblemKind::Added => "added",
        ProblemKind::NotAFile => "not-a-file",
        ProblemKind::Marker => "marker",
        ProblemKind::OtherDigest => "other-digest",
    };
    Told { file: &problem.path, kind: name, message: kind(problem.kind).in_lang(lang).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_statement_says_cannot_steer_a_terminal() {
        assert_eq!(shown("a\u{1b}[2J\n\u{202e}b"), "a\u{fffd}[2J\u{fffd}\u{fffd}b");
        assert_eq!(shown(&"x".repeat(1_000_000)).len(), 300);
    }
}
