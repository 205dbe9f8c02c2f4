//! C354: what comes in at the peak, or in a period of its own, can be served (A8).

use super::{Goal, Team, assume, goal, head, number, posts, teams};
use crate::analysis::load::Station;
use crate::check::{Report, Rule};
use crate::diag::{Arg, Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C354",
        name: "peak-above-capacity",
        severity: Severity::Warning,
        message: Text {
            es: "en {when} llegan {arriving} casos {time} a «{who}», que puede atender {served}",
            en: "in {when}, “{who}” receives {arriving} cases {time} and can serve {served}",
            pt: "em {when} chegam {arriving} casos {time} a “{who}”, que pode atender {served}",
        },
        why: Text {
            es: "El cliente que llega en la hora punta no sabe de promedios: mientras entra más de lo que sale, la fila crece a cada minuto.",
            en: "The customer who comes at the busiest hour knows nothing of averages: while more comes in than goes out, the queue grows by the minute.",
            pt: "O cliente que chega na hora de pico não sabe de médias: enquanto entra mais do que sai, a fila cresce a cada minuto.",
        },
        fix: Text {
            es: "ponga {needed} en ese período, con su propio `servers` en `by_period`, o mueva parte de la demanda a otra hora",
            en: "staff {needed} in that period, with a `servers` of its own in `by_period`, or move part of the demand to another hour",
            pt: "ponha {needed} nesse período, com seu próprio `servers` em `by_period`, ou leve parte da demanda para outra hora",
        },
        bad: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 20 per hour, peak: 46 per hour }
#                                    ^^^^^^^^^^^
  handling_time: 4 minutes
  servers: 3
"#,
        good: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 20 per hour, peak: 46 per hour }
  handling_time: 4 minutes
  servers: 4
"#,
    },
    check,
};

const GROWTH: Text = Text {
    es: "lo pendiente crece en {more} {time}; con {fewest} no crece",
    en: "what is pending grows by {more} {time}; with {fewest} it does not",
    pt: "o pendente cresce em {more} {time}; com {fewest} não cresce",
};

const TARGET: Text = Text {
    es: "para llegar también entonces a la meta, {target}, se necesitan {needed}",
    en: "to reach the target then as well, {target}, {needed} are needed",
    pt: "para chegar também então à meta, {target}, são necessários {needed}",
};

const PEAK: Text =
    Text { es: "los momentos de más demanda", en: "the busiest times", pt: "momentos de maior demanda" };

const AN_HOUR: Text = Text { es: "por hora", en: "an hour", pt: "por hora" };

const A_DAY: Text = Text { es: "por día", en: "a day", pt: "por dia" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for team in teams(manual) {
        let Some(staffing) = team.staffing() else { continue };
        // An average that is too much is told once, and the peak goes with it.
        if staffing.mean.is_some_and(|mean| staffing.station.pressure(mean) >= 1.0) {
            continue;
        }
        let subject = team.base.subject();
        if let (Some(cases), Some(peak)) = (staffing.peak, &team.capacity.peak)
            && is_too_much(&staffing.station, cases)
        {
            let when = Arg::Words(PEAK);
            report.at(head(manual, peak.span), &subject, |f| tell(f, &team, when, &staffing.station, cases));
        }
        for period in staffing.periods.iter().filter(|p| is_too_much(&p.station, p.cases)) {
            let Some(name) = &period.name else { continue };
            let when = Arg::Plain(name.plain());
            report.at(head(manual, name.span), &subject, |f| tell(f, &team, when, &period.station, period.cases));
        }
    }
}

fn is_too_much(station: &Station, cases: f64) -> bool {
    station.pressure(cases) >= 1.001
}

fn tell(finding: Diagnostic, team: &Team<'_>, when: Arg, station: &Station, cases: f64) -> Diagnostic {
    let fewest = posts(station.load(cases).floor() + 1.0);
    // Who stops the growth alone has still all to wait that is allowed: the advice reaches the targets of the wait too.
    let goals = team.targets.iter().filter_map(|target| goal(target, &team.week));
    let reaching = goals.filter_map(|goal| Some((goal.posts_needed(station, cases)?, goal)));
    let hardest: Option<(u32, Goal)> = reaching.max_by_key(|(count, _)| *count);
    let needed = hardest.map_or_else(|| fewest.clone(), |(count, _)| posts(count.into()));
    let hours = if cases < super::FEW { station.week.hours_a_day() } else { 1.0 };
    let in_time = if cases < super::FEW { A_DAY } else { AN_HOUR };
    let finding = finding
        .arg("who", team.base.title())
        .arg("when", when)
        .arg("arriving", number(cases * hours))
        .arg("served", number(station.most_cases() * hours))
        .arg("time", Arg::Words(in_time))
        .arg("needed", needed.clone());
    let more = number((cases - station.most_cases()) * hours);
    let finding = assume(finding, team.capacity, station, cases)
        .note(GROWTH, vec![("more", more), ("time", Arg::Words(in_time)), ("fewest", fewest)]);
    match hardest {
        Some((_, goal)) => finding.note(TARGET, vec![("target", goal.words()), ("needed", needed)]),
        None => finding,
    }
}
