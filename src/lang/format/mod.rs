//! Values for a reader: numbers, quantities, dates, hours and targets as the language and its region write them.
//!
//! ICU's data decide what belongs to a language (separators, names of months, plurals, lists); the words around them stand
//! here, as in the rest of `lang`. A sign or symbol is tied to its number by a no-break space where the language puts a
//! space at all; words are parted by ordinary spaces, and who shows a value decides whether it may break.

mod currencies;
mod dates;
mod days;
mod fold;
mod nouns;
mod numbers;
mod opening;
mod sort;
mod targets;

#[cfg(test)]
mod tests;

pub use currencies::decimals;
pub use dates::{date, date_short, day_of_period, month_day, period, period_short, recurrence, weekday, weekday_short};
pub use fold::{composed, fold};
pub use numbers::{bound, decimal_sign, duration, list, money, number, percent, percent_bound, quantity, range, rate};
pub use opening::{calendar, hours, opening_times, time, time_range, weekdays};
pub use sort::sort_by_name;
pub use targets::{other_cases, scale, target};

use super::{Lang, Locale};
use icu::locale::{Locale as IcuLocale, locale};

/// The locale as ICU knows it. A region that its data lack falls back to the language, and a language that they lack to that of the
/// words.
fn locale_of(locale: Locale) -> IcuLocale {
    let written = if locale.other.is_some_and(|_| !dates::has_months(locale)) { locale.of_words() } else { locale };
    icu_of(written)
}

fn icu_of(locale: Locale) -> IcuLocale {
    // A tag of ours is always one of BCP 47.
    locale.to_string().parse().unwrap_or(locale!("es"))
}

/// What is said in each language.
fn pick<T>(locale: Locale, es: T, en: T, pt: T) -> T {
    match locale.lang {
        Lang::Es => es,
        Lang::En => en,
        Lang::Pt => pt,
    }
}
