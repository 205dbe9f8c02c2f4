//! L810: no clause is used whose text nobody has verified.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::pack::Fault;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L810",
        name: "unverified-clause",
        severity: Severity::Error,
        message: Text {
            es: "nadie ha verificado el texto de esta cláusula: su `label` es U",
            en: "nobody has verified the text of this clause: its `label` is U",
            pt: "ninguém verificou o texto desta cláusula: seu `label` é U",
        },
        why: Text {
            es: "Un artículo o un plazo sin comprobar hace más daño que su ausencia: parece ley.",
            en: "An article or a limit that was not checked does more harm than none: it looks like law.",
            pt: "Um artigo ou prazo sem verificação causa mais dano que sua ausência: parece lei.",
        },
        fix: Text {
            es: "lea la norma publicada y escriba `label: V`; si solo la cita otro, `label: Q`",
            en: "read the published text and write `label: V`; if only others quote it, `label: Q`",
            pt: "leia a norma publicada e escreva `label: V`; se só outros a citam, `label: Q`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== profiles/propia.yaml
clauses:
  - id: plazo
#       ^^^^^
    label: U
    text: Se contesta en quince días.
    check: { every: cases, must: { answers_within: 15 calendar days } }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== profiles/propia.yaml
clauses:
  - id: plazo
    label: Q
    text: Se contesta en quince días.
    check: { every: cases, must: { answers_within: 15 calendar days } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    super::faults(manual, report, |fault| matches!(fault, Fault::Label).then(|| (Vec::new(), None)));
}
