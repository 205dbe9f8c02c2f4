//! What readers ask for, noted where somebody wants to know: so the language can be described by the code that reads it.
//!
//! An ordinary reading keeps no trace; every question then costs one look at an empty option.

use super::*;
use crate::parse::value_error::specimen;
use crate::values::Expectation;

/// The form of a word: one of it, and the regular expression of ECMA-262 that takes just what the reader takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    pub example: &'static str,
    pub pattern: &'static str,
}

/// What a reader asked of a value or of a mapping.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// A mapping for the value of a key.
    Key(&'static str),
    /// A mapping for at least one of some keys, without which nothing can be read.
    Required(Vec<&'static str>),
    /// A mapping for any other keys.
    Others,
    /// A value for whether it has a key, before it is known what it is.
    Looked(&'static str),
    Word,
    /// A word that others can name.
    Id,
    Text,
    /// A text in which an id counts as a link.
    LinkedText,
    /// A text that is set as a value where it is one.
    ValueText,
    Boolean,
    Hours,
    /// A value for whether nothing is written, which says something here.
    Blank,
    Choice(Vec<&'static str>),
    /// A word of a form that is not a value of the language, such as the code of a currency.
    Formed {
        expected: Words,
        form: Form,
    },
    /// A value by its grammar: what the grammar expects, and those of [`SPECIMENS`] that it takes.
    Value {
        what: Option<Expectation>,
        takes: Vec<&'static str>,
    },
    Reference(Kind),
    /// An id of a kind, or one of some words.
    ReferenceOr(Kind, Vec<String>),
    /// A mapping by its keys, read by a function of this name.
    Map(&'static str),
    /// A mapping from ids to entries.
    Entries,
    /// A list, or one value in its place.
    Many,
    /// A value that may differ by case.
    Variant,
    /// A value that may be `{ none: reason }`.
    Given,
}

/// Questions, each with the place of the value or mapping it was asked of.
pub type Trace = Vec<(Span, Asked)>;

/// Values on which grammars are tried, to learn what each takes.
pub const SPECIMENS: [&str; 27] = [
    "1",
    "2.5",
    "-1",
    "free",
    "2026",
    "2026-Q3",
    "2026-09",
    "2026-11-02",
    "12-25",
    "holidays",
    "day 5 of each month",
    "08:30-18:00",
    "08:30",
    "mon",
    "monthly",
    "3 business days",
    "24 business hours",
    "95 %",
    "30 PEN",
    "22 per day",
    "2 per 20",
    "1 per 20",
    "8..20",
    "0..10",
    "<= 3 business days",
    "<= 95 %",
    "una palabra",
];

impl Context<'_> {
    /// Notes a question, where a trace is kept. `asked` is made only then.
    pub(super) fn asked(&mut self, of: Span, asked: impl FnOnce() -> Asked) {
        if let Some(trace) = &mut self.trace {
            trace.push((of, asked()));
        }
    }
}

impl Slot<'_, '_, '_> {
    /// Notes a question about this value that no method of it asks.
    pub fn asked(&mut self, asked: Asked) {
        let span = self.span();
        self.cx.asked(span, || asked);
    }

    /// Notes that the value is read by a grammar.
    pub(super) fn asked_value<T>(&mut self, parse: &impl Fn(&str) -> Result<T, ValueError>) {
        let span = self.span();
        self.cx.asked(span, || {
            let what = match parse("\u{1}").err() {
                Some(ValueError::Expected { what, .. } | ValueError::UnknownWord { what, .. }) => Some(what),
                _ => None,
            };
            let own = what.map(specimen);
            let takes = own.into_iter().chain(SPECIMENS).filter(|text| parse(text).is_ok()).collect();
            Asked::Value { what, takes }
        });
    }
}
