//! A language as a region writes it: the tags of BCP 47 that a manifest may name, and what the formats go by.
//!
//! Words come from the language alone; separators, dates, symbols of currencies and the names of days follow the region.

use super::{Lang, Tongue};
use std::fmt;

/// Whose way of writing is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Region {
    /// By the two letters of ISO 3166.
    Country([u8; 2]),
    /// `419` of UN M49, for which CLDR has a Spanish of its own.
    LatinAmerica,
}

impl Region {
    /// The country of a territory of a calendar: `ES` of `ES-CT`.
    pub fn of_territory(territory: &str) -> Option<Region> {
        match territory.split('-').next()?.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Some(Region::Country([*a, *b])),
            _ => None,
        }
    }

    /// The code as a tag has it.
    pub fn code(&self) -> &str {
        match self {
            Region::Country(letters) => std::str::from_utf8(letters).unwrap_or_default(),
            Region::LatinAmerica => "419",
        }
    }
}

/// A language with the region whose way of writing is followed; without one, the plain default of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Locale {
    /// The language of the words.
    pub lang: Lang,
    /// The language of the texts around them, where it is none of the program's: numbers, dates and the order of names follow it.
    pub other: Option<Tongue>,
    pub region: Option<Region>,
}

impl Locale {
    /// The locale where nothing but a territory tells the region: Spanish is `es-PE` where the holidays of Peru are kept. A
    /// language that is not written there stays plain.
    pub fn kept_in(self, territory: Option<Region>) -> Locale {
        let there = Locale { region: self.region.or(territory), ..self };
        let known = self.other.is_some() || LOCALES.iter().any(|(_, known)| *known == there);
        if known { there } else { self }
    }

    /// The language of the texts.
    pub fn tongue(self) -> Tongue {
        self.other.unwrap_or(self.lang.into())
    }

    /// The words alone, written as in the same region.
    pub fn of_words(self) -> Locale {
        Locale { other: None, ..self }
    }

    /// The code of the region, empty where there is none.
    pub fn region_code(&self) -> &str {
        self.region.as_ref().map_or("", Region::code)
    }

    /// This locale where it is of that language, else the language alone: figures in another language are not guessed to follow
    /// this region.
    pub fn speaking(self, lang: Lang) -> Locale {
        if self.lang == lang { self.of_words() } else { lang.into() }
    }
}

const fn of(lang: Lang, country: &[u8; 2]) -> Locale {
    Locale { lang, other: None, region: Some(Region::Country(*country)) }
}

/// The tags that a manifest may name: the languages, then those regions where one of them is what manuals are written in.
pub const LOCALES: [(&str, Locale); 37] = [
    ("es", Locale { lang: Lang::Es, other: None, region: None }),
    ("en", Locale { lang: Lang::En, other: None, region: None }),
    ("pt", Locale { lang: Lang::Pt, other: None, region: None }),
    ("es-419", Locale { lang: Lang::Es, other: None, region: Some(Region::LatinAmerica) }),
    ("es-AR", of(Lang::Es, b"AR")),
    ("es-BO", of(Lang::Es, b"BO")),
    ("es-CL", of(Lang::Es, b"CL")),
    ("es-CO", of(Lang::Es, b"CO")),
    ("es-CR", of(Lang::Es, b"CR")),
    ("es-CU", of(Lang::Es, b"CU")),
    ("es-DO", of(Lang::Es, b"DO")),
    ("es-EC", of(Lang::Es, b"EC")),
    ("es-ES", of(Lang::Es, b"ES")),
    ("es-GT", of(Lang::Es, b"GT")),
    ("es-HN", of(Lang::Es, b"HN")),
    ("es-MX", of(Lang::Es, b"MX")),
    ("es-NI", of(Lang::Es, b"NI")),
    ("es-PA", of(Lang::Es, b"PA")),
    ("es-PE", of(Lang::Es, b"PE")),
    ("es-PR", of(Lang::Es, b"PR")),
    ("es-PY", of(Lang::Es, b"PY")),
    ("es-SV", of(Lang::Es, b"SV")),
    ("es-US", of(Lang::Es, b"US")),
    ("es-UY", of(Lang::Es, b"UY")),
    ("es-VE", of(Lang::Es, b"VE")),
    ("en-AU", of(Lang::En, b"AU")),
    ("en-CA", of(Lang::En, b"CA")),
    ("en-GB", of(Lang::En, b"GB")),
    ("en-IE", of(Lang::En, b"IE")),
    ("en-NZ", of(Lang::En, b"NZ")),
    ("en-US", of(Lang::En, b"US")),
    ("en-ZA", of(Lang::En, b"ZA")),
    ("pt-AO", of(Lang::Pt, b"AO")),
    ("pt-BR", of(Lang::Pt, b"BR")),
    ("pt-CV", of(Lang::Pt, b"CV")),
    ("pt-MZ", of(Lang::Pt, b"MZ")),
    ("pt-PT", of(Lang::Pt, b"PT")),
];

impl From<Lang> for Locale {
    fn from(lang: Lang) -> Self {
        Locale { lang, other: None, region: None }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tongue = self.tongue();
        let (code, rest) =
            tongue.code().split_once('-').map_or((tongue.code(), None), |(code, rest)| (code, Some(rest)));
        let (script, variant) = match rest.map(|rest| rest.split_once('-').unwrap_or((rest, ""))) {
            Some((script, variant)) if script.len() == 4 => (script, variant),
            Some((variant, _)) => ("", variant),
            None => ("", ""),
        };
        let parts = [code, script, self.region_code(), variant];
        f.write_str(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_is_what_its_locale_is_called() {
        for (tag, locale) in LOCALES {
            assert_eq!(locale.to_string(), tag);
        }
    }

    #[test]
    fn a_region_stays_with_its_language() {
        let peru = of(Lang::Es, b"PE");
        assert_eq!(peru.speaking(Lang::Es), peru);
        assert_eq!(peru.speaking(Lang::En), Lang::En.into());
        assert_eq!(Region::of_territory("ES-CT"), Some(Region::Country(*b"ES")));
        assert_eq!(Region::of_territory("Perú"), None);
    }

    #[test]
    fn a_territory_lends_its_region_to_the_languages_written_there() {
        let lent =
            |lang: Lang, territory: &str| Locale::from(lang).kept_in(Region::of_territory(territory)).to_string();
        assert_eq!(lent(Lang::Es, "PE"), "es-PE");
        assert_eq!(lent(Lang::Es, "ES-CT"), "es-ES");
        assert_eq!(lent(Lang::En, "PE"), "en");
        assert_eq!(lent(Lang::En, "GB-ENG"), "en-GB");
        assert_eq!(lent(Lang::Pt, "PT"), "pt-PT");
        assert_eq!(lent(Lang::Es, "ZZ"), "es");
        let peru = Some(Region::Country(*b"PE"));
        assert_eq!(of(Lang::Es, b"MX").kept_in(peru), of(Lang::Es, b"MX"), "what the author names stands");
    }
}
