//! What managers write, in three languages and of several trades: honest sentences that speak of other things than what is promised, and
//! sentences that contradict it (`tests/prose`). None of the first is an error, few are asked about; of the second nearly all are told.

use super::{compiled, parse};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A small manual, and sentences that are written in one of its files.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    lang: String,
    organization: String,
    /// The file whose end they stand at.
    place: String,
    files: String,
    /// Sentences that are told nothing, asked about (C384), or errors (C310).
    #[serde(default)]
    silent: Vec<String>,
    #[serde(default)]
    asked: Vec<String>,
    #[serde(default)]
    told: Vec<String>,
}

#[allow(clippy::disallowed_methods)]
fn groups(file: &str) -> Vec<Group> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/prose").join(file);
    let text = std::fs::read_to_string(&path).expect("the corpus is there");
    serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The worst that is told of each sentence: C310, C384 or nothing.
fn read(group: &Group) -> Vec<(&str, &'static str, &'static str)> {
    let kinds = [(&group.silent, ""), (&group.asked, "C384"), (&group.told, "C310")];
    let sentences: Vec<(&str, &'static str)> =
        kinds.iter().flat_map(|(list, code)| list.iter().map(move |text| (text.as_str(), *code))).collect();
    let manifest = format!(
        "=== manual.yaml\norganization: {{ name: {} }}\ndocument: {{ title: Manual }}\nlanguages: {{ default: {} }}\n=== roles.yaml\njefatura: {{ name: Jefatura }}\n",
        group.organization, group.lang
    );
    let head = format!("=== {}\n", group.place);
    let (start, end) = group.files.split_once(&head).expect("the place is one of the files");
    let (own, rest) = end.split_once("\n=== ").map_or((end, String::new()), |(own, rest)| (own, format!("=== {rest}")));
    let texts: Vec<&str> = sentences.iter().map(|(text, _)| *text).collect();
    let own = own.trim_end();
    let first = own.lines().count() + 2;
    let files = format!("{manifest}{start}{rest}\n{head}{own}\n\n{}\n", texts.join("\n\n"));
    let result = compiled(&parse(&files).0);
    let mut worst: BTreeMap<usize, &'static str> = BTreeMap::new();
    for finding in result.findings.iter().filter(|f| matches!(f.code(), "C310" | "C384")) {
        let path = &result.sources.get(finding.span.file).path;
        let line = result.sources.start(finding.span).line;
        if *path == group.place && line >= first {
            let code = worst.entry((line - first) / 2).or_insert("C384");
            if finding.code() == "C310" {
                *code = "C310";
            }
        }
    }
    let of = |at: usize| worst.get(&at).copied().unwrap_or("");
    sentences.into_iter().enumerate().map(|(at, (text, meant))| (text, meant, of(at))).collect()
}

/// The sentences of a file, of how many is told what, and those of which something else is told than the file says.
fn tally(file: &str) -> (usize, BTreeMap<&'static str, usize>, Vec<String>) {
    let groups = groups(file);
    let all: Vec<_> = groups.iter().flat_map(read).collect();
    let mut counts = BTreeMap::new();
    all.iter().for_each(|(_, _, found)| *counts.entry(*found).or_default() += 1);
    let other = all.iter().filter(|(_, meant, found)| meant != found);
    let other = other.map(|(text, meant, found)| format!("{meant:4} → {found:4} {text}")).collect();
    (all.len(), counts, other)
}

#[test]
fn honest_sentences_are_no_errors_and_few_are_asked_about() {
    let (all, counts, other) = tally("honest.yaml");
    let (errors, asked) = (counts.get("C310").copied().unwrap_or(0), counts.get("C384").copied().unwrap_or(0));
    println!("{all} honest, {errors} errors, {asked} asked about");
    assert!(other.is_empty(), "otherwise than the file says:\n{}", other.join("\n"));
    assert!(all >= 150 && errors == 0 && asked * 20 <= all, "{all} sentences, {errors} errors, {asked} asked about");
}

#[test]
fn sentences_that_contradict_a_promise_are_told() {
    let (all, counts, other) = tally("contradicting.yaml");
    let silent = counts.get("").copied().unwrap_or(0);
    println!("{all} contradicting, {silent} not told, {counts:?}");
    assert!(other.is_empty(), "otherwise than the file says:\n{}", other.join("\n"));
    assert!(all >= 80 && silent * 10 <= all, "{silent} of {all} are not told");
}
