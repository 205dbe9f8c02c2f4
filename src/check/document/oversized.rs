//! I730: a picture has no more dots than a telephone can hold.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

/// Two sheets of paper at the resolution of print. Unpacked, so many dots take 160 MB.
const MILLIONS: u64 = 40;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I730",
        name: "oversized-picture",
        severity: Severity::Error,
        message: Text {
            es: "la imagen `{path}` mide {size} píxeles, {count} millones; se admiten hasta {most} millones",
            en: "the picture `{path}` has {size} pixels, {count} million; up to {most} million are allowed",
            pt: "a imagem `{path}` mede {size} pixels, {count} milhões; admitem-se até {most} milhões",
        },
        why: Text {
            es: "Una imagen así agota la memoria de un teléfono y del programa que compone el PDF, aunque su archivo sea pequeño.",
            en: "Such a picture exhausts the memory of a phone and of the program that produces the PDF, even if its file is small.",
            pt: "Uma imagem assim esgota a memória de um telefone e do programa que compõe o PDF, ainda que o arquivo seja pequeno.",
        },
        fix: Text {
            es: "guarde en `assets` una versión más pequeña; para el ancho de una página bastan 1600 píxeles: `![Plano de la agencia](assets/plano.png)`",
            en: "keep a smaller version in `assets`; 1600 pixels are enough for the width of a page: `![Plan of the branch](assets/plan.png)`",
            pt: "guarde em `assets` uma versão menor; para a largura de uma página bastam 1600 pixels: `![Planta da agência](assets/planta.png)`",
        },
        bad: r#"=== chapters/uno.md
---
title: Uno
---
![Plano de la agencia](assets/plano.gif)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
=== assets/plano.gif
GIF89aPPPPPPPP
"#,
        good: r#"=== chapters/uno.md
---
title: Uno
---
![Plano de la agencia](assets/plano.svg)
=== assets/plano.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"></svg>
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for picture in &manual.pictures {
        let Some(size) = manual.picture(&picture.path).ok().and_then(|path| manual.sizes.get(path)) else { continue };
        let dots = u64::from(size.width) * u64::from(size.height);
        if dots <= MILLIONS * 1_000_000 {
            continue;
        }
        report.at(picture.span, &picture.subject, |finding| {
            finding
                .arg("path", picture.path.as_str())
                .arg("size", format!("{} × {}", size.width, size.height))
                .arg("count", (dots / 1_000_000).to_string())
                .arg("most", MILLIONS.to_string())
        });
    }
}
