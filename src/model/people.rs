//! Roles and trainings (E1–E5).

use super::base::Base;
use super::details::Details;
use super::orientation::Orientation;
use super::service::{Authority, authority};
use crate::lang::details::{ROLE, TRAINING};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Reader, Slot, Variant};
use crate::span::{Span, Spanned};
use crate::values::{Decimal, Percent, Rate, Recurrence};

#[derive(Debug, Clone)]
pub struct Role {
    pub base: Base,
    pub plural: Option<Text>,
    /// Deals with customers.
    pub contact: bool,
    pub count: Option<Spanned<Decimal>>,
    /// What a person is paid for, such as `48 hours per week`.
    pub paid_hours: Option<Variant<Rate>>,
    /// The part of the paid hours that goes to leave, training and breaks.
    pub shrinkage: Option<Variant<Percent>>,
    pub profile: Vec<Text>,
    pub competencies: Vec<Text>,
    pub attitude: Option<Text>,
    pub qualification: Option<Text>,
    pub responsibilities: Vec<Text>,
    pub training: Vec<Spanned<String>>,
    pub authority: Vec<Authority>,
    pub escalates_to: Option<Spanned<String>>,
    pub reports_to: Option<Spanned<String>>,
    pub orientation: Option<Orientation>,
    pub details: Details,
}

impl Role {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Role {
        let base = Base::read(r, at, "name");
        let number = |s: Slot<'_, '_, '_>| s.number();
        Role {
            base,
            plural: r.text("plural"),
            contact: r.boolean("contact").is_some_and(|b| b.value),
            count: r.slot("count").and_then(number).or_else(|| r.slot("headcount").and_then(number)),
            paid_hours: r.rate("paid_hours"),
            shrinkage: r.percent("shrinkage"),
            profile: r.texts("profile"),
            competencies: r.texts("competencies"),
            attitude: r.text("attitude"),
            qualification: r.text("qualification"),
            responsibilities: r.texts("responsibilities"),
            training: r.references("training", Kind::Trainings),
            authority: r.maps("authority", authority),
            escalates_to: r.reference("escalates_to", Kind::Roles),
            reports_to: r.reference("reports_to", Kind::Roles),
            orientation: r.map("orientation", Orientation::read),
            details: Details::read(r, ROLE),
        }
    }
}

#[derive(Debug, Clone)]
pub struct Training {
    pub base: Base,
    pub content: Option<Text>,
    pub duration: Option<Text>,
    pub frequency: Option<Spanned<Recurrence>>,
    pub roles: Vec<Spanned<String>>,
    pub shown_by: Option<Text>,
    pub provider: Option<Text>,
    pub details: Details,
}

impl Training {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Training {
        Training {
            base: Base::read(r, at, "name"),
            content: r.text("content"),
            duration: r.slot("duration").and_then(Slot::value_text),
            frequency: r.recurrence("frequency"),
            roles: r.references("roles", Kind::Roles),
            shown_by: r.text("shown_by"),
            provider: r.text("provider"),
            details: Details::read(r, TRAINING),
        }
    }
}
