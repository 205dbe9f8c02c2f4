//! Articles 16 to 22: each row is a clause and a change, and none refers to another.

use crate::profiles::tests::Row;

/// The limit of the specimen's promise, before its indicator.
const PROMISED: &str = "  within: 10 calendar days\n  indicator";
/// The steps of the specimen's procedure, and others in their place.
const FOUR_STEPS: &str = "  steps:
    - { id: recibir, does: Recibe el caso, kind: receive, role: agente, within: 1 calendar day }
    - { id: formato, does: Pregunta el formato preferido, kind: choose_format, role: agente, within: 1 calendar day }
    - { id: comprobar-cobro, does: Comprueba el cobro, role: agente, within: 3 calendar days }
    - { id: decidir, does: Decide, kind: decide, role: jefatura, within: 7 calendar days }
    - { id: avisar, does: Notifica, kind: notify, role: agente, within: 1 calendar day }
";
const IN_MIXED_UNITS: &str = "  steps:
    - { id: recibir, does: Recibe el caso, kind: receive, role: agente, within: 30 minutes }
    - { id: comprobar-cobro, does: Comprueba el cobro, role: agente, within: 2 business hours }
    - { id: decidir, does: Decide, kind: decide, role: jefatura, within: 40 business days }
    - { id: avisar, does: Notifica, kind: notify, role: agente, within: 1 business day }
";
const SIXTEEN_DAYS: &str = "  steps:
    - { id: recibir, does: Recibe el caso, kind: receive, role: agente, within: 1 business hour }
    - { id: comprobar-cobro, does: Comprueba el cobro, role: agente, within: 5 business days }
    - { id: decidir, does: Decide, kind: decide, role: jefatura, within: 5 business days }
    - { id: avisar, does: Notifica, kind: notify, role: agente, within: 6 business days }
";
const FIFTEEN_DAYS: &str = "  steps:
    - { id: recibir, does: Recibe el caso, kind: receive, role: agente, within: 30 minutes }
    - { id: comprobar-cobro, does: Comprueba el cobro, role: agente, within: 5 business hours }
    - { id: decidir, does: Decide, kind: decide, role: jefatura, within: 8 business days }
    - { id: avisar, does: Notifica, kind: notify, role: agente, within: 5 business days }
";

pub const ROWS: &[Row] = &[
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
        "16.4-d",
        &[("sectors: [electricity]", "sectors: [electricity, telecom]"), ("clause: \"15.1-d\"", "clause: \"16.4-d\"")],
        "attested",
    ),
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
    // One step in hours does not switch the others off, and each type has the steps of the procedure.
    ("17.1", &[(FOUR_STEPS, IN_MIXED_UNITS)], "fail"),
    ("17.1", &[(FOUR_STEPS, SIXTEEN_DAYS)], "fail"),
    ("17.1", &[(FOUR_STEPS, FIFTEEN_DAYS)], "pass"),
    (
        "17.1",
        &[
            (FOUR_STEPS, SIXTEEN_DAYS),
            ("does: Decide, kind: decide", "does: Decide, kind: classify"),
            ("kind: notify", "kind: close"),
        ],
        "unknown",
    ),
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
            "cobros: { kind: billing, answer_within: 5 calendar days, steps",
            "cobros: { kind: billing, answer_within: 5 business days, steps",
        )],
        "doubt",
    ),
    (
        "17.3",
        &[(
            "cobros: { kind: billing, answer_within: 5 calendar days, steps",
            "cobros: { kind: billing, answer_within: 9 calendar days, steps",
        )],
        "fail",
    ),
    // Steps that the type does not leave out are its own, where no type names any; else nobody knows which they are.
    ("17.3", &[(", steps: [recibir, comprobar-cobro, avisar]", "")], "fail"),
    (
        "17.3",
        &[
            (", steps: [recibir, comprobar-cobro, avisar]", ""),
            ("answer_within: 5 business days,", "answer_within: 5 business days, steps: [recibir, avisar],"),
        ],
        "unknown",
    ),
    ("17.3", &[("role: agente, within: 3 calendar days", "role: agente, within: 3 business days")], "doubt"),
    ("17.3", &[("role: agente, within: 3 calendar days", "role: agente, within: 9 calendar days")], "fail"),
    ("18.1", &[("asks: [cause, service_fault, treatment]", "asks: [treatment]")], "fail"),
    ("18.2", &[("after: resolved", "after: contact")], "fail"),
    undeclared!("19-d"),
    undeclared!("20-d"),
    ("21.1", &[("every: yearly\n    covers", "every: 2 years\n    covers")], "fail"),
    ("21.1", &[("covers: [espera-llamada, ", "covers: [")], "fail"),
    ("21.1", &[("operates_in: [ES-AR, ES-CT]\n    kept_for", "operates_in: [ES-AR]\n    kept_for")], "fail"),
    (
        "21.1",
        &[
            ("employees: 640", "employees: 90"),
            ("turnover: 310000000 EUR", "turnover: 30000000 EUR"),
            ("every: yearly\n    covers", "every: 2 years\n    covers"),
        ],
        "pass",
    ),
    ("21.1-d", &[("every: yearly\n    covers", "every: 2 years\n    covers")], "not-applicable"),
    (
        "21.1-d",
        &[
            ("employees: 640", "employees: 90"),
            ("turnover: 310000000 EUR", "turnover: 30000000 EUR"),
            ("every: yearly\n    covers", "every: 2 years\n    covers"),
        ],
        "unattested",
    ),
    (
        "21.1-d",
        &[
            ("employees: 640", "employees: 90"),
            ("turnover: 310000000 EUR", "turnover: 30000000 EUR"),
            ("every: yearly\n    covers", "every: 2 years\n    covers"),
            ("clause: \"15.1-d\"", "clause: \"21.1-d\""),
        ],
        "attested",
    ),
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
