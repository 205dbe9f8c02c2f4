//! Glossary terms where they are read: the first use on a page leads to the definition, which also stands at the page's end,
//! so that a script can show it in place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use tera::Value;

use super::inline::{escape_words, title_of};
use super::page::Writer;
use super::{RenderError, context, map, markup};
use crate::ir::{Block, Manual, Section};

/// The section that defines terms.
const GLOSSARY: &str = "glossary";

/// The terms of a manual, by the first word of each way to write them.
#[derive(Default)]
pub struct Terms<'a> {
    all: Vec<Term<'a>>,
    /// First word, in lower case → the ways to write a term that begin with it: their words and the term's place in `all`.
    written: BTreeMap<String, Vec<(Vec<String>, usize)>>,
}

struct Term<'a> {
    anchor: &'a str,
    name: String,
    definition: &'a Block,
}

impl<'a> Terms<'a> {
    pub fn of(manual: &'a Manual) -> Self {
        let mut terms = Terms::default();
        let glossary = manual.sections.iter().find(|section| section.id == GLOSSARY);
        for block in glossary.map_or(&[][..], |section: &Section| &section.blocks) {
            let Block::Definitions { items } = block else { continue };
            for item in items {
                let (Some(anchor), Some(definition @ Block::Paragraph { .. })) = (&item.id, item.blocks.first()) else {
                    continue;
                };
                terms.add(anchor, title_of(&item.term), definition);
            }
        }
        // The longest way first: «crédito agrícola» before «crédito».
        terms
            .written
            .values_mut()
            .for_each(|ways| ways.sort_by_key(|(words, place)| (usize::MAX - words.len(), *place)));
        terms
    }

    fn add(&mut self, anchor: &'a str, name: String, definition: &'a Block) {
        let place = self.all.len();
        // «Tasa efectiva anual (TEA)» is written in both ways.
        let (long, short) = name.split_once('(').map_or((name.as_str(), None), |(long, rest)| {
            (long, rest.split(')').next().filter(|short| short.chars().all(char::is_uppercase)))
        });
        for way in std::iter::once(long).chain(short) {
            let words: Vec<String> = words(way).map(|range| way[range].to_lowercase()).collect();
            if let Some(first) = words.first() {
                self.written.entry(first.clone()).or_default().push((words, place));
            }
        }
        self.all.push(Term { anchor, name, definition });
    }

    /// The first term at these words of the text that is not among those already explained, with the number of its words.
    fn at(&self, text: &str, words: &[Range<usize>], explained: &BTreeSet<usize>) -> Option<(usize, usize)> {
        let first = text[words.first()?.clone()].to_lowercase();
        singulars(&first).iter().filter_map(|first| self.written.get(*first)).flatten().find_map(|(way, place)| {
            let is_same = |(written, word): (&String, &Range<usize>)| {
                let found = text[word.clone()].to_lowercase();
                singulars(&found).contains(&written.as_str())
            };
            // The words stand beside each other: nothing but one blank between them.
            let close =
                words.iter().zip(words.iter().skip(1)).take(way.len() - 1).all(|(a, b)| &text[a.end..b.start] == " ");
            let fits = way.len() <= words.len() && close && way.iter().zip(words).all(is_same);
            (fits && !explained.contains(place)).then_some((*place, way.len()))
        })
    }
}

/// A word as it stands, and as it would be without the ending of a plural.
fn singulars(word: &str) -> Vec<&str> {
    let mut out = vec![word];
    out.extend(word.strip_suffix('s').filter(|rest| rest.len() > 2));
    out.extend(word.strip_suffix("es").filter(|rest| rest.len() > 2));
    out
}

/// Where the words of a text stand.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let is_word = |c: char| c.is_alphanumeric();
        let start = rest + text[rest..].find(is_word)?;
        let end = text[start..].find(|c| !is_word(c)).map_or(text.len(), |length| start + length);
        rest = end;
        Some(start..end)
    })
}

impl Writer<'_> {
    /// A text of a paragraph, with the first use of each term marked.
    pub fn explained(&mut self, text: &str, out: &mut String) -> Result<(), RenderError> {
        let book = self.book;
        let words: Vec<Range<usize>> = words(text).collect();
        let (mut written, mut at) = (0, 0);
        while at < words.len() {
            let Some((place, length)) = book.terms.at(text, &words[at..], &self.explained) else {
                at += 1;
                continue;
            };
            let (start, end) = (words[at].start, words[at + length - 1].end);
            let href = book.addresses.to(book.terms.all[place].anchor, &self.page)?;
            // The glossary explains itself.
            if href.starts_with('#') {
                at += length;
                continue;
            }
            out.push_str(&escape_words(&text[written..start]));
            let context = context([
                ("href", href.into()),
                ("explanation", explanation(book.terms.all[place].anchor).into()),
                ("text", text[start..end].into()),
            ]);
            out.push_str(&book.template("inline/term.html", &context)?);
            self.explained.insert(place);
            (written, at) = (end, at + length);
        }
        out.push_str(&escape_words(&text[written..]));
        Ok(())
    }

    /// The terms that were marked on this page, by name, each with its definition.
    pub fn explanations(&mut self) -> Result<Value, RenderError> {
        let book = self.book;
        let mut list = Vec::new();
        for place in std::mem::take(&mut self.explained) {
            let Term { anchor, name, definition } = &book.terms.all[place];
            let Block::Paragraph { content } = definition else { continue };
            let href = book.addresses.to(anchor, &self.page)?;
            let definition = self.inlines(content)?;
            list.push(map([
                ("id", explanation(anchor).into()),
                ("href", href.into()),
                ("name", name.as_str().into()),
                ("definition", markup(&definition)),
            ]));
        }
        Ok(list.into())
    }
}

/// The id of an explanation on a page; anchors of a manual never begin with `_`.
fn explanation(anchor: &str) -> String {
    format!("_{anchor}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::sample::sample;
    use crate::ir::{Definition, plain};

    fn terms<'a>(definitions: &'a [Block]) -> Terms<'a> {
        let mut terms = Terms::default();
        for (place, block) in definitions.iter().enumerate() {
            let name = ["Cuenta de ahorro", "Cuenta", "Tasa efectiva anual (TEA)", "Reclamo"][place];
            terms.add("x", name.to_owned(), block);
        }
        terms.written.values_mut().for_each(|ways| ways.sort_by_key(|(words, _)| usize::MAX - words.len()));
        terms
    }

    fn found(terms: &Terms<'_>, text: &str) -> Vec<(usize, usize)> {
        let words: Vec<Range<usize>> = words(text).collect();
        (0..words.len()).filter_map(|at| terms.at(text, &words[at..], &BTreeSet::new())).collect()
    }

    #[test]
    fn terms_are_found_as_whole_words_in_singular_and_plural_and_the_longest_first() {
        let blocks = vec![Block::Rule; 4];
        let terms = terms(&blocks);
        assert_eq!(found(&terms, "Abra una cuenta de ahorro."), [(0, 3)]);
        assert_eq!(found(&terms, "las cuentas de ahorro y la TEA"), [(0, 3), (2, 1)]);
        assert_eq!(found(&terms, "cuenta, de ahorro"), [(1, 1)]);
        assert_eq!(found(&terms, "los reclamos, recuento, reclamodos"), [(3, 1)]);
        assert_eq!(found(&terms, ""), []);
    }

    #[test]
    fn a_page_marks_the_first_use_and_explains_it_at_its_end() {
        let mut manual = sample();
        let item = Definition {
            id: Some("term-valle".into()),
            term: plain("Valle"),
            blocks: vec![Block::Paragraph { content: plain("Tierra <llana> entre montes.") }],
        };
        let mut section = manual.sections[2].clone();
        (section.id, section.sections) = (GLOSSARY.into(), Vec::new());
        section.blocks = vec![Block::Definitions { items: vec![item] }];
        let mut page = section.clone();
        page.id = "explicado".into();
        page.blocks = vec![Block::Paragraph { content: plain("El valle y otro valle.") }];
        manual.sections.retain(|section| section.id != GLOSSARY);
        manual.sections.extend([section, page]);
        let artifacts = super::super::render(&manual, &super::super::Site::default(), &crate::theme::Theme::built_in());
        let artifacts = artifacts.expect("the manual renders");
        let html = artifacts.iter().find(|artifact| artifact.path == "explicado.html").expect("the page is there");
        let html = String::from_utf8(html.bytes.clone()).expect("UTF-8");
        assert_eq!(html.matches("class=\"term\"").count(), 1);
        assert!(html.contains("href=\"glossary.html#term-valle\""));
        assert!(html.contains("Tierra &lt;llana&gt; entre montes."));
    }
}
