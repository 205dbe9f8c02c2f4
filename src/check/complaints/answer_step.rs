//! B210: the steps of a complaint say which of them gives the answer, so that its time can be held against them (B1).

use crate::check::feasibility::{head, path};
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::steps;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "B210",
        name: "complaint-answer-untold",
        severity: Severity::Note,
        message: Text {
            es: "no se sabe qué paso de «{procedure}» da la respuesta, y su plazo no se puede comprobar",
            en: "nobody can tell which step of “{procedure}” gives the answer, so that its time cannot be checked",
            pt: "não se sabe que passo de “{procedure}” dá a resposta, e seu prazo não pode ser conferido",
        },
        why: Text {
            es: "El plazo prometido se compara con los pasos que llevan hasta la respuesta; si ninguno la da, los plazos de los pasos pueden superarlo sin que se note.",
            en: "The promised time is held against the steps that lead to the answer; where none gives it, the times of the steps may exceed it unnoticed.",
            pt: "O prazo prometido é comparado com os passos que levam à resposta; se nenhum a dá, os prazos dos passos podem superá-lo sem que se note.",
        },
        fix: Text {
            es: "escriba `kind: notify` en el paso con el que el cliente recibe la respuesta",
            en: "write `kind: notify` at the step with which the customer has the answer",
            pt: "escreva `kind: notify` no passo com que o cliente recebe a resposta",
        },
        bad: r#"=== complaints.yaml
reclamos:
  name: Reclamos
  types:
    reclamo: { name: Reclamo, answer_within: 10 business days }
  steps:
    - { id: registrar, does: Registra, within: 1 business day }
#       ^^
    - { id: investigar, does: Investiga, within: 6 business days }
    - { id: cerrar, does: Cierra, within: 3 business days }
"#,
        good: r#"=== complaints.yaml
reclamos:
  name: Reclamos
  types:
    reclamo: { name: Reclamo, answer_within: 10 business days }
  steps:
    - { id: registrar, does: Registra, within: 1 business day }
    - { id: investigar, does: Investiga, within: 6 business days }
    - { id: carta, does: Escribe al cliente, kind: notify, within: 2 business days }
    - { id: cerrar, does: Cierra, within: 3 business days }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for procedure in manual.model.complaints.iter().filter(|p| p.base.is_active()) {
        let Some(first) = procedure.steps.iter().find(|step| step.within.is_some()) else { continue };
        if steps::answering(&procedure.steps, |_| true).is_empty() && !path::promises(manual, procedure).is_empty() {
            report.at(head(manual, first.span), &procedure.base.subject(), |finding| {
                finding.arg("procedure", procedure.base.title())
            });
        }
    }
}
