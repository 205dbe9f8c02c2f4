//! I722: a public address of the manual that no telephone can open, so that its cards have no code (I2).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I722",
        name: "address-without-scheme",
        severity: Severity::Warning,
        message: Text {
            es: "la dirección del manual, `{address}`, no empieza por `https://`: las tarjetas salen sin código",
            en: "the manual's address, `{address}`, does not start with `https://`: its cards come out without a code",
            pt: "o endereço do manual, `{address}`, não começa com `https://`: os cartões saem sem código",
        },
        why: Text {
            es: "El código de una tarjeta lleva a la página de su momento; un teléfono solo abre una dirección completa.",
            en: "The code on a card leads to the page of its moment; a telephone can open only a complete address.",
            pt: "O código de um cartão leva à página do seu momento; um telefone só abre um endereço completo.",
        },
        fix: Text {
            es: "escriba la dirección completa de la carpeta publicada: `address: https://{address}`",
            en: "write the complete address of the published folder: `address: https://{address}`",
            pt: "escreva o endereço completo da pasta publicada: `address: https://{address}`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  address: manual.example.org
#          ^^^^^^^^^^^^^^^^^^
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual, address: "https://manual.example.org/" }
languages: { default: es }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let Some(address) = &manual.model.manifest.document.address else { return };
    let said = address.value.trim();
    if !said.starts_with("https://") && !said.starts_with("http://") {
        report.at(address.span, "", |f| f.arg("address", said));
    }
}
