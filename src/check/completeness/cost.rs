//! A109: a service says what it costs to give it (A9).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A109",
        name: "cost",
        severity: Severity::Error,
        message: Text {
            es: "al servicio «{service}» le falta el costo, por partidas o por unidad",
            en: "the service “{service}” has no cost, by items or by unit",
            pt: "ao serviço “{service}” falta o custo, por itens ou por unidade",
        },
        why: Text {
            es: "Quien no sabe cuánto cuesta atender una vez no puede fijar un precio ni ofrecer una reparación.",
            en: "Without knowing what it costs to serve once, nobody can set a price or offer redress.",
            pt: "Quem não sabe quanto custa atender uma vez não pode fixar um preço nem oferecer uma reparação.",
        },
        fix: Text {
            es: "escriba el costo por caso o sus partidas: `cost: { unit_cost: 8.50 {own_currency} }`",
            en: "write the cost of a case or its items: `cost: { unit_cost: 8.50 {own_currency} }`",
            pt: "escreva o custo por caso ou seus itens: `cost: { unit_cost: 8.50 {own_currency} }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
cost:
  note: Se calculará el próximo año.
"#,
        good: r#"code: EJ-01
name: Ejemplo
cost:
  items:
    - { name: papel y sobres, amount: 0.20 PEN, per: case, kind: variable }
  unit_cost: 8.50 PEN
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        if super::lacks(&service.cost, |cost| cost.unit_cost.is_some() || !cost.items.is_empty()) {
            super::report_service(report, service);
        }
    }
}
