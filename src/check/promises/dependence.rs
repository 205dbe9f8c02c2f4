//! C361: a step is not shorter than the answer of the supplier that it waits for (A6, A7, C5).

use crate::check::prose;
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::partner::Agreed;
use crate::model::service::Service;
use crate::parse::prose::Inline;
use crate::resolve::Resolved;
use crate::values::{Comparison, Duration, Quantity};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C361",
        name: "step-shorter-than-supplier",
        severity: Severity::Warning,
        message: Text {
            es: "el paso «{step}» dura {time} y en él interviene «{partner}», que responde en {response}",
            en: "the step “{step}” takes {time}, and “{partner}”, which has a part in it, answers in {response}",
            pt: "o passo “{step}” dura {time} e nele intervém “{partner}”, que responde em {response}",
        },
        why: Text {
            es: "Quien espera a un proveedor no puede ir más rápido que él. El retraso aparece cuando el cliente ya tiene una promesa.",
            en: "Whoever waits for a supplier cannot be faster than it. The delay shows when the customer already holds a promise.",
            pt: "Quem espera um fornecedor não pode ser mais rápido que ele. O atraso aparece quando o cliente já tem uma promessa.",
        },
        fix: Text {
            es: "dé al paso un plazo que contenga esa espera (`within: {limit}`) y revise la promesa, o acuerde con el proveedor una respuesta más corta (`agreed: { response: … }`)",
            en: "give the step a time that holds that wait (`within: {limit}`) and look at the promise again, or agree on a shorter answer with the supplier (`agreed: { response: … }`)",
            pt: "dê ao passo um prazo que contenha essa espera (`within: {limit}`) e reveja a promessa, ou combine com o fornecedor uma resposta mais curta (`agreed: { response: … }`)",
        },
        bad: r#"=== suppliers.yaml
central: { name: Central de Riesgos del Sur, agreed: { response: 3 business days } }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
suppliers: [central]
offering:
  steps:
    - { does: Consulta la central de riesgos y escribe la propuesta, within: 3 business hours }
#                                                                            ^^^^^^^^^^^^^^^^
---
"#,
        good: r#"=== suppliers.yaml
central: { name: Central de Riesgos del Sur, agreed: { response: 10 minutes } }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
suppliers: [central]
offering:
  steps:
    - { does: Consulta la central de riesgos y escribe la propuesta, within: 3 business hours }
---
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let calendar = &manual.model.manifest.calendar;
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let partners = partners(manual, service);
        let steps = service.offering.value().into_iter().flat_map(|offering| offering.all_steps());
        for step in steps {
            let (Some(does), Some(within)) = (&step.does, step.within.as_ref().and_then(|w| w.otherwise.as_ref()))
            else {
                continue;
            };
            let said = prose::lower(&does.plain());
            for (id, name, response) in &partners {
                let linked = does.content.iter().any(
                    |inline| matches!(inline, Inline::Wiki(wiki) if manual.sources.text(wiki.span).contains(id.as_str())),
                );
                // The names first: two times of different units are compared by walking years of the calendar.
                let meant = linked || is_named(&said, name);
                if meant && response.compare(&within.value, calendar) == Comparison::Longer {
                    report.at(within.span, &service.base.subject(), |finding| {
                        finding
                            .arg("step", step.id.as_ref().map_or_else(|| does.plain(), |id| id.value.clone()))
                            .arg("time", Quantity::Duration(within.value))
                            .arg("partner", name.as_str())
                            .arg("response", Quantity::Duration(*response))
                            .arg("limit", super::written(response))
                    });
                }
            }
        }
    }
}

/// The suppliers and alliances of a service whose answer has one time: id, name and that time.
fn partners(manual: &Resolved<'_>, service: &Service) -> Vec<(String, String, Duration)> {
    let response = |agreed: &Option<Agreed>| agreed.as_ref()?.response.as_ref()?.single().copied();
    let suppliers = service.suppliers.value().into_iter().flatten();
    let suppliers = suppliers.filter_map(|id| manual.model.suppliers.get(&id.value));
    let suppliers = suppliers.filter_map(|s| Some((s.base.id.clone(), s.base.title(), response(&s.agreed)?)));
    let alliances = service.alliances.value().into_iter().flatten();
    let alliances = alliances.filter_map(|id| manual.model.alliances.get(&id.value));
    let alliances = alliances.filter_map(|a| Some((a.base.id.clone(), a.base.title(), response(&a.agreed)?)));
    suppliers.chain(alliances).collect()
}

/// Whether a text names a supplier: by its whole name, or by the first words of it, three at least.
fn is_named(said: &str, name: &str) -> bool {
    let name = prose::lower(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    let whole = !prose::find_phrase(said, &name).is_empty();
    whole || (3..words.len()).any(|n| !prose::find_phrase(said, &words[..n].join(" ")).is_empty())
}
