//! L806: a profile of the organisation uses predicates that exist.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::pack::Fault;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L806",
        name: "unknown-predicate",
        severity: Severity::Error,
        message: Text {
            es: "el perfil usa un predicado que no existe: `{name}`",
            en: "the profile uses a predicate that does not exist: `{name}`",
            pt: "o perfil usa um predicado que não existe: `{name}`",
        },
        why: Text {
            es: "Una cláusula que no se entiende no se comprueba.",
            en: "A clause that cannot be understood is not checked.",
            pt: "Uma cláusula que não se entende não é verificada.",
        },
        fix: Text {
            es: "escriba uno de estos: {known}",
            en: "write one of these: {known}",
            pt: "escreva um destes: {known}",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== profiles/propia.yaml
clauses:
  - id: idioma
    text: Se atiende en dos lenguas.
    check: { every: channels, must: { conatins: { languages: [es] } } }
#                                     ^^^^^^^^
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== profiles/propia.yaml
clauses:
  - id: idioma
    text: Se atiende en dos lenguas.
    check: { every: channels, must: { has: { languages: [es] } } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    super::faults(manual, report, |fault| match fault {
        Fault::UnknownPredicate { name, near } => {
            let known = crate::profiles::predicate::read::NAMES.join(", ");
            Some((vec![("name", name.clone()), ("known", known)], near.clone()))
        }
        _ => None,
    });
}
