//! Resources (A4) and inventory (A5): registers, and their use inside a service.

use super::base::Base;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Reader, Slot, Variant};
use crate::span::{Span, Spanned};
use crate::values::{Duration, Money, Quantity, Rate};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResourceKind {
    People,
    Equipment,
    System,
    Premises,
}

#[derive(Debug, Clone)]
pub struct Resource {
    pub base: Base,
    pub kind: Option<Spanned<ResourceKind>>,
    pub quantity: Option<Variant<Rate>>,
    pub unit_cost: Option<Variant<Money>>,
    pub skill: Option<Text>,
    pub suppliers: Vec<Spanned<String>>,
    pub role: Option<Spanned<String>>,
    pub hours: Option<Text>,
}

impl Resource {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Resource {
        Resource {
            base: Base::read(r, at, "name"),
            kind: r.choice(
                "kind",
                &[
                    ("people", ResourceKind::People),
                    ("equipment", ResourceKind::Equipment),
                    ("system", ResourceKind::System),
                    ("premises", ResourceKind::Premises),
                ],
            ),
            quantity: r.rate("quantity"),
            unit_cost: r.money("unit_cost"),
            skill: r.text("skill"),
            suppliers: suppliers(r),
            role: r.reference("role", Kind::Roles),
            hours: r.text("hours"),
        }
    }
}

fn suppliers(r: &mut Reader<'_, '_, '_>) -> Vec<Spanned<String>> {
    let mut list = r.references("suppliers", Kind::Suppliers);
    list.extend(r.references("supplier", Kind::Suppliers));
    list
}

/// A resource as a service uses it.
#[derive(Debug, Clone)]
pub struct ResourceUse {
    pub what: ResourceName,
    pub kind: Option<ResourceKind>,
    pub name: Option<Text>,
    pub quantity: Option<Variant<Rate>>,
    pub hours: Option<Variant<Quantity>>,
    pub unit_cost: Option<Variant<Money>>,
    pub skill: Option<Text>,
    pub suppliers: Vec<Spanned<String>>,
    pub note: Option<Text>,
    pub span: Span,
}

/// What is used: an entry of the register, a role, or something in words.
#[derive(Debug, Clone)]
pub enum ResourceName {
    Resource(Spanned<String>),
    Role(Spanned<String>),
    Words(Text),
    Nothing,
}

/// An id has neither spaces nor capitals; anything else is words.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

impl ResourceUse {
    pub fn read(slot: Slot<'_, '_, '_>) -> Option<ResourceUse> {
        let span = slot.span();
        if !slot.is_map() {
            let what = ResourceName::Resource(slot.reference(Kind::Resources)?);
            return Some(ResourceUse {
                what,
                kind: None,
                name: None,
                quantity: None,
                hours: None,
                unit_cost: None,
                skill: None,
                suppliers: Vec::new(),
                note: None,
                span,
            });
        }
        slot.map(|r| {
            let kinds = [
                ("role", ResourceKind::People),
                ("system", ResourceKind::System),
                ("equipment", ResourceKind::Equipment),
                ("premises", ResourceKind::Premises),
                ("resource", ResourceKind::Equipment),
            ];
            let mut what = ResourceName::Nothing;
            let mut found = None;
            for (key, kind) in kinds {
                let Some(slot) = r.slot(key) else { continue };
                let id = slot.scalar().is_some_and(is_id);
                let name = match (key, id) {
                    ("role", true) => slot.reference(Kind::Roles).map(ResourceName::Role),
                    ("resource", true) => slot.reference(Kind::Resources).map(ResourceName::Resource),
                    (_, _) => slot.linked_text().map(ResourceName::Words),
                };
                if let Some(name) = name {
                    what = name;
                    found = (key != "resource").then_some(kind);
                }
            }
            let name = r.text("name");
            if matches!(what, ResourceName::Nothing) && name.is_none() && !r.has("skill") {
                r.require("role");
            }
            ResourceUse {
                what,
                kind: found,
                name,
                quantity: r.rate("quantity"),
                hours: r.quantity("hours"),
                unit_cost: r.money("unit_cost"),
                skill: r.text("skill"),
                suppliers: suppliers(r),
                note: r.text("note"),
                span,
            }
        })
    }
}

/// Stock that has to be on hand.
#[derive(Debug, Clone)]
pub struct InventoryItem {
    pub base: Base,
    pub stock: Stock,
}

#[derive(Debug, Clone, Default)]
pub struct Stock {
    pub unit: Option<Text>,
    pub stock: Option<Variant<Rate>>,
    pub minimum: Option<Variant<Rate>>,
    pub reorder_point: Option<Variant<Rate>>,
    pub safety_stock: Option<Variant<Rate>>,
    pub lead_time: Option<Variant<Duration>>,
    pub daily_use: Option<Variant<Rate>>,
    pub suppliers: Vec<Spanned<String>>,
    pub unit_cost: Option<Variant<Money>>,
    pub sites: Vec<Spanned<String>>,
}

impl Stock {
    fn read(r: &mut Reader<'_, '_, '_>) -> Stock {
        let mut sites = r.references("sites", Kind::Sites);
        sites.extend(r.references("site", Kind::Sites));
        Stock {
            unit: r.text("unit"),
            stock: r.rate("stock"),
            minimum: r.rate("minimum"),
            reorder_point: r.rate("reorder_point"),
            safety_stock: r.rate("safety_stock"),
            lead_time: r.duration("lead_time"),
            daily_use: r.rate("daily_use"),
            suppliers: suppliers(r),
            unit_cost: r.money("unit_cost"),
            sites,
        }
    }
}

impl InventoryItem {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> InventoryItem {
        InventoryItem { base: Base::read(r, at, "name"), stock: Stock::read(r) }
    }
}

/// Stock as a service uses it: an entry of the register, or an item described in place.
#[derive(Debug, Clone)]
pub struct InventoryUse {
    pub item: Option<Spanned<String>>,
    pub name: Option<Text>,
    pub stock: Stock,
    pub owner: Option<Spanned<String>>,
    pub note: Option<Text>,
    pub span: Span,
}

impl InventoryUse {
    pub fn read(slot: Slot<'_, '_, '_>) -> Option<InventoryUse> {
        let span = slot.span();
        if !slot.is_map() {
            let item = Some(slot.reference(Kind::Inventory)?);
            return Some(InventoryUse { item, name: None, stock: Stock::default(), owner: None, note: None, span });
        }
        slot.map(|r| {
            r.require("item");
            let id = r.slot("item").is_some_and(|s| s.scalar().is_some_and(is_id));
            InventoryUse {
                item: if id { r.reference("item", Kind::Inventory) } else { None },
                name: if id { r.text("name") } else { r.text("item") },
                stock: Stock::read(r),
                owner: r.reference("owner", Kind::Roles),
                note: r.text("note"),
                span,
            }
        })
    }
}
