//! The words in which a change is told: those of the translation where they follow the original, else the original's.

use super::fields::{Path, Walk};
use super::tree::Node;
use super::{Field, What};
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use crate::span::Span;

/// An entry, or the manifest.
type Of<'m, 'i> = (Node<'m>, Option<(Kind, &'i str)>);

/// The walk over two manuals as they are written, and as they are told in another language.
pub struct Walks<'a> {
    pub original: Walk<'a>,
    pub told: Walk<'a>,
}

/// Whether the words of a translation are those of the original as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Follows {
    /// The original has changed since.
    No,
    /// It does not say what it was translated from.
    Perhaps,
    Yes,
}

impl<'a> Walks<'a> {
    /// What differs between two nodes.
    pub fn fields(&self, old: Of<'a, '_>, new: Of<'a, '_>) -> Vec<Field> {
        let kind = new.1.map(|(kind, _)| kind);
        let differ = |walk: &Walk<'_>, old: &Node<'_>, new: &Node<'_>| {
            let mut fields = Vec::new();
            walk.nodes(kind, &mut Path::default(), old, new, &mut fields);
            fields
        };
        let found = differ(&self.original, &old.0, &new.0);
        let [before, after] = self.told.told;
        // Most entries are as they were.
        if found.is_empty() || before.or(after).is_none() {
            return found;
        }
        let sides = [(self.told.old.manual, before, old.1), (self.told.new.manual, after, new.1)];
        let follow = sides.into_iter().filter_map(|(own, told, entry)| follows(own, told?, entry)).min();
        let told = match follow {
            Some(Follows::No) => None,
            _ => telling(old.0.clone(), before, old.1).zip(telling(new.0.clone(), after, new.1)),
        };
        let Some((before, after)) = told else {
            let names = differ(&self.told, &old.0, &new.0);
            return self.with_words_of(found, names, |field| field.is_words);
        };
        let fields = differ(&self.told, &before, &after);
        match follow {
            // The words of before would be told as those of now.
            Some(Follows::Perhaps) => self.with_words_of(found, fields, |field| {
                let both = !matches!(field.what, What::Added | What::Removed | What::Moved);
                both && field.is_words && field.old.is_none()
            }),
            _ => fields,
        }
    }

    /// What was found with the words of the original, where these are to stand, else as it is told.
    fn with_words_of(&self, found: Vec<Field>, told: Vec<Field>, original: impl Fn(&Field) -> bool) -> Vec<Field> {
        let own = self.original.new.manual.tongue;
        let lang = (own != self.original.tongue).then_some(own);
        let marked = |field: Field| Field { lang: lang.filter(|_| field.is_words), ..field };
        if found.len() != told.len() {
            return found.into_iter().map(marked).collect();
        }
        let pairs = found.into_iter().zip(told);
        pairs.map(|(found, told)| if original(&told) { marked(found) } else { told }).collect()
    }
}

/// The words of a translation in a node; none where nobody knows which of them are whose.
fn telling<'m>(node: Node<'m>, told: Option<&'m Resolved<'m>>, entry: Option<(Kind, &str)>) -> Option<Node<'m>> {
    match told {
        Some(told) => node.telling(told, entry),
        None => Some(node),
    }
}

/// Whether the translation of an entry is of its words; none where it has no translation.
fn follows(own: &Resolved<'_>, told: &Resolved<'_>, entry: Option<(Kind, &str)>) -> Option<Follows> {
    let in_lang = || own.translations.iter().filter(|translated| translated.lang == told.tongue);
    let its_own = in_lang().find(|translated| match entry {
        Some((kind, id)) => translated.kind == Some(kind) && translated.id.value == id,
        None => translated.kind.is_none(),
    });
    // What stands within a service is translated with it.
    let outer = || {
        let at = entry.and_then(|(kind, id)| own.model.base(kind, id))?.span;
        let holds = |of: &Span| of.file == at.file && of.start <= at.start && at.end <= of.end;
        in_lang().find(|translated| translated.original.iter().any(holds))
    };
    let of_entry = its_own.or_else(outer)?;
    Some(match own.staleness(&own.wordings(), of_entry) {
        Some(_) => Follows::No,
        None if of_entry.of.is_none() => Follows::Perhaps,
        None => Follows::Yes,
    })
}
