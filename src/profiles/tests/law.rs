//! Rows for `es-ley-10-2025` and `es-trlgdcu-21`.
//!
//! One long file, since it is a table: each row is a clause and a change that fails it, and none refers to another.

use super::*;

const ACT: &str = "es-ley-10-2025";
/// The limit of the specimen's promise, before its indicator.
const PROMISED: &str = "  within: 10 calendar days\n  indicator";
const CONSUMERS: &str = "es-trlgdcu-21";

/// A declaration that is taken away by giving it another clause.
macro_rules! undeclared {
    ($clause:literal) => {
        (
            $clause,
            &[(
                concat!("profile: es-ley-10-2025, clause: \"", $clause, "\""),
                "profile: es-ley-10-2025, clause: \"0\"",
            )],
            "unattested",
        )
    };
}

const ROWS: &[(&str, &[Edit], &str)] = &[
    ("4.1", &[("fee: free", "fee: 3 EUR")], "fail"),
    ("4.1", &[("    fee: free\n", "")], "unknown"),
    undeclared!("4.1-d"),
    ("4.2a", &[("incidencia: { kind: incident", "incidencia: { kind: suggestion")], "fail"),
    ("4.2a", &[("kind: notify", "kind: close")], "fail"),
    ("4.2d", &[("kind: refund_full", "kind: apology")], "fail"),
    ("4.2d", &[("kind: compensation, decides: jefatura", "kind: compensation")], "unknown"),
    ("4.2e", &[("formats: [voice, large_print, easy_read]", "formats: [voice]")], "fail"),
    ("4.2e", &[("chosen_by: customer, in_person", "chosen_by: company, in_person")], "fail"),
    ("4.2e", &[("kind: choose_format", "kind: classify")], "fail"),
    ("4.3c", &[("  claim: Por cualquier canal, con la clave del caso.\n", "")], "unknown"),
    ("4.3d", &[("answers_about: [energy_saving]", "answers_about: [prices]")], "fail"),
    ("4.3d", &[("sectors: [electricity]", "sectors: [water]")], "not-applicable"),
    ("4.4", &[("supply: kept_until_reply", "supply: may_be_cut")], "fail"),
    ("4.4", &[("exceptions: [safety]", "exceptions: [safety, debt]")], "fail"),
    ("4.4", &[("external: true", "external: false")], "fail"),
    ("4.4", &[("supply: continuous", "supply: occasional")], "not-applicable"),
    ("4.5", &[("route: preferred", "route: public")], "fail"),
    ("4.5", &[("  durable: true\n  within: 15 minutes", "  durable: false\n  within: 15 minutes")], "fail"),
    ("4.5", &[("  within: 15 minutes\n", "")], "unknown"),
    ("4.5", &[("activities: [supply]", "activities: [supply, distribution]")], "fail"),
    ("4.7", &[("answered_at, channel_of_each]", "answered_at]")], "fail"),
    ("5.1", &[("formats: [easy_read, pictograms]", "formats: [easy_read]")], "fail"),
    ("5.1", &[("home_page: [channels]", "home_page: [hours]")], "fail"),
    undeclared!("5.1-d"),
    ("5.2", &[], "not-applicable"),
    ("5.2", &[("documents: [contract, invoice]", "documents: [small_ticket]")], "unknown"),
    (
        "5.2",
        &[
            ("documents: [contract, invoice]", "documents: [small_ticket]"),
            ("home_page:", "point_of_sale: [channels]\n  vehicle: [hours]\n  home_page:"),
        ],
        "fail",
    ),
    (
        "5.2",
        &[
            ("documents: [contract, invoice]", "documents: [small_ticket]"),
            ("home_page:", "point_of_sale: [channels]\n  vehicle: [channels]\n  home_page:"),
        ],
        "pass",
    ),
    ("5.3", &[("before_contract: [channels, proof_of_filing,", "before_contract: [channels,")], "fail"),
    (
        "5.3",
        &[("dispute_resolution, hours, time_limits]\n  contract", "dispute_resolution, hours]\n  contract")],
        "fail",
    ),
    (
        "5.3",
        &[
            ("dispute_resolution, hours, time_limits]\n  contract", "dispute_resolution, hours]\n  contract"),
            ("supply: continuous", "supply: occasional"),
        ],
        "pass",
    ),
    ("5.4", &[("invoice: [channels, proof_of_filing, tracking,", "invoice: [channels, proof_of_filing,")], "fail"),
    ("5.5", &[("announcement: optional", "announcement: never")], "fail"),
    ("5.5", &[("modes: [instant_text, sign_video, video_call]", "modes: [sign_video]")], "fail"),
    (
        "7.1",
        &[(
            "channels: [telefono, web, correo-postal, tienda, chat]\n    fee",
            "channels: [telefono, web, tienda]\n    fee",
        )],
        "fail",
    ),
    (
        "7.1",
        &[
            ("channels: [tienda, telefono-ventas, web]", "channels: [tienda, correo]"),
            (
                "chat:\n  name: Chat",
                "correo: { name: Correo, kind: email, languages: [es, ca], modes: [screen_reader], hours: 24/7 }\nchat:\n  name: Chat",
            ),
        ],
        "fail",
    ),
    ("7.2", &[("    languages: [es, ca]\n  steps", "    languages: [es]\n  steps")], "fail"),
    ("7.2", &[("operates_in: [ES-AR, ES-CT]\n  supply", "operates_in: [ES-AR]\n  supply")], "not-applicable"),
    (
        "7.3",
        &[(
            "postal_addresses: [registered_office, website_address, complaints_address]",
            "postal_addresses: [complaints_address]",
        )],
        "fail",
    ),
    ("7.4", &[("premises: [files, gives_key]", "premises: [files]")], "fail"),
    (
        "8.1",
        &[
            ("channels: [telefono]\n      first", "channels: [chat]\n      first"),
            (
                "automation: bot\n  human_fallback: [first_menu, any_time, live]",
                "automation: bot\n  human_fallback: [none]",
            ),
        ],
        "fail",
    ),
    (
        "8.2a",
        &[(
            "automation: menu\n  human_fallback: [first_menu, any_time, live]",
            "automation: menu\n  human_fallback: [live]",
        )],
        "fail",
    ),
    ("8.2a", &[("  automation: menu\n  human_fallback: [first_menu, any_time, live]\n", "")], "unknown"),
    ("8.2b", &[("greeting: [company_name, agent_identification]", "greeting: [company_name]")], "fail"),
    ("8.2c", &[("share: 96 %, within: \"< 3 minutes\"", "share: 90 %, within: \"< 1 minute\"")], "fail"),
    ("8.2c", &[("share: 96 %, within: \"< 3 minutes\"", "share: 95 %, within: 180 seconds")], "doubt"),
    ("8.2c", &[("{ share: 96 %, within: \"< 3 minutes\" }", "{ mean: 170 seconds }")], "doubt"),
    ("8.2c", &[("starts: person_requested", "starts: call_received")], "fail"),
    ("8.2c", &[("measures: human_wait", "measures: speed")], "unknown"),
    ("8.3", &[("within: 3 minutes, call_back", "within: 5 minutes, call_back")], "fail"),
    ("8.3", &[("call_back: same_business_day", "call_back: next_business_day")], "fail"),
    ("8.4", &[("cut_off: never", "cut_off: 10 minutes")], "fail"),
    ("8.4", &[("  cut_off: never\n", "")], "unknown"),
    ("8.5", &[("in_person_help: Una persona acompaña durante toda la gestión., ", "")], "unknown"),
    (
        "8.6",
        &[(
            "  hours: { mon..fri: 09:00-20:00 }\n  languages: [es, ca]",
            "  hours: { mon..fri: 09:00-20:00 }\n  languages: [es]",
        )],
        "fail",
    ),
    undeclared!("9.1-d"),
    (
        "9.1-d",
        &[(
            "  kind: telephone\n  purposes: [support, complaint, continuity]\n",
            "  kind: telephone\n  capacity: { demand: { mean: 20 per hour, peak: 62 per hour }, handling_time: 5 minutes, servers: 5 }\n  purposes: [support, complaint, continuity]\n",
        )],
        "fail",
    ),
    (
        "9.1-d",
        &[(
            "  kind: telephone\n  purposes: [support, complaint, continuity]\n",
            "  kind: telephone\n  capacity: { demand: { mean: 20 per hour, peak: 62 per hour }, handling_time: 5 minutes, servers: 8 }\n  purposes: [support, complaint, continuity]\n",
        )],
        "attested",
    ),
    (
        "9.2",
        &[("topics: [sector, accessibility, vulnerable, languages,", "topics: [sector, vulnerable, languages,")],
        "fail",
    ),
    (
        "9.2",
        &[("topics: [sector, accessibility, vulnerable, languages,", "topics: [sector, accessibility, vulnerable,")],
        "fail",
    ),
    ("9.2", &[("  frequency: yearly\n=== complaints", "=== complaints")], "fail"),
    ("9.2", &[("runs_automation: true, training: [inicial]", "runs_automation: true")], "unknown"),
    (
        "10.1",
        &[("  caller_cost: free\n  numbering_code: [\"900\"]", "  caller_cost: premium\n  numbering_code: [\"900\"]")],
        "fail",
    ),
    (
        "10.1",
        &[(
            "  caller_cost: free\n  numbering_code: [\"900\"]",
            "  caller_cost: 0.30 EUR per minute\n  numbering_code: [\"900\"]",
        )],
        "unknown",
    ),
    ("10.2", &[], "not-applicable"),
    (
        "10.2",
        &[(
            "  caller_cost: free\n  numbering_code: [\"900\"]",
            "  caller_cost: premium\n  alternative_number: \"976 000 000\"\n  numbering_code: [\"900\"]",
        )],
        "fail",
    ),
    (
        "10.2",
        &[
            (
                "  caller_cost: free\n  numbering_code: [\"900\"]",
                "  caller_cost: premium\n  alternative_number: \"976 000 000\"\n  numbering_code: [\"900\"]",
            ),
            ("legal_address]", "legal_address, ordinary_number, caller_cost]"),
        ],
        "pass",
    ),
    ("10.3", &[("share: 95 %, within: \"< 170 seconds\"", "share: 95 %, within: 4 minutes")], "fail"),
    ("10.3", &[("starts: call_received\n  stops: agent_live", "starts: call_received\n  stops: menu_pickup")], "fail"),
    (
        "10.4",
        &[("  purposes: [continuity]\n  caller_cost: free", "  purposes: [continuity]\n  caller_cost: standard")],
        "fail",
    ),
    undeclared!("10.4-d"),
    ("10.5", &[("mode_chosen_by: customer", "mode_chosen_by: company")], "fail"),
    ("10.6", &[("priority: [age_65_plus, disability]", "priority: [disability]")], "fail"),
    ("11.1", &[("key: always", "key: never")], "fail"),
    ("11.1", &[("key: always", "key: customer_identifier")], "pass"),
    ("11.1", &[("key: always", "key: customer_identifier"), ("supply: continuous", "supply: occasional")], "fail"),
    ("11.2", &[("given: during_contact", "given: afterwards")], "fail"),
    ("12.1a", &[("durable: true\n    by", "durable: false\n    by")], "fail"),
    ("12.1a", &[("says: [content, date, time,", "says: [content, date,")], "fail"),
    ("12.1b", &[("consent: express", "consent: implied")], "fail"),
    ("12.2", &[("by: same_or_chosen\n    asks", "by: by_company\n    asks")], "fail"),
    ("13.1", &[("says: [each_point, decision]", "says: [decision]")], "fail"),
    undeclared!("13.1-d"),
    ("13.2", &[("reasons: [resolved,", "reasons: [deadline_lapsed, resolved,")], "fail"),
    ("13.2", &[("warns: true }", "warns: false }")], "fail"),
    ("13.3", &[("period: 12 business days", "period: 8 business days")], "fail"),
    ("13.3", &[("clock: restarts", "clock: runs")], "fail"),
    ("13.5", &[("by: same_or_chosen\n    language", "by: by_company\n    language")], "fail"),
    ("13.6", &[("templates_in: [es, ca]", "templates_in: [es]")], "fail"),
    ("13.6", &[("language: same_as_filing", "language: of_company")], "fail"),
    (
        "13.7",
        &[("refusal_says: [reasons, dispute_resolution, contacts, adhered_body]", "refusal_says: [reasons]")],
        "fail",
    ),
    ("13.8", &[("collection: halted_until_reply", "collection: continues")], "fail"),
    ("13.8", &[("sectors: [electricity]", "sectors: [electricity, financial]")], "not-applicable"),
    ("13.9", &[("  recipients: [all_affected]\n", "")], "unknown"),
    ("13.9", &[("event: mass_outage", "event: reminder")], "fail"),
    (
        "14.1",
        &[
            ("purposes: [support, complaint, continuity]", "purposes: [continuity]"),
            ("sat: 10:00-14:00 }\n  languages", "sat: 10:00-13:00 }\n  languages"),
            ("  kind: web\n  hours: 24/7", "  kind: web\n  hours: { mon..fri: 09:00-20:00 }"),
            ("  kind: post\n  hours: 24/7", "  kind: post\n  hours: { mon..fri: 09:00-20:00 }"),
        ],
        "fail",
    ),
    (
        "14.2",
        &[
            ("[\"900\"]\n  hours: 24/7", "[\"900\"]\n  hours: { mon..sun: 08:00-22:00 }"),
            (
                "  purposes: [continuity]\n  caller_cost: free\n  hours: 24/7",
                "  purposes: [continuity]\n  caller_cost: free\n  hours: { mon..sun: 22:00-07:00 }",
            ),
        ],
        "fail",
    ),
    (
        "14.2",
        &[
            ("[\"900\"]\n  hours: 24/7", "[\"900\"]\n  hours: { mon..sun: 08:00-22:00 }"),
            (
                "  purposes: [continuity]\n  caller_cost: free\n  hours: 24/7",
                "  purposes: [continuity]\n  caller_cost: free\n  hours: { mon..sun: 22:00-08:00 }",
            ),
        ],
        "pass",
    ),
    (
        "14.2",
        &[
            ("employees: 640", "employees: 90"),
            ("turnover: 310000000 EUR", "turnover: 30000000 EUR"),
            ("balance: 120000000 EUR", "balance: 12000000 EUR"),
        ],
        "not-applicable",
    ),
    // A large group, a large share of the market, or a figure that is not told: it applies.
    (
        "14.2",
        &[
            ("employees: 640", "employees: 90"),
            ("turnover: 310000000 EUR", "turnover: 30000000 EUR"),
            ("balance: 120000000 EUR", "balance: 12000000 EUR\n  group: { employees: 900 }"),
        ],
        "pass",
    ),
    (
        "14.2",
        &[
            ("employees: 640", "employees: 90"),
            ("turnover: 310000000 EUR", "turnover: 30000000 EUR"),
            ("balance: 120000000 EUR\n  market_share: 1.4 %", "balance: 12000000 EUR\n  market_share: 7 %"),
        ],
        "pass",
    ),
    (
        "14.2",
        &[
            ("employees: 640", "employees: 90"),
            ("turnover: 310000000 EUR", "turnover: 30000000 EUR"),
            ("  balance: 120000000 EUR\n", ""),
        ],
        "pass",
    ),
    ("15.1", &[("  accessible_alternative: [telefono]\n", "")], "unknown"),
    undeclared!("15.1-d"),
    ("15.2", &[("proof: self_declared", "proof: documented")], "fail"),
    (
        "16.1",
        &[("purposes: [support, complaint, continuity]", "purposes: [support, complaint, continuity, sales]")],
        "fail",
    ),
    ("16.2", &[("  within: 15 minutes\n  offer: none", "  within: 15 minutes\n  offer: any")], "fail"),
    ("16.3", &[("numbering_code: [\"900\"]", "numbering_code: [\"400\"]")], "fail"),
    ("16.4-d", &[], "not-applicable"),
    ("16.4-d", &[("sectors: [electricity]", "sectors: [electricity, telecom]")], "unattested"),
    (
        "17.1",
        &[(
            "incidencia: { kind: incident, answer_within: 10 business days",
            "incidencia: { kind: incident, answer_within: 16 business days",
        )],
        "fail",
    ),
    (
        "17.1",
        &[(
            "incidencia: { kind: incident, answer_within: 10 business days",
            "incidencia: { kind: incident, answer_within: 20 calendar days",
        )],
        "fail",
    ),
    ("17.1", &[("role: jefatura, within: 7 calendar days", "role: jefatura, within: 14 business days")], "fail"),
    // A clock that stops is not compared with a limit that runs on, but for the completing that the act allows (13.3).
    (
        "17.1",
        &[(
            "answer_within: 10 calendar days }",
            "answer_within: 10 calendar days, pauses: [mientras el cliente responde] }",
        )],
        "unknown",
    ),
    (
        "17.1",
        &[("answer_within: 10 calendar days }", "answer_within: 10 calendar days, pauses: [falta un documento] }")],
        "pass",
    ),
    (
        "17.1",
        &[(
            PROMISED,
            "  within: 10 calendar days\n  clock: { starts: que llega, pauses: [en agosto], restarts: en septiembre }\n  indicator",
        )],
        "unknown",
    ),
    ("17.1", &[("correction: {", "extension: { total: 1 month }\n  correction: {")], "fail"),
    ("17.1", &[("correction: {", "extension: { times: 1 }\n  correction: {")], "unknown"),
    (
        "10.3",
        &[("starts: call_received\n", "starts: call_received\n  pauses: [mientras suena la música]\n")],
        "unknown",
    ),
    (
        "17.1",
        &[("incidencia: { kind: incident, answer_within: 10 business days", "incidencia: { kind: incident")],
        "unknown",
    ),
    ("17.2", &[("first_answer: 2 hours", "first_answer: 2 business hours")], "fail"),
    ("17.2", &[("first_answer_says: [cause, restoration_estimate]", "first_answer_says: [cause]")], "fail"),
    (
        "17.3",
        &[(
            "cobros: { kind: billing, answer_within: 5 calendar days }",
            "cobros: { kind: billing, answer_within: 5 business days }",
        )],
        "doubt",
    ),
    (
        "17.3",
        &[(
            "cobros: { kind: billing, answer_within: 5 calendar days }",
            "cobros: { kind: billing, answer_within: 9 calendar days }",
        )],
        "fail",
    ),
    ("18.1", &[("asks: [cause, service_fault, treatment]", "asks: [treatment]")], "fail"),
    ("18.2", &[("after: resolved", "after: contact")], "fail"),
    undeclared!("19-d"),
    undeclared!("20-d"),
    ("21.1", &[("every: yearly\n    covers", "every: 2 years\n    covers")], "fail"),
    ("21.1", &[("covers: [espera-llamada, ", "covers: [")], "fail"),
    ("21.1", &[("operates_in: [ES-AR, ES-CT]\n    kept_for", "operates_in: [ES-AR]\n    kept_for")], "fail"),
    ("21.2", &[("kept_for: 6 years", "kept_for: 4 years")], "fail"),
    ("21.3", &[("available_by: 03-15", "available_by: 06-30")], "fail"),
    ("21.4", &[("    public_in: [website]\n  audit", "    public_in: [office]\n  audit")], "fail"),
    undeclared!("21.5-d"),
    ("22.1", &[("error_margin: 3 %", "error_margin: 6 %")], "fail"),
    ("22.1", &[("every: yearly\n    auditor", "every: 18 months\n    auditor")], "fail"),
    ("22.2", &[("accreditation: ENAC", "accreditation: other")], "fail"),
    ("22.2", &[("until: 2028-06-30", "until: 2026-12-31")], "fail"),
    undeclared!("22.3-d"),
];

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
    all_met(SPECIMEN, ACT, &[("5.2", "not-applicable"), ("10.2", "not-applicable"), ("16.4-d", "not-applicable")]);
    all_met(SPECIMEN, CONSUMERS, &[]);
    all_met(SPECIMEN, "es-elec-rd88", &[("101.3bis", "not-applicable")]);
}

#[test]
fn one_change_fails_each_clause_of_the_act() {
    run(SPECIMEN, ACT, ROWS);
    each_clause_has_a_row(ACT, ROWS);
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
    assert_eq!(word(&found.state), "fail");
    assert_eq!(found.days_left, Some((jiff::civil::date(2026, 12, 28), 36)));
    assert_eq!(result(&assessed(&text, jiff::civil::date(2026, 12, 28)), "es-ley-10-2025/8.4").days_left, None);
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
