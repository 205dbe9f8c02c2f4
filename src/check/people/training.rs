//! P502: a contact role is trained (E2).

use crate::check::{Report, Rule, report_lacking};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P502",
        name: "contact-role-without-training",
        severity: Severity::Warning,
        message: Text {
            es: "puesto de atención al público sin capacitación: {names}",
            en: "customer-contact role without training: {names}",
            pt: "cargo de atendimento ao público sem capacitação: {names}",
        },
        why: Text {
            es: "Un perfil no enseña el oficio: quien atiende sin formación aprende con los clientes.",
            en: "A profile does not teach the trade: those who serve untrained learn on customers.",
            pt: "Um perfil não ensina o ofício: quem atende sem formação aprende com os clientes.",
        },
        fix: Text {
            es: "nombre los cursos del puesto, `training: [{own_training}]`, y descríbalos en `trainings.yaml`",
            en: "name the courses of the role, `training: [{own_training}]`, and describe them in `trainings.yaml`",
            pt: "indique os cursos do cargo, `training: [{own_training}]`, e descreva-os em `trainings.yaml`",
        },
        bad: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja:
  name: Caja
#       ^^^^
  contact: true
"#,
        good: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, contact: true }
=== trainings.yaml
trato: { name: Trato al cliente, roles: [caja] }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let trains =
        |id: &str| manual.model.trainings.iter().any(|training| training.roles.iter().any(|role| role.value == id));
    let roles = super::contact(manual).filter(|role| role.training.is_empty() && !trains(&role.base.id));
    let lacking: Vec<&Base> = roles.map(|role| &role.base).collect();
    report_lacking(report, &lacking, |finding| finding);
}
