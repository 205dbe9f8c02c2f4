//! P516: some role deals with customers, and it is said which (E1, C7).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P516",
        name: "no-contact-role",
        severity: Severity::Warning,
        message: Text {
            es: "ningún puesto del manual atiende al público, así que no se comprueba su perfil, su formación ni sus facultades",
            en: "no role of the manual deals with customers, so nobody's profile, training or authority is checked",
            pt: "nenhum cargo do manual atende o público, de modo que não se verifica seu perfil, sua formação nem sua alçada",
        },
        why: Text {
            es: "El cliente trata con personas: de quien lo atiende se escribe cómo se elige, qué aprende y qué puede decidir.",
            en: "Customers deal with people: of those who serve them it is written how they are chosen, what they learn and what they may decide.",
            pt: "O cliente trata com pessoas: de quem o atende se escreve como se escolhe, o que aprende e o que pode decidir.",
        },
        fix: Text {
            es: "marque los puestos que atienden: `contact: true`",
            en: "mark the roles that serve customers: `contact: true`",
            pt: "marque os cargos que atendem: `contact: true`",
        },
        bad: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
=== roles.yaml
jefatura: { name: Jefatura }
#                 ^^^^^^^^
"#,
        good: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
=== roles.yaml
caja: { name: Caja, contact: true }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    // Before there is a service, nobody serves anybody.
    let serves = model.services.iter().any(|service| service.base.is_active());
    let Some(first) = model.roles.iter().find(|role| role.base.is_active()).filter(|_| serves) else { return };
    if super::contact(manual).next().is_none() {
        report.at(first.base.span, &first.base.subject(), |finding| finding);
    }
}
