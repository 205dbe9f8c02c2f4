//! Editions one after another: their order, what each changed, since when each entry reads as it does.

use super::History;
use super::history::Since;
use crate::load::Memory;
use crate::parse::kind::Kind;
use crate::{Past, history};

const FIRST: &str = r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual, edition: "1", effective: 2025-01-01, approved: 2024-12-15 }
languages: { default: es }
=== roles.yaml
caja: { name: Caja, contact: true }
=== channels.yaml
agencia: { name: Agencia, kind: face_to_face, first_response: { within: 24 business hours } }
telefono: { name: "Central, telefónica", kind: telephone }
"#;

fn with(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

/// The second edition tightens a target, the third corrects a comma.
fn editions() -> [String; 3] {
    let second =
        with(FIRST, &[("edition: \"1\", effective: 2025", "edition: \"2\", effective: 2026"), ("24 bus", "12 bus")]);
    let third =
        with(&second, &[("\"2\", effective: 2026-01", "\"3\", effective: 2026-07"), ("Central, tel", "Central tel")]);
    [FIRST.to_owned(), second, third]
}

/// The history of editions, each with the hour of its tag.
pub fn of(editions: &[(&str, i64)], draft: Option<&str>) -> History {
    let read = |text: &str| Memory::parse(text, "manual.yaml");
    let files: Vec<Memory> = editions.iter().map(|(text, _)| read(text)).collect();
    let tags: Vec<String> = (1..=editions.len()).map(|n| format!("edition/{n}")).collect();
    let past: Vec<Past<'_>> = files
        .iter()
        .zip(editions)
        .zip(&tags)
        .map(|((files, (_, hours)), tag)| Past { tag, commit: "c0ffee", time: hours * 3600, signed: false, files })
        .collect();
    let draft = draft.map(read);
    history(&past, draft.as_ref().map(|files| files as &dyn crate::load::Files), &[]).expect("memory is always read")
}

#[test]
fn editions_follow_each_other_by_the_day_from_which_they_hold() {
    let [first, second, third] = editions();
    let history = of(&[(&third, 0), (&first, 0), ("=== notes.md\nnothing", 0), (&second, 9)], None);
    let numbers: Vec<&str> = history.editions.iter().filter_map(|e| e.facts.number.as_deref()).collect();
    assert_eq!((numbers, history.unreadable.as_slice()), (vec!["1", "2", "3"], &[2][..]));
    let given: Vec<(usize, Option<usize>)> = history.editions.iter().map(|e| (e.given, e.before)).collect();
    assert_eq!(given, [(1, None), (3, Some(0)), (0, Some(1))]);
    // Without days the tags tell.
    let bare = |n: &str| {
        format!(
            "=== manual.yaml\norganization: {{ name: E }}\ndocument: {{ title: M, edition: \"{n}\" }}\nlanguages: {{ default: es }}\n"
        )
    };
    let history = of(&[(&bare("b"), 50), (&bare("a"), 20)], None);
    assert_eq!(history.editions[0].facts.number.as_deref(), Some("a"));
}

#[test]
fn an_entry_holds_since_its_last_change_of_substance() {
    let [first, second, third] = editions();
    let history = of(&[(&first, 1), (&second, 2), (&third, 3)], Some(&third));
    let since = |edition: &super::history::Edition, kind, id: &str| edition.since[&(kind, id.to_owned())];
    let at = |substance, wording| Since { substance: Some(substance), wording: Some(wording) };
    let last = &history.editions[2];
    assert_eq!(since(last, Kind::Channels, "agencia"), at(1, 1));
    assert_eq!(since(last, Kind::Channels, "telefono"), at(0, 2));
    assert_eq!(since(last, Kind::Roles, "caja"), at(0, 0));
    // The working copy that still is the third edition is compared with the second.
    let draft = history.draft.as_ref().expect("a working copy");
    assert_eq!(draft.before, Some(1));
    assert_eq!(since(draft, Kind::Channels, "telefono"), Since { substance: Some(0), wording: None });
}

#[test]
fn what_binds_a_role_changes_only_with_the_edition_that_changed_it() {
    let [first, second, third] = editions();
    let history = of(&[(&first, 1), (&second, 2), (&third, 3)], None);
    let signs: Vec<Vec<bool>> = history
        .editions
        .iter()
        .map(|edition| edition.steps.values().flat_map(|step| step.briefs.values().map(|b| b.sign_again)).collect())
        .collect();
    assert_eq!(signs, [vec![], vec![false], vec![false]]);
    let digests: Vec<&str> = history.editions.iter().map(|e| e.obligations["caja"].digest.as_str()).collect();
    assert!(digests.windows(2).all(|pair| pair[0] == pair[1]), "{digests:?}");
}
