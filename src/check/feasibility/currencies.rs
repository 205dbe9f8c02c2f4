//! C349: the figures of one cost are in one currency (A9).

use super::head;
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::service::Cost;
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::Money;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C349",
        name: "cost-in-several-currencies",
        severity: Severity::Warning,
        message: Text {
            es: "el costo de «{service}» mezcla monedas: {other} junto a {first}",
            en: "the cost of “{service}” mixes currencies: {other} beside {first}",
            pt: "o custo de “{service}” mistura moedas: {other} junto a {first}",
        },
        why: Text {
            es: "Montos en monedas distintas no se suman ni se comparan; y el que depende de un cambio varía cada día sin que el manual lo diga.",
            en: "Amounts in different currencies cannot be added or compared; and the one that depends on a rate changes every day without the manual saying so.",
            pt: "Valores em moedas diferentes não se somam nem se comparam; e o que depende de um câmbio varia a cada dia sem que o manual o diga.",
        },
        fix: Text {
            es: "escriba el monto en {first} y anote en `note` el cambio con que se calculó",
            en: "write the amount in {first}, and record in `note` the rate by which it was reckoned",
            pt: "escreva o valor em {first} e anote em `note` o câmbio com que foi calculado",
        },
        bad: r#"code: EJ-01
name: Ejemplo
cost:
  items:
    - { name: Papel, amount: 0.50 PEN, per: case, kind: variable }
    - { name: Licencia, amount: 0.20 USD, per: case, kind: variable }
#                               ^^^^^^^^
  unit_cost: 1.25 PEN
"#,
        good: r#"code: EJ-01
name: Ejemplo
cost:
  items:
    - { name: Papel, amount: 0.50 PEN, per: case, kind: variable }
    - { name: Licencia, amount: 0.75 PEN, per: case, kind: variable }
  unit_cost: 1.25 PEN
"#,
    },
    check,
};

const FIRST: Text =
    Text { es: "esta cifra está en {first}", en: "this figure is in {first}", pt: "este valor está em {first}" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let Some(cost) = service.cost.value() else { continue };
        let amounts = amounts(cost);
        let shared = |(currency, _): &&(&str, Span)| amounts.iter().filter(|(other, _)| other == currency).count();
        // The currency of most, and of equals that of the unit cost, which stands last.
        let Some((first, there)) = amounts.iter().max_by_key(shared) else { continue };
        for (other, span) in amounts.iter().filter(|(other, _)| other != first) {
            report.at(head(manual, *span), &service.base.subject(), |finding| {
                finding
                    .arg("service", service.base.title())
                    .arg("other", *other)
                    .arg("first", *first)
                    .label(head(manual, *there), FIRST)
            });
        }
    }
}

/// The currencies in the order of weight: items, price, unit cost.
fn amounts(cost: &Cost) -> Vec<(&str, Span)> {
    let items = cost.items.iter().filter_map(|item| item.amount.as_ref());
    let all: Vec<&Spanned<Money>> = items.chain(&cost.price).chain(&cost.unit_cost).collect();
    all.into_iter().map(|money| (money.value.currency.as_str(), money.span)).collect()
}
