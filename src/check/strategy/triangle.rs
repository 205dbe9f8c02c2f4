//! C392: the service triangle is covered on its three sides (H2).

use crate::check::{Report, Rule, said};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C392",
        name: "triangle-side-missing",
        severity: Severity::Warning,
        message: Text {
            es: "en el triángulo del servicio queda por describir lo siguiente: {sides}",
            en: "the service triangle says nothing about {sides}",
            pt: "no triângulo do serviço falta descrever o seguinte: {sides}",
        },
        why: Text {
            es: "Sin estrategia no se sabe qué se promete; sin sistemas y sin personas no se puede cumplir.",
            en: "Without a strategy nobody knows what is promised; without systems and people it cannot be kept.",
            pt: "Sem estratégia não se sabe o que se promete; sem sistemas e sem pessoas não se pode cumprir.",
        },
        fix: Text {
            es: "complete en manual.yaml: `organization: { triangle: { strategy: Pocos servicios y bien explicados., systems: Procesos que el cliente entiende., people: Personas que pueden decidir. } }`",
            en: "complete in manual.yaml: `organization: { triangle: { strategy: Few services well explained., systems: Processes that customers understand., people: People who may decide. } }`",
            pt: "complete em manual.yaml: `organization: { triangle: { strategy: Poucos serviços e bem explicados., systems: Processos que o cliente entende., people: Pessoas que podem decidir. } }`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo, triangle: { strategy: Cercanía., people: Elegidas por su trato. } }
#^^^^^^^^^^^
document: { title: Manual }
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization:
  name: Ejemplo
  triangle: { strategy: Cercanía., systems: Un solo registro., people: Elegidas por su trato. }
document: { title: Manual }
languages: { default: es }
"#,
    },
    check,
};

const SIDES: [Text; 3] = [
    Text { es: "la estrategia", en: "the strategy", pt: "a estratégia" },
    Text { es: "los sistemas", en: "the systems", pt: "os sistemas" },
    Text { es: "las personas", en: "the people", pt: "as pessoas" },
];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let manifest = &manual.model.manifest;
    let triangle = manifest.organization.triangle.as_ref();
    let missing: Vec<Text> = SIDES
        .into_iter()
        .enumerate()
        .filter(|(side, _)| !triangle.is_some_and(|sides| said(&sides[*side])))
        .map(|(_, words)| words)
        .collect();
    if !missing.is_empty() {
        report.at(manifest.span, "", |finding| finding.arg("sides", missing));
    }
}
