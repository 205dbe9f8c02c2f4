//! Changes as data for other programs: `cartilla/changes/1`.
//!
//! The JSON has `format`, `language`, the two sides as `old` and `new`, and under `changes` what was found, or under `brief` what changes
//! for a role; what is added to it later leaves the number as it is.

use super::history::{At, Edition, Seen};
use super::text::{Look, Page};
use super::{Brief, Changes};
use crate::compose::history as composed;
use crate::ir::DataFile;
use crate::lang::{Lang, Locale, history as words};
use serde::Serialize;

/// The form of the JSON.
pub const FORM: &str = "cartilla/changes/1";

#[derive(Debug, Serialize)]
pub struct Report<'a> {
    pub format: &'static str,
    pub language: &'static str,
    pub old: Side<'a>,
    pub new: Side<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<&'a Changes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brief: Option<&'a Brief>,
}

#[derive(Debug, Clone, Copy, Serialize)]
pub struct Side<'a> {
    /// The tag or folder; `draft` for a working copy.
    pub name: &'a str,
    pub edition: Option<&'a str>,
}

/// What an edition changed: `data/changes.json`, and of each role `data/changes/ROLE.json` and the same as Markdown.
pub fn files(seen: &Seen, locale: Locale) -> Vec<DataFile> {
    let lang = locale.lang;
    let (Some(own), Some(before)) = (seen.own(), seen.before()) else { return Vec::new() };
    let Some(step) = own.steps.get(&locale.tongue()) else { return Vec::new() };
    let report = Report {
        format: FORM,
        language: lang.code(),
        old: side(before, At::Edition(0)),
        new: side(own, seen.at),
        changes: Some(&step.changes),
        brief: None,
    };
    let names = [name(before, lang), name(own, lang)];
    let mut out = vec![file("data/changes.json", json(&report), composed::CHAPTER)];
    let text = Page::new(lang, Look::Markdown).changes(&step.changes, &names);
    out.push(file("data/changes.md", text.into_bytes(), composed::CHAPTER));
    for (role, brief) in &step.briefs {
        let section = composed::page(role);
        let of_role = Report { changes: None, brief: Some(brief), ..report };
        out.push(file(&format!("data/changes/{role}.json"), json(&of_role), &section));
        let text = Page::new(lang, Look::Markdown).brief(brief, &names);
        out.push(file(&format!("data/changes/{role}.md"), text.into_bytes(), &section));
    }
    out
}

fn side(edition: &Edition, at: At) -> Side<'_> {
    let tag = edition.mark.as_ref().map(|mark| mark.tag.as_str());
    let name = match at {
        At::Draft => "draft",
        At::Edition(_) => tag.unwrap_or("draft"),
    };
    Side { name, edition: edition.facts.number.as_deref() }
}

/// What an edition is called in a sentence.
fn name(edition: &Edition, lang: Lang) -> String {
    match &edition.facts.number {
        Some(number) => words::SINCE_EDITION.fill(lang, &[("edition", number.clone())]),
        None => words::DRAFT_NAME.in_lang(lang).to_owned(),
    }
}

fn file(path: &str, bytes: Vec<u8>, section: &str) -> DataFile {
    DataFile { path: path.to_owned(), bytes, section: section.to_owned() }
}

fn json(report: &Report<'_>) -> Vec<u8> {
    // It holds only text and numbers, which serialize without fail.
    let mut bytes = serde_json::to_vec_pretty(report).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
