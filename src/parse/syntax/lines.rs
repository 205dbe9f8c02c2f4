//! Lines of a YAML text, and what stands open at their end.

use std::ops::Range;

/// A line without its end, and where it starts in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'t> {
    pub start: usize,
    pub text: &'t str,
}

/// Quotes and brackets of a line. All places are counted from the start of the line.
#[derive(Debug, Default)]
pub struct Scan {
    /// The quotation mark that is not closed.
    pub quote: Option<usize>,
    /// The texts in quotes that are closed, marks included.
    pub quoted: Vec<Range<usize>>,
    /// The brackets that are not closed, the outermost first.
    pub brackets: Vec<(usize, char)>,
}

/// A height at which the lines below a line may begin: that of a key or of the dash of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level<'t> {
    pub column: usize,
    /// The key, or `-`.
    pub word: &'t str,
    pub is_item: bool,
    /// A key with nothing after it.
    pub is_empty: bool,
}

impl<'t> Line<'t> {
    /// The line that holds an offset; of an offset behind the last line, the last that says something.
    pub fn at(text: &'t str, offset: usize) -> Line<'t> {
        let offset = (0..=offset.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
        let start = text[..offset].rfind('\n').map_or(0, |i| i + 1);
        let line = Line::from(text, start);
        match line.text.trim().is_empty() {
            true => line.before(text).unwrap_or(line),
            false => line,
        }
    }

    fn from(text: &'t str, start: usize) -> Line<'t> {
        let end = text[start..].find('\n').map_or(text.len(), |i| start + i);
        Line { start, text: text[start..end].trim_end_matches('\r') }
    }

    /// The nearest line above that is neither empty nor a comment.
    pub fn before(self, text: &'t str) -> Option<Line<'t>> {
        let mut start = self.start;
        while start > 0 {
            start = text[..start - 1].rfind('\n').map_or(0, |i| i + 1);
            let line = Line::from(text, start);
            let words = line.text.trim_start();
            if !words.is_empty() && !words.starts_with('#') {
                return Some(line);
            }
        }
        None
    }

    /// The next line.
    pub fn after(self, text: &'t str) -> Option<Line<'t>> {
        let next = text[self.start..].find('\n').map(|i| self.start + i + 1)?;
        Some(Line::from(text, next))
    }

    /// This line and those above it, nearest first; far enough for any slip.
    pub fn up(self, text: &'t str) -> impl Iterator<Item = Line<'t>> {
        std::iter::successors(Some(self), move |line| line.before(text)).take(2_000)
    }

    /// The heights that are open at this line, the innermost first.
    pub fn open(self, text: &'t str) -> Vec<Level<'t>> {
        let mut out: Vec<Level<'t>> = Vec::new();
        for line in self.up(text).skip(1) {
            for level in line.levels().into_iter().rev() {
                if out.last().is_none_or(|inner| level.column < inner.column) {
                    out.push(level);
                }
            }
            if out.last().is_some_and(|level| level.column == 0) {
                break;
            }
        }
        out
    }

    /// The heights that the line itself opens, from left to right: none for a line that continues a text.
    fn levels(self) -> Vec<Level<'t>> {
        let mut out = Vec::new();
        let mut words = self.text.trim_start();
        while words == "-" || words.starts_with("- ") {
            let column = self.text.len() - words.len();
            out.push(Level { column, word: "-", is_item: true, is_empty: false });
            words = words[1..].trim_start();
        }
        let key = words.find(": ").or_else(|| words.trim_end().strip_suffix(':').map(str::len));
        if let Some(end) = key.filter(|_| !words.starts_with(['[', '{', '#'])) {
            let rest = words[end + 1..].trim();
            let is_empty = rest.is_empty() || rest.starts_with('#');
            let column = self.text.len() - words.len();
            out.push(Level { column, word: words[..end].trim(), is_item: false, is_empty });
        }
        out
    }

    /// The number of spaces at its start.
    pub fn indentation(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// The range of what is written, without the spaces around.
    pub fn words(self) -> Range<usize> {
        let start = self.start + self.text.len() - self.text.trim_start().len();
        start..start + self.text.trim().len()
    }

    /// Reads the line from its start as if nothing were open before. A quotation mark or a bracket counts only where a value
    /// can begin, so that apostrophes and brackets within texts are left alone.
    pub fn scan(self) -> Scan {
        let mut out = Scan::default();
        let bytes = self.text.as_bytes();
        let mut begins = true;
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            let inside = !out.brackets.is_empty();
            match byte {
                b'"' | b'\'' if begins => match closing(bytes, at) {
                    Some(close) => {
                        out.quoted.push(at..close + 1);
                        at = close;
                        begins = false;
                    }
                    None => {
                        out.quote = Some(at);
                        return out;
                    }
                },
                b'[' | b'{' if begins => out.brackets.push((at, char::from(byte))),
                b']' | b'}' if inside => {
                    out.brackets.pop();
                    begins = false;
                }
                b',' if inside => begins = true,
                b'#' if at == 0 || bytes[at - 1] == b' ' => return out,
                b':' | b'-' | b'?' if bytes.get(at + 1).is_none_or(|b| *b == b' ') && (byte == b':' || begins) => {
                    begins = true;
                }
                b' ' | b'\t' => {}
                _ => begins = false,
            }
            at += 1;
        }
        out
    }
}

/// Where the quoted text that opens at a place closes in the same line.
fn closing(bytes: &[u8], open: usize) -> Option<usize> {
    let quote = bytes[open];
    let mut at = open + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 1,
            b if b == quote && quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
            b if b == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Where the value of a line begins: after `key: ` or `- `.
pub fn value_start(text: &str) -> Option<usize> {
    let words = text.trim_start();
    let indentation = text.len() - words.len();
    let (after, words) = match words.strip_prefix("- ") {
        Some(rest) => (indentation + 2, rest),
        None => (indentation, words),
    };
    match words.find(": ").filter(|colon| !words[..*colon].starts_with(['"', '[', '{'])) {
        Some(colon) => Some(after + colon + 2),
        None => (after > indentation).then_some(after),
    }
}

/// Where the value that begins at a column ends: in brackets at the comma or the end of the brackets, else at the end.
pub fn value_end(text: &str, column: usize) -> usize {
    let before = Line { start: 0, text: &text[..column] }.scan();
    let rest = &text[column..];
    let len = match before.brackets.is_empty() {
        true => rest.len(),
        false => rest.char_indices().skip(1).find(|(_, c)| matches!(c, ',' | ']' | '}')).map_or(rest.len(), |(i, _)| i),
    };
    column + rest[..len].trim_end().len()
}

/// The length of the first word, in bytes.
pub fn word_len(text: &str) -> usize {
    text.find([' ', ':']).unwrap_or(text.len()).max(text.chars().next().map_or(0, char::len_utf8))
}

/// A text in quotes without them, where quotes within it closed it too early: `"escucha "activa""`. `first` is the length of
/// what the parser took for the whole: a mark after a space opens a quotation rather than closing one.
pub fn without_outer(value: &str, first: usize) -> &str {
    let inside = value.get(1..first.saturating_sub(1)).unwrap_or("x");
    let word_follows = value.get(first..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let opens = inside.is_empty() || inside.ends_with([' ', '(', '¿', '¡']) || word_follows;
    let (Some(quote), true) = (value.get(..1), opens) else { return value };
    value[1..].strip_suffix(quote).unwrap_or(&value[1..])
}

/// A text in quotes that hold whatever is in it, shortened for a message. The curved ones of a document were meant to be these.
pub fn quoted(value: &str) -> String {
    let value = value.trim();
    let curved = value.strip_prefix(['“', '”']).and_then(|rest| rest.strip_suffix(['“', '”']));
    let value = short(curved.unwrap_or(value));
    if !value.contains('"') { format!("\"{value}\"") } else { format!("'{}'", value.replace('\'', "''")) }
}

/// The beginning of a text, for a message.
pub fn short(text: &str) -> String {
    const MOST: usize = 48;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", cut.trim_end_matches([',', ':', ';']))
}
