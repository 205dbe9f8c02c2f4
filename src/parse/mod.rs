//! Files → trees and prose, and trees → fields. Parsing never fails: what cannot be read is a finding, the rest is used.

pub mod entries;
pub mod kind;
mod markdown;
pub mod nearest;
pub mod prose;
pub mod reader;
pub mod source;
pub mod yaml;

use crate::diag::Diagnostic;
use crate::span::Span;
use crate::values::ValueError;

/// The finding for a scalar that does not follow the grammar of its kind of value.
pub fn value_error(error: &ValueError, span: Span) -> Diagnostic {
    let _ = error;
    Diagnostic::new(&entries::BAD_VALUE, span)
}
