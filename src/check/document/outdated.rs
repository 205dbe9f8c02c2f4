//! I725: a translation is of the words that the original has now (I4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::parse::kind::Kind;
use crate::resolve::{Resolved, Stale};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I725",
        name: "translation-of-other-words",
        severity: Severity::Warning,
        message: Text {
            es: "los textos de «{name}» cambiaron después de traducirse al {lang}",
            en: "the texts of “{name}” have changed since they were translated into {lang}",
            pt: "os textos de “{name}” mudaram depois de traduzidos para o {lang}",
        },
        why: Text {
            es: "Quien lee la traducción se guía por palabras que el original ya no dice.",
            en: "Whoever reads the translation goes by words that the original no longer contains.",
            pt: "Quem lê a tradução se guia por palavras que o original já não diz.",
        },
        fix: Text {
            es: "compare la traducción con el original y séllela de nuevo: `cartilla translations --stamp --at {at}`",
            en: "compare the translation with the original and stamp it again: `cartilla translations --stamp --at {at}`",
            pt: "compare a tradução com o original e carimbe-a de novo: `cartilla translations --stamp --at {at}`",
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
translated: { on: 2026-10-12, of: 00000000 }
#                                 ^^^^^^^^
name: Example
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

const ORIGINAL: Text = Text { es: "el original, aquí", en: "the original, here", pt: "o original, aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let wordings = manual.wordings();
    for translation in &manual.translations {
        let base = translation.kind.and_then(|kind| manual.model.base(kind, &translation.id.value));
        // Results are no entry of their own: they are those of an indicator.
        let measured = translation
            .kind
            .filter(|_| base.is_none())
            .and_then(|_| manual.model.base(Kind::Indicators, &translation.id.value));
        let Some(Stale::Words(of)) = manual.staleness(&wordings, translation) else { continue };
        if base.is_some_and(|base| !super::is_kept(base)) {
            continue;
        }
        let subject = base.map_or_else(String::new, Base::subject);
        let at = match translation.kind {
            Some(kind) => format!("{}/{}", kind.name(), translation.id.value),
            None => "manual".to_owned(),
        };
        let name = match (base.or(measured), translation.kind) {
            (Some(base), _) => without_links(base),
            (None, Some(_)) => translation.id.value.clone(),
            (None, None) => "manual.yaml".to_owned(),
        };
        report.at(of.span, &subject, |finding| {
            let finding = finding.arg("name", name);
            let finding = finding.arg("lang", translation.lang).arg("at", at);
            match base {
                Some(base) => finding.label(base.span, ORIGINAL),
                None => finding,
            }
        });
    }
}

/// The name of an entry; a promise that is its own name leaves out the values that it prints by links.
fn without_links(base: &Base) -> String {
    let linked = base.name.as_ref().map(|name| &*name.source).filter(|source| source.contains("[["));
    let Some(source) = linked else { return base.title() };
    let mut parts = source.split("[[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (link, after) = part.split_once("]]").unwrap_or_default();
        name + link.split_once('|').map_or("…", |(_, label)| label) + after
    })
}
