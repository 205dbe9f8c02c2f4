//! Findings for other programs: one file a format. All write text that depends on nothing but the findings.

pub mod github;
pub mod gitlab;
pub mod json;
pub mod junit;
pub mod sarif;

use super::manual::Place;
use crate::diag::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::span::{Position, Sources, Span};
use serde::Serialize;

/// The findings of a run, with what is needed to tell them.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    pub sources: &'a Sources,
    pub findings: &'a [Diagnostic],
    /// The language of the messages.
    pub lang: Lang,
    pub place: &'a Place,
    /// Whether warnings count as errors.
    pub denied: bool,
}

/// How many findings there are of each level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
}

impl Report<'_> {
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for finding in self.findings {
            match finding.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Note => counts.notes += 1,
            }
        }
        counts
    }

    /// Whether a finding keeps the manual from passing.
    pub fn fails(&self, finding: &Diagnostic) -> bool {
        match finding.severity {
            Severity::Error => true,
            Severity::Warning => self.denied,
            Severity::Note => false,
        }
    }

    /// Whether the manual passes.
    pub fn passes(&self) -> bool {
        !self.findings.iter().any(|finding| self.fails(finding))
    }

    /// The notes of a finding, a line each.
    fn notes(&self, finding: &Diagnostic) -> Vec<String> {
        finding.notes.iter().map(|note| note.text(self.lang)).collect()
    }

    /// The message of a finding and its notes, for formats that have one text for both.
    fn story(&self, finding: &Diagnostic) -> String {
        std::iter::once(finding.message(self.lang)).chain(self.notes(finding)).collect::<Vec<_>>().join("\n")
    }

    /// Where a span begins and ends. The end is the first character behind it.
    fn range(&self, span: Span) -> (Position, Position) {
        (self.sources.start(span), self.sources.end(span))
    }

    /// A file from the manual's folder.
    fn path(&self, span: Span) -> &str {
        &self.sources.get(span.file).path
    }

    /// A file from the current folder.
    fn path_from_here(&self, span: Span) -> String {
        self.place.of(self.path(span))
    }
}

#[cfg(test)]
pub mod fixture {
    //! Findings with everything that a format may stumble over.

    use super::*;
    use crate::diag::Entry;
    use crate::lang::Text;

    pub const MISSING: Entry = Entry {
        code: "C301",
        name: "promise-without-indicator",
        severity: Severity::Error,
        message: Text {
            es: "el compromiso «{id}» no tiene indicador",
            en: "the commitment “{id}” has no indicator",
            pt: "o compromisso “{id}” não tem indicador",
        },
        why: Text {
            es: "Lo que no se mide no se cumple.",
            en: "What is not measured is not kept.",
            pt: "O que não se mede não se cumpre.",
        },
        fix: Text { es: "escriba «indicator:»", en: "write “indicator:”", pt: "escreva “indicator:”" },
        bad: "commitments:\n  a:\n#^\n    promise: x\n",
        good: "commitments: {}\n",
    };

    pub const WORDING: Entry = Entry {
        code: "W901",
        name: "forbidden-name",
        severity: Severity::Warning,
        message: Text {
            es: "100 % de «{id}»,\ndos líneas",
            en: "100 % of “{id}”,\ntwo lines",
            pt: "100 % de “{id}”,\nduas linhas",
        },
        why: Text { es: "Confunde.", en: "It confuses.", pt: "Confunde." },
        fix: Text { es: "escriba el nombre", en: "write the name", pt: "escreva o nome" },
        bad: "",
        good: "",
    };

    const LABEL: Text = Text { es: "la meta es esta", en: "this is the target", pt: "a meta é esta" };

    const NOTE: Text = Text {
        es: "sin él, {measured} de {all} se miden",
        en: "without it, {measured} of {all} are measured",
        pt: "sem ele, {measured} de {all} se medem",
    };

    pub fn sources() -> Sources {
        let mut sources = Sources::default();
        sources.add("services/año nuevo.md", "---\nname: \"ñandú\"\n  respuesta: 24 horas\n---\n", false);
        sources.add("channels.yaml", "telefono:\n  name: x\n", false);
        sources
    }

    pub fn findings(sources: &Sources) -> Vec<Diagnostic> {
        let files: Vec<_> = sources.iter().map(|(id, s)| (id, s.text.clone())).collect();
        let span = |i: usize, text: &str| {
            let at = files[i].1.find(text).expect("in the text");
            Span::new(files[i].0, at..at + text.len())
        };
        vec![
            Diagnostic::new(&MISSING, span(0, "respuesta"))
                .arg("id", "respuesta")
                .subject("commitments/respuesta")
                .label(span(1, "telefono"), LABEL)
                .note(NOTE, vec![("measured", "0".into()), ("all", "3".into())])
                .edit(span(0, "24 horas"), "24 hours"),
            Diagnostic::new(&WORDING, span(1, "x")).arg("id", "<x> & ]]> \u{1b}[0m"),
        ]
    }

    /// Runs something with a report of the findings above.
    pub fn with<T>(lang: Lang, act: impl FnOnce(&Report<'_>) -> T) -> T {
        let sources = sources();
        let findings = findings(&sources);
        let place = Place::default();
        act(&Report { sources: &sources, findings: &findings, lang, place: &place, denied: false })
    }
}
