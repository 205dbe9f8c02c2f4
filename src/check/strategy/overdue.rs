//! C394: an objective that is past its date is renewed or closed (C9, I4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C394",
        name: "objective-overdue",
        severity: Severity::Warning,
        message: Text {
            es: "el objetivo «{objective}» vencía el {date} y sigue abierto",
            en: "the objective “{objective}” was due on {date} and is still open",
            pt: "o objetivo “{objective}” vencia em {date} e continua aberto",
        },
        why: Text {
            es: "Un objetivo vencido no guía a nadie: o se alcanzó y hay que decirlo, o no, y hay que decidir qué se hace.",
            en: "An objective past its date guides nobody: either it was reached, and that has to be said, or not, and something has to be decided.",
            pt: "Um objetivo vencido não guia ninguém: ou foi alcançado, e é preciso dizê-lo, ou não, e é preciso decidir o que fazer.",
        },
        fix: Text {
            es: "ponga la fecha nueva (`due: 2027-12-31`) o, si se cerró, `status: { retired: {day} }`",
            en: "put the new date (`due: 2027-12-31`) or, if it is closed, `status: { retired: {day} }`",
            pt: "ponha a data nova (`due: 2027-12-31`) ou, se foi encerrado, `status: { retired: {day} }`",
        },
        bad: r#"=== objectives.yaml
a-tiempo: { name: Respuestas a tiempo, due: 2025-12-31 }
#                                           ^^^^^^^^^^
"#,
        good: r#"=== objectives.yaml
a-tiempo: { name: Respuestas a tiempo, due: 2027-12-31 }
otro: { name: Menos esperas, due: 2025-12-31, status: { retired: 2025-12-31 } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for objective in manual.model.objectives.iter().filter(|o| o.base.is_active()) {
        let Some(due) = objective.due.as_ref().filter(|due| due.value.end() < report.today) else { continue };
        let end = due.value.end();
        report.at(due.span, &objective.base.subject(), |finding| {
            finding.arg("objective", objective.base.title()).arg("date", end).arg("day", end.to_string())
        });
    }
}
