//! Opening hours as written in YAML: by weekday, split shifts, seasons, closed dates, or around the clock.

use crate::diag::Diagnostic;
use crate::parse::reader::trace::Asked;
use crate::parse::reader::{Slot, Value};
use crate::parse::yaml::Node;
use crate::parse::{entries, tongue, value_error};
use crate::span::Spanned;
use crate::values::{Closed, Hours, MonthDay, Season, TimeRange, WeekHours, Weekdays};

/// Keys of hours beside the days.
const KEYS: [&str; 4] = ["closed", "seasons", "note", "holidays"];

/// `24/7`, or a mapping from days to times.
pub fn hours(mut slot: Slot<'_, '_, '_>) -> Option<Spanned<Hours>> {
    slot.asked(Asked::Hours);
    let span = slot.span();
    let value = if slot.is_map() {
        let path = slot.path().to_owned();
        let hours = slot.wholly(week_hours)?;
        slot.context().record(path, Value::Hours(Box::new(hours.clone())));
        hours
    } else if slot.scalar() == Some("24/7") {
        let path = slot.path().to_owned();
        slot.context().record(path, Value::Hours(Box::new(Hours::Always)));
        Hours::Always
    } else {
        let text = slot.scalar().unwrap_or_default().to_owned();
        let error = crate::values::ValueError::expected(crate::values::Expectation::Hours, &text);
        slot.context().report(value_error(&error, span, &text));
        let path = slot.path().to_owned();
        slot.context().fail(&path);
        return None;
    };
    Some(Spanned { value, span })
}

fn week_hours(slot: &mut Slot<'_, '_, '_>) -> Option<Hours> {
    let node = slot.node();
    let mut week = WeekHours::default();
    let mut holidays = None;
    let mut closed = Vec::new();
    let mut seasons = Vec::new();
    let mut note = None;
    for pair in node.pairs()? {
        let Some(key) = pair.key.scalar() else { continue };
        match key {
            "closed" => closed = each(&pair.value).filter_map(|n| parsed(slot, n, Closed::parse)).collect(),
            "seasons" => seasons = each(&pair.value).filter_map(|n| season(slot, n)).collect(),
            "note" => note = pair.value.scalar().map(str::to_owned),
            _ => match Weekdays::parse(key) {
                Err(_) if tongue::meant(key, &KEYS).is_some() => {
                    let near = tongue::meant(key, &KEYS).unwrap_or_default();
                    let finding =
                        Diagnostic::new(&entries::UNKNOWN_KEY, pair.key.span).arg("key", key).arg("near", near);
                    slot.context().report(finding.help(entries::DID_YOU_MEAN));
                }
                Ok(days) => {
                    let ranges = times(slot, &pair.value);
                    match days {
                        Weekdays::Holidays => holidays = Some(ranges),
                        Weekdays::Days(days) => {
                            for day in days {
                                if let Err(error) = week.set(day, &ranges) {
                                    slot.context().report(value_error(
                                        &error,
                                        pair.key.span,
                                        pair.key.scalar().unwrap_or_default(),
                                    ));
                                }
                            }
                        }
                    }
                }
                Err(error) => {
                    slot.context().report(value_error(&error, pair.key.span, pair.key.scalar().unwrap_or_default()))
                }
            },
        }
    }
    if let Err(error) = week.check_overlaps() {
        slot.context().report(value_error(&error, node.span, node.scalar().unwrap_or_default()));
    }
    Some(Hours::Week { week, holidays, closed, seasons, note })
}

/// The items of a list, or the value itself.
fn each(node: &Node) -> impl Iterator<Item = &Node> {
    match &node.kind {
        crate::parse::yaml::Kind::List(items) => items.iter().collect::<Vec<_>>().into_iter(),
        _ => vec![node].into_iter(),
    }
}

fn parsed<T>(
    slot: &mut Slot<'_, '_, '_>,
    node: &Node,
    parse: impl Fn(&str) -> Result<T, crate::values::ValueError>,
) -> Option<T> {
    match parse(node.scalar().unwrap_or_default()) {
        Ok(value) => Some(value),
        Err(error) => {
            slot.context().report(value_error(&error, node.span, node.scalar().unwrap_or_default()));
            None
        }
    }
}

fn times(slot: &mut Slot<'_, '_, '_>, node: &Node) -> Vec<TimeRange> {
    each(node).filter_map(|n| parsed(slot, n, TimeRange::parse_list)).flatten().collect()
}

fn season(slot: &mut Slot<'_, '_, '_>, node: &Node) -> Option<Season> {
    for key in ["from", "to", "hours"] {
        if node.get(key).is_none() {
            let finding = Diagnostic::new(&entries::MISSING_KEY, node.span).arg("key", key).arg("what", "`seasons`");
            slot.context().report(finding);
            return None;
        }
    }
    let from = parsed(slot, node.get("from")?, MonthDay::parse)?;
    let to = parsed(slot, node.get("to")?, MonthDay::parse)?;
    let mut week = WeekHours::default();
    for pair in node.get("hours")?.pairs()? {
        match Weekdays::parse(pair.key.scalar()?) {
            Ok(Weekdays::Days(days)) => {
                let ranges = times(slot, &pair.value);
                for day in days {
                    if let Err(error) = week.set(day, &ranges) {
                        slot.context().report(value_error(
                            &error,
                            pair.key.span,
                            pair.key.scalar().unwrap_or_default(),
                        ));
                    }
                }
            }
            Ok(Weekdays::Holidays) => {}
            Err(error) => {
                slot.context().report(value_error(&error, pair.key.span, pair.key.scalar().unwrap_or_default()))
            }
        }
    }
    Some(Season { from, to, week })
}
