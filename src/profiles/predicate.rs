//! The library of predicates: what a clause can ask of the facts of a manual.
//!
//! Their written form is in `README.md` beside this file. All are pure; the answer has four values, since a fact may be missing
//! and a text of law may be read in two ways.

mod compare;
pub mod evaluate;
mod hours;
pub mod read;
mod say;
mod serves;
mod time;

use super::facts::Value;
use crate::diag::Args;
use crate::lang::Text;
use crate::span::Span;
use crate::values::{Decimal, Duration, Percent};

pub use evaluate::evaluate;
pub use say::describe;

/// What is asked.
#[derive(Debug, Clone)]
pub enum Predicate {
    All(Vec<Predicate>),
    Any(Vec<Predicate>),
    Not(Box<Predicate>),
    /// Not; and where a fact is missing, it is taken not to be so.
    Unless(Box<Predicate>),
    /// Holds, but leaves a doubt: the clause is met only in its weaker reading.
    Doubtful(Box<Predicate>),
    /// A predicate that the profile names.
    Term(String),
    /// For each record of a collection that satisfies `with`.
    Every {
        of: String,
        with: Option<Box<Predicate>>,
        must: Box<Predicate>,
        /// What holds where there is none.
        none: Answer,
    },
    /// At least so many records.
    Some {
        of: String,
        with: Box<Predicate>,
        at_least: usize,
    },
    Given(String),
    /// Whether it is written: for conditions, since its answer is never unknown.
    Stated(String),
    /// The value is one of these words.
    Is(String, Vec<String>),
    /// The list holds all of these words.
    Has(String, Vec<String>),
    HasAny(String, Vec<String>),
    /// The list holds all of these words, one after the other; others may stand between them.
    InOrder(String, Vec<String>),
    Lacks(String, Vec<String>),
    /// The list holds nothing else.
    Only(String, Vec<String>),
    Compare(Relation, String, Box<Amount>),
    /// The first list holds all that the second does.
    Covers(String, String),
    /// The lists share no word; the second may be missing.
    Apart(String, String),
    /// The lists at all these paths are the same.
    Same(Vec<String>),
    /// The records' hours together cover the hours at a path, or all of the week.
    Open {
        of: String,
        with: Option<Box<Predicate>>,
        cover: Cover,
    },
    /// A case is answered within a time, the steps included.
    Answers {
        limit: Duration,
        /// The time may stop while the customer completes what was filed.
        stops_to_complete: bool,
    },
    /// Indicators that measure something have a target at least so strict.
    Measured {
        what: String,
        share: Percent,
        within: Duration,
        strict: bool,
    },
    /// The team at a path serves so large a part within a time at its busiest, as the formulas of queues reckon.
    Serves {
        path: String,
        share: Percent,
        within: Duration,
    },
    /// Whatever can be reached over references satisfies something.
    Reaches {
        of: String,
        by: String,
        must: Box<Predicate>,
    },
    /// A date that is not past on the day of the check.
    NotPast(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    AtMost,
    AtLeast,
    Above,
    Below,
}

/// What a fact is compared with.
#[derive(Debug, Clone)]
pub struct Amount {
    pub value: Value,
    /// As the profile writes it.
    pub text: String,
}

#[derive(Debug, Clone)]
pub enum Cover {
    Always,
    Path(String),
    /// So many hours in an ordinary week, whichever they are.
    PerWeek(Decimal),
}

/// The answer to a predicate. The order is that of a conjunction: the worst answer wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    No,
    Unknown,
    /// Yes in a weaker reading only.
    Doubt,
    Yes,
}

/// Why the answer is not a plain yes: a place, and what is said and asked there.
#[derive(Debug, Clone)]
pub struct Note {
    pub span: Span,
    /// `kind/id`; empty for the manifest.
    pub subject: String,
    pub text: Text,
    pub args: Args,
    /// A fact is missing, rather than wrong.
    pub missing: bool,
}

/// An answer with its reasons, and the places that give a yes.
#[derive(Debug, Clone)]
pub struct Outcome {
    pub answer: Answer,
    pub notes: Vec<Note>,
    /// `kind/id` and place; an empty subject is the manifest.
    pub met: Vec<(String, Span)>,
}
