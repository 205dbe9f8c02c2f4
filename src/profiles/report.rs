//! The results of profiles as data for reports: on the terminal, as JSON, in the annex.

use super::assess::{Assessment, ClauseResult, State};
use crate::diag::Arg;
use crate::lang::{Lang, Text, format, profiles as words};
use crate::resolve::Resolved;
use crate::values::{Date, When};
use serde::Serialize;
use std::collections::BTreeMap;

/// The results of one profile. What is computed and what is only declared are counted apart, and there is no score.
#[derive(Debug, Clone, Serialize)]
pub struct ProfileRow {
    pub slug: String,
    pub name: String,
    /// How many clauses have each result, by the name of the result.
    pub counts: BTreeMap<&'static str, usize>,
    /// The counts in words, in the language of the report: «se cumple 12, falta 3».
    pub summary: String,
    pub clauses: Vec<ClauseRow>,
    /// That this is not legal advice and states no compliance.
    pub disclaimer: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub struct ClauseRow {
    /// `es-ley-10-2025/17.1`
    pub id: String,
    pub text: String,
    /// `pass`, `doubt`, `fail`, `unknown`, `attested`, `unattested`, `not-yet-due`, `not-applicable`, `superseded`.
    pub result: &'static str,
    /// Where it is not yet due: the result that it would have on its day.
    pub when_due: Option<&'static str>,
    /// The result in words, with the reason where there is one.
    pub detail: String,
    /// The entries that meet it, as `kind/id`; an empty name is the manifest.
    pub met_by: Vec<String>,
    /// Where it is not yet due: ISO 8601 and the days left.
    pub due: Option<(String, i32)>,
}

/// The stable name of a result: what is not met is no failure before its day.
pub fn name(result: &ClauseResult) -> &'static str {
    if result.is_not_yet_due() { "not-yet-due" } else { name_of(&result.state) }
}

/// The stable name of a state.
fn name_of(state: &State) -> &'static str {
    match state {
        State::Pass => "pass",
        State::Doubt => "doubt",
        State::Fail => "fail",
        State::Unknown => "unknown",
        State::Attested { .. } => "attested",
        State::Unattested { .. } => "unattested",
        State::NotApplicable => "not-applicable",
        State::Superseded { .. } => "superseded",
    }
}

/// A result in a word or two.
pub fn word(result: &ClauseResult) -> Text {
    if result.is_not_yet_due() { words::NOT_YET_DUE } else { word_of(&result.state) }
}

fn word_of(state: &State) -> Text {
    match state {
        State::Pass => words::PASS,
        State::Doubt => words::DOUBT,
        State::Fail => words::FAIL,
        State::Unknown => words::UNKNOWN,
        State::Attested { .. } => words::DECLARED,
        State::Unattested { .. } => words::UNATTESTED,
        State::NotApplicable => words::NOT_APPLICABLE,
        State::Superseded { .. } => words::PREVAILED,
    }
}

/// A result with its reason, in a language.
pub fn detail(manual: &Resolved<'_>, result: &ClauseResult, lang: Lang) -> String {
    let locale = manual.locale.speaking(lang);
    let reason = || result.notes.first().map(|note| Arg::Phrase(note.text, note.args.clone()).in_locale(locale));
    let date = |when: When| format::date(locale, when.end());
    let said = match &result.state {
        State::Attested { role, on } => {
            let role = manual.model.roles.get(role).map_or_else(|| role.clone(), |role| role.base.title());
            words::ATTESTED.fill(lang, &[("role", role), ("date", date(*on))])
        }
        State::Unattested { expired: Some(until) } => words::EXPIRED.fill(lang, &[("date", date(*until))]),
        State::Superseded { by } => words::SUPERSEDED.fill(lang, &[("clause", by.clone())]),
        state => {
            let word = word_of(state).in_lang(lang).to_owned();
            match reason() {
                Some(reason) => format!("{word}: {reason}"),
                None => word,
            }
        }
    };
    match result.days_left.filter(|_| result.is_not_yet_due()) {
        Some((_, days)) => format!("{said} ({})", words::NOT_DUE.fill(lang, &[("days", days.to_string())])),
        None => said,
    }
}

/// The entries that meet a clause, each once.
pub fn met_by(result: &ClauseResult) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    if matches!(result.state, State::Pass | State::Doubt) {
        for (subject, _) in &result.met {
            if !out.contains(subject) {
                out.push(subject.clone());
            }
        }
    }
    out
}

/// Every declared profile with the result of each clause, in a language.
pub fn rows(manual: &Resolved<'_>, today: Date, lang: Lang) -> Vec<ProfileRow> {
    super::assess(manual, today).iter().map(|assessment| row(manual, assessment, lang)).collect()
}

fn row(manual: &Resolved<'_>, assessment: &Assessment, lang: Lang) -> ProfileRow {
    let mut counts = BTreeMap::new();
    let mut summary: Vec<(&str, &str, usize)> = Vec::new();
    for result in &assessment.results {
        match summary.iter_mut().find(|(known, ..)| *known == name(result)) {
            Some((.., n)) => *n += 1,
            None => summary.push((name(result), word(result).in_lang(lang), 1)),
        }
    }
    let order =
        ["pass", "doubt", "attested", "fail", "unknown", "unattested", "not-yet-due", "superseded", "not-applicable"];
    summary.sort_by_key(|(known, ..)| order.iter().position(|name| name == known));
    let summary: Vec<String> = summary.into_iter().map(|(_, word, n)| format!("{word}: {n}")).collect();
    let clauses = assessment.results.iter().map(|result| {
        *counts.entry(name(result)).or_default() += 1;
        ClauseRow {
            id: assessment.name(result),
            text: assessment.text(assessment.clause(result)).in_locale(lang.into()),
            result: name(result),
            when_due: result.is_not_yet_due().then(|| name_of(&result.state)),
            detail: detail(manual, result, lang),
            met_by: met_by(result),
            due: result.days_left.map(|(due, days)| (due.to_string(), days)),
        }
    });
    let clauses = clauses.collect();
    ProfileRow {
        slug: assessment.pack.slug.clone(),
        name: assessment.pack.name.in_lang(lang).to_owned(),
        counts,
        summary: summary.join("; "),
        clauses,
        disclaimer: words::NO_ADVICE.in_lang(lang),
    }
}
