//! Promises held to their indicators, partners, channels and siblings: who gets a finding, and above all who does not.

use super::promised::{has, service};
use super::{compiled, parse};

/// A promise with a target of its own, and the target of its indicator.
fn own_target(promise: &str, target: &str) -> usize {
    let commitment = format!("commitments:\n  p: {{ promise: A tiempo., {promise}, indicator: i }}\n");
    let indicator = format!("indicators:\n  i: {{ name: I, direction: higher, {target} }}\n");
    has(&service(&format!("{commitment}{indicator}")), "C306")
}

#[test]
fn a_target_of_the_promise_is_held_by_that_of_its_indicator() {
    for (promise, target) in [
        ("target: { share: 99.9 % }", "target: { share: 99.2 % }"),
        ("target: { share: 100 % }", "target: { share: 90 % }"),
        ("target: { every: 1 month }", "target: { every: 6 months }"),
        ("target: { count: 6 per year }", "target: { count: 4 per year }"),
        ("target: { mean: 8 }", "target: { mean: 7 }"),
        ("target: { mean: 5 minutes }", "target: { mean: 8 minutes }"),
        ("target: { maximum: 3 business days }", "target: { share: 95 %, within: 5 business days }"),
        ("target: { minimum: 3 }", "target: { minimum: 2 }"),
        ("target: { share: 95 %, within: 2 hours }", "target: { share: 90 %, within: 2 hours }"),
        ("within: 2 hours, target: { share: 95 % }", "target: { share: 90 %, within: 2 hours }"),
        // A promise to all is broken where one case may be reached by less.
        (
            "target: { share: 98 % }",
            "target: { by: [site], cases: [[ribera, { share: 90 % }]], else: { share: 99 % } }",
        ),
        (
            "target: { by: [site], cases: [[ribera, { share: 95 % }]], else: { share: 98 % } }",
            "target: { by: [site], cases: [[ribera, { share: 90 % }]], else: { share: 99 % } }",
        ),
    ] {
        assert_eq!(own_target(promise, target), 1, "{promise} by {target}");
    }
    for (promise, target) in [
        ("target: { share: 99 % }", "target: { share: 99.2 % }"),
        ("target: { share: \"<= 3 %\" }", "target: { share: \"<= 2 %\" }"),
        ("target: { share: 99 % }", "target: { share: 90 %, within: 2 hours }"),
        ("target: { share: 99 % }", "targets: [{ share: 90 %, conditions: en campaña }, { share: 99 % }]"),
        ("target: { share: 99 % }", "target: { share: 90 %, conditions: en campaña }"),
        ("target: { share: 99 %, from: 2027-01-01 }", "target: { share: 90 %, until: 2026-12-31 }"),
        ("target: { share: 99 % }", "target: { none: sin datos todavía }"),
        ("target: { count: 6 per year }", "target: { every: 6 months }"),
        ("within: 2 hours, target: { share: 80 % }", "target: { share: 90 %, within: 2 hours }"),
        (
            "target: { by: [site], cases: [[ribera, { share: 90 % }]], else: { share: 98 % } }",
            "target: { by: [site], cases: [[ribera, { share: 90 % }]], else: { share: 99 % } }",
        ),
    ] {
        assert_eq!(own_target(promise, target), 0, "{promise} by {target}");
    }
}

#[test]
fn partners_add_up_and_multiply() {
    let promise = |within: &str| {
        has(
            &format!(
                "=== suppliers.yaml\na: {{ name: A, agreed: {{ response: 90 minutes, availability: 99 % }} }}\n=== alliances.yaml\nb: {{ name: B, agreed: {{ response: 2 hours, availability: 99 % }} }}\n=== commitments.yaml\np: {{ promise: P., within: {within}, suppliers: [a], alliances: [b] }}\n"
            ),
            "C313",
        )
    };
    assert_eq!((promise("3 hours"), promise("3.5 hours"), promise("1 business day")), (1, 0, 0));
    let share = |share: &str| {
        has(
            &format!(
                "=== suppliers.yaml\na: {{ name: A, agreed: {{ availability: 99 % }} }}\nb: {{ name: B, agreed: {{ availability: 99 % }} }}\nc: {{ name: C }}\n=== indicators.yaml\ni: {{ name: I, target: {{ share: {share} }}, suppliers: [a, b, c] }}\n"
            ),
            "C313",
        )
    };
    // 0.99 × 0.99 = 0.9801
    assert_eq!((share("98.01 %"), share("98.02 %"), share("<= 99 %")), (0, 1, 0));
}

#[test]
fn partners_who_count_by_different_clocks_are_walked_on_the_calendar() {
    let partner = |id: &str, response: &str| format!("{id}: {{ name: {id}, agreed: {{ response: {response} }} }}\n");
    let found = |within: &str, responses: [&str; 2]| {
        let suppliers = partner("a", responses[0]) + &partner("b", responses[1]);
        has(
            &format!(
                "=== suppliers.yaml\n{suppliers}=== commitments.yaml\np: {{ promise: P., within: {within}, suppliers: [a, b] }}\n"
            ),
            "C313",
        )
    };
    for (within, responses) in [
        ("2 business days", ["3 business days", "10 minutes"]),
        ("2 business days", ["10 minutes", "3 business days"]),
        // Neither is longer alone.
        ("2 business days", ["2 business days", "1 calendar day"]),
        ("20 business hours", ["2 business days", "5 business hours"]),
        ("14 months", ["1 year", "3 months"]),
        // The longest alone exceeds it, and may not on the days at whose end a term of whole days ends.
        ("3 business days", ["25 business hours", "10 minutes"]),
    ] {
        assert_eq!(found(within, responses), 1, "{within}: {responses:?}");
    }
    for (within, responses) in [
        ("3 business days", ["3 business days", "10 minutes"]),
        ("5 business days", ["3 business days", "10 minutes"]),
        ("21 business hours", ["2 business days", "5 business hours"]),
        ("15 months", ["1 year", "3 months"]),
        // What its answer takes depends on a case that the promise does not know.
        ("2 business days", ["{ by: [severity], cases: [[alta, 1 hour]], else: 3 business days }", "10 minutes"]),
    ] {
        assert_eq!(found(within, responses), 0, "{within}: {responses:?}");
    }
}

#[test]
fn each_case_of_a_promise_is_held_to_its_partners() {
    let found = |within: &str, response: &str| {
        has(
            &format!(
                "=== suppliers.yaml\na: {{ name: A, agreed: {{ response: {response} }} }}\n=== commitments.yaml\np: {{ promise: P., within: {within}, suppliers: [a] }}\n"
            ),
            "C313",
        )
    };
    let within = "{ by: [plan], cases: [[oro, 1 business hour]], else: 5 business days }";
    assert_eq!(found(within, "3 business days"), 1);
    assert_eq!(found(within, "6 business days"), 2);
    assert_eq!(found(within, "30 minutes"), 0);
    assert_eq!(found(within, "{ by: [plan], cases: [[oro, 30 minutes]], else: 3 business days }"), 0);
    assert_eq!(found(within, "{ by: [plan], cases: [[oro, 2 business hours]], else: 3 business days }"), 1);
}

#[test]
fn a_target_of_the_promise_is_no_better_than_its_partners_are_available() {
    let found = |target: &str| {
        has(
            &format!(
                "=== suppliers.yaml\na: {{ name: A, agreed: {{ availability: 99.7 % }} }}\n=== commitments.yaml\np: {{ promise: P., target: {target}, suppliers: [a] }}\n"
            ),
            "C313",
        )
    };
    assert_eq!((found("{ share: 99.95 % }"), found("{ minimum: 99.95 % }")), (1, 1));
    assert_eq!((found("{ share: 99.7 % }"), found("{ share: \"<= 99.95 %\" }"), found("{ minimum: 4 }")), (0, 0, 0));
}

/// A promise of a service that is offered by some channels.
fn at_night(channels: &str, offering: &str, promise: &str) -> usize {
    let promise = format!("commitments:\n  p: {{ {promise} }}\n");
    let service = format!("---\ncode: S\nname: S\noffering: {{ summary: Consultas., {offering} }}\n{promise}---\n");
    let files = format!("=== channels.yaml\n{channels}\n=== services/s.md\n{service}");
    compiled(&parse(&files).0).findings.iter().filter(|f| f.code() == "C379").count()
}

#[test]
fn a_service_answers_when_one_of_its_channels_is_open() {
    let by_day = "a: { name: A, kind: email, hours: { mon..fri: 09:00-18:00 } }\nb: { name: B, kind: messaging, hours: { mon..sat: 08:00-20:00 } }\nc: { name: C, kind: face_to_face, hours: { mon..fri: 09:00-18:00 } }\nd: { name: D, kind: web, hours: 24/7 }\ne: { name: E, kind: social }\nf: { name: F, kind: telephone, hours: { mon..sun: 18:00-09:00 } }\ng: { name: G, kind: email, hours: { mon..sun: 09:00-18:00 } }";
    let found = |offering: &str, promise: &str| at_night(by_day, offering, promise);
    let promise = "promise: Le respondemos., within: 2 hours";
    for offering in [
        "channels: [a, b]",
        "channels: [a]",
        "channels: [a, c]",
        // It is offered at a counter too, and asked for in writing.
        "channels: [d, c], request: [{ channel: b }, { channel: d, exceptional: true }]",
    ] {
        assert_eq!(found(offering, promise), 1, "{offering}");
    }
    // Open at any hour, of unknown hours, by turns, or nobody writes.
    for offering in ["channels: [a, d]", "channels: [a, e]", "channels: [g, f]", "channels: [c]", "channels: [f, c]"] {
        assert_eq!(found(offering, promise), 0, "{offering}");
    }
    for more in [
        "promise: Le respondemos., within: 1 calendar day",
        "promise: We reply to you., within: 30 minutes",
        "promise: Le respondemos en 2 horas., within: 2 hours",
        "promise: Lo resolvemos., within: 2 hours, clock: { starts: que llega su mensaje }",
        "promise: Le respondemos., within: { by: [plan], cases: [[oro, 1 hour]], else: 5 business days }",
        "promise: Le respondemos., within: 2 hours, conditions: [solo para socios]",
    ] {
        assert_eq!(found("channels: [a, b]", more), 1, "{more}");
    }
    for more in [
        "promise: Le respondemos., within: 2 business hours",
        "promise: Le respondemos., within: 3 calendar days",
        "promise: Le respondemos., within: 1 month",
        "promise: Le entregamos su libreta., within: 40 minutes",
        "promise: Le respondemos en nuestro horario de atención., within: 2 hours",
        "promise: Le respondemos en la ventanilla., within: 10 minutes",
        "promise: Le respondemos., within: 2 hours, conditions: [de lunes a viernes]",
        "promise: Le respondemos., within: 2 hours, applies_to: { channel: d }",
        "promise: Le respondemos., within: 2 hours, clock: { starts: que llega su mensaje, pauses: [está cerrado] }",
        "promise: Le respondemos., within: 2 hours, clock: { starts: que el canal abre }",
        "promise: Le respondemos., within: 2 hours, clock: { starts: que llega a la ventanilla }",
        "promise: Le respondemos., within: 2 hours, clock: { starts: la firma de la solicitud }",
        "promise: Le avisamos de cada corte., within: 2 hours",
    ] {
        assert_eq!(found("channels: [a, b]", more), 0, "{more}");
    }
}

#[test]
fn a_counter_opens_as_its_sites_do() {
    let channels = |sites: &str| {
        format!(
            "a: {{ name: A, kind: email, hours: {{ mon..fri: 09:00-18:00 }} }}\nc: {{ name: C, kind: face_to_face, sites: [u] }}\n=== sites.yaml\nu: {{ name: U{sites} }}"
        )
    };
    let found =
        |sites: &str| at_night(&channels(sites), "channels: [a, c]", "promise: Le respondemos., within: 2 hours");
    assert_eq!((found(", hours: { mon..fri: 08:00-17:00 }"), found(", hours: 24/7"), found("")), (1, 0, 0));
}

#[test]
fn the_share_of_first_answers_is_the_same_in_both_places() {
    let found = |channel: &str, indicator: &str, commitment: &str| {
        has(
            &format!(
                "=== channels.yaml\nc: {{ name: C, kind: telephone, first_response: {{ {channel} }} }}\n=== indicators.yaml\ni: {{ name: I, {indicator} }}\n=== commitments.yaml\np: {{ promise: Contestamos., within: 30 seconds, indicator: i{commitment} }}\n=== sites.yaml\ncentro: {{ name: Centro }}\n"
            ),
            "C307",
        )
    };
    let applies = ", applies_to: { channel: c }";
    let eighty = "target: { share: 80 %, within: 30 seconds }";
    assert_eq!(found(eighty, "channel: c, target: { share: 70 %, within: 30 seconds }", applies), 1);
    assert_eq!(found(eighty, "channel: c, target: { share: 90 %, within: 0.5 minutes }", applies), 1);
    assert_eq!(found(&format!("{eighty}, indicator: i"), "target: { share: 70 %, within: 30 seconds }", ""), 1);
    assert_eq!(found(eighty, &format!("channel: c, {eighty}"), applies), 0);
    // Another measure, other times, another case, or one target of several.
    assert_eq!(found(eighty, "target: { share: 70 %, within: 30 seconds }", applies), 0);
    assert_eq!(found(eighty, "channel: c, target: { share: 70 % }", applies), 0);
    assert_eq!(found(eighty, "channel: c, target: { share: 70 %, within: 30 seconds, site: centro }", applies), 0);
    let both = "targets: [{ share: 70 %, within: 30 seconds }, { share: 80 %, within: 30 seconds }]";
    assert_eq!(found(eighty, &format!("channel: c, {both}"), applies), 0);
}

#[test]
fn services_that_promise_the_same_promise_it_in_the_same_share() {
    let service = |id: &str, promise: &str| {
        format!("=== services/{id}.md\n---\ncode: {id}\nname: {id}\ncommitments:\n  {id}-p: {{ {promise} }}\n---\n")
    };
    let found = |one: &str, other: &str| has(&(service("uno", one) + &service("zeta", other)), "C308");
    let promise =
        |share: &str| format!("promise: Usted recibe siempre su comprobante firmado., target: {{ share: {share} }}");
    assert_eq!((found(&promise("98 %"), &promise("90 %")), found(&promise("98 %"), &promise("98.0 %"))), (1, 0));
    let none = "promise: Usted recibe siempre su comprobante firmado.";
    assert_eq!(found(&promise("98 %"), none), 0);
    // What the text says of a share is often a price, or a plan that each service makes for itself.
    let said = |share: &str| format!("promise: Recibe siempre comprobante firmado y un descuento del {share}.");
    assert_eq!(found(&said("10 %"), &said("5 %")), 0);
}
