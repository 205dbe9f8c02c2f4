//! L811: a declaration is about a clause that has to be declared.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::nearest;
use crate::profiles::declared;
use crate::resolve::Resolved;
use crate::span::Span;

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

const NAME_PROFILE: Text =
    Text { es: "escriba `profile: {near}`", en: "write `profile: {near}`", pt: "escreva `profile: {near}`" };
const DECLARE_PROFILE: Text = Text {
    es: "nombre el perfil en `profiles` de manual.yaml, o quite sus declaraciones ({count})",
    en: "name the profile in `profiles` of manual.yaml, or remove its declarations ({count})",
    pt: "nomeie o perfil em `profiles` de manual.yaml, ou retire suas declarações ({count})",
};

/// The declarations for profiles that the manual does not declare: one finding for each profile, whose name was mistyped here or in
/// `profiles`, where another rule tells.
fn strangers(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let manifest = &manual.model.manifest;
    let packs = declared(manual);
    let slugs: Vec<&str> = packs.iter().map(|(pack, _)| pack.slug.as_str()).collect();
    let mistyped: Vec<&str> =
        manifest.profiles.iter().map(|p| p.value.as_str()).filter(|p| !slugs.contains(p)).collect();
    let mut told: Vec<&str> = Vec::new();
    for attestation in &manifest.attestations {
        let (Some(profile), Some(clause)) = (&attestation.profile, &attestation.clause) else { continue };
        let name = profile.value.as_str();
        if slugs.contains(&name) || told.contains(&name) || nearest::one(name, mistyped.iter().copied()).is_some() {
            continue;
        }
        told.push(name);
        let all = manifest.attestations.iter().filter_map(|a| a.profile.as_ref()).filter(|p| p.value == name);
        let places: Vec<Span> = all.map(|profile| profile.span).collect();
        report.at(profile.span, "", |finding| {
            let finding = finding.arg("clause", format!("{name}/{}", clause.value)).arg("detail", NO_PROFILE);
            let finding = match nearest::one(name, slugs.iter().copied()) {
                Some(near) if places.len() == 1 => {
                    finding.arg("near", near).help(NAME_PROFILE).edit(profile.span, near)
                }
                Some(near) => finding.arg("near", near).help(NAME_PROFILE),
                None => finding.arg("count", places.len().to_string()).help(DECLARE_PROFILE),
            };
            places.iter().skip(1).take(3).fold(finding, |finding, place| finding.label(*place, crate::check::HERE_TOO))
        });
    }
}

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let attestations = &manual.model.manifest.attestations;
    if attestations.is_empty() {
        return;
    }
    let packs = declared(manual);
    strangers(manual, report);
    for attestation in attestations {
        let (Some(profile), Some(clause)) = (&attestation.profile, &attestation.clause) else { continue };
        let pack = packs.iter().map(|(pack, _)| pack).find(|pack| pack.slug == profile.value);
        let (span, text) = match pack.map(|pack| pack.clause(&clause.value)) {
            // All the declarations for such a profile are told together.
            None => continue,
            Some(None) => (clause.span, NO_CLAUSE),
            Some(Some(clause_of)) if clause_of.attest.is_none() => (clause.span, COMPUTED),
            Some(Some(_)) => continue,
        };
        report.at(span, "", |finding| {
            finding.arg("clause", format!("{}/{}", profile.value, clause.value)).arg("detail", text)
        });
    }
}
