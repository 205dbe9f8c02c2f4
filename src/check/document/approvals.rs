//! I712: those who approved a manual did so on a day, and before it was in force (I1).

use crate::check::{Report, Rule};
use crate::diag::{Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::model::manifest::DocumentStatus;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I712",
        name: "approval-late-or-undated",
        severity: Severity::Warning,
        message: Text {
            es: "la aprobación de {role} {fault}",
            en: "the approval by {role} {fault}",
            pt: "a aprovação de {role} {fault}",
        },
        why: Text {
            es: "Una aprobación sin fecha no se puede probar, y la que llega después de regir no aprobó nada.",
            en: "An approval without a date cannot be proved, and one that comes after the entry into force approved nothing.",
            pt: "Uma aprovação sem data não se pode provar, e a que chega depois da vigência não aprovou nada.",
        },
        fix: Text {
            es: "escriba el día en que se aprobó, que no puede ser posterior a `effective`: `{ role: {approver}, on: {day} }`",
            en: "write the day of the approval, which cannot be later than `effective`: `{ role: {approver}, on: {day} }`",
            pt: "escreva o dia em que foi aprovado, que não pode ser posterior a `effective`: `{ role: {approver}, on: {day} }`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  status: in_force
  effective: 2026-11-02
  approvals:
    - { role: jefatura, on: 2026-11-10 }
#                           ^^^^^^^^^^
    - { role: caja }
#             ^^^^
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  status: in_force
  effective: 2026-11-02
  approvals: [{ role: jefatura, on: 2026-10-05 }]
languages: { default: es }
"#,
    },
    check,
};

const UNDATED: Text = Text { es: "no lleva fecha", en: "has no date", pt: "não tem data" };
const LATE: Text = Text {
    es: "es posterior a la entrada en vigor",
    en: "is later than the entry into force",
    pt: "é posterior à entrada em vigor",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let document = &manual.model.manifest.document;
    // A draft gathers its approvals one by one.
    if document.status.as_ref().is_some_and(|status| status.value == DocumentStatus::Draft) {
        return;
    }
    for approval in &document.approvals {
        let Some(role) = &approval.role else { continue };
        let name = super::role_name(manual, role);
        let day =
            document.effective.as_ref().map_or(report.today, |effective| effective.value.start().min(report.today));
        let fill = |finding: Diagnostic| finding.arg("approver", role.source.trim()).arg("day", day.to_string());
        match (&approval.on, &document.effective) {
            (None, _) => report.at(role.span, "", |f| fill(f).arg("role", name).arg("fault", UNDATED)),
            (Some(on), Some(effective)) if on.value.start() > effective.value.end() => {
                report.at(on.span, "", |f| fill(f).arg("role", name).arg("fault", LATE));
            }
            _ => {}
        }
    }
}
