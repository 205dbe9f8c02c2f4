//! What each requirement of the field names is missed when no entry of the example says it any more.

use crate::load::{Disk, Files, Memory};
use crate::{Compiled, Options, judge};
use std::collections::BTreeMap;
use std::path::Path;

/// No key in a round: without contact roles nobody's profile is asked for.
const NOTHING: &str = "";

/// A register, keys of its entries, and the code that tells when all entries lack the key. Keys that one entry may do without are
/// told only where all of them do.
const FACTS: [(&str, &[&str], &str); 17] = [
    ("inventory.yaml", &["unit", "stock", "reorder_point", "daily_use", "supplier"], "A123"),
    ("resources.yaml", &["kind", "quantity", "unit_cost", "supplier"], "A124"),
    ("communications.yaml", &["trigger", "role", "audience"], "A125"),
    ("suppliers.yaml", &["substitute", "contract"], "A126"),
    ("alliances.yaml", &["contract"], "A126"),
    ("needs.yaml", &["kind", "statement", "segments"], "C373"),
    ("surveys.yaml", &["results.dimensions"], "C374"),
    ("standards.yaml", &["review_by"], "C375"),
    ("objectives.yaml", &["statement", "owner"], "C376"),
    ("principles.yaml", &["statement"], "C376"),
    ("standards.yaml", &["statement", "owner"], "C376"),
    ("roles.yaml", &["profile"], "P501"),
    ("roles.yaml", &[NOTHING, "contact"], "P516"),
    ("segments.yaml", &["value"], "D415"),
    ("channels.yaml", &["first_response.target"], "C334"),
    ("channels.yaml", &["capacity.demand"], "A127"),
    ("segments.yaml", &["criteria"], "D404"),
];

/// The example's files without their translations.
fn example() -> BTreeMap<String, String> {
    let disk = Disk::open(Path::new("manual"), ".cartilla-published").expect("the example manual");
    let entries = disk.list().expect("it is listed");
    let texts = entries.into_iter().filter(|entry| !entry.path.contains(".en.")).filter_map(|entry| {
        let text = String::from_utf8(disk.read(&entry.path).ok()?).ok()?;
        Some((entry.path, text.replace(", others: [en] }", " }")))
    });
    texts.collect()
}

/// A text without every key of a name that stands within keys of other names: `results.dimensions` is any `dimensions` beneath
/// a `results`.
fn without(text: &str, path: &str) -> String {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut keys = path.split('.').rev();
    let (last, outer) = (keys.next().unwrap_or_default(), keys.next());
    // Where the outer key and the removed one stand, while they last.
    let (mut within, mut removed): (Option<usize>, Option<usize>) = (None, None);
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let here = if line.trim().is_empty() { usize::MAX } else { depth(line) };
        let named = |key: &str| line.trim_start().strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
        if within.is_some_and(|outer| here <= outer) {
            within = None;
        }
        if removed.is_some_and(|first| here <= first) {
            removed = None;
        }
        if outer.is_some_and(named) {
            within = Some(here);
        }
        let beneath = if outer.is_some() { within.is_some_and(|outer| here > outer) } else { here == 2 };
        if removed.is_none() && named(last) && beneath {
            removed = Some(here);
        }
        if removed.is_none() {
            out.push_str(line);
        }
    }
    out
}

fn compiled(files: &BTreeMap<String, String>) -> Compiled {
    let text: BTreeMap<String, Vec<u8>> =
        files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect();
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
    judge(&Memory::new(text), &options).expect("files in memory")
}

#[test]
fn what_every_entry_lacks_is_told_in_its_register() {
    let manual = example();
    assert!(compiled(&manual).findings.is_empty());
    let mut faults = Vec::new();
    // One key of each row at a time, of all registers at once: what is told of one file is nothing of another's.
    for round in 0..FACTS.iter().map(|(_, keys, _)| keys.len()).max().unwrap_or(0) {
        let mut files = manual.clone();
        let mut expected = Vec::new();
        for (file, keys, code) in FACTS.iter().filter(|(_, keys, _)| keys.get(round).is_some_and(|k| *k != NOTHING)) {
            let text = files.get_mut(*file).expect("a register of the example");
            let less = without(text, keys[round]);
            assert!(less.len() < text.len(), "{file} has no {}", keys[round]);
            *text = less;
            expected.push((*file, keys[round], *code));
        }
        let result = compiled(&files);
        for (file, key, code) in expected {
            let told = |f: &&crate::diag::Diagnostic| f.code() == code && result.sources.get(f.span.file).path == file;
            if !result.findings.iter().any(|f| told(&f)) {
                faults.push(format!("{file} without {key}: {code} is not told"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The codes of a family that are told of a manual laid over the base.
fn codes(files: &str, family: char) -> Vec<&'static str> {
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
    let compiled = judge(&super::parse(files).0, &options).expect("files in memory");
    compiled.findings.iter().map(crate::diag::Diagnostic::code).filter(|code| code.starts_with(family)).collect()
}

#[test]
fn a_point_that_does_not_apply_is_not_asked_for() {
    let files = "=== segments.yaml\nvecinos: { name: Vecinos, value: { none: servicio público sin precio } }\n";
    let found = codes(files, 'D');
    assert!(!found.contains(&"D415") && !found.contains(&"D406"), "{found:?}");
    assert!(codes("=== segments.yaml\nvecinos: { name: Vecinos }\n", 'D').contains(&"D415"));
}

#[test]
fn a_limit_anywhere_says_what_may_be_spent() {
    let role = "=== roles.yaml\ncaja: { name: Caja, contact: true, authority: [{ decides: dar un plazo }] }\n";
    assert!(codes(role, 'P').contains(&"P517"));
    let service = "=== services/ejemplo.md\n---\nname: Ejemplo\nauthority: [{ role: caja, decides: devolver, up_to: 5 PEN }]\n---\n";
    assert!(!codes(&format!("{role}{service}"), 'P').contains(&"P517"));
}

#[test]
fn what_the_register_says_is_not_asked_of_its_use() {
    let register = "=== inventory.yaml\npapel: { name: Papel, unit: rollo, stock: 9, minimum: 2, reorder_point: 4, daily_use: 1, \
                    lead_time: 1 business day, supplier: imprenta }\n=== suppliers.yaml\nimprenta: { name: Imprenta }\n";
    let service =
        |item: &str| format!("{register}=== services/ejemplo.md\n---\nname: Ejemplo\ninventory: [{item}]\n---\n");
    assert!(!codes(&service("papel"), 'A').contains(&"A123"));
    assert!(codes(&service("{ item: Sobres }"), 'A').contains(&"A123"));
}

#[test]
fn many_entries_that_lack_the_same_are_one_finding() {
    let needs: String =
        (0..6).map(|n| format!("n{n}: {{ name: Necesidad {n}, statement: Esperar poco. }}\n")).collect();
    let found = codes(&format!("=== needs.yaml\n{needs}"), 'C');
    assert_eq!(found.iter().filter(|code| **code == "C373").count(), 1);
}
