//! Clocks that stop: which pauses the time of a record has, so that it is not compared with a limit that runs on.
//!
//! A pause stands where its author wrote it: at a type of case, at an indicator, or in the clock of a commitment. That of a
//! commitment holds for the indicators that measure it, and for the cases whose answer such an indicator measures.

use super::{Pause, Record};
use crate::lang::Lang;
use crate::model::Model;
use crate::model::details::{Details, Said};
use crate::parse::prose::Text;
use std::collections::{BTreeMap, BTreeSet};

/// Adds to commitments, indicators and cases the pauses of their clocks.
pub(super) fn link(model: &Model, lang: Lang, collections: &mut BTreeMap<&'static str, Vec<Record>>) {
    let mut of_indicator: BTreeMap<&str, Vec<Pause>> = BTreeMap::new();
    for indicator in model.indicators.iter().filter(|i| i.base.is_active()) {
        let own = of_details(&indicator.base.subject(), &indicator.details, lang);
        of_indicator.entry(&indicator.base.id).or_default().extend(own);
    }
    let mut of_commitment: BTreeMap<&str, Vec<Pause>> = BTreeMap::new();
    for commitment in model.commitments.iter().filter(|c| c.base.is_active()) {
        let texts = commitment.clock.as_ref().map_or(&[][..], |clock| clock.pauses.as_slice());
        let own = of_texts(&commitment.base.subject(), texts, lang);
        if own.is_empty() {
            continue;
        }
        let measures: BTreeSet<&str> = commitment.indicators.iter().map(|id| id.value.as_str()).collect();
        for indicator in measures {
            of_indicator.entry(indicator).or_default().extend(own.iter().cloned());
        }
        of_commitment.insert(&commitment.base.id, own);
    }
    for record in collections.get_mut("commitments").into_iter().flatten() {
        record.pauses = of_commitment.get(record.id.as_str()).cloned().unwrap_or_default();
    }
    let mut measured: BTreeMap<String, Vec<Pause>> = BTreeMap::new();
    for record in collections.get_mut("indicators").into_iter().flatten() {
        record.pauses = of_indicator.get(record.id.as_str()).cloned().unwrap_or_default();
        for word in record.get("measures").map_or(&[][..], |fact| fact.words()) {
            measured.entry(word.clone()).or_default().extend(record.pauses.iter().cloned());
        }
    }
    for record in collections.get_mut("cases").into_iter().flatten() {
        let kinds = record.get("kind").map_or(&[][..], |fact| fact.words());
        let words: BTreeSet<&str> = kinds.iter().filter_map(|kind| measure(kind)).collect();
        let theirs = words.into_iter().filter_map(|word| measured.get(word)).flatten().cloned();
        record.pauses.extend(theirs.collect::<Vec<_>>());
    }
}

/// The pauses that details state.
pub(super) fn of_details(subject: &str, details: &Details, lang: Lang) -> Vec<Pause> {
    match details.get("pauses").map(|detail| &detail.value) {
        Some(Said::Texts(texts)) => of_texts(subject, texts, lang),
        _ => Vec::new(),
    }
}

fn of_texts(subject: &str, texts: &[Text], lang: Lang) -> Vec<Pause> {
    let said = texts.iter().filter(|text| !text.source.trim().is_empty());
    said.map(|text| {
        let plain = text.plain();
        Pause { subject: subject.to_owned(), span: text.span, completes: completes(&plain, lang), text: plain }
    })
    .collect()
}

/// What measures the answer to a kind of case.
fn measure(kind: &str) -> Option<&'static str> {
    match kind {
        "query" | "complaint" | "incident" | "petition" | "payment_complaint" => Some("resolution_time"),
        "continuity" => Some("continuity_answer"),
        "billing" => Some("billing_answer"),
        _ => None,
    }
}

/// Stems of words by which a pause waits for what the customer has to add: «falta un documento», “until the papers are complete”.
const COMPLETES: [&str; 11] = [
    "subsan",
    "complet",
    "document",
    "aclar",
    "clarif",
    "esclarec",
    "missing",
    "acredit",
    "requisit",
    "justificante",
    "comprovante",
];

/// Whether a text surely names only the completing of what was filed. With a second reason after «o» nobody knows; in Portuguese
/// that word is an article, which stands before what is completed.
fn completes(text: &str, lang: Lang) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic());
    let second = |word: &str| match word {
        "o" => lang != Lang::Pt,
        _ => matches!(word, "u" | "or" | "ou" | "no" | "not" | "não" | "sin"),
    };
    let alone = !words.clone().any(second);
    alone && words.any(|word| COMPLETES.iter().any(|stem| word.starts_with(stem)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_customer_has_to_add_is_known_from_other_reasons() {
        for (lang, text) in [
            (Lang::Es, "mientras el cliente completa sus documentos"),
            (Lang::Es, "falta un documento"),
            (Lang::Es, "durante la subsanación"),
            (Lang::En, "while papers are missing"),
            (Lang::Pt, "até o cliente esclarecer o pedido"),
        ] {
            assert!(completes(text, lang), "{text}");
        }
        for (lang, text) in [
            (Lang::Es, "mientras el cliente responde"),
            (Lang::Es, "falta personal"),
            (Lang::Es, "falta un documento o el proveedor tarda"),
            (Lang::Es, "en agosto"),
            (Lang::En, "while the supplier answers"),
            (Lang::Pt, "até chegar um documento ou abrir o mês"),
        ] {
            assert!(!completes(text, lang), "{text}");
        }
    }
}
