//! D407: a type of customer says its signs, how to treat it and what to avoid (D4).

use crate::check::{Report, Rule, is_retired, report_gaps, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::customer::CustomerType;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D407",
        name: "customer-type-incomplete",
        severity: Severity::Warning,
        message: Text {
            es: "del tipo de cliente no se dice {parts}: {names}",
            en: "the entry for the customer type does not say {parts}: {names}",
            pt: "na entrada do tipo de cliente falta dizer {parts}: {names}",
        },
        why: Text {
            es: "A quien atiende no le sirve un nombre: necesita reconocer al cliente, saber cómo tratarlo y qué no hacer.",
            en: "A name is of no use to those who serve: they need to recognise the customer, to know how to treat them and what not to do.",
            pt: "A quem atende não serve um nome: precisa reconhecer o cliente, saber como tratá-lo e o que não fazer.",
        },
        fix: Text {
            es: "complete la entrada: `signs: [mira el reloj]`, `treat: [diga primero cuánto tardará]`, `avoid: [hacerlo llenar lo que ya está en el sistema]`",
            en: "complete the entry: `signs: [looks at the clock]`, `treat: [say first how long it takes]`, `avoid: [asking for what is already in the system]`",
            pt: "complete a entrada: `signs: [olha o relógio]`, `treat: [diga primeiro quanto vai demorar]`, `avoid: [pedir o que já está no sistema]`",
        },
        bad: r#"=== customer-types.yaml
impaciente:
  name: El cliente con prisa
#       ^^^^^^^^^^^^^^^^^^^^
  signs: [mira el reloj]
"#,
        good: r#"=== customer-types.yaml
impaciente:
  name: El cliente con prisa
  signs: [mira el reloj]
  treat: [diga primero cuánto tardará]
  avoid: [prometer un tiempo que no controla]
"#,
    },
    check,
};

const SIGNS: Text = Text { es: "en qué se lo reconoce", en: "how to recognise it", pt: "como reconhecê-lo" };
const TREAT: Text = Text { es: "cómo tratarlo", en: "how to treat it", pt: "como tratá-lo" };
const AVOID: Text = Text { es: "qué evitar", en: "what to avoid", pt: "o que evitar" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept = manual.model.customer_types.iter().filter(|kind| !is_retired(&kind.base));
    let parts = |kind: &CustomerType| {
        unsaid([(!kind.signs.is_empty(), SIGNS), (!kind.treat.is_empty(), TREAT), (!kind.avoid.is_empty(), AVOID)])
    };
    report_gaps(report, kept.map(|kind| (&kind.base, parts(kind))));
}
