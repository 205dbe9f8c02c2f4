//! The one hour that a sentence says of a channel or a site: until when it attends, from when, when it opens and when it closes (C6).

use super::any_hour::OTHERWISE;
use super::opening::{Clock, Place, clock, days, is_apart, is_open, named, times};
use crate::check::prose::{self, Passage};
use crate::check::speech;
use crate::resolve::Resolved;
use crate::values::Hours;
use std::ops::Range;

/// Which hour of the day is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Until,
    From,
    Closes,
    Opens,
}

/// What stands before it, the longest first.
const BEFORE: [(&str, Edge); 23] = [
    ("hasta las", Edge::Until),
    ("hasta la", Edge::Until),
    ("until", Edge::Until),
    ("till", Edge::Until),
    ("até às", Edge::Until),
    ("até as", Edge::Until),
    ("desde las", Edge::From),
    ("a partir de las", Edge::From),
    ("from", Edge::From),
    ("a partir das", Edge::From),
    ("desde as", Edge::From),
    ("cierra a las", Edge::Closes),
    ("cierran a las", Edge::Closes),
    ("cerramos a las", Edge::Closes),
    ("closes at", Edge::Closes),
    ("fecha às", Edge::Closes),
    ("fechamos às", Edge::Closes),
    ("abre a las", Edge::Opens),
    ("abren a las", Edge::Opens),
    ("abrimos a las", Edge::Opens),
    ("opens at", Edge::Opens),
    ("abre às", Edge::Opens),
    ("abrimos às", Edge::Opens),
];
/// What is done there at some hours only, or by some.
const PART: [&str; 14] = [
    "para",
    "for",
    "solo",
    "sólo",
    "only",
    "só",
    "apenas",
    "almuerzo",
    "lunch",
    "almoço",
    "mediodía",
    "noon",
    "cita",
    "turno",
];
/// Stems of when it is shut, which are the matter where its closing is said.
const SHUT: [&str; 6] = ["cierr", "cerrad", "cerra", "close", "closing", "fech"];

/// The hours of a text that no day of the place has which is meant.
pub(super) fn contradictions<'m>(
    manual: &'m Resolved<'_>,
    passage: &Passage<'_>,
    text: &str,
) -> Vec<(Range<usize>, Place<'m>)> {
    let mut out = Vec::new();
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return out;
    }
    for (phrase, edge) in BEFORE {
        for place in prose::find_phrase(text, phrase) {
            let blanks = text[place.end..].len() - text[place.end..].trim_start().len();
            let at = place.end + blanks;
            let Some((said, length)) = text.get(at..).and_then(clock) else { continue };
            let range = at..at + length;
            if let Some(place) = contradicted(manual, passage, text, &range, edge, said) {
                out.push((range, place));
            }
        }
    }
    out
}

fn contradicted<'m>(
    manual: &'m Resolved<'_>,
    passage: &Passage<'_>,
    text: &str,
    range: &Range<usize>,
    edge: Edge,
    said: Clock,
) -> Option<Place<'m>> {
    let sentence = passage.sentence_range(range);
    let words = text.get(sentence.clone()).unwrap_or_default();
    let shuts = matches!(edge, Edge::Closes);
    // «Hasta las 2» is no hour of a bank: what has no sign is read only after a verb.
    let certain = said.signed || matches!(edge, Edge::Closes | Edge::Opens) || said.minutes >= 13 * 60;
    if !certain || !shuts && !prose::words(words).any(is_open) || !speech::is_ours(passage, range) {
        return None;
    }
    let (place, name) = named(manual, passage, &sentence)?;
    let rest = prose::lower(passage.source.get(sentence)?).replace(&name, " ");
    let closes = |word: &str| SHUT.iter().any(|stem| word.starts_with(stem));
    let apart = match rest.contains("cierr") || rest.contains("close") || rest.contains("fecha") {
        // «Abre a las 8 y cierra a las 22».
        true => prose::words(&rest).filter(|word| !closes(word)).any(|word| is_apart(word, passage.lang)),
        false => is_apart(&rest, passage.lang),
    };
    let part = prose::words(&rest).any(|word| PART.contains(&word) || OTHERWISE.contains(&word) && word != "no");
    if apart || part || matches!(place.hours, Hours::Always) && !matches!(edge, Edge::Closes) {
        return None;
    }
    let named_days = days(&rest, passage.lang);
    let meant: Vec<usize> = match named_days.is_empty() {
        true => (0..7).filter(|day| !times(&place.hours, *day).is_empty()).collect(),
        false => named_days.clone(),
    };
    let may_be = |day: &usize| readings(said).into_iter().any(|minutes| is_so(&place.hours, *day, edge, minutes));
    let holds = match named_days.is_empty() {
        true => meant.iter().any(may_be),
        false => meant.iter().all(may_be),
    };
    (!holds).then_some(place)
}

/// The minutes of the day that an hour may mean.
fn readings(said: Clock) -> Vec<u16> {
    match said.half {
        Some(afternoon) => vec![said.minutes % 720 + if afternoon { 720 } else { 0 }],
        None if said.minutes < 720 && !said.signed => vec![said.minutes, said.minutes + 720],
        None => vec![said.minutes],
    }
}

/// Whether a day has such an hour. Less than is there may be said of a part of the work; more is not there.
fn is_so(hours: &Hours, day: usize, edge: Edge, said: u16) -> bool {
    let own = times(hours, day);
    match edge {
        Edge::Until => own.iter().any(|range| said <= range.1),
        Edge::From => own.iter().any(|range| range.0 <= said),
        Edge::Closes => own.iter().any(|range| range.1 == said),
        Edge::Opens => own.iter().any(|range| range.0 == said),
    }
}
