//! C348: a price below the cost says what covers the rest (A9).

use super::cost_sum::summed;
use super::head;
use crate::analysis::cost::covered;
use crate::check::{Report, Rule, said};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::service::{Cost, Service};
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::{Decimal, Money, Quantity};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C348",
        name: "price-below-cost",
        severity: Severity::Warning,
        message: Text {
            es: "«{service}» se cobra a {price} y cuesta {cost}; nadie dice quién paga los {rest} que faltan",
            en: "“{service}” is charged at {price} and costs {cost}; nobody says who pays the remaining {rest}",
            pt: "“{service}” é cobrado a {price} e custa {cost}; ninguém diz quem paga os {rest} que faltam",
        },
        why: Text {
            es: "Se puede cobrar menos de lo que cuesta, pero a sabiendas: alguien cubre la diferencia, y si nadie lo decidió, el servicio se sostiene hasta que el dinero se acaba.",
            en: "A service may be charged below its cost, but knowingly: somebody covers the difference, and if nobody decided so, it lasts until the money is gone.",
            pt: "Pode-se cobrar menos do que custa, mas sabendo disso: alguém cobre a diferença, e se ninguém o decidiu, o serviço dura até o dinheiro acabar.",
        },
        fix: Text {
            es: "escriba qué parte cubre el precio, `price_covers: {covers}`, y en `note` de dónde sale el resto",
            en: "write what part the price covers, `price_covers: {covers}`, and in `note` where the rest comes from",
            pt: "escreva que parte o preço cobre, `price_covers: {covers}`, e em `note` de onde sai o resto",
        },
        bad: r#"code: EJ-01
name: Ejemplo
cost:
  unit_cost: 50.00 PEN
  price: 20 PEN
#        ^^^^^^
  price_covers: 105 %
  note: El precio es la parte del interés que paga la gestión.
"#,
        good: r#"code: EJ-01
name: Ejemplo
cost:
  unit_cost: 50.00 PEN
  price: 20 PEN
  price_covers: 40 %
  note: El resto es parte del costo de ganar un socio.
"#,
    },
    check,
};

const BY_ITEMS: Text = Text {
    es: "el costo es lo que suman por caso los conceptos de `items`, pues no hay `unit_cost`",
    en: "the cost is what `items` add up to for a case, as there is no `unit_cost`",
    pt: "o custo é o que somam por caso os itens de `items`, pois não há `unit_cost`",
};

/// The cost of a case by the items, where it is surely above the price.
fn by_its_items(
    manual: &Resolved<'_>,
    service: &Service,
    cost: &Cost,
    price: &Spanned<Money>,
) -> Option<Spanned<Money>> {
    let sum = summed(manual, service, cost, &price.value.currency).filter(|_| price.value.per.is_none())?;
    let least = price.value.amount.checked_add(sum.tolerance)?;
    let value = Money { amount: sum.amount.round_dp(2), ..price.value.clone() };
    (sum.amount > least).then_some(Spanned { value, span: price.span })
}

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let Some(cost) = service.cost.value() else { continue };
        let Some(price) = &cost.price else { continue };
        // Where no unit cost is written, the items say what it is.
        let by_items = cost.unit_cost.is_none();
        let Some(unit) = cost.unit_cost.clone().or_else(|| by_its_items(manual, service, cost, price)) else {
            continue;
        };
        let is_comparable = price.value.currency == unit.value.currency && price.value.per == unit.value.per;
        let is_below = price.value.amount < unit.value.amount && !price.value.amount.is_sign_negative();
        // A share of the whole or more contradicts the price, and tells of no rest, whatever is noted besides.
        let is_told = match &cost.price_covers {
            Some(covers) => covers.value.value < Decimal::ONE_HUNDRED,
            None => said(&cost.note),
        };
        if !is_comparable || !is_below || is_told {
            continue;
        }
        let Some(rest) = unit.value.amount.checked_sub(price.value.amount) else { continue };
        let covers = covered(price.value.amount, unit.value.amount).map(|c| c.round_dp(1).normalize());
        report.at(head(manual, price.span), &service.base.subject(), |finding| {
            let finding = if by_items { finding.note(BY_ITEMS, Vec::new()) } else { finding };
            finding
                .arg("service", service.base.title())
                .arg("price", Quantity::Money(price.value.clone()))
                .arg("cost", Quantity::Money(unit.value.clone()))
                .arg("rest", Quantity::Money(Money { amount: rest, ..unit.value.clone() }))
                .arg("covers", covers.map_or_else(|| "…".to_owned(), |c| format!("{c} %")))
        });
    }
}
