//! Editions one after another: their order, what each changed, since when each entry reads as it does.

use super::History;
use super::Missing;
use super::history::{Point, Since};
use crate::load::Memory;
use crate::parse::kind::Kind;
use crate::{Past, history_telling};

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
    lacking(editions, draft, &Missing::default())
}

/// The same, where something is missing.
pub fn lacking(editions: &[(&str, i64)], draft: Option<&str>, missing: &Missing) -> History {
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
    let draft = draft.as_ref().map(|files| files as &dyn crate::load::Files);
    history_telling(&past, draft, &[], missing, &mut |_, _| {}).expect("memory is always read")
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
    let at = |substance, wording| Since { substance: sure(Some(substance)), wording: sure(Some(wording)) };
    let last = &history.editions[2];
    assert_eq!(since(last, Kind::Channels, "agencia"), at(1, 1));
    assert_eq!(since(last, Kind::Channels, "telefono"), at(0, 2));
    assert_eq!(since(last, Kind::Roles, "caja"), at(0, 0));
    // The working copy that still is the third edition is compared with the second.
    let draft = history.draft.as_ref().expect("a working copy");
    assert_eq!(draft.before, Some(1));
    assert_eq!(since(draft, Kind::Channels, "telefono"), Since { substance: sure(Some(0)), wording: sure(None) });
}

fn sure(edition: Option<usize>) -> Point {
    Point { edition, or_earlier: false }
}

#[test]
fn what_the_oldest_edition_that_is_known_says_may_be_older() {
    let [_, second, third] = editions();
    let shallow = Missing { shallow: true, numbers: Vec::new() };
    let history = lacking(&[(&second, 2), (&third, 3)], None, &shallow);
    let since = |kind, id: &str| history.editions[1].since[&(kind, id.to_owned())];
    let earlier = |edition| Point { edition: Some(edition), or_earlier: true };
    assert_eq!(since(Kind::Channels, "agencia"), Since { substance: earlier(0), wording: earlier(0) });
    // The third does not say what it replaces, so that another may have come between.
    assert_eq!(since(Kind::Channels, "telefono"), Since { substance: earlier(0), wording: earlier(1) });
    let named = with(&third, &[("edition: \"3\"", "edition: \"3\", supersedes: edición 2")]);
    let history = lacking(&[(&second, 2), (&named, 3)], None, &shallow);
    let since = history.editions[1].since[&(Kind::Channels, "telefono".to_owned())];
    assert_eq!(since, Since { substance: earlier(0), wording: sure(Some(1)) });
}

#[test]
fn what_changed_since_an_edition_before_a_missing_one_may_be_of_that_one() {
    let [first, second, third] = editions();
    let third = with(&third, &[("12 bus", "6 bus")]);
    let missing = Missing { shallow: false, numbers: vec!["2".to_owned()] };
    let history = lacking(&[(&first, 1), (&third, 3)], None, &missing);
    let since = |kind, id: &str| history.editions[1].since[&(kind, id.to_owned())].substance;
    assert_eq!(since(Kind::Channels, "agencia"), Point { edition: Some(1), or_earlier: true });
    assert_eq!(since(Kind::Roles, "caja"), sure(Some(0)));
    assert!(!of(&[(&first, 1), (&second, 2), (&third, 3)], None).editions.iter().any(|edition| edition.gap));
}

#[test]
fn what_an_edition_between_could_not_be_read_of_is_not_new_in_the_next() {
    let [first, second, third] = editions();
    let broken = with(&second, &[("agencia: {", "agencia: [{")]);
    let history = of(&[(&first, 1), (&broken, 2), (&third, 3)], None);
    let since = history.editions[2].since[&(Kind::Channels, "agencia".to_owned())];
    assert_eq!(since.substance, Point { edition: Some(2), or_earlier: true });
    // Nor is it surely as old as before where a value of it could not be.
    let broken = with(&second, &[("12 business hours", "pronto")]);
    let history = of(&[(&first, 1), (&broken, 2), (&third, 3)], None);
    let since = |place: usize, id: &str| history.editions[place].since[&(Kind::Channels, id.to_owned())].substance;
    assert_eq!(since(2, "agencia"), Point { edition: Some(2), or_earlier: true });
    assert_eq!(since(1, "telefono"), sure(Some(0)));
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

const BOUND: &str = r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual, edition: "1", effective: 2025-01-01, approved: 2024-12-15 }
languages: { default: es }
=== roles.yaml
caja: { name: Caja, escalates_to: jefe, authority: [{ decides: devolver una comisión, up_to: 20 PEN }] }
jefe: { name: Jefatura }
=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono: { name: Central telefónica, kind: telephone }
=== commitments.yaml
respuesta:
  name: Respuesta
  promise: Respondemos por [[telefono]].
  within: { by: [channel], cases: [[telefono, 2 business hours]], else: 4 business hours }
  applies_to: { channel: [telefono] }
  owner: caja
=== communications.yaml
corte: { name: Corte, moment: outage, trigger: Se corta la luz, medium: [telefono], role: caja, say: Volvemos a las diez. }
=== complaints.yaml
reclamos:
  name: Reclamos
  steps: [{ id: oir, does: Escucha al cliente, role: caja, within: 20 minutes }]
"#;

/// Other ids everywhere, for the same entries.
fn renamed(text: &str) -> String {
    let ids = [
        ("caja:", "ventanilla:"),
        (" caja", " ventanilla"),
        ("jefe", "jefatura"),
        ("telefono", "central"),
        ("respuesta:", "plazo:"),
        ("corte:", "apagon:"),
        ("reclamos:", "quejas:"),
    ];
    with(
        text,
        &[("\"1\", effective: 2025", "\"2\", effective: 2026"), ids[0], ids[1], ids[2], ids[3], ids[4], ids[5], ids[6]],
    )
}

#[test]
fn an_entry_under_another_id_binds_as_it_did() {
    let second = renamed(BOUND);
    let third =
        with(&second, &[("\"2\", effective: 2026-01", "\"3\", effective: 2026-07"), ("up_to: 20", "up_to: 25")]);
    let fourth = with(&third, &[("\"3\", effective: 2026-07", "\"4\", effective: 2026-09"), ("jefatura", "gerencia")]);
    let history = of(&[(BOUND, 0), (&second, 1), (&third, 2)], Some(&fourth));
    let bond = |place: usize, role: &str| history.editions[place].obligations[role].clone();
    let (first, second, third) = (bond(0, "caja"), bond(1, "ventanilla"), bond(2, "ventanilla"));
    assert!(first.count >= 4 && first.earlier.is_empty() && first.formerly.is_empty(), "{first:?}");
    assert_ne!(first.digest, second.digest, "a digest depends on its own manual alone");
    assert_eq!((&second.earlier, &second.formerly), (&vec![first.digest], &vec!["caja".to_owned()]));
    assert_eq!((&third.earlier, &third.formerly), (&Vec::new(), &vec!["caja".to_owned()]), "another limit");
    let draft = &history.draft.as_ref().expect("read").obligations["ventanilla"];
    assert_eq!(draft.earlier, [third.digest], "what bound before that limit does not come back");
    let signs = |place: usize| {
        let step = history.editions[place].steps.values().next().expect("compared");
        step.briefs.iter().filter(|(_, brief)| brief.sign_again).map(|(role, _)| role.clone()).collect::<Vec<_>>()
    };
    assert_eq!((signs(1), signs(2)), (Vec::new(), vec!["ventanilla".to_owned()]));
}

#[test]
fn what_ends_on_a_day_to_come_binds_until_then() {
    let ending = |day: &str| {
        let status = format!("name: Respuesta\n  status: {{ retired: {day}, reason: Otro plazo. }}");
        with(BOUND, &[("\"1\", effective: 2025", "\"2\", effective: 2026"), ("name: Respuesta", &status)])
    };
    let count = |text: &str| of(&[(BOUND, 0), (text, 1)], None).editions[1].obligations["caja"].count;
    assert_eq!(count(&ending("2027-03-01")), count(&ending("2025-12-01")) + 1);
}

#[test]
fn other_cases_and_links_are_another_obligation() {
    for (from, into) in [
        ("cases: [[telefono, 2", "cases: [[agencia, 2"),
        ("applies_to: { channel: [telefono] }", "applies_to: { channel: [agencia] }"),
        ("medium: [telefono]", "medium: [agencia]"),
        ("escalates_to: jefe", "escalates_to: caja"),
    ] {
        let second = with(BOUND, &[("\"1\", effective: 2025", "\"2\", effective: 2026"), (from, into)]);
        let history = of(&[(BOUND, 0), (&second, 1)], None);
        let bond = &history.editions[1].obligations["caja"];
        assert!(bond.earlier.is_empty(), "{into}");
        assert_ne!(bond.digest, history.editions[0].obligations["caja"].digest, "{into}");
    }
}
