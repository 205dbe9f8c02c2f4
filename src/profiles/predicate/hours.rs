//! Whether opening hours together cover others, over an ordinary week.

use crate::diag::Arg;
use crate::lang::{Lang, Text};
use crate::values::{Closed, Decimal, Hours, Weekday};

const MINUTES: usize = 7 * 24 * 60;
const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Hours of the day, by weekday from Monday.
const NAMES: [Text; 7] = [
    Text { es: "el lunes", en: "on Mondays", pt: "na segunda-feira" },
    Text { es: "el martes", en: "on Tuesdays", pt: "na terça-feira" },
    Text { es: "el miércoles", en: "on Wednesdays", pt: "na quarta-feira" },
    Text { es: "el jueves", en: "on Thursdays", pt: "na quinta-feira" },
    Text { es: "el viernes", en: "on Fridays", pt: "na sexta-feira" },
    Text { es: "el sábado", en: "on Saturdays", pt: "no sábado" },
    Text { es: "el domingo", en: "on Sundays", pt: "no domingo" },
];
const HOLIDAYS: Text = Text { es: "los feriados", en: "on holidays", pt: "nos feriados" };
const AT: Text = Text { es: "{day} a las {time}", en: "{day} at {time}", pt: "{day} às {time}" };

/// The minutes of a week, from Monday 00:00, in which one of these is open.
fn minutes(all: &[&Hours]) -> Vec<bool> {
    let mut open = vec![false; MINUTES];
    for hours in all {
        match hours {
            Hours::Always => open.fill(true),
            Hours::Week { week, .. } => {
                for (place, day) in DAYS.into_iter().enumerate() {
                    for range in week.on(day) {
                        let from = place * 1440 + usize::from(range.from.minutes());
                        // What goes on after midnight belongs to the next day, after Sunday to Monday.
                        (from..from + usize::from(range.minutes())).for_each(|minute| open[minute % MINUTES] = true);
                    }
                }
            }
        }
    }
    open
}

/// Whether something is closed on certain days of the year.
fn closes(hours: &Hours) -> bool {
    match hours {
        Hours::Always => false,
        Hours::Week { closed, holidays, seasons, .. } => {
            !closed.is_empty() || holidays.as_ref().is_some_and(Vec::is_empty) || !seasons.is_empty()
        }
    }
}

fn closes_on_holidays(hours: &Hours) -> bool {
    match hours {
        Hours::Always => false,
        Hours::Week { closed, holidays, .. } => {
            closed.contains(&Closed::Holidays) || holidays.as_ref().is_some_and(Vec::is_empty)
        }
    }
}

/// The first moment that is asked for and not covered; none where all is.
pub fn gap(wanted: &Hours, open: &[&Hours]) -> Option<Arg> {
    let covered = minutes(open);
    let asked = minutes(&[wanted]);
    if let Some(minute) = (0..MINUTES).find(|m| asked[*m] && !covered[*m]) {
        let (day, rest) = (minute / 1440, minute % 1440);
        let time = format!("{}:{:02}", rest / 60, rest % 60);
        return Some(Arg::Phrase(AT, vec![("day", Arg::Words(NAMES[day])), ("time", Arg::Plain(time))]));
    }
    // An ordinary week is covered; who has to serve on every day must not close on some.
    let every_day = matches!(wanted, Hours::Always) && open.iter().all(|hours| closes(hours));
    let holidays =
        !closes_on_holidays(wanted) && !open.is_empty() && open.iter().all(|hours| closes_on_holidays(hours));
    let named_holidays = matches!(wanted, Hours::Week { holidays: Some(ranges), .. } if !ranges.is_empty());
    (every_day || holidays && named_holidays).then_some(Arg::Words(HOLIDAYS))
}

/// The hours of an ordinary week in which one of these is open.
pub fn per_week(open: &[&Hours]) -> Decimal {
    let minutes = minutes(open).into_iter().filter(|open| *open).count();
    Decimal::from(minutes) / Decimal::from(60)
}

/// The hours for a message.
pub fn shown(hours: &Hours) -> Arg {
    let say = |lang: Lang| crate::lang::format::hours(lang.into(), hours).join("; ");
    Arg::Told(Box::new([say(Lang::Es), say(Lang::En), say(Lang::Pt)]))
}
