//! How a region writes its currency and those of others: the symbol, its place, and whether whole amounts show their cents.
//!
//! ICU's formatter of currencies is not used: it lives in its experimental crate, which switches on an unstable feature of a crate
//! that Typst shares. What stands here says the same for the regions named (CLDR 48), with two choices of our own: S/ is known
//! everywhere, and a foreign currency without a symbol of its own is named by its code.

use super::super::{Lang, Locale};

/// Where the symbol stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// `$15,000`
    Before,
    /// `S/ 15,000`
    BeforeWithSpace,
    /// `15.000 €`
    AfterWithSpace,
}

/// The symbol of a currency; none where it is written by its code.
pub(super) fn symbol(locale: Locale, currency: &str) -> Option<&'static str> {
    match (locale.region_code(), currency) {
        ("MX", "MXN") | ("CO", "COP") | ("AR", "ARS") | ("CL", "CLP") | ("UY", "UYU") => Some("$"),
        ("US" | "EC" | "SV" | "PR", "USD") => Some("$"),
        (_, "EUR") => Some("€"),
        (_, "GBP") => Some("£"),
        (_, "PEN") => Some("S/"),
        (_, "BRL") => Some("R$"),
        (_, "USD") => Some("US$"),
        _ => None,
    }
}

/// Where a symbol or a code stands.
pub(super) fn place(locale: Locale, symbol: Option<&str>) -> Place {
    match (locale.lang, locale.region_code()) {
        // Spain sets the European symbols after the amount and the American ones before it.
        (Lang::Es, "" | "ES") => match symbol {
            None | Some("€" | "£") => Place::AfterWithSpace,
            Some(_) => Place::BeforeWithSpace,
        },
        (Lang::Pt, "" | "BR") => Place::BeforeWithSpace,
        (Lang::Pt, _) => Place::AfterWithSpace,
        // A code would run into the digits.
        _ if symbol.is_none() => Place::BeforeWithSpace,
        (Lang::Es, "AR" | "CO" | "PE" | "PY" | "UY") => Place::BeforeWithSpace,
        (Lang::Es | Lang::En, _) => Place::Before,
    }
}

/// How many decimals a whole amount shows: the cents of its currency where the region writes them, none in Spain and where no region
/// is known.
pub(super) fn cents(locale: Locale, currency: &str) -> u32 {
    if matches!(locale.region_code(), "" | "ES") { 0 } else { decimals(currency) }
}

/// The decimals of the smallest amount that is paid in a currency.
pub fn decimals(currency: &str) -> u32 {
    let without = matches!(currency, "CLP" | "COP" | "PYG" | "JPY" | "KRW" | "VND" | "ISK");
    if without { 0 } else { 2 }
}
