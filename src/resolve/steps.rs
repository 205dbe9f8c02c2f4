//! Steps that are named by their ids: those that come before a step of a complaint, and those by which a service keeps a promise.

use super::Resolved;
use super::references::offered;
use crate::diag::Diagnostic;
use crate::lang::Text;
use crate::parse::{entries, nearest};
use crate::span::Spanned;

const STEPS: Text = Text { es: "los pasos", en: "the steps", pt: "os passos" };

pub fn check(manual: &Resolved<'_>, findings: &mut Vec<Diagnostic>) {
    for procedure in &manual.model.complaints {
        let known: Vec<&str> =
            procedure.steps.iter().filter_map(|step| step.id.as_ref()).map(|id| &*id.value).collect();
        for after in procedure.steps.iter().flat_map(|step| &step.after) {
            let helps = [entries::NAME_STEP, entries::NAME_STEP_OR];
            findings.extend(unknown(after, &known, helps).map(|finding| finding.subject(procedure.base.subject())));
        }
    }
    for commitment in manual.model.commitments.iter().filter(|c| !c.steps.is_empty()) {
        let mut makers = manual.makers(&commitment.base.id).peekable();
        // A service that is not there is told where it is named.
        if makers.peek().is_none() && commitment.service.is_some() {
            continue;
        }
        let steps = makers.filter_map(|service| service.offering.value()).flat_map(|offering| offering.all_steps());
        let known: Vec<&str> = steps.filter_map(|step| step.id.as_ref()).map(|id| &*id.value).collect();
        for step in &commitment.steps {
            let helps = [entries::NAME_OFFERED_STEP, entries::NAME_OFFERED_STEP_OR];
            findings.extend(unknown(step, &known, helps).map(|finding| finding.subject(commitment.base.subject())));
        }
    }
}

/// What is told of a step that is not there: the nearest ids, or else the ids that there are with the second help.
fn unknown(step: &Spanned<String>, known: &[&str], [alone, or]: [Text; 2]) -> Option<Diagnostic> {
    if known.contains(&step.value.as_str()) {
        return None;
    }
    let finding =
        Diagnostic::new(&entries::UNKNOWN_REFERENCE, step.span).arg("id", step.value.as_str()).arg("kind", STEPS);
    Some(match nearest::several(&step.value, known.iter().copied(), 3).as_slice() {
        [] => match offered(known.iter().copied()) {
            Some(known) => finding.arg("near", "—").arg("known", known).help(or),
            None => finding.arg("near", "—").help(alone),
        },
        [one] => finding.arg("near", *one).help(entries::DID_YOU_MEAN),
        near => finding.arg("near", near.join(", ")),
    })
}
