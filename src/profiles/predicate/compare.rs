//! One fact against words, amounts and other facts.

use super::evaluate::{because, paused, yes};
use super::say::{self, describe};
use super::{Amount, Answer, Note, Outcome, Predicate, Relation, time};
use crate::profiles::facts::{Fact, Facts, Record, Value};
use crate::values::{Decimal, Duration, Recurrence};
use std::cmp::Ordering;
use std::collections::BTreeSet;

pub(super) fn compare_words(
    predicate: &Predicate,
    path: &str,
    words: &[String],
    record: &Record,
    fact: &Fact,
) -> Outcome {
    let said = fact.words();
    let holds = |word: &String| said.contains(word);
    let fail = |text, wanted: &[String]| {
        let note = Note::about(record, path, fact, text).with("wanted", say::wanted(wanted));
        let note = match to_write(predicate, path, said) {
            Some(ask) => note.with("ask", ask),
            None => note,
        };
        because(Answer::No, note)
    };
    // An amount where a class of cost is asked: a price is not one of the words.
    if matches!(fact.value, Value::Text | Value::Money(_)) {
        return because(Answer::Unknown, Note::missing(record, path, describe(predicate)));
    }
    match predicate {
        Predicate::Is(..) => match said {
            [_, ..] if said.iter().all(|word| words.contains(word)) => yes(record, fact),
            // What is read from other keys is a yes or a no, which nobody wrote.
            _ if say::is_gathered(path) && words == ["true"] => {
                because(Answer::No, Note::about(record, path, fact, say::NOT_SO))
            }
            _ => fail(say::SAYS_OTHER, words),
        },
        Predicate::Has(..) => {
            let lacking: Vec<String> = words.iter().filter(|word| !holds(word)).cloned().collect();
            if lacking.is_empty() { yes(record, fact) } else { fail(say::LACKS, &lacking) }
        }
        Predicate::InOrder(..) => {
            let lacking: Vec<String> = words.iter().filter(|word| !holds(word)).cloned().collect();
            if !lacking.is_empty() {
                return fail(say::LACKS, &lacking);
            }
            let mut rest = said.iter();
            let ordered = words.iter().all(|word| rest.any(|said| said == word));
            if ordered { yes(record, fact) } else { fail(say::OUT_OF_ORDER, words) }
        }
        Predicate::HasAny(..) if words.iter().any(holds) => yes(record, fact),
        Predicate::HasAny(..) => fail(say::NEEDS_ONE, words),
        Predicate::Lacks(..) => {
            let found: Vec<String> = words.iter().filter(|word| holds(word)).cloned().collect();
            if found.is_empty() {
                return yes(record, fact);
            }
            let note = Note::new(record, fact.span, say::FORBIDS).with("key", record.written(path));
            because(Answer::No, note.with("said", say::wanted(&found)))
        }
        _ => {
            let other: Vec<String> = said.iter().filter(|word| !words.contains(word)).cloned().collect();
            if other.is_empty() {
                return yes(record, fact);
            }
            let note = Note::new(record, fact.span, say::NOT_AMONG).with("key", record.written(path));
            because(Answer::No, note.with("said", say::wanted(&other)).with("wanted", say::wanted(words)))
        }
    }
}

/// What the author can write in place of what is said: a list keeps what it has. Nothing where the words are gathered from other keys, or
/// where there are too many to choose from.
fn to_write(predicate: &Predicate, path: &str, said: &[String]) -> Option<String> {
    const MOST: usize = 3;
    let with = |more: &[String]| {
        let missing = more.iter().filter(|word| !said.contains(word));
        let list: Vec<String> = said.iter().chain(missing).cloned().collect();
        describe(&Predicate::Has(path.to_owned(), list))
    };
    match predicate {
        _ if say::is_gathered(path) => None,
        Predicate::Has(_, words) => Some(with(words)),
        Predicate::HasAny(_, words) if words.len() <= MOST => {
            Some(words.iter().map(|word| with(std::slice::from_ref(word))).collect::<Vec<_>>().join(" / "))
        }
        Predicate::HasAny(..) => None,
        _ => Some(describe(predicate)),
    }
}

pub(super) fn compare(
    relation: Relation,
    path: &str,
    amount: &Amount,
    record: &Record,
    fact: &Fact,
    facts: &Facts,
) -> Outcome {
    let holds = |order: Ordering| match relation {
        Relation::AtMost => order.is_le(),
        Relation::AtLeast => order.is_ge(),
        Relation::Above => order.is_gt(),
        Relation::Below => order.is_lt(),
    };
    let wanted = || say::amount(amount);
    let text = match relation {
        Relation::AtMost => say::TOO_LONG,
        Relation::AtLeast => say::TOO_SHORT,
        Relation::Above => say::NOT_ABOVE,
        Relation::Below => say::NOT_BELOW,
    };
    let answer = match (&fact.value, &amount.value) {
        (Value::Durations(said), Value::Durations(limit)) => {
            let keeps = |one: &Duration| time::keeps_from(one, relation, &limit[0], facts, &record.intake);
            said.iter().map(keeps).min().unwrap_or(Answer::Unknown)
        }
        (Value::Recurrence(said), Value::Durations(limit)) => match length(*said) {
            Some(said) => time::keeps(&said, relation, &limit[0], facts),
            None if relation == Relation::AtMost => Answer::Yes,
            None => Answer::Unknown,
        },
        (Value::Words(words), Value::Durations(_)) if words.iter().all(|word| word == "never") => match relation {
            Relation::AtLeast | Relation::Above => Answer::Yes,
            Relation::AtMost | Relation::Below => Answer::No,
        },
        (Value::Percents(said), Value::Percents(limit)) => {
            worst(said.iter().map(|p| holds(p.value.cmp(&limit[0].value))))
        }
        (Value::Words(said), Value::Number(limit)) => worst([holds(Decimal::from(said.len()).cmp(limit))].into_iter()),
        (Value::Number(said), Value::Number(limit)) => worst([holds(said.cmp(limit))].into_iter()),
        (Value::DayOfYear(said), Value::DayOfYear(limit)) => worst([holds(said.cmp(limit))].into_iter()),
        (Value::Money(said), Value::Money(limit)) => {
            if said.iter().any(|money| money.currency != limit[0].currency) {
                let note = Note::about(record, path, fact, say::OTHER_CURRENCY).with("wanted", wanted());
                return because(Answer::Unknown, note);
            }
            worst(said.iter().map(|money| holds(money.amount.cmp(&limit[0].amount))))
        }
        _ => Answer::Unknown,
    };
    match answer {
        Answer::Yes | Answer::Doubt => match &amount.value {
            // A time whose clock stops may last longer than it says.
            Value::Durations(limit) if path == "within" && matches!(relation, Relation::AtMost | Relation::Below) => {
                paused(record, &limit[0], false).unwrap_or_else(|| yes(record, fact))
            }
            _ => yes(record, fact),
        },
        Answer::No => {
            let note = Note::about(record, path, fact, text).with("wanted", wanted());
            // How many words a list should have is no value of its key.
            if matches!(fact.value, Value::Words(_)) && matches!(amount.value, Value::Number(_))
                || say::is_gathered(path)
            {
                return because(Answer::No, note);
            }
            let ask = describe(&Predicate::Compare(relation, path.to_owned(), Box::new(amount.clone())));
            because(Answer::No, note.with("ask", ask))
        }
        Answer::Unknown if matches!(fact.value, Value::Durations(_) | Value::Recurrence(_)) => {
            let note = Note::about(record, path, fact, say::NO_CALENDAR).with("wanted", wanted());
            because(Answer::Unknown, note)
        }
        Answer::Unknown => because(Answer::Unknown, Note::missing(record, path, amount.text.as_str())),
    }
}

fn worst(mut held: impl Iterator<Item = bool>) -> Answer {
    if held.all(|held| held) { Answer::Yes } else { Answer::No }
}

/// The time between two occurrences.
fn length(recurrence: Recurrence) -> Option<Duration> {
    let text = match recurrence {
        Recurrence::Every(duration) => return Some(duration),
        Recurrence::Daily => "1 calendar day",
        Recurrence::Weekly => "1 week",
        Recurrence::Fortnightly => "2 weeks",
        Recurrence::Monthly => "1 month",
        Recurrence::Bimonthly => "2 months",
        Recurrence::Quarterly => "3 months",
        Recurrence::HalfYearly => "6 months",
        Recurrence::Yearly => "1 year",
        Recurrence::Continuous | Recurrence::PerCase => return None,
    };
    Duration::parse(text).ok()
}

pub(super) fn same(paths: &[String], record: &Record, facts: &Facts) -> Outcome {
    let found: Vec<(&String, &Record, Option<&Fact>)> = paths
        .iter()
        .map(|path| {
            let (holder, fact) = facts.get(record, path);
            (path, holder, fact)
        })
        .collect();
    if let Some((path, holder, _)) = found.iter().find(|(_, _, fact)| fact.is_none()) {
        return because(Answer::Unknown, Note::missing(holder, path, format!("`{path}: […]`")));
    }
    let sets: Vec<(&String, &Record, &Fact, BTreeSet<&String>)> =
        found.into_iter().filter_map(|(p, r, f)| f.map(|f| (p, r, f, f.words().iter().collect()))).collect();
    let Some((first, rest)) = sets.split_first() else {
        return Outcome { answer: Answer::Yes, notes: Vec::new(), met: Vec::new() };
    };
    for (path, holder, fact, set) in rest {
        if *set != first.3 {
            let differing: Vec<&String> = set.symmetric_difference(&first.3).copied().collect();
            let note = Note::new(holder, fact.span, say::DIFFER)
                .with("key", path.as_str())
                .with("other", first.0.as_str())
                .with("said", say::wanted(&differing));
            return because(Answer::No, note);
        }
    }
    let met = sets.iter().map(|(_, holder, fact, _)| (holder.subject.clone(), fact.span)).collect();
    Outcome { answer: Answer::Yes, notes: Vec::new(), met }
}
