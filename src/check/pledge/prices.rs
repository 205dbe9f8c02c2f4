//! What a sentence says that a service costs, where it says nothing besides, and the price that the service has.

use super::Topic;
use super::known::Names;
use super::links::links;
use super::segment::Segment;
use crate::check::figures::{self, Figure};
use crate::check::prose::{self, Passage};
use crate::check::speech;
use crate::model::offering::{Amount, Price, PriceItem};
use crate::model::service::Service;
use crate::parse::kind::Kind;
use crate::parse::mention::{Likeness, Mention, Unit};
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::Quantity;
use std::ops::Range;

/// Words that say what a customer pays.
const COSTS: &[&str] = &[
    "cuesta",
    "cuestan",
    "costará",
    "cobra",
    "cobran",
    "cobramos",
    "cobraremos",
    "precio",
    "tarifa",
    "costo",
    "coste",
    "vale",
    "costs",
    "cost",
    "charge",
    "price",
    "fee",
    "custa",
    "custam",
    "custará",
    "preço",
    "custo",
];
/// Words that may stand beside a thing and what it costs, and change neither.
const SMALL: &[&str] = &[
    "el",
    "la",
    "los",
    "las",
    "lo",
    "un",
    "una",
    "de",
    "del",
    "por",
    "en",
    "le",
    "les",
    "se",
    "su",
    "sus",
    "es",
    "son",
    "al",
    "que",
    "usted",
    "cada",
    "solo",
    "sólo",
    "siempre",
    "the",
    "a",
    "an",
    "for",
    "of",
    "is",
    "you",
    "we",
    "our",
    "your",
    "each",
    "only",
    "always",
    "it",
    "o",
    "os",
    "as",
    "do",
    "da",
    "um",
    "uma",
    "pelo",
    "pela",
    "é",
    "são",
    "seu",
    "sua",
    "apenas",
    "sempre",
    "nuestro",
    "nuestra",
    "nosso",
    "nossa",
    "será",
    "will",
    "us",
    "recuerde",
    "recordamos",
    "informamos",
    "per",
    "este",
    "esta",
];
/// How everybody calls a service in its own text.
const GENERIC: &[&str] = &["servicio", "service", "serviço", "trámite", "procedure", "atendimento"];
/// Words that make of a sum another one.
const BEYOND: &[&str] = &[
    "desde",
    "hasta",
    "from",
    "until",
    "até",
    "partir",
    "unos",
    "unas",
    "about",
    "around",
    "cerca",
    "aproximadamente",
    "más",
    "more",
    "mais",
    "menos",
    "less",
    "extra",
    "antes",
    "before",
    "descuento",
    "discount",
    "desconto",
    "rebaja",
    "promoción",
    "devolvemos",
    "ahorra",
];
/// Currencies that one word or sign stands for.
const PESOS: &[&str] = &["MXN", "COP", "CLP", "ARS", "UYU", "DOP", "PHP", "CUP"];
const DOLLARS: &[&str] = &["USD", "CAD", "AUD", "NZD", "SGD", "HKD"];
/// Names shorter than this are words of everyday use too often, but in the text of the service itself.
const SHORTEST: usize = 6;

/// The price of what a sentence prices.
pub enum Asked {
    Nothing { name: String, span: Span },
    Sum { name: String, figure: Figure, is_conditional: bool },
}

/// What services that have a price are called, looked up once.
pub struct Prices<'m>(Names<'m>);

impl<'m> Prices<'m> {
    pub fn of(manual: &'m Resolved<'_>) -> Self {
        let mut names = Vec::new();
        for service in manual.model.services.iter().filter(|s| s.base.is_active() && has_price(s)) {
            let topic = Topic::Service(&service.base.id);
            let title = prose::lower(&service.base.title());
            let one = title.strip_suffix('s').filter(|one| !title.contains(' ') && one.chars().count() >= SHORTEST);
            names.extend(one.map(|one| (one.to_owned(), topic)));
            names.push((title, topic));
        }
        Prices(Names::new(names))
    }

    /// What the sentence of a sum says the price of, and the price that the manual has for it. None where it is not certain what is priced.
    pub fn find(
        &self,
        manual: &'m Resolved<'_>,
        passage: &Passage<'_>,
        mention: &Mention,
    ) -> Option<(&'m Service, Asked)> {
        let is_sum = matches!(mention.unit, Unit::Money(_)) && mention.low.is_none() && !mention.amount.is_zero();
        if !is_sum || !speech::is_ours(passage, &mention.range) {
            return None;
        }
        let segment = Segment::of(passage, &mention.range);
        let beyond = |word: &str| BEYOND.contains(&word) || word.starts_with("gratis") || word.starts_with("gratuit");
        let costs = prose::words(&segment.sentence).any(|word| COSTS.contains(&word));
        if !costs || segment.is_open() || prose::words(&segment.sentence).any(beyond) {
            return None;
        }
        let named = self.named(manual, passage, &segment.sentence);
        let places: Vec<Range<usize>> = named.iter().map(|(range, _)| range.clone()).collect();
        let segment = segment.with_names(&places);
        let service = match named.first() {
            Some((_, first)) if named.iter().all(|(_, other)| other.base.id == first.base.id) => first,
            Some(_) => return None,
            None if passage.kind == Kind::Services => manual.model.services.get(passage.id)?,
            None => return None,
        };
        let mut part = segment.range();
        if segment.words(&part).iter().all(|word| SMALL.contains(&word.as_str())) {
            part = segment.before(&places)?;
        }
        let is_named = places.iter().any(|name| part.start <= name.start && name.end <= part.end);
        let words = segment.words(&part);
        if !words.iter().any(|word| COSTS.contains(&word.as_str())) {
            return None;
        }
        let content: Vec<String> = words
            .into_iter()
            .filter(|word| !SMALL.contains(&word.as_str()) && !COSTS.contains(&word.as_str()))
            .map(|word| root(&word))
            .collect();
        let said = Said { content, is_named, is_own: passage.kind == Kind::Services && passage.id == service.base.id };
        Some((service, asked(manual, service, &said)?))
    }

    /// The places of the services that a sentence names, with them. A link stands for its name.
    fn named(
        &self,
        manual: &'m Resolved<'_>,
        passage: &Passage<'_>,
        sentence: &str,
    ) -> Vec<(Range<usize>, &'m Service)> {
        let services = &manual.model.services;
        let mut out: Vec<(Range<usize>, &'m Service)> = Vec::new();
        for target in links(sentence) {
            let at = target.as_ptr() as usize - sentence.as_ptr() as usize;
            let end = sentence[at..].find("]]").map_or(sentence.len(), |end| at + end + 2);
            let id = target.strip_prefix("services/").unwrap_or(target);
            out.extend(services.get(id).map(|service| (at.saturating_sub(2)..end, service)));
        }
        for (name, topic) in self.0.maybe_in(sentence) {
            let Topic::Service(id) = topic else { continue };
            let is_own = passage.kind == Kind::Services && passage.id == *id;
            if is_own || name.chars().count() >= SHORTEST {
                let places = prose::find_phrase(sentence, name).into_iter();
                out.extend(places.filter_map(|range| Some((range, services.get(id)?))));
            }
        }
        // «Corte de pelo» stands in «corte de pelo de niño».
        let all: Vec<Range<usize>> = out.iter().map(|(range, _)| range.clone()).collect();
        let within = |range: &Range<usize>, other: &Range<usize>| {
            other.start <= range.start && range.end <= other.end && other.len() > range.len()
        };
        out.retain(|(range, _)| !all.iter().any(|other| within(range, other)));
        out
    }
}

/// What a part of a sentence prices, by its words of substance.
struct Said {
    content: Vec<String>,
    /// Whether it names the service.
    is_named: bool,
    /// Whether it stands in the service's own text.
    is_own: bool,
}

fn has_price(service: &Service) -> bool {
    let Some(offering) = service.offering.value() else { return false };
    offering.price.is_some() && !offering.parts.iter().any(|part| part.offering.price.is_some())
}

/// The price that a service has for what is said.
fn asked(manual: &Resolved<'_>, service: &Service, said: &Said) -> Option<Asked> {
    let of_service = roots(&service.base.title());
    let is_generic = |word: &String| said.is_own && GENERIC.contains(&word.as_str());
    let whole = said.is_named || said.content.iter().any(is_generic);
    let may_be = |more: &[String]| {
        said.content.iter().all(|word| is_generic(word) || of_service.contains(word) || more.contains(word))
    };
    if !has_price(service) {
        return None;
    }
    let items = match service.offering.value()?.price.as_ref()? {
        Price::Free { span, .. } => {
            let is_it = whole && may_be(&[]);
            return is_it.then(|| Asked::Nothing { name: service.base.title(), span: *span });
        }
        Price::Items(items) => items,
    };
    let all = |words: &[String]| !words.is_empty() && words.iter().all(|word| said.content.contains(word));
    let text =
        |text: &Option<crate::parse::prose::Text>| text.as_ref().map(|text| roots(&text.plain())).unwrap_or_default();
    let is_it = |item: &&PriceItem| {
        let (own, per) = (text(&item.name), text(&item.per));
        let more: Vec<String> = own.iter().chain(&per).cloned().collect();
        (all(&own) || all(&per) || whole && items.len() == 1) && may_be(&more)
    };
    let mut found = items.iter().filter(is_it);
    let item = found.next()?;
    let bounded = item.minimum.is_some() || item.maximum.is_some() || item.table.is_some() || !item.brackets.is_empty();
    if found.next().is_some() || bounded {
        return None;
    }
    let name = item.name.as_ref().map_or_else(|| service.base.title(), |name| name.plain());
    let amount = item.amount.as_ref().filter(|amount| amount.single().is_some())?.otherwise.as_ref()?;
    match &amount.value {
        Amount::Free => Some(Asked::Nothing { name, span: amount.span }),
        Amount::Quantity(quantity @ Quantity::Money(_)) => {
            let id = service.base.id.clone();
            let path = None;
            let figure = Figure { kind: Kind::Services, id, path, quantity: quantity.clone(), span: amount.span };
            // What cannot be printed alone is no plain price.
            figure.link(manual)?;
            Some(Asked::Sum { name, figure, is_conditional: !item.conditions.is_empty() })
        }
        Amount::Quantity(_) => None,
    }
}

/// Whether a sum is another than a price, and stands nowhere in what a service offers.
pub fn is_another(
    manual: &Resolved<'_>,
    passage: &Passage<'_>,
    service: &Service,
    mention: &Mention,
    price: &Figure,
) -> bool {
    let Quantity::Money(money) = &price.quantity else { return false };
    // Another currency is another matter: «22 dólares».
    let words = prose::lower(passage.source.get(mention.range.clone()).unwrap_or_default());
    let same_currency = match &mention.unit {
        Unit::Money(Some(code)) => *code == money.currency,
        _ if words.contains("peso") => PESOS.contains(&money.currency.as_str()),
        _ if words.contains('$') => {
            PESOS.contains(&money.currency.as_str()) || DOLLARS.contains(&money.currency.as_str())
        }
        _ => DOLLARS.contains(&money.currency.as_str()),
    };
    let id = &service.base.id;
    let offered =
        manual.values_of(Kind::Services, id).map(|(path, _)| path).filter(|path| path.starts_with("offering."));
    let keys: Vec<&str> = offered.map(|path| path.rsplit('.').next().unwrap_or(path)).collect();
    same_currency
        && mention.likeness(&price.quantity) == Likeness::Different
        && !figures::is_among(mention, &figures::quantities(manual, Kind::Services, id, &keys))
}

/// The words of substance of a name, without the sign of several.
fn roots(text: &str) -> Vec<String> {
    let lower = prose::lower(text);
    prose::words(&lower).filter(|word| !SMALL.contains(word) && !matches!(*word, "y" | "and" | "e")).map(root).collect()
}

fn root(word: &str) -> String {
    word.strip_suffix('s').unwrap_or(word).to_owned()
}
