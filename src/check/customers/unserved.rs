//! D405: every segment is offered something (D2, A2).

use crate::check::{Report, Rule, is_retired};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::kind::Kind;
use crate::parse::reader::Reference;
use crate::resolve::Resolved;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D405",
        name: "segment-unserved",
        severity: Severity::Warning,
        message: Text {
            es: "ningún servicio se ofrece al segmento «{name}»",
            en: "no service is offered to the segment “{name}”",
            pt: "nenhum serviço é oferecido ao segmento “{name}”",
        },
        why: Text {
            es: "Distinguir un grupo de clientes y no ofrecerle nada es una intención, no un servicio.",
            en: "To tell a group of customers apart and offer it nothing is an intention, not a service.",
            pt: "Distinguir um grupo de clientes e não lhe oferecer nada é uma intenção, não um serviço.",
        },
        fix: Text {
            es: "nómbrelo en la oferta de los servicios que lo atienden, `segments: [{id}]`, o retire el segmento",
            en: "name it in the offering of the services it uses, `segments: [{id}]`, or remove the segment",
            pt: "cite-o na oferta dos serviços que o atendem, `segments: [{id}]`, ou retire o segmento",
        },
        bad: r#"=== segments.yaml
familias: { name: Familias }
mayores:
  name: Personas mayores
#       ^^^^^^^^^^^^^^^^
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { segments: [familias] }
---
"#,
        good: r#"=== segments.yaml
familias: { name: Familias }
mayores: { name: Personas mayores }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { segments: [familias, mayores] }
---
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let offered: HashSet<&str> = model
        .services
        .iter()
        .filter(|service| !is_retired(&service.base))
        .filter_map(|service| service.offering.value())
        .flat_map(|offering| &offering.segments)
        .map(|segment| segment.value.as_str())
        .collect();
    // Where no service names any segment, that is one gap of the offerings: A102 tells it.
    if offered.is_empty() {
        return;
    }
    // A target or a commitment for the segment serves it too.
    let serves = |r: &&Reference| matches!(r.from.0, Kind::Services | Kind::Commitments | Kind::Indicators);
    let uses = manual.references.iter().filter(|r| r.kind == Kind::Segments).filter(serves);
    let uses: HashSet<&str> = uses.map(|r| r.id.as_str()).collect();
    for segment in model.segments.iter().filter(|segment| !is_retired(&segment.base)) {
        let base = &segment.base;
        if !offered.contains(base.id.as_str()) && !uses.contains(base.id.as_str()) {
            report.at(base.span, &base.subject(), |f| f.arg("name", base.title()).arg("id", base.id.as_str()));
        }
    }
}
