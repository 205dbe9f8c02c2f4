//! C310: a number in prose does not contradict the model (C5).

use super::{aimed, free, priced};
use crate::check::beyond::{self, Beyond, Matter};
use crate::check::figures::{self, Figure};
use crate::check::named::{Named, Names};
use crate::check::pledge::{self, Pledges};
use crate::check::prose::{self, Passage, passages};
use crate::check::{Report, Rule, speech, wording};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::parse::kind::Kind;
use crate::parse::mention::{Likeness, Mention, Unit};
use crate::resolve::Resolved;
use crate::span::Span;
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
            es: "decida qué cifra vale; en el texto escriba {link}",
            en: "decide which figure holds; in the text write {link}",
            pt: "decida qual valor vale; no texto escreva {link}",
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
=== services/prestamo.md
---
code: EJ-02
name: Préstamo
owner: jefatura
offering: { price: { name: Interés, brackets: [{ from: 500 PEN, up_to: 5000 PEN, rate: 36 % per year }] } }
---
Prestamos hasta 30 000 soles. Nuestra tasa es del 45 % al año.
#               ^^^^^^^^^^^^
#                                                 ^^^^
=== indicators.yaml
a-tiempo: { name: Correos a tiempo, target: { share: 95 % } }
=== services/afiliacion.md
---
code: EJ-03
name: Afiliación
owner: jefatura
offering: { price: free }
---
La meta de [[a-tiempo]] es 99 %.
#                          ^^^^

La afiliación cuesta 25 soles.
#                    ^^^^^^^^
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
=== services/prestamo.md
---
code: EJ-02
name: Préstamo
owner: jefatura
offering: { price: { name: Interés, brackets: [{ from: 500 PEN, up_to: 5000 PEN, rate: 36 % per year }] } }
---
Prestamos hasta 5000 soles a quien vende hasta 30 000 soles al mes. Nuestra tasa es del 36 % al año.
=== indicators.yaml
a-tiempo: { name: Correos a tiempo, target: { share: 95 % } }
=== services/afiliacion.md
---
code: EJ-03
name: Afiliación
owner: jefatura
offering: { price: free }
---
La meta de [[a-tiempo]] es [[a-tiempo.target]]; en marzo se llegó al 91 %.

La afiliación es gratuita. Otras entidades cobran 25 soles por la afiliación.
"#,
    },
    check,
};

const HERE: Text =
    Text {
        es: "la cifra del manual está aquí", en: "the manual's figure is here", pt: "o valor do manual está aqui"
    };
const LINK: Text = Text {
    es: "`{link}`, que siempre dice la del manual",
    en: "`{link}`, which always says the manual's",
    pt: "`{link}`, que sempre diz o do manual",
};
const FREE: Text = Text { es: "que es gratuito", en: "that it is free of charge", pt: "que é gratuito" };
const WRITE_FREE: Text = Text {
    es: "que es gratuito, o corrija el precio en `{entry}`",
    en: "that it is free of charge, or correct the price in `{entry}`",
    pt: "que é gratuito, ou corrija o preço em `{entry}`",
};
const BY_HAND: Text = Text {
    es: "{value}, o corrija `{entry}`",
    en: "{value}, or correct `{entry}`",
    pt: "{value}, ou corrija `{entry}`",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for passage in passages(manual, is_read) {
        match (passage.kind, passage.path) {
            (Kind::Commitments, "promise") => promise(manual, report, &passage),
            (Kind::Indicators, "name") => indicator(manual, report, &passage),
            _ => aims(manual, report, &passage),
        }
    }
    sure(manual, report, Beyond::Nothing);
}

/// The times and sums that sentences say in the place of those of the manual, as far as they say as much beyond it as is asked for.
pub(super) fn sure(manual: &Resolved<'_>, report: &mut Report<'_>, wanted: Beyond) {
    let names = Names::of(manual);
    let pledges = Pledges::of(manual);
    for passage in passages(manual, is_read) {
        if matches!((passage.kind, passage.path), (Kind::Commitments, "promise") | (Kind::Indicators, "name")) {
            continue;
        }
        times(manual, report, &pledges, &passage, wanted);
        if passage.kind != Kind::Standards {
            sentences(manual, report, &names, &passage, wanted);
        }
    }
}

/// Promises, names of indicators, summaries for customers, what standards ask, and the prose of files.
fn is_read(passage: &Passage<'_>) -> bool {
    matches!(
        (passage.kind, passage.path),
        (Kind::Commitments, "promise")
            | (Kind::Indicators, "name")
            | (Kind::Complaints, "summary")
            | (Kind::Services, "offering.summary")
            | (Kind::Standards, "statement")
            | (_, "")
    )
}

/// A promise that gives a figure which is none of its own, while one of its own is not given.
fn promise(manual: &Resolved<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    let Some(commitment) = manual.model.commitments.get(passage.id).filter(|c| c.base.is_active()) else { return };
    let typed = report.mentions(passage);
    let printed = pledge::printed(manual, passage);
    // A promise that prints its own figures by links may speak of other times besides.
    let is_own = |figure: &Figure| figure.kind == Kind::Commitments && figure.id == commitment.base.id;
    let foreign = printed.iter().any(|(_, figure)| !is_own(figure));
    let own_link = printed.iter().any(|(_, figure)| is_own(figure) && figure.path.as_deref() == Some("within"));
    if own_link || passage.source.contains("[[") && !foreign {
        return;
    }
    let links: Vec<Mention> = printed.into_iter().map(|(mention, _)| mention).collect();
    let mentions: Vec<&Mention> = typed.iter().chain(&links).collect();
    let redress = figures::quantities(manual, Kind::Commitments, &commitment.base.id, &["by"]);
    // The time of the redress, or the worst that is allowed, may be said beside the limit, not in its place.
    let limit_is_said = commitment.within.as_ref().and_then(|within| within.single()).is_none_or(|limit| {
        let limit = Quantity::Duration(*limit);
        mentions.iter().any(|m| matches!(m.likeness(&limit), Likeness::Same | Likeness::Alike))
    });
    let figures = match limit_is_said {
        true => figures::of_commitment(manual, commitment),
        false => figures::of_promise(manual, commitment),
    };
    let figures: Vec<Figure> = figures.into_iter().filter(|f| f.path.as_deref() != Some("redress.by")).collect();
    let strange = |mention: &Mention| {
        let own = figures::is_among(mention, &figures)
            || figures::is_defined(manual, commitment, mention)
            || wording::is_in_hours(passage, mention, &figures);
        let of_redress = limit_is_said && figures::is_among(mention, &redress);
        wording::is_quantity(passage, mention) && !own && !of_redress
    };
    let unsaid = |figure: &&Figure| {
        let said = |m: &&Mention| matches!(m.likeness(&figure.quantity), Likeness::Same | Likeness::Alike);
        !mentions.iter().any(said) && !is_all(&figure.quantity)
    };
    // What was given in the text must be the limit, where there is one; else what the measure asks.
    let limit = figures.iter().filter(|f| f.path.as_deref() == Some("within"));
    let asked = figures.iter().filter(|f| f.path.is_none());
    let wanted: Vec<&Figure> = limit.chain(asked).filter(unsaid).collect();
    // The only time of a promise stands in the place of its limit, however far it is from it: «en 30 minutos» where it is ten days.
    let is_only = mentions.iter().filter(|m| m.is_time()).count() == 1 && !limit_is_said;
    for mention in mentions.iter().filter(|m| strange(m)) {
        let instead = is_only
            && is_within(passage, mention)
            && !figures::is_among(mention, &redress)
            && speech::is_ours(passage, &mention.range);
        let figure = wanted.iter().find(|f| {
            let in_place = instead && f.path.as_deref() == Some("within");
            mention.likeness(&f.quantity) == Likeness::Different && (in_place || wording::is_near(mention, &f.quantity))
        });
        if let Some(figure) = figure {
            tell(manual, report, passage, mention, figure);
        }
    }
}

/// Whether a time is that in which something is done: «en 30 minutos», “within two weeks”, «dentro das 48 horas».
fn is_within(passage: &Passage<'_>, mention: &Mention) -> bool {
    let before = prose::lower(passage.source.get(..mention.range.start).unwrap_or_default());
    let mut words = before.split_whitespace().rev();
    let (last, before_last) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    match last {
        "en" | "in" | "within" | "em" => true,
        "de" => matches!(before_last, "dentro" | "menos" | "máximo" | "plazo" | "prazo"),
        "las" | "los" | "das" | "dos" | "the" => matches!(before_last, "de" | "dentro" | "within"),
        "próximas" | "próximos" | "next" => true,
        _ => false,
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

/// The times that sentences say in the place of those that are promised.
fn times<'m>(
    manual: &'m Resolved<'_>,
    report: &mut Report<'_>,
    pledges: &Pledges<'m>,
    passage: &Passage<'m>,
    wanted: Beyond,
) {
    let typed = report.mentions(passage);
    let links: Vec<Mention> = match passage.path.is_empty() {
        // In the prose of a file a link names the promise that is meant.
        true => Vec::new(),
        false => pledge::printed(manual, passage).into_iter().map(|(mention, _)| mention).collect(),
    };
    let all: Vec<&Mention> = typed.iter().chain(&links).collect();
    for mention in all.iter().filter(|m| m.is_time() && wording::is_quantity(passage, m)) {
        let sentence = passage.sentence_range(&mention.range);
        let beside: Vec<Mention> = all
            .iter()
            .filter(|other| other.range != mention.range && sentence.contains(&other.range.start))
            .map(|other| (*other).clone())
            .collect();
        // With a share the time is that of a measure, or of what came of it.
        if beside.iter().any(|other| other.unit == Unit::Percent) {
            continue;
        }
        let Some(pledge) = pledges.find(manual, passage, &mention.range) else { continue };
        // What staff hold each other to may be stricter than what is promised.
        let strict = |figure: &&Figure| passage.kind != Kind::Standards || pledge::is_longer(mention, figure);
        let Some(figure) = pledge.contradicted(passage, mention, &beside).filter(strict) else { continue };
        let matter = Matter::of_promise(manual, figure, &pledge.place);
        if beyond::of_time(passage, mention, figure, &matter) == wanted {
            tell(manual, report, passage, mention, figure);
        }
    }
}

/// The sentences that certainly speak of one entry: their shares and prices.
fn sentences<'m>(
    manual: &'m Resolved<'_>,
    report: &mut Report<'_>,
    names: &Names<'m>,
    passage: &Passage<'m>,
    wanted: Beyond,
) {
    let mentions = report.mentions(passage);
    for mention in mentions.iter().filter(|m| !m.is_time() && wording::is_quantity(passage, m)) {
        let sentence = passage.sentence(&mention.range);
        let Some(named) = names.find(manual, passage, sentence) else { continue };
        if speech::is_elsewhere(passage, &mention.range) {
            continue;
        }
        let beside: Vec<&Mention> = mentions.iter().filter(|m| passage.sentence(&m.range) == sentence).collect();
        let figure = match mention.unit {
            Unit::Time(_) | Unit::Days | Unit::HalfMonth | Unit::SameDay => None,
            Unit::Percent => {
                let share = share_of(mention, &beside, &named);
                let figure = share.or_else(|| priced::rate_of(manual, passage, mention, &named));
                figure.map(|figure| (figure, Beyond::Nothing))
            }
            Unit::Money(_) => priced::sum_of(manual, passage, mention, &named),
        };
        if let Some((figure, beyond)) = figure {
            if beyond == wanted {
                tell(manual, report, passage, mention, &figure);
            }
        } else if wanted == Beyond::Nothing && !beyond::is_part_of_price(passage, mention) {
            match free::asked_for(manual, passage, mention, &named) {
                Some(free::Asked::Sum(figure)) => tell(manual, report, passage, mention, &figure),
                Some(free::Asked::Nothing(span)) => tell_free(report, passage, mention, named.id, span),
                None => {}
            }
        }
    }
}

/// The figures that sentences give for the target of an indicator.
fn aims(manual: &Resolved<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for mention in report.mentions(passage).iter() {
        if let Some(figure) = aimed::target_of(manual, passage, mention) {
            tell(manual, report, passage, mention, &figure);
        }
    }
}

/// A sum where nothing is asked.
fn tell_free(report: &mut Report<'_>, passage: &Passage<'_>, mention: &Mention, id: &str, span: Span) {
    report.at(passage.place(&mention.range), &passage.subject(), |finding| {
        let args = vec![("entry", id.into())];
        let finding = finding.arg("said", passage.words(mention)).arg("entry", id).arg("value", Arg::Words(FREE));
        finding.arg("link", Arg::Phrase(WRITE_FREE, args)).label(span, HERE)
    });
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

fn tell(manual: &Resolved<'_>, report: &mut Report<'_>, passage: &Passage<'_>, mention: &Mention, figure: &Figure) {
    report.at(passage.place(&mention.range), &passage.subject(), |finding| {
        let is_link = passage.source.get(mention.range.clone()).is_some_and(|text| text.starts_with("[["));
        // What a link prints is what the customer reads.
        let said = match mention.duration().filter(|_| is_link) {
            Some(duration) => Arg::from(Quantity::Duration(duration)),
            None => Arg::from(passage.words(mention)),
        };
        let finding = finding.arg("said", said).arg("entry", figure.id.as_str()).arg("value", figure.quantity.clone());
        let finding = match figure.link(manual) {
            Some(link) => finding.arg("link", Arg::Phrase(LINK, vec![("link", link.into())])),
            None => {
                let args = vec![("value", figure.quantity.clone().into()), ("entry", figure.id.as_str().into())];
                finding.arg("link", Arg::Phrase(BY_HAND, args))
            }
        };
        finding.label(figure.span, HERE)
    });
}
