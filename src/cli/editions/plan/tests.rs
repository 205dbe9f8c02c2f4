//! Every case of a plan.

use super::*;
use jiff::civil::date;

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn known(number: &str, effective: &str, found: usize) -> Known {
    Known {
        number: number.to_owned(),
        tag: format!("edition/{number}"),
        commit: format!("c{found}"),
        time: found as i64,
        signed: false,
        approved: None,
        effective: day(effective),
        langs: vec![crate::lang::Lang::Es.into()],
        replaces: Vec::new(),
        found: Some(found),
    }
}

fn ground(tags: Vec<Known>) -> Ground {
    Ground {
        tags,
        standing: Vec::new(),
        root: None,
        today: date(2026, 11, 22),
        selection: Selection::All,
        force: false,
        unreadable: BTreeSet::new(),
        damaged: Vec::new(),
        refused: BTreeMap::new(),
        beyond: None,
    }
}

fn three() -> Vec<Known> {
    vec![known("2025.1", "2025-11-03", 0), known("2026.1", "2026-05-04", 1), known("2027.1", "2027-01-01", 2)]
}

fn stands(known: &Known) -> Standing {
    let known = Known { found: None, ..known.clone() };
    Standing { folder: known.folder(), known: Some(known), whole: true, complete: true }
}

fn at_root(known: &Known) -> Option<Standing> {
    Some(Standing { folder: String::new(), ..stands(known) })
}

/// Each edition: its number, what happens at the root, what happens under its address.
fn deeds(plan: &Plan) -> Vec<(&str, Option<Deed>, Option<Deed>)> {
    plan.entries.iter().map(|e| (e.known.number.as_str(), e.root, e.own)).collect()
}

use Deed::{Keep, Make};

#[test]
fn the_newest_in_force_stands_at_the_root_and_the_others_under_their_addresses() {
    let plan = plan(&ground(three()));
    assert_eq!(
        deeds(&plan),
        [("2025.1", None, Some(Make)), ("2026.1", Some(Make), None), ("2027.1", None, Some(Make))]
    );
    let states: Vec<&State> = plan.entries.iter().map(|e| &e.state).collect();
    let superseded = State::Superseded { on: Some(day("2026-05-04")), by: "2026.1".into() };
    assert_eq!(states, [&superseded, &State::InForce, &State::Approved]);
    assert_eq!(plan.troubles, []);
}

#[test]
fn the_day_decides() {
    let at = |today: &str| {
        let plan = plan(&Ground { today: day(today), ..ground(three()) });
        plan.in_force().map(|e| e.known.number.clone())
    };
    assert_eq!(at("2025-11-02"), None);
    assert_eq!(at("2025-11-03").as_deref(), Some("2025.1"));
    assert_eq!(at("2026-12-31").as_deref(), Some("2026.1"));
    assert_eq!(at("2027-01-01").as_deref(), Some("2027.1"));
}

#[test]
fn only_what_was_asked_for_is_made_and_the_root_never_lies() {
    let tags = |tags: &[&str]| Selection::Tags(tags.iter().map(|t| (*t).to_owned()).collect());
    let with = |selection| plan(&Ground { selection, ..ground(three()) });
    assert_eq!(deeds(&with(tags(&[])))[..2], [("2025.1", None, None), ("2026.1", Some(Make), None)]);
    let old = with(tags(&["edition/2025.1"]));
    assert_eq!(deeds(&old)[..2], [("2025.1", None, Some(Make)), ("2026.1", Some(Make), None)]);
}

#[test]
fn what_is_published_is_kept_and_the_former_root_gets_its_address() {
    let tags = three();
    let before =
        Ground { standing: vec![stands(&tags[0]), stands(&tags[2])], root: at_root(&tags[1]), ..ground(three()) };
    assert_eq!(
        deeds(&plan(&before)),
        [("2025.1", None, Some(Keep)), ("2026.1", Some(Keep), None), ("2027.1", None, Some(Keep))]
    );
    let after = Ground { today: day("2027-01-01"), ..before };
    assert_eq!(
        deeds(&plan(&after)),
        [("2025.1", None, Some(Keep)), ("2026.1", None, Some(Make)), ("2027.1", Some(Make), Some(Keep))]
    );
    let only = Ground { selection: Selection::Tags(BTreeSet::new()), ..after };
    assert_eq!(deeds(&plan(&only))[0], ("2025.1", None, Some(Keep)), "addresses stay, whatever is asked for");
}

#[test]
fn two_tags_of_one_number_are_told_and_neither_is_published_unless_one_is_already() {
    let mut tags = three();
    tags.push(Known { tag: "edition/again".into(), ..known("2025.1", "2025-11-04", 3) });
    let both = plan(&ground(tags.clone()));
    assert_eq!(both.troubles.len(), 2, "{:?}", both.troubles);
    assert!(
        matches!(&both.troubles[0], Trouble::Twice { published: false, others, .. } if *others == ["edition/again"])
    );
    assert!(both.entries.iter().filter(|e| e.known.number == "2025.1").all(|e| e.withheld && e.own.is_none()));
    assert!(!both.is_blocked(), "the others are published");

    let one = plan(&Ground { standing: vec![stands(&tags[0])], ..ground(tags.clone()) });
    assert!(matches!(&one.troubles[..], [Trouble::Twice { tag, published: true, .. }] if tag == "edition/again"));
    assert_eq!(deeds(&one)[0], ("2025.1", None, Some(Keep)));

    let mut same = three();
    same.push(Known { tag: "edition/zz".into(), ..tags[0].clone() });
    let same = plan(&ground(same));
    assert!(matches!(&same.troubles[..], [Trouble::Twice { tag, published: true, .. }] if tag == "edition/zz"));
    assert_eq!(same.entries.len(), 3);

    // The name that says the number is the better one, unless the other is published.
    let mut named = three();
    named.push(Known { tag: "edition/aa".into(), ..tags[0].clone() });
    named.sort_by(|a, b| a.tag.cmp(&b.tag));
    let tag_of = |plan: &Plan| plan.entries[0].known.tag.clone();
    assert_eq!(tag_of(&plan(&ground(named.clone()))), "edition/2025.1");
    let published = stands(&Known { tag: "edition/aa".into(), ..tags[0].clone() });
    assert_eq!(tag_of(&plan(&Ground { standing: vec![published], ..ground(named) })), "edition/aa");

    let mut current = three();
    current.push(Known { tag: "edition/again".into(), ..known("2026.1", "2026-05-04", 3) });
    assert!(plan(&ground(current)).is_blocked(), "of two, nobody knows which one is in force");
    let mut cases = three();
    cases.push(known("REV", "2025-01-01", 4));
    cases.push(known("rev", "2025-01-02", 5));
    assert_eq!(plan(&ground(cases)).troubles.len(), 2, "disks that ignore case would mix them");
}

#[test]
fn an_edition_dated_before_the_one_it_replaces_is_told_and_days_count() {
    let mut tags = three();
    tags.push(known("2026.2", "2026-01-01", 3));
    let plan = plan(&ground(tags));
    let expected = Trouble::Backwards {
        tag: "edition/2026.2".into(),
        number: "2026.2".into(),
        date: day("2026-01-01"),
        other: "2026.1".into(),
        then: day("2026-05-04"),
        replaced: false,
    };
    assert_eq!(plan.troubles, [expected]);
    assert_eq!(plan.in_force().expect("one").known.number, "2026.1");
}

#[test]
fn an_edition_dated_before_the_one_that_it_names_as_replaced_is_told() {
    let replacing = |number: &str, effective: &str, replaces: &str| Known {
        replaces: vec![replaces.to_owned()],
        ..known(number, effective, 1)
    };
    for (first, second) in [
        (known("A", "2025-06-01", 0), replacing("B", "2025-01-01", "A")),
        (known("2026.1", "2026-01-01", 0), replacing("2025.2", "2025-12-01", "2026.1")),
        (known("2", "2026-01-01", 0), replacing("2 bis", "2025-12-01", "2")),
        (known("1", "2026-01-01", 0), replacing("2", "2025-12-01", "1")),
    ] {
        let expected = Trouble::Backwards {
            tag: second.tag.clone(),
            number: second.number.clone(),
            date: second.effective,
            other: first.number.clone(),
            then: first.effective,
            replaced: true,
        };
        assert_eq!(plan(&ground(vec![first.clone(), second.clone()])).troubles, [expected]);
        let in_order = Known { effective: day("2026-02-01"), ..second };
        let told = plan(&ground(vec![first, in_order])).troubles;
        assert!(!told.iter().any(|trouble| matches!(trouble, Trouble::Backwards { replaced: true, .. })), "{told:?}");
    }
}

#[test]
fn a_part_of_a_clone_puts_no_old_edition_in_the_place_of_one_that_is_named() {
    let named = |number: &str, effective: Option<&str>| Named { number: number.into(), effective: effective.map(day) };
    let blocks = |tags: &[Known], names: Vec<Named>| {
        let plan = plan(&Ground { beyond: Some(names), ..ground(tags.to_vec()) });
        assert_eq!(plan.is_blocked(), plan.troubles.iter().any(|t| matches!(t, Trouble::Beyond { .. })), "{plan:?}");
        plan.is_blocked()
    };
    let [old, now, next]: [Known; 3] = three().try_into().expect("three");
    assert!(!blocks(&[old.clone(), now.clone()], Vec::new()), "nothing speaks of another");
    assert!(blocks(std::slice::from_ref(&old), vec![named("2026.1", Some("2026-05-04"))]));
    assert!(blocks(std::slice::from_ref(&old), vec![named("2026.1", None)]));
    assert!(
        !blocks(std::slice::from_ref(&now), vec![named("2025.1", Some("2025-11-03")), named("2025.1", None)]),
        "older ones"
    );
    assert!(!blocks(std::slice::from_ref(&now), vec![named("2027.1", Some("2027-01-01"))]), "not yet in force");
    let replacing = Known { replaces: vec!["2026.1".into()], ..next };
    assert!(blocks(&[old.clone(), replacing.clone()], Vec::new()));
    assert!(blocks(std::slice::from_ref(&replacing), Vec::new()), "a future one alone");
    assert!(!blocks(&[now.clone(), replacing], Vec::new()));
    // What stands at the root is known, whatever the clone has.
    let kept = plan(&Ground { beyond: Some(vec![named("2026.1", None)]), root: at_root(&now), ..ground(vec![old]) });
    assert_eq!(kept.in_force().map(|entry| entry.known.number.as_str()), Some("2026.1"));
}

#[test]
fn an_edition_whose_successor_is_missing_has_no_day_on_which_it_was_superseded() {
    let mut tags = three();
    tags[1].replaces = vec!["2025.2".to_owned()];
    let told = plan(&ground(tags.clone()));
    assert_eq!(told.entries[0].state, State::Superseded { on: None, by: "2025.2".into() });
    let expected = Trouble::Gap {
        tag: "edition/2026.1".into(),
        number: "2026.1".into(),
        missing: "2025.2".into(),
        before: "2025.1".into(),
    };
    assert_eq!(told.troubles, [expected]);
    assert!(!told.is_blocked());
    // One that names an edition that is known, be it not the one before it, leaves no gap here; nor does the first of all.
    tags[1].replaces = vec!["2025.1".to_owned(), "2025.2".to_owned()];
    tags[0].replaces = vec!["2024.1".to_owned()];
    assert!(plan(&ground(tags)).troubles.is_empty());
}

#[test]
fn a_tag_that_moved_is_told_and_what_is_published_stays() {
    let tags = three();
    let published = Known { commit: "old".into(), ..tags[0].clone() };
    let rooted = Known { commit: "old".into(), ..tags[1].clone() };
    let before = Ground { standing: vec![stands(&published)], root: at_root(&rooted), ..ground(three()) };
    let kept = plan(&before);
    assert_eq!(deeds(&kept)[..2], [("2025.1", None, Some(Keep)), ("2026.1", Some(Keep), None)]);
    assert_eq!(kept.entries[0].known.commit, "old", "what is listed is what is published");
    assert!(matches!(&kept.troubles[..], [Trouble::Moved { .. }, Trouble::Moved { .. }]));
    let forced = plan(&Ground { force: true, ..before });
    assert_eq!(deeds(&forced)[..2], [("2025.1", None, Some(Make)), ("2026.1", Some(Make), None)]);
}

#[test]
fn a_tag_that_leads_to_another_edition_or_to_none_is_not_told_to_be_gone() {
    let tags = three();
    // The tag of the first leads to an edition with another number now.
    let other = Known { number: "2025.9".into(), commit: "new".into(), ..tags[0].clone() };
    let moved = vec![other, tags[1].clone(), tags[2].clone()];
    let kept = plan(&Ground { standing: vec![stands(&tags[0])], ..ground(moved) });
    assert!(matches!(&kept.troubles[..], [Trouble::Moved { number, now, .. }] if number == "2025.1" && now == "new"));
    assert_eq!(deeds(&kept)[0], ("2025.1", None, Some(Keep)));
    // To a commit that is no edition; to the one that was published, which this program cannot read; to no commit.
    let rest = || vec![tags[1].clone(), tags[2].clone()];
    let refused = |commit: Option<&str>| {
        let refused = [(tags[0].tag.clone(), commit.map(str::to_owned))].into();
        plan(&Ground { standing: vec![stands(&tags[0])], refused, ..ground(rest()) }).troubles
    };
    assert!(matches!(&refused(Some("new"))[..], [Trouble::Moved { .. }]));
    assert!(refused(Some(&tags[0].commit)).is_empty() && refused(None).is_empty());
}

#[test]
fn three_tags_of_one_number_are_told_with_each_other() {
    let mut tags = three();
    for (at, name) in ["edition/again", "edition/more"].into_iter().enumerate() {
        tags.push(Known { tag: name.into(), ..known("2025.1", "2025-11-04", 3 + at) });
    }
    let troubles = plan(&ground(tags)).troubles;
    let others = |trouble: &Trouble| match trouble {
        Trouble::Twice { others, published: false, .. } => others.len(),
        other => panic!("{other:?}"),
    };
    assert_eq!(troubles.iter().map(others).collect::<Vec<_>>(), [2, 2, 2]);
    let told = crate::cli::editions::tell::trouble(&troubles[0], crate::lang::Lang::Es).text;
    assert!(
        told.contains("como las etiquetas `edition/again`, `edition/more`; no se publica ninguna de ellas"),
        "{told}"
    );
}

#[test]
fn a_tag_that_is_gone_takes_nothing_down() {
    let tags = three();
    let before = Ground { standing: vec![stands(&tags[0])], root: at_root(&tags[1]), ..ground(vec![tags[2].clone()]) };
    let kept = plan(&before);
    assert_eq!(
        deeds(&kept),
        [("2025.1", None, Some(Keep)), ("2026.1", Some(Keep), None), ("2027.1", None, Some(Make))]
    );
    assert!(matches!(&kept.troubles[..], [Trouble::Lost { .. }, Trouble::Lost { .. }]));
}

#[test]
fn what_is_damaged_is_made_anew_where_its_tag_is_there() {
    let tags = three();
    let damaged = |known: &Known| Standing { whole: false, ..stands(known) };
    let before = Ground { standing: vec![damaged(&tags[0])], ..ground(three()) };
    let made = plan(&before);
    assert_eq!((deeds(&made)[0], made.remade.as_slice()), (("2025.1", None, Some(Make)), &["2025.1".to_owned()][..]));
    let alone = Ground { tags: tags[1..].to_vec(), ..before };
    assert!(plan(&alone).is_blocked());
    assert!(!plan(&Ground { force: true, ..alone }).is_blocked());
    let silent = Standing { known: None, whole: false, ..stands(&tags[0]) };
    assert_eq!(deeds(&plan(&Ground { standing: vec![silent], ..ground(three()) }))[0], ("2025.1", None, Some(Make)));
}

#[test]
fn more_formats_than_there_are_make_it_anew_and_fewer_do_not() {
    let tags = three();
    let poor = Standing { complete: false, ..stands(&tags[0]) };
    let made = plan(&Ground { standing: vec![poor.clone()], ..ground(three()) });
    assert_eq!((deeds(&made)[0].2, made.lacking.len()), (Some(Make), 1));
    let current = Selection::Tags(BTreeSet::new());
    let kept = plan(&Ground { standing: vec![poor], selection: current, ..ground(three()) });
    assert_eq!(deeds(&kept)[0].2, Some(Keep), "who asks for the one in force alone leaves the others alone");
}

#[test]
fn an_edition_that_cannot_be_read_takes_the_others_down_only_if_it_is_in_force() {
    let tags = three();
    let without = |tag: &str| Ground { unreadable: [tag.to_owned()].into(), ..ground(three()) };
    let old = plan(&without("edition/2025.1"));
    assert_eq!(deeds(&old)[..2], [("2025.1", None, None), ("2026.1", Some(Make), None)]);
    assert!(old.entries[0].withheld && !old.is_blocked());
    let now = plan(&without("edition/2026.1"));
    assert_eq!(now.troubles, [Trouble::Blocked { number: "2026.1".into() }]);
    let rooted = plan(&Ground { root: at_root(&tags[1]), ..without("edition/2026.1") });
    assert_eq!((deeds(&rooted)[1], rooted.is_blocked()), (("2026.1", Some(Keep), None), false));
    let stale = plan(&Ground { root: at_root(&tags[0]), ..without("edition/2026.1") });
    assert!(stale.is_blocked(), "what was superseded does not stay in its place");
}

#[test]
fn five_hundred_tags_are_planned() {
    let start = date(2020, 1, 1);
    let tag = |n: usize| Known {
        effective: start.saturating_add(jiff::Span::new().days(n as i64)),
        ..known(&format!("e{n}"), "2020-01-01", n)
    };
    let plan = plan(&ground((0..500).map(tag).collect()));
    assert_eq!((plan.entries.len(), plan.troubles.len()), (500, 0));
    assert_eq!(plan.in_force().expect("one").known.number, "e499");
    assert_eq!(plan.entries[9].known.number, "e9", "ordered by day, then as people read");
}

#[test]
fn a_damaged_edition_blocks_unless_the_one_in_force_comes_after_it_or_its_day_is_published() {
    let damaged = |number: &str| Damaged { tag: format!("edition/{number}"), number: number.to_owned() };
    let with = |number: &str| plan(&Ground { damaged: vec![damaged(number)], ..ground(three()) });
    for number in ["2026.2", "2026.1b", "2028.1"] {
        let plan = with(number);
        let unknown = Trouble::Unknown { tag: format!("edition/{number}") };
        assert!(plan.is_blocked() && plan.troubles == [unknown], "{number}: {:?}", plan.troubles);
    }
    assert!(!with("2025.2").is_blocked(), "an edition before the one in force takes nothing down");
    let none = plan(&Ground { damaged: vec![damaged("1")], today: day("2020-01-01"), ..ground(three()) });
    assert!(none.is_blocked(), "perhaps the only one in force");
    // What was published of it says from when it is in force.
    let tags = three();
    let known = known("2026.2", "2026-08-01", 9);
    let refused = [("edition/2026.2".to_owned(), None)].into();
    let published = Ground { damaged: vec![damaged("2026.2")], refused, root: at_root(&known), ..ground(tags) };
    let plan = plan(&published);
    assert!(!plan.is_blocked() && plan.troubles.is_empty(), "{:?}", plan.troubles);
    assert_eq!(plan.in_force().map(|entry| (entry.known.number.as_str(), entry.root)), Some(("2026.2", Some(Keep))));
}
