//! C351: what has to be ordered arrives in time for the promise that needs it (A5, A6, C5).

use super::{items, single};
use crate::analysis::procedure::{Task, overrun};
use crate::check::{Report, Rule, promises};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::commitment::Commitment;
use crate::model::partner::Supplier;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Duration, Quantity};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C351",
        name: "promise-shorter-than-supply",
        severity: Severity::Error,
        message: Text {
            es: "`{commitment}` promete {promise}, y lo que da «{supplier}» llega en {lead}{steps}",
            en: "`{commitment}` promises {promise}, and what “{supplier}” provides arrives in {lead}{steps}",
            pt: "`{commitment}` promete {promise}, e o que “{supplier}” fornece chega em {lead}{steps}",
        },
        why: Text {
            es: "El compromiso depende de ese proveedor y no hay existencias de lo que entrega: quien lo pide espera el plazo del proveedor y, después, el trabajo propio.",
            en: "The commitment rests on that supplier and nothing of what they deliver is kept in stock: whoever asks for it waits for the supplier and then for our own work.",
            pt: "O compromisso depende desse fornecedor e não há estoque do que ele entrega: quem pede espera o prazo do fornecedor e, depois, o trabalho próprio.",
        },
        fix: Text {
            es: "guarde existencias en `inventory` (`stock`, `minimum`, `reorder_point`), acuerde un `lead_time` más corto, o prometa un plazo en que quepan los dos",
            en: "keep stock in `inventory` (`stock`, `minimum`, `reorder_point`), agree on a shorter `lead_time`, or promise a time that allows for both",
            pt: "guarde estoque em `inventory` (`stock`, `minimum`, `reorder_point`), combine um `lead_time` mais curto, ou prometa um prazo em que caibam os dois",
        },
        bad: r#"=== suppliers.yaml
imprenta: { name: Imprenta, lead_time: 10 business days }
=== commitments.yaml
libreta: { promise: Le damos su libreta nueva a tiempo., within: 5 business days, suppliers: imprenta }
#                                                                ^^^^^^^^^^^^^^^
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering:
  steps:
    - { does: Entregamos la tarjeta, role: caja, within: 2 business days }
commitments:
  tarjeta:
    promise: Le damos su tarjeta a tiempo.
    within: 11 business days
#           ^^^^^^^^^^^^^^^^
    suppliers: imprenta
---
"#,
        good: r#"=== suppliers.yaml
imprenta: { name: Imprenta, lead_time: 10 business days }
courier: { name: Courier, lead_time: 10 business days }
=== inventory.yaml
sobres: { name: Sobres, supplier: courier, stock: 500, minimum: 100 }
=== commitments.yaml
libreta: { promise: Le damos su libreta nueva a tiempo., within: 12 business days, suppliers: imprenta }
sobre: { promise: Le damos su sobre a tiempo., within: 2 business days, suppliers: courier }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering:
  steps:
    - { does: Entregamos la tarjeta, role: caja, within: 2 business days }
commitments:
  tarjeta:
    promise: Le damos su tarjeta a tiempo.
    within: 12 business days
    suppliers: imprenta
---
"#,
    },
    check,
};

const LEAD: Text = Text { es: "el plazo del proveedor", en: "the supplier's lead time", pt: "o prazo do fornecedor" };

const NO_STEPS: Text = Text { es: "", en: "", pt: "" };

const STEPS: Text = Text {
    es: ", más {times} de los pasos del servicio",
    en: ", and the steps of the service take {times} more",
    pt: ", mais {times} dos passos do serviço",
};

const DATES: Text = Text {
    es: "quien lo pide el {start} lo tiene el {end}, y el plazo vence el {limit}",
    en: "whoever asks on {start} has it on {end}, and the time is up on {limit}",
    pt: "quem pede em {start} o tem em {end}, e o prazo vence em {limit}",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for commitment in promises::commitments(manual) {
        let Some((promise, at)) = single(&commitment.within) else { continue };
        for supplier in commitment.suppliers.iter().filter_map(|id| manual.model.suppliers.get(&id.value)) {
            let Some((lead, there)) = lead_time(supplier).filter(|_| !is_stocked(manual, supplier)) else { continue };
            let steps = steps(manual, commitment, lead);
            let calendar = &manual.model.calendar_of_commitment(commitment);
            // First the supplier delivers, then each step follows the one before it.
            let times: Vec<Duration> = std::iter::once(*lead).chain(steps.iter().copied()).collect();
            let task = |(i, within): (usize, &Duration)| Task {
                within: Some(*within),
                after: if i == 0 { Vec::new() } else { vec![i - 1] },
            };
            let tasks: Vec<Task> = times.iter().enumerate().map(task).collect();
            let Some(found) = overrun(&tasks, tasks.len() - 1, promise, calendar, None) else { continue };
            report.at(at, &commitment.base.subject(), |finding| {
                let dates = vec![
                    ("start", found.start.date().into()),
                    ("end", found.end.date().into()),
                    ("limit", found.limit.date().into()),
                ];
                finding
                    .arg("commitment", commitment.base.id.as_str())
                    .arg("promise", Quantity::Duration(*promise))
                    .arg("supplier", supplier.base.title())
                    .arg("lead", Quantity::Duration(*lead))
                    .arg("steps", said(&steps))
                    .label(there, LEAD)
                    .note(DATES, dates)
            });
        }
    }
}

fn said(steps: &[Duration]) -> Arg {
    if steps.is_empty() {
        return NO_STEPS.into();
    }
    let times = steps.iter().map(|time| Quantity::Duration(*time).into()).collect();
    Arg::Phrase(STEPS, vec![("times", Arg::List(times))])
}

/// The lead time of an active supplier with whom no response is agreed: that would be the level that counts.
fn lead_time(supplier: &Supplier) -> Option<(&Duration, Span)> {
    let responds = supplier.agreed.as_ref().is_some_and(|agreed| agreed.response.is_some());
    if responds || !supplier.base.is_active() { None } else { single(&supplier.lead_time) }
}

/// Whether something that the supplier delivers is kept in stock, so that nobody waits for the delivery.
fn is_stocked(manual: &Resolved<'_>, supplier: &Supplier) -> bool {
    items(manual).iter().any(|item| {
        let own = item.own;
        let theirs = own.suppliers.iter().any(|id| id.value == supplier.base.id);
        theirs && (own.stock.is_some() || own.minimum.is_some() || own.reorder_point.is_some())
    })
}

/// The times of the steps that people of the one service take beside the delivery, in their order. A step as long as the delivery
/// may well be the delivery.
fn steps(manual: &Resolved<'_>, commitment: &Commitment, lead: &Duration) -> Vec<Duration> {
    let services: Vec<_> = manual.makers(&commitment.base.id).collect();
    let [service] = services.as_slice() else { return Vec::new() };
    // With several promises nobody knows which steps belong to which.
    let timed = promises::commitments(manual).filter(|c| c.within.is_some());
    let own = timed.filter(|c| manual.makers(&c.base.id).any(|s| s.base.id == service.base.id));
    if own.count() != 1 {
        return Vec::new();
    }
    let steps = service.offering.value().map_or(&[][..], |offering| offering.steps.as_slice());
    let times = steps.iter().filter(|step| step.role.is_some()).filter_map(|step| single(&step.within));
    let shorter = |time: &&Duration| time.unit == lead.unit && time.amount < lead.amount;
    times.map(|(time, _)| time).filter(shorter).copied().collect()
}
