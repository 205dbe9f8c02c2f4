//! The hours that a sentence says of a channel or a site, held against its own (C6).

use super::any_hour::OTHERWISE;
use super::{edges, outside};
use crate::check::pledge::SPOKEN;
use crate::check::prose::{self, Passage};
use crate::check::speech;
use crate::lang::Lang;
use crate::model::base::Base;
use crate::parse::kind::Kind;
use crate::parse::mention::mask;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::Hours;
use std::ops::Range;

/// A channel or a site with the hours in which it is open.
pub(super) struct Place<'m> {
    pub(super) base: &'m Base,
    pub(super) span: Span,
    pub(super) hours: Hours,
}

/// From one time of the day to another, in minutes; beyond 1440 on the next day.
type Minutes = (u16, u16);

/// Stems of being there for customers, at times on a clock.
const OPEN: [&str; 16] = [
    "abre", "abri", "abiert", "abert", "horari", "horári", "atiend", "atend", "funcion", "open", "hours", "serve",
    "availab", "disponib", "llame", "call",
];
/// Of these, those that say when it opens, and not what else is done there.
const OPENS: [&str; 6] = ["abre", "abren", "abrimos", "abrem", "opens", "open"];
/// Stems of when it is shut, of some days only, and of what is there besides.
const APART: [&str; 22] = [
    "cierr",
    "cerrad",
    "cerrar",
    "close",
    "closing",
    "fech",
    "feriad",
    "festiv",
    "holiday",
    "verano",
    "summer",
    "verão",
    "navid",
    "christmas",
    "natal",
    "diciembre",
    "december",
    "dezembro",
    "hoy",
    "today",
    "hoje",
    "provisional",
];
/// Names shorter than this are words of everyday use too often.
const SHORTEST: usize = 6;

pub(super) fn is_read(passage: &Passage<'_>) -> bool {
    matches!(
        (passage.kind, passage.key()),
        (Kind::Channels, "wait_message")
            | (Kind::Services | Kind::Communications, "say" | "content")
            | (Kind::Complaints, "summary" | "says")
            | (Kind::Commitments, "promise")
    ) || passage.path.is_empty()
}

/// The times in a text that are said to be those of a channel or a site, and are not.
pub(super) fn contradictions<'m>(manual: &'m Resolved<'_>, passage: &Passage<'_>) -> Vec<(Range<usize>, Place<'m>)> {
    let text = prose::lower(&mask(passage.source));
    let spans = spans(&text);
    let mut out = edges::contradictions(manual, passage, &text);
    // The end of «de 8:00 hasta las 22:00» is no hour by itself.
    out.retain(|(range, _)| !spans.iter().any(|(span, _)| span.contains(&range.start)));
    for (range, minutes) in &spans {
        let sentence = passage.sentence_range(range);
        let words = text.get(sentence.clone()).unwrap_or_default();
        if !prose::words(words).any(is_open) || !speech::is_ours(passage, range) {
            continue;
        }
        let Some((place, name)) = named(manual, passage, &sentence) else { continue };
        let rest = prose::lower(passage.source.get(sentence.clone()).unwrap_or_default()).replace(&name, " ");
        if is_apart(&rest, passage.lang) {
            continue;
        }
        let alone = spans.iter().filter(|(other, _)| sentence.contains(&other.start)).count() == 1;
        let days = if alone { days(&rest, passage.lang) } else { Vec::new() };
        let before = text.get(sentence.start..range.start).unwrap_or_default();
        let opens = prose::words(before).filter(|word| is_open(word)).last().is_some_and(|word| OPENS.contains(&word))
            && !prose::words(&rest).any(|word| matches!(word, "para" | "for" | "solo" | "sólo" | "only" | "só"));
        if differs(&place.hours, *minutes, &days, opens) {
            out.push((range.clone(), place));
        }
    }
    out
}

pub(super) fn is_open(word: &str) -> bool {
    OPEN.iter().any(|stem| word.starts_with(stem))
}

/// Whether a sentence says when it is shut, speaks of some days alone, or of another channel besides.
pub(super) fn is_apart(rest: &str, lang: Lang) -> bool {
    let otherwise = |word: &str| OTHERWISE.contains(&word) && !(word == "no" && lang == Lang::Pt);
    prose::words(rest).any(|word| otherwise(word) || APART.iter().any(|stem| word.starts_with(stem)))
}

/// Whether no day that is meant has these times: where days are named, one of them; where none is, all.
fn differs(hours: &Hours, said: Minutes, days: &[usize], opens: bool) -> bool {
    let is_so = |day: usize| {
        let own = times(hours, day);
        let whole = own.first().zip(own.last()).map(|(first, last)| (first.0, last.1));
        let mut own = own.iter().copied().chain(whole);
        match opens {
            true => own.any(|range| range == said),
            false => own.any(|range| range.0 <= said.0 && said.1 <= range.1),
        }
    };
    match days {
        [] => !(0..7).any(is_so),
        days => !days.iter().all(|day| is_so(*day)),
    }
}

/// The times of a day of the week, from Monday.
pub(super) fn times(hours: &Hours, day: usize) -> Vec<Minutes> {
    match hours {
        Hours::Always => vec![(0, 24 * 60)],
        Hours::Week { week, .. } => {
            let ranges = week.days.get(day).map_or(&[][..], Vec::as_slice);
            ranges.iter().map(|range| (range.from.minutes(), range.from.minutes() + range.minutes())).collect()
        }
    }
}

/// The one channel or site that a sentence names or links to, and its name there; else that in whose text it stands. None where it names
/// several, or has no hours of its own, or others by season.
pub(super) fn named<'m>(
    manual: &'m Resolved<'_>,
    passage: &Passage<'_>,
    sentence: &Range<usize>,
) -> Option<(Place<'m>, String)> {
    let lower = prose::lower(passage.source.get(sentence.clone())?);
    if lower.contains(".hours") {
        return None;
    }
    let model = &manual.model;
    let channels = model.channels.iter().map(|channel| &channel.base);
    let bases: Vec<&Base> =
        channels.chain(model.sites.iter().map(|site| &site.base)).filter(|base| base.is_active()).collect();
    let mut found: Vec<(&Base, String)> = Vec::new();
    for base in &bases {
        let name = prose::lower(&base.title());
        // «El mercado abre de 5 a 22 h» is not the branch of that name.
        let is_own = base.kind == Kind::Channels || name.contains(' ');
        let links =
            [format!("[[{}]]", base.id), format!("[[{}|", base.id), format!("[[{}/{}", base.kind.name(), base.id)];
        if let Some(link) = links.into_iter().find(|link| lower.contains(link.as_str())) {
            found.push((base, link));
        } else if is_own && name.chars().count() >= SHORTEST && !prose::find_phrase(&lower, &name).is_empty() {
            found.push((base, name));
        }
    }
    if found.is_empty() {
        found = spoken(manual, &lower);
    }
    if found.is_empty() && matches!(passage.kind, Kind::Channels | Kind::Sites) && !lower.contains("[[") {
        found
            .extend(bases.iter().filter(|b| b.kind == passage.kind && b.id == passage.id).map(|b| (*b, String::new())));
    }
    let [(base, name)] = found.as_slice() else { return None };
    let place = place(manual, base)?;
    let seasonal = matches!(&place.hours, Hours::Week { seasons, .. } if !seasons.is_empty());
    (!seasonal).then(|| (place, if name.is_empty() { "\n".to_owned() } else { name.clone() }))
}

/// The place that closes of which a sentence of ours says something, and whether it closes for whole days. What everybody calls by its
/// kind is ours where we say that we attend: «le atendemos por teléfono».
pub(super) fn closing<'m>(
    manual: &'m Resolved<'_>,
    passage: &Passage<'_>,
    range: &Range<usize>,
) -> Option<(Place<'m>, bool)> {
    let sentence = passage.sentence_range(range);
    let lower = prose::lower(passage.source.get(sentence.clone())?);
    let (place, name) = named(manual, passage, &sentence)?;
    let minutes = place.hours.longest_closure()?;
    let we = |word: &str| word.len() > 5 && word.ends_with("mos") || word == "we";
    let of_kind =
        SPOKEN.iter().any(|(_, words)| words.contains(&name.as_str())) && name != prose::lower(&place.base.title());
    let hourly = ["horari", "horári", "expediente", "opening", "apertura"];
    let other = prose::words(&lower).any(|word| hourly.iter().any(|stem| word.starts_with(stem)));
    let ours = speech::is_ours(passage, range) && (!of_kind || prose::words(&lower).any(we));
    (ours && !other && !is_apart(&lower.replace(&name, " "), passage.lang)).then_some((place, minutes > 24 * 60))
}

/// The channel that everybody calls by its kind: «por teléfono».
fn spoken<'m>(manual: &'m Resolved<'_>, lower: &str) -> Vec<(&'m Base, String)> {
    let mut out = Vec::new();
    for (kind, words) in SPOKEN {
        let is_kind = |kind_of: Option<_>| kind_of == Some(kind);
        let channels = manual.model.channels.iter().filter(|channel| channel.base.is_active());
        let of_kind: Vec<_> = channels.filter(|c| is_kind(c.kind.as_ref().map(|of| of.value))).collect();
        let word = words.iter().find(|word| !prose::find_phrase(lower, word).is_empty());
        // With two telephones nobody knows which is meant.
        if let ([channel], Some(word)) = (of_kind.as_slice(), word) {
            out.push((&channel.base, (*word).to_owned()));
        }
    }
    out
}

fn place<'m>(manual: &'m Resolved<'_>, base: &'m Base) -> Option<Place<'m>> {
    if let Some(channel) = manual.model.channels.get(&base.id).filter(|_| base.kind == Kind::Channels) {
        let hours = outside::hours(manual, channel)?.into_owned();
        let span = channel.hours.as_ref().map_or(base.span, |hours| hours.span);
        return Some(Place { base, span, hours });
    }
    let hours = manual.model.sites.get(&base.id)?.hours.as_ref()?;
    Some(Place { base, span: hours.span, hours: hours.value.clone() })
}

/// The days of the week that a sentence names, from Monday.
pub(super) fn days(sentence: &str, lang: Lang) -> Vec<usize> {
    let all = ["todos los días", "every day", "todos os dias", "a diario", "daily"];
    if all.iter().any(|words| !prose::find_phrase(sentence, words).is_empty()) {
        return (0..7).collect();
    }
    let words: Vec<&str> = prose::words(sentence).filter(|word| *word != "feira").collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let day = day(words[at], lang);
        let until = words.get(at + 2).and_then(|word| self::day(word, lang));
        let is_range = matches!(words.get(at + 1), Some(&("a" | "al" | "to" | "through" | "hasta" | "até")));
        match (day, until) {
            (Some(from), Some(to)) if is_range && from <= to => {
                out.extend(from..=to);
                at += 2;
            }
            (Some(day), _) => out.push(day),
            _ => {}
        }
        at += 1;
    }
    out
}

fn day(word: &str, lang: Lang) -> Option<usize> {
    const DAYS: [&[&str]; 7] = [
        &["lunes", "monday", "mondays"],
        &["martes", "tuesday", "tuesdays"],
        &["miércoles", "wednesday", "wednesdays"],
        &["jueves", "thursday", "thursdays"],
        &["viernes", "friday", "fridays"],
        &["sábado", "sábados", "saturday", "saturdays"],
        &["domingo", "domingos", "sunday", "sundays"],
    ];
    // In Spanish these count.
    const PORTUGUESE: [&str; 5] = ["segunda", "terça", "quarta", "quinta", "sexta"];
    let portuguese = || PORTUGUESE.iter().position(|day| *day == word).filter(|_| lang == Lang::Pt);
    DAYS.iter().position(|words| words.contains(&word)).or_else(portuguese)
}

/// The times of the day from one to another of a text in lower case: «8:00 a 22:00», «8h às 22h», “8 am to 10 pm”.
fn spans(text: &str) -> Vec<(Range<usize>, Minutes)> {
    let mut out: Vec<(Range<usize>, Minutes)> = Vec::new();
    for (at, c) in text.char_indices() {
        let joined =
            text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ':' | ',' | '-'));
        if !c.is_ascii_digit() || joined || out.last().is_some_and(|(range, _)| at < range.end) {
            continue;
        }
        if let Some((end, minutes)) = span(&text[at..]) {
            out.push((at..at + end, minutes));
        }
    }
    out
}

/// The times with which a text begins, and where they end.
fn span(text: &str) -> Option<(usize, Minutes)> {
    const JOINTS: [&str; 14] =
        ["a", "hasta", "to", "until", "till", "às", "as", "até", "y", "and", "e", "-", "–", "and"];
    let (first, end) = clock(text)?;
    let rest = text[end..].trim_start();
    let joint = JOINTS.iter().find(|joint| {
        let after = rest.strip_prefix(**joint);
        after.is_some_and(|after| matches!(**joint, "-" | "–") || after.starts_with(char::is_whitespace))
    })?;
    let mut after = rest[joint.len()..].trim_start();
    for article in ["las ", "la ", "los ", "às ", "as "] {
        after = after.strip_prefix(article).unwrap_or(after).trim_start();
    }
    let (second, length) = clock(after)?;
    let end = text.len() - after.len() + length;
    minutes(first, second).map(|minutes| (end, minutes))
}

/// A time as it is said.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    pub(super) minutes: u16,
    /// Whether it is said to be before or after noon.
    pub(super) half: Option<bool>,
    /// Whether a sign tells it from a number: 8:00, 8 h, 8 am.
    pub(super) signed: bool,
}

/// The time with which a text begins, and where it ends.
pub(super) fn clock(text: &str) -> Option<(Clock, usize)> {
    const BEFORE_NOON: [&str; 7] = ["a. m.", "a.m.", "a.m", "am", "de la mañana", "da manhã", "in the morning"];
    const AFTER_NOON: [&str; 11] = [
        "p. m.",
        "p.m.",
        "p.m",
        "pm",
        "de la tarde",
        "de la noche",
        "da tarde",
        "da noite",
        "in the afternoon",
        "in the evening",
        "at night",
    ];
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let count = digits(text);
    let hour: u16 = text.get(..count).filter(|_| count <= 2)?.parse().ok()?;
    let mut end = count;
    let (mut minute, mut signed) = (0, false);
    let mark = text[end..].chars().next().filter(|c| matches!(c, ':' | '.' | 'h'));
    if mark.is_some() && digits(&text[end + 1..]) == 2 {
        minute = text[end + 1..end + 3].parse().ok()?;
        (end, signed) = (end + 3, true);
    }
    let is_whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let ends = |words: &[&str], rest: &str| {
        let found = words.iter().find(|word| rest.strip_prefix(**word).is_some_and(is_whole));
        found.map(|word| word.len())
    };
    let mut half = None;
    for (words, of) in
        [(&["h", "hs", "hrs", "horas"][..], None), (&BEFORE_NOON, Some(false)), (&AFTER_NOON, Some(true))]
    {
        let rest = &text[end..];
        let blanks = rest.len() - rest.trim_start().len();
        if let Some(length) = ends(words, &rest[blanks..]) {
            (end, signed, half) = (end + blanks + length, true, of.or(half));
        }
    }
    let is_time = hour <= 24 && minute < 60 && (half.is_none() || (1..=12).contains(&hour)) && is_whole(&text[end..]);
    is_time.then_some((Clock { minutes: hour * 60 + minute, half, signed }, end))
}

/// The times of two on the clock; none where they may be lengths, or either half of the day may be meant.
fn minutes(first: Clock, second: Clock) -> Option<Minutes> {
    let of_day = |clock: Clock, half: bool| clock.minutes % 720 + if half { 720 } else { 0 };
    let (from, to) = match (first.half, second.half) {
        (None, None) => (first.minutes, second.minutes),
        (Some(one), Some(other)) => (of_day(first, one), of_day(second, other)),
        // «De 9 a 6 p. m.» begins in the morning; «de 8 a 10 p. m.» may not.
        (None, Some(true)) if first.minutes % 720 >= second.minutes % 720 => {
            (of_day(first, false), of_day(second, true))
        }
        _ => return None,
    };
    // Before five nobody opens: it is an afternoon, or a length.
    let certain = first.half.is_some() || first.minutes >= 5 * 60;
    ((first.signed || second.signed) && certain && from < to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_the_day_are_read_as_people_write_them() {
        let read = |text: &str| spans(text).into_iter().map(|(_, minutes)| minutes).collect::<Vec<_>>();
        let day = [(8 * 60, 22 * 60)];
        for text in [
            "de 8:00 a 22:00.",
            "de 8 a 22 h",
            "8.00–22.00",
            "from 8 am to 10 pm",
            "das 8h às 22h",
            "desde las 8:00 hasta las 22:00",
            "de 8 a. m. a 10 p. m.",
            "de 8 de la mañana a 10 de la noche",
            "08h00 - 22h00",
        ] {
            assert_eq!(read(text), day, "{text}");
        }
        for text in [
            "de 8 a 22 personas",
            "de 2 a 4 h",
            "8 a 10 p. m.",
            "22:00",
            "1.200 a 2.300",
            "de 9:00 a 6:00",
            "de 1 a 100 h",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
        assert_eq!(days("de lunes a viernes y los domingos", Lang::Es), [0, 1, 2, 3, 4, 6]);
        assert_eq!(days("de segunda a sexta-feira", Lang::Pt), [0, 1, 2, 3, 4]);
        assert!(days("la segunda vez", Lang::Es).is_empty());
    }
}
