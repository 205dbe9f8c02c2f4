//! Feasibility (C340 to C369): what is promised can be kept with the people, the stock, the money and the steps that are there.
//!
//! Each finding shows its arithmetic in notes: what was assumed, what comes out, what would make it hold. Where an input is
//! missing or does not compare, these rules keep quiet; completeness has rules of its own. Suspended and retired entries owe nothing.

pub mod backlog;
mod bounds;
pub mod cost_share;
pub mod cost_sum;
pub mod currencies;
pub mod impossible;
pub mod lead_time;
pub mod missing_input;
pub mod occupancy;
pub mod odd_share;
pub mod path;
pub mod peak;
pub mod period;
pub mod price;
pub mod queue;
pub mod reorder;
pub mod steps;
pub mod stock_levels;
pub mod supply;
pub mod unreachable;
pub mod unspread;
pub mod workload;

use crate::analysis::load::{Station, Week, decimal};
use crate::check::{promises, wording};
use crate::diag::{Arg, Diagnostic};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::capacity::Capacity;
use crate::model::channel::Channel;
use crate::model::commitment::Commitment;
use crate::model::staffing::{Staffing, single_duration};
use crate::model::stock::Stock;
use crate::model::target::TargetSpec;
use crate::parse::kind::Kind;
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Bound, Decimal, Duration, Op, Percent, Quantity, Rate, Target, TimeUnit};
use std::collections::HashMap;

/// A capacity with whose it is and when it is open.
struct Team<'m> {
    base: &'m Base,
    capacity: &'m Capacity,
    week: Week,
    /// Targets about the wait for this team.
    targets: Vec<&'m TargetSpec>,
    /// The channel, where it is one.
    channel: Option<&'m Channel>,
}

impl Team<'_> {
    fn staffing(&self) -> Option<Staffing> {
        self.capacity.staffing(self.week)
    }
}

/// The teams of active channels and services whose hours can be read.
fn teams<'m>(manual: &'m Resolved<'_>) -> Vec<Team<'m>> {
    let model = &manual.model;
    let mut out = Vec::new();
    for channel in model.channels.iter().filter(|c| c.base.is_active()) {
        let (Some(capacity), Some(week)) = (&channel.capacity, model.week_of_channel(channel)) else { continue };
        if manual.is_failed(Some((Kind::Channels, &channel.base.id)), "hours") {
            continue;
        }
        let first = channel.first_response.as_ref();
        let measured = [first.and_then(|f| f.indicator.as_ref()), capacity.indicator.as_ref()];
        let mut targets: Vec<&TargetSpec> = first.map_or_else(Vec::new, |f| f.targets.iter().collect());
        for id in measured.into_iter().flatten() {
            targets.extend(indicator_targets(manual, &id.value));
        }
        if !channel.has_queue() {
            targets.clear();
        }
        let known = [("channel", vec![channel.base.id.as_str()])];
        let beside: Vec<TargetSpec> = targets.iter().filter(|t| t.is_case()).map(|t| (*t).clone()).collect();
        targets.retain(|target| target.concerns(&beside, &known));
        out.push(Team { base: &channel.base, capacity, week, targets, channel: Some(channel) });
    }
    let waits = promised_waits(manual);
    for service in model.services.iter().filter(|s| s.base.is_active()) {
        let (Some(capacity), Some(week)) = (service.capacity.value(), model.week_of_service(service)) else { continue };
        if manual.is_failed(Some((Kind::Services, &service.base.id)), "offering.hours") {
            continue;
        }
        // What an indicator of a service measures is said in words only: its wait is the one that the capacity names, or the one
        // that a commitment of the service is surely about.
        let measured = capacity.indicator.as_ref().map(|id| indicator_targets(manual, &id.value));
        let targets = measured.unwrap_or_else(|| {
            let waits = waits.get(service.base.id.as_str()).map_or(&[][..], Vec::as_slice);
            promised_wait(manual, waits, capacity)
        });
        out.push(Team { base: &service.base, capacity, week, targets, channel: None });
    }
    out
}

/// The promises about waiting to be served that one service alone makes, by its id.
fn promised_waits<'m>(manual: &'m Resolved<'_>) -> HashMap<&'m str, Vec<&'m Commitment>> {
    let mut waits: HashMap<&str, Vec<&Commitment>> = HashMap::new();
    let is_wait = |c: &&Commitment| c.applies_to.is_empty() && wording::is_of_waiting(&c.base.title());
    for commitment in promises::commitments(manual).filter(is_wait) {
        let mut makers = manual.makers(&commitment.base.id);
        if let (Some(one), None) = (makers.next(), makers.next()) {
            waits.entry(one.base.id.as_str()).or_default().push(commitment);
        }
    }
    waits
}

/// The targets of the one promise of a service that is about waiting to be served; none where several are, or none, or where a
/// channel with a team of its own keeps it.
fn promised_wait<'m>(manual: &'m Resolved<'_>, waits: &[&'m Commitment], capacity: &Capacity) -> Vec<&'m TargetSpec> {
    // Who has an appointment stands in no queue.
    if capacity.places.is_some() {
        return Vec::new();
    }
    let [commitment] = waits else { return Vec::new() };
    let own: Vec<&TargetSpec> = commitment.targets.value().into_iter().flatten().collect();
    if !own.is_empty() {
        return own;
    }
    match commitment.indicators.as_slice() {
        [indicator] => indicator_targets(manual, &indicator.value),
        _ => Vec::new(),
    }
}

/// The targets of an active indicator.
fn indicator_targets<'m>(manual: &'m Resolved<'_>, id: &str) -> Vec<&'m TargetSpec> {
    let indicator = manual.model.indicators.get(id).filter(|i| i.base.is_active());
    indicator.and_then(|i| i.targets.value()).map_or_else(Vec::new, |targets| targets.iter().collect())
}

/// What is wanted of a wait.
#[derive(Clone, Copy, PartialEq)]
enum Goal {
    /// So much of all, as a part of one, within a time in hours.
    Share { share: f64, hours: f64, within: Duration },
    /// A mean of at most so many hours.
    Mean { hours: f64, time: Duration },
}

/// What a target asks of a wait; none where it says nothing of one. A hard limit cannot hold for everybody in any queue: it is
/// read as 95 of 100.
fn goal(spec: &TargetSpec, week: &Week) -> Option<Goal> {
    let hours = |time: &Duration| week.hours_within(time).filter(|hours| *hours > 0.0);
    match &spec.target {
        Target::ShareWithin { share, within, .. } => {
            let part = f64::try_from(share.value.fraction()).ok().filter(|s| *s > 0.0 && *s <= 1.0)?;
            let is_least = share.op_or(Op::AtLeast).is_lower_bound();
            is_least.then_some(Goal::Share { share: part, hours: hours(within)?, within: *within })
        }
        Target::Maximum(Bound { op, value: Quantity::Duration(time) })
            if !op.unwrap_or(Op::AtMost).is_lower_bound() =>
        {
            Some(Goal::Share { share: 0.95, hours: hours(time)?, within: *time })
        }
        Target::Mean(Bound { op, value: Quantity::Duration(time) }) if !op.unwrap_or(Op::AtMost).is_lower_bound() => {
            Some(Goal::Mean { hours: hours(time)?, time: *time })
        }
        _ => None,
    }
}

/// What a team reaches of a goal.
#[derive(Clone, Copy, PartialEq)]
enum Reached {
    Share(f64),
    Mean(f64),
}

impl Goal {
    /// What is expected of this goal; none where the queue has no steady state.
    fn expected(&self, station: &Station, cases: f64) -> Option<Reached> {
        match self {
            Goal::Share { hours, .. } => Some(Reached::Share(station.in_time(cases, *hours)?.share())),
            Goal::Mean { .. } => Some(Reached::Mean(station.mean_wait(cases)?)),
        }
    }

    /// Whether what is reached is enough. Estimates as near as a thousandth pass.
    fn is_met(&self, reached: Reached) -> bool {
        match (self, reached) {
            (Goal::Share { share, .. }, Reached::Share(found)) => found >= share - 0.001,
            (Goal::Mean { hours, .. }, Reached::Mean(found)) => found <= hours * 1.001,
            _ => true,
        }
    }

    fn posts_needed(&self, station: &Station, cases: f64) -> Option<u32> {
        match self {
            Goal::Share { share, hours, .. } => station.posts_for(cases, *hours, *share, None),
            Goal::Mean { hours, .. } => station.posts_for_mean(cases, *hours),
        }
    }

    /// «80 % en 30 segundos».
    fn words(&self) -> Arg {
        match self {
            Goal::Share { share, within, .. } => {
                let text = Text { es: "{share} en {time}", en: "{share} within {time}", pt: "{share} em {time}" };
                Arg::Phrase(text, vec![("share", part(*share)), ("time", Quantity::Duration(*within).into())])
            }
            Goal::Mean { time, .. } => {
                let text = Text {
                    es: "una espera media de {time}",
                    en: "a mean wait of {time}",
                    pt: "uma espera média de {time}",
                };
                Arg::Phrase(text, vec![("time", Quantity::Duration(*time).into())])
            }
        }
    }
}

impl Reached {
    /// «al 61,2 %».
    fn words(&self, week: &Week) -> Arg {
        match self {
            Reached::Share(share) => {
                let text = Text { es: "al {share}", en: "{share}", pt: "a {share}" };
                Arg::Phrase(text, vec![("share", part(*share))])
            }
            Reached::Mean(hours) => {
                let text = Text {
                    es: "a una espera media de {time}",
                    en: "a mean wait of {time}",
                    pt: "a uma espera média de {time}",
                };
                Arg::Phrase(text, vec![("time", time(*hours, week))])
            }
        }
    }
}

// ---- figures for a reader ----

/// A part of one as a percentage, cut to a tenth, so that what falls short is never shown as reached.
fn part(share: f64) -> Arg {
    let cut = (share * 1000.0 + 1e-6).floor() / 10.0;
    decimal(cut, 1).map_or_else(|| Arg::from("…"), |value| Quantity::Percent(Percent::new(value)).into())
}

/// A part of one as a percentage to a tenth, so that who reckons by hand comes to the same. What is short of the whole is never
/// shown as the whole.
fn rounded(share: f64) -> Arg {
    let tenths = (share * 1000.0).round();
    let tenths = if share < 1.0 { tenths.min(999.0) } else { tenths };
    decimal(tenths / 10.0, 1).map_or_else(|| Arg::from("…"), |value| Quantity::Percent(Percent::new(value)).into())
}

/// A number with so many digits that what is reckoned with it comes out as it is printed.
fn precise(value: f64) -> Arg {
    let digits = match value.abs() {
        size if size < 10.0 => 3,
        size if size < 100.0 => 2,
        _ => 1,
    };
    decimal(value, digits).map_or_else(|| Arg::from("…"), |value| Quantity::Rate(Rate::count(value)).into())
}

/// A number with few digits, as many as its size calls for.
fn number(value: f64) -> Arg {
    let digits = if value.abs() < 100.0 { 1 } else { 0 };
    decimal(value, digits).map_or_else(|| Arg::from("…"), |value| Quantity::Rate(Rate::count(value)).into())
}

fn exact(value: Decimal) -> Arg {
    Quantity::Rate(Rate::count(value.round_dp(2).normalize())).into()
}

/// «4 puestos».
fn posts(count: f64) -> Arg {
    counted(count, "post")
}

/// Hours with which is reckoned: a day may have eight and a third.
fn open_hours(hours: f64) -> Arg {
    counted_to(hours, "hours", 2)
}

fn counted(count: f64, unit: &str) -> Arg {
    counted_to(count, unit, 1)
}

fn counted_to(count: f64, unit: &str, digits: u32) -> Arg {
    let amount = decimal(count, digits);
    amount.map_or_else(
        || Arg::from("…"),
        |amount| Quantity::Rate(Rate { amount, unit: Some(unit.to_owned()), per: Vec::new() }).into(),
    )
}

/// Open hours as a length of time of a handy unit.
fn time(hours: f64, week: &Week) -> Arg {
    let (amount, digits, unit) = if hours < 0.025 {
        (hours * 3_600.0, 0, TimeUnit::Second)
    } else if hours < 1.5 {
        (hours * 60.0, if hours < 1.0 / 6.0 { 1 } else { 0 }, TimeUnit::Minute)
    } else if hours < 2.0 * week.hours_a_day() {
        (hours, 1, TimeUnit::BusinessHour)
    } else {
        (hours / week.hours_a_day(), 1, TimeUnit::BusinessDay)
    };
    let amount = decimal(amount, digits);
    amount.map_or_else(|| Arg::from("…"), |amount| Quantity::Duration(Duration::new(amount, unit)).into())
}

/// What every note about waiting assumes, by the hour and, where few come in an hour, by the day.
const ASSUMED: Text = Text {
    es: "se supone que llegan {cases} por hora, al azar, que cada caso toma {handling} y que hay {posts} a la vez: {cases} × {handling} ÷ {posts} = {pressure} de ocupación",
    en: "assuming that {cases} arrive in an hour, at random, that a case takes {handling} and that {posts} are open: {cases} × {handling} ÷ {posts} = {pressure} of occupancy",
    pt: "supõe-se que chegam {cases} por hora, ao acaso, que cada caso toma {handling} e que há {posts} ao mesmo tempo: {cases} × {handling} ÷ {posts} = {pressure} de ocupação",
};

const ASSUMED_BY_DAY: Text = Text {
    es: "se supone que llegan {cases} por día, al azar, que cada caso toma {handling} y que hay {posts} durante {hours} al día: {cases} × {handling} ÷ ({posts} × {hours}) = {pressure} de ocupación",
    en: "assuming that {cases} arrive in a day, at random, that a case takes {handling} and that {posts} are open for {hours} a day: {cases} × {handling} ÷ ({posts} × {hours}) = {pressure} of occupancy",
    pt: "supõe-se que chegam {cases} por dia, ao acaso, que cada caso toma {handling} e que há {posts} durante {hours} por dia: {cases} × {handling} ÷ ({posts} × {hours}) = {pressure} de ocupação",
};

/// Cases in an hour below which people think of a day.
const FEW: f64 = 5.0;

fn assume(finding: Diagnostic, capacity: &Capacity, station: &Station, cases: f64) -> Diagnostic {
    let hours = station.week.hours_a_day();
    let (text, times) = if cases < FEW { (ASSUMED_BY_DAY, hours) } else { (ASSUMED, 1.0) };
    let handling = single_duration(&capacity.handling_time);
    let args = vec![
        ("cases", precise(cases * times)),
        ("handling", handling.map_or_else(|| Arg::from("…"), |d| Quantity::Duration(*d).into())),
        ("posts", posts(station.servers)),
        ("hours", open_hours(hours)),
        ("pressure", rounded(station.pressure(cases))),
    ];
    finding.note(text, args)
}

/// The first line of a value: enough to find it, and short enough to show.
pub(in crate::check) fn head(manual: &Resolved<'_>, span: Span) -> Span {
    let line = manual.sources.text(span).lines().next().unwrap_or("").trim_end();
    span.sub(0, line.len())
}

/// The one value of a variant that does not differ by case, with its place.
fn single<T>(variant: &Option<Variant<T>>) -> Option<(&T, Span)> {
    let variant = variant.as_ref()?;
    Some((variant.single()?, variant.otherwise.as_ref()?.span))
}

/// A bare count, whatever it counts.
fn count(variant: &Option<Variant<Rate>>) -> Option<(Decimal, Span)> {
    let (rate, span) = single(variant)?;
    rate.per.is_empty().then_some((rate.amount, span))
}

/// An item of stock: its name, its figures, those of the register behind it, and whose entry it stands in.
struct Item<'m> {
    name: String,
    own: &'m Stock,
    subject: String,
}

/// The items of the register and those described in place by active services.
fn items<'m>(manual: &'m Resolved<'_>) -> Vec<Item<'m>> {
    let model = &manual.model;
    let mut out: Vec<Item<'m>> = model
        .inventory
        .iter()
        .filter(|i| i.base.is_active())
        .map(|i| Item { name: i.base.title(), own: &i.stock, subject: i.base.subject() })
        .collect();
    for service in model.services.iter().filter(|s| s.base.is_active()) {
        let uses = service.inventory.value().into_iter().flatten();
        // An item of the register has its figures there.
        out.extend(uses.filter(|u| u.item.is_none()).map(|u| Item {
            name: u.name.as_ref().map_or_else(|| service.base.title(), |n| n.plain()),
            own: &u.stock,
            subject: service.base.subject(),
        }));
    }
    out
}
