//! Opening hours as lines for a reader.

use super::super::{Lang, Locale};
use super::dates::{date, month_day, weekday_short};
use super::numbers::list;
use super::{days, pick};
use crate::values::{Calendar, Closed, HolidayRule, Hours, Time, TimeRange, WeekHours, Weekday, Weekdays};

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
pub fn time(_locale: Locale, value: Time) -> String {
    format!("{}:{:02}", value.hour, value.minute)
}

/// A range of times: `8:30–18:00`; the whole day in words.
pub fn time_range(locale: Locale, value: TimeRange) -> String {
    if value.minutes() == 24 * 60 {
        return pick(locale, "24 horas", "24 hours", "24 horas").to_string();
    }
    format!("{}–{}", time(locale, value.from), time(locale, value.to))
}

fn ranges(locale: Locale, ranges: &[TimeRange]) -> String {
    if ranges.is_empty() {
        return pick(locale, "cerrado", "closed", "fechado").to_string();
    }
    list(locale, &ranges.iter().map(|range| time_range(locale, *range)).collect::<Vec<_>>())
}

/// Opening hours, one line for each group of equal days, then holidays, seasons, closed days and the author's note.
pub fn hours(locale: Locale, value: &Hours) -> Vec<String> {
    let mut lines = opening_times(locale, value);
    if let Hours::Week { note: Some(note), .. } = value {
        lines.push(note.clone());
    }
    lines
}

/// A calendar, in lines: the business days with their hours, the holidays by territory and by date, and the time zone. `own` are
/// the holidays that stand beside those of the territory.
pub fn calendar(locale: Locale, value: &Calendar, own: &[HolidayRule]) -> Vec<String> {
    let mut lines = week_lines_of(locale, &value.opening());
    let mut holidays = Vec::new();
    if let Some(territory) = &value.territory {
        let years: Vec<String> = value.holiday_years.iter().map(i16::to_string).collect();
        let named = match (locale.lang, years.is_empty()) {
            (Lang::Es, true) => format!("de {territory}"),
            (Lang::En, true) => format!("of {territory}"),
            (Lang::Pt, true) => format!("de {territory}"),
            (Lang::Es, false) => format!("de {territory} en {}", list(locale, &years)),
            (Lang::En, false) => format!("of {territory} in {}", list(locale, &years)),
            (Lang::Pt, false) => format!("de {territory} em {}", list(locale, &years)),
        };
        holidays.push(named);
    }
    let dates: Vec<String> = own
        .iter()
        .map(|rule| match rule {
            HolidayRule::Date(day) => date(locale, *day),
            HolidayRule::Yearly(day) => month_day(locale, *day),
        })
        .collect();
    if !dates.is_empty() {
        holidays.push(list(locale, &dates));
    }
    if !holidays.is_empty() {
        let label = days::holidays(locale);
        lines.push(format!("{label} {}", holidays.join(", ")));
    }
    if let Some(zone) = &value.timezone {
        lines.push(format!("{} {zone}", pick(locale, "zona horaria", "time zone", "fuso horário")));
    }
    lines
}

fn week_lines_of(locale: Locale, hours: &Hours) -> Vec<String> {
    match hours {
        Hours::Week { week, .. } => week_lines(locale, week),
        Hours::Always => opening_times(locale, hours),
    }
}

/// The lines of [`hours`] without the note, for who sets the note as the prose that it is.
pub fn opening_times(locale: Locale, value: &Hours) -> Vec<String> {
    let Hours::Week { week, holidays, closed, seasons, .. } = value else {
        let always = pick(
            locale,
            "las 24 horas, todos los días",
            "24 hours a day, every day",
            "24 horas por dia, todos os dias",
        );
        return vec![always.to_string()];
    };
    let mut lines = week_lines(locale, week);
    if let Some(times) = holidays {
        lines.push(format!("{} {}", days::holidays(locale), ranges(locale, times)));
    }
    for season in seasons {
        let (from, to) = (month_day(locale, season.from), month_day(locale, season.to));
        let when = match locale.lang {
            Lang::Es => format!("del {from} al {to}"),
            Lang::En => format!("{from} to {to}"),
            Lang::Pt => format!("de {from} a {to}"),
        };
        lines.push(format!("{when}: {}", week_lines(locale, &season.week).join("; ")));
    }
    if !closed.is_empty() {
        let days: Vec<String> = closed.iter().map(|day| closed_day(locale, day)).collect();
        lines.push(format!("{} {}", pick(locale, "cerrado", "closed", "fechado"), list(locale, &days)));
    }
    lines
}

fn closed_day(locale: Locale, day: &Closed) -> String {
    let named = match day {
        Closed::Date(day) => date(locale, *day),
        Closed::Yearly(day) => month_day(locale, *day),
        Closed::Holidays => {
            return format!("{} {}", pick(locale, "los", "on", "nos"), days::holidays(locale));
        }
    };
    format!("{} {named}", pick(locale, "el", "on", "em"))
}

/// A line for each group of days with the same times; days without times are left out.
fn week_lines(locale: Locale, week: &WeekHours) -> Vec<String> {
    let mut lines = Vec::new();
    for (first, times) in week.days.iter().enumerate() {
        let said_before = week.days[..first].contains(times);
        if times.is_empty() || said_before {
            continue;
        }
        let same: Vec<usize> = (first..7).filter(|day| week.days[*day] == *times).collect();
        lines.push(format!("{} {}", named_days(locale, &same), ranges(locale, times)));
    }
    if lines.is_empty() {
        lines.push(ranges(locale, &[]));
    }
    lines
}

/// Days as a key of hours names them: «lun. a vie.».
pub fn weekdays(locale: Locale, value: &Weekdays) -> String {
    match value {
        Weekdays::Holidays => days::holidays(locale).to_string(),
        Weekdays::Days(_) => {
            let places: Vec<usize> = (0..7).filter(|place| value.flags()[*place]).collect();
            named_days(locale, &places)
        }
    }
}

/// Days by their places in the week, three and more in a row as a span: «lun. a vie. y dom.».
fn named_days(locale: Locale, places: &[usize]) -> String {
    if places.len() == 7 {
        return pick(locale, "todos los días", "every day", "todos os dias").to_string();
    }
    let name = |place: usize| weekday_short(locale, WEEK[place]);
    let mut parts = Vec::new();
    let mut rest = places;
    while let Some(first) = rest.first() {
        let run = rest.iter().enumerate().take_while(|(step, place)| **place == first + step).count();
        if run >= 3 {
            let (from, to) = (name(*first), name(first + run - 1));
            parts.push(pick(locale, format!("{from} a {to}"), format!("{from}–{to}"), format!("{from} a {to}")));
        } else {
            parts.extend(rest[..run].iter().map(|place| name(*place).to_string()));
        }
        rest = &rest[run..];
    }
    list(locale, &parts)
}
