//! I717: it is known how reading is proved (I2).

use crate::check::{Report, Rule, said};
use crate::diag::Arg;
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::manifest::{DocumentStatus, Recipient};
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I717",
        name: "reading-unproved",
        severity: Severity::Warning,
        message: Text {
            es: "no se dice cómo se prueba que leyeron el manual: {names}",
            en: "the manual does not say how it is shown that they have read it: {names}",
            pt: "não se diz como se prova que leram o manual: {names}",
        },
        why: Text {
            es: "Entregar no es comunicar. Una firma por edición distingue a quien la leyó de quien la tiene.",
            en: "To hand over is not to communicate. A signature for each edition tells who read it from who has it.",
            pt: "Entregar não é comunicar. Uma assinatura por edição distingue quem leu de quem só a tem.",
        },
        fix: Text {
            es: "añada la prueba a la distribución: `{ to: {to}, proof: hoja de lectura firmada }`",
            en: "add the proof to the distribution: `{ to: {to}, proof: signed reading sheet }`",
            pt: "acrescente a prova à distribuição: `{ to: {to}, proof: termo de leitura assinado }`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  status: in_force
  distribution: [{ to: jefatura, proof: acuse de recibo }, caja]
#                                                          ^^^^
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  status: in_force
  distribution: [{ to: jefatura, proof: acuse de recibo }, { to: caja, proof: hoja firmada }]
languages: { default: es }
"#,
    },
    check,
};

/// How many recipients a message names.
const NAMED: usize = 4;

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let document = &manual.model.manifest.document;
    if document.status.as_ref().is_some_and(|status| status.value == DocumentStatus::Draft) {
        return;
    }
    let missing: Vec<&Recipient> = document.distribution.iter().filter(|r| !is_proved(manual, r)).collect();
    if let Some(first) = missing.first() {
        let names: Vec<Arg> = missing.iter().take(NAMED).map(|r| super::role_name(manual, &r.to).into()).collect();
        let to = first.to.source.to_string();
        report.at(first.to.span, "", |finding| finding.arg("names", names).arg("to", to));
    }
}

/// Whether the list says how, or a path of the role says before whom it is signed for.
fn is_proved(manual: &Resolved<'_>, recipient: &Recipient) -> bool {
    let paths = manual.model.paths.iter().filter(|path| path.signed_before.is_some());
    let mut roles = paths.filter_map(|path| path.role.as_ref());
    said(&recipient.proof) || roles.any(|role| *role.value == *recipient.to.source)
}
