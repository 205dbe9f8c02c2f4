//! What a template or style sheet of a manual's theme holds that no theme may: scripts and styles that the policy of the pages
//! forbids, and words, which nobody would translate.

use super::{Files, entries};
use crate::diag::Diagnostic;
use crate::span::Span;

/// The findings about templates and style sheets, at their lines; a kind is told once a line.
pub(super) fn check(given: &Files) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (path, file) in given.iter().filter(|(path, _)| path.starts_with("html/")) {
        let Ok(text) = std::str::from_utf8(&file.bytes) else { continue };
        let (forbidden, words) = match path.rsplit_once('.') {
            Some((_, "html")) => of_template(text),
            Some((_, "css")) => (Vec::new(), of_sheet(text)),
            _ => continue,
        };
        let mut told = Vec::new();
        for (entry, (at, found)) in forbidden
            .into_iter()
            .map(|found| (&entries::FORBIDDEN, found))
            .chain(words.into_iter().map(|found| (&entries::WORDS, found)))
        {
            let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
            if told.contains(&(entry.code, start)) {
                continue;
            }
            told.push((entry.code, start));
            let line = text[start..].lines().next().unwrap_or_default();
            let indent = line.len() - line.trim_start().len();
            let span = Span::new(file.file, start + indent..start + line.trim_end().len().max(indent));
            let finding = Diagnostic::new(entry, span).arg("path", format!("theme/{path}"));
            findings.push(finding.arg("found", found).arg("slot", "{{ label }}"));
        }
    }
    findings
}

/// What is found at which byte.
type Found = (usize, String);

/// What a template may not hold, and its words.
pub(super) fn of_template(text: &str) -> (Vec<Found>, Vec<Found>) {
    let mut plain = text.to_owned();
    for (open, close) in [("{#", "#}"), ("{{", "}}"), ("{%", "%}"), ("<!--", "-->")] {
        plain = blanked(&plain, open, close);
    }
    let mut forbidden = Vec::new();
    // A script of a file of its own is one that the theme brings.
    for (name, end) in [("script", "</script>"), ("style", "</style>")] {
        let small = plain.to_ascii_lowercase();
        for (at, _) in small.match_indices(&format!("<{name}")) {
            let tag = small[at..].split_once('>').map_or(&small[at..], |(tag, _)| tag);
            if name == "style" || !tag.contains(" src=") {
                forbidden.push((at, format!("<{name}>")));
            }
        }
        plain = blanked(&plain, &format!("<{name}"), end);
    }
    let mut words = Vec::new();
    for (at, tag) in tags(&plain) {
        for (name, start, value) in attributes(tag) {
            let small = name.to_ascii_lowercase();
            if small == "style" || small.starts_with("on") {
                forbidden.push((at + start, small));
            } else if matches!(small.as_str(), "aria-label" | "title" | "alt" | "placeholder" | "value") {
                words.extend(word(value).map(|word| (at + start, word)));
            }
        }
    }
    let outside = blanked(&entities(&plain), "<", ">");
    let mut from = 0;
    for line in outside.split_inclusive('\n') {
        words.extend(word(line).map(|word| (from, word)));
        from += line.len();
    }
    words.sort_unstable();
    (forbidden, words)
}

/// Words that a style sheet writes into the page.
pub(super) fn of_sheet(text: &str) -> Vec<Found> {
    let plain = blanked(text, "/*", "*/");
    let mut words = Vec::new();
    for (at, _) in plain.match_indices("content:") {
        // `align-content` and its like say no words.
        if plain[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-') {
            continue;
        }
        let value = plain[at + "content:".len()..].split([';', '}']).next().unwrap_or_default();
        let value = blanked(&blanked(value, "attr(", ")"), "counter", ")");
        words.extend(value.split(['"', '\'']).skip(1).step_by(2).find_map(word).map(|word| (at, word)));
    }
    words
}

/// The text with spaces in the place of what stands between two marks, so that places stay.
fn blanked(text: &str, open: &str, close: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut rest, small) = (text, text.to_ascii_lowercase());
    while let Some(start) = small[text.len() - rest.len()..].find(open) {
        let from = text.len() - rest.len() + start;
        let end = small[from..].find(close).map_or(text.len(), |at| from + at + close.len());
        out.push_str(&rest[..start]);
        out.extend(text[from..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = &text[end..];
    }
    out + rest
}

/// The text without `&nbsp;` and its like.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let length =
            after.find(';').filter(|end| after[1..*end].chars().all(|c| c.is_ascii_alphanumeric() || c == '#'));
        let length = length.map_or(1, |end| end + 1);
        out.extend(std::iter::repeat_n(' ', length));
        rest = &after[length..];
    }
    out + rest
}

/// Two letters together are a word; one is a sign.
pub(super) fn word(text: &str) -> Option<String> {
    text.split(|c: char| !c.is_alphabetic()).find(|word| word.chars().count() > 1).map(str::to_owned)
}

/// The insides of tags, with their places.
fn tags(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('<').map(|(at, _)| {
        let inside = &text[at + 1..];
        (at + 1, inside.split_once('>').map_or(inside, |(tag, _)| tag))
    })
}

/// Names, places and values of a tag's attributes. Where a template decides between two, both are there.
fn attributes(tag: &str) -> Vec<(&str, usize, &str)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(equals) = tag[at..].find('=').map(|found| at + found) {
        let before = tag[at..equals].trim_end();
        let start = at + before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let rest = &tag[equals + 1..];
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, length) = match quote {
            Some(quote) => {
                let value = rest[1..].split(quote).next().unwrap_or_default();
                (value, (value.len() + 2).min(rest.len()))
            }
            None => {
                let value = rest.split(char::is_whitespace).next().unwrap_or_default();
                (value, value.len())
            }
        };
        out.push((&tag[start..at + before.len()], start, value));
        at = equals + 1 + length;
    }
    out
}
