//! I719: a translation is not older than the original (I4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I719",
        name: "translation-stale",
        severity: Severity::Warning,
        message: Text {
            es: "la traducción de «{name}» es del {date}, y el original se aprobó el {other}",
            en: "the translation of “{name}” is of {date}, and the original was approved on {other}",
            pt: "a tradução de “{name}” é de {date}, e o original foi aprovado em {other}",
        },
        why: Text {
            es: "Quien lee la traducción cumple plazos y condiciones que ya cambiaron.",
            en: "Whoever reads the translation keeps to times and conditions that have changed.",
            pt: "Quem lê a tradução cumpre prazos e condições que já mudaram.",
        },
        fix: Text {
            es: "compárela con el original y escriba el día en que lo hizo: `translated: {today}`",
            en: "compare it with the original and write the day on which you did: `translated: {today}`",
            pt: "compare-a com o original e escreva o dia em que o fez: `translated: {today}`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es, others: [en] }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
approved: 2026-10-05
---
=== services/ejemplo.en.md
---
translated: 2026-05-04
#           ^^^^^^^^^^
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
approved: 2026-10-05
---
=== services/ejemplo.en.md
---
translated: 2026-10-12
name: Example
---
"#,
    },
    check,
};

const ORIGINAL: Text = Text { es: "el original, aquí", en: "the original, here", pt: "o original, aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let today = report.today.to_string();
    for translation in &manual.translations {
        let Some(base) = manual.model.base(translation.kind, &translation.id.value) else { continue };
        // Without dates of its own an entry goes by those of the document.
        let approved = base.approved.as_ref().or(manual.model.manifest.document.approved.as_ref());
        let (Some(on), Some(approved)) = (&translation.on, approved) else { continue };
        if super::is_kept(base) && on.value.end() < approved.value.start() {
            report.at(on.span, &base.subject(), |finding| {
                finding
                    .arg("name", base.title())
                    .arg("date", on.value.end())
                    .arg("other", approved.value.start())
                    .arg("today", today.as_str())
                    .label(approved.span, ORIGINAL)
            });
        }
    }
}
