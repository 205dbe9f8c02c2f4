//! The typed details of a manual: keys with a closed grammar, and the words that each allows, in the three languages.
//!
//! What laws and standards ask about a service can only be compared where it is said in words that have one meaning. So these
//! keys have closed lists of words. One table gives key, label and grammar: the reader reads by it, the composition shows by
//! it, and the predicates of profiles find their facts by it, so that a key cannot be read and not shown.

mod case;
mod channel;
mod organization;
mod words;

pub use case::{CLOSING, PROCEDURE, REDRESS, STEP, TYPE};
pub use channel::{CHANNEL, COMMITMENT, INDICATOR, MESSAGE, ROLE, SURVEY, TRAINING};
pub use organization::{AUDIT, EVALUATION, ORGANIZATION, PUBLICATION};
pub use words::{CALLER_COSTS, SECTORS};

use super::Text;

/// A word that a key allows.
#[derive(Debug)]
pub struct Word {
    pub name: &'static str,
    /// As readers see it: lower case, fit for the middle of a sentence.
    pub label: Text,
}

/// A key, its label (a capital first, stands alone) and its grammar.
#[derive(Debug)]
pub struct Field {
    pub key: &'static str,
    pub label: Text,
    pub shape: Shape,
}

/// The grammar of a value.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// One word of a closed list.
    Word(&'static [Word]),
    /// Words of a closed list.
    Words(&'static [Word]),
    /// Codes, such as those of languages or territories.
    Codes,
    Text,
    Texts,
    Duration,
    /// A duration, or `never`.
    Limit,
    Money,
    Percent,
    Number,
    Date,
    /// A day of each year: `03-31`.
    DayOfYear,
    Recurrence,
    /// `true` or `false`.
    Yes,
    Hours,
    /// Ids of a kind, by its name.
    References(&'static str),
    Group(&'static [Field]),
    Groups(&'static [Field]),
}

impl Shape {
    /// The words of a closed list.
    pub fn words(self) -> &'static [Word] {
        match self {
            Shape::Word(words) | Shape::Words(words) => words,
            _ => &[],
        }
    }
}

/// Every table.
pub const TABLES: [&[Field]; 16] = [
    ORGANIZATION,
    PUBLICATION,
    EVALUATION,
    AUDIT,
    CHANNEL,
    MESSAGE,
    SURVEY,
    INDICATOR,
    TRAINING,
    ROLE,
    COMMITMENT,
    PROCEDURE,
    TYPE,
    STEP,
    REDRESS,
    CLOSING,
];

/// Every field of a key, in whatever group it stands, the outer ones first.
pub fn called(key: &str) -> Vec<&'static Field> {
    fn gather(fields: &'static [Field], key: &str, out: &mut Vec<&'static Field>) {
        out.extend(fields.iter().filter(|field| field.key == key));
        for field in fields {
            if let Shape::Group(inner) | Shape::Groups(inner) = field.shape {
                gather(inner, key, out);
            }
        }
    }
    let mut out = Vec::new();
    TABLES.into_iter().for_each(|table| gather(table, key, &mut out));
    out
}

const fn w(name: &'static str, es: &'static str, en: &'static str, pt: &'static str) -> Word {
    Word { name, label: Text { es, en, pt } }
}

const fn f(key: &'static str, shape: Shape, es: &'static str, en: &'static str, pt: &'static str) -> Field {
    Field { key, label: Text { es, en, pt }, shape }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_and_no_word_stands_twice() {
        fn walk(fields: &'static [Field]) {
            for (i, field) in fields.iter().enumerate() {
                assert!(fields[..i].iter().all(|other| other.key != field.key), "{}", field.key);
                let words = field.shape.words();
                for (i, word) in words.iter().enumerate() {
                    assert!(words[..i].iter().all(|other| other.name != word.name), "{}: {}", field.key, word.name);
                }
                if let Shape::Group(inner) | Shape::Groups(inner) = field.shape {
                    walk(inner);
                }
            }
        }
        TABLES.into_iter().for_each(walk);
    }
}
