//! Dates, periods, days of the week and recurrences.

use super::super::{Lang, Locale};
use super::{icu_of, locale_of, nouns, numbers, pick};
use crate::values::{Date, DayOfPeriod, Duration, MonthDay, Period, Recurrence, Weekday};
use icu::calendar::{Date as IcuDate, Gregorian};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{E, M, MD, YMD};

/// Formats a date with a set of fields. The set is a type, so that only its patterns are linked in.
macro_rules! formatted {
    ($lang:expr, $date:expr, $fields:expr) => {
        formatted!(@ locale_of($lang), $date, $fields)
    };
    (@ $icu:expr, $date:expr, $fields:expr) => {{
        let date: Date = $date;
        let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new($icu.into(), $fields);
        let day =
            IcuDate::try_new_gregorian(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs());
        match (formatter, day) {
            (Ok(formatter), Ok(day)) => formatter.format(&day).to_string(),
            // Does not happen: the data are compiled in and every date of ours is Gregorian.
            _ => date.to_string(),
        }
    }};
}

/// Whether the data have words for the months of a language: what they lack is `M01` there.
pub(super) fn has_months(locale: Locale) -> bool {
    !formatted!(@ icu_of(locale), Date::constant(2024, 1, 1), M::long()).contains("01")
}

/// A date in words: «2 de noviembre de 2026».
pub fn date(locale: Locale, value: Date) -> String {
    first(locale, value, formatted!(locale, value, YMD::long()))
}

/// In Brazil the first day of a month is an ordinal, which the data of the regions do not know: «1º de setembro».
fn first(locale: Locale, value: Date, words: String) -> String {
    let ordinal = locale.tongue() == Lang::Pt && matches!(locale.region_code(), "" | "BR") && value.day() == 1;
    match words.strip_prefix("1 ").filter(|_| ordinal) {
        Some(rest) => format!("1º {rest}"),
        None => words,
    }
}

/// A date for a table: «2 nov 2026».
pub fn date_short(locale: Locale, value: Date) -> String {
    formatted!(locale, value, YMD::medium())
}

/// A day of every year: «25 de diciembre».
pub fn month_day(locale: Locale, value: MonthDay) -> String {
    // A leap year has every day that can be written.
    let day = value.in_year(2024).unwrap_or(Date::constant(2024, 1, 1));
    first(locale, day, formatted!(locale, day, MD::long()))
}

/// A period in running text: «octubre de 2026», «T3 de 2026», «2026».
pub fn period(locale: Locale, value: Period) -> String {
    let of = pick(locale, " de ", " ", " de ");
    match value {
        Period::Year(year) => year.to_string(),
        Period::Half(year, half) => format!("{}{half}{of}{year}", pick(locale, "S", "H", "S")),
        Period::Quarter(year, quarter) => format!("{}{quarter}{of}{year}", pick(locale, "T", "Q", "T")),
        // The formatter of a month with its year forgets to load the digits of the year and stops a build with assertions.
        Period::Month(year, _) => {
            let month = formatted!(locale, value.start(), M::long());
            // As below: the capital is for headings.
            format!("{}{of}{year}", pick(locale, month.to_lowercase(), month.clone(), month.to_lowercase()))
        }
    }
}

/// A period for a table: «oct 2026», «T3 2026».
pub fn period_short(locale: Locale, value: Period) -> String {
    match value {
        Period::Year(year) => year.to_string(),
        Period::Half(year, half) => format!("{}{half} {year}", pick(locale, "S", "H", "S")),
        Period::Quarter(year, quarter) => format!("{}{quarter} {year}", pick(locale, "T", "Q", "T")),
        Period::Month(year, _) => {
            let month = formatted!(locale, value.start(), M::medium());
            // Where a region's data give a month that stands alone a capital, it is for headings.
            let month = pick(locale, month.to_lowercase(), month.clone(), month.to_lowercase());
            format!("{month}{}{year}", pick(locale, " ", " ", " de "))
        }
    }
}

/// How often: «mensual», «en cada caso», «cada 18 meses».
pub fn recurrence(locale: Locale, value: Recurrence) -> String {
    let words = match value {
        Recurrence::Continuous => pick(locale, "continua", "continuous", "contínua"),
        Recurrence::Daily => pick(locale, "diaria", "daily", "diária"),
        Recurrence::Weekly => pick(locale, "semanal", "weekly", "semanal"),
        Recurrence::Fortnightly => pick(locale, "quincenal", "fortnightly", "quinzenal"),
        Recurrence::Monthly => pick(locale, "mensual", "monthly", "mensal"),
        Recurrence::Bimonthly => pick(locale, "bimestral", "every two months", "bimestral"),
        Recurrence::Quarterly => pick(locale, "trimestral", "quarterly", "trimestral"),
        Recurrence::HalfYearly => pick(locale, "semestral", "half-yearly", "semestral"),
        Recurrence::Yearly => pick(locale, "anual", "yearly", "anual"),
        Recurrence::PerCase => pick(locale, "en cada caso", "in each case", "em cada caso"),
        Recurrence::Every(interval) => return every(locale, &interval),
    };
    words.to_string()
}

/// An interval: «cada 18 meses», «cada mes».
pub(super) fn every(locale: Locale, interval: &Duration) -> String {
    let word = pick(locale, "cada", "every", "a cada");
    if interval.low.is_none() && interval.amount == crate::values::Decimal::ONE {
        return format!("{word} {}", nouns::of_unit(interval.unit).one(locale));
    }
    format!("{word} {}", numbers::duration(locale, interval))
}

/// A day by which something is due: «31 de diciembre de 2026», «día 5 de cada mes», «10.º día hábil de cada trimestre».
pub fn day_of_period(locale: Locale, value: &DayOfPeriod) -> String {
    match value {
        DayOfPeriod::Date(day) => date(locale, *day),
        DayOfPeriod::DayOfEach { day, business, of } => {
            let of = nouns::singular(locale, of);
            match (locale.lang, *business) {
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
pub fn weekday(locale: Locale, value: Weekday) -> String {
    // The 1st of January 2024 was a Monday.
    let day = Date::constant(2024, 1, 1 + value.to_monday_zero_offset());
    formatted!(locale, day, E::long())
}

/// A day of the week in short: «lun.», "Mon", «seg.».
pub fn weekday_short(locale: Locale, value: Weekday) -> &'static str {
    let days = pick(
        locale,
        ["lun.", "mar.", "mié.", "jue.", "vie.", "sáb.", "dom."],
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        ["seg.", "ter.", "qua.", "qui.", "sex.", "sáb.", "dom."],
    );
    days[value.to_monday_zero_offset().unsigned_abs() as usize]
}
