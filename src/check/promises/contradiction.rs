//! C310: a number in prose does not contradict the model (C5).

use crate::check::figures::{self, Figure};
use crate::check::named::{Named, Names};
use crate::check::prose::{self, Passage, passages};
use crate::check::{Report, Rule, wording};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::offering::{Amount, Price};
use crate::model::service::Service;
use crate::parse::kind::Kind;
use crate::parse::mention::{Likeness, Mention, Unit};
use crate::resolve::Resolved;
use crate::values::{Decimal, Quantity};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C310",
        name: "prose-contradicts-model",
        severity: Severity::Error,
        message: Text {
            es: "el texto dice «{said}» y `{entry}` dice {value}",
            en: "the text says “{said}” and `{entry}` says {value}",
            pt: "o texto diz “{said}” e `{entry}` diz {value}",
        },
        why: Text {
            es: "El cliente lee el texto y el sistema mide la otra cifra. Una de las dos es falsa, y nadie sabe cuál hasta que alguien reclama.",
            en: "The customer reads the text and the system measures the other figure. One of the two is false, and nobody knows which until somebody complains.",
            pt: "O cliente lê o texto e o sistema mede o outro valor. Um dos dois é falso, e ninguém sabe qual até que alguém reclame.",
        },
        fix: Text {
            es: "decida qué cifra vale; en el texto escriba {link}, que siempre dice la del manual",
            en: "decide which figure holds; in the text write {link}, which always says the manual's",
            pt: "decida qual valor vale; no texto escreva {link}, que sempre diz o do manual",
        },
        bad: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
owner: jefatura
offering: { price: { amount: 20 PEN } }
commitments:
  respuesta:
    promise: Respondemos en tres días hábiles.
#                           ^^^^^^^^^^^^^^^^^
    within: 2 business days
---
El trámite cuesta 30 soles.
#                 ^^^^^^^^
=== channels.yaml
central:
  name: Central telefónica
  kind: telephone
  first_response: { target: { share: 80 %, within: 5 minutes } }
=== chapters/bienvenida.md
---
title: Bienvenida
---
En la [[central]] le atendemos en dos minutos.
#                                 ^^^^^^^^^^^

Atendemos al 90 % en cinco minutos en la central telefónica.
#            ^^^^
"#,
        good: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
owner: jefatura
offering: { price: { amount: 20 PEN } }
commitments:
  respuesta:
    promise: Respondemos en dos días hábiles.
    within: 2 business days
---
El trámite cuesta 20 soles.
=== channels.yaml
central:
  name: Central telefónica
  kind: telephone
  first_response: { target: { share: 80 %, within: 5 minutes } }
=== chapters/bienvenida.md
---
title: Bienvenida
---
En la [[central]] le atendemos en cinco minutos.

Atendemos al 80 % en cinco minutos en la central telefónica.
"#,
    },
    check,
};

const HERE: Text =
    Text {
        es: "la cifra del manual está aquí", en: "the manual's figure is here", pt: "o valor do manual está aqui"
    };
const BY_HAND: Text = Text { es: "la cifra correcta", en: "the right figure", pt: "o valor certo" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let wanted = |passage: &Passage<'_>| {
        matches!((passage.kind, passage.path), (Kind::Commitments, "promise") | (Kind::Indicators, "name") | (_, ""))
    };
    let names = Names::of(manual);
    for passage in passages(manual, wanted) {
        match (passage.kind, passage.path) {
            (Kind::Commitments, "promise") => promise(manual, report, &passage),
            (Kind::Indicators, "name") => indicator(manual, report, &passage),
            (Kind::Services, "") => {
                body(manual, report, &passage);
                sentences(manual, report, &names, &passage);
            }
            (_, "") => sentences(manual, report, &names, &passage),
            _ => {}
        }
    }
}

/// A promise that gives a figure which is none of its own, while one of its own is not given.
fn promise(manual: &Resolved<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    let Some(commitment) = manual.model.commitments.get(passage.id).filter(|c| c.base.is_active()) else { return };
    // A promise that prints its figures by links may speak of other times besides.
    if passage.source.contains("[[") {
        return;
    }
    let mentions = report.mentions(passage);
    let all = figures::of_commitment(manual, commitment);
    let (redress, figures): (Vec<Figure>, Vec<Figure>) =
        all.into_iter().partition(|f| f.path.as_deref() == Some("redress.by"));
    // The time of the redress may be said beside the limit, not in its place.
    let limit_is_said = commitment.within.as_ref().and_then(|within| within.single()).is_none_or(|limit| {
        let limit = Quantity::Duration(*limit);
        mentions.iter().any(|m| matches!(m.likeness(&limit), Likeness::Same | Likeness::Alike))
    });
    let strange = |mention: &Mention| {
        let own = figures::is_among(mention, &figures)
            || figures::is_defined(manual, commitment, mention)
            || wording::is_in_hours(passage, mention, &figures);
        let of_redress = limit_is_said && figures::is_among(mention, &redress);
        wording::is_quantity(passage, mention) && !own && !of_redress
    };
    let unsaid = |figure: &&Figure| {
        let said = |m: &Mention| matches!(m.likeness(&figure.quantity), Likeness::Same | Likeness::Alike);
        !mentions.iter().any(said) && !is_all(&figure.quantity)
    };
    // What was given in the text must be the limit, where there is one; else what the measure asks.
    let limit = figures.iter().filter(|f| f.path.as_deref() == Some("within"));
    let asked = figures.iter().filter(|f| f.path.is_none());
    let wanted: Vec<&Figure> = limit.chain(asked).filter(unsaid).collect();
    for mention in mentions.iter().filter(|m| strange(m)) {
        let figure = wanted
            .iter()
            .find(|f| mention.likeness(&f.quantity) == Likeness::Different && wording::is_near(mention, &f.quantity));
        if let Some(figure) = figure {
            tell(manual, report, passage, mention, figure);
        }
    }
}

/// «Todos» is how prose says it.
fn is_all(quantity: &Quantity) -> bool {
    matches!(quantity, Quantity::Percent(percent) if percent.value == Decimal::ONE_HUNDRED)
}

/// An indicator whose name gives one time, and whose targets have one, which is another.
fn indicator(manual: &Resolved<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    let Some(indicator) = manual.model.indicators.get(passage.id).filter(|i| i.base().is_active()) else { return };
    let figures: Vec<Figure> =
        figures::of_indicator(indicator).into_iter().filter(|f| f.duration().is_some()).collect();
    let mentions: Vec<Mention> = report.mentions(passage).iter().filter(|m| m.is_time()).cloned().collect();
    let ([mention], [figure]) = (mentions.as_slice(), figures.as_slice()) else { return };
    if wording::is_quantity(passage, mention)
        && mention.likeness(&figure.quantity) == Likeness::Different
        && wording::is_near(mention, &figure.quantity)
        && !wording::is_in_hours(passage, mention, &figures)
    {
        tell(manual, report, passage, mention, figure);
    }
}

/// A sentence of a service's prose that says how soon something is done, in a figure that the service gives nowhere.
fn body(manual: &Resolved<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    let Some(service) = manual.model.services.get(passage.id).filter(|s| s.base.is_active()) else { return };
    let mentions: Vec<Mention> = report.mentions(passage).iter().filter(|m| m.is_time()).cloned().collect();
    if mentions.is_empty() {
        return;
    }
    let ids = service.commitments.value().map_or(&[][..], Vec::as_slice);
    let commitments: Vec<_> =
        ids.iter().filter_map(|id| manual.model.commitments.get(&id.value)).filter(|c| c.base.is_active()).collect();
    let mut all: Vec<Figure> = commitments.iter().flat_map(|c| figures::of_commitment(manual, c)).collect();
    let keys = ["within", "by", "handling_time", "lead_time"];
    let own = figures::quantities(manual, Kind::Services, passage.id, &keys);
    // By when staff give a message is another matter.
    all.extend(own.into_iter().filter(|f| !f.path.as_ref().is_some_and(|path| path.starts_with("communication."))));
    for mention in mentions.iter().filter(|m| wording::is_quantity(passage, m)) {
        let sentence = passage.sentence(&mention.range);
        let matter = wording::matters(sentence);
        if figures::is_among(mention, &all)
            || matter.is_empty()
            || sentence.contains("[[")
            || wording::is_in_hours(passage, mention, &all)
        {
            continue;
        }
        let same_matter =
            commitments.iter().filter(|c| wording::matters(&c.base.title()).iter().any(|m| matter.contains(m)));
        let mut limits =
            same_matter.flat_map(|c| figures::of_commitment(manual, c)).filter(|f| f.path.as_deref() == Some("within"));
        // With two promises of one matter nobody knows which of them is meant.
        if let (Some(figure), None) = (limits.next(), limits.next())
            && wording::is_near(mention, &figure.quantity)
        {
            tell(manual, report, passage, mention, &figure);
        }
    }
}

/// The sentences of a body that certainly speak of one entry: their shares, prices, and the times of what is no service's own
/// prose, which [`body`] reads.
fn sentences<'m>(manual: &'m Resolved<'_>, report: &mut Report<'_>, names: &Names<'m>, passage: &Passage<'m>) {
    let mentions = report.mentions(passage);
    for mention in mentions.iter().filter(|m| wording::is_quantity(passage, m)) {
        let sentence = passage.sentence(&mention.range);
        let Some(named) = names.find(manual, passage, sentence) else { continue };
        let beside: Vec<&Mention> = mentions.iter().filter(|m| passage.sentence(&m.range) == sentence).collect();
        let figure = match mention.unit {
            Unit::Time(_) | Unit::Days if named.kind == Kind::Services && passage.kind == Kind::Services => None,
            Unit::Time(_) | Unit::Days => time_of(passage, mention, &named),
            Unit::Percent => share_of(mention, &beside, &named),
            Unit::Money(_) => price_of(manual, sentence, mention, &named),
        };
        if let Some(figure) = figure {
            tell(manual, report, passage, mention, &figure);
        }
    }
}

/// The one time that an entry promises, where a sentence gives another for answering or attending.
fn time_of(passage: &Passage<'_>, mention: &Mention, named: &Named<'_>) -> Option<Figure> {
    let speaks = wording::speaks_of_contact(passage, mention);
    if !speaks || figures::is_among(mention, &named.figures) || wording::is_in_hours(passage, mention, &named.figures) {
        return None;
    }
    // The time of a redress is another's, and what is of another size is another matter.
    let is_meant = |figure: &&Figure| {
        figure.duration().is_some()
            && figure.path.as_deref() != Some("redress.by")
            && wording::is_near(mention, &figure.quantity)
    };
    let times: Vec<&Figure> = named.figures.iter().filter(is_meant).collect();
    let first = times.iter().find(|figure| figure.path.is_some()).or(times.first())?;
    // With several times nobody knows which of them is meant.
    times.iter().all(|figure| figure.duration() == first.duration()).then(|| (*first).clone())
}

/// The share of the target whose time a sentence gives with another share.
fn share_of(mention: &Mention, beside: &[&Mention], named: &Named<'_>) -> Option<Figure> {
    let [time] = beside.iter().filter(|m| m.is_time()).collect::<Vec<_>>()[..] else { return None };
    if beside.iter().filter(|m| m.unit == Unit::Percent).count() > 1 {
        return None;
    }
    // Share and time of one target stand at one place.
    let is_its_time = |figure: &&Figure| matches!(time.likeness(&figure.quantity), Likeness::Same | Likeness::Alike);
    let places: Vec<_> = named.figures.iter().filter(is_its_time).map(|figure| figure.span).collect();
    let is_share = |figure: &&Figure| matches!(figure.quantity, Quantity::Percent(_)) && places.contains(&figure.span);
    let shares: Vec<&Figure> = named.figures.iter().filter(is_share).collect();
    let first = shares.first()?;
    let alone = shares.iter().all(|figure| figure.quantity == first.quantity);
    (alone && mention.likeness(&first.quantity) == Likeness::Different).then(|| (*first).clone())
}

/// Words that say what a customer pays.
const PRICE: [&str; 10] =
    ["cuesta", "cuestan", "precio", "tarifa", "costs", "price", "fee", "custa", "custam", "preço"];

/// The one price of a service, where a sentence about its price gives a sum that stands nowhere in the service.
fn price_of(manual: &Resolved<'_>, sentence: &str, mention: &Mention, named: &Named<'_>) -> Option<Figure> {
    let lower = prose::lower(sentence);
    let is_price = lower.split(|c: char| !c.is_alphabetic()).any(|word| PRICE.contains(&word));
    if !is_price || named.kind != Kind::Services {
        return None;
    }
    let service = manual.model.services.get(named.id)?;
    let price = one_price(service)?;
    let sums = figures::everything(manual, named.kind, named.id);
    if figures::is_among(mention, &sums) || figures::is_among(mention, std::slice::from_ref(&price)) {
        return None;
    }
    // Another currency is another matter: «unos 3 dólares».
    let same_currency = match (&mention.unit, &price.quantity) {
        (Unit::Money(Some(code)), Quantity::Money(money)) => *code == money.currency,
        _ => true,
    };
    same_currency.then_some(price)
}

/// The price of a service that has no other: one sum, without brackets, bounds, a table or parts with prices of their own.
fn one_price(service: &Service) -> Option<Figure> {
    let offering = service.offering.value()?;
    let Some(Price::Items(items)) = &offering.price else { return None };
    let [item] = items.as_slice() else { return None };
    let bounded = item.minimum.is_some() || item.maximum.is_some() || item.table.is_some();
    if bounded || !item.brackets.is_empty() || offering.parts.iter().any(|part| part.offering.price.is_some()) {
        return None;
    }
    let amount = item.amount.as_ref().filter(|amount| amount.single().is_some())?.otherwise.as_ref()?;
    let Amount::Quantity(quantity @ Quantity::Money(_)) = &amount.value else { return None };
    let id = service.base.id.clone();
    Some(Figure { kind: Kind::Services, id, path: None, quantity: quantity.clone(), span: amount.span })
}

fn tell(manual: &Resolved<'_>, report: &mut Report<'_>, passage: &Passage<'_>, mention: &Mention, figure: &Figure) {
    report.at(passage.place(&mention.range), &passage.subject(), |finding| {
        let finding = finding
            .arg("said", passage.words(mention))
            .arg("entry", figure.id.as_str())
            .arg("value", figure.quantity.clone());
        let finding = match figure.link(manual) {
            Some(link) => finding.arg("link", format!("`{link}`")),
            None => finding.arg("link", BY_HAND),
        };
        finding.label(figure.span, HERE)
    });
}
