//! Every clause of every profile: a specimen that meets it, and one change that does not.
//!
//! The specimen (`specimen.txt`) is the manual of a fictional electricity company of Aragón and Catalonia;
//! `public.txt` is that of a public body, `centre.txt` that of a contact centre. A row is a clause, an edit (text to find, text in
//! its place) and the result that must follow. Edits before `|` set the scene (another sector), and the clause must pass there
//! first.

mod centre;
mod finance;
mod law;
mod overlays;
mod public;
mod voluntary;

use crate::load::Memory;
use crate::parse::files;
use crate::profiles::{Assessment, ClauseResult, State, assess};
use crate::resolve;
use crate::values::Date;

pub(super) const SPECIMEN: &str = include_str!("specimen.txt");

/// After the day from which the act must be met.
pub(super) fn later() -> Date {
    jiff::civil::date(2027, 3, 1)
}

/// A change of a text: what is found, once, and what stands in its place.
pub(super) type Edit = (&'static str, &'static str);

/// A clause, the changes, and the result that must follow.
pub(super) type Row = (&'static str, &'static [Edit], &'static str);

pub(super) fn edited(text: &str, edits: &[Edit]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "nothing to change: {from}");
        text.replacen(from, to, 1)
    })
}

/// The assessments of a manual on a day. What cannot be read of it is a mistake of the test.
pub(super) fn assessed(text: &str, today: Date) -> Vec<Assessment> {
    let memory = Memory::parse(text, "manual.yaml");
    let parsed = files::parse(&memory).expect("files in memory can be listed");
    let (resolved, findings) = resolve::resolve(&parsed);
    let told: Vec<String> = findings.iter().chain(&parsed.findings).map(|f| f.message(crate::lang::Lang::En)).collect();
    assert!(told.is_empty(), "{told:?}");
    assess(&resolved.expect("a manifest"), today)
}

/// The result of a clause, by its full id.
pub(super) fn result(assessments: &[Assessment], name: &str) -> ClauseResult {
    let (slug, id) = name.split_once('/').expect("a slug and a clause");
    let assessment =
        assessments.iter().find(|a| a.pack.slug == slug).unwrap_or_else(|| panic!("{slug} is not declared"));
    let result = assessment.results.iter().find(|r| assessment.clause(r).id == id);
    result.unwrap_or_else(|| panic!("no clause {name}")).clone()
}

pub(super) fn word(state: &State) -> &'static str {
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

/// Runs rows over a text; tells every row that came out otherwise.
pub(super) fn run(text: &str, slug: &str, rows: &[(&str, &[Edit], &str)]) {
    let mut wrong = Vec::new();
    for (clause, edits, expected) in rows {
        let name = format!("{slug}/{clause}");
        let found = result(&assessed(&edited(text, edits), later()), &name);
        if word(&found.state) != *expected {
            let notes: Vec<String> = found
                .notes
                .iter()
                .map(|n| n.text.fill(crate::lang::Lang::En, &[]) + &format!(" {:?}", n.args))
                .collect();
            wrong.push(format!("{name}: {} instead of {expected} {notes:?}", word(&found.state)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every clause of a profile passes, is attested, or is among the exceptions.
pub(super) fn all_met(text: &str, slug: &str, exceptions: &[(&str, &str)]) {
    let assessments = assessed(text, later());
    let assessment = assessments.iter().find(|a| a.pack.slug == slug).expect("declared");
    let mut wrong = Vec::new();
    for result in &assessment.results {
        let id = assessment.clause(result).id.as_str();
        let found = word(&result.state);
        let expected = exceptions.iter().find(|(clause, _)| *clause == id).map(|(_, state)| *state);
        let good = expected.map_or(matches!(found, "pass" | "attested"), |expected| expected == found);
        if !good {
            let notes: Vec<String> = result.notes.iter().map(|n| format!("{} {:?}", n.text.en, n.args)).collect();
            wrong.push(format!("{id}: {found} {notes:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every clause of a profile has a row that fails it.
pub(super) fn each_clause_has_a_row(slug: &str, rows: &[(&str, &[Edit], &str)]) {
    let pack = crate::profiles::shipped::get(slug).expect("it ships");
    for clause in &pack.clauses {
        let wanted: &[&str] = if clause.attest.is_some() { &["unattested"] } else { &["fail", "unknown"] };
        let tested = rows.iter().any(|(id, _, expected)| *id == clause.id && wanted.contains(expected));
        assert!(tested, "{slug}/{} has no row that fails it", clause.id);
    }
}
