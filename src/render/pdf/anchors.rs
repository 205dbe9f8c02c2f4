//! Anchors of a manual: each names one place, and each reference leads to one.

use super::super::RenderError;
use crate::ir::is_made;
use serde_json::Value;
use std::collections::BTreeSet;

/// Refuses a manual with a reference to nowhere or two places of one name. Typst would stop at both, in words about itself.
pub fn check(manual: &Value) -> Result<(), RenderError> {
    let mut anchors = BTreeSet::new();
    let mut references = BTreeSet::new();
    collect(manual, &mut anchors, &mut references)?;
    let nowhere: Vec<String> = references.difference(&anchors).map(|name| format!("`{name}`")).collect();
    if nowhere.is_empty() {
        return Ok(());
    }
    Err(RenderError(format!("no place of the manual is called {}, yet a reference leads there", nowhere.join(", "))))
}

/// Takes away the addresses that were made of words, unless something leads there: nobody links into paper, and each would be a label.
pub fn thin(manual: &mut Value) {
    let mut wanted = BTreeSet::new();
    references(manual, &mut wanted);
    drop_made(manual, &wanted);
}

fn references(value: &Value, out: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| references(item, out)),
        Value::Object(fields) => {
            out.extend(fields.get("to").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| references(field, out));
        }
        _ => {}
    }
}

fn drop_made(value: &mut Value, wanted: &BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| drop_made(item, wanted)),
        Value::Object(fields) => {
            let is_section = fields.contains_key("sections");
            let gone = |id: &&mut Value| id.as_str().is_some_and(|id| is_made(id) && !wanted.contains(id));
            if let Some(id) = fields.get_mut("id").filter(gone).filter(|_| !is_section) {
                *id = Value::Null;
            }
            fields.values_mut().for_each(|field| drop_made(field, wanted));
        }
        _ => {}
    }
}

fn collect<'a>(
    value: &'a Value,
    anchors: &mut BTreeSet<&'a str>,
    references: &mut BTreeSet<&'a str>,
) -> Result<(), RenderError> {
    match value {
        Value::Array(items) => items.iter().try_for_each(|item| collect(item, anchors, references)),
        Value::Object(fields) => {
            if let Some(id) = fields.get("id").and_then(Value::as_str)
                && (id.is_empty() || !anchors.insert(id))
            {
                return Err(RenderError(format!("more than one place of the manual is called `{id}`")));
            }
            if let Some(to) = fields.get("to").and_then(Value::as_str) {
                references.insert(to);
            }
            fields.values().try_for_each(|field| collect(field, anchors, references))
        }
        _ => Ok(()),
    }
}
