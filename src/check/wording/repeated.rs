//! W902: a figure of the model is printed by its link, not repeated by hand (C5).

use crate::check::figures::{self, Figure};
use crate::check::pledge::{Asked, Pledges, Prices};
use crate::check::prose::{self, Passage, passages};
use crate::check::{Report, Rule, named, speech};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::indicator::Indicator;
use crate::parse::kind::Kind;
use crate::parse::mention::{Likeness, Mention, Unit};
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "W902",
        name: "figure-by-hand",
        severity: Severity::Note,
        message: Text {
            es: "«{said}» repite a mano el valor de `{entry}.{path}`",
            en: "“{said}” repeats by hand the value of `{entry}.{path}`",
            pt: "“{said}” repete à mão o valor de `{entry}.{path}`",
        },
        why: Text {
            es: "Una cifra escrita dos veces se corrige una sola. Con el enlace, el texto cambia cuando cambia el compromiso.",
            en: "A figure written twice is corrected once. With the link the text changes when the commitment does.",
            pt: "Um valor escrito duas vezes é corrigido uma só. Com o link, o texto muda quando muda o compromisso.",
        },
        fix: Text {
            es: "escriba `{link}` en lugar de «{said}»",
            en: "write `{link}` in place of “{said}”",
            pt: "escreva `{link}` no lugar de “{said}”",
        },
        bad: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
owner: jefatura
commitments:
  respuesta:
    promise: Respondemos en dos días hábiles.
#                           ^^^^^^^^^^^^^^^^
    within: 2 business days
---
=== channels.yaml
correo: { name: Correo electrónico, kind: email }
=== commitments.yaml
aviso: { promise: Respondemos su correo., within: 8 business hours, applies_to: { channel: correo } }
=== indicators.yaml
a-tiempo: { name: Correos a tiempo, target: { share: 95 % } }
=== chapters/bienvenida.md
---
title: Bienvenida
---
Por correo electrónico respondemos en ocho horas hábiles.
#                                     ^^^^^^^^^^^^^^^^^^

La meta de [[a-tiempo]] es del 95 %.
#                              ^^^^
"#,
        good: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
owner: jefatura
commitments:
  respuesta:
    promise: Respondemos en [[respuesta.within]].
    within: 2 business days
---
=== channels.yaml
correo: { name: Correo electrónico, kind: email }
=== commitments.yaml
aviso: { promise: Respondemos su correo., within: 8 business hours, applies_to: { channel: correo } }
=== indicators.yaml
a-tiempo: { name: Correos a tiempo, target: { share: 95 % } }
=== chapters/bienvenida.md
---
title: Bienvenida
---
Por correo electrónico respondemos en [[aviso.within]].

La meta de [[a-tiempo]] es del [[a-tiempo.target.share]]; en otro lugar se llega al 95 %.
"#,
    },
    check,
};

const HERE: Text = Text { es: "la cifra está aquí", en: "the figure is here", pt: "o valor está aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let pledges = Pledges::of(manual);
    let prices = Prices::of(manual);
    for passage in passages(manual, is_searched) {
        let mentions = report.mentions(&passage);
        for mention in mentions.iter().filter(|_| passage.kind != Kind::Commitments) {
            if let Some((_, Asked::Sum { figure, .. })) = prices.find(manual, &passage, mention)
                && mention.likeness(&figure.quantity) == Likeness::Same
            {
                tell(manual, report, &passage, mention, &figure, true);
            }
        }
        for mention in mentions.iter().filter(|m| m.unit == Unit::Percent && m.low.is_none()) {
            if let Some(figure) = share(manual, &pledges, &passage, mention) {
                tell(manual, report, &passage, mention, &figure, false);
            }
        }
        for mention in mentions.iter().filter(|m| m.is_time() && super::is_quantity(&passage, m)) {
            if passage.kind == Kind::Commitments {
                own(manual, report, &passage, mention);
                continue;
            }
            // Only the promise of which the sentence speaks: a figure that is like that of another is so by chance.
            let Some(pledge) = pledges.find(manual, &passage, &mention.range) else { continue };
            // What is the first answer of some channel of the service is so by chance.
            let is_meant = |figure: &&Figure| figure.path.is_some() || !pledge.is_loose;
            if let Some(figure) =
                pledge.repeated(manual, mention).filter(|figure| is_meant(figure) && !is_rough(&passage, mention))
            {
                tell(manual, report, &passage, mention, figure, pledge.is_certain);
            }
        }
    }
}

/// Whether a figure is said to be about so much: «unos ocho minutos».
fn is_rough(passage: &Passage<'_>, mention: &Mention) -> bool {
    let before = prose::lower(passage.source.get(..mention.range.start).unwrap_or_default());
    let last = before.split_whitespace().next_back().unwrap_or_default();
    matches!(last, "unos" | "unas" | "uns" | "umas" | "about" | "around" | "some" | "casi" | "quase" | "almost")
}

fn is_searched(passage: &Passage<'_>) -> bool {
    matches!(
        (passage.kind, passage.key()),
        (Kind::Commitments, "promise")
            | (Kind::Channels, "wait_message")
            | (Kind::Services, "say" | "content")
            | (Kind::Communications, "say" | "content")
            | (Kind::Complaints, "summary" | "says" | "say")
    ) || passage.path.is_empty()
        || passage.kind == Kind::Services && passage.path == "offering.summary"
}

/// The share of the target of the one indicator that a sentence names, or that measures the one promise of which it certainly speaks.
fn share<'m>(
    manual: &'m Resolved<'_>,
    pledges: &Pledges<'m>,
    passage: &Passage<'m>,
    mention: &Mention,
) -> Option<Figure> {
    if passage.kind == Kind::Commitments || !speech::is_ours(passage, &mention.range) {
        return None;
    }
    let sentence = prose::lower(passage.sentence(&mention.range));
    let active = |indicator: &&Indicator| indicator.base.is_active();
    let mut found: Vec<&Indicator> = named::indicators(manual, &sentence);
    if found.is_empty() {
        let pledge = pledges.find(manual, passage, &mention.range).filter(|pledge| pledge.is_certain)?;
        let [limit] = pledge.limits.as_slice() else { return None };
        let commitment = Some(limit).filter(|figure| figure.kind == Kind::Commitments)?;
        let commitment = manual.model.commitments.get(&commitment.id)?;
        let measures = commitment.indicators.iter().filter_map(|id| manual.model.indicators.get(&id.value));
        found = measures.filter(active).collect();
    }
    let [indicator] = found.as_slice() else { return None };
    let shares = figures::quantities(manual, Kind::Indicators, &indicator.base.id, &["share"]);
    let share = shares.into_iter().find(|figure| figure.path.as_deref() == Some("target.share"))?;
    (mention.likeness(&share.quantity) == Likeness::Same).then_some(share)
}

/// A promise that types its own limit.
fn own(manual: &Resolved<'_>, report: &mut Report<'_>, passage: &Passage<'_>, mention: &Mention) {
    let figures = figures::quantities(manual, Kind::Commitments, passage.id, &["within"]);
    let mut same = figures.iter().filter(|f| {
        f.path.as_deref() == Some("within")
            && super::is_time(&f.quantity)
            && mention.likeness(&f.quantity) == Likeness::Same
    });
    if let Some(figure) = same.next() {
        tell(manual, report, passage, mention, figure, true);
    }
}

fn tell(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    mention: &Mention,
    figure: &Figure,
    is_certain: bool,
) {
    let Some(link) = figure.link(manual) else { return };
    let printed = link.trim_matches(['[', ']']).split_once('.').map(|(_, path)| path.to_owned());
    let Some(path) = figure.path.clone().or(printed) else { return };
    let place = passage.place(&mention.range);
    report.at(place, &passage.subject(), |finding| {
        let finding = finding
            .arg("said", passage.words(mention))
            .arg("path", path)
            .arg("entry", figure.id.as_str())
            .arg("link", link.as_str())
            .label(figure.span, HERE);
        // A link prints a range with words of its own before it. In a plain value that begins with it, YAML reads a list.
        let opens = mention.range.start == 0;
        if mention.low.is_some() || opens || !is_certain { finding } else { finding.edit(place, link) }
    });
}
