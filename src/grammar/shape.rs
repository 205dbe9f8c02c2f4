//! The shapes of what authors write: closed, so that whoever shows the language shows all of it.

use crate::lang::Text;
use crate::parse::kind::Kind;
use crate::parse::reader::trace::Form;
use crate::values::Expectation;
use std::sync::Arc;

/// What may stand as a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A word as it stands.
    Word,
    /// A word that others can name.
    Id,
    /// Inline Markdown.
    Text,
    /// A text in which an id counts as a link.
    LinkedText,
    /// A text that is set as a value where it is one.
    ValueText,
    Boolean,
    Hours,
    /// Nothing, which says something here.
    Blank,
    Choice(Vec<&'static str>),
    /// A word of a form of its own.
    Formed {
        expected: Text,
        form: Form,
    },
    Value(Value),
    Reference(Kind),
    /// An id of a kind, or one of some words.
    ReferenceOr(Kind, Vec<String>),
    /// A value that may differ by case.
    Variant(Box<Shape>),
    /// A list, or one of its items in its place.
    Many(Box<Shape>),
    /// A list, even of one.
    List(Box<Shape>),
    /// Keys that the language gives.
    Map(Arc<Mapping>),
    /// Keys of the author's own: ids, periods or words.
    Entries(Box<Shape>, KeyForm),
    /// The mapping that this one lies in, so many mappings further out; the first is the nearest.
    Again(usize),
    /// A value that may be `{ none: reason }`.
    Given(Box<Shape>),
    /// Any of several.
    AnyOf(Vec<Shape>),
}

/// A value with a grammar of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    pub what: Option<Expectation>,
    /// Specimens that the grammar takes; the first is the best example.
    pub takes: Vec<&'static str>,
}

impl Value {
    pub fn takes(&self, specimen: &str) -> bool {
        self.takes.contains(&specimen)
    }

    /// Whether a sign such as `<=` may stand before the value.
    pub fn is_signed(&self) -> bool {
        self.takes.iter().any(|text| text.starts_with("<="))
    }
}

/// What the keys of a mapping of the author's own are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyForm {
    Word,
    Period,
}

/// The keys of a mapping, and what holds between them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mapping {
    pub keys: Vec<Key>,
    /// Keys of the author's own are allowed too.
    pub open: bool,
    pub needs: Vec<Need>,
    /// Keys that are known only beside one of some others.
    pub beside: Vec<(&'static str, Vec<&'static str>)>,
    /// Keys that are not known beside some others, in pairs.
    pub apart: Vec<(&'static str, &'static str)>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    pub name: &'static str,
    pub shape: Shape,
}

/// Keys at least one of which must be written, in any case or where another is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    pub with: Option<&'static str>,
    pub any_of: Vec<&'static str>,
}

impl Mapping {
    pub fn get(&self, name: &str) -> Option<&Shape> {
        self.keys.iter().find(|key| key.name == name).map(|key| &key.shape)
    }

    /// Whether something depends on whether a key is written.
    pub fn decides(&self, name: &str) -> bool {
        self.needs.iter().any(|need| need.with == Some(name) || need.any_of.contains(&name))
            || self.beside.iter().any(|(key, openers)| *key == name || openers.contains(&name))
            || self.apart.iter().any(|(a, b)| *a == name || *b == name)
    }

    /// Whether a key must be written in any case.
    pub fn requires(&self, name: &str) -> bool {
        self.needs.iter().any(|need| need.with.is_none() && need.any_of == [name])
    }
}

impl Shape {
    /// Every mapping of fixed keys in a shape, with the path of keys that leads to it, itself first. Keys of the author's own
    /// leave no trace in the path.
    pub fn each_mapping(&self, path: &str, see: &mut impl FnMut(&str, &Mapping)) {
        match self {
            Shape::Variant(inner) | Shape::Many(inner) | Shape::List(inner) | Shape::Given(inner) => {
                inner.each_mapping(path, see);
            }
            Shape::Entries(inner, _) => inner.each_mapping(path, see),
            Shape::AnyOf(shapes) => shapes.iter().for_each(|shape| shape.each_mapping(path, see)),
            Shape::Map(mapping) => {
                see(path, mapping);
                for key in &mapping.keys {
                    key.shape.each_mapping(&format!("{path}.{}", key.name), see);
                }
            }
            Shape::Word
            | Shape::Id
            | Shape::Text
            | Shape::LinkedText
            | Shape::ValueText
            | Shape::Boolean
            | Shape::Hours
            | Shape::Blank
            | Shape::Choice(_)
            | Shape::Formed { .. }
            | Shape::Value(_)
            | Shape::Reference(_)
            | Shape::ReferenceOr(..)
            | Shape::Again(_) => {}
        }
    }
}
