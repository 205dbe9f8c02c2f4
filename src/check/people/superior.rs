//! P509: whoever serves the public knows whom to turn to (E3, C7).

use crate::check::{Report, Rule, report_lacking};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P509",
        name: "nobody-to-turn-to",
        severity: Severity::Warning,
        message: Text {
            es: "puesto de atención al público sin nadie a quien acudir: {names}",
            en: "customer-contact role with nobody to turn to: {names}",
            pt: "cargo de atendimento ao público sem ninguém a quem recorrer: {names}",
        },
        why: Text {
            es: "Cuando un caso supera las facultades de un puesto, quien atiende debe saber a quién pasarlo sin buscar.",
            en: "When a case is beyond a role’s authority, whoever serves must know to whom to hand it without searching.",
            pt: "Quando um caso supera a alçada de um cargo, quem atende deve saber a quem passá-lo sem procurar.",
        },
        fix: Text {
            es: "nombre el puesto que decide cuando este no puede: `escalates_to: {own_role}`",
            en: "name the role that decides where this one cannot: `escalates_to: {own_role}`",
            pt: "indique o cargo que decide quando este não pode: `escalates_to: {own_role}`",
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
caja: { name: Caja, contact: true, escalates_to: jefatura }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let roles = &manual.model.roles;
    // The head of the house has nobody above, and is whom others turn to.
    let is_head = |id: &str| {
        let turns_to = |to: &Option<crate::span::Spanned<String>>| to.as_ref().is_some_and(|to| to.value == id);
        roles.iter().any(|role| turns_to(&role.escalates_to) || turns_to(&role.reports_to))
    };
    let alone = |role: &&crate::model::people::Role| role.escalates_to.is_none() && role.reports_to.is_none();
    let lacking: Vec<&Base> =
        super::contact(manual).filter(alone).map(|role| &role.base).filter(|base| !is_head(&base.id)).collect();
    report_lacking(report, &lacking, |finding| finding);
}
