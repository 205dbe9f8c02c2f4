//! Where in a manual's theme the error of a renderer lies: a variable that there is not shows only when a page is made.

use super::{Override, State, entries};
use crate::diag::Diagnostic;
use crate::span::{Sources, Span};

/// An error of Tera or Typst in a file that the theme brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// From the manual's folder on: `theme/html/block/promise.html`.
    pub path: String,
    pub line: usize,
    /// In the words of the one that reads the templates.
    pub detail: String,
    pub reader: &'static str,
}

impl Fault {
    /// The fault that the text of an error tells, if it lies in one of these files.
    pub fn of(reason: &str, overrides: &[Override]) -> Option<Fault> {
        let own = overrides.iter().filter(|file| file.state != State::Default);
        own.filter_map(|file| {
            let html = file.path.strip_prefix("html/").filter(|name| name.ends_with(".html"));
            let mark = html.map_or_else(|| format!("{}:", file.path), |name| format!("--> {name}:"));
            let (before, after) = reason.split_once(&mark)?;
            let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
            // Tera says what before the place, Typst after it.
            let detail = match html {
                Some(_) => before.rsplit_once("error: ")?.1.lines().next()?,
                None => after.split_once(": ")?.1.split(" (called at").next()?.lines().next()?,
            };
            Some(Fault {
                path: format!("theme/{}", file.path),
                line: digits.parse().ok()?,
                detail: detail.trim().to_owned(),
                reader: if html.is_some() { "Tera" } else { "Typst" },
            })
        })
        .next()
    }

    /// The same as a finding at its line.
    pub fn finding(&self, sources: &Sources) -> Option<Diagnostic> {
        let (file, source) = sources.iter().find(|(_, source)| source.path == self.path)?;
        let start: usize = source.text.split_inclusive('\n').take(self.line.checked_sub(1)?).map(str::len).sum();
        let line = source.text.get(start..)?.lines().next().unwrap_or_default();
        let span = Span::new(file, start..start + line.trim_end().len());
        let finding = Diagnostic::new(&entries::TEMPLATE, span);
        let finding = finding.arg("path", self.path.as_str()).arg("detail", self.detail.as_str());
        Some(finding.note(entries::ITS_WORDS, vec![("reader", self.reader.into())]))
    }
}
