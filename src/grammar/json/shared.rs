//! What a schema says in several places is said once, among its definitions: a schema is many times smaller, and an editor reads it at once.
//!
//! What is said of a key (its description, its examples) stays with the key.

use serde_json::{Map, Value as Json, json};
use std::collections::HashMap;

/// Keywords that say something to a person and nothing to a validator.
const SAID: [&str; 3] = ["title", "description", "examples"];
/// Keywords that hold schemas by name, in a list, or one.
const NAMED: [&str; 4] = ["properties", "patternProperties", "dependentSchemas", "$defs"];
const LISTED: [&str; 4] = ["anyOf", "allOf", "oneOf", "prefixItems"];
const SINGLE: [&str; 8] = ["items", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else"];

/// What is shorter than a reference with its definition is repeated.
const WORTHWHILE: usize = 50;

/// The same schema with its repetitions among the definitions.
pub fn share(document: &Json) -> Json {
    let Json::Object(keywords) = document else { return document.clone() };
    let mut sharing = Sharing::default();
    sharing.count(document);
    // A definition is found by what it demands, so that what repeats it leads there.
    for (name, schema) in keywords.get("$defs").and_then(Json::as_object).into_iter().flatten() {
        let (demands, said) = parted(schema);
        sharing.taken.insert(name.clone());
        if said.is_empty() {
            sharing.names.entry(Json::Object(demands).to_string()).or_insert_with(|| name.clone());
        }
    }
    let mut out = sharing.within(keywords, "shared");
    if !sharing.defs.is_empty() {
        let defs = out.entry("$defs").or_insert_with(|| json!({}));
        if let Some(defs) = defs.as_object_mut() {
            defs.extend(sharing.defs);
        }
    }
    Json::Object(out)
}

#[derive(Default)]
struct Sharing {
    /// How often each schema stands in the document, by its text without what is said of it.
    counts: HashMap<String, usize>,
    /// The definition of each that has one.
    names: HashMap<String, String>,
    taken: std::collections::BTreeSet<String>,
    defs: Map<String, Json>,
}

/// A schema's demands, and what is said of it.
fn parted(schema: &Json) -> (Map<String, Json>, Map<String, Json>) {
    let keywords = schema.as_object().into_iter().flatten().map(|(keyword, value)| (keyword.clone(), value.clone()));
    keywords.partition(|(keyword, _)| !SAID.contains(&keyword.as_str()))
}

/// The schemas that stand at a keyword.
fn inner<'s>(keyword: &str, value: &'s Json) -> Vec<&'s Json> {
    match value {
        Json::Object(named) if NAMED.contains(&keyword) => named.values().collect(),
        Json::Array(listed) if LISTED.contains(&keyword) => listed.iter().collect(),
        single if SINGLE.contains(&keyword) => vec![single],
        _ => Vec::new(),
    }
}

impl Sharing {
    fn count(&mut self, schema: &Json) {
        let Json::Object(keywords) = schema else { return };
        *self.counts.entry(Json::Object(parted(schema).0).to_string()).or_default() += 1;
        keywords.iter().flat_map(|(keyword, value)| inner(keyword, value)).for_each(|schema| self.count(schema));
    }

    /// A schema, or a reference to it with what is said of it here. `near` names it where it becomes a definition.
    fn schema(&mut self, schema: &Json, near: &str) -> Json {
        let Json::Object(keywords) = schema else { return schema.clone() };
        let (demands, mut said) = parted(schema);
        let text = Json::Object(demands.clone()).to_string();
        let name = self.names.get(&text).filter(|_| !demands.contains_key("$ref")).cloned();
        if demands.contains_key("$ref")
            || name.is_none() && (text.len() < WORTHWHILE || self.counts.get(&text).is_none_or(|count| *count < 2))
        {
            return Json::Object(self.within(keywords, near));
        }
        let name = name.unwrap_or_else(|| {
            let name = self.free_name(near);
            self.names.insert(text, name.clone());
            let body = self.within(&demands, near);
            self.defs.insert(name.clone(), Json::Object(body));
            name
        });
        said.insert("$ref".to_owned(), json!(format!("#/$defs/{name}")));
        Json::Object(said)
    }

    /// The keywords of a schema, their schemas shared.
    fn within(&mut self, keywords: &Map<String, Json>, near: &str) -> Map<String, Json> {
        let mut out = Map::new();
        for (keyword, value) in keywords {
            let shared = match value {
                // The definitions are what others lead to, and stay where they are.
                Json::Object(named) if keyword == "$defs" => {
                    let each = named.iter().map(|(name, schema)| {
                        let body = schema.as_object().map(|keywords| Json::Object(self.within(keywords, name)));
                        (name.clone(), body.unwrap_or_else(|| schema.clone()))
                    });
                    Json::Object(each.collect())
                }
                Json::Object(named) if NAMED.contains(&keyword.as_str()) => {
                    // A pattern is no name, nor has it a place in an address.
                    let is_pattern = keyword == "patternProperties";
                    let each = named.iter().map(|(name, schema)| {
                        let near = if is_pattern { near } else { name.as_str() };
                        (name.clone(), self.schema(schema, near))
                    });
                    Json::Object(each.collect())
                }
                Json::Array(listed) if LISTED.contains(&keyword.as_str()) => {
                    listed.iter().map(|schema| self.schema(schema, near)).collect()
                }
                single if SINGLE.contains(&keyword.as_str()) => self.schema(single, near),
                other => other.clone(),
            };
            out.insert(keyword.clone(), shared);
        }
        out
    }

    /// A name that no definition has yet.
    fn free_name(&mut self, near: &str) -> String {
        let numbered = (2..).map(|n| format!("{near}_{n}"));
        let name = std::iter::once(near.to_owned()).chain(numbered).find(|name| !self.taken.contains(name));
        let name = name.unwrap_or_default();
        self.taken.insert(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_twice_is_defined_once_and_what_is_said_of_a_key_stays_there() {
        let duration = r"^\s*\d+(?:\.\d+)? (?:minutes|hours|business days)\s*$";
        let time = |text: &str| json!({"type": "string", "pattern": duration, "description": text});
        let document = json!({
            "type": "object",
            "properties": {"within": time("plazo"), "by": {"anyOf": [time("otro"), {"type": "null"}]}, "name": {"type": "string"}},
            "additionalProperties": {"$ref": "#/$defs/again"},
            "$defs": {"again": {"properties": {"after": time("después")}}},
        });
        let expected = json!({
            "type": "object",
            "properties": {
                "by": {"anyOf": [{"$ref": "#/$defs/after", "description": "otro"}, {"type": "null"}]},
                "name": {"type": "string"},
                "within": {"$ref": "#/$defs/after", "description": "plazo"},
            },
            "additionalProperties": {"$ref": "#/$defs/again"},
            "$defs": {
                "again": {"properties": {"after": {"$ref": "#/$defs/after", "description": "después"}}},
                "after": {"type": "string", "pattern": duration},
            },
        });
        assert_eq!(share(&document), expected);
        assert_eq!(share(&expected), expected, "nothing is left to share");
    }
}
