//! A profile: a law, a standard, or the organisation's own rules, as data. The form is in `README.md` beside this file.

mod read;

use super::predicate::Predicate;
use crate::diag::{Arg, Severity};
use crate::lang::Lang;
use crate::span::Span;
use crate::values::Date;

pub use read::pack;

/// A text in the three languages, in the order of [`Lang::ALL`]. What a profile says in one language only stands for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told(pub [String; 3]);

impl Told {
    pub fn in_lang(&self, lang: Lang) -> &str {
        let place = Lang::ALL.iter().position(|known| *known == lang).unwrap_or(0);
        &self.0[place]
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(String::is_empty)
    }
}

impl From<&Told> for Arg {
    fn from(told: &Told) -> Arg {
        Arg::Told(Box::new(told.0.clone()))
    }
}

/// How well the figures and numbers of a clause were checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Against the published text.
    Verified,
    /// As others quote it.
    Quoted,
    /// General knowledge: for voluntary standards, clause numbers indicative.
    General,
    /// Not at all: does not ship.
    Unverified,
    /// The organisation's own rules need no source.
    Own,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Law,
    Standard,
    Own,
}

#[derive(Debug, Clone)]
pub struct Pack {
    pub slug: String,
    pub kind: Kind,
    pub name: Told,
    /// Where the text was published, and the articles.
    pub source: Told,
    pub address: Option<String>,
    /// What readers have to know: appeals, regulations that are still missing.
    pub status: Told,
    pub label: Label,
    pub in_force: Option<Date>,
    /// From when it must be met.
    pub due: Option<Date>,
    /// Until when the source was read.
    pub review_by: Option<Date>,
    /// Whom it binds, in words, and as a predicate.
    pub scope: Told,
    pub applies: Option<Predicate>,
    /// Whom it does not bind may follow it of their own will: what fails there is told as a note.
    pub voluntary: bool,
    /// Predicates with a name.
    pub terms: Vec<(String, Predicate)>,
    /// Profiles to declare too, and when.
    pub companions: Vec<(String, Predicate)>,
    pub clauses: Vec<Clause>,
    pub span: Span,
    /// Ships with the program.
    pub shipped: bool,
}

#[derive(Debug, Clone)]
pub struct Clause {
    pub id: String,
    pub text: Told,
    pub label: Label,
    pub severity: Severity,
    pub applies: Option<Predicate>,
    pub check: Option<Predicate>,
    /// What has to be declared, where nothing can be computed.
    pub attest: Option<Told>,
    /// Other dates than the profile's.
    pub due: Option<Date>,
    /// Clauses of other profiles that prevail: `slug/id`.
    pub superseded_by: Vec<(String, Span)>,
    pub span: Span,
}

impl Pack {
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }
}

/// A mistake in a profile.
#[derive(Debug, Clone)]
pub enum Fault {
    UnknownPredicate {
        name: String,
        near: Option<String>,
    },
    /// A path or word that no manual has.
    UnknownFact {
        path: String,
        near: Option<String>,
    },
    UnknownKey {
        key: String,
        near: Option<String>,
    },
    Missing {
        key: &'static str,
    },
    Shape {
        expected: String,
    },
    /// A clause that nobody verified.
    Label,
    /// A `slug` that is not the name of the file.
    Slug {
        file: String,
    },
    DuplicateClause {
        id: String,
    },
    /// A term that leads back to itself.
    TermCircle {
        term: String,
    },
}

/// Mistakes with their places, and the names that have to exist when all has been read.
#[derive(Debug, Default)]
pub struct Faults {
    pub list: Vec<(Span, Fault)>,
    pub terms: Vec<(String, Span)>,
}

impl Faults {
    pub fn add(&mut self, span: Span, fault: Fault) {
        self.list.push((span, fault));
    }
}
