//! What a sentence says that a service, or a thing named in its tariff, costs, where it is free or costs another sum (A9, C5).

use crate::check::figures::Figure;
use crate::check::named::Named;
use crate::check::prose::{self, Passage};
use crate::check::speech;
use crate::model::offering::{Amount, Price, PriceItem};
use crate::model::service::Service;
use crate::parse::kind::Kind;
use crate::parse::mention::{Likeness, Mention, mask};
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::Quantity;

/// What the manual asks for what a sentence prices.
pub(super) enum Asked {
    Nothing(Span),
    Sum(Figure),
}

/// Words that say what a customer pays.
const COSTS: [&str; 24] = [
    "cuesta", "cuestan", "costará", "cobra", "cobran", "cobramos", "precio", "tarifa", "costo", "coste", "vale",
    "costs", "cost", "charge", "charges", "charged", "price", "fee", "custa", "custam", "preço", "taxa", "custo",
    "cobrado",
];
/// Words of what is not asked of all, is asked by others, or is not the price.
const OTHERWISE: [&str; 33] = [
    "gratis",
    "gratuit",
    "free",
    "grátis",
    "si",
    "if",
    "salvo",
    "excepto",
    "except",
    "exceto",
    "no",
    "not",
    "nunca",
    "never",
    "ni",
    "notari",
    "registr",
    "multa",
    "ahorr",
    "reembols",
    "devolv",
    "devuelv",
    "refund",
    "taxi",
    "pasaje",
    "descuento",
    "discount",
    "desconto",
    "siempre",
    "fuera",
    "external",
    "third",
    "tercero",
];
/// Words that may stand between a thing and what it costs.
const SMALL: [&str; 50] = [
    "el", "la", "los", "las", "un", "una", "de", "del", "por", "para", "en", "le", "les", "se", "su", "es", "al",
    "cada", "the", "a", "an", "for", "of", "is", "you", "we", "our", "o", "os", "as", "do", "da", "um", "uma", "pelo",
    "pela", "é", "nuestro", "nuestra", "soles", "euros", "reais", "dólares", "dollars", "pesos", "us", "s", "será",
    "will", "to",
];

/// What is asked for what the sentence prices, where it is not the sum that is mentioned.
pub(super) fn asked_for(
    manual: &Resolved<'_>,
    passage: &Passage<'_>,
    mention: &Mention,
    named: &Named<'_>,
) -> Option<Asked> {
    let service = manual.model.services.get(named.id).filter(|_| named.kind == Kind::Services)?;
    let offering = service.offering.value()?;
    if mention.amount.is_zero() || mention.low.is_some() || !speech::is_ours(passage, &mention.range) {
        return None;
    }
    if crate::check::figures::is_among(mention, &crate::check::figures::everything(manual, named.kind, named.id))
        || offering.parts.iter().any(|part| part.offering.price.is_some())
    {
        return None;
    }
    let sentence = prose::lower(passage.sentence(&mention.range));
    // «No» is «in the» in Portuguese.
    let is_other = |word: &str| {
        let stem = |stem: &&str| if stem.len() > 4 { word.starts_with(*stem) } else { word == *stem };
        OTHERWISE.iter().any(stem) && !(word == "no" && passage.lang == crate::lang::Lang::Pt)
    };
    if prose::words(&sentence).any(is_other) {
        return None;
    }
    let clause = prose::lower(speech::clause(passage, &mention.range));
    let clause = with_names(&clause, service);
    let clause: Vec<&str> = prose::words(&clause).collect();
    match offering.price.as_ref()? {
        Price::Free { span, .. } => is_priced(&clause, &[NAME]).then_some(Asked::Nothing(*span)),
        Price::Items(items) => of_items(service, items, &clause, mention),
    }
}

/// What the one item of a tariff asks that a clause prices.
fn of_items(service: &Service, items: &[PriceItem], clause: &[&str], mention: &Mention) -> Option<Asked> {
    let mut priced = items.iter().filter(|item| things(item).iter().any(|thing| is_priced_thing(clause, thing)));
    let whole = || items.first().filter(|item| items.len() == 1 && item.name.is_none() && is_priced(clause, &[NAME]));
    let item = priced.next().or_else(whole)?;
    let bounded = item.minimum.is_some() || item.maximum.is_some() || item.table.is_some() || item.per.is_some();
    if priced.next().is_some() || bounded || !item.brackets.is_empty() || !item.conditions.is_empty() {
        return None;
    }
    let amount = item.amount.as_ref().filter(|amount| amount.single().is_some())?.otherwise.as_ref()?;
    match &amount.value {
        Amount::Free => Some(Asked::Nothing(amount.span)),
        Amount::Quantity(quantity @ Quantity::Money(_)) if mention.likeness(quantity) == Likeness::Different => {
            let id = service.base.id.clone();
            let figure = Figure { kind: Kind::Services, id, path: None, quantity: quantity.clone(), span: amount.span };
            Some(Asked::Sum(figure))
        }
        Amount::Quantity(_) => None,
    }
}

/// The word that stands for the name of the service.
const NAME: &str = "ñame";

/// A clause with the name of a service, or the link to it, as one word.
fn with_names(clause: &str, service: &Service) -> String {
    let mut out = clause.to_owned();
    let id = &service.base.id;
    let (open, whole) = (format!("[[{id}"), format!("[[services/{id}"));
    for link in [open, whole] {
        while let Some(at) = out.find(&link) {
            let Some(end) = out[at..].find("]]").map(|end| at + end + 2) else { break };
            out.replace_range(at..end, &format!(" {NAME} "));
        }
    }
    let title = prose::lower(&service.base.title());
    let singular = title.strip_suffix('s').filter(|_| !title.contains(' ')).map(str::to_owned);
    for name in [Some(format!("{title}s")), Some(title.clone()), singular].into_iter().flatten() {
        let places = prose::find_phrase(&out, &name);
        for range in places.into_iter().rev() {
            out.replace_range(range, NAME);
        }
    }
    mask(&out)
}

/// The things that an item is the price of, each by its words: «Evaluación y visita» are two.
fn things(item: &PriceItem) -> Vec<Vec<String>> {
    let Some(name) = &item.name else { return Vec::new() };
    let name = prose::lower(&name.plain());
    let parts = name.split([',', ';']).flat_map(|part| part.split(" y ")).flat_map(|part| part.split(" and "));
    let parts = parts.flat_map(|part| part.split(" e "));
    let words = |part: &str| prose::words(part).filter(|word| word.chars().count() >= 4).map(root).collect::<Vec<_>>();
    parts.map(words).filter(|words| words.iter().any(|word| word.chars().count() >= 5)).collect()
}

/// A word without the sign of several.
fn root(word: &str) -> String {
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

/// Whether a clause prices a thing of several words, all of which it says.
fn is_priced_thing(clause: &[&str], thing: &[String]) -> bool {
    let all = thing.iter().all(|word| clause.iter().any(|said| root(said) == *word));
    let words: Vec<&str> = thing.iter().map(String::as_str).collect();
    all && is_priced(clause, &words)
}

/// Whether a clause says what a thing costs: it opens with the thing, or has it after «por» or the word for a price, and but small words
/// between both. «Una máquina que cuesta 900 soles» prices something else.
fn is_priced(clause: &[&str], thing: &[&str]) -> bool {
    let is_thing = |word: &str| thing.contains(&word) || thing.contains(&root(word).as_str());
    let is_small = |word: &str| SMALL.contains(&word) || word.bytes().all(|b| b.is_ascii_digit()) || word == NAME;
    let Some(first) = clause.iter().position(|word| is_thing(word)) else { return false };
    let Some(costs) = clause.iter().position(|word| COSTS.contains(word)) else { return false };
    let last = clause.iter().rposition(|word| is_thing(word)).unwrap_or(first);
    let between = if costs < first { &clause[costs + 1..first] } else { &clause[last.min(costs) + 1..costs] };
    let heads = match costs < first {
        // «Cobramos 25 soles por la evaluación», «el precio de la evaluación».
        true => clause[..costs].iter().all(|word| is_small(word)),
        // What opens with «con» or «en» is where and not what.
        false => {
            !clause.iter().take(1).any(|word| matches!(*word, "con" | "with" | "com" | "en" | "in" | "em" | "para"))
                && clause[..first].iter().all(|word| is_small(word))
        }
    };
    heads && between.iter().all(|word| is_small(word) || is_thing(word))
}
