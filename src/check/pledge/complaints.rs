//! What is said of complaints: of all of them, or of some kind, degree or step.

use super::words::{Stated, is_acknowledgement, is_complaint};
use crate::check::figures::{self, Figure};
use crate::check::prose;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;

/// Words for complaints of every kind, or of any.
const EVERY: [&str; 18] = [
    "reclamos",
    "reclamaciones",
    "quejas",
    "complaints",
    "reclamações",
    "queixas",
    "todo",
    "toda",
    "todos",
    "todas",
    "cualquier",
    "cada",
    "all",
    "every",
    "any",
    "each",
    "qualquer",
    "nuestros",
];
/// Stems of what tells one case from another, or a part of the work from the whole.
const APART: [&str; 30] = [
    "grav", "urgen", "alta", "alto", "severi", "serio", "sever", "priorid", "priority", "primer", "first", "inicial",
    "initial", "paso", "step", "etapa", "stage", "passo", "investig", "clasific", "classif", "decid", "decis", "cierr",
    "clos", "repar", "ese", "esos", "esta", "tipo",
];

/// Whether a sentence says how long complaints take to be answered, whatever they are: «los reclamos se responden en diez días». Nothing in
/// its paragraph tells one from another.
pub(super) fn is_of_all_complaints(lower: &str, paragraph: &str) -> bool {
    let answers = ["respond", "respuest", "contest", "answer", "repl", "respost"];
    let paragraph = prose::lower(paragraph);
    is_complaint(lower)
        && prose::words(lower).any(|word| EVERY.contains(&word))
        && prose::words(lower).any(|word| answers.iter().any(|stem| word.starts_with(stem)))
        && !prose::words(&paragraph).any(|word| APART.iter().any(|stem| word.starts_with(stem)))
}

/// Whether a time of a complaint procedure may be said: that of a suggestion only where suggestions are spoken of, and that of a grave case
/// or of a step not where all complaints are.
pub(super) fn is_of_case(path: &str, stated: &Stated<'_>) -> bool {
    let mut keys = path.split('.');
    match (keys.next(), keys.next()) {
        (Some("types"), Some(id)) => is_complaint(id) || stated.lower.contains(&prose::lower(id)),
        (Some("severity"), _) if stated.is_of_all => path.ends_with("first_answer"),
        (Some("steps"), _) if stated.is_of_all => false,
        (Some("escalation" | "closing"), _) => false,
        (Some("intake"), _) => is_acknowledgement(stated.lower) || is_acknowledgement(&prose::lower(stated.text)),
        _ => true,
    }
}

/// The limit of the answer that all kinds and degrees of complaints have alike.
pub(super) fn answer_of_all(manual: &Resolved<'_>) -> Option<Figure> {
    let mut limits = Vec::new();
    for procedure in manual.model.complaints.iter().filter(|p| p.base.is_active()) {
        let found = figures::with_paths(manual, Kind::Complaints, &procedure.base.id, &["answer_within"]);
        limits.extend(found.into_iter().filter(|(path, _)| {
            let mut keys = path.split('.');
            keys.next() == Some("severity") || keys.next().is_some_and(is_complaint)
        }));
    }
    let first = limits.first().map(|(_, figure)| figure.clone())?;
    let alike = limits.iter().all(|(_, figure)| figure.path.is_some() && figure.duration() == first.duration());
    alike.then_some(first)
}
