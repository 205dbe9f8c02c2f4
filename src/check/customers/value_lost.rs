//! D410: a customer brings more over the relation than they cost (D3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::values::{Decimal, Money, Percent, Quantity, Rate};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D410",
        name: "customer-at-a-loss",
        severity: Severity::Warning,
        message: Text {
            es: "cada cliente de «{segment}» deja una pérdida de {loss} en {years}, a valor de hoy",
            en: "each customer of “{segment}” leaves a loss of {loss} in {years}, at today's value",
            pt: "cada cliente de “{segment}” deixa um prejuízo de {loss} em {years}, a valor de hoje",
        },
        why: Text {
            es: "Se puede servir a un grupo que no deja ganancia, si se decide así y se sabe quién lo paga. Sin saberlo, cada cliente nuevo empeora las cuentas.",
            en: "A group that leaves no profit may be served, if it is decided so and known who pays. Unknowingly, each new customer makes the accounts worse.",
            pt: "Pode-se servir a um grupo que não deixa lucro, se assim for decidido e se souber quem paga. Sem saber, cada cliente novo piora as contas.",
        },
        fix: Text {
            es: "revise lo que cuesta ganarlo y atenderlo, o diga en `strategy` por qué se le sirve así",
            en: "review what it costs to win and to serve them, or say in `strategy` why they are served so",
            pt: "revise o que custa conquistá-lo e atendê-lo, ou diga em `strategy` por que ele é servido assim",
        },
        bad: r#"=== segments.yaml
jovenes:
  name: Jóvenes
#       ^^^^^^^
  value: { acquisition_cost: 90 PEN, yearly_sales: 60 PEN, yearly_cost: 44 PEN, years: 6, discount_rate: 12 % }
"#,
        good: r#"=== segments.yaml
jovenes:
  name: Jóvenes
  value: { acquisition_cost: 60 PEN, yearly_sales: 60 PEN, yearly_cost: 44 PEN, years: 6, discount_rate: 12 % }
"#,
    },
    check,
};

const SUM: Text = Text {
    es: "cada año deja {sales} − {cost} = {profit}; {years} al {rate} valen hoy {worth}, y ganarlo cuesta {acquisition}",
    en: "each year leaves {sales} − {cost} = {profit}; {years} at {rate} are worth {worth} today, and winning them costs {acquisition}",
    pt: "cada ano deixa {sales} − {cost} = {profit}; {years} a {rate} valem hoje {worth}, e conquistá-lo custa {acquisition}",
};

const EVEN: Text = Text {
    es: "para no perder, tendría que dejar {needed} al año, o costar ganarlo {worth} como mucho",
    en: "not to lose, they would have to leave {needed} a year, or cost {worth} to win at most",
    pt: "para não perder, teria de deixar {needed} por ano, ou custar para conquistá-lo no máximo {worth}",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for (segment, inputs) in super::values(manual) {
        let Some((relation, currency)) = inputs.relation() else { continue };
        let Some(value) = relation.value().filter(|v| v.present < Decimal::ZERO) else { continue };
        let Some(worth) = value.present.checked_add(relation.acquisition) else { continue };
        // What one a year over these years is worth today.
        let factor: Decimal = value.years.iter().map(|y| y.factor).sum();
        let needed = relation.acquisition.checked_div(factor);
        let money = |amount: Decimal| {
            Quantity::Money(Money { amount: amount.round_dp(2), currency: currency.to_owned(), per: None })
        };
        let years = Quantity::Rate(Rate { amount: relation.years, unit: Some("years".to_owned()), per: Vec::new() });
        report.at(segment.base.span, &segment.base.subject(), |finding| {
            let finding = finding
                .arg("segment", segment.base.title())
                .arg("loss", money(value.present.abs()))
                .arg("years", years.clone())
                .note(
                    SUM,
                    vec![
                        ("sales", money(relation.yearly_sales).into()),
                        ("cost", money(relation.yearly_cost).into()),
                        ("profit", money(value.yearly_profit).into()),
                        ("years", years.clone().into()),
                        ("rate", Quantity::Percent(Percent::new(relation.discount)).into()),
                        ("worth", money(worth).into()),
                        ("acquisition", money(relation.acquisition).into()),
                    ],
                );
            match needed.filter(|_| worth > Decimal::ZERO) {
                Some(needed) => {
                    finding.note(EVEN, vec![("needed", money(needed).into()), ("worth", money(worth).into())])
                }
                None => finding,
            }
        });
    }
}
