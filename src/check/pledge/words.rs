//! The words by which a sentence tells which promise it speaks of.

use super::Topic;
use crate::check::figures::Figure;
use crate::check::prose::{self, Passage};
use crate::model::base::Base;
use crate::model::channel::ChannelKind;
use crate::model::commitment::Commitment;
use crate::parse::mention::{Likeness, Mention, Unit};
use crate::values::{Decimal, Quantity, TimeUnit};
use std::collections::HashSet;

/// Names shorter than this are words of everyday use too often: «Caja», «Chat».
pub(super) const SHORTEST: usize = 6;

/// Stems of words for complaints, in the three languages.
pub const COMPLAINT: [&str; 4] = ["reclam", "queja", "complain", "queixa"];
/// Stems of words for the acknowledgement of one.
pub(super) const ACKNOWLEDGE: [&str; 2] = ["acus", "acknowledg"];
/// Stems of what a customer does within a time, if the sentence has a complaint or an answer beside it.
pub(super) const FILING: [&str; 9] =
    ["apel", "presentar", "interpon", "formular", "recurr", "appeal", "lodge", "conserv", "archiv"];
/// Words for a time limit, which speak of answering where a complaint is the matter.
pub(super) const LIMIT: [&str; 6] = ["plazo", "deadline", "limit", "prazo", "compromiso", "commitment"];
/// Words that say that a limit is never passed.
pub(super) const NEVER: [&str; 9] =
    ["nunca", "ningún", "ninguno", "ninguna", "jamás", "never", "nenhum", "nenhuma", "jamais"];
/// What is asked for, and answered in a time of its own.
pub(super) const REQUESTS: [&str; 14] = [
    "solicitud",
    "solicitudes",
    "trámite",
    "trámites",
    "pedido",
    "pedidos",
    "application",
    "request",
    "order",
    "claim",
    "solicitação",
    "crédito",
    "apelación",
    "recurso",
];

/// How everybody calls a channel of a kind, where there is one of it.
pub const SPOKEN: [(ChannelKind, &[&str]); 3] = [
    (ChannelKind::Telephone, &["teléfono", "telefónica", "telefónico", "telephone", "phone", "telefone"]),
    (ChannelKind::Email, &["correo", "correos", "correo electrónico", "email", "emails", "e-mail", "e-mails"]),
    (ChannelKind::Chat, &["chat"]),
];

/// The name of an entry and its singular, and an id that is a word.
pub(super) fn name<'m>(names: &mut Vec<(String, Topic<'m>)>, base: &'m Base, topic: Topic<'m>) {
    let mut add = |name: String| {
        let singular = name.strip_suffix('s').filter(|one| one.chars().count() >= SHORTEST && !one.contains(' '));
        let plural = (!name.ends_with('s') && !name.contains(' ')).then(|| format!("{name}s"));
        names.extend(singular.map(|one| (one.to_owned(), topic)));
        if name.chars().count() >= SHORTEST {
            names.extend(plural.map(|many| (many, topic)));
            names.push((name, topic));
        }
    };
    add(prose::lower(&base.title()));
    if !base.id.contains('-') && matches!(topic, Topic::Service(_)) {
        add(base.id.clone());
    }
}

/// The words by which a commitment is known.
pub(super) fn about(commitment: &Commitment) -> String {
    prose::lower(&format!("{} {}", commitment.base.id, commitment.base.title()))
}

pub(super) fn is_complaint(lower: &str) -> bool {
    prose::words(lower).any(|word| COMPLAINT.iter().any(|stem| word.starts_with(stem)))
}

pub(super) fn is_acknowledgement(lower: &str) -> bool {
    prose::words(lower).any(|word| ACKNOWLEDGE.iter().any(|stem| word.starts_with(stem)))
}

/// «Nuestro compromiso», “our promise”.
pub(super) fn is_our_limit(lower: &str) -> bool {
    let phrases =
        ["nuestro compromiso", "nuestro plazo", "our commitment", "our promise", "nosso compromisso", "nosso prazo"];
    phrases.iter().any(|phrase| !prose::find_phrase(lower, phrase).is_empty())
}

/// Whether a sentence speaks of what is given when the promise fails: it shares a word of substance with it.
pub(super) fn is_of_redress(commitment: &Commitment, lower: &str) -> bool {
    shares_of_redress(commitment, lower) > 0
}

/// How many words of substance a sentence shares with what is given when the promise fails.
pub(super) fn shares_of_redress(commitment: &Commitment, lower: &str) -> usize {
    let gives = commitment.redress.value().and_then(|redress| redress.gives.as_ref());
    let gives = gives.map(|text| prose::lower(&text.plain())).unwrap_or_default();
    // «Cinco días hábiles» are in every promise.
    let empty = [
        "para",
        "usted",
        "with",
        "your",
        "from",
        "that",
        "você",
        "pela",
        "pelo",
        "como",
        "respuesta",
        "answer",
        "días",
        "hábil",
        "hábiles",
        "horas",
        "minutos",
        "days",
        "business",
        "hours",
        "minutes",
        "dias",
        "úteis",
        "mismo",
        "same",
    ];
    let stem = |word: &str| word.chars().take(5).collect::<String>();
    let of_gives: Vec<String> =
        prose::words(&gives).filter(|w| w.chars().count() >= 4 && !empty.contains(w)).map(stem).collect();
    let said: HashSet<String> =
        prose::words(lower).filter(|w| w.chars().count() >= 4 && !empty.contains(w)).map(stem).collect();
    of_gives.iter().collect::<HashSet<_>>().into_iter().filter(|stem| said.contains(*stem)).count()
}

/// Whether a sentence says that something is decided, without saying which of us decides it in the course of the work.
pub(super) fn decides(lower: &str) -> bool {
    let phrases = [
        "se decide",
        "se deciden",
        "se aprueba",
        "se aprueban",
        "se resuelve",
        "se resuelven",
        "decidimos",
        "aprobamos",
        "is decided",
        "are decided",
        "is approved",
        "are approved",
        "we decide",
        "we approve",
        "é decidido",
        "é aprovado",
        "é decidida",
        "é aprovada",
        "são aprovados",
        "se aprova",
        "aprovamos",
    ];
    phrases.iter().any(|phrase| !prose::find_phrase(lower, phrase).is_empty())
}

/// Whether a promise is to decide on what was asked for: «sí o no», “we answer your application”.
pub(super) fn is_decision(commitment: &Commitment) -> bool {
    let about = about(commitment);
    let stems =
        ["decid", "decis", "solicitud", "solicitaç", "pedido", "aprob", "aprueb", "aprov", "approv", "application"];
    let yes = ["sí o no", "yes or no", "sim ou não"];
    yes.iter().any(|words| about.contains(words))
        || prose::words(&about).any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

/// Whether a time is longer than a figure for certain.
pub fn is_longer(mention: &Mention, figure: &Figure) -> bool {
    let compared = mention.duration().zip(figure.duration()).and_then(|(said, value)| said.compare_exactly(value));
    compared.is_some_and(|order| order.is_gt())
}

/// What a sentence says, as it is needed to tell which promise is meant.
pub(super) struct Stated<'t> {
    pub(super) lower: &'t str,
    /// The whole text in which it stands.
    pub(super) text: &'t str,
    pub(super) is_wait: bool,
    /// Whether it names what it speaks of.
    pub(super) is_named: bool,
    pub(super) about_complaints: bool,
    /// Of all complaints, whatever they are.
    pub(super) is_of_all: bool,
}

/// Whether a time of a text is that of the manual. «Menos de dos días» is less than two business days, and two weeks are ten of them.
pub(super) fn is_said(passage: &Passage<'_>, mention: &Mention, figure: &Figure) -> bool {
    let likeness = mention.likeness(&figure.quantity);
    let Quantity::Duration(value) = &figure.quantity else { return false };
    if likeness == Likeness::Alike && mention.unit == Unit::Days && value.unit == TimeUnit::BusinessDay {
        let before = prose::lower(passage.source.get(..mention.range.start).unwrap_or_default());
        let mut words = before.split_whitespace().rev();
        let less = (words.next(), words.next());
        return !matches!(less, (Some("de"), Some("menos")) | (Some("than"), Some("less")));
    }
    let weeks = mention.unit == Unit::Time(TimeUnit::Week)
        && value.unit == TimeUnit::BusinessDay
        && mention.amount.saturating_mul(Decimal::from(5)) == value.amount;
    weeks || matches!(likeness, Likeness::Same | Likeness::Alike)
}
