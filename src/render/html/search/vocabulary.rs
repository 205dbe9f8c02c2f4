//! The vocabulary: every word with its stem and with where it stands, written in few characters.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::stem::Tongue;
use super::words::words;
use crate::lang::format::fold;

/// How much it says of a record that a word stands in it, from the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Body,
    LongTitle,
    ShortTitle,
    /// The word is the whole title, or the code.
    Whole,
}

#[derive(Default)]
pub struct Vocabulary {
    /// Folded word → what is known of it.
    known: BTreeMap<String, Known>,
}

#[derive(Default)]
struct Known {
    /// As written, in small letters: `público`, `publicó`.
    written: BTreeSet<String>,
    /// Record and field, by record.
    places: Vec<(usize, Field)>,
}

/// A word as the index has it.
pub struct Word {
    /// Folded.
    pub key: String,
    /// How many of its letters, as a browser counts them, are its stem; 0 for a word that does not begin with its stem.
    pub stem: usize,
    /// What follows the stem.
    ending: String,
    /// The records in whose names it stands.
    named: Vec<(usize, Field)>,
    /// The stem of a word that does not begin with it: `tri` of `try`.
    pub other: Option<String>,
    pub places: String,
}

impl Word {
    /// Where it stands in the names of these records, which are in order.
    pub fn called(&self, records: &[usize]) -> String {
        let known = self.named.iter().filter(|(record, _)| records.binary_search(record).is_ok());
        places(&known.copied().collect::<Vec<_>>())
    }
}

impl Vocabulary {
    pub fn title(&mut self, tongue: &Tongue, record: usize, text: &str) {
        let full = words(text).iter().filter(|(_, folded)| !tongue.is_stop(folded)).count();
        let field = match full {
            0 | 1 => Field::Whole,
            2 | 3 => Field::ShortTitle,
            _ => Field::LongTitle,
        };
        self.add(tongue, record, text, field);
    }

    pub fn add(&mut self, tongue: &Tongue, record: usize, text: &str, field: Field) {
        for (written, folded) in words(text) {
            if tongue.is_stop(&folded) {
                continue;
            }
            let known = self.known.entry(folded).or_default();
            if !known.written.contains(&written) {
                known.written.insert(written);
            }
            match known.places.last_mut() {
                Some((last, best)) if *last == record => *best = field.max(*best),
                _ => known.places.push((record, field)),
            }
        }
    }

    /// The words, sorted as if ñ were n: who types without a tilde finds both beside each other.
    pub fn words(&self, tongue: &Tongue) -> Vec<Word> {
        let classes = self.classes(tongue);
        let mut keys: Vec<&String> = self.known.keys().collect();
        keys.sort_by_cached_key(|key| (plain(key), (*key).clone()));
        let word = |key: &String| {
            let stem = classes.get(key.as_str()).map_or(key.as_str(), String::as_str);
            let (letters, ending, other) = match key.strip_prefix(stem) {
                Some(ending) => (stem.encode_utf16().count(), ending, None),
                None => (0, "", Some(stem.to_owned())),
            };
            let list = &self.known[key].places;
            let named = list.iter().filter(|(_, field)| *field > Field::Body).copied().collect();
            Word { key: key.clone(), stem: letters, ending: ending.to_owned(), named, other, places: places(list) }
        };
        keys.into_iter().map(word).collect()
    }

    /// The stem of each word. What Snowball keeps apart by an accent that somebody left out, or by a plural that it takes for a
    /// verb, is brought together: `reclamos` would be `recl`, and `reclamo` `reclam`.
    fn classes<'a>(&'a self, tongue: &Tongue) -> BTreeMap<&'a str, String> {
        let mut union = Union::default();
        let mut stems: BTreeMap<&str, String> = BTreeMap::new();
        for (key, known) in &self.known {
            for written in &known.written {
                let stem = fold(&tongue.stem(written));
                match stems.get(key.as_str()) {
                    Some(first) => union.join(&stem, first),
                    None => {
                        stems.insert(key, stem);
                    }
                }
            }
        }
        for key in self.known.keys() {
            for ending in ["s", "es"] {
                let single = key.strip_suffix(ending).filter(|single| single.chars().count() > 2);
                if let Some(single) = single.and_then(|single| stems.get(single)) {
                    union.join(&stems[key.as_str()], single);
                }
            }
        }
        let mut classes: BTreeMap<String, (BTreeSet<&str>, Vec<&str>)> = BTreeMap::new();
        for (key, stem) in &stems {
            let (ways, keys) = classes.entry(union.of(stem)).or_default();
            ways.insert(stem);
            keys.push(key);
        }
        let mut chosen = BTreeMap::new();
        for (shortest, (ways, keys)) in &classes {
            // The longest stem that all have leaves the endings that readers know.
            let fits = |way: &&&str| keys.iter().all(|key| key.starts_with(**way));
            let stem = ways.iter().filter(fits).max_by_key(|way| way.len()).copied().unwrap_or(shortest);
            chosen.extend(keys.iter().map(|key| (*key, stem.to_owned())));
        }
        chosen
    }
}

/// Every ending of the words, as if ñ were n, with a space between them: what the browser takes off a word that the manual has not.
pub fn endings(words: &[Word]) -> String {
    let endings = words.iter().map(|word| plain(&word.ending));
    let endings: BTreeSet<String> = endings.filter(|ending| !ending.is_empty()).collect();
    endings.into_iter().collect::<Vec<_>>().join(" ")
}

/// Stems that are one: each leads to a shorter one, or to one before it.
#[derive(Default)]
struct Union {
    to: BTreeMap<String, String>,
}

impl Union {
    fn of(&self, stem: &str) -> String {
        let mut at = stem;
        while let Some(next) = self.to.get(at) {
            at = next;
        }
        at.to_owned()
    }

    fn join(&mut self, one: &str, other: &str) {
        let (one, other) = (self.of(one), self.of(other));
        match (one.len(), &one).cmp(&(other.len(), &other)) {
            Ordering::Less => self.to.insert(other, one),
            Ordering::Greater => self.to.insert(one, other),
            Ordering::Equal => None,
        };
    }
}

/// The word as if ñ were n.
fn plain(folded: &str) -> String {
    folded.replace('ñ', "n")
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A number in base 32, the least digit first; all but the last carry a mark.
fn number(mut value: usize, out: &mut String) {
    while value >= 32 {
        out.push(char::from(DIGITS[32 + value % 32]));
        value /= 32;
    }
    out.push(char::from(DIGITS[value]));
}

/// Rising numbers, by their distances.
pub fn numbers(values: &[usize]) -> String {
    let mut out = String::new();
    let mut next = 0;
    for value in values {
        number(value - next, &mut out);
        next = value + 1;
    }
    out
}

/// Numbers one after the other.
pub fn row(values: impl Iterator<Item = usize>) -> String {
    let mut out = String::new();
    values.for_each(|value| number(value, &mut out));
    out
}

fn places(list: &[(usize, Field)]) -> String {
    let mut out = String::new();
    let mut next = 0;
    for (record, field) in list {
        number((record - next) * 4 + *field as usize, &mut out);
        next = record + 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(lang: &str, texts: &[&str]) -> Vec<String> {
        let tongue = Tongue::of(lang);
        let mut vocabulary = Vocabulary::default();
        texts.iter().enumerate().for_each(|(record, text)| vocabulary.add(&tongue, record, text, Field::Body));
        let spelled = |Word { key, ending, other, .. }: Word| match (other, key.strip_suffix(&ending)) {
            (Some(stem), _) => format!("{key}={stem}"),
            (None, Some(stem)) if !ending.is_empty() => format!("{stem}|{ending}"),
            (None, _) => key,
        };
        vocabulary.words(&tongue).into_iter().map(spelled).collect()
    }

    #[test]
    fn stems_bring_words_together() {
        assert_eq!(spelled("es", &["Reclamación reclamos", "reclamo"]), ["reclam|acion", "reclam|o", "reclam|os"]);
        assert_eq!(spelled("es", &["reclamos", "reclamo", "reclama"]), ["reclam|a", "reclam|o", "reclam|os"]);
        assert_eq!(spelled("es", &["Señales y señal"]), ["señal", "señal|es"]);
        assert_eq!(spelled("es", &["reclamación reclamacion"]), ["reclam|acion"], "without its accent too");
        assert_eq!(spelled("es", &["años año ano"]), ["ano", "año", "año|s"], "a short plural, and the tilde");
        assert_eq!(spelled("en", &["tries try"]), ["tri|es", "try=tri"]);
        assert_eq!(spelled("pt", &["reclamações reclamação"]), ["reclam|acao", "reclam|acoes"]);
    }

    #[test]
    fn endings_are_those_that_occur() {
        let tongue = Tongue::of("es");
        let mut vocabulary = Vocabulary::default();
        vocabulary.add(&tongue, 0, "reclamos reclamo reclama señales señal", Field::Body);
        assert_eq!(endings(&vocabulary.words(&tongue)), "a es o os");
    }

    #[test]
    fn places_are_distances_with_what_they_are() {
        assert_eq!(places(&[(0, Field::Body), (1, Field::Whole), (9, Field::Body)]), "ADc");
        assert_eq!(numbers(&[0, 1, 40]), "AAmB");
        assert_eq!(numbers(&[]), "");
        assert_eq!(row([3, 40, 0].into_iter()), "DoBA");
    }

    #[test]
    fn the_better_field_of_a_record_counts() {
        let tongue = Tongue::of("es");
        let mut vocabulary = Vocabulary::default();
        vocabulary.title(&tongue, 3, "Remesas");
        vocabulary.add(&tongue, 3, "Las remesas llegan.", Field::Body);
        let words = vocabulary.words(&tongue);
        let remesas = words.iter().find(|word| word.key.starts_with("remes")).expect("it is there");
        assert_eq!(remesas.places, "P");
    }
}
