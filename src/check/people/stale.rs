//! P507: orientation leads to what is still in use (E5, I4).

use crate::check::{Report, Rule, is_retired};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::orientation::Orientation;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P507",
        name: "orientation-to-retired-entry",
        severity: Severity::Warning,
        message: Text {
            es: "la orientación de «{name}» manda leer {entry}, que está en desuso",
            en: "the orientation of “{name}” leads to {entry}, which is no longer in use",
            pt: "a integração de “{name}” manda ler {entry}, que está em desuso",
        },
        why: Text {
            es: "Quien ingresa aprende lo que ya no se hace, y lo hará.",
            en: "Newcomers learn what is no longer done, and will do it.",
            pt: "Quem ingressa aprende o que já não se faz, e vai fazê-lo.",
        },
        fix: Text {
            es: "quite la línea o ponga en su lugar lo que la reemplaza",
            en: "remove the line, or put in its place what has replaced it",
            pt: "retire a linha ou ponha em seu lugar o que a substitui",
        },
        bad: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
status: { retired: 2025-01-31 }
---
=== paths.yaml
ruta-de-caja:
  name: Ruta de caja
  role: caja
  day_one: [services/ejemplo]
#           ^^^^^^^^^^^^^^^^
"#,
        good: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
=== paths.yaml
ruta-de-caja: { name: Ruta de caja, role: caja, day_one: [services/ejemplo] }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let roles = model.roles.iter().filter_map(|role| Some((&role.base, role.orientation.as_ref()?)));
    let paths = model.paths.iter().map(|path| (&path.base, &path.orientation));
    for (base, orientation) in roles.chain(paths).filter(|(base, _)| !is_retired(base)) {
        tell(manual, report, base, orientation);
    }
}

fn tell(manual: &Resolved<'_>, report: &mut Report<'_>, owner: &Base, orientation: &Orientation) {
    for text in orientation.modules().filter_map(|module| module.read.as_ref()) {
        let Some((kind, id)) = super::entry_of(manual, text) else { continue };
        if let Some(entry) = manual.model.base(kind, id).filter(|entry| is_retired(entry)) {
            report.at(text.span, &owner.subject(), |f| f.arg("name", owner.title()).arg("entry", entry.title()));
        }
    }
}
