//! What a service offers, to whom, how, and at what price (A2).

use super::base::{Status, status};
use super::hours::hours;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Given, Reader, Slot, Value, Variant};
use crate::parse::tongue;
use crate::span::{Span, Spanned};
use crate::values::{Decimal, Duration, Expectation, Hours, Quantity, Rate, ValueError};

#[derive(Debug, Clone, Default)]
pub struct Offering {
    pub summary: Option<Text>,
    pub segments: Vec<Spanned<String>>,
    pub needs: Vec<Spanned<String>>,
    pub beneficiaries: Vec<Text>,
    pub includes: Vec<Text>,
    /// What it leaves out, or why it leaves nothing out.
    pub excludes: Given<Vec<Text>>,
    pub requirements: Vec<Requirement>,
    pub steps: Vec<OfferingStep>,
    pub channels: Vec<Spanned<String>>,
    /// Ways to apply, each with its conditions.
    pub request: Vec<RequestWay>,
    pub sites: Vec<Spanned<String>>,
    pub hours: Option<Spanned<Hours>>,
    pub rights: Vec<Text>,
    pub suspension: Vec<Text>,
    pub price: Option<Price>,
    pub parts: Vec<Part>,
}

/// Something the customer has to bring or be.
#[derive(Debug, Clone)]
pub struct Requirement {
    pub text: Text,
    pub evidence: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct OfferingStep {
    pub id: Option<Spanned<String>>,
    pub does: Option<Text>,
    pub role: Option<Spanned<String>>,
    pub channel: Option<Spanned<String>>,
    pub within: Option<Variant<Duration>>,
}

#[derive(Debug, Clone)]
pub struct RequestWay {
    pub channel: Option<Spanned<String>>,
    pub exceptional: bool,
    pub conditions: Option<Text>,
}

/// A part of a service that has an offering of its own.
#[derive(Debug, Clone)]
pub struct Part {
    pub id: Option<Spanned<String>>,
    pub name: Option<Text>,
    pub status: Status,
    pub within: Option<Variant<Duration>>,
    pub offering: Offering,
    pub note: Option<Text>,
}

#[derive(Debug, Clone)]
pub enum Price {
    Free { reason: Option<Text>, span: Span },
    Items(Vec<PriceItem>),
}

/// A price: an amount, brackets, or a table; several with names make a tariff.
#[derive(Debug, Clone)]
pub struct PriceItem {
    pub name: Option<Text>,
    pub amount: Option<Variant<Amount>>,
    pub per: Option<Text>,
    /// Of what the brackets are: income, amount of the loan.
    pub on: Option<Text>,
    pub conditions: Vec<Text>,
    pub minimum: Option<Variant<Quantity>>,
    pub maximum: Option<Variant<Quantity>>,
    pub brackets: Vec<Bracket>,
    pub table: Option<PriceTable>,
    pub laws: Vec<Spanned<String>>,
    pub note: Option<Text>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    Free,
    Quantity(Quantity),
}

/// A bracket. `from` and `up_to` include their bound, `above` and `below` exclude it.
#[derive(Debug, Clone)]
pub struct Bracket {
    pub low: Option<Spanned<Quantity>>,
    pub low_included: bool,
    pub high: Option<Spanned<Quantity>>,
    pub high_included: bool,
    pub amount: Option<Spanned<Amount>>,
    pub cap: Option<Spanned<Quantity>>,
    pub span: Span,
}

/// A price by several dimensions: the last cells of a row are the values.
#[derive(Debug, Clone)]
pub struct PriceTable {
    pub by: Vec<Text>,
    pub values: Vec<Text>,
    pub rows: Vec<Vec<Text>>,
}

impl OfferingStep {
    pub fn is_called(&self, id: &str) -> bool {
        self.id.as_ref().is_some_and(|own| own.value == id)
    }
}

impl Offering {
    /// Its steps and those of its parts.
    pub fn all_steps(&self) -> impl Iterator<Item = &OfferingStep> {
        self.steps.iter().chain(self.parts.iter().flat_map(|part| &part.offering.steps))
    }

    pub fn read(r: &mut Reader<'_, '_, '_>) -> Offering {
        Offering { parts: r.maps("parts", part), ..Offering::body(r) }
    }

    fn body(r: &mut Reader<'_, '_, '_>) -> Offering {
        Offering {
            summary: r.text("summary"),
            segments: r.references("segments", Kind::Segments),
            needs: r.references("needs", Kind::Needs),
            beneficiaries: r.texts("beneficiaries"),
            includes: r.texts("includes"),
            excludes: r.given_texts("excludes"),
            requirements: r.many("requirements", requirement),
            steps: r.maps("steps", |r| {
                r.require("does");
                OfferingStep {
                    id: r.id("id"),
                    does: r.text("does"),
                    role: r.reference("role", Kind::Roles),
                    channel: r.reference("channel", Kind::Channels),
                    within: r.duration("within"),
                }
            }),
            channels: r.references("channels", Kind::Channels),
            request: r.maps("request", |r| RequestWay {
                channel: r.reference("channel", Kind::Channels),
                exceptional: r.boolean("exceptional").is_some_and(|b| b.value),
                conditions: r.text("conditions"),
            }),
            sites: r.references("sites", Kind::Sites),
            hours: r.slot("hours").and_then(hours),
            rights: r.texts("rights"),
            suspension: r.texts("suspension"),
            price: r.slot("price").and_then(price),
            parts: Vec::new(),
        }
    }
}

fn part(r: &mut Reader<'_, '_, '_>) -> Part {
    r.require("name");
    Part {
        id: r.id("id"),
        name: r.text("name"),
        status: r.slot("status").and_then(status).unwrap_or(Status::Active),
        within: r.duration("within"),
        note: r.text("note"),
        offering: Offering::body(r),
    }
}

/// A text, or `text: { evidence: text }`.
fn requirement(slot: Slot<'_, '_, '_>) -> Option<Requirement> {
    if !slot.is_map() {
        return Some(Requirement { text: slot.text()?, evidence: None });
    }
    let path_key = slot.node().pairs().and_then(|p| p.first()).map(|p| &p.key)?;
    let mut slot = slot;
    let text = slot.text_of(path_key)?;
    let evidence = slot.entries(|_, s| s.map(|r| r.text("evidence"))).into_iter().flatten().next();
    Some(Requirement { text, evidence })
}

fn price(mut slot: Slot<'_, '_, '_>) -> Option<Price> {
    let span = slot.span();
    if slot.scalar() == Some("free") {
        return Some(Price::Free { reason: None, span });
    }
    if slot.has("free") {
        return slot.map(|r| Price::Free { reason: r.text("free"), span });
    }
    let items = slot.many(|slot| {
        // A price that differs by case: `{ by: …, cases: … }`.
        let by_case = ["by", "cases"].iter().all(|key| slot.node().get(key).is_some());
        if slot.is_map() && !by_case {
            return slot.map(price_item);
        }
        let span = slot.span();
        let amount = amounts(slot)?;
        Some(PriceItem {
            name: None,
            amount: Some(amount),
            per: None,
            on: None,
            conditions: Vec::new(),
            minimum: None,
            maximum: None,
            brackets: Vec::new(),
            table: None,
            laws: Vec::new(),
            note: None,
            span,
        })
    });
    Some(Price::Items(items))
}

/// What is asked, which may differ by case. Prose prints it where none of it is free.
fn amounts(mut slot: Slot<'_, '_, '_>) -> Option<Variant<Amount>> {
    let path = slot.path().to_owned();
    let amounts = slot.again().variant(|s| s.parsed(amount))?;
    let is_free = |amount: &Spanned<Amount>| matches!(amount.value, Amount::Free);
    if !amounts.values().any(is_free) {
        let sum = amounts.map(|amount| match amount {
            Amount::Quantity(quantity) => quantity.clone(),
            Amount::Free => Quantity::Rate(Rate::count(Decimal::ZERO)),
        });
        slot.context().record(path, Value::Quantity(Box::new(sum)));
    }
    Some(amounts)
}

fn amount(text: &str) -> Result<Amount, ValueError> {
    if text == "free" {
        return Ok(Amount::Free);
    }
    // A number alone is a price in nobody's money.
    let bare =
        |quantity: &Quantity| matches!(quantity, Quantity::Rate(rate) if rate.unit.is_none() && rate.per.is_empty());
    let quantity = Quantity::parse(text).and_then(|quantity| match bare(&quantity) {
        true => Err(ValueError::expected(Expectation::Money, text)),
        false => Ok(quantity),
    });
    quantity.map(Amount::Quantity).map_err(|error| match tongue::meant(text, &["free"]) {
        Some(_) => ValueError::UnknownWord { what: Expectation::Money, word: text.to_owned(), near: Some("free") },
        None => error,
    })
}

fn price_item(r: &mut Reader<'_, '_, '_>) -> PriceItem {
    let amount_key = if r.has("rate") { "rate" } else { "amount" };
    // Both keys are known, whichever is written.
    let _ = (r.slot("rate").is_some(), r.slot("amount").is_some());
    PriceItem {
        name: r.text("name"),
        amount: r.slot(amount_key).and_then(amounts),
        per: r.text("per"),
        on: r.text("on"),
        conditions: r.texts("conditions"),
        minimum: r.quantity("minimum"),
        maximum: r.quantity("maximum"),
        brackets: r.maps("brackets", bracket),
        table: r.map("table", price_table),
        laws: {
            let mut laws = r.references("law", Kind::Laws);
            laws.extend(r.references("laws", Kind::Laws));
            laws
        },
        note: r.text("note"),
        span: r.head(),
    }
}

fn price_table(r: &mut Reader<'_, '_, '_>) -> PriceTable {
    let by = r.texts("by");
    let word = |text: &Text| Spanned { value: text.plain(), span: text.span };
    let dimensions: Vec<_> = by.iter().map(word).collect();
    let row = |mut slot: Slot<'_, '_, '_>| {
        let cells = slot.again().many(|s| s.text());
        let words: Vec<_> = cells.iter().map(word).collect();
        slot.context().case(&dimensions, &words);
        Some(cells)
    };
    PriceTable { by, values: r.texts("values"), rows: r.many("cases", row) }
}

fn bracket(r: &mut Reader<'_, '_, '_>) -> Bracket {
    let mut bound = |key| r.slot(key).and_then(Slot::one_quantity);
    let (from, above, up_to, below) = (bound("from"), bound("above"), bound("up_to"), bound("below"));
    let amount_key = if r.has("rate") { "rate" } else { "amount" };
    // Both keys are known, whichever is written.
    let _ = (r.slot("rate").is_some(), r.slot("amount").is_some());
    let (low_included, high_included) = (from.is_some(), up_to.is_some());
    Bracket {
        low: from.or(above),
        low_included,
        high: up_to.or(below),
        high_included,
        amount: r.slot(amount_key).and_then(|s| s.parsed(amount)),
        cap: r.slot("cap").and_then(Slot::one_quantity),
        span: r.span(),
    }
}
