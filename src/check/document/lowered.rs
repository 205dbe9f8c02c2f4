//! I737: broken promises that only warn are told while they do (I1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I737",
        name: "promises-only-warned",
        severity: Severity::Note,
        message: Text {
            es: "con `{code}: warning`, una promesa que se contradice no impide publicar",
            en: "with `{code}: warning`, a promise that is contradicted does not keep the manual from being published",
            pt: "com `{code}: warning`, uma promessa que se contradiz não impede publicar",
        },
        why: Text {
            es: "La rebaja sirve mientras se escribe; después deja salir lo que el cliente podrá reclamar.",
            en: "The lower level is for the time of writing; afterwards it lets out what customers can complain about.",
            pt: "O nível mais baixo serve enquanto se escreve; depois deixa sair o que o cliente poderá reclamar.",
        },
        fix: Text {
            es: "quite `{code}` de `lints` cuando el manual esté completo",
            en: "take `{code}` out of `lints` when the manual is complete",
            pt: "tire `{code}` de `lints` quando o manual estiver completo",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
lints:
  C3: warning
# ^^
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
lints:
  A1: warning
  C324: warning
"#,
    },
    check,
};

/// The family of promises, and all that begins like it.
const FAMILY: [&str; 2] = ["C", "C3"];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for lint in &manual.model.manifest.lints {
        let code = lint.code.value.as_str();
        if FAMILY.contains(&code) && lint.level == Some(Severity::Warning) {
            report.at(lint.code.span, "", |finding| finding.arg("code", code));
        }
    }
}
