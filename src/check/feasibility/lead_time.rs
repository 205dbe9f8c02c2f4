//! C346: what is counted on arrives as soon as its supplier delivers (A5, A6).

use super::{head, items, single};
use crate::analysis::stock::working_days;
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::values::{Comparison, Quantity};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C346",
        name: "supplier-slower-than-planned",
        severity: Severity::Warning,
        message: Text {
            es: "«{item}» cuenta con recibir en {planned} lo que «{supplier}» entrega en {agreed}",
            en: "“{item}” counts on receiving in {planned} what “{supplier}” delivers in {agreed}",
            pt: "“{item}” conta com receber em {planned} o que “{supplier}” entrega em {agreed}",
        },
        why: Text {
            es: "El punto de pedido se calcula con el plazo de entrega. Si el proveedor tarda más de lo escrito, la existencia se acaba antes de que llegue.",
            en: "The reorder point is reckoned with the lead time. If the supplier takes longer than is written, the stock runs out before it arrives.",
            pt: "O ponto de pedido se calcula com o prazo de entrega. Se o fornecedor demora mais do que está escrito, o estoque acaba antes que chegue.",
        },
        fix: Text {
            es: "escriba el plazo que el proveedor acordó, o acuerde con él el que hace falta",
            en: "write the lead time that the supplier agreed to, or agree with them on the one that is needed",
            pt: "escreva o prazo que o fornecedor acordou, ou acorde com ele o que é necessário",
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

const AGREED: Text = Text { es: "el plazo del proveedor", en: "the supplier's lead time", pt: "o prazo do fornecedor" };

const MEANWHILE: Text = Text {
    es: "en los {days} días hábiles de diferencia se gastan {used} más de los previstos",
    en: "in the {days} business days between, {used} more are used than planned",
    pt: "nos {days} dias úteis de diferença se gastam {used} a mais que os previstos",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let calendar = &manual.model.manifest.calendar;
    for item in items(manual) {
        let Some((planned, span)) = single(&item.own.lead_time) else { continue };
        let suppliers = item.own.suppliers.iter().filter_map(|id| manual.model.suppliers.get(&id.value));
        for supplier in suppliers.filter(|s| s.base.is_active()) {
            let Some((agreed, there)) = single(&supplier.lead_time) else { continue };
            if planned.compare(agreed, calendar) != Comparison::Shorter {
                continue;
            }
            report.at(head(manual, span), &item.subject, |finding| {
                let finding = finding
                    .arg("item", item.name.as_str())
                    .arg("planned", Quantity::Duration(*planned))
                    .arg("supplier", supplier.base.title())
                    .arg("agreed", Quantity::Duration(*agreed))
                    .label(there, AGREED);
                let days = working_days(agreed, calendar).zip(working_days(planned, calendar));
                let days = days.and_then(|(a, p)| a.checked_sub(p));
                let used = days.zip(super::reorder::daily_use(&item));
                match used.and_then(|(days, daily)| Some((days, days.checked_mul(daily)?))) {
                    Some((days, used)) => {
                        finding.note(MEANWHILE, vec![("days", super::exact(days)), ("used", super::exact(used))])
                    }
                    None => finding,
                }
            });
        }
    }
}
