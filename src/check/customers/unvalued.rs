//! D415: of some segment it is said what a customer is worth over the relation, or why that does not apply (D3).

use crate::check::{Report, Rule, is_retired, report_lacking};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::customer::Segment;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D415",
        name: "customers-without-value",
        severity: Severity::Note,
        message: Text {
            es: "de ningún segmento se dice cuánto vale un cliente en toda la relación: {names}",
            en: "of no segment is it said what a customer is worth over the relation: {names}",
            pt: "de nenhum segmento se diz quanto vale um cliente em toda a relação: {names}",
        },
        why: Text {
            es: "Cuánto puede gastarse en ganar, atender y conservar a un cliente se sabe cuando se sabe cuánto deja en los años que se queda.",
            en: "How much can be spent on winning, serving and keeping a customer is known once it is known what they bring in the years they stay.",
            pt: "Quanto se pode gastar para ganhar, atender e conservar um cliente se sabe quando se sabe quanto ele deixa nos anos em que fica.",
        },
        fix: Text {
            es: "añada los cinco datos a un segmento: `value: { acquisition_cost: 45 {own_currency}, yearly_sales: 165 {own_currency}, yearly_cost: 96 {own_currency}, years: 9, discount_rate: 12 % }`, o por qué no se aplica: `value: { none: servicio público sin precio }`",
            en: "add the five figures to a segment: `value: { acquisition_cost: 45 {own_currency}, yearly_sales: 165 {own_currency}, yearly_cost: 96 {own_currency}, years: 9, discount_rate: 12 % }`, or why it does not apply: `value: { none: public service without a price }`",
            pt: "acrescente os cinco dados a um segmento: `value: { acquisition_cost: 45 {own_currency}, yearly_sales: 165 {own_currency}, yearly_cost: 96 {own_currency}, years: 9, discount_rate: 12 % }`, ou por que não se aplica: `value: { none: serviço público sem preço }`",
        },
        bad: r#"=== segments.yaml
familias: { name: Familias }
#                 ^^^^^^^^
mayores: { name: Mayores }
#                ^^^^^^^
"#,
        good: r#"=== segments.yaml
familias: { name: Familias }
mayores: { name: Mayores, value: { none: servicio público sin precio } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept: Vec<&Segment> = manual.model.segments.iter().filter(|segment| !is_retired(&segment.base)).collect();
    if kept.iter().all(|segment| segment.value.is_missing()) {
        let bases: Vec<&Base> = kept.iter().map(|segment| &segment.base).collect();
        report_lacking(report, &bases, |finding| finding);
    }
}
