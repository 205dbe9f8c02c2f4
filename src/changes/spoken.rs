//! Words of the language in those of readers: «cuanto más, mejor» for `higher`.

use crate::compose::profiles;
use crate::compose::writer::{Writer, capital};
use crate::ir::text_of;
use crate::lang::changes::plain_word;
use crate::lang::manual::ManualWords;
use crate::lang::{Lang, details, format, tongues};
use crate::model::channel::ChannelKind;
use crate::model::indicator::Dimension;
use crate::parse::kind::Kind;
use crate::values::{Rate, Weekdays};

/// A value in the reader's words where it is a word of the language, else as it is.
pub fn worded(x: &Writer<'_>, (kind, path): (Option<Kind>, &[&str]), text: String) -> String {
    let key = path.iter().rev().find(|key| key.parse::<usize>().is_err()).copied().unwrap_or_default();
    match (key, Weekdays::parse(&text)) {
        ("dates", _) => text.parse().map_or(text, |day| format::date(x.locale, day)),
        // A service names its family by its id.
        ("family", _) => family(x, &text).unwrap_or(text),
        ("default", _) => language(x, &text).unwrap_or(text),
        ("business_days", Ok(days)) => format::weekdays(x.locale, &days),
        ("per", _) if !text.contains(' ') => each(x, &text).unwrap_or(text),
        ("languages", _) => capital_of(x, &text).unwrap_or(text),
        ("profiles" | "profile", _) if kind.is_none() => profiles::called(x, &text).unwrap_or(text),
        _ if path.contains(&"interface") => capital_of(x, &text).unwrap_or(text),
        // A promise names the steps of its service by their ids.
        ("steps", _) if kind == Some(Kind::Commitments) => step(x, &text).unwrap_or(text),
        // Whether or not stands alone, as a sentence does.
        _ if text == "false" => capital(x.w.no),
        _ => word(x.w, (kind, key), &text, x.lang).map_or(text, str::to_owned),
    }
}

/// The name of a family of services that goes by an id.
fn family(x: &Writer<'_>, id: &str) -> Option<String> {
    let known = x.manual.model.manifest.families.iter().find(|family| family.id.value == id)?;
    Some(text_of(&x.opt(&known.name))).filter(|name| !name.is_empty())
}

/// A language with the region whose way of writing it follows: «Español (es-PE)».
fn language(x: &Writer<'_>, tag: &str) -> Option<String> {
    let name = capital_of(x, tag.split('-').next()?)?;
    Some(if tag.contains('-') { format!("{name} ({tag})") } else { name })
}

/// A language by its name; none for what is no tag.
fn capital_of(x: &Writer<'_>, tag: &str) -> Option<String> {
    tongues::is_tag(tag).then(|| capital(&tongues::name(x.lang, tag)))
}

/// What an amount is for each of: «caso» for `case`.
fn each(x: &Writer<'_>, word: &str) -> Option<String> {
    let one = Rate { amount: 1.into(), unit: None, per: vec![word.to_owned()] };
    let text = format::rate(x.locale, &one);
    Some(text.split_once(' ')?.1.split_once(' ')?.1.to_owned())
}

/// What is done in the step of a service that goes by an id.
fn step(x: &Writer<'_>, id: &str) -> Option<String> {
    let mut offerings = x.manual.model.services.iter().filter_map(|service| service.offering.value());
    let step = offerings.find_map(|offering| offering.all_steps().find(|step| step.is_called(id)))?;
    Some(text_of(&x.opt(&step.does)))
}

/// A word under a key in the reader's words; none where it is none of the language.
pub fn word(w: &ManualWords, (kind, key): (Option<Kind>, &str), word: &str, lang: Lang) -> Option<&'static str> {
    let place = |found: Option<usize>, words: &[&'static str]| found.and_then(|place| words.get(place).copied());
    let channel = || place(ChannelKind::ALL.iter().position(|(name, _)| *name == word), &w.channel_kinds);
    match (key, word) {
        (_, "true") => Some(w.yes_capital),
        (_, "false") => Some(w.no),
        ("kind", _) if kind == Some(Kind::Channels) => channel(),
        ("channel" | "channels", _) => channel(),
        ("dimension" | "dimensions", _) => {
            place(Dimension::ALL.iter().position(|(name, _)| *name == word), &w.dimensions)
        }
        _ => {
            let detail = || {
                let fields = details::called(if key == "sector" { "sectors" } else { key });
                let mut words = fields.iter().flat_map(|field| field.shape.words());
                words.find(|known| known.name == word).map(|known| known.label.in_lang(lang))
            };
            of_manual(w, key, word).or_else(detail).or_else(|| plain_word(key, word).map(|known| known.in_lang(lang)))
        }
    }
}

/// Words that the manual itself uses for them.
fn of_manual(w: &ManualWords, key: &str, word: &str) -> Option<&'static str> {
    Some(match (key, word) {
        ("priority" | "likelihood" | "impact", "high") => w.high,
        ("priority" | "likelihood" | "impact", "medium") => w.medium_level,
        ("priority" | "likelihood" | "impact", "low") => w.low,
        ("kind", "people") => w.people,
        ("kind", "equipment") => w.equipment,
        ("kind", "system") => w.system,
        ("kind", "premises") => w.premises,
        ("kind", "basic") => w.need_basic,
        ("kind", "performance") => w.need_performance,
        ("kind", "delight") => w.need_delight,
        ("kind", "survey") => w.source_survey,
        ("kind", "interview") => w.source_interview,
        ("kind", "statistic") => w.source_statistic,
        ("kind", "document") => w.source_document,
        ("kind", "fixed") => w.fixed,
        ("kind", "variable") => w.variable,
        ("status", "provisional") => w.provisional,
        ("status", "approved") => w.status_approved,
        ("status", "in_force") => w.status_in_force,
        ("status", "superseded") => w.status_superseded,
        ("status", "draft") => w.status_draft,
        ("moment" | "moments", "before") => w.before,
        ("moment" | "moments", "during") => w.during,
        ("moment" | "moments", "after") => w.after,
        ("moment" | "moments", "outage") => w.outage,
        ("moment" | "moments", "always") => w.always,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::language;
    use crate::grammar::shape::Shape;
    use crate::lang::changes::label_of;
    use std::collections::BTreeSet;

    /// The words of the closed lists that may stand at a key, ids or not.
    fn choices(shape: &Shape, out: &mut BTreeSet<String>) {
        match shape {
            Shape::Choice(words) => out.extend(words.iter().map(|word| (*word).to_owned())),
            Shape::ReferenceOr(_, words) => out.extend(words.iter().cloned()),
            Shape::Variant(s) | Shape::Many(s) | Shape::List(s) | Shape::Entries(s, _) | Shape::Given(s) => {
                choices(s, out);
            }
            Shape::AnyOf(shapes) => shapes.iter().for_each(|s| choices(s, out)),
            Shape::Word
            | Shape::Id
            | Shape::Text
            | Shape::LinkedText
            | Shape::ValueText
            | Shape::Boolean
            | Shape::Hours
            | Shape::Blank
            | Shape::Formed { .. }
            | Shape::Value(_)
            | Shape::Reference(_)
            | Shape::Map(_)
            | Shape::Again(_) => {}
        }
    }

    #[test]
    fn every_key_and_every_word_of_the_language_has_words_for_readers() {
        let mut lacking = BTreeSet::new();
        let mut seen = 0;
        for (kind, shape) in language() {
            shape.each_mapping("", &mut |path, mapping| {
                for key in &mapping.keys {
                    let mut words = BTreeSet::new();
                    choices(&key.shape, &mut words);
                    for lang in Lang::ALL {
                        if label_of(key.name, lang).is_none() {
                            lacking.insert(key.name.to_owned());
                        }
                        // Codes of languages are no words.
                        for choice in words.iter().filter(|_| !path.ends_with("languages")) {
                            seen += 1;
                            if word(&lang.words().manual, (*kind, key.name), choice, lang).is_none() {
                                lacking.insert(format!("{kind:?} {path}.{}: {choice}", key.name));
                            }
                        }
                    }
                }
            });
        }
        assert!(seen > 500, "{seen}");
        assert!(lacking.is_empty(), "no words for {lacking:#?}");
    }
}
