//! D406: what is needed to reckon the value of a customer is complete (D3).

use crate::check::{Report, Rule, is_retired, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D406",
        name: "value-inputs-incomplete",
        severity: Severity::Warning,
        message: Text {
            es: "para calcular el valor de un cliente de «{name}» falta decir {parts}",
            en: "the value of a customer of “{name}” cannot be worked out without {parts}",
            pt: "para calcular o valor de um cliente de “{name}” falta dizer {parts}",
        },
        why: Text {
            es: "El valor de un cliente en toda la relación solo se puede calcular con los cinco datos; con cuatro, se adivina.",
            en: "The value of a customer over the whole relation can be reckoned only with all five figures; with four it is guessed.",
            pt: "O valor de um cliente em toda a relação só se pode calcular com os cinco dados; com quatro, adivinha-se.",
        },
        fix: Text {
            es: "complete `value` con los cinco datos: `value: { acquisition_cost: 45 {own_currency}, yearly_sales: 165 {own_currency}, yearly_cost: 96 {own_currency}, years: 9, discount_rate: 12 % }`",
            en: "complete `value` with the five figures: `value: { acquisition_cost: 45 {own_currency}, yearly_sales: 165 {own_currency}, yearly_cost: 96 {own_currency}, years: 9, discount_rate: 12 % }`",
            pt: "complete `value` com os cinco dados: `value: { acquisition_cost: 45 {own_currency}, yearly_sales: 165 {own_currency}, yearly_cost: 96 {own_currency}, years: 9, discount_rate: 12 % }`",
        },
        bad: r#"=== segments.yaml
familias:
  name: Familias
#       ^^^^^^^^
  value: { acquisition_cost: 45 PEN, yearly_sales: 165 PEN, years: 9 }
"#,
        good: r#"=== segments.yaml
familias:
  name: Familias
  value: { acquisition_cost: 45 PEN, yearly_sales: 165 PEN, yearly_cost: 96 PEN, years: 9, discount_rate: 12 % }
"#,
    },
    check,
};

const ACQUISITION: Text =
    Text { es: "cuánto cuesta ganarlo", en: "the cost of winning one", pt: "quanto custa conquistá-lo" };
const SALES: Text = Text { es: "cuánto compra al año", en: "the yearly sales", pt: "quanto compra por ano" };
const COST: Text = Text {
    es: "cuánto cuesta atenderlo al año",
    en: "the yearly cost of serving one",
    pt: "quanto custa atendê-lo por ano",
};
const YEARS: Text = Text {
    es: "cuántos años dura la relación",
    en: "the number of years that the relation lasts",
    pt: "quantos anos dura a relação",
};
const RATE: Text = Text { es: "la tasa de descuento", en: "the discount rate", pt: "a taxa de desconto" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for segment in manual.model.segments.iter().filter(|segment| !is_retired(&segment.base)) {
        let Some(value) = segment.value.value() else { continue };
        let base = &segment.base;
        let parts = unsaid([
            (value.acquisition_cost.is_some(), ACQUISITION),
            (value.yearly_sales.is_some(), SALES),
            (value.yearly_cost.is_some(), COST),
            (value.years.is_some(), YEARS),
            (value.discount_rate.is_some(), RATE),
        ]);
        if !parts.is_empty() {
            report.at(base.span, &base.subject(), |f| f.arg("name", base.title()).arg("parts", parts));
        }
    }
}
