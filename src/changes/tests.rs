//! Changes of one kind each, on one small manual: each is told as what it is, and nothing else is told.
//!
//! One long file, since all begin from that manual and none refers to another.

use super::{Changes, What};
use crate::lang::Lang;
use crate::load::Memory;
use crate::{Compared, compare};

pub(super) const MANUAL: &str = r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual, edition: "1", effective: 2026-01-01 }
languages: { default: es }
=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, contact: true }
=== channels.yaml
agencia: { name: Agencia, kind: face_to_face, hours: { mon..fri: 09:00-17:00 }, first_response: { within: 24 business hours } }
telefono: { name: Central telefónica, kind: telephone }
=== indicators.yaml
respuesta: { code: IND-01, name: Respuesta a tiempo, unit: "%", target: { share: 90 %, within: 3 business days }, tolerance: 2 % }
=== commitments.yaml
plazo: { code: COM-01, promise: "Le respondemos en [[plazo.within]]", within: 3 business days, service: tramite, indicator: respuesta, conditions: "Con la solicitud completa, en horario de oficina." }
=== services/tramite.md
---
code: TR-01
name: Trámite de cuenta
offering:
  summary: "Apertura de una cuenta con firma, foto y saldo."
  includes: [tarjeta de débito sin costo, acceso a la banca por internet]
  channels: [agencia, telefono]
  price: [{ name: Apertura, amount: 10 EUR }]
  steps:
    - { does: "Recibe la solicitud y los documentos del cliente", role: caja, within: 30 minutes }
    - { does: "Revisa la solicitud y decide sobre ella", role: jefatura, within: 1 business day }
---
El trámite se hace en la agencia.
"#;

fn read(text: &str) -> Memory {
    Memory::parse(text, "manual.yaml")
}

pub(super) fn told(old: &str, new: &str, role: Option<&str>) -> Compared {
    compare(&read(old), &read(new), None, role).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The manual with some of its words replaced.
pub(super) fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(MANUAL.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

/// Every change on a line.
fn lines(changes: &Changes) -> Vec<String> {
    let mut out = Vec::new();
    for entry in &changes.entries {
        let weight = |material| if material { "material" } else { "editorial" };
        if entry.what != What::Changed {
            out.push(format!("{}/{}: {:?}, {}", entry.kind, entry.id, entry.what, weight(entry.material)));
        }
        for field in &entry.fields {
            let value = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned()).replace('\u{a0}', " ");
            out.push(format!(
                "{}/{} {}: {:?}, {}: {} → {}",
                entry.kind,
                entry.id,
                field.path,
                field.what,
                weight(field.material),
                value(&field.old),
                value(&field.new)
            ));
        }
    }
    out.extend(changes.translations.iter().map(|t| format!("{} {:?} {}", t.lang, t.what, t.entries)));
    out
}

fn only(changes: &[(&str, &str)]) -> Vec<String> {
    lines(&told(MANUAL, &with(changes), None).changes)
}

#[test]
fn a_manual_does_not_differ_from_itself_nor_by_its_edition() {
    assert!(only(&[]).is_empty());
    assert!(only(&[("edition: \"1\", effective: 2026-01-01", "edition: \"2\", effective: 2027-01-01")]).is_empty());
}

#[test]
fn values_that_ask_more_or_less_are_told_with_both() {
    for (old, new, line) in [
        (
            "within: 24 business",
            "within: 12 business",
            "channels/agencia first_response: Tightened, material: máximo 24 horas hábiles → máximo 12 horas hábiles",
        ),
        (
            "90 %, within: 3 business",
            "95 %, within: 3 business",
            "indicators/respuesta target: Tightened, material: 90 % en 3 días hábiles → 95 % en 3 días hábiles",
        ),
        (
            "within: 3 business days, service",
            "within: 5 business days, service",
            "commitments/plazo within: Relaxed, material: 3 días hábiles → 5 días hábiles",
        ),
        ("tolerance: 2 %", "tolerance: 5 %", "indicators/respuesta tolerance: Relaxed, material: 2 % → 5 %"),
        ("amount: 10 EUR", "amount: 12 EUR", "services/tramite offering.price.0.amount: Dearer, material: 10 € → 12 €"),
        (
            "09:00-17:00",
            "09:00-18:00",
            "channels/agencia hours: Widened, material: Lunes a viernes: 9:00–17:00 → Lunes a viernes: 9:00–18:00",
        ),
    ] {
        let found = only(&[(old, new)]);
        assert_eq!(found.len(), 1, "{found:?}");
        let head = line.split(": ").take(2).collect::<Vec<_>>().join(": ");
        match line.starts_with("channels/agencia hours") {
            // How hours are written is another's business.
            true => assert!(found[0].starts_with(&head), "{found:?}"),
            false => assert_eq!(found, [line]),
        }
    }
}

#[test]
fn a_target_that_differs_by_case_is_held_against_the_same_case() {
    let by_case = |rows: &str, rest: &str| {
        let target =
            format!("target: {{ share: {{ by: [channel], cases: [{rows}], else: {rest} }}, within: 3 business days }}");
        with(&[("target: { share: 90 %, within: 3 business days }", target.as_str())])
    };
    let told_from = |old: &str, new: &str| lines(&told(old, new, None).changes);
    let old = by_case("[agencia, 90 %], [telefono, 80 %]", "70 %");
    // The order of the rows says nothing.
    assert!(told_from(&old, &by_case("[telefono, 80 %], [agencia, 90 %]", "70 %")).is_empty());
    let found = told_from(&old, &by_case("[agencia, 90 %], [telefono, 85 %]", "70 %"));
    assert!(found.len() == 1 && found[0].starts_with("indicators/respuesta target: Tightened, material"), "{found:?}");
    assert!(found[0].contains("85 % en 3 días hábiles (Central telefónica)"), "{found:?}");
    assert!(found[0].ends_with("70 % en 3 días hábiles (en los demás casos)"), "{found:?}");
    let found = told_from(&old, &by_case("[agencia, 95 %], [telefono, 75 %]", "70 %"));
    assert!(found.len() == 1 && found[0].contains("target: Changed"), "{found:?}");
    let found = told_from(MANUAL, &old);
    assert!(found.len() == 1 && found[0].contains("target: Changed"), "{found:?}");
}

#[test]
fn more_of_one_and_less_of_the_other_is_neither() {
    let found = only(&[("90 %, within: 3 business", "95 %, within: 5 business")]);
    assert!(found.len() == 1 && found[0].contains("target: Changed, material"), "{found:?}");
}

#[test]
fn the_same_length_written_otherwise_is_no_change() {
    assert!(only(&[("tolerance: 2 %", "tolerance: 2.0 %")]).is_empty());
}

#[test]
fn commas_accents_names_notes_and_prose_are_editorial() {
    for (old, new, line) in [
        (
            "firma, foto y saldo",
            "firma, foto, y saldo",
            "services/tramite offering.summary: Reworded, editorial: Apertura de una cuenta con firma, foto y saldo. → \
             Apertura de una cuenta con firma, foto, y saldo.",
        ),
        (
            "completa, en horario",
            "completa en horario",
            "commitments/plazo conditions: Reworded, editorial: Con la solicitud completa, en horario de oficina. → \
             Con la solicitud completa en horario de oficina.",
        ),
        (
            "se hace en la agencia",
            "se hace siempre en la agencia",
            "services/tramite prose: Reworded, editorial: El trámite se hace en la agencia. → El trámite se hace siempre en \
             la agencia.",
        ),
    ] {
        let found: Vec<String> =
            only(&[(old, new)]).iter().map(|line| line.replace("conditions.0", "conditions")).collect();
        assert_eq!(found, [line]);
    }
    let renamed = only(&[("Central telefónica", "Línea de ayuda")]);
    assert_eq!(
        renamed,
        [
            "channels/telefono: Renamed, editorial",
            "channels/telefono name: Renamed, editorial: Central telefónica → Línea de ayuda",
        ]
    );
}

#[test]
fn a_promise_in_other_words_is_material() {
    let found = only(&[("Le respondemos en", "Le avisamos en")]);
    assert!(found.len() == 1 && found[0].starts_with("commitments/plazo promise: Reworded, material"), "{found:?}");
}

#[test]
fn a_service_under_another_id_and_name_is_the_same_service() {
    let found = only(&[
        ("services/tramite.md", "services/gestion.md"),
        ("name: Trámite de cuenta", "name: Gestión de cuenta"),
        ("service: tramite", "service: gestion"),
    ]);
    assert_eq!(
        found,
        [
            "services/gestion: Renamed, editorial",
            "services/gestion name: Renamed, editorial: Trámite de cuenta → Gestión de cuenta",
        ]
    );
    // Without a code what it says tells it.
    let old = with(&[("code: TR-01\n", "")]);
    let new = old
        .replace("services/tramite.md", "services/gestion.md")
        .replace("name: Trámite de cuenta", "name: Gestión de cuenta")
        .replace("service: tramite", "service: gestion");
    let found = told(&old, &new, None).changes;
    assert_eq!(found.entries.len(), 1, "{:?}", lines(&found));
    assert_eq!(found.entries[0].previous_id.as_deref(), Some("tramite"));
}

#[test]
fn an_entry_that_comes_or_goes_is_told_once() {
    let line = "telefono: { name: Central telefónica, kind: telephone }\n";
    let without = with(&[(line, ""), ("[agencia, telefono]", "[agencia]")]);
    assert_eq!(lines(&told(MANUAL, &without, None).changes), ["channels/telefono: Removed, material"]);
    let back = lines(&told(&without, MANUAL, None).changes);
    assert_eq!(
        back,
        [
            "channels/telefono: Added, material",
            "services/tramite offering.channels: Added, material: – → Central telefónica",
        ]
    );
}

#[test]
fn a_first_item_of_a_list_does_not_change_the_others() {
    let found = only(&[("includes: [", "includes: [seguro de vida incluido, ")]);
    assert_eq!(found, ["services/tramite offering.includes.0: Added, material: – → seguro de vida incluido"]);
    let (first, second) = ("tarjeta de débito sin costo", "acceso a la banca por internet");
    let found = only(&[(&format!("[{first}, {second}]"), &format!("[{second}, {first}]"))]);
    assert!(found.len() == 1 && found[0].contains("Moved, editorial"), "{found:?}");
}

#[test]
fn a_choice_is_told_though_prose_cannot_print_it() {
    let found = only(&[("kind: telephone", "kind: web")]);
    assert_eq!(found, ["channels/telefono kind: Changed, material: Por teléfono → En la web"]);
}

#[test]
fn another_channel_is_not_the_same_in_other_words() {
    let of = |channel: &str| {
        let complaints =
            "name: Reclamos, service: tramite, intake: { acknowledgement: { within: 1 business day, channel: ";
        format!("{MANUAL}=== complaints.yaml\nreclamos: {{ {complaints}{channel} }} }} }}\n")
    };
    let found = lines(&told(&of("agencia"), &of("telefono"), None).changes);
    let wanted = "complaints/reclamos intake.acknowledgement.channel: Changed, material: Agencia → Central telefónica";
    assert!(found.iter().any(|line| line == wanted), "{found:#?}");
}

#[test]
fn a_value_that_could_not_be_read_is_not_told_as_gone() {
    assert!(only(&[("kind: telephone", "kind: fono")]).is_empty());
    let old = with(&[("kind: telephone", "kind: fono")]);
    assert!(told(&old, MANUAL, None).changes.is_empty());
}

#[test]
fn a_value_of_which_a_part_could_not_be_read_is_not_told_as_another() {
    for (from, into) in [
        ("09:00-17:00", "25:00-26:00"),
        ("mon..fri:", "mon..vie:"),
        ("within: 24 business hours", "within: pronto"),
        ("share: 90 %", "share: noventa"),
        ("tolerance: 2 %", "tolerance: dos"),
        (
            "within: 3 business days, service",
            "within: { by: [channel], cases: [[agencia, 2 zz]], else: 3 business days }, service",
        ),
        ("within: 30 minutes", "within: media hora"),
        ("{ does: \"Recibe la solicitud y los documentos del cliente\"", "{ does: [[zz]]"),
        ("amount: 10 EUR", "amount: diez"),
        ("effective: 2026-01-01 }", "effective: 2026-01-01, evaluation: { kept_for: 5 anos } }"),
    ] {
        let (well, ill) = match from.starts_with("effective") {
            true => (with(&[(from, &into.replace("anos", "years"))]), with(&[(from, into)])),
            false => (MANUAL.to_owned(), with(&[(from, into)])),
        };
        for (old, new) in [(&well, &ill), (&ill, &well)] {
            let compared = told(old, new, None);
            assert!(compared.misread.iter().any(|(_, errors)| !errors.is_empty()), "{into} can be read");
            assert!(compared.changes.is_empty(), "{into}: {:#?}", lines(&compared.changes));
        }
        // What else changed is told all the same.
        let other = ill.replace("Central telefónica", "Central de llamadas");
        assert_eq!(told(&well, &other, None).changes.entries.len(), 1, "{into}");
    }
}

#[test]
fn a_translation_is_told_by_its_language() {
    let new = format!("{MANUAL}=== services/tramite.en.md\n---\nname: Account opening\n---\n");
    let new = new.replace("{ default: es }", "{ default: es, others: [en] }");
    assert_eq!(lines(&told(MANUAL, &new, None).changes), ["en Added 1"]);
}

#[test]
fn what_could_not_be_read_is_not_told_as_gone() {
    let new = with(&[("telefono: { name: Central telefónica, kind: telephone }", "telefono: [1]")]);
    let changes = told(MANUAL, &new, None).changes;
    assert!(changes.entries.iter().all(|entry| entry.what != What::Removed), "{:?}", lines(&changes));
    assert_eq!(changes.unread, 1);
}

#[test]
fn a_role_is_told_what_is_its_own() {
    let new = with(&[("within: 30 minutes", "within: 20 minutes"), ("tolerance: 2 %", "tolerance: 5 %")]);
    let brief = told(MANUAL, &new, Some("caja")).brief.expect("a role");
    assert_eq!((brief.stricter.len(), brief.looser.len(), brief.new.len(), brief.gone.len()), (1, 0, 0, 0));
    assert_eq!(brief.effective.as_deref(), Some("2026-01-01"));
    assert!(brief.sign_again);
    let comma = with(&[("firma, foto y saldo", "firma, foto, y saldo")]);
    let brief = told(MANUAL, &comma, Some("caja")).brief.expect("a role");
    assert!(!brief.sign_again);
    assert_eq!((brief.stricter.len() + brief.other.len(), brief.editorial), (0, 1));
    assert!(matches!(
        compare(&read(MANUAL), &read(MANUAL), None, Some("nadie")),
        Err(crate::Uncompared::NoRole(roles)) if roles == ["jefatura", "caja"]
    ));
}

#[test]
fn values_speak_the_language_that_was_asked_for() {
    let new = with(&[("within: 3 business days, service", "within: 5 business days, service")]);
    for (lang, label, value) in [(Lang::En, "Time limit", "5 business days"), (Lang::Pt, "Prazo", "5 dias úteis")] {
        let compared = compare(&read(MANUAL), &read(&new), Some(lang), None).expect("compared");
        let field = &compared.changes.entries[0].fields[0];
        assert_eq!((field.label.as_str(), field.new.as_deref()), (label, Some(value)));
    }
}

#[test]
fn the_time_of_a_part_is_told_by_its_name_and_binds_whoever_serves_it() {
    let parts = |days: &str| {
        let parts = format!(
            "  parts: [{{ name: Ampliación, within: {days} }}, {{ name: Copia, within: 1 business day }}]\n  price:"
        );
        with(&[("  price:", parts.as_str())])
    };
    let told = told(&parts("3 business days"), &parts("2 business days"), Some("caja"));
    let labels: Vec<&str> =
        told.changes.entries.iter().flat_map(|entry| &entry.fields).map(|field| field.label.as_str()).collect();
    assert_eq!(labels, ["Oferta › Partes › Ampliación › Plazo"]);
    let brief = told.brief.expect("the role is there");
    assert_eq!((brief.stricter.len(), brief.sign_again), (1, true));
}

#[test]
fn a_charge_that_was_none_is_dearer_and_bounds_and_rates_are_no_charge() {
    let price = |amount: &str| with(&[("amount: 10 EUR", &format!("amount: {amount}"))]);
    let told = |old: &str, new: &str| lines(&told(&price(old), &price(new), None).changes);
    let found = told("free", "5 EUR");
    assert!(found.len() == 1 && found[0].contains("Dearer, material: gratis → 5"), "{found:?}");
    assert!(told("5 EUR", "free")[0].contains("Cheaper"));
    let brackets = |bound: &str, rate: &str| {
        format!("10 EUR, brackets: [{{ up_to: {bound}, rate: {rate} }}, {{ above: {bound}, rate: 2 % per year }}]")
    };
    let (old, new) = (brackets("5000 EUR", "3.2 % per year"), brackets("6000 EUR", "3.6 % per year"));
    let found = told(&old, &new);
    assert!(!found.is_empty() && found.iter().all(|line| line.contains(": Changed, material")), "{found:?}");
}

#[test]
fn stricter_is_told_wherever_it_is_certain() {
    let target = |target: &str| with(&[("target: { share: 90 %, within: 3 business days }", target)]);
    let told = |old: &str, new: &str| lines(&told(&target(old), &target(new), None).changes);
    for (less, more) in [
        ("target: { share: 90 % }", "target: { share: \"> 90 %\" }"),
        ("target: { share: 90 % }", "targets: [{ share: 90 % }, { maximum: 5 business days }]"),
        ("target: { none: En estudio. }", "target: { share: 90 % }"),
        ("frequency: monthly", "frequency: weekly"),
        ("target: { range: 8..20 }", "target: { range: 10..18 }"),
        ("target: { by_date: day 5 of each month }", "target: { by_date: day 3 of each month }"),
        ("target: { ratio: 1 per 20 }", "target: { ratio: 1 per 15 }"),
        (
            "target: { scores: [{ share: 95 %, score: \">= 7\" }], scale: 0..10 }",
            "target: { scores: [{ share: 95 %, score: \">= 8\" }], scale: 0..10 }",
        ),
    ] {
        let (there, back) = (told(less, more), told(more, less));
        assert!(there.iter().any(|line| line.contains(": Tightened")), "{less} → {more}: {there:?}");
        assert!(back.iter().any(|line| line.contains(": Relaxed")), "{more} → {less}: {back:?}");
    }
}

#[test]
fn one_length_in_other_units_is_no_change_for_anybody() {
    let found = told(MANUAL, &with(&[("within: 30 minutes", "within: 1800 seconds")]), Some("caja"));
    assert!(found.changes.is_empty(), "{:?}", lines(&found.changes));
    assert!(!found.brief.expect("a role").sign_again);
}

#[test]
fn signs_that_say_something_are_no_commas() {
    for (old, new) in [("2.4 horas", "2-4 horas"), ("si pasa de $ 5", "si pasa de € 5"), ("si es < 5", "si es > 5")] {
        let manual = |words: &str| with(&[("completa, en horario", words)]);
        let found = lines(&told(&manual(old), &manual(new), None).changes);
        assert!(found.len() == 1 && found[0].contains("material"), "{found:?}");
    }
}

#[test]
fn the_calendar_and_the_terms_of_complaints_bind_whom_they_concern() {
    let calendar = "languages: { default: es }\ncalendar: { business_days: mon..fri, business_hours: 09:00-17:00 }";
    let complaints = "=== complaints.yaml\nreclamos:\n  name: Reclamos\n  owner: jefatura\n  types:\n    cobros: { name: Cobros, answer_within: 10 calendar days, first_answer: 4 hours }\n=== services";
    let manual = |days: &str, answer: &str| {
        with(&[
            ("languages: { default: es }", &calendar.replace("mon..fri", days)),
            ("=== services", &complaints.replace("10 calendar", answer)),
        ])
    };
    let base = manual("mon..fri", "10 calendar");
    let sign = |new: &str, role: &str| told(&base, new, Some(role)).brief.expect("a role").sign_again;
    // The chief has a step of one business day; the till has minutes only, and the promise of three business days is everyone's.
    assert!(sign(&manual("mon..sat", "10 calendar"), "jefatura"));
    assert!(sign(&manual("mon..fri", "5 calendar"), "jefatura"));
    assert!(!sign(&manual("mon..fri", "5 calendar"), "caja"));
}

#[test]
fn steps_in_another_order_are_told_and_bind_who_does_them() {
    let steps = |first: &str, second: &str, third: &str| {
        let step = |id: &str| match id {
            "recibir" => "{ id: recibir, does: Recibe la solicitud, role: caja, within: 30 minutes }",
            "entregar" => "{ id: entregar, does: Entrega la constancia, role: caja }",
            _ => "{ id: revisar, does: Revisa la solicitud, role: jefatura, within: 1 business day }",
        };
        let list = [first, second, third].map(|id| format!("    - {}\n", step(id))).concat();
        let (old, _) = MANUAL.split_once("    - { does: \"Recibe").expect("the steps");
        format!("{old}{list}---\nEl trámite se hace en la agencia.\n")
    };
    let base = steps("recibir", "revisar", "entregar");
    let new = steps("entregar", "recibir", "revisar");
    assert_eq!(
        lines(&told(&base, &new, None).changes),
        ["services/tramite offering.steps.entregar: Moved, material: – → Entrega la constancia (antes, n.º 3)"]
    );
    let label = |changes: &Changes| changes.entries[0].fields[0].label.clone();
    assert_eq!(label(&told(&base, &new, None).changes), "Oferta › Pasos 1");
    // Who does both signs again; who does one, and that as before, does not.
    for (role, sign) in [("caja", true), ("jefatura", false)] {
        let brief = told(&base, &new, Some(role)).brief.expect("a role");
        assert_eq!((brief.sign_again, brief.other.len()), (sign, 1), "{role}");
    }
    // Another id of the same step is no change.
    let renamed = base.replace("id: entregar", "id: dar");
    assert!(told(&base, &renamed, None).changes.is_empty());
    // A limit of a step with an id is told by the place of the step.
    let faster = told(&base, &base.replace("within: 30", "within: 20"), None).changes;
    assert_eq!(label(&faster), "Oferta › Pasos 1 (Recibe la solicitud) › Plazo");
}

#[test]
fn one_length_in_other_units_is_one_length_in_targets_and_in_printed_values_too() {
    for (old, new) in [
        ("within: 3 business days, service", "within: 3.0 business days, service"),
        ("tolerance: 2 %", "tolerance: 2.00 %"),
    ] {
        assert!(only(&[(old, new)]).is_empty(), "{old}");
    }
    let hours = |first: &str, within: &str| {
        with(&[
            ("first_response: { within: 24 business hours }", &format!("first_response: {{ {first} }}")),
            ("target: { share: 90 %, within: 3 business days }", "target: { share: 90 %, within: 2 hours }"),
            ("within: 3 business days, service", &format!("within: {within}, service")),
            ("target: { share: 90 %, within: 2 hours }", "target: { share: 90 %, within: 2 hours }"),
        ])
    };
    let base = hours("within: 10 minutes", "2 hours");
    let same = hours("within: 600 seconds", "120 minutes")
        .replace("{ share: 90 %, within: 2 hours }", "{ share: \">= 90 %\", within: 7200 seconds }");
    let found = told(&base, &same, Some("caja"));
    assert!(found.changes.is_empty(), "{:?}", lines(&found.changes));
    assert!(!found.brief.expect("a role").sign_again);
    // A printed value is what it was, and so is the same written out by hand.
    let by_hand = base.replace("[[plazo.within]]", "2 horas");
    assert!(!told(&base, &by_hand, Some("caja")).brief.expect("a role").sign_again);
    let shorter = base.replace("within: 2 hours, service", "within: 119 minutes, service");
    assert!(told(&base, &shorter, Some("caja")).brief.expect("a role").sign_again);
}

#[test]
fn words_of_the_language_are_told_in_the_readers() {
    let calendar = "languages: { default: es }\ncalendar: { business_days: mon..fri, business_hours: 09:00-17:00 }";
    let base = with(&[("languages: { default: es }", calendar)]);
    let told = |new: &str| lines(&told(&base, new, None).changes);
    let found = told(&base.replace("mon..fri,", "mon..sat,"));
    assert_eq!(found, ["manual/ calendar.business_days: Changed, material: lun. a vie. → lun. a sáb."]);
    let found = told(&base.replace("name: Trámite", "status: { suspended: 2026-12-01, reason: Obras }\nname: Trámite"));
    assert!(found.iter().all(|line| !line.contains("active")), "{found:?}");
    assert!(found[0].ends_with("activo → suspendido desde el 1 de diciembre de 2026; motivo: Obras"), "{found:?}");
}

#[test]
fn what_is_set_apart_as_important_and_notes_of_amounts_are_of_substance() {
    let manual = |prose: &str, note: &str| {
        with(&[
            ("El trámite se hace en la agencia.", prose),
            ("amount: 10 EUR", &format!("amount: 10 EUR, note: {note}")),
        ])
    };
    let prose =
        |day: &str| format!("El trámite se hace.\n\n> [!IMPORTANT]\n> La decisión se informa al cliente {day}.");
    let base = manual(&prose("el mismo día"), "Se le devuelve si desiste.");
    let found = told(&base, &manual(&prose("a los tres días"), "Se le devuelve si desiste."), Some("caja"));
    assert_eq!(
        lines(&found.changes),
        [
            "services/tramite callouts.0: Reworded, material: La decisión se informa al cliente el mismo día. → La decisión se informa al cliente \
          a los tres días."
        ]
    );
    assert!(found.brief.expect("a role").sign_again);
    let found = lines(&told(&base, &manual(&prose("el mismo día"), "No se devuelve."), None).changes);
    assert!(found.len() == 1 && found[0].contains("price.0.note: Reworded, material"), "{found:?}");
    let tip = |day: &str| manual(&prose(day).replace("IMPORTANT", "TIP"), "Nada.");
    let found = lines(&told(&tip("hoy"), &tip("mañana"), None).changes);
    assert!(found.len() == 1 && found[0].contains("prose: Reworded, editorial"), "{found:?}");
}

#[test]
fn what_cannot_be_read_makes_no_text_another() {
    let broken = with(&[("within: 3 business days, service", "within: 3 busines days, service")]);
    assert!(told(MANUAL, &broken, None).changes.is_empty(), "{:?}", lines(&told(MANUAL, &broken, None).changes));
    assert!(told(&broken, MANUAL, None).changes.is_empty());
    // What is another besides is told.
    let other = broken.replace("Le respondemos en", "Le avisamos en");
    let found = lines(&told(MANUAL, &other, None).changes);
    assert!(found.len() == 1 && found[0].contains("promise: Reworded"), "{found:?}");
}

#[test]
fn an_edition_that_brings_a_translation_says_so() {
    let translated =
        |files: &str| format!("{MANUAL}{files}").replace("{ default: es }", "{ default: es, others: [en] }");
    let one = translated("=== services/tramite.en.md\n---\nname: Account opening\n---\n");
    let line = |old: &str, new: &str, lang| {
        let compared = compare(&read(old), &read(new), Some(lang), None).expect("compared");
        super::line::summary(&compared.changes, lang)
    };
    assert_eq!(line(MANUAL, &one, Lang::Es), "Se agrega la traducción al inglés.");
    assert_eq!(line(&one, MANUAL, Lang::En), "The translation into English is removed.");
    let two = translated(
        "=== services/tramite.en.md\n---\nname: Account opening\n---\n=== channels.en.yaml\nagencia: { name: Branch }\n",
    );
    assert_eq!(line(&one, &two, Lang::Pt), "Amplia-se a tradução para o inglês.");
    let stricter = one.replace("within: 24 business", "within: 12 business");
    assert_eq!(line(MANUAL, &stricter, Lang::Es), "1 canal más exigente. Se agrega la traducción al inglés.");
}

#[test]
fn who_must_ask_for_what_is_due_gets_less_and_yes_and_no_stand_alone() {
    let manual = |how: &str| {
        let redress = format!("indicator: respuesta, redress: {{ gives: Disculpas., how: {how} }}, conditions");
        with(&[("indicator: respuesta, conditions", &redress)])
    };
    let found = lines(&told(&manual("automatic"), &manual("on_request"), None).changes);
    assert_eq!(found, ["commitments/plazo redress.how: Dearer, material: automática → a petición"]);
    let found = only(&[("name: Caja, contact: true", "name: Caja, contact: false")]);
    assert!(found.iter().any(|line| line.ends_with("contact: Changed, material: Sí → No")), "{found:?}");
}

#[test]
fn what_is_gone_as_a_whole_is_told_by_its_keys_in_words() {
    let step = "    - { does: \"Revisa la solicitud y decide sobre ella\", role: jefatura, within: 1 business day }\n";
    let found = only(&[(step, "")]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].ends_with(
            "offering.steps.1: Removed, material: Revisa la solicitud y decide sobre ella; Puesto: Jefatura; Plazo: \
             1 día hábil → –"
        ),
        "{found:?}"
    );
    let years = "calendar: { holidays: { territory: PE, years: [2026] } }";
    let new = with(&[("languages: { default: es }", &format!("languages: {{ default: es }}\n{years}"))]);
    let found = lines(&told(MANUAL, &new, None).changes);
    assert!(found.len() == 1 && found[0].contains("Años: 2026"), "{found:?}");
}
