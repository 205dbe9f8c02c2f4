//! The complaint procedure (B1–B6).

use super::base::{Base, languages};
use super::commitment::Commitment;
use super::details::Details;
use super::indicator::Indicator;
use super::service::{EscalationStep, escalation, inline};
use crate::lang::details::{CLOSING, PROCEDURE, REDRESS, STEP, TYPE};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Given, Reader, Slot, Variant};
use crate::span::{Span, Spanned};
use crate::values::{Duration, Quantity, Recurrence};

#[derive(Debug, Clone)]
pub struct Procedure {
    pub base: Base,
    pub summary: Option<Text>,
    pub types: Vec<ComplaintType>,
    pub intake: Option<Intake>,
    pub severity: Vec<Severity>,
    pub steps: Vec<ProcedureStep>,
    pub tone: Option<Text>,
    pub answers: Option<Text>,
    pub escalation: Vec<EscalationStep>,
    pub redress: Vec<RedressOffer>,
    pub closing: Option<Closing>,
    pub investigation: Given<Investigation>,
    pub improvement_request: Given<ImprovementRequest>,
    pub corrective_action: Given<CorrectiveAction>,
    pub prevention: Given<Prevention>,
    pub conduct: Vec<Spanned<String>>,
    pub commitments: Vec<Spanned<String>>,
    pub indicators: Vec<Spanned<String>>,
    pub own_commitments: Vec<Commitment>,
    pub own_indicators: Vec<Indicator>,
    pub details: Details,
}

#[derive(Debug, Clone)]
pub struct ComplaintType {
    pub id: Spanned<String>,
    pub name: Option<Text>,
    pub description: Option<Text>,
    pub answer_within: Option<Variant<Duration>>,
    pub first_answer: Option<Variant<Duration>>,
    pub languages: Vec<Spanned<String>>,
    pub examples: Vec<Text>,
    pub details: Details,
}

#[derive(Debug, Clone)]
pub struct Intake {
    pub channels: Vec<IntakeChannel>,
    pub fee: Option<Text>,
    pub register_number: Option<Text>,
    pub acknowledgement: Option<Acknowledgement>,
    pub languages: Vec<Spanned<String>>,
    pub form: Option<Text>,
}

/// A channel of intake; some serve only some services.
#[derive(Debug, Clone)]
pub struct IntakeChannel {
    pub channel: Spanned<String>,
    pub services: Vec<Spanned<String>>,
}

#[derive(Debug, Clone)]
pub struct Acknowledgement {
    pub within: Option<Variant<Duration>>,
    pub channel: Option<Text>,
    pub says: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct Severity {
    pub id: Spanned<String>,
    pub name: Option<Text>,
    pub when: Option<Text>,
    pub first_answer: Option<Variant<Duration>>,
    pub answer_within: Option<Variant<Duration>>,
    pub role: Option<Spanned<String>>,
    pub examples: Vec<Text>,
}

#[derive(Debug, Clone)]
pub struct ProcedureStep {
    pub id: Option<Spanned<String>>,
    pub does: Option<Text>,
    pub role: Option<Spanned<String>>,
    pub within: Option<Variant<Duration>>,
    /// Steps that come before it.
    pub after: Vec<Spanned<String>>,
    pub decision: Option<Decision>,
    pub say: Option<Text>,
    pub span: Span,
    pub details: Details,
}

#[derive(Debug, Clone)]
pub struct Decision {
    pub question: Option<Text>,
    pub yes: Option<Text>,
    pub no: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct RedressOffer {
    pub id: Option<Spanned<String>>,
    pub gives: Text,
    pub up_to: Option<Variant<Quantity>>,
    pub decides: Option<Text>,
    pub when: Option<Text>,
    pub details: Details,
}

#[derive(Debug, Clone)]
pub struct Closing {
    pub requires: Option<Text>,
    pub within: Option<Variant<Duration>>,
    pub says: Option<Text>,
    pub details: Details,
}

/// Investigation of the cause and the record of results (B2).
#[derive(Debug, Clone)]
pub struct Investigation {
    pub causes: Vec<Spanned<String>>,
    /// Names of the causes for readers, by id.
    pub cause_names: Vec<(String, Text)>,
    pub method: Option<Text>,
    pub record: Vec<Text>,
    pub owner: Option<Spanned<String>>,
}

/// B3.
#[derive(Debug, Clone)]
pub struct ImprovementRequest {
    pub when: Option<Text>,
    pub decides: Option<Spanned<String>>,
    pub holds: Vec<Text>,
}

/// B4.
#[derive(Debug, Clone)]
pub struct CorrectiveAction {
    pub verified_by: Option<Spanned<String>>,
    pub after: Option<Variant<Duration>>,
    pub indicator: Option<Spanned<String>>,
    pub if_not_effective: Option<Text>,
}

/// B5.
#[derive(Debug, Clone)]
pub struct Prevention {
    pub review: Option<Spanned<Recurrence>>,
    pub lessons: Option<Text>,
    pub training: Vec<Spanned<String>>,
    pub owner: Option<Spanned<String>>,
}

impl Procedure {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Procedure {
        let base = Base::read(r, at, "name");
        let mut own_commitments = Vec::new();
        let commitments = r.slot("commitments").map_or_else(Vec::new, |slot| {
            inline(slot, Kind::Commitments, |key, r| own_commitments.push(Commitment::read(r, key.span)))
        });
        let mut own_indicators = Vec::new();
        let indicators = r.slot("indicators").map_or_else(Vec::new, |slot| {
            inline(slot, Kind::Indicators, |key, r| own_indicators.push(Indicator::read(r, key.span)))
        });
        Procedure {
            base,
            summary: r.text("summary"),
            types: r.slot("types").map_or_else(Vec::new, |s| s.entries(complaint_type)),
            intake: r.map("intake", intake),
            severity: r.slot("severity").map_or_else(Vec::new, |s| s.entries(severity)),
            steps: r.maps("steps", step),
            tone: r.text("tone"),
            answers: r.slot("answers").and_then(Slot::linked_text),
            escalation: r.maps("escalation", escalation),
            redress: r.many("redress", redress_offer),
            closing: r.map("closing", |r| Closing {
                requires: r.text("requires"),
                within: r.duration("within"),
                says: r.text("says"),
                details: Details::read(r, CLOSING),
            }),
            investigation: r.given("investigation", |s| s.map(investigation)),
            improvement_request: r.given("improvement_request", |s| {
                s.map(|r| ImprovementRequest {
                    when: r.text("when"),
                    decides: r.reference("decides", Kind::Roles),
                    holds: r.texts("holds"),
                })
            }),
            corrective_action: r.given("corrective_action", |s| {
                s.map(|r| CorrectiveAction {
                    verified_by: r.reference("verified_by", Kind::Roles),
                    after: r.duration("after"),
                    indicator: r.reference("indicator", Kind::Indicators),
                    if_not_effective: r.text("if_not_effective"),
                })
            }),
            prevention: r.given("prevention", |s| {
                s.map(|r| Prevention {
                    review: r.recurrence("review"),
                    lessons: r.text("lessons"),
                    training: r.references("training", Kind::Trainings),
                    owner: r.reference("owner", Kind::Roles),
                })
            }),
            conduct: r.references("conduct", Kind::Standards),
            commitments,
            indicators,
            own_commitments,
            own_indicators,
            details: Details::read(r, PROCEDURE),
        }
    }
}

fn complaint_type(id: Spanned<String>, slot: Slot<'_, '_, '_>) -> Option<ComplaintType> {
    slot.map(|r| ComplaintType {
        id,
        name: r.text("name"),
        description: r.text("description"),
        answer_within: r.duration("answer_within"),
        first_answer: r.duration("first_answer"),
        languages: languages(r),
        examples: r.texts("examples"),
        details: Details::read(r, TYPE),
    })
}

fn intake(r: &mut Reader<'_, '_, '_>) -> Intake {
    Intake {
        channels: r.many("channels", |slot| {
            if !slot.is_map() {
                return Some(IntakeChannel { channel: slot.reference(Kind::Channels)?, services: Vec::new() });
            }
            slot.map(|r| {
                r.require("channel");
                let services = r.references("services", Kind::Services);
                Some(IntakeChannel { channel: r.reference("channel", Kind::Channels)?, services })
            })
            .flatten()
        }),
        fee: r.text("fee"),
        register_number: r.text("register_number"),
        acknowledgement: r.map("acknowledgement", |r| Acknowledgement {
            within: r.duration("within"),
            channel: r.slot("channel").and_then(Slot::linked_text),
            says: r.text("says"),
        }),
        languages: languages(r),
        form: r.text("form"),
    }
}

fn severity(id: Spanned<String>, slot: Slot<'_, '_, '_>) -> Option<Severity> {
    slot.map(|r| {
        r.require("when");
        Severity {
            id,
            name: r.text("name"),
            when: r.text("when"),
            first_answer: r.duration("first_answer"),
            answer_within: r.duration("answer_within"),
            role: r.reference("role", Kind::Roles),
            examples: r.texts("examples"),
        }
    })
}

fn step(r: &mut Reader<'_, '_, '_>) -> ProcedureStep {
    r.require("does");
    ProcedureStep {
        span: r.head(),
        id: r.id("id"),
        does: r.text("does"),
        role: r.reference("role", Kind::Roles),
        within: r.duration("within"),
        after: r.many("after", |s| s.word()),
        decision: r.map("decision", |r| Decision {
            question: r.text("question"),
            yes: r.text("yes"),
            no: r.text("no"),
        }),
        say: r.text("say"),
        details: Details::read(r, STEP),
    }
}

fn redress_offer(slot: Slot<'_, '_, '_>) -> Option<RedressOffer> {
    if !slot.is_map() {
        return Some(RedressOffer {
            id: None,
            gives: slot.text()?,
            up_to: None,
            decides: None,
            when: None,
            details: Details::default(),
        });
    }
    slot.map(|r| {
        r.require("gives");
        Some(RedressOffer {
            id: r.id("id"),
            gives: r.text("gives")?,
            up_to: r.money("up_to").map(|limit| limit.map(|money| Quantity::Money(money.clone()))),
            decides: r.slot("decides").and_then(Slot::linked_text),
            when: r.text("when"),
            details: Details::read(r, REDRESS),
        })
    })
    .flatten()
}

fn investigation(r: &mut Reader<'_, '_, '_>) -> Investigation {
    Investigation {
        causes: r.many("causes", |s| s.word()),
        cause_names: r
            .slot("cause_names")
            .map_or_else(Vec::new, |s| s.entries(|id, slot| Some((id.value, slot.text()?)))),
        method: r.text("method"),
        record: r.texts("record"),
        owner: r.reference("owner", Kind::Roles),
    }
}
