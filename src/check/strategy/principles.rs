//! C390: the manual says the principles that it stands on (H1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C390",
        name: "no-principles",
        severity: Severity::Note,
        message: Text {
            es: "el manual no dice en qué principios se apoya",
            en: "the manual does not say which principles it stands on",
            pt: "o manual não diz em que princípios se apoia",
        },
        why: Text {
            es: "Ningún manual prevé todos los casos: donde calla, el personal decide por principios.",
            en: "No manual foresees every case: where it is silent, staff decide by principles.",
            pt: "Nenhum manual prevê todos os casos: onde ele se cala, o pessoal decide por princípios.",
        },
        fix: Text {
            es: "escriba unos pocos en `principles.yaml`: `cumplir-lo-prometido: { name: Lo prometido se cumple, statement: No se ofrece lo que no se puede dar., practice: Antes de dar una fecha se consulta la agenda. }`",
            en: "write a few in `principles.yaml`: `keep-promises: { name: Promises are kept, statement: What cannot be given is not offered., practice: The diary is looked at before a date is given. }`",
            pt: "escreva alguns em `principles.yaml`: `cumprir-o-prometido: { name: O prometido se cumpre, statement: Não se oferece o que não se pode dar., practice: Antes de dar uma data consulta-se a agenda. }`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
#^^^^^^^^^^^
document: { title: Manual }
languages: { default: es }
"#,
        good: r#"=== principles.yaml
cumplir: { name: Lo prometido se cumple, practice: Si un plazo va a fallar se avisa antes. }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    if manual.model.principles.is_empty() {
        report.at(manual.model.manifest.span, "", |finding| finding);
    }
}
