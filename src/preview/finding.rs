//! Findings as they are shown: told in a language, with the pages that they belong to.

use super::editor::Editor;
use crate::Compiled;
use crate::diag::{Diagnostic, Severity};
use crate::ir::Manual;
use crate::lang::{Lang, Tongue};
use crate::parse::kind::Kind;
use crate::render::edition::folder_of;
use std::collections::BTreeMap;
use std::path::Path;

/// The longest line of the manual that is shown with a finding, in characters.
const LINE: usize = 160;

/// A finding, told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    pub code: &'static str,
    pub message: String,
    pub help: String,
    pub notes: Vec<String>,
    /// Relative to the manual.
    pub file: String,
    pub line: usize,
    pub column: usize,
    /// The line of the manual: before, in and behind the place.
    pub excerpt: Option<[String; 3]>,
    /// What opens the editor there.
    pub editor: Option<String>,
    /// Where the manual says what this is about, in each language: `en/service-a.html#indicator-b`. None is the front.
    pub places: Vec<String>,
}

impl Finding {
    /// Whether the finding belongs to a page.
    pub fn is_on(&self, page: &str) -> bool {
        self.places.iter().any(|place| page_of(place) == page)
    }

    /// Whether it keeps something from being read.
    pub fn is_unreadable(&self) -> bool {
        self.severity == Severity::Error && self.code.starts_with('E')
    }
}

/// The page of a place.
pub fn page_of(place: &str) -> &str {
    place.split('#').next().unwrap_or(place)
}

/// Tells the findings of a compilation. `manuals` are those whose pages are shown, which may be older.
pub fn tell(compiled: &Compiled, manuals: &[Manual], root: &Path, editor: &Editor, lang: Lang) -> Vec<Finding> {
    let map = Map::of(manuals);
    compiled.findings.iter().map(|finding| one(compiled, finding, &map, root, editor, lang)).collect()
}

fn one(compiled: &Compiled, finding: &Diagnostic, map: &Map<'_>, root: &Path, editor: &Editor, lang: Lang) -> Finding {
    let source = compiled.sources.get(finding.span.file);
    let start = compiled.sources.start(finding.span);
    // What is said of a whole file, or of one that is not there, has no line to show.
    let whole = finding.span.start == 0 && finding.span.end == 0;
    Finding {
        severity: finding.severity,
        code: finding.code(),
        message: finding.message(lang),
        help: finding.help_text(lang),
        notes: finding.notes.iter().map(|note| note.text(lang)).collect(),
        file: source.path.clone(),
        line: start.line,
        column: start.column,
        excerpt: if whole { None } else { excerpt(&source.text, finding.span.range()) },
        editor: editor.link(&root.join(&source.path), start.line, start.column),
        places: map.places(finding.subject.as_deref(), &source.path),
    }
}

/// The first line of a range, in three parts, cut where it is long.
fn excerpt(text: &str, range: std::ops::Range<usize>) -> Option<[String; 3]> {
    let marked = text.get(range.clone())?;
    let marked = marked.split(['\n', '\r']).next().unwrap_or_default();
    let before = text[..range.start].rsplit('\n').next().unwrap_or_default().trim_start();
    let after = text[range.start + marked.len()..].split(['\n', '\r']).next().unwrap_or_default().trim_end();
    let cut = |text: &str, most: usize| -> String {
        match text.char_indices().nth(most) {
            Some((at, _)) => format!("{}…", &text[..at]),
            None => text.to_owned(),
        }
    };
    let from = before.chars().count().saturating_sub(LINE / 3);
    let kept: String = before.chars().skip(from).collect();
    let before = if from > 0 { format!("…{kept}") } else { kept };
    let marked = cut(marked, LINE);
    let after = cut(after, LINE.saturating_sub(before.chars().count() + marked.chars().count()));
    Some([before, marked, after])
}

/// Where everything is in the pages that are shown.
struct Map<'a> {
    sites: Vec<Places<'a>>,
}

struct Places<'a> {
    lang: &'a str,
    folder: String,
    /// The address of every anchor.
    anchors: BTreeMap<String, String>,
    /// The page that holds most entries of a kind.
    registers: BTreeMap<Kind, String>,
}

impl<'a> Map<'a> {
    fn of(manuals: &'a [Manual]) -> Map<'a> {
        let sites = manuals.iter().enumerate().map(|(place, manual)| {
            let anchors = manual.places();
            let registers = Kind::ALL.into_iter().filter_map(|kind| Some((kind, register(kind, &anchors)?))).collect();
            Places { lang: &manual.lang, folder: folder_of(place, manual), anchors, registers }
        });
        Map { sites: sites.collect() }
    }

    /// The places that a finding belongs to: those of its entry, else of the file's, else the page of the file's kind.
    fn places(&self, subject: Option<&str>, path: &str) -> Vec<String> {
        let written = Written::of(path);
        let entry = subject.and_then(|subject| subject.split_once('/'));
        let entry = entry.and_then(|(kind, id)| Some(anchor(Kind::from_name(kind)?, id)));
        let entries = [entry, written.entry()];
        // What is wrong with a translation concerns its readers, if their pages are there.
        let own = |site: &Places<'_>| written.lang.is_some_and(|lang| lang.code() == site.lang);
        let translated = self.sites.iter().any(own);
        let sites = self.sites.iter().filter(|site| !translated || own(site));
        let of = |site: &Places<'_>| {
            let known = entries.iter().flatten().find_map(|anchor| site.anchors.get(anchor));
            let place = known.or_else(|| site.registers.get(&written.kind?));
            format!("{}{}", site.folder, place.map_or("index.html", String::as_str))
        };
        sites.map(of).collect()
    }
}

fn anchor(kind: Kind, id: &str) -> String {
    format!("{}-{id}", kind.anchor())
}

/// The page with the most anchors of a kind.
fn register(kind: Kind, anchors: &BTreeMap<String, String>) -> Option<String> {
    let prefix = anchor(kind, "");
    let mut pages: BTreeMap<&str, usize> = BTreeMap::new();
    for place in anchors.range(prefix.clone()..).take_while(|(anchor, _)| anchor.starts_with(&prefix)) {
        *pages.entry(page_of(place.1)).or_default() += 1;
    }
    // Services are pages of their own: no one of them stands for all.
    let page = pages.into_iter().max_by_key(|(_, n)| *n).filter(|(_, n)| *n > 1)?.0;
    Some(page.to_owned())
}

/// What the path of a file says of what is in it.
struct Written<'a> {
    kind: Option<Kind>,
    id: Option<&'a str>,
    lang: Option<Tongue>,
}

impl Written<'_> {
    fn of(path: &str) -> Written<'_> {
        let stem = path.strip_suffix(".md").or_else(|| path.strip_suffix(".yaml")).unwrap_or(path);
        let tag = stem.rsplit_once('.');
        let lang = tag.and_then(|(_, tag)| Tongue::of_name(tag));
        let stem = tag.filter(|_| lang.is_some()).map_or(stem, |(stem, _)| stem);
        match stem.split_once('/') {
            Some((kind, id)) => Written { kind: Kind::from_name(kind), id: id.rsplit('/').next(), lang },
            None => Written { kind: Kind::from_name(stem), id: None, lang },
        }
    }

    fn entry(&self) -> Option<String> {
        Some(anchor(self.kind?, self.id?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map() -> Map<'static> {
        let anchors = |_: &str| -> BTreeMap<String, String> {
            [
                ("_cover", "index.html"),
                ("service-caja", "service-caja.html"),
                ("service-visita", "service-visita.html"),
                ("commitment-pronto", "service-caja.html#commitment-pronto"),
                ("indicators", "indicators.html"),
                ("indicator-espera", "indicators.html#indicator-espera"),
                ("indicator-trato", "indicators.html#indicator-trato"),
                ("indicator-caja", "service-caja.html#indicator-caja"),
            ]
            .map(|(anchor, place)| (anchor.to_owned(), place.to_owned()))
            .into()
        };
        let site = |lang: &'static str, folder: &str| {
            let anchors = anchors(lang);
            let registers = Kind::ALL.into_iter().filter_map(|kind| Some((kind, register(kind, &anchors)?))).collect();
            Places { lang, folder: folder.to_owned(), anchors, registers }
        };
        Map { sites: vec![site("es", ""), site("en", "en/")] }
    }

    #[test]
    fn findings_belong_where_their_entry_is_else_where_their_file_is() {
        let map = map();
        for (subject, file, place) in [
            (Some("services/caja"), "services/caja.md", "service-caja.html"),
            (Some("commitments/pronto"), "services/caja.md", "service-caja.html#commitment-pronto"),
            (Some("indicators/trato"), "indicators.yaml", "indicators.html#indicator-trato"),
            (Some("indicators/nuevo"), "services/caja.md", "service-caja.html"),
            (Some("indicators/nuevo"), "indicators.yaml", "indicators.html"),
            (None, "services/visita.md", "service-visita.html"),
            (None, "indicators/trato.yaml", "indicators.html#indicator-trato"),
            (None, "services/nuevo.md", "index.html"),
            (None, "manual.yaml", "index.html"),
            (None, "theme/html/site.css", "index.html"),
            (Some("nonsense"), "a/b/c", "index.html"),
        ] {
            let expected = [place.to_owned(), format!("en/{place}")];
            assert_eq!(map.places(subject, file), expected, "{subject:?} {file}");
        }
    }

    #[test]
    fn a_translations_findings_are_its_readers() {
        assert_eq!(map().places(None, "services/caja.en.md"), ["en/service-caja.html"]);
        assert_eq!(map().places(None, "indicators.en.yaml"), ["en/indicators.html"]);
        let everywhere = ["service-caja.html", "en/service-caja.html"];
        assert_eq!(map().places(None, "services/caja.pt.md"), everywhere, "nobody reads that language here");
        assert!(Map::of(&[]).places(None, "manual.yaml").is_empty());
    }

    #[test]
    fn a_line_is_shown_in_three_parts() {
        let text = "a: 1\r\n  b: 'dos' # x\r\nc: 3\n";
        let at = text.find("'dos'").expect("in the text");
        assert_eq!(excerpt(text, at..at + 5), Some(["b: ".into(), "'dos'".into(), " # x".into()]));
        let several = excerpt(text, at..text.len()).expect("a range of the text");
        assert_eq!(several, ["b: ", "'dos' # x", ""]);
        assert_eq!(excerpt(text, 2..999), None);
        let long = format!("{}ñ{}", "á".repeat(500), "é".repeat(500));
        let [before, marked, after] = excerpt(&long, 1000..1002).expect("a range of the text");
        assert!(before.starts_with('…') && marked == "ñ" && after.ends_with('…'));
        assert!(before.chars().count() + after.chars().count() <= LINE + 4);
    }
}
