//! C347: the items of a cost add up to the unit cost (A9).

use super::head;
use crate::analysis::cost::{Arises, times_a_year, unit_cost};
use crate::analysis::load::{Week, decimal};
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::service::{Cost, CostItem, Service};
use crate::resolve::Resolved;
use crate::values::{Decimal, Money, Quantity, Rate};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C347",
        name: "cost-items-do-not-add-up",
        severity: Severity::Warning,
        message: Text {
            es: "los conceptos del costo de «{service}» suman {sum} por caso y el costo unitario dice {unit}",
            en: "the cost items of “{service}” add up to {sum} a case and the unit cost says {unit}",
            pt: "os itens do custo de “{service}” somam {sum} por caso e o custo unitário diz {unit}",
        },
        why: Text {
            es: "Con un costo que no sale de sus partes no se puede fijar un precio ni saber qué pasa si una de ellas cambia.",
            en: "With a cost that does not follow from its parts nobody can set a price or tell what happens when one of them changes.",
            pt: "Com um custo que não sai de suas partes não se pode fixar um preço nem saber o que acontece se uma delas muda.",
        },
        fix: Text {
            es: "corrija el concepto que falta o sobra, o escriba el costo que resulta: `unit_cost: {written}`",
            en: "correct the item that is missing or too much, or write the cost that results: `unit_cost: {written}`",
            pt: "corrija o item que falta ou sobra, ou escreva o custo que resulta: `unit_cost: {written}`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 200 per month }
cost:
  items:
    - { name: Papel, amount: 0.50 PEN, per: case, kind: variable }
    - { name: Sueldos, amount: 2600 PEN, per: month, kind: fixed }
  unit_cost: 15.00 PEN
#            ^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 200 per month }
cost:
  items:
    - { name: Papel, amount: 0.50 PEN, per: case, kind: variable }
    - { name: Sueldos, amount: 2600 PEN, per: month, kind: fixed }
  unit_cost: 13.50 PEN
"#,
    },
    check,
};

const VARIABLE: Text = Text {
    es: "«{item}»: {amount} en cada caso",
    en: "“{item}”: {amount} in each case",
    pt: "“{item}”: {amount} em cada caso",
};

const FIXED: Text = Text {
    es: "«{item}»: {amount} ÷ {cases} = {share} por caso",
    en: "“{item}”: {amount} ÷ {cases} = {share} a case",
    pt: "“{item}”: {amount} ÷ {cases} = {share} por caso",
};

const OPEN: Text = Text {
    es: "la demanda, {demand}, se cuenta en las {hours} de atención de cada semana, sin descontar feriados",
    en: "the demand, {demand}, is counted over the {hours} of opening of each week, holidays not taken off",
    pt: "a demanda, {demand}, conta-se nas {hours} de atendimento de cada semana, sem descontar feriados",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let Some(cost) = service.cost.value() else { continue };
        let Some(unit) = &cost.unit_cost else { continue };
        let Some(sum) = summed(manual, service, cost, &unit.value.currency) else { continue };
        let off = match unit.value.amount.checked_sub(sum.amount) {
            Some(off) => off.abs(),
            None => continue,
        };
        if off <= sum.tolerance || unit.value.per.is_some() {
            continue;
        }
        let money = |amount: Decimal| Money { amount, ..unit.value.clone() };
        report.at(head(manual, unit.span), &service.base.subject(), |finding| {
            let rounded = sum.amount.round_dp(2);
            let mut finding = finding
                .arg("service", service.base.title())
                .arg("sum", Quantity::Money(money(rounded)))
                .arg("unit", Quantity::Money(unit.value.clone()))
                .arg("written", format!("{rounded} {}", unit.value.currency));
            for (item, arises) in cost.items.iter().zip(&sum.arises) {
                let Some(amount) = &item.amount else { continue };
                let name = item.name.as_ref().map_or_else(String::new, |n| n.plain());
                let mut args =
                    vec![("item", Arg::from(name)), ("amount", Quantity::Money(amount.value.clone()).into())];
                let Some(share) = unit_cost(&[(amount.value.amount, *arises)], sum.cases) else { continue };
                match arises {
                    Arises::EachCase => finding = finding.note(VARIABLE, args),
                    Arises::TimesAYear(times) => {
                        let Some(cases) = sum.cases.checked_div(*times) else { continue };
                        args.push(("cases", super::counted(f64::try_from(cases).unwrap_or(f64::NAN), "cases")));
                        args.push(("share", Quantity::Money(money(share.round_dp(2))).into()));
                        finding = finding.note(FIXED, args);
                    }
                }
            }
            if let Some((demand, week)) = sum.open {
                let hours = super::counted(week.hours, "hours");
                finding = finding.note(OPEN, vec![("demand", Quantity::Rate(demand.clone()).into()), ("hours", hours)]);
            }
            finding
        });
    }
}

pub(super) struct Sum<'m> {
    pub amount: Decimal,
    /// What rounding may hide.
    pub tolerance: Decimal,
    arises: Vec<Arises>,
    /// Cases of a year.
    cases: Decimal,
    /// A demand of open time, and the week in which that is, where items are spread over it.
    open: Option<(&'m Rate, Week)>,
}

/// The cost of a case by its items. None unless all of them say how they arise, in one currency.
pub(super) fn summed<'m>(
    manual: &'m Resolved<'_>,
    service: &'m Service,
    cost: &Cost,
    currency: &str,
) -> Option<Sum<'m>> {
    let arises: Option<Vec<Arises>> = cost.items.iter().map(arises).collect();
    let arises = arises.filter(|list| !list.is_empty())?;
    let mut items = Vec::with_capacity(arises.len());
    for (item, arises) in cost.items.iter().zip(&arises) {
        let amount = &item.amount.as_ref()?.value;
        if amount.currency != currency || amount.amount.is_sign_negative() {
            return None;
        }
        items.push((amount.amount, *arises));
    }
    let fixed: Vec<Decimal> = arises
        .iter()
        .filter_map(|a| match a {
            Arises::TimesAYear(times) => Some(*times),
            Arises::EachCase => None,
        })
        .collect();
    let demand = match fixed.is_empty() {
        true => Demand { cases: Decimal::ONE, times: Decimal::ONE, open: None },
        false => demand(manual, service)?,
    };
    let amount = unit_cost(&items, demand.cases)?;
    // Half a unit of the second digit; weeks and months are no exact parts of each other, so that there a hundredth passes; of
    // the days of a year up to a twentieth are holidays, which some count and others do not.
    let exact = fixed.iter().all(|times| *times == demand.times);
    let share = match demand.open {
        Some(_) => Decimal::new(5, 2),
        None if exact => Decimal::new(5, 3),
        None => Decimal::new(1, 2),
    };
    let tolerance = amount.checked_mul(share)?.max(Decimal::new(1, 2));
    Some(Sum { amount, tolerance, arises, cases: demand.cases, open: demand.open })
}

/// How an item arises: by its kind, and by its period where that is one.
fn arises(item: &CostItem) -> Option<Arises> {
    let period = item.per.as_ref().and_then(|per| times_a_year(&per.value));
    match (item.fixed.as_ref().map(|f| f.value), period) {
        (Some(true) | None, Some(times)) => Some(Arises::TimesAYear(times)),
        (Some(false), None) => Some(Arises::EachCase),
        (None, None) if item.per.is_some() => Some(Arises::EachCase),
        _ => None,
    }
}

/// The mean demand, brought to a year.
struct Demand<'m> {
    cases: Decimal,
    /// How often its period is in a year.
    times: Decimal,
    /// Where its period is one of open time, such as a day: itself, and the week in which that is.
    open: Option<(&'m Rate, Week)>,
}

fn demand<'m>(manual: &Resolved<'_>, service: &'m Service) -> Option<Demand<'m>> {
    let mean = service.capacity.value()?.mean.as_ref()?.single()?;
    let [period] = mean.per.as_slice() else { return None };
    let (times, open) = match times_a_year(period) {
        Some(times) => (times, None),
        None => {
            let week = manual.model.week_of_service(service)?;
            (decimal(week.hours_in("year")? / week.hours_in(period)?, 4)?, Some((mean, week)))
        }
    };
    let cases = mean.amount.checked_mul(times)?;
    (cases > Decimal::ZERO).then_some(Demand { cases, times, open })
}
