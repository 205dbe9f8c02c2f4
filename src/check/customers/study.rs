//! D401: the needs of customers were studied before services were designed (D1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D401",
        name: "no-study-of-needs",
        severity: Severity::Warning,
        message: Text {
            es: "el manual no dice qué necesitan sus clientes",
            en: "the manual does not say what its customers need",
            pt: "o manual não diz de que seus clientes precisam",
        },
        why: Text {
            es: "Un servicio diseñado sin preguntar resuelve lo que la organización supone, no lo que el cliente espera.",
            en: "A service designed without asking solves what the organisation assumes, not what the customer expects.",
            pt: "Um serviço desenhado sem perguntar resolve o que a organização supõe, não o que o cliente espera.",
        },
        fix: Text {
            es: "escriba `needs.yaml` con lo que contaron los clientes: `poca-espera: { name: Esperar poco, kind: performance, statement: Quiero que me atiendan sin perder la mañana., source: {own_source} }`",
            en: "write `needs.yaml` with what customers told you: `short-wait: { name: A short wait, kind: performance, statement: I want to be served without losing the morning., source: {own_source} }`",
            pt: "escreva `needs.yaml` com o que os clientes contaram: `pouca-espera: { name: Esperar pouco, kind: performance, statement: Quero ser atendido sem perder a manhã., source: {own_source} }`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
#^^^^^^^^^^^
document: { title: Manual }
languages: { default: es }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
"#,
        good: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
=== needs.yaml
poca-espera: { name: Esperar poco }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    if model.needs.is_empty() && model.services.iter().any(|s| s.base.is_active()) {
        report.at(model.manifest.span, "", |finding| finding);
    }
}
