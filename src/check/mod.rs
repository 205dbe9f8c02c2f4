//! Rules: one file a rule, one folder a family.
//!
//! To add a rule: write its file, add its `mod` line and its row in [`RULES`]. Everything else (explanation, documentation,
//! levels, tests of its examples) follows from its [`Entry`].

pub mod levels;

use crate::diag::{Diagnostic, Entry};
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::Date;

/// A rule: what is said about it, and how it is checked.
pub struct Rule {
    pub entry: Entry,
    pub check: fn(&Resolved<'_>, &mut Report<'_>),
}

/// Where a rule puts its findings. Bound to the rule: it can emit no other code.
pub struct Report<'r> {
    entry: &'static Entry,
    /// The day for which the manual is checked.
    pub today: Date,
    findings: &'r mut Vec<Diagnostic>,
}

impl Report<'_> {
    /// Adds a finding of this rule about an entry (`kind/id`).
    pub fn at(&mut self, span: Span, subject: &str, refine: impl FnOnce(Diagnostic) -> Diagnostic) {
        let finding = Diagnostic::new(self.entry, span);
        let finding = if subject.is_empty() { finding } else { finding.subject(subject) };
        self.findings.push(refine(finding));
    }
}

/// Every rule, by code.
pub const RULES: &[&Rule] = &[];

/// Runs every rule.
pub fn check(manual: &Resolved<'_>, today: Date) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for rule in RULES {
        let mut report = Report { entry: &rule.entry, today, findings: &mut findings };
        (rule.check)(manual, &mut report);
    }
    findings
}
