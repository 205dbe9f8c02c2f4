//! What each key of the language is for, as editors show it and the language reference prints it.
//!
//! A description stands under the last keys of its path, as few as tell it from others: `share` of every target, but
//! `scores.share` of a score. The longest that fits holds. Tests name the keys that lack one and those that no reader asks for.

mod common;
mod complaints;
mod customers;
mod kinds;
mod manual;
mod measures;
mod registers;
mod services;

use super::{Lang, Text, details};
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a key is for.
#[derive(Debug, Clone, Copy)]
pub struct KeyText {
    /// Paths under which it is found, with spaces between.
    pub at: &'static str,
    /// A value as an example; empty where the description shows one or the kind of value says enough.
    pub example: &'static str,
    pub text: Text,
}

/// What a kind of entry is.
#[derive(Debug, Clone, Copy)]
pub struct KindText {
    pub name: &'static str,
    pub title: Text,
    pub text: Text,
}

const fn key(at: &'static str, example: &'static str, es: &'static str, en: &'static str, pt: &'static str) -> KeyText {
    KeyText { at, example, text: Text { es, en, pt } }
}

/// Every description, by subject.
pub const ALL: [&[KeyText]; 7] =
    [common::KEYS, manual::KEYS, services::KEYS, measures::KEYS, registers::KEYS, customers::KEYS, complaints::KEYS];

/// The kinds of entries, the manifest first.
pub const KINDS: &[KindText] = kinds::KINDS;

/// The description of a kind, by its name; `manual` for the manifest.
pub fn kind(name: &str) -> Option<&'static KindText> {
    KINDS.iter().find(|kind| kind.name == name)
}

/// The description of the key at the end of a path such as `services.offering.summary`.
pub fn find(path: &str) -> Option<&'static KeyText> {
    at(path).map(|(_, text)| text)
}

/// The first clause of that description in the order of [`Lang::ALL`], without its capital and its full stop: fit to follow the key.
pub fn meaning(path: &str) -> Option<[String; 3]> {
    let text = find(path)?.text;
    Some(Lang::ALL.map(|lang| first_clause(text.in_lang(lang))))
}

/// A clause with more letters is cut at a comma.
const LONG: usize = 80;

/// What stands before the first sign that ends a clause, without the words of the language that stand in brackets.
fn first_clause(text: &str) -> String {
    let mut clause = text.to_owned();
    while let Some((from, to)) = clause.find(" (`").and_then(|from| Some((from, from + clause[from..].find("`)")? + 2)))
    {
        clause.replace_range(from..to, "");
    }
    let end = [": ", "; ", ". ", " —"].into_iter().filter_map(|sign| clause.find(sign)).min();
    clause.truncate(end.unwrap_or(clause.len()));
    // A long clause ends with one of its commas.
    while let Some(comma) = clause.rfind(", ").filter(|_| clause.chars().count() > LONG) {
        clause.truncate(comma);
    }
    let clause = clause.trim().trim_end_matches(['.', ',']);
    let mut letters = clause.chars();
    let (first, second) = (letters.next(), letters.clone().next());
    match first.filter(|_| !second.is_some_and(char::is_uppercase)) {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => clause.to_owned(),
    }
}

/// The description of the key at the end of a path, and the part of the path under which it stands.
pub fn at(path: &str) -> Option<(&'static str, &'static KeyText)> {
    static INDEX: OnceLock<HashMap<&'static str, &'static KeyText>> = OnceLock::new();
    let index = INDEX.get_or_init(|| {
        let paths = |text: &'static KeyText| text.at.split(' ').map(move |at| (at, text));
        ALL.into_iter().flatten().flat_map(paths).collect()
    });
    let starts = std::iter::once(0).chain(path.match_indices('.').map(|(dot, _)| dot + 1));
    let own = starts.into_iter().find_map(|start| index.get_key_value(&path[start..]).map(|(at, text)| (*at, *text)));
    own.or_else(|| {
        let key = path.rsplit('.').next()?;
        details().iter().find(|text| text.at == key).map(|text| (text.at, text))
    })
}

/// The typed details by their keys: their labels say what they are for.
fn details() -> &'static [KeyText] {
    fn add(out: &mut Vec<KeyText>, table: &'static [details::Field]) {
        for field in table {
            out.push(KeyText { at: field.key, example: "", text: field.label });
            if let details::Shape::Group(inner) | details::Shape::Groups(inner) = field.shape {
                add(out, inner);
            }
        }
    }
    static DETAILS: OnceLock<Vec<KeyText>> = OnceLock::new();
    DETAILS.get_or_init(|| {
        let mut out = Vec::new();
        details::TABLES.into_iter().for_each(|table| add(&mut out, table));
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_path_that_fits_holds() {
        let at = |path| at(path).map(|(at, _)| at);
        assert_eq!(at("services.name"), Some("name"));
        assert_eq!(at("channels.first_response.targets.scores.share"), Some("scores.share"));
        assert_eq!(at("channels.first_response.targets.share"), Some("share"));
        assert_eq!(at("services.no_such_key"), None);
    }

    #[test]
    fn every_key_has_a_meaning_short_enough_for_a_list() {
        for key in ALL.into_iter().flatten().flat_map(|text| text.at.split(' ')) {
            for (lang, meaning) in Lang::ALL.into_iter().zip(meaning(key).expect(key)) {
                let letters = meaning.chars().count();
                assert!((3..=120).contains(&letters), "{key} {lang}: {meaning:?}");
            }
        }
        let short = |key| meaning(key).map(|[es, ..]| es);
        assert_eq!(
            short("services.avoid").as_deref(),
            Some("nombres que el personal no debe usar, o `{ term, why }` con el porqué")
        );
        assert_eq!(short("resources.kind").as_deref(), Some("personas, equipo, sistema o local"));
    }

    #[test]
    fn the_holidays_that_are_told_are_those_that_are_known() {
        let told = find("calendar.holidays.territory").expect("the key of the territory").text;
        let groups: [(&[&str], std::ops::RangeInclusive<i16>); 3] = [
            (&["BR", "CO", "ES", "GB-ENG", "MX", "PE", "PT", "US"], 2024..=2030),
            (&["CL"], 2024..=2028),
            (&["AR", "ES-AN", "ES-VC", "ES-CE", "ES-ML"], 2025..=2026),
        ];
        for (codes, years) in groups {
            for code in codes {
                assert_eq!(crate::values::known_years(code), Some(years.clone()), "{code}");
                for text in crate::lang::Lang::ALL.map(|lang| told.in_lang(lang)) {
                    assert!(text.contains(code) && text.contains(&years.end().to_string()), "{code}: {text}");
                }
            }
        }
    }

    #[test]
    fn every_path_is_written_once_and_every_text_is_a_sentence() {
        let mut paths = std::collections::BTreeSet::new();
        let mut faults = Vec::new();
        for text in ALL.into_iter().flatten() {
            for at in text.at.split(' ') {
                if !paths.insert(at) || at.is_empty() {
                    faults.push(format!("{at}: written twice"));
                }
            }
            for (lang, text) in crate::lang::Lang::ALL
                .map(|lang| (lang, text.text.in_lang(lang)))
                .into_iter()
                .zip([text.at; 3])
                .map(|((l, t), at)| (format!("{at} in {l}"), t))
            {
                let capital = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
                if !(capital || text.starts_with('`'))
                    || !text.ends_with('.')
                    || text.contains("  ")
                    || text.len() > 260
                {
                    faults.push(format!("{lang}: {text}"));
                }
            }
        }
        assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    }
}
