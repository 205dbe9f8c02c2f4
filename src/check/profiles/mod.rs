//! Profiles (L8xx): what declared laws and standards ask, and the profiles and declarations themselves.

pub mod companion;
pub mod declared_ahead;
pub mod declared_expired;
pub mod declared_nothing;
pub mod doubt;
pub mod fact;
pub mod failed;
pub mod form;
pub mod label;
pub mod not_due;
pub mod precedence;
pub mod predicate;
pub mod source_review;
pub mod unattested;
pub mod unknown;
pub mod unknown_profile;

use crate::check::Report;
use crate::diag::{Arg, Diagnostic, Label, Severity};
use crate::lang::Text;
use crate::model::manifest::Attestation;
use crate::profiles::pack::Fault;
use crate::profiles::predicate::Note;
use crate::profiles::{ClauseResult, State, own};
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};

const NEAR: Text = Text { es: "escriba `{near}`", en: "write `{near}`", pt: "escreva `{near}`" };
const NOTE: Text = Text { es: "{detail}", en: "{detail}", pt: "{detail}" };
const UNDECLARED: Text = Text { es: "nadie lo ha declarado", en: "nobody has declared it", pt: "ninguém o declarou" };
const WRITE_ASKED: Text = Text {
    es: "escriba {ask} si así se trabaja; si no, cambie primero la práctica; esto no es asesoramiento jurídico",
    en: "write {ask} if that is how you work; if not, change the practice first; this is not legal advice",
    pt: "escreva {ask} se é assim que se trabalha; se não, mude primeiro a prática; isto não é aconselhamento jurídico",
};
/// A finding for each result that is wanted, at the place of its first note.
fn each(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    wanted: impl Fn(&ClauseResult) -> bool,
    refine: impl Fn(Diagnostic, &ClauseResult) -> Diagnostic,
) {
    for assessment in report.assessments(manual) {
        for result in assessment.results.iter().filter(|result| wanted(result)) {
            if result.notes.is_empty() && !assessment.scope.is_empty() {
                // Whether the profile applies at all is not known, which is said once.
                continue;
            }
            let clause = assessment.clause(result);
            let span = place(result.notes.first(), assessment.span, manual);
            let subject = result.notes.first().map_or("", |note| note.subject.as_str());
            report.at(span, subject, |finding| {
                let finding = finding
                    .arg("clause", assessment.name(result))
                    .arg("profile", assessment.pack.slug.as_str())
                    .arg("id", clause.id.as_str())
                    .arg("text", assessment.text(clause));
                let finding = detailed(finding, &result.notes, assessment.span);
                let ask = result.notes.first().and_then(|note| note.args.iter().find(|(name, _)| *name == "ask"));
                let finding = match ask {
                    Some((_, ask)) => finding.arg("ask", ask.clone()).help(WRITE_ASKED),
                    None => finding,
                };
                let severity = match result.state {
                    _ if assessment.voluntary => Severity::Note,
                    // One reading is met, so that nothing forbids publishing.
                    State::Doubt => clause.severity.min(Severity::Warning),
                    _ => clause.severity,
                };
                refine(Diagnostic { severity, ..finding }, result)
            });
        }
    }
}

/// A finding as it is.
fn plain(finding: Diagnostic, _: &ClauseResult) -> Diagnostic {
    finding
}

/// Where a note stands: what no entry says is shown where the profile is declared.
fn place(note: Option<&Note>, profile: Span, manual: &Resolved<'_>) -> Span {
    match note {
        Some(note) if !(note.missing && note.subject.is_empty()) && note.span != manual.model.manifest.span => {
            note.span
        }
        _ => profile,
    }
}

/// Adds the first note as `detail` and the places of the others.
fn detailed(finding: Diagnostic, notes: &[Note], profile: Span) -> Diagnostic {
    let said = |note: &Note| Arg::Phrase(note.text, note.args.clone());
    let detail = notes.first().map_or(Arg::Words(UNDECLARED), said);
    let mut finding = finding.arg("detail", detail);
    /// More places are no help.
    const MOST: usize = 6;
    for note in notes.iter().skip(1).take(MOST) {
        let span = if note.subject.is_empty() && note.missing { profile } else { note.span };
        finding.labels.push(Label::new(span, NOTE, vec![("detail", said(note))]));
    }
    finding
}

/// The mistakes in the organisation's own profiles.
fn all_faults(manual: &Resolved<'_>) -> Vec<(Span, Fault)> {
    if manual.model.profiles.is_empty() {
        return Vec::new();
    }
    own(manual).into_iter().flat_map(|(_, faults)| faults).collect()
}

type Said = (Vec<(&'static str, String)>, Option<String>);

/// A finding for each mistake for which `tell` gives arguments and, where there is one, the nearest right word.
fn faults(manual: &Resolved<'_>, report: &mut Report<'_>, tell: impl Fn(&Fault) -> Option<Said>) {
    for (span, fault) in all_faults(manual) {
        let Some((args, near)) = tell(&fault) else { continue };
        report.at(span, "", |finding| {
            let finding = args.into_iter().fold(finding, |finding, (name, value)| finding.arg(name, value));
            match near {
                Some(near) => finding.arg("near", near.as_str()).help(NEAR).edit(span, near),
                None => finding,
            }
        });
    }
}

/// The full id of the clause that a declaration is about.
fn declared_clause(attestation: &Attestation) -> String {
    let word = |word: &Option<Spanned<String>>| word.as_ref().map_or_else(String::new, |word| word.value.clone());
    format!("{}/{}", word(&attestation.profile), word(&attestation.clause))
}
