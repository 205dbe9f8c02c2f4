//! C342: a team can serve what comes in (A8).

use super::{Team, head, number, posts, teams, time};
use crate::analysis::load::{Growth, decimal, growth};
use crate::check::{Report, Rule};
use crate::diag::{Arg, Args, Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C342",
        name: "demand-above-capacity",
        severity: Severity::Error,
        message: Text {
            es: "llegan {arriving} casos por día a «{who}», que puede atender {served}",
            en: "“{who}” receives {arriving} cases a day and can serve {served}",
            pt: "chegam {arriving} casos por dia a “{who}”, que pode atender {served}",
        },
        why: Text {
            es: "Cuando entra más de lo que sale, lo pendiente crece sin fin y ningún plazo se sostiene, tampoco los que hoy se cumplen.",
            en: "Where more comes in than goes out, what is pending grows without end and no time limit holds, not even those that are kept today.",
            pt: "Quando entra mais do que sai, o pendente cresce sem fim e nenhum prazo se sustenta, nem os que hoje se cumprem.",
        },
        fix: Text {
            es: "abra más puestos o plazas, acorte la atención o lleve parte de la demanda a otro canal: hacen falta {needed}",
            en: "open more posts or places, shorten the handling or take part of the demand to another channel: {needed} are needed",
            pt: "abra mais postos ou vagas, encurte o atendimento ou leve parte da demanda a outro canal: são necessários {needed}",
        },
        bad: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 40 per day }
#                 ^^^^^^^^^^
  handling_time: 30 minutes
  servers: 2
  backlog_limit: 24
"#,
        good: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 40 per day }
  handling_time: 30 minutes
  servers: 3
  backlog_limit: 24
"#,
    },
    check,
};

const POSTS: Text = Text {
    es: "{posts} × {hours} abiertas al día ÷ {handling} por caso = {served} casos por día",
    en: "{posts} × {hours} open a day ÷ {handling} a case = {served} cases a day",
    pt: "{posts} × {hours} abertas por dia ÷ {handling} por caso = {served} casos por dia",
};

const FOR_TARGET: Text = Text {
    es: "con {least} lo pendiente dejaría de crecer; con {needed} se llega también a la meta, {goal}",
    en: "with {least} what is pending would stop growing; with {needed} the target, {goal}, is reached too",
    pt: "com {least} o pendente deixaria de crescer; com {needed} chega-se também à meta, {goal}",
};

const PLACES: Text = Text {
    es: "las plazas escritas dan para {served} casos por día",
    en: "the places written are enough for {served} cases a day",
    pt: "as vagas escritas bastam para {served} casos por dia",
};

const GROWTH: Text = Text {
    es: "cada día quedan {more} casos más sin atender, salvo que los clientes desistan",
    en: "each day {more} cases more are left unserved, unless customers give up",
    pt: "a cada dia ficam {more} casos a mais sem atender, a não ser que os clientes desistam",
};

const LIMIT: Text = Text {
    es: "el máximo de {limit} pendientes se alcanza en {days}",
    en: "the limit of {limit} pending is reached in {days}",
    pt: "o máximo de {limit} pendentes é alcançado em {days}",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for team in teams(manual) {
        of_posts(manual, report, &team);
        of_places(manual, report, &team);
    }
}

fn of_posts(manual: &Resolved<'_>, report: &mut Report<'_>, team: &Team<'_>) {
    let Some((staffing, cases)) = team.staffing().and_then(|s| s.mean.map(|cases| (s, cases))) else { return };
    let station = staffing.station;
    let Some(growth) = growth(cases, station.most_cases(), &team.week, team.capacity.most_pending()) else { return };
    // Below a thousandth the figures cannot tell the difference.
    if station.pressure(cases) < 1.001 {
        return;
    }
    // One post more than the work fills, so that the queue empties; and as many as the team's own target for the wait asks for.
    let least = station.load(cases).floor() + 1.0;
    let goals = team.targets.iter().filter_map(|spec| super::goal(spec, &team.week));
    let asked = goals.filter_map(|goal| Some((f64::from(goal.posts_needed(&station, cases)?), goal)));
    let asked = asked.filter(|(posts, _)| *posts > least).max_by(|(a, _), (b, _)| a.total_cmp(b));
    let needed = asked.as_ref().map_or(least, |(posts, _)| *posts);
    tell(
        manual,
        report,
        team,
        Figures { cases, most: station.most_cases(), growth, needed: posts(needed) },
        |finding| {
            let hours = team.week.hours_a_day();
            let args = vec![
                ("posts", posts(station.servers)),
                ("hours", super::open_hours(hours)),
                ("handling", time(station.handling, &team.week)),
                ("served", number(station.most_cases() * hours)),
            ];
            let finding = finding.note(POSTS, args);
            match &asked {
                Some((_, goal)) => finding
                    .note(FOR_TARGET, vec![("least", posts(least)), ("needed", posts(needed)), ("goal", goal.words())]),
                None => finding,
            }
        },
    );
}

fn of_places(manual: &Resolved<'_>, report: &mut Report<'_>, team: &Team<'_>) {
    let cases = team.capacity.mean.as_ref().and_then(|m| m.single());
    let Some(cases) = cases.and_then(|mean| crate::analysis::load::per_hour(mean, &team.week)) else { return };
    let Some(most) = team.capacity.places_per_hour(team.week).filter(|most| *most > 0.0) else { return };
    let Some(growth) = growth(cases, most, &team.week, team.capacity.most_pending()) else { return };
    if cases < most * 1.001 {
        return;
    }
    let text = Text { es: "{count} plazas por día", en: "{count} places a day", pt: "{count} vagas por dia" };
    let count = (cases * team.week.hours_a_day() - 1e-6).ceil();
    let needed = Arg::Phrase(text, vec![("count", number(count))]);
    tell(manual, report, team, Figures { cases, most, growth, needed }, |finding| {
        finding.note(PLACES, vec![("served", number(most * team.week.hours_a_day()))])
    });
}

struct Figures {
    /// Cases that arrive and that can be served in an open hour.
    cases: f64,
    most: f64,
    growth: Growth,
    needed: Arg,
}

fn tell(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    team: &Team<'_>,
    figures: Figures,
    arithmetic: impl FnOnce(Diagnostic) -> Diagnostic,
) {
    let Some(mean) = &team.capacity.mean else { return };
    let hours = team.week.hours_a_day();
    report.at(head(manual, mean.span), &team.base.subject(), |finding| {
        let finding = finding
            .arg("who", team.base.title())
            .arg("arriving", number(figures.cases * hours))
            .arg("served", number(figures.most * hours))
            .arg("needed", figures.needed);
        let finding = arithmetic(finding).note(GROWTH, vec![("more", number(figures.growth.a_day))]);
        match (figures.growth.days_to_limit, team.capacity.most_pending()) {
            (Some(days), Some(limit)) => finding.note(LIMIT, limit_args(days, limit)),
            _ => finding,
        }
    });
}

fn limit_args(days: f64, limit: f64) -> Args {
    let days = decimal(days, if days < 10.0 { 1 } else { 0 }).map_or_else(
        || Arg::from("…"),
        |days| {
            let unit = crate::values::TimeUnit::BusinessDay;
            crate::values::Quantity::Duration(crate::values::Duration::new(days, unit)).into()
        },
    );
    vec![("limit", number(limit)), ("days", days)]
}
