//! What a service needs: resources (A4), inventory (A5), suppliers (A6) and alliances (A7), as tables of its page.

use super::front::drop_empty;
use super::writer::{Writer, join, table};
use crate::ir::{Block, Inline, Row, TableLook, plain};
use crate::model::partner::{Agreed, Contract};
use crate::model::stock::{InventoryUse, ResourceKind, ResourceName, Stock};
use crate::parse::kind::Kind;

pub fn resource_word(x: &Writer<'_>, kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::People => x.w.people,
        ResourceKind::Equipment => x.w.equipment,
        ResourceKind::System => x.w.system,
        ResourceKind::Premises => x.w.premises,
    }
}

pub fn resources(x: &Writer<'_>, list: &[crate::model::stock::ResourceUse]) -> Vec<Block> {
    let rows: Vec<Row> = list
        .iter()
        .map(|use_| {
            let register = match &use_.what {
                ResourceName::Resource(id) => x.manual.model.resources.get(&id.value),
                _ => None,
            };
            let mut name = match &use_.what {
                ResourceName::Resource(id) => vec![x.entry(Kind::Resources, &id.value)],
                ResourceName::Role(id) => vec![x.entry(Kind::Roles, &id.value)],
                ResourceName::Words(text) => x.text(text),
                ResourceName::Nothing => Vec::new(),
            };
            name = join([name, x.opt(&use_.name)].into_iter(), ", ");
            let kind = use_.kind.or_else(|| register.and_then(|r| r.kind.as_ref()).map(|k| k.value));
            let quantity = if use_.quantity.is_some() {
                x.rate(&use_.quantity)
            } else {
                register.map_or_else(Vec::new, |r| x.rate(&r.quantity))
            };
            let detail = join(
                [
                    x.amount(&use_.hours),
                    x.opt(&use_.skill),
                    x.references(Kind::Suppliers, &use_.suppliers),
                    x.opt(&use_.note),
                ]
                .into_iter(),
                "; ",
            );
            let cells = vec![
                name,
                kind.map_or_else(Vec::new, |k| plain(resource_word(x, k))),
                quantity,
                detail,
                x.money(&use_.unit_cost),
            ];
            Row { id: None, cells }
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [(x.w.resource, 3), (x.w.resource_kind, 1), (x.w.quantity, 1), (x.w.detail, 3), (x.w.unit_cost, 1)];
    vec![drop_empty(table(x.w.points[3], TableLook::Words, &columns, rows))]
}

pub fn inventory(x: &Writer<'_>, list: &[InventoryUse]) -> Vec<Block> {
    let rows: Vec<Row> = list
        .iter()
        .map(|use_| {
            let register = use_.item.as_ref().and_then(|id| x.manual.model.inventory.get(&id.value));
            let name = match &use_.item {
                Some(id) => vec![x.entry(Kind::Inventory, &id.value)],
                None => Vec::new(),
            };
            let name = join([name, x.opt(&use_.name)].into_iter(), ", ");
            let empty = Stock::default();
            let shared = register.map_or(&empty, |r| &r.stock);
            let pick = |own: Vec<Inline>, shared: Vec<Inline>| if own.is_empty() { shared } else { own };
            let own = &use_.stock;
            let cells = vec![
                name,
                pick(x.opt(&own.unit), x.opt(&shared.unit)),
                pick(x.rate(&own.stock), x.rate(&shared.stock)),
                pick(x.rate(&own.minimum), x.rate(&shared.minimum)),
                pick(x.rate(&own.reorder_point), x.rate(&shared.reorder_point)),
                pick(x.rate(&own.daily_use), x.rate(&shared.daily_use)),
                pick(x.duration(&own.lead_time), x.duration(&shared.lead_time)),
                stock_detail(x, use_),
            ];
            Row { id: None, cells }
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        (x.w.item, 3),
        (x.w.unit, 1),
        (x.w.stock, 1),
        (x.w.minimum, 1),
        (x.w.reorder_point, 1),
        (x.w.daily_use, 1),
        (x.w.lead_time, 2),
        (x.w.detail, 3),
    ];
    vec![drop_empty(table(x.w.points[4], TableLook::Words, &columns, rows))]
}

/// What a service says of its stock beside the figures; the register tells what is common to all.
fn stock_detail(x: &Writer<'_>, use_: &InventoryUse) -> Vec<Inline> {
    let own = &use_.stock;
    let parts = [
        (x.w.safety_stock, x.rate(&own.safety_stock)),
        (x.w.unit_cost, x.money(&own.unit_cost)),
        (x.w.supplier, x.references(Kind::Suppliers, &own.suppliers)),
        (x.w.sites, x.references(Kind::Sites, &own.sites)),
        (x.w.responsible, x.reference(Kind::Roles, &use_.owner)),
        (x.w.note, x.opt(&use_.note)),
    ];
    let told = parts.into_iter().filter(|(_, run)| !run.is_empty());
    join(told.map(|(label, run)| [plain(format!("{label}: ")), run].concat()), "; ")
}

/// The measurable part of what somebody outside has agreed to; the rest stands in the register.
fn agreed_levels(x: &Writer<'_>, levels: &Option<Agreed>) -> Vec<Inline> {
    let measured = levels.as_ref().map(|a| Agreed { text: None, targets: Vec::new(), ..a.clone() });
    agreed(x, &measured)
}

/// What somebody outside has agreed to.
pub fn agreed(x: &Writer<'_>, agreed: &Option<Agreed>) -> Vec<Inline> {
    let Some(agreed) = agreed else { return Vec::new() };
    let labelled = |label: &str, run: Vec<Inline>| {
        if run.is_empty() {
            return run;
        }
        let mut out = plain(format!("{label} "));
        out.extend(run);
        out
    };
    join(
        [
            labelled(x.w.availability, x.percent(&agreed.availability)),
            labelled(x.w.response, x.duration(&agreed.response)),
            labelled(x.w.resolution, x.duration(&agreed.resolution)),
            x.targets(&agreed.targets),
            x.opt(&agreed.text),
        ]
        .into_iter(),
        "; ",
    )
}

/// «hasta el 31 de marzo de 2027».
pub fn contract_end(x: &Writer<'_>, contracts: &[Contract]) -> Vec<Inline> {
    let ends = contracts.iter().filter_map(Contract::end);
    join(ends.map(|end| plain(x.date(end.value))), "; ")
}

pub fn suppliers(x: &Writer<'_>, ids: &[crate::span::Spanned<String>]) -> Vec<Block> {
    let rows: Vec<Row> = ids
        .iter()
        .filter_map(|id| x.manual.model.suppliers.get(&id.value))
        .map(|s| Row {
            id: None,
            cells: vec![
                vec![x.entry(Kind::Suppliers, &s.base.id)],
                x.opt(&s.supplies),
                agreed_levels(x, &s.agreed),
                x.duration(&s.lead_time),
                x.reference(Kind::Roles, &s.contact),
            ],
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [(x.w.supplier, 2), (x.w.supplies, 3), (x.w.agreed, 2), (x.w.lead_time, 1), (x.w.our_contact, 2)];
    vec![drop_empty(table(x.w.points[5], TableLook::Words, &columns, rows))]
}

pub fn alliances(x: &Writer<'_>, ids: &[crate::span::Spanned<String>]) -> Vec<Block> {
    let rows: Vec<Row> = ids
        .iter()
        .filter_map(|id| x.manual.model.alliances.get(&id.value))
        .map(|a| Row {
            id: None,
            cells: vec![
                vec![x.entry(Kind::Alliances, &a.base.id)],
                x.opt(&a.contribution),
                x.opt(&a.hand_over),
                agreed_levels(x, &a.agreed),
                x.reference(Kind::Roles, &a.contact),
            ],
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [(x.w.ally, 2), (x.w.contribution, 3), (x.w.hand_over, 2), (x.w.agreed, 2), (x.w.our_contact, 2)];
    vec![drop_empty(table(x.w.points[6], TableLook::Words, &columns, rows))]
}
