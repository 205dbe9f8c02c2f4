//! I706: every picture has a text for who cannot see it.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I706",
        name: "picture-without-text",
        severity: Severity::Error,
        message: Text {
            es: "la imagen `{path}` no tiene texto alternativo",
            en: "the picture `{path}` has no alternative text",
            pt: "a imagem `{path}` não tem texto alternativo",
        },
        why: Text {
            es: "Quien escucha el manual con un lector de pantalla no sabría qué muestra la imagen; tampoco quien lo lee sin imágenes.",
            en: "Someone using a screen reader would not know what the picture shows; nor would someone reading without pictures.",
            pt: "Quem ouve o manual com um leitor de tela não saberia o que a imagem mostra; nem quem o lê sem imagens.",
        },
        fix: Text {
            es: "describa la imagen entre los corchetes: `![Plano de la agencia](assets/plano.png)`",
            en: "describe the picture between the brackets: `![Plan of the branch](assets/plan.png)`",
            pt: "descreva a imagem entre os colchetes: `![Planta da agência](assets/planta.png)`",
        },
        bad: r#"=== chapters/uno.md
---
title: Uno
---
![](assets/plano.png)
#^^^^^^^^^^^^^^^^^^^^
=== assets/plano.png
imagen
"#,
        good: r#"=== chapters/uno.md
---
title: Uno
---
![Plano de la agencia](assets/plano.png)
=== assets/plano.png
imagen
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for picture in manual.pictures.iter().filter(|picture| picture.alt.trim().is_empty()) {
        report.at(picture.span, &picture.subject, |finding| finding.arg("path", picture.path.as_str()));
    }
}
