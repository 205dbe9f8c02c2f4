//! «Mañana mismo», “tomorrow”, «amanhã»: a wait of one day, where a message says that something is done by then.

use super::messages::trigger;
use super::segment::Segment;
use crate::check::figures::Figure;
use crate::check::prose::{self, Passage};
use crate::check::speech;
use crate::lang::Lang;
use crate::parse::mention::{Mention, Unit};
use crate::resolve::Resolved;
use crate::values::{Decimal, TimeUnit};

/// What stands before the morning, or another day: «por la mañana», «pasado mañana», «hoy o mañana», “the day after tomorrow”.
const NOT_BEFORE: &[&str] = &[
    "la", "las", "una", "esta", "cada", "media", "pasado", "de", "desde", "hasta", "por", "para", "a", "antes", "y",
    "o", "after", "from", "until", "before", "or", "depois", "até", "ou",
];
/// Stems of a reminder of what was agreed, which falls on the day before.
const AGREED: &[&str] = &[
    "recuerd",
    "record",
    "remind",
    "lembr",
    "confirm",
    "cita",
    "appointment",
    "agend",
    "program",
    "acord",
    "eleg",
    "pact",
    "agreed",
    "chosen",
    "scheduled",
    "víspera",
    "véspera",
    "anterior",
    "previo",
    "marcad",
    "consulta",
];

/// The place where a text says that we do something tomorrow. What says an hour, a condition or what was agreed is silent.
pub fn tomorrow(manual: &Resolved<'_>, passage: &Passage<'_>) -> Option<Mention> {
    let word = match passage.lang {
        Lang::Es => "mañana",
        Lang::En => "tomorrow",
        Lang::Pt => "amanhã",
    };
    let lower = prose::lower(passage.source);
    prose::find_phrase(&lower, word).into_iter().find_map(|place| {
        let before = prose::words(&lower[..place.start]).last().unwrap_or_default();
        let rest = lower[place.end..].trim_start_matches([' ', '\n']);
        let same = ["mismo", "mesmo"].into_iter().find(|same| rest.starts_with(same));
        let end = same.map_or(place.end, |same| lower.len() - rest.len() + same.len());
        let ends = same.is_some() || lower[end..].trim_start().chars().next().is_none_or(|c| !c.is_alphanumeric());
        let mention =
            Mention { range: place.start..end, amount: Decimal::ONE, low: None, unit: Unit::Days, article: false };
        let is_meant = ends && !NOT_BEFORE.contains(&before) && is_promise(manual, passage, &mention);
        is_meant.then_some(mention)
    })
}

/// Whether a sentence says that we do it by then, and no message reminds of it.
fn is_promise(manual: &Resolved<'_>, passage: &Passage<'_>, mention: &Mention) -> bool {
    let segment = Segment::of(passage, &mention.range);
    let words: Vec<&str> = prose::words(&segment.sentence).collect();
    let we = |word: &&str| word.len() > 5 && word.ends_with("mos") || *word == "we";
    let of_day = words.iter().any(|word| word.bytes().all(|b| b.is_ascii_digit()));
    let agreed = |text: &str| prose::words(text).any(|word| AGREED.iter().any(|stem| word.starts_with(stem)));
    // A call comes before much that is done later.
    let calls = |word: &&str| ["llam", "call", "ligar"].iter().any(|stem| word.starts_with(stem));
    speech::is_ours(passage, &mention.range)
        && words.iter().any(we)
        && !words.iter().any(calls)
        && !of_day
        && !segment.is_open()
        && !agreed(&segment.sentence)
        && !agreed(&trigger(manual, passage))
}

/// Whether a promise gives more time than until the end of tomorrow.
pub fn takes_more_than_a_day(figure: &Figure) -> bool {
    let Some(value) = figure.duration() else { return false };
    let most = match value.unit {
        TimeUnit::Second | TimeUnit::Minute => return false,
        TimeUnit::Hour | TimeUnit::BusinessHour => 47,
        TimeUnit::CalendarDay | TimeUnit::BusinessDay => 1,
        TimeUnit::Week | TimeUnit::Month | TimeUnit::Year => 0,
    };
    value.amount > Decimal::from(most)
}
