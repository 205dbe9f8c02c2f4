//! A text that is not YAML → the slip its author made: where it stands, what it is, and what to write.
//!
//! The YAML parser stops where it cannot go on, which is often lines after the slip, and names grammar. Authors of manuals
//! need the place of the slip and the words to type, so the lines around are looked at again here.

mod lines;
mod words;

use super::{entries, tongue};
use crate::diag::{Arg, Args, Diagnostic};
use crate::lang::Text;
use crate::span::{FileId, Span};
pub use lines::short;
use lines::{Level, Line};
use std::ops::Range;

/// What the parser could not go on for, without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A quotation mark that never closes, or a quoted text in disorder.
    Quote,
    /// Something after a quoted text.
    AfterQuote,
    /// A backslash in double quotes with a character that has no meaning there.
    Escape,
    /// Brackets, braces and commas.
    Brackets,
    /// A bracket closed by the other kind.
    Crossed,
    /// A closing bracket too many.
    TooMany,
    /// A line that is no `key: value`.
    NoColon,
    /// A `:` where no key can be.
    Colon,
    /// A key or a list item that does not fit the lines before.
    Misplaced,
    Tab,
    Indentation,
    /// A character that no text can begin with.
    Character(char),
    /// A `>` or `|` that does not stand alone.
    BlockText,
    /// A `-` where no list can be.
    Dash,
    Other,
}

/// A slip: its place in the text, what it is, and what to write.
struct Slip {
    range: Range<usize>,
    detail: Text,
    help: Option<Text>,
    args: Args,
}

impl Slip {
    fn new(range: Range<usize>, detail: Text) -> Slip {
        Slip { range, detail, help: None, args: Vec::new() }
    }

    fn help(mut self, help: Text) -> Slip {
        self.help = Some(help);
        self
    }

    fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Slip {
        self.args.push((name, value.into()));
        self
    }

    fn example(self, example: String) -> Slip {
        self.arg("example", example)
    }
}

/// The finding for a text that stops making sense at `offset`. `base` is where the text starts in its file.
pub fn finding(file: FileId, text: &str, base: usize, offset: usize, cause: Cause) -> Diagnostic {
    let slip = slip(text, offset.min(text.len()), cause);
    let span = Span::new(file, base + slip.range.start..base + slip.range.end);
    let mut finding = Diagnostic::new(&entries::SYNTAX, span).arg("detail", slip.detail);
    finding.args.extend(slip.args);
    finding.help = slip.help;
    finding
}

/// The finding for a text that begins with a sign that YAML takes for itself.
pub fn sign(file: FileId, text: &str, base: usize, offset: usize) -> Diagnostic {
    finding(file, text, base, offset, Cause::Character(text[offset..].chars().next().unwrap_or('!')))
}

/// The value that begins at a place, in quotes, for a message.
pub fn value_in_quotes(text: &str, offset: usize) -> String {
    let line = Line::at(text, offset);
    let column = offset.saturating_sub(line.start).min(line.text.len());
    lines::quoted(&line.text[column..lines::value_end(line.text, column)])
}

/// Signs that begin the items of a list in documents.
const BULLETS: [char; 6] = ['•', '●', '▪', '◦', '‣', '·'];

/// What follows the sign of an item that is no `-` of the keyboard: `– uno`, `1. uno`, `2) dos`.
fn mark(words: &str) -> Option<&str> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match digits {
        0 => words.strip_prefix(['–', '—', '−'])?,
        1 | 2 => words[digits..].strip_prefix(['.', ')'])?,
        _ => return None,
    };
    rest.strip_prefix(' ')
}

/// The finding for a plain text that took in lines of a list, or lost its end to a `#`.
pub fn swallowed(file: FileId, text: &str, base: usize, range: Range<usize>) -> Option<Diagnostic> {
    // Nearly every text ends with its line.
    let (whole, rest) = (text.get(range.clone())?, text.get(range.end..)?);
    let goes_on = rest.starts_with(|c: char| c.is_whitespace() && c != '\n');
    if !goes_on && !whole.contains('\n') {
        return None;
    }
    let mut start = range.start;
    // A dash of print or a number is the sign of an item where the first line has one too.
    let numbered = mark(whole).is_some();
    for (i, line) in whole.split_inclusive('\n').enumerate() {
        let words = line.trim_start();
        let dash = words.strip_prefix('-').filter(|rest| rest.starts_with(|c: char| c == ' ' || c.is_alphabetic()));
        let item = dash.or_else(|| words.strip_prefix(BULLETS)).or_else(|| numbered.then_some(()).and(mark(words)));
        if let (1.., Some(_)) = (i, item) {
            let at = base + start + line.len() - words.len();
            return Some(Diagnostic::new(&entries::LIST_IN_TEXT, Span::new(file, at..at + words.trim_end().len())));
        }
        start += line.len();
    }
    // `#` and a space is how a comment is written; `#3` was meant to be read.
    let line = rest.split('\n').next().unwrap_or("").trim_end();
    let comment = line.trim_start();
    let lost = comment.strip_prefix('#').is_some_and(|words| words.starts_with(char::is_alphanumeric));
    if !lost || comment.len() == line.len() {
        return None;
    }
    let at = base + range.end + line.len() - comment.len();
    let example = lines::quoted(&format!("{} {comment}", text[range].lines().last().unwrap_or("").trim()));
    let span = Span::new(file, at..at + comment.len());
    Some(Diagnostic::new(&entries::LOST_END, span).arg("example", example))
}

/// The finding for a second `---`, after which nothing is read.
pub fn second_document(file: FileId, text: &str, base: usize, offset: usize) -> Diagnostic {
    let line = Line::at(text, offset);
    let span = Span::new(file, base + line.start..base + line.start + line.text.trim_end().len());
    Diagnostic::new(&entries::SYNTAX, span).arg("detail", words::SECOND).help(words::REMOVE_LINE)
}

fn slip(text: &str, offset: usize, cause: Cause) -> Slip {
    let line = Line::at(text, offset);
    if let Some(slip) = invisible(text, line) {
        return slip;
    }
    let found = match cause {
        Cause::Quote => open_quote(text, line),
        Cause::AfterQuote => after_quote(text, line, offset),
        Cause::Escape => escape(text, offset),
        Cause::Brackets => open_bracket(text, line).or_else(|| comma(line, offset)),
        Cause::Crossed => crossed(text, offset),
        Cause::TooMany => too_many(line, offset),
        Cause::NoColon => open_quote_above(text, line).or_else(|| no_colon(text, line)),
        Cause::Colon => second_colon(line, offset).or_else(|| indentation(text, line)),
        Cause::Misplaced => leading_bracket(line).or_else(|| item(text, line)).or_else(|| indentation(text, line)),
        Cause::Tab => tab(text, line),
        Cause::Indentation => open_bracket(text, line).or_else(|| indentation(text, line)),
        Cause::Character(c) => Some(character(line, offset, c)),
        Cause::BlockText => Some(character(line, offset, text[offset..].chars().next().unwrap_or('>'))),
        Cause::Dash => Some(dash(line, offset)),
        Cause::Other => None,
    };
    found.unwrap_or_else(|| Slip::new(line.words(), words::OTHER))
}

/// A space that only looks like one, in the indentation or after a `:`.
fn invisible(text: &str, line: Line<'_>) -> Option<Slip> {
    let odd = |c: char| matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{200b}' | '\u{feff}' | '\u{3000}');
    for line in [Some(line), line.before(text)].into_iter().flatten() {
        let mut before = None;
        for (at, c) in line.text.char_indices() {
            let indentation = line.text[..at].chars().all(|c| c.is_whitespace() || odd(c));
            if odd(c) && (indentation || matches!(before, Some(':' | '-'))) {
                let at = line.start + at;
                return Some(Slip::new(at..at + c.len_utf8(), words::INVISIBLE).help(words::RETYPE_SPACE));
            }
            before = Some(c);
        }
    }
    None
}

/// The nearest quotation mark, in this line or above, that its line does not close.
fn open_quote(text: &str, line: Line<'_>) -> Option<Slip> {
    let (line, at) = line.up(text).find_map(|line| Some((line, line.scan().quote?)))?;
    let quote = &line.text[at..at + 1];
    let start = line.start + at;
    let end = line.start + line.text.trim_end().len();
    Some(Slip::new(start..end, words::QUOTE).help(words::CLOSE_QUOTE).arg("quote", quote))
}

/// A quotation mark above that was left open, where the line itself has none: its text ran on to here.
fn open_quote_above(text: &str, line: Line<'_>) -> Option<Slip> {
    let above = line.before(text)?;
    above.scan().quote.and_then(|_| open_quote(text, above))
}

fn after_quote(text: &str, line: Line<'_>, offset: usize) -> Option<Slip> {
    let column = offset - line.start;
    let Some(quoted) = line.scan().quoted.into_iter().rev().find(|q| q.end <= column) else {
        // The mark that closes before this place was opened in another line, where the true end is missing.
        return line.before(text).and_then(|above| open_quote(text, above));
    };
    let rest = line.text[quoted.end..].trim_start();
    if rest.starts_with(['"', '\'']) {
        return Some(missing_comma(line, line.text.len() - rest.len()));
    }
    let whole = lines::value_end(line.text, quoted.start);
    let value = lines::without_outer(&line.text[quoted.start..whole], quoted.len());
    Some(
        Slip::new(line.start + quoted.start..line.start + whole, words::AFTER_QUOTE)
            .help(words::QUOTE_ALL)
            .example(lines::quoted(value)),
    )
}

fn escape(text: &str, offset: usize) -> Option<Slip> {
    let known = |c: char| "0abtnvfre \"/\\N_LPxuU\n\r\t".contains(c);
    let mut chars = text[offset..].char_indices();
    while let Some((at, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        let next = chars.next().map_or(' ', |(_, c)| c);
        if !known(next) || matches!(next, 'x' | 'u' | 'U') {
            let start = offset + at;
            return Some(Slip::new(start..start + 1, words::ESCAPE).help(words::SINGLE_QUOTES));
        }
    }
    None
}

/// The nearest bracket, in this line or above, that its line does not close.
fn open_bracket(text: &str, line: Line<'_>) -> Option<Slip> {
    let is_open = |line: Line<'_>| line.scan().brackets.first().copied();
    // In the line itself a bracket is open because the parser stopped; only one above it is a slip.
    let (line, (at, open)) = line.up(text).skip(1).find_map(|line| Some((line, is_open(line)?)))?;
    let close = if open == '[' { "]" } else { "}" };
    let end = line.start + line.text.trim_end().len();
    Some(Slip::new(line.start + at..end, words::BRACKET).help(words::CLOSE_BRACKET).arg("close", close))
}

/// A `:` in brackets after words without a comma between.
fn comma(line: Line<'_>, offset: usize) -> Option<Slip> {
    let column = (offset - line.start).min(line.text.len());
    let before = line.text[..column].trim_end();
    let start = before.rfind(|c: char| c.is_whitespace()).map_or(0, |i| i + 1);
    // A key of the language is lower-case English; other words before a `:` are a text that wants quotes.
    let word = &before[start..];
    let is_key = word.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'_' | b'-'));
    let first = before[..start].trim_end().ends_with(':');
    if let (true, Some(value)) = (first || !is_key, before.rfind([',', '{', '[']).map_or(Some(0), Some)) {
        let value = before[value..].find(": ").map(|colon| value + colon + 2);
        if let Some(value) = value.filter(|value| *value <= start) {
            let end = lines::value_end(line.text, value);
            let range = line.start + value..line.start + end;
            let slip = Slip::new(range, words::SECOND_COLON).help(words::QUOTE_TEXT);
            return Some(slip.example(lines::quoted(&line.text[value..end])));
        }
    }
    (start > 0 && !before.is_empty()).then(|| missing_comma(line, start))
}

/// A comma is missing before the word at a column.
fn missing_comma(line: Line<'_>, column: usize) -> Slip {
    let rest = &line.text[column..];
    let len = rest.find([',', '}', ']', ':', ' ']).unwrap_or(rest.len()).max(1);
    let word = rest.get(..len).unwrap_or(rest);
    let start = line.start + column;
    Slip::new(start..start + word.len(), words::COMMA).help(words::WRITE_COMMA).example(word.to_owned())
}

fn crossed(text: &str, offset: usize) -> Option<Slip> {
    let open = text[offset..].chars().next()?;
    let (right, wrong) = if open == '[' { ("]", '}') } else { ("}", ']') };
    let mut depth = 0i32;
    let end = text[offset..].char_indices().find_map(|(at, c)| {
        depth += i32::from(c == open) - i32::from(right.starts_with(c));
        (c == wrong && depth == 1).then_some(offset + at)
    });
    let at = end.unwrap_or(offset);
    Some(Slip::new(at..at + 1, words::CROSSED).help(words::CLOSE_BRACKET).arg("close", right))
}

fn too_many(line: Line<'_>, offset: usize) -> Option<Slip> {
    let column = (offset - line.start + 1).min(line.text.len());
    let column = (0..=column).rev().find(|i| line.text.is_char_boundary(*i))?;
    let at = line.start + line.text[..column].rfind([']', '}'])?;
    Some(Slip::new(at..at + 1, words::TOO_MANY).help(words::REMOVE_BRACKET))
}

/// A line that has no `key: value`.
fn no_colon(text: &str, line: Line<'_>) -> Option<Slip> {
    let words = line.text.trim();
    let range = line.words();
    if let Some(slip) = unspaced(line) {
        return Some(slip);
    }
    if words.starts_with("//") {
        return Some(no_key(line));
    }
    let (key, value) = words.split_once(' ').unwrap_or((words, ""));
    let is_key = key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let end = range.start + key.len();
    let slip = Slip::new(range.start..end, words::NO_COLON);
    // Several words after a text are more often its next line than a key whose `:` is missing.
    let few = value.split_whitespace().nth(1).is_none();
    let open = line.open(text);
    let after_text = open.first().filter(|level| !level.is_empty);
    Some(match (is_key, after_text) {
        (true, level) if level.is_none() || few || tongue::is_key(key) => {
            slip.help(words::WRITE_OR_INDENT).example(lines::short(format!("{key}: {value}").trim_end()))
        }
        (_, Some(level)) => {
            let slip = Slip { range, ..slip.help(words::INDENT_OR_KEY) };
            slip.arg("spaces", (level.column + 2).to_string()).arg("like", level.word)
        }
        _ => Slip { range, ..slip.help(words::KEY_OR_INDENT) },
    })
}

/// A line that lacks the space after its `-` or its `:`.
fn unspaced(line: Line<'_>) -> Option<Slip> {
    let words = line.text.trim();
    let start = line.words().start;
    if let Some(rest) = words.strip_prefix('-').filter(|rest| rest.starts_with(char::is_alphabetic)) {
        let example = lines::short(&format!("- {rest}"));
        return Some(Slip::new(start..start + 1, words::DASH_SPACE).help(words::WRITE).example(example));
    }
    let (key, value) = words.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    if !is_key
        || value.is_empty()
        || value.starts_with([' ', '/', ':'])
        || value.starts_with(|c: char| c.is_whitespace())
    {
        return None;
    }
    let at = start + key.len();
    let example = lines::short(&format!("{key}: {value}"));
    Some(Slip::new(at..at + 1, words::COLON_SPACE).help(words::WRITE).example(example))
}

/// A line that is no key and continues nothing.
fn no_key(line: Line<'_>) -> Slip {
    let words = line.text.trim().trim_start_matches('/').trim();
    let slip = Slip::new(line.words(), words::NO_COLON).help(words::COMMENT_OR_KEY);
    slip.example(lines::short(&format!("# {words}")))
}

/// A `: ` within a text without quotes.
fn second_colon(line: Line<'_>, offset: usize) -> Option<Slip> {
    let column = (offset - line.start).min(line.text.len());
    let first = line.text[..column].find(": ")?;
    let start = first + 2 + line.text[first + 2..].len() - line.text[first + 2..].trim_start().len();
    let value = line.text[start..].trim_end();
    let range = line.start + start..line.start + start + value.len();
    let slip = Slip::new(range, words::SECOND_COLON);
    // `jefatura: name: Caja` is an entry in one line.
    let is_key = value.split_once(':').is_some_and(|(key, _)| tongue::is_key(key.trim()));
    Some(match is_key {
        true => slip.help(words::BRACES_OR_QUOTE).arg("pairs", lines::short(value)).example(lines::quoted(value)),
        false => slip.help(words::QUOTE_TEXT).example(lines::quoted(value)),
    })
}

/// A text that opens with a link: `[[caja]] atiende`.
fn leading_bracket(line: Line<'_>) -> Option<Slip> {
    let start = lines::value_start(line.text)?;
    let value = line.text[start..].trim_end();
    if !value.starts_with(['[', '{']) {
        return None;
    }
    let range = line.start + start..line.start + start + value.len();
    Some(Slip::new(range, words::LEADING_BRACKET).help(words::QUOTE_TEXT).example(lines::quoted(value)))
}

/// A list item among keys. Where a list is open at another height, its item is only out of line.
fn item(text: &str, line: Line<'_>) -> Option<Slip> {
    let start = line.words().start;
    let here = line.indentation();
    let open = line.open(text);
    let out_of_line = open.iter().any(|level| level.is_item) && open.iter().all(|level| level.column != here);
    (line.text.trim_start().starts_with("- ") && !out_of_line)
        .then(|| Slip::new(start..start + 1, words::ITEM).help(words::LIST_UNDER_KEY))
}

/// A line that stands at the height of none of the keys or lists that are open above it.
fn indentation(text: &str, line: Line<'_>) -> Option<Slip> {
    let here = line.indentation();
    let above = line.before(text)?;
    // A line above may have been taken for a text, for want of a space or of its sign.
    if let Some(slip) = line.up(text).skip(1).take(20).find_map(unspaced) {
        return Some(slip);
    }
    let item = line.text.trim_start().starts_with('-');
    let open = line.open(text);
    let fits = |level: &&Level<'_>| level.column != here && (level.is_item == item || item && level.is_empty);
    let near = open.iter().filter(fits).min_by_key(|level| level.column.abs_diff(here));
    let (meant, like) = match near {
        Some(level) => (level.column, level.word),
        // Nothing is open: the line above is no key.
        None if above.indentation() == here => return Some(no_key(above)),
        None => (above.indentation(), &above.text.trim_start()[..lines::word_len(above.text.trim_start())]),
    };
    let range = line.start + here..line.start + here + lines::word_len(line.text.trim_start());
    // Farther right than a text, it may be the rest of that text.
    let continues = open.first().is_some_and(|level| !level.is_empty && level.column < here);
    let help = match meant {
        _ if continues && !item => words::INDENT_OR_QUOTE,
        0 => words::NO_INDENT,
        _ => words::INDENT,
    };
    let slip = Slip::new(range, words::INDENTATION).help(help).arg("like", like);
    Some(slip.arg("spaces", here.to_string()).arg("meant", meant.to_string()))
}

fn tab(text: &str, line: Line<'_>) -> Option<Slip> {
    let has_tab =
        |line: &Line<'_>| line.text.split(|c: char| !c.is_whitespace()).next().is_some_and(|s| s.contains('\t'));
    let line = [Some(line), line.after(text), line.before(text)].into_iter().flatten().find(has_tab)?;
    let at = line.start + line.text.find('\t')?;
    let len = text[at..].bytes().take_while(|b| *b == b'\t').count();
    Some(Slip::new(at..at + len, words::TAB).help(words::SPACES))
}

fn character(line: Line<'_>, offset: usize, c: char) -> Slip {
    if c.is_control() {
        return Slip::new(offset..offset + c.len_utf8(), words::CONTROL).help(words::REMOVE_CHARACTER);
    }
    let column = offset - line.start;
    let value = &line.text[column..lines::value_end(line.text, column)];
    // At the start of a line a star is the sign of a list in other notations.
    if let (true, Some(item)) = (line.text[..column].trim().is_empty(), value.strip_prefix("* ")) {
        let slip = Slip::new(offset..offset + 1, words::STAR).help(words::WRITE);
        return slip.example(lines::short(&format!("- {}", item.trim())));
    }
    Slip::new(offset..offset + value.len(), words::CHARACTER).help(words::QUOTE_TEXT).example(lines::quoted(value))
}

fn dash(line: Line<'_>, offset: usize) -> Slip {
    let column = (offset - line.start).min(line.text.len());
    if line.text[..column].trim_end().ends_with(':') {
        return character(line, offset, '-');
    }
    Slip::new(offset..offset + 1, words::ITEM).help(words::LIST_UNDER_KEY)
}

#[cfg(test)]
mod tests;
