//! Wording (W9xx): prose says exactly what is meant, in the manual's own names and figures.

pub mod ambiguous;
pub mod avoided;
mod phrases;
pub mod repeated;
pub mod vague;

use crate::check::figures::Figure;
use crate::check::prose::{self, Passage};
use crate::lang::Lang;
use crate::parse::mention::{Mention, Unit};
use crate::values::{Decimal, Duration, Quantity, TimeUnit};
use std::ops::Range;

/// Stems of what can be done for a customer within a time, one row a matter, in the three languages.
const MATTERS: [&[&str]; 7] = [
    &["respond", "respuest", "contest", "answer", "repl", "respost", "acus", "decisi", "comunic"],
    &["atend", "atiend", "atenc", "attend", "serve", "esper", "wait", "aguard"],
    &["entreg", "deliver", "envia", "enviar", "send", "ship"],
    &["llam", "devolve", "devolv", "call", "ligam", "retorn"],
    &["visit", "acud", "desplaz"],
    &["abon", "pag", "reembols", "refund", "pay"],
    &["resolv", "repar", "resuelv", "arregl", "fix", "solucion", "consert"],
];

/// Of these, answering, attending and calling.
pub(super) const CONTACT: [usize; 3] = [0, 1, 3];
/// And solving.
pub(super) const SOLVE: usize = 6;

/// The stems of a matter.
pub(super) fn stems(matter: usize) -> &'static [&'static str] {
    MATTERS[matter]
}

/// The matters that a sentence speaks of.
pub(super) fn matters(sentence: &str) -> Vec<usize> {
    let lower = prose::lower(sentence);
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
    let speaks = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    (0..MATTERS.len()).filter(|i| speaks(MATTERS[*i])).collect()
}

/// Whether a promise is about waiting to be served: it speaks of that, and of nothing else that takes time.
pub(super) fn is_of_waiting(promise: &str) -> bool {
    let lower = prose::lower(promise);
    let waits = ["esper", "wait", "aguard", "fila", "queue", "cola", "turno"];
    let words = || lower.split(|c: char| !c.is_alphabetic());
    words().any(|word| waits.iter().any(|stem| word.starts_with(stem))) && matters(promise).iter().all(|m| *m == 1)
}

/// Whether the sentence of a mention says how long something takes that the customer waits for.
pub(super) fn speaks_of_waiting(passage: &Passage<'_>, mention: &Mention) -> bool {
    !matters(passage.sentence(&mention.range)).is_empty()
}

/// Whether a mention is a quantity for certain. «Un día» may be any day; «un día hábil» and «en un día» are lengths.
pub(super) fn is_quantity(passage: &Passage<'_>, mention: &Mention) -> bool {
    if mention.unit == Unit::SameDay {
        return answers_the_same_day(passage, mention);
    }
    if !mention.article || matches!(mention.unit, Unit::Time(TimeUnit::BusinessDay | TimeUnit::BusinessHour)) {
        return true;
    }
    let before = prose::lower(passage.source.get(..mention.range.start).unwrap_or_default());
    matches!(before.split_whitespace().next_back(), Some("en" | "in" | "within" | "em" | "de" | "than"))
}

/// Words that leave it open whether all are answered so, or always.
const HEDGES: [&str; 47] = [
    "no",
    "not",
    "não",
    "nunca",
    "never",
    "ni",
    "veces",
    "menudo",
    "casi",
    "puede",
    "pueden",
    "podemos",
    "procuramos",
    "intentamos",
    "mayoría",
    "muchos",
    "muchas",
    "suele",
    "solemos",
    "suelen",
    "often",
    "sometimes",
    "usually",
    "try",
    "can",
    "may",
    "most",
    "many",
    "some",
    "vezes",
    "quase",
    "pode",
    "podem",
    "maioria",
    "muitos",
    "muitas",
    "antes",
    "before",
    "hasta",
    "until",
    "até",
    "mañana",
    "morning",
    "noon",
    "mediodía",
    "manhã",
    "urgentes",
];
/// Words after which another clause begins.
const JOINTS: [&str; 13] =
    ["que", "cuando", "si", "donde", "which", "that", "who", "when", "if", "quando", "onde", "y", "and"];
/// Stems of answering, without those of waiting and calling.
const ANSWERS: [&str; 8] = ["respond", "respuest", "contest", "answer", "repl", "respost", "decisi", "comunic"];

/// Whether «el mismo día» is when an answer is given to all: «respondemos el mismo día», and not «los reclamos presentados el mismo día
/// se responden juntos». A “same-day answer” has its noun after it.
fn answers_the_same_day(passage: &Passage<'_>, mention: &Mention) -> bool {
    let sentence = passage.statement(&mention.range);
    let part = |range: Range<usize>| prose::lower(passage.source.get(range).unwrap_or_default());
    let (before, after) = (part(sentence.start..mention.range.start), part(mention.range.end..sentence.end));
    // «No» is «in the» in Portuguese.
    let hedges = |word: &str| HEDGES.contains(&word) && !(word == "no" && passage.lang == Lang::Pt);
    if prose::words(&before).chain(prose::words(&after)).any(hedges) {
        return false;
    }
    if passage.words(mention).contains('-') {
        return true;
    }
    let words: Vec<&str> = prose::words(&before).collect();
    let Some(answer) = words.iter().rposition(|word| ANSWERS.iter().any(|stem| word.starts_with(stem))) else {
        return false;
    };
    let participle = |word: &&str| {
        let ends = ["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"];
        ends.iter().any(|end| word.ends_with(end))
    };
    let rest = &words[answer + 1..];
    !rest.iter().any(|word| JOINTS.contains(word)) && !rest.last().is_some_and(participle)
}

/// Words that say that hours are those of work.
const OF_WORK: [&str; 10] =
    ["hábil", "laborable", "horario", "jornada", "business", "working", "opening", "útil", "úteis", "expediente"];

/// Whether «2 horas» is said where the manual has two business hours, and the text says so in other words.
pub(super) fn is_in_hours(passage: &Passage<'_>, mention: &Mention, figures: &[Figure]) -> bool {
    let counts = |unit: TimeUnit| match mention.unit {
        Unit::Time(TimeUnit::Hour) => unit == TimeUnit::BusinessHour,
        _ => false,
    };
    let same = |figure: &&Figure| figure.duration().is_some_and(|d| counts(d.unit) && d.amount == mention.amount);
    let lower = prose::lower(passage.source);
    figures.iter().any(|figure| same(&figure)) && OF_WORK.iter().any(|word| lower.contains(word))
}

/// A length of time in hours, as rough as needed to tell minutes from weeks.
fn rough_hours(duration: &Duration) -> Decimal {
    let hours = match duration.unit {
        TimeUnit::Second => Decimal::new(3, 4),
        TimeUnit::Minute => Decimal::new(17, 3),
        TimeUnit::Hour => Decimal::ONE,
        TimeUnit::BusinessHour => Decimal::from(3),
        TimeUnit::CalendarDay => Decimal::from(24),
        TimeUnit::BusinessDay => Decimal::from(34),
        TimeUnit::Week => Decimal::from(168),
        TimeUnit::Month => Decimal::from(730),
        TimeUnit::Year => Decimal::from(8_766),
    };
    duration.amount.saturating_mul(hours)
}

/// Whether two times are of one size, so that one may be meant for the other: neither is more than ten times the other.
pub(super) fn is_near(mention: &Mention, quantity: &Quantity) -> bool {
    // The same day is said of an answer alone, whatever its size.
    if mention.unit == Unit::SameDay {
        return true;
    }
    let (Some(said), Quantity::Duration(value)) = (mention.duration(), quantity) else { return true };
    let (said, value) = (rough_hours(&said), rough_hours(value));
    said <= value.saturating_mul(Decimal::TEN) && value <= said.saturating_mul(Decimal::TEN)
}

/// Whether a time is longer than what is promised, though of another size: days where a quarter of an hour is promised. What is longer
/// still is the term of something else.
pub(super) fn is_much_longer(mention: &Mention, figure: &Figure) -> bool {
    let (Some(said), Some(value)) = (mention.duration(), figure.duration()) else { return false };
    let (said, value) = (rough_hours(&said), rough_hours(value));
    said > value && said <= value.saturating_mul(Decimal::from(1_000))
}

/// A quantity that stands alone, for a comparison of kinds.
pub(super) fn is_time(quantity: &Quantity) -> bool {
    matches!(quantity, Quantity::Duration(_))
}
