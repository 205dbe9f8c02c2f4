//! D411: the inputs of a customer's value are in one currency (D3).

use super::{amount, values};
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::Money;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D411",
        name: "customer-value-in-several-currencies",
        severity: Severity::Warning,
        message: Text {
            es: "el valor del cliente de «{segment}» mezcla monedas: {other} junto a {first}",
            en: "the customer value of “{segment}” mixes currencies: {other} beside {first}",
            pt: "o valor do cliente de “{segment}” mistura moedas: {other} junto a {first}",
        },
        why: Text {
            es: "Montos en monedas distintas no se suman, así que el valor del cliente no se puede calcular.",
            en: "Amounts in different currencies do not add up, so that the customer's value cannot be computed.",
            pt: "Valores em moedas diferentes não se somam, de modo que o valor do cliente não pode ser calculado.",
        },
        fix: Text {
            es: "escriba el monto en {first}",
            en: "write the amount in {first}",
            pt: "escreva o valor em {first}",
        },
        bad: r#"=== segments.yaml
jovenes:
  name: Jóvenes
  value: { acquisition_cost: 20 USD, yearly_sales: 60 PEN, yearly_cost: 44 PEN, years: 6, discount_rate: 12 % }
#                            ^^^^^^
"#,
        good: r#"=== segments.yaml
jovenes:
  name: Jóvenes
  value: { acquisition_cost: 60 PEN, yearly_sales: 60 PEN, yearly_cost: 44 PEN, years: 6, discount_rate: 12 % }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for (segment, inputs) in values(manual) {
        let all = [&inputs.acquisition_cost, &inputs.yearly_cost, &inputs.yearly_sales];
        let amounts: Vec<_> = all.into_iter().filter_map(amount).collect();
        let shared =
            |(money, _): &&(&Money, Span)| amounts.iter().filter(|(other, _)| other.currency == money.currency).count();
        // The currency of most, and where all differ that of the sales.
        let Some((first, _)) = amounts.iter().max_by_key(shared) else { continue };
        for (other, span) in amounts.iter().filter(|(other, _)| other.currency != first.currency) {
            report.at(*span, &segment.base.subject(), |finding| {
                finding
                    .arg("segment", segment.base.title())
                    .arg("other", other.currency.as_str())
                    .arg("first", first.currency.as_str())
            });
        }
    }
}
