//! D408: staff are told how to treat different types of customer (D4).

use crate::check::{Report, Rule, is_retired};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D408",
        name: "no-customer-types",
        severity: Severity::Note,
        message: Text {
            es: "el manual no orienta sobre cómo tratar a los distintos tipos de cliente",
            en: "the manual gives no guidance on how to treat different types of customer",
            pt: "o manual não orienta sobre como tratar os diferentes tipos de cliente",
        },
        why: Text {
            es: "El cliente tímido y el impaciente piden un trato distinto del mismo puesto; quien atiende lo aprende mejor antes que con un error.",
            en: "The shy customer and the impatient one need different treatment from the same person, and it is better learned beforehand than by a mistake.",
            pt: "O cliente tímido e o impaciente pedem um tratamento diferente do mesmo cargo; quem atende aprende melhor antes do que com um erro.",
        },
        fix: Text {
            es: "escriba `customer-types.yaml`, con una entrada por tipo: `impaciente: { name: El cliente con prisa, signs: [mira el reloj], treat: [decirle cuánto falta], avoid: [pedirle calma] }`",
            en: "write `customer-types.yaml`, one entry a type: `impatient: { name: The customer in a hurry, signs: [looks at the clock], treat: [say how long it will take], avoid: [asking for calm] }`",
            pt: "escreva `customer-types.yaml`, com uma entrada por tipo: `impaciente: { name: O cliente com pressa, signs: [olha o relógio], treat: [dizer quanto falta], avoid: [pedir calma] }`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
#^^^^^^^^^^^
document: { title: Manual }
languages: { default: es }
=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, contact: true }
"#,
        good: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, contact: true }
=== customer-types.yaml
impaciente: { name: El cliente con prisa, signs: [mira el reloj] }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let attended = model.roles.iter().any(|role| role.contact && !is_retired(&role.base));
    if attended && model.customer_types.is_empty() {
        report.at(model.manifest.span, "", |finding| finding);
    }
}
