//! P504: a contact role may decide something by itself (E3).

use crate::check::{Report, Rule, report_lacking};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::people::Role;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P504",
        name: "contact-role-without-authority",
        severity: Severity::Warning,
        message: Text {
            es: "puesto de atención al público sin facultades escritas para resolver: {names}",
            en: "customer-contact role without written authority to solve problems: {names}",
            pt: "cargo de atendimento ao público sem alçada escrita para resolver: {names}",
        },
        why: Text {
            es: "Quien no puede decidir nada manda al cliente a otra ventanilla. Lo que cada puesto puede resolver y gastar se escribe antes.",
            en: "Those who may decide nothing send the customer to another counter. What each role may solve and spend is written beforehand.",
            pt: "Quem não pode decidir nada manda o cliente a outro guichê. O que cada cargo pode resolver e gastar se escreve antes.",
        },
        fix: Text {
            es: "diga qué decide el puesto por su cuenta: `authority: [{ decides: devolver un cobro equivocado, up_to: 50 {own_currency}, per: case }]`",
            en: "say what the role decides by itself: `authority: [{ decides: refund a wrong charge, up_to: 50 {own_currency}, per: case }]`",
            pt: "diga o que o cargo decide por conta própria: `authority: [{ decides: devolver uma cobrança errada, up_to: 50 {own_currency}, per: case }]`",
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
caja:
  name: Caja
  contact: true
  authority: [{ decides: devolver un cobro equivocado, up_to: 50 PEN, per: case }]
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let roles = super::contact(manual).filter(|role| !decides(manual, role));
    let lacking: Vec<&Base> = roles.map(|role| &role.base).collect();
    report_lacking(report, &lacking, |finding| finding);
}

/// Whether the role decides something: by its own entry, in a service, or on redress.
fn decides(manual: &Resolved<'_>, role: &Role) -> bool {
    let id = role.base.id.as_str();
    let in_service = manual.model.services.iter().flat_map(|service| &service.authority);
    let redress = manual.model.complaints.iter().flat_map(|procedure| &procedure.redress);
    !role.authority.is_empty()
        || in_service.into_iter().any(|a| a.role.as_ref().is_some_and(|r| r.value == id))
        || redress.into_iter().any(|offer| offer.decides.as_ref().is_some_and(|who| *who.source == *id))
}
