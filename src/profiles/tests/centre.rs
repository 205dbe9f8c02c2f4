//! Rows for `iso-18295-1-2017`. The specimen (`centre.txt`) is a fictional contact centre.

use super::*;

const CENTRE: &str = include_str!("../centre.txt");

const CENTRES: &str = "iso-18295-1-2017";

const CENTRE_ROWS: &[(&str, &[Edit], &str)] = &[
    ("4.2", &[("caller_cost, waiting_time, privacy", "caller_cost, privacy")], "fail"),
    ("4.2", &[("  caller_cost: free\n", "")], "unknown"),
    ("4.2", &[("  first_response: { target: { share: 80 %, within: 20 seconds } }\n", "")], "unknown"),
    ("4.3", &[("frequency: monthly, owner", "owner")], "unknown"),
    ("4.3", &[(", results: { 2026-10: 91 % }", "")], "unknown"),
    (
        "4.3",
        &[(
            "objective: contentos, target: { share: 90 % }, results",
            "objective: contentos, target: { none: aún no }, results",
        )],
        "fail",
    ),
    ("4.4", &[("kind: classify", "kind: receive")], "fail"),
    (
        "4.4",
        &[
            ("kind: acknowledge", "kind: investigate"),
            ("does: Investiga, kind: investigate", "does: Investiga, kind: acknowledge"),
        ],
        "fail",
    ),
    ("4.5", &[("topics: [data_protection, vulnerable,", "topics: [vulnerable,")], "fail"),
    ("4.5", &[("waiting_time, privacy", "waiting_time")], "fail"),
    ("4.5-d", &[("clause: \"4.5-d\"", "clause: \"0\"")], "unattested"),
    ("5", &[("measures: staff_satisfaction, objective: equipo,", "measures: staff_satisfaction,")], "unknown"),
    ("5", &[("measures: staff_satisfaction", "measures: speed")], "fail"),
    ("6", &[("competencies: [escucha], ", "")], "unknown"),
    ("6", &[(", shown_by: prueba con casos", "")], "unknown"),
    ("7", &[("moment: outage", "moment: always")], "fail"),
    ("7", &[("  capacity: { demand: { mean: 40 per hour }, handling_time: 4 minutes, servers: 5 }\n", "")], "unknown"),
    ("7-d", &[("clause: \"7-d\"", "clause: \"0\"")], "unattested"),
    ("8", &[("kind: system", "kind: equipment")], "fail"),
    ("8", &[("  agreed: { response: 1 minute }\n", "")], "unknown"),
    ("9", &[("  contract: { number: C-12, until: 2028-12-31 }\n", "")], "unknown"),
    ("9", &[(", employed_by: [contacta]", "")], "not-applicable"),
    ("kpi", &[("measures: abandonment", "measures: speed")], "fail"),
    ("kpi", &[("measures: call_wait", "measures: human_wait")], "pass"),
];

#[test]
fn a_contact_centre() {
    all_met(CENTRE, CENTRES, &[]);
    each_clause_has_a_row(CENTRES, CENTRE_ROWS);
    run(CENTRE, CENTRES, CENTRE_ROWS);
}
