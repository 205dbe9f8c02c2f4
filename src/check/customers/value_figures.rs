//! D412: no input of a customer's value is one that cannot be (D3).

use super::{amount, values};
use crate::analysis::value::MOST_YEARS;
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::values::Decimal;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D412",
        name: "impossible-customer-value",
        severity: Severity::Error,
        message: Text {
            es: "en el valor del cliente de «{segment}», {what} no puede ser {found}: {why}",
            en: "in the customer value of “{segment}”, {what} cannot be {found}: {why}",
            pt: "no valor do cliente de “{segment}”, {what} não pode ser {found}: {why}",
        },
        why: Text {
            es: "De una cifra imposible sale un valor imposible, y con él se decide cuánto gastar en ganar clientes.",
            en: "An impossible figure gives an impossible value, by which it is decided how much to spend on winning customers.",
            pt: "De um número impossível sai um valor impossível, e com ele se decide quanto gastar para conquistar clientes.",
        },
        fix: Text {
            es: "escriba la cifra verdadera o, si no se conoce, quite la clave",
            en: "write the true figure or, if it is not known, remove the key",
            pt: "escreva o número verdadeiro ou, se não for conhecido, tire a chave",
        },
        bad: r#"=== segments.yaml
jovenes:
  name: Jóvenes
  value: { acquisition_cost: 60 PEN, yearly_sales: -60 PEN, yearly_cost: 44 PEN, years: 0, discount_rate: 120 % }
#                                                  ^^^^^^^                              ^                 ^^^^^
"#,
        good: r#"=== segments.yaml
jovenes:
  name: Jóvenes
  value: { acquisition_cost: 60 PEN, yearly_sales: 60 PEN, yearly_cost: 44 PEN, years: 6, discount_rate: 12 % }
"#,
    },
    check,
};

/// An amount that no customer brings in any currency.
const MOST: i64 = 1_000_000_000_000;

const NEGATIVE: Text = Text { es: "es menor que cero", en: "it is below zero", pt: "é menor que zero" };
const YEARS: Text = Text {
    es: "una relación dura más de 0 y menos de 200 años",
    en: "a relation lasts more than 0 and less than 200 years",
    pt: "uma relação dura mais de 0 e menos de 200 anos",
};
const RATE: Text = Text {
    es: "el dinero de un año no pierde ni gana todo su valor",
    en: "the money of a year neither loses nor gains all its worth",
    pt: "o dinheiro de um ano não perde nem ganha todo o seu valor",
};
const HUGE: Text =
    Text { es: "ningún cliente llega a tanto", en: "no customer reaches as much", pt: "nenhum cliente chega a tanto" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for (segment, inputs) in values(manual) {
        let mut faults = Vec::new();
        for (what, variant) in [
            ("acquisition_cost", &inputs.acquisition_cost),
            ("yearly_sales", &inputs.yearly_sales),
            ("yearly_cost", &inputs.yearly_cost),
        ] {
            let Some((money, span)) = amount(variant) else { continue };
            if money.amount < Decimal::ZERO {
                faults.push((what, span, NEGATIVE));
            } else if money.amount > Decimal::from(MOST) {
                faults.push((what, span, HUGE));
            }
        }
        if let Some(years) = &inputs.years
            && (years.value <= Decimal::ZERO || years.value > Decimal::from(MOST_YEARS))
        {
            faults.push(("years", years.span, YEARS));
        }
        for rate in inputs.discount_rate.iter().flat_map(|rate| rate.values()) {
            if rate.value.value < Decimal::ZERO || rate.value.value >= Decimal::ONE_HUNDRED {
                faults.push(("discount_rate", rate.span, RATE));
            }
        }
        for (what, span, why) in faults {
            report.at(span, &segment.base.subject(), |finding| {
                finding
                    .arg("segment", segment.base.title())
                    .arg("what", format!("`{what}`"))
                    .arg("found", manual.sources.text(span))
                    .arg("why", Arg::Words(why))
            });
        }
    }
}
