//! Which promise a sentence is held against, in three languages, and which sentences are about none.

use super::{BASE, compiled, parse};
use std::collections::BTreeSet;

const BOOKS: &str = "=== channels.yaml
central: { name: Central telefónica, kind: telephone, first_response: { target: { share: 80 %, within: 30 seconds } } }
mensajes: { name: WhatsApp, kind: messaging, first_response: { target: { share: 80 %, within: 15 minutes } } }
=== commitments.yaml
queja: { promise: QUEJA, within: 10 business days, redress: { gives: disculpa, how: automatic, by: 3 business days }, applies_to: { channel: [central, mensajes] } }
acuse: { promise: ACUSE, within: 1 business day, applies_to: { channel: [central, mensajes] } }
";

/// The codes of the rules about figures and vague words that a chapter of one sentence gets.
fn told(lang: &str, sentence: &str) -> BTreeSet<&'static str> {
    let words = match lang {
        "es" => ("Respondemos su reclamo.", "Su reclamo recibe un acuse."),
        "en" => ("We answer your complaint.", "Your complaint is acknowledged."),
        _ => ("Respondemos a sua reclamação.", "Acusamos o recebimento da sua reclamação."),
    };
    let manifest =
        BASE.split("=== roles").next().unwrap_or_default().replace("default: es", &format!("default: {lang}"));
    let books = BOOKS.replace("QUEJA", words.0).replace("ACUSE", words.1);
    let files = format!("{manifest}{books}=== chapters/uno.md\n---\ntitle: Uno\n---\n{sentence}\n");
    let codes = ["C309", "C310", "W901", "W902"];
    compiled(&parse(&files).0).findings.iter().map(|f| f.code()).filter(|code| codes.contains(code)).collect()
}

#[test]
fn a_sentence_is_held_against_the_promise_that_it_names() {
    for (lang, sentence) in [
        ("es", "Los reclamos se responden en quince días hábiles."),
        ("es", "Los reclamos tienen un plazo de 15 días hábiles."),
        ("es", "Los reclamos se responden en tres días hábiles."),
        ("es", "El acuse del reclamo sale en 48 horas."),
        ("es", "Por teléfono contestamos en dos minutos."),
        ("es", "Por WhatsApp respondemos en menos de dos días."),
        ("es", "Respondemos su reclamo a más tardar al noveno día hábil."),
        ("es", "Los reclamos se responden el mismo día."),
        ("es", "Los reclamos se responden el mismo día hábil."),
        ("es", "Respondemos su reclamo en la misma jornada."),
        ("es", "Los reclamos se responden en dos quincenas."),
        ("es", "We answer complaints within fifteen business days."),
        ("en", "Complaints are answered within fifteen business days."),
        ("en", "Complaints are answered on the same day."),
        ("en", "Every complaint gets a same-day answer."),
        ("en", "Los reclamos se responden en quince días hábiles."),
        ("en", "By telephone we answer within two minutes."),
        ("pt", "As reclamações são respondidas no mesmo dia."),
        ("pt", "As reclamações são respondidas em quinze dias úteis."),
        ("pt", "Por WhatsApp respondemos em duas horas."),
        ("es", "Por WhatsApp respondemos en las próximas 2 horas."),
        ("es", "Si nos llama por teléfono contestamos en dos minutos."),
    ] {
        assert_eq!(told(lang, sentence), BTreeSet::from(["C310"]), "{sentence}");
    }
    for (lang, sentence) in [
        ("es", "Los reclamos se responden en diez días hábiles."),
        ("en", "Complaints are answered within ten business days."),
        ("pt", "As reclamações são respondidas em dez dias úteis."),
        ("es", "El acuse del reclamo sale en un día hábil."),
    ] {
        assert_eq!(told(lang, sentence), BTreeSet::from(["W902"]), "{sentence}");
    }
}

#[test]
fn what_others_do_is_no_promise_of_ours() {
    for (lang, sentence) in [
        ("es", "Los reclamos se responden en [[queja.within]]."),
        ("es", "Respondemos los reclamos en dos semanas."),
        ("es", "Los reclamos se responden en una quincena."),
        ("en", "Complaints are answered within a fortnight."),
        ("es", "Los reclamos presentados el mismo día se responden juntos."),
        ("es", "Respondemos juntos los reclamos presentados el mismo día."),
        ("es", "Respondemos los reclamos el mismo día de la visita."),
        ("es", "No respondemos los reclamos el mismo día."),
        ("es", "El acuse del reclamo se contesta el mismo día."),
        ("es", "Por WhatsApp respondemos el mismo día."),
        ("es", "El socio tiene quince días hábiles para apelar la respuesta a su reclamo."),
        ("es", "Para un reclamo, el cliente responde en cinco días hábiles."),
        ("es", "La autoridad responde los reclamos en treinta días hábiles."),
        ("es", "La ley manda responder los reclamos en quince días hábiles."),
        ("es", "Antes un reclamo se respondía en quince días hábiles."),
        ("es", "El año pasado la espera por teléfono llegó a dos minutos; hoy es menor."),
        ("es", "En 2024 contestamos el teléfono en dos minutos."),
        ("en", "Last year the wait on the telephone was two minutes."),
        ("en", "The wait by telephone reached two minutes."),
        ("pt", "No ano passado, por WhatsApp respondemos em duas horas."),
        ("pt", "A espera por WhatsApp chegou a duas horas."),
        ("es", "Si la espera por teléfono pasa de dos minutos, llamamos después."),
        ("es", "Si no contestamos el teléfono en dos minutos, marque dos."),
        ("en", "If we do not answer the telephone in two minutes, press two."),
        ("pt", "Se não respondemos por WhatsApp em duas horas, ligue."),
        ("es", "No prometa que un reclamo se responde en dos días hábiles."),
        ("es", "Nunca diga «su reclamo se responde en dos días hábiles»."),
        ("en", "You have fifteen business days to appeal our answer to a complaint."),
        ("pt", "O cliente tem quinze dias úteis para apelar da resposta à reclamação."),
    ] {
        assert_eq!(told(lang, sentence), BTreeSet::new(), "{sentence}");
    }
}

#[test]
fn vague_words_are_found_in_the_prose_of_what_is_done() {
    for (lang, sentence) in [
        ("es", "Le responderemos lo antes posible."),
        ("es", "Atendemos su solicitud sin demora."),
        ("es", "Le llamaremos en los próximos días."),
        ("en", "We will answer you in a short while."),
        ("en", "We answer every letter immediately."),
        ("pt", "Respondemos na medida do possível."),
        ("pt", "Ligaremos para você nas próximas horas."),
    ] {
        assert_eq!(told(lang, sentence), BTreeSet::from(["W901"]), "{sentence}");
    }
    for (lang, sentence) in [
        ("es", "El mercado cambia rápidamente."),
        ("es", "No diga que le atenderemos en breve."),
        ("es", "En lugar de responder «lo antes posible», dé la fecha."),
        ("es", "Si el cliente llama de inmediato, anote la hora."),
        ("en", "Avoid answering “as soon as possible”."),
        ("pt", "Evite responder que será em breve."),
    ] {
        assert_eq!(told(lang, sentence), BTreeSet::new(), "{sentence}");
    }
}

#[test]
fn what_standards_ask_is_no_slower_than_what_is_promised() {
    let told = |statement: &str| {
        let books = BOOKS.replace("QUEJA", "Respondemos su reclamo.").replace("ACUSE", "Su reclamo recibe un acuse.");
        let files = format!("{books}=== standards.yaml\nuno: {{ name: Uno, statement: \"{statement}\" }}\n");
        compiled(&parse(&files).0).findings.iter().any(|f| f.code() == "C310")
    };
    assert!(told("Por teléfono se contesta en dos minutos."));
    assert!(!told("Por teléfono se contesta en veinte segundos."));
    assert!(!told("Nadie espera de pie más de dos minutos."));
}

/// The same of a manual whose kinds of complaints say when they are answered.
fn told_by_kinds(queja: &str, promised: &str, sentence: &str) -> BTreeSet<&'static str> {
    let manifest = BASE.split("=== roles").next().unwrap_or_default();
    let complaints = format!(
        "=== complaints.yaml\nreclamos:\n  name: Reclamos\n  types:\n    reclamo: {{ name: Reclamo, answer_within: 10 business days }}\n    \
         queja: {{ name: Queja, answer_within: {queja} }}\n  severity:\n    alta: {{ name: Alta, when: Hay daño., answer_within: {queja} }}\n  \
         steps:\n    - {{ id: investigar, does: Busca la causa., within: 3 business days }}\n"
    );
    let files = format!("{manifest}{complaints}{promised}=== chapters/uno.md\n---\ntitle: Uno\n---\n{sentence}\n");
    compiled(&parse(&files).0).findings.iter().map(|f| f.code()).filter(|code| *code == "C310").collect()
}

#[test]
fn what_is_said_of_all_complaints_holds_for_all() {
    let promised = "=== commitments.yaml\nqueja: { promise: Respondemos su reclamo., within: 10 business days }\n";
    let (alike, apart) = ("10 business days", "7 business days");
    for (queja, promised, sentence) in [
        (alike, "", "Los reclamos se responden en siete días hábiles."),
        (alike, "", "Cada reclamo recibe respuesta el mismo día."),
        (apart, promised, "Los reclamos se responden en tres días hábiles."),
    ] {
        assert_eq!(told_by_kinds(queja, promised, sentence), BTreeSet::from(["C310"]), "{sentence}");
    }
    for (queja, promised, sentence) in [
        (alike, "", "Los reclamos se responden en diez días hábiles."),
        (apart, "", "Los reclamos se responden en siete días hábiles."),
        (apart, promised, "Los reclamos graves se responden en siete días hábiles."),
        (apart, promised, "Para responder los reclamos, se investigan en tres días hábiles."),
        (apart, promised, "Los hay de gravedad alta. Esos reclamos se responden en siete días hábiles."),
    ] {
        assert_eq!(told_by_kinds(queja, promised, sentence), BTreeSet::new(), "{sentence}");
    }
}
