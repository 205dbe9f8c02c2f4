//! Raw HTML is text, unless the manifest allows it; then the harmless part of it reads as Markdown does, and nothing of it runs.

use cartilla::render::html::{self, Site};
use cartilla::theme::Theme;

use crate::support::{compiled_from, original};

const ADDED: &str =
    "\n<p onclick=\"alert(1)\">Pida el <b>turno</b><script>alert(2)</script></p>\n\nUna línea con <i>acento</i>.\n";

/// The page of a chapter to which HTML was added, of a manual with this line in its manifest.
fn page(line: &str) -> String {
    let mut manual = original();
    manual.get_mut("chapters/bienvenida.md").expect("the chapter is there").extend_from_slice(ADDED.as_bytes());
    manual.get_mut("manual.yaml").expect("the manifest is there").extend_from_slice(line.as_bytes());
    let compiled = compiled_from(manual);
    assert!(compiled.findings.is_empty(), "{}", crate::support::told(&compiled));
    let artifacts = html::render(&compiled.manuals[0], &Site::default(), &Theme::built_in());
    let pages = artifacts.unwrap_or_else(|error| panic!("{error}"));
    let page = pages.into_iter().find(|page| String::from_utf8_lossy(&page.bytes).contains("Pida el"));
    String::from_utf8(page.expect("a page has the words").bytes).expect("a page is UTF-8")
}

#[test]
fn raw_html_is_text() {
    for line in ["", "raw_html: text\n"] {
        let page = page(line);
        assert!(page.contains("&lt;p onclick"), "{line}");
        assert!(page.contains("con &lt;i&gt;acento&lt;"), "{line}");
    }
}

#[test]
fn raw_html_that_is_allowed_is_sanitised() {
    let page = page("raw_html: sanitized\n");
    assert!(page.contains("Pida el <strong>turno</strong>"));
    assert!(page.contains("con <em>acento</em>"));
    for dropped in ["onclick", "alert(1)", "alert(2)"] {
        assert!(!page.contains(dropped), "{dropped}");
    }
}
