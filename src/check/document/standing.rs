//! I715: the status of the document agrees with its dates (I1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::manifest::DocumentStatus;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I715",
        name: "status-contradicts-date",
        severity: Severity::Warning,
        message: Text {
            es: "el documento figura en vigor, pero rige desde el {date}",
            en: "the document is said to be in force, but takes effect on {date}",
            pt: "o documento consta como em vigor, mas vigora a partir de {date}",
        },
        why: Text {
            es: "Hasta ese día rige la edición anterior, y el personal no debe trabajar con dos.",
            en: "Until that day the edition before holds, and staff must not work by two.",
            pt: "Até esse dia vigora a edição anterior, e o pessoal não deve trabalhar com duas.",
        },
        fix: Text {
            es: "escriba `status: approved` hasta que llegue el día, o corrija `effective`",
            en: "write `status: approved` until the day comes, or correct `effective`",
            pt: "escreva `status: approved` até que chegue o dia, ou corrija `effective`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  status: in_force
#         ^^^^^^^^
  effective: 2027-01-04
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  status: approved
  effective: 2027-01-04
languages: { default: es }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let document = &manual.model.manifest.document;
    let (Some(status), Some(effective)) = (&document.status, &document.effective) else { return };
    if status.value == DocumentStatus::InForce && effective.value.start() > report.today {
        report.at(status.span, "", |finding| finding.arg("date", effective.value.start()));
    }
}
