//! The list of the editions of a site: as pages show it, and as `editions.json` gives it to programs.
//!
//! `editions.json` has the form `cartilla/editions/1`, which `tests/formats/editions.schema.json` describes; what is added to it later
//! leaves the number as it is. It holds neither the day of the build nor the machine.

use super::number;
use super::plan::{Entry, Known, Plan, State};
use crate::lang::{Lang, Tongue, editions as words, format};
use crate::render::Artifact;
use crate::render::html::editions::{Listed, Standing, Told};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The file at the root of the site.
pub const FILE: &str = "editions.json";

/// The address of the draft.
pub const DRAFT: &str = "draft";
/// The folder of the addresses of editions.
pub const FOLDER: &str = "editions";

/// A tag that is no edition that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dark {
    pub tag: String,
    /// What its name says after what all names begin with.
    pub number: String,
    pub commit: Option<String>,
    pub signed: bool,
}

/// The working copy, as the site has it.
#[derive(Debug, Clone)]
pub struct Draft {
    /// From the root of the site, with `/` at the end.
    pub address: String,
    pub languages: Vec<Tongue>,
    pub commit: Option<String>,
}

/// Every edition of a site, from the newest to the oldest, and what is known of its pages.
#[derive(Debug, Default)]
pub struct Roll {
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    listed: Listed,
    number: Option<String>,
    approved: Option<Date>,
    effective: Option<Date>,
    superseded: Option<Date>,
}

impl Roll {
    pub fn new(plan: &Plan, dark: &[Dark], draft: Option<&Draft>) -> Roll {
        let now = plan.in_force().map(|entry| entry.known.number.as_str());
        let mut lines: Vec<Line> = draft.into_iter().map(|draft| drafted(draft, now)).collect();
        lines.extend(plan.entries.iter().rev().map(|entry| dated(entry, now)));
        for dark in dark {
            lines.insert(place_of(&dark.number, &lines), lightless(dark));
        }
        Roll { lines }
    }

    /// The place of an edition, or of the draft. A tag that moved names one that is published and another one.
    pub fn place(&self, known: Option<&Known>) -> Option<usize> {
        let wanted = known.map(|known| (known.tag.as_str(), known.commit.as_str()));
        let of = |listed: &Listed| Some((listed.tag.clone()?, listed.commit.clone()?));
        self.lines.iter().position(|line| match (wanted, &line.listed.tag) {
            (None, tag) => tag.is_none(),
            (Some((tag, commit)), _) => of(&line.listed).is_some_and(|(own, at)| own == tag && at == commit),
        })
    }

    pub fn know_pages(&mut self, place: Option<usize>, pages: BTreeSet<String>) {
        if let Some(line) = place.and_then(|place| self.lines.get_mut(place)) {
            line.listed.pages = Arc::new(pages);
        }
    }

    /// The languages that an edition was made in at last.
    pub fn know_languages(&mut self, place: Option<usize>, languages: Vec<Tongue>) {
        if let Some(line) = place.and_then(|place| self.lines.get_mut(place)) {
            line.listed.languages = languages;
        }
    }

    pub fn listed(&self) -> Arc<Vec<Listed>> {
        Arc::new(self.lines.iter().map(|line| line.listed.clone()).collect())
    }

    /// `editions.json`. `proof` gives the digest of a statement by its path.
    pub fn file(&self, title: (Option<&str>, &str), proof: &dyn Fn(&str) -> Option<String>) -> Artifact {
        let editions = self.lines.iter().map(|line| line.row(proof)).collect();
        let now = self.lines.iter().find(|line| line.listed.standing == Standing::InForce);
        let whole = Whole {
            format: "cartilla/editions/1",
            manual: Manual { code: title.0, title: title.1 },
            in_force: now.and_then(|line| line.number.as_deref()),
            editions,
        };
        let mut bytes = serde_json::to_vec_pretty(&whole).expect("strings and flags serialize");
        bytes.push(b'\n');
        Artifact { path: FILE.to_owned(), bytes }
    }
}

#[derive(Serialize)]
struct Whole<'a> {
    format: &'static str,
    manual: Manual<'a>,
    /// The number of the edition in force.
    in_force: Option<&'a str>,
    /// From the newest to the oldest, the draft first.
    editions: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Manual<'a> {
    code: Option<&'a str>,
    title: &'a str,
}

#[derive(Serialize)]
struct Row<'a> {
    /// None for the draft.
    number: Option<&'a str>,
    tag: Option<&'a str>,
    commit: Option<&'a str>,
    signed: bool,
    /// Days as ISO 8601.
    approved: Option<String>,
    effective: Option<String>,
    superseded_on: Option<String>,
    status: &'static str,
    /// From the root of the site, with `/` at the end; `./` is the root, none has no pages here.
    address: Option<&'a str>,
    /// SHA-256 of its `attestation.json`; none at the root, whose statement covers this file too.
    statement: Option<String>,
    languages: Vec<Tongue>,
}

impl Line {
    fn row(&self, proof: &dyn Fn(&str) -> Option<String>) -> Row<'_> {
        let listed = &self.listed;
        let day = |date: Option<Date>| date.map(|date| date.to_string());
        let own = listed.address.as_deref().filter(|address| !address.is_empty());
        Row {
            number: self.number.as_deref(),
            tag: listed.tag.as_deref(),
            commit: listed.commit.as_deref(),
            signed: listed.signed,
            approved: day(self.approved),
            effective: day(self.effective),
            superseded_on: day(self.superseded),
            status: match listed.standing {
                Standing::InForce => "in_force",
                Standing::Approved => "approved",
                Standing::Superseded => "superseded",
                Standing::Draft => "draft",
                Standing::Withheld => "withheld",
            },
            address: listed.address.as_deref().map(|address| if address.is_empty() { "./" } else { address }),
            statement: own.and_then(|address| proof(&format!("{address}attestation.json"))),
            languages: listed.languages.clone(),
        }
    }
}

/// What is said in each language.
fn told(say: impl Fn(Lang) -> Told) -> BTreeMap<Lang, Told> {
    Lang::ALL.into_iter().map(|lang| (lang, say(lang))).collect()
}

fn drafted(draft: &Draft, now: Option<&str>) -> Line {
    let notice = |lang| match now {
        Some(number) => words::NOTICE_DRAFT.fill(lang, &[("number", number.to_owned())]),
        None => words::NOTICE_DRAFT_FIRST.in_lang(lang).to_owned(),
    };
    let say = |lang| Told {
        name: words::DRAFT.in_lang(lang).to_owned(),
        state: words::UNAPPROVED.in_lang(lang).to_owned(),
        notice: Some(notice(lang)),
        ..Told::default()
    };
    let listed = Listed {
        standing: Standing::Draft,
        address: Some(draft.address.clone()),
        languages: draft.languages.clone(),
        pages: Arc::default(),
        commit: draft.commit.clone(),
        number: None,
        tag: None,
        signed: false,
        told: told(say),
    };
    Line { listed, number: None, approved: None, effective: None, superseded: None }
}

/// Where an edition stands of which no day is known: before the first with a lower number. Only numbers with the same letters, or without
/// any, have an order that is sure; beside others it stands last.
fn place_of(number: &str, lines: &[Line]) -> usize {
    let letters = |number: &str| number.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let alike = |other: &&str| letters(other) == letters(number) && other.contains(|c: char| c.is_ascii_digit());
    let numbers =
        || lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.number.as_deref().filter(alike)?)));
    let lower = numbers().find(|(_, other)| number::key(other) < number::key(number)).map(|(at, _)| at);
    lower.or_else(|| numbers().next_back().map(|(at, _)| at + 1)).unwrap_or(lines.len())
}

fn lightless(dark: &Dark) -> Line {
    let say =
        |lang| Told { name: dark.number.clone(), state: words::UNREADABLE.in_lang(lang).to_owned(), ..Told::default() };
    let listed = Listed {
        standing: Standing::Withheld,
        address: None,
        languages: Vec::new(),
        pages: Arc::default(),
        commit: dark.commit.clone(),
        number: Some(dark.number.clone()),
        tag: Some(dark.tag.clone()),
        signed: dark.signed,
        told: told(say),
    };
    Line { listed, number: Some(dark.number.clone()), approved: None, effective: None, superseded: None }
}

fn dated(entry: &Entry, now: Option<&str>) -> Line {
    let known = &entry.known;
    let superseded = match &entry.state {
        State::Superseded { on, .. } => *on,
        State::InForce | State::Approved => None,
    };
    let address = match (entry.root, entry.own) {
        (Some(_), _) => Some(String::new()),
        (None, Some(_)) => Some(format!("{FOLDER}/{}/", known.folder())),
        (None, None) => None,
    };
    let standing = match (&entry.state, entry.withheld && address.is_none()) {
        (_, true) => Standing::Withheld,
        (State::InForce, _) => Standing::InForce,
        (State::Approved, _) => Standing::Approved,
        (State::Superseded { .. }, _) => Standing::Superseded,
    };
    let say = |lang: Lang| {
        let day = |date: Date| format::date(lang.into(), date);
        let effective = ("date", day(known.effective));
        let (state, notice) = match &entry.state {
            _ if standing == Standing::Withheld => (words::UNREADABLE.in_lang(lang).to_owned(), None),
            State::InForce => (words::IN_FORCE.fill(lang, &[effective]), None),
            State::Approved => {
                let state = words::APPROVED.fill(lang, std::slice::from_ref(&effective));
                let notice = match now {
                    Some(now) => words::NOTICE_APPROVED.fill(lang, &[effective, ("number", now.to_owned())]),
                    None => words::NOTICE_APPROVED_FIRST.fill(lang, &[effective]),
                };
                (state, Some(notice))
            }
            State::Superseded { on, by } => {
                let by = ("number", by.clone());
                let (state, notice) = match on.map(|on| ("date", day(on))) {
                    None => {
                        let by = std::slice::from_ref(&by);
                        (words::SUPERSEDED_BY.fill(lang, by), words::NOTICE_SUPERSEDED_BY.fill(lang, by))
                    }
                    Some(on) => {
                        let state = words::SUPERSEDED.fill(lang, std::slice::from_ref(&on));
                        (state, words::NOTICE_SUPERSEDED.fill(lang, &[on, by]))
                    }
                };
                (state, Some(notice))
            }
        };
        let absent = address.is_none() && standing != Standing::Withheld;
        let short = |date: Date| format::date_short(lang.into(), date);
        Told {
            name: known.number.clone(),
            state: if absent { format!("{state} · {}", words::NOT_HERE.in_lang(lang)) } else { state },
            notice,
            approved: known.approved.map(short),
            effective: Some(short(known.effective)),
            superseded: superseded.map(short),
        }
    };
    let told = told(say);
    let listed = Listed {
        standing,
        address,
        languages: known.langs.clone(),
        pages: Arc::default(),
        commit: Some(known.commit.clone()),
        number: Some(known.number.clone()),
        tag: Some(known.tag.clone()),
        signed: known.signed,
        told,
    };
    Line {
        listed,
        number: Some(known.number.clone()),
        approved: known.approved,
        effective: Some(known.effective),
        superseded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_without_a_day_stands_by_its_number() {
        let dark =
            |number: &str| lightless(&Dark { tag: number.into(), number: number.into(), commit: None, signed: false });
        let draft = Draft { address: "draft/".into(), languages: Vec::new(), commit: None };
        let mut lines = vec![drafted(&draft, None)];
        lines.extend(["2026.10", "2026.2", "2025.1"].map(dark));
        for (number, place) in
            [("2026.9", 2), ("2027.1", 1), ("2024.4", 4), ("2026.11", 1), ("2025.2", 3), ("rev-x", 4), ("vieja", 4)]
        {
            assert_eq!(place_of(number, &lines), place, "{number}");
        }
        assert_eq!(place_of("1", &lines[..1]), 1, "the draft stays first");
    }
}
