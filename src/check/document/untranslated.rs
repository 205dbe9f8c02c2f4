//! I718: what the manual says in its own language is said in its others (I4).

use crate::check::{Report, Rule};
use crate::diag::Arg;
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use std::collections::HashSet;

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
            es: "El lector de la otra lengua encuentra una página en la que no es la suya, y no sabe si vale lo mismo.",
            en: "The reader of the other language finds a page in one that is not theirs, and does not know whether it holds alike.",
            pt: "O leitor da outra língua encontra uma página em uma que não é a sua, e não sabe se vale o mesmo.",
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

/// How many entries a message names.
const NAMED: usize = 3;

const OTHERS: Text = Text { es: "otros", en: "others", pt: "outros" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let manifest = &manual.model.manifest;
    for lang in manifest.languages.others.iter().filter(|lang| **lang != manifest.languages.default) {
        let translated = manual.translations.iter().filter(|t| t.lang == *lang);
        let translated: HashSet<(Kind, &str)> = translated.map(|t| (t.kind, t.id.value.as_str())).collect();
        let known = |base: &Base| translated.contains(&(base.kind, base.id.as_str()));
        let missing: Vec<&Base> = super::kept(manual).filter(|base| is_read(base) && !known(base)).collect();
        let Some(first) = missing.first() else { continue };
        let mut names: Vec<Arg> = missing.iter().take(NAMED).map(|base| base.title().into()).collect();
        if missing.len() > NAMED {
            names.push(OTHERS.into());
        }
        let file = format!("{}/{}.{}.md", first.kind.name(), first.id, lang.code());
        report.at(manifest.span, "", |f| f.arg("lang", lang.own_name()).arg("names", names).arg("file", file));
    }
}

/// The entries that a customer or a newcomer reads as a whole; of registers the rest follows.
fn is_read(base: &Base) -> bool {
    matches!(base.kind, Kind::Services | Kind::Chapters | Kind::Complaints | Kind::Standards)
}
