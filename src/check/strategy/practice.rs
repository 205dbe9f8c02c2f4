//! C391: a principle says what it looks like at work (H1).

use crate::check::{Report, Rule, is_retired, report_lacking, said};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C391",
        name: "principle-without-practice",
        severity: Severity::Note,
        message: Text {
            es: "no se dice cómo se ve el principio en el trabajo: {names}",
            en: "the manual does not say what the principle looks like at work: {names}",
            pt: "não se diz como se vê o princípio no trabalho: {names}",
        },
        why: Text {
            es: "Un principio que no se puede ver en una atención queda en el cartel de la pared.",
            en: "A principle that cannot be seen in a contact stays on the poster on the wall.",
            pt: "Um princípio que não se pode ver em um atendimento fica no cartaz da parede.",
        },
        fix: Text {
            es: "añada al principio: `practice: Si un plazo va a fallar, el cliente lo sabe por nosotros y antes de que venza`",
            en: "add to the principle: `practice: If a time limit is going to fail, the customer hears it from us beforehand`",
            pt: "acrescente ao princípio: `practice: Se um prazo vai falhar, o cliente fica sabendo por nós e antes que vença`",
        },
        bad: r#"=== principles.yaml
cumplir:
  name: Lo prometido se cumple
#       ^^^^^^^^^^^^^^^^^^^^^^
  statement: Una promesa pequeña cumplida vale más que una grande rota.
"#,
        good: r#"=== principles.yaml
cumplir:
  name: Lo prometido se cumple
  practice: Si un plazo va a fallar se avisa antes.
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept = manual.model.principles.iter().filter(|principle| !is_retired(&principle.base));
    let silent = kept.filter(|principle| !said(&principle.practice) && principle.base.body.blocks.is_empty());
    let lacking: Vec<&Base> = silent.map(|principle| &principle.base).collect();
    report_lacking(report, &lacking, |finding| finding);
}
