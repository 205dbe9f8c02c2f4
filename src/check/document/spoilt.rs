//! I745: a picture is one that pages and paper can show.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::pictures::Fault;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I745",
        name: "spoilt-picture",
        severity: Severity::Error,
        message: Text {
            es: "la imagen `{path}` no se puede mostrar: {reason}",
            en: "the picture `{path}` cannot be shown: {reason}",
            pt: "a imagem `{path}` não pode ser mostrada: {reason}",
        },
        why: Text {
            es: "El lector vería un hueco, y el PDF no podría componerse.",
            en: "The reader would see a gap, and the PDF could not be produced.",
            pt: "O leitor veria uma lacuna, e o PDF não poderia ser composto.",
        },
        fix: Text {
            es: "guárdela de nuevo en `assets` como PNG, JPEG, GIF, WebP o SVG: `![Plano de la agencia](assets/plano.png)`",
            en: "save it again in `assets` as PNG, JPEG, GIF, WebP or SVG: `![Plan of the branch](assets/plan.png)`",
            pt: "salve-a de novo em `assets` como PNG, JPEG, GIF, WebP ou SVG: `![Planta da agência](assets/planta.png)`",
        },
        bad: r#"=== chapters/uno.md
---
title: Uno
---
![Plano de la agencia](assets/plano.heic)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
=== assets/plano.heic
una fotografía del teléfono
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

const KIND: Text = Text {
    es: "ni los navegadores ni el PDF leen esa clase de archivo",
    en: "neither browsers nor the PDF read that kind of file",
    pt: "nem os navegadores nem o PDF leem essa classe de arquivo",
};
const NO_PICTURE: Text = Text {
    es: "el archivo no es una imagen de la clase que dice su nombre",
    en: "the file is no picture of the kind that its name says",
    pt: "o arquivo não é uma imagem da classe que seu nome diz",
};
const CUT: Text = Text {
    es: "el archivo está cortado, le falta el final",
    en: "the file is cut off: its end is missing",
    pt: "o arquivo está cortado, falta-lhe o final",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for picture in &manual.pictures {
        let Some(fault) = manual.picture(&picture.path).ok().and_then(|path| manual.spoilt.get(path)) else { continue };
        let reason = match fault {
            Fault::Kind => KIND,
            Fault::NoPicture => NO_PICTURE,
            Fault::Cut => CUT,
        };
        report.at(picture.span, &picture.subject, |finding| {
            finding.arg("path", picture.path.as_str()).arg("reason", reason)
        });
    }
}
