//! I726: a translation that was begun says all that the original says (I4).

use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::resolve::{Resolved, Wording};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I726",
        name: "half-translated",
        severity: Severity::Warning,
        message: Text {
            es: "`{file}` no está completo en {lang}; por traducir, {count}: {names}",
            en: "`{file}` is not complete in {lang}; {count} still to translate: {names}",
            pt: "`{file}` não está completo em {lang}; a traduzir, {count}: {names}",
        },
        why: Text {
            es: "El lector de la otra lengua encuentra en medio de su página frases que no entiende.",
            en: "Readers of the other language come across sentences they do not understand in the middle of a page.",
            pt: "O leitor da outra língua encontra no meio da página frases que não entende.",
        },
        fix: Text {
            es: "escriba esos textos en `{other}` con las mismas claves; lo que es igual en las dos lenguas se repite",
            en: "write those texts in `{other}` with the same keys; repeat what is the same in both languages",
            pt: "escreva esses textos em `{other}` com as mesmas chaves; o que é igual nas duas línguas se repete",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es, others: [en] }
=== manual.en.yaml
organization: { name: Example }
document: { title: Manual }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
note: solo con cita
#     ^^^^^^^^^^^^^
---
=== services/ejemplo.en.md
---
name: Example
---
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es, others: [en] }
=== manual.en.yaml
organization: { name: Example }
document: { title: Manual }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
note: solo con cita
---
=== services/ejemplo.en.md
---
name: Example
note: only by appointment
---
"#,
    },
    check,
};

/// How many texts a message names.
const NAMED: usize = 3;

const OTHERS: Text = Text { es: "otros", en: "others", pt: "outros" };
const PROSE: Text =
    Text { es: "el texto debajo de los datos", en: "the prose below the data", pt: "o texto abaixo dos dados" };
const HERE_TOO: Text = Text { es: "aquí también", en: "here too", pt: "aqui também" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let manifest = &manual.model.manifest;
    let wordings = manual.wordings();
    for lang in manifest.languages.others.iter().filter(|lang| **lang != manifest.languages.default) {
        for mut lacking in manual.lacking(&wordings, *lang).into_iter().filter(|lacking| lacking.begun) {
            lacking.texts.retain(|text| super::is_wanted(manual, text));
            let Some((first, others)) = lacking.texts.split_first() else { continue };
            let mut names: Vec<Arg> = lacking.texts.iter().take(NAMED).map(name).collect();
            if lacking.texts.len() > NAMED {
                names.push(OTHERS.into());
            }
            let path = manual.sources.get(lacking.file).path.as_str();
            let (stem, end) = path.rsplit_once('.').unwrap_or((path, "yaml"));
            let other = format!("{stem}.{}.{end}", lang.code());
            let subject = first.entry.map_or_else(String::new, |(kind, id)| format!("{}/{id}", kind.name()));
            report.at(place(manual, first), &subject, |finding| {
                let finding = finding.arg("lang", *lang).arg("count", lacking.texts.len().to_string());
                let finding = finding.arg("file", path).arg("other", other).arg("names", names);
                others.iter().take(NAMED - 1).fold(finding, |f, text| f.label(place(manual, text), HERE_TOO))
            });
        }
    }
}

/// `remesas.offering.summary`; the prose of a file by what it is.
fn name(text: &Wording<'_>) -> Arg {
    match (text.entry, text.path) {
        (_, "") => PROSE.into(),
        (Some((_, id)), path) => format!("{id}.{path}").into(),
        (None, path) => path.into(),
    }
}

/// The text, or of prose its first line.
fn place(manual: &Resolved<'_>, text: &Wording<'_>) -> crate::span::Span {
    let source = manual.sources.text(text.span);
    let blank = source.len() - source.trim_start().len();
    let line = source.trim_start().lines().next().map_or(0, |line| line.trim_end().len());
    if text.path.is_empty() { text.span.sub(blank, blank + line) } else { text.span }
}
