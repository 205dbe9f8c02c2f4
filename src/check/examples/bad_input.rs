//! Bad input: each is told by its own code, alone among errors, in three languages and without a figure that is no number.

use super::{compiled, parse, slots};
use crate::diag::Severity;
use crate::lang::Lang;

/// A manifest with more lines at its end.
fn manifest(more: &str) -> String {
    format!(
        "=== manual.yaml\norganization: {{ name: E }}\ndocument: {{ title: M }}\nlanguages: {{ default: es }}\n{more}\n"
    )
}

fn own_profile(file: &str) -> String {
    format!("{}=== profiles/propia.yaml\n{file}", manifest("profiles: [propia]"))
}

fn check(predicate: &str) -> String {
    own_profile(&format!("clauses:\n  - id: a\n    text: Algo.\n    check: {predicate}\n"))
}

const TARGET: &str = "=== indicators.yaml\nuno: { name: Uno, target: ";
const ROLE: &str = "=== roles.yaml\njefatura: { name: Jefatura }\n";

fn declared(role: &str, on: &str) -> String {
    let one = format!(
        "profiles: [es-ley-10-2025]\nattestations:\n  - {{ profile: es-ley-10-2025, clause: 4.1-d, statement: Sí., role: {role}, on: {on} }}"
    );
    manifest(&one) + ROLE
}

fn waived(code: &str, until: &str) -> String {
    let one = format!(
        "waivers:\n  - {{ code: {code}, at: roles/jefatura, reason: En revisión., owner: jefatura, until: {until} }}"
    );
    manifest(&one) + ROLE
}

fn channel(capacity: &str) -> String {
    format!("=== channels.yaml\na: {{ name: A, kind: telephone, capacity: {{ {capacity} }} }}\n")
}

/// The errors and the warnings of some code, with the words that the Spanish message holds.
fn cases() -> Vec<(String, &'static str, &'static str)> {
    let team = |demand: &str| channel(&format!("demand: {{ mean: {demand} }}, handling_time: 4 minutes, servers: 3"));
    vec![
        (check("{ evry: channels, must: { given: hours } }"), "L806", "`evry`"),
        (check("{ every: channels, must: { given: hourz } }"), "L807", "`hourz`"),
        (check("{ every: cases, must: { answers_within: { stops_for: completion } } }"), "L808", "`limit`"),
        (check("{ every: cases, must: { answers_within: { limit: 1 week, stops_for: ocio } } }"), "L808", "completion"),
        (own_profile("terms: { x: { term: y }, y: { term: x } }\nclauses: []\n"), "L808", "se define por sí mismo"),
        (
            own_profile(
                "clauses:\n  - { id: a, text: A., check: { given: document.owner }, superseded_by: [propia/a] }\n",
            ),
            "L809",
            "`propia/a`",
        ),
        (check("{ every: channels, must: { given: horario } }"), "L807", "`horario`"),
        (
            check("{ every: channels, with: { is: { kind: telefono } }, must: { given: hours }, none: pass }"),
            "L807",
            "`telefono`",
        ),
        (check("{ has: { organization.complaint_kinds: [carta] } }"), "L807", "`carta`"),
        (check("{ some: cases, with: { has: { step_kinds: [avisar] } } }"), "L807", "`avisar`"),
        (check("{ some: channels, with: { is: { caller_cost: gratis } } }"), "L807", "`gratis`"),
        (check("{ some: messages, with: { is: { moment: antes } } }"), "L807", "`antes`"),
        (check("{ some: roles, with: { is: { contact: sí } } }"), "L807", "`sí`"),
        (own_profile("slug: otra\nclauses: []\n"), "L808", "`propia`"),
        (own_profile("clauses:\n  - { id: a, text: A., chek: { given: document.owner } }\n"), "L808", "falta `check`"),
        (own_profile("clauses: [\n"), "E001", "no se puede leer"),
        (manifest("profiles: [es-ley-10-2052]"), "L805", "`es-ley-10-2052`"),
        (manifest("lints: { E0: off }"), "I708", "`E0`"),
        (format!("{TARGET}{{ none: \"\" }} }}\n"), "E008", "el motivo"),
        (manifest("calendar: { holidays: { territory: ES-AN, years: [2026, 2031] } }"), "C336", "2031"),
        (manifest("calendar: { holidays: { territory: ZZ, years: [2026] } }"), "C336", "ZZ"),
        (declared("fantasma", "2026-01-01"), "E011", "`fantasma`"),
        (declared("jefatura", "2027-01-01"), "L812", "fecha futura"),
        (waived("P501", "2026-01-01"), "I707", "ya venció"),
        (waived("A105", "2027-01-01"), "I707", "nada que exceptuar"),
        (waived("A999", "2027-01-01"), "I707", "ese código no existe"),
        (team("0 per hour"), "C352", "tiene que ser más que cero"),
        (team("-5 per hour"), "C352", "es menor que cero"),
        (team("20"), "C352", "le falta el período"),
        (team("20 per hour, peak: 12 per hour"), "C352", "la punta es menor que la media"),
        (channel("handling_time: 4"), "C352", "le falta la unidad de tiempo"),
        (team("999999999999 per hour"), "C352", "ninguna organización llega a tanto"),
        (team("1000000000000 per hour"), "E009", "un número que quepa"),
        (channel("servers: -3"), "C352", "es menor que cero"),
        (channel("servers: 0"), "C352", "tiene que ser más que cero"),
        (channel("occupancy_limit: 120 %"), "C352", "nadie trabaja más que todo su tiempo"),
        (channel("patience: -5 minutes"), "E009", "un número de cero en adelante"),
        (channel("handling_time: 0 minutes"), "C352", "tiene que ser más que cero"),
        ("=== roles.yaml\na: { name: A, count: -2 }\n".to_owned(), "C352", "es menor que cero"),
    ]
}

#[test]
fn each_is_told_by_its_code_and_no_other_error_in_three_languages() {
    let mut faults = Vec::new();
    for (manual, code, words) in cases() {
        let result = compiled(&parse(&manual).0);
        let about = |finding: &&crate::diag::Diagnostic| finding.code() == code;
        match result.findings.iter().find(about) {
            Some(finding) if finding.message(Lang::Es).contains(words) => {}
            Some(finding) => faults.push(format!("{code}: {}\n{manual}", finding.message(Lang::Es))),
            None => faults.push(format!("{code} is not told\n{manual}")),
        }
        for finding in &result.findings {
            // What such a small manual leaves out is another matter; reading it and its profiles is not.
            let of_reading = finding.code().starts_with(['E', 'L']) && finding.severity == Severity::Error;
            let others = of_reading && finding.code() != code;
            for text in Lang::ALL.map(|lang| format!("{} {}", finding.message(lang), finding.help_text(lang))) {
                let plain = !text.contains("NaN") && !text.split([' ', '`']).any(|word| word == "inf");
                if others || !slots(&text).is_empty() || !plain {
                    faults.push(format!("beside {code}: {} {text}\n{manual}", finding.code()));
                }
            }
        }
        let published = serde_json::to_string(&result.manuals).expect("manuals serialize");
        assert!(!published.contains("NaN"), "{code}\n{manual}");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_counter_says_its_hours_where_its_sites_do() {
    let asked = check("{ every: channels, must: { given: hours } }");
    let counter = |hours: &str| {
        format!(
            "{asked}=== channels.yaml\na: {{ name: A, kind: face_to_face, sites: [norte, sur] }}\n=== sites.yaml\n\
             norte: {{ name: Norte, hours: {{ mon..fri: 09:00-18:00 }} }}\nsur: {{ name: Sur{hours} }}\n"
        )
    };
    let told = |manual: &str| compiled(&parse(manual).0).findings.iter().filter(|f| f.code() == "L803").count();
    assert_eq!(told(&counter(", hours: { mon..sat: 09:00-14:00 }")), 0);
    assert_eq!(told(&counter("")), 1);
}
