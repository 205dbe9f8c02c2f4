//! Commitments to the customer and their redress (C4).

use super::base::Base;
use super::details::Details;
use super::target::{TargetSpec, targets};
use crate::lang::details::COMMITMENT;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Given, Reader, Variant};
use crate::span::{Span, Spanned};
use crate::values::Duration;

#[derive(Debug, Clone)]
pub struct Commitment {
    /// The name is the promise itself, in the customer's words.
    pub base: Base,
    /// The service it was written in or names.
    pub service: Option<Spanned<String>>,
    pub within: Option<Variant<Duration>>,
    pub clock: Option<Clock>,
    /// Indicators that measure it.
    pub indicators: Vec<Spanned<String>>,
    /// Suppliers and alliances without whom it cannot be kept.
    pub suppliers: Vec<Spanned<String>>,
    pub alliances: Vec<Spanned<String>>,
    /// Ids of the service's steps that run, one after another, while the customer waits for it.
    pub steps: Vec<Spanned<String>>,
    /// A measure of its own.
    pub targets: Given<Vec<TargetSpec>>,
    pub conditions: Vec<Text>,
    /// To whom or what it applies, as dimension and words.
    pub applies_to: Vec<(String, Vec<Spanned<String>>)>,
    pub redress: Given<Redress>,
    pub details: Details,
}

/// When a time limit starts, stops, pauses and restarts.
#[derive(Debug, Clone)]
pub struct Clock {
    pub starts: Option<Text>,
    pub stops: Option<Text>,
    pub pauses: Vec<Text>,
    pub restarts: Option<Text>,
    pub silence: Option<Text>,
}

/// What the customer gets when the commitment is broken.
#[derive(Debug, Clone)]
pub struct Redress {
    pub gives: Option<Text>,
    pub when: Option<Text>,
    pub how: Option<Spanned<RedressMode>>,
    pub by: Option<Variant<Duration>>,
    pub excludes: Vec<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RedressMode {
    Automatic,
    OnRequest,
}

impl Commitment {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Commitment {
        let base = Base::read(r, at, "promise");
        let mut indicators = r.references("indicator", Kind::Indicators);
        indicators.extend(r.references("indicators", Kind::Indicators));
        Commitment {
            base,
            service: r.reference("service", Kind::Services),
            within: r.duration("within"),
            clock: r.map("clock", clock),
            indicators,
            suppliers: r.references("suppliers", Kind::Suppliers),
            alliances: r.references("alliances", Kind::Alliances),
            steps: r.many("steps", |s| s.word()),
            targets: targets(r),
            conditions: r.texts("conditions"),
            applies_to: r.map("applies_to", applies_to).unwrap_or_default(),
            redress: r.given("redress", |slot| slot.map(redress)),
            details: Details::read(r, COMMITMENT),
        }
    }
}

pub fn redress(r: &mut Reader<'_, '_, '_>) -> Redress {
    r.require("gives");
    Redress {
        gives: r.text("gives"),
        when: r.text("when"),
        how: r.choice("how", &[("automatic", RedressMode::Automatic), ("on_request", RedressMode::OnRequest)]),
        by: r.duration("by"),
        excludes: r.texts("excludes"),
    }
}

pub fn clock(r: &mut Reader<'_, '_, '_>) -> Clock {
    Clock {
        starts: r.text("starts"),
        stops: r.text("stops"),
        pauses: r.texts("pauses"),
        restarts: r.text("restarts"),
        silence: r.text("silence"),
    }
}

/// Dimensions of the organisation's own are allowed; segment, channel and site are references.
fn applies_to(r: &mut Reader<'_, '_, '_>) -> Vec<(String, Vec<Spanned<String>>)> {
    let mut out = Vec::new();
    for (key, kind) in
        [("segment", Kind::Segments), ("channel", Kind::Channels), ("site", Kind::Sites), ("service", Kind::Services)]
    {
        let ids = r.references(key, kind);
        if !ids.is_empty() {
            out.push((key.to_owned(), ids));
        }
    }
    for pair in r.pairs() {
        let Some(key) = pair.key.scalar() else { continue };
        if !["segment", "channel", "site", "service"].contains(&key)
            && let Some(word) = pair.value.scalar()
        {
            out.push((key.to_owned(), vec![Spanned { value: word.to_owned(), span: pair.value.span }]));
        }
    }
    r.allow_others();
    out
}
