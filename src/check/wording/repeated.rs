//! W902: a figure of the model is printed by its link, not repeated by hand (C5).

use crate::check::figures::{self, ChannelFigures, Figure};
use crate::check::named::Names;
use crate::check::prose::{Passage, passages};
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::kind::Kind;
use crate::parse::mention::{Likeness, Mention};
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "W902",
        name: "figure-by-hand",
        severity: Severity::Note,
        message: Text {
            es: "«{said}» repite a mano el `{path}` de `{entry}`",
            en: "“{said}” repeats by hand the `{path}` of `{entry}`",
            pt: "“{said}” repete à mão o `{path}` de `{entry}`",
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
=== chapters/bienvenida.md
---
title: Bienvenida
---
Por correo electrónico respondemos en ocho horas hábiles.
#                                     ^^^^^^^^^^^^^^^^^^
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
=== chapters/bienvenida.md
---
title: Bienvenida
---
Por correo electrónico respondemos en [[aviso.within]].
"#,
    },
    check,
};

const HERE: Text = Text { es: "la cifra está aquí", en: "the figure is here", pt: "o valor está aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let channels = report.channels(manual);
    let names = Names::of(manual);
    for passage in passages(manual, is_searched) {
        let mentions = report.mentions(&passage);
        if mentions.is_empty() {
            continue;
        }
        if passage.path.is_empty() && passage.kind != Kind::Services {
            body(manual, report, &names, &passage, &mentions);
            continue;
        }
        let Some(figures) = figures_of(manual, channels, &passage) else { continue };
        for mention in mentions.iter().filter(|m| super::is_quantity(&passage, m)) {
            let mut same =
                figures.iter().filter(|f| f.path.is_some() && mention.likeness(&f.quantity) == Likeness::Same);
            // Where several figures are the same nobody knows which is meant.
            let (Some(figure), None) = (same.next(), same.next()) else { continue };
            // In prose that is not the promise's own, a number may be like another by chance.
            let own = passage.kind == Kind::Commitments || passage.key() == "wait_message";
            if own || super::speaks_of_waiting(&passage, mention) {
                tell(manual, report, &passage, mention, figure);
            }
        }
    }
}

fn is_searched(passage: &Passage<'_>) -> bool {
    matches!(
        (passage.kind, passage.key()),
        (Kind::Commitments, "promise" | "gives")
            | (Kind::Channels, "wait_message")
            | (Kind::Services, "say" | "content")
            | (Kind::Communications, "say" | "content")
    ) || passage.path.is_empty()
}

/// The sentences of a body that certainly speak of one entry and give one of its times.
fn body<'m>(
    manual: &'m Resolved<'_>,
    report: &mut Report<'_>,
    names: &Names<'m>,
    passage: &Passage<'m>,
    mentions: &[Mention],
) {
    for mention in mentions.iter().filter(|m| super::is_quantity(passage, m)) {
        let Some(named) = names.find(manual, passage, passage.sentence(&mention.range)) else { continue };
        let mut same: Vec<&Figure> = named
            .figures
            .iter()
            .filter(|f| {
                f.path.is_some() && super::is_time(&f.quantity) && mention.likeness(&f.quantity) == Likeness::Same
            })
            .collect();
        same.dedup_by_key(|figure| figure.span);
        if let [figure] = same.as_slice()
            && super::speaks_of_contact(passage, mention)
        {
            tell(manual, report, passage, mention, figure);
        }
    }
}

/// The figures that a passage is about, each once.
fn figures_of(manual: &Resolved<'_>, channels: &ChannelFigures, passage: &Passage<'_>) -> Option<Vec<Figure>> {
    let model = &manual.model;
    let mut figures = match (passage.kind, passage.key()) {
        (Kind::Commitments, "promise") => figures::quantities(manual, Kind::Commitments, passage.id, &["within"]),
        (Kind::Commitments, "gives") => figures::quantities(manual, Kind::Commitments, passage.id, &["by"]),
        (Kind::Channels, "wait_message") => channels.get(passage.id).to_vec(),
        (Kind::Services, "say" | "content" | "") => figures::of_service(manual, model.services.get(passage.id)?),
        (Kind::Communications, "say" | "content") => {
            let message = &model.communications.get(passage.id)?.message;
            message.medium.iter().flat_map(|medium| channels.get(&medium.word)).cloned().collect()
        }
        _ => return None,
    };
    figures.retain(|figure| figure.path.is_some() && super::is_time(&figure.quantity));
    figures.sort_by_key(|figure| figure.span);
    figures.dedup_by_key(|figure| figure.span);
    Some(figures)
}

fn tell(manual: &Resolved<'_>, report: &mut Report<'_>, passage: &Passage<'_>, mention: &Mention, figure: &Figure) {
    let (Some(link), Some(path)) = (figure.link(manual), figure.path.as_deref()) else { return };
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
        if mention.low.is_some() || opens { finding } else { finding.edit(place, link) }
    });
}
