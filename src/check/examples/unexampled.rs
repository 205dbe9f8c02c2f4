//! Codes without examples: what the text of an example cannot hold is made here.

use super::{compiled, parse};
use crate::lang::Lang;
use crate::load::{Entry, EntryKind, Files, LoadError, Memory, Skip};
use crate::{Compiled, Options, compile};

/// The codes of a file laid over the base manual, each with its message's slots filled.
fn codes(path: &str, bytes: impl Into<Vec<u8>>) -> Vec<&'static str> {
    let (mut memory, _) = parse("");
    memory.insert(path, bytes);
    structural(&compiled(&memory))
}

fn structural(compiled: &Compiled) -> Vec<&'static str> {
    let found = compiled.findings.iter().filter(|f| f.code().starts_with('E'));
    found
        .inspect(|f| {
            for lang in Lang::ALL {
                assert!(super::slots(&f.message(lang)).is_empty() && super::slots(&f.help_text(lang)).is_empty());
            }
        })
        .map(|f| f.code())
        .collect()
}

#[test]
fn aliases_that_multiply_are_stopped() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..9 {
        let uses = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{uses}]\n"));
    }
    assert!(codes("glossary.yaml", bomb).contains(&"E004"));
}

#[test]
fn depth_is_bounded() {
    assert_eq!(codes("glossary.yaml", "[".repeat(100_000)), ["E005"]);
}

#[test]
fn other_encodings_are_refused() {
    assert_eq!(codes("glossary.yaml", b"a: { name: Atenci\xf3n }".to_vec()), ["E015"]);
}

#[test]
fn a_manual_needs_its_manifest() {
    let memory = Memory::parse("=== roles.yaml\ncaja: { name: Caja }\n", "");
    assert_eq!(structural(&compiled(&memory)), ["E017"]);
}

#[test]
fn the_number_of_values_is_bounded() {
    assert_eq!(codes("glossary.yaml", format!("a: [{}]", "0,".repeat(1_000_001))), ["E022"]);
}

#[test]
fn controls_that_turn_the_writing_are_refused() {
    assert_eq!(codes("glossary.yaml", "a: \u{202e}b"), ["E028"]);
}

/// A manual with one file that was left out.
struct WithSkipped(Memory);

impl Files for WithSkipped {
    fn list(&self) -> Result<Vec<Entry>, LoadError> {
        let mut entries = self.0.list()?;
        entries.push(Entry { path: "services/tubo.md".to_owned(), kind: EntryKind::Skipped(Skip::NotAFile) });
        Ok(entries)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        self.0.read(path)
    }
}

#[test]
fn a_skipped_file_is_told() {
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
    let result = compile(&WithSkipped(parse("").0), &options).expect("can be listed");
    assert_eq!(structural(&result), ["E023"]);
}
