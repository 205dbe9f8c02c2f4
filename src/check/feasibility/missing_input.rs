//! C356: a channel with a target for its wait gives all that is needed to check it (A8, C6).

use super::{Team, goal, posts, teams};
use crate::analysis::load::{Station, per_hour};
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::staffing::single_duration;
use crate::resolve::Resolved;
use crate::values::Decimal;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C356",
        name: "wait-lacks-one-figure",
        severity: Severity::Note,
        message: Text {
            es: "a «{who}» le falta {what} para comprobar que su meta, {goal}, se puede cumplir",
            en: "“{who}” does not say {what}, so nobody can check that its target, {goal}, can be met",
            pt: "falta {what} de “{who}” para verificar se sua meta, {goal}, pode ser cumprida",
        },
        why: Text {
            es: "Con la demanda, el tiempo de atención y los puestos se sabe de antemano si la espera prometida es posible.",
            en: "Demand, handling time and posts tell beforehand whether the wait that is promised is possible.",
            pt: "Com a demanda, o tempo de atendimento e os postos se sabe de antemão se a espera prometida é possível.",
        },
        fix: Text {
            es: "añada {key} a su `capacity`",
            en: "add {key} to its `capacity`",
            pt: "acrescente {key} à sua `capacity`",
        },
        bad: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono:
  name: Central telefónica
#       ^^^^^^^^^^^^^^^^^^
  kind: telephone
  first_response: { target: { share: 80 %, within: 30 seconds } }
  capacity:
    demand: { mean: 31 per hour }
    handling_time: 4 minutes
"#,
        good: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono:
  name: Central telefónica
  kind: telephone
  first_response: { target: { share: 80 %, within: 30 seconds } }
  capacity:
    demand: { mean: 31 per hour }
    handling_time: 4 minutes
    servers: 4
"#,
    },
    check,
};

const NEEDED: Text = Text {
    es: "con la demanda y el tiempo de atención que hay, la meta pide {needed}",
    en: "with the demand and the handling time that are given, the target asks for {needed}",
    pt: "com a demanda e o tempo de atendimento que há, a meta pede {needed}",
};

const SERVERS: (Text, &str) =
    (Text { es: "el número de puestos", en: "the number of posts", pt: "o número de postos" }, "`servers: 4`");
const HANDLING: (Text, &str) = (
    Text { es: "el tiempo de atención", en: "the handling time", pt: "o tempo de atendimento" },
    "`handling_time: 4 minutes`",
);
const DEMAND: (Text, &str) =
    (Text { es: "la demanda", en: "the demand", pt: "a demanda" }, "`demand: { mean: 31 per hour }`");

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for team in teams(manual).iter().filter(|team| team.channel.is_some()) {
        let Some(goal) = team.targets.iter().find_map(|spec| goal(spec, &team.week)) else { continue };
        let capacity = team.capacity;
        let demand = capacity.mean.is_some() || capacity.peak.is_some() || !capacity.by_period.is_empty();
        let missing = [
            (capacity.servers.is_none() && capacity.places.is_none(), SERVERS),
            (capacity.handling_time.is_none(), HANDLING),
            (!demand, DEMAND),
        ];
        let mut missing = missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, what)| what);
        let (Some((what, key)), None) = (missing.next(), missing.next()) else { continue };
        report.at(team.base.span, &team.base.subject(), |finding| {
            let needed = needed_posts(team).filter(|_| capacity.servers.is_none());
            let key = needed.map_or_else(|| key.to_owned(), |n| format!("`servers: {n}`"));
            let finding = finding
                .arg("who", team.base.title())
                .arg("what", Arg::Words(what))
                .arg("goal", goal.words())
                .arg("key", key);
            match needed {
                Some(needed) => finding.note(NEEDED, vec![("needed", posts(f64::from(needed)))]),
                None => finding,
            }
        });
    }
}

/// The posts that the first target asks for, where only they are missing.
fn needed_posts(team: &Team<'_>) -> Option<u32> {
    let handling = single_duration(&team.capacity.handling_time)?;
    let patience = single_duration(&team.capacity.patience);
    let station = Station::new(handling, Decimal::ONE, patience, team.week)?;
    let cases = per_hour(team.capacity.mean.as_ref()?.single()?, &team.week)?;
    team.targets.iter().find_map(|spec| goal(spec, &team.week))?.posts_needed(&station, cases)
}
