//! The example manual is complete: it has no finding, and whatever is taken from it is missed under its own code.

use std::collections::BTreeMap;

use cartilla::Compiled;
use cartilla::render::html::{self, Site};
use cartilla::theme::Theme;

use crate::support::{compiled_from, files, repository, told};

/// The ten points, and the three moments of the tenth, with the code that misses each.
const POINTS: [(&[&str], &str); 13] = [
    (&["code"], "A101"),
    (&["offering"], "A102"),
    (&["indicators"], "A103"),
    (&["resources"], "A104"),
    (&["inventory"], "A105"),
    (&["suppliers"], "A106"),
    (&["alliances"], "A107"),
    (&["capacity"], "A108"),
    (&["cost"], "A109"),
    (&["communication"], "A110"),
    (&["communication", "before"], "A111"),
    (&["communication", "during"], "A112"),
    (&["communication", "after"], "A113"),
];

/// What every message says, with the code that misses it.
const MESSAGE: [(&str, &str); 4] = [("technique", "A114"), ("medium", "A115"), ("content", "A116"), ("form", "A117")];

/// The parts of the complaint procedure.
const COMPLAINT: [(&str, &str); 13] = [
    ("types", "B201"),
    ("intake", "B201"),
    ("severity", "B201"),
    ("steps", "B201"),
    ("tone", "B201"),
    ("escalation", "B201"),
    ("redress", "B201"),
    ("closing", "B201"),
    ("investigation", "B202"),
    ("improvement_request", "B203"),
    ("corrective_action", "B204"),
    ("prevention", "B205"),
    ("conduct", "B206"),
];

pub fn example() -> BTreeMap<String, Vec<u8>> {
    files(&repository("manual"))
}

/// The services of the example, originals without translations.
fn services(manual: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let name = |path: &String| path.strip_prefix("services/").and_then(|p| p.strip_suffix(".md")).map(str::to_owned);
    manual.keys().filter(|path| name(path).is_some_and(|name| !name.contains('.'))).cloned().collect()
}

/// A YAML text without one key and all that stands beneath it. `path` leads to the key from the outermost; where a key
/// stands at several depths, the shallowest is meant.
pub fn without(text: &str, path: &[&str]) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut block = 0..lines.len();
    for (at, key) in path.iter().enumerate() {
        let named = |line: &&str| line.trim_start().strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
        let found = block.clone().filter(|&n| named(&lines[n]) && (at > 0 || depth(lines[n]) == 0));
        let first = found.min_by_key(|&n| depth(lines[n])).unwrap_or_else(|| panic!("no key {path:?}"));
        let ends =
            |line: &&str| line.starts_with("---") || !line.trim().is_empty() && depth(line) <= depth(lines[first]);
        let last = lines[first + 1..].iter().position(ends).map_or(lines.len(), |more| first + 1 + more);
        // Within the key there are only those beneath it.
        block = if at + 1 < path.len() { first + 1..last } else { first..last };
    }
    [&lines[..block.start], &lines[block.end..]].concat().concat()
}

/// How far a line is indented.
fn depth(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

pub fn text_of<'a>(manual: &'a BTreeMap<String, Vec<u8>>, path: &str) -> &'a str {
    std::str::from_utf8(&manual[path]).expect("the example is UTF-8")
}

/// The codes of the findings in a file.
fn codes_in(compiled: &Compiled, path: &str) -> Vec<&'static str> {
    let here = |finding: &&cartilla::diag::Diagnostic| compiled.sources.get(finding.span.file).path == path;
    compiled.findings.iter().filter(here).map(|finding| finding.code()).collect()
}

/// Checks the example with one file replaced: the code must be found in that file.
fn missed(manual: &BTreeMap<String, Vec<u8>>, path: &str, text: String, code: &str, what: &str) {
    let mut changed = manual.clone();
    changed.insert(path.to_owned(), text.into_bytes());
    let compiled = compiled_from(changed);
    assert!(codes_in(&compiled, path).contains(&code), "{path} without {what}: no {code}, but\n{}", told(&compiled));
}

#[test]
fn the_example_has_no_finding_of_any_severity() {
    let compiled = compiled_from(example());
    assert!(compiled.findings.is_empty(), "{}", told(&compiled));
    assert_eq!(compiled.manuals.first().map(|manual| manual.lang.as_str()), Some("es"));
}

#[test]
fn each_point_taken_from_each_service_is_missed_at_its_file() {
    let manual = example();
    let services = services(&manual);
    assert!(services.len() >= 8, "{services:?}");
    for path in &services {
        for (key, code) in POINTS {
            missed(&manual, path, without(text_of(&manual, path), key), code, &key.join("."));
        }
    }
}

#[test]
fn each_part_of_a_message_is_missed_at_its_file() {
    let manual = example();
    for path in services(&manual) {
        for (key, code) in MESSAGE {
            let text = without(text_of(&manual, &path), &["communication", key]);
            missed(&manual, &path, text, code, key);
        }
    }
}

#[test]
fn each_part_of_the_complaint_procedure_is_missed_at_its_file() {
    let manual = example();
    for (key, code) in COMPLAINT {
        let path = "complaints.yaml";
        missed(&manual, path, without(text_of(&manual, path), &["reclamos", key]), code, key);
    }
}

#[test]
fn a_point_that_does_not_apply_is_said_with_a_reason() {
    let manual = example();
    let path = &services(&manual)[0];
    for (key, code) in POINTS.into_iter().filter(|(key, _)| !["code", "offering", "indicators"].contains(&key[0])) {
        let indent = "  ".repeat(key.len() - 1);
        let said = format!("{indent}{}: {{ none: No hace falta en este servicio. }}\n", key[key.len() - 1]);
        let bare = without(text_of(&manual, path), key);
        // A point goes where the front matter ends, a moment where its point begins.
        let text = match key {
            [_] => bare.replacen("\n---\n", &format!("\n{said}---\n"), 1),
            _ => bare.replacen("\ncommunication:\n", &format!("\ncommunication:\n{said}"), 1),
        };
        let mut changed = manual.clone();
        changed.insert(path.clone(), text.into_bytes());
        let compiled = compiled_from(changed);
        let codes = codes_in(&compiled, path);
        assert!(!codes.contains(&code), "{path}, {}: {code} in spite of a reason\n{}", key.join("."), told(&compiled));
    }
}

#[test]
fn keys_are_taken_with_all_that_stands_beneath_them() {
    let text = "---\na: 1\nb:\n  c:\n    - x\n\n  d: 2\n---\nb: prosa\n";
    assert_eq!(without(text, &["b"]), "---\na: 1\n---\nb: prosa\n");
    assert_eq!(without(text, &["b", "c"]), "---\na: 1\nb:\n  d: 2\n---\nb: prosa\n");
    assert_eq!(
        without("m:\n  b:\n    - t: 1\n      u: 2\n    - t: 3\n", &["m", "u"]),
        "m:\n  b:\n    - t: 1\n    - t: 3\n"
    );
}

/// What of a page a reader may want to point at and has no address: headings, rows of tables, steps. A heading that opens something
/// with an address has that one.
fn without_address(page: &str) -> Vec<String> {
    let main = page.split_once("<main").map_or("", |(_, main)| main);
    let mut out = Vec::new();
    let (mut head, mut before, mut list) = (false, "", "");
    for tag in main.split('<').skip(1) {
        let (open, words) = tag.split_once('>').unwrap_or((tag, ""));
        let name = open.split([' ', '\n']).next().unwrap_or_default();
        match name {
            "thead" => head = true,
            "/thead" => head = false,
            "ol" => list = open,
            "/ol" => list = "",
            _ => {}
        }
        let is_heading = name.len() == 2 && name.starts_with('h') && name.ends_with(|c: char| c.is_ascii_digit());
        let is_step = name == "li" && (list.contains("\"steps\"") || list.contains("\"stairs\""));
        let has = |tag: &str| tag.contains(" id=\"");
        let found = is_heading && !has(before) || name == "tr" && !head || is_step;
        if found && !has(open) {
            out.push(format!("<{open}>{words}"));
        }
        before = if name.starts_with('/') { "" } else { open };
    }
    out
}

#[test]
fn every_heading_row_and_step_of_its_pages_has_an_address() {
    for manual in compiled_from(example()).manuals {
        let site = html::render(&manual, &Site::default(), &Theme::built_in());
        let site = site.unwrap_or_else(|error| panic!("{error}"));
        let pages = site.iter().filter(|file| file.path.ends_with(".html") && !file.path.contains('/'));
        for page in pages {
            let text = String::from_utf8_lossy(&page.bytes);
            assert_eq!(without_address(&text), Vec::<String>::new(), "{}", page.path);
        }
    }
}
