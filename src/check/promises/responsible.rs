//! C302: services, indicators, commitments and steps have a responsible role (C7).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::commitment::Commitment;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C302",
        name: "nobody-responsible",
        severity: Severity::Error,
        message: Text {
            es: "nadie responde por {kind} «{name}»",
            en: "nobody answers for {kind} “{name}”",
            pt: "ninguém responde {kind} “{name}”",
        },
        why: Text {
            es: "Lo que es de todos no es de nadie. Detrás de cada servicio, medida, promesa y paso hay un puesto al que se le puede preguntar.",
            en: "What belongs to everybody belongs to nobody. Behind each service, measure, promise and step there is a role that can be asked.",
            pt: "O que é de todos não é de ninguém. Por trás de cada serviço, medida, promessa e passo há um cargo a quem se pode perguntar.",
        },
        fix: Text {
            es: "nombre el puesto responsable: `owner: jefatura-servicio`",
            en: "name the responsible role: `owner: service-manager`",
            pt: "indique o cargo responsável: `owner: chefia-de-servico`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
indicators:
  respuestas:
    name: Respuestas a tiempo
#         ^^^^^^^^^^^^^^^^^^^
    target: { share: 95 % }
"#,
        good: r#"code: EJ-01
name: Ejemplo
owner: jefatura
indicators:
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 % }
    owner: caja
"#,
    },
    check,
};

const SERVICE: Text = Text { es: "el servicio", en: "the service", pt: "pelo serviço" };
const INDICATOR: Text = Text { es: "el indicador", en: "the indicator", pt: "pelo indicador" };
const COMMITMENT: Text = Text { es: "el compromiso", en: "the commitment", pt: "pelo compromisso" };
const STEP: Text = Text { es: "el paso", en: "the step", pt: "pelo passo" };

/// A step names who takes it by another key.
const STEP_HELP: Text = Text {
    es: "nombre el puesto que da el paso: `role: jefatura-servicio`",
    en: "name the role that takes the step: `role: service-manager`",
    pt: "indique o cargo que dá o passo: `role: chefia-de-servico`",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let active = model.services.iter().filter(|s| s.base.is_active());
    for service in active.filter(|s| s.base.owner.is_none() && s.managed_by.is_empty()) {
        let base = &service.base;
        report.at(base.span, &base.subject(), |f| f.arg("kind", SERVICE).arg("name", base.title()));
    }
    for indicator in super::indicators(manual).filter(|i| i.base.owner.is_none()) {
        let base = &indicator.base;
        report.at(base.span, &base.subject(), |f| f.arg("kind", INDICATOR).arg("name", base.title()));
    }
    for commitment in super::commitments(manual).filter(|c| !has_owner(manual, c)) {
        let base = &commitment.base;
        report.at(base.span, &base.subject(), |f| f.arg("kind", COMMITMENT).arg("name", base.id.as_str()));
    }
    for procedure in model.complaints.iter().filter(|p| p.base.is_active()) {
        for (number, step) in procedure.steps.iter().enumerate().filter(|(_, step)| step.role.is_none()) {
            let name = step.id.as_ref().map_or_else(|| (number + 1).to_string(), |id| id.value.clone());
            report.at(step.span, &procedure.base.subject(), |f| f.arg("kind", STEP).arg("name", name).help(STEP_HELP));
        }
    }
}

/// A commitment is its own owner's, else that of its service, its procedure or an indicator that measures it.
fn has_owner(manual: &Resolved<'_>, commitment: &Commitment) -> bool {
    let model = &manual.model;
    let id = commitment.base.id.as_str();
    let of_service = manual.makers(id).any(|s| s.base.owner.is_some() || !s.managed_by.is_empty());
    let procedures = model.complaints.iter().filter(|p| p.commitments.iter().any(|c| c.value == id));
    let indicators = commitment.indicators.iter().filter_map(|i| model.base(Kind::Indicators, &i.value));
    commitment.base.owner.is_some()
        || of_service
        || procedures.into_iter().any(|p| p.base.owner.is_some())
        || indicators.into_iter().any(|base| base.owner.is_some())
}
