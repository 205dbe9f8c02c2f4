//! What could not be read on one side, or not all of it: it was neither taken away nor added, and has not become another.

use super::{Field, What};
use crate::parse::kind::Kind;
use crate::parse::reader::Value;
use crate::resolve::Resolved;

/// A manual, and the entry of it that is compared; none for what the manifest says.
pub type Of<'a> = (&'a Resolved<'a>, Option<(Kind, &'a str)>);

/// Whether what is told of a field was read on both sides.
pub fn is_read(field: &Field, sides: [Of<'_>; 2]) -> bool {
    let is_failed = |path: &str| sides.iter().any(|(manual, entry)| manual.is_failed(*entry, path));
    let one_sided = matches!(field.what, What::Added | What::Removed);
    let is_part = |outer: &str| sides.iter().any(|side| is_whole(*side, outer));
    let mut path = field.path.as_str();
    if is_failed(path) {
        return false;
    }
    while let Some((outer, inner)) = path.rsplit_once('.').filter(|_| one_sided) {
        // Which item of a list came or went is not known where one of them was not read; and of a value that is read as a whole on one
        // side alone, its parts are left on the other.
        let is_item = inner.parse::<usize>().is_ok();
        if (is_item || is_part(outer)) && is_failed(outer) {
            return false;
        }
        path = outer;
    }
    true
}

/// Whether a value of several parts stands at a path.
fn is_whole((manual, entry): Of<'_>, path: &str) -> bool {
    let is_value = |value: &Value| matches!(value, Value::Targets(_) | Value::Quantity(_) | Value::Hours(_));
    manual.written_of(entry).any(|(known, value)| known == path && is_value(value))
}
