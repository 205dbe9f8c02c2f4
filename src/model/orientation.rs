//! Orientation of new staff (E5): what to read and by when, how to show that it was understood, and the short tests.

use super::base::Base;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Reader, Slot, Variant};
use crate::span::{Span, Spanned};
use crate::values::{Decimal, Duration, parse_number};

/// What a new member of staff must know, and by when.
#[derive(Debug, Clone, Default)]
pub struct Orientation {
    pub day_one: Vec<Module>,
    pub week_one: Vec<Module>,
    pub month_one: Vec<Module>,
}

/// One thing to read or to do: `kind/id`, an id or words, with the time it takes.
#[derive(Debug, Clone)]
pub struct Module {
    pub read: Option<Text>,
    pub time: Option<Variant<Duration>>,
    /// What the reader does with it.
    pub does: Option<Text>,
}

impl Orientation {
    /// Reads the three stages from the keys of a mapping.
    pub fn read(r: &mut Reader<'_, '_, '_>) -> Orientation {
        Orientation {
            day_one: r.many("day_one", module),
            week_one: r.many("week_one", module),
            month_one: r.many("month_one", module),
        }
    }

    /// The three stages in their order.
    pub fn stages(&self) -> [&[Module]; 3] {
        [&self.day_one, &self.week_one, &self.month_one]
    }

    pub fn modules(&self) -> impl Iterator<Item = &Module> {
        self.stages().into_iter().flatten()
    }
}

fn module(slot: Slot<'_, '_, '_>) -> Option<Module> {
    if !slot.is_map() {
        return Some(Module { read: Some(slot.linked_text()?), time: None, does: None });
    }
    slot.map(|r| {
        r.require("read");
        Module { read: r.slot("read").and_then(Slot::linked_text), time: r.duration("time"), does: r.text("does") }
    })
}

/// The reading path of a role.
#[derive(Debug, Clone)]
pub struct Path {
    pub base: Base,
    pub role: Option<Spanned<String>>,
    pub orientation: Orientation,
    /// What is ticked off together with whoever accompanies the newcomer.
    pub checklist: Vec<Text>,
    pub quizzes: Vec<Spanned<String>>,
    /// The role before whom the reading is signed for.
    pub signed_before: Option<Spanned<String>>,
}

impl Path {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Path {
        let base = Base::read(r, at, "name");
        r.require("role");
        Path {
            base,
            role: r.reference("role", Kind::Roles),
            orientation: Orientation::read(r),
            checklist: r.texts("checklist"),
            quizzes: r.references("quizzes", Kind::Quizzes),
            signed_before: r.reference("signed_before", Kind::Roles),
        }
    }
}

/// A short test.
#[derive(Debug, Clone)]
pub struct Quiz {
    pub base: Base,
    pub roles: Vec<Spanned<String>>,
    /// When it is passed.
    pub passes: Option<Text>,
    pub questions: Vec<QuizQuestion>,
}

#[derive(Debug, Clone)]
pub struct QuizQuestion {
    pub id: Spanned<String>,
    pub ask: Option<Text>,
    pub options: Vec<Text>,
    /// The number of the right option, counted from 1; several where several are right.
    pub answer: Vec<Spanned<Decimal>>,
    /// Where the manual gives the answer.
    pub place: Option<Text>,
    pub why: Option<Text>,
}

impl QuizQuestion {
    /// The options that are right, by number and words; none for a number that no option has.
    pub fn right(&self) -> impl Iterator<Item = (usize, &Text)> {
        self.answer.iter().filter_map(|answer| {
            let number = answer.value.to_string().parse::<usize>().ok()?;
            Some((number, self.options.get(number.checked_sub(1)?)?))
        })
    }
}

impl Quiz {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Quiz {
        let base = Base::read(r, at, "name");
        r.require("questions");
        Quiz {
            base,
            roles: r.references("roles", Kind::Roles),
            passes: r.text("passes"),
            questions: r.slot("questions").map_or_else(Vec::new, |s| s.entries(question)),
        }
    }
}

fn question(id: Spanned<String>, slot: Slot<'_, '_, '_>) -> Option<QuizQuestion> {
    slot.map(|r| {
        for key in ["ask", "options", "answer"] {
            r.require(key);
        }
        QuizQuestion {
            id,
            ask: r.text("ask"),
            options: r.texts("options"),
            answer: r.many("answer", |s| s.parsed(parse_number)),
            place: r.slot("place").and_then(Slot::linked_text),
            why: r.text("why"),
        }
    })
}
