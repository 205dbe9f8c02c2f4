//! C302: services, indicators, commitments and steps have a responsible role (C7).

use crate::check::{FEW, HERE_TOO, OTHERS, Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::commitment::Commitment;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use crate::span::FileId;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C302",
        name: "nobody-responsible",
        severity: Severity::Error,
        message: Text {
            es: "nadie responde por {what}",
            en: "nobody answers for {what}",
            pt: "ninguém responde {what}",
        },
        why: Text {
            es: "Lo que es de todos no es de nadie. Detrás de cada servicio, medida, promesa y paso hay un puesto al que se le puede preguntar.",
            en: "What belongs to everybody belongs to nobody. Behind each service, measure, promise and step there is a role that can be asked.",
            pt: "O que é de todos não é de ninguém. Por trás de cada serviço, medida, promessa e passo há um cargo a quem se pode perguntar.",
        },
        fix: Text {
            es: "nombre el puesto responsable: `owner: {own_role}`",
            en: "name the responsible role: `owner: {own_role}`",
            pt: "indique o cargo responsável: `owner: {own_role}`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
indicators:
  respuestas:
    name: Respuestas a tiempo
#         ^^^^^^^^^^^^^^^^^^^
    target: { share: 95 % }
  errores:
    name: Errores
    target: { share: "<= 1 %" }
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

const SERVICE: Text =
    Text { es: "el servicio «{name}»", en: "the service “{name}”", pt: "pelo serviço “{name}”" };
const INDICATOR: Text =
    Text { es: "el indicador «{name}»", en: "the indicator “{name}”", pt: "pelo indicador “{name}”" };
const COMMITMENT: Text =
    Text { es: "el compromiso «{name}»", en: "the commitment “{name}”", pt: "pelo compromisso “{name}”" };
const STEP: Text = Text { es: "el paso «{name}»", en: "the step “{name}”", pt: "pelo passo “{name}”" };
const INDICATORS: Text = Text {
    es: "{count} indicadores: {names}",
    en: "{count} indicators: {names}",
    pt: "por {count} indicadores: {names}",
};
const COMMITMENTS: Text = Text {
    es: "{count} compromisos: {names}",
    en: "{count} commitments: {names}",
    pt: "por {count} compromissos: {names}",
};
const NAME: Text = Text { es: "«{name}»", en: "“{name}”", pt: "“{name}”" };

const SEVERAL_HELP: Text = Text {
    es: "nombre el puesto responsable en cada uno: `owner: {own_role}`",
    en: "name the responsible role in each of them: `owner: {own_role}`",
    pt: "indique o cargo responsável em cada um: `owner: {own_role}`",
};

/// A step names who takes it by another key.
const STEP_HELP: Text = Text {
    es: "nombre el puesto que da el paso: `role: {own_role}`",
    en: "name the role that takes the step: `role: {own_role}`",
    pt: "indique o cargo que dá o passo: `role: {own_role}`",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let active = model.services.iter().filter(|s| s.base.is_active());
    for service in active.filter(|s| s.base.owner.is_none() && s.managed_by.is_empty()) {
        let base = &service.base;
        report.at(base.span, &base.subject(), |f| f.arg("what", Arg::named(SERVICE, base.title())));
    }
    let indicators = super::indicators(manual).filter(|i| i.base.owner.is_none());
    several(report, indicators.map(|i| (&i.base, i.base.title())), INDICATOR, INDICATORS);
    let commitments = super::commitments(manual).filter(|c| !has_owner(manual, c));
    several(report, commitments.map(|c| (&c.base, c.base.id.clone())), COMMITMENT, COMMITMENTS);
    for procedure in model.complaints.iter().filter(|p| p.base.is_active()) {
        for (number, step) in procedure.steps.iter().enumerate().filter(|(_, step)| step.role.is_none()) {
            let name = step.id.as_ref().map_or_else(|| (number + 1).to_string(), |id| id.value.clone());
            let what = Arg::named(STEP, name);
            report.at(step.span, &procedure.base.subject(), |f| f.arg("what", what).help(STEP_HELP));
        }
    }
}

/// Entries that nobody answers for: those of one file together, at the first of them.
fn several<'m>(report: &mut Report<'_>, lacking: impl Iterator<Item = (&'m Base, String)>, one: Text, many: Text) {
    let mut files: BTreeMap<FileId, Vec<(&Base, String)>> = BTreeMap::new();
    for (base, name) in lacking {
        files.entry(base.span.file).or_default().push((base, name));
    }
    for group in files.into_values() {
        let [(first, name), others @ ..] = group.as_slice() else { continue };
        if others.is_empty() {
            report.at(first.span, &first.subject(), |f| f.arg("what", Arg::named(one, name.as_str())));
            continue;
        }
        let mut names: Vec<Arg> = group.iter().take(FEW).map(|(_, name)| Arg::named(NAME, name.as_str())).collect();
        if group.len() > FEW {
            names.push(OTHERS.into());
        }
        let args = vec![("count", Arg::from(group.len().to_string())), ("names", Arg::List(names))];
        report.at(first.span, &first.subject(), |finding| {
            let finding = finding.arg("what", Arg::Phrase(many, args)).help(SEVERAL_HELP);
            others.iter().fold(finding, |finding, (base, _)| finding.label(base.span, HERE_TOO))
        });
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
