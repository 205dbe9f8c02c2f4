//! C341: a team is not busier than its limit (A8, E4).

use super::{assume, posts, rounded, single, teams};
use crate::analysis::load::decimal;
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::values::Quantity;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C341",
        name: "occupancy-above-limit",
        severity: Severity::Warning,
        message: Text {
            es: "«{who}» pasa ocupado el {occupancy} del tiempo y su límite es {limit}",
            en: "“{who}” is busy {occupancy} of the time and its limit is {limit}",
            pt: "“{who}” passa ocupado {occupancy} do tempo e seu limite é {limit}",
        },
        why: Text {
            es: "Quien no tiene un momento libre se cansa, atiende con prisa y se equivoca; y cerca del máximo, la espera crece mucho con un poco más de demanda.",
            en: "Whoever never has a free moment tires, hurries and makes mistakes; and near the maximum the wait grows much with a little more demand.",
            pt: "Quem não tem um momento livre se cansa, atende com pressa e erra; e perto do máximo a espera cresce muito com um pouco mais de demanda.",
        },
        fix: Text {
            es: "abra más puestos, `servers: {needed}`, acorte la atención o fije un límite que el trabajo permita",
            en: "open more posts, `servers: {needed}`, shorten the handling or set a limit that the work allows",
            pt: "abra mais postos, `servers: {needed}`, encurte o atendimento ou fixe um limite que o trabalho permita",
        },
        bad: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 27 per hour }
  handling_time: 4 minutes
  servers: 2
  occupancy_limit: 80 %
#                  ^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 27 per hour }
  handling_time: 4 minutes
  servers: 3
  occupancy_limit: 80 %
"#,
    },
    check,
};

const REMEDY: Text = Text {
    es: "con {needed} la ocupación baja al {then}; con {posts} el límite se respeta hasta {most} casos por día",
    en: "with {needed} occupancy falls to {then}; with {posts} the limit holds up to {most} cases a day",
    pt: "com {needed} a ocupação cai para {then}; com {posts} o limite se respeita até {most} casos por dia",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for team in teams(manual) {
        let Some((staffing, cases)) = team.staffing().and_then(|s| s.mean.map(|cases| (s, cases))) else { continue };
        let Some((limit, span)) = single(&team.capacity.occupancy_limit) else { continue };
        let Ok(most) = f64::try_from(limit.fraction()) else { continue };
        let station = staffing.station;
        let occupancy = station.pressure(cases);
        // A limit that is none is an impossible figure, and more than can be done is more than a matter of limits.
        if !(0.0..=1.0).contains(&most) || most == 0.0 || occupancy <= most + 0.0005 || occupancy >= 1.0 {
            continue;
        }
        let needed = (station.load(cases) / most - 1e-9).ceil();
        report.at(span, &team.base.subject(), |finding| {
            let word = decimal(needed, 0).map_or_else(|| Arg::from("…"), |n| Arg::from(n.to_string()));
            let finding = finding
                .arg("who", team.base.title())
                .arg("occupancy", rounded(occupancy))
                .arg("limit", Quantity::Percent(limit.clone()))
                .arg("needed", word);
            let finding = assume(finding, team.capacity, &station, cases);
            let by_day = station.most_cases() * most * team.week.hours_a_day();
            let args = vec![
                ("needed", posts(needed)),
                ("then", rounded(station.load(cases) / needed)),
                ("posts", posts(station.servers)),
                ("most", super::number(by_day.floor())),
            ];
            finding.note(REMEDY, args)
        });
    }
}
