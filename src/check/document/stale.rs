//! I719: a translation is not older than the original (I4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::resolve::{Resolved, Stale};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I719",
        name: "translation-stale",
        severity: Severity::Warning,
        message: Text {
            es: "la traducción de «{name}» es del {date}, y el original se aprobó el {other}",
            en: "the translation of “{name}” dates from {date}, and the original was approved on {other}",
            pt: "a tradução de “{name}” é de {date}, e o original foi aprovado em {other}",
        },
        why: Text {
            es: "Quien lee la traducción cumple plazos y condiciones que ya cambiaron.",
            en: "Whoever reads the translation works to times and conditions that have changed.",
            pt: "Quem lê a tradução cumpre prazos e condições que já mudaram.",
        },
        fix: Text {
            es: "compárela con el original y escriba el día en que lo hizo: `translated: {today}`",
            en: "compare it with the original and write the day on which you did so: `translated: {today}`",
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
    let wordings = manual.wordings();
    for translation in &manual.translations {
        let base = translation.kind.and_then(|kind| manual.model.base(kind, &translation.id.value));
        let Some(Stale::Day(on, approved)) = manual.staleness(&wordings, translation) else { continue };
        if base.is_none_or(super::is_kept) {
            let subject = base.map_or_else(String::new, Base::subject);
            report.at(on.span, &subject, |finding| {
                finding
                    .arg("name", base.map_or_else(|| "manual.yaml".to_owned(), Base::title))
                    .arg("date", on.value.end())
                    .arg("other", approved.value.start())
                    .arg("today", today.as_str())
                    .label(approved.span, ORIGINAL)
            });
        }
    }
}
