//! Channels and sites (C6, F1).

use super::front::{drop_empty, group, section};
use super::messages::suspended_mark;
use super::writer::{Writer, facts, heading_at, join, table};
use crate::ir::{Block, GroupRole, Inline, ListStyle, Row, Section, SectionKind, TableLook, plain};
use crate::lang::format;
use crate::model::calendar::CalendarChoice;
use crate::model::capacity::Capacity;
use crate::model::channel::{Channel, ChannelKind};
use crate::parse::kind::Kind;
use crate::span::Spanned;
use crate::values::{Calendar, HolidayRule, Period};

pub fn kind_word(x: &Writer<'_>, kind: ChannelKind) -> &'static str {
    let place = ChannelKind::ALL.iter().position(|(_, k)| *k == kind).unwrap_or(0);
    x.w.channel_kinds[place]
}

pub fn chapter(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    let mut out = section(SectionKind::Chapter, "channels", x.w.channels_and_sites);
    out.lead = plain(x.w.channels_lead);
    if !model.channels.is_empty() {
        out.blocks.push(heading_at(2, "channel-list", x.w.channels));
        let rows = model
            .channels
            .iter()
            .map(|c| Row {
                id: None,
                cells: vec![
                    std::iter::once(x.entry(Kind::Channels, &c.base.id))
                        .chain(suspended_mark(x, &c.base.status))
                        .collect(),
                    hours(x, c),
                    c.first_response.as_ref().map_or_else(Vec::new, |f| x.targets(&f.targets)),
                    x.opt(&c.what_for),
                ],
            })
            .collect();
        let columns = [(x.w.channel, 1), (x.w.hours, 2), (x.w.first_response, 2), (x.w.what_for, 2)];
        out.blocks.push(drop_empty(table(x.w.channels_table, TableLook::Words, &columns, rows)));
    }
    for channel in &model.channels {
        let mut blocks: Vec<Block> = facts(
            [
                x.fact(
                    x.w.form_of_attention,
                    channel.kind.as_ref().map_or_else(Vec::new, |k| plain(kind_word(x, k.value))),
                ),
                x.fact_text(x.w.address, &channel.address),
                x.fact(x.w.caller_cost, x.free_or(&channel.caller_cost)),
                x.fact(x.w.sites, x.references(Kind::Sites, &channel.sites)),
                x.fact(x.w.calendar, own_calendar(x, &channel.calendar)),
                x.fact(
                    x.w.measured_by,
                    channel
                        .first_response
                        .as_ref()
                        .map_or_else(Vec::new, |f| x.reference(Kind::Indicators, &f.indicator)),
                ),
                x.fact(x.w.used_by, x.percent(&channel.used_by)),
                x.fact_of("languages", x.lang.words().interface.languages, tongues(x, &channel.languages)),
                x.fact_text(x.w.accessibility, &channel.accessibility),
                x.fact(x.w.standards, x.references(Kind::Standards, &channel.standards)),
                x.fact(x.w.responsible, x.reference(Kind::Roles, &channel.base.owner)),
            ]
            .into_iter()
            .chain(super::details::of(x, &channel.details)),
        )
        .into_iter()
        .collect();
        if let Some(message) = &channel.wait_message {
            blocks.push(Block::Script {
                label: x.w.wait_message.to_owned(),
                context: Vec::new(),
                content: x.quoted(message),
                form: Vec::new(),
            });
        }
        blocks.extend(channel.capacity.as_ref().and_then(|c| capacity(x, c)));
        blocks.extend(super::figures::of_channel(x, channel));
        out.blocks.push(group(x, channel, GroupRole::Entry, blocks));
    }
    if !model.sites.is_empty() {
        out.blocks.push(heading_at(2, "site-list", x.w.sites));
        for site in &model.sites {
            let mut blocks: Vec<Block> = facts([
                x.fact(x.w.number_of_places, x.rate(&site.count)),
                x.fact_text(x.w.address, &site.address),
                x.fact_text(x.w.district, &site.district),
                x.fact_text(x.w.phone, &site.phone),
                x.fact_text(x.w.email, &site.email),
                x.fact(x.w.hours, x.hours(&site.hours)),
                x.fact(x.w.calendar, own_calendar(x, &site.calendar)),
                x.fact_text(x.w.capacity, &site.capacity),
                x.fact(x.w.channels, x.references(Kind::Channels, &site.channels)),
                x.fact(x.w.manager, x.reference(Kind::Roles, &site.manager)),
            ])
            .into_iter()
            .chain(facts(site.windows.iter().map(|(name, hours)| {
                let label = name.as_ref().map_or_else(String::new, crate::parse::prose::Text::plain);
                let key = name.as_ref().map_or("", |name| x.manual.original(name));
                x.fact_of(key, &label, x.hours(hours))
            })))
            .collect();
            blocks.extend(x.list(ListStyle::Included, &site.access));
            out.blocks.push(group(x, site, GroupRole::Entry, blocks));
        }
    }
    if !model.communications.is_empty() {
        out.blocks.push(heading_at(2, "messages", x.w.general_messages));
        out.blocks.push(Block::Paragraph { content: plain(x.w.general_messages_lead) });
        out.blocks.extend(super::messages::general(x));
    }
    (!out.blocks.is_empty()).then_some(out)
}

/// When a channel is open; one that keeps the hours of its sites says so.
fn hours(x: &Writer<'_>, channel: &Channel) -> Vec<Inline> {
    if channel.hours.is_some() || channel.sites.is_empty() {
        return x.hours(&channel.hours);
    }
    vec![Inline::Ref { to: "site-list".to_owned(), content: plain(x.w.as_of_sites) }]
}

/// Languages by their names: «español, catalán».
pub fn tongues(x: &Writer<'_>, tags: &[Spanned<String>]) -> Vec<Inline> {
    let names: Vec<String> = tags.iter().map(|tag| crate::lang::tongues::name(x.lang, &tag.value)).collect();
    if names.is_empty() { Vec::new() } else { plain(super::writer::capital(&names.join(", "))) }
}

/// The calendar that a channel or a site has of its own, whole.
fn own_calendar(x: &Writer<'_>, choice: &Option<CalendarChoice>) -> Vec<Inline> {
    let model = &x.manual.model;
    let Some(own) = model.own_calendar(choice) else { return Vec::new() };
    let manifest = &model.manifest;
    let dates = if own.names_holidays() { &own.places.dates } else { &manifest.calendar_places.dates };
    calendar(x, &own.over(&manifest.calendar), dates)
}

/// The days and hours that count as business time.
pub fn calendar(x: &Writer<'_>, calendar: &Calendar, dates: &[HolidayRule]) -> Vec<Inline> {
    plain(crate::lang::format::calendar(x.locale, calendar, dates).join("; "))
}

/// Demand, handling time and limits.
pub fn capacity(x: &Writer<'_>, capacity: &Capacity) -> Option<Block> {
    let number = |n: &Option<crate::span::Spanned<crate::values::Decimal>>| {
        n.as_ref().map_or_else(Vec::new, |n| plain(crate::lang::format::number(x.locale, &n.value)))
    };
    let peak = join([x.rate(&capacity.peak), x.opt(&capacity.peak_when)].into_iter(), ", ");
    let by_period = capacity.by_period.iter().map(|p| {
        let servers = p.servers.as_ref().map_or_else(Vec::new, |n| plain(posts(x, n.value)));
        // «T3 2026» of `2026-Q3`; any other name of a period as it is written.
        let period = p.period.as_ref().and_then(|text| Period::parse(&text.source).ok());
        let name = period.map_or_else(|| x.opt(&p.period), |p| plain(format::period_short(x.locale, p)));
        join([name, join([x.rate(&p.demand), servers].into_iter(), ", ")].into_iter(), ": ")
    });
    facts([
        x.fact(x.w.demand_mean, x.rate(&capacity.mean)),
        x.fact(x.w.demand_peak, peak),
        x.fact(x.w.demand_by_period, join(by_period, "; ")),
        x.fact(x.w.handling_time, x.amount(&capacity.handling_time)),
        x.fact(x.w.servers, number(&capacity.servers)),
        x.fact(x.w.staffed_by, x.reference(Kind::Roles, &capacity.staffed_by)),
        x.fact(x.w.measured_by, x.reference(Kind::Indicators, &capacity.indicator)),
        x.fact(x.w.places, x.amount(&capacity.places)),
        x.fact(x.w.occupancy_limit, x.percent(&capacity.occupancy_limit)),
        x.fact(x.w.backlog_limit, x.amount(&capacity.backlog_limit)),
        x.fact(x.w.patience, x.amount(&capacity.patience)),
        x.fact(x.w.shrinkage, x.percent(&capacity.shrinkage)),
        x.fact_text(x.w.note, &capacity.note),
    ])
}

/// «4 puestos».
fn posts(x: &Writer<'_>, count: crate::values::Decimal) -> String {
    let posts = crate::values::Rate { amount: count, unit: Some("posts".to_owned()), per: Vec::new() };
    crate::lang::format::rate(x.locale, &posts)
}
