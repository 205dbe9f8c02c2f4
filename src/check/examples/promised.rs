//! The corners of the rules about promises and wording: who gets a finding, and above all who does not.

use super::{BASE, compiled, parse};
use crate::lang::Lang;
use std::collections::BTreeMap;

/// How often each code of some family is found.
fn counts(example: &str, family: &str) -> BTreeMap<&'static str, usize> {
    let result = compiled(&parse(example).0);
    let mut counts = BTreeMap::new();
    // From C340 on the family speaks of feasibility and of strategy.
    let of_family = |code: &&str| code.starts_with(family) && !("C340".."C400").contains(code);
    for code in result.findings.iter().map(|f| f.code()).filter(of_family) {
        *counts.entry(code).or_default() += 1;
    }
    let wrong: Vec<String> =
        result.findings.iter().filter(|f| f.code().starts_with('E')).map(|f| f.message(Lang::En)).collect();
    assert!(wrong.is_empty(), "{wrong:?}\n{example}");
    counts
}

pub(super) fn has(example: &str, code: &str) -> usize {
    counts(example, code).values().sum()
}

pub(super) fn service(more: &str) -> String {
    format!("code: EJ-01\nname: Ejemplo\nowner: caja\n{more}")
}

/// A promise with its limit and its measure.
fn strict(within: &str, target: &str) -> usize {
    let commitment = format!("commitments:\n  p: {{ promise: A tiempo., within: {within}, indicator: i }}\n");
    has(&service(&format!("{commitment}indicators:\n  i: {{ name: I, target: {target} }}\n")), "C306")
}

#[test]
fn a_measure_must_hold_the_promise() {
    for (within, target) in [
        ("2 business days", "{ share: 95 %, within: 16 business hours }"),
        ("3 months", "{ mean: 30 calendar days }"),
        ("3 minutes", "{ maximum: < 3 minutes }"),
        ("1 year", "{ every: 6 months }"),
        ("3 minutes", "{ share: 95 % }"),
        ("3 minutes", "{ none: sin datos todavía }"),
        ("3 minutes", "{ scores: [{ share: 95 %, score: \">= 7\" }], scale: 0..10 }"),
        ("2 business days", "[{ share: 92 %, within: 2 business days }, { maximum: 4 business days }]"),
        (
            "{ by: [severity], cases: [[alta, 1 business day]], else: 3 business days }",
            "{ share: 95 %, within: { by: [severity], cases: [[alta, 1 business day]], else: 3 business days } }",
        ),
    ] {
        assert_eq!(strict(within, target), 0, "{within} by {target}");
    }
    for (within, target) in [
        ("3 business days", "{ share: 95 %, within: 5 business days }"),
        ("5 calendar days", "{ share: 95 %, within: 5 business days }"),
        ("15 business days", "{ maximum: 22 calendar days }"),
        ("1 month", "{ maximum: 30 calendar days }"),
        ("8 weeks", "{ maximum: 2 months }"),
        ("3 minutes", "{ mean: 5 minutes }"),
        ("2 hours", "{ share: 95 %, within: 2 business hours }"),
        (
            "{ by: [severity], cases: [[alta, 1 hour]], else: 3 hours }",
            "{ share: 95 %, within: { by: [severity], cases: [[alta, 2 hours]], else: 3 hours } }",
        ),
    ] {
        assert_eq!(strict(within, target), 1, "{within} by {target}");
    }
    let retired = service(
        "status: { retired: 2020-01-01 }\ncommitments:\n  p: { promise: A tiempo., within: 1 hour, target: { share: 95 %, within: 2 hours } }\n",
    );
    assert_eq!(has(&retired, "C3"), 0);
}

fn complaint(promise: &str, types: &str) -> usize {
    has(
        &format!(
            "=== complaints.yaml\nreclamos:\n  name: Reclamos\n  owner: jefatura\n  commitments:\n    c: {{ promise: {promise}, within: 10 business days }}\n{types}\n"
        ),
        "C307",
    )
}

#[test]
fn complaints_are_answered_in_the_time_that_is_promised() {
    let types = "  types: { reclamo: { name: Reclamo, answer_within: 12 business days } }";
    assert_eq!(complaint("Respondemos su reclamo.", types), 1);
    assert_eq!(complaint("Respondemos su reclamo.", &types.replace("12", "10")), 0);
    assert_eq!(complaint("Respondemos su reclamo.", &types.replace("12 business", "12 calendar")), 0);
    // No case may take as long as is promised; one that may is enough.
    assert_eq!(complaint("Respondemos su reclamo.", &types.replace("12", "8")), 1);
    let both = types
        .replace(" } }", " } }\n  severity: { alta: { when: dinero perdido, answer_within: 8 business days } }")
        .replace("12", "10");
    assert_eq!(complaint("Respondemos su reclamo.", &both), 0);
    // The promise names complaints, and suggestions are none.
    let more = types.replace("12", "10").replace(" } }", " }, sugerencia: { answer_within: 30 business days } }");
    assert_eq!(complaint("Respondemos su reclamo.", &more), 0);
    assert_eq!(complaint("Respondemos siempre.", &more), 1);
    let grave = "  severity: { alta: { when: dinero perdido, answer_within: 5 business days }, baja: { when: molestia, answer_within: 20 business days } }";
    assert_eq!(complaint("Respondemos su reclamo.", grave), 1);
    // An acknowledgement is held against the acknowledgement.
    assert_eq!(complaint("Le enviamos un acuse.", types), 0);
    let intake = "  intake: { channels: [agencia], acknowledgement: { within: 11 business days } }";
    assert_eq!(complaint("Le enviamos un acuse.", intake), 1);
}

fn message(text: &str) -> usize {
    let channel = "=== channels.yaml\ntelefono:\n  name: Central\n  kind: telephone\n  first_response: { target: { share: 80 %, within: 5 minutes } }\n";
    has(&format!("{channel}  wait_message: \"{text}\"\n"), "C309")
}

#[test]
fn messages_say_the_wait_that_is_promised() {
    for good in [
        "Le atenderemos en cinco minutos.",
        "Le atenderemos en 5 minutos.",
        "Le atenderemos en 300 segundos.",
        "Gracias por esperar.",
        "Marque dos para volver al menú.",
        "Abrimos de 9:00 a 18:00 horas.",
        "Este año cumplimos 40 años.",
        "Si espera más de 2 minutos, marque 2 y le llamamos.",
        "Marque dos si la espera pasa de 2 minutos.",
        "Si no contestamos en un minuto, marque dos.",
        "La llamada puede durar hasta 10 minutos.",
        "La llamada toma diez minutos.",
    ] {
        assert_eq!(message(good), 0, "{good}");
    }
    for bad in [
        "Le atenderemos en dos minutos.",
        "Espere media hora, por favor.",
        "Le atendemos en 2 a 3 minutos.",
        "La espera dura dos minutos.",
        "Si llama por la mañana le atendemos en dos minutos.",
    ] {
        assert_eq!(message(bad), 1, "{bad}");
    }
}

#[test]
fn messages_of_services_and_of_the_manual_are_read_too() {
    let files = |say: &str, medium: &str| {
        format!(
            "=== channels.yaml\ntelefono: {{ name: T, kind: telephone, first_response: {{ within: 5 minutes }} }}\ncorreo: {{ name: C, kind: email, first_response: {{ within: 1 business day }} }}\n\
             === communications.yaml\naviso: {{ name: Aviso, moment: during, medium: [{medium}], say: \"{say}\" }}\n"
        )
    };
    assert_eq!(
        has(&files("Una persona le contestará en una hora.", "correo"), "C309"),
        0,
        "a day and an hour are far apart"
    );
    assert_eq!(has(&files("Una persona le contestará en dos minutos.", "telefono"), "C309"), 1);
    assert_eq!(has(&files("Le responderemos en dos días hábiles.", "correo"), "C309"), 1);
    assert_eq!(has(&files("La entrevista dura dos minutos.", "telefono"), "C309"), 0);
    assert_eq!(has(&files("Le responderemos en 24 horas hábiles.", "redes"), "C309"), 0, "no channel of ours");
}

fn promise(text: &str, more: &str) -> BTreeMap<&'static str, usize> {
    let mut found = counts(&service(&format!("commitments:\n  p:\n    promise: \"{text}\"\n{more}")), "C310");
    found.extend(counts(&service(&format!("commitments:\n  p:\n    promise: \"{text}\"\n{more}")), "W90"));
    found
}

#[test]
fn a_promise_says_its_own_figures() {
    let two = "    within: 2 business days\n    redress: { gives: disculpa, how: automatic, by: 3 business days }\n";
    assert_eq!(promise("Respondemos a tiempo.", two), BTreeMap::new());
    assert_eq!(promise("Respondemos en [[p.within]].", two), BTreeMap::new());
    assert_eq!(promise("Respondemos en tres días hábiles.", two), BTreeMap::from([("C310", 1)]));
    assert_eq!(promise("Respondemos en dos días hábiles.", two), BTreeMap::from([("W902", 1)]));
    assert_eq!(
        promise("Respondemos en 2 días hábiles o reparamos en 3 días hábiles.", two),
        BTreeMap::from([("W902", 1)])
    );
    assert_eq!(promise("Respondemos en 2 días.", two), BTreeMap::from([("W904", 1)]));
    assert_eq!(promise("Guardamos sus papeles 10 años.", two), BTreeMap::new());
    for far in ["en 30 minutos", "en seis meses", "en una hora", "en las 24 horas siguientes"] {
        assert_eq!(promise(&format!("Respondemos {far}."), two), BTreeMap::from([("C310", 1)]), "{far}");
    }
    for other in [
        "Si cambia de opinión en 30 días, le devolvemos su dinero.",
        "Respondemos su reclamo; sus papeles se guardan 10 años.",
        "Le avisamos cuando faltan 30 minutos.",
    ] {
        assert_eq!(promise(other, two).get("C310"), None, "{other}");
    }
    let share = "    target: { share: 90 % }\n";
    assert_eq!(promise("Cumplimos en el 95 % de los casos.", share), BTreeMap::from([("C310", 1)]));
    assert_eq!(promise("Cumplimos en el 90 % de los casos.", share), BTreeMap::new());
    assert_eq!(promise("Cumplimos siempre.", "    target: { share: 100 % }\n"), BTreeMap::new());
    let hours = "    within: 2 business hours\n";
    assert_eq!(promise("Respondemos en dos horas, dentro del horario de la oficina.", hours), BTreeMap::new());
    assert_eq!(promise("Respondemos en dos horas.", hours), BTreeMap::from([("C310", 1)]));
}

#[test]
fn prose_of_a_service_agrees_with_its_promises() {
    let body = |prose: &str| {
        let commitment = "commitments:\n  p: { promise: Respondemos su solicitud., within: 2 business days, target: { share: 90 % } }\n";
        let files = format!("=== services/ejemplo.md\n---\n{}---\n{prose}\n", service(commitment));
        let mut found = counts(&files, "C310");
        found.extend(counts(&files, "W902"));
        found
    };
    assert_eq!(body("La respuesta llega en cinco días hábiles."), BTreeMap::from([("C310", 1)]));
    assert_eq!(body("La respuesta llega en [[p.within]]."), BTreeMap::new());
    assert_eq!(body("El ejemplo se decide en tres días hábiles."), BTreeMap::from([("C310", 1)]));
    assert_eq!(body("Un ejemplo se aprueba en 24 horas."), BTreeMap::from([("C310", 1)]));
    assert_eq!(body("El comité decide sobre el ejemplo en tres días hábiles."), BTreeMap::new());
    assert_eq!(body("La compra de útiles se aprueba en tres días hábiles."), BTreeMap::new());
    assert_eq!(body("La respuesta llega\nen dos días\nhábiles."), BTreeMap::from([("W902", 1)]));
    assert_eq!(body("El viaje dura cinco días hábiles."), BTreeMap::new());
    assert_eq!(body("Respondemos desde hace 20 años."), BTreeMap::new());
}

#[test]
fn vague_words_are_found_in_each_language_and_only_in_promises() {
    let vague = |lang: &str, promise: &str| {
        let manifest =
            BASE.split("=== roles").next().unwrap_or_default().replace("default: es", &format!("default: {lang}"));
        let files = format!(
            "{manifest}=== services/ejemplo.md\n---\n{}---\nLo antes posible.\n",
            service(&format!("commitments:\n  p: {{ promise: \"{promise}\" }}\n"))
        );
        has(&files, "W901")
    };
    for (lang, text) in [
        ("es", "Le llamaremos lo antes posible."),
        ("es", "Le llamaremos a la MAYOR brevedad posible."),
        ("es", "En breve le atendemos."),
        ("en", "We answer as soon as possible."),
        ("en", "Your request will be handled in due course."),
        ("pt", "Respondemos o quanto antes."),
        ("pt", "Retornaremos o mais breve possível."),
        ("es", "Le llamaremos con la mayor prontitud."),
        ("es", "Le llamaremos en cuanto podamos."),
        ("es", "Ahorita le atendemos."),
        ("en", "We will call you back soon."),
        ("en", "We answer swiftly."),
        ("en", "We answer straightaway."),
        ("pt", "Retornaremos assim que pudermos."),
        ("pt", "Respondemos com brevidade."),
        ("pt", "Atendemos com agilidade."),
    ] {
        assert_eq!(vague(lang, text), 1, "{text}");
    }
    for (lang, text) in [
        ("es", "Brevemente: le llamamos."),
        ("es", "Le llamamos en 2 horas."),
        ("en", "We answer promptness."),
        ("en", "We will call you as soon as it arrives."),
        ("en", "Soon you will know us."),
    ] {
        assert_eq!(vague(lang, text), 0, "{text}");
    }
}

#[test]
fn the_help_of_a_vague_promise_names_the_figure() {
    let result =
        compiled(&parse(&service("commitments:\n  p: { promise: Lo antes posible., within: 2 business days }\n")).0);
    let help = result.findings.iter().find(|f| f.code() == "W901").map(|f| f.help_text(Lang::Es));
    assert_eq!(help.as_deref(), Some("escriba `[[p.within]]`, que hoy dice 2 días hábiles"));
}

#[test]
fn edits_are_exact() {
    let example = service(
        "avoid: [préstamo al toque]\noffering: { summary: El préstamo al toque llega. }\ncommitments:\n  p: { promise: Respondemos en dos días hábiles., within: 2 business days }\n",
    );
    let result = compiled(&parse(&example).0);
    let edit = |code: &str| result.findings.iter().find(|f| f.code() == code).and_then(|f| f.edit.clone());
    let (by_hand, name) = (edit("W902").expect("an edit"), edit("W903").expect("an edit"));
    assert_eq!((result.sources.text(by_hand.span), by_hand.replacement.as_str()), ("dos días hábiles", "[[p.within]]"));
    assert_eq!((result.sources.text(name.span), name.replacement.as_str()), ("préstamo al toque", "ejemplo"));
}

#[test]
fn a_name_of_another_gender_is_told_and_not_put_in() {
    let example =
        service("avoid: [tarjeta veloz]\noffering: { summary: La tarjeta veloz llega. Pida tarjeta veloz. }\n");
    let result = compiled(&parse(&example).0);
    let edits: Vec<bool> = result.findings.iter().filter(|f| f.code() == "W903").map(|f| f.edit.is_some()).collect();
    assert_eq!(edits, [false, true]);
}

#[test]
fn the_plural_of_a_name_to_avoid_is_avoided_too() {
    let told = |lang: &str, avoid: &str, text: &str| {
        let manifest =
            BASE.split("=== roles").next().unwrap_or_default().replace("default: es", &format!("default: {lang}"));
        let own = service(&format!("avoid: [{avoid}]\noffering: {{ summary: \"{text}\" }}\n"));
        let result = compiled(&parse(&format!("{manifest}=== services/ejemplo.md\n---\n{own}---\n")).0);
        result.findings.iter().filter(|f| f.code() == "W903").map(|f| f.edit.is_some()).collect::<Vec<_>>()
    };
    for (lang, avoid, text) in [
        ("es", "préstamo al toque", "Damos préstamos al toque."),
        ("es", "tarjeta veloz", "Hay tarjetas veloces."),
        ("es", "transacción", "Se hacen transacciones."),
        ("es", "envío de dólares", "Hay envíos de dólares."),
        ("en", "quick loan", "We give quick loans."),
        ("en", "utility", "Utilities are paid here."),
        ("pt", "prestação fácil", "Há prestações fácil."),
        ("pt", "aval", "Pedimos avais."),
    ] {
        assert_eq!(told(lang, avoid, text), [false], "{text}");
    }
    assert_eq!(told("es", "préstamo, préstamos", "Damos préstamos.").len(), 1, "what is written is told once");
    assert_eq!(told("es", "al toque", "Los toques de campana."), Vec::<bool>::new());
}

fn hours(kind: &str, hours: &str, response: &str) -> usize {
    has(
        &format!(
            "=== channels.yaml\nc: {{ name: C, kind: {kind}, hours: {hours}, first_response: {{ target: {response} }} }}\n"
        ),
        "C311",
    )
}

#[test]
fn answers_are_promised_for_hours_when_somebody_is_there() {
    let week = "{ mon..fri: 09:00-18:00 }";
    assert_eq!(hours("email", week, "{ share: 95 %, within: 2 hours }"), 1);
    assert_eq!(hours("email", week, "{ share: 95 %, within: 24 hours }"), 1);
    assert_eq!(hours("email", week, "{ share: 95 %, within: 3 calendar days }"), 0);
    assert_eq!(hours("email", week, "{ share: 95 %, within: 2 business hours }"), 0);
    assert_eq!(hours("email", "24/7", "{ share: 95 %, within: 2 hours }"), 0);
    assert_eq!(hours("email", week, "{ share: 95 %, within: 2 hours, conditions: en horario }"), 0);
    // A call is taken while it is open; only a call back may come too late.
    assert_eq!(hours("telephone", week, "{ share: 80 %, within: 30 seconds }"), 0);
    assert_eq!(hours("telephone", week, "{ share: 80 %, within: 2 hours }"), 1);
    assert_eq!(hours("face_to_face", week, "{ share: 80 %, within: 2 hours }"), 0);
}

#[test]
fn only_a_condition_of_hours_excuses_an_answer_promised_for_closed_hours() {
    let told = |condition: &str| {
        let channel = "=== channels.yaml\nc: { name: C, kind: email, hours: { mon..fri: 08:00-20:00 } }\n";
        let commitment =
            format!("{{ promise: Respondemos, within: 4 hours, applies_to: {{ channel: c }}{condition} }}");
        has(&format!("{channel}=== commitments.yaml\np: {commitment}\n"), "C311")
    };
    for condition in ["", ", conditions: [solo para socios]", ", conditions: [negocio en el distrito]"] {
        assert_eq!(told(condition), 1, "{condition}");
    }
    for condition in
        ["en el horario del canal", "días hábiles", "\"[[c.hours]]\"", "de 8:00 a 20:00", "entre las 8 y las 20"]
    {
        assert_eq!(told(&format!(", conditions: [{condition}]")), 0, "{condition}");
    }
}

#[test]
fn a_channel_that_closes_is_not_said_to_be_always_there() {
    let told = |lang: &str, hours: &str, message: &str| {
        let manifest =
            BASE.split("=== roles").next().unwrap_or_default().replace("default: es", &format!("default: {lang}"));
        let channel = format!("{{ name: Central, kind: telephone, hours: {hours}, wait_message: \"{message}\" }}\n");
        let result = compiled(&parse(&format!("{manifest}=== channels.yaml\nc: {channel}")).0);
        result.findings.iter().any(|f| f.code() == "C371")
    };
    let week = "{ mon..fri: 08:00-20:00 }";
    for (lang, message) in [
        ("es", "Atendemos las 24 horas del día."),
        ("es", "Estamos a su servicio los 365 días."),
        ("es", "Le atendemos de lunes a domingo."),
        ("en", "We answer around the clock."),
        ("en", "We are open every day of the year."),
        ("pt", "Atendemos a qualquer hora."),
    ] {
        assert!(told(lang, week, message), "{message}");
    }
    for (lang, message) in [
        ("es", "Le atendemos en las 24 horas siguientes."),
        ("es", "Le atendemos dentro de las 24 horas."),
        ("es", "No atendemos a cualquier hora."),
        ("es", "Deje su mensaje a cualquier hora y le atendemos."),
        ("en", "You may give up at any time."),
    ] {
        assert!(!told(lang, week, message), "{message}");
    }
    let daily = "{ mon..sun: 08:00-20:00 }";
    assert!(!told("es", daily, "Le atendemos de lunes a domingo."));
    assert!(told("es", daily, "Atendemos a cualquier hora."));
}

#[test]
fn a_message_says_when_what_is_lacking_is_made_good() {
    let told = |say: &str| {
        let files = "=== channels.yaml\nt: { name: Teléfono, kind: telephone }\n=== commitments.yaml\nr: { promise: Le contestamos., within: 30 seconds, applies_to: { channel: t }, redress: { gives: devolución de la llamada, how: on_request, by: 2 business hours } }\n=== communications.yaml\n";
        has(&format!("{files}m: {{ name: Espera, moment: before, medium: [t], say: \"{say}\" }}\n"), "C309")
    };
    assert_eq!(told("Marque dos y le devolvemos la llamada en 5 horas hábiles."), 1);
    for good in [
        "Marque dos y le devolvemos la llamada en 2 horas hábiles.",
        "Marque dos y le devolvemos la llamada en una hora hábil.",
        "Marque dos y le devolvemos su dinero en 5 horas hábiles.",
    ] {
        assert_eq!(told(good), 0, "{good}");
    }
}

#[test]
fn absurd_figures_are_told_or_passed_over() {
    for example in [
        "=== channels.yaml\na: { name: A, kind: email, used_by: 999999999999 % }\nb: { name: B, kind: email, used_by: 999999999999 % }\n",
        "=== indicators.yaml\ni: { name: I, target: { share: 999999999999 %, within: 999999999999 years }, tolerance: -5 %, results: { 2026: { numerator: -5, denominator: -3 } } }\n",
        "=== commitments.yaml\np: { promise: En 999999999999 horas o en 0 minutos., within: 999999999999 business hours, target: { mean: 0 seconds } }\n",
        "=== suppliers.yaml\na: { name: A, agreed: { availability: 999999999999 %, response: 999999999999 years } }\n=== commitments.yaml\np: { promise: P., within: 0 seconds, suppliers: [a, a, a] }\n",
        "=== indicators.yaml\ni: { name: I, target: { scores: [{ share: 95 %, score: \">= 7\" }], scale: 0..10 }, results: { 2026: -3 % } }\n",
    ] {
        let result = compiled(&parse(example).0);
        for text in result.findings.iter().flat_map(|f| [f.message(Lang::Es), f.help_text(Lang::En)]) {
            assert!(!text.contains("NaN") && !text.contains("inf "), "{text}");
        }
    }
}

#[test]
fn gaps_are_told_only_where_the_manual_speaks_of_the_matter() {
    // A manual of one bare service has no needs, objectives, standards, surveys or calendar to be held against.
    let bare = counts(&service(""), "C3");
    assert_eq!(bare, BTreeMap::new());
    let listed = service("indicators:\n  i: { name: I, dimension: time, target: { share: 90 % }, owner: caja }\n");
    assert_eq!(counts(&listed, "C3"), BTreeMap::from([("C324", 1)]));
}
