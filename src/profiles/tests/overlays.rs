//! Rows for the sector overlays, and what prevails over what.

use super::*;

const ELECTRICITY: &str = "es-elec-rd88";
const FINANCE: &str = "es-fin-44-2002";
const TELECOM: &str = "es-telecom-65";

const ELECTRICITY_ROWS: &[(&str, &[Edit], &str)] = &[
    ("55.2", &[("key: always", "key: follow_up")], "fail"),
    ("55.2", &[("followed_in: [telefono, web, correo-postal, tienda, chat]", "followed_in: [telefono, web]")], "fail"),
    (
        "55.3a",
        &[(
            "queja: { kind: complaint, answer_within: 10 calendar days }",
            "queja: { kind: complaint, answer_within: 1 month }",
        )],
        "fail",
    ),
    ("55.3b", &[("reference, maximum_time]", "reference]")], "fail"),
    ("55.3b", &[("says: [right_to_proof]", "says: [hours]")], "fail"),
    ("55.3c", &[("dispute_resolution, contacts, adhered_body]", "dispute_resolution]")], "fail"),
    ("56.1", &[("binding: true, within: 2 months", "binding: true, within: 3 months")], "fail"),
    (
        "56.1",
        &[("  ombudsman: { name: Defensora del cliente, cost: free, binding: true, within: 2 months }\n", "")],
        "not-applicable",
    ),
    ("56.1-d", &[("profile: es-elec-rd88, clause: \"56.1-d\"", "profile: es-elec-rd88, clause: \"0\"")], "unattested"),
    ("101.3bis", &[("activities: [supply]", "activities: [distribution]")], "fail"),
    (
        "101.3bis",
        &[
            ("activities: [supply]", "activities: [distribution]"),
            (
                "=== surveys.yaml",
                "corte-programado:\n  name: Corte programado\n  moment: before\n  event: planned_outage\n  ahead: 12 hours\n  says: [start, end]\n  recipients: [all_affected, retailers, essential_services]\n=== surveys.yaml",
            ),
        ],
        "fail",
    ),
    (
        "101.3bis",
        &[
            ("activities: [supply]", "activities: [distribution]"),
            (
                "=== surveys.yaml",
                "corte-programado:\n  name: Corte programado\n  moment: before\n  event: planned_outage\n  ahead: 24 hours\n  says: [start, end]\n  recipients: [all_affected, retailers, essential_services]\n=== surveys.yaml",
            ),
        ],
        "pass",
    ),
];

/// The company as a bank with payment services.
fn bank() -> String {
    let eight = "[existence, duty, channels, proof_of_filing, tracking, reply_channels, procedure_rules, transparency_rules, hours, dispute_resolution, time_limits]";
    let text = edited(
        SPECIMEN,
        &[
            ("sectors: [electricity]", "sectors: [financial, payments]"),
            ("profiles: [es-ley-10-2025, es-trlgdcu-21, es-elec-rd88]", "profiles: [es-ley-10-2025, es-fin-44-2002]"),
            ("profile: es-elec-rd88, clause: \"56.1-d\"", "profile: es-fin-44-2002, clause: \"29.1-d\""),
            (
                "  - { profile: es-ley-10-2025, clause: \"22.3-d\",",
                "  - { profile: es-fin-44-2002, clause: \"29.2-d\", statement: Sí., role: jefatura, on: 2026-11-02 }\n  - { profile: es-fin-44-2002, clause: \"29.3-d\", statement: Sí., role: jefatura, on: 2026-11-02 }\n  - { profile: es-fin-44-2002, clause: \"29.4-d\", statement: Sí., role: jefatura, on: 2026-11-02 }\n  - { profile: es-ley-10-2025, clause: \"22.3-d\",",
            ),
            (
                "queja: { kind: complaint,",
                "pagos: { kind: payment_complaint, channels: [web, correo-postal], answer_within: 15 business days }\n    queja: { kind: complaint, channels: [web, correo-postal],",
            ),
            (
                "correction: { period: 12 business days, clock: restarts }",
                "correction: { period: 10 calendar days, clock: pauses, warns: true }\n  extension: { times: 1, total: 1 month, says: [reasons, new_date] }\n  rejection: { reasons: [late, prescribed], hearing: 10 calendar days }",
            ),
            ("says: [each_point, decision]", "says: [each_point, decision, reasons]\n    within: 10 calendar days"),
            ("refusal_says: [reasons,", "refusal_says: [reasons, supervisor_service,"),
            ("jefatura: { name: Jefatura de atención,", "jefatura: { name: Jefatura de atención, sells: false,"),
            (
                "=== surveys.yaml",
                "acuse:\n  name: Acuse\n  moment: after\n  event: case_received\n  offer: none\n=== surveys.yaml",
            ),
            (
                "  home_page: [channels]",
                "  office: [existence, duty, channels, proof_of_filing, tracking, reply_channels, procedure_rules, transparency_rules, hours]\n  home_page: [channels]",
            ),
        ],
    );
    let from = "website: [channels, proof_of_filing, tracking, reply_channels, dispute_resolution, hours, time_limits, legal_address]";
    text.replacen(from, &format!("website: {eight}"), 1)
}

const FINANCE_ROWS: &[(&str, &[Edit], &str)] = &[
    ("29bis.3", &[("answer_within: 10 calendar days }", "answer_within: 2 months }")], "fail"),
    (
        "69.1",
        &[(
            "channels: [web, correo-postal], answer_within: 15 business days",
            "channels: [web, correo-postal], answer_within: 16 business days",
        )],
        "fail",
    ),
    ("69.2", &[("total: 1 month", "total: 2 months")], "fail"),
    (
        "29ter.1",
        &[(
            "pagos: { kind: payment_complaint, channels: [web, correo-postal]",
            "pagos: { kind: payment_complaint, channels: [web, telefono]",
        )],
        "fail",
    ),
    ("29quater.1", &[("kind: choose_format", "kind: refile")], "fail"),
    ("29quater.2", &[("period: 10 calendar days", "period: 12 calendar days")], "fail"),
    ("29quater.2", &[("clock: pauses", "clock: runs")], "fail"),
    ("29quater.3", &[("reasons: [late, prescribed]", "reasons: [late, other]")], "fail"),
    ("29septies.2", &[("supervisor_service,", "hours,")], "fail"),
    (
        "29septies.3",
        &[("    within: 10 calendar days\n    refusal", "    within: 15 calendar days\n    refusal")],
        "fail",
    ),
    ("29.1", &[("contact: true, reports_to: jefatura", "contact: true")], "unknown"),
    (
        "29.1-d",
        &[("profile: es-fin-44-2002, clause: \"29.1-d\"", "profile: es-fin-44-2002, clause: \"0\"")],
        "unattested",
    ),
    (
        "29.2-d",
        &[("profile: es-fin-44-2002, clause: \"29.2-d\"", "profile: es-fin-44-2002, clause: \"0\"")],
        "unattested",
    ),
    ("29.3", &[("event: case_received\n  offer: none", "event: case_received\n  offer: any")], "fail"),
    ("29.3", &[("sells: false", "sells: true")], "fail"),
    (
        "29.3-d",
        &[("profile: es-fin-44-2002, clause: \"29.3-d\"", "profile: es-fin-44-2002, clause: \"0\"")],
        "unattested",
    ),
    ("29.4", &[("languages, disability, age]", "languages, disability]")], "fail"),
    (
        "29.4-d",
        &[("profile: es-fin-44-2002, clause: \"29.4-d\"", "profile: es-fin-44-2002, clause: \"0\"")],
        "unattested",
    ),
    ("29.5", &[("office: [existence, duty,", "office: [existence,")], "fail"),
];

/// The company as a telecom operator.
fn operator() -> String {
    edited(
        SPECIMEN,
        &[
            ("sectors: [electricity]", "sectors: [telecom]"),
            ("activities: [supply]", "activities: [operation]"),
            ("profiles: [es-ley-10-2025, es-trlgdcu-21, es-elec-rd88]", "profiles: [es-ley-10-2025, es-telecom-65]"),
            ("profile: es-elec-rd88, clause: \"56.1-d\"", "profile: es-ley-10-2025, clause: \"16.4-d\""),
        ],
    )
}

const SUSPENDS: Edit =
    ("exceptions: [safety] }", "exceptions: [safety], suspension_after: 20 calendar days, notice: true }");

const TELECOM_ROWS: &[(&str, &[Edit], &str)] = &[
    ("65.2a", &[("key: always", "key: never")], "fail"),
    (
        "65.2b",
        &[(
            "automation: bot\n  human_fallback: [first_menu, any_time, live]",
            "automation: bot\n  human_fallback: [none]",
        )],
        "fail",
    ),
    (
        "65.2b",
        &[(
            "automation: bot\n  human_fallback: [first_menu, any_time, live]",
            "automation: bot\n  human_fallback: [at_the_end]",
        )],
        "pass",
    ),
    ("65.2c", &[("says: [right_to_proof]", "says: [hours]")], "fail"),
    ("65.2d", &[SUSPENDS], "fail"),
    (
        "65.2d",
        &[(
            "exceptions: [safety] }",
            "exceptions: [safety], suspension_after: 2 months, ending_after: 3 months, notice: false }",
        )],
        "fail",
    ),
    (
        "65.2d",
        &[(
            "exceptions: [safety] }",
            "exceptions: [safety], suspension_after: 2 months, ending_after: 3 months, notice: true }",
        )],
        "pass",
    ),
];

#[test]
fn one_change_fails_each_clause_for_electricity() {
    run(SPECIMEN, ELECTRICITY, ELECTRICITY_ROWS);
    each_clause_has_a_row(ELECTRICITY, ELECTRICITY_ROWS);
}

#[test]
fn one_change_fails_each_clause_for_finance() {
    let bank = bank();
    all_met(&bank, FINANCE, &[]);
    run(&bank, FINANCE, FINANCE_ROWS);
    each_clause_has_a_row(FINANCE, FINANCE_ROWS);
}

#[test]
fn one_change_fails_each_clause_for_telecom() {
    let operator = operator();
    all_met(&operator, TELECOM, &[]);
    run(&operator, TELECOM, TELECOM_ROWS);
    each_clause_has_a_row(TELECOM, TELECOM_ROWS);
}

#[test]
fn the_rules_of_the_sector_prevail() {
    let prevails = |text: &str, clause: &str| {
        let found = result(&assessed(text, later()), &format!("es-ley-10-2025/{clause}"));
        match found.state {
            State::Superseded { by } => by,
            other => word(&other).to_owned(),
        }
    };
    let (bank, operator) = (bank(), operator());
    assert_eq!(prevails(&bank, "7.1"), "es-fin-44-2002/29ter.1");
    assert_eq!(prevails(&bank, "13.3"), "es-fin-44-2002/29quater.2");
    assert_eq!(prevails(&bank, "17.1"), "es-fin-44-2002/29bis.3");
    assert_eq!(prevails(&bank, "18.1"), "not-applicable");
    assert_eq!(prevails(&operator, "7.1"), "es-telecom-65/65.2a");
    for clause in ["8.2a", "8.3"] {
        assert_eq!(prevails(&operator, clause), "es-telecom-65/65.2b");
    }
    for clause in ["4.4", "13.8"] {
        assert_eq!(prevails(&operator, clause), "es-telecom-65/65.2d");
    }
    // The rule for electricity asks for the same time, so both are shown.
    assert_eq!(prevails(SPECIMEN, "17.1"), "pass");
    // A rule of another sector that is declared by mistake prevails over nothing.
    let mistaken = edited(SPECIMEN, &[("es-elec-rd88]", "es-elec-rd88, es-telecom-65]")]);
    assert_eq!(prevails(&mistaken, "8.3"), "pass");
}
