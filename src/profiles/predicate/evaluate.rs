//! The answer to a predicate, with its reasons.

use super::compare::{compare, compare_words, same};
use super::say::{self, describe};
use super::serves::serves;
use super::{Amount, Answer, Cover, Note, Outcome, Predicate, Relation, hours, time};
use crate::diag::Arg;
use crate::model::target::whole_targets;
use crate::profiles::facts::{Doubt, Fact, Facts, Path, Record, Value};
use crate::profiles::pack::Pack;
use crate::values::{Bound, Date, Duration, Hours, Op, Percent, Quantity, Target};
use std::collections::BTreeSet;

/// How deep terms may name each other.
const MAX_DEPTH: u8 = 8;

/// Where evaluation stands.
#[derive(Clone, Copy)]
pub struct Scope<'f> {
    pub facts: &'f Facts,
    pub pack: &'f Pack,
    pub today: Date,
    depth: u8,
}

impl<'f> Scope<'f> {
    pub fn new(facts: &'f Facts, pack: &'f Pack, today: Date) -> Self {
        Scope { facts, pack, today, depth: 0 }
    }
}

/// Asks a predicate about the manual.
pub fn evaluate(predicate: &Predicate, scope: Scope<'_>) -> Outcome {
    ask(predicate, &scope.facts.root, scope)
}

pub(super) fn yes(record: &Record, fact: &Fact) -> Outcome {
    Outcome { answer: Answer::Yes, notes: Vec::new(), met: vec![(record.subject.clone(), fact.span)] }
}

pub(super) fn because(answer: Answer, note: Note) -> Outcome {
    Outcome { answer, notes: vec![note], met: Vec::new() }
}

fn ask(predicate: &Predicate, record: &Record, scope: Scope<'_>) -> Outcome {
    let absent =
        |path: &str, holder: &Record| because(Answer::Unknown, Note::missing(holder, path, describe(predicate)));
    match predicate {
        Predicate::All(list) => all(list.iter().map(|p| ask(p, record, scope))),
        Predicate::Any(list) => any(list.iter().map(|p| ask(p, record, scope))),
        Predicate::Not(inner) => not(ask(inner, record, scope), inner, record),
        Predicate::Unless(inner) => {
            let outcome = ask(inner, record, scope);
            match outcome.answer {
                Answer::Unknown => Outcome { answer: Answer::Yes, notes: Vec::new(), met: Vec::new() },
                _ => not(outcome, inner, record),
            }
        }
        Predicate::Doubtful(inner) => {
            let mut outcome = ask(inner, record, scope);
            if outcome.answer == Answer::Yes {
                let span = outcome.met.first().map_or(record.span, |(_, span)| *span);
                outcome.answer = Answer::Doubt;
                outcome.notes.push(Note::new(record, span, say::WEAKER).with("wanted", describe(inner)));
            }
            outcome
        }
        Predicate::Term(name) => match scope.pack.terms.iter().find(|(term, _)| term == name) {
            Some((_, inner)) if scope.depth < MAX_DEPTH => {
                ask(inner, &scope.facts.root, Scope { depth: scope.depth + 1, ..scope })
            }
            _ => Outcome { answer: Answer::Unknown, notes: Vec::new(), met: Vec::new() },
        },
        Predicate::Every { of, with, must, none } => every(of, with.as_deref(), must, *none, scope),
        Predicate::Some { of, with, at_least } => some(of, with, *at_least, scope),
        Predicate::Given(path) => match scope.facts.get(record, path) {
            (holder, Some(fact)) => yes(holder, fact),
            (holder, None) => absent(path, holder),
        },
        Predicate::Stated(path) => match scope.facts.get(record, path) {
            (holder, Some(fact)) => yes(holder, fact),
            (holder, None) => {
                let note = Note::new(holder, holder.span, say::NOT_SAID).with("key", holder.written(path));
                because(Answer::No, note)
            }
        },
        Predicate::Apart(path, other) => match (scope.facts.get(record, path), scope.facts.get(record, other)) {
            ((holder, Some(fact)), (_, other_fact)) => {
                let theirs = other_fact.map_or(&[][..], Fact::words);
                let both: Vec<&String> = fact.words().iter().filter(|word| theirs.contains(word)).collect();
                if both.is_empty() {
                    return yes(holder, fact);
                }
                let note = Note::new(holder, fact.span, say::SHARED).with("key", holder.written(path));
                because(Answer::No, note.with("said", say::wanted(&both)).with("other", other.as_str()))
            }
            ((holder, None), _) => absent(path, holder),
        },
        Predicate::NotPast(path) => match scope.facts.get(record, path) {
            (holder, Some(fact)) => match &fact.value {
                Value::Date(when) if when.end() < scope.today => {
                    because(Answer::No, Note::about(holder, path, fact, say::PAST))
                }
                _ => yes(holder, fact),
            },
            (holder, None) => absent(path, holder),
        },
        Predicate::Is(path, words)
        | Predicate::Has(path, words)
        | Predicate::HasAny(path, words)
        | Predicate::InOrder(path, words)
        | Predicate::Lacks(path, words)
        | Predicate::Only(path, words) => match scope.facts.get(record, path) {
            (holder, Some(fact)) => compare_words(predicate, path, words, holder, fact),
            (holder, None) => absent(path, holder),
        },
        Predicate::Compare(relation, path, amount) => match scope.facts.get(record, path) {
            (holder, Some(fact)) => compare(*relation, path, amount, holder, fact, scope.facts),
            (holder, None) => absent(path, holder),
        },
        Predicate::Covers(path, held) => match (scope.facts.get(record, path), scope.facts.get(record, held)) {
            ((holder, Some(fact)), (_, Some(asked))) => {
                let wanted = asked.words();
                compare_words(&Predicate::Has(path.clone(), wanted.to_vec()), path, wanted, holder, fact)
            }
            ((holder, None), (_, Some(asked))) => {
                let wanted = Predicate::Has(path.clone(), asked.words().to_vec());
                because(Answer::Unknown, Note::missing(holder, path, describe(&wanted)))
            }
            (_, (holder, None)) => absent(held, holder),
        },
        Predicate::Same(paths) => same(paths, record, scope.facts),
        Predicate::Open { of, with, cover } => open(of, with.as_deref(), cover, scope),
        Predicate::Answers { limit, stops_to_complete } => {
            answers(limit, *stops_to_complete, record, scope.facts, predicate)
        }
        Predicate::Measured { what, share, within, strict } => {
            measured(what, (share, within, *strict), predicate, scope.facts)
        }
        Predicate::Serves { path, share, within } => match scope.facts.get(record, path) {
            (holder, Some(fact)) => serves(holder, fact, share, within),
            (holder, None) => absent(path, holder),
        },
        Predicate::Reaches { of, by, must } => reaches(of, by, must, record, scope),
    }
}

/// The worst answer of all; its notes are those of the answers that are no plain yes.
fn all(outcomes: impl Iterator<Item = Outcome>) -> Outcome {
    let mut out = Outcome { answer: Answer::Yes, notes: Vec::new(), met: Vec::new() };
    for outcome in outcomes {
        out.answer = out.answer.min(outcome.answer);
        out.notes.extend(outcome.notes);
        out.met.extend(outcome.met);
    }
    if out.answer == Answer::No {
        // What is wrong matters more than what is not known.
        out.notes.sort_by_key(|note| note.missing);
    }
    out
}

/// The best answer; where none is a yes, the notes of the answers that come nearest.
fn any(outcomes: impl Iterator<Item = Outcome>) -> Outcome {
    let outcomes: Vec<Outcome> = outcomes.collect();
    let best = outcomes.iter().map(|o| o.answer).max().unwrap_or(Answer::Unknown);
    match best {
        Answer::Yes | Answer::Doubt => outcomes.into_iter().find(|o| o.answer == best),
        Answer::Unknown | Answer::No => {
            let mut near: Vec<Outcome> = outcomes.into_iter().filter(|o| o.answer == best).collect();
            // A list that lacks a word of several is nearer than another way of doing it.
            near.sort_by_key(|outcome| outcome.notes.first().is_none_or(|note| note.text != say::LACKS));
            near.into_iter().reduce(|mut first, next| {
                first.notes.extend(next.notes);
                first
            })
        }
    }
    .unwrap_or(Outcome { answer: best, notes: Vec::new(), met: Vec::new() })
}

fn not(inner: Outcome, predicate: &Predicate, record: &Record) -> Outcome {
    match inner.answer {
        Answer::Yes | Answer::Doubt => {
            let place = inner.met.first().cloned();
            let (subject, span) = place.unwrap_or((record.subject.clone(), record.span));
            let mut note = Note::new(record, span, say::IS_SO).with("wanted", say::quoted(predicate));
            if !subject.is_empty() && subject != note.subject {
                note = note.by(&subject);
            }
            because(Answer::No, note)
        }
        Answer::No => {
            let met = inner.notes.iter().map(|note| (note.subject.clone(), note.span)).collect();
            Outcome { answer: Answer::Yes, notes: Vec::new(), met }
        }
        Answer::Unknown => inner,
    }
}

fn every(of: &str, with: Option<&Predicate>, must: &Predicate, none: Answer, scope: Scope<'_>) -> Outcome {
    let mut outcomes = Vec::new();
    let mut doubtful = Vec::new();
    for record in scope.facts.of(of) {
        match with.map_or(Answer::Yes, |with| ask(with, record, scope).answer) {
            Answer::Yes | Answer::Doubt => outcomes.push(ask(must, record, scope)),
            Answer::Unknown => doubtful.push((record, with)),
            Answer::No => {}
        }
    }
    if outcomes.is_empty() {
        let wanted = with.map_or_else(|| describe(must), describe);
        if let Some((record, Some(with))) = doubtful.first().filter(|_| none != Answer::Yes) {
            // Which records are meant is not said.
            let outcome = ask(with, record, scope);
            return Outcome { answer: Answer::Unknown, ..outcome };
        }
        let note = Note::new(&scope.facts.root, scope.facts.root.span, say::NONE_SUCH);
        let note = Note { missing: true, ..note }.with("of", of).with("wanted", wanted);
        let notes = if none == Answer::Yes { Vec::new() } else { vec![note] };
        return Outcome { answer: none, notes, met: Vec::new() };
    }
    all(outcomes.into_iter())
}

fn some(of: &str, with: &Predicate, at_least: usize, scope: Scope<'_>) -> Outcome {
    let outcomes: Vec<Outcome> = scope.facts.of(of).iter().map(|record| ask(with, record, scope)).collect();
    let met: Vec<_> = outcomes.iter().filter(|o| o.answer >= Answer::Doubt).collect();
    if met.len() >= at_least {
        let answer = met.iter().map(|o| o.answer).max().unwrap_or(Answer::Yes);
        let notes =
            if answer == Answer::Doubt { met.iter().flat_map(|o| o.notes.clone()).collect() } else { Vec::new() };
        return Outcome { answer, notes, met: met.iter().flat_map(|o| o.met.clone()).collect() };
    }
    let root = &scope.facts.root;
    let unknown: Vec<&Outcome> = outcomes.iter().filter(|o| o.answer == Answer::Unknown).collect();
    // The record that says most of what is asked is the one that was meant.
    if let Some(nearest) = unknown.iter().min_by_key(|o| o.notes.len()) {
        let note = Note::new(root, root.span, say::NONE_AT_ALL).with("of", of).with("wanted", describe(with));
        let mut notes = vec![Note { missing: true, ..note }];
        notes.extend(nearest.notes.iter().take(2).cloned());
        return Outcome { answer: Answer::Unknown, notes, met: Vec::new() };
    }
    let note = Note::new(root, root.span, say::NONE_SUCH).with("of", of).with("wanted", describe(with));
    let answer = if outcomes.is_empty() { Answer::Unknown } else { Answer::No };
    let mut notes = vec![Note { missing: answer == Answer::Unknown, ..note }];
    if let Some(nearest) = outcomes.iter().min_by_key(|o| o.notes.len()) {
        notes.extend(nearest.notes.iter().take(1).cloned());
        // One thing apart from what tells which entry is meant: that is the one, and there it is mended.
        if nearest.notes.len() == 1 && !notes.last().is_some_and(tells_which) {
            notes.rotate_left(1);
        }
    }
    Outcome { answer, notes, met: Vec::new() }
}

/// Whether a note is about a key by which the author tells entries apart, so that it speaks of an entry that was not meant.
fn tells_which(note: &Note) -> bool {
    const KEYS: [&str; 9] = ["kind", "event", "measures", "trigger", "id", "purposes", "audience", "method", "medium"];
    let key = note.args.iter().find_map(|(name, arg)| match arg {
        Arg::Plain(key) if *name == "key" => Some(key.as_str()),
        _ => None,
    });
    key.is_none_or(|key| KEYS.contains(&key))
}

fn open(of: &str, with: Option<&Predicate>, cover: &Cover, scope: Scope<'_>) -> Outcome {
    let facts = scope.facts;
    let asked = match cover {
        Cover::Always | Cover::PerWeek(_) => Hours::Always,
        Cover::Path(path) => match facts.root.get(path).map(|fact| &fact.value) {
            Some(Value::Hours(hours)) => (**hours).clone(),
            _ => {
                return because(
                    Answer::Unknown,
                    Note::missing(&facts.root, path, format!("`{path}: {{ mon..fri: 09:00-18:00 }}`")),
                );
            }
        },
    };
    let mut open = Vec::new();
    let mut met = Vec::new();
    let mut unsaid = Vec::new();
    for record in facts.of(of) {
        if with.map_or(Answer::Yes, |with| ask(with, record, scope).answer) < Answer::Doubt {
            continue;
        }
        match record.get("hours").map(|fact| (&fact.value, fact.span)) {
            Some((Value::Hours(hours), span)) => {
                open.push(&**hours);
                met.push((record.subject.clone(), span));
            }
            _ => unsaid.push(record),
        }
    }
    let (gap, text) = match cover {
        Cover::PerWeek(wanted) => {
            let hours = hours::per_week(&open);
            let gap = (hours < *wanted).then(|| Arg::Plain(hours.normalize().to_string()));
            (gap, say::TOO_FEW_HOURS)
        }
        Cover::Always | Cover::Path(_) => (hours::gap(&asked, &open), say::NOT_OPEN),
    };
    let Some(gap) = gap else {
        return Outcome { answer: Answer::Yes, notes: Vec::new(), met };
    };
    if let Some(record) = unsaid.first() {
        return because(Answer::Unknown, Note::missing(record, "hours", "`hours: { mon..fri: 09:00-18:00 }`"));
    }
    let Some((subject, span)) = met.first().cloned() else {
        let wanted = with.map_or_else(String::new, describe);
        let note = Note::new(&facts.root, facts.root.span, say::NONE_SUCH).with("of", of).with("wanted", wanted);
        return because(Answer::Unknown, Note { missing: true, ..note });
    };
    let named: Vec<String> = met.iter().map(|(subject, _)| format!("`{subject}`")).collect();
    let wanted = match cover {
        Cover::PerWeek(wanted) => Arg::Plain(wanted.normalize().to_string()),
        Cover::Always | Cover::Path(_) => hours::shown(&asked),
    };
    let note = Note::new(&facts.root, span, text).with("of", named).with("wanted", wanted).with("said", gap);
    because(Answer::No, Note { subject, ..note })
}

/// What keeps a time from being compared with an upper limit: a pause of its clock that the limit has not.
pub(super) fn paused(record: &Record, limit: &Duration, to_complete: bool) -> Option<Outcome> {
    let pause = record.pauses.iter().find(|pause| !(to_complete && pause.completes))?;
    let said = Arg::Plain(pause.text.trim_end_matches('.').to_owned());
    let note = Note::new(record, pause.span, say::PAUSED).with("said", said).with("wanted", Quantity::Duration(*limit));
    let note = note.by(&pause.subject);
    Some(because(Answer::Unknown, note))
}

fn answers(
    limit: &Duration,
    stops_to_complete: bool,
    record: &Record,
    facts: &Facts,
    predicate: &Predicate,
) -> Outcome {
    let path = "answer_within";
    let Some(fact) = record.get(path) else {
        return because(Answer::Unknown, Note::missing(record, path, describe(predicate)));
    };
    let text = format!("{} {}", limit.amount.normalize(), limit.unit.plural());
    let amount = Amount { value: Value::Durations(vec![*limit]), text };
    let stated = compare(Relation::AtMost, path, &amount, record, fact, facts);
    let steps = record.get("path").map(|fact| match &fact.value {
        Value::Path(path) => walked(path, limit, record, fact, facts),
        _ => yes(record, fact),
    });
    all([Some(stated), steps, paused(record, limit, stops_to_complete)].into_iter().flatten())
}

/// Whether the steps of a case keep a limit. What nobody can reckon is unknown.
fn walked(path: &Path, limit: &Duration, record: &Record, fact: &Fact, facts: &Facts) -> Outcome {
    let wanted = || Quantity::Duration(*limit);
    let Some(times) = time::overrun(path, limit, facts, &record.intake) else {
        if time::hangs_on_holidays(path, limit, facts) {
            return because(Answer::Unknown, Note::new(record, fact.span, say::NO_HOLIDAYS).with("wanted", wanted()));
        }
        return yes(record, fact);
    };
    let (answer, text) = match path.doubt {
        None => (Answer::No, say::PATH_TOO_LONG),
        Some(Doubt::WhichSteps) => (Answer::Unknown, say::WHICH_STEPS),
        Some(Doubt::WhichAnswers) => (Answer::Unknown, say::WHICH_ANSWERS),
    };
    let said: Vec<Quantity> = times.into_iter().map(Quantity::Duration).collect();
    let note = Note::new(record, fact.span, text).with("said", said).with("wanted", wanted());
    because(answer, note.with("key", record.written("steps")))
}

fn measured(what: &str, asked: (&Percent, &Duration, bool), predicate: &Predicate, facts: &Facts) -> Outcome {
    let (share, limit, strict) = asked;
    let is_it =
        |record: &&Record| record.get("measures").is_some_and(|fact| fact.words().iter().any(|word| word == what));
    let indicators: Vec<&Record> = facts.of("indicators").iter().filter(is_it).collect();
    if indicators.is_empty() {
        let note = Note::new(&facts.root, facts.root.span, say::NONE_SUCH).with("of", "indicators");
        return because(Answer::Unknown, Note { missing: true, ..note }.with("wanted", describe(predicate)));
    }
    all(indicators.into_iter().map(|record| {
        let Some(fact) = record.get("targets") else {
            return because(Answer::Unknown, Note::missing(record, "targets", describe(predicate)));
        };
        let Value::Targets(targets) = &fact.value else {
            return because(
                Answer::No,
                Note::new(record, fact.span, say::WEAK_TARGET).with("wanted", describe(predicate)),
            );
        };
        // A target that differs by case proves no more than its weakest case, save where channels are told apart.
        let best = whole_targets(targets).map(|cases| {
            let each = cases.iter().map(|spec| strength(&spec.target, share, limit, strict, facts));
            let by_channel = cases.iter().any(|spec| spec.case().iter().any(|(by, _)| by == "channel"));
            if by_channel { each.max() } else { each.min() }.unwrap_or(Answer::Unknown)
        });
        let best = best.max();
        match best.unwrap_or(Answer::Unknown) {
            Answer::Yes => paused(record, limit, false).unwrap_or_else(|| yes(record, fact)),
            answer => {
                let text = if answer == Answer::Doubt { say::CLOSE_TARGET } else { say::WEAK_TARGET };
                because(answer, Note::new(record, fact.span, text).with("wanted", describe(predicate)))
            }
        }
    }))
}

/// Whether a target proves that so large a share is served within a time.
fn strength(target: &Target, share: &Percent, limit: &Duration, strict: bool, facts: &Facts) -> Answer {
    match target {
        Target::ShareWithin { share: own, within, strict: own_strict } => {
            if !own.op_or(Op::AtLeast).is_lower_bound() || own.value.value < share.value {
                return Answer::No;
            }
            let relation = if strict && !own_strict { Relation::Below } else { Relation::AtMost };
            match time::keeps(within, relation, limit, facts) {
                Answer::No if time::keeps(within, Relation::AtMost, limit, facts) == Answer::Yes => Answer::Doubt,
                answer => answer,
            }
        }
        Target::Maximum(Bound { value: Quantity::Duration(within), .. }) => {
            time::keeps(within, Relation::AtMost, limit, facts)
        }
        // A mean below the limit meets only the weaker reading: the mean of those who are served best.
        Target::Mean(Bound { value: Quantity::Duration(within), .. }) => {
            match time::keeps(within, Relation::AtMost, limit, facts) {
                Answer::Yes => Answer::Doubt,
                answer => answer,
            }
        }
        _ => Answer::No,
    }
}

fn reaches(of: &str, by: &str, must: &Predicate, from: &Record, scope: Scope<'_>) -> Outcome {
    let mut seen: BTreeSet<&str> = BTreeSet::from([from.id.as_str()]);
    let mut next: Vec<&Record> = vec![from];
    let mut outcomes = Vec::new();
    while let Some(record) = next.pop() {
        for id in record.get(by).map_or(&[][..], Fact::words) {
            if let Some(other) = scope.facts.of(of).iter().find(|other| other.id == *id)
                && seen.insert(other.id.as_str())
            {
                outcomes.push(ask(must, other, scope));
                next.push(other);
            }
        }
    }
    all(outcomes.into_iter())
}
