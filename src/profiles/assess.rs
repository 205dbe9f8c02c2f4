//! Profiles against a manual: the result of each clause.

use super::facts::{Facts, facts};
use super::pack::{Clause, Fault, Kind, Label, Pack, Told, pack};
use super::predicate::evaluate::Scope;
use super::predicate::{Answer, Note, Outcome, evaluate};
use super::shipped;
use crate::diag::Arg;
use crate::lang::profiles as words;
use crate::model::manifest::Attestation;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Date, When};
use jiff::Unit;
use std::sync::Arc;

/// The result of a clause. What is met by computation and what is only declared are never counted together.
#[derive(Debug, Clone)]
pub enum State {
    /// What the manual says meets the clause.
    Pass,
    /// It meets it in the weaker reading only.
    Doubt,
    Fail,
    /// A fact is missing.
    Unknown,
    /// Declared by a role on a day.
    Attested {
        role: String,
        on: When,
    },
    /// To be declared; or it was, until a day that is past.
    Unattested {
        expired: Option<When>,
    },
    /// The condition is not met; the notes say why.
    NotApplicable,
    /// A clause of another profile prevails: `slug/id`.
    Superseded {
        by: String,
    },
}

#[derive(Debug, Clone)]
pub struct ClauseResult {
    /// The place of the clause in the profile.
    pub clause: usize,
    pub state: State,
    /// Why it is no plain pass.
    pub notes: Vec<Note>,
    /// Where it is met: `kind/id` (empty for the manifest) and place.
    pub met: Vec<(String, Span)>,
    /// Days until it must be met, where that day is still to come.
    pub days_left: Option<(Date, i32)>,
}

impl ClauseResult {
    /// Whether it is not met, and its day is still to come.
    pub fn is_not_yet_due(&self) -> bool {
        let open = matches!(self.state, State::Fail | State::Unknown | State::Doubt | State::Unattested { .. });
        open && self.days_left.is_some()
    }
}

/// A profile and the result of each of its clauses.
#[derive(Debug, Clone)]
pub struct Assessment {
    pub pack: Arc<Pack>,
    /// Where the manifest names the profile.
    pub span: Span,
    pub results: Vec<ClauseResult>,
    /// Why nobody can tell whether the profile binds the organisation; empty where that is known.
    pub scope: Vec<Note>,
    /// It does not bind the organisation, which follows it of its own will.
    pub voluntary: bool,
    /// Profiles that would apply too and are not declared.
    pub companions: Vec<String>,
}

impl Assessment {
    pub fn clause(&self, result: &ClauseResult) -> &Clause {
        &self.pack.clauses[result.clause]
    }

    /// What a clause asks, without its full stop, marked where nobody has read it in the published text.
    pub fn text(&self, clause: &Clause) -> Arg {
        let sentence = Told(clause.text.0.each_ref().map(|text| text.trim_end_matches('.').to_owned()));
        let marked = |mark| Arg::Phrase(mark, vec![("text", Arg::from(&sentence))]);
        match (clause.label, self.pack.kind) {
            (Label::Quoted, Kind::Standard) => marked(words::SECOND_HAND),
            (Label::Quoted, _) => marked(words::NOT_READ),
            _ => Arg::from(&sentence),
        }
    }

    /// The full id of a clause: `es-ley-10-2025/17.1`.
    pub fn name(&self, result: &ClauseResult) -> String {
        format!("{}/{}", self.pack.slug, self.clause(result).id)
    }
}

/// A profile, and the mistakes in its file.
type Read = (Arc<Pack>, Vec<(Span, Fault)>);

/// The organisation's own profiles, with the mistakes in them.
pub fn own(manual: &Resolved<'_>) -> Vec<Read> {
    let read = manual.model.profiles.iter().map(|(slug, node)| {
        let (pack, faults) = pack(&slug.value, slug.span, node, false);
        (Arc::new(pack), faults.list)
    });
    read.collect()
}

/// The profiles that the manifest names and that exist, each once.
pub fn declared(manual: &Resolved<'_>) -> Vec<(Arc<Pack>, Span)> {
    let own = own(manual);
    let mut out: Vec<(Arc<Pack>, Span)> = Vec::new();
    for name in &manual.model.manifest.profiles {
        let mine = own.iter().map(|(pack, _)| pack).find(|pack| pack.slug == name.value).cloned();
        if let Some(pack) = mine.or_else(|| shipped::get(&name.value))
            && !out.iter().any(|(other, _)| other.slug == pack.slug)
        {
            out.push((pack, name.span));
        }
    }
    out
}

/// Every declared profile against the manual on a day.
pub fn assess(manual: &Resolved<'_>, today: Date) -> Vec<Assessment> {
    let packs = declared(manual);
    if packs.is_empty() {
        return Vec::new();
    }
    let facts = facts(manual);
    let attestations = &manual.model.manifest.attestations;
    packs.iter().map(|(pack, span)| one(pack, *span, &packs, &facts, attestations, today)).collect()
}

fn one(
    pack: &Arc<Pack>,
    span: Span,
    all: &[(Arc<Pack>, Span)],
    facts: &Facts,
    attestations: &[Attestation],
    today: Date,
) -> Assessment {
    let scope = Scope::new(facts, pack, today);
    let in_scope = pack.applies.as_ref().map(|applies| evaluate(applies, scope));
    let voluntary = pack.voluntary && in_scope.as_ref().is_some_and(|outcome| outcome.answer == Answer::No);
    let results = pack.clauses.iter().enumerate().map(|(place, clause)| {
        let mut result = match &in_scope {
            Some(outcome) if outcome.answer < Answer::Doubt && !voluntary => {
                // Told once for the whole profile.
                let mut result = unmet_condition(place, outcome.clone());
                if matches!(result.state, State::Unknown) {
                    result.notes.clear();
                }
                result
            }
            _ => of_clause(place, clause, scope, all, attestations),
        };
        let due = clause.due.or(pack.due).filter(|due| *due > today);
        result.days_left = due.map(|due| (due, days(today, due)));
        result
    });
    let results = results.collect();
    let missing = pack.companions.iter().filter(|(slug, when)| {
        !all.iter().any(|(other, _)| other.slug == *slug) && evaluate(when, scope).answer >= Answer::Doubt
    });
    let companions = missing.map(|(slug, _)| slug.clone()).collect();
    let scope =
        in_scope.filter(|outcome| outcome.answer == Answer::Unknown).map_or_else(Vec::new, |outcome| outcome.notes);
    Assessment { pack: pack.clone(), span, results, scope, voluntary, companions }
}

fn days(from: Date, to: Date) -> i32 {
    from.until((Unit::Day, to)).map_or(0, |span| span.get_days())
}

fn unmet_condition(clause: usize, outcome: Outcome) -> ClauseResult {
    let state = if outcome.answer == Answer::No { State::NotApplicable } else { State::Unknown };
    let mut notes = outcome.notes;
    // A place that might make the clause apply is no place where something is asked.
    if matches!(state, State::Unknown) && !notes.is_empty() {
        let first = notes.remove(0).undecided();
        notes.insert(0, first);
    }
    ClauseResult { clause, state, notes, met: Vec::new(), days_left: None }
}

fn of_clause(
    place: usize,
    clause: &Clause,
    scope: Scope<'_>,
    all: &[(Arc<Pack>, Span)],
    attestations: &[Attestation],
) -> ClauseResult {
    if let Some(applies) = &clause.applies {
        let outcome = evaluate(applies, scope);
        if outcome.answer < Answer::Doubt {
            return unmet_condition(place, outcome);
        }
    }
    let plain = |state| ClauseResult { clause: place, state, notes: Vec::new(), met: Vec::new(), days_left: None };
    if let Some(by) = clause.superseded_by.iter().find(|(by, _)| prevails(by, scope, all)) {
        return plain(State::Superseded { by: by.0.clone() });
    }
    let Some(check) = &clause.check else {
        return plain(attested(&scope.pack.slug, &clause.id, attestations, scope.today));
    };
    let outcome = evaluate(check, scope);
    // What is computed can fail a declaration; it cannot stand for all of it.
    if clause.attest.is_some() && outcome.answer > Answer::No {
        return ClauseResult {
            met: outcome.met,
            ..plain(attested(&scope.pack.slug, &clause.id, attestations, scope.today))
        };
    }
    let state = match outcome.answer {
        Answer::Yes => State::Pass,
        Answer::Doubt => State::Doubt,
        Answer::Unknown => State::Unknown,
        Answer::No => State::Fail,
    };
    ClauseResult { clause: place, state, notes: outcome.notes, met: outcome.met, days_left: None }
}

/// Whether a clause of another profile is declared and applies, so that it prevails.
fn prevails(name: &str, scope: Scope<'_>, all: &[(Arc<Pack>, Span)]) -> bool {
    let Some((slug, id)) = name.split_once('/') else { return false };
    let Some((pack, _)) = all.iter().find(|(pack, _)| pack.slug == slug) else { return false };
    let Some(clause) = pack.clause(id) else { return false };
    let scope = Scope::new(scope.facts, pack, scope.today);
    let applies = [&pack.applies, &clause.applies].into_iter().flatten();
    applies.map(|applies| evaluate(applies, scope).answer).all(|answer| answer >= Answer::Doubt)
}

/// A declaration lasts a year unless it says otherwise.
pub fn expires(attestation: &Attestation) -> Option<When> {
    let on = attestation.on.as_ref()?.value;
    let year = jiff::Span::new().try_years(1).ok()?;
    let end = || on.end().checked_add(year).ok().map(When::Day);
    attestation.until.as_ref().map(|until| until.value).or_else(end)
}

fn attested(slug: &str, clause: &str, attestations: &[Attestation], today: Date) -> State {
    let is =
        |word: &Option<crate::span::Spanned<String>>, wanted: &str| word.as_ref().is_some_and(|w| w.value == wanted);
    let mine = attestations.iter().filter(|a| is(&a.profile, slug) && is(&a.clause, clause));
    let mut expired = None;
    for attestation in mine {
        let (Some(role), Some(on)) = (&attestation.role, &attestation.on) else { continue };
        if on.value.start() > today {
            continue;
        }
        match expires(attestation) {
            Some(until) if until.end() < today => expired = Some(until),
            _ => return State::Attested { role: role.value.clone(), on: on.value },
        }
    }
    State::Unattested { expired }
}
