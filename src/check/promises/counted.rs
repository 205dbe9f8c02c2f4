//! C358: what prose counts of its own entry is as many as the entry has (C5): the questions of a survey or a quiz, the posts of a
//! capacity. Other counts are left alone: of roles, channels or documents prose may well name a part only.

use crate::check::prose::{Passage, passages};
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::capacity::Capacity;
use crate::parse::kind::Kind;
use crate::parse::mention::counts;
use crate::resolve::Resolved;
use crate::values::Decimal;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C358",
        name: "prose-miscounts",
        severity: Severity::Warning,
        message: Text {
            es: "el texto dice «{said}» y `{entry}` tiene {found}",
            en: "the text says “{said}” and `{entry}` has {found}",
            pt: "o texto diz “{said}” e `{entry}` tem {found}",
        },
        why: Text {
            es: "Se cambió la lista y no la frase que la cuenta. Quien lee la frase prepara, imprime o espera otra cosa.",
            en: "The list was changed and the sentence that counts it was not. Whoever reads the sentence prepares, prints or expects something else.",
            pt: "Mudou-se a lista e não a frase que a conta. Quem lê a frase prepara, imprime ou espera outra coisa.",
        },
        fix: Text {
            es: "corrija el número de la frase, o escríbala sin él",
            en: "correct the number in the sentence, or write it without one",
            pt: "corrija o número da frase, ou escreva-a sem ele",
        },
        bad: r#"=== surveys.yaml
satisfaccion:
  name: Satisfacción
  method: Llamada con tres preguntas.
#                     ^^^^^^^^^^^^^^
  questions:
    p-espera: { ask: "¿Esperó poco?" }
    p-trato: { ask: "¿Lo trataron bien?" }
=== channels.yaml
telefono:
  name: Teléfono
  kind: telephone
  capacity: { servers: 4, note: Los tres puestos están ocupados todo el horario. }
#                                   ^^^^^^^^^^^^
"#,
        good: r#"=== surveys.yaml
satisfaccion:
  name: Satisfacción
  method: Llamada con dos preguntas.
  questions:
    p-espera: { ask: "¿Esperó poco?" }
    p-trato: { ask: "¿Lo trataron bien?" }
=== channels.yaml
telefono:
  name: Teléfono
  kind: telephone
  capacity: { servers: 4, note: "Los cuatro puestos están ocupados todo el horario, y dos puestos más en campaña." }
"#,
    },
    check,
};

const QUESTIONS: [&str; 3] = ["preguntas", "questions", "perguntas"];
const POSTS: [&str; 3] = ["puestos", "posts", "postos"];

/// Words after a count that make it one of a part, or of others besides.
const PART: [&str; 17] = [
    "más",
    "more",
    "mais",
    "de",
    "of",
    "do",
    "da",
    "sobre",
    "about",
    "que",
    "that",
    "abiertas",
    "open",
    "abertas",
    "otros",
    "adicionales",
    "adicionais",
];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let wanted = |passage: &Passage<'_>| {
        matches!(passage.kind, Kind::Surveys | Kind::Quizzes) && !passage.path.starts_with("questions")
            || matches!(passage.kind, Kind::Channels | Kind::Services) && passage.path == "capacity.note"
    };
    for passage in passages(manual, wanted) {
        let Some((nouns, have)) = counted(manual, &passage) else { continue };
        for (range, amount) in counts(passage.source, manual.lang, nouns) {
            let rest = passage.source[range.end..].trim_start();
            let next: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
            let is_part = PART.contains(&next.to_lowercase().as_str());
            // What is of another size counts something else.
            let near = |one: &Decimal| amount <= *one * Decimal::from(2) && amount * Decimal::from(2) >= *one;
            if is_part || have.contains(&amount) || !have.iter().any(near) {
                continue;
            }
            let said = passage.source[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
            let found = have.iter().map(|n| n.normalize().to_string()).collect::<Vec<_>>();
            report.at(passage.place(&range), &passage.subject(), |finding| {
                finding.arg("said", said).arg("entry", passage.subject()).arg("found", found)
            });
        }
    }
}

/// The nouns by which prose counts something of its entry, and how many there are.
fn counted(manual: &Resolved<'_>, passage: &Passage<'_>) -> Option<(&'static [&'static str], Vec<Decimal>)> {
    let model = &manual.model;
    let questions = |n: usize| (n > 1).then(|| (&QUESTIONS[..], vec![Decimal::from(n)]));
    match passage.kind {
        Kind::Surveys => questions(model.surveys.get(passage.id)?.questions.len()),
        Kind::Quizzes => questions(model.quizzes.get(passage.id)?.questions.len()),
        Kind::Channels => posts(model.channels.get(passage.id)?.capacity.as_ref()?),
        Kind::Services => posts(model.services.get(passage.id)?.capacity.value()?),
        _ => None,
    }
}

fn posts(capacity: &Capacity) -> Option<(&'static [&'static str], Vec<Decimal>)> {
    let own = capacity.servers.as_ref()?.value;
    let of_periods =
        capacity.by_period.iter().filter_map(|period| period.servers.as_ref()).map(|servers| servers.value);
    Some((&POSTS[..], std::iter::once(own).chain(of_periods).collect()))
}
