//! YAML → predicates, with every mistake at its place.

use super::{Amount, Answer, Cover, Predicate, Relation};
use crate::parse::yaml::{Kind, Node};
use crate::parse::{nearest, tongue};
use crate::profiles::facts::{Value, known};
use crate::profiles::pack::{Fault, Faults};
use crate::span::Span;
use crate::values::{Decimal, Duration, Money, MonthDay, Percent, ValueError, parse_number};

/// The names of the predicates.
pub const NAMES: [&str; 29] = [
    "all",
    "any",
    "not",
    "doubtful",
    "term",
    "every",
    "some",
    "given",
    "is",
    "has",
    "has_any",
    "in_order",
    "lacks",
    "only",
    "at_most",
    "at_least",
    "above",
    "below",
    "covers",
    "same",
    "open",
    "answers_within",
    "measured",
    "serves",
    "reaches",
    "not_past",
    "unless",
    "stated",
    "apart",
];

const PER_WEEK: &str = " hours per week";

/// Keys beside a predicate that belong to it.
const PARTS: [&str; 5] = ["with", "must", "none", "cover", "by"];

/// Reads a predicate about records of a collection (none: about the manual).
pub fn predicate(node: &Node, of: &str, faults: &mut Faults) -> Option<Predicate> {
    let Some(pairs) = node.pairs() else {
        faults.add(node.span, Fault::Shape { expected: "{ is: { … } }".to_owned() });
        return None;
    };
    let mut list = Vec::new();
    let names = || pairs.iter().filter_map(|pair| pair.key.scalar());
    // Beside a name that nobody knows, its parts are no fault of their own.
    let is_quantified = names().any(|name| {
        ["every", "some", "open", "reaches"].contains(&name) || !NAMES.contains(&name) && !PARTS.contains(&name)
    });
    for pair in pairs {
        let Some(name) = pair.key.scalar() else { continue };
        if PARTS.contains(&name) && is_quantified {
            continue;
        }
        list.extend(one(name, pair.key.span, &pair.value, node, of, faults));
    }
    match list.len() {
        0 => None,
        1 => list.pop(),
        _ => Some(Predicate::All(list)),
    }
}

fn one(name: &str, at: Span, value: &Node, whole: &Node, of: &str, faults: &mut Faults) -> Option<Predicate> {
    let mut inner = |node: &Node, of: &str| predicate(node, of, faults);
    let boxed = |p: Option<Predicate>| p.map(Box::new);
    match name {
        // What is left of a list of which one cannot be read is not what was asked.
        "all" => Some(Predicate::All(each(value, |node| inner(node, of))?)),
        "any" => Some(Predicate::Any(each(value, |node| inner(node, of))?)),
        "not" => Some(Predicate::Not(boxed(inner(value, of))?)),
        "unless" => Some(Predicate::Unless(boxed(inner(value, of))?)),
        "doubtful" => Some(Predicate::Doubtful(boxed(inner(value, of))?)),
        "term" => {
            let term = scalar(value, faults)?;
            faults.terms.push((term.clone(), value.span));
            Some(Predicate::Term(term))
        }
        "every" => {
            let of = collection(value, faults)?;
            let with = condition(whole, &of, faults)?;
            let Some(must) = whole.get("must") else {
                faults.add(at, Fault::Missing { key: "must" });
                return None;
            };
            let none = match whole.get("none") {
                None => Answer::Unknown,
                Some(node) => match node.scalar() {
                    Some("pass") => Answer::Yes,
                    Some("fail") => Answer::No,
                    Some("unknown") => Answer::Unknown,
                    _ => {
                        faults.add(node.span, Fault::Shape { expected: "pass, fail, unknown".to_owned() });
                        Answer::Unknown
                    }
                },
            };
            let must = Box::new(predicate(must, &of, faults)?);
            Some(Predicate::Every { of, with, must, none })
        }
        "some" => {
            let of = collection(value, faults)?;
            let Some(with) = whole.get("with") else {
                faults.add(at, Fault::Missing { key: "with" });
                return None;
            };
            Some(Predicate::Some { with: Box::new(predicate(with, &of, faults)?), of, at_least: 1 })
        }
        "open" => {
            let of = collection(value, faults)?;
            let with = condition(whole, &of, faults)?;
            let cover = match whole.get("cover").and_then(Node::scalar) {
                Some("24/7") => Cover::Always,
                Some(text) if text.ends_with(PER_WEEK) => match parse_number(text.trim_end_matches(PER_WEEK).trim()) {
                    Ok(hours) => Cover::PerWeek(hours),
                    Err(_) => {
                        faults.add(value.span, Fault::Shape { expected: "40 hours per week".to_owned() });
                        return None;
                    }
                },
                Some(path) => Cover::Path(known_path(path, whole.get("cover").map_or(at, |n| n.span), "", faults)?),
                None => {
                    faults.add(at, Fault::Missing { key: "cover" });
                    return None;
                }
            };
            Some(Predicate::Open { of, with, cover })
        }
        "reaches" => {
            let of_path = known_path(value.scalar().unwrap_or_default(), value.span, of, faults)?;
            let Some(must) = whole.get("must") else {
                faults.add(at, Fault::Missing { key: "must" });
                return None;
            };
            Some(Predicate::Reaches { of: of.to_owned(), by: of_path, must: Box::new(predicate(must, of, faults)?) })
        }
        "given" => conjunction(
            list(value)
                .into_iter()
                .map(|n| Some(Predicate::Given(known_path(&scalar(n, faults)?, n.span, of, faults)?))),
        ),
        "stated" => conjunction(
            list(value)
                .into_iter()
                .map(|n| Some(Predicate::Stated(known_path(&scalar(n, faults)?, n.span, of, faults)?))),
        ),
        "apart" => pairs_of(value, faults, |key, value, span, faults| {
            let other = known_path(value.scalar()?, value.span, of, faults)?;
            Some(Predicate::Apart(known_path(key, span, of, faults)?, other))
        }),
        "same" => {
            let paths = list(value).into_iter().filter_map(|n| known_path(&scalar(n, faults)?, n.span, of, faults));
            Some(Predicate::Same(paths.collect()))
        }
        "is" => words(value, of, faults, Predicate::Is),
        "has" => words(value, of, faults, Predicate::Has),
        "has_any" => words(value, of, faults, Predicate::HasAny),
        "in_order" => words(value, of, faults, Predicate::InOrder),
        "lacks" => words(value, of, faults, Predicate::Lacks),
        "only" => words(value, of, faults, Predicate::Only),
        "at_most" => amounts(Relation::AtMost, value, of, faults),
        "at_least" => amounts(Relation::AtLeast, value, of, faults),
        "above" => amounts(Relation::Above, value, of, faults),
        "below" => amounts(Relation::Below, value, of, faults),
        "covers" => pairs_of(value, faults, |key, value, span, faults| {
            let held = known_path(value.scalar()?, value.span, of, faults)?;
            Some(Predicate::Covers(known_path(key, span, of, faults)?, held))
        }),
        "answers_within" => answers(value, at, faults),
        "measured" => measured(value, at, faults),
        "serves" => serves(value, at, of, faults),
        "not_past" => conjunction(
            list(value)
                .into_iter()
                .map(|n| Some(Predicate::NotPast(known_path(&scalar(n, faults)?, n.span, of, faults)?))),
        ),
        _ => {
            let near = nearest::one(name, NAMES.into_iter()).map(str::to_owned);
            faults.add(at, Fault::UnknownPredicate { name: name.to_owned(), near });
            None
        }
    }
}

/// The predicate under `with`, if there is one; none at all where it cannot be read: without it other records would be meant.
fn condition(whole: &Node, of: &str, faults: &mut Faults) -> Option<Option<Box<Predicate>>> {
    match whole.get("with") {
        None => Some(None),
        Some(node) => Some(Some(Box::new(predicate(node, of, faults)?))),
    }
}

fn measured(value: &Node, at: Span, faults: &mut Faults) -> Option<Predicate> {
    let mut part = |key: &'static str| {
        let found = value.get(key);
        if found.is_none() {
            faults.add(at, Fault::Missing { key });
        }
        found
    };
    let (what, share, within) = (part("what"), part("share"), part("within"));
    let (what, share, within) = (what?, share?, within?);
    let name = scalar(what, faults)?;
    let is_known = known_word(&name, what.span, "indicators", "measures", faults);
    let share = parsed(share, Percent::parse, "95 %", faults)?;
    let text = within.scalar().unwrap_or_default();
    let strict = text.trim_start().starts_with('<') && !text.trim_start().starts_with("<=");
    let bare = text.trim_start_matches(['<', '=', ' ']);
    let limit = match Duration::parse(bare) {
        Ok(limit) => limit,
        Err(_) => {
            faults.add(within.span, Fault::Shape { expected: "< 3 minutes".to_owned() });
            return None;
        }
    };
    is_known.then_some(Predicate::Measured { what: name, share, within: limit, strict })
}

/// `15 business days`, or `{ limit: 15 business days, stops_for: completion }`.
fn answers(value: &Node, at: Span, faults: &mut Faults) -> Option<Predicate> {
    let limit = match value.pairs() {
        None => value,
        Some(_) => value.get("limit").or_else(|| {
            faults.add(at, Fault::Missing { key: "limit" });
            None
        })?,
    };
    let stops_to_complete = match value.get("stops_for") {
        None => false,
        Some(node) if node.scalar() == Some("completion") => true,
        Some(node) => {
            faults.add(node.span, Fault::Shape { expected: "completion".to_owned() });
            return None;
        }
    };
    Some(Predicate::Answers { limit: parsed(limit, Duration::parse, "15 business days", faults)?, stops_to_complete })
}

fn serves(value: &Node, at: Span, of: &str, faults: &mut Faults) -> Option<Predicate> {
    let mut part = |key: &'static str| {
        let found = value.get(key);
        if found.is_none() {
            faults.add(at, Fault::Missing { key });
        }
        found
    };
    let (path, share, within) = (part("of"), part("share"), part("within"));
    let (path, share, within) = (path?, share?, within?);
    Some(Predicate::Serves {
        path: known_path(&scalar(path, faults)?, path.span, of, faults)?,
        share: parsed(share, Percent::parse, "95 %", faults)?,
        within: parsed(within, Duration::parse, "3 minutes", faults)?,
    })
}

/// All of a list; none where one of them cannot be read.
fn conjunction(list: impl Iterator<Item = Option<Predicate>>) -> Option<Predicate> {
    // Every one is read, so that every mistake is told.
    let list: Vec<Option<Predicate>> = list.collect();
    let mut list: Vec<Predicate> = list.into_iter().collect::<Option<_>>()?;
    if list.len() == 1 { list.pop() } else { Some(Predicate::All(list)) }
}

/// `{ path: …, path: … }`: all of them.
fn pairs_of(
    value: &Node,
    faults: &mut Faults,
    mut read: impl FnMut(&str, &Node, Span, &mut Faults) -> Option<Predicate>,
) -> Option<Predicate> {
    let Some(pairs) = value.pairs() else {
        faults.add(value.span, Fault::Shape { expected: "{ path: … }".to_owned() });
        return None;
    };
    conjunction(pairs.iter().map(|p| read(p.key.scalar()?, &p.value, p.key.span, faults)))
}

fn words(
    value: &Node,
    of: &str,
    faults: &mut Faults,
    make: impl Fn(String, Vec<String>) -> Predicate,
) -> Option<Predicate> {
    pairs_of(value, faults, |key, value, span, faults| {
        let path = known_path(key, span, of, faults)?;
        // Every word is read, so that every mistake is told.
        let words = list(value).into_iter().map(|node| {
            let word = scalar(node, faults)?;
            known_word(&word, node.span, of, &path, faults).then_some(word)
        });
        let words: Vec<Option<String>> = words.collect();
        Some(make(path, words.into_iter().collect::<Option<_>>()?))
    })
}

fn amounts(relation: Relation, value: &Node, of: &str, faults: &mut Faults) -> Option<Predicate> {
    pairs_of(value, faults, |key, value, span, faults| {
        let path = known_path(key, span, of, faults)?;
        let text = scalar(value, faults)?;
        let Some(amount) = amount(&text) else {
            faults.add(value.span, Fault::Shape { expected: amount_like(&text) });
            return None;
        };
        Some(Predicate::Compare(relation, path, Box::new(Amount { value: amount, text })))
    })
}

/// What to write in place of an amount that is none.
fn amount_like(text: &str) -> String {
    match (Duration::parse(text), parse_number(text)) {
        (Err(ValueError::AmbiguousDays { amount }), _) => {
            format!("`{amount} business days` / `{amount} calendar days`")
        }
        (_, Err(ValueError::TooLarge { .. })) => "≤ 999999999999".to_owned(),
        _ => "`15 business days` / `95 %` / `30 EUR` / `12`".to_owned(),
    }
}

/// A duration, percentage, amount of money, day of the year or number.
fn amount(text: &str) -> Option<Value> {
    let text = text.trim();
    let number: Option<Decimal> = parse_number(text).ok();
    Duration::parse(text)
        .map(|d| Value::Durations(vec![d]))
        .or_else(|_| Percent::parse(text).map(|p| Value::Percents(vec![p])))
        .or_else(|_| Money::parse(text).map(|m| Value::Money(vec![m])))
        .or_else(|_| MonthDay::parse(text).map(Value::DayOfYear))
        .ok()
        .or_else(|| number.map(Value::Number))
}

fn parsed<T, E>(node: &Node, parse: impl Fn(&str) -> Result<T, E>, example: &str, faults: &mut Faults) -> Option<T> {
    let value = node.scalar().and_then(|text| parse(text).ok());
    if value.is_none() {
        faults.add(node.span, Fault::Shape { expected: example.to_owned() });
    }
    value
}

fn collection(node: &Node, faults: &mut Faults) -> Option<String> {
    let name = scalar(node, faults)?;
    let known = known::collections();
    if !known.contains(&name.as_str()) {
        let near = tongue::meant(&name, &known).map(str::to_owned);
        faults.add(node.span, Fault::UnknownFact { path: name, near });
        return None;
    }
    Some(name)
}

/// A path of the records of a collection, or of the manual.
fn known_path(path: &str, at: Span, of: &str, faults: &mut Faults) -> Option<String> {
    let head = path.split('.').next().unwrap_or(path);
    let root = known::ROOTS.contains(&head) && (of.is_empty() || known::paths(of).iter().all(|known| known != path));
    let paths = known::paths(if root { "" } else { of });
    if paths.iter().any(|known| known == path) {
        return Some(path.to_owned());
    }
    // «Horario» is understood as it is in the files of a manual.
    let known: Vec<&str> = paths.iter().map(String::as_str).collect();
    let near = tongue::meant(path, &known).map(str::to_owned);
    faults.add(at, Fault::UnknownFact { path: path.to_owned(), near });
    None
}

/// Whether its key can hold a word, where the key has a closed list.
fn known_word(word: &str, at: Span, of: &str, path: &str, faults: &mut Faults) -> bool {
    let words = [known::words(of, path), known::words("", path)].concat();
    if words.is_empty() || words.contains(&word) {
        return true;
    }
    let near = nearest::one(word, words.into_iter()).map(str::to_owned);
    faults.add(at, Fault::UnknownFact { path: word.to_owned(), near });
    false
}

fn scalar(node: &Node, faults: &mut Faults) -> Option<String> {
    let text = node.scalar().map(str::to_owned);
    if text.is_none() {
        faults.add(node.span, Fault::Shape { expected: "…".to_owned() });
    }
    text
}

/// All items of a list, each read, so that every mistake is told; none where one cannot be read.
fn each(value: &Node, read: impl FnMut(&Node) -> Option<Predicate>) -> Option<Vec<Predicate>> {
    let read: Vec<Option<Predicate>> = list(value).into_iter().map(read).collect();
    read.into_iter().collect()
}

/// The items of a list, or the value itself.
fn list(node: &Node) -> Vec<&Node> {
    match &node.kind {
        Kind::List(items) => items.iter().collect(),
        _ => vec![node],
    }
}
