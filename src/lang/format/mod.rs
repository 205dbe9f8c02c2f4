//! Values for a reader: numbers, quantities, dates, hours and targets as the language writes them.
//!
//! ICU's data decide what belongs to a language (separators, names of months, plurals, lists); the words around them stand
//! here, as in the rest of `lang`. A sign or symbol is tied to its number by a no-break space where the language puts a
//! space at all; words are parted by ordinary spaces, and who shows a value decides whether it may break.

mod currencies;
mod dates;
mod days;
mod nouns;
mod numbers;
mod opening;
mod sort;
mod targets;

#[cfg(test)]
mod tests;

pub use dates::{date, date_short, day_of_period, month_day, period, period_short, recurrence, weekday, weekday_short};
pub use numbers::{bound, duration, list, money, number, percent, percent_bound, quantity, range, rate};
pub use opening::{hours, opening_times, time, time_range};
pub use sort::sort_by_name;
pub use targets::{scale, target};

use super::{Lang, Locale, Region};
use icu::locale::{LanguageIdentifier, Locale as IcuLocale, LocaleExpander, TransformResult, locale};

/// The locale as ICU knows it. A region that its data lack falls back to the language.
fn locale_of(locale: Locale) -> IcuLocale {
    // A tag of ours is always one of BCP 47.
    locale.to_string().parse().unwrap_or(locale!("es"))
}

/// The language that most people of a region write; none where ICU knows no such region.
fn main_language(region: Region) -> Option<String> {
    let mut id: LanguageIdentifier = format!("und-{}", region.code()).parse().ok()?;
    let change = LocaleExpander::new_extended().maximize(&mut id);
    (change == TransformResult::Modified).then(|| id.language.to_string())
}

/// The language as its region writes it, where nothing but a territory tells the region: Spanish in Peru is `es-PE`. A language
/// that is foreign there stays plain.
pub fn in_territory(locale: Locale, territory: Option<Region>) -> Locale {
    let native = |region: &Region| main_language(*region).is_some_and(|lang| lang == locale.lang.code());
    Locale { region: locale.region.or(territory.filter(native)), ..locale }
}

/// What is said in each language.
fn pick<T>(locale: Locale, es: T, en: T, pt: T) -> T {
    match locale.lang {
        Lang::Es => es,
        Lang::En => en,
        Lang::Pt => pt,
    }
}
