//! F605: the action plan of a moment of truth is not overdue (F3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::values::Date;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "F605",
        name: "plan-overdue",
        severity: Severity::Warning,
        message: Text {
            es: "el plan de «{moment}» venció el {date}: {action}",
            en: "the plan of “{moment}” was due on {date}: {action}",
            pt: "o plano de “{moment}” venceu em {date}: {action}",
        },
        why: Text {
            es: "Un plan vencido sin noticia enseña que las fechas del manual no se toman en serio.",
            en: "A plan that is overdue without a word teaches that the dates of the manual are not meant.",
            pt: "Um plano vencido sem notícia ensina que as datas do manual não são levadas a sério.",
        },
        fix: Text {
            es: "si se cumplió, escriba el plan siguiente; si no, la nueva fecha y quién responde: `due: {later}`",
            en: "if it was carried out, write the next plan; if not, the new date and who answers: `due: {later}`",
            pt: "se foi cumprido, escreva o plano seguinte; se não, a nova data e quem responde: `due: {later}`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
cycle:
  - moment: La espera en la sala
    of_truth: true
    plan: { action: abrir otra ventanilla, owner: jefatura, due: 2026-09-30 }
#                                                                ^^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
cycle:
  - moment: La espera en la sala
    of_truth: true
    plan: { action: abrir otra ventanilla, owner: jefatura, due: 2027-03-31 }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let today = report.today;
    for service in super::services(manual).filter(|service| service.base.is_active()) {
        for moment in &service.cycle {
            let Some(plan) = &moment.plan else { continue };
            let Some(due) = plan.due.as_ref().filter(|due| due.value.end() < today) else { continue };
            let action = plan.action.as_ref().map_or_else(String::new, |action| action.plain());
            let later = Date::new(today.year().saturating_add(1), 3, 31).unwrap_or(today);
            report.at(due.span, &service.base.subject(), |finding| {
                finding
                    .arg("moment", super::title(moment))
                    .arg("date", due.value.end())
                    .arg("action", action)
                    .arg("later", later.to_string())
            });
        }
    }
}
