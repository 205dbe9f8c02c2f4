//! The prose of a manual as rules read it: every text and body with its entry, its key and its place.

use crate::lang::Lang;
use crate::model::Entry as _;
use crate::model::base::Base;
use crate::parse::kind::Kind;
use crate::parse::mention::{Mention, mentions};
use crate::resolve::Resolved;
use crate::span::Span;
use std::ops::Range;

/// A text of an entry, or the prose of its file.
pub struct Passage<'m> {
    pub kind: Kind,
    pub id: &'m str,
    /// The path of its key: `communication.before.0.say`; empty for the prose of the file.
    pub path: &'m str,
    pub span: Span,
    /// As it stands in the file, quotes and markup included, so that a byte of it is a place.
    pub source: &'m str,
    pub lang: Lang,
}

impl Passage<'_> {
    /// The last word of the path that is a key and not a place in a list.
    pub fn key(&self) -> &str {
        // What follows the last letter or sign of the path is places in lists, each with its full stop.
        let bytes = self.path.as_bytes();
        let Some(last) = bytes.iter().rposition(|b| !b.is_ascii_digit() && *b != b'.') else { return "" };
        let start = bytes[..last].iter().rposition(|b| *b == b'.').map_or(0, |dot| dot + 1);
        let end = bytes[last..].iter().position(|b| *b == b'.').map_or(bytes.len(), |dot| last + dot);
        &self.path[start..end]
    }

    /// `kind/id`.
    pub fn subject(&self) -> String {
        format!("{}/{}", self.kind.name(), self.id)
    }

    /// The place of a part of the source.
    pub fn place(&self, range: &Range<usize>) -> Span {
        self.span.sub(range.start, range.end)
    }

    pub fn mentions(&self) -> Vec<Mention> {
        mentions(self.source, self.lang)
    }

    /// The words of a mention, on one line.
    pub fn words(&self, mention: &Mention) -> String {
        let words = self.source.get(mention.range.clone()).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The sentence around a part of the source.
    pub fn sentence(&self, range: &Range<usize>) -> &str {
        self.source.get(self.sentence_range(range)).unwrap_or_default()
    }

    /// The paragraph around a part of the source.
    pub fn paragraph(&self, range: &Range<usize>) -> &str {
        let start = self.source.get(..range.start).and_then(|text| text.rfind("\n\n")).map_or(0, |at| at + 2);
        let end = self.source.get(range.end..).and_then(|text| text.find("\n\n"));
        self.source.get(start..end.map_or(self.source.len(), |at| range.end + at)).unwrap_or_default()
    }

    /// The sentence, with what stands before its colon where the part comes right after: «Nuestro compromiso: 5 días hábiles».
    pub fn statement(&self, range: &Range<usize>) -> Range<usize> {
        let sentence = self.sentence_range(range);
        let before = self.source.get(sentence.start..range.start).unwrap_or_default();
        let colon = self.source.get(..sentence.start).is_some_and(|text| text.ends_with(':'));
        if !colon || !before.trim_matches(|c: char| c.is_whitespace() || c == '*').is_empty() {
            return sentence;
        }
        let at = sentence.start.saturating_sub(1);
        self.sentence_range(&(at..at)).start..sentence.end
    }

    /// Where the sentence around a part of the source stands.
    pub fn sentence_range(&self, range: &Range<usize>) -> Range<usize> {
        let ends = |c: char| matches!(c, '.' | '!' | '?' | ';' | ':' | '\n');
        let bytes = self.source.as_bytes();
        // A mark ends a sentence where a blank follows it; a line break, where another does.
        let is_end = |at: usize| match bytes.get(at + 1) {
            Some(next) if bytes[at] == b'\n' => *next == b'\n',
            Some(next) => next.is_ascii_whitespace(),
            None => true,
        };
        let before = self.source.get(..range.start).unwrap_or_default();
        let start =
            before.char_indices().rev().find(|(at, c)| ends(*c) && is_end(*at)).map_or(0, |(at, c)| at + c.len_utf8());
        let after = self.source.get(range.end..).unwrap_or_default();
        let end = after
            .char_indices()
            .find(|(at, c)| ends(*c) && is_end(range.end + at))
            .map_or(self.source.len(), |(at, _)| range.end + at);
        start..end
    }
}

/// The passages that are wanted of the entries that are active or suspended; nobody works by what is retired. In no order. Of a
/// language that the program does not read, none: what its words mean is not known.
pub fn passages<'m>(manual: &'m Resolved<'_>, wanted: impl Fn(&Passage<'m>) -> bool) -> Vec<Passage<'m>> {
    if manual.spoken().is_none() { Vec::new() } else { passages_in_any(manual, wanted) }
}

/// The same in any language, for rules that only look for words which the author names.
pub fn passages_in_any<'m>(manual: &'m Resolved<'_>, wanted: impl Fn(&Passage<'m>) -> bool) -> Vec<Passage<'m>> {
    let of = |kind: Kind, id: &'m str, path: &'m str, span: Span| Passage {
        kind,
        id,
        path,
        span,
        source: manual.sources.text(span),
        lang: manual.lang,
    };
    let texts = manual.texts().map(|(kind, id, path, text)| of(kind, id, path, text.span));
    let bodies = manual.model.bases().into_iter().filter_map(|base| Some(of(base.kind, &base.id, "", base.body.span?)));
    // What has no translation is read with the original.
    let own = texts.chain(bodies).filter(|passage| !manual.is_original(passage.span));
    let wanted = own.filter(|passage| wanted(passage));
    wanted.filter(|passage| is_kept(manual, manual.model.base(passage.kind, passage.id))).collect()
}

/// The figures in a text; none in a language that the program does not read.
pub fn mentions_in(manual: &Resolved<'_>, text: &str) -> Vec<Mention> {
    manual.spoken().map_or_else(Vec::new, |lang| mentions(text, lang))
}

/// Whether an entry is kept: not retired itself, nor the service that it was written in.
pub fn is_kept(manual: &Resolved<'_>, base: Option<&Base>) -> bool {
    let retired = |base: &Base| matches!(base.status, crate::model::base::Status::Retired { .. });
    let Some(base) = base else { return true };
    let service = match base.kind {
        Kind::Commitments => {
            manual.model.commitments.get(&base.id).and_then(|c| c.service.as_ref().map(|s| s.value.as_str()))
        }
        Kind::Indicators => manual.model.indicators.get(&base.id).and_then(|i| i.service.as_deref()),
        _ => None,
    };
    let service = service.and_then(|id| manual.model.services.get(id));
    !retired(base) && !service.is_some_and(|service| retired(service.base()))
}

/// A text in lower case, for searching; of the same bytes, so that places hold.
pub fn lower(text: &str) -> String {
    let same = |c: char| {
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
            _ => c,
        }
    };
    let mut lower = text.to_ascii_lowercase();
    if !text.is_ascii() && text.chars().any(|c| !c.is_ascii() && same(c) != c) {
        lower = lower.chars().map(|c| if c.is_ascii() { c } else { same(c) }).collect();
    }
    lower
}

/// The words of a text.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The places of a phrase of whole words in a text, both in lower case; runs of blanks count as one.
pub fn find_phrase(text: &str, phrase: &str) -> Vec<Range<usize>> {
    let mut words = phrase.split_whitespace();
    let Some(first) = words.next() else { return Vec::new() };
    let rest: Vec<&str> = words.collect();
    let is_word = |c: char| c.is_alphanumeric();
    let mut out = Vec::new();
    for (start, _) in text.match_indices(first) {
        if text[..start].chars().next_back().is_some_and(is_word) {
            continue;
        }
        let mut end = start + first.len();
        let mut whole = true;
        for word in &rest {
            let blanks = text[end..].len() - text[end..].trim_start().len();
            let next = end + blanks;
            if blanks == 0 || !text[next..].starts_with(word) {
                whole = false;
                break;
            }
            end = next + word.len();
        }
        if whole && !text[end..].chars().next().is_some_and(is_word) {
            out.push(start..end);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_words_over_any_blanks() {
        let places = |text, phrase| find_phrase(text, phrase).into_iter().map(|r| (r.start, r.end)).collect::<Vec<_>>();
        assert_eq!(places("lo antes\n   posible, lo antes posibles", "lo antes posible"), [(0, 19)]);
        assert_eq!(places("brevemente en breve", "en breve"), [(11, 19)]);
        assert!(find_phrase("abc", "").is_empty());
        assert_eq!(lower("ÁRBOL İ"), "árbol İ");
    }
}
