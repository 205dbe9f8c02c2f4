//! C304: the brackets of a price follow each other without gaps or overlaps.

use crate::check::{Report, Rule};
use crate::diag::{Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::lang::format::decimals;
use crate::model::offering::{Bracket, Offering, Price};
use crate::model::service::Service;
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::{Decimal, Quantity};
use std::cmp::Ordering;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C304",
        name: "price-brackets",
        severity: Severity::Error,
        message: Text {
            es: "los tramos del precio de «{service}» {problem}: {bounds}",
            en: "the price brackets of “{service}” {problem}: {bounds}",
            pt: "as faixas de preço de “{service}” {problem}: {bounds}",
        },
        why: Text {
            es: "Un monto que cae en dos tramos tiene dos precios; uno que no cae en ninguno no tiene precio. El cliente lo descubrirá en la ventanilla.",
            en: "An amount that falls into two brackets has two prices; one that falls into none has no price. The customer will find out at the counter.",
            pt: "Um valor que cai em duas faixas tem dois preços; um que não cai em nenhuma não tem preço. O cliente descobrirá no balcão.",
        },
        fix: Text {
            es: "comience cada tramo donde termina el anterior: `up_to: {end}` y después `above: {end}`",
            en: "start each bracket where the previous one ends: `up_to: {end}`, then `above: {end}`",
            pt: "comece cada faixa onde termina a anterior: `up_to: {end}` e depois `above: {end}`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
offering:
  price:
    brackets:
      - { from: 300 PEN, up_to: 3000 PEN, rate: 38 % per year }
      - { above: 2500 PEN, up_to: 15000 PEN, rate: 31 % per year }
#                ^^^^^^^^
      - { above: 16000 PEN, rate: 29 % per year }
#                ^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
offering:
  price:
    brackets:
      - { from: 300 PEN, up_to: 3000 PEN, rate: 38 % per year }
      - { above: 3000 PEN, up_to: 15000.00 PEN, rate: 31 % per year }
      - { from: 15000.01 PEN, rate: 29 % per year }
"#,
    },
    check,
};

const OVERLAP: Text = Text { es: "se solapan", en: "overlap", pt: "se sobrepõem" };
const GAP: Text = Text { es: "dejan un hueco", en: "leave a gap", pt: "deixam uma lacuna" };
const BACKWARDS: Text = Text { es: "van hacia atrás", en: "run backwards", pt: "vão para trás" };
const CURRENCIES: Text = Text { es: "mezclan monedas", en: "mix currencies", pt: "misturam moedas" };
const UPWARDS: Text = Text {
    es: "ordene los límites de menor a mayor, en cada tramo y de un tramo al siguiente",
    en: "put the bounds in ascending order, within each bracket and from one to the next",
    pt: "ordene os limites do menor ao maior, em cada faixa e de uma faixa à seguinte",
};
const ONE_CURRENCY: Text = Text {
    es: "escriba todos los límites en una moneda",
    en: "write all the bounds in one currency",
    pt: "escreva todos os limites em uma moeda",
};
const NEIGHBOUR: Text =
    Text { es: "el otro límite está aquí", en: "the other bound is here", pt: "o outro limite está aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in manual.model.services.iter().filter(|s| !super::is_retired(s)) {
        let Some(offering) = service.offering.value() else { continue };
        let parts = offering.parts.iter().map(|part| &part.offering);
        for brackets in std::iter::once(offering).chain(parts).flat_map(lists) {
            check_list(manual, report, service, brackets);
        }
    }
}

fn lists(offering: &Offering) -> Vec<&[Bracket]> {
    match &offering.price {
        Some(Price::Items(items)) => items.iter().map(|item| item.brackets.as_slice()).collect(),
        Some(Price::Free { .. }) | None => Vec::new(),
    }
}

fn check_list(manual: &Resolved<'_>, report: &mut Report<'_>, service: &Service, brackets: &[Bracket]) {
    let mut tell = |problem: Text, here: &Spanned<Quantity>, other: &Spanned<Quantity>| {
        // Who sells nothing by the cent may mean whole units: between 2500 and 2501 it is doubted whether anything falls.
        let doubted = problem == GAP && is_next(&other.value, &here.value);
        let severity = if doubted { Severity::Warning } else { Severity::Error };
        let mut bounds = vec![other.value.clone(), here.value.clone()];
        // Two brackets that share a bound overlap at one amount.
        bounds.dedup();
        report.at(here.span, &service.base.subject(), |finding| {
            let finding = finding.arg("service", service.base.title()).arg("problem", problem);
            let finding = Diagnostic { severity, ..finding };
            let finding = finding.arg("bounds", bounds).label(other.span, NEIGHBOUR);
            match problem {
                CURRENCIES => finding.help(ONE_CURRENCY),
                BACKWARDS => finding.help(UPWARDS),
                _ => finding.arg("end", manual.sources.text(other.span)),
            }
        });
    };
    let mut before: Option<&Bracket> = None;
    for bracket in brackets {
        if let (Some(low), Some(high)) = (&bracket.low, &bracket.high)
            && order(low, high).is_some_and(|order| order.is_gt())
        {
            tell(BACKWARDS, high, low);
            // Its bounds are not to be trusted, so nothing more is said about its neighbours.
            before = None;
            continue;
        }
        if let Some(before) = before
            && let Some((here, other)) = in_other_money(before, bracket)
        {
            tell(CURRENCIES, here, other);
        } else if let Some(before) = before
            && let Some((problem, here, other)) = between(before, bracket)
        {
            tell(problem, here, other);
        }
        before = Some(bracket);
    }
}

/// Bounds of two brackets in different currencies.
fn in_other_money<'b>(
    before: &'b Bracket,
    after: &'b Bracket,
) -> Option<(&'b Spanned<Quantity>, &'b Spanned<Quantity>)> {
    let other = before.high.as_ref().or(before.low.as_ref())?;
    let here = after.low.as_ref().or(after.high.as_ref())?;
    match (&other.value, &here.value) {
        (Quantity::Money(a), Quantity::Money(b)) if a.currency != b.currency => Some((here, other)),
        _ => None,
    }
}

/// What is wrong between two brackets, and the bounds that show it.
fn between<'b>(
    before: &'b Bracket,
    after: &'b Bracket,
) -> Option<(Text, &'b Spanned<Quantity>, &'b Spanned<Quantity>)> {
    if let (Some(first), Some(second)) = (&before.low, &after.low)
        && order(first, second).is_some_and(|order| order.is_gt())
    {
        return Some((BACKWARDS, second, first));
    }
    let (Some(end), Some(start)) = (&before.high, &after.low) else {
        // Brackets given by one bound alone meet where the next begins; then only their order can be wrong.
        let ends = before.high.as_ref().zip(after.high.as_ref());
        return ends.filter(|(a, b)| order(a, b).is_some_and(Ordering::is_ge)).map(|(a, b)| (BACKWARDS, b, a));
    };
    let problem = match order(end, start)? {
        Ordering::Greater => OVERLAP,
        Ordering::Equal if before.high_included && after.low_included => OVERLAP,
        Ordering::Equal if before.high_included || after.low_included => return None,
        Ordering::Equal => GAP,
        Ordering::Less if before.high_included && after.low_included && is_adjacent(&end.value, &start.value) => {
            return None;
        }
        Ordering::Less => GAP,
    };
    Some((problem, start, end))
}

/// The order of two bounds in the same money or unit; none where they do not compare.
fn order(a: &Quantity, b: &Quantity) -> Option<Ordering> {
    a.compare_exactly(b)
}

/// Whether one amount follows the other by the smallest unit that either is written in: 614.29 and 614.30.
fn is_next(end: &Quantity, start: &Quantity) -> bool {
    let (Some(end), Some(start)) = (amount(end), amount(start)) else { return false };
    let smallest = Decimal::new(1, end.scale().max(start.scale()));
    start.checked_sub(end).is_some_and(|step| step <= smallest)
}

/// Whether nothing can fall between the two: money is paid to the cent, where its currency has cents.
fn is_adjacent(end: &Quantity, start: &Quantity) -> bool {
    let cents = |quantity: &Quantity| match quantity {
        Quantity::Money(money) => decimals(&money.currency),
        Quantity::Duration(_) | Quantity::Percent(_) | Quantity::Rate(_) => 0,
    };
    let smallest = Decimal::new(1, cents(end));
    let step = amount(end).zip(amount(start)).and_then(|(end, start)| start.checked_sub(end));
    is_next(end, start) && (cents(end) == 0 || step.is_some_and(|step| step <= smallest))
}

fn amount(quantity: &Quantity) -> Option<Decimal> {
    match quantity {
        Quantity::Money(money) => Some(money.amount),
        Quantity::Rate(rate) => Some(rate.amount),
        Quantity::Percent(percent) => Some(percent.value),
        Quantity::Duration(duration) => Some(duration.amount),
    }
}
