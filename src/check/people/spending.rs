//! P517: somebody who serves customers may spend something on a solution, and it is said how much (E3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P517",
        name: "nobody-may-spend",
        severity: Severity::Warning,
        message: Text {
            es: "ninguna facultad dice hasta cuánto se puede gastar para resolver",
            en: "no authority says how much may be spent to solve a problem",
            pt: "nenhuma alçada diz até quanto se pode gastar para resolver",
        },
        why: Text {
            es: "Quien puede decidir pero no sabe cuánto puede gastar pide permiso, y el cliente espera.",
            en: "Those who may decide but do not know how much they may spend ask for leave, and the customer waits.",
            pt: "Quem pode decidir mas não sabe quanto pode gastar pede permissão, e o cliente espera.",
        },
        fix: Text {
            es: "añada el límite a la facultad: `up_to: 50 {own_currency}`",
            en: "add the limit to the authority: `up_to: 50 {own_currency}`",
            pt: "acrescente o limite à alçada: `up_to: 50 {own_currency}`",
        },
        bad: r#"=== roles.yaml
caja:
  name: Caja
#       ^^^^
  contact: true
  authority: [{ decides: devolver un cobro equivocado }]
"#,
        good: r#"=== roles.yaml
caja:
  name: Caja
  contact: true
  authority: [{ decides: devolver un cobro equivocado, up_to: 50 PEN, per: case }]
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let roles = model.roles.iter().filter(|role| role.base.is_active()).flat_map(|role| &role.authority);
    let services = model.services.iter().filter(|service| service.base.is_active());
    let mut all = roles.chain(services.flat_map(|service| &service.authority));
    let redress = model.complaints.iter().filter(|p| p.base.is_active()).flat_map(|procedure| &procedure.redress);
    if all.any(|authority| authority.up_to.is_some()) || redress.into_iter().any(|offer| offer.up_to.is_some()) {
        return;
    }
    // Who may decide nothing at all is told by P504.
    let decides = |role: &&crate::model::people::Role| role.base.is_active() && !role.authority.is_empty();
    if let Some(first) = model.roles.iter().find(decides) {
        report.at(first.base.span, &first.base.subject(), |finding| finding);
    }
}
