//! I718: what the manual says in its own language is said in its others (I4).

use crate::check::{Report, Rule};
use crate::diag::Arg;
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I718",
        name: "untranslated",
        severity: Severity::Warning,
        message: Text {
            es: "en {lang} falta traducir {names}",
            en: "in {lang} the translation of {names} is missing",
            pt: "em {lang} falta traduzir {names}",
        },
        why: Text {
            es: "El lector de la otra lengua encuentra una página en un idioma que no es el suyo y no sabe si dice lo mismo.",
            en: "Readers of the other language find a page in a language that is not theirs and cannot tell whether it says the same.",
            pt: "O leitor da outra língua encontra uma página em um idioma que não é o seu e não sabe se ela diz o mesmo.",
        },
        fix: Text {
            es: "escriba la traducción al lado del original, con las mismas claves y solo los textos: `{file}`",
            en: "write the translation beside the original, with the same keys and only the texts: `{file}`",
            pt: "escreva a tradução ao lado do original, com as mesmas chaves e só os textos: `{file}`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
#^^^^^^^^^^^
document: { title: Manual }
languages: { default: es, others: [en] }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
=== services/otro.md
---
code: EJ-02
name: Otro
---
=== services/otro.en.md
---
name: Other
---
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es, others: [en] }
=== manual.en.yaml
organization: { name: Example }
document: { title: Manual }
=== roles.en.yaml
jefatura: { name: Head office }
caja: { name: Till }
=== channels.en.yaml
agencia: { name: Branch }
=== services/otro.md
---
code: EJ-02
name: Otro
---
=== services/otro.en.md
---
name: Other
---
"#,
    },
    check,
};

/// How many files or entries a message names.
const NAMED: usize = 3;

const OTHERS: Text = Text { es: "otros", en: "others", pt: "outros" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let manifest = &manual.model.manifest;
    let wordings = manual.wordings();
    for lang in manifest.languages.others.iter().filter(|lang| **lang != manifest.languages.default) {
        let lacking = manual.lacking(&wordings, *lang);
        let missing: Vec<&str> = lacking
            .iter()
            .filter(|lacking| !lacking.begun && lacking.texts.iter().any(|text| super::is_wanted(manual, text)))
            .map(|lacking| manual.sources.get(lacking.file).path.as_str())
            .collect();
        let Some(first) = missing.first() else { continue };
        let mut names: Vec<Arg> = missing.iter().take(NAMED).map(|path| (*path).into()).collect();
        if missing.len() > NAMED {
            names.push(OTHERS.into());
        }
        let (stem, end) = first.rsplit_once('.').unwrap_or((first, "yaml"));
        let file = format!("{stem}.{}.{end}", lang.code());
        report.at(manifest.span, "", |f| f.arg("lang", *lang).arg("names", names).arg("file", file));
    }
}
