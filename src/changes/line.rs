//! What an edition changes, in a line.

use super::{Changes, Entry, Translation, What};
use crate::lang::history::{self as words, Fate};
use crate::lang::{Lang, format};
use crate::parse::kind::Kind;
use crate::values::Decimal;
use std::collections::BTreeMap;

/// More parts make a list of a line.
const LONGEST_LINE: usize = 6;

/// A line about what changed: «3 compromisos más exigentes, 1 servicio nuevo».
pub fn summary(changes: &Changes, lang: Lang) -> String {
    let mut counts: BTreeMap<(Fate, usize, &'static str), usize> = BTreeMap::new();
    for (entry, fate) in changes.entries.iter().filter_map(|entry| Some((entry, fate(entry)?))) {
        let kind = words::counted(entry.kind);
        let place = Kind::from_name(kind).map_or(usize::MAX, weight);
        *counts.entry((fate, place, kind)).or_default() += 1;
    }
    let cut = counts.len() > LONGEST_LINE;
    let parts = counts.into_iter().take(LONGEST_LINE).map(|((fate, _, kind), n)| {
        let number = format::number(lang.into(), &Decimal::from(n));
        words::count(fate, kind, n, number, lang)
    });
    let mut line: String = parts.collect::<Vec<_>>().join(", ");
    if cut {
        line.push_str(&format!(", {}", words::MORE.in_lang(lang)));
    }
    let alone = line.is_empty();
    let mut sentences = if alone { Vec::new() } else { vec![format!("{line}.")] };
    if alone && !changes.entries.is_empty() {
        sentences.push(words::WORDING_ONLY.in_lang(lang).to_owned());
    }
    // A language is news in any edition; more or other words in one, only where there is no other.
    let news = changes.translations.iter().filter(|translation| translation.whole || alone);
    sentences.extend(news.filter_map(|translation| told_of(translation, lang)));
    match (sentences.is_empty(), changes.is_empty()) {
        (true, true) => words::NO_CHANGE.in_lang(lang).to_owned(),
        (true, false) => words::WORDING_ONLY.in_lang(lang).to_owned(),
        (false, _) => sentences.join(" "),
    }
}

/// A sentence about a translation; none where only its words are others.
fn told_of(translation: &Translation, lang: Lang) -> Option<String> {
    let text = match (translation.what, translation.whole) {
        (What::Added, true) => words::LANGUAGE_ADDED,
        (What::Removed, true) => words::LANGUAGE_REMOVED,
        (What::Added, false) => words::LANGUAGE_WIDENED,
        (What::Removed, false) => words::LANGUAGE_NARROWED,
        _ => return None,
    };
    Some(text.fill(lang, &[("language", translation.language.clone())]))
}

/// What customers and staff meet first is counted first.
fn weight(kind: Kind) -> usize {
    const FIRST: [Kind; 5] = [Kind::Services, Kind::Commitments, Kind::Indicators, Kind::Channels, Kind::Standards];
    FIRST.iter().position(|first| *first == kind).unwrap_or(FIRST.len() + kind as usize)
}

/// What happened to an entry; none where only its wording did.
fn fate(entry: &Entry) -> Option<Fate> {
    let has = |what| entry.fields.iter().any(|field| field.material && field.what == what);
    match entry.what {
        What::Added => Some(Fate::Added),
        What::Removed => Some(Fate::Removed),
        _ if has(What::Tightened) && !has(What::Relaxed) => Some(Fate::Tightened),
        _ if has(What::Relaxed) && !has(What::Tightened) => Some(Fate::Relaxed),
        _ if entry.material => Some(Fate::Changed),
        What::Renamed => Some(Fate::Renamed),
        _ => None,
    }
}
