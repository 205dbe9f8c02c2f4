//! What a sentence says of a service's price, of the most that it gives and of its rate, held against the price of the offering (A9, C5).

use crate::check::beyond::{self, Beyond};
use crate::check::figures::{self, Figure};
use crate::check::named::Named;
use crate::check::prose::{self, Passage};
use crate::model::offering::{Amount, Bracket, Price, PriceItem};
use crate::model::service::Service;
use crate::parse::kind::Kind;
use crate::parse::mention::{Mention, Unit};
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Decimal, Quantity};

/// Words that say what a customer pays.
const PRICE: [&str; 10] =
    ["cuesta", "cuestan", "precio", "tarifa", "costs", "price", "fee", "custa", "custam", "preço"];

/// Stems of giving money, and what says that a service reaches so far.
const GIVES: [&str; 11] =
    ["prest", "financia", "otorg", "desembols", "llega", "lend", "loan", "emprest", "concede", "reaches", "goes"];
/// Stems of other sums beside it: what the customer sells, earns, saves or insures.
const OTHER_SUMS: [&str; 14] = [
    "vend", "venta", "ingres", "factur", "gana", "ahorr", "segur", "sales", "sell", "earn", "income", "turnover",
    "insur", "fatur",
];
/// What stands before the most that is given.
const UP_TO: [&str; 6] = ["hasta", "por", "máximo", "to", "até", "maximum"];

/// Words for a rate, and of whose.
const RATE: [&str; 9] = ["tasa", "tasas", "interés", "intereses", "rate", "rates", "interest", "taxa", "juros"];
/// Stems of another rate than that of the price: of a delay, the whole cost, of others.
const OTHER_RATES: [&str; 16] = [
    "mor",
    "atras",
    "efectiv",
    "tcea",
    "tea",
    "total",
    "competen",
    "usur",
    "banco",
    "bank",
    "late",
    "default",
    "effective",
    "apr",
    "infla",
    "efetiv",
];

/// The one price of a service, where a sentence about its price gives a sum that stands nowhere in the service; or the top of its brackets,
/// where more is said to be given. With it, what the sentence says beyond it.
pub(super) fn sum_of(
    manual: &Resolved<'_>,
    passage: &Passage<'_>,
    mention: &Mention,
    named: &Named<'_>,
) -> Option<(Figure, Beyond)> {
    let service = manual.model.services.get(named.id).filter(|_| named.kind == Kind::Services)?;
    let lower = prose::lower(passage.sentence(&mention.range));
    let is_price = prose::words(&lower).any(|word| PRICE.contains(&word));
    let (figure, beyond) = match is_price {
        true => {
            let (item, figure) = one_price(service)?;
            (figure, beyond::of_price(passage, mention, service, item))
        }
        false => (top(service, mention).filter(|_| is_most(passage, mention, &lower))?, Beyond::Nothing),
    };
    let sums = figures::everything(manual, named.kind, named.id);
    if figures::is_among(mention, &sums) || figures::is_among(mention, std::slice::from_ref(&figure)) {
        return None;
    }
    // Another currency is another matter: «unos 3 dólares».
    let same_currency = match (&mention.unit, &figure.quantity) {
        (Unit::Money(Some(code)), Quantity::Money(money)) => *code == money.currency,
        _ => true,
    };
    same_currency.then_some((figure, beyond))
}

/// The price of a service that has no other: one sum, without brackets, bounds, a table or parts with prices of their own.
fn one_price(service: &Service) -> Option<(&PriceItem, Figure)> {
    let offering = service.offering.value()?;
    let Some(Price::Items(items)) = &offering.price else { return None };
    let [item] = items.as_slice() else { return None };
    let bounded = item.minimum.is_some() || item.maximum.is_some() || item.table.is_some();
    if bounded || !item.brackets.is_empty() || offering.parts.iter().any(|part| part.offering.price.is_some()) {
        return None;
    }
    let amount = item.amount.as_ref().filter(|amount| amount.single().is_some())?.otherwise.as_ref()?;
    let Amount::Quantity(quantity @ Quantity::Money(_)) = &amount.value else { return None };
    Some((item, figure(service, quantity, amount.span)))
}

/// The rate of the bracket that is nearest to a yearly rate which is beyond them all.
pub(super) fn rate_of(
    manual: &Resolved<'_>,
    passage: &Passage<'_>,
    mention: &Mention,
    named: &Named<'_>,
) -> Option<Figure> {
    let service = manual.model.services.get(named.id).filter(|_| named.kind == Kind::Services)?;
    let lower = prose::lower(passage.sentence(&mention.range));
    let after = prose::lower(passage.source.get(mention.range.end..).unwrap_or_default());
    let yearly = ["al año", "anual", "anuales", "a year", "per year", "yearly", "ao ano", "por año"];
    let is_yearly = yearly.iter().any(|words| prose::find_phrase(&after, words).iter().any(|at| at.start <= 2));
    let speaks = |words: &[&str]| prose::words(&lower).any(|word| words.contains(&word));
    let other = prose::words(&lower).any(|word| OTHER_RATES.iter().any(|stem| word.starts_with(stem)));
    // Without its name or us, it may be what others ask.
    let ours = prose::words(&lower).any(|word| word.len() > 5 && word.ends_with("mos"))
        || speaks(&["nuestra", "our", "we", "nossa"])
        || !prose::find_phrase(&lower, &prose::lower(&service.base.title())).is_empty();
    if !is_yearly || !speaks(&RATE) || other || !ours {
        return None;
    }
    let mut rates: Vec<Figure> = Vec::new();
    for bracket in brackets(service) {
        let amount = bracket.amount.as_ref()?;
        let Amount::Quantity(quantity @ Quantity::Percent(percent)) = &amount.value else { return None };
        percent.per.as_ref().filter(|per| per.as_str() == "year")?;
        rates.push(figure(service, quantity, amount.span));
    }
    let value = |figure: &Figure| match &figure.quantity {
        Quantity::Percent(percent) => percent.value,
        _ => Decimal::ZERO,
    };
    let top = rates.iter().max_by_key(|figure| value(figure))?;
    (mention.low.is_none() && mention.amount > value(top)).then(|| top.clone())
}

/// Whether a sum is said to be the most that is given: «prestamos hasta 30 000 soles», «llega hasta S/ 30 000».
fn is_most(passage: &Passage<'_>, mention: &Mention, lower: &str) -> bool {
    let before = prose::lower(passage.source.get(..mention.range.start).unwrap_or_default());
    let close = before.split_whitespace().next_back().is_some_and(|word| UP_TO.contains(&word));
    let says = |stems: &[&str]| prose::words(lower).any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let gives = || prose::words(lower).any(|word| matches!(word, "da" | "damos" | "give" | "gives"));
    close && (says(&GIVES) || gives()) && !says(&OTHER_SUMS)
}

/// The top of the brackets of a service that are of money, if all have one currency, none is open and a sum is above it.
fn top(service: &Service, mention: &Mention) -> Option<Figure> {
    let mut highest: Option<Figure> = None;
    for bracket in brackets(service) {
        let high = bracket.high.as_ref()?;
        let Quantity::Money(money) = &high.value else { return None };
        match highest.as_ref().map(|figure| &figure.quantity) {
            Some(Quantity::Money(other)) if other.currency != money.currency => return None,
            Some(Quantity::Money(other)) if other.amount >= money.amount => {}
            _ => highest = Some(figure(service, &high.value, high.span)),
        }
    }
    highest.filter(|figure| matches!(&figure.quantity, Quantity::Money(money) if mention.amount > money.amount))
}

/// The brackets of the price.
fn brackets(service: &Service) -> impl Iterator<Item = &Bracket> {
    let price = service.offering.value().and_then(|offering| offering.price.as_ref());
    let items: &[PriceItem] = match price {
        Some(Price::Items(items)) => items,
        _ => &[],
    };
    items.iter().flat_map(|item| &item.brackets)
}

fn figure(service: &Service, quantity: &Quantity, span: Span) -> Figure {
    Figure { kind: Kind::Services, id: service.base.id.clone(), path: None, quantity: quantity.clone(), span }
}
