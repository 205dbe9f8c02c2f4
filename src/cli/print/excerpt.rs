//! One finding: the message, the excerpt with its place marked, other places that belong to it, and what to write.

use super::wrap::wrap;
use crate::cli::formats::Report;
use crate::diag::{Diagnostic, Severity};
use crate::span::{FileId, Span};
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// Places farther apart than this many bytes get excerpts of their own.
const REACH: usize = 16 * 1024;

/// How many bytes of a very long line are shown on each side of the place; the renderer cuts shorter lines by itself.
const MARGIN: usize = 4 * 1024;

/// One finding, as wide as `width` columns where its words can be broken.
pub fn finding(report: &Report<'_>, finding: &Diagnostic, width: usize) -> String {
    let words = &report.lang.words().command.findings;
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(words.error),
        Severity::Warning => Level::WARNING.with_name(words.warning),
        Severity::Note => Level::NOTE.with_name(words.note),
    };
    let indent = super::level_word(words, finding.severity).chars().count() + finding.code().len() + 4;
    let message = wrap(&finding.message(report.lang), width.saturating_sub(indent)).join("\n");
    let title = level.primary_title(message).id(finding.code());
    let mut excerpts = vec![Excerpt::new(finding.span)];
    for label in &finding.labels {
        let text = label.text(report.lang);
        match excerpts.iter_mut().find(|e| e.reaches(label.span)) {
            Some(excerpt) => excerpt.marks.push((label.span, Some(text))),
            None => excerpts.push(Excerpt { file: label.span.file, marks: vec![(label.span, Some(text))] }),
        }
    }
    let mut group = Group::with_title(title);
    for (i, excerpt) in excerpts.iter().enumerate() {
        group = group.elements(excerpt.elements(report, i == 0));
    }
    // What follows stands behind the numbers of the lines, a sign and its name.
    for note in &finding.notes {
        let indent = words.note.chars().count() + 11;
        let text = wrap(&note.text(report.lang), width.saturating_sub(indent)).join("\n");
        group = group.element(Level::NOTE.with_name(words.note).message(text));
    }
    let indent = words.help.chars().count() + 11;
    let help = wrap(&finding.help_text(report.lang), width.saturating_sub(indent)).join("\n");
    let help = Level::HELP.with_name(words.help).message(help);
    let text = Renderer::styled().term_width(width).render(&[group.element(help)]);
    // An excerpt that follows its origin opens with an empty mark of another file.
    let lines = text.lines().filter(|line| anstream::adapter::strip_str(line).to_string().trim() != ":::");
    lines.collect::<Vec<_>>().join("\n")
}

/// Places of one file that are shown together. The first is where the finding is, in the first excerpt of a finding.
struct Excerpt {
    file: FileId,
    marks: Vec<(Span, Option<String>)>,
}

impl Excerpt {
    fn new(span: Span) -> Excerpt {
        Excerpt { file: span.file, marks: vec![(span, None)] }
    }

    /// Whether a place is near enough to be shown in the same excerpt.
    fn reaches(&self, span: Span) -> bool {
        let near = |mark: &Span| mark.range().start.abs_diff(span.range().start) < REACH;
        self.file == span.file && self.marks.iter().all(|(mark, _)| near(mark))
    }

    /// Where the excerpt is, and its lines with their marks.
    fn elements<'a>(&self, report: &Report<'_>, primary: bool) -> Vec<Element<'a>> {
        let text = &*report.sources.get(self.file).text;
        let spans: Vec<Range<usize>> = self.marks.iter().map(|(span, _)| clamp(text, span.range())).collect();
        let window = window(text, &spans);
        let position = report.sources.position(self.file, spans[0].start);
        let first_line = report.sources.position(self.file, window.start).line;
        let path = report.place.of(&report.sources.get(self.file).path);
        let marks = spans.iter().zip(&self.marks).enumerate().map(|(i, (span, (_, label)))| {
            let kind = if primary && i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let inside = |at: usize| at.clamp(window.start, window.end) - window.start;
            kind.span(inside(span.start)..inside(span.end)).label(label.clone())
        });
        let marks: Vec<Annotation<'a>> = marks.collect();
        let cut = window.start > 0 && !text[..window.start].ends_with('\n');
        let snippet = Snippet::source(text[window].to_owned()).line_start(first_line).annotations(marks);
        match cut {
            // The excerpt begins within a line, so it cannot tell the column by itself.
            true => {
                let origin = Origin::path(path).line(position.line).char_column(position.column);
                vec![Element::Origin(origin), Element::Cause(snippet)]
            }
            false => vec![Element::Cause(snippet.path(path))],
        }
    }
}

/// A range that fits the text, not longer than a person looks at, and at least one character where there is one.
fn clamp(text: &str, range: Range<usize>) -> Range<usize> {
    let start = floor(text, range.start.min(text.len()));
    let end = floor(text, range.end.clamp(start, text.len()).min(start + REACH));
    // The line break at the end of a block belongs to nobody's eye.
    let seen = text[start..end].trim_end_matches(['\n', '\r']).len();
    start..start + seen
}

/// The whole lines that hold the ranges, but of a very long line only what is around the first range.
fn window(text: &str, ranges: &[Range<usize>]) -> Range<usize> {
    let start = ranges.iter().map(|r| r.start).min().unwrap_or(0);
    let end = ranges.iter().map(|r| r.end).max().unwrap_or(start);
    let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |i| end + i);
    let line_end = line_end - usize::from(text[end..line_end].ends_with('\r'));
    floor(text, line_start.max(start.saturating_sub(MARGIN)))..floor(text, line_end.min(end + MARGIN))
}

/// The nearest character boundary at or before a place.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::plain;
    use super::*;
    use crate::cli::formats::fixture::{MISSING, WORDING};
    use crate::cli::manual::Place;
    use crate::lang::{Lang, Text};
    use crate::span::Sources;

    /// A finding as a person reads it, without colours.
    fn shown(text: &str, range: Range<usize>, lang: Lang) -> String {
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", text, false);
        let findings = [Diagnostic::new(&WORDING, Span::new(file, range)).arg("id", "x")];
        let place = Place::default();
        let report = Report { sources: &sources, findings: &findings, lang, place: &place, denied: false };
        plain(&finding(&report, &findings[0], 120))
    }

    #[test]
    fn the_line_and_its_mark_stand_under_each_other() {
        let marked = |text: &str, word: &str| {
            let at = text.find(word).expect("in the text");
            let shown = shown(text, at..at + word.len(), Lang::En);
            let lines: Vec<String> = shown.lines().map(str::to_owned).collect();
            let mark = lines.iter().position(|l| l.contains('^')).expect("marked");
            (lines[mark - 1].clone(), lines[mark].clone())
        };
        let (line, mark) = marked("uno: dos\r\ntres: cuatro\r\ncinco: seis\r\n", "cuatro");
        assert_eq!((line.as_str(), mark.as_str()), ("2 | tres: cuatro", "  |       ^^^^^^"));
        let (line, mark) = marked("a:\tb: x\n", "x");
        assert_eq!((line.as_str(), mark.as_str()), ("1 | a:    b: x", "  |          ^"));
        // A wide character takes two columns.
        let (line, mark) = marked("名前: ñandú", "ñandú");
        assert_eq!((line.as_str(), mark.as_str()), ("1 | 名前: ñandú", "  |       ^^^^^"));
    }

    #[test]
    fn no_place_is_too_odd_to_be_shown() {
        let long = format!("k: {}\nz: 1\n", "ñ".repeat(400_000));
        let cases: [(&str, Range<usize>); 12] = [
            ("", 0..0),
            ("", 5..9),
            ("a", 1..1),
            ("a\n", 2..2),
            ("a\n", 1..2),
            ("a\r\nb\r\n", 1..3),
            ("ñ", 1..2),
            ("\n\n\n", 1..2),
            ("a\nb\nc\n", 0..6),
            ("a: \u{1b}[31m\u{202e}x\u{0}", 3..4),
            (&long, 3..4),
            (&long, 200_003..200_005),
        ];
        for (text, range) in cases {
            for lang in Lang::ALL {
                let shown = shown(text, range.clone(), lang);
                assert!(shown.contains("W901") && shown.contains("a.yaml:"), "{range:?}\n{shown}");
                assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{0}']), "{range:?}\n{shown:?}");
                assert!(shown.len() < 4_000, "{range:?}: {} bytes", shown.len());
            }
        }
        assert!(shown(&long, 200_003..200_005, Lang::En).contains("a.yaml:1:100004"));
    }

    #[test]
    fn a_whole_block_is_shown_by_its_ends() {
        let text: String = (1..=3000).map(|i| format!("clave{i}: valor\n")).collect();
        let shown = shown(&text, 0..text.len(), Lang::Es);
        assert!(shown.lines().count() < 20, "{shown}");
    }

    #[test]
    fn a_label_far_away_has_its_own_excerpt() {
        const HERE: Text = Text { es: "aquí", en: "here", pt: "aqui" };
        let text = format!("a: 1\n{}z: 2\n", "# relleno\n".repeat(5_000));
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", text.as_str(), false);
        let far = text.find("z:").expect("in the text");
        let found = [Diagnostic::new(&MISSING, Span::new(file, 0..1)).label(Span::new(file, far..far + 1), HERE)];
        let place = Place::default();
        let report = Report { sources: &sources, findings: &found, lang: Lang::Pt, place: &place, denied: false };
        let shown = plain(&finding(&report, &found[0], 120));
        assert!(shown.contains("::: a.yaml:5002:1") && shown.contains("- aqui"), "{shown}");
    }

    #[test]
    fn words_are_broken_to_the_width_between_words() {
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", "k: x\n", false);
        let id = "un nombre bastante largo que no cabe en la línea de una terminal estrecha ni en la siguiente";
        let found = [Diagnostic::new(&MISSING, Span::new(file, 0..1)).arg("id", id)];
        let place = Place::default();
        let report = Report { sources: &sources, findings: &found, lang: Lang::Es, place: &place, denied: false };
        let shown = plain(&finding(&report, &found[0], 60));
        assert!(shown.lines().all(|line| line.chars().count() <= 60), "{shown}");
        assert!(shown.contains("\n             "), "the second line stands under the first word\n{shown}");
    }
}
