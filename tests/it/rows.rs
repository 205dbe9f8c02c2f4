//! The table of requirements, `src/model/rows.md`: every row is in it, its keys are in the reference, its codes are rules, its
//! place is in the composed example, and what is taken from the example is missed under one of its codes.

use std::collections::BTreeSet;

use cartilla::Compiled;

use crate::example::{example, text_of, without};
use crate::support::{compiled_from, repository, told};

/// The rows of the field: a letter, and how many it has.
const ROWS: [(char, usize); 9] =
    [('A', 10), ('B', 6), ('C', 10), ('D', 5), ('E', 5), ('F', 3), ('G', 1), ('H', 3), ('I', 6)];

struct Row {
    name: String,
    keys: Vec<String>,
    place: String,
    codes: Vec<String>,
    /// File and path of a key of the example.
    without: Option<(String, Vec<String>)>,
}

fn text(path: &str) -> String {
    std::fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The words of a cell; none for a dash.
fn words(cell: &str) -> Vec<String> {
    cell.split_whitespace().filter(|word| *word != "—").map(|word| word.trim_matches('`').to_owned()).collect()
}

fn rows() -> Vec<Row> {
    let table = text("src/model/rows.md");
    let lines = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| row"));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [name, _, keys, place, codes, without] = cells.as_slice() else { panic!("six cells: {line}") };
            let removed = words(without);
            let without = removed
                .split_first()
                .map(|(file, path)| (file.clone(), path.concat().split('.').map(str::to_owned).collect()));
            Row {
                name: (*name).to_owned(),
                keys: words(keys),
                place: words(place).concat(),
                codes: words(codes),
                without,
            }
        })
        .collect()
}

#[test]
fn every_row_of_the_field_is_in_the_table_once_and_in_order() {
    let wanted: Vec<String> =
        ROWS.iter().flat_map(|(letter, count)| (1..=*count).map(move |n| format!("{letter}{n}"))).collect();
    assert_eq!(rows().into_iter().map(|row| row.name).collect::<Vec<_>>(), wanted);
}

#[test]
fn every_key_is_in_the_reference_and_every_code_is_a_rule() {
    let reference = text("src/model/README.md");
    let known: BTreeSet<&str> = reference.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').collect();
    let codes: BTreeSet<&str> = cartilla::entries().iter().map(|entry| entry.code).collect();
    for row in rows() {
        assert!(!row.keys.is_empty(), "{} has no key", row.name);
        for key in &row.keys {
            let (kind, field) = key.split_once('.').unwrap_or_else(|| panic!("{}: {key} is no kind.key", row.name));
            assert!(kind == "manual" || known.contains(kind), "{}: no kind {kind}", row.name);
            assert!(known.contains(field), "{}: the reference has no key {field}", row.name);
        }
        assert!(!row.codes.is_empty(), "{} has no code", row.name);
        row.codes.iter().for_each(|code| assert!(codes.contains(code.as_str()), "{}: no rule {code}", row.name));
    }
}

/// Whether an address is one that a pattern with at most one `*` means.
fn is_meant(pattern: &str, address: &str) -> bool {
    match pattern.split_once('*') {
        Some((before, after)) => {
            address.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)).is_some_and(|id| !id.is_empty())
        }
        None => pattern == address,
    }
}

/// Every address of the composed manual.
fn addresses(compiled: &Compiled) -> BTreeSet<String> {
    fn collect(value: &serde_json::Value, out: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::Object(fields) => {
                out.extend(fields.get("id").and_then(|id| id.as_str()).map(str::to_owned));
                fields.values().for_each(|field| collect(field, out));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, out)),
            _ => {}
        }
    }
    let mut out = BTreeSet::new();
    for manual in &compiled.manuals {
        collect(&serde_json::to_value(&manual.sections).expect("sections serialize"), &mut out);
    }
    out
}

#[test]
fn every_row_has_its_place_in_the_composed_example() {
    let addresses = addresses(&compiled_from(example()));
    for row in rows() {
        assert!(addresses.iter().any(|address| is_meant(&row.place, address)), "{}: no {}", row.name, row.place);
    }
}

#[test]
fn what_is_taken_from_the_example_is_missed_under_a_code_of_its_row() {
    let manual = example();
    let mut faults = Vec::new();
    let mut taken = 0;
    for row in rows() {
        let Some((file, path)) = &row.without else { continue };
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let mut changed = manual.clone();
        changed.insert(file.clone(), without(text_of(&manual, file), &path).into_bytes());
        let compiled = compiled_from(changed);
        taken += 1;
        if !compiled.findings.iter().any(|finding| row.codes.iter().any(|code| code == finding.code())) {
            faults.push(format!("{} without {file} {}:\n{}", row.name, path.join("."), told(&compiled)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(taken >= 35, "only {taken} rows are shown by removal");
}
