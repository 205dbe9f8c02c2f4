//! What messages say to customers, held against what is promised, what it costs and when somebody is there, in three languages.

use super::{BASE, compiled, parse};
use std::collections::BTreeSet;

const BOOKS: &str = r#"=== complaints.yaml
reclamos:
  name: Reclamos
  types: { reclamo: { name: Reclamo, answer_within: 15 business days } }
  intake: { acknowledgement: { within: 4 business hours, says: "RECEIPT" } }
  severity: { alta: { name: Alta, when: hay daño, first_answer: 1 business day } }
  steps:
    - { id: investigar, does: Busca la causa., within: 5 business days }
    - { id: responder, does: Responde., within: 2 business days, say: "STEP" }
=== channels.yaml
central: { name: Central telefónica, kind: telephone, hours: { mon..fri: 08:00-20:00, sat: 09:00-14:00 }, first_response: { target: { share: 85 %, within: 40 seconds } }, wait_message: "WAIT" }
correo: { name: Correo, kind: email, hours: 24/7, first_response: { target: { share: 95 %, within: 2 business days } } }
=== communications.yaml
acuse: { name: Acuse de reclamo, moment: after, trigger: llega un reclamo, say: "COMMUNICATION" }
=== services/visita.md
---
code: VD-01
name: Reparación a domicilio
offering: { price: [{ amount: 80 PEN, per: visita }, { name: Diagnóstico remoto, amount: 30 PEN }], channels: [central] }
commitments: { visita-a-tiempo: { promise: "PROMISE", within: 3 business days } }
communication:
  before:
    - { trigger: Pide una visita, content: "CONTENT", say: "SAY" }
    - { trigger: El día antes de la visita, say: "REMINDER" }
---

BODY
=== services/afiliacion.md
---
code: AF-01
name: Afiliación
offering: { price: free }
---
"#;

/// The codes that a sentence gets in one of the places.
fn told(lang: &str, place: &str, sentence: &str) -> BTreeSet<&'static str> {
    let manifest =
        BASE.split("=== roles").next().unwrap_or_default().replace("default: es", &format!("default: {lang}"));
    let promise = match lang {
        "es" => "Le visitamos en [[visita-a-tiempo.within]].",
        "en" => "We visit you within [[visita-a-tiempo.within]].",
        _ => "Visitamos você em [[visita-a-tiempo.within]].",
    };
    let mut books = BOOKS.replace("PROMISE", promise).replace(place, sentence);
    for other in ["RECEIPT", "STEP", "WAIT", "COMMUNICATION", "CONTENT", "SAY", "REMINDER", "BODY"] {
        books = books.replace(other, "—");
    }
    let codes = ["C309", "C310", "C371", "E020", "W902"];
    let result = compiled(&parse(&format!("{manifest}{books}")).0);
    result.findings.iter().map(|f| f.code()).filter(|code| codes.contains(code)).collect()
}

/// A language, a place and a sentence.
type Case = (&'static str, &'static str, &'static str);

fn holds(code: &'static str, bad: &[Case], good: &[Case]) {
    let codes = |(lang, place, sentence): &Case| told(lang, place, sentence);
    let with_codes = |case: &Case| (case.2, codes(case));
    let unseen: Vec<_> = bad.iter().map(with_codes).filter(|(_, codes)| *codes != BTreeSet::from([code])).collect();
    let false_alarms: Vec<_> = good.iter().map(with_codes).filter(|(_, codes)| !codes.is_empty()).collect();
    assert!(unseen.is_empty() && false_alarms.is_empty(), "unseen: {unseen:#?}\nfalse alarms: {false_alarms:#?}");
}

#[test]
fn the_receipt_of_a_complaint_says_when_complaints_are_answered() {
    let bad = [
        ("es", "RECEIPT", "Recibimos su reclamo. Le responderemos en 20 días hábiles."),
        ("es", "RECEIPT", "Recibimos su reclamo y le responderemos en cinco días hábiles."),
        ("es", "RECEIPT", "Su reclamo será respondido en 20 días hábiles."),
        ("es", "RECEIPT", "Tendrá nuestra respuesta por correo en un plazo máximo de 30 días hábiles."),
        ("es", "STEP", "Le responderemos su reclamo en 30 días hábiles."),
        ("es", "COMMUNICATION", "Responderemos su reclamo en 30 días hábiles."),
        ("es", "COMMUNICATION", "Le daremos respuesta en 30 días hábiles."),
        ("es", "SAY", "Su reclamo se responde en 30 días hábiles."),
        ("en", "RECEIPT", "We have your complaint and will answer it within 20 business days."),
        ("en", "STEP", "Your complaint will be answered in writing within 20 business days."),
        ("pt", "RECEIPT", "Recebemos a sua reclamação. Responderemos em 20 dias úteis."),
        ("pt", "COMMUNICATION", "A sua reclamação será respondida em 20 dias úteis."),
    ];
    let good = [
        ("es", "RECEIPT", "Recibimos su reclamo. Le responderemos en [[reclamos.types.reclamo.answer_within]]."),
        ("es", "RECEIPT", "Si falta un documento, tiene 10 días para enviarlo."),
        ("es", "RECEIPT", "Le llamaremos mañana para escucharle."),
        ("es", "RECEIPT", "Guarde este número por 30 días."),
        ("es", "RECEIPT", "Si no está conforme, responda en cinco días hábiles."),
        ("es", "RECEIPT", "Si es grave, le responderemos en un día hábil."),
        ("es", "RECEIPT", "El banco le responderá en 30 días hábiles."),
        ("es", "RECEIPT", "Su reclamo de tarjeta se responde en 30 días hábiles."),
        ("es", "RECEIPT", "Le daremos una primera respuesta en tres días hábiles."),
        ("es", "STEP", "Terminamos de investigar su reclamo en cinco días hábiles."),
        ("es", "COMMUNICATION", "Le pedimos que responda en cinco días hábiles."),
        ("en", "RECEIPT", "Reply to this message within five business days."),
        ("en", "RECEIPT", "If a document is missing, you have 10 days to send it."),
        ("pt", "RECEIPT", "Guarde este número por 30 dias."),
        ("pt", "RECEIPT", "Caso falte um documento, responda em dez dias úteis."),
    ];
    holds("C309", &bad, &good);
}

#[test]
fn tomorrow_is_a_wait_of_one_day() {
    let bad = [
        ("es", "SAY", "Le visitamos mañana mismo."),
        ("es", "SAY", "Le visitamos mañana."),
        ("es", "SAY", "Con gusto: mañana mismo le visitamos."),
        ("en", "SAY", "We visit you tomorrow."),
        ("pt", "SAY", "Visitamos você amanhã mesmo."),
    ];
    let good = [
        ("es", "SAY", "Le visitamos por la mañana."),
        ("es", "SAY", "Le visitamos mañana a las 10, como acordamos."),
        ("es", "SAY", "Si llama hoy, le visitamos mañana."),
        ("es", "SAY", "Le llamamos mañana para acordar la visita."),
        ("es", "SAY", "Le visitamos pasado mañana."),
        ("es", "SAY", "Mañana llega su repuesto."),
        ("es", "REMINDER", "Mañana le visitamos."),
        ("es", "SAY", "Recuerde que le visitamos mañana."),
        ("en", "SAY", "We visit you the day after tomorrow."),
        ("pt", "SAY", "Visitamos você de manhã."),
    ];
    holds("C309", &bad, &good);
}

#[test]
fn a_message_says_the_price_that_is_asked() {
    let bad = [
        ("es", "SAY", "La visita cuesta S/ 70."),
        ("es", "SAY", "La visita cuesta setenta soles."),
        ("es", "SAY", "La visita cuesta 70 soles y llega en [[visita-a-tiempo.within]]."),
        ("es", "SAY", "Cobramos 70 soles por la visita."),
        ("es", "SAY", "El precio de la visita es de 70 soles."),
        ("es", "SAY", "El diagnóstico remoto cuesta 45 soles."),
        ("es", "CONTENT", "día, franja y el precio de la visita, 70 soles"),
        ("es", "COMMUNICATION", "La visita de la reparación a domicilio cuesta 70 soles."),
        ("es", "COMMUNICATION", "La afiliación cuesta 25 soles."),
        ("en", "SAY", "Each visita costs 70 soles."),
        ("pt", "SAY", "A visita custa 70 soles."),
    ];
    let good = [
        ("es", "SAY", "La visita cuesta [[visita.offering.price.0.amount]]."),
        ("es", "SAY", "El repuesto cuesta 45 soles."),
        ("es", "SAY", "La segunda visita cuesta 40 soles."),
        ("es", "SAY", "La visita cuesta desde 90 soles."),
        ("es", "SAY", "Si es domingo, la visita cuesta 120 soles."),
        ("es", "SAY", "La visita no cuesta 120 soles."),
        ("es", "SAY", "El repuesto que se cambia en la visita cuesta 45 soles."),
        ("es", "SAY", "La visita cuesta 22 dólares."),
        ("es", "SAY", "Otras empresas cobran 120 soles por la visita."),
        ("es", "SAY", "La reparación cuesta 200 soles."),
        ("es", "COMMUNICATION", "La visita cuesta 70 soles."),
        ("en", "SAY", "The part costs 45 soles."),
        ("pt", "SAY", "A peça custa 45 soles."),
    ];
    holds("C309", &bad, &good);
}

#[test]
fn prices_first_answers_and_the_time_of_complaints_are_not_repeated_by_hand() {
    let bad = [
        ("es", "SAY", "La visita cuesta 80 soles."),
        ("es", "BODY", "La visita cuesta 80 soles."),
        ("es", "BODY", "Cobramos 80 soles por la visita."),
        ("es", "BODY", "Por el diagnóstico remoto se cobran 30 soles."),
        ("es", "WAIT", "Le atendemos en 40 segundos."),
        ("es", "BODY", "En la central telefónica atendemos en 40 segundos."),
        ("es", "BODY", "El correo se contesta en dos días hábiles."),
        ("es", "BODY", "Un reclamo se responde en 15 días hábiles."),
        ("es", "RECEIPT", "Le responderemos en 15 días hábiles."),
        ("en", "RECEIPT", "We will answer your complaint within 15 business days."),
        ("pt", "BODY", "Uma reclamação é respondida em 15 dias úteis."),
    ];
    let good = [
        ("es", "BODY", "Un técnico gasta 80 soles en la visita."),
        ("es", "BODY", "El repuesto cuesta 80 soles."),
        ("es", "WAIT", "Le atendemos en unos 40 segundos."),
        ("es", "WAIT", "Le atendemos en [[central.first_response.within]]."),
        ("es", "BODY", "El proveedor responde un reclamo en 15 días hábiles."),
    ];
    holds("W902", &bad, &good);
}

#[test]
fn no_text_says_that_a_channel_that_closes_attends_at_all_hours() {
    let bad = [
        ("es", "BODY", "La central telefónica atiende las 24 horas."),
        ("es", "BODY", "La central telefónica le atiende las 24 horas del día."),
        ("es", "BODY", "Puede llamar a la [[central]] a cualquier hora."),
        ("es", "BODY", "Le atendemos por teléfono las 24 horas, los 365 días del año."),
        ("es", "SAY", "La central telefónica está disponible 24/7."),
        ("es", "BODY", "Los sábados la central telefónica atiende hasta las 18:00."),
        ("es", "BODY", "La central telefónica atiende desde las 7:00."),
        ("es", "BODY", "La central telefónica abre a las 8 y cierra a las 22."),
        ("es", "BODY", "La central telefónica cierra a las 10 p. m."),
        ("en", "BODY", "The [[central]] answers around the clock."),
        ("en", "BODY", "On Saturdays the [[central]] is open until 6 pm."),
        ("pt", "BODY", "A [[central]] atende 24 horas por dia."),
        ("pt", "BODY", "Aos sábados a [[central]] atende até às 18h."),
    ];
    let good = [
        ("es", "BODY", "El correo atiende las 24 horas."),
        ("es", "BODY", "El reclamo se puede presentar las 24 horas en la web."),
        ("es", "BODY", "La central telefónica no atiende las 24 horas."),
        ("es", "BODY", "En la central telefónica respondemos dentro de las 24 horas siguientes."),
        ("es", "BODY", "El seguro atiende por teléfono las 24 horas."),
        ("es", "BODY", "La central telefónica de la aseguradora atiende las 24 horas."),
        ("es", "BODY", "Los sábados la central telefónica atiende hasta las 14:00."),
        ("es", "BODY", "La central telefónica atiende hasta las 18:00."),
        ("es", "BODY", "La central telefónica abre a las 8 y cierra a las 8."),
        ("es", "BODY", "La central telefónica cierra a las 14 los sábados."),
        ("es", "BODY", "En feriados la central telefónica atiende hasta las 22:00."),
        ("es", "BODY", "Llame a la central telefónica a cualquier hora de su horario."),
        ("en", "BODY", "The [[central]] is open until 8 pm."),
        ("pt", "BODY", "A [[central]] atende até às 20h."),
    ];
    holds("C371", &bad, &good);
}
