//! Long lists of words that stand in several keys: told once, beside the groups of keys that several kinds share.

use super::prose::{code, heading, inlines};
use crate::grammar::language;
use crate::grammar::shape::Shape;
use crate::ir::{Block, Inline};
use crate::lang::reference as words;
use crate::lang::{Lang, fill};
use std::collections::BTreeMap;

/// Letters of a list that is short enough to be told at every key.
const SHORT: usize = 240;

/// The lists, each with the key at which it is met first.
pub struct Choices(BTreeMap<Vec<&'static str>, &'static str>);

impl Choices {
    pub fn gather() -> Self {
        let mut met: BTreeMap<Vec<&'static str>, (&'static str, usize)> = BTreeMap::new();
        for (_, shape) in language() {
            each(shape, "", &mut |key, choices| met.entry(choices.to_vec()).or_insert((key, 0)).1 += 1);
        }
        let long = |choices: &[&str]| choices.iter().map(|word| word.len()).sum::<usize>() > SHORT;
        let several = met.into_iter().filter(|(choices, (_, times))| *times > 1 && long(choices));
        Self(several.map(|(choices, (key, _))| (choices, key)).collect())
    }

    /// What a key says in the place of the list.
    pub fn instead(&self, choices: &[&'static str], lang: Lang) -> Option<Vec<Inline>> {
        let key = self.0.get(choices)?;
        let content = inlines(&named(words::ONE_OF_WORDS, key, lang));
        Some(vec![Inline::Ref { to: anchor(key), content }])
    }

    pub fn blocks(&self, lang: Lang) -> Vec<Block> {
        let lists = self.0.iter().flat_map(|(choices, key)| {
            let mut content = Vec::new();
            for word in choices {
                content.extend((!content.is_empty()).then(|| Inline::text(", ")));
                content.push(code(word));
            }
            let title = inlines(&named(words::WORDS_OF, key, lang));
            [heading(2, Some(&anchor(key)), title), Block::Paragraph { content }]
        });
        lists.collect()
    }
}

fn anchor(key: &str) -> String {
    format!("words-{}", key.replace('_', "-"))
}

fn named(text: crate::lang::Text, key: &str, lang: Lang) -> String {
    fill(text.in_lang(lang), &[("key", format!("`{key}`"))])
}

/// Every list of words in a shape, with the key that holds it.
fn each(shape: &'static Shape, key: &'static str, see: &mut impl FnMut(&'static str, &[&'static str])) {
    match shape {
        Shape::Choice(choices) => see(key, choices),
        Shape::Variant(s) | Shape::Many(s) | Shape::List(s) | Shape::Given(s) | Shape::Entries(s, _) => {
            each(s, key, see)
        }
        Shape::AnyOf(shapes) => shapes.iter().for_each(|shape| each(shape, key, see)),
        Shape::Map(mapping) => mapping.keys.iter().for_each(|key| each(&key.shape, key.name, see)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_of_several_keys_is_told_once() {
        let choices = Choices::gather();
        assert!(!choices.0.is_empty(), "what may be published stands in several keys");
        for (list, key) in &choices.0 {
            let instead = choices.instead(list, Lang::Es).expect("the list is known");
            assert!(matches!(&instead[..], [Inline::Ref { to, .. }] if *to == anchor(key)));
        }
        let mut anchors: Vec<String> = choices.0.values().map(|key| anchor(key)).collect();
        anchors.dedup();
        assert_eq!(anchors.len(), choices.0.len(), "each has an address of its own");
        assert!(choices.instead(&["yes", "no"], Lang::Es).is_none());
        let told = super::super::kinds::chapters(Lang::Es);
        let json = serde_json::to_string(&told).expect("chapters are data");
        let (list, _) = choices.0.iter().next().expect("there is one");
        let unusual = list.iter().find(|word| **word == "proof_of_filing").expect("a word of the list");
        assert_eq!(json.matches(&format!("\"{unusual}\"")).count(), 1);
    }
}
