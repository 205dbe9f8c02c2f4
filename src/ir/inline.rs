//! Runs of text.

use serde::Serialize;

/// A run of text. Closed: a renderer must know every kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Inline {
    Text {
        text: String,
    },
    Strong {
        content: Vec<Inline>,
    },
    Emph {
        content: Vec<Inline>,
    },
    /// Struck out: a name that must not be used.
    Strike {
        content: Vec<Inline>,
    },
    Code {
        text: String,
    },
    /// The organisation's code of something: `MC-01`.
    Mark {
        text: String,
    },
    /// A value of the model, formatted: kept together, set a little stronger.
    Value {
        text: String,
    },
    /// A time limit in running text: set in brackets.
    Limit {
        text: String,
    },
    /// A blank to be filled by who speaks: `su nombre`.
    Slot {
        text: String,
    },
    /// A state as word and sign: met, missed, complete …
    State {
        state: State,
        text: String,
    },
    /// A link to a place in the manual, by anchor.
    Ref {
        to: String,
        content: Vec<Inline>,
    },
    /// A link out of the manual: http, https, mailto or tel.
    Link {
        href: String,
        content: Vec<Inline>,
    },
    /// A footnote.
    Note {
        content: Vec<Inline>,
    },
    /// Words in another language.
    Lang {
        lang: String,
        content: Vec<Inline>,
    },
    /// A picture in running text, by its path beneath `assets/`.
    Picture {
        path: String,
        alt: String,
    },
    /// A box of a task list.
    Task {
        done: bool,
    },
    /// A line break.
    Break,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Met,
    Missed,
    Pending,
    Complete,
    Partial,
    Missing,
    NotApplicable,
}

impl Inline {
    pub fn text(text: impl Into<String>) -> Self {
        Inline::Text { text: text.into() }
    }
}

/// Inlines of one plain text.
pub fn plain(text: impl Into<String>) -> Vec<Inline> {
    vec![Inline::text(text)]
}
