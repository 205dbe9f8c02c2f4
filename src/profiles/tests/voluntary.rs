//! Rows for the voluntary standards: the specimen as an organisation that follows them, and one change for each clause.

use super::*;

const COMPLAINTS: &str = "iso-10002-2018";
const CHARTERS: &str = "une-93200";

/// What the standards ask beyond the laws.
fn aligned() -> String {
    edited(
        SPECIMEN,
        &[
            (
                "profiles: [es-ley-10-2025, es-trlgdcu-21, es-elec-rd88]",
                "profiles: [iso-10002-2018, une-93200, es-ley-10-2025, es-elec-rd88]",
            ),
            (
                "  owner: jefatura\n  review_by",
                "  owner: jefatura\n  distribution: [jefatura, agente]\n  laws: [ley-10-2025]\n  review_by",
            ),
            (
                "time_limits, legal_address]",
                "time_limits, legal_address, privacy, requirements, options, services, rights, commitments, results]",
            ),
            (
                "    consulta: { kind: query,",
                "    sugerencia: { kind: suggestion, answer_within: 1 month }\n    consulta: { kind: query,",
            ),
            (
                "    fee: free\n",
                "    fee: free\n    register_number: at_receipt\n    acknowledgement: { within: 1 business day }\n",
            ),
            (
                "kind: receive, role: agente, within: 1 calendar day }",
                "kind: register, role: agente, within: 1 hour }\n    - { id: acusar, does: Acusa recibo, kind: acknowledge, role: agente, within: 4 hours }\n    - { id: clasificar, does: Clasifica, kind: classify, role: agente, within: 4 hours }\n    - { id: investigar, does: Investiga, kind: investigate, role: agente, within: 1 calendar day }",
            ),
            (
                "register: { fields: [filed_at,",
                "register: { fields: [reference, date, channel, description, remedy_sought, product, filed_at,",
            ),
            ("reasons: [resolved, refused_with_reasons,", "reasons: [customer_accepted, rejected_with_options,"),
            (
                "  supervisor: { role",
                "  policy: { approved_by: jefatura, on: 2026-10-01, told_to: [staff, customers] }\n  severity: { alta: { when: Hay un riesgo para las personas. } }\n  investigation: { causes: [proceso], method: cinco porqués }\n  corrective_action: { verified_by: jefatura, after: 60 calendar days }\n  prevention: { review: monthly }\n  supervisor: { role",
            ),
            (
                "asks: [cause, service_fault, treatment]",
                "asks: [cause, service_fault, treatment, handling]\n  frequency: quarterly\n  owner: jefatura",
            ),
            ("  name: Aviso de incidencia", "  name: Aviso de incidencia\n  owner: jefatura"),
            (
                "=== surveys.yaml",
                "avance: { name: Avance del caso, moment: during, event: progress }\n=== surveys.yaml",
            ),
            (
                "  promise: Contestamos en diez días.",
                "  promise: Contestamos en diez días.\n  owner: jefatura\n  redress: { gives: una disculpa con nombre }",
            ),
            (
                "measures: resolution_time, target",
                "measures: resolution_time, objectives: [responder], results: { 2026-Q3: 98 % }, target",
            ),
            (
                "=== indicators.yaml",
                "=== objectives.yaml\nresponder: { name: Responder a tiempo }\n=== laws.yaml\nley-10-2025: { name: Ley 10/2025 }\n=== sources.yaml\nencuesta: { name: Encuesta de 2026 }\n=== needs.yaml\nrapidez: { name: Rapidez, kind: basic, source: encuesta }\n=== indicators.yaml",
            ),
        ],
    )
}

const COMPLAINT_ROWS: &[(&str, &[Edit], &str)] = &[
    ("4", &[("    fee: free\n", "    fee: 5 EUR\n")], "fail"),
    ("4", &[("prevention: { review: monthly }", "prevention: { lessons: Se cuentan. }")], "unknown"),
    ("5.3", &[("told_to: [staff, customers]", "told_to: [staff]")], "fail"),
    ("6.2", &[("objectives: [responder], ", "")], "unknown"),
    ("7.1", &[("requirements, options,", "options,")], "fail"),
    ("7.2", &[("description, remedy_sought,", "description,")], "fail"),
    ("7.3", &[("event: progress", "event: reminder")], "fail"),
    ("7.4", &[("kind: acknowledge", "kind: forward")], "fail"),
    ("7.5", &[("kind: classify", "kind: forward")], "fail"),
    ("7.6", &[("kind: investigate", "kind: forward")], "fail"),
    ("7.7", &[("  corrective_action: { verified_by: jefatura, after: 60 calendar days }\n", "")], "unknown"),
    ("7.8", &[("kind: notify, role: agente, within: 1 calendar day }", "kind: notify, role: agente }")], "unknown"),
    ("7.9", &[("reasons: [customer_accepted,", "reasons: [deadline_lapsed, customer_accepted,")], "fail"),
    ("8", &[("every: yearly\n    auditor", "auditor")], "unknown"),
];

const CHARTER_ROWS: &[(&str, &[Edit], &str)] = &[
    ("info", &[("services, rights,", "services,")], "fail"),
    ("com", &[("  indicator: plazo-resolucion\n", "")], "unknown"),
    ("comp", &[("  redress: { gives: una disculpa con nombre }\n", "")], "unknown"),
    ("comp", &[("redress: { gives: una disculpa con nombre }", "redress: { none: depende de terceros }")], "pass"),
    ("voice", &[("kind: suggestion", "kind: petition")], "fail"),
    ("int", &[("distribution: [jefatura, agente]", "distribution: [agente]")], "fail"),
    ("ext", &[("commitments, results]", "commitments]")], "fail"),
    ("rev", &[("review_by: 2027-12-31", "review_by: 2026-12-31")], "fail"),
];

#[test]
fn one_change_fails_each_clause_of_the_standards() {
    let aligned = aligned();
    all_met(&aligned, COMPLAINTS, &[]);
    all_met(&aligned, CHARTERS, &[]);
    run(&aligned, COMPLAINTS, COMPLAINT_ROWS);
    each_clause_has_a_row(COMPLAINTS, COMPLAINT_ROWS);
    run(&aligned, CHARTERS, CHARTER_ROWS);
    each_clause_has_a_row(CHARTERS, CHARTER_ROWS);
}

#[test]
fn voluntary_standards_are_never_errors() {
    for slug in [COMPLAINTS, CHARTERS] {
        let pack = crate::profiles::shipped::get(slug).expect("it ships");
        assert!(pack.clauses.iter().all(|clause| clause.severity < crate::diag::Severity::Error), "{slug}");
    }
}
