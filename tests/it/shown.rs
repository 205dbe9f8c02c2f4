//! Nothing that an author writes is printed nowhere: every key of the language changes a word of the manual, or it is named here
//! with the reason why not.
//!
//! The keys are those that the readers ask for, so that a new one is tried without a line here. Each is written in an entry made
//! up for it, with all the keys that may stand beside it or with none but those it needs, and taken out again; what readers get
//! of both is compared. That both outputs print what is composed is held by `parity`.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write;
use std::sync::Arc;

use cartilla::compose::{compose, obligations};
use cartilla::grammar::shape::{KeyForm, Mapping, Shape};
use cartilla::grammar::{language, name};
use cartilla::load::Memory;
use cartilla::parse::files::parse;
use cartilla::resolve::resolve_last;
use rayon::prelude::*;

use crate::support::TODAY;

/// Keys that print nothing, and why.
const SILENT: [(&str, &str); 27] = [
    ("chapters.order", "it moves the chapter"),
    ("commitments.steps", "ids of steps, told by what these do"),
    ("complaints.commitments", "the commitments of the register are told in any case"),
    ("complaints.indicators", "the indicators of the register are told in any case"),
    ("complaints.investigation.cause_names", "they name the causes that are listed"),
    ("complaints.steps.after", "it draws the line between two steps"),
    ("manual.attestations", "told in the annex of its profile"),
    ("manual.currency", "sums carry their own"),
    ("manual.document.address", "where codes on cards lead"),
    ("manual.document.coverage", "whether there is a page of it"),
    ("manual.document.edition_tags", "names of tags in the repository"),
    ("manual.document.source", "where the places on the page of the coverage lead"),
    ("manual.families.order", "it moves the family"),
    ("manual.languages.interface", "in which words the pages of another language are"),
    ("manual.languages.others", "the other languages are other manuals"),
    ("manual.lints", "told by the program"),
    ("manual.profiles", "told in the annex of the profile"),
    ("manual.raw_html", "how prose is read"),
    ("manual.waivers", "told on the page of the coverage"),
    ("quizzes.questions.answer", "a number among the options"),
    ("services.commitments", "a commitment of the register is told with its service in any case"),
    ("services.offering.parts.id", "an address"),
    ("services.offering.parts.steps.id", "an address"),
    ("services.authority.id", "an address"),
    ("services.escalation.id", "an address"),
    ("complaints.redress.id", "an address"),
    ("standards.priority", "it moves the standard to the front of the poster"),
];

/// An entry of every kind, called `x`, so that whatever refers to one finds it.
const ENTRIES: [(&str, &str); 27] = [
    ("objectives", "{ name: Objetivo }"),
    ("principles", "{ name: Principio }"),
    ("segments", "{ name: Segmento }"),
    ("needs", "{ name: Necesidad, kind: basic }"),
    ("customer-types", "{ name: Tipo }"),
    ("surveys", "{ name: Encuesta }"),
    ("sources", "{ name: Fuente, kind: survey }"),
    ("channels", "{ name: Canal, kind: telephone, calendar: own }"),
    ("sites", "{ name: Sede }"),
    ("services", "{ name: Servicio, family: own }"),
    ("commitments", "{ promise: Prometemos algo., service: x }"),
    ("indicators", "{ name: Indicador, target: { share: 90 % } }"),
    ("resources", "{ name: Recurso, kind: system }"),
    ("inventory", "{ name: Material }"),
    ("suppliers", "{ name: Proveedor }"),
    ("alliances", "{ name: Aliado }"),
    ("communications", "{ name: Mensaje, moment: outage, content: algo }"),
    ("standards", "{ name: Norma, statement: Salude. }"),
    ("complaints", "{ name: Reclamos }"),
    ("roles", "{ name: Cajero, contact: true }"),
    ("trainings", "{ name: Curso }"),
    ("paths", "{ name: Ruta, role: x, quizzes: [x] }"),
    ("quizzes", "{ name: Prueba, questions: { q: { ask: Cuánto, options: [uno, dos], answer: 1 } } }"),
    ("risks", "{ name: Riesgo }"),
    ("laws", "{ name: Ley }"),
    ("glossary", "{ term: Vocablo, definition: Algo. }"),
    ("chapters", "{ title: Capítulo }"),
];

const MANIFEST: &str = "{ organization: { name: Ejemplo }, document: { title: Manual, distribution: [x] }, \
    languages: { default: es }, calendars: { own: { business_days: [monday] } }, families: { own: { name: Familia } } }";

/// A made-up value.
#[derive(Clone)]
enum Draft {
    Scalar(String),
    List(Vec<Draft>),
    Map(Vec<(String, Draft)>),
}

impl Draft {
    /// As YAML in one line.
    fn write(&self, out: &mut String) {
        match self {
            Draft::Scalar(text) => {
                let plain = text.chars().all(|c| c.is_alphanumeric() || " /%-_.".contains(c));
                let _ = if plain { write!(out, "{text}") } else { write!(out, "\"{text}\"") };
            }
            Draft::List(items) => {
                out.push('[');
                items.iter().for_each(|item| {
                    item.write(out);
                    out.push_str(", ");
                });
                out.push(']');
            }
            Draft::Map(pairs) => {
                out.push('{');
                pairs.iter().for_each(|(key, value)| {
                    let _ = write!(out, " {key}: ");
                    value.write(out);
                    out.push(',');
                });
                out.push_str(" }");
            }
        }
    }
}

/// The words of a text at a path: they stand nowhere else.
fn token(path: &str) -> String {
    format!("{} fin", path.replace('.', " "))
}

/// A value of a shape, as short as can be; words are those of its path.
fn sample(shape: &Shape, path: &str) -> Draft {
    let scalar = |text: &str| Draft::Scalar(text.to_owned());
    match shape {
        Shape::Blank => scalar(""),
        Shape::Word if path.ends_with(".calendar") => scalar("own"),
        Shape::Word => Draft::Scalar(token(path).replace(' ', "-")),
        Shape::Text | Shape::LinkedText | Shape::ValueText => Draft::Scalar(token(path)),
        Shape::Id | Shape::Reference(_) | Shape::ReferenceOr(..) | Shape::Again(_) => scalar("x"),
        Shape::Boolean => scalar("true"),
        Shape::Hours => scalar("24/7"),
        Shape::Choice(words) => scalar(words.last().copied().unwrap_or_default()),
        Shape::Formed { form, .. } => scalar(form.example),
        Shape::Value(value) => scalar(value.takes.first().copied().unwrap_or("x")),
        Shape::Variant(inner) | Shape::Many(inner) | Shape::Given(inner) => sample(inner, path),
        Shape::List(inner) => Draft::List(vec![sample(inner, path)]),
        Shape::Entries(inner, form) => Draft::Map(vec![(own_key(*form), sample(inner, path))]),
        // Where keys may stand, they say more than a word does.
        Shape::AnyOf(shapes) => {
            let keys = shapes.iter().find(|shape| matches!(shape, Shape::Map(_)));
            keys.or(shapes.first()).map_or(scalar("x"), |shape| sample(shape, path))
        }
        Shape::Map(mapping) => {
            let short = keys(mapping, None, path, false);
            match &short {
                Draft::Map(pairs) if pairs.is_empty() => keys(mapping, None, path, true),
                _ => short,
            }
        }
    }
}

fn own_key(form: KeyForm) -> String {
    if form == KeyForm::Period { "2026" } else { "own" }.to_owned()
}

/// A mapping with a key and what it needs; with `all` that may stand beside it, if that is asked for.
fn keys(mapping: &Mapping, wanted: Option<(&str, Draft)>, path: &str, all: bool) -> Draft {
    let mut chosen: Vec<&str> = wanted.iter().map(|(key, _)| *key).collect();
    let apart = |a: &str, b: &str| mapping.apart.iter().any(|(x, y)| (*x, *y) == (a, b) || (*y, *x) == (a, b));
    // A key that others open stands beside the first of them, and so on.
    let mut at = 0;
    while let Some(key) = chosen.get(at).copied() {
        at += 1;
        let opener = mapping.beside.iter().find(|(name, _)| *name == key).and_then(|(_, openers)| openers.first());
        chosen.extend(opener.filter(|opener| !chosen.contains(opener)).copied());
    }
    for need in &mapping.needs {
        if need.with.is_some_and(|with| !chosen.contains(&with)) {
            continue;
        }
        let fits = |key: &&&'static str| !chosen.iter().any(|other| apart(key, other));
        let found = need.any_of.iter().find(fits).copied();
        if !need.any_of.iter().any(|key| chosen.contains(key)) {
            chosen.extend(found);
        }
    }
    if all {
        for key in &mapping.keys {
            // What is suspended or free, or holds for one language, would hide what stands beside it.
            let hides = ["status", "free", "none"].contains(&key.name);
            let closed = mapping
                .beside
                .iter()
                .any(|(name, openers)| *name == key.name && !openers.iter().any(|opener| chosen.contains(opener)));
            let fits = !chosen.contains(&key.name) && !chosen.iter().any(|other| apart(key.name, other));
            if fits && !hides && !closed {
                chosen.push(key.name);
            }
        }
    }
    let pairs = mapping.keys.iter().filter(|key| chosen.contains(&key.name)).map(|key| {
        let value = match &wanted {
            Some((name, draft)) if *name == key.name => draft.clone(),
            _ => sample(&key.shape, &format!("{path}.{}", key.name)),
        };
        (key.name.to_owned(), value)
    });
    Draft::Map(pairs.collect())
}

/// What a key is tried with: one of several words may be what is meant without any.
fn values(shape: &Shape, path: &str) -> Vec<Draft> {
    match shape {
        Shape::Choice(words) => {
            let ends = [words.first(), words.last()];
            ends.into_iter().flatten().map(|word| Draft::Scalar((*word).to_owned())).collect()
        }
        // What holds itself is tried where it is first met.
        Shape::Many(inner) if matches!(**inner, Shape::Again(_)) => Vec::new(),
        shape => vec![sample(shape, path)],
    }
}

type Seen = HashSet<*const Mapping>;

/// A key with an entry that has it and one that lacks it.
struct Case {
    path: String,
    with: String,
    without: String,
}

type Hole<'a> = &'a dyn Fn(Draft) -> Draft;

/// The cases of a shape. A mapping that several keys share is looked into once, since one writer tells it wherever it stands.
fn cases(shape: &Shape, hole: Hole<'_>, path: &str, all: bool, seen: &mut Seen, out: &mut Vec<Case>) {
    match shape {
        Shape::Variant(inner) | Shape::Many(inner) | Shape::Given(inner) => cases(inner, hole, path, all, seen, out),
        Shape::List(inner) => cases(inner, &|draft| hole(Draft::List(vec![draft])), path, all, seen, out),
        Shape::Entries(inner, form) => {
            cases(inner, &|draft| hole(Draft::Map(vec![(own_key(*form), draft)])), path, all, seen, out);
        }
        Shape::AnyOf(shapes) => shapes.iter().for_each(|shape| cases(shape, hole, path, all, seen, out)),
        Shape::Map(mapping) => {
            if !seen.insert(Arc::as_ptr(mapping)) {
                return;
            }
            for key in &mapping.keys {
                let path = format!("{path}.{}", key.name);
                let within = path.rsplit_once('.').map_or("", |(outer, _)| outer);
                let around = |draft: Draft| hole(keys(mapping, Some((key.name, draft)), within, all));
                let written = |draft: Draft| {
                    let mut text = String::new();
                    draft.write(&mut text);
                    text
                };
                for value in values(&key.shape, &path) {
                    let with = keys(mapping, Some((key.name, value)), within, all);
                    let Draft::Map(pairs) = with.clone() else { continue };
                    let rest = pairs.into_iter().filter(|(name, _)| name != key.name).collect();
                    let (with, without) = (written(hole(with)), written(hole(Draft::Map(rest))));
                    out.push(Case { path: path.clone(), with, without });
                }
                cases(&key.shape, &around, &path, all, seen, out);
            }
        }
        _ => {}
    }
}

/// Every word that readers get of a manual with this entry, in lower case; none where it is not composed.
fn words(kind: &str, entry: &str) -> Option<String> {
    let mut files = BTreeMap::new();
    let manifest = if kind == "manual" { entry } else { MANIFEST };
    files.insert("manual.yaml".to_owned(), manifest.as_bytes().to_vec());
    for (other, own) in ENTRIES {
        let own = if other == kind { entry } else { own };
        files.insert(format!("{other}.yaml"), format!("x: {own}\n").into_bytes());
    }
    if kind == "results" {
        files.insert("results.yaml".to_owned(), format!("x: {entry}\n").into_bytes());
    }
    // As `compile` does, without what is said of it.
    let mut parsed = parse(&Memory::new(files)).expect("files in memory can be listed");
    let sources = parsed.sources.clone();
    let (mut resolved, _) = resolve_last(&sources, &[], &mut parsed);
    let resolved = resolved.as_mut()?;
    resolved.model.settle(TODAY);
    let manual = compose(resolved, TODAY, Vec::new(), None, &obligations::of(resolved), None);
    let mut said = format!("{} {:?}", manual.organization, manual.subtitle);
    tell(&serde_json::to_value(&manual.sections).expect("sections are data"), &mut said);
    tell(&serde_json::to_value(&manual.control).expect("it is data"), &mut said);
    Some(said.to_lowercase())
}

/// What data says to people: addresses and sums are left out.
fn tell(data: &serde_json::Value, out: &mut String) {
    match data {
        serde_json::Value::Array(items) => items.iter().for_each(|item| tell(item, out)),
        serde_json::Value::Object(pairs) => {
            let told =
                pairs.iter().filter(|(key, _)| !["id", "ids", "to", "href", "digest", "date"].contains(&key.as_str()));
            told.for_each(|(_, value)| tell(value, out));
        }
        serde_json::Value::Null => {}
        other => {
            let _ = write!(out, " {other}");
        }
    }
}

/// The keys of which a test says that no reader sees them, in any of the forms in which they may be written.
fn unseen(list: &[(&str, Case)], is_seen: impl Fn(&str, &Case) -> bool + Sync) -> BTreeSet<String> {
    let all: BTreeSet<String> = list.iter().map(|(_, case)| case.path.clone()).collect();
    let seen: Vec<String> =
        list.par_iter().filter(|(kind, case)| is_seen(kind, case)).map(|(_, case)| case.path.clone()).collect();
    all.into_iter().filter(|path| !seen.contains(path)).collect()
}

/// The cases of every kind, of the paths that are still open.
fn cases_of(all: bool, open: Option<&BTreeSet<String>>) -> Vec<(&'static str, Case)> {
    let mut list = Vec::new();
    let mut seen = Seen::new();
    for (kind, shape) in language() {
        let mut own = Vec::new();
        cases(shape, &|draft| draft, name(*kind), all, &mut seen, &mut own);
        own.retain(|case| open.is_none_or(|open| open.contains(&case.path)));
        list.extend(own.into_iter().map(|case| (name(*kind), case)));
    }
    list
}

#[test]
fn every_key_changes_a_word_of_the_manual() {
    // Most keys hold texts, and all texts of a mapping are found in one manual.
    let list = cases_of(true, None);
    let drafts: BTreeSet<(&str, &str)> = list.iter().map(|(kind, case)| (*kind, case.with.as_str())).collect();
    let drafts: Vec<(&str, &str)> = drafts.into_iter().collect();
    let with: BTreeMap<(&str, &str), Option<String>> =
        drafts.par_iter().map(|(kind, entry)| ((*kind, *entry), words(kind, entry))).collect();
    let said = |kind: &str, case: &Case| with.get(&(kind, case.with.as_str())).cloned().flatten();
    let quiet = unseen(&list, |kind, case| {
        let token = token(&case.path);
        said(kind, case).is_some_and(|said| said.contains(&token) || said.contains(&token.replace(' ', "-")))
    });
    println!("{} keys in {} manuals, {} to be taken out", list.len(), drafts.len(), quiet.len());
    let list = cases_of(true, Some(&quiet));
    let quiet = unseen(&list, |kind, case| said(kind, case) != words(kind, &case.without));
    println!("{} to be tried alone", quiet.len());
    let list = cases_of(false, Some(&quiet));
    let quiet = unseen(&list, |kind, case| words(kind, &case.with) != words(kind, &case.without));

    let covers = |silent: &str, path: &str| {
        path.strip_prefix(silent).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let lost: Vec<&String> =
        quiet.iter().filter(|path| !SILENT.iter().any(|(silent, _)| covers(silent, path))).collect();
    assert!(lost.is_empty(), "written, and printed nowhere: {lost:#?}");
    let told: Vec<&str> =
        SILENT.iter().map(|(path, _)| *path).filter(|silent| !quiet.iter().any(|path| covers(silent, path))).collect();
    assert!(told.is_empty(), "printed after all: {told:#?}");
}
