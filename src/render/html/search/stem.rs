//! What a language does to words: endings that do not change what is looked for, and words that say nothing by themselves.

use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::collections::HashSet;

/// The stems and the empty words of a language.
pub struct Tongue {
    stemmer: Option<Stemmer>,
    stop: &'static str,
    /// The same, to be asked for every word of a manual.
    stops: HashSet<&'static str>,
}

impl Tongue {
    /// Of a BCP 47 language. Without a list here it has no empty words, and one that is not known has no endings either.
    pub fn of(lang: &str) -> Tongue {
        let primary = lang.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let (stemmer, stop) = match primary.as_str() {
            "es" => (Some(Algorithm::Spanish), ES),
            "en" => (Some(Algorithm::English), EN),
            "pt" => (Some(Algorithm::Portuguese), PT),
            "ca" => (Some(Algorithm::Catalan), ""),
            "de" => (Some(Algorithm::German), ""),
            "eu" => (Some(Algorithm::Basque), ""),
            "fr" => (Some(Algorithm::French), ""),
            "it" => (Some(Algorithm::Italian), ""),
            _ => (None, ""),
        };
        Tongue { stemmer: stemmer.map(Stemmer::create), stop, stops: stop.split(' ').collect() }
    }

    /// The stem of a word in small letters, with its accents: Snowball tells endings by them.
    pub fn stem(&self, word: &str) -> String {
        match &self.stemmer {
            Some(stemmer) if word.chars().all(char::is_alphabetic) => stemmer.stem(word).into_owned(),
            _ => word.to_owned(),
        }
    }

    /// Empty words, folded, with a space between them.
    pub fn stop(&self) -> &'static str {
        self.stop
    }

    pub fn is_stop(&self, folded: &str) -> bool {
        self.stops.contains(folded)
    }
}

// Articles, prepositions, conjunctions, pronouns and the commonest forms of to be and to have. A longer list would hide words
// that staff look for, such as “antes” or “hoy”.
const ES: &str = "al ante aquel aquella como con cual cuando de del desde donde el ella ellas ellos en entre era es esa ese esta \
                  estas este esto estos fue ha han hay la las le les lo los mas me mi ni no nos nuestra nuestro o para pero por \
                  porque que quien se ser si sin sobre son su sus tambien te tiene tu un una unas uno unos y ya";
const EN: &str = "a about an and are as at be been but by can do for from had has have he her his how i if in into is it its me my \
                  no not of on or our she so than that the their them then there these they this to us was we were what when \
                  which who will with you your";
const PT: &str = "a ao aos aquela aquele as ate com como da das de dela dele do dos e ela elas ele eles em entre era essa esse esta \
                  este eu foi ha isso isto ja la lhe mais mas me meu minha na nao nas nem no nos o os ou para pela pelas pelo \
                  pelos por porque qual quando que quem se sem ser seu seus so sua suas tambem te tem um uma voce";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_fall_by_language() {
        let stems = |lang: &str, words: [&str; 2]| words.map(|word| Tongue::of(lang).stem(word));
        for (lang, words) in [
            ("es", ["reclamación", "reclamo"]),
            ("es-PE", ["señales", "señal"]),
            ("en", ["complaints", "complaint"]),
            ("pt-BR", ["reclamações", "reclamação"]),
        ] {
            let [one, other] = stems(lang, words);
            assert_eq!(one, other, "{lang}: {words:?}");
        }
        assert_eq!(Tongue::of("qu").stem("wasikuna"), "wasikuna");
        let [one, many] = stems("ca", ["client", "clients"]);
        assert_eq!(one, many);
    }

    #[test]
    fn no_word_is_too_odd_for_a_stem() {
        for lang in ["es", "en", "pt"] {
            for word in ["", "a", "ñ", "ǆ", "ﬁn", "ßß", "日本語", "عربي", "ıstanbul", "y'y", "eeeeeeeeee", "ções"]
            {
                assert!(Tongue::of(lang).stem(word).len() <= word.len() + 4, "{lang}: {word}");
            }
        }
    }
}
