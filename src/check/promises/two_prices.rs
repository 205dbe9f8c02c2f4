//! C386: the price that a cost is compared with is the price of the offering (A9, C5).

use crate::check::feasibility::head;
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::offering::{Amount, Offering, Price};
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::{Money, Quantity};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C386",
        name: "two-prices",
        severity: Severity::Warning,
        message: Text {
            es: "el costo de «{service}» se compara con un precio de {price}, y su oferta dice {offered}",
            en: "the cost of “{service}” is compared with a price of {price}, and its offering says {offered}",
            pt: "o custo de “{service}” compara-se com um preço de {price}, e sua oferta diz {offered}",
        },
        why: Text {
            es: "Con dos precios nadie sabe si el servicio paga lo que cuesta, ni qué se cobra en la ventanilla.",
            en: "With two prices nobody knows whether the service pays for itself, or what is charged at the counter.",
            pt: "Com dois preços ninguém sabe se o serviço paga o que custa, nem o que se cobra no balcão.",
        },
        fix: Text {
            es: "decida cuál vale; si es el de la oferta, escriba `price: {written}`",
            en: "decide which holds; if it is that of the offering, write `price: {written}`",
            pt: "decida qual vale; se é o da oferta, escreva `price: {written}`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
offering: { price: 80 PEN }
cost: { unit_cost: 50 PEN, price: 120 PEN }
#                                 ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
offering: { price: 80 PEN }
cost: { unit_cost: 50 PEN, price: 80 PEN }
"#,
    },
    check,
};

const THERE: Text = Text { es: "la oferta, aquí", en: "the offering, here", pt: "a oferta, aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let price = service.cost.value().and_then(|cost| cost.price.as_ref()).filter(|price| price.value.per.is_none());
        let offered = service.offering.value().and_then(only_price);
        let (Some(price), Some(offered)) = (price, offered) else { continue };
        if price.value.currency != offered.value.currency || price.value.amount == offered.value.amount {
            continue;
        }
        report.at(head(manual, price.span), &service.base.subject(), |finding| {
            finding
                .arg("service", service.base.title())
                .arg("price", Quantity::Money(price.value.clone()))
                .arg("offered", Quantity::Money(offered.value.clone()))
                .arg("written", format!("{} {}", offered.value.amount, offered.value.currency))
                .label(head(manual, offered.span), THERE)
        });
    }
}

/// The one amount that a customer is asked for, whatever the case; none where there are several, or where it depends.
fn only_price(offering: &Offering) -> Option<Spanned<Money>> {
    let Some(Price::Items(items)) = &offering.price else { return None };
    let [item] = items.as_slice() else { return None };
    let plain = item.conditions.is_empty() && item.brackets.is_empty() && item.table.is_none();
    let alone = plain && item.minimum.is_none() && item.maximum.is_none() && offering.parts.is_empty();
    let amount = item.amount.as_ref().filter(|amount| alone && amount.cases.is_empty())?.otherwise.as_ref()?;
    match &amount.value {
        Amount::Quantity(Quantity::Money(money)) if money.per.is_none() && item.per.is_none() => {
            Some(Spanned { value: money.clone(), span: amount.span })
        }
        Amount::Quantity(_) | Amount::Free => None,
    }
}
