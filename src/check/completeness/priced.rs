//! A128: a cost says of which items it is made and what it comes to once (A9).

use crate::check::{Report, Rule, report_gaps, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A128",
        name: "cost-incomplete",
        severity: Severity::Note,
        message: Text {
            es: "en el costo del servicio falta decir {parts}: {names}",
            en: "the cost of the service does not say {parts}: {names}",
            pt: "no custo do serviço falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Un costo sin sus partes no se puede bajar ni discutir, y unas partes sin su suma no dicen si el precio alcanza.",
            en: "A cost without its parts can be neither lowered nor discussed, and parts without their sum do not tell whether the price covers them.",
            pt: "Um custo sem suas partes não se pode reduzir nem discutir, e as partes sem a soma não dizem se o preço cobre.",
        },
        fix: Text {
            es: "complete el costo: `items: [{ name: Papel y libretas, amount: 0.20 {own_currency}, per: case, kind: variable }]`, `unit_cost: 3.00 {own_currency}`",
            en: "complete the cost: `items: [{ name: Paper and forms, amount: 0.20 {own_currency}, per: case, kind: variable }]`, `unit_cost: 3.00 {own_currency}`",
            pt: "complete o custo: `items: [{ name: Papel e formulários, amount: 0.20 {own_currency}, per: case, kind: variable }]`, `unit_cost: 3.00 {own_currency}`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
cost: { unit_cost: 3.00 PEN }
"#,
        good: r#"code: EJ-01
name: Ejemplo
cost: { unit_cost: 3.00 PEN, items: [{ name: Papel, amount: 3.00 PEN, per: case, kind: variable }] }
"#,
    },
    check,
};

const ITEMS: Text =
    Text { es: "de qué partidas se compone", en: "the items it is made of", pt: "de que itens se compõe" };
const ONCE: Text = Text {
    es: "cuánto cuesta prestarlo una vez",
    en: "what it costs to give it once",
    pt: "quanto custa prestá-lo uma vez",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let services = super::services(manual).filter(|service| service.base.is_active());
    let gaps = services.filter_map(|service| {
        let cost = service.cost.value()?;
        // A cost that says neither is no cost yet: A109 tells.
        let parts = [(!cost.items.is_empty(), ITEMS), (cost.unit_cost.is_some(), ONCE)];
        Some((&service.base, if parts.iter().any(|(is_said, _)| *is_said) { unsaid(parts) } else { Vec::new() }))
    });
    report_gaps(report, gaps);
}
