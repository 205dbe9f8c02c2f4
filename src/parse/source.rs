//! Bytes of a file → text, and the split between front matter and prose.

use super::entries;
use crate::diag::Diagnostic;
use crate::lang::Text;
use crate::span::{FileId, Sources, Span};
use std::ops::Range;

/// Adds a file to the sources. A file that is not UTF-8 is added with what could be read, reported at the first wrong byte,
/// and gives none: nothing of it is used.
pub fn decode(sources: &mut Sources, path: &str, bytes: &[u8], findings: &mut Vec<Diagnostic>) -> Option<FileId> {
    let (bytes, bom) = match bytes.strip_prefix(BOM) {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    if is_utf16(bytes) && std::str::from_utf8(bytes).is_ok() {
        let file = sources.add(path, String::from_utf8_lossy(bytes).replace('\0', ""), bom);
        findings.push(Diagnostic::new(&entries::ENCODING, Span::new(file, 0..0)).arg("detail", UTF16));
        return None;
    }
    let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let file = sources.add(path, text, bom);
            // All of these controls begin with the same byte, which few others have.
            let turned = bytes.contains(&BIDI).then(|| text.char_indices().find(|(_, c)| is_bidi_control(*c)));
            match turned.flatten() {
                Some((at, c)) => {
                    let span = Span::new(file, at..at + c.len_utf8());
                    let detail = format!("U+{:04X}", u32::from(c));
                    findings.push(Diagnostic::new(&entries::BIDI_CONTROL, span).arg("detail", detail));
                    None
                }
                None => {
                    if let Some(at) = damaged(text) {
                        let end = at + text[at..].chars().take(2).map(char::len_utf8).sum::<usize>();
                        let span = Span::new(file, at..end);
                        findings.push(
                            Diagnostic::new(&entries::ENCODING, span).arg("detail", TWICE).help(entries::RESTORE),
                        );
                    }
                    Some(file)
                }
            }
        }
        Err(error) => {
            let good = error.valid_up_to();
            let text = String::from_utf8_lossy(bytes).into_owned();
            let file = sources.add(path, text, bom);
            let span = Span::new(file, good..good + '\u{fffd}'.len_utf8());
            let detail = if utf16 || is_utf16(bytes) { UTF16 } else { LATIN1 };
            findings.push(Diagnostic::new(&entries::ENCODING, span).arg("detail", detail));
            None
        }
    }
}

const UTF16: Text = Text { es: "parece UTF-16", en: "it looks like UTF-16", pt: "parece UTF-16" };
const LATIN1: Text = Text {
    es: "parece Latin-1 o Windows-1252",
    en: "it looks like Latin-1 or Windows-1252",
    pt: "parece Latin-1 ou Windows-1252",
};

const TWICE: Text = Text {
    es: "los acentos están estropeados desde que se guardó con otra codificación",
    en: "its accents are damaged since it was saved with another encoding",
    pt: "os acentos estão estragados desde que foi salvo com outra codificação",
};

/// `á é í ó ú ñ ¿` of UTF-8, read as Latin-1 and saved so.
const DAMAGED: [&str; 7] = ["Ã¡", "Ã©", "Ã\u{ad}", "Ã³", "Ãº", "Ã±", "Â¿"];

/// Where the first of them stands. All begin with one of two letters that neither language writes, so the rest is looked at only there.
fn damaged(text: &str) -> Option<usize> {
    let letter = |pair: &[u8]| matches!(pair, [0xc3, 0x82 | 0x83]);
    let mut letters = text.as_bytes().windows(2).enumerate().filter(|(_, pair)| letter(pair)).map(|(at, _)| at);
    letters.find(|at| DAMAGED.iter().any(|seen| text[*at..].starts_with(seen)))
}

/// The mark that some editors put before a text in UTF-8.
pub const BOM: &[u8] = b"\xef\xbb\xbf";

/// A text as it would be without the mark at its beginning and with one character for the end of a line, so that the same theme is the
/// same on a system where git writes line ends in two.
pub fn plain(bytes: Vec<u8>) -> Vec<u8> {
    let text = bytes.strip_prefix(BOM).unwrap_or(&bytes);
    if text.len() == bytes.len() && !bytes.contains(&b'\r') {
        return bytes;
    }
    let mut out = Vec::with_capacity(text.len());
    for (at, byte) in text.iter().enumerate() {
        if *byte != b'\r' || text.get(at + 1) != Some(&b'\n') {
            out.push(*byte);
        }
    }
    out
}

/// Whether every other byte is zero, as in a Western text of two bytes a letter.
fn is_utf16(bytes: &[u8]) -> bool {
    bytes.len() >= 4 && bytes.iter().filter(|b| **b == 0).count() > bytes.len() / 4
}

/// The byte with which the controls below begin.
const BIDI: u8 = 0xe2;

/// Controls that reorder text on screen without being seen.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Why a Markdown file has no front matter, and where that is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoFrontMatter {
    /// The first line is not `---`.
    NotOpened(Range<usize>),
    /// There is no second `---`; a line that was probably meant to be one, or the first.
    NotClosed(Range<usize>),
    /// A line of some other number of hyphens stands in its place.
    Misspelt(Range<usize>),
}

/// The ranges of front matter and prose of a Markdown file.
pub fn front_matter(text: &str) -> Result<(Range<usize>, Range<usize>), NoFrontMatter> {
    let blank: usize = text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    let first = text[blank..].split('\n').next().unwrap_or("").trim_end();
    let opening = blank..blank + first.len();
    if first != "---" {
        let rest = text.lines().next().map_or(0, str::len);
        return Err(NoFrontMatter::NotOpened(if first.is_empty() { 0..rest } else { opening }));
    }
    let start = text[blank..].find('\n').map_or(text.len(), |i| blank + i + 1);
    let mut at = start;
    let mut misspelt = None;
    for line in text[start..].split_inclusive('\n') {
        let end = at + line.len();
        let words = line.trim_end();
        if words == "---" {
            return Ok((start..at, end..text.len()));
        }
        let hyphens = words.len() >= 2 && words.chars().all(|c| matches!(c, '-' | '–' | '—' | '_' | '='));
        if hyphens && misspelt.is_none() {
            misspelt = Some(at..at + words.len());
        }
        at = end;
    }
    Err(misspelt.map_or(NoFrontMatter::NotClosed(opening), NoFrontMatter::Misspelt))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_mark_and_line_ends_do_not_matter() {
        for text in ["---\na: 1\n---\nprosa\n", "---\r\na: 1\r\n---\r\nprosa\r\n"] {
            let (data, prose) = front_matter(text).expect("has front matter");
            assert_eq!(text[data].trim(), "a: 1");
            assert_eq!(text[prose].trim(), "prosa");
        }
        assert!(front_matter("\n--- \na: 1\n---\n").is_ok());
        assert_eq!(front_matter("a: 1\n"), Err(NoFrontMatter::NotOpened(0..4)));
        assert_eq!(front_matter("---\na: 1\n"), Err(NoFrontMatter::NotClosed(0..3)));
        assert_eq!(front_matter("---\na: 1\n--\nprosa\n"), Err(NoFrontMatter::Misspelt(9..11)));
        assert_eq!(front_matter(""), Err(NoFrontMatter::NotOpened(0..0)));
        let mut sources = Sources::default();
        let mut findings = Vec::new();
        let file = decode(&mut sources, "a.md", b"\xef\xbb\xbfa: b", &mut findings).expect("UTF-8");
        assert!(sources.get(file).bom && &*sources.get(file).text == "a: b");
        let lines: [(&[u8], &[u8]); 4] =
            [(b"a\nb", b"a\nb"), (b"\xef\xbb\xbfa\r\nb\r\n", b"a\nb\n"), (b"a\rb\r", b"a\rb\r"), (b"", b"")];
        for (given, expected) in lines {
            assert_eq!(plain(given.to_vec()), expected);
        }
    }

    #[test]
    fn other_encodings_are_named_with_the_byte() {
        let mut sources = Sources::default();
        let mut findings = Vec::new();
        assert!(decode(&mut sources, "a.yaml", b"nombre: Atenci\xf3n", &mut findings).is_none());
        assert!(decode(&mut sources, "b.yaml", b"\xff\xfea\0", &mut findings).is_none());
        assert!(decode(&mut sources, "c.yaml", "a: \u{202e}b".as_bytes(), &mut findings).is_none());
        let codes: Vec<_> = findings.iter().map(Diagnostic::code).collect();
        assert_eq!(codes, ["E015", "E015", "E028"]);
        assert!(decode(&mut sources, "d.yaml", b"a\0:\0 \0b\0", &mut findings).is_none());
        assert!(findings[3].message(crate::lang::Lang::Es).contains("UTF-16"));
        assert!(findings[0].message(crate::lang::Lang::Es).contains("Latin-1"));
        assert!(findings[1].message(crate::lang::Lang::Es).contains("UTF-16"));
    }
}
