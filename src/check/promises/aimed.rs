//! What a sentence says is the target of an indicator, held against the target itself (C5).

use crate::check::figures::{self, Figure};
use crate::check::prose::{self, Passage};
use crate::check::{named, speech};
use crate::model::indicator::Indicator;
use crate::parse::mention::{Likeness, Mention, mask};
use crate::resolve::Resolved;

/// Words for a target.
const TARGET: [&str; 10] =
    ["meta", "metas", "objetivo", "objetivos", "target", "targets", "goal", "goals", "alvo", "alvos"];
/// What joins a target with its figure.
const IS: [&str; 16] = [
    "es", "son", "sea", "está", "se", "fija", "fijada", "fijado", "is", "are", "set", "stands", "é", "são", "seja",
    "fixada",
];
/// What may stand beside it, and say nothing.
const FILL: [&str; 47] = [
    "de",
    "del",
    "la",
    "el",
    "las",
    "los",
    "al",
    "a",
    "en",
    "un",
    "una",
    "para",
    "como",
    "mínimo",
    "menos",
    "nuestra",
    "nuestro",
    "indicador",
    "que",
    "llegar",
    "llegue",
    "alcanzar",
    "alcance",
    "siempre",
    "of",
    "for",
    "the",
    "our",
    "an",
    "at",
    "least",
    "in",
    "to",
    "reach",
    "within",
    "indicator",
    "do",
    "da",
    "o",
    "um",
    "uma",
    "pelo",
    "nossa",
    "nosso",
    "chegar",
    "atingir",
    "e",
];
/// Words and stems of another target than the one in force: past, to come, of change or of a part.
const ANOTHER: [&str; 40] = [
    "anterior",
    "antes",
    "era",
    "fue",
    "será",
    "próxim",
    "futur",
    "nuev",
    "subir",
    "subi",
    "sube",
    "pas",
    "mejor",
    "super",
    "reduc",
    "aument",
    "tolerancia",
    "bono",
    "peso",
    "provisional",
    "propuest",
    "largo",
    "previous",
    "former",
    "was",
    "will",
    "next",
    "new",
    "raise",
    "improv",
    "tolerance",
    "proposed",
    "nova",
    "novo",
    "passa",
    "próximo",
    "foi",
    "tolerância",
    "stretch",
    "if",
];

/// The figure of the target that a mention is said to be, where it is another.
pub(super) fn target_of(manual: &Resolved<'_>, passage: &Passage<'_>, mention: &Mention) -> Option<Figure> {
    let sentence = passage.statement(&mention.range);
    let lower = prose::lower(passage.source.get(sentence.clone())?);
    if !prose::words(&lower).any(|word| TARGET.contains(&word)) || mention.low.is_some() || mention.article {
        return None;
    }
    let found = named::indicators(manual, &lower);
    let [indicator] = found.as_slice() else { return None };
    // A link to a figure, or to something else, may be what the sentence is about.
    if lower.matches("[[").count() > 1 || lower.contains(".target") || !speech::is_ours(passage, &mention.range) {
        return None;
    }
    let text = without_name(&lower, indicator);
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit());
    let another = |word: &str| is_year(word) || ANOTHER.iter().any(|stem| word.starts_with(stem));
    if prose::words(&text).any(another) || !is_said_to_be(&text, mention, sentence.start) {
        return None;
    }
    let comparable = |figure: &Figure| mention.likeness(&figure.quantity) != Likeness::OtherKind;
    let figures: Vec<Figure> = figures::of_indicator(indicator).into_iter().filter(comparable).collect();
    let first = figures.first()?;
    // Of a target that differs by case nobody knows which is meant.
    let alone = figures.iter().all(|figure| figure.quantity == first.quantity);
    (alone && mention.likeness(&first.quantity) == Likeness::Different).then(|| first.clone())
}

/// The sentence with links and the name of the indicator blanked, byte for byte.
fn without_name(lower: &str, indicator: &Indicator) -> String {
    let mut text = mask(lower);
    for range in prose::find_phrase(lower, &prose::lower(&indicator.base.title())) {
        text.replace_range(range.clone(), &" ".repeat(range.len()));
    }
    text
}

/// Whether a mention is joined with the word for a target: «la meta de … es 95 %», «con una meta del 95 %», “95 % is our target”. In
/// «llegó al 91 %, lejos de la meta» it is not.
fn is_said_to_be(text: &str, mention: &Mention, start: usize) -> bool {
    let (from, to) = (mention.range.start.saturating_sub(start), mention.range.end.saturating_sub(start));
    let (Some(before), Some(after)) = (text.get(..from), text.get(to..)) else { return false };
    // A comma or a bracket may part another statement: only «(meta: 95 %)» has its word inside.
    let near = before.rsplit(['(', ',', ';']).next().unwrap_or(before);
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let words: Vec<&str> = prose::words(near).collect();
    let mut joined = false;
    for word in words.into_iter().rev() {
        if TARGET.contains(&word) {
            return true;
        }
        let is = IS.contains(&word);
        if joined && is && word != "se" || !(is || FILL.contains(&word) || is_number(word)) {
            break;
        }
        joined |= is && word != "se" && word != "set" && !word.starts_with("fij");
    }
    let mut next = prose::words(after).take(4);
    match next.next() {
        Some("target" | "goal") => true,
        Some("es" | "is" | "é") => {
            next.by_ref().find(|word| !FILL.contains(word)).is_some_and(|word| TARGET.contains(&word))
        }
        _ => false,
    }
}
