//! C382: an outage is announced and told step by step (G1).

use crate::check::{Report, Rule, is_retired};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::message::Moment;
use crate::model::reference::RiskKind;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C382",
        name: "outage-without-message",
        severity: Severity::Warning,
        message: Text {
            es: "ningún mensaje dice qué se comunica al cliente cuando el servicio se interrumpe",
            en: "no message says what customers are told when the service fails",
            pt: "nenhuma mensagem diz o que se comunica ao cliente quando o serviço é interrompido",
        },
        why: Text {
            es: "En una caída el cliente perdona la falla y no el silencio: se anuncia, se informa cada tanto y se avisa el regreso.",
            en: "In an outage customers forgive the failure and not the silence: it is announced, told at intervals, and its end is told.",
            pt: "Em uma queda o cliente perdoa a falha e não o silêncio: anuncia-se, informa-se de tempos em tempos e avisa-se o retorno.",
        },
        fix: Text {
            es: "añada a `communications.yaml` el aviso y sus avances: `aviso-de-caida: { name: Aviso de caída, moment: outage, content: \"qué falla, desde cuándo y a qué hora se dará la próxima noticia\", within: 15 minutes }`",
            en: "add the notice and its updates to `communications.yaml`: `outage-notice: { name: Outage notice, moment: outage, content: \"what fails, since when, and at what time more will be said\", within: 15 minutes }`",
            pt: "acrescente a `communications.yaml` o aviso e suas atualizações: `aviso-de-queda: { name: Aviso de queda, moment: outage, content: \"o que falha, desde quando e a que horas haverá nova notícia\", within: 15 minutes }`",
        },
        bad: r#"=== risks.yaml
caidas:
  name: Caídas sin aviso
#       ^^^^^^^^^^^^^^^^
  kind: unpreparedness
"#,
        good: r#"=== risks.yaml
caidas: { name: Caídas sin aviso, kind: unpreparedness }
=== communications.yaml
aviso: { name: Aviso de caída, moment: outage }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let told = model
        .communications
        .iter()
        .any(|c| !is_retired(&c.base) && c.moment.as_ref().is_some_and(|moment| moment.value == Moment::Outage));
    let risk = model.risks.iter().filter(|risk| !is_retired(&risk.base));
    let mut risk = risk.filter(|risk| risk.kind.as_ref().is_some_and(|kind| kind.value == RiskKind::Unpreparedness));
    if let Some(risk) = risk.next().filter(|_| !told) {
        report.at(risk.base.span, &risk.base.subject(), |finding| finding);
    }
}
