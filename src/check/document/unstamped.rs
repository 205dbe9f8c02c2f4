//! I744: a translation says of which words it is (I4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::files::{StampPlace, Translated};
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I744",
        name: "translation-without-stamp",
        severity: Severity::Warning,
        message: Text {
            es: "`{file}` no dice de qué palabras es traducción: {names}",
            en: "`{file}` does not say of which words it is a translation: {names}",
            pt: "`{file}` não diz de que palavras é tradução: {names}",
        },
        why: Text {
            es: "Si el original cambia, nadie sabrá que la traducción dice otra cosa, y quien la lee tampoco.",
            en: "When the original changes nobody will know that the translation says something else, and its readers will not either.",
            pt: "Se o original mudar, ninguém saberá que a tradução diz outra coisa, e quem a lê também não.",
        },
        fix: Text {
            es: "compare la traducción con el original y séllela, con lo que queda escrito el resumen de sus palabras: `cartilla translations --stamp`",
            en: "compare the translation with the original and stamp it, which writes down the digest of its words: `cartilla translations --stamp`",
            pt: "compare a tradução com o original e carimbe-a, com o que fica escrito o resumo de suas palavras: `cartilla translations --stamp`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es, others: [en] }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
=== services/ejemplo.en.md
---
name: Example
#^^^
---
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es, others: [en] }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
=== services/ejemplo.en.md
---
translated: { on: 2026-10-12, of: 2ee07aca }
name: Example
---
"#,
    },
    check,
};

/// How many entries a message names.
const NAMED: usize = 3;

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let languages = &manual.model.manifest.languages.others;
    let wordings = manual.wordings();
    let bare = manual.translations.iter().filter(|t| t.of.is_none() && languages.contains(&t.lang));
    // One that is older than its original is told as that.
    let bare = bare.filter(|translated| manual.staleness(&wordings, translated).is_none());
    let bare: Vec<_> = bare.collect();
    for of_file in bare.chunk_by(|one, next| one.id.span.file == next.id.span.file) {
        let [first, ..] = of_file else { continue };
        let at = |translated: &Translated| match translated.kind {
            Some(kind) => format!("{}/{}", kind.name(), translated.id.value),
            None => "manual".to_owned(),
        };
        let mut names: Vec<String> =
            of_file.iter().take(NAMED).map(|translated| format!("`{}`", at(translated))).collect();
        if of_file.len() > NAMED {
            names.push("…".to_owned());
        }
        let (StampPlace::Value(span) | StampPlace::Line(span) | StampPlace::Flow(span)) = first.stamp;
        let path = manual.sources.get(first.id.span.file).path.as_str();
        report.at(span, &at(first), |finding| finding.arg("file", path).arg("names", names.join(", ")));
    }
}
