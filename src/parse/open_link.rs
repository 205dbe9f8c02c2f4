//! Brackets of the prose that were meant as a link and are none.

use super::entries;
use super::prose::{Inline, Prose, each_inline};
use crate::diag::Diagnostic;
use crate::span::{FileId, Span};
use std::ops::Range;

/// Reports the opening brackets of links that the reader would see as they stand.
pub fn report(file: FileId, text: &str, range: Range<usize>, prose: &Prose, findings: &mut Vec<Diagnostic>) {
    let mut words = Vec::new();
    each_inline(&prose.blocks, &mut |inline| words.extend(opening(inline)));
    for (_, blocks) in &prose.notes {
        each_inline(blocks, &mut |inline| words.extend(opening(inline)));
    }
    findings.extend(words.into_iter().filter_map(|words| place(file, text, range.clone(), &words)));
}

/// Reports those of one text, whose source is at `span`.
pub fn report_text(source: &str, span: Span, content: &[Inline], findings: &mut Vec<Diagnostic>) {
    if !source.contains('[') {
        return;
    }
    super::prose::inlines(content, &mut |inline| {
        let words = opening(inline);
        let found = words.and_then(|words| place(span.file, source, 0..source.len(), &words));
        findings.extend(found.map(|mut finding| {
            finding.span = span.sub(finding.span.start as usize, finding.span.end as usize);
            finding
        }));
    });
}

/// What stands at the brackets of a text that look like a link, a few characters long.
fn opening(inline: &Inline) -> Option<String> {
    let Inline::Text(text) = inline else { return None };
    let wiki = text.find("[[");
    let link = || {
        let middle = text.find("](")?;
        text[..middle].rfind('[')
    };
    let at = wiki.or_else(link)?;
    Some(text[at..].chars().take(12).collect())
}

/// The finding where the words stand in the source as they are: escaped brackets do not.
fn place(file: FileId, text: &str, range: Range<usize>, words: &str) -> Option<Diagnostic> {
    let within = text.get(range.clone())?;
    let (escaped, open): (Vec<usize>, Vec<usize>) =
        within.match_indices(words).map(|(at, _)| at).partition(|at| within[..*at].ends_with('\\'));
    let finding = |at: usize| {
        let len = if words.starts_with("[[") { 2 } else { 1 };
        let at = range.start + at;
        Diagnostic::new(&entries::OPEN_LINK, Span::new(file, at..at + len))
    };
    // The same words may begin a sound link before.
    if let Some(at) = open.iter().find(|at| !is_sound(&within[**at..])) {
        return Some(finding(*at));
    }
    if let Some((at, link)) = open.iter().find_map(|at| Some((*at, cut_by_cell(within, *at)?))) {
        let example = link.replacen('|', "\\|", 1);
        return Some(finding(at).arg("example", example).help(entries::CELL_LINK));
    }
    // Who escapes the brackets wants them to be seen.
    open.first().filter(|_| escaped.is_empty()).map(|at| finding(*at))
}

/// The link that begins at a place, where it stands in the row of a table and its `|` ends the cell.
fn cut_by_cell(text: &str, at: usize) -> Option<&str> {
    let link = text[at..].split_inclusive("]]").next()?;
    let row = text[..at].rsplit('\n').next()?.trim_start_matches([' ', '>', '\t']);
    let bar = link.find('|').filter(|bar| !link[..*bar].ends_with('\\'))?;
    (row.contains('|') && bar > 0 && link.ends_with("]]")).then_some(link)
}

/// Whether the brackets with which a text begins are closed as those of a link to an entry are.
fn is_sound(text: &str) -> bool {
    let Some(inner) = text.strip_prefix("[[") else { return false };
    inner.find(['[', ']', '\n']).is_some_and(|end| end > 0 && inner[end..].starts_with("]]"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown;
    use crate::span::Sources;

    fn marked(text: &str) -> Vec<usize> {
        let mut sources = Sources::default();
        let file = sources.add("a.md", text, false);
        let mut findings = Vec::new();
        report(
            file,
            text,
            0..text.len(),
            &markdown::prose(file, text, 0..text.len(), markdown::RawHtml::Text),
            &mut findings,
        );
        findings.iter().map(|f| f.span.start as usize).collect()
    }

    #[test]
    fn brackets_that_do_not_link_are_found_where_they_stand() {
        assert_eq!(marked("Vea [[caja]] y [[caja] luego."), [15]);
        assert_eq!(marked("Vea ![Plano](assets/mi plano.png)."), [5]);
        assert_eq!(marked("Vea [[]] aquí."), [4]);
        // In a table the bar of a link with words of its own ends the cell.
        let cell = "| a | b |\n|---|---|\n| [[uno]] | [[uno|palabras]] |";
        assert_eq!(marked(cell), [cell.rfind("[[").expect("there")]);
        // A sound link that begins with the same words stands before it.
        assert_eq!(marked("Vea [[credito.capacity.limit]] y [[credito.capacity.limit] luego."), [33]);
    }

    #[test]
    fn links_code_and_escaped_brackets_are_left_alone() {
        for text in ["[[caja]]", "[a](b.md)", "`[[x`", "\\[\\[x\\]\\]", "[x] y (z)", "- [ ] tarea"] {
            assert!(marked(text).is_empty(), "{text}");
        }
        let escaped = "- [ ] x [[uno]]\n\n| a | b |\n|---|---|\n| c1 | c2 [[uno]] |\n\nTexto \\[[uno]] `[[uno]]`\n";
        assert!(marked(escaped).is_empty(), "{:?}", marked(escaped));
        assert!(marked("| a | b |\n|---|---|\n| c | [[uno\\|palabras]] |").is_empty());
    }
}
