//! C357: the share of its cost that a price covers, and the margin, agree with price and cost (A9).

use super::head;
use crate::analysis::cost::{covered, margins};
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::values::{Decimal, Percent, Quantity};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C357",
        name: "cost-share-disagrees",
        severity: Severity::Warning,
        message: Text {
            es: "en «{service}», {what} dice {said} y con {price} de precio y {cost} de costo resulta {found}",
            en: "in “{service}”, {what} says {said}, and a price of {price} and a cost of {cost} give {found}",
            pt: "em “{service}”, {what} diz {said} e, com preço de {price} e custo de {cost}, resulta {found}",
        },
        why: Text {
            es: "Tres cifras que se deducen unas de otras y no concuerdan son una decisión tomada con la que estaba equivocada.",
            en: "Three figures that follow from each other and do not agree are a decision taken with the one that was wrong.",
            pt: "Três números que se deduzem uns dos outros e não concordam são uma decisão tomada com o que estava errado.",
        },
        fix: Text {
            es: "escriba la cifra que resulta, `{key}: {written}`, o corrija el precio o el costo",
            en: "write the figure that results, `{key}: {written}`, or correct the price or the cost",
            pt: "escreva o número que resulta, `{key}: {written}`, ou corrija o preço ou o custo",
        },
        bad: r#"code: EJ-01
name: Ejemplo
cost:
  unit_cost: 50.00 PEN
  price: 20 PEN
  price_covers: 60 %
#               ^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
cost:
  unit_cost: 50.00 PEN
  price: 20 PEN
  price_covers: 40 %
"#,
    },
    check,
};

const COVERS: Text = Text { es: "lo que cubre el precio", en: "what the price covers", pt: "o que o preço cobre" };
const MARGIN: Text = Text { es: "el margen", en: "the margin", pt: "a margem" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let Some(cost) = service.cost.value() else { continue };
        let (Some(price), Some(unit)) = (&cost.price, &cost.unit_cost) else { continue };
        if price.value.currency != unit.value.currency || price.value.per != unit.value.per {
            continue;
        }
        let (price_is, cost_is) = (price.value.amount, unit.value.amount);
        let covers = covered(price_is, cost_is).map(|found| vec![found]);
        // Some reckon the margin on the price and some on the cost: either will do.
        let margin = margins(price_is, cost_is).map(|(on_price, on_cost)| vec![on_price, on_cost]);
        for (written, found, what, key) in
            [(&cost.price_covers, covers, COVERS, "price_covers"), (&cost.margin, margin, MARGIN, "margin")]
        {
            let (Some(written), Some(found)) = (written, found) else { continue };
            // A price below the cost that is said to cover it all: C348 tells, since the price may be what is wrong.
            if key == "price_covers" && price_is < cost_is && written.value.value >= Decimal::ONE_HUNDRED {
                continue;
            }
            // A whole point, since shares are commonly rounded to one.
            let agrees = |f: &Decimal| f.checked_sub(written.value.value).is_none_or(|off| off.abs() <= Decimal::ONE);
            let Some(first) = found.first().filter(|_| !found.iter().any(agrees)) else { continue };
            let first = first.round_dp(1).normalize();
            report.at(head(manual, written.span), &service.base.subject(), |finding| {
                finding
                    .arg("service", service.base.title())
                    .arg("what", Arg::Words(what))
                    .arg("said", Quantity::Percent(written.value.clone()))
                    .arg("price", Quantity::Money(price.value.clone()))
                    .arg("cost", Quantity::Money(unit.value.clone()))
                    .arg("found", Quantity::Percent(Percent::new(first)))
                    .arg("key", key)
                    .arg("written", format!("{first} %"))
            });
        }
    }
}
