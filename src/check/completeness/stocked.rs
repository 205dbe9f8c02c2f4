//! A123: of what has to be on hand it is said how much, when it is ordered again and from whom (A5).

use crate::check::{Lack, Report, Rule, report_parts, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::stock::Stock;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A123",
        name: "stock-incomplete",
        severity: Severity::Warning,
        message: Text {
            es: "de la existencia falta decir {parts}: {names}",
            en: "the entry for the stock does not say {parts}: {names}",
            pt: "do item de estoque falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Una lista de nombres no evita que se acabe nada: quien repone necesita saber cuánto debe haber, cuándo pedir y a quién.",
            en: "A list of names keeps nothing from running out: whoever orders has to know how much there must be, when to order and from whom.",
            pt: "Uma lista de nomes não evita que nada acabe: quem repõe precisa saber quanto deve haver, quando pedir e a quem.",
        },
        fix: Text {
            es: "complete la existencia: `unit: libreta`, `stock: 420`, `minimum: 60`, `reorder_point: 220`, `daily_use: 9 per day`, `lead_time: 10 business days`, `supplier: {own_supplier}`",
            en: "complete the item: `unit: form`, `stock: 420`, `minimum: 60`, `reorder_point: 220`, `daily_use: 9 per day`, `lead_time: 10 business days`, `supplier: {own_supplier}`",
            pt: "complete o item: `unit: formulário`, `stock: 420`, `minimum: 60`, `reorder_point: 220`, `daily_use: 9 per day`, `lead_time: 10 business days`, `supplier: {own_supplier}`",
        },
        bad: r#"=== inventory.yaml
papel: { name: Papel térmico }
#              ^^^^^^^^^^^^^
"#,
        good: r#"=== inventory.yaml
papel:
  name: Papel térmico
  unit: rollo
  stock: 460
  minimum: 56
  reorder_point: 290
  daily_use: 14 per day
  supplier: imprenta
=== suppliers.yaml
imprenta: { name: Imprenta, lead_time: 10 business days }
"#,
    },
    check,
};

const UNIT: Text = Text { es: "en qué unidad se cuenta", en: "its unit", pt: "em que unidade se conta" };
const STOCK: Text = Text { es: "cuánto hay", en: "how much there is", pt: "quanto há" };
const MINIMUM: Text =
    Text {
        es: "cuánto debe haber como mínimo", en: "the least that must be there", pt: "quanto deve haver no mínimo"
    };
const POINT: Text = Text {
    es: "con cuánto se vuelve a pedir",
    en: "the level at which more is ordered",
    pt: "com quanto se pede de novo",
};
const USE: Text = Text { es: "cuánto se gasta al día", en: "the daily use", pt: "quanto se gasta por dia" };
const LEAD: Text = Text { es: "cuánto tarda en llegar", en: "how long delivery takes", pt: "quanto demora a chegar" };
const SUPPLIER: Text = Text { es: "quién lo suministra", en: "who supplies it", pt: "quem o fornece" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let register = manual.model.inventory.iter().filter(|item| item.base.is_active());
    let register = register.map(|item| (Lack::from(&item.base), missing(manual, &item.stock)));
    let in_place = super::services(manual).filter(|service| service.base.is_active()).flat_map(|service| {
        let uses = service.inventory.value().into_iter().flatten().filter(|used| used.item.is_none());
        uses.filter_map(|used| {
            let name = used.name.as_ref()?;
            let lack = Lack { span: name.span, subject: service.base.subject(), name: name.plain() };
            Some((lack, missing(manual, &used.stock)))
        })
    });
    report_parts(report, register.chain(in_place));
}

fn missing(manual: &Resolved<'_>, stock: &Stock) -> Vec<Text> {
    let mut suppliers = stock.suppliers.iter().filter_map(|id| manual.model.suppliers.get(&id.value));
    unsaid([
        (said(&stock.unit), UNIT),
        (stock.stock.is_some(), STOCK),
        (stock.minimum.is_some() || stock.safety_stock.is_some(), MINIMUM),
        (stock.reorder_point.is_some(), POINT),
        (stock.daily_use.is_some(), USE),
        (stock.lead_time.is_some() || suppliers.any(|supplier| supplier.lead_time.is_some()), LEAD),
        (!stock.suppliers.is_empty(), SUPPLIER),
    ])
}
