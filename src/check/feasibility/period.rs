//! C355: the wait keeps its target in each period of the day that is given (A8, C5).

use super::{assume, goal, head, posts, teams};
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C355",
        name: "period-misses-wait-target",
        severity: Severity::Warning,
        message: Text {
            es: "en {when}, «{who}» llega {reached} y su meta es {goal}",
            en: "in {when}, “{who}” reaches {reached} and its target is {goal}",
            pt: "em {when}, “{who}” chega {reached} e sua meta é {goal}",
        },
        why: Text {
            es: "El promedio del mes puede cumplir mientras quien viene a esa hora espera siempre de más. La promesa no dice que valga solo a ratos.",
            en: "The average of the month may be on target while those who come at that hour always wait too long. The promise does not say that it holds only at times.",
            pt: "A média do mês pode cumprir enquanto quem vem nessa hora espera sempre demais. A promessa não diz que vale só às vezes.",
        },
        fix: Text {
            es: "ponga {needed} en ese período: un `servers` propio junto a su `demand`",
            en: "staff {needed} in that period: a `servers` of its own beside its `demand`",
            pt: "ponha {needed} nesse período: um `servers` próprio junto a seu `demand`",
        },
        bad: r#"=== channels.yaml
agencia:
  name: Agencia
  kind: face_to_face
  first_response: { target: { share: 90 %, within: 10 minutes } }
  capacity:
    demand:
      mean: 20 per hour
      by_period:
        - { period: "8:00 a 9:00", demand: 12 per hour }
        - { period: "12:00 a 13:00", demand: 42 per hour }
#                   ^^^^^^^^^^^^^^^
    handling_time: 4 minutes
    servers: 3
"#,
        good: r#"=== channels.yaml
agencia:
  name: Agencia
  kind: face_to_face
  first_response: { target: { share: 90 %, within: 10 minutes } }
  capacity:
    demand:
      mean: 20 per hour
      by_period:
        - { period: "8:00 a 9:00", demand: 12 per hour }
        - { period: "12:00 a 13:00", demand: 42 per hour, servers: 4 }
    handling_time: 4 minutes
    servers: 3
"#,
    },
    check,
};

const REMEDY: Text = Text {
    es: "hoy hay {posts}; la meta pide {needed}",
    en: "there are {posts} now; the target asks for {needed}",
    pt: "hoje há {posts}; a meta pede {needed}",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for team in teams(manual) {
        let Some(staffing) = team.staffing() else { continue };
        for spec in &team.targets {
            let Some(goal) = goal(spec, &team.week) else { continue };
            for period in &staffing.periods {
                let (Some(name), Some(reached)) = (&period.name, goal.expected(&period.station, period.cases)) else {
                    continue;
                };
                if goal.is_met(reached) || period.station.pressure(period.cases) >= 1.0 {
                    continue;
                }
                let Some(needed) = goal.posts_needed(&period.station, period.cases) else { continue };
                let needed = posts(f64::from(needed));
                report.at(head(manual, name.span), &team.base.subject(), |finding| {
                    let finding = finding
                        .arg("when", name.plain())
                        .arg("who", team.base.title())
                        .arg("reached", reached.words(&team.week))
                        .arg("goal", goal.words())
                        .arg("needed", needed.clone());
                    assume(finding, team.capacity, &period.station, period.cases)
                        .note(REMEDY, vec![("posts", posts(period.station.servers)), ("needed", needed)])
                });
            }
        }
    }
}
