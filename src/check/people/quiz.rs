//! P511: a question of a quiz can be answered (E5).

use crate::check::{Report, Rule, is_retired};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::orientation::QuizQuestion;
use crate::resolve::Resolved;
use crate::span::Span;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P511",
        name: "quiz-without-right-answer",
        severity: Severity::Error,
        message: Text {
            es: "la pregunta `{question}` {fault}",
            en: "the question `{question}` {fault}",
            pt: "a pergunta `{question}` {fault}",
        },
        why: Text {
            es: "Una prueba que nadie puede aprobar, o que cualquiera aprueba, no demuestra nada.",
            en: "A quiz that nobody can pass, or anybody can, shows nothing.",
            pt: "Um teste em que ninguém pode passar, ou em que qualquer um passa, não demonstra nada.",
        },
        fix: Text {
            es: "dé al menos dos respuestas distintas y el número de la correcta, contado desde 1: `options: [lo saluda, le pide el documento], answer: 1`",
            en: "give at least two different options and the number of the right one, counted from 1: `options: [greets, asks for the document], answer: 1`",
            pt: "dê ao menos duas respostas diferentes e o número da correta, contado a partir de 1: `options: [cumprimenta, pede o documento], answer: 1`",
        },
        bad: r#"=== quizzes.yaml
prueba:
  name: Prueba
  questions:
    saludo: { ask: ¿Qué se hace primero?, options: [saludar, pedir el documento], answer: 3 }
#                                                                                         ^
    nombre: { ask: ¿Qué se dice?, options: [el nombre], answer: 1 }
#   ^^^^^^
"#,
        good: r#"=== quizzes.yaml
prueba:
  name: Prueba
  questions:
    saludo: { ask: ¿Qué se hace primero?, options: [saludar, pedir el documento], answer: 1 }
"#,
    },
    check,
};

const TOO_FEW: Text = Text {
    es: "no da dos respuestas entre las que elegir",
    en: "does not give two options to choose from",
    pt: "não dá duas respostas entre as quais escolher",
};
const TWICE: Text = Text {
    es: "da dos veces la misma respuesta",
    en: "gives the same option twice",
    pt: "dá duas vezes a mesma resposta",
};
const NO_SUCH: Text = Text {
    es: "da por correcta una respuesta que no está entre las suyas",
    en: "takes as right an option that it does not give",
    pt: "dá como correta uma resposta que não está entre as suas",
};
const ALL_RIGHT: Text = Text {
    es: "da por correctas todas las respuestas",
    en: "takes every option as right",
    pt: "dá todas as respostas como corretas",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for quiz in manual.model.quizzes.iter().filter(|quiz| !is_retired(&quiz.base)) {
        for question in &quiz.questions {
            if let Some((span, fault)) = fault(question) {
                let id = question.id.value.as_str();
                report.at(span, &quiz.base.subject(), |f| f.arg("question", id).arg("fault", fault));
            }
        }
    }
}

/// The first fault of a question. A key that is missing has been reported already.
fn fault(question: &QuizQuestion) -> Option<(Span, Text)> {
    let options = &question.options;
    if options.is_empty() || question.answer.is_empty() {
        return None;
    }
    if options.len() < 2 {
        return Some((question.id.span, TOO_FEW));
    }
    let twice = options.iter().enumerate().find(|(i, option)| options[..*i].iter().any(|o| o.source == option.source));
    if let Some((_, option)) = twice {
        return Some((option.span, TWICE));
    }
    let right = question.right().count();
    if right < question.answer.len() {
        let known = |n: &str| n.parse::<usize>().is_ok_and(|n| (1..=options.len()).contains(&n));
        let wrong = question.answer.iter().find(|answer| !known(&answer.value.to_string()))?;
        return Some((wrong.span, NO_SUCH));
    }
    (right >= options.len()).then_some((question.id.span, ALL_RIGHT))
}
