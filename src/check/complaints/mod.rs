//! Complaints (B2xx): a procedure from intake to prevention (B1 to B6).

pub mod answer_step;
pub mod causes;
pub mod conduct;
pub mod correction;
pub mod handling;
pub mod improvement;
pub mod investigation;
pub mod oriented;
pub mod prevention;
pub mod procedure;
pub mod verifier;

use super::Report;
use crate::diag::Diagnostic;
use crate::lang::Text;
use crate::model::base::Status;
use crate::model::complaint::Procedure;
use crate::parse::reader::Given;
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use std::collections::BTreeSet;

/// The procedures that are not retired.
fn procedures<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = &'m Procedure> {
    manual.model.complaints.iter().filter(|p| !matches!(p.base.status, Status::Retired { .. }))
}

/// Reports a part that a procedure does not say.
fn report_part(
    report: &mut Report<'_>,
    procedure: &Procedure,
    span: Span,
    part: Text,
    refine: impl FnOnce(Diagnostic) -> Diagnostic,
) {
    report.at(span, &procedure.base.subject(), |finding| {
        refine(finding.arg("procedure", procedure.base.title()).arg("part", part))
    });
}

/// Reports a block that is missing as a whole at the procedure's name, and each part that a block lacks at the block.
/// `parts` says of each part whether it is there.
fn check_block<T>(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    procedure: &Procedure,
    block: &Given<T>,
    whole: Text,
    parts: impl FnOnce(&T) -> Vec<(bool, Text)>,
) {
    match block {
        // A reason that says nothing is told where it stands.
        Given::None { .. } => {}
        Given::Missing => report_part(report, procedure, procedure.base.span, whole, |f| f),
        Given::Some { value, span } => {
            let head = first_line(manual, *span);
            for (_, part) in parts(value).into_iter().filter(|(is_said, _)| !is_said) {
                report_part(report, procedure, head, part, |f| f);
            }
        }
    }
}

/// The first line of a block: enough to find it, and short enough to show.
fn first_line(manual: &Resolved<'_>, span: Span) -> Span {
    let line = manual.sources.text(span).lines().next().unwrap_or("").trim_end();
    span.sub(0, line.len())
}

/// How many different words a list has.
fn distinct(words: &[Spanned<String>]) -> usize {
    words.iter().map(|word| word.value.as_str()).collect::<BTreeSet<_>>().len()
}
