//! F608: the survey question that a moment names exists (F3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::nearest;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "F608",
        name: "unknown-survey-question",
        severity: Severity::Warning,
        message: Text {
            es: "ninguna encuesta tiene la pregunta `{id}`",
            en: "no survey has the question `{id}`",
            pt: "nenhuma pesquisa tem a pergunta `{id}`",
        },
        why: Text {
            es: "El momento quedaría sin pregunta, y lo que el cliente opina de él, sin saberse.",
            en: "The moment would be left without a question, and what the customer thinks of it unknown.",
            pt: "O momento ficaria sem pergunta, e o que o cliente pensa dele, sem se saber.",
        },
        fix: Text {
            es: "añada la pregunta a la encuesta o escríbala aquí con todas sus palabras",
            en: "add the question to the survey, or write it out here in full",
            pt: "acrescente a pergunta à pesquisa ou escreva-a aqui por extenso",
        },
        bad: r#"=== surveys.yaml
satisfaccion:
  name: Satisfacción
  questions: { p-espera: { ask: ¿Esperó lo razonable? } }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
cycle:
  - { moment: La espera, survey: p-esperas }
#                                ^^^^^^^^^
---
"#,
        good: r#"=== surveys.yaml
satisfaccion:
  name: Satisfacción
  questions: { p-espera: { ask: ¿Esperó lo razonable? } }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
cycle:
  - { moment: La espera, survey: p-espera }
---
"#,
    },
    check,
};

const NEAR: Text = Text {
    es: "corrija el id (`{near}`), añada la pregunta a la encuesta o escríbala aquí con todas sus palabras",
    en: "correct the id (`{near}`), add the question to the survey, or write it out here in full",
    pt: "corrija o id (`{near}`), acrescente a pergunta à pesquisa ou escreva-a aqui por extenso",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let known: Vec<&str> =
        manual.model.surveys.iter().flat_map(|survey| &survey.questions).map(|q| q.id.value.as_str()).collect();
    for service in super::services(manual) {
        for survey in service.cycle.iter().filter_map(|moment| moment.survey.as_ref()) {
            let id = &*survey.source;
            if is_id(id) && !known.contains(&id) {
                let near = nearest::one(id, known.iter().copied());
                report.at(survey.span, &service.base.subject(), |finding| match near {
                    Some(near) => finding.arg("id", id).arg("near", near).help(NEAR),
                    None => finding.arg("id", id),
                });
            }
        }
    }
}

/// A word as ids are written; a question has blanks.
fn is_id(word: &str) -> bool {
    word.contains('-') && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
