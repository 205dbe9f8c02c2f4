//! Values that cannot be meant: cases of nobody, figures out of all proportion, gaps of a cent, translations that say another value.

use super::{compiled, parse};
use crate::diag::Severity;
use crate::lang::Lang;

/// The messages of a code, in Spanish.
fn told(example: &str, code: &str) -> Vec<String> {
    let findings = compiled(&parse(example).0).findings;
    findings.iter().filter(|f| f.code() == code).map(|f| f.message(Lang::Es)).collect()
}

fn has(example: &str, code: &str) -> usize {
    told(example, code).len()
}

#[test]
fn a_case_is_an_entry_of_its_dimension_where_the_manual_has_such_entries() {
    let manual = |by: &str, word: &str| {
        format!(
            "=== segments.yaml\nmicroempresa: {{ name: M }}\n=== channels.yaml\ntelefono: {{ name: T, kind: telephone }}\n=== commitments.yaml\np: {{ promise: P., within: {{ by: [{by}], cases: [[{word}, 3 business days]], else: 2 business days }} }}\n"
        )
    };
    for (by, word) in [("segment", "microempresas"), ("channel", "telefno"), ("role", "jefatrua")] {
        let findings = compiled(&parse(&manual(by, word)).0).findings;
        let finding = findings.iter().find(|f| f.code() == "E011").expect("an error");
        assert_eq!(finding.subject.as_deref(), Some("commitments/p"));
        assert_eq!(finding.severity, Severity::Error);
        assert!(finding.edit.is_some(), "{word}");
    }
    for (by, word) in [("segment", "microempresa"), ("site", "centro"), ("plan", "oro"), ("severity", "alto")] {
        assert_eq!(has(&manual(by, word), "E011"), 0, "{by} {word}");
    }
    let price = "=== segments.yaml\nsocio: { name: S }\n=== services/uno.md\n---\ncode: EJ-01\nname: Uno\noffering:\n  price:\n    - { name: A, amount: { by: [segment], cases: [[socia, free]], else: 5 PEN } }\n    - { name: B, table: { by: [segment, edad], values: [pago], cases: [[socia, 5, 3 PEN], [socio, 5, 3 PEN]] } }\n---\n";
    assert_eq!(told(price, "E011").len(), 1, "the uses of one id are told together");
    assert!(told(price, "E011")[0].contains("socia"));
}

#[test]
fn a_severity_is_one_of_its_procedure() {
    let manual = |word: &str, severity: &str| {
        format!(
            "=== complaints.yaml\nq:\n  name: Q\n{severity}  steps:\n    - {{ id: a, does: Responde., role: jefatura, within: {{ by: [severity], cases: [[{word}, 1 business day]], else: 2 business days }} }}\n"
        )
    };
    let declared = "  severity: { alta: { when: Hay daño. }, baja: { when: No lo hay. } }\n";
    assert_eq!(told(&manual("alto", declared), "E011"), ["no existe `alto` entre las gravedades del procedimiento"]);
    assert_eq!(has(&manual("alta", declared), "E011"), 0);
    assert_eq!(has(&manual("alto", ""), "E011"), 0);
}

#[test]
fn figures_out_of_all_proportion_are_told_where_they_stand() {
    let service = |more: &str| format!("code: EJ-01\nname: Ejemplo\n{more}\n");
    let used = |value: &str| service(&format!("resources:\n  - {{ role: jefatura, {value} }}"));
    let bracket = |value: &str| service(&format!("offering:\n  price:\n    brackets:\n      - {{ {value} }}"));
    let wrong = |example: &str| {
        let findings = compiled(&parse(example).0).findings;
        let found: Vec<_> = findings.into_iter().filter(|f| f.code() == "C352").collect();
        assert_eq!(found.len(), 1, "{example}");
        found[0].severity
    };
    for example in [
        used("quantity: -11"),
        used("quantity: 0"),
        used("quantity: 1, hours: -45 business hours per week"),
        "=== resources.yaml\nt: { name: T, kind: equipment, quantity: -1 }\n".to_owned(),
        "=== resources.yaml\nt: { name: T, kind: equipment, unit_cost: -1 PEN }\n".to_owned(),
        "=== channels.yaml\nt: { name: T, kind: telephone, used_by: -2 % }\n".to_owned(),
        "=== channels.yaml\nt: { name: T, kind: telephone, used_by: 102 % }\n".to_owned(),
        "=== segments.yaml\ns: { name: S, size: -4600 }\n".to_owned(),
        "=== indicators.yaml\ni: { name: I, baseline: 810 %, target: { share: 90 % } }\n".to_owned(),
        "=== manual.yaml\norganization: { name: E, employees: -58 }\ndocument: { title: M }\nlanguages: { default: es }\n"
            .to_owned(),
    ] {
        assert_eq!(wrong(&example), Severity::Error, "{example}");
    }
    let few = "=== manual.yaml\norganization: { name: E, employees: 8 }\ndocument: { title: M }\nlanguages: { default: es }\n=== roles.yaml\njefatura: { name: J, count: 58 }\n";
    for example in [
        bracket("from: 0 PEN, up_to: 5 PEN, rate: -27 % per year"),
        bracket("from: -500 PEN, up_to: 5 PEN, rate: 27 % per year"),
        "=== commitments.yaml\np: { promise: P., redress: { gives: Algo, how: automatic, by: 0 business days } }\n"
            .to_owned(),
        few.to_owned(),
    ] {
        assert_eq!(wrong(&example), Severity::Warning, "{example}");
    }
    for example in [
        used("quantity: { by: [temporada], cases: [[baja, 0]], else: 2 }"),
        "=== indicators.yaml\ni: { name: I, baseline: 810 %, target: { minimum: 900 % } }\n".to_owned(),
        few.replace("employees: 8", "employees: 40"),
        "=== resources.yaml\nt: { name: Local, kind: equipment, unit_cost: 2500000000 COP }\n".to_owned(),
    ] {
        assert_eq!(has(&example, "C352"), 0, "{example}");
    }
}

#[test]
fn a_time_of_a_thousand_years_is_none() {
    for example in [
        "=== trainings.yaml\nt: { name: T, duration: 1000000000000 hours }\n",
        "=== trainings.yaml\nt: { name: T, duration: 99000000000 hours }\n",
        "=== paths.yaml\nt: { name: T, roles: [jefatura], day_one: [{ read: roles/jefatura, time: 99000000000 minutes }] }\n",
        "=== indicators.yaml\ni: { name: I, target: { maximum: 99000000000 minutes } }\n",
        "=== commitments.yaml\np: { promise: P., redress: { gives: Algo, how: automatic, by: 99000000000 business days } }\n",
        "=== communications.yaml\nm: { trigger: Algo, within: 99000000000 minutes }\n",
        "=== suppliers.yaml\ns: { name: S, agreed: { resolution: 1000000000000 business days } }\n",
    ] {
        let findings = compiled(&parse(example).0).findings;
        let finding = findings.iter().find(|f| f.code() == "E009").unwrap_or_else(|| panic!("{example}"));
        assert!(finding.help.is_none() && finding.edit.is_none(), "what is refused is never offered: {example}");
    }
    // A telephone is no number, however long; what is kept for centuries is kept.
    let fine = "=== manual.yaml\norganization: { name: E, phone: 5491123456789 }\ndocument: { title: M }\nlanguages: { default: es }\n=== trainings.yaml\nt: { name: T, duration: 900 years }\n";
    assert_eq!(has(fine, "E009"), 0);
}

#[test]
fn a_translation_changes_no_value() {
    let manual = |original: &str, translation: &str| {
        format!(
            "=== manual.yaml\norganization: {{ name: E }}\ndocument: {{ title: M }}\nlanguages: {{ default: es, others: [en] }}\n=== commitments.yaml\np: {{ promise: Pronto., {original} }}\n=== commitments.en.yaml\np: {{ promise: Soon., {translation} }}\n"
        )
    };
    let changed = manual("within: 10 minutes", "within: 5 minutes");
    assert_eq!(
        told(&changed, "E048"),
        ["la traducción dice `5 minutes` y el original `10 minutes`: vale el del original"]
    );
    assert_eq!(has(&manual("target: { share: 90 % }", "target: { share: 95 % }"), "E048"), 1);
    let by = |value: &str| format!("within: {{ by: [plan], cases: [[oro, {value}]], else: 2 minutes }}");
    assert_eq!(has(&manual(&by("1 minute"), &by("3 minutes")), "E048"), 1);
    for (original, translation) in [
        ("within: 10 minutes", "within: 600 seconds"),
        ("within: 10 minutes", "promise: At once."),
        ("note: 10 minutos", "note: ten minutes"),
        ("note: 5551234", "note: 0051 5551234"),
    ] {
        assert_eq!(has(&manual(original, translation), "E048"), 0, "{translation}");
    }
}

#[test]
fn brackets_meet_to_the_cent_where_there_are_cents() {
    let service = |first: &str, second: &str| {
        format!(
            "code: EJ-01\nname: Ejemplo\noffering:\n  price:\n    brackets:\n      - {{ from: 0 {second}, up_to: {first} {second}, rate: 3 % }}\n      - {{ from: 2501 {second}, rate: 2 % }}\n"
        )
    };
    let found = |first: &str, currency: &str| {
        let findings = compiled(&parse(&service(first, currency)).0).findings;
        findings.iter().find(|f| f.code() == "C304").map(|f| (f.severity, f.help_text(Lang::Es)))
    };
    let (severity, help) = found("2500", "PEN").expect("a gap of a sol less a cent");
    assert_eq!(severity, Severity::Warning, "who sells by whole soles means this");
    assert!(help.contains("`above: 2500 PEN`"), "the author's own bound: {help}");
    assert_eq!(found("2400", "PEN").map(|(severity, _)| severity), Some(Severity::Error));
    assert_eq!(found("2500.99", "PEN"), None);
    assert_eq!(found("2500", "CLP"), None);
    assert_eq!(found("2500", "socios"), None);
}

#[test]
fn one_item_without_its_period_does_not_silence_the_cost() {
    let service = |items: &str, rest: &str| {
        format!(
            "code: EJ-01\nname: Ejemplo\ncapacity: {{ demand: {{ mean: 100 per month }} }}\ncost:\n  items:\n    - {{ name: Papel, amount: 2 PEN, per: case, kind: variable }}\n    - {{ name: Sueldos, amount: 5000 PEN, {items} }}\n  {rest}\n"
        )
    };
    let finding = |items: &str| {
        let findings = compiled(&parse(&service(items, "unit_cost: 12.00 PEN")).0).findings;
        let codes: Vec<&str> =
            findings.iter().map(|f| f.code()).filter(|code| matches!(*code, "C347" | "C372")).collect();
        let edit = findings.iter().find(|f| f.code() == "C372").and_then(|f| f.edit.as_ref());
        (codes.join(" "), edit.map(|edit| edit.replacement.clone()))
    };
    assert_eq!(finding("kind: fixed"), ("C372".to_owned(), None));
    assert_eq!(finding("per: mes, kind: fixed"), ("C372".to_owned(), Some("month".to_owned())));
    assert_eq!(finding("per: month, kind: fixed"), ("C347".to_owned(), None));
    // Nothing is held against a sum that nobody compares.
    assert_eq!(has(&service("kind: fixed", "note: Aparte."), "C372"), 0);
    // Without a unit cost the price is held against the sum: 2 + 5000 ÷ 100 = 52.
    let priced = |price: &str| has(&service("per: month, kind: fixed", &format!("price: {price}")), "C348");
    assert_eq!((priced("20 PEN"), priced("52 PEN"), priced("60 PEN")), (1, 0, 0));
}

#[test]
fn a_suspended_channel_is_noted_where_it_is_offered() {
    let manual = |status: &str| {
        format!(
            "=== channels.yaml\nfax: {{ name: Fax, kind: post, status: {status} }}\ncorreo: {{ name: Correo, kind: email }}\n=== services/uno.md\n---\ncode: EJ-01\nname: Uno\noffering: {{ channels: [fax, correo] }}\ncommitments:\n  p: {{ promise: P., applies_to: {{ channel: fax }} }}\n---\n"
        )
    };
    let noted = compiled(&parse(&manual("{ suspended: 2026-10-01 }")).0);
    let found: Vec<_> = noted.findings.iter().filter(|f| f.code() == "I727").collect();
    assert_eq!(found.len(), 1, "its uses are told together");
    assert_eq!(found[0].severity, Severity::Note);
    assert!(found[0].message(Lang::Es).contains("suspendido, y lo nombra un lugar más"));
    assert_eq!(has(&manual("{ suspended: 2027-10-01 }"), "I727"), 0, "not yet");
}

#[test]
fn clocks_and_names_that_say_half() {
    let clock = |clock: &str| {
        has(
            &format!("=== commitments.yaml\np: {{ promise: P., within: 2 business days, clock: {{ {clock} }} }}\n"),
            "C337",
        )
    };
    assert_eq!(clock("starts: llega, restarts: llega el papel"), 1);
    assert_eq!(clock("starts: llega, pauses: [falta un papel], restarts: llega el papel"), 0);
    let segments =
        |second: &str| has(&format!("=== segments.yaml\na: {{ name: Jóvenes }}\nb: {{ name: {second} }}\n"), "A119");
    assert_eq!((segments("jóvenes"), segments("Mayores")), (1, 0));
}

#[test]
fn what_is_offered_is_of_the_entry() {
    let help = |target: &str, direction: &str| {
        let example =
            format!("=== indicators.yaml\ni: {{ name: I, direction: {direction}, target: {{ {target} }} }}\n");
        let findings = compiled(&parse(&example).0).findings;
        findings.iter().find(|f| f.code() == "C359").expect("contradicted").help_text(Lang::Es)
    };
    assert!(help("share: <= 5 %", "higher").contains("`direction: lower`"));
    assert!(help("share: 87 %", "lower").contains("`share: \"<= 87 %\"`"));
    assert!(help("minimum: 20 per day", "lower").contains("`maximum: 20 per day`"));
}

#[test]
fn the_arithmetic_that_is_printed_gives_what_is_printed() {
    let channel = |mean: &str, more: &str| {
        format!(
            "=== channels.yaml\nt:\n  name: T\n  kind: telephone\n  first_response: {{ target: {{ share: 95 %, within: 10 seconds }} }}\n  capacity:\n    demand: {{ mean: {mean} }}\n    handling_time: 8 minutes\n    servers: 2\n{more}"
        )
    };
    let notes = |example: &str, code: &str| {
        let findings = compiled(&parse(example).0).findings;
        let found = findings.iter().find(|f| f.code() == code).expect("the finding");
        let notes: Vec<String> = found.notes.iter().map(|note| note.text(Lang::Es).replace('\u{a0}', " ")).collect();
        (found.help_text(Lang::Es), notes)
    };
    let (_, told) = notes(&channel("13.4 per hour", ""), "C340");
    assert!(told[0].contains("13,4 por hora") && told[0].contains("= 89,3 %"), "{}", told[0]);
    // Who leaves is left out of the share, and the note says so.
    let (_, told) = notes(&channel("13.4 per hour", "    patience: 3 minutes\n"), "C340");
    assert!(told.iter().any(|note| note.contains("atendidos dentro de ese tiempo ÷")), "{told:?}");
    // What is said to be needed meets the channel's own target too.
    let (help, told) = notes(&channel("16 per hour", ""), "C342");
    let needed = help.split("hacen falta ").nth(1).and_then(|rest| rest.split(' ').next());
    let needed: u32 = needed.and_then(|word| word.parse().ok()).expect("a number");
    assert!(told.iter().any(|note| note.contains("se llega también a la meta")), "{told:?}");
    let met = channel("16 per hour", "").replace("servers: 2", &format!("servers: {needed}"));
    assert_eq!((has(&met, "C342"), has(&met, "C340")), (0, 0));
}

#[test]
fn advice_names_what_the_manual_has() {
    let help = |example: &str, code: &str| {
        let findings = compiled(&parse(example).0).findings;
        let found: Vec<_> = findings.iter().filter(|f| f.code() == code).collect();
        assert_eq!(found.len(), 1, "{code}");
        found[0].help_text(Lang::Es)
    };
    let manifest = |more: &str| {
        format!(
            "=== manual.yaml\norganization: {{ name: E }}\ndocument: {{ title: M }}\nlanguages: {{ default: es }}\n{more}\n"
        )
    };
    let promise = "=== commitments.yaml\np: { promise: P., within: 2 business days }\n";
    assert!(help(&(manifest("currency: PEN") + promise), "C336").contains("territory: PE"));
    let repealed = |by: &str| {
        format!(
            "code: EJ-01\nname: Ejemplo\nlaws: [vieja]\n=== laws.yaml\nvieja: {{ name: Vieja, until: 2016-10-02{by} }}\nnueva: {{ name: Nueva, from: 2016-10-03 }}\n"
        )
    };
    assert!(help(&repealed(", repealed_by: nueva"), "I709").contains("`laws: [nueva]`"));
    assert!(!help(&repealed(""), "I709").contains("`laws: ["));
    let late = "=== manual.yaml\norganization: { name: E }\ndocument: { title: M, status: in_force, effective: 2026-07-01, approvals: [{ role: caja, on: 2026-11-10 }] }\nlanguages: { default: es }\n=== roles.yaml\njefatura: { name: Jefatura }\ncaja: { name: Caja }\n";
    assert!(help(late, "I712").ends_with("`{ role: caja, on: 2026-07-01 }`"));
    let moment = "code: EJ-01\nname: Ejemplo\ncycle:\n  - { moment: Espera, of_truth: true, channel: agencia, role: caja, requirements: [hay sillas], priority: high, plan: { action: Abrir, owner: jefatura, due: 2027-03-31 }, survey: ¿Esperó? }\n";
    let told = help(moment, "F604");
    assert!(told.contains("validated_by") && !told.contains("survey"), "{told}");
    // A mistyped profile is told once, however many declarations name it.
    let attested = |slug: &str, profile: &str| {
        let one = |clause: &str| {
            format!("  - {{ profile: {profile}, clause: {clause}, statement: Sí., role: jefatura, on: 2026-05-04 }}\n")
        };
        manifest(&format!("profiles: [{slug}]\nattestations:\n{}{}{}", one("a"), one("b"), one("c")))
            + "=== profiles/propia.yaml\nclauses:\n  - { id: a, text: A., attest: A. }\n  - { id: b, text: B., attest: B. }\n  - { id: c, text: C., attest: C. }\n"
    };
    assert!(help(&attested("propia", "propai"), "L811").contains("`profile: propia`"));
    assert_eq!(has(&attested("propai", "propia"), "L811"), 0, "the manifest is what is wrong, and L805 says so");
    assert!(help(&attested("propia", "iso-10002-2018"), "L811").contains("(3)"));
}

/// A profile of one clause, over channels of which one has hours.
fn clause(check: &str) -> String {
    format!(
        "=== manual.yaml\norganization: {{ name: E }}\ndocument: {{ title: M, code: MC-01 }}\npublication: {{ website: [channels] }}\nlanguages: {{ default: es }}\nprofiles: [propia]\n=== channels.yaml\nagencia: {{ name: Agencia, kind: face_to_face, hours: {{ mon..sat: 08:00-20:00 }} }}\n=== profiles/propia.yaml\nclauses:\n  - id: a\n    text: Algo.\n    {check}\n"
    )
}

#[test]
fn a_profile_quotes_nothing_that_nobody_wrote() {
    let failed = |check: &str| told(&clause(check), "L801").join("; ");
    let hours = failed("check: { every: channels, must: { not: { given: hours } } }");
    assert!(hours.contains("channels/agencia dice `hours`, y no debe ser así"), "{hours}");
    let website = failed("check: { not: { given: publication.website } }");
    assert!(website.contains("dice `publication.website`, y"), "{website}");
    let code = failed("check: { all: [{ not: { all: [{ given: document.code }] } }] }");
    assert!(code.contains("dice `document.code`, y"), "{code}");
    assert_eq!(has(&clause("check: { given: document.title }"), "L807"), 0);
    // Of a list of which one cannot be read nothing is left to be asked.
    let unread = clause("check: { all: [{ not: { all: [{ given: document.number }] } }] }");
    assert_eq!((has(&unread, "L807"), has(&unread, "L801")), (1, 0));
    assert_eq!(told(&unread, "L807"), ["los perfiles no leen `document.number` ahí"]);
}

#[test]
fn amounts_of_a_profile_are_asked_for_as_they_can_be_written() {
    let expected = |check: &str| told(&clause(check), "L808").join("; ");
    let days = expected("check: { at_most: { document.evaluation.every: 10 days } }");
    assert!(days.contains("`10 business days` / `10 calendar days`"), "{days}");
    let many = expected("check: { at_least: { organization.employees: 1000000000000000 } }");
    assert!(many.contains("≤ 999999999999"), "{many}");
}

#[test]
fn whether_a_clause_applies_is_no_demand() {
    let undecided = told(
        &clause(
            "applies: { some: channels, with: { is: { caller_cost: premium } } }\n    check: { given: document.code }",
        ),
        "L803",
    );
    assert_eq!(undecided.len(), 1, "{undecided:?}");
    assert!(undecided[0].contains("no se sabe si se aplica") && !undecided[0].contains("se pide"), "{undecided:?}");
}
