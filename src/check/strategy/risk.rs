//! C381: a risk says how it is anticipated, how it is answered and who answers for it (G1).

use crate::check::{Report, Rule, is_retired, report_gaps, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::reference::Risk;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C381",
        name: "risk-without-plan",
        severity: Severity::Warning,
        message: Text {
            es: "del riesgo no se dice {parts}: {names}",
            en: "the entry for the risk does not say {parts}: {names}",
            pt: "na entrada do risco falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Nombrar un riesgo no lo evita: hace falta decir qué se hace antes, qué se hace cuando llega y quién lo hace.",
            en: "To name a risk does not avoid it: the manual has to say what is done before, what is done when it comes, and who does it.",
            pt: "Nomear um risco não o evita: é preciso dizer o que se faz antes, o que se faz quando chega e quem o faz.",
        },
        fix: Text {
            es: "complete el riesgo: `anticipation: [calendario de días punta]`, `response: [abrir otra ventanilla]`, `owner: {own_role}`",
            en: "complete the risk: `anticipation: [calendar of peak days]`, `response: [open another counter]`, `owner: {own_role}`",
            pt: "complete o risco: `anticipation: [calendário de dias de pico]`, `response: [abrir outro guichê]`, `owner: {own_role}`",
        },
        bad: r#"=== risks.yaml
demanda:
  name: La demanda supera la capacidad
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  kind: demand
  anticipation: [calendario de días punta]
"#,
        good: r#"=== risks.yaml
demanda:
  name: La demanda supera la capacidad
  kind: demand
  anticipation: [calendario de días punta]
  response: [abrir otra ventanilla]
  owner: jefatura
"#,
    },
    check,
};

const ANTICIPATION: Text = Text { es: "cómo se previene", en: "how it is prevented", pt: "como se previne" };
const RESPONSE: Text = Text { es: "cómo se responde", en: "how staff respond to it", pt: "como se responde" };
const OWNER: Text = Text { es: "quién responde por él", en: "who answers for it", pt: "quem responde por ele" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept = manual.model.risks.iter().filter(|risk| !is_retired(&risk.base));
    let parts = |risk: &Risk| {
        unsaid([
            (!risk.anticipation.is_empty(), ANTICIPATION),
            (!risk.response.is_empty(), RESPONSE),
            (risk.base.owner.is_some(), OWNER),
        ])
    };
    report_gaps(report, kept.map(|risk| (&risk.base, parts(risk))));
}
