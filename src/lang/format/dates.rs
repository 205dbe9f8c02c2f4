//! Dates, periods, days of the week and recurrences.

use super::super::Lang;
use super::{locale_of, nouns, numbers, pick};
use crate::values::{Date, DayOfPeriod, Duration, MonthDay, Period, Recurrence, Weekday};
use icu::calendar::{Date as IcuDate, Gregorian};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{E, M, MD, YMD};

/// Formats a date with a set of fields. The set is a type, so that only its patterns are linked in.
macro_rules! formatted {
    ($lang:expr, $date:expr, $fields:expr) => {{
        let date: Date = $date;
        let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale_of($lang).into(), $fields);
        let day =
            IcuDate::try_new_gregorian(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs());
        match (formatter, day) {
            (Ok(formatter), Ok(day)) => formatter.format(&day).to_string(),
            // Does not happen: the data are compiled in and every date of ours is Gregorian.
            _ => date.to_string(),
        }
    }};
}

/// A date in words: «2 de noviembre de 2026».
pub fn date(lang: Lang, value: Date) -> String {
    formatted!(lang, value, YMD::long())
}

/// A date for a table: «2 nov 2026».
pub fn date_short(lang: Lang, value: Date) -> String {
    formatted!(lang, value, YMD::medium())
}

/// A day of every year: «25 de diciembre».
pub fn month_day(lang: Lang, value: MonthDay) -> String {
    // A leap year has every day that can be written.
    let day = value.in_year(2024).unwrap_or(Date::constant(2024, 1, 1));
    formatted!(lang, day, MD::long())
}

/// A period in running text: «octubre de 2026», «T3 de 2026», «2026».
pub fn period(lang: Lang, value: Period) -> String {
    let of = pick(lang, " de ", " ", " de ");
    match value {
        Period::Year(year) => year.to_string(),
        Period::Half(year, half) => format!("{}{half}{of}{year}", pick(lang, "S", "H", "S")),
        Period::Quarter(year, quarter) => format!("{}{quarter}{of}{year}", pick(lang, "T", "Q", "T")),
        // The formatter of a month with its year forgets to load the digits of the year and stops a build with assertions.
        Period::Month(year, _) => format!("{}{of}{year}", formatted!(lang, value.start(), M::long())),
    }
}

/// A period for a table: «oct 2026», «T3 2026».
pub fn period_short(lang: Lang, value: Period) -> String {
    match value {
        Period::Year(year) => year.to_string(),
        Period::Half(year, half) => format!("{}{half} {year}", pick(lang, "S", "H", "S")),
        Period::Quarter(year, quarter) => format!("{}{quarter} {year}", pick(lang, "T", "Q", "T")),
        Period::Month(year, _) => {
            format!("{}{}{year}", formatted!(lang, value.start(), M::medium()), pick(lang, " ", " ", " de "))
        }
    }
}

/// How often: «mensual», «en cada caso», «cada 18 meses».
pub fn recurrence(lang: Lang, value: Recurrence) -> String {
    let words = match value {
        Recurrence::Continuous => pick(lang, "continua", "continuous", "contínua"),
        Recurrence::Daily => pick(lang, "diaria", "daily", "diária"),
        Recurrence::Weekly => pick(lang, "semanal", "weekly", "semanal"),
        Recurrence::Fortnightly => pick(lang, "quincenal", "fortnightly", "quinzenal"),
        Recurrence::Monthly => pick(lang, "mensual", "monthly", "mensal"),
        Recurrence::Bimonthly => pick(lang, "bimestral", "every two months", "bimestral"),
        Recurrence::Quarterly => pick(lang, "trimestral", "quarterly", "trimestral"),
        Recurrence::HalfYearly => pick(lang, "semestral", "half-yearly", "semestral"),
        Recurrence::Yearly => pick(lang, "anual", "yearly", "anual"),
        Recurrence::PerCase => pick(lang, "en cada caso", "in each case", "em cada caso"),
        Recurrence::Every(interval) => return every(lang, &interval),
    };
    words.to_string()
}

/// An interval: «cada 18 meses», «cada mes».
pub(super) fn every(lang: Lang, interval: &Duration) -> String {
    let word = pick(lang, "cada", "every", "a cada");
    if interval.low.is_none() && interval.amount == crate::values::Decimal::ONE {
        return format!("{word} {}", nouns::of_unit(interval.unit).one(lang));
    }
    format!("{word} {}", numbers::duration(lang, interval))
}

/// A day by which something is due: «31 de diciembre de 2026», «día 5 de cada mes», «10.º día hábil de cada trimestre».
pub fn day_of_period(lang: Lang, value: &DayOfPeriod) -> String {
    match value {
        DayOfPeriod::Date(day) => date(lang, *day),
        DayOfPeriod::DayOfEach { day, business, of } => {
            let of = nouns::singular(lang, of);
            match (lang, *business) {
                (Lang::Es, false) => format!("día {day} de cada {of}"),
                (Lang::Es, true) => format!("{day}.º día hábil de cada {of}"),
                (Lang::En, false) => format!("day {day} of each {of}"),
                (Lang::En, true) => format!("business day {day} of each {of}"),
                (Lang::Pt, false) => format!("dia {day} de cada {of}"),
                (Lang::Pt, true) => format!("{day}º dia útil de cada {of}"),
            }
        }
    }
}

/// A day of the week: «lunes».
pub fn weekday(lang: Lang, value: Weekday) -> String {
    // The 1st of January 2024 was a Monday.
    let day = Date::constant(2024, 1, 1 + value.to_monday_zero_offset());
    formatted!(lang, day, E::long())
}

/// A day of the week in short: «lun.», "Mon", «seg.».
pub fn weekday_short(lang: Lang, value: Weekday) -> &'static str {
    let days = pick(
        lang,
        ["lun.", "mar.", "mié.", "jue.", "vie.", "sáb.", "dom."],
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        ["seg.", "ter.", "qua.", "qui.", "sex.", "sáb.", "dom."],
    );
    days[value.to_monday_zero_offset().unsigned_abs() as usize]
}
