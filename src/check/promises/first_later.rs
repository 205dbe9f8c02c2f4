//! C387: the first answer to a complaint does not come after the answer (B1).

use crate::check::feasibility::head;
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::{Comparison, Duration, Quantity};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C387",
        name: "first-answer-after-the-answer",
        severity: Severity::Error,
        message: Text {
            es: "la primera respuesta se da en {first} y la respuesta en {answer}: la primera llegaría después",
            en: "the first answer is given within {first} and the answer within {answer}: the first would come later",
            pt: "a primeira resposta se dá em {first} e a resposta em {answer}: a primeira chegaria depois",
        },
        why: Text {
            es: "Quien reclama recibiría la decisión antes que el aviso de que su caso se está viendo. Uno de los dos plazos es falso.",
            en: "Whoever complains would get the decision before the word that the case is being looked at. One of the two times is false.",
            pt: "Quem reclama receberia a decisão antes do aviso de que seu caso está sendo visto. Um dos dois prazos é falso.",
        },
        fix: Text {
            es: "acorte el primero, por ejemplo `first_answer: 1 business day`, o alargue el segundo si la ley lo permite",
            en: "shorten the first, for instance `first_answer: 1 business day`, or lengthen the second if the law allows it",
            pt: "encurte o primeiro, por exemplo `first_answer: 1 business day`, ou alongue o segundo se a lei o permite",
        },
        bad: r#"=== complaints.yaml
reclamos:
  name: Reclamos
  types:
    queja: { name: Queja, first_answer: 20 business days, answer_within: 15 business days }
#                                       ^^^^^^^^^^^^^^^^
"#,
        good: r#"=== complaints.yaml
reclamos:
  name: Reclamos
  types:
    queja: { name: Queja, first_answer: 2 business days, answer_within: 15 business days }
"#,
    },
    check,
};

const THERE: Text = Text { es: "la respuesta, aquí", en: "the answer, here", pt: "a resposta, aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let calendar = &manual.model.manifest.calendar;
    for procedure in manual.model.complaints.iter().filter(|p| p.base.is_active()) {
        let types = procedure.types.iter().map(|kind| (&kind.first_answer, &kind.answer_within));
        // A severity without an answer of its own has the longest of the types.
        let severities = procedure.severity.iter().map(|severity| {
            let only = match procedure.types.as_slice() {
                [kind] => &kind.answer_within,
                _ => &None,
            };
            (&severity.first_answer, if severity.answer_within.is_some() { &severity.answer_within } else { only })
        });
        for (first, answer) in types.chain(severities) {
            let (Some(first), Some(answer)) = (single(first), single(answer)) else { continue };
            if first.value.compare(&answer.value, calendar) != Comparison::Longer {
                continue;
            }
            report.at(head(manual, first.span), &procedure.base.subject(), |finding| {
                finding
                    .arg("first", Quantity::Duration(first.value))
                    .arg("answer", Quantity::Duration(answer.value))
                    .label(head(manual, answer.span), THERE)
            });
        }
    }
}

fn single(time: &Option<Variant<Duration>>) -> Option<&Spanned<Duration>> {
    time.as_ref().filter(|time| time.cases.is_empty())?.otherwise.as_ref()
}
