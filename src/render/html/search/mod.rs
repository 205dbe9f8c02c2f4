//! The search of the site: an index as scripts, and the engine that reads them.
//!
//! A page opened from a folder may fetch nothing, but it may load scripts of its own folder. So the index is scripts: the
//! vocabulary with its stems and endings (`words.js`), the names of entries (`name0.js` …) and which words stand in them (`call0.js`),
//! where each word stands (`at0.js` …), and the texts that are shown (`text0.js` …). All but the first are one string each: a phone's
//! browser reads a string of 24 kB in no time, and a list of lists in some milliseconds. A reader whose search opens loads the vocabulary
//! and the names, of which first results are made; then only what the words and the results need. All stand in a folder named by
//! their content, so that a cache never mixes two editions. Themes have the field and the list; what is found and in which order is
//! decided here.

mod names;
mod places;
mod stem;
#[cfg(test)]
mod tests;
mod vocabulary;
mod words;

use serde_json::json;

use super::{Artifact, RenderError};
use crate::ir::{Manual, NameKind};
use names::Names;
use places::Places;
use stem::Tongue;
use vocabulary::{Field, Vocabulary, Word, numbers, row};

const ENGINE: &str = include_str!("engine.js");

/// A file of the index is closed once it has so many bytes: little to load for one word, and few files.
const FILE: usize = 24 * 1024;

/// So many bytes of a place's passages travel with it, to show one of them.
const EXCERPTS: usize = 8 * 1024;

/// Names all come, and what each file costs a phone's browser is much the same: few, that still leave it time for a key between two.
const NAMES: usize = 128 * 1024;

/// The index of a manual, as files.
pub struct Index {
    /// Where the files are, with `/` at the end.
    pub folder: String,
    pub artifacts: Vec<Artifact>,
}

pub fn index(manual: &Manual) -> Result<Index, RenderError> {
    let places = Places::of(manual)?;
    let tongue = Tongue::of(&manual.lang);
    let mut vocabulary = Vocabulary::default();
    let mut texts = Files::new("text", "\n", FILE);
    let mut names = Names::default();
    let mut of_service = false;
    // The kind of every record as a letter; other names are records of their own, after their place.
    let mut kinds = String::new();
    let mut first_of_page = Vec::new();
    let mut page = None;
    for place in &places.all {
        if page != Some(place.page) {
            first_of_page.push(kinds.len());
            page = Some(place.page);
            of_service = place.kind == NameKind::Service;
        }
        let record = kinds.len();
        kinds.push(letter(place.kind));
        vocabulary.title(&tongue, record, &place.title);
        if let Some(code) = place.code {
            vocabulary.add(&tongue, record, code, Field::Whole);
        }
        for text in place.passages.iter().chain(&place.within) {
            vocabulary.add(&tongue, record, text, Field::Body);
        }
        let page = &places.pages[place.page];
        names.place(record, place, page, of_service);
        let mut text = vec![
            json!(page.file),
            json!(place.anchor.unwrap_or_default()),
            json!(page.title),
            json!(place.code.unwrap_or_default()),
            json!(place.title),
            json!(place.within.as_deref().unwrap_or_default()),
        ];
        text.extend(shown(&place.passages).map(|passage| json!(passage)));
        texts.push(record, json!(text).to_string());
        for (name, avoid, why) in other_names(place) {
            let record = kinds.len();
            kinds.push(if avoid { AVOID } else { SYNONYM });
            vocabulary.title(&tongue, record, name);
            names.other(record, name, why.unwrap_or_default());
            texts.push(record, json!([name, why.unwrap_or_default()]).to_string());
        }
    }
    let words = vocabulary.words(&tongue);
    let places_of = |test: fn(&Word) -> bool| (0..words.len()).filter(|at| test(&words[*at])).collect::<Vec<_>>();
    let odd = places_of(|word| word.other.is_some());
    let tildes = places_of(|word| word.key.contains('ñ'));
    let spaced = |list: Vec<&str>| list.join(" ");
    let mut postings = Files::new("at", " ", FILE);
    for (at, word) in words.iter().enumerate() {
        postings.push(at, word.places.clone());
    }
    let names = names.chosen();
    let entries: Vec<usize> = names.iter().map(|(record, _)| *record).collect();
    let calls: Vec<String> = words.iter().map(|word| word.called(&entries)).collect();
    let mut lines = Files::new("name", "\n", NAMES);
    names.into_iter().enumerate().for_each(|(at, (_, line))| lines.push(at, line));
    let labels: Vec<&str> = NameKind::ALL.iter().map(|kind| kind.label(&manual.labels.search)).collect();
    let root = json!({
        "labels": labels,
        "kinds": kinds,
        "pages": numbers(&first_of_page),
        "stop": tongue.stop(),
        "words": spaced(words.iter().map(|word| word.key.as_str()).collect()),
        "stems": row(words.iter().map(|word| word.stem)),
        "endings": vocabulary::endings(&words),
        "odd": numbers(&odd),
        "others": spaced(words.iter().filter_map(|word| word.other.as_deref()).collect()),
        "tildes": numbers(&tildes),
        "entries": numbers(&entries),
        "name": numbers(&lines.firsts),
        "at": numbers(&postings.firsts),
        "text": numbers(&texts.firsts),
    });
    let mut files = vec![
        ("words.js".to_owned(), script("words", 0, &root.to_string())),
        ("call0.js".to_owned(), script("call", 0, &json!(calls.join(" ")).to_string())),
    ];
    files.extend(lines.scripts());
    files.extend(postings.scripts());
    files.extend(texts.scripts());
    files.push(("engine.js".to_owned(), ENGINE.to_owned()));
    let folder = format!("search/{}/", fingerprint(&files));
    let artifact =
        |(name, text): (String, String)| Artifact { path: format!("{folder}{name}"), bytes: text.into_bytes() };
    let artifacts = files.into_iter().map(artifact).collect();
    Ok(Index { folder, artifacts })
}

/// The passages from which a result shows one. Every word of a place is found; of a list of a thousand rows only those at its
/// beginning can stand beside the result, or a phone would load and read the whole list to show a line.
fn shown(passages: &[String]) -> impl Iterator<Item = &String> {
    let mut bytes = 0;
    passages.iter().take_while(move |passage| {
        let first = bytes == 0;
        bytes += passage.len();
        first || bytes <= EXCERPTS
    })
}

const SYNONYM: char = 'y';
const AVOID: char = 'z';

fn letter(kind: NameKind) -> char {
    let at = NameKind::ALL.iter().position(|known| *known == kind).unwrap_or(NameKind::ALL.len() - 1);
    ('a'..=NameKind::LAST).nth(at).unwrap_or(NameKind::LAST)
}

impl NameKind {
    const LAST: char = 'p';
}

/// The names of a place beside its title: which, whether it is to be avoided, and why.
fn other_names<'a>(place: &places::Place<'a>) -> impl Iterator<Item = (&'a str, bool, Option<&'a str>)> {
    let synonyms = place.name.into_iter().flat_map(|name| name.synonyms.iter().map(|s| (s.as_str(), false, None)));
    let avoid = place.name.into_iter().flat_map(|name| &name.avoid);
    synonyms.chain(avoid.map(|avoid| (avoid.term.as_str(), true, avoid.why.as_deref())))
}

/// Items in order, cut into files of about the same size.
struct Files {
    stem: &'static str,
    /// What stands between two items.
    between: &'static str,
    /// A file is closed once it has so many bytes.
    full: usize,
    /// The first item of each file.
    firsts: Vec<usize>,
    bodies: Vec<String>,
}

impl Files {
    fn new(stem: &'static str, between: &'static str, full: usize) -> Files {
        Files { stem, between, full, firsts: Vec::new(), bodies: Vec::new() }
    }

    fn push(&mut self, at: usize, item: String) {
        match self.bodies.last_mut() {
            Some(body) if body.len() < self.full => {
                body.push_str(self.between);
                body.push_str(&item);
            }
            _ => {
                self.firsts.push(at);
                self.bodies.push(item);
            }
        }
    }

    fn scripts(self) -> impl Iterator<Item = (String, String)> {
        let stem = self.stem;
        let file = move |(n, body)| (format!("{stem}{n}.js"), script(stem, n, &json!(body).to_string()));
        self.bodies.into_iter().enumerate().map(file)
    }
}

/// Data as a script that hands it over. JSON is an expression of the language; what an old reader or a careless page could take
/// for an end of line or for markup is escaped all the same.
fn script(name: &str, n: usize, json: &str) -> String {
    let json = json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    format!("cartillaSearch(\"{name}\",{n},{json});\n")
}

/// A name for these files: FNV-1a of their names and bytes, in letters. It tells editions apart and guards nothing.
fn fingerprint(files: &[(String, String)]) -> String {
    let bytes = files.iter().flat_map(|(name, text)| name.bytes().chain(text.bytes()));
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash.to_le_bytes().iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|half| char::from(b'a' + half)).collect()
}
