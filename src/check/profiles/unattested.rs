//! L804: what cannot be computed is declared by somebody.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::State;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L804",
        name: "clause-unattested",
        severity: Severity::Warning,
        message: Text {
            es: "{clause}, «{text}»: nadie lo ha declarado",
            en: "{clause}, “{text}”: nobody has declared it",
            pt: "{clause}, “{text}”: ninguém o declarou",
        },
        why: Text {
            es: "Hay exigencias que ningún programa puede leer en un manual. Alguien con cargo responde de ellas, con fecha y prueba.",
            en: "Some requirements cannot be read in a manual by any program. Somebody in charge answers for them, with date and evidence.",
            pt: "Há exigências que nenhum programa pode ler em um manual. Alguém com cargo responde por elas, com data e prova.",
        },
        fix: Text {
            es: "declare en el manifiesto, si es así: `attestations: [{ profile: {profile}, clause: \"{id}\", statement: Lo hacemos así., role: {own_role}, on: {today}, evidence: acta del comité }]`",
            en: "declare it in the manifest, if it is so: `attestations: [{ profile: {profile}, clause: \"{id}\", statement: We do so., role: {own_role}, on: {today}, evidence: minutes of the committee }]`",
            pt: "declare no manifesto, se for assim: `attestations: [{ profile: {profile}, clause: \"{id}\", statement: Fazemos assim., role: {own_role}, on: {today}, evidence: ata do comitê }]`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
#          ^^^^^^
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
  - { profile: propia, clause: trato, statement: "Se trata a todos con respeto.", role: jefatura, on: 2026-05-04 }
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
    let today = report.today.to_string();
    super::each(
        manual,
        report,
        |result| matches!(result.state, State::Unattested { .. }) && result.days_left.is_none(),
        |finding, _| finding.arg("today", today.as_str()),
    );
}
