//! What follows from the figures of a manual, computed for its readers: the wait that a capacity leads to, the value of a customer.

use super::writer::{Writer, facts, join, table};
use crate::analysis::load::{Station, decimal, people_for};
use crate::ir::{Align, Block, Inline, Row, TableLook, plain};
use crate::lang::{fill, format};
use crate::model::capacity::Capacity;
use crate::model::channel::Channel;
use crate::model::customer::CustomerValue;
use crate::model::service::Service;
use crate::model::staffing::Staffing;
use crate::model::target::TargetSpec;
use crate::values::{Decimal, Duration, Money, Op, Percent, Quantity, Rate, Target, TimeUnit};

/// What a channel's capacity leads to.
pub fn of_channel(x: &Writer<'_>, channel: &Channel) -> Option<Block> {
    let capacity = channel.capacity.as_ref()?;
    let staffing = capacity.staffing(x.manual.model.week_of_channel(channel)?)?;
    let first = channel.first_response.as_ref();
    // Who comes at an hour agreed upon, and who writes a letter, stands in no queue.
    let targets = first.filter(|_| channel.has_queue()).map_or(&[][..], |f| &f.targets);
    outcome(x, capacity, &staffing, targets, channel.has_queue())
}

/// What a service's capacity leads to.
pub fn of_service(x: &Writer<'_>, service: &Service) -> Option<Block> {
    let capacity = service.capacity.value()?;
    let staffing = capacity.staffing(x.manual.model.week_of_service(service)?)?;
    let indicator = capacity.indicator.as_ref().and_then(|id| x.manual.model.indicators.get(&id.value));
    let targets = indicator.and_then(|i| i.targets.value()).map_or(&[][..], Vec::as_slice);
    // Where the capacity names no indicator of the wait, its cases are worked off rather than waited for.
    outcome(x, capacity, &staffing, targets, indicator.is_some())
}

fn outcome(
    x: &Writer<'_>,
    capacity: &Capacity,
    staffing: &Staffing,
    targets: &[TargetSpec],
    has_queue: bool,
) -> Option<Block> {
    let station = &staffing.station;
    let cases = staffing.mean?;
    let occupancy = |cases: f64| share(x, station.pressure(cases));
    let mut busy = vec![occupancy(cases)];
    if let Some(peak) = staffing.peak.filter(|peak| *peak > cases) {
        busy.push(with_note(occupancy(peak), x.w.at_peak));
    }
    let mut items = vec![x.fact(x.w.expected_occupancy, join(busy.into_iter(), "; "))];
    let wait = station.wait(cases).filter(|_| has_queue);
    let timed = targets.iter().find_map(|spec| Some((spec, served_in(x, station, cases, spec)?)));
    if let Some((_, (found, _))) = &timed {
        items.push(x.fact(x.w.expected_share, found.clone()));
    }
    if let Some(wait) = wait {
        let mean = time(x, wait.mean * station.handling, station);
        items.push(x.fact(x.w.expected_wait, mean));
        if station.patience.is_some() {
            items.push(x.fact(x.w.expected_loss, share(x, wait.abandoned)));
        }
    }
    let needed = timed.and_then(|(_, (_, needed))| needed).map(f64::from);
    items.push(x.fact(x.w.posts_needed, needed.map_or_else(Vec::new, |n| count(x, n))));
    items.push(x.fact(x.w.people_needed, people(x, capacity, station)));
    facts(items)
}

/// The people on the payroll that the posts ask for, where the capacity says how much of paid time is not attention.
fn people(x: &Writer<'_>, capacity: &Capacity, station: &Station) -> Vec<Inline> {
    let shrinkage = capacity.shrinkage.as_ref().and_then(|s| s.single());
    let share = shrinkage.and_then(|s| f64::try_from(s.fraction()).ok());
    share.and_then(|s| people_for(station.servers, s)).map_or_else(Vec::new, |n| count(x, n))
}

/// «97,2 % en 10 minutos», and the posts that the target asks for.
fn served_in(x: &Writer<'_>, station: &Station, cases: f64, spec: &TargetSpec) -> Option<(Vec<Inline>, Option<u32>)> {
    let Target::ShareWithin { share: wanted, within, .. } = &spec.target else { return None };
    if !wanted.op_or(Op::AtLeast).is_lower_bound() {
        return None;
    }
    let hours = station.week.hours_within(within)?;
    let found = station.in_time(cases, hours)?.share();
    let part = f64::try_from(wanted.value.fraction()).ok().filter(|part| *part > 0.0 && *part <= 1.0)?;
    let text = fill(x.w.within_time, &[("time", format::duration(x.locale, within))]);
    let mut run = share(x, found);
    run.push(Inline::text(format!(" {text}")));
    Some((run, station.posts_for(cases, hours, part, None)))
}

/// A part of one as a percentage, to a tenth.
fn share(x: &Writer<'_>, part: f64) -> Vec<Inline> {
    let value = decimal((part * 1000.0 + 1e-6).floor() / 10.0, 1);
    value.map_or_else(Vec::new, |v| vec![x.quantity(&Quantity::Percent(Percent::new(v)))])
}

fn count(x: &Writer<'_>, number: f64) -> Vec<Inline> {
    decimal(number, 0).map_or_else(Vec::new, |n| vec![x.quantity(&Quantity::Rate(Rate::count(n)))])
}

fn with_note(mut run: Vec<Inline>, note: &str) -> Vec<Inline> {
    run.push(Inline::text(format!(" {note}")));
    run
}

/// Open hours as a length of time of a handy unit.
fn time(x: &Writer<'_>, hours: f64, station: &Station) -> Vec<Inline> {
    let (amount, digits, unit) = if hours < 0.025 {
        (hours * 3_600.0, 0, TimeUnit::Second)
    } else if hours < 1.5 {
        (hours * 60.0, if hours < 1.0 / 6.0 { 1 } else { 0 }, TimeUnit::Minute)
    } else if hours < 2.0 * station.week.hours_a_day() {
        (hours, 1, TimeUnit::BusinessHour)
    } else {
        (hours / station.week.hours_a_day(), 1, TimeUnit::BusinessDay)
    };
    decimal(amount, digits)
        .map_or_else(Vec::new, |amount| vec![x.quantity(&Quantity::Duration(Duration::new(amount, unit)))])
}

/// The value of a customer over the relation, with a table of its years.
pub fn customer_value(x: &Writer<'_>, inputs: &CustomerValue) -> Vec<Block> {
    let Some((relation, currency)) = inputs.relation() else { return Vec::new() };
    let Some(value) = relation.value() else { return Vec::new() };
    let money = |amount: Decimal| Money { amount: amount.round_dp(2), currency: currency.to_owned(), per: None };
    // The sign stands before the currency.
    let amount = |amount: Decimal| {
        let sign = if amount.round_dp(2) < Decimal::ZERO { "−" } else { "" };
        plain(format!("{sign}{}", format::money(x.locale, &money(amount.abs()))))
    };
    let back = match value.pays_back() {
        Some(year) => fill(x.w.pays_back_in, &[("year", year.to_string())]),
        None => x.w.never_pays_back.to_owned(),
    };
    let mut blocks: Vec<Block> = facts([
        x.fact(x.w.yearly_profit, amount(value.yearly_profit)),
        x.fact(x.w.relation_profit, amount(value.profit)),
        x.fact(x.w.net_present_value, amount(value.present)),
        x.fact(x.w.pays_back, plain(back)),
    ])
    .into_iter()
    .collect();
    // Before the first year stands what winning the customer costs.
    let before = Row {
        id: None,
        cells: vec![
            plain("0"),
            amount(-relation.acquisition),
            amount(-relation.acquisition),
            amount(-relation.acquisition),
        ],
    };
    let years = value.years.iter().map(|year| Row {
        id: None,
        cells: vec![plain(year.number.to_string()), amount(year.profit), amount(year.present), amount(year.cumulated)],
    });
    let rows: Vec<Row> = std::iter::once(before).chain(years).collect();
    let columns = [(x.w.year_number, 1), (x.w.yearly_profit, 2), (x.w.present_value, 2), (x.w.cumulated, 2)];
    let mut block = table(x.w.relation_value, TableLook::Numbers, &columns, rows);
    if let Block::Table(table) = &mut block {
        table.caption_hidden = false;
        table.columns.iter_mut().for_each(|column| column.align = Align::End);
    }
    blocks.push(block);
    blocks
}

#[cfg(test)]
mod tests {
    use crate::ir::{Block, Manual, Section};
    use crate::lang::Lang;
    use crate::load::Memory;
    use crate::{Options, compile};

    /// The facts of the whole manual, as label and text.
    fn told(files: &str, lang: Lang) -> Vec<(String, String)> {
        let base = "=== manual.yaml\norganization: { name: Ejemplo }\ndocument: { title: Manual }\n";
        let language = format!("languages: {{ default: {lang} }}\n");
        let memory = Memory::parse(&format!("{base}{language}{files}"), "manual.yaml");
        let today = jiff::civil::date(2026, 11, 21);
        let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
        let compiled = compile(&memory, &options).expect("files in memory can be listed");
        let manual: &Manual = compiled.manuals.first().expect("a manual");
        let mut out = Vec::new();
        manual.sections.iter().for_each(|s| section(s, &mut out));
        out
    }

    fn section(s: &Section, out: &mut Vec<(String, String)>) {
        blocks(&s.blocks, out);
        s.sections.iter().for_each(|s| section(s, out));
    }

    fn blocks(list: &[Block], out: &mut Vec<(String, String)>) {
        for block in list {
            match block {
                Block::Facts { items } => {
                    out.extend(items.iter().map(|f| (f.label.clone(), crate::ir::text_of(&f.content))));
                }
                Block::Group { blocks: inner, .. } | Block::Point { blocks: inner, .. } => blocks(inner, out),
                Block::Table(table) => out.extend(table.rows.iter().map(|row| {
                    let cells: Vec<String> = row.cells.iter().map(|c| crate::ir::text_of(c)).collect();
                    ("row".to_owned(), cells.join(" | "))
                })),
                _ => {}
            }
        }
    }

    fn of<'t>(told: &'t [(String, String)], label: &str) -> Option<&'t str> {
        told.iter().find(|(l, _)| l == label).map(|(_, text)| text.as_str())
    }

    const CHANNEL: &str = "=== channels.yaml
telefono:
  name: Central
  kind: telephone
  hours: { mon..fri: 08:00-18:00 }
  first_response: { target: { share: 80 %, within: 20 seconds } }
  capacity: { demand: { mean: 200 per hour, peak: 240 per hour }, handling_time: 3 minutes, servers: 14, shrinkage: 30 % }
";

    #[test]
    fn a_channel_tells_what_its_posts_lead_to() {
        // The worked example of Call Centre Helper: 88.8 % in 20 seconds, 7.8 seconds of wait, 71.4 % of occupancy; 13 posts
        // reach 79.6 %, so that the target asks for 14, and 14 posts at a shrinkage of 30 % for 20 people.
        let told = told(CHANNEL, Lang::En);
        assert_eq!(of(&told, "Expected occupancy"), Some("71.4%; 85.7% at the busiest time"));
        assert_eq!(of(&told, "Served in time (expected)"), Some("88.8% within 20 seconds"));
        assert_eq!(of(&told, "Mean wait (expected)"), Some("8 seconds"));
        assert_eq!(of(&told, "Posts that the target asks for"), Some("14"));
        assert_eq!(of(&told, "People employed for those posts"), Some("20"));
        assert_eq!(of(&told, "Leave unserved (expected)"), None);
    }

    #[test]
    fn who_has_an_appointment_waits_in_no_queue() {
        let told = told(&CHANNEL.replace("telephone", "visit"), Lang::Es);
        assert_eq!(of(&told, "Ocupación prevista"), Some("71,4\u{a0}%; 85,7\u{a0}% en el momento de más demanda"));
        assert_eq!(of(&told, "Espera media (prevista)"), None);
        assert_eq!(of(&told, "Atendidos a tiempo (previsto)"), None);
    }

    #[test]
    fn more_than_can_be_done_has_no_mean_wait() {
        let told = told(&CHANNEL.replace("mean: 200", "mean: 300"), Lang::Es);
        assert_eq!(of(&told, "Ocupación prevista"), Some("107,1\u{a0}%"));
        assert_eq!(of(&told, "Espera media (prevista)"), None);
    }

    #[test]
    fn a_segment_tells_what_a_customer_is_worth() {
        let segment = "=== segments.yaml
familias:
  name: Familias
  value: { acquisition_cost: 100 PEN, yearly_sales: 50 PEN, yearly_cost: 15 PEN, years: 5, discount_rate: 10 % }
";
        let found = told(segment, Lang::Pt);
        assert_eq!(of(&found, "Lucro de um ano"), Some("S/\u{a0}35"));
        // 35 × 3.791 − 100, by the present value tables.
        assert_eq!(of(&found, "Valor presente líquido"), Some("S/\u{a0}32,68"));
        assert_eq!(of(&found, "O gasto em conquistá-lo se recupera"), Some("no ano 4"));
        let rows = found.iter().filter(|(label, text)| label == "row" && text.contains("S/"));
        let rows: Vec<&str> = rows.map(|(_, text)| text.as_str()).collect();
        assert_eq!(rows.first(), Some(&"0 | −S/\u{a0}100 | −S/\u{a0}100 | −S/\u{a0}100"));
        assert_eq!(rows.last(), Some(&"5 | S/\u{a0}35 | S/\u{a0}21,73 | S/\u{a0}32,68"));
        let without = told(&segment.replace(", discount_rate: 10 %", ""), Lang::Pt);
        assert_eq!(of(&without, "Valor presente líquido"), None);
    }
}
