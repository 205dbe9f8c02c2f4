//! Opening hours as lines for a reader.

use super::super::Lang;
use super::dates::{date, month_day, weekday_short};
use super::numbers::list;
use super::pick;
use crate::values::{Calendar, Closed, HolidayRule, Hours, Time, TimeRange, WeekHours, Weekday};

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// A time of the day: `8:30`.
pub fn time(_lang: Lang, value: Time) -> String {
    format!("{}:{:02}", value.hour, value.minute)
}

/// A range of times: `8:30–18:00`; the whole day in words.
pub fn time_range(lang: Lang, value: TimeRange) -> String {
    if value.minutes() == 24 * 60 {
        return pick(lang, "24 horas", "24 hours", "24 horas").to_string();
    }
    format!("{}–{}", time(lang, value.from), time(lang, value.to))
}

fn ranges(lang: Lang, ranges: &[TimeRange]) -> String {
    if ranges.is_empty() {
        return pick(lang, "cerrado", "closed", "fechado").to_string();
    }
    list(lang, &ranges.iter().map(|range| time_range(lang, *range)).collect::<Vec<_>>())
}

/// Opening hours, one line for each group of equal days, then holidays, seasons, closed days and the author's note.
pub fn hours(lang: Lang, value: &Hours) -> Vec<String> {
    let mut lines = opening_times(lang, value);
    if let Hours::Week { note: Some(note), .. } = value {
        lines.push(note.clone());
    }
    lines
}

/// A calendar, in lines: the business days with their hours, the holidays by territory and by date, and the time zone. `own` are
/// the holidays that stand beside those of the territory.
pub fn calendar(lang: Lang, value: &Calendar, own: &[HolidayRule]) -> Vec<String> {
    let mut lines = week_lines_of(lang, &value.opening());
    let mut holidays = Vec::new();
    if let Some(territory) = &value.territory {
        let years: Vec<String> = value.holiday_years.iter().map(i16::to_string).collect();
        let named = match (lang, years.is_empty()) {
            (Lang::Es, true) => format!("de {territory}"),
            (Lang::En, true) => format!("of {territory}"),
            (Lang::Pt, true) => format!("de {territory}"),
            (Lang::Es, false) => format!("de {territory} en {}", list(lang, &years)),
            (Lang::En, false) => format!("of {territory} in {}", list(lang, &years)),
            (Lang::Pt, false) => format!("de {territory} em {}", list(lang, &years)),
        };
        holidays.push(named);
    }
    let dates: Vec<String> = own
        .iter()
        .map(|rule| match rule {
            HolidayRule::Date(day) => date(lang, *day),
            HolidayRule::Yearly(day) => month_day(lang, *day),
        })
        .collect();
    if !dates.is_empty() {
        holidays.push(list(lang, &dates));
    }
    if !holidays.is_empty() {
        let label = pick(lang, "feriados", "holidays", "feriados");
        lines.push(format!("{label} {}", holidays.join(", ")));
    }
    if let Some(zone) = &value.timezone {
        lines.push(format!("{} {zone}", pick(lang, "zona horaria", "time zone", "fuso horário")));
    }
    lines
}

fn week_lines_of(lang: Lang, hours: &Hours) -> Vec<String> {
    match hours {
        Hours::Week { week, .. } => week_lines(lang, week),
        Hours::Always => opening_times(lang, hours),
    }
}

/// The lines of [`hours`] without the note, for who sets the note as the prose that it is.
pub fn opening_times(lang: Lang, value: &Hours) -> Vec<String> {
    let Hours::Week { week, holidays, closed, seasons, .. } = value else {
        let always =
            pick(lang, "las 24 horas, todos los días", "24 hours a day, every day", "24 horas por dia, todos os dias");
        return vec![always.to_string()];
    };
    let mut lines = week_lines(lang, week);
    if let Some(times) = holidays {
        lines.push(format!("{} {}", pick(lang, "feriados", "holidays", "feriados"), ranges(lang, times)));
    }
    for season in seasons {
        let (from, to) = (month_day(lang, season.from), month_day(lang, season.to));
        let when = match lang {
            Lang::Es => format!("del {from} al {to}"),
            Lang::En => format!("{from} to {to}"),
            Lang::Pt => format!("de {from} a {to}"),
        };
        lines.push(format!("{when}: {}", week_lines(lang, &season.week).join("; ")));
    }
    if !closed.is_empty() {
        let days: Vec<String> = closed.iter().map(|day| closed_day(lang, day)).collect();
        lines.push(format!("{} {}", pick(lang, "cerrado", "closed", "fechado"), list(lang, &days)));
    }
    lines
}

fn closed_day(lang: Lang, day: &Closed) -> String {
    let named = match day {
        Closed::Date(day) => date(lang, *day),
        Closed::Yearly(day) => month_day(lang, *day),
        Closed::Holidays => return pick(lang, "los feriados", "on holidays", "nos feriados").to_string(),
    };
    format!("{} {named}", pick(lang, "el", "on", "em"))
}

/// A line for each group of days with the same times; days without times are left out.
fn week_lines(lang: Lang, week: &WeekHours) -> Vec<String> {
    let mut lines = Vec::new();
    for (first, times) in week.days.iter().enumerate() {
        let said_before = week.days[..first].contains(times);
        if times.is_empty() || said_before {
            continue;
        }
        let same: Vec<usize> = (first..7).filter(|day| week.days[*day] == *times).collect();
        lines.push(format!("{} {}", days(lang, &same), ranges(lang, times)));
    }
    if lines.is_empty() {
        lines.push(ranges(lang, &[]));
    }
    lines
}

/// Days by their places in the week, three and more in a row as a span: «lun. a vie. y dom.».
fn days(lang: Lang, places: &[usize]) -> String {
    if places.len() == 7 {
        return pick(lang, "todos los días", "every day", "todos os dias").to_string();
    }
    let name = |place: usize| weekday_short(lang, WEEK[place]);
    let mut parts = Vec::new();
    let mut rest = places;
    while let Some(first) = rest.first() {
        let run = rest.iter().enumerate().take_while(|(step, place)| **place == first + step).count();
        if run >= 3 {
            let (from, to) = (name(*first), name(first + run - 1));
            parts.push(pick(lang, format!("{from} a {to}"), format!("{from}–{to}"), format!("{from} a {to}")));
        } else {
            parts.extend(rest[..run].iter().map(|place| name(*place).to_string()));
        }
        rest = &rest[run..];
    }
    list(lang, &parts)
}
