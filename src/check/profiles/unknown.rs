//! L803: a clause whose facts the manual does not tell cannot be checked.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::State;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L803",
        name: "clause-unknown",
        severity: Severity::Warning,
        message: Text {
            es: "{clause}, «{text}»: no se puede comprobar; {detail}",
            en: "{clause}, “{text}”: cannot be checked; {detail}",
            pt: "{clause}, “{text}”: não se pode verificar; {detail}",
        },
        why: Text {
            es: "Lo que el manual calla no cuenta como cumplido: ni el personal ni un inspector pueden leerlo.",
            en: "What the manual leaves out does not count as met: neither staff nor an inspector can read it.",
            pt: "O que o manual cala não conta como cumprido: nem a equipe nem um inspetor podem lê-lo.",
        },
        fix: Text {
            es: "escriba la clave que falta donde se indica; si no se aplica, dígalo en los datos de `organization`",
            en: "write the missing key where it is said; if the clause does not apply, say so in the data of `organization`",
            pt: "escreva a chave que falta onde se indica; se não se aplica, diga-o nos dados de `organization`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== channels.yaml
telefono:
  name: Teléfono
#       ^^^^^^^^
  kind: telephone
=== profiles/propia.yaml
clauses:
  - id: espera
    text: Nadie pierde la llamada por esperar.
    check: { every: channels, with: { is: { kind: telephone } }, must: { is: { cut_off: never } } }
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
    super::each(
        manual,
        report,
        // Where nobody can tell whether the profile applies, that is said once.
        |result| matches!(result.state, State::Unknown) && result.days_left.is_none() && !result.notes.is_empty(),
        super::plain,
    );
    for assessment in report.assessments(manual) {
        if !assessment.scope.is_empty() {
            report.at(assessment.span, "", |finding| {
                let finding = finding.arg("clause", assessment.pack.slug.as_str());
                super::detailed(finding.arg("text", &assessment.pack.scope), &assessment.scope, assessment.span)
            });
        }
    }
}
