//! L807: a profile of the organisation asks for facts that a manual can tell.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::pack::Fault;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L807",
        name: "unknown-fact",
        severity: Severity::Error,
        message: Text {
            es: "los perfiles no leen `{path}` ahí",
            en: "profiles do not read `{path}` there",
            pt: "os perfis não leem `{path}` ali",
        },
        why: Text {
            es: "Lo que un perfil no lee nunca se cumpliría ni se podría corregir.",
            en: "What a profile does not read could never be met nor mended.",
            pt: "O que um perfil não lê nunca se cumpriria nem se poderia corrigir.",
        },
        fix: Text {
            es: "escriba una clave o palabra de la referencia del lenguaje",
            en: "write a key or word of the language reference",
            pt: "escreva uma chave ou palavra da referência da linguagem",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== profiles/propia.yaml
clauses:
  - id: espera
    text: Nadie pierde la llamada por esperar.
    check: { every: channels, must: { is: { cut_of: never } } }
#                                           ^^^^^^
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== channels.yaml
telefono:
  name: Teléfono
  kind: telephone
  cut_off: never
=== profiles/propia.yaml
clauses:
  - id: espera
    text: Nadie pierde la llamada por esperar.
    check: { every: channels, with: { is: { kind: telephone } }, must: { is: { cut_off: never } } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    super::faults(manual, report, |fault| match fault {
        Fault::UnknownFact { path, near } => Some((vec![("path", path.clone())], near.clone())),
        _ => None,
    });
}
