//! The history of five editions of the example: what each changed, who signs again, since when entries hold, what readers are told.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use cartilla::changes::{At, History, Seen, What};
use cartilla::compose::obligations::Bond;
use cartilla::ir::{Manual, text_of};
use cartilla::lang::Lang;
use cartilla::load::Memory;
use cartilla::parse::kind::Kind;
use cartilla::{Options, Past, compile, history};

use crate::support::TODAY;
use crate::support::editions::{EDITIONS, RENAMED, edition};

/// The history of the five, read once for all tests.
fn five() -> Arc<History> {
    static FIVE: OnceLock<Arc<History>> = OnceLock::new();
    let read = || {
        let files: Vec<Memory> = (0..EDITIONS.len()).map(|place| Memory::new(edition(place))).collect();
        let tags: Vec<String> = EDITIONS.iter().map(|(number, ..)| format!("edition/{number}")).collect();
        let of = |place: usize| Past {
            tag: &tags[place],
            commit: "c0ffee",
            time: 1_700_000_000 + i64::try_from(place).unwrap_or(0) * 86_400,
            signed: place == 4,
            files: &files[place],
        };
        // Whatever order they are handed over in.
        let past: Vec<Past<'_>> = (0..EDITIONS.len()).rev().map(of).collect();
        Arc::new(history(&past, None, &[]).expect("memory is always read"))
    };
    FIVE.get_or_init(read).clone()
}

fn manuals(place: usize) -> Vec<Manual> {
    let history = Some(Seen { history: five(), at: At::Edition(place) });
    let options = Options { today: TODAY, langs: Vec::new(), messages: None, profiles: Vec::new(), history };
    compile(&Memory::new(edition(place)), &options).expect("memory is always read").manuals
}

#[test]
fn each_edition_changed_what_it_is_said_to() {
    let history = five();
    let numbers: Vec<_> = history.editions.iter().filter_map(|e| e.facts.number.as_deref()).collect();
    assert_eq!(numbers, EDITIONS.map(|(number, ..)| number));
    let step = |place: usize| &history.editions[place].steps[&Lang::Es.into()].changes;
    assert!(history.editions[0].steps.is_empty());
    // A service under another name and id is that service, and nobody is bound otherwise.
    let service = step(1).entries.iter().find(|entry| entry.kind == "services").expect("the service");
    assert_eq!(
        (service.what, service.id.as_str(), service.previous_id.as_deref()),
        (What::Renamed, RENAMED.1, Some(RENAMED.0))
    );
    assert!(step(1).entries.iter().all(|entry| !matches!(entry.what, What::Added | What::Removed)));
    // A stricter target and a channel that is gone.
    let told: BTreeMap<String, What> =
        step(2).entries.iter().filter(|e| e.material).map(|e| (format!("{}/{}", e.kind, e.id), e.what)).collect();
    assert_eq!(told["channels/fax"], What::Removed);
    let target = step(2).entries.iter().find(|entry| entry.id == "llamadas-atendidas").expect("the indicator");
    assert!(target.fields.iter().all(|field| field.what == What::Tightened), "{target:?}");
    // A comma, and a language.
    assert_eq!((step(3).summary.material, step(3).summary.editorial), (0, 1));
    assert!(step(3).translations.iter().any(|t| t.lang == Lang::En && t.what == What::Added));
    assert!(step(4).is_empty());
    assert_eq!(history.editions[4].steps.keys().copied().collect::<Vec<_>>(), [Lang::Es, Lang::En]);
}

#[test]
fn acknowledgements_are_stale_only_for_roles_whose_obligations_changed() {
    let history = five();
    let mut stale = Vec::new();
    for pair in history.editions.windows(2) {
        for (role, bond) in &pair[1].obligations {
            let brief = &pair[1].steps[&Lang::Es.into()].briefs[role];
            let holds = |before: &Bond| before.digest == bond.digest || bond.earlier.contains(&before.digest);
            let changed = pair[0].obligations.get(role).is_none_or(|before| !holds(before));
            // What the brief asks is what the digest on the sheet of the role decides.
            assert_eq!(brief.sign_again, changed, "{role} in {:?}", pair[1].facts.number);
            stale.extend(changed.then(|| (pair[1].facts.number.clone().unwrap_or_default(), role.clone())));
        }
    }
    // Another id, an indicator's target, a channel that nobody served, a comma: none of them is an obligation of anybody.
    assert!(stale.is_empty(), "{stale:?}");
}

#[test]
fn a_service_under_another_id_makes_nobody_sign_again() {
    let history = five();
    let (before, after) = (&history.editions[0].obligations, &history.editions[1].obligations);
    // Who works at that service has another digest, which the sheet carries beside the one that was signed.
    let bound: Vec<&String> = after.keys().filter(|role| after[*role].digest != before[*role].digest).collect();
    assert!(!bound.is_empty() && bound.len() < after.len(), "{bound:?}");
    let manual = &manuals(1)[0];
    let text = serde_json::to_value(manual).expect("JSON").to_string();
    for role in bound {
        assert_eq!(after[role].earlier, [before[role].digest.clone()], "{role}");
        let data = manual.data.iter().find(|file| file.path == format!("data/changes/{role}.json")).expect("told");
        let told: serde_json::Value = serde_json::from_slice(&data.bytes).expect("JSON");
        assert_eq!(told["brief"]["sign_again"], false, "{role}");
        let page = manual.all_sections().into_iter().find(|section| section.id == format!("my-changes-{role}"));
        let page = serde_json::to_string(page.expect("a page")).expect("JSON");
        assert!(page.contains("Sus obligaciones son las mismas"), "{role}: {page}");
        let sheet = format!("\"digest\":\"{}\",\"earlier\":[\"{}\"]", after[role].digest, before[role].digest);
        assert!(!text.contains(&after[role].digest) || text.contains(&sheet), "{role}: the sheet says both");
    }
}

#[test]
fn entries_know_since_when_they_hold_across_a_rename() {
    let history = five();
    let since = |kind, id: &str| {
        let since = history.editions[4].since[&(kind, id.to_owned())];
        (since.substance.edition, since.wording.edition)
    };
    assert_eq!(since(Kind::Indicators, "llamadas-atendidas"), (Some(2), Some(2)));
    assert_eq!(since(Kind::Services, RENAMED.1), (Some(0), Some(1)));
    let corrected = history.editions[4].since.iter().filter(|(_, since)| since.wording.edition == Some(3)).count();
    assert_eq!(corrected, 1, "the comma");
}

#[test]
fn readers_are_told_in_each_language_of_the_edition() {
    let lead = |manual: &Manual| {
        let chapter = manual.sections.iter().find(|section| section.id == "changes");
        chapter.map(|chapter| text_of(&chapter.lead))
    };
    assert_eq!(lead(&manuals(0)[0]), None);
    let manuals = manuals(3);
    let said: Vec<_> = manuals.iter().map(|manual| lead(manual).unwrap_or_default()).collect();
    assert_eq!(
        said,
        [
            "Edición 2026.1, comparada con la edición 2025.2. Rige desde el 4 de mayo de 2026.",
            "Edition 2026.1, compared with edition 2025.2. In force from May 4, 2026.",
        ]
    );
    for manual in &manuals {
        let history = manual.history.as_ref().expect("told");
        assert_eq!(history.editions.len(), 4, "what came later is not told");
        assert!(manual.roles.iter().all(|role| {
            let page = format!("my-changes-{}", role.id);
            manual.all_sections().iter().any(|section| section.id == page)
        }));
    }
}
