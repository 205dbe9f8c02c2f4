//! P512: a question says where the manual gives the answer (E5).

use crate::check::{Report, Rule, is_retired, said};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P512",
        name: "quiz-without-place",
        severity: Severity::Note,
        message: Text {
            es: "la pregunta `{question}` no dice en qué parte del manual está la respuesta",
            en: "the question `{question}` does not say where the manual gives the answer",
            pt: "a pergunta `{question}` não diz em que parte do manual está a resposta",
        },
        why: Text {
            es: "Quien falla vuelve a la página; si nadie dice cuál, aprende la letra de la respuesta y no la razón.",
            en: "Those who fail go back to the page; if nobody says which, they learn the letter of the answer and not its reason.",
            pt: "Quem erra volta à página; se ninguém diz qual, aprende a letra da resposta e não a razão.",
        },
        fix: Text {
            es: "nombre la entrada: `place: {own_reading}`",
            en: "name the entry: `place: {own_reading}`",
            pt: "indique a entrada: `place: {own_reading}`",
        },
        bad: r#"=== quizzes.yaml
prueba:
  name: Prueba
  questions:
    saludo: { ask: ¿Qué se hace primero?, options: [saludar, pedir el documento], answer: 1 }
#   ^^^^^^
"#,
        good: r#"=== quizzes.yaml
prueba:
  name: Prueba
  questions:
    saludo: { ask: ¿Qué se hace primero?, options: [saludar, pedir el documento], answer: 1, place: channels/agencia }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for quiz in manual.model.quizzes.iter().filter(|quiz| !is_retired(&quiz.base)) {
        for question in quiz.questions.iter().filter(|question| !said(&question.place)) {
            let id = question.id.value.as_str();
            report.at(question.id.span, &quiz.base.subject(), |f| f.arg("question", id));
        }
    }
}
