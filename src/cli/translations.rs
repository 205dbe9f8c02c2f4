//! `cartilla translations`: how each translation stands, and with `--stamp` the note of which words of the original it is.

use super::args::TranslationsArgs;
use super::failure::{self, Failure};
use super::session::Session;
use super::{Outcome, manual};
use crate::diag::Edit;
use crate::lang::{Lang, Tongue, fill};
use crate::span::FileId;
use crate::{Compiled, Options, judge, publish};
use std::collections::BTreeMap;
use std::collections::BTreeSet;

pub fn run(args: &TranslationsArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let manual = manual::open(args.manual.as_deref(), session)?;
    let options = Options {
        today: args.today.unwrap_or_else(|| session.environment.today_of(&manual.files)),
        langs: Vec::new(),
        messages: session.chosen_lang(),
        profiles: Vec::new(),
        history: None,
    };
    let compiled = judge(&manual.files, &options).map_err(|e| failure::load(session.words(), &e))?;
    session.adopt(compiled.lang);
    if !args.stamp {
        session.say(&shown(&compiled, session.lang()));
        let stale = compiled.translations.iter().any(|t| t.stale);
        return Ok(if stale { Outcome::Findings } else { Outcome::Clean });
    }
    let words = session.words();
    let path_of = |file: FileId| compiled.sources.get(file).path.as_str();
    let is_there = |at: &&String| compiled.translations.iter().any(|t| **at == t.entry || *at == path_of(t.file));
    if let Some(at) = args.at.iter().find(|at| !is_there(at)) {
        let text = fill(words.translating.no_such, &[("at", at.clone())]);
        return Err(Failure::new(text).help(words.translating.no_such_help.to_owned()));
    }
    let mut edits: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    let mut count = 0;
    for translation in &compiled.translations {
        let path = &compiled.sources.get(translation.file).path;
        let named = args.at.iter().any(|at| *at == translation.entry || at == path);
        // One that no longer holds is stamped only by who names it: the stamp says that somebody has compared it.
        if named || args.at.is_empty() && !translation.stamped && !translation.stale {
            edits.entry(translation.file).or_default().push(&translation.stamp);
            count += 1;
        }
    }
    for (file, edits) in &mut edits {
        let source = compiled.sources.get(*file);
        let bytes = |text: &str| [if source.bom { "\u{feff}" } else { "" }, text].concat().into_bytes();
        let path = manual.files.root().join(&source.path);
        publish::replace(&path, &bytes(&source.text), &bytes(&edited(&source.text, edits)))
            .map_err(|error| failure::replace(words, &manual.place.of(&source.path), &error))?;
    }
    let files = words.findings.files.of(edits.len());
    session.say(&format!("{}\n", fill(&words.translating.stamped.of(count), &[("files", files)])));
    Ok(Outcome::Clean)
}

/// A text with its edits made. They do not overlap: each stands in an entry of its own.
fn edited(text: &str, edits: &mut [&Edit]) -> String {
    edits.sort_by_key(|edit| edit.span);
    let mut out = String::new();
    let mut at = 0;
    for edit in edits.iter() {
        let range = edit.span.range();
        out.push_str(text.get(at..range.start).unwrap_or_default());
        out.push_str(&edit.replacement);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// A line for each language, and one for each translation that wants to be looked at.
fn shown(compiled: &Compiled, lang: Lang) -> String {
    let words = &lang.words().command.translating;
    let mut out = String::new();
    let languages: BTreeSet<Tongue> = compiled.translations.iter().map(|translation| translation.lang).collect();
    for of in languages {
        let all = || compiled.translations.iter().filter(move |t| t.lang == of);
        let stale = all().filter(|t| t.stale).count();
        let unstamped = all().filter(|t| !t.stale && !t.stamped).count();
        let counts = [words.entries.of(all().count()), words.stale.of(stale), words.unstamped.of(unstamped)];
        out.push_str(&format!("{}: {}\n", of.own_name(), counts.join("; ")));
        for translation in all().filter(|t| t.stale) {
            out.push_str(&format!("  {}: {}\n", translation.entry, words.older));
        }
    }
    if out.is_empty() {
        out = format!("{}\n", words.none);
    }
    out
}
