//! The schemas take and refuse what the reader takes and refuses: in every file of the manuals at hand, in the examples of every
//! code, and in thousands of small changes of good entries.

mod translations;

use super::super::probe::{Draft, Sheet};
use super::*;
use crate::load::example;
use crate::load::{Disk, Files};
use crate::model;
use crate::parse::files::parse;
use crate::parse::reader::Context;
use crate::parse::yaml::{self, Kind as NodeKind, Node};
use crate::span::Sources;
use jsonschema::Validator;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Codes that a schema sees in one file by itself.
const SEEN: [&str; 11] = ["E006", "E007", "E008", "E009", "E010", "E014", "E025", "E026", "E029", "E043", "E046"];

/// Codes of reading that a schema does not see, and why: what draft 2020-12 cannot say.
const UNSEEN: [(&str, &str); 35] = [
    ("E049", "a note leaves the file as it is"),
    ("E041", "the entries are in other files"),
    ("E042", "which languages there are is known to the reader; a warning"),
    ("E044", "a note leaves the file as it is"),
    ("E045", "a schema is made of keys one by one, and each of the two may differ by case"),
    ("E047", "an empty list is a list"),
    ("E001", "an editor reports what is no YAML before it asks the schema"),
    ("E002", "an editor reports duplicate keys as YAML does"),
    ("E003", "an editor reports unknown aliases as YAML does"),
    ("E004", "a schema gets the tree with its aliases expanded"),
    ("E005", "a schema does not count levels"),
    ("E011", "the entries are in other files"),
    ("E012", "the entries are in other files"),
    ("E013", "the entries are in other files"),
    ("E015", "a schema gets text, not bytes"),
    ("E016", "a schema is chosen by the name of the file"),
    ("E017", "no file, no schema"),
    ("E018", "a schema gets the front matter once it is found"),
    ("E019", "the entries are in other files"),
    ("E020", "the entries are in other files"),
    ("E021", "the entries are in other files"),
    ("E022", "a schema counts the items of one list, never the values of a file"),
    ("E023", "a schema is chosen by the name of the file"),
    ("E024", "a key that is no word does not reach a schema"),
    ("E027", "the original is another file; of what no original may have, a schema says that the key is unknown"),
    ("E048", "the original is another file"),
    ("E028", "a schema does not look at bytes"),
    ("E030", "whether hours overlap wants arithmetic, which JSON Schema has not"),
    ("E031", "YAML joins the lines of a text before a schema gets it"),
    ("E032", "YAML takes a comment away before a schema gets the text"),
    ("E033", "a schema is chosen by the name of the file"),
    ("E034", "a schema is chosen by the name of the file"),
    ("E035", "links in texts are no matter of JSON"),
    ("E036", "what a number may also mean is no matter of JSON"),
    ("E039", "a schema gets a text, not its name"),
];

/// The schemas as they lie in one folder: a reference to another file leads there.
struct Folder(Arc<BTreeMap<String, Json>>);

impl jsonschema::Retrieve for Folder {
    fn retrieve(&self, uri: &jsonschema::Uri<String>) -> Result<Json, Box<dyn std::error::Error + Send + Sync>> {
        let name = uri.path().as_str().trim_start_matches('/');
        self.0.get(name).cloned().ok_or_else(|| format!("no schema {name}").into())
    }
}

fn validators() -> BTreeMap<String, Validator> {
    let all: BTreeMap<_, _> = schemas(Lang::Es).into_iter().map(|schema| (schema.file, schema.json)).collect();
    let all = Arc::new(all);
    let build = |(file, schema): (&String, &Json)| {
        let options = jsonschema::options().with_draft(jsonschema::Draft::Draft202012);
        let options = options.with_base_uri(format!("schema:///{file}")).with_retriever(Folder(Arc::clone(&all)));
        (file.clone(), options.build(schema).unwrap_or_else(|error| panic!("{file}: {error}")))
    };
    all.iter().map(build).collect()
}

/// The schema of a file, by its path; none for what has none, such as a picture.
fn schema_of(path: &str) -> Option<String> {
    let (stem, _) = path.rsplit_once('.')?;
    let (folder, name) = stem.split_once('/').map_or((None, stem), |(folder, name)| (Some(folder), name));
    let (name, end) = match name.split_once('.') {
        Some((name, lang)) => (name, Lang::ALL.iter().find(|l| l.code() == lang).map(|_| ".translation")?),
        None => (name, ""),
    };
    match folder {
        _ if name.contains('/') => None,
        None if name == "manual" => Some(format!("manual{end}.json")),
        None => Kind::from_name(name).map(|kind| format!("{}{end}.json", kind.name())),
        Some(folder) => Kind::from_name(folder).map(|kind| format!("{}.entry{end}.json", kind.name())),
    }
}

/// A tree as an editor sees it: plain scalars by the core schema of YAML 1.2.
fn json(node: &Node) -> Json {
    match &node.kind {
        NodeKind::Bad => Json::Null,
        NodeKind::List(items) => items.iter().map(json).collect(),
        NodeKind::Map(pairs) => {
            let key = |node: &Node| node.scalar().unwrap_or("null").to_owned();
            pairs.iter().map(|pair| (key(&pair.key), json(&pair.value))).collect::<Map<_, _>>().into()
        }
        NodeKind::Scalar { text, plain: false } => json!(text),
        NodeKind::Scalar { .. } if node.is_null() => Json::Null,
        NodeKind::Scalar { text, .. } => match text.as_str() {
            "true" | "True" | "TRUE" => json!(true),
            "false" | "False" | "FALSE" => json!(false),
            text => number(text).unwrap_or_else(|| json!(text)),
        },
    }
}

fn number(text: &str) -> Option<Json> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') || digits == "." {
        return None;
    }
    text.parse::<i64>().map(|n| json!(n)).ok().or_else(|| text.parse::<f64>().map(|n| json!(n)).ok())
}

/// The data of a file, unless it is no YAML.
fn data(path: &str, text: &str) -> Option<Json> {
    let range = if path.ends_with(".md") { crate::parse::source::front_matter(text).ok()?.0 } else { 0..text.len() };
    let mut findings = Vec::new();
    let file = Sources::default().add("", "", false);
    let tree = yaml::parse(file, &text[range.clone()], range.start, &mut findings);
    (findings.is_empty() && tree.whole).then(|| tree.root.map(|root| json(&root))).flatten()
}

/// What both say of each file of a manual: path, codes of the reader, errors of the schema.
fn verdicts(
    files: &dyn Files,
    validators: &BTreeMap<String, Validator>,
) -> Vec<(String, BTreeSet<&'static str>, Vec<String>)> {
    let parsed = parse(files).expect("the files can be listed");
    let (_, notes) = model::read(&parsed.sources, &parsed, None);
    // What is said of translations, when the manual is read in their languages.
    let translated: Vec<_> =
        Lang::ALL.map(|lang| model::read(&parsed.sources, &parsed, Some(lang.into())).1.findings).concat();
    let mut out = Vec::new();
    for (id, source) in parsed.sources.iter() {
        let validator = schema_of(&source.path).and_then(|name| validators.get(&name));
        let (Some(validator), Some(data)) = (validator, data(&source.path, &source.text)) else { continue };
        let is_translation = schema_of(&source.path).is_some_and(|name| name.ends_with(".translation.json"));
        let of_translations = translated.iter().filter(|_| is_translation);
        let findings = parsed.findings.iter().chain(&notes.findings).chain(of_translations);
        let findings = findings.filter(|f| f.span.file == id);
        // The id of a file that is one entry is its name, which no schema sees.
        let by_name = |code: &str| code == "E014" && source.path.contains('/');
        let codes = findings.map(crate::diag::Diagnostic::code).filter(|code| SEEN.contains(code) && !by_name(code));
        let codes = codes.collect();
        let errors = validator.iter_errors(&data).map(|e| format!("{} at {}", e, e.instance_path())).collect();
        out.push((source.path.clone(), codes, errors));
    }
    out
}

fn compare(
    label: &str,
    files: &dyn Files,
    validators: &BTreeMap<String, Validator>,
    faults: &mut Vec<String>,
) -> usize {
    let verdicts = verdicts(files, validators);
    for (path, codes, errors) in &verdicts {
        if codes.is_empty() != errors.is_empty() {
            faults.push(format!("{label} {path}: the reader says {codes:?}, the schema {errors:?}"));
        }
    }
    verdicts.len()
}

#[test]
fn the_schemas_are_schemas() {
    for lang in Lang::ALL {
        for Schema { file: name, json: schema, .. } in schemas(lang) {
            if let Err(error) = jsonschema::meta::validate(&schema) {
                panic!("{name} in {lang}: {error}");
            }
            assert!(schema["title"].is_string() && schema["description"].is_string(), "{name}");
        }
    }
}

/// More than this an editor reads slowly, and a new manual begins with it.
const BYTES: usize = 1_000_000;

#[test]
fn the_schemas_are_small() {
    for lang in Lang::ALL {
        let bytes: usize = schemas(lang).iter().map(|schema| schema.json.to_string().len()).sum();
        assert!(bytes < BYTES, "{bytes} bytes in {lang}");
    }
}

#[test]
fn every_code_of_reading_is_seen_or_told_why_not() {
    let all: BTreeSet<&str> = crate::parse::entries::ALL.iter().map(|entry| entry.code).collect();
    let told: BTreeSet<&str> = SEEN.into_iter().chain(UNSEEN.map(|(code, _)| code)).collect();
    assert_eq!(all, told);
    assert_eq!(told.len(), SEEN.len() + UNSEEN.len());
}

#[test]
fn manuals_are_taken_and_refused_as_by_the_reader() {
    let validators = validators();
    let root = Path::new(".");
    let mut faults = Vec::new();
    let mut files = 0;
    let mut manuals = vec![root.join("manual")];
    let cases = crate::load::Disk::open(&root.join("tests/manuals"), "").expect("the cases are there");
    let listed = cases.list().expect("the cases are listed");
    let folders: BTreeSet<&str> = listed.iter().filter_map(|e| e.path.split('/').next()).collect();
    manuals.extend(folders.into_iter().map(|folder| root.join("tests/manuals").join(folder)));
    for manual in &manuals {
        let Ok(disk) = Disk::open(manual, ".cartilla-published") else { continue };
        files += compare(&manual.display().to_string(), &disk, &validators, &mut faults);
    }
    assert!(files > 30, "{files} files");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_examples_of_every_code_are_taken_and_refused_as_by_the_reader() {
    let validators = validators();
    let mut faults = Vec::new();
    for entry in crate::entries() {
        for (which, text) in [("bad", entry.bad), ("good", entry.good)] {
            let (memory, _) = example::parse(text);
            compare(&format!("{} {which}", entry.code), &memory, &validators, &mut faults);
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Of all changes, one in so many is tried: all take minutes in a build without optimisation.
const ONE_IN: usize = 9;

/// The codes by which the reader refuses one entry by itself; none where one of them is of those that no schema sees.
fn reader_refuses(kind: Option<Kind>, data: &Json) -> Option<BTreeSet<&'static str>> {
    let mut sheet = Sheet::new();
    let node = sheet.node(&draft(data));
    let mut sources = Sources::default();
    sources.add("", sheet.text, false);
    let mut cx = Context::new(&sources);
    model::read_alone(&mut cx, kind, &node);
    let mut codes: BTreeSet<_> = cx.notes.findings.iter().map(crate::diag::Diagnostic::code).collect();
    // What is no id cannot be the id of an entry, which resolving would say; `true` might be one.
    if cx.notes.references.iter().any(|reference| reference.id == "true") {
        return None;
    }
    let is_id = |id: &str| id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if cx.notes.references.iter().any(|reference| !is_id(&reference.id)) {
        codes.insert("E009");
    }
    let unseen = codes.iter().any(|code| !SEEN.contains(code));
    (!unseen).then_some(codes)
}

fn draft(data: &Json) -> Draft {
    match data {
        Json::Null => Draft::scalar("~"),
        Json::Bool(_) | Json::Number(_) => Draft::Scalar(data.to_string()),
        Json::String(text) => Draft::Scalar(text.clone()),
        Json::Array(items) => Draft::List(items.iter().map(draft).collect()),
        Json::Object(pairs) => Draft::Map(pairs.iter().map(|(key, value)| (key.clone(), draft(value))).collect()),
    }
}

/// Every place in a tree, as a pointer.
fn places(data: &Json, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    match data {
        Json::Array(items) => {
            for (i, item) in items.iter().enumerate().take(1) {
                places(item, &format!("{at}/{i}"), out);
            }
        }
        Json::Object(pairs) => {
            for (key, value) in pairs {
                places(value, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), out);
            }
        }
        _ => {}
    }
}

/// Small changes of a tree at a place, each with its name: those whose turn it is.
fn changes(data: &Json, place: &str, turn: &mut usize) -> Vec<(&'static str, Json)> {
    let mut out = Vec::new();
    let mut put = |name, value: Json| {
        *turn += 1;
        if !turn.is_multiple_of(ONE_IN) {
            return;
        }
        let mut copy = data.clone();
        if let Some(target) = copy.pointer_mut(place) {
            *target = value;
            out.push((name, copy));
        }
    };
    put("a text", json!("§ otra cosa"));
    put("a number", json!(7));
    put("true", json!(true));
    put("nothing", Json::Null);
    put("a list of a text", json!(["§ otra cosa"]));
    put("an unknown mapping", json!({"zzzz": "§"}));
    put("an empty mapping", json!({}));
    put("a target", json!({"share": "95 %"}));
    put("a reason", json!({"none": "no hace falta"}));
    put("a value by case", json!({"by": ["plan"], "cases": [["a", "3 minutes"]]}));
    put("a case too narrow", json!({"by": ["plan", "canal"], "cases": [["a", "3 minutes"]]}));
    put("a price by case", json!({"by": ["plan"], "cases": [["a", "free"], ["b", "12 PEN"]], "else": "20 PEN"}));
    if let Some(Json::Object(pairs)) = data.pointer(place) {
        for key in pairs.keys() {
            let mut fewer = pairs.clone();
            fewer.remove(key);
            put("a key less", Json::Object(fewer));
        }
        let mut more = pairs.clone();
        more.insert("zzzz".to_owned(), json!("§"));
        put("a key more", Json::Object(more));
    }
    out
}

#[test]
fn small_changes_are_taken_and_refused_as_by_the_reader() {
    let validators = validators();
    let root = Path::new(".");
    let disk = Disk::open(&root.join("manual"), ".cartilla-published").expect("the example manual");
    let mut faults = BTreeSet::new();
    let (mut made, mut tried, mut refused) = (0, 0, 0);
    for entry in disk.list().expect("its files") {
        let Some(schema) = schema_of(&entry.path) else { continue };
        let text = String::from_utf8(disk.read(&entry.path).expect("a file")).expect("UTF-8");
        let Some(whole) = data(&entry.path, &text) else { continue };
        let kind = Kind::from_name(schema.split('.').next().unwrap_or_default());
        let name = kind.map_or("manual.json".to_owned(), |kind| format!("{}.entry.json", kind.name()));
        let validator = &validators[&name];
        let register = kind.is_some() && !schema.ends_with(".entry.json");
        // Two entries of a kind show most of its keys.
        let entries: Vec<Json> = match &whole {
            Json::Object(pairs) if register => pairs.values().take(2).cloned().collect(),
            other => vec![other.clone()],
        };
        if entry.path.starts_with("services/") && !entry.path.contains("microcredito") {
            continue;
        }
        for data in entries {
            let mut all = Vec::new();
            places(&data, "", &mut all);
            for place in all.iter().filter(|place| !place.is_empty()) {
                for (change, changed) in changes(&data, place, &mut made) {
                    let Some(codes) = reader_refuses(kind, &changed) else { continue };
                    let takes = validator.is_valid(&changed);
                    tried += 1;
                    refused += usize::from(!codes.is_empty());
                    // An empty key on which others depend is refused, though the reader takes it for absent: an editor
                    // shows the gap.
                    let gap = change == "nothing" && !takes;
                    if takes != codes.is_empty() && !gap {
                        let generic: String = place.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect();
                        let says =
                            if takes { format!("takes what is {codes:?}") } else { "refuses what is good".to_owned() };
                        faults.insert(format!("{name} {generic}: {change}: the schema {says}"));
                    }
                }
            }
        }
    }
    println!("{tried} changes, {refused} of them refused by the reader");
    assert!(tried > 1_200 && refused > 800, "{tried} changes, {refused} refused");
    assert!(faults.is_empty(), "{} faults\n{faults:#?}", faults.len());
}
