//! Shapes → JSON Schemas (draft 2020-12), one set a language: editors show them while an author writes.
//!
//! A schema takes all that the reader takes. What only the whole manual or a calendar can refuse, it lets pass: see the tests.

mod patterns;
mod shared;
mod translation;

use super::shape::{Key, KeyForm, Mapping, Shape};
use super::{language, name};
use crate::lang::Lang;
use crate::lang::keys;
use crate::parse::kind::Kind;
use serde_json::{Map, Value as Json, json};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema, the name of its file, and which files of a manual it covers.
#[derive(Debug)]
pub struct Schema {
    /// `manual.json`, `channels.json`, `channels.entry.json`; `channels.translation.json`.
    pub file: String,
    pub kind: Option<Kind>,
    pub covers: Covers,
    /// Whether it is for translations of such files: `channels.en.yaml`.
    pub translation: bool,
    pub json: Json,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covers {
    Manifest,
    /// A mapping from ids to entries.
    Register,
    /// One entry; the front matter too, where a tool looks at it.
    Entry,
}

/// Every schema, with its texts in a language.
pub fn schemas(lang: Lang) -> Vec<Schema> {
    let mut out = Vec::new();
    for (kind, shape) in language() {
        let covers = if kind.is_none() { Covers::Manifest } else { Covers::Register };
        let original = document(*kind, shape, lang, covers);
        let translated = translation::of(&original, covers, lang);
        let entry = original.pointer("/additionalProperties/$ref").and_then(Json::as_str).unwrap_or("#").to_owned();
        for (json, translation, end) in [(original, false, ".json"), (translated, true, ".translation.json")] {
            let json = shared::share(&json);
            let mut push = |covers, middle: &str, json| {
                let file = format!("{}{middle}{end}", name(*kind));
                out.push(Schema { file, kind: *kind, covers, translation, json });
            };
            if covers == Covers::Register {
                push(Covers::Entry, ".entry", alone(&json, &format!("{}{end}{entry}", name(*kind))));
            }
            push(covers, "", json);
        }
    }
    out
}

/// The schema of a file that is one entry: that of the entries of a register, in the file beside it.
fn alone(register: &Json, place: &str) -> Json {
    let mut out = Map::new();
    for keyword in ["$schema", "title", "description"] {
        out.extend(register.get(keyword).map(|value| (keyword.to_owned(), value.clone())));
    }
    out.insert("$ref".to_owned(), json!(place));
    Json::Object(out)
}

fn document(kind: Option<Kind>, shape: &Shape, lang: Lang, covers: Covers) -> Json {
    let mut writer = Writer { lang, defs: Map::new(), outer: Vec::new() };
    let about = keys::kind(name(kind));
    let entry = match shape {
        Shape::Map(mapping) if covers == Covers::Manifest => {
            writer.outer.push("#".to_owned());
            let object = writer.object(mapping, name(kind));
            writer.outer.pop();
            object
        }
        shape => writer.value(shape, name(kind), "entry"),
    };
    let body = match covers {
        Covers::Manifest | Covers::Entry => entry,
        Covers::Register => {
            let is_defined = entry.get("$ref").is_some();
            let entry = if is_defined { entry } else { writer.define("entry", entry) };
            json!({
                "type": "object",
                "propertyNames": {"pattern": patterns::ID},
                "additionalProperties": entry,
            })
        }
    };
    let mut out = Map::new();
    out.insert("$schema".to_owned(), json!(DIALECT));
    if let Some(about) = about {
        out.insert("title".to_owned(), json!(about.title.in_lang(lang)));
        out.insert("description".to_owned(), json!(about.text.in_lang(lang)));
    }
    if let Json::Object(body) = body {
        out.extend(body);
    }
    if !writer.defs.is_empty() {
        out.insert("$defs".to_owned(), Json::Object(writer.defs));
    }
    Json::Object(out)
}

struct Writer {
    lang: Lang,
    defs: Map<String, Json>,
    /// Where the mappings stand in which the present one lies.
    outer: Vec<String>,
}

impl Writer {
    /// The schema of a value. `path` leads to it, `near` names it where it becomes a definition.
    fn value(&mut self, shape: &Shape, path: &str, near: &str) -> Json {
        match shape {
            Shape::Word | Shape::Text | Shape::LinkedText | Shape::ValueText => {
                json!({"type": ["string", "number", "boolean"]})
            }
            Shape::Id => json!({"type": ["string", "number", "boolean"], "pattern": patterns::ID}),
            Shape::Boolean => json!({"type": "boolean"}),
            Shape::Choice(words) => json!({"enum": words}),
            Shape::Formed { form, .. } => {
                json!({"type": "string", "pattern": form.pattern, "examples": [form.example]})
            }
            Shape::Value(value) => patterns::value(value),
            Shape::Reference(_) => id(),
            Shape::ReferenceOr(_, words) => any_of([json!({"enum": words}), id()]),
            Shape::Blank => json!({"type": "null"}),
            Shape::Hours => self.define("hours", patterns::hours()),
            Shape::Many(item) => {
                let item = self.value(item, path, near);
                any_of([item.clone(), json!({"type": "array", "items": item})])
            }
            Shape::List(item) => json!({"type": "array", "items": self.value(item, path, near)}),
            Shape::Given(inner) => {
                let inner = self.value(inner, path, near);
                any_of([inner, self.none()])
            }
            Shape::Variant(inner) => {
                let plain = self.value(inner, path, near);
                let by_case = self.define("by_case", by_case(&plain));
                any_of([plain, by_case])
            }
            Shape::AnyOf(shapes) => {
                let shapes: Vec<Json> = shapes.iter().map(|shape| self.value(shape, path, near)).collect();
                any_of(shapes)
            }
            Shape::Entries(inner, form) => {
                let inner = self.value(inner, path, near);
                let mut out = json!({"type": "object", "additionalProperties": inner});
                if *form == KeyForm::Period {
                    let pattern = r"^\s*\d{4}(?:-(?:(?:0[1-9]|1[0-2])|Q[1-4]|H[12]))?\s*$";
                    out["propertyNames"] = json!({"pattern": pattern});
                }
                out
            }
            Shape::Again(place) => {
                let at = self.outer.len().checked_sub(place + 1).and_then(|at| self.outer.get(at));
                json!({"$ref": at.map_or("#", String::as_str)})
            }
            Shape::Map(mapping) => {
                let free = self.free_name(near);
                self.outer.push(format!("#/$defs/{free}"));
                let object = self.object(mapping, path);
                self.outer.pop();
                self.define(near, object)
            }
        }
    }

    fn none(&mut self) -> Json {
        let reason = json!({"type": ["string", "number", "boolean"], "pattern": patterns::NOT_BLANK});
        let mut none = json!({
            "type": "object",
            "properties": {"none": reason},
            "required": ["none"],
            "additionalProperties": false,
        });
        if let Some(about) = keys::find("none") {
            none["properties"]["none"]["description"] = json!(about.text.in_lang(self.lang));
        }
        self.define("none", none)
    }

    /// A name that no definition has yet.
    fn free_name(&self, near: &str) -> String {
        let numbered = (2..).map(|n| format!("{near}_{n}"));
        std::iter::once(near.to_owned()).chain(numbered).find(|name| !self.defs.contains_key(name)).unwrap_or_default()
    }

    /// A reference to a schema, which is defined unless an equal one is.
    fn define(&mut self, near: &str, schema: Json) -> Json {
        let known = self.defs.iter().find(|(_, known)| **known == schema).map(|(name, _)| name.clone());
        let name = known.unwrap_or_else(|| {
            let name = self.free_name(near);
            self.defs.insert(name.clone(), schema);
            name
        });
        json!({"$ref": format!("#/$defs/{name}")})
    }

    fn object(&mut self, mapping: &Mapping, path: &str) -> Json {
        let mut properties = Map::new();
        for key in &mapping.keys {
            let schema = self.property(key, mapping.decides(key.name), path);
            properties.insert(key.name.to_owned(), schema);
        }
        let mut out = json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": mapping.open,
        });
        let required: Vec<&str> = mapping.keys.iter().map(|key| key.name).filter(|key| mapping.requires(key)).collect();
        if !required.is_empty() {
            out["required"] = json!(required);
        }
        let one_of =
            |keys: &[&str]| json!({"anyOf": keys.iter().map(|key| json!({"required": [key]})).collect::<Vec<_>>()});
        let several = mapping.needs.iter().filter(|need| need.with.is_none() && need.any_of.len() > 1);
        let several: Vec<Json> = several.map(|need| one_of(&need.any_of)).collect();
        if !several.is_empty() {
            out["allOf"] = json!(several);
        }
        let mut beside: Map<String, Json> = Map::new();
        let mut also = |key: &str, schema: Json| {
            let all = beside.entry(key).or_insert_with(|| json!({"allOf": []}));
            if let Some(all) = all["allOf"].as_array_mut() {
                all.push(schema);
            }
        };
        for need in &mapping.needs {
            if let Some(with) = need.with {
                also(with, one_of(&need.any_of));
            }
        }
        for (key, openers) in &mapping.beside {
            also(key, one_of(openers));
        }
        for key in &mapping.keys {
            let apart = mapping.apart.iter().filter(|(a, _)| *a == key.name);
            let none: Map<String, Json> = apart.map(|(_, b)| ((*b).to_owned(), Json::Bool(false))).collect();
            if !none.is_empty() {
                also(key.name, json!({"properties": none}));
            }
        }
        if !beside.is_empty() {
            out["dependentSchemas"] = Json::Object(beside);
        }
        out
    }

    /// The schema of a key's value. A key that may be absent may also stand there without a value, unless others depend on it.
    fn property(&mut self, key: &Key, required: bool, path: &str) -> Json {
        let path = format!("{path}.{}", key.name);
        let mut schema = self.value(&key.shape, &path, key.name);
        let is_text = matches!(key.shape, Shape::Word | Shape::Text | Shape::LinkedText | Shape::ValueText);
        if required && is_text {
            schema["pattern"] = json!(patterns::NOT_BLANK);
        }
        let mut schema = if required { schema } else { nullable(schema) };
        let about = keys::find(&path);
        if let Some(about) = about {
            schema["description"] = json!(about.text.in_lang(self.lang));
        }
        let example = about.map(|about| about.example).filter(|example| !example.is_empty());
        let value = |shape: &Shape| match shape {
            Shape::Value(value) => value.takes.first().copied(),
            Shape::Variant(inner) => match &**inner {
                Shape::Value(value) => value.takes.first().copied(),
                _ => None,
            },
            _ => None,
        };
        if let Some(example) = example.or_else(|| value(&key.shape)) {
            schema["examples"] = json!([example]);
        }
        schema
    }
}

/// Dimensions beyond which a schema does not tell where in a row the value stands.
const MOST_DIMENSIONS: usize = 5;

/// A value that differs by case: a row holds a word for each dimension, then the value.
fn by_case(plain: &Json) -> Json {
    let word = json!({"type": ["string", "number", "boolean"]});
    let dimensions = |count: usize| {
        let list = json!({"type": "array", "minItems": count, "maxItems": count});
        if count == 1 { json!({"anyOf": [word, list]}) } else { list }
    };
    let row = |count: usize| {
        let cells: Vec<Json> = std::iter::repeat_n(json!({}), count).chain([plain.clone()]).collect();
        json!({"prefixItems": cells, "minItems": count + 1, "maxItems": count + 1})
    };
    let mut widths: Vec<Json> = (0..=MOST_DIMENSIONS)
        .map(|count| {
            json!({
                "if": {"properties": {"by": dimensions(count)}},
                "then": {"properties": {"cases": {"items": row(count)}}},
            })
        })
        .collect();
    widths.push(json!({
        "if": {"properties": {"by": {"type": "array", "minItems": MOST_DIMENSIONS + 1}}},
        "then": {"properties": {"cases": {"items": {"contains": plain}}}},
    }));
    json!({
        "type": "object",
        "properties": {
            "by": {"anyOf": [word, {"type": "array", "items": word}]},
            "cases": {"type": "array", "items": {"type": "array"}},
            "else": nullable(plain.clone()),
        },
        "required": ["by", "cases"],
        "additionalProperties": false,
        "allOf": widths,
    })
}

/// An id of an entry: none of the words for what does not apply, which take a reason.
fn id() -> Json {
    let none = ["none", "ninguno", "ninguna", "nenhum", "nenhuma", "no-aplica", "nao-se-aplica", "n-a"];
    json!({"type": ["string", "integer"], "pattern": patterns::ID, "not": {"enum": none}})
}

/// Any of several schemas, those of several within them taken apart.
fn any_of(schemas: impl IntoIterator<Item = Json>) -> Json {
    let mut all: Vec<Json> = Vec::new();
    for schema in schemas {
        let parts = match &schema {
            Json::Object(object) if object.len() == 1 => object.get("anyOf").and_then(Json::as_array).cloned(),
            _ => None,
        };
        for part in parts.unwrap_or_else(|| vec![schema]) {
            if !all.contains(&part) {
                all.push(part);
            }
        }
    }
    if all.len() == 1 { all.remove(0) } else { json!({"anyOf": all}) }
}

/// A schema, or nothing.
fn nullable(mut schema: Json) -> Json {
    let nothing = json!("null");
    let only_type = schema.get("enum").is_none() && schema.get("$ref").is_none() && schema.get("anyOf").is_none();
    match schema.get_mut("type") {
        Some(Json::Array(types)) if only_type && types.contains(&nothing) => {}
        Some(Json::Array(types)) if only_type => types.push(nothing),
        Some(kind) if only_type && *kind == nothing => {}
        Some(kind) if only_type => *kind = json!([kind.clone(), nothing]),
        _ => return any_of([schema, json!({"type": "null"})]),
    }
    schema
}

#[cfg(test)]
mod tests;
