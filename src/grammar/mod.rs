//! The language, described by the code that reads it.
//!
//! The readers in `model` say what an author may write; [`language`] asks them. JSON Schemas and the language reference are made of
//! the answers, so that a key is described where it is read and nowhere else. What a key is for stands in `lang::keys`.

mod explore;
pub mod json;
mod probe;
pub mod shape;

use crate::parse::kind::Kind;
use shape::Shape;
use std::sync::OnceLock;

/// The shape of the manifest, then of every kind of entry.
pub fn language() -> &'static [(Option<Kind>, Shape)] {
    static LANGUAGE: OnceLock<Vec<(Option<Kind>, Shape)>> = OnceLock::new();
    LANGUAGE.get_or_init(|| explore::shapes(std::iter::once(None).chain(Kind::ALL.into_iter().map(Some))))
}

/// The name of the manifest or of a kind, as files are called and as paths of keys begin.
pub fn name(kind: Option<Kind>) -> &'static str {
    kind.map_or("manual", Kind::name)
}

#[cfg(test)]
mod tests;
