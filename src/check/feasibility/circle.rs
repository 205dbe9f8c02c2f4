//! C351: the steps of a complaint do not wait for each other in a circle (B1).

use super::path::{step_span, tasks};
use crate::analysis::procedure::order;
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C351",
        name: "steps-wait-in-a-circle",
        severity: Severity::Error,
        message: Text {
            es: "los pasos de «{procedure}» se esperan unos a otros en círculo: {steps}",
            en: "the steps of “{procedure}” wait for each other in a circle: {steps}",
            pt: "os passos de “{procedure}” esperam uns pelos outros em círculo: {steps}",
        },
        why: Text {
            es: "Un paso que espera al que viene después de él no empieza nunca, y el reclamo se queda donde está.",
            en: "A step that waits for one that comes after it never begins, and the complaint stays where it is.",
            pt: "Um passo que espera pelo que vem depois dele nunca começa, e a reclamação fica onde está.",
        },
        fix: Text {
            es: "quite de `after` el paso que en verdad viene después",
            en: "take out of `after` the step that really comes later",
            pt: "tire de `after` o passo que na verdade vem depois",
        },
        bad: r#"=== complaints.yaml
reclamos:
  name: Reclamos
  steps:
    - { id: registrar, does: Registra }
    - { id: investigar, does: Investiga, after: decidir }
#           ^^^^^^^^^^
    - { id: decidir, does: Decide, after: investigar }
"#,
        good: r#"=== complaints.yaml
reclamos:
  name: Reclamos
  steps:
    - { id: registrar, does: Registra }
    - { id: investigar, does: Investiga, after: registrar }
    - { id: decidir, does: Decide, after: investigar }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for procedure in manual.model.complaints.iter().filter(|p| p.base.is_active()) {
        let Err(circle) = order(&tasks(&procedure.steps, None)) else { continue };
        let steps: Vec<_> = circle.iter().filter_map(|i| procedure.steps.get(*i)).collect();
        let Some(first) = steps.first() else { continue };
        let names: Vec<String> = steps
            .iter()
            .map(|s| s.id.as_ref().map_or_else(|| "…".to_owned(), |id| format!("`{}`", id.value)))
            .collect();
        report.at(super::head(manual, step_span(first)), &procedure.base.subject(), |finding| {
            finding.arg("procedure", procedure.base.title()).arg("steps", names)
        });
    }
}
