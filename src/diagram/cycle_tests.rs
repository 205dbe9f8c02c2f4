//! The cycle's layout holds for every number of moments and every kind of words.

use super::*;
use crate::diagram::probe::{HOSTILE, sound};

const NAMES: [&str; 16] = [
    "Pregunta por el crédito",
    "Lo recibimos",
    "Entrega la carpeta",
    "Visitamos su negocio",
    "Espera la respuesta",
    "Oye la decisión",
    "Firma y recibe",
    "Paga y renueva",
    "Consulta su saldo",
    "Cambia de domicilio",
    "Pide un comprobante",
    "Reclama un cobro",
    "Recibe la reparación",
    "Responde la encuesta",
    "Recomienda a un vecino",
    "Se despide",
];

fn cycle(count: usize, name: impl Fn(usize) -> String) -> Cycle {
    let moments = (0..count)
        .map(|n| Moment {
            name: name(n),
            id: (n % 3 != 1).then(|| format!("moment-{n}")),
            of_truth: n % 2 == 1,
            note: (n % 4 == 2).then(|| "10 min".to_owned()),
        })
        .collect();
    Cycle {
        id: "cy".into(),
        title: "Ciclo".into(),
        description: "Etapas en círculo".into(),
        centre: "Microcrédito individual".into(),
        moments,
        truth: "momento de verdad".into(),
        ordinary: "otra etapa".into(),
    }
}

fn checked(cycle: &Cycle) -> Drawing {
    let (pen, height) = lay_out(cycle);
    sound(pen, WIDTH, height)
}

#[test]
fn holds_for_one_to_sixteen_moments() {
    for count in 1..=16 {
        let drawing = checked(&cycle(count, |n| NAMES[n].to_owned()));
        let svg = &drawing.svg;
        for n in 1..=count {
            assert!(svg.contains(&format!(">{n}</text>")), "number {n} of {count}");
        }
        assert_eq!(drawing.width, 380);
    }
}

#[test]
fn names_stand_beside_the_moments_while_they_fit() {
    assert!(beside(&cycle(8, |n| NAMES[n].to_owned())).is_some());
    let drawing = checked(&cycle(8, |n| NAMES[n].to_owned()));
    assert_eq!(drawing.svg.matches(">3</text>").count(), 1);
}

#[test]
fn names_that_do_not_fit_follow_by_number_and_in_full() {
    let long = "Recibe en su negocio la visita del asesor que revisa con ella las cuentas de los últimos seis meses";
    let cycle = cycle(9, |n| format!("{long} {n}"));
    assert!(beside(&cycle).is_none());
    let svg = checked(&cycle).svg;
    assert_eq!(svg.matches(">3</text>").count(), 2);
    for word in long.split(' ') {
        assert!(svg.matches(word).count() >= 9, "{word}");
    }
}

#[test]
fn moments_of_truth_are_diamonds_and_others_circles() {
    let svg = draw(&cycle(5, |n| NAMES[n].to_owned())).svg;
    // One of each more for the key.
    assert_eq!(svg.matches(r#"<path class="f""#).count(), 3);
    assert_eq!(svg.matches(r#"<circle class="k""#).count(), 4);
    let mut plain = cycle(5, |n| NAMES[n].to_owned());
    plain.moments.iter_mut().for_each(|moment| moment.of_truth = false);
    assert!(!draw(&plain).svg.contains("momento de verdad"));
}

#[test]
fn moments_with_an_anchor_are_links() {
    let drawing = draw(&cycle(3, |n| NAMES[n].to_owned()));
    assert!(drawing.svg.contains(r#"<a href="ref:moment-0">"#));
    assert!(!drawing.svg.contains("ref:moment-1"));
    assert!(drawing.svg.contains(r#"role="group""#));
}

#[test]
fn bears_hostile_long_and_empty_words() {
    for words in [HOSTILE.to_owned(), "W".repeat(300), String::new(), "和平".repeat(60), "palabra ".repeat(80)] {
        for count in [1, 2, 5, 12, 16] {
            let mut cycle = cycle(count, |_| words.clone());
            (cycle.centre, cycle.truth, cycle.title) = (words.clone(), words.clone(), words.clone());
            cycle.moments[0].note = Some(words.clone());
            checked(&cycle);
        }
    }
    checked(&Cycle::default());
}

#[test]
fn the_same_cycle_is_the_same_bytes() {
    let cycle = cycle(7, |n| NAMES[n].to_owned());
    assert_eq!(draw(&cycle), draw(&cycle));
}
