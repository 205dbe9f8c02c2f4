//! L811: a declaration is about a clause that has to be declared.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::declared;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L811",
        name: "attestation-without-clause",
        severity: Severity::Warning,
        message: Text {
            es: "la declaración sobre `{clause}` no vale: {detail}",
            en: "the declaration on `{clause}` does not count: {detail}",
            pt: "a declaração sobre `{clause}` não vale: {detail}",
        },
        why: Text {
            es: "Una declaración que no responde a ninguna cláusula da una falsa seguridad.",
            en: "A declaration that answers no clause gives false assurance.",
            pt: "Uma declaração que não responde a nenhuma cláusula dá falsa segurança.",
        },
        fix: Text {
            es: "escriba en `clause` el id de una cláusula que se declare, o quite la declaración",
            en: "write the id of a clause to be declared in `clause`, or remove the declaration",
            pt: "escreva em `clause` o id de uma cláusula que se declare, ou retire a declaração",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
attestations:
  - profile: propia
    clause: tratto
#           ^^^^^^
    statement: Se trata a todos con respeto.
    role: jefatura
    on: 2026-05-04
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

const NO_PROFILE: Text = Text {
    es: "el manual no declara ese perfil",
    en: "the manual does not declare that profile",
    pt: "o manual não declara esse perfil",
};
const NO_CLAUSE: Text = Text {
    es: "el perfil no tiene esa cláusula",
    en: "the profile has no such clause",
    pt: "o perfil não tem essa cláusula",
};
const COMPUTED: Text = Text {
    es: "esa cláusula se comprueba en el propio manual",
    en: "that clause is checked in the manual itself",
    pt: "essa cláusula se verifica no próprio manual",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let attestations = &manual.model.manifest.attestations;
    if attestations.is_empty() {
        return;
    }
    let packs = declared(manual);
    for attestation in attestations {
        let (Some(profile), Some(clause)) = (&attestation.profile, &attestation.clause) else { continue };
        let pack = packs.iter().map(|(pack, _)| pack).find(|pack| pack.slug == profile.value);
        let (span, text) = match pack.map(|pack| pack.clause(&clause.value)) {
            None => (profile.span, NO_PROFILE),
            Some(None) => (clause.span, NO_CLAUSE),
            Some(Some(clause_of)) if clause_of.attest.is_none() => (clause.span, COMPUTED),
            Some(Some(_)) => continue,
        };
        report.at(span, "", |finding| {
            finding.arg("clause", format!("{}/{}", profile.value, clause.value)).arg("detail", text)
        });
    }
}
