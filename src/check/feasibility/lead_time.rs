//! C346: what is counted on arrives as soon as its supplier delivers (A5, A6).

use super::{Item, head, items, single};
use crate::analysis::stock::working_days;
use crate::check::{Report, Rule, promises};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Comparison, Duration, Quantity};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C346",
        name: "supplier-slower-than-planned",
        severity: Severity::Warning,
        message: Text {
            es: "«{supplier}» entrega en {agreed}, y se cuenta con recibir antes {items}",
            en: "“{supplier}” delivers in {agreed}, sooner than which the manual counts on {items}",
            pt: "“{supplier}” entrega em {agreed}, e o manual conta com receber antes {items}",
        },
        why: Text {
            es: "El punto de pedido se calcula con el plazo de entrega. Si el proveedor tarda más de lo escrito, la existencia se acaba antes de que llegue.",
            en: "The reorder point is reckoned with the lead time. If the supplier takes longer than is written, the stock runs out before it arrives.",
            pt: "O ponto de pedido se calcula com o prazo de entrega. Se o fornecedor demora mais do que está escrito, o estoque acaba antes que chegue.",
        },
        fix: Text {
            es: "escriba el plazo que el proveedor acordó, o acuerde con él el que hace falta",
            en: "write the lead time that the supplier agreed to, or agree with them on the one that is needed",
            pt: "escreva o prazo combinado com o fornecedor, ou combine com ele o que é necessário",
        },
        bad: r#"=== suppliers.yaml
imprenta: { name: Imprenta, lead_time: 15 business days }
=== inventory.yaml
libretas:
  name: Libretas
  lead_time: 10 business days
#            ^^^^^^^^^^^^^^^^
  supplier: imprenta
"#,
        good: r#"=== suppliers.yaml
imprenta: { name: Imprenta, lead_time: 10 business days }
=== inventory.yaml
libretas:
  name: Libretas
  lead_time: 2 weeks
  supplier: imprenta
"#,
    },
    check,
};

const ITEM: Text =
    Text { es: "«{item}» (en {planned})", en: "“{item}” (in {planned})", pt: "“{item}” (em {planned})" };

const AGREED: Text = Text { es: "el plazo del proveedor", en: "the supplier's lead time", pt: "o prazo do fornecedor" };

const MEANWHILE: Text = Text {
    es: "«{item}»: en los {days} días hábiles de diferencia se gastan {used} más de los previstos",
    en: "“{item}”: in the {days} business days between, {used} more are used than planned",
    pt: "“{item}”: nos {days} dias úteis de diferença se gastam {used} a mais que os previstos",
};

const NEEDED: Text = Text {
    es: "de este proveedor depende lo que promete {commitments}",
    en: "what {commitments} promises rests on this supplier",
    pt: "deste fornecedor depende o que promete {commitments}",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let calendar = &manual.model.manifest.calendar;
    let items = items(manual);
    for supplier in manual.model.suppliers.iter().filter(|s| s.base.is_active()) {
        let Some((agreed, there)) = single(&supplier.lead_time) else { continue };
        let too_soon: Vec<(&Item<'_>, Duration, Span)> = items
            .iter()
            .filter(|item| item.own.suppliers.iter().any(|id| id.value == supplier.base.id))
            .filter_map(|item| single(&item.own.lead_time).map(|(planned, span)| (item, *planned, span)))
            .filter(|(_, planned, _)| planned.compare(agreed, calendar) == Comparison::Shorter)
            .collect();
        // One item is wrong by itself; where several are, the supplier has become slower.
        let (span, subject) = match too_soon.as_slice() {
            [] => continue,
            [(item, _, span)] => (*span, item.subject.clone()),
            _ => (there, supplier.base.subject()),
        };
        report.at(head(manual, span), &subject, |finding| {
            let names = too_soon.iter().map(|(item, planned, _)| {
                let args =
                    vec![("item", Arg::from(item.name.as_str())), ("planned", Quantity::Duration(*planned).into())];
                Arg::Phrase(ITEM, args)
            });
            let mut finding = finding
                .arg("items", Arg::List(names.collect()))
                .arg("supplier", supplier.base.title())
                .arg("agreed", Quantity::Duration(*agreed));
            if let [_] = too_soon.as_slice() {
                finding = finding.label(head(manual, there), AGREED);
            }
            for (item, planned, _) in &too_soon {
                let days = working_days(agreed, calendar).zip(working_days(planned, calendar));
                let days = days.and_then(|(agreed, planned)| agreed.checked_sub(planned));
                let used = days.zip(super::reorder::daily_use(item));
                let Some((days, used)) = used.and_then(|(days, daily)| Some((days, days.checked_mul(daily)?))) else {
                    continue;
                };
                let args = vec![
                    ("item", Arg::from(item.name.as_str())),
                    ("days", super::exact(days)),
                    ("used", super::exact(used)),
                ];
                finding = finding.note(MEANWHILE, args);
            }
            let needed = promises::commitments(manual)
                .filter(|c| c.suppliers.iter().any(|id| id.value == supplier.base.id))
                .map(|c| Arg::from(format!("`{}`", c.base.id)));
            let needed: Vec<Arg> = needed.collect();
            if !needed.is_empty() {
                finding = finding.note(NEEDED, vec![("commitments", Arg::List(needed))]);
            }
            finding
        });
    }
}
