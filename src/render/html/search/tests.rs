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

#[test]
fn the_names_of_pages_stand_together_and_the_commonest_words_come_first() {
    let mut manual = sample();
    manual.sections.iter_mut().for_each(|section| section.title = "Ñandú verde".into());
    let files = read(&manual);
    let records = records(&files);
    let pages: Vec<&Vec<String>> = records.iter().filter(|r| r.len() > 5 && r[1].is_empty()).collect();
    let names = files["pages0"].as_str().expect("a text");
    let names: Vec<[String; 4]> =
        names.split('\n').map(|line| serde_json::from_str(line).expect("four texts")).collect();
    let whole: Vec<[&String; 4]> = pages.iter().map(|r| [&r[0], &r[3], &r[4], &r[5]]).collect();
    assert_eq!(names.iter().map(|name| name.each_ref()).collect::<Vec<_>>(), whole);
    let root = &files["words0"];
    let words: Vec<&str> = root["words"].as_str().expect("words").split(' ').collect();
    let place = words.iter().position(|word| *word == "ñandu").expect("the word");
    assert!(root["often"].as_str().expect("numbers").contains(&row(std::iter::once(place))));
    assert_eq!(
        root["tildes"],
        numbers(&words.iter().enumerate().filter(|(_, w)| w.contains('ñ')).map(|(n, _)| n).collect::<Vec<_>>())
    );
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
        Block::Heading { level: 3, id: None, number: None, title: plain("No incluye") },
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
    let heading = |n: usize| Block::Heading { level: 2, id: Some(format!("h{n}")), number: None, title: plain("Uno") };
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
