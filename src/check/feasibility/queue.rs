//! C353: the mean queue is not longer than the limit for pending cases (A8).

use super::{assume, number, teams};
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C353",
        name: "mean-queue-above-limit",
        severity: Severity::Warning,
        message: Text {
            es: "en «{who}» esperan {waiting} de media y el límite es {limit}",
            en: "{waiting} wait at “{who}” on average and the limit is {limit}",
            pt: "em “{who}” esperam {waiting} em média e o limite é {limit}",
        },
        why: Text {
            es: "Un límite que se pasa en un día cualquiera no avisa de nada: nadie hace caso de una alarma que suena siempre.",
            en: "A limit that is passed on any ordinary day warns of nothing: nobody heeds an alarm that always rings.",
            pt: "Um limite que se ultrapassa em um dia qualquer não avisa de nada: ninguém atende a um alarme que toca sempre.",
        },
        fix: Text {
            es: "abra más puestos o suba el límite por encima de lo que espera en un día normal: `backlog_limit: {above}`",
            en: "open more posts, or set the limit above what waits on an ordinary day: `backlog_limit: {above}`",
            pt: "abra mais postos ou ponha o limite acima do que espera em um dia normal: `backlog_limit: {above}`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 29 per hour }
  handling_time: 4 minutes
  servers: 2
  backlog_limit: 6
#                ^
"#,
        good: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 29 per hour }
  handling_time: 4 minutes
  servers: 3
  backlog_limit: 6
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for team in teams(manual) {
        let Some((staffing, cases)) = team.staffing().and_then(|s| s.mean.map(|cases| (s, cases))) else { continue };
        let (Some(limit), Some(variant)) = (team.capacity.most_pending(), &team.capacity.backlog_limit) else {
            continue;
        };
        let Some(wait) = staffing.station.wait(cases).filter(|wait| wait.waiting > limit) else { continue };
        report.at(super::head(manual, variant.span), &team.base.subject(), |finding| {
            let finding = finding
                .arg("who", team.base.title())
                .arg("waiting", number(wait.waiting))
                .arg("limit", number(limit))
                .arg("above", number((2.0 * wait.waiting).ceil()));
            assume(finding, team.capacity, &staffing.station, cases)
        });
    }
}
