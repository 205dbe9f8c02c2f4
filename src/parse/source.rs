//! Bytes of a file → text, and the split between front matter and prose.

use super::entries;
use crate::diag::Diagnostic;
use crate::span::{FileId, Sources, Span};
use std::ops::Range;

/// Adds a file to the sources. A file that is not UTF-8 is added with what could be read, reported at the first wrong byte,
/// and gives none: nothing of it is used.
pub fn decode(sources: &mut Sources, path: &str, bytes: &[u8], findings: &mut Vec<Diagnostic>) -> Option<FileId> {
    let (bytes, bom) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let file = sources.add(path, text, bom);
            match text.char_indices().find(|(_, c)| is_bidi_control(*c)) {
                Some((at, c)) => {
                    let span = Span::new(file, at..at + c.len_utf8());
                    let detail = format!("U+{:04X}", u32::from(c));
                    findings.push(Diagnostic::new(&entries::BIDI_CONTROL, span).arg("detail", detail));
                    None
                }
                None => Some(file),
            }
        }
        Err(error) => {
            let good = error.valid_up_to();
            let text = String::from_utf8_lossy(bytes).into_owned();
            let file = sources.add(path, text, bom);
            let detail = if utf16 {
                "UTF-16".to_owned()
            } else {
                format!("0x{:02X} @ {}", bytes.get(good).copied().unwrap_or(0), good + 1)
            };
            let span = Span::new(file, good..good + '\u{fffd}'.len_utf8());
            findings.push(Diagnostic::new(&entries::ENCODING, span).arg("detail", detail));
            None
        }
    }
}

/// Controls that reorder text on screen without being seen.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The ranges of front matter and prose of a Markdown file, or none if it does not open with `---`.
pub fn front_matter(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let open = text.strip_prefix("---")?;
    let after = open.strip_prefix("\r\n").or_else(|| open.strip_prefix('\n'))?;
    let start = text.len() - after.len();
    let mut at = start;
    for line in after.split_inclusive('\n') {
        let end = at + line.len();
        if line.trim_end() == "---" {
            return Some((start..at, end..text.len()));
        }
        at = end;
    }
    None
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
        assert!(front_matter("a: 1\n").is_none());
        assert!(front_matter("---\na: 1\n").is_none());
        let mut sources = Sources::default();
        let mut findings = Vec::new();
        let file = decode(&mut sources, "a.md", b"\xef\xbb\xbfa: b", &mut findings).expect("UTF-8");
        assert!(sources.get(file).bom && &*sources.get(file).text == "a: b");
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
        assert!(findings[0].message(crate::lang::Lang::Es).contains("0xF3 @ 15"));
        assert!(findings[1].message(crate::lang::Lang::Es).contains("UTF-16"));
    }
}
