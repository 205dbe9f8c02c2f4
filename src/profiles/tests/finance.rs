//! Rows for the British rules on complaints to financial firms: the specimen as a bank with payment services.

use super::*;

const RULES: &str = "gb-fca-disp-1";

fn firm() -> String {
    edited(
        SPECIMEN,
        &[
            ("sectors: [electricity]", "sectors: [financial, payments]"),
            ("profiles: [es-ley-10-2025, es-trlgdcu-21, es-elec-rd88]", "profiles: [gb-fca-disp-1]"),
            (
                "queja: { kind: complaint, answer_within: 10 calendar days }",
                "queja: { kind: complaint, answer_within: 8 weeks }\n    pagos: { kind: payment_complaint, answer_within: 15 business days, extension: { total: 35 business days } }",
            ),
            ("    fee: free\n", "    fee: free\n    acknowledgement: { within: 2 business days }\n"),
            (
                "says: [content, date, time, recording_access, reference, maximum_time]",
                "says: [received, being_handled, maximum_time]",
            ),
            (
                "register: { fields: [filed_at, key_given_at, receipt_given_at, answered_at, channel_of_each] }",
                "register: { fields: [filed_at, answered_at, measures], kept_for: 3 years, from: received }\n  summary_resolution: { within: 3 business days, accepted: true, says: [considered_resolved, ombudsman_right, waiver_statement, web_address] }",
            ),
            (
                "says: [each_point, decision]",
                "says: [decision, ombudsman_right, referral_time, leaflet, web_address, waiver_statement]",
            ),
            (
                "=== surveys.yaml",
                "avance: { name: Avance, moment: during, event: progress, updates_every: 4 weeks }\ndemora: { name: Demora, moment: during, event: delay, within: 15 business days, says: [reasons, new_date, ombudsman_right] }\n=== surveys.yaml",
            ),
        ],
    )
}

const ROWS: &[(&str, &[Edit], &str)] = &[
    (
        "1.5",
        &[("summary_resolution: { within: 3 business days", "summary_resolution: { within: 5 business days")],
        "fail",
    ),
    ("1.5", &[("accepted: true, says", "accepted: false, says")], "fail"),
    ("1.5", &[("considered_resolved, ", "")], "fail"),
    (
        "1.5",
        &[(
            "  summary_resolution: { within: 3 business days, accepted: true, says: [considered_resolved, ombudsman_right, waiver_statement, web_address] }\n",
            "",
        )],
        "not-applicable",
    ),
    ("1.6.1a", &[("    acknowledgement: { within: 2 business days }\n", "")], "unknown"),
    ("1.6.1a", &[("being_handled, ", "")], "fail"),
    ("1.6.1a", &[("    durable: true\n    by", "    durable: false\n    by")], "fail"),
    ("1.6.1b", &[("updates_every: 4 weeks", "updates_every: 8 weeks")], "fail"),
    ("1.6.1b", &[("event: progress", "event: reminder")], "fail"),
    ("1.6.2", &[("answer_within: 8 weeks", "answer_within: 2 months")], "fail"),
    ("1.6.2", &[("answer_within: 8 weeks", "answer_within: 56 calendar days")], "pass"),
    ("1.6.2-c", &[("referral_time, leaflet,", "referral_time,")], "fail"),
    ("1.6.2-c", &[("refusal_says: [reasons, ", "refusal_says: [")], "fail"),
    ("1.6.2-d", &[("says: [reasons, new_date, ombudsman_right]", "says: [reasons, new_date]")], "fail"),
    (
        "1.6.2A",
        &[(
            "pagos: { kind: payment_complaint, answer_within: 15 business days",
            "pagos: { kind: payment_complaint, answer_within: 8 weeks",
        )],
        "fail",
    ),
    ("1.6.2A", &[("total: 35 business days", "total: 40 business days")], "fail"),
    ("1.6.2A", &[("event: delay, within: 15 business days", "event: delay, within: 20 business days")], "fail"),
    (
        "1.6.2A",
        &[(", extension: { total: 35 business days }", ""), ("event: delay, within: 15 business days", "event: delay")],
        "pass",
    ),
    (
        "1.6.2A",
        &[
            ("sectors: [financial, payments]", "sectors: [financial]"),
            ("pagos: { kind: payment_complaint", "pagos: { kind: complaint"),
        ],
        "not-applicable",
    ),
    ("1.9", &[("kept_for: 3 years", "kept_for: 2 years")], "fail"),
    ("1.9", &[("from: received", "from: closed")], "fail"),
    ("1.9", &[("answered_at, measures]", "answered_at]")], "fail"),
    ("1.9", &[("activities: [supply]", "activities: [ucits]")], "fail"),
    ("1.9", &[("activities: [supply]", "activities: [ucits]"), ("kept_for: 3 years", "kept_for: 5 years")], "pass"),
];

#[test]
fn a_financial_firm() {
    all_met(&firm(), RULES, &[]);
    each_clause_has_a_row(RULES, ROWS);
    run(&firm(), RULES, ROWS);
}

#[test]
fn it_binds_financial_firms_alone() {
    let shop = edited(&firm(), &[("sectors: [financial, payments]", "sectors: [retail]")]);
    let assessments = assessed(&shop, later());
    assert!(assessments[0].results.iter().all(|result| word(&result.state) == "not-applicable"));
}
