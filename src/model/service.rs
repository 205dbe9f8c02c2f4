//! A service and its ten points (A1–A10), its cycle (F2, F3), and what stands beside them.

use super::base::Base;
use super::capacity::Capacity;
use super::commitment::{Commitment, Redress, redress};
use super::indicator::{Dimension, Indicator};
use super::message::Message;
use super::offering::Offering;
use super::stock::{InventoryUse, ResourceUse};
use crate::diag::Diagnostic;
use crate::parse::entries;
use crate::parse::files::{bad_id, slug};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Given, Reader, Slot};
use crate::span::{Span, Spanned};
use crate::values::{Date, Money, Percent, Quantity, ValueError, When};

#[derive(Debug, Clone)]
pub struct Service {
    /// Its `code` and `name` are the nomenclature (A1).
    pub base: Base,
    pub short_name: Option<Text>,
    pub synonyms: Vec<Text>,
    pub avoid: Vec<AvoidedName>,
    pub family: Option<Spanned<String>>,
    /// Roles that manage it where the owner only sets its rules.
    pub managed_by: Vec<Spanned<String>>,
    /// The service's own charter, where it is a document of its own.
    pub document: Option<Charter>,
    pub offering: Given<Offering>,
    /// Ids of its commitments, inline ones included.
    pub commitments: Given<Vec<Spanned<String>>>,
    /// Ids of its indicators, inline ones included.
    pub indicators: Given<Vec<Spanned<String>>>,
    pub resources: Given<Vec<ResourceUse>>,
    pub inventory: Given<Vec<InventoryUse>>,
    pub suppliers: Given<Vec<Spanned<String>>>,
    pub alliances: Given<Vec<Spanned<String>>>,
    pub capacity: Given<Capacity>,
    pub cost: Given<Cost>,
    /// Missing as a whole, or three moments.
    pub communication: Given<Communications>,
    pub cycle: Vec<CycleMoment>,
    pub risks: Vec<Spanned<String>>,
    pub escalation: Vec<EscalationStep>,
    pub authority: Vec<Authority>,
    /// Which indicators cover which characteristic, where the indicators' own do not say it (C1).
    pub quality: Vec<(Dimension, Vec<Spanned<String>>)>,
    /// Redress that holds for all its commitments.
    pub redress: Option<Redress>,
    pub own_commitments: Vec<Commitment>,
    pub own_indicators: Vec<Indicator>,
}

/// A name that staff must not use.
#[derive(Debug, Clone)]
pub struct AvoidedName {
    pub term: Text,
    pub why: Option<Text>,
}

/// The document that publishes a service's charter.
#[derive(Debug, Clone)]
pub struct Charter {
    pub title: Option<Text>,
    pub code: Option<Spanned<String>>,
    pub status: Option<Text>,
    pub approvals: Vec<CharterEvent>,
    pub changes: Vec<CharterEvent>,
    pub note: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct CharterEvent {
    pub on: Option<When>,
    pub by: Option<Text>,
    pub what: Option<Text>,
    pub edition: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct Cost {
    pub items: Vec<CostItem>,
    pub unit_cost: Option<Spanned<Money>>,
    pub price: Option<Spanned<Money>>,
    pub price_covers: Option<Spanned<Percent>>,
    pub margin: Option<Spanned<Percent>>,
    pub note: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct CostItem {
    pub name: Option<Text>,
    pub amount: Option<Spanned<Money>>,
    pub per: Option<Spanned<String>>,
    pub fixed: Option<Spanned<bool>>,
}

#[derive(Debug, Clone)]
pub struct Communications {
    pub before: Given<Vec<Message>>,
    pub during: Given<Vec<Message>>,
    pub after: Given<Vec<Message>>,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    High,
    Medium,
    Low,
}

pub const PRIORITIES: [(&str, Priority); 3] =
    [("high", Priority::High), ("medium", Priority::Medium), ("low", Priority::Low)];

/// A step of the service cycle as the customer goes through it.
#[derive(Debug, Clone)]
pub struct CycleMoment {
    pub name: Option<Text>,
    pub id: Option<Spanned<String>>,
    /// A moment of truth (F3).
    pub of_truth: bool,
    pub does: Option<Text>,
    /// Words to say aloud at this moment.
    pub say: Option<Text>,
    pub backstage: Option<Text>,
    pub channel: Option<Spanned<String>>,
    pub role: Option<Spanned<String>>,
    pub requirements: Vec<Text>,
    pub validated_by: Vec<Spanned<String>>,
    pub priority: Option<Spanned<Priority>>,
    pub plan: Option<Plan>,
    pub survey: Option<Text>,
    pub commitment: Option<Spanned<String>>,
    pub span: Span,
}

#[derive(Debug, Clone)]
pub struct Plan {
    pub action: Option<Text>,
    pub owner: Option<Spanned<String>>,
    pub due: Option<Spanned<When>>,
}

#[derive(Debug, Clone)]
pub struct EscalationStep {
    pub id: Option<Spanned<String>>,
    /// A role by id, or somebody outside in words.
    pub to: Option<Spanned<String>>,
    pub to_text: Option<Text>,
    pub when: Option<Text>,
    pub within: Option<crate::parse::reader::Variant<crate::values::Duration>>,
}

/// What somebody may decide (E3).
#[derive(Debug, Clone)]
pub struct Authority {
    pub id: Option<Spanned<String>>,
    pub role: Option<Spanned<String>>,
    pub decides: Option<Text>,
    pub up_to: Option<crate::parse::reader::Variant<crate::values::Quantity>>,
    pub per: Option<Text>,
    pub within: Option<crate::parse::reader::Variant<crate::values::Duration>>,
}

impl Service {
    /// Takes the states of its messages and parts as they are on a day.
    pub fn settle(&mut self, today: Date) {
        if let Given::Some { value, .. } = &mut self.communication {
            for given in [&mut value.before, &mut value.during, &mut value.after] {
                if let Given::Some { value, .. } = given {
                    value.iter_mut().for_each(|message| message.status.settle(today));
                }
            }
        }
        if let Given::Some { value, .. } = &mut self.offering {
            value.parts.iter_mut().for_each(|part| part.status.settle(today));
        }
    }

    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Service {
        let base = Base::read(r, at, "name");
        let id = base.id.clone();
        let mut own_commitments = Vec::new();
        let commitments = r.given("commitments", |slot| {
            Some(inline(slot, Kind::Commitments, |key, r| {
                let mut commitment = Commitment::read(r, key.span);
                commitment.service = Some(Spanned { value: id.clone(), span: key.span });
                own_commitments.push(commitment);
            }))
        });
        let mut own_indicators = Vec::new();
        let indicators = r.given("indicators", |slot| {
            Some(inline(slot, Kind::Indicators, |key, r| {
                let mut indicator = Indicator::read(r, key.span);
                indicator.service = Some(id.clone());
                own_indicators.push(indicator);
            }))
        });
        let references = |kind| move |slot: Slot<'_, '_, '_>| Some(slot.many(|s| s.reference(kind)));
        Service {
            base,
            short_name: r.text("short_name"),
            synonyms: r.texts("synonyms"),
            avoid: r.many("avoid", avoided),
            family: r.word("family"),
            managed_by: r.references("managed_by", Kind::Roles),
            document: r.map("document", charter),
            offering: r.given("offering", |s| s.map(Offering::read)),
            commitments,
            indicators,
            resources: r.given("resources", |s| Some(s.many(ResourceUse::read))),
            inventory: r.given("inventory", |s| Some(s.many(InventoryUse::read))),
            suppliers: r.given("suppliers", references(Kind::Suppliers)),
            alliances: r.given("alliances", references(Kind::Alliances)),
            capacity: r.given("capacity", |s| s.map(Capacity::read)),
            cost: r.given("cost", |s| s.map(cost)),
            communication: r.given("communication", |s| s.map(communications)),
            cycle: r.maps("cycle", moment),
            risks: r.references("risks", Kind::Risks),
            escalation: r.maps("escalation", escalation),
            authority: r.maps("authority", authority),
            quality: r.map("quality", quality).unwrap_or_default(),
            redress: r.map("redress", redress),
            own_commitments,
            own_indicators,
        }
    }
}

/// Entries written in place, or ids of entries written elsewhere; the ids of both.
pub fn inline<'n, 's>(
    slot: Slot<'_, 'n, 's>,
    kind: Kind,
    mut read: impl FnMut(&Spanned<String>, &mut Reader<'_, 'n, 's>),
) -> Vec<Spanned<String>> {
    if !slot.is_map() {
        return slot.many(|s| s.reference(kind));
    }
    slot.entries(|mut key, mut slot| {
        // An entry with a bad id is kept by the id that is meant, so that only the id is reported.
        if let Some(finding) = bad_id(&key.value, key.span) {
            slot.context().report(finding);
            key.value = slug(&key.value);
        }
        slot.entry(kind, &key.value, |r| read(&key, r))?;
        Some(key)
    })
}

fn avoided(slot: Slot<'_, '_, '_>) -> Option<AvoidedName> {
    if !slot.is_map() {
        return Some(AvoidedName { term: slot.text()?, why: None });
    }
    slot.map(|r| {
        r.require("term");
        Some(AvoidedName { term: r.text("term")?, why: r.text("why") })
    })
    .flatten()
}

fn quality(r: &mut Reader<'_, '_, '_>) -> Vec<(Dimension, Vec<Spanned<String>>)> {
    let mut list = Vec::new();
    for (name, dimension) in Dimension::ALL {
        let indicators = r.references(name, Kind::Indicators);
        if !indicators.is_empty() {
            list.push((dimension, indicators));
        }
    }
    list
}

fn charter(r: &mut Reader<'_, '_, '_>) -> Charter {
    let event = |r: &mut Reader<'_, '_, '_>| CharterEvent {
        on: r.date("on").or_else(|| r.date("date")).map(|d| d.value),
        by: r.slot("role").and_then(|s| s.linked_text()).or_else(|| r.text("by")),
        edition: r.text("edition"),
        what: r.text("what").or_else(|| r.text("record")),
    };
    Charter {
        title: r.text("title"),
        code: r.word("code"),
        status: r.text("status"),
        approvals: r.maps("approvals", event),
        changes: r.maps("changes", event),
        note: r.text("note"),
    }
}

fn cost(r: &mut Reader<'_, '_, '_>) -> Cost {
    Cost {
        items: r.maps("items", |r| {
            r.require("name");
            r.require("amount");
            CostItem {
                name: r.text("name"),
                amount: single_money(r, "amount"),
                per: r.word("per"),
                fixed: r.choice("kind", &[("fixed", true), ("variable", false)]),
            }
        }),
        unit_cost: single_money(r, "unit_cost"),
        price: single_money(r, "price"),
        price_covers: single_percent(r, "price_covers"),
        margin: single_percent(r, "margin"),
        note: r.text("note"),
    }
}

fn single_money(r: &mut Reader<'_, '_, '_>, key: &'static str) -> Option<Spanned<Money>> {
    single(r, key, Money::parse, |money| Quantity::Money(money.clone()))
}

fn single_percent(r: &mut Reader<'_, '_, '_>, key: &'static str) -> Option<Spanned<Percent>> {
    single(r, key, Percent::parse, |percent| Quantity::Percent(percent.clone()))
}

/// A figure of the cost, with which is reckoned: it is one for all cases.
fn single<T>(
    r: &mut Reader<'_, '_, '_>,
    key: &'static str,
    parse: impl Fn(&str) -> Result<T, ValueError>,
    wrap: impl Fn(&T) -> Quantity,
) -> Option<Spanned<T>> {
    let mut slot = r.slot(key)?;
    if ["by", "cases"].iter().all(|key| slot.node().get(key).is_some()) {
        let path = slot.path().to_owned();
        let finding = Diagnostic::new(&entries::ONE_FIGURE, slot.span()).arg("key", key);
        slot.context().report(finding);
        slot.context().fail(&path);
        return None;
    }
    slot.measured(parse, wrap)
}

fn communications(r: &mut Reader<'_, '_, '_>) -> Communications {
    let messages = |slot: Slot<'_, '_, '_>| Some(slot.many(|s| s.map(Message::read)));
    Communications {
        before: r.given("before", messages),
        during: r.given("during", messages),
        after: r.given("after", messages),
        span: r.span(),
    }
}

fn moment(r: &mut Reader<'_, '_, '_>) -> CycleMoment {
    r.require("moment");
    CycleMoment {
        span: r.head(),
        name: r.text("moment"),
        id: r.id("id"),
        of_truth: r.boolean("of_truth").is_some_and(|b| b.value),
        does: r.text("does"),
        say: r.text("say"),
        backstage: r.text("backstage"),
        channel: r.reference("channel", Kind::Channels),
        role: r.reference("role", Kind::Roles),
        requirements: r.texts("requirements"),
        validated_by: r.references("validated_by", Kind::Roles),
        priority: r.choice("priority", &PRIORITIES),
        plan: r.map("plan", |r| {
            r.require("action");
            Plan { action: r.text("action"), owner: r.reference("owner", Kind::Roles), due: r.date("due") }
        }),
        survey: r.text("survey"),
        commitment: r.reference("commitment", Kind::Commitments),
    }
}

pub fn escalation(r: &mut Reader<'_, '_, '_>) -> EscalationStep {
    r.require("to");
    // An id is written without spaces; anything else is somebody outside, in words.
    let is_id = r.pairs().iter().any(|p| {
        p.key.scalar() == Some("to")
            && p.value
                .scalar()
                .is_some_and(|s| s.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
    });
    EscalationStep {
        id: r.id("id"),
        to: if is_id { r.reference("to", Kind::Roles) } else { None },
        to_text: if is_id { None } else { r.text("to") },
        when: r.text("when"),
        within: r.duration("within"),
    }
}

pub fn authority(r: &mut Reader<'_, '_, '_>) -> Authority {
    r.require("decides");
    Authority {
        id: r.id("id"),
        role: r.reference("role", Kind::Roles),
        decides: r.text("decides"),
        up_to: r.quantity("up_to"),
        per: r.text("per"),
        within: r.duration("within"),
    }
}
