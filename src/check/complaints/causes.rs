//! B209: the causes that have a name for readers are those that are looked for (B2).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::{entries, nearest};
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "B209",
        name: "name-of-no-cause",
        severity: Severity::Warning,
        message: Text {
            es: "«{name}» es el nombre de una causa que no está en `causes`: `{id}`",
            en: "“{name}” is the name of a cause that is not in `causes`: `{id}`",
            pt: "“{name}” é o nome de uma causa que não está em `causes`: `{id}`",
        },
        why: Text {
            es: "El nombre no se publica, y la causa que debía llevarlo aparece con su id.",
            en: "The name is not published, and the cause that should bear it appears with its id.",
            pt: "O nome não é publicado, e a causa que deveria levá-lo aparece com seu id.",
        },
        fix: Text {
            es: "añada la causa, `causes: [{causes}, {id}]`, o corrija el id en `cause_names`",
            en: "add the cause, `causes: [{causes}, {id}]`, or correct the id in `cause_names`",
            pt: "acrescente a causa, `causes: [{causes}, {id}]`, ou corrija o id em `cause_names`",
        },
        bad: r#"=== complaints.yaml
quejas:
  name: Quejas
  investigation:
    causes: [producto, proceso, atencion]
    cause_names: { producto: El producto, proceos: El proceso }
#                                                  ^^^^^^^^^^
"#,
        good: r#"=== complaints.yaml
quejas:
  name: Quejas
  investigation:
    causes: [producto, proceso, atencion]
    cause_names: { producto: El producto, proceso: El proceso }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for procedure in super::procedures(manual) {
        let Some(block) = procedure.investigation.value() else { continue };
        let known = || block.causes.iter().map(|cause| cause.value.as_str());
        // Without the causes it is they that are missing.
        for (id, name) in
            block.cause_names.iter().filter(|(id, _)| !block.causes.is_empty() && !known().any(|k| k == id))
        {
            report.at(name.span, &procedure.base.subject(), |finding| {
                let causes = known().collect::<Vec<_>>().join(", ");
                let finding = finding.arg("name", name.plain()).arg("id", id.as_str()).arg("causes", causes);
                match nearest::one(id, known()) {
                    Some(near) => finding.arg("near", near).help(entries::DID_YOU_MEAN),
                    None => finding,
                }
            });
        }
    }
}
