//! Ends of streams that could be read in two ways.
//!
//! PDF/A wants the length of a stream to match the bytes before the end of line that precedes `endstream`. The exporter ends
//! that line with a line feed. When the last byte of the data happens to be a carriage return, as one in 256 is, the two
//! read as one end of line, and a strict reader counts a byte less than `/Length` says. A carriage return of its own before
//! the line feed settles it.

use super::super::RenderError;
use std::ops::Range;

const AMBIGUOUS: &[u8] = b"\r\nendstream\nendobj";
/// Bytes of an entry of the cross-reference table: ten digits, a space, five digits, a space, a letter, an end of line.
const ENTRY: usize = 20;

/// Makes all ends of streams unambiguous and moves the cross-reference table's offsets along.
pub fn settle(pdf: Vec<u8>) -> Result<Vec<u8>, RenderError> {
    let inserts: Vec<usize> = positions(&pdf, AMBIGUOUS).map(|at| at + 1).collect();
    if inserts.is_empty() {
        return Ok(pdf);
    }
    let table = table(&pdf).ok_or_else(|| RenderError("the exported PDF has no plain cross-reference table".into()))?;
    let moved = |offset: usize| offset + inserts.partition_point(|&at| at < offset);

    let mut out = Vec::with_capacity(pdf.len() + inserts.len() + 1);
    let mut from = 0;
    for &at in &inserts {
        out.extend_from_slice(&pdf[from..at]);
        out.push(b'\r');
        from = at;
    }
    out.extend_from_slice(&pdf[from..table.entries.start]);
    for entry in pdf[table.entries.clone()].chunks(ENTRY) {
        match number(&entry[..10]) {
            Some(offset) if entry[17] == b'n' => out.extend_from_slice(format!("{:010}", moved(offset)).as_bytes()),
            _ => out.extend_from_slice(&entry[..10]),
        }
        out.extend_from_slice(&entry[10..]);
    }
    out.extend_from_slice(&pdf[table.entries.end..table.start.start]);
    out.extend_from_slice(moved(table.offset).to_string().as_bytes());
    out.extend_from_slice(&pdf[table.start.end..]);
    Ok(out)
}

struct Table {
    /// Where the table stands in the file.
    offset: usize,
    /// Its entries.
    entries: Range<usize>,
    /// The digits after `startxref`.
    start: Range<usize>,
}

fn table(pdf: &[u8]) -> Option<Table> {
    let word = b"startxref\n";
    let start = positions(pdf, word).last()? + word.len();
    let end = start + pdf[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let offset = number(&pdf[start..end])?;
    let head = pdf.get(offset..)?.strip_prefix(b"xref\n0 ")?;
    let line = head.iter().position(|&byte| byte == b'\n')?;
    let count = number(head[..line].trim_ascii())?;
    let first = pdf.len() - head.len() + line + 1;
    let entries = first..first + count * ENTRY;
    (entries.end <= start).then_some(Table { offset, entries, start: start..end })
}

fn number(digits: &[u8]) -> Option<usize> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

fn positions<'a>(bytes: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes.windows(wanted.len()).enumerate().filter(move |(_, window)| *window == wanted).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of two objects, of which the first is a stream with this data.
    fn file(data: &[u8]) -> Vec<u8> {
        let mut pdf = b"%PDF-1.7\n".to_vec();
        let first = pdf.len();
        pdf.extend_from_slice(format!("1 0 obj\n<</Length {}>>\nstream\n", data.len()).as_bytes());
        pdf.extend_from_slice(data);
        pdf.extend_from_slice(b"\nendstream\nendobj\n");
        let second = pdf.len();
        pdf.extend_from_slice(b"2 0 obj\n<<>>\nendobj\n");
        let table = pdf.len();
        pdf.extend_from_slice(b"xref\n0 3\n0000000000 65535 f\r\n");
        for offset in [first, second] {
            pdf.extend_from_slice(format!("{offset:010} 00000 n\r\n").as_bytes());
        }
        pdf.extend_from_slice(format!("trailer\n<</Size 3>>\nstartxref\n{table}\n%%EOF\n").as_bytes());
        pdf
    }

    #[test]
    fn a_clear_end_stays_as_it_is() {
        assert_eq!(settle(file(b"data")).unwrap(), file(b"data"));
    }

    #[test]
    fn an_ambiguous_end_gets_a_line_end_of_its_own_and_the_offsets_follow() {
        let settled = settle(file(b"dat\r")).unwrap();
        assert_eq!(positions(&settled, b"dat\r\r\nendstream").count(), 1);
        let table = table(&settled).expect("a table at the place that startxref names");
        assert!(settled[table.offset..].starts_with(b"xref"));
        let offsets: Vec<usize> =
            settled[table.entries].chunks(ENTRY).skip(1).map(|entry| number(&entry[..10]).unwrap()).collect();
        assert!(settled[offsets[0]..].starts_with(b"1 0 obj"));
        assert!(settled[offsets[1]..].starts_with(b"2 0 obj"));
    }
}
