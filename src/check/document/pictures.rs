//! I705: every picture of the prose is among the assets.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::{Broken, Resolved};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I705",
        name: "missing-picture",
        severity: Severity::Error,
        message: Text {
            es: "no se encuentra la imagen `{path}`: {reason}",
            en: "the picture `{path}` cannot be found: {reason}",
            pt: "não se encontra a imagem `{path}`: {reason}",
        },
        why: Text {
            es: "El lector vería un hueco, y el PDF no podría componerse.",
            en: "The reader would see a gap, and the PDF could not be produced.",
            pt: "O leitor veria uma lacuna, e o PDF não poderia ser composto.",
        },
        fix: Text {
            es: "guarde la imagen en la carpeta `assets` y escriba `![Plano de la agencia](assets/plano.png)`",
            en: "keep the picture in the folder `assets` and write `![Plan of the branch](assets/plan.png)`",
            pt: "guarde a imagem na pasta `assets` e escreva `![Planta da agência](assets/planta.png)`",
        },
        bad: r#"=== chapters/uno.md
---
title: Uno
---
![Plano de la agencia](assets/plano.png)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
=== assets/otro.png
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

const EMPTY: Text = Text { es: "no se dice qué archivo", en: "no file is named", pt: "não se diz qual arquivo" };
const OUTSIDE: Text = Text {
    es: "solo se admiten las de la carpeta `assets` del manual",
    en: "only pictures in the manual’s `assets` folder are allowed",
    pt: "só se admitem as da pasta `assets` do manual",
};
const MISSING: Text = Text { es: "no está en `assets`", en: "it is not in `assets`", pt: "não está em `assets`" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for picture in &manual.pictures {
        let Err(broken) = manual.picture(&picture.path) else { continue };
        let reason = match broken {
            Broken::Empty => EMPTY,
            Broken::Scheme | Broken::Absolute | Broken::Upwards => OUTSIDE,
            Broken::Missing | Broken::Heading => MISSING,
        };
        report.at(picture.span, &picture.subject, |finding| {
            finding.arg("path", picture.path.as_str()).arg("reason", reason)
        });
    }
}
