//! C328: some offering meets each need (C3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::offering::Offering;
use crate::resolve::Resolved;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C328",
        name: "need-that-nothing-meets",
        severity: Severity::Warning,
        message: Text {
            es: "ningún servicio en marcha satisface la necesidad «{need}»",
            en: "no active service meets the need “{need}”",
            pt: "nenhum serviço ativo atende a necessidade “{need}”",
        },
        why: Text {
            es: "La necesidad se estudió y quedó escrita; si ningún servicio la atiende, el estudio fue en vano y el cliente la buscará en otra parte.",
            en: "The need was studied and written down; where no service meets it the study was in vain and the customer will look elsewhere.",
            pt: "A necessidade foi estudada e escrita; se nenhum serviço a atende, o estudo foi em vão e o cliente a buscará em outro lugar.",
        },
        fix: Text {
            es: "nombre la necesidad en el servicio que la satisface (`offering: { needs: [{id}] }`), o retírela con su motivo",
            en: "name the need in the service that meets it (`offering: { needs: [{id}] }`), or retire it with its reason",
            pt: "indique a necessidade no serviço que a atende (`offering: { needs: [{id}] }`), ou retire-a com o motivo",
        },
        bad: r#"=== needs.yaml
cerca: { name: Que me atiendan cerca, kind: basic }
#              ^^^^^^^^^^^^^^^^^^^^^
claro: { name: Que me hablen claro, kind: basic }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { needs: [claro] }
---
"#,
        good: r#"=== needs.yaml
claro: { name: Que me hablen claro, kind: basic }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { needs: [claro] }
---
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let offerings: Vec<&Offering> = offerings(manual);
    // A manual without services is not written yet.
    if offerings.is_empty() {
        return;
    }
    let met: HashSet<&str> = offerings.iter().flat_map(|o| &o.needs).map(|id| id.value.as_str()).collect();
    let segments: HashSet<&str> = offerings.iter().flat_map(|o| &o.segments).map(|id| id.value.as_str()).collect();
    let for_all = offerings.iter().any(|o| o.segments.is_empty());
    for need in manual.model.needs.iter().filter(|n| n.base.is_active()) {
        // Nobody serves these customers at all: that is another matter.
        let served =
            need.segments.is_empty() || for_all || need.segments.iter().any(|id| segments.contains(id.value.as_str()));
        if !met.contains(need.base.id.as_str()) && served {
            let base = &need.base;
            report.at(base.span, &base.subject(), |finding| {
                finding.arg("need", base.title()).arg("id", base.id.as_str())
            });
        }
    }
}

/// The offerings of active services, and of their parts.
pub(super) fn offerings<'m>(manual: &'m Resolved<'_>) -> Vec<&'m Offering> {
    let active = manual.model.services.iter().filter(|s| s.base.is_active());
    let offerings = active.filter_map(|service| service.offering.value());
    offerings
        .flat_map(|offering| std::iter::once(offering).chain(offering.parts.iter().map(|part| &part.offering)))
        .collect()
}
