//! C344: stock is ordered before it runs out: reorder point ≥ daily use × lead time + safety stock (A5).

use super::{Item, count, exact, head, items, single};
use crate::analysis::stock::{cover, reorder_point, used_meanwhile, working_days};
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Decimal, Duration};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C344",
        name: "reorder-point-too-low",
        severity: Severity::Warning,
        message: Text {
            es: "«{item}» se pide cuando quedan {point}, y hasta que llega el pedido hacen falta {needed}",
            en: "“{item}” is reordered when {point} are left, but {needed} are needed until the order arrives",
            pt: "“{item}” é pedido quando restam {point}, e até o pedido chegar são necessários {needed}",
        },
        why: Text {
            es: "Lo que se pide tarde falta justo delante del cliente, y ese día el plazo prometido no se cumple.",
            en: "What is ordered late is missing in front of the customer, and on that day the promise is not kept.",
            pt: "O que se pede tarde falta justamente diante do cliente, e nesse dia o prazo prometido não se cumpre.",
        },
        fix: Text {
            es: "suba el punto de pedido, `reorder_point: {needed}`, o acorte el plazo de entrega con el proveedor",
            en: "raise the reorder point, `reorder_point: {needed}`, or shorten the lead time with the supplier",
            pt: "eleve o ponto de pedido, `reorder_point: {needed}`, ou reduza o prazo de entrega com o fornecedor",
        },
        bad: r#"=== inventory.yaml
libretas:
  name: Libretas
  daily_use: 9 per day
  lead_time: 10 business days
  safety_stock: 60
  reorder_point: 120
#                ^^^
"#,
        good: r#"=== inventory.yaml
libretas:
  name: Libretas
  daily_use: 9 per day
  lead_time: 10 business days
  safety_stock: 60
  reorder_point: 150
"#,
    },
    check,
};

const SUM: Text = Text {
    es: "{use} por día × {days} días hábiles de entrega + {safety} de reserva = {needed}",
    en: "{use} a day × {days} business days of lead time + {safety} of safety stock = {needed}",
    pt: "{use} por dia × {days} dias úteis de entrega + {safety} de reserva = {needed}",
};

const COVER: Text = Text {
    es: "{point} alcanzan para {cover} días hábiles; en la entrega se gastan {meanwhile}",
    en: "{point} last {cover} business days; {meanwhile} are used during the delivery",
    pt: "{point} duram {cover} dias úteis; durante a entrega se gastam {meanwhile}",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for item in items(manual) {
        let Some(figures) = figures(manual, &item) else { continue };
        let Figures { point, daily, days, safety, span } = figures;
        let needed = reorder_point(daily, days, safety);
        let (Some(needed), Some(meanwhile)) = (needed, used_meanwhile(daily, days)) else { continue };
        if point >= needed {
            continue;
        }
        report.at(head(manual, span), &item.subject, |finding| {
            let finding = finding
                .arg("item", item.name.as_str())
                .arg("point", exact(point))
                .arg("needed", exact(needed.ceil()))
                .note(
                    SUM,
                    vec![
                        ("use", exact(daily)),
                        ("days", exact(days)),
                        ("safety", exact(safety)),
                        ("needed", exact(needed)),
                    ],
                );
            match cover(point, daily) {
                Some(cover) => finding.note(
                    COVER,
                    vec![("point", exact(point)), ("cover", exact(cover.round_dp(1))), ("meanwhile", exact(meanwhile))],
                ),
                None => finding,
            }
        });
    }
}

struct Figures {
    point: Decimal,
    daily: Decimal,
    days: Decimal,
    safety: Decimal,
    span: Span,
}

/// The figures of an item, all there and none of them absurd.
fn figures(manual: &Resolved<'_>, item: &Item<'_>) -> Option<Figures> {
    let (point, span) = count(&item.own.reorder_point)?;
    let daily = daily_use(item)?;
    let lead = lead_time(manual, item)?;
    let days = working_days(&lead, &manual.model.manifest.calendar)?;
    let safety = count(&item.own.safety_stock).map_or(Decimal::ZERO, |(safety, _)| safety);
    let is_sound = [point, daily, days, safety].iter().all(|n| !n.is_sign_negative());
    is_sound.then_some(Figures { point, daily, days, safety, span })
}

/// What is used in a working day.
pub(super) fn daily_use(item: &Item<'_>) -> Option<Decimal> {
    let (rate, _) = single(&item.own.daily_use)?;
    match rate.per.as_slice() {
        [] => Some(rate.amount),
        [per] if matches!(per.as_str(), "day" | "business day") => Some(rate.amount),
        _ => None,
    }
}

/// The lead time of an item: its own, or the longest of its suppliers. Of a range the longer end.
pub(super) fn lead_time(manual: &Resolved<'_>, item: &Item<'_>) -> Option<Duration> {
    if item.own.lead_time.is_some() {
        return single(&item.own.lead_time).map(|(lead, _)| *lead);
    }
    let suppliers = item.own.suppliers.iter().filter_map(|id| manual.model.suppliers.get(&id.value));
    let leads = suppliers.filter_map(|s| single(&s.lead_time)).map(|(lead, _)| *lead);
    let calendar = &manual.model.manifest.calendar;
    leads.max_by_key(|lead| working_days(lead, calendar))
}
