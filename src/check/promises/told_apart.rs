//! C378: a table is told apart by the word that the program knows, not by another for the same.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::kind::Kind;
use crate::parse::tongue;
use crate::resolve::Resolved;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C378",
        name: "dimension-by-another-name",
        severity: Severity::Warning,
        message: Text {
            es: "`{found}` no se reconoce como `{near}`: sus palabras no se comparan con las entradas del manual",
            en: "`{found}` is not taken for `{near}`: its words are not held against the entries of the manual",
            pt: "`{found}` não é reconhecido como `{near}`: suas palavras não são comparadas com as entradas do manual",
        },
        why: Text {
            es: "Solo con la palabra conocida se sabe a qué sede, canal o segmento corresponde cada fila, y se avisa de una que no exista.",
            en: "Only by the known word can it be told which site, channel or segment each row is for, and can one that does not exist be reported.",
            pt: "Só com a palavra conhecida se sabe a que unidade, canal ou segmento corresponde cada linha, e se avisa de uma que não exista.",
        },
        fix: Text {
            es: "escriba `by: [{near}]` o, si se trata de otra cosa, dele otro nombre",
            en: "write `by: [{near}]` or, where something else is meant, give it another name",
            pt: "escreva `by: [{near}]` ou, se for outra coisa, dê-lhe outro nome",
        },
        bad: r#"=== segments.yaml
socio: { name: Socio }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering:
  price: { by: [segmento], cases: [[socio, free]], else: 5 PEN }
#               ^^^^^^^^
---
"#,
        good: r#"=== segments.yaml
socio: { name: Socio }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering:
  price: { by: [segment], cases: [[socio, free]], else: 5 PEN }
---
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    // A word for a role, such as “puesto”, may as well be a place.
    let known: Vec<&str> = Kind::DIMENSIONS.iter().map(|(name, _)| *name).collect();
    let mut seen = HashSet::new();
    for case in manual.cases.iter().filter(|case| seen.insert(case.by.span)) {
        let by = case.by.value.as_str();
        let Some(near) = tongue::certain(by, &known).filter(|near| *near != by && *near != "role") else { continue };
        // In a manual that declares none of them the word can only be the organisation's own.
        let kind = Kind::of_dimension(near);
        if manual.model.bases().into_iter().any(|base| Some(base.kind) == kind) {
            let subject = match &case.from {
                (_, id) if id.is_empty() => String::new(),
                (kind, id) => format!("{}/{id}", kind.name()),
            };
            report.at(case.by.span, &subject, |finding| {
                finding.arg("found", by).arg("near", near).edit(case.by.span, near)
            });
        }
    }
}
