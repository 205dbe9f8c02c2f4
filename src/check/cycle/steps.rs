//! F604: a moment of truth has the five products of its five steps (F3).

use crate::check::{Report, Rule, said, unsaid};
use crate::diag::{Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::model::service::CycleMoment;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "F604",
        name: "moment-of-truth-incomplete",
        severity: Severity::Warning,
        message: Text {
            es: "del momento de verdad «{moment}» no se dice {parts}",
            en: "the moment of truth “{moment}” does not say {parts}",
            pt: "no momento da verdade “{moment}” falta dizer {parts}",
        },
        why: Text {
            es: "Un momento de verdad se cuida en cinco pasos: se valida con quienes lo atienden, se fijan requisitos, se planifica la mejora, se prioriza y se pregunta al cliente.",
            en: "A moment of truth is cared for in five steps: validated with those who serve, given requirements, an action plan and a priority, and asked about.",
            pt: "Um momento da verdade se cuida em cinco passos: valida-se com quem atende, fixam-se requisitos, planeja-se a melhoria, prioriza-se e pergunta-se ao cliente.",
        },
        fix: Text {
            es: "complete el momento: `requirements: [se le llama por su nombre]`, `validated_by: [{own_contact}]`, `priority: high`, `plan: { action: avisar de la espera en la entrada, owner: {own_role}, due: 2027-03-31 }`, `survey: ¿Esperó lo que le dijimos?`",
            en: "complete the moment: `requirements: [addressed by name]`, `validated_by: [{own_contact}]`, `priority: high`, `plan: { action: tell the wait at the door, owner: {own_role}, due: 2027-03-31 }`, `survey: Did you wait as long as we said?`",
            pt: "complete o momento: `requirements: [é chamado pelo nome]`, `validated_by: [{own_contact}]`, `priority: high`, `plan: { action: avisar da espera na entrada, owner: {own_role}, due: 2027-03-31 }`, `survey: Esperou o que lhe dissemos?`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
cycle:
  - moment: La espera en la sala
#           ^^^^^^^^^^^^^^^^^^^^
    of_truth: true
    channel: agencia
    role: caja
    requirements: [hay asientos libres]
"#,
        good: r#"code: EJ-01
name: Ejemplo
cycle:
  - moment: La espera en la sala
    of_truth: true
    channel: agencia
    role: caja
    requirements: [hay asientos libres]
    validated_by: [caja]
    priority: high
    plan: { action: abrir otra ventanilla, owner: jefatura, due: 2027-03-31 }
    survey: ¿El tiempo que esperó fue razonable?
"#,
    },
    check,
};

const VALIDATED: Text =
    Text { es: "qué puestos lo validaron", en: "which roles validated it", pt: "que cargos o validaram" };
const REQUIREMENTS: Text = Text {
    es: "qué requisitos debe cumplir",
    en: "which requirements it must meet",
    pt: "que requisitos deve cumprir",
};
const PLAN: Text =
    Text { es: "con qué plan se mejora", en: "how it is to be improved", pt: "com que plano se melhora" };
const PLAN_OWNER: Text =
    Text { es: "quién lleva el plan", en: "who is in charge of the plan", pt: "quem conduz o plano" };
const PLAN_DUE: Text = Text { es: "para cuándo es el plan", en: "when the plan is due", pt: "para quando é o plano" };
const PRIORITY: Text = Text { es: "qué prioridad tiene", en: "what priority it has", pt: "que prioridade tem" };
const SURVEY: Text = Text {
    es: "con qué pregunta se consulta al cliente",
    en: "what the customer is asked about it",
    pt: "com que pergunta se consulta o cliente",
};

/// What to write where one part alone is missing.
fn help(part: Text) -> Option<Text> {
    let helps = [
        (
            VALIDATED,
            Text {
                es: "diga con qué puestos se validó: `validated_by: [{own_contact}]`",
                en: "say with which roles it was validated: `validated_by: [{own_contact}]`",
                pt: "diga com que cargos foi validado: `validated_by: [{own_contact}]`",
            },
        ),
        (
            REQUIREMENTS,
            Text {
                es: "añada lo que se exige: `requirements: [se le llama por su nombre]`",
                en: "add what is required: `requirements: [addressed by name]`",
                pt: "acrescente o que se exige: `requirements: [é chamado pelo nome]`",
            },
        ),
        (
            PLAN,
            Text {
                es: "añada el plan: `plan: { action: avisar de la espera en la entrada, owner: {own_role}, due: 2027-03-31 }`",
                en: "add the plan: `plan: { action: tell the wait at the door, owner: {own_role}, due: 2027-03-31 }`",
                pt: "acrescente o plano: `plan: { action: avisar da espera na entrada, owner: {own_role}, due: 2027-03-31 }`",
            },
        ),
        (
            PLAN_OWNER,
            Text {
                es: "añada a `plan` quién lo lleva: `owner: {own_role}`",
                en: "add to `plan` who is in charge: `owner: {own_role}`",
                pt: "acrescente a `plan` quem o conduz: `owner: {own_role}`",
            },
        ),
        (
            PLAN_DUE,
            Text {
                es: "añada a `plan` la fecha: `due: 2027-03-31`",
                en: "add the date to `plan`: `due: 2027-03-31`",
                pt: "acrescente a `plan` a data: `due: 2027-03-31`",
            },
        ),
        (
            PRIORITY,
            Text {
                es: "añada la prioridad, high, medium o low: `priority: high`",
                en: "add the priority, high, medium or low: `priority: high`",
                pt: "acrescente a prioridade, high, medium ou low: `priority: high`",
            },
        ),
        (
            SURVEY,
            Text {
                es: "añada la pregunta al cliente: `survey: ¿Esperó lo que le dijimos?`",
                en: "add the question to the customer: `survey: Did you wait as long as we said?`",
                pt: "acrescente a pergunta ao cliente: `survey: Esperou o que lhe dissemos?`",
            },
        ),
    ];
    helps.into_iter().find(|(of, _)| *of == part).map(|(_, help)| help)
}

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        for moment in service.cycle.iter().filter(|moment| moment.of_truth) {
            let parts = missing(moment);
            if !parts.is_empty() {
                report.at(super::place(moment), &service.base.subject(), |finding| {
                    let help = match parts.as_slice() {
                        [one] => help(*one),
                        _ => None,
                    };
                    let finding = finding.arg("moment", super::title(moment)).arg("parts", parts);
                    help.into_iter().fold(finding, Diagnostic::help)
                });
            }
        }
    }
}

fn missing(moment: &CycleMoment) -> Vec<Text> {
    let plan = moment.plan.as_ref();
    unsaid([
        (!moment.validated_by.is_empty(), VALIDATED),
        (!moment.requirements.is_empty(), REQUIREMENTS),
        (plan.is_some(), PLAN),
        (plan.is_none_or(|plan| plan.owner.is_some()), PLAN_OWNER),
        (plan.is_none_or(|plan| plan.due.is_some()), PLAN_DUE),
        (moment.priority.is_some(), PRIORITY),
        (said(&moment.survey), SURVEY),
    ])
}
