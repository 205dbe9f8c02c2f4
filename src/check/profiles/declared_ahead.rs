//! L812: nobody declares anything for a day that is still to come.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L812",
        name: "attestation-in-future",
        severity: Severity::Error,
        message: Text {
            es: "la declaración sobre `{clause}` lleva fecha futura: {date}",
            en: "the declaration on `{clause}` has a date in the future: {date}",
            pt: "a declaração sobre `{clause}` tem data futura: {date}",
        },
        why: Text {
            es: "Se declara lo que es, no lo que se piensa hacer.",
            en: "One declares what is, not what one plans.",
            pt: "Declara-se o que é, não o que se pretende fazer.",
        },
        fix: Text {
            es: "escriba en `on` el día en que se firmó, o quite la declaración hasta que llegue",
            en: "write the day of signature in `on`, or remove the declaration until it comes",
            pt: "escreva em `on` o dia da assinatura, ou retire a declaração até que chegue",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
attestations:
  - profile: propia
    clause: trato
    statement: Se trata a todos con respeto.
    role: jefatura
    on: 2027-01-15
#       ^^^^^^^^^^
=== profiles/propia.yaml
clauses:
  - id: trato
    text: El trato es digno.
    attest: En cada oficina se trata a las personas con respeto.
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
attestations:
  - profile: propia
    clause: trato
    statement: Se trata a todos con respeto.
    role: jefatura
    on: 2026-05-04
=== profiles/propia.yaml
clauses:
  - id: trato
    text: El trato es digno.
    attest: En cada oficina se trata a las personas con respeto.
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for attestation in &manual.model.manifest.attestations {
        let Some(on) = attestation.on.as_ref().filter(|on| on.value.start() > report.today) else { continue };
        report.at(on.span, "", |finding| {
            finding.arg("clause", super::declared_clause(attestation)).arg("date", on.value.start())
        });
    }
}
