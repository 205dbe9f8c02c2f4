//! D414: yearly amounts of a customer's value are for a year (D3).

use super::{amount, values};
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::values::Quantity;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D414",
        name: "yearly-amount-of-another-period",
        severity: Severity::Warning,
        message: Text {
            es: "en «{segment}», {what} es una cifra anual y dice {found}",
            en: "in “{segment}”, {what} is a yearly figure and says {found}",
            pt: "em “{segment}”, {what} é um valor anual e diz {found}",
        },
        why: Text {
            es: "Lo de un mes tomado por lo de un año hace que un cliente parezca valer doce veces menos.",
            en: "What is of a month, taken for a year, makes a customer seem worth twelve times less.",
            pt: "O que é de um mês, tomado pelo de um ano, faz um cliente parecer valer doze vezes menos.",
        },
        fix: Text {
            es: "escriba el monto de un año, sin `per`",
            en: "write the amount of a year, without `per`",
            pt: "escreva o valor de um ano, sem `per`",
        },
        bad: r#"=== segments.yaml
jovenes:
  name: Jóvenes
  value: { acquisition_cost: 60 PEN, yearly_sales: 15 PEN per month, yearly_cost: 44 PEN, years: 6, discount_rate: 12 % }
#                                                  ^^^^^^^^^^^^^^^^
"#,
        good: r#"=== segments.yaml
jovenes:
  name: Jóvenes
  value: { acquisition_cost: 60 PEN, yearly_sales: 180 PEN, yearly_cost: 44 PEN, years: 6, discount_rate: 12 % }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for (segment, inputs) in values(manual) {
        for (what, variant) in [("yearly_sales", &inputs.yearly_sales), ("yearly_cost", &inputs.yearly_cost)] {
            let Some((money, span)) = amount(variant) else { continue };
            if money.per.as_deref().is_none_or(|per| per == "year") {
                continue;
            }
            report.at(span, &segment.base.subject(), |finding| {
                finding
                    .arg("segment", segment.base.title())
                    .arg("what", format!("`{what}`"))
                    .arg("found", Quantity::Money(money.clone()))
            });
        }
    }
}
