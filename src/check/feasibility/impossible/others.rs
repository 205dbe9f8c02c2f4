//! Figures beside capacity, stock and cost: what services use, what registers count, prices by brackets, sizes and shares.

use super::{NEGATIVE, Place, Sense, ZERO, percent};
use crate::check::{Report, promises};
use crate::diag::Severity;
use crate::lang::Text;
use crate::model::indicator::Indicator;
use crate::model::offering::{Amount, Bracket, Offering, Price};
use crate::model::stock::ResourceUse;
use crate::parse::prose::Text as Words;
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::{Decimal, Money, Quantity, Rate, Target, ValueError};

const FEWER_THAN_ROLES: Text = Text {
    es: "los puestos del manual suman más personas (`count`)",
    en: "the roles of the manual have more people (`count`)",
    pt: "os cargos do manual somam mais pessoas (`count`)",
};

pub(super) fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    for service in model.services.iter().filter(|s| s.base.is_active()) {
        let mut place = Place { manual, report, subject: service.base.subject() };
        service.resources.value().into_iter().flatten().for_each(|used| place.used(used));
        let offering = service.offering.value();
        let parts = offering.into_iter().flat_map(|o| o.parts.iter().map(|part| &part.offering));
        offering.into_iter().chain(parts).for_each(|offering| place.brackets(offering));
    }
    for resource in model.resources.iter().filter(|r| r.base.is_active()) {
        let mut place = Place { manual, report, subject: resource.base.subject() };
        place.each("quantity", &resource.quantity, Sense::Amount, |r: &Rate| Some(r.amount));
        place.each("unit_cost", &resource.unit_cost, Sense::Money, |m: &Money| Some(m.amount));
    }
    for channel in model.channels.iter().filter(|c| c.base.is_active()) {
        Place { manual, report, subject: channel.base.subject() }.each(
            "used_by",
            &channel.used_by,
            Sense::Share,
            percent,
        );
    }
    for segment in model.segments.iter().filter(|s| s.base.is_active()) {
        Place { manual, report, subject: segment.base.subject() }.in_words("size", segment.size.as_ref());
    }
    for commitment in promises::commitments(manual) {
        let Some(redress) = commitment.redress.value() else { continue };
        let mut place = Place { manual, report, subject: commitment.base.subject() };
        for by in redress.by.iter().flat_map(Variant::values).filter(|by| by.value.amount.is_zero()) {
            // Some say so of what is given at once.
            place.doubt("by", by.span, ZERO);
        }
    }
    for training in model.trainings.iter().filter(|t| t.base.is_active()) {
        let mut place = Place { manual, report, subject: training.base.subject() };
        // In words of their own lengths are as long as their authors say.
        let below = |text: &&Words| matches!(Quantity::parse(text.source.trim()), Err(ValueError::Negative { .. }));
        if let Some(duration) = training.duration.as_ref().filter(below) {
            place.say("duration", duration.span, NEGATIVE);
        }
    }
    for indicator in model.indicators.iter().filter(|i| i.base.is_active()) {
        Place { manual, report, subject: indicator.base.subject() }.baseline(indicator);
    }
    Place { manual, report, subject: String::new() }.employees();
}

impl Place<'_, '_, '_, '_> {
    fn used(&mut self, used: &ResourceUse) {
        let by_case = used.quantity.as_ref().is_some_and(|quantity| !quantity.cases.is_empty());
        // In a case or in a season none may be used.
        let sense = if by_case { Sense::Amount } else { Sense::Positive };
        self.each("quantity", &used.quantity, sense, |r: &Rate| Some(r.amount));
        self.each("hours", &used.hours, Sense::Positive, |hours: &Quantity| match hours {
            Quantity::Rate(rate) => Some(rate.amount),
            Quantity::Duration(duration) => Some(duration.amount),
            Quantity::Percent(_) | Quantity::Money(_) => None,
        });
        self.each("unit_cost", &used.unit_cost, Sense::Money, |m: &Money| Some(m.amount));
    }

    fn brackets(&mut self, offering: &Offering) {
        let Some(Price::Items(items)) = &offering.price else { return };
        for item in items {
            for written in item.amount.iter().flat_map(Variant::values) {
                if let Amount::Quantity(quantity) = &written.value
                    && is_below_zero(quantity)
                {
                    self.doubt("amount", written.span, NEGATIVE);
                }
            }
            item.brackets.iter().for_each(|bracket| self.bracket(bracket));
        }
    }

    /// A debt may lie below zero and a rebate too, but seldom: it is doubted, not refused.
    fn bracket(&mut self, bracket: &Bracket) {
        let low = if bracket.low_included { "from" } else { "above" };
        let high = if bracket.high_included { "up_to" } else { "below" };
        for (what, bound) in [(low, &bracket.low), (high, &bracket.high)] {
            let Some(bound) = bound else { continue };
            if is_below_zero(&bound.value) {
                self.doubt(what, bound.span, NEGATIVE);
            }
        }
        if let Some(Spanned { value: Amount::Quantity(quantity), span }) = &bracket.amount
            && is_below_zero(quantity)
        {
            let what = if matches!(quantity, Quantity::Percent(_)) { "rate" } else { "amount" };
            self.doubt(what, *span, NEGATIVE);
        }
    }

    /// A number that is written where words may stand.
    fn in_words(&mut self, what: &'static str, words: Option<&Words>) {
        if let Some((Quantity::Rate(rate), span)) = words.and_then(quantity) {
            self.tell(what, rate.amount, span, Sense::Amount);
        }
    }

    /// Where an indicator counts a share of cases, it did so before too.
    fn baseline(&mut self, indicator: &Indicator) {
        let Some((Quantity::Percent(share), span)) = indicator.baseline.as_ref().and_then(quantity) else { return };
        let is_share = |target: &Target| matches!(target, Target::ShareWithin { .. } | Target::Share(_));
        let targets = indicator.targets.value().map_or(&[][..], Vec::as_slice);
        if targets.iter().any(|spec| is_share(&spec.target)) {
            self.tell("baseline", share.value, span, Sense::Share);
        }
    }

    fn employees(&mut self) {
        let model = &self.manual.model;
        let written = model.manifest.organization.facts.iter().find(|(key, _)| *key == "employees");
        let Some((Quantity::Rate(rate), span)) = written.and_then(|(_, text)| quantity(text)) else { return };
        if Sense::Positive.fault(rate.amount).is_some() {
            return self.tell("employees", rate.amount, span, Sense::Positive);
        }
        // One person may hold two of the roles; with twice as many in the roles one of the figures is old.
        let counts = model.roles.iter().filter(|role| role.base.is_active()).filter_map(|role| role.count.as_ref());
        let sum = counts.fold(Decimal::ZERO, |sum, count| sum.saturating_add(count.value));
        if sum > rate.amount.saturating_mul(Decimal::TWO) {
            self.doubt("employees", span, FEWER_THAN_ROLES);
        }
    }

    fn doubt(&mut self, what: &'static str, span: Span, why: Text) {
        self.say_as(Severity::Warning, what, span, why);
    }
}

/// The value that a text is, and nothing beside it.
fn quantity(text: &Words) -> Option<(Quantity, Span)> {
    Some((Quantity::parse(text.source.trim()).ok()?, text.span))
}

fn is_below_zero(quantity: &Quantity) -> bool {
    let amount = match quantity {
        Quantity::Money(money) => money.amount,
        Quantity::Rate(rate) => rate.amount,
        Quantity::Percent(percent) => percent.value,
        Quantity::Duration(duration) => duration.amount,
    };
    amount.is_sign_negative() && !amount.is_zero()
}
