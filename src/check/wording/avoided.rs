//! W903: prose uses the official names, not those that are to be avoided (A1).

use crate::check::prose::{self, Passage, passages_in_any};
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::{Lang, Text};
use crate::model::Entry as _;
use crate::parse::kind::Kind;
use crate::parse::mention::mask;
use crate::resolve::Resolved;
use crate::span::Span;
use std::collections::{BTreeSet, HashMap, HashSet};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "W903",
        name: "avoided-name",
        severity: Severity::Warning,
        message: Text {
            es: "«{term}» es un nombre que debe evitarse; el oficial es «{name}»",
            en: "“{term}” is a name to avoid; the official one is “{name}”",
            pt: "“{term}” é um nome a evitar; o oficial é “{name}”",
        },
        why: Text {
            es: "Un servicio con dos nombres parece dos servicios. El cliente pregunta por uno y le contestan sobre el otro.",
            en: "A service with two names looks like two services. The customer asks for one and is answered about the other.",
            pt: "Um serviço com dois nomes parece dois serviços. O cliente pergunta por um e respondem sobre o outro.",
        },
        fix: Text {
            es: "escriba «{name}», o el enlace que siempre dice el nombre vigente: `{link}`",
            en: "write “{name}”, or the link that always says the current name: `{link}`",
            pt: "escreva “{name}”, ou o link que sempre diz o nome vigente: `{link}`",
        },
        bad: r#"=== services/ejemplo.md
---
code: EJ-01
name: Microcrédito
avoid: [préstamo al toque]
offering:
  summary: El préstamo al toque llega en un día.
#             ^^^^^^^^^^^^^^^^^
---
"#,
        good: r#"=== services/ejemplo.md
---
code: EJ-01
name: Microcrédito
avoid: [préstamo al toque]
offering:
  summary: El microcrédito llega en un día.
---
"#,
    },
    check,
};

const HERE: Text = Text { es: "aquí se pide evitarlo", en: "here it is to be avoided", pt: "aqui se pede evitá-lo" };

/// A name to avoid and the official one.
struct Avoided<'m> {
    term: String,
    name: String,
    kind: Kind,
    id: &'m str,
    span: Span,
    /// The plural of what the author wrote, in whose place the official name does not fit as it is.
    is_plural: bool,
}

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let avoided = terms(manual);
    if avoided.is_empty() {
        return;
    }
    // A large manual has as many names to avoid as services; a passage is searched for those whose first word it has.
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, term) in avoided.iter().enumerate() {
        by_word.entry(prose::words(&term.term).next().unwrap_or_default()).or_default().push(place);
    }
    // Most words are none of them, which their first byte and their length tell sooner than their letters.
    let form = |word: &str| (usize::from(word.as_bytes().first().copied().unwrap_or_default()), word.len().min(63));
    let mut forms = [0_u64; 256];
    by_word.keys().map(|word| form(word)).for_each(|(first, len)| forms[first] |= 1 << len);
    let is_like = |word: &&str| {
        let (first, len) = form(word);
        forms[first] & 1 << len != 0
    };
    for passage in &passages_in_any(manual, |p| !speaks_of_words(p)) {
        let text = prose::lower(&mask(passage.source));
        let found: BTreeSet<usize> =
            prose::words(&text).filter(is_like).filter_map(|word| by_word.get(word)).flatten().copied().collect();
        // Services that are much alike avoid the same name, one after the other.
        let mut searched = ("", Vec::new());
        for term in found.into_iter().map(|place| &avoided[place]) {
            let own = passage.kind == term.kind && passage.id == term.id && passage.key() == "name";
            if own || (passage.kind == Kind::Glossary && passage.id == term.id) {
                continue;
            }
            if searched.0 != term.term {
                searched = (&term.term, prose::find_phrase(&text, &term.term));
            }
            for range in &searched.1 {
                tell(report, passage, range.clone(), term);
            }
        }
    }
}

/// Texts that name words in order to speak of them.
fn speaks_of_words(passage: &Passage<'_>) -> bool {
    let keys = ["avoid", "avoid_saying", "synonyms", "why", "term", "note", "examples", "example"];
    keys.contains(&passage.key()) || passage.path.starts_with("avoid")
}

fn terms<'m>(manual: &'m Resolved<'_>) -> Vec<Avoided<'m>> {
    let mut out = Vec::new();
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        for avoided in &service.avoid {
            out.push((avoided.term.plain(), avoided.term.span, service.base()));
        }
    }
    for term in manual.model.glossary.iter() {
        out.extend(term.avoid.iter().map(|avoided| (avoided.plain(), avoided.span, term.base())));
    }
    let written: Vec<String> =
        out.iter().map(|(term, ..)| prose::lower(term.trim_matches(|c: char| !c.is_alphanumeric()))).collect();
    let known: HashSet<&str> = written.iter().map(String::as_str).collect();
    let avoided = out.into_iter().zip(&written).flat_map(|((_, span, base), term)| {
        let mut plurals = plurals(term, manual.lang);
        plurals.retain(|plural| !known.contains(plural.as_str()));
        let forms = std::iter::once((term.clone(), false)).chain(plurals.into_iter().map(|plural| (plural, true)));
        forms.map(move |(term, is_plural)| Avoided {
            term,
            name: base.title(),
            kind: base.kind,
            id: &base.id,
            span,
            is_plural,
        })
    });
    // A name that contains what is to be avoided would be told of itself.
    avoided.filter(|a| !a.term.is_empty() && prose::find_phrase(&prose::lower(&a.name), &a.term).is_empty()).collect()
}

/// Words of a name that have no plural.
const SMALL: [&str; 28] = [
    "a", "al", "con", "de", "del", "el", "en", "la", "las", "los", "para", "por", "sin", "y", "of", "the", "for", "in",
    "on", "to", "da", "das", "do", "dos", "em", "na", "no", "o",
];

/// The regular plurals of a name: of its first word, of that and the one after it, and of all its words.
fn plurals(term: &str, lang: Lang) -> Vec<String> {
    let words: Vec<&str> = term.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    for end in [1, 2, words.len()] {
        let form = |(at, word): (usize, &&str)| match at < end && !SMALL.contains(word) {
            true => plural(word, lang).unwrap_or_else(|| (*word).to_owned()),
            false => (*word).to_owned(),
        };
        // In English the last word of a compound is that which is counted.
        let last = lang == Lang::En && end == 1;
        let said = match (last, words.split_last()) {
            (true, Some((noun, before))) if !SMALL.contains(noun) => {
                let noun = plural(noun, lang).unwrap_or_else(|| (*noun).to_owned());
                before.iter().map(|word| (*word).to_owned()).chain([noun]).collect::<Vec<_>>()
            }
            _ => words.iter().enumerate().map(form).collect::<Vec<_>>(),
        };
        let said = said.join(" ");
        if said != term && !out.contains(&said) {
            out.push(said);
        }
    }
    out
}

/// The regular plural of a word; none where it has none, or is one.
fn plural(word: &str, lang: Lang) -> Option<String> {
    let swapped = |ends: &[(&str, &str)]| {
        ends.iter().find_map(|(end, other)| word.strip_suffix(end).map(|stem| format!("{stem}{other}")))
    };
    if word.chars().count() < 3 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    match lang {
        Lang::Es => {
            let vowel = word.ends_with(['a', 'e', 'i', 'o', 'u', 'á', 'é', 'ó']);
            swapped(&[("ión", "iones"), ("ón", "ones"), ("án", "anes"), ("ín", "ines"), ("z", "ces")])
                .or_else(|| vowel.then(|| format!("{word}s")))
                .or_else(|| word.ends_with(['d', 'l', 'n', 'r', 'j']).then(|| format!("{word}es")))
        }
        Lang::Pt => {
            let vowel = word.ends_with(['a', 'e', 'i', 'o', 'u', 'ã', 'á', 'é', 'ê', 'ó']);
            swapped(&[("ção", "ções"), ("são", "sões"), ("ão", "ões"), ("al", "ais"), ("el", "eis"), ("m", "ns")])
                .or_else(|| vowel.then(|| format!("{word}s")))
                .or_else(|| word.ends_with(['r', 'z']).then(|| format!("{word}es")))
        }
        Lang::En => {
            let before = word.chars().rev().nth(1);
            let vowel = before.is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'));
            let hisses = ["s", "x", "ch", "sh", "z"].iter().any(|end| word.ends_with(end));
            match word.ends_with('y') && !vowel {
                true => swapped(&[("y", "ies")]),
                false if word.ends_with('s') && !word.ends_with("ss") => None,
                false => Some(format!("{word}{}", if hisses { "es" } else { "s" })),
            }
        }
    }
}

fn tell(report: &mut Report<'_>, passage: &Passage<'_>, range: std::ops::Range<usize>, avoided: &Avoided<'_>) {
    let place = passage.place(&range);
    let words = passage.source.get(range.clone()).unwrap_or_default();
    let capital = words.chars().next().is_some_and(char::is_uppercase);
    report.at(place, &passage.subject(), |finding| {
        let finding = finding
            .arg("term", words.split_whitespace().collect::<Vec<_>>().join(" "))
            .arg("name", avoided.name.as_str())
            .arg("link", format!("[[{}]]", avoided.id))
            .label(avoided.span, HERE);
        if !avoided.is_plural && agrees(passage, &range, &avoided.name) {
            finding.edit(place, in_sentence(&avoided.name, capital))
        } else {
            finding
        }
    });
}

/// Words before a name that take its gender and number.
const DETERMINERS: [&str; 34] = [
    "el", "la", "los", "las", "un", "una", "unos", "unas", "del", "al", "este", "esta", "estos", "estas", "ese", "esa",
    "nuestro", "nuestra", "nuestros", "nuestras", "o", "a", "os", "as", "um", "uma", "do", "da", "dos", "das", "no",
    "na", "ao", "an",
];

/// Whether the official name fits where the other one stands: nothing before it wants a gender, or both look to have the same.
fn agrees(passage: &Passage<'_>, range: &std::ops::Range<usize>, name: &str) -> bool {
    let before = prose::lower(passage.source.get(..range.start).unwrap_or_default());
    let determined = before.split_whitespace().next_back().is_some_and(|word| DETERMINERS.contains(&word));
    let head = |text: &str| prose::lower(text).split_whitespace().next().and_then(|word| word.chars().next_back());
    let term = passage.source.get(range.clone()).unwrap_or_default();
    !determined || head(term) == head(name)
}

/// The official name as it stands within a sentence: a name of several capitals keeps them.
fn in_sentence(name: &str, capital: bool) -> String {
    let mut chars = name.chars();
    let Some(first) = chars.next() else { return String::new() };
    let rest = chars.as_str();
    if capital || rest.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    first.to_lowercase().chain(rest.chars()).collect()
}
