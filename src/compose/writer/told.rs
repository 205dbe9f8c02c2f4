//! Lengths of time that an author wrote in the language of values inside a text: «a los 2 business days» is told in the reader's
//! words. In English nothing is to be done, since values are written in it.

use super::Writer;
use crate::ir::Inline;
use crate::lang::{Lang, format};
use crate::values::Duration;
use std::ops::Range;

/// The units as values are written, the longer before those they hold.
const UNITS: [&str; 8] = ["business day", "business hour", "calendar day", "second", "minute", "hour", "week", "month"];

impl Writer<'_> {
    /// A text with its lengths of time in the reader's words.
    pub(super) fn told(&self, text: &str) -> Vec<Inline> {
        let found = if self.lang == Lang::En { Vec::new() } else { written_times(text) };
        let mut out = Vec::new();
        let mut at = 0;
        for (range, duration) in found {
            if range.start > at {
                out.push(Inline::text(&text[at..range.start]));
            }
            out.push(Inline::Limit { text: format::duration(self.locale, &duration) });
            at = range.end;
        }
        if at < text.len() || out.is_empty() {
            out.push(Inline::text(&text[at..]));
        }
        out
    }
}

/// Where a text has lengths of time as the language of values writes them.
fn written_times(text: &str) -> Vec<(Range<usize>, Duration)> {
    let mut out: Vec<(Range<usize>, Duration)> = Vec::new();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '/' | ':' | '_');
    for (start, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        // A number begins where nothing of it stands before.
        if text[..start].chars().next_back().is_some_and(is_part)
            || out.last().is_some_and(|(last, _)| start < last.end)
        {
            continue;
        }
        let number = text[start..].find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(0);
        let after = &text[start + number..];
        let unit_at = after.len() - after.trim_start_matches([' ', '\u{a0}']).len();
        let unit = UNITS.iter().find(|unit| after[unit_at..].starts_with(**unit)).filter(|_| unit_at > 0);
        let Some(unit) = unit else { continue };
        let end = unit_at + unit.len();
        let end = if after[end..].starts_with('s') { end + 1 } else { end };
        if after[end..].chars().next().is_some_and(|c| c.is_alphanumeric() || c == '-') {
            continue;
        }
        let range = start..start + number + end;
        if let Ok(duration) = Duration::parse(&text[range.clone()]) {
            out.push((range, duration));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_the_language_of_values_are_found_in_texts() {
        let found = |text: &str| -> Vec<String> {
            written_times(text).into_iter().map(|(range, _)| text[range].to_owned()).collect()
        };
        assert_eq!(found("a los 2 business days sin respuesta"), ["2 business days"]);
        assert_eq!(found("en 2..4 calendar days, o en 1 business hour."), ["2..4 calendar days", "1 business hour"]);
        assert_eq!(found("30 minutes y 1.5 hours"), ["30 minutes", "1.5 hours"]);
        for plain in [
            "el plan 24hours",
            "a los 2 días hábiles",
            "A-30 minutes",
            "3 minutest",
            "2 days",
            "business days",
            "3.  minutes",
        ] {
            assert!(found(plain).is_empty(), "{plain}");
        }
    }
}
