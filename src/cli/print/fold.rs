//! Which findings are shown whole and which are told together, so that five hundred of them can still be read.
//!
//! A few findings are all shown. Of many, each file shows the first of each code, and each code is shown whole only so often in
//! the run: whoever has read it five times knows it. The rest of a code in a file is one line with its places. Errors get more
//! room than warnings, since all of them have to be mended.

use super::{Manner, matches};
use crate::diag::{Diagnostic, Severity};
use crate::span::FileId;
use std::collections::BTreeMap;

/// Up to so many findings are all shown.
const FEW: usize = 12;

/// What is shown of a file, in the order of the text.
#[derive(Debug)]
pub struct Group<'r> {
    pub file: FileId,
    /// All findings of the file that were asked for, shown whole or not.
    pub all: Vec<&'r Diagnostic>,
    pub whole: Vec<&'r Diagnostic>,
    /// Findings of one code that are told together, the codes in order.
    pub folded: Vec<Vec<&'r Diagnostic>>,
}

/// The findings by file. They come sorted by file and place.
pub fn groups<'r>(findings: &'r [Diagnostic], manner: &Manner) -> Vec<Group<'r>> {
    let asked: Vec<&Diagnostic> = findings.iter().filter(|f| matches(&manner.codes, f.code())).collect();
    let everything = manner.all || !manner.codes.is_empty() || asked.len() <= FEW;
    let mut in_run: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out: Vec<Group<'r>> = Vec::new();
    for finding in asked {
        if out.last().is_none_or(|group| group.file != finding.span.file) {
            out.push(Group { file: finding.span.file, all: Vec::new(), whole: Vec::new(), folded: Vec::new() });
        }
        let group = out.last_mut().expect("one was just added");
        group.all.push(finding);
        let (most_in_file, most_in_run) = room(finding.severity);
        let in_file = group.whole.iter().filter(|f| f.code() == finding.code()).count();
        let shown = in_run.entry(finding.code()).or_default();
        if everything || in_file < most_in_file && *shown < most_in_run {
            *shown += 1;
            group.whole.push(finding);
            continue;
        }
        match group.folded.iter_mut().find(|list| list[0].code() == finding.code()) {
            Some(list) => list.push(finding),
            None => group.folded.push(vec![finding]),
        }
    }
    for group in &mut out {
        // A single one takes no less room when it is told apart from its like.
        let Group { whole, folded, .. } = group;
        let alone = |list: &mut Vec<&Diagnostic>| list.len() == 1 && whole.iter().any(|f| f.code() == list[0].code());
        let single: Vec<&Diagnostic> = folded.extract_if(.., alone).flatten().collect();
        whole.extend(single);
        whole.sort_by_key(|f| (f.span, f.code()));
        group.folded.sort_by_key(|list| (std::cmp::Reverse(list[0].severity), list[0].code()));
    }
    out
}

/// How often a code is shown whole in one file, and in the run.
fn room(severity: Severity) -> (usize, usize) {
    match severity {
        Severity::Error => (5, 15),
        Severity::Warning | Severity::Note => (2, 5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::formats::fixture::{MISSING, WORDING};
    use crate::span::{Sources, Span};

    /// So many warnings in each of some files, with one error at the end of each.
    fn many(files: usize, warnings: usize) -> Vec<Diagnostic> {
        let mut sources = Sources::default();
        let mut out = Vec::new();
        for i in 0..files {
            let file = sources.add(format!("{i}.yaml"), "x".repeat(warnings + 1), false);
            out.extend((0..warnings).map(|at| Diagnostic::new(&WORDING, Span::new(file, at..at + 1))));
            out.push(Diagnostic::new(&MISSING, Span::new(file, warnings..warnings + 1)));
        }
        out
    }

    #[test]
    fn few_are_all_shown_and_of_many_the_first() {
        let few = many(1, FEW - 1);
        assert_eq!(groups(&few, &Manner::default())[0].whole.len(), FEW);
        let findings = many(10, 50);
        let shown = groups(&findings, &Manner::default());
        let warnings: Vec<usize> = shown.iter().map(|g| g.whole.len() - 1).collect();
        assert_eq!(warnings, [2, 2, 1, 0, 0, 0, 0, 0, 0, 0], "each error is shown beside them");
        assert!(shown.iter().all(|g| g.whole.len() + g.folded.iter().map(Vec::len).sum::<usize>() == 51));
        assert!(shown.iter().all(|g| g.all.len() == 51));
    }

    #[test]
    fn one_who_asks_sees_everything() {
        let findings = many(2, 50);
        let all = Manner { all: true, ..Manner::default() };
        assert!(groups(&findings, &all).iter().all(|g| g.whole.len() == 51 && g.folded.is_empty()));
        let one = Manner { codes: vec!["w901".into()], ..Manner::default() };
        assert!(groups(&findings, &one).iter().all(|g| g.whole.len() == 50 && g.all.len() == 50));
        let none = Manner { codes: vec!["I7".into()], ..Manner::default() };
        assert!(groups(&findings, &none).is_empty());
    }
}
