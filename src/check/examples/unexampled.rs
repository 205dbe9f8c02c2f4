//! Codes without examples: what the text of an example cannot hold is made here.

use super::{compiled, parse};
use crate::diag::Diagnostic;
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
struct WithSkipped(Memory, &'static str, Skip);

impl Files for WithSkipped {
    fn list(&self) -> Result<Vec<Entry>, LoadError> {
        let mut entries = self.0.list()?;
        entries.push(Entry { path: self.1.to_owned(), kind: EntryKind::Skipped(self.2) });
        Ok(entries)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        self.0.read(path)
    }
}

#[test]
fn what_was_left_out_is_an_error_where_the_manual_would_lack_it() {
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
    for (path, skip, expected) in [
        ("services/tubo.md", Skip::NotAFile, "E033"),
        ("services/cerrado.md", Skip::Unreadable, "E033"),
        ("services", Skip::Unreadable, "E033"),
        ("roles.en.yaml", Skip::LinkBroken, "E033"),
        ("assets/foto.png", Skip::TooLarge, "E033"),
        ("theme/logo.svg", Skip::LinkOutside, "E033"),
        ("services/tubo", Skip::NotAFile, "E023"),
        ("notas.md", Skip::LinkOutside, "E023"),
        ("borradores", Skip::LinkLoop, "E023"),
    ] {
        let skipped = WithSkipped(parse("").0, path, skip);
        let result = compile(&skipped, &options).expect("can be listed");
        assert_eq!(structural(&result), [expected], "{path}");
        let finding = result.findings.iter().find(|finding| finding.code() == expected).expect("told");
        for lang in Lang::ALL {
            let message = finding.message(lang);
            assert!(message.contains(path) && message.ends_with(skip.reason().in_lang(lang)), "{message}");
            assert_eq!(finding.help_text(lang), skip.remedy().in_lang(lang));
        }
    }
}

#[test]
fn a_picture_that_was_not_fetched_is_no_picture() {
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
    let told = |text: &str| {
        let mut memory = parse("=== chapters/uno.md\n---\ntitle: Uno\n---\n![Plano](assets/plano.png)\n").0;
        memory.insert("assets/plano.png", text);
        let today = jiff::civil::date(2026, 11, 21);
        let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
        let result = compile(&memory, &options).expect("can be listed");
        let is_named = |finding: &&Diagnostic| finding.message(Lang::Es).contains("assets/plano.png");
        let named = result.findings.iter().filter(is_named);
        named.map(|finding| (finding.code(), finding.message(Lang::Es))).collect::<Vec<_>>()
    };
    let codes: Vec<&str> = told(pointer).iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["E023", "I705"]);
    assert!(told(pointer)[0].1.contains("puntero de Git LFS"), "{:?}", told(pointer));
    let other: Vec<&str> = told("imagen").iter().map(|(code, _)| *code).collect();
    assert_eq!(other, ["I745"], "it was fetched, and is none");
}

#[test]
fn names_that_another_system_cannot_hold_are_refused() {
    let told = |paths: &[&str]| {
        let mut memory = parse("").0;
        for path in paths {
            memory.insert(*path, "x");
        }
        let result = compiled(&memory);
        let findings = result.findings.iter().filter(|finding| finding.code() == "E039");
        findings.map(|finding| finding.message(Lang::En)).collect::<Vec<_>>()
    };
    for (path, reason) in [
        ("assets/aux.png", "device"),
        ("assets/COM1.tar.gz", "device"),
        ("assets/nul/foto.png", "device"),
        ("assets/a:b.png", "`:`"),
        ("assets/a\\b.png", "`:`"),
        ("assets/foto.", "end"),
        ("assets/fotos /a.png", "end"),
        ("assets/accio\u{301}n.png", "NFD"),
    ] {
        let messages = told(&[path]);
        assert!(
            messages.len() == 1 && messages[0].contains(path) && messages[0].contains(reason),
            "{path}: {messages:?}"
        );
    }
    for pair in [["assets/Foto.png", "assets/foto.png"], ["assets/ÑU/a.png", "assets/ñu/a.png"]] {
        let messages = told(&pair);
        assert!(messages.len() == 1 && pair.iter().all(|path| messages[0].contains(path)), "{messages:?}");
    }
    let good = [
        "assets/auxilio.png",
        "assets/com10.png",
        "assets/acción.png",
        "assets/.aux",
        "aux.md",
        "otras/Foto.png",
        "otras/foto.png",
    ];
    assert_eq!(told(&good), [""; 0]);
}
