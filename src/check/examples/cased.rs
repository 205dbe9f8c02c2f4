//! Targets that differ by case, and results that are still to come: who gets a finding, and who does not.

use super::{compiled, parse};
use crate::lang::Lang;

/// How often a code is found in a service; nothing of it is unreadable.
fn has(more: &str, code: &str) -> usize {
    let example = format!("code: EJ-01\nname: Ejemplo\nowner: caja\n{more}");
    let findings = compiled(&parse(&example).0).findings;
    let wrong: Vec<String> =
        findings.iter().filter(|f| f.code().starts_with('E')).map(|f| f.message(Lang::En)).collect();
    assert!(wrong.is_empty(), "{wrong:?}\n{example}");
    findings.iter().filter(|f| f.code() == code).count()
}

fn indicator(more: &str) -> String {
    format!("indicators:\n  i: {{ name: I, {more} }}\n")
}

#[test]
fn a_promise_is_held_against_the_cases_that_it_may_meet() {
    let strict = |promise: &str, target: &str| {
        let commitment = format!("commitments:\n  p: {{ promise: A tiempo., {promise}, indicator: i }}\n");
        has(&format!("{commitment}{}", indicator(&format!("target: {target}"))), "C306")
    };
    let by_channel =
        "{ share: 95 %, within: { by: [channel], cases: [[agencia, 1 business day]], else: 5 business days } }";
    for (promise, target, found) in [
        // For all channels the longest has to hold.
        ("within: 3 business days", by_channel, 1),
        ("within: 5 business days", by_channel, 0),
        ("within: 1 business day, applies_to: { channel: agencia }", by_channel, 0),
        ("within: { by: [channel], cases: [[agencia, 1 business day]], else: 5 business days }", by_channel, 0),
        ("within: { by: [channel], cases: [[agencia, 4 business hours]], else: 5 business days }", by_channel, 1),
        // A whole target by cases of service: only that of its own service.
        (
            "within: 2 business days",
            "{ by: [service], cases: [[ejemplo, { maximum: 2 business days }]], else: { maximum: 9 business days } }",
            0,
        ),
        (
            "within: 1 business day",
            "{ by: [service], cases: [[ejemplo, { maximum: 2 business days }]], else: { maximum: 1 business day } }",
            1,
        ),
    ] {
        assert_eq!(strict(promise, target), found, "{promise} by {target}");
    }
}

#[test]
fn a_result_misses_a_target_where_it_misses_every_case_that_it_may_be() {
    let missed = |target: &str, results: &str| {
        has(&indicator(&format!("direction: higher, target: {target}, results: {{ {results} }}")), "C305")
    };
    let by_site = "{ share: { by: [site], cases: [[centro, 70 %]], else: 90 % } }";
    assert_eq!(missed(by_site, "2026-08: 95 %, 2026-09: 80 %, 2026-10: 60 %"), 1);
    let by_period = "{ by: [period], cases: [[2026-Q3, { share: 70 % }]], else: { share: 90 % } }";
    assert_eq!(missed(by_period, "2026-08: 75 %, 2026-09: 60 %"), 1);
    assert_eq!(missed(by_period, "2026-05: 75 %, 2026-06: 95 %"), 1);
    // What is still to be measured misses nothing.
    assert_eq!(missed("{ share: 90 % }", "2026-08: 95 %, 2026-09: , 2026-10: { note: se cuenta el lunes }"), 0);
    assert_eq!(missed("{ share: 90 % }", "2026-09: 95 %, 2026-10: 0 %"), 1);
}

#[test]
fn a_blank_result_is_no_gap_and_may_be_of_a_period_to_come() {
    let monthly =
        |results: &str| indicator(&format!("frequency: monthly, target: {{ share: 90 % }}, results: {{ {results} }}"));
    assert_eq!(has(&monthly("2026-08: 95 %, 2026-10: 95 %"), "C362"), 1);
    assert_eq!(has(&monthly("2026-08: 95 %, 2026-09: , 2026-10: 95 %"), "C362"), 0);
    assert_eq!(has(&monthly("2026-10: 95 %, 2026-11: , 2026-12: "), "C322"), 0);
    assert_eq!(has(&monthly("2026-10: 95 %, 2026-12: 95 %"), "C322"), 1);
    // Blanks do not hide that the figures stopped.
    assert_eq!(has(&monthly("2026-05: 95 %, 2026-06: , 2026-07: , 2026-08: , 2026-09: , 2026-10: "), "C362"), 1);
}

#[test]
fn rows_of_a_target_are_told_apart_like_those_of_any_table() {
    let rows = |rows: &str, rest: &str| indicator(&format!("target: {{ by: [site, plan], cases: [{rows}]{rest} }}"));
    let (a, b) = ("[centro, oro, { share: 90 % }]", "[centro, plata, { share: 80 % }]");
    assert_eq!(has(&rows(&format!("{a}, {b}"), ", else: { share: 70 % }"), "C315"), 0);
    assert_eq!(has(&rows(&format!("{a}, {b}, {a}"), ", else: { share: 70 % }"), "C315"), 1);
    let four = format!("{a}, {b}, [ribera, oro, {{ share: 90 % }}]");
    assert_eq!(has(&rows(&four, ""), "C316"), 1);
    let value = "target: { share: { by: [site], cases: [[centro, 90 %], [centro, 80 %]], else: 70 % } }";
    assert_eq!(has(&indicator(value), "C315"), 1);
}

#[test]
fn a_least_and_a_most_meet_in_the_case_of_both() {
    let both = |least: &str| indicator(&format!("targets: [{{ minimum: {least} }}, {{ maximum: 8 personas }}]"));
    assert_eq!(has(&both("{ by: [site], cases: [[centro, 20 personas]], else: 4 personas }"), "C317"), 1);
    assert_eq!(has(&both("{ by: [site], cases: [[centro, 5 personas]], else: 4 personas }"), "C317"), 0);
}

#[test]
fn a_link_to_a_field_that_is_no_value_is_told_so() {
    let help = |more: &str| {
        let findings = compiled(&parse(more).0).findings;
        let of: Vec<String> =
            findings.iter().filter(|f| f.code() == "E020").map(|f| f.help_text(Lang::Es).to_string()).collect();
        of.concat()
    };
    let role = |link: &str| {
        format!("=== roles.yaml\njefatura: {{ name: J, contact: true, count: 3, note: \"[[{link}]]\" }}\n")
    };
    assert!(
        help(&role("jefatura.contact")).contains("no es un valor que se imprima"),
        "{}",
        help(&role("jefatura.contact"))
    );
    assert_eq!(help(&role("jefatura.count")), "");
    assert!(help(&role("jefatura.plazo")).contains("use uno de los que tiene"), "{}", help(&role("jefatura.plazo")));
    let service = "code: EJ-01\nname: Ejemplo\nindicators:\n  i: { name: I, direction: lower, target: { share: 90 % }, note: \"[[i.direction]] [[i.target.share]]\" }\n";
    assert!(help(service).contains("no es un valor que se imprima"), "{}", help(service));
    let priced = |link: &str| {
        let price = "offering: { price: { amount: 80 PEN, per: visita }, summary: \"[[LINK]]\" }";
        format!("code: EJ-01\nname: Ejemplo\n{}\n", price.replace("LINK", link))
    };
    let group = help(&priced("ejemplo.offering.price"));
    assert!(group.ends_with("escriba `[[ejemplo.offering.price.amount]]`"), "{group}");
    let group = help(&priced("services/ejemplo.offering"));
    assert!(group.ends_with("escriba `[[services/ejemplo.offering.price.amount]]`"), "{group}");
    assert_eq!(help(&priced("ejemplo.offering.price.amount")), "");
}
