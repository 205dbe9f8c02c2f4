//! B201: complaints are handled effectively: every part from intake to closing is said (B1).

use crate::check::{Report, Rule, said};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::complaint::{Procedure, ProcedureStep};
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "B201",
        name: "complaint-handling",
        severity: Severity::Error,
        message: Text {
            es: "el procedimiento «{procedure}» no dice {part}",
            en: "the procedure “{procedure}” does not say {part}",
            pt: "o procedimento “{procedure}” não diz {part}",
        },
        why: Text {
            es: "Un reclamo se atiende bien cuando está escrito por dónde entra, con qué número, quién responde, en cuánto tiempo, a quién se eleva y cómo se cierra.",
            en: "A complaint is handled well when the procedure says how it comes in, under which number, who answers, how soon, to whom it is escalated and how it is closed.",
            pt: "Uma reclamação é bem tratada quando está escrito por onde entra, com que número, quem responde, em quanto tempo, a quem se eleva e como se encerra.",
        },
        fix: Text {
            es: "añada lo que falta; por ejemplo, `{example}`",
            en: "add what is missing; for example `{example}`",
            pt: "acrescente o que falta; por exemplo, `{example}`",
        },
        bad: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
#       ^^^^^^^^^^^^^^^^^^^^
  types:
    reclamo: { name: Reclamo }
#   ^^^^^^^
  intake: { channels: [agencia], register_number: at_receipt, acknowledgement: { within: 1 business day } }
  severity:
    alta: { when: hay dinero perdido, role: jefatura }
  steps:
    - { id: registrar, does: Registra el caso, role: caja }
#       ^^
  escalation: [{ when: el cliente no está conforme, to: jefatura }]
  redress: [disculpa por escrito]
  closing: { requires: conformidad del cliente }
"#,
        good: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
  types:
    reclamo: { name: Reclamo, answer_within: 10 business days }
  intake: { channels: [agencia], register_number: at_receipt, acknowledgement: { within: 1 business day } }
  severity:
    alta: { when: hay dinero perdido, role: jefatura }
  steps:
    - { id: registrar, does: Registra el caso, role: caja, within: 20 minutes }
  tone: Sereno y sin tecnicismos; se llama error al error.
  escalation: [{ when: el cliente no está conforme, to: jefatura }]
  redress: [disculpa por escrito]
  closing: { requires: conformidad del cliente }
"#,
    },
    check,
};

/// A part of handling: how a finding names it, and how it is written.
type Part = (Text, Text);

const TYPES: Part = (
    Text { es: "qué tipos de caso recibe", en: "which types of case it receives", pt: "que tipos de caso recebe" },
    Text {
        es: "types: { reclamo: { answer_within: 10 business days } }",
        en: "types: { complaint: { answer_within: 10 business days } }",
        pt: "types: { reclamacao: { answer_within: 10 business days } }",
    },
);
const ANSWER: Part = (
    Text {
        es: "en cuánto tiempo se responde este tipo de caso",
        en: "how soon this type of case is answered",
        pt: "em quanto tempo se responde a este tipo de caso",
    },
    Text {
        es: "answer_within: 10 business days",
        en: "answer_within: 10 business days",
        pt: "answer_within: 10 business days",
    },
);
const CHANNELS: Part = (
    Text {
        es: "por qué canales se reclama",
        en: "through which channels to complain",
        pt: "por quais canais se reclama",
    },
    Text {
        es: "intake: { channels: [{own_channel}] }",
        en: "intake: { channels: [{own_channel}] }",
        pt: "intake: { channels: [{own_channel}] }",
    },
);
const NUMBER: Part = (
    Text {
        es: "cuándo recibe el cliente un número de registro",
        en: "when the customer gets a registration number",
        pt: "quando o cliente recebe um número de registro",
    },
    Text {
        es: "intake: { register_number: at_receipt }",
        en: "intake: { register_number: at_receipt }",
        pt: "intake: { register_number: at_receipt }",
    },
);
const ACKNOWLEDGEMENT: Part = (
    Text {
        es: "cómo se acusa recibo de cada caso",
        en: "how each case is acknowledged",
        pt: "como se acusa o recebimento de cada caso",
    },
    Text {
        es: "intake: { acknowledgement: { within: 1 business day } }",
        en: "intake: { acknowledgement: { within: 1 business day } }",
        pt: "intake: { acknowledgement: { within: 1 business day } }",
    },
);
const SEVERITY: Part = (
    Text {
        es: "qué niveles de gravedad hay",
        en: "which levels of severity there are",
        pt: "que níveis de gravidade há",
    },
    Text {
        es: "severity: { alta: { when: hay dinero perdido } }",
        en: "severity: { high: { when: money was lost } }",
        pt: "severity: { alta: { when: houve dinheiro perdido } }",
    },
);
const STEPS: Part = (
    Text {
        es: "con qué pasos se atiende un caso",
        en: "by which steps a case is handled",
        pt: "com que passos se trata um caso",
    },
    Text {
        es: "steps: [{ id: registrar, does: Registra el caso, role: {own_contact}, within: 20 minutes }]",
        en: "steps: [{ id: register, does: Registers the case, role: {own_contact}, within: 20 minutes }]",
        pt: "steps: [{ id: registrar, does: Registra o caso, role: {own_contact}, within: 20 minutes }]",
    },
);
const TIME: Part = (
    Text {
        es: "en cuánto tiempo se da este paso",
        en: "how soon this step is taken",
        pt: "em quanto tempo se dá este passo",
    },
    Text { es: "within: 3 business days", en: "within: 3 business days", pt: "within: 3 business days" },
);
const ESCALATION: Part = (
    Text { es: "a quién se eleva un caso", en: "to whom a case is escalated", pt: "a quem se eleva um caso" },
    Text {
        es: "escalation: [{ when: el cliente no está conforme, to: {own_role} }]",
        en: "escalation: [{ when: the customer is not satisfied, to: {own_role} }]",
        pt: "escalation: [{ when: o cliente não está satisfeito, to: {own_role} }]",
    },
);
const TONE: Part = (
    Text { es: "con qué tono se responde", en: "in which tone to answer", pt: "com que tom se responde" },
    Text {
        es: "tone: Sereno y sin tecnicismos; se llama error al error",
        en: "tone: Calm and plain; a mistake is called a mistake",
        pt: "tone: Sereno e sem jargão; chama-se o erro de erro",
    },
);
const ANSWERS: Part = (
    Text { es: "quién responde", en: "who answers", pt: "quem responde" },
    Text { es: "answers: jefatura-servicio", en: "answers: service-manager", pt: "answers: chefia-de-servico" },
);
const REDRESS: Part = (
    Text { es: "qué reparación se ofrece", en: "which redress is offered", pt: "que reparação se oferece" },
    Text {
        es: "redress: [disculpa por escrito, devolución de lo cobrado de más]",
        en: "redress: [a written apology, refund of what was overcharged]",
        pt: "redress: [desculpas por escrito, devolução do que se cobrou a mais]",
    },
);
const CLOSING: Part = (
    Text { es: "cómo se cierra un caso", en: "how a case is closed", pt: "como se encerra um caso" },
    Text {
        es: "closing: { requires: conformidad del cliente }",
        en: "closing: { requires: the customer’s agreement }",
        pt: "closing: { requires: concordância do cliente }",
    },
);

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for procedure in super::procedures(manual) {
        let mut tell = |span, (part, example): Part| {
            super::report_part(report, procedure, span, part, |finding| finding.arg("example", example));
        };
        for part in missing(procedure) {
            tell(procedure.base.span, part);
        }
        // The time may be set by type or by severity, as long as every case has one.
        let by_severity =
            !procedure.severity.is_empty() && procedure.severity.iter().all(|s| s.answer_within.is_some());
        for kind in procedure.types.iter().filter(|t| t.answer_within.is_none() && !by_severity) {
            tell(kind.id.span, ANSWER);
        }
        for step in procedure.steps.iter().filter(|step| step.within.is_none()) {
            tell(step.span, TIME);
        }
    }
}

/// What the procedure as a whole lacks. A step without a role is nobody's: that is C302's finding.
fn missing(procedure: &Procedure) -> Vec<Part> {
    let intake = procedure.intake.as_ref();
    let acknowledged = intake.is_some_and(|i| i.acknowledgement.is_some()) || procedure.steps.iter().any(acknowledges);
    // Who answers may be said by severity.
    let by_role = procedure.severity.iter().all(|severity| severity.role.is_some());
    let parts = [
        (!procedure.types.is_empty(), TYPES),
        (intake.is_some_and(|i| !i.channels.is_empty()), CHANNELS),
        (intake.is_some_and(|i| said(&i.register_number)), NUMBER),
        (acknowledged, ACKNOWLEDGEMENT),
        (!procedure.severity.is_empty(), SEVERITY),
        (!procedure.steps.is_empty(), STEPS),
        (said(&procedure.answers) || (!procedure.severity.is_empty() && by_role), ANSWERS),
        (!procedure.escalation.is_empty(), ESCALATION),
        (said(&procedure.tone), TONE),
        (!procedure.redress.is_empty(), REDRESS),
        (procedure.closing.as_ref().is_some_and(|closing| said(&closing.requires)), CLOSING),
    ];
    parts.into_iter().filter(|(is_said, _)| !is_said).map(|(_, part)| part).collect()
}

/// Whether a step acknowledges the case, judged by its words in any of the three languages.
fn acknowledges(step: &ProcedureStep) -> bool {
    let id = step.id.as_ref().map(|id| id.value.as_str());
    let does = step.does.as_ref().map(|text| &*text.source);
    [id, does].into_iter().flatten().any(|words| {
        let words = words.to_lowercase();
        ["acus", "acknowl", "confirm"].iter().any(|stem| words.contains(stem))
    })
}
