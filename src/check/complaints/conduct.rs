//! B206: there is a standard of conduct for who receives an upset customer (B6).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "B206",
        name: "complaint-conduct",
        severity: Severity::Error,
        message: Text {
            es: "el procedimiento «{procedure}» no dice {part}",
            en: "the procedure “{procedure}” does not say {part}",
            pt: "o procedimento “{procedure}” não diz {part}",
        },
        why: Text {
            es: "Antes que una solución, quien reclama busca que lo escuchen. Esa conducta se escribe y se observa como cualquier otra norma.",
            en: "More than a solution, people who complain want to be heard. That conduct is written down and observed like any other standard.",
            pt: "Antes de uma solução, quem reclama quer ser ouvido. Essa conduta se escreve e se observa como qualquer outra norma.",
        },
        fix: Text {
            es: "nombre las normas de trato que rigen al recibir un reclamo: `conduct: [{own_standard}]`",
            en: "name the standards that hold when a complaint is received: `conduct: [{own_standard}]`",
            pt: "indique as normas de atendimento que valem ao receber uma reclamação: `conduct: [{own_standard}]`",
        },
        bad: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
#       ^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
  conduct: [escuchar]
=== standards.yaml
escuchar:
  name: Escuchar sin interrumpir
  statement: Quien recibe deja terminar al cliente antes de responder.
"#,
    },
    check,
};

const PART: Text = Text {
    es: "con qué conducta se recibe a un cliente molesto",
    en: "how staff are to receive an upset customer",
    pt: "como a equipe deve receber um cliente contrariado",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for procedure in super::procedures(manual).filter(|p| p.conduct.is_empty()) {
        super::report_part(report, procedure, procedure.base.span, PART, |finding| finding);
    }
}
