//! I704: every link of the prose leads somewhere.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::{Broken, Resolved};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I704",
        name: "broken-link",
        severity: Severity::Error,
        message: Text {
            es: "el enlace `{href}` no lleva a ninguna parte: {reason}",
            en: "the link `{href}` leads nowhere: {reason}",
            pt: "o link `{href}` não leva a lugar nenhum: {reason}",
        },
        why: Text {
            es: "Quien lo siga se quedará con la duda justo cuando necesita la respuesta.",
            en: "Anyone who follows it is left in doubt just when they need the answer.",
            pt: "Quem o seguir ficará com a dúvida justamente quando precisa da resposta.",
        },
        fix: Text {
            es: "enlace a una entrada con `[[{own_reading}]]`, a un archivo de `assets/` o a una dirección que comience por `https://`",
            en: "link to an entry with `[[{own_reading}]]`, to a file in `assets/`, or to an address that starts with `https://`",
            pt: "crie o link para uma entrada com `[[{own_reading}]]`, para um arquivo de `assets/` ou para um endereço que comece por `https://`",
        },
        bad: r#"=== chapters/uno.md
---
title: Uno
---
Véase [el servicio](services/otro.md).
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== chapters/uno.md
---
title: Uno
---
Véase [el servicio](services/ejemplo.md) o [la autoridad](https://example.org).
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
"#,
    },
    check,
};

const EMPTY: Text = Text { es: "está vacío", en: "it is empty", pt: "está vazio" };
const SCHEME: Text = Text {
    es: "solo se admiten http, https, mailto y tel",
    en: "only http, https, mailto and tel are allowed",
    pt: "só se admitem http, https, mailto e tel",
};
const ABSOLUTE: Text = Text { es: "es una ruta absoluta", en: "it is an absolute path", pt: "é um caminho absoluto" };
const UPWARDS: Text =
    Text { es: "la ruta sale de su carpeta", en: "the path leaves its folder", pt: "o caminho sai de sua pasta" };
const MISSING: Text = Text {
    es: "el manual no tiene esa página ni ese archivo",
    en: "the manual has no such page or file",
    pt: "o manual não tem essa página nem esse arquivo",
};
const HEADING: Text = Text {
    es: "no hay ningún título con ese nombre",
    en: "there is no heading of that name",
    pt: "não há nenhum título com esse nome",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for (href, span, subject) in &manual.hrefs {
        let Err(broken) = manual.destination(href, span.file) else { continue };
        let reason = match broken {
            Broken::Empty => EMPTY,
            Broken::Scheme => SCHEME,
            Broken::Absolute => ABSOLUTE,
            Broken::Upwards => UPWARDS,
            Broken::Missing => MISSING,
            Broken::Heading => HEADING,
        };
        report.at(*span, subject, |finding| finding.arg("href", href.as_str()).arg("reason", reason));
    }
}
