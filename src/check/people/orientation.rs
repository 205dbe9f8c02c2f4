//! P506: a new member of staff in a contact role is introduced to it (E5).

use crate::check::{Report, Rule, report_lacking};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P506",
        name: "contact-role-without-orientation",
        severity: Severity::Warning,
        message: Text {
            es: "puesto de atención al público sin orientación para quien ingresa: {names}",
            en: "customer-contact role without orientation for newcomers: {names}",
            pt: "cargo de atendimento ao público sem integração para quem ingressa: {names}",
        },
        why: Text {
            es: "El primer día se aprende cómo se trata aquí al cliente, del manual o de quien esté más cerca.",
            en: "The first day teaches how customers are treated here, by the manual or by whoever sits nearest.",
            pt: "No primeiro dia se aprende como aqui se trata o cliente, pelo manual ou por quem estiver mais perto.",
        },
        fix: Text {
            es: "escriba su ruta en `paths.yaml`: `{own_path}: { name: {own_name}, role: {own_entry}, day_one: [{own_reading}], week_one: [{own_procedure}] }`",
            en: "write its path in `paths.yaml`: `{own_path}: { name: {own_name}, role: {own_entry}, day_one: [{own_reading}], week_one: [{own_procedure}] }`",
            pt: "escreva sua trilha em `paths.yaml`: `{own_path}: { name: {own_name}, role: {own_entry}, day_one: [{own_reading}], week_one: [{own_procedure}] }`",
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
=== paths.yaml
ruta-de-caja: { name: Ruta de caja, role: caja, day_one: [channels/agencia] }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let roles = super::contact(manual).filter(|role| super::orientations(manual, &role.base.id).is_empty());
    let lacking: Vec<&Base> = roles.map(|role| &role.base).collect();
    report_lacking(report, &lacking, |finding| finding);
}
