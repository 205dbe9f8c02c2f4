//! A119: two services, or two segments, do not share a name (A1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::service::Service;
use crate::parse::prose::Text as Words;
use crate::resolve::Resolved;
use std::collections::HashMap;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A119",
        name: "same-name-twice",
        severity: Severity::Warning,
        message: Text {
            es: "«{name}» nombra dos {what}: {first} y {second}",
            en: "“{name}” names two {what}: {first} and {second}",
            pt: "“{name}” nomeia dois {what}: {first} e {second}",
        },
        why: Text {
            es: "Con un nombre para dos servicios, el cliente pide uno y recibe los requisitos y los plazos del otro.",
            en: "With one name for two services the customer asks for one and gets the requirements and times of the other.",
            pt: "Com um nome para dois serviços, o cliente pede um e recebe os requisitos e os prazos do outro.",
        },
        fix: Text {
            es: "deje el nombre a quien corresponde y quíteselo al otro o, si es un servicio, añádalo a su `avoid`",
            en: "keep the name with the one to which it belongs and take it from the other or, for a service, add it to that one’s `avoid`",
            pt: "deixe o nome em quem corresponde e retire-o do outro ou, se for um serviço, acrescente-o ao `avoid` desse",
        },
        bad: r#"=== services/giros.md
---
code: EJ-01
name: Giros
synonyms: [envío de dinero]
---
=== services/remesas.md
---
code: EJ-02
name: Remesas
synonyms: [Envío de dinero]
#          ^^^^^^^^^^^^^^^
---
"#,
        good: r#"=== services/giros.md
---
code: EJ-01
name: Giros
synonyms: [envío de dinero]
---
=== services/remesas.md
---
code: EJ-02
name: Remesas
synonyms: [dinero del exterior]
---
"#,
    },
    check,
};

const SERVICES: Text = Text { es: "servicios", en: "services", pt: "serviços" };
const SEGMENTS: Text = Text { es: "segmentos", en: "segments", pt: "segmentos" };
const FIRST: Text = Text { es: "aquí nombra el otro", en: "here it names the other", pt: "aqui nomeia o outro" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    segments(manual, report);
    let mut seen: HashMap<String, (&Service, &Words)> = HashMap::new();
    for service in super::services(manual) {
        for name in names(service) {
            let folded = name.plain().trim().to_lowercase();
            match seen.get(&folded) {
                _ if folded.is_empty() => {}
                Some((first, place)) if first.base.id != service.base.id => {
                    report.at(name.span, &service.base.subject(), |finding| {
                        finding
                            .arg("what", SERVICES)
                            .arg("name", name.plain())
                            .arg("first", first.base.title())
                            .arg("second", service.base.title())
                            .label(place.span, FIRST)
                    });
                }
                Some(_) => {}
                None => {
                    seen.insert(folded, (service, name));
                }
            }
        }
    }
}

/// Segments of one name are one group of people under two ids, each with promises of its own.
fn segments(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let mut seen: HashMap<String, &Base> = HashMap::new();
    for base in manual.model.segments.iter().map(|segment| &segment.base).filter(|base| base.is_active()) {
        let Some(name) = &base.name else { continue };
        let folded = name.plain().trim().to_lowercase();
        match seen.get(&folded) {
            _ if folded.is_empty() => {}
            Some(first) => report.at(name.span, &base.subject(), |finding| {
                let finding = finding.arg("what", SEGMENTS).arg("name", name.plain());
                let finding = finding.arg("first", format!("`{}`", first.id)).arg("second", format!("`{}`", base.id));
                finding.label(first.name.as_ref().map_or(first.span, |name| name.span), FIRST)
            }),
            None => drop(seen.insert(folded, base)),
        }
    }
}

/// Everything that a service is called.
fn names(service: &Service) -> impl Iterator<Item = &Words> {
    service.base.name.iter().chain(&service.short_name).chain(&service.synonyms)
}
