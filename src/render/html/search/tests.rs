//! The index read back: what was written is what a browser gets.

use std::collections::BTreeMap;

use serde_json::Value;

use super::*;
use crate::ir::sample::sample;
use crate::ir::{Block, Name, SectionKind, plain};

/// The data of each file, by its name without ending.
fn read(manual: &Manual) -> BTreeMap<String, Value> {
    let index = index(manual).expect("the manual is indexed");
    let files = index.artifacts.into_iter().filter(|artifact| !artifact.path.ends_with("engine.js"));
    files
        .map(|artifact| {
            let text = String::from_utf8(artifact.bytes).expect("UTF-8");
            let (name, rest) =
                text.strip_prefix("cartillaSearch(\"").and_then(|t| t.split_once("\",")).expect("a call");
            let (number, rest) = rest.split_once(',').expect("a number");
            let json = rest.strip_suffix(");\n").expect("an end");
            let file = artifact.path.strip_prefix(&index.folder).expect("in its folder").to_owned();
            assert!(file == format!("{name}.js") || file == format!("{name}{number}.js"), "{file}");
            (format!("{name}{number}"), serde_json::from_str(json).expect("JSON"))
        })
        .collect()
}

/// Every record's texts, in order.
fn records(files: &BTreeMap<String, Value>) -> Vec<Vec<String>> {
    let texts = (0..).map_while(|n| files.get(&format!("text{n}")));
    let texts = texts.flat_map(|file| file.as_str().expect("a text").split('\n'));
    texts.map(|record| serde_json::from_str(record).expect("a list of texts")).collect()
}

fn found<'a>(records: &'a [Vec<String>], address: &str) -> &'a [String] {
    let is = |r: &&Vec<String>| r.len() > 5 && format!("{}#{}", r[0], r[1]) == address;
    records.iter().find(is).unwrap_or_else(|| panic!("no {address}"))
}

fn place(file: &str, n: usize) -> String {
    format!("{file}{n}")
}

#[test]
fn every_address_is_a_record_with_its_passages() {
    let files = read(&sample());
    let records = records(&files);
    let service = found(&records, "service-microcredito.html#");
    assert_eq!(service[3..5], ["CR-01", "Microcrédito individual"]);
    assert!(!service[5].is_empty(), "what may be promised today");
    for address in ["uso.html#figura-valle", "indicadores.html#fila-ind-21", "service-microcredito.html#com-26"] {
        found(&records, address);
    }
    let kinds = files["words0"]["kinds"].as_str().expect("kinds");
    assert_eq!(kinds.len(), records.len());
    let at = records.iter().position(|r| r.get(1).is_some_and(|id| id == "com-26")).expect("the commitment");
    assert_eq!(kinds.as_bytes()[at], b'b', "its kind is that of its name");
}

/// The lines of names, by their records.
fn at_hand(files: &BTreeMap<String, Value>) -> BTreeMap<usize, Vec<String>> {
    let lines = (0..).map_while(|n| files.get(&format!("name{n}")));
    let lines = lines.flat_map(|file| file.as_str().expect("a text").split('\n'));
    let entries = rising(files["words0"]["entries"].as_str().expect("numbers"));
    entries.into_iter().zip(lines.map(|line| serde_json::from_str(line).expect("a list of texts"))).collect()
}

/// The numbers of a text: base 32, the least digit first, by their distances.
fn rising(text: &str) -> Vec<usize> {
    let (mut out, mut value, mut scale, mut next) = (Vec::new(), 0, 1, 0);
    for letter in text.bytes() {
        let digit = (0..64).find(|n| row(std::iter::once(*n)).ends_with(char::from(letter)) && *n < 32);
        match digit {
            Some(digit) => {
                out.push(next + value + digit * scale);
                next += value + digit * scale + 1;
                (value, scale) = (0, 1);
            }
            None => {
                let digit = (0..32).find(|n| row(std::iter::once(32 + n)).starts_with(char::from(letter)));
                value += digit.expect("a digit") * scale;
                scale *= 32;
            }
        }
    }
    out
}

#[test]
fn names_of_entries_are_at_hand_with_where_they_are() {
    let mut manual = sample();
    manual.sections.iter_mut().for_each(|section| section.title = "Ñandú verde".into());
    let files = read(&manual);
    let (records, names) = (records(&files), at_hand(&files));
    let heads = records.iter().enumerate().filter(|(_, r)| r.len() > 5 && r[1].is_empty());
    for (record, text) in heads {
        let name = &names[&record];
        assert_eq!((&name[0], &name[2]), (&text[0], &text[4]), "a page by its file");
        assert_eq!(name.get(3).map_or("", String::as_str), text[5], "with what may be promised");
    }
    let record = |id: &str| records.iter().position(|r| r.get(1).is_some_and(|anchor| anchor == id)).expect("a place");
    assert_eq!(names[&record("com-26")][..2], ["com-26", "COM-26"], "a commitment of a service");
    assert!(names.contains_key(&record("figura-valle")), "a figure of a chapter");
    let point = records.iter().position(|r| r.get(1).is_some_and(|id| id.ends_with("-capacidad"))).expect("a point");
    assert!(!names.contains_key(&point), "each service has this: {:?}", records[point]);
    let other = records.iter().position(|r| r[0] == "préstamo exprés").expect("the name to avoid");
    assert_eq!(names[&other], records[other]);
    // The word stands in the names of these pages, and nothing of what only mentions it is there.
    let root = &files["words0"];
    let words: Vec<&str> = root["words"].as_str().expect("words").split(' ').collect();
    let called: Vec<&str> = files["call0"].as_str().expect("lists").split(' ').collect();
    assert_eq!(words.len(), called.len());
    let place = words.iter().position(|word| *word == "ñandu").expect("the word");
    assert!(!called[place].is_empty());
    assert!(called.iter().any(|list| list.is_empty()), "a word that no name has");
    assert_eq!(
        root["tildes"],
        numbers(&words.iter().enumerate().filter(|(_, w)| w.contains('ñ')).map(|(n, _)| n).collect::<Vec<_>>())
    );
}

#[test]
fn a_large_manual_has_its_pages_at_hand_and_no_more_than_there_is_room_for() {
    let mut manual = sample();
    let title = |n: usize| plain(format!("Fila {n} {}", "larga ".repeat(200)));
    let heading =
        |n: usize| Block::Heading { level: 2, id: Some(format!("h{n}")), number: None, title: title(n), told: false };
    let control = manual.sections.iter().position(|section| section.kind == SectionKind::Control).expect("a page");
    manual.sections[control].blocks = (0..1500).map(heading).collect();
    let files = read(&manual);
    let (records, names) = (records(&files), at_hand(&files));
    let bytes: usize =
        (0..).map_while(|n| files.get(&format!("name{n}"))).map(|f| f.as_str().map_or(0, str::len)).sum();
    assert!(files.contains_key("name1") && bytes < 800 * 1024, "{bytes}");
    let is_page = |r: &Vec<String>| r.len() > 5 && r[1].is_empty();
    assert!(records.iter().enumerate().filter(|(_, r)| is_page(r)).all(|(n, _)| names.contains_key(&n)));
    let firsts = rising(files["words0"]["name"].as_str().expect("numbers"));
    assert_eq!(firsts.len(), (0..).take_while(|n| files.contains_key(&format!("name{n}"))).count());
}

#[test]
fn other_names_stand_after_what_they_name() {
    let files = read(&sample());
    let records = records(&files);
    let kinds = files["words0"]["kinds"].as_str().expect("kinds");
    let at = records.iter().position(|r| r[0] == "préstamo exprés").expect("the name to avoid");
    assert_eq!(records[at], ["préstamo exprés", "promete una rapidez que no controlamos"]);
    assert_eq!(&kinds[at - 2..=at], "ayz");
    assert_eq!(records[at - 2][4], "Microcrédito individual");
}

#[test]
fn what_is_avoided_or_left_out_says_so() {
    let list = |text: &str| vec![Block::Paragraph { content: plain(text) }];
    let style = crate::ir::ListStyle::Excluded;
    let mut manual = sample();
    manual.sections.retain(|section| section.kind == SectionKind::Control);
    manual.sections[0].blocks = vec![
        Block::Heading { level: 3, id: None, number: None, title: plain("No incluye"), told: false },
        Block::List { style, start: None, items: vec![list("compra de deudas")] },
        Block::Callout { tone: crate::ir::Tone::Warning, label: "No diga".into(), blocks: list("ya está aprobado") },
    ];
    let records = records(&read(&manual));
    let passages = &found(&records, "control.html#")[6..];
    assert!(passages.contains(&"No incluye: compra de deudas".to_owned()), "{passages:?}");
    assert!(passages.contains(&"No diga: ya está aprobado".to_owned()), "{passages:?}");
}

#[test]
fn any_text_comes_back_as_it_was() {
    for hostile in
        ["</script><script>alert(1)</script>", "\"];alert(1)//", "\u{2028}\u{2029}\\", "a\u{0}b\u{1F600}", "<!--"]
    {
        let mut manual = sample();
        manual.sections.retain(|section| section.kind == SectionKind::Control);
        let section = &mut manual.sections[0];
        section.title = format!("x{hostile}");
        section.blocks = vec![Block::Paragraph { content: plain(format!("y{hostile}")) }];
        manual.names = vec![Name {
            anchor: section.id.clone(),
            kind: NameKind::Term,
            synonyms: vec![hostile.into()],
            avoid: Vec::new(),
        }];
        for artifact in index(&manual).expect("the manual is indexed").artifacts {
            let text = String::from_utf8(artifact.bytes).expect("UTF-8");
            if !artifact.path.ends_with("engine.js") {
                assert!(!text.contains(['<', '\u{2028}', '\u{2029}', '\0']), "{hostile}: {text}");
            }
        }
        let records = records(&read(&manual));
        assert_eq!(records[0][4], format!("x{hostile}"));
        assert!(records[0].contains(&format!("y{hostile}")), "{:?}", records[0]);
        assert_eq!(records[1][0], hostile);
    }
}

#[test]
fn large_indexes_are_cut_and_small_ones_are_whole() {
    let mut manual = sample();
    let whole = read(&manual);
    assert!(whole.contains_key(&place("text", 0)) && !whole.contains_key(&place("at", 1)));
    let text = (0..15000).map(|n| format!("palabra{n}x")).collect::<Vec<_>>().join(" ");
    let heading = |n: usize| Block::Heading {
        level: 2,
        id: Some(format!("h{n}")),
        number: None,
        title: plain("Uno"),
        told: false,
    };
    let paragraph = |text: &str| Block::Paragraph { content: plain(text) };
    let rows = |n: usize| std::iter::once(heading(n)).chain((0..9).map(|_| paragraph(&"una fila ".repeat(200))));
    manual.sections[1].blocks = (0..4).flat_map(rows).collect();
    manual.sections[1].blocks.extend([heading(9), paragraph(&text)]);
    let files = read(&manual);
    let texts = records(&files);
    let rows: usize = texts.iter().find(|r| r[1] == "h0").expect("a place").iter().map(String::len).sum();
    assert!(rows < EXCERPTS + 100, "of a long list only the beginning is carried: {rows}");
    assert!(texts.iter().any(|r| r[1] == "h9" && r.contains(&text)), "a passage is never cut");
    assert!(files.contains_key(&place("at", 1)) && files.contains_key(&place("text", 1)));
    let words = files["words0"]["words"].as_str().expect("words").split(' ').count();
    let lists: usize =
        (0..).map_while(|n| files.get(&place("at", n))).map(|f| f.as_str().expect("a text").split(' ').count()).sum();
    assert_eq!(words, lists);
}

#[test]
fn a_language_without_endings_is_searched_by_its_words() {
    let mut manual = sample();
    manual.lang = "qu".into();
    let files = read(&manual);
    assert_eq!(files["words0"]["stop"], "");
    assert!(files["words0"]["words"].as_str().expect("words").contains("microcredito"));
}
