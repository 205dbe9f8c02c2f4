//! The same words in the same order, in the site and in print: every text of the composed manual is looked for in both.
//!
//! Compared is the text without markup, spaces, hyphens and places to break: those the page decides. The text of a PDF is what
//! poppler's `pdftotext` reads between the head and the foot of each page, in the order in which it was set.

mod words;

use std::collections::BTreeMap;
use std::process::Command;

use cartilla::ir::sample::sample;
use cartilla::ir::{Manual, Section, SectionKind};
use cartilla::render::html::{self, Site};
use cartilla::render::pdf;
use cartilla::theme::Theme;

use crate::support::{compiled, disk, repository, temporary};
use words::{Medium, Said, notes_of, said_in, sheets_of};

/// Text in the order of the page, of what stands between head and foot and beside the thumb index: points of an A4 page.
const BODY: [&str; 11] = ["-enc", "UTF-8", "-raw", "-x", "0", "-y", "70", "-W", "560", "-H", "712"];

/// Text as it is compared.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{200b}' | '\u{2010}')).collect()
}

/// The text of a page: what stands in `main`, without drawings, tags and entities.
fn text_of_page(html: &str) -> String {
    let (main, _) =
        html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("a page has a main");
    let (_, main) = main.split_once('>').expect("a tag ends");
    let mut text = String::new();
    let mut rest = main;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let end = if rest[open..].starts_with("<svg") { "</svg>" } else { ">" };
        let close = rest[open..].find(end).expect("every tag is closed");
        rest = &rest[open + close + end.len()..];
    }
    text.push_str(rest);
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    entities.into_iter().fold(text, |text, (entity, char)| text.replace(entity, char))
}

/// The pages of a manual by name, each as compared text.
fn pages(manual: &Manual) -> BTreeMap<String, String> {
    let artifacts =
        html::render(manual, &Site::default(), &Theme::built_in()).unwrap_or_else(|error| panic!("{error}"));
    let pages = artifacts.into_iter().filter(|artifact| artifact.path.ends_with(".html"));
    pages
        .map(|page| {
            let html = String::from_utf8(page.bytes).expect("a page is UTF-8");
            (page.path, squeezed(&text_of_page(&html)))
        })
        .collect()
}

/// The printed manual as compared text: what stands between head and foot, and the whole pages.
fn printed(manual: &Manual) -> [String; 2] {
    let folder = temporary();
    let file = folder.path().join("manual.pdf");
    let artifact = pdf::render(manual, &Theme::built_in()).unwrap_or_else(|error| panic!("{error}"));
    std::fs::write(&file, artifact.bytes).expect("the file is written");
    [&BODY[..], &BODY[..3]].map(|pages| {
        let told = Command::new("pdftotext").args(pages).arg(&file).arg("-").output();
        let told = told.unwrap_or_else(|error| panic!("pdftotext, of poppler-utils, is needed: {error}"));
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        squeezed(&String::from_utf8_lossy(&told.stdout))
    })
}

/// Looks for texts in a text, one after the other, and names what is not in its place.
fn in_order(said: &[Said], text: &str, place: &str) -> Vec<String> {
    let mut at = 0;
    let mut missing = Vec::new();
    for Said { section, kind, text: words } in said {
        let wanted = squeezed(words);
        match text[at..].find(&wanted) {
            Some(found) => at += found + wanted.len(),
            None => {
                let before: String = text[..at].chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
                missing.push(format!("{place}: {section}: {kind}: {words:?} is not after …{before}"));
            }
        }
    }
    missing
}

fn file_of(kind: SectionKind, id: &str) -> String {
    match kind {
        SectionKind::Cover => "index.html".to_owned(),
        _ => format!("{id}.html"),
    }
}

/// What the site and the printed manual lack.
fn missing(manual: &Manual) -> Vec<String> {
    let pages = pages(manual);
    let [printed, whole] = printed(manual);
    let mut missing = Vec::new();
    let views: Vec<&str> =
        manual.sections.iter().filter(|section| section.is_view()).flat_map(|section| section.anchors()).collect();
    let is_view = |section: &Section| views.contains(&section.id.as_str());
    for section in manual.all_sections() {
        // A family is a heading of the index, not a page.
        if section.kind == SectionKind::Family {
            continue;
        }
        let file = file_of(section.kind, &section.id);
        let page = pages.get(&file).unwrap_or_else(|| panic!("no page {file}"));
        missing.extend(in_order(&said_in(section, Medium::Site), page, &file));
        for note in notes_of(section) {
            let wanted = squeezed(&note);
            missing.extend((!page.contains(&wanted)).then(|| format!("{file}: no note {note:?}")));
            let lacks = !is_view(section) && !printed.contains(&wanted);
            missing.extend(lacks.then(|| format!("manual.pdf: no note {note:?}")));
        }
    }
    let on_paper = manual.all_sections().into_iter().filter(|section| !is_view(section));
    let all: Vec<Said> = on_paper.flat_map(|s| said_in(s, Medium::Print)).collect();
    assert!(all.len() > 300, "{} texts", all.len());
    missing.extend(in_order(&all, &printed, "manual.pdf"));
    let sheets: Vec<Said> = manual.all_sections().into_iter().flat_map(sheets_of).collect();
    missing.extend(in_order(&sheets, &whole, "manual.pdf, sheets"));
    missing
}

#[test]
fn the_sample_with_every_kind_says_the_same_in_both() {
    let missing = missing(&sample());
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn both_manuals_say_the_same_in_both() {
    for folder in ["manual", "tests/manuals/madrid-mayores"] {
        for manual in compiled(&disk(&repository(folder))).manuals {
            let missing = missing(&manual);
            assert!(missing.is_empty(), "{folder}, {}: {} texts\n{}", manual.lang, missing.len(), missing.join("\n"));
        }
    }
}

#[test]
fn what_is_not_said_or_not_in_its_place_is_found() {
    let said = |text: &str| Said { section: "s".into(), kind: "paragraph", text: text.into() };
    assert!(in_order(&[said("uno dos"), said("tres")], "unodostres", "x").is_empty());
    assert_eq!(in_order(&[said("tres"), said("uno dos")], "unodostres", "x").len(), 1);
    assert_eq!(in_order(&[said("cuatro")], "unodostres", "x").len(), 1);
    assert_eq!(text_of_page("<a>no</a><main id=\"_main\"><p>s&#x27;í<svg><text>no</text></svg></p></main>"), "s'í");
}
