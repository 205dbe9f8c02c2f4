//! Rows for `es-ley-10-2025` and `es-trlgdcu-21`.

#[macro_use]
mod declared;
mod service;
mod time;

use super::*;
use crate::profiles::report;

const ACT: &str = "es-ley-10-2025";
const CONSUMERS: &str = "es-trlgdcu-21";

/// The rows of the act, in the order of its articles.
fn rows() -> Vec<Row> {
    [service::ROWS, time::ROWS].concat()
}

const CONSUMER_ROWS: &[(&str, &[Edit], &str)] = &[
    ("21.2a", &[("given: always\n    says", "given: on_request\n    says")], "fail"),
    (
        "21.2b",
        &[(
            "automation: bot\n  human_fallback: [first_menu, any_time, live]",
            "automation: bot\n  human_fallback: [none]",
        )],
        "fail",
    ),
    ("21.2c", &[("purposes: [support, complaint, continuity]", "purposes: [support, complaint, sales]")], "fail"),
    ("21.2c", &[("event: mass_outage", "event: complaint\n  says: [offer]")], "fail"),
    (
        "21.2d",
        &[("  caller_cost: free\n  numbering_code: [\"900\"]", "  caller_cost: premium\n  numbering_code: [\"900\"]")],
        "unknown",
    ),
    (
        "21.2e",
        &[("  caller_cost: free\n  numbering_code: [\"900\"]", "  caller_cost: standard\n  numbering_code: [\"900\"]")],
        "fail",
    ),
    ("21.2e", &[("sectors: [electricity]", "sectors: [retail]")], "not-applicable"),
    ("21.3a", &[("time_limits, legal_address]", "time_limits]")], "unknown"),
    (
        "21.3a",
        &[
            ("time_limits, legal_address]", "time_limits]"),
            ("formats: [easy_read, pictograms]", "formats: [easy_read, pictograms]\n  legal_address_differs: true"),
        ],
        "fail",
    ),
    (
        "21.3a",
        &[
            ("time_limits, legal_address]", "time_limits]"),
            ("formats: [easy_read, pictograms]", "formats: [easy_read, pictograms]\n  legal_address_differs: false"),
        ],
        "pass",
    ),
    (
        "21.3b",
        &[(
            "queja: { kind: complaint, answer_within: 10 calendar days }",
            "queja: { kind: complaint, answer_within: 15 business days }",
        )],
        "doubt",
    ),
    (
        "21.3b",
        &[(
            "queja: { kind: complaint, answer_within: 10 calendar days }",
            "queja: { kind: complaint, answer_within: 1 month }",
        )],
        "fail",
    ),
];

#[test]
fn the_specimen_meets_every_clause() {
    all_met(
        SPECIMEN,
        ACT,
        &[
            ("5.2", "not-applicable"),
            ("10.2", "not-applicable"),
            ("16.4-d", "not-applicable"),
            ("21.1-d", "not-applicable"),
        ],
    );
    all_met(SPECIMEN, CONSUMERS, &[]);
    all_met(SPECIMEN, "es-elec-rd88", &[("101.3bis", "not-applicable")]);
}

#[test]
fn one_change_fails_each_clause_of_the_act() {
    run(SPECIMEN, ACT, &rows());
    each_clause_has_a_row(ACT, &rows());
}

#[test]
fn each_clause_of_the_act_passes_once_and_fails_once() {
    let (specimen, rows) = (assessed(SPECIMEN, later()), rows());
    let has = |id: &str, wanted: &[&str]| rows.iter().any(|(clause, _, state)| *clause == id && wanted.contains(state));
    for clause in &crate::profiles::shipped::get(ACT).expect("it ships").clauses {
        let id = clause.id.as_str();
        let (met, missed) = if clause.attest.is_some() { ("attested", "unattested") } else { ("pass", "fail") };
        let passes = word(&result(&specimen, &format!("{ACT}/{id}")).state) == met || has(id, &[met]);
        assert!(passes, "{id} is met nowhere");
        assert!(has(id, &[missed]), "{id} is failed nowhere");
    }
}

#[test]
fn one_change_fails_each_clause_for_consumers() {
    run(SPECIMEN, CONSUMERS, CONSUMER_ROWS);
    each_clause_has_a_row(CONSUMERS, CONSUMER_ROWS);
}

#[test]
fn before_its_date_a_failure_is_not_yet_due() {
    let text = edited(SPECIMEN, &[("cut_off: never", "cut_off: 10 minutes")]);
    let found = result(&assessed(&text, jiff::civil::date(2026, 11, 22)), "es-ley-10-2025/8.4");
    assert_eq!((word(&found.state), report::name(&found)), ("fail", "not-yet-due"));
    assert_eq!(found.days_left, Some((jiff::civil::date(2026, 12, 28), 36)));
    let due = result(&assessed(&text, jiff::civil::date(2026, 12, 28)), "es-ley-10-2025/8.4");
    assert_eq!((due.days_left, report::name(&due)), (None, "fail"));
    // The consumer act has no time to adapt.
    assert_eq!(result(&assessed(&text, jiff::civil::date(2026, 11, 22)), "es-trlgdcu-21/21.2a").days_left, None);
}

#[test]
fn who_is_not_bound_is_told_why() {
    let shop = edited(
        SPECIMEN,
        &[
            ("sectors: [electricity]", "sectors: [retail]"),
            ("consumers: mainly", "consumers: not"),
            ("profiles: [es-ley-10-2025, es-trlgdcu-21, es-elec-rd88]", "profiles: [es-ley-10-2025]"),
            ("legal_form: company", "legal_form: company\n  public_level: local"),
            ("profile: es-elec-rd88, clause: \"56.1-d\"", "profile: es-ley-10-2025, clause: \"0\""),
        ],
    );
    for result in &assessed(&shop, later())[0].results {
        assert_eq!(word(&result.state), "not-applicable");
        assert!(!result.notes.is_empty());
    }
    // A company of its size needs no level of the administration to know that it is none.
    let small = edited(
        SPECIMEN,
        &[
            ("sectors: [electricity]", "sectors: [retail]"),
            ("employees: 640", "employees: 249"),
            ("turnover: 310000000 EUR", "turnover: 1000000 EUR"),
            ("balance: 120000000 EUR", "balance: 1000000 EUR"),
            ("profiles: [es-ley-10-2025, es-trlgdcu-21, es-elec-rd88]", "profiles: [es-ley-10-2025]"),
            ("profile: es-elec-rd88, clause: \"56.1-d\"", "profile: es-ley-10-2025, clause: \"0\""),
        ],
    );
    assert!(assessed(&small, later())[0].results.iter().all(|result| word(&result.state) == "not-applicable"));
    let charity = edited(SPECIMEN, &[("legal_form: company", "legal_form: non_profit")]);
    assert_eq!(word(&result(&assessed(&charity, later()), "es-ley-10-2025/4.1").state), "not-applicable");
}

#[test]
fn a_size_that_nobody_tells_is_asked_for_once() {
    let silent = edited(
        SPECIMEN,
        &[
            ("  sectors: [electricity]\n", ""),
            ("es-trlgdcu-21, es-elec-rd88]", "es-trlgdcu-21]"),
            ("profile: es-elec-rd88, clause: \"56.1-d\"", "profile: es-ley-10-2025, clause: \"0\""),
            ("  consumers: mainly\n", ""),
        ],
    );
    let assessment = &assessed(&silent, later())[0];
    assert!(!assessment.scope.is_empty());
    assert!(assessment.results.iter().all(|r| word(&r.state) == "unknown" && r.notes.is_empty()));
}

#[test]
fn declarations_hold_for_a_year_or_until_they_say() {
    let state =
        |edit: Edit, day: Date| word(&result(&assessed(&edited(SPECIMEN, &[edit]), day), "es-ley-10-2025/20-d").state);
    let line = "clause: \"20-d\", statement: Lo declara la dirección., role: jefatura, on: 2026-11-02";
    assert_eq!(state((line, line), jiff::civil::date(2027, 11, 2)), "attested");
    assert_eq!(state((line, line), jiff::civil::date(2027, 11, 3)), "unattested");
    let until =
        "clause: \"20-d\", statement: Lo declara la dirección., role: jefatura, on: 2026-11-02, until: 2028-12-31";
    assert_eq!(state((line, until), jiff::civil::date(2028, 12, 31)), "attested");
    let ahead = "clause: \"20-d\", statement: Lo declara la dirección., role: jefatura, on: 2028-11-02";
    assert_eq!(state((line, ahead), later()), "unattested");
}

/// What a finding tells the author to write, in its first note.
fn asked(edits: &[Edit], clause: &str) -> Option<String> {
    let found = result(&assessed(&edited(SPECIMEN, edits), later()), &format!("{ACT}/{clause}"));
    assert_eq!(word(&found.state), "fail", "{clause}");
    found.notes[0]
        .args
        .iter()
        .find(|(name, _)| *name == "ask")
        .map(|(_, ask)| ask.in_locale(crate::lang::Lang::Es.into()))
}

#[test]
fn what_is_to_be_written_keeps_what_the_list_has() {
    assert_eq!(
        asked(&[("    languages: [es, ca]\n  steps", "    languages: [es]\n  steps")], "7.2").as_deref(),
        Some("`languages: [es, ca]`")
    );
    assert_eq!(
        asked(&[("human_fallback: [first_menu, any_time, live]", "human_fallback: [any_time, live]")], "8.2a")
            .as_deref(),
        Some("`human_fallback: [any_time, live, first_menu]`")
    );
    // Nobody writes `intake.channels: true`.
    let bot = [
        ("channels: [telefono]\n      first", "channels: [chat]\n      first"),
        (
            "automation: bot\n  human_fallback: [first_menu, any_time, live]",
            "automation: bot\n  human_fallback: [none]",
        ),
    ];
    assert_eq!(asked(&bot, "8.1"), None);
}
