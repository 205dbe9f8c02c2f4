//! Channels and sites (C6, F1): how a customer reaches the service, when, and how soon somebody answers.

use super::base::{Base, languages};
use super::calendar::{self, CalendarChoice};
use super::capacity::Capacity;
use super::details::Details;
use super::hours::hours;
use super::target::{TargetSpec, figures_of, limits, target_list, value_of};
use crate::lang::details::CHANNEL;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Reader, Variant};
use crate::span::{Span, Spanned};
use crate::values::{Hours, Percent, Quantity, Rate, Target};

/// The form of attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChannelKind {
    FaceToFace,
    Telephone,
    Email,
    Chat,
    Messaging,
    Web,
    App,
    Social,
    Post,
    Visit,
    Box,
    Terminal,
}

impl ChannelKind {
    pub const ALL: [(&'static str, ChannelKind); 12] = [
        ("face_to_face", ChannelKind::FaceToFace),
        ("telephone", ChannelKind::Telephone),
        ("email", ChannelKind::Email),
        ("chat", ChannelKind::Chat),
        ("messaging", ChannelKind::Messaging),
        ("web", ChannelKind::Web),
        ("app", ChannelKind::App),
        ("social", ChannelKind::Social),
        ("post", ChannelKind::Post),
        ("visit", ChannelKind::Visit),
        ("box", ChannelKind::Box),
        ("terminal", ChannelKind::Terminal),
    ];
}

#[derive(Debug, Clone)]
pub struct Channel {
    pub base: Base,
    pub kind: Option<Spanned<ChannelKind>>,
    pub address: Option<Text>,
    pub caller_cost: Option<Text>,
    pub sites: Vec<Spanned<String>>,
    pub hours: Option<Spanned<Hours>>,
    pub calendar: Option<CalendarChoice>,
    pub first_response: Option<FirstResponse>,
    pub capacity: Option<Capacity>,
    pub wait_message: Option<Text>,
    pub standards: Vec<Spanned<String>>,
    pub what_for: Option<Text>,
    pub languages: Vec<Spanned<String>>,
    pub used_by: Option<Variant<Percent>>,
    pub accessibility: Option<Text>,
    pub details: Details,
}

/// The expected first response.
#[derive(Debug, Clone)]
pub struct FirstResponse {
    pub targets: Vec<TargetSpec>,
    pub indicator: Option<Spanned<String>>,
    pub span: Span,
}

impl Channel {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Channel {
        let base = Base::read(r, at, "name");
        r.require("kind");
        Channel {
            base,
            kind: r.choice("kind", &ChannelKind::ALL),
            address: r.text("address"),
            caller_cost: r.text("caller_cost"),
            sites: r.references("sites", Kind::Sites),
            hours: r.slot("hours").and_then(hours),
            calendar: calendar::choice(r),
            first_response: first_response(r),
            capacity: r.map("capacity", Capacity::read),
            wait_message: r.text("wait_message"),
            standards: r.references("standards", Kind::Standards),
            what_for: r.text("for"),
            languages: languages(r),
            used_by: r.percent("used_by"),
            accessibility: r.text("accessibility"),
            details: Details::read(r, CHANNEL),
        }
    }
}

impl Channel {
    /// Whether customers wait there for a person. Who has an appointment, or writes a letter, stands in no queue.
    pub fn has_queue(&self) -> bool {
        use ChannelKind::{Box, Post, Terminal, Visit};
        let kind = self.kind.as_ref().map(|k| k.value);
        !matches!(kind, None | Some(Visit | Post | Box | Terminal))
    }
}

fn first_response(r: &mut Reader<'_, '_, '_>) -> Option<FirstResponse> {
    let own = |key: &str| matches!(key, "target" | "targets");
    let response = r.map("first_response", |r| {
        let span = r.span();
        let indicator = r.reference("indicator", Kind::Indicators);
        let mut targets = r.slot("targets").map_or_else(Vec::new, target_list);
        targets.extend(r.slot("target").map_or_else(Vec::new, target_list));
        // `first_response: { within: 2 hours }` is short for a hard limit.
        if !r.pairs().iter().any(|p| p.key.scalar().is_some_and(own))
            && let Some(limit) = r.quantity("within")
        {
            targets.extend(limits(&limit));
        }
        FirstResponse { targets, indicator, span }
    })?;
    r.record("first_response", value_of(&response.targets));
    for (part, value) in figures_of(&response.targets) {
        r.record(&format!("first_response.{part}"), value);
    }
    Some(response)
}

#[derive(Debug, Clone)]
pub struct Site {
    pub base: Base,
    pub address: Option<Text>,
    pub phone: Option<Text>,
    pub email: Option<Text>,
    pub hours: Option<Spanned<Hours>>,
    pub calendar: Option<CalendarChoice>,
    pub access: Vec<Text>,
    pub windows: Vec<(Option<Text>, Option<Spanned<Hours>>)>,
    pub channels: Vec<Spanned<String>>,
    pub district: Option<Text>,
    pub capacity: Option<Text>,
    pub manager: Option<Spanned<String>>,
    /// One entry may stand for many like places.
    pub count: Option<Variant<Rate>>,
}

impl Site {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Site {
        Site {
            base: Base::read(r, at, "name"),
            address: r.text("address"),
            phone: r.text("phone"),
            email: r.text("email"),
            hours: r.slot("hours").and_then(hours),
            calendar: calendar::choice(r),
            access: r.texts("access"),
            windows: r.maps("windows", |r| {
                r.require("name");
                r.require("hours");
                (r.text("name"), r.slot("hours").and_then(hours))
            }),
            channels: r.references("channels", Kind::Channels),
            district: r.text("district"),
            capacity: r.text("capacity"),
            manager: r.reference("manager", Kind::Roles),
            count: r.rate("count"),
        }
    }
}

/// The duration of a first response, where it is one.
pub fn first_duration(targets: &[TargetSpec]) -> Option<crate::values::Duration> {
    targets.iter().find_map(|t| match &t.target {
        Target::ShareWithin { within, .. } => Some(*within),
        Target::Maximum(bound) | Target::Mean(bound) => match &bound.value {
            Quantity::Duration(duration) => Some(*duration),
            Quantity::Percent(_) | Quantity::Money(_) | Quantity::Rate(_) => None,
        },
        _ => None,
    })
}
