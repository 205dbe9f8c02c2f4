//! What labels stand for, in whatever language they are read: half of the address of what they label.

use super::super::Lang;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Words that are the same text in some language, so that a label does not tell which: what all of them stand for.
const SAME: [(&str, &[&str]); 22] = [
    ("audience", &["for_whom"]),
    ("backstage", &["back_stage"]),
    ("depends_on", &["reports_to", "rests_on"]),
    ("effective_from", &["in_force_from"]),
    ("expires", &["contract_until"]),
    ("first_response", &["first_answer"]),
    ("form", &["complaint_form"]),
    ("if_we_fail", &["card_make_good"]),
    ("item", &["concept"]),
    ("kind", &["complaint_type", "cost_kind", "need_kind", "resource_kind", "source_kind"]),
    ("legal_basis", &["laws"]),
    ("measured_by", &["measured_with"]),
    ("minimum", &["minimum_price_label"]),
    ("not_said", &["never_say"]),
    ("people", &["people_in_role"]),
    ("severity", &["impact"]),
    ("status", &["state", "risk_kind"]),
    ("training", &["trainings"]),
    ("unit", &["unit_name"]),
    ("up_to", &["until"]),
    ("when", &["trigger"]),
    ("within", &["card_within", "due"]),
];

/// What a label stands for, the same in every language: the name of its word.
pub fn key_of(lang: Lang, label: &str) -> Option<&'static str> {
    static KEYS: OnceLock<HashMap<Lang, HashMap<String, String>>> = OnceLock::new();
    let keys = KEYS.get_or_init(|| Lang::ALL.into_iter().map(|lang| (lang, keys(lang))).collect());
    keys.get(&lang)?.get(label).map(String::as_str)
}

fn keys(lang: Lang) -> HashMap<String, String> {
    let words = serde_json::to_value(&lang.words().manual).unwrap_or_default();
    let words = words.as_object().into_iter().flatten();
    words.filter_map(|(name, word)| Some((word.as_str()?.to_owned(), stands_for(name).to_owned()))).collect()
}

fn stands_for(name: &str) -> &str {
    SAME.iter().find(|(_, names)| names.contains(&name)).map_or(name, |(key, _)| key)
}

#[test]
fn a_label_stands_for_the_same_in_every_language() {
    for lang in Lang::ALL {
        let words = serde_json::to_value(&lang.words().manual).expect("it serializes");
        for (name, word) in words.as_object().expect("a mapping") {
            let Some(word) = word.as_str() else { continue };
            assert_eq!(
                key_of(lang, word),
                Some(stands_for(name)),
                "{lang}: «{word}» is more than one word: add it to SAME"
            );
        }
    }
    assert!(SAME.iter().all(|(key, _)| stands_for(key) == *key));
}
