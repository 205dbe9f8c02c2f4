//! I710: the manifest names the family of each service.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::entries;
use crate::parse::nearest;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I710",
        name: "unknown-family",
        severity: Severity::Warning,
        message: Text {
            es: "el manifiesto no nombra la familia `{family}`",
            en: "the manifest does not name the family `{family}`",
            pt: "o manifesto não nomeia a família `{family}`",
        },
        why: Text {
            es: "El servicio quedaría fuera de su grupo en el índice, y la familia, sin nombre para el lector.",
            en: "The service would fall outside its group in the contents, and the family would have no name for the reader.",
            pt: "O serviço ficaria fora de seu grupo no índice, e a família, sem nome para o leitor.",
        },
        fix: Text {
            es: "añada la familia a `families` de manual.yaml o escriba una de estas: {known}",
            en: "add the family to `families` in manual.yaml or write one of these: {known}",
            pt: "acrescente a família a `families` em manual.yaml ou escreva uma destas: {known}",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
families: { ahorro: { name: Ahorro }, credito: { name: Crédito } }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
family: creditos
#       ^^^^^^^^
---
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
families: { ahorro: { name: Ahorro }, credito: { name: Crédito } }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
family: credito
---
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let known: Vec<&str> = manual.model.manifest.families.iter().map(|f| f.id.value.as_str()).collect();
    // A manual that names no families at all uses the word as it stands.
    if known.is_empty() {
        return;
    }
    for service in &manual.model.services {
        let Some(family) = service.family.as_ref().filter(|f| !known.contains(&f.value.as_str())) else { continue };
        report.at(family.span, &service.base.subject(), |finding| {
            let finding = finding.arg("family", family.value.as_str()).arg("known", known.join(", "));
            match nearest::one(&family.value, known.iter().copied()) {
                Some(near) => finding.arg("near", near).help(entries::DID_YOU_MEAN),
                None => finding,
            }
        });
    }
}
