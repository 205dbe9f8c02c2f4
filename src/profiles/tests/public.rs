//! Rows for the charters and complaints of public bodies: Spain, Colombia and Brazil.
//!
//! One specimen (`public.txt`), a fictional institute of weights and measures of the Spanish State; the other countries are
//! edits of it.

use super::*;

const PUBLIC: &str = include_str!("../public.txt");

const SPAIN: &str = "es-rd-951-2005";
const COLOMBIA: &str = "co-ley-1755";
const BRAZIL: &str = "br-lei-13460";

/// Before this key of the specimen's service, its own document can stand.
const OFFERING: &str = "  offering:\n    summary: Se comprueba";
const CHARTER: &str = "  approved: 2026-02-01\n  review_by: 2028-01-31\n  document: { title: Carta de verificación, approvals: [{ role: direccion, on: 2026-02-01, what: Resolución 3/2026 }] }\n  offering:\n    summary: Se comprueba";

/// A declaration that is taken away by giving it another clause.
macro_rules! undeclared {
    ($slug:literal, $clause:literal) => {
        (
            $clause,
            &[(
                concat!("profile: ", $slug, ", clause: \"", $clause, "\""),
                concat!("profile: ", $slug, ", clause: \"0\""),
            )],
            "unattested",
        )
    };
}

const SPANISH_ROWS: &[(&str, &[Edit], &str)] = &[
    ("5.3", &[("after: resolved, ", ""), ("after: periodic, ", "")], "unknown"),
    ("5.3", &[("frequency: 2 years, owner: direccion, asks", "owner: direccion, asks")], "unknown"),
    ("5.3", &[("asks: [expectations]", "asks: [handling]")], "fail"),
    undeclared!("es-rd-951-2005", "9-d"),
    ("9.a", &[("charter: [rights, participation,", "charter: [rights,")], "fail"),
    ("9.a", &[("charter: [rights, participation,", "charter: [participation,")], "fail"),
    ("9.a", &[("  laws: [metrologia]\n", "")], "unknown"),
    (
        "9.a",
        &[
            ("charter: [rights, participation,", "charter: [participation,"),
            ("    requirements: [certificado anterior]", "    rights: [conocer el resultado]"),
        ],
        "pass",
    ),
    ("9.b1", &[(", within: 2 business days }", " }"), (", within: 5 business days }", " }")], "pass"),
    (
        "9.b1",
        &[
            (", within: 2 business days }", " }"),
            (", within: 5 business days }", " }"),
            ("{ share: 95 %, within: 7 business days }", "{ share: 95 % }"),
        ],
        "unknown",
    ),
    ("9.b1", &[("  kind: telephone\n  hours: { mon..fri: 09:00-15:00 }", "  kind: telephone")], "unknown"),
    undeclared!("es-rd-951-2005", "9.b2"),
    ("9.b3", &[("until: 2028-05-31", "until: 2026-05-31")], "fail"),
    ("9.b3", &[("covers: Verificación de instrumentos, ", "")], "unknown"),
    (
        "9.b3",
        &[("  certificates:\n    - { name: ISO 9001, covers: Verificación de instrumentos, until: 2028-05-31 }\n", "")],
        "not-applicable",
    ),
    ("9.b4", &[("      indicator: plazo-verificacion\n", "")], "unknown"),
    ("9.b4", &[("target: { share: 95 %, within: 7 business days }", "target: { none: aún no se mide }")], "fail"),
    (
        "9.b4",
        &[
            ("indicator: plazo-verificacion", "indicators: [plazo-verificacion, solicitudes]"),
            (
                "frequency: monthly, owner: direccion }",
                "frequency: monthly, owner: direccion }\nsolicitudes: { name: Solicitudes, target: { none: solo informa }, frequency: monthly }",
            ),
        ],
        "pass",
    ),
    ("9.b4", &[("frequency: monthly, ", "")], "unknown"),
    ("9.c1", &[("no_liability, ", "")], "fail"),
    ("9.c1", &[("      recognised_by: direccion\n", "")], "unknown"),
    (
        "9.c1",
        &[("redress: { gives: carta de disculpa y nueva verificación sin coste }", "redress: { none: no procede }")],
        "fail",
    ),
    ("9.c2", &[], "not-applicable"),
    ("9.c2", &[("      redress_kind: apology\n", "")], "unknown"),
    ("9.c2", &[("redress_kind: apology", "redress_kind: compensation")], "unknown"),
    (
        "9.c2",
        &[("redress_kind: apology", "redress_kind: compensation\n      money_report: Informe 7/2026, de 3 de mayo")],
        "pass",
    ),
    ("9.d", &[("  email: oficina@pesas.example.org\n", "")], "unknown"),
    ("9.d", &[("      email: calidad@pesas.example.org\n", "")], "unknown"),
    ("9.d", &[("  access: [metro de Cuchilleros, rampa en la entrada]\n", "")], "unknown"),
    ("10.4", &[("approved: 2026-10-01\n", "approved: 2024-09-29\n")], "fail"),
    ("10.4", &[("approved: 2026-10-01\n", "approved: 2024-09-30\n")], "pass"),
    ("10.4", &[("review_by: 2027-09-30", "review_by: 2027-02-28")], "fail"),
    // A charter that is a document of its own answers for itself, whatever the manifest says.
    ("10.4", &[(OFFERING, CHARTER)], "pass"),
    ("10.4", &[(OFFERING, CHARTER), ("approved: 2026-10-01\n", "approved: 2020-10-01\n")], "pass"),
    ("10.4", &[(OFFERING, CHARTER), ("review_by: 2028-01-31", "review_by: 2031-01-31")], "fail"),
    ("10.4", &[(OFFERING, CHARTER), ("  review_by: 2028-01-31\n", "")], "unknown"),
    ("11.1", &[(OFFERING, CHARTER), (", what: Resolución 3/2026", "")], "unknown"),
    ("11.1", &[("  gazette: BOE de 15 de octubre de 2026\n", "")], "unknown"),
    ("11.1", &[(", record: Resolución 14/2026", "")], "unknown"),
    ("11.3", &[("information_service: [charter]", "information_service: [hours]")], "fail"),
    ("12.1", &[("register: { fields: [reference, class, cause], classes", "register: { classes")], "unknown"),
    ("12.1", &[("frequency: monthly, owner: direccion", "frequency: monthly")], "unknown"),
    ("12.2", &[("available_by: 03-31", "available_by: 04-15")], "fail"),
    ("12.2", &[("sections: [compliance, deviations,", "sections: [compliance,")], "fail"),
    ("12.2", &[("evaluation: { every: yearly", "evaluation: { every: 18 months")], "fail"),
    ("13", &[("electronic_charter: [services, technical_specifications,", "electronic_charter: [services,")], "fail"),
    ("13", &[("formats: [website, print]", "formats: [website]")], "fail"),
    ("13", &[("purposes: [procedures]", "purposes: [support]")], "not-applicable"),
    undeclared!("es-rd-951-2005", "15.1-d"),
    ("15.2", &[("channels: [oficina, telefono, sede, correo-postal]", "channels: [oficina, telefono, sede]")], "fail"),
    (
        "15.2",
        &[("channels: [oficina, telefono, sede, correo-postal]", "channels: [oficina, telefono, correo-postal]")],
        "fail",
    ),
    ("15.2", &[("signature: electronic_signature", "signature: none")], "fail"),
    ("15.2", &[("help: true", "help: false")], "fail"),
    ("15.4", &[("receipt: { given: always", "receipt: { given: on_request")], "fail"),
    ("15.4", &[("receipt: { given: always, by: same_or_chosen", "receipt: { given: always, by: by_company")], "fail"),
    ("15.5", &[("fields: [reference, class, cause]", "fields: [reference, cause]")], "fail"),
    ("15.5", &[(", classes: [trato, plazos, información]", "")], "unknown"),
    (
        "16.1",
        &[(
            "queja: { kind: complaint, answer_within: 15 business days }",
            "queja: { kind: complaint, answer_within: 1 month }",
        )],
        "fail",
    ),
    (
        "16.1",
        &[(
            "kind: investigate, role: direccion, within: 5 business days",
            "kind: investigate, role: direccion, within: 12 business days",
        )],
        "fail",
    ),
    ("16.1", &[("  reply: { by: same_or_chosen }", "  extension: { total: 30 business days }")], "fail"),
    ("16.1", &[("  reply: { by: same_or_chosen }", "  extension: { total: 20 business days }")], "pass"),
    ("16.2", &[("correction: { period: 10 business days", "correction: { period: 15 business days")], "fail"),
    ("16.2", &[("clock: pauses", "clock: restarts")], "fail"),
    ("16.2", &[("  correction: { period: 10 business days, clock: pauses }\n", "")], "not-applicable"),
    ("16.3", &[("inspectorate_route, ", "")], "fail"),
    ("17.3", &[("by: 01-31", "by: 02-28")], "fail"),
    ("17.3", &[("sections: [by_class, ", "sections: [")], "fail"),
    ("19", &[("inspectorate_route, not_an_appeal", "inspectorate_route")], "fail"),
];

#[test]
fn a_body_of_the_spanish_state() {
    all_met(PUBLIC, SPAIN, &[("9.c2", "not-applicable")]);
    each_clause_has_a_row(SPAIN, SPANISH_ROWS);
    run(PUBLIC, SPAIN, SPANISH_ROWS);
}

/// Article 4 binds the State alone; others may follow it, and are told so in notes.
#[test]
fn a_council_follows_it_of_its_own_will() {
    let council = edited(PUBLIC, &[("public_level: state", "public_level: local"), ("help: true", "help: false")]);
    let assessments = assessed(&council, later());
    assert!(assessments[0].voluntary);
    assert_eq!(word(&result(&assessments, "es-rd-951-2005/15.2").state), "fail");
    assert_eq!(word(&result(&assessments, "es-rd-951-2005/15.4").state), "pass");
    let bound = assessed(&edited(PUBLIC, &[("help: true", "help: false")]), later());
    assert!(!bound[0].voluntary);
    let unsaid = assessed(&edited(PUBLIC, &[("  public_level: state\n", "")]), later());
    assert!(!unsaid[0].voluntary);
    assert_eq!(word(&result(&unsaid, "es-rd-951-2005/15.4").state), "unknown");
}

/// The institute as an authority of Colombia.
fn colombian() -> String {
    edited(
        PUBLIC,
        &[
            ("profiles: [es-rd-951-2005]", "profiles: [co-ley-1755]"),
            (
                "correction: { period: 10 business days, clock: pauses }",
                "correction: { asked_within: 10 business days, period: 1 month, extension: 1 month, clock: pauses, clarification: 10 business days }\n  extension: { total: 30 business days, notice: before_expiry, says: [reasons, new_date] }\n  closing: { requires: la respuesta notificada, reasons: [resolved, tacit_withdrawal], by_decision: true }\n  bulk: { above: 10, public_in: [website] }",
            ),
            ("silence: accepted,", "extension: { total: 20 business days }, silence: accepted,"),
        ],
    )
}

const COLOMBIAN_ROWS: &[(&str, &[Edit], &str)] = &[
    (
        "5.1",
        &[(
            "kind: web\n  purposes: [procedures]\n  hours: 24/7",
            "kind: web\n  purposes: [procedures]\n  hours: { mon..fri: 08:00-17:00 }",
        )],
        "fail",
    ),
    (
        "5.1",
        &[("channels: [oficina, telefono, sede, correo-postal]", "channels: [oficina, telefono, correo-postal]")],
        "fail",
    ),
    ("5.1", &[("channels: [oficina, telefono, sede, correo-postal]", "channels: [sede, correo-postal]")], "fail"),
    ("5.6", &[("children, pregnant, ", "pregnant, ")], "fail"),
    ("5.6", &[("age_60_plus, ", "")], "fail"),
    ("5.6", &[("kind: face_to_face", "kind: visit")], "not-applicable"),
    undeclared!("co-ley-1755", "7.1-d"),
    (
        "7.2",
        &[
            ("hours: { mon..fri: 09:00-17:00 }", "hours: { mon..fri: 09:00-16:00 }"),
            ("hours: { mon..fri: 09:00-17:00 }", "hours: { mon..fri: 09:00-16:00 }"),
        ],
        "fail",
    ),
    ("7.2", &[("hours: { mon..fri: 09:00-17:00 }", "hours: { mon..fri: 09:00-16:00 }")], "pass"),
    (
        "7.2",
        &[
            ("hours: { mon..fri: 09:00-17:00 }\n  first", "first"),
            ("hours: { mon..fri: 09:00-17:00 }\n  access", "access"),
        ],
        "unknown",
    ),
    undeclared!("co-ley-1755", "7.3-d"),
    (
        "7.4",
        &[("  queue_rule: Se toma un número a la entrada; las citas y las urgencias van aparte.\n", "")],
        "unknown",
    ),
    ("7.5", &[("office: [charter, ", "office: [")], "fail"),
    ("7.5", &[("charter: [rights, participation,", "charter: [participation,")], "fail"),
    ("7.5", &[("approved: 2026-10-01\n", "approved: 2026-08-01\n")], "fail"),
    ("7.7", &[("  unit: Unidad de Calidad\n", "")], "unknown"),
    undeclared!("co-ley-1755", "7.9-d"),
    ("8.7", &[("office: [charter, complaints_unit,", "office: [charter,")], "fail"),
    (
        "8.7",
        &[(
            "website: [charter, complaints_unit, hours, main_steps, requirements]",
            "website: [charter, complaints_unit, hours, main_steps]",
        )],
        "fail",
    ),
    ("9.1", &[("at_reception: false", "at_reception: true")], "fail"),
    ("9.1", &[("receipt: { given: always", "receipt: { given: never")], "fail"),
    ("9.7", &[("contact: true, training: [atencion]", "contact: true")], "unknown"),
    ("13", &[("fee: free", "fee: 2000 COP")], "fail"),
    ("13", &[("lawyer: false", "lawyer: true")], "fail"),
    (
        "14.0",
        &[(
            "peticion: { kind: petition, answer_within: 15 business days }",
            "peticion: { kind: petition, answer_within: 16 business days }",
        )],
        "fail",
    ),
    (
        "14.0",
        &[(
            "kind: investigate, role: direccion, within: 5 business days",
            "kind: investigate, role: direccion, within: 8 business days",
        )],
        "fail",
    ),
    ("14.1", &[("answer_within: 10 business days", "answer_within: 15 business days")], "fail"),
    ("14.1", &[("silence: accepted", "silence: refused")], "fail"),
    ("14.1", &[("copies_within: 3 business days", "copies_within: 5 business days")], "fail"),
    (
        "14.2",
        &[(
            "consulta: { kind: opinion_request, answer_within: 30 business days }",
            "consulta: { kind: opinion_request, answer_within: 2 months }",
        )],
        "fail",
    ),
    ("14.2", &[("public_level: state", "public_level: local")], "pass"),
    ("14.2", &[("  legal_form: public_body\n  public_level: state", "  legal_form: company")], "not-applicable"),
    ("14.p", &[("extension: { total: 30 business days,", "extension: { total: 31 business days,")], "fail"),
    ("14.p", &[("extension: { total: 20 business days }", "extension: { total: 21 business days }")], "fail"),
    ("14.p", &[("notice: before_expiry", "notice: at_expiry")], "fail"),
    ("14.p", &[("says: [reasons, new_date]", "says: [reasons]")], "fail"),
    (
        "14.p",
        &[
            ("  extension: { total: 30 business days, notice: before_expiry, says: [reasons, new_date] }\n", ""),
            ("extension: { total: 20 business days }, ", ""),
        ],
        "not-applicable",
    ),
    ("17", &[("asked_within: 10 business days", "asked_within: 15 business days")], "fail"),
    ("17", &[("period: 1 month", "period: 15 calendar days")], "fail"),
    ("17", &[("period: 1 month", "period: 2 months")], "fail"),
    ("17", &[("by_decision: true", "by_decision: false")], "fail"),
    ("17", &[("reasons: [resolved, tacit_withdrawal], by_decision: true", "reasons: [resolved]")], "pass"),
    (
        "19",
        &[("reasons: [not_understood, disrespectful]", "reasons: [not_understood, missing_essential_data]")],
        "fail",
    ),
    ("19", &[("clarification: 10 business days", "clarification: 5 business days")], "fail"),
    ("20", &[("at_once: [life, integrity]", "at_once: [integrity]")], "fail"),
    ("20", &[("first: [fundamental_rights]", "first: [safety]")], "fail"),
    ("21", &[("forwarding: { within: 5 business days", "forwarding: { within: 10 business days")], "fail"),
    ("21", &[("copy: true", "copy: false")], "fail"),
    ("22", &[("  internal_rules: Resolución 3/2026, de la dirección\n", "")], "unknown"),
    ("22", &[("bulk: { above: 10", "bulk: { above: 5")], "fail"),
    ("22", &[("  bulk: { above: 10, public_in: [website] }\n", "")], "pass"),
];

#[test]
fn an_authority_of_colombia() {
    all_met(&colombian(), COLOMBIA, &[]);
    each_clause_has_a_row(COLOMBIA, COLOMBIAN_ROWS);
    run(&colombian(), COLOMBIA, COLOMBIAN_ROWS);
}

/// The institute as a body of Brazil, whose time can be extended once.
fn brazilian() -> String {
    edited(
        PUBLIC,
        &[
            ("profiles: [es-rd-951-2005]", "profiles: [br-lei-13460]"),
            (
                "  reply: {",
                "  extension: { times: 1, length: 30 calendar days, says: [reasons, new_date] }\n  reply: {",
            ),
        ],
    )
}

const BRAZILIAN_ROWS: &[(&str, &[Edit], &str)] = &[
    undeclared!("br-lei-13460", "5-d"),
    ("5.III", &[("nursing, infants]", "nursing]")], "fail"),
    ("5.III", &[("age_60_plus, ", "age_65_plus, ")], "fail"),
    ("5.III", &[("kind: face_to_face", "kind: visit")], "not-applicable"),
    ("7.2", &[("    requirements: [certificado anterior]\n", "")], "unknown"),
    ("7.2", &[("    channels: [oficina, sede]\n", "")], "unknown"),
    ("7.3", &[("priority_groups, waiting_time,", "priority_groups,")], "fail"),
    ("7.3", &[("  first_response: { target: { share: 90 %, within: 2 minutes } }\n", "")], "unknown"),
    ("7.4", &[("review_by: 2027-09-30", "review_by: 2027-02-01")], "fail"),
    ("7.4", &[("website: [charter, ", "website: [")], "fail"),
    ("10", &[("channels: [oficina, telefono, sede, correo-postal]", "channels: [oficina, telefono, sede]")], "fail"),
    ("10", &[("channels: [oficina, telefono, sede, correo-postal]", "channels: [sede, correo-postal]")], "fail"),
    ("10", &[("written_down: true", "written_down: false")], "fail"),
    ("10", &[("requires: [name]", "requires: [name, reason_for_filing]")], "fail"),
    ("11", &[("at_reception: false", "at_reception: true")], "fail"),
    ("12", &[("kind: decide", "kind: redress")], "fail"),
    (
        "12",
        &[
            ("kind: receive", "kind: acknowledge"),
            ("does: Da el comprobante, kind: acknowledge", "does: Da el comprobante, kind: receive"),
        ],
        "fail",
    ),
    ("14-15", &[("report: { every: yearly", "report: { every: 2 years")], "fail"),
    ("14-15", &[("recurring_points, measures]", "measures]")], "fail"),
    ("14-15", &[("measures], public_in: [website]", "measures], public_in: [office]")], "fail"),
    ("14-15", &[("  ombudsman: { name: Defensoría del usuario }\n", "")], "not-applicable"),
    (
        "16",
        &[(
            "queja: { kind: complaint, answer_within: 15 business days }",
            "queja: { kind: complaint, answer_within: 30 business days }",
        )],
        "fail",
    ),
    ("16", &[("length: 30 calendar days", "length: 60 calendar days")], "fail"),
    ("16", &[("times: 1", "times: 2")], "fail"),
    ("16", &[("  extension: { times: 1, length: 30 calendar days, says: [reasons, new_date] }\n", "")], "pass"),
    (
        "16.pu",
        &[(
            "kind: internal_request, role: direccion, within: 3 business days",
            "kind: internal_request, role: direccion, within: 21 calendar days",
        )],
        "fail",
    ),
    ("16.pu", &[("kind: internal_request", "kind: investigate")], "unknown"),
];

#[test]
fn a_public_body_of_brazil() {
    all_met(&brazilian(), BRAZIL, &[]);
    each_clause_has_a_row(BRAZIL, BRAZILIAN_ROWS);
    run(&brazilian(), BRAZIL, BRAZILIAN_ROWS);
}

/// What was not read in the gazette is never an error.
#[test]
fn the_brazilian_act_gives_no_error() {
    let pack = crate::profiles::shipped::get(BRAZIL).expect("it ships");
    for clause in &pack.clauses {
        assert!(clause.severity <= crate::diag::Severity::Warning, "{}", clause.id);
    }
}
