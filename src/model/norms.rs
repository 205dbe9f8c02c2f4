//! Objectives (C9), principles (H1) and standards of conduct (C10).

use super::base::Base;
use super::channel::ChannelKind;
use super::message::Moment;
use super::service::{PRIORITIES, Priority};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::Reader;
use crate::span::{Span, Spanned};
use crate::values::When;

#[derive(Debug, Clone)]
pub struct Objective {
    pub base: Base,
    pub statement: Option<Text>,
    pub indicators: Vec<Spanned<String>>,
    /// Standards of conduct that serve it.
    pub standards: Vec<Spanned<String>>,
    pub due: Option<Spanned<When>>,
}

impl Objective {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Objective {
        let base = Base::read(r, at, "name");
        let statement = r.text("statement");
        Objective {
            base,
            statement,
            indicators: r.references("indicators", Kind::Indicators),
            standards: r.references("standards", Kind::Standards),
            due: r.date("due"),
        }
    }
}

#[derive(Debug, Clone)]
pub struct Principle {
    pub base: Base,
    pub statement: Option<Text>,
    /// What it looks like at work.
    pub practice: Option<Text>,
}

impl Principle {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Principle {
        let base = Base::read(r, at, "name");
        Principle { base, statement: r.text("statement"), practice: r.text("practice") }
    }
}

/// A tangible, checkable statement of how customers are treated.
#[derive(Debug, Clone)]
pub struct Standard {
    pub base: Base,
    pub statement: Option<Text>,
    pub roles: Vec<Spanned<String>>,
    /// Channels by id or by kind.
    pub channels: Vec<Spanned<String>>,
    pub moments: Vec<Spanned<Moment>>,
    /// Objectives that it serves.
    pub objectives: Vec<Spanned<String>>,
    /// How it is seen that the standard is kept.
    pub observed_by: Option<Text>,
    pub why: Option<Text>,
    pub example: Option<Text>,
    pub avoid: Option<Text>,
    /// Which standards the poster shows first.
    pub priority: Option<Spanned<Priority>>,
    /// Holds for the internal customer too.
    pub internal: bool,
}

impl Standard {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Standard {
        let base = Base::read(r, at, "name");
        let statement = r.text("statement");
        let kinds = ChannelKind::ALL.map(|(name, _)| name);
        let applies = r.map("applies_to", |r| {
            (
                r.references("roles", Kind::Roles),
                r.many("channels", |s| s.reference_or(Kind::Channels, &kinds)),
                r.many("moments", |s| s.choice(&Moment::ALL)),
            )
        });
        let (roles, channels, moments) = applies.unwrap_or_default();
        let mut objectives = r.references("objectives", Kind::Objectives);
        objectives.extend(r.references("objective", Kind::Objectives));
        Standard {
            base,
            statement,
            roles,
            channels,
            moments,
            objectives,
            observed_by: r.text("observed_by"),
            why: r.text("why"),
            example: r.text("example"),
            avoid: r.text("avoid"),
            priority: r.choice("priority", &PRIORITIES),
            internal: r.boolean("internal").is_some_and(|b| b.value),
        }
    }
}
