//! C340: a target for the wait can be reached with the posts that are open (A8, C5).

use super::{Goal, assume, goal, head, posts, teams, time};
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::values::Quantity;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C340",
        name: "wait-target-out-of-reach",
        severity: Severity::Error,
        message: Text {
            es: "con {posts}, «{who}» llega {reached} y su meta es {goal}",
            en: "with {posts}, “{who}” reaches {reached} and its target is {goal}",
            pt: "com {posts}, “{who}” chega {reached} e sua meta é {goal}",
        },
        why: Text {
            es: "Cuánto espera un cliente lo deciden la demanda, el tiempo de atención y los puestos abiertos. Una meta que estos no permiten se rompe todos los días, por mucho que el personal se esfuerce.",
            en: "How long a customer waits is decided by demand, handling time and open posts. A target that these do not allow is missed every day, however hard the staff try.",
            pt: "Quanto um cliente espera é decidido pela demanda, pelo tempo de atendimento e pelos postos abertos. Uma meta que estes não permitem se rompe todos os dias, por mais que a equipe se esforce.",
        },
        fix: Text {
            es: "abra los puestos que hacen falta, `servers: {needed}`, o prometa lo que los puestos de hoy alcanzan",
            en: "open the posts that are needed, `servers: {needed}`, or promise what today's posts can reach",
            pt: "abra os postos necessários, `servers: {needed}`, ou prometa o que os postos de hoje alcançam",
        },
        bad: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono:
  name: Central telefónica
  kind: telephone
  first_response:
    target: { share: 80 %, within: 30 seconds }
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  capacity:
    demand: { mean: 31 per hour }
    handling_time: 4 minutes
    servers: 3
=== services/caja.md
---
code: EJ-02
name: Caja
commitments:
  espera-corta:
    promise: Usted espera poco en la fila.
    target: { share: 90 %, within: 2 minutes }
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
capacity:
  demand: { mean: 40 per hour }
  handling_time: 4 minutes
  servers: 3
---
"#,
        good: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono:
  name: Central telefónica
  kind: telephone
  first_response:
    target: { share: 80 %, within: 30 seconds }
  capacity:
    demand: { mean: 31 per hour }
    handling_time: 4 minutes
    servers: 4
=== services/caja.md
---
code: EJ-02
name: Caja
commitments:
  espera-corta:
    promise: Usted espera poco en la fila.
    target: { share: 90 %, within: 2 minutes }
capacity:
  demand: { mean: 40 per hour }
  handling_time: 4 minutes
  servers: 5
---
"#,
    },
    check,
};

const PATIENT: Text = Text {
    es: "nadie se va antes de que lo atiendan (fórmula C de Erlang); si se van, escriba cuánto aguantan: `patience: 3 minutes`",
    en: "nobody leaves before being served (Erlang's formula C); if they do, write how long they bear it: `patience: 3 minutes`",
    pt: "ninguém vai embora antes de ser atendido (fórmula C de Erlang); se vão, escreva quanto aguentam: `patience: 3 minutes`",
};

const IMPATIENT: Text = Text {
    es: "quien espera se va, de media, a los {patience} (fórmula A de Erlang): se pierde {abandoned} de quienes llegan",
    en: "who waits leaves after {patience} on average (Erlang's formula A): {abandoned} of those who arrive are lost",
    pt: "quem espera vai embora, em média, depois de {patience} (fórmula A de Erlang): perde-se {abandoned} de quem chega",
};

const OF_WHOM: Text = Text {
    es: "la parte es de quienes no se fueron antes de {within}: atendidos dentro de ese tiempo ÷ (llegados − idos antes); quien se va antes no cuenta ni a favor ni en contra",
    en: "the share is of those who had not left within {within}: served in that time ÷ (arrived − left before); who leaves before counts neither for nor against",
    pt: "a parte é de quem não foi embora antes de {within}: atendidos nesse tempo ÷ (chegados − os que saíram antes); quem sai antes não conta nem a favor nem contra",
};

const REMEDY: Text = Text {
    es: "con {needed} se llega {then}",
    en: "with {needed} the team reaches {then}",
    pt: "com {needed} chega-se {then}",
};

const PROMISE: Text = Text {
    es: "con {posts}, lo que sí se puede prometer a la misma parte de los clientes es {time}",
    en: "with {posts}, what can be promised to the same share of customers is {time}",
    pt: "com {posts}, o que se pode prometer à mesma parte dos clientes é {time}",
};

/// The part of customers from which on their leaving makes a wait look short.
const MANY: f64 = 0.1;

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for team in teams(manual) {
        let Some((staffing, cases)) = team.staffing().and_then(|s| s.mean.map(|cases| (s, cases))) else { continue };
        let station = staffing.station;
        for spec in &team.targets {
            let Some(goal) = goal(spec, &team.week) else { continue };
            // Where more comes in than can be served, another rule says so.
            let Some(reached) = goal.expected(&station, cases) else { continue };
            if goal.is_met(reached) || (station.patience.is_some() && station.pressure(cases) >= 1.0) {
                continue;
            }
            let needed = goal.posts_needed(&station, cases);
            report.at(head(manual, spec.span), &team.base.subject(), |finding| {
                let needed_word = needed.map_or_else(|| Arg::from("…"), |n| Arg::from(n.to_string()));
                let mut finding = finding
                    .arg("who", team.base.title())
                    .arg("posts", posts(station.servers))
                    .arg("reached", reached.words(&team.week))
                    .arg("goal", goal.words())
                    .arg("needed", needed_word);
                finding = assume(finding, team.capacity, &station, cases);
                finding = match (station.patience, station.wait(cases)) {
                    (Some(patience), Some(wait)) => {
                        let args = vec![
                            ("patience", time(patience, &team.week)),
                            ("abandoned", super::rounded(wait.abandoned)),
                        ];
                        let finding = finding.note(IMPATIENT, args);
                        match goal {
                            Goal::Share { within, .. } => {
                                finding.note(OF_WHOM, vec![("within", Quantity::Duration(within).into())])
                            }
                            Goal::Mean { .. } => finding,
                        }
                    }
                    _ => finding.note(PATIENT, Vec::new()),
                };
                let better = needed.and_then(|n| {
                    let better = crate::analysis::load::Station { servers: f64::from(n), ..station };
                    Some((n, goal.expected(&better, cases)?))
                });
                if let Some((n, then)) = better {
                    let args = vec![("needed", posts(f64::from(n))), ("then", then.words(&team.week))];
                    finding = finding.note(REMEDY, args);
                }
                // Where many hang up, those who stay are served soon because the others left.
                let stay = station.wait(cases).is_none_or(|wait| wait.abandoned < MANY);
                if let Goal::Share { share, .. } = goal
                    && stay
                    && let Some(hours) = station.time_for(cases, share)
                {
                    let args = vec![("posts", posts(station.servers)), ("time", time(hours, &team.week))];
                    finding = finding.note(PROMISE, args);
                }
                finding
            });
        }
    }
}
