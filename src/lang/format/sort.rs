//! Alphabetical order as readers of a language expect it: ñ after n, accents beside their letters.

use super::super::Lang;
use icu::collator::CollatorBorrowed;
use icu::collator::options::CollatorOptions;
use icu::locale::locale;

/// Sorts by name in the language's order; equal names keep their order.
pub fn sort_by_name<T>(lang: Lang, items: &mut [T], name: impl Fn(&T) -> String) {
    let locale = match lang {
        Lang::Es => locale!("es"),
        Lang::En => locale!("en"),
        Lang::Pt => locale!("pt"),
    };
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
        sort_by_name(Lang::Es, &mut words, |w| (*w).to_owned());
        assert_eq!(words, ["árbol", "Banco", "nota", "nube", "ñandú", "oro", "zorro"]);
    }
}
