//! L813: declarations are renewed before they expire.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::assess::expires;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L813",
        name: "attestation-expired",
        severity: Severity::Warning,
        message: Text {
            es: "la declaración sobre `{clause}` venció el {date}",
            en: "the declaration on `{clause}` expired on {date}",
            pt: "a declaração sobre `{clause}` venceu em {date}",
        },
        why: Text {
            es: "Lo declarado hace más de un año, o hasta un día que pasó, ya no dice cómo son las cosas hoy.",
            en: "What was declared over a year ago, or until a day that is past, no longer tells how things are today.",
            pt: "O que se declarou há mais de um ano, ou até um dia que passou, já não diz como são as coisas hoje.",
        },
        fix: Text {
            es: "renueve la declaración: vuelva a firmarla y cambie `on` y `until`",
            en: "renew the declaration: sign it again and change `on` and `until`",
            pt: "renove a declaração: assine-a de novo e mude `on` e `until`",
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
    on: 2025-09-01
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
    let attestations = &manual.model.manifest.attestations;
    for attestation in attestations {
        let Some(until) = expires(attestation).filter(|until| until.end() < report.today) else { continue };
        let name = super::declared_clause(attestation);
        // A later declaration on the same clause takes its place.
        let renewed = attestations.iter().any(|other| {
            super::declared_clause(other) == name && expires(other).is_some_and(|until| until.end() >= report.today)
        });
        let Some(on) = attestation.until.as_ref().or(attestation.on.as_ref()).filter(|_| !renewed) else { continue };
        report.at(on.span, "", |finding| finding.arg("clause", name).arg("date", until.end()));
    }
}
