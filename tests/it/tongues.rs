//! A manual in languages that the program does not speak, from its files to its pages.

use crate::support::compiled;
use cartilla::Compiled;
use cartilla::load::Memory;
use cartilla::render::edition::{Formats, render};
use std::collections::BTreeMap;

const MANUAL: &str = "=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual de atención, code: MA-1 }
languages: { default: es-PE, others: [ca, ar] }
=== roles.yaml
caja: { name: Caja }
=== roles.ca.yaml
caja: { name: Caixa }
=== services/giros.md
---
code: GI-1
name: Giros
offering: { summary: Sin esperas }
---
Se responde lo antes posible.
=== services/giros.ca.md
---
name: Girs
---
Se responde lo antes posible a la botiga.
=== services/giros.ar.md
---
name: حوالات
offering: { summary: بلا انتظار }
---
يوقّع العميل.
";

fn read(text: &str) -> Compiled {
    compiled(&Memory::parse(text, "manual.yaml"))
}

fn pages(compiled: &Compiled) -> BTreeMap<String, String> {
    let files = render(&compiled.manuals, Formats::Html, &compiled.theme, None, &|_| None);
    let files = files.unwrap_or_else(|error| panic!("{error}"));
    files.into_iter().filter_map(|file| Some((file.path, String::from_utf8(file.bytes).ok()?))).collect()
}

/// The findings of a code, by file.
fn found(compiled: &Compiled, code: &str) -> Vec<String> {
    let findings = compiled.findings.iter().filter(|finding| finding.code() == code);
    findings.map(|finding| compiled.sources.get(finding.span.file).path.clone()).collect()
}

#[test]
fn each_language_has_its_pages_with_a_switcher_that_stays_on_the_page() {
    let compiled = read(MANUAL);
    let pages = pages(&compiled);
    let (spanish, catalan, arabic) =
        (&pages["service-giros.html"], &pages["ca/service-giros.html"], &pages["ar/service-giros.html"]);
    assert!(spanish.contains("<html lang=\"es\">"), "nothing is added where the program speaks the language");
    assert!(catalan.contains("<html lang=\"ca\" data-words=\"es\">"));
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\" data-words=\"es\">"));
    let link = |page: &str, href: &str, tag: &str, name: &str| {
        let link = format!("<a href=\"{href}\" hreflang=\"{tag}\" lang=\"{tag}\">{name}</a>");
        assert!(page.contains(&link), "no {link}");
    };
    link(spanish, "ca/service-giros.html", "ca", "Català");
    link(catalan, "../ar/service-giros.html", "ar", "العربية");
    link(arabic, "../service-giros.html", "es", "Español");
    assert!(
        catalan.contains("<a class=\"skip\" href=\"#_main\" lang=\"es\">"),
        "words of the program say their language"
    );
    assert!(catalan.contains("<span lang=\"es\">Sin esperas</span>"), "what is not translated says its language");
    assert!(catalan.contains("Aquí hay pasajes en español"), "and the reader is told");
    assert!(pages["ar/roles.html"].contains("<span lang=\"es\" dir=\"ltr\">Caja</span>"), "with its direction");
    let of_search = |folder: &str| -> String {
        pages.iter().filter(|(path, _)| path.starts_with(folder)).map(|(_, text)| text.as_str()).collect()
    };
    assert!(of_search("ca/search/").contains("botiga") && !of_search("search/").contains("botiga"));
}

#[test]
fn a_translation_into_any_language_is_missed_compared_and_not_read_for_its_words() {
    let compiled = read(MANUAL);
    assert_eq!(found(&compiled, "E025"), Vec::<String>::new());
    assert_eq!(found(&compiled, "I718").len(), 2, "of the manifest in both, and of the roles in Arabic");
    assert_eq!(found(&compiled, "I726"), ["services/giros.md"]);
    assert_eq!(found(&compiled, "W901"), ["services/giros.md"], "and not in Catalan, where the same words stand");
    let other = read(&MANUAL.replace("name: Girs\n", "name: Girs\ncode: GI-2\n"));
    assert_eq!(found(&other, "E048"), Vec::<String>::new(), "a code is no value");
    let stale = read(&MANUAL.replace("name: Girs\n", "name: Girs\ntranslated: { on: 2026-01-05, of: \"00000000\" }\n"));
    assert_eq!(found(&stale, "I725"), ["services/giros.ca.md"]);
    assert!(pages(&stale)["ca/service-giros.html"].contains("Esta traducción puede ser más antigua que el original."));
}

#[test]
fn the_original_may_be_in_any_language() {
    let text = MANUAL.replace("default: es-PE, others: [ca, ar]", "default: ca, others: [es]");
    let text = text.replace(".ca.", ".es.").replace("giros.ar.md", "giros.pt.md");
    let compiled = read(&text);
    let pages = pages(&compiled);
    assert!(pages["index.html"].contains("<html lang=\"ca\" data-words=\"es\">"));
    assert!(pages["es/service-giros.html"].contains("<html lang=\"es\">"));
    assert!(pages["es/service-giros.html"].contains("<span lang=\"ca\">Sin esperas</span>"));
    assert_eq!(found(&compiled, "W901"), ["services/giros.es.md"]);
}
