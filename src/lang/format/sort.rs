//! Alphabetical order as readers of a language expect it: ñ after n, accents beside their letters.

use super::super::Locale;
use super::icu_of;
use icu::collator::CollatorBorrowed;
use icu::collator::options::CollatorOptions;

/// Sorts by name in the language's order; equal names keep their order.
pub fn sort_by_name<T>(locale: Locale, items: &mut [T], name: impl Fn(&T) -> String) {
    // No region has an order of its own, and a language without one has that of the script.
    let locale = icu_of(Locale { region: None, ..locale });
    let collator: Option<CollatorBorrowed<'static>> =
        icu::collator::Collator::try_new(locale.into(), CollatorOptions::default()).ok();
    items.sort_by(|a, b| {
        let (a, b) = (name(a), name(b));
        match &collator {
            Some(collator) => collator.compare(&a, &b),
            None => a.to_lowercase().cmp(&b.to_lowercase()),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spanish_sorts_its_letters() {
        let mut words = ["nube", "ñandú", "zorro", "oro", "árbol", "nota", "Banco"];
        sort_by_name(crate::lang::Lang::Es.into(), &mut words, |w| (*w).to_owned());
        assert_eq!(words, ["árbol", "Banco", "nota", "nube", "ñandú", "oro", "zorro"]);
    }
}
