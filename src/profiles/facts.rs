//! What a manual says, as facts that predicates can ask for: records with dotted paths.
//!
//! Every list of the model that clauses speak of is a collection of records; what is said of the organisation, the
//! publication and the document is one record of its own, the root. A fact keeps its place, so that a finding stands there.

mod build;
mod cases;
pub mod known;
mod links;
mod pauses;

use crate::analysis::procedure::Task;
use crate::diag::Arg;
use crate::model::staffing::Staffing;
use crate::model::target::TargetSpec;
use crate::span::Span;
use crate::values::{Calendar, Decimal, Duration, Hours, Money, MonthDay, Percent, Quantity, Recurrence, When};
use std::collections::BTreeMap;

/// The value of a fact. Where a value differs by case, all of its values stand here.
#[derive(Debug, Clone)]
pub enum Value {
    /// Words of closed lists, ids, codes; a boolean is the word `true` or `false`.
    Words(Vec<String>),
    /// Said in the author's words, which nobody compares.
    Text,
    Durations(Vec<Duration>),
    Money(Vec<Money>),
    Percents(Vec<Percent>),
    Number(Decimal),
    Date(When),
    DayOfYear(MonthDay),
    Recurrence(Recurrence),
    Hours(Box<Hours>),
    Targets(Vec<TargetSpec>),
    /// People who serve a queue, with what comes in.
    Team(Box<Staffing>),
    /// The steps of a case up to its answer.
    Path(Box<Path>),
}

/// The steps of a case up to its answer.
#[derive(Debug, Clone)]
pub struct Path {
    /// The steps with their times: once, or for each severity. One that this case does not take lasts no time.
    pub ways: Vec<Vec<Task>>,
    /// The places of those that give the answer.
    pub answers: Vec<usize>,
    /// Why these may not be the steps up to the answer of this case; none where they surely are.
    pub doubt: Option<Doubt>,
}

/// What a manual leaves open about the steps of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Which of the procedure's steps this type takes, where others name theirs.
    WhichSteps,
    /// Which of them gives the answer.
    WhichAnswers,
}

#[derive(Debug, Clone)]
pub struct Fact {
    pub span: Span,
    pub value: Value,
}

impl Fact {
    /// Words of the fact; none where it holds none.
    pub fn words(&self) -> &[String] {
        match &self.value {
            Value::Words(words) => words,
            _ => &[],
        }
    }

    /// What the manual says, for a message.
    pub fn shown(&self) -> Arg {
        match &self.value {
            Value::Words(words) => code_list(words),
            Value::Text | Value::Targets(_) | Value::Hours(_) | Value::Team(_) | Value::Path(_) => {
                Arg::Plain("…".to_owned())
            }
            Value::Durations(list) => list.iter().map(|d| Quantity::Duration(*d)).collect::<Vec<_>>().into(),
            Value::Money(list) => list.iter().map(|m| Quantity::Money(m.clone())).collect::<Vec<_>>().into(),
            Value::Percents(list) => list.iter().map(|p| Quantity::Percent(p.clone())).collect::<Vec<_>>().into(),
            Value::Number(number) => Arg::Plain(number.normalize().to_string()),
            Value::Date(when) => Arg::Date(when.end()),
            Value::DayOfYear(day) => Arg::Plain(format!("`{:02}-{:02}`", day.month, day.day)),
            Value::Recurrence(Recurrence::Every(duration)) => Quantity::Duration(*duration).into(),
            Value::Recurrence(other) => Arg::Plain(format!("`{}`", known::recurrence(*other))),
        }
    }
}

/// Words as they are written in YAML.
pub fn code_list<T: AsRef<str>>(words: &[T]) -> Arg {
    match words {
        [] => Arg::Plain("`[]`".to_owned()),
        words => words.iter().map(|word| format!("`{}`", word.as_ref())).collect::<Vec<_>>().into(),
    }
}

/// Things said of one entry.
#[derive(Debug, Clone)]
pub struct Record {
    /// `kind/id`; empty for the manifest.
    pub subject: String,
    /// Where the entry stands.
    pub span: Span,
    /// The id by which other records refer to it.
    pub id: String,
    /// Before the paths of some facts, where they are written deeper in the entry: (first key of the path, prefix).
    pub within: Option<(Vec<&'static str>, String)>,
    pub facts: BTreeMap<String, Fact>,
    /// The hours in which it can come in, for a case; empty where it may be any day.
    pub intake: Vec<Hours>,
    /// What stops the clock of its time, for a case, an indicator or a commitment.
    pub pauses: Vec<Pause>,
}

/// A reason for which a clock stops, where its author wrote it.
#[derive(Debug, Clone)]
pub struct Pause {
    /// `kind/id` of the entry that says it.
    pub subject: String,
    pub span: Span,
    pub text: String,
    /// It lasts only until the customer has completed or made clear what was filed.
    pub completes: bool,
}

impl Record {
    pub fn get(&self, path: &str) -> Option<&Fact> {
        self.facts.get(path)
    }

    /// The path as the author has to write it.
    pub fn written(&self, path: &str) -> String {
        let head = path.split('.').next().unwrap_or(path);
        match &self.within {
            Some((keys, prefix)) if keys.contains(&head) => format!("{prefix}.{path}"),
            _ => known::written(path).to_owned(),
        }
    }

    /// The entry as a message names it.
    pub fn named(&self) -> String {
        if self.subject.is_empty() { "manual.yaml".to_owned() } else { self.subject.clone() }
    }
}

/// All facts of a manual.
pub struct Facts {
    /// `organization.…`, `publication.…`, `document.…`, `languages`.
    pub root: Record,
    pub collections: BTreeMap<&'static str, Vec<Record>>,
    pub calendar: Calendar,
    /// Whether the calendar says which days are holidays, so that working days can be counted.
    pub knows_holidays: bool,
}

impl Facts {
    pub fn of(&self, collection: &str) -> &[Record] {
        self.collections.get(collection).map_or(&[], Vec::as_slice)
    }

    /// The fact at a path: of the root where the path begins with one of its keys, else of the record.
    pub fn get<'f>(&'f self, record: &'f Record, path: &str) -> (&'f Record, Option<&'f Fact>) {
        let head = path.split('.').next().unwrap_or(path);
        let holder = if known::ROOTS.contains(&head) { &self.root } else { record };
        (holder, holder.get(path))
    }
}

pub use build::facts;
