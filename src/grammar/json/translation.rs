//! The schema of a translation, made of that of its original: the same keys, of which any may be absent.
//!
//! A translation is laid over the original by key and by place, so that nothing has to be repeated, and what is left empty stays
//! as it is. Whether the original has a key or so many items is in another file: E027 tells.

use super::{Covers, nullable, patterns};
use crate::lang::Lang;
use crate::lang::keys;
use crate::values::Expectation;
use serde_json::{Map, Value as Json, json};

const TRANSLATED: &str = "translated";

/// Keywords that say what must be there, how much of it, and what depends on what.
const DEMANDS: [&str; 6] = ["required", "dependentSchemas", "allOf", "minItems", "maxItems", "contains"];

/// The schema of the translation of a file, from that of the file.
pub fn of(original: &Json, covers: Covers, lang: Lang) -> Json {
    let mut out = relaxed(original);
    let day = keys::find(TRANSLATED).map_or("", |about| about.text.in_lang(lang));
    let date = format!(r"^\s*(?:{})\s*$", patterns::grammar(Expectation::Date));
    let dates =
        [json!({"type": "string", "pattern": date}), json!({"type": "integer", "minimum": 1000, "maximum": 9999})];
    // The digest of the original's words, which an editor may take for a number.
    let stamp = json!({
        "type": "object",
        "properties": {"on": {"anyOf": dates}, "of": {"type": ["string", "number"]}},
        "additionalProperties": false,
    });
    let date = json!({
        "description": day,
        "examples": ["2026-11-02", {"on": "2026-11-02", "of": "3fa9c1d2"}],
        "anyOf": [dates[0], dates[1], stamp],
    });
    let entry = match covers {
        Covers::Manifest | Covers::Entry => Some(&mut out),
        Covers::Register => {
            let place = original.pointer("/additionalProperties/$ref").and_then(Json::as_str);
            let place = place.map_or("/additionalProperties", |place| place.trim_start_matches('#'));
            out.pointer_mut(place)
        }
    };
    if let Some(entry) = entry.filter(|entry| entry.is_object()) {
        // Where all keys are periods, the day is another.
        if let Some(names) = entry.get("propertyNames").cloned() {
            entry["propertyNames"] = json!({"anyOf": [names, {"const": TRANSLATED}]});
        }
        entry["properties"][TRANSLATED] = date;
    }
    out
}

/// A schema without its demands, and all that stands within it so too, each of which may be empty.
fn relaxed(schema: &Json) -> Json {
    let Json::Object(keywords) = schema else { return schema.clone() };
    let mut out = Map::new();
    for (keyword, value) in keywords.iter().filter(|(keyword, _)| !DEMANDS.contains(&keyword.as_str())) {
        // What is said of a key stays beside it, not in one of its forms.
        let within = |value: &Json| {
            let mut schema = relaxed(value);
            let said = ["description", "examples"].map(|key| (key, schema.as_object_mut().and_then(|s| s.remove(key))));
            let mut schema = nullable(schema);
            for (key, text) in said {
                if let Some(text) = text {
                    schema[key] = text;
                }
            }
            schema
        };
        let each = |of: &dyn Fn(&Json) -> Json| {
            let pairs = value.as_object().into_iter().flatten();
            Json::Object(pairs.map(|(name, schema)| (name.clone(), of(schema))).collect())
        };
        let relaxed = match keyword.as_str() {
            "properties" | "patternProperties" => each(&within),
            "$defs" => each(&relaxed),
            "items" | "additionalProperties" if value.is_object() => within(value),
            "anyOf" => value.as_array().into_iter().flatten().map(relaxed).collect(),
            _ => value.clone(),
        };
        out.insert(keyword.clone(), relaxed);
    }
    Json::Object(out)
}
