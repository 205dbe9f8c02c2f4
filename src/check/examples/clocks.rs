//! Calendars of channels, clocks, deliveries and sentences that speak of one entry: who gets a finding, and above all who does not.

use super::{compiled, parse};
use crate::lang::Lang;

fn told(example: &str, code: &str) -> Vec<String> {
    let findings = compiled(&parse(example).0).findings;
    let wrong: Vec<String> =
        findings.iter().filter(|f| f.code().starts_with('E')).map(|f| f.message(Lang::En)).collect();
    assert!(wrong.is_empty(), "{wrong:?}\n{example}");
    findings.iter().filter(|f| f.code() == code).map(|f| f.message(Lang::En)).collect()
}

fn has(example: &str, code: &str) -> usize {
    told(example, code).len()
}

#[test]
fn times_are_compared_by_the_calendar_of_the_channel() {
    let manual = |channels: &str, manifest: &str| {
        format!(
            "=== manual.yaml\norganization: {{ name: E }}\ndocument: {{ title: M }}\nlanguages: {{ default: es }}\n{manifest}=== channels.yaml\n{channels}\n=== commitments.yaml\np: {{ promise: Devolvemos su llamada., within: 2 business days, applies_to: {{ channel: a }}, indicator: i }}\n=== indicators.yaml\ni: {{ name: I, target: {{ share: 95 %, within: 24 business hours }} }}\n"
        )
    };
    let strict = |channels: &str, manifest: &str| has(&manual(channels, manifest), "C306");
    let a = |more: &str| format!("a: {{ name: A, kind: telephone{more} }}");
    // 24 business hours are three days of the organisation, and two of a channel that opens for twelve hours.
    let long = "{ business_hours: 08:00-20:00 }";
    assert_eq!(strict(&a(""), ""), 1);
    assert_eq!(strict(&a(&format!(", calendar: {long}")), ""), 0);
    assert_eq!(strict(&a(", calendar: largo"), &format!("calendars: {{ largo: {long} }}\n")), 0);
    // A site's calendar is that of its channels, where all sites share it.
    let sites = |second: &str| {
        let sites = format!("=== sites.yaml\ns: {{ name: S, calendar: {long} }}\nt: {{ name: T{second} }}\n");
        strict(&format!("{}\n{sites}", a(", sites: [s, t]")), "")
    };
    assert_eq!((sites(&format!(", calendar: {long}")), sites("")), (0, 1));
    // What a calendar does not say is as in the organisation's.
    let days = a(", calendar: { business_days: mon..sat }");
    assert_eq!(strict(&days, "calendar: { business_hours: 08:00-20:00 }\n"), 0);
}

#[test]
fn a_channel_without_hours_is_closed_outside_its_own_calendar() {
    let outside = |calendar: &str| {
        has(
            &format!(
                "=== channels.yaml\na: {{ name: A, kind: email{calendar}, first_response: {{ target: {{ share: 95 %, within: 10 hours }} }} }}\n"
            ),
            "C311",
        )
    };
    assert_eq!((outside(""), outside(", calendar: { business_days: mon..sun, business_hours: 08:00-23:00 }")), (0, 0));
    assert_eq!(outside(", calendar: { business_hours: 09:00-21:00 }"), 1);
}

fn clocks(clock: &str, starts: &str) -> usize {
    let commitment =
        format!("p: {{ promise: Lo resolvemos., within: 15 business days, clock: {clock}, indicator: i }}");
    let target = "target: { share: 95 %, within: 15 business days }";
    has(
        &format!("=== commitments.yaml\n{commitment}\n=== indicators.yaml\ni: {{ name: I, {starts}{target} }}\n"),
        "C338",
    )
}

#[test]
fn a_clock_is_held_against_the_one_that_measures() {
    let filed = "starts: filed_at, ";
    assert_eq!(clocks("{ starts: la admisión del caso }", filed), 1);
    assert_eq!(clocks("{ starts: que la solicitud está completa }", filed), 1);
    assert_eq!(clocks("{ starts: que entra la llamada }", "starts: person_requested, "), 1);
    // Nothing is said of other moments, of several at once, or where the indicator says nothing.
    assert_eq!(clocks("{ starts: la recepción del caso }", filed), 0);
    assert_eq!(clocks("{ starts: que el socio elige hablar con una persona }", "starts: person_requested, "), 0);
    assert_eq!(clocks("{ starts: la admisión o la recepción del caso }", filed), 0);
    assert_eq!(clocks("{ starts: que el caso llega completo y sin errores }", filed), 0);
    assert_eq!(clocks("{ starts: la hora acordada }", filed), 0);
    assert_eq!(clocks("{ starts: la admisión del caso }", ""), 0);
}

#[test]
fn two_who_promise_the_same_count_alike() {
    let pair = |one: &str, two: &str| {
        let promise = "Contestamos sus reclamaciones, sugerencias y felicitaciones siempre";
        let own = |id: &str, clock: &str| {
            format!(
                "=== services/{id}.md\n---\ncode: {id}\nname: {id}\nowner: caja\ncommitments:\n  {id}-p: {{ promise: \"{promise}.\", within: 15 business days, clock: {clock} }}\n---\n"
            )
        };
        has(&format!("{}{}", own("uno", one), own("zeta", two)), "C338")
    };
    let plain = "{ starts: la recepción, stops: la resolución }";
    assert_eq!(pair(plain, plain), 0);
    assert_eq!(pair(plain, "{ starts: la admisión, stops: la resolución }"), 1);
    assert_eq!(pair(plain, "{ starts: la recepción, stops: la primera respuesta }"), 1);
    assert_eq!(pair(plain, "{ starts: la recepción, pauses: [falta un papel], restarts: cuando llega }"), 1);
    assert_eq!(pair("{ starts: la recepción }", "{ starts: un momento cualquiera }"), 0);
}

#[test]
fn short_promises_of_the_same_words_are_compared() {
    let pair = |one: &str, other: &str, more: &str| {
        let own = |id: &str, (promise, within): (&str, &str)| {
            format!(
                "=== services/{id}.md\n---\ncode: {id}\nname: {id}\nowner: caja\ncommitments:\n  {id}-p: {{ promise: \"{promise}\", within: {within}{more} }}\n---\n"
            )
        };
        let own = |id, said: &str| own(id, said.split_once('|').unwrap_or_default());
        has(&format!("{}{}", own("uno", one), own("zeta", other)), "C308")
    };
    let (ten, calendar) = ("Respondemos su solicitud.|10 business days", "Respondemos su solicitud.|10 calendar days");
    assert_eq!(pair(ten, calendar, ""), 1);
    assert_eq!(pair(ten, calendar, ", conditions: [papeles completos]"), 1);
    assert_eq!(pair("Respondemos su solicitud en [[uno-p.within]].|10 business days", calendar, ""), 1);
    assert_eq!(pair(ten, ten, ""), 0);
    assert_eq!(pair(ten, "Respondemos su queja.|10 calendar days", ""), 0);
    assert_eq!(pair(ten, "Respondemos su solicitud por chat.|10 calendar days", ""), 0);
    assert_eq!(
        pair("Respondemos.|10 business days", "Respondemos.|10 calendar days", ""),
        0,
        "one word is any promise"
    );
}

#[test]
fn a_promise_kept_with_the_first_reply_is_held_against_its_time() {
    let complaint = |stops: &str| {
        has(
            &format!(
                "=== complaints.yaml\nr:\n  name: Reclamos\n  owner: jefatura\n  types:\n    x: {{ name: X, first_answer: 2 business days, answer_within: 10 business days }}\n  commitments:\n    c: {{ promise: Le escribimos., within: 2 business days, clock: {{ starts: la recepción, stops: {stops} }} }}\n"
            ),
            "C307",
        )
    };
    assert_eq!((complaint("la primera respuesta"), complaint("la carta")), (0, 1));
}

#[test]
fn a_delivery_counts_where_nothing_is_kept_in_stock() {
    let supply = |lead: &str, more: &str| {
        has(
            &format!(
                "=== suppliers.yaml\ns: {{ name: S, {lead} }}\n=== commitments.yaml\np: {{ promise: Se lo damos., within: 5 business days, suppliers: s }}\n{more}"
            ),
            "C351",
        )
    };
    assert_eq!(supply("lead_time: 6 business days", ""), 1);
    assert_eq!(supply("lead_time: 2 weeks", ""), 1);
    assert_eq!(supply("lead_time: 5 business days", ""), 0);
    assert_eq!(supply("lead_time: 6 business days, agreed: { response: 1 hour }", ""), 0);
    let stock = |more: &str| format!("=== inventory.yaml\nx: {{ name: X, supplier: s{more} }}\n");
    assert_eq!(supply("lead_time: 6 business days", &stock(", minimum: 10")), 0);
    assert_eq!(supply("lead_time: 6 business days", &stock("")), 1);
}

#[test]
fn a_service_is_held_to_the_one_promise_about_its_queue() {
    let wait = |promises: &str, capacity: &str| {
        has(
            &format!(
                "=== services/a.md\n---\ncode: A\nname: A\ncommitments:\n{promises}\ncapacity: {{ demand: {{ mean: 40 per hour }}, handling_time: 4 minutes, servers: 3{capacity} }}\n---\n"
            ),
            "C340",
        )
    };
    let queue = "  p: { promise: Usted espera poco en la fila., target: { share: 90 %, within: 2 minutes } }";
    assert_eq!(wait(queue, ""), 1);
    assert_eq!(wait(queue, ", places: 20 per day"), 0);
    assert_eq!(wait(&queue.replace("Usted espera poco en la fila", "Decidimos pronto"), ""), 0);
    assert_eq!(wait(&format!("{queue}\n{}", queue.replace("  p:", "  q:")), ""), 0);
    assert_eq!(wait(&queue.replace(" } }", " }, applies_to: { channel: agencia } }"), ""), 0);
}

#[test]
fn sentences_of_chapters_are_held_to_the_entry_that_they_name() {
    let chapter = |sentence: &str| {
        told(
            &format!(
                "=== channels.yaml\ncentral: {{ name: Central telefónica, kind: telephone, first_response: {{ target: {{ share: 80 %, within: 5 minutes }} }} }}\nbuzon: {{ name: Buzón de quejas, kind: box }}\n=== chapters/a.md\n---\ntitle: A\n---\n{sentence}\n"
            ),
            "C310",
        )
        .len()
    };
    assert_eq!(chapter("La central telefónica le atiende en dos minutos."), 1);
    assert_eq!(chapter("La [[central]] le atiende en dos minutos."), 1);
    assert_eq!(chapter("La central telefónica atiende al 95 % en cinco minutos."), 1);
    for sentence in [
        "La central telefónica le atiende en cinco minutos.",
        "Le atienden en dos minutos.",
        "La central telefónica y el buzón de quejas le atienden en dos minutos.",
        "La central telefónica cierra dos minutos antes.",
        "La central telefónica atiende al 95 % de los socios.",
        "La central telefónica le atiende en dos meses.",
        "La central telefónica le atiende en [[central.first_response.within]], dos minutos menos.",
    ] {
        assert_eq!(chapter(sentence), 0, "{sentence}");
    }
}

#[test]
fn the_share_of_a_target_is_printed_by_its_link() {
    let told = |sentence: &str| {
        let books = "=== channels.yaml\nt: { name: Central telefónica, kind: telephone }\n=== indicators.yaml\nl: { name: Llamadas atendidas, target: { share: 80 %, within: 30 seconds } }\n=== commitments.yaml\np: { promise: Le contestamos., within: 30 seconds, indicator: l, applies_to: { channel: t } }\n";
        let result = compiled(&parse(&format!("{books}=== chapters/uno.md\n---\ntitle: Uno\n---\n{sentence}\n")).0);
        result.findings.iter().filter(|f| f.code() == "W902").map(|f| f.help_text(Lang::Es)).collect::<Vec<_>>()
    };
    for sentence in [
        "En la central telefónica contestamos el 80 % de las llamadas.",
        "La meta de llamadas atendidas es el 80 %.",
        "La meta de [[l]] es el 80 %.",
    ] {
        assert_eq!(told(sentence), ["escriba `[[l.target.share]]` en lugar de «80 %»"], "{sentence}");
    }
    for sentence in [
        "Contestamos el 80 % de las cartas.",
        "La meta de [[l]] es el [[l.target.share]].",
        "El año pasado las llamadas atendidas fueron el 80 %.",
        "El 80 % de los socios vive en el valle.",
    ] {
        assert_eq!(told(sentence), Vec::<String>::new(), "{sentence}");
    }
}

#[test]
fn prices_in_the_prose_of_a_service_are_its_own() {
    let price = |sentence: &str| {
        has(
            &format!(
                "=== services/a.md\n---\ncode: A\nname: A\noffering: {{ price: {{ amount: 20 PEN }} }}\ncost: {{ unit_cost: 12 PEN }}\n---\n{sentence}\n"
            ),
            "C310",
        )
    };
    assert_eq!(price("El trámite cuesta 30 soles."), 1);
    for sentence in [
        "El trámite cuesta 20 soles.",
        "A la casa le cuesta 12 soles.",
        "Lleve 30 soles en monedas.",
        "El trámite cuesta 8 euros.",
    ] {
        assert_eq!(price(sentence), 0, "{sentence}");
    }
}

#[test]
fn indicators_of_one_file_that_lack_an_owner_are_told_together() {
    let indicator = |id: u8| format!("  i{id}: {{ name: I{id}, target: {{ share: 95 % }} }}\n");
    let service = |count: u8| {
        let indicators: String = (1..=count).map(indicator).collect();
        told(&format!("code: EJ-01\nname: Ejemplo\nowner: caja\nindicators:\n{indicators}"), "C302")
    };
    assert_eq!(service(1), ["nobody answers for the indicator “I1”"]);
    assert_eq!(service(5), ["nobody answers for 5 indicators: “I1”, “I2”, “I3”, and others"]);
}

#[test]
fn a_supplier_who_became_slower_is_told_with_the_promise_that_needs_them() {
    let manual = "=== suppliers.yaml\ns: { name: S, lead_time: 15 business days }\n=== inventory.yaml\nx: { name: X, supplier: s, lead_time: 10 business days }\n=== commitments.yaml\np: { promise: Se lo damos., within: 20 business days, suppliers: s }\n";
    let findings = compiled(&parse(manual).0).findings;
    let found = findings.iter().find(|f| f.code() == "C346").expect("the finding");
    let notes: Vec<String> = found.notes.iter().map(|note| note.text(Lang::En)).collect();
    assert_eq!(notes, ["what `p` promises rests on this supplier"]);
}

#[test]
fn a_promise_without_pauses_is_not_measured_by_a_clock_that_stops() {
    let stops = "pauses: [mientras el cliente responde], ";
    assert_eq!(clocks("{ starts: la recepción del caso }", stops), 1);
    assert_eq!(clocks("{ starts: la recepción, pauses: [falta un documento], restarts: llega }", stops), 0);
    assert_eq!(clocks("{ starts: la recepción, pauses: [falta un documento], restarts: llega }", ""), 0);
}
