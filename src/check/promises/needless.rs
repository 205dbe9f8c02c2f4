//! C329: each offering says which needs it meets (C3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C329",
        name: "offering-without-need",
        severity: Severity::Warning,
        message: Text {
            es: "la oferta de «{service}» no dice qué necesidades satisface",
            en: "the offering of “{service}” does not say which needs it meets",
            pt: "a oferta de “{service}” não diz que necessidades atende",
        },
        why: Text {
            es: "Un servicio que no responde a ninguna necesidad escrita se mantiene por costumbre, y nadie sabe qué perdería el cliente sin él.",
            en: "A service that answers no written need is kept up by habit, and nobody knows what the customer would lose without it.",
            pt: "Um serviço que não responde a nenhuma necessidade escrita se mantém por costume, e ninguém sabe o que o cliente perderia sem ele.",
        },
        fix: Text {
            es: "nombre las necesidades: `offering: { needs: [{own_need}] }`",
            en: "name the needs: `offering: { needs: [{own_need}] }`",
            pt: "indique as necessidades: `offering: { needs: [{own_need}] }`",
        },
        bad: r#"=== needs.yaml
claro: { name: Que me hablen claro, kind: basic }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
#     ^^^^^^^
offering: { summary: Giros. }
---
"#,
        good: r#"=== needs.yaml
claro: { name: Que me hablen claro, kind: basic }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { summary: Giros., needs: [claro] }
---
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    if manual.model.needs.is_empty() {
        return;
    }
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let Some(offering) = service.offering.value() else { continue };
        if offering.needs.is_empty() && offering.parts.iter().all(|part| part.offering.needs.is_empty()) {
            let base = &service.base;
            report.at(base.span, &base.subject(), |finding| finding.arg("service", base.title()));
        }
    }
}
