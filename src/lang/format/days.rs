//! The names of kinds of days that differ by region: days counted one after the other, and days off by law.

use super::super::{Lang, Locale};

/// A day of the calendar, and several.
pub(super) fn calendar_day(locale: Locale) -> (&'static str, &'static str) {
    match (locale.lang, locale.region_code()) {
        (Lang::En, _) => ("calendar day", "calendar days"),
        // As the laws of procedure say it in each country; `419` as most of them.
        (Lang::Es, "PE" | "CO" | "EC" | "BO" | "GT" | "HN" | "SV" | "NI" | "PA" | "DO" | "PR" | "US" | "419") => {
            ("día calendario", "días calendario")
        }
        (Lang::Es, "AR" | "CL" | "UY" | "PY") => ("día corrido", "días corridos"),
        (Lang::Es, "VE") => ("día continuo", "días continuos"),
        (Lang::Es, _) => ("día natural", "días naturales"),
        (Lang::Pt, "" | "BR") => ("dia corrido", "dias corridos"),
        (Lang::Pt, _) => ("dia de calendário", "dias de calendário"),
    }
}

/// Every other name of a calendar day that an author may have written, in the singular and the plural.
pub(super) const CALENDAR_DAYS: [&str; 8] = [
    "día calendario",
    "días calendario",
    "día corrido",
    "días corridos",
    "día continuo",
    "días continuos",
    "dia de calendário",
    "dias de calendário",
];

/// Public holidays.
pub(super) fn holidays(locale: Locale) -> &'static str {
    match (locale.lang, locale.region_code()) {
        (Lang::Es, "ES") => "festivos",
        (Lang::Es | Lang::Pt, _) => "feriados",
        (Lang::En, "GB") => "bank holidays",
        (Lang::En, _) => "holidays",
    }
}
