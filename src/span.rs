//! Places in the author's files: byte ranges, and lines and columns of them.

use std::sync::{Arc, OnceLock};

/// A file of the manual, by its place in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u32);

/// A byte range of a file. `start <= end`, both on character boundaries of the file's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let start = u32::try_from(range.start).unwrap_or(u32::MAX);
        let end = u32::try_from(range.end).unwrap_or(u32::MAX).max(start);
        Span { file, start, end }
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of this span from `start` to `end`, counted in bytes from its own start.
    pub fn sub(self, start: usize, end: usize) -> Span {
        let base = self.start as usize;
        let limit = self.end as usize;
        Span::new(self.file, (base + start).min(limit)..(base + end).min(limit))
    }
}

/// A value with the place where it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A file as it was read. `text` has no byte order mark; `bom` says that there was one.
#[derive(Debug, Clone)]
pub struct Source {
    /// Relative to the manual, with `/`.
    pub path: String,
    pub text: Arc<str>,
    pub bom: bool,
    /// Where its lines begin, once somebody has asked for a line.
    lines: OnceLock<Vec<u32>>,
}

impl Source {
    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX))).collect()
        })
    }
}

/// The files of one compilation.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
}

/// A place for a reader: both count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Sources {
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>, bom: bool) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source { path: path.into(), text: text.into(), bom, lines: OnceLock::new() });
        id
    }

    pub fn get(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(i, f)| (FileId(i as u32), f))
    }

    /// The text of a span; empty if the span does not fit the file.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.range()).unwrap_or("")
    }

    /// Line and column of a byte offset.
    pub fn position(&self, file: FileId, offset: usize) -> Position {
        let source = self.get(file);
        let text = &source.text;
        let mut at = offset.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let lines = source.lines();
        let line = lines.partition_point(|start| *start as usize <= at);
        let start = lines.get(line.saturating_sub(1)).map_or(0, |start| *start as usize);
        Position { line, column: text.get(start..at).unwrap_or_default().chars().count() + 1 }
    }

    pub fn start(&self, span: Span) -> Position {
        self.position(span.file, span.start as usize)
    }

    pub fn end(&self, span: Span) -> Position {
        self.position(span.file, span.end as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_and_lines() {
        let mut sources = Sources::default();
        let text = "año: ñandú\r\nclave: sí\n";
        let file = sources.add("a.yaml", text, false);
        let at = text.find("sí").expect("in the text");
        assert_eq!(sources.position(file, at), Position { line: 2, column: 8 });
        let span = Span::new(file, at..at + 3);
        assert_eq!(sources.text(span), "sí");
        assert_eq!(sources.end(span), Position { line: 2, column: 10 });
        assert_eq!(sources.position(file, 999), Position { line: 3, column: 1 });
    }
}
