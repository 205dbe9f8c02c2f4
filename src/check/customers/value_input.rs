//! D413: the value of a customer has all its inputs, where only one is missing (D3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D413",
        name: "customer-value-lacks-one-figure",
        severity: Severity::Note,
        message: Text {
            es: "al valor del cliente de «{segment}» le falta {what} para poder calcularlo",
            en: "the customer value of “{segment}” lacks {what} to be computed",
            pt: "ao valor do cliente de “{segment}” falta {what} para poder ser calculado",
        },
        why: Text {
            es: "Con las cinco cifras, el manual calcula lo que vale un cliente en toda la relación, y hasta cuánto conviene gastar en ganarlo.",
            en: "With the five figures the manual computes what a customer is worth over the relation, and how much winning them may cost.",
            pt: "Com os cinco números, o manual calcula quanto vale um cliente em toda a relação, e até quanto convém gastar para conquistá-lo.",
        },
        fix: Text {
            es: "añada a su `value` `{example}`",
            en: "add `{example}` to its `value`",
            pt: "acrescente a seu `value` `{example}`",
        },
        bad: r#"=== segments.yaml
jovenes:
  name: Jóvenes
#       ^^^^^^^
  value: { acquisition_cost: 60 PEN, yearly_sales: 60 PEN, yearly_cost: 44 PEN, years: 6 }
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
    for (segment, inputs) in super::values(manual) {
        let missing = [
            (inputs.acquisition_cost.is_none(), "acquisition_cost", "acquisition_cost: 60 PEN"),
            (inputs.yearly_sales.is_none(), "yearly_sales", "yearly_sales: 165 PEN"),
            (inputs.yearly_cost.is_none(), "yearly_cost", "yearly_cost: 96 PEN"),
            (inputs.years.is_none(), "years", "years: 6"),
            (inputs.discount_rate.is_none(), "discount_rate", "discount_rate: 12 %"),
        ];
        let mut missing = missing.into_iter().filter(|(is_missing, _, _)| *is_missing);
        if let (Some((_, key, example)), None) = (missing.next(), missing.next()) {
            report.at(segment.base.span, &segment.base.subject(), |finding| {
                let finding = finding.arg("segment", segment.base.title());
                finding.arg("what", format!("`{key}`")).arg("example", example)
            });
        }
    }
}
