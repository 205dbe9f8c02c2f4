//! The part of a sentence that says one thing: between commas and the words that join what is said.

use crate::check::prose::{self, Passage};
use std::ops::Range;

/// Words that join two things that are said.
const JOINTS: &[&str] = &["y", "e", "and", "pero", "but", "mas", "o", "ou", "or", "porque"];
/// Signs that do.
const SIGNS: [char; 9] = [',', ';', ':', '(', ')', '—', '–', '¿', '¡'];
/// Words that open a condition, tell an exception, or leave open whether it is so.
const OPEN: &[&str] = &[
    "si",
    "cuando",
    "salvo",
    "excepto",
    "mientras",
    "excepción",
    "if",
    "when",
    "unless",
    "except",
    "while",
    "quando",
    "exceto",
    "enquanto",
    "no",
    "not",
    "não",
    "nunca",
    "never",
    "ni",
    "nem",
    "puede",
    "podría",
    "may",
    "might",
    "pode",
    "casi",
    "quase",
    "almost",
    "fuera",
    "outside",
    "fora",
    "normalmente",
];

/// A sentence with the part of it that says one thing about a figure.
pub(super) struct Segment<'p> {
    /// Where the sentence begins in the passage.
    start: usize,
    pub(super) sentence: String,
    /// The figure, by its place in the sentence.
    figure: Range<usize>,
    own: Range<usize>,
    passage: &'p Passage<'p>,
}

impl<'p> Segment<'p> {
    pub(super) fn of(passage: &'p Passage<'_>, figure: &Range<usize>) -> Self {
        let place = passage.statement(figure);
        let sentence = prose::lower(passage.source.get(place.clone()).unwrap_or_default());
        let figure = figure.start.saturating_sub(place.start)..figure.end.saturating_sub(place.start);
        let mut segment = Segment { start: place.start, own: 0..sentence.len(), sentence, figure, passage };
        segment.own = segment.between(&[]);
        segment
    }

    /// The same, where names are one word each.
    pub(super) fn with_names(mut self, names: &[Range<usize>]) -> Self {
        self.own = self.between(names);
        self
    }

    /// From the joint before the figure to that after it.
    fn between(&self, names: &[Range<usize>]) -> Range<usize> {
        let in_name = |at: usize| names.iter().any(|name| name.contains(&at));
        let mut joints: Vec<Range<usize>> = Vec::new();
        for (at, sign) in self.sentence.char_indices().filter(|(_, c)| SIGNS.contains(c)) {
            let end = at + sign.len_utf8();
            // «S/ 1,200», «8:00».
            if !self.sentence[end..].starts_with(|c: char| c.is_alphanumeric()) || !matches!(sign, ',' | ':') {
                joints.push(at..end);
            }
        }
        for word in JOINTS.iter().filter(|word| !(self.passage.lang == crate::lang::Lang::Pt && **word == "o")) {
            joints.extend(prose::find_phrase(&self.sentence, word));
        }
        joints.retain(|joint| !in_name(joint.start) && !self.figure.contains(&joint.start));
        let start = joints.iter().filter(|j| j.end <= self.figure.start).map(|j| j.end).max().unwrap_or(0);
        let end = joints.iter().filter(|j| j.start >= self.figure.end).map(|j| j.start).min();
        start..end.unwrap_or(self.sentence.len())
    }

    /// The same from a joint further back, where nothing but the figure stands in it: «el precio de la visita, 70 soles».
    pub(super) fn before(&self, names: &[Range<usize>]) -> Option<Range<usize>> {
        let at = self.own.start.checked_sub(1)?;
        let earlier = Segment {
            start: self.start,
            sentence: self.sentence.clone(),
            figure: at..self.figure.end,
            own: 0..0,
            passage: self.passage,
        };
        Some(earlier.between(names).start..self.own.end)
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.own.clone()
    }

    /// The words of a part of the sentence but those of the figure and of what is masked.
    pub(super) fn words(&self, part: &Range<usize>) -> Vec<String> {
        let masked = crate::parse::mention::mask(&self.sentence);
        let before = masked.get(part.start..self.figure.start.max(part.start)).unwrap_or_default();
        let after = masked.get(self.figure.end.min(part.end)..part.end).unwrap_or_default();
        prose::words(before).chain(prose::words(after)).map(str::to_owned).collect()
    }

    /// Whether the sentence says it under a condition, with an exception, or leaves it open.
    pub(super) fn is_open(&self) -> bool {
        let is_pt = self.passage.lang == crate::lang::Lang::Pt;
        prose::words(&self.sentence).any(|word| match word {
            // «No» is «in the» in Portuguese, and «caso», “if”.
            "no" => !is_pt,
            "caso" => is_pt,
            _ => OPEN.contains(&word),
        })
    }
}
