//! What is said of complaints: of all of them, or of some kind, degree or step.

use super::segment::Segment;
use super::words::{COMPLAINT, Stated, is_acknowledgement, is_complaint};
use crate::check::figures::{self, Figure};
use crate::check::prose::{self, Passage};
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use std::ops::Range;

/// Stems of answering.
const ANSWERS: &[&str] = &["respond", "respuest", "contest", "answer", "repl", "respost"];
/// What customers are told to do.
const ORDERS: &[&str] = &["responda", "respondan", "conteste", "contesten", "responder", "contestar"];
/// Words that may stand beside an answer and its time, and change neither of whom nor when.
const BESIDE: &[&str] = &[
    "el",
    "la",
    "los",
    "las",
    "lo",
    "le",
    "les",
    "se",
    "su",
    "sus",
    "un",
    "una",
    "um",
    "uma",
    "de",
    "del",
    "en",
    "dentro",
    "plazo",
    "máximo",
    "más",
    "tardar",
    "antes",
    "como",
    "a",
    "al",
    "por",
    "escrito",
    "será",
    "serán",
    "es",
    "son",
    "é",
    "ser",
    "usted",
    "nuestra",
    "damos",
    "daremos",
    "dará",
    "recibe",
    "recibirá",
    "tendrá",
    "tiene",
    "caso",
    "todo",
    "toda",
    "todos",
    "todas",
    "cada",
    "cualquier",
    "siempre",
    "within",
    "we",
    "will",
    "you",
    "your",
    "be",
    "is",
    "are",
    "it",
    "the",
    "in",
    "at",
    "most",
    "latest",
    "writing",
    "by",
    "to",
    "an",
    "have",
    "receive",
    "get",
    "our",
    "all",
    "any",
    "every",
    "always",
    "o",
    "os",
    "as",
    "ao",
    "da",
    "do",
    "no",
    "em",
    "prazo",
    "lhe",
    "seu",
    "sua",
    "você",
    "receberá",
    "terá",
    "tem",
    "são",
    "qualquer",
    "sempre",
    "nossa",
    "daremos",
    "mais",
];

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

/// Whether a part of a sentence says by when the complaint that is spoken of is answered, and nothing besides: «le responderemos en diez
/// días» in the text of a complaint procedure, «su reclamo será respondido en diez días» anywhere.
pub(super) fn is_its_answer(passage: &Passage<'_>, figure: &Range<usize>, about: bool) -> bool {
    if !about {
        return false;
    }
    let segment = Segment::of(passage, figure);
    if segment.is_open() {
        return false;
    }
    let words = segment.words(&segment.range());
    let is = |word: &str, stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    // “Reply within five days” is an order.
    let ordered = matches!(words.first().map(String::as_str), Some("answer" | "reply" | "answers" | "replies"));
    !ordered
        && words.iter().any(|word| is(word, ANSWERS))
        && words.iter().all(|word| {
            let answers = is(word, ANSWERS) && !ORDERS.contains(&word.as_str());
            answers || is(word, &COMPLAINT) || BESIDE.contains(&word.as_str())
        })
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
