//! The flow's layout holds for chains, branches, joins, decisions, lanes and nonsense.

use super::*;
use crate::diagram::probe::{HOSTILE, sound};

fn step(id: &str, name: &str, who: &str, within: &str, after: &[&str]) -> FlowStep {
    FlowStep {
        id: id.into(),
        name: name.into(),
        who: who.into(),
        within: (!within.is_empty()).then(|| within.into()),
        after: after.iter().map(|id| (*id).into()).collect(),
        decision: None,
        anchor: Some(format!("step-{id}")),
    }
}

fn flow(steps: Vec<FlowStep>) -> Flow {
    Flow {
        id: "f".into(),
        title: "Recorrido de un reclamo".into(),
        description: "Pasos de arriba abajo".into(),
        steps,
        escalations: Vec::new(),
        lanes: false,
        words: FlowWords { start: "Llega un reclamo".into(), end: "Caso cerrado".into(), escalates: "Escala a".into() },
    }
}

fn complaint() -> Flow {
    let mut flow = flow(vec![
        step("registrar", "Registra y entrega el número", "Quien recibe", "10 minutos", &[]),
        step("acusar", "Confirma por escrito plazo y responsable", "Centro de contacto", "1 día hábil", &["registrar"]),
        step("investigar", "Busca la causa y la anota", "Jefatura de servicio", "7 días hábiles", &["acusar"]),
        step(
            "responder",
            "Responde cada punto y ofrece reparación",
            "Jefatura de servicio",
            "4 días hábiles",
            &["investigar"],
        ),
        step("cerrar", "Cierra con la conformidad del socio", "Centro de contacto", "3 días hábiles", &["responder"]),
    ]);
    flow.escalations = vec![
        Escalation {
            when: "sin respuesta a los 10 días hábiles".into(),
            to: "Gerencia de servicio".into(),
            anchor: None,
        },
        Escalation {
            when: "el socio no acepta".into(),
            to: "Defensoría externa".into(),
            anchor: Some("role-d".into()),
        },
    ];
    flow
}

fn decision(yes: Option<&str>, no: Option<&str>) -> Option<Decision> {
    let branch = |label: &str, to: Option<&str>| Branch { label: label.into(), to: to.map(Into::into) };
    Some(Decision { question: "¿Está conforme?".into(), yes: branch("sí", yes), no: branch("no", no) })
}

fn branching() -> Flow {
    let mut flow = flow(vec![
        step("a", "Recibe y registra", "Oficina", "10 minutos", &[]),
        step("b", "Investiga la causa", "Calidad", "5 días hábiles", &["a"]),
        step("c", "Ofrece una solución provisional", "Oficina", "1 día hábil", &["a"]),
        step("d", "Responde", "Calidad", "10 días hábiles", &["b", "c"]),
        step("e", "Corrige y aprende", "Calidad", "60 días", &["d"]),
    ]);
    flow.steps[3].decision = decision(None, Some("b"));
    flow
}

fn holds(area: &Area, x: f64, y: f64) -> bool {
    x > area.x && x < area.x + area.w && y > area.y && y < area.y + area.h
}

/// Checks geometry and document: besides what holds for all drawings, no line runs through a box or a word.
fn checked(flow: &Flow) -> Drawing {
    let (pen, height) = lay_out(flow);
    for [from, to] in &pen.strokes {
        for part in 1..40 {
            let part = f64::from(part) / 40.0;
            let (x, y) = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
            for shape in &pen.shapes {
                let inner = Area { x: shape.x + 1.5, y: shape.y + 1.5, w: shape.w - 3.0, h: shape.h - 3.0 };
                assert!(!holds(&inner, x, y), "line {from:?} {to:?} runs through {shape:?}");
            }
            for text in &pen.texts {
                assert!(!holds(text, x, y), "line {from:?} {to:?} runs through the word at {text:?}");
            }
        }
    }
    for (n, one) in pen.shapes.iter().enumerate() {
        for other in &pen.shapes[n + 1..] {
            assert!(!one.nears(other, -0.5), "box on box: {one:?} {other:?}");
        }
    }
    sound(pen, WIDTH, height)
}

#[test]
fn a_chain_goes_down_and_escalates_to_the_side() {
    let drawing = checked(&complaint());
    let svg = &drawing.svg;
    assert_eq!(svg.matches(r#"<rect class="k""#).count(), 5);
    assert_eq!(svg.matches(r#"<rect class="z""#).count(), 2);
    assert_eq!(svg.matches(r#"<path class="a""#).count(), 6, "start, four arrows between five steps, end");
    assert!(svg.contains(r#"<a href="ref:step-acusar">"#) && svg.contains(r#"<a href="ref:role-d">"#));
    assert!(svg.contains(">[\u{a0}10 minutos\u{a0}]</text>"));
    assert!(svg.contains(">Escala a</text>"));
    assert_eq!(drawing.width, 360);
}

#[test]
fn branches_stand_side_by_side_and_join() {
    let flow = branching();
    let plan = Plan::new(&flow, &[]);
    let rows: Vec<usize> = plan.rows.iter().map(Vec::len).collect();
    assert_eq!(rows, [1, 1, 2, 1, 1, 1]);
    let svg = checked(&flow).svg;
    assert!(svg.contains(">sí</text>") && svg.contains(">no</text>"));
    assert_eq!(svg.matches(r#"class="q""#).count(), 1);
}

#[test]
fn a_circle_in_after_falls_back_to_the_order_of_the_list() {
    let circle =
        flow(vec![step("a", "A", "x", "", &["c"]), step("b", "B", "x", "", &["a"]), step("c", "C", "x", "", &["b"])]);
    let plan = Plan::new(&circle, &[]);
    assert_eq!(plan.rows.len(), 5);
    assert_eq!(plan.rows[1], [(Node::Step(0), 0)]);
    assert_eq!(plan.rows[3], [(Node::Step(2), 0)]);
    checked(&circle);
    checked(&flow(vec![step("a", "A", "x", "", &["a", "nada"]), step("a", "B", "x", "", &[])]));
}

#[test]
fn steps_without_after_follow_in_the_order_of_the_list() {
    let list = flow(vec![step("a", "A", "x", "", &[]), step("b", "B", "x", "", &[])]);
    assert!(Plan::new(&list, &[]).edges.contains(&plan::Edge {
        from: Node::Step(0),
        to: Node::Step(1),
        label: String::new()
    }));
    checked(&list);
    // Where only some name what comes before, the others still follow the one above.
    let mixed = flow(vec![step("a", "A", "x", "", &[]), step("b", "B", "x", "", &[]), step("c", "C", "x", "", &["b"])]);
    let rows: Vec<usize> = Plan::new(&mixed, &[]).rows.iter().map(Vec::len).collect();
    assert_eq!(rows, [1, 1, 1, 1, 1]);
    checked(&mixed);
}

#[test]
fn answers_lead_back_on_up_and_out() {
    for (yes, no) in [
        (None, None),
        (None, Some("a")),
        (Some("e"), Some("b")),
        (Some("a"), Some("b")),
        (None, Some("nada")),
        (Some("d"), Some("d")),
    ] {
        for escalates in [false, true] {
            for mut flow in [branching(), complaint()] {
                if !escalates {
                    flow.escalations.clear();
                } else if flow.escalations.is_empty() {
                    flow.escalations = complaint().escalations;
                }
                for at in 0..flow.steps.len() {
                    let mut flow = flow.clone();
                    flow.steps.iter_mut().for_each(|step| step.decision = None);
                    flow.steps[at].decision = decision(yes, no);
                    checked(&flow);
                }
            }
        }
    }
}

#[test]
fn an_answer_without_a_step_escalates_by_a_dashed_line() {
    let mut flow = complaint();
    flow.steps[4].decision = decision(None, None);
    let svg = checked(&flow).svg;
    assert_eq!(svg.matches(">no</text>").count(), 1);
    assert_eq!(svg.matches(r#"<path class="y""#).count(), 2);
}

#[test]
fn lanes_stand_where_two_or_three_fit() {
    let mut flow = branching();
    flow.lanes = true;
    let svg = checked(&flow).svg;
    assert_eq!(svg.matches(r#"<rect class="r""#).count(), 1);
    assert_eq!(svg.matches(">Calidad</text>").count(), 1, "the head says it once for all");
    let mut flow = complaint();
    flow.lanes = true;
    checked(&flow);
    flow.steps.iter_mut().enumerate().for_each(|(n, step)| step.who = format!("Área {n}"));
    assert!(!checked(&flow).svg.contains(r#"class="r""#), "five lanes are too many");
}

#[test]
fn any_graph_of_steps_holds() {
    // A small generator: its numbers decide the edges, so that shapes nobody thought of are drawn too.
    let mut seed: u32 = 7;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    for round in 0..120 {
        let count = 1 + next(11);
        let steps = (0..count)
            .map(|n| {
                let after: Vec<String> = (0..next(3)).filter(|_| n > 0).map(|_| next(n).to_string()).collect();
                let after: Vec<&str> = after.iter().map(String::as_str).collect();
                let mut step = step(
                    &n.to_string(),
                    "Revisa el caso y anota",
                    ["Oficina", "Calidad", "Caja"][next(3)],
                    "1 día",
                    &after,
                );
                if next(5) == 0 {
                    let (yes, no) = (next(count).to_string(), next(count).to_string());
                    step.decision =
                        decision((next(2) == 0).then_some(yes.as_str()), (next(2) == 0).then_some(no.as_str()));
                }
                step
            })
            .collect();
        let mut flow = flow(steps);
        flow.lanes = round % 3 == 0;
        if round % 2 == 0 {
            flow.escalations = complaint().escalations;
        }
        checked(&flow);
    }
}

#[test]
fn many_ways_round_leave_room_for_the_boxes() {
    let all: Vec<String> = (0..40).map(|n| n.to_string()).collect();
    let steps = (0..40)
        .map(|n| {
            let after: Vec<&str> = all[..n].iter().rev().step_by(3).map(String::as_str).collect();
            step(&all[n], "Revisa", "Oficina", "1 día", &after)
        })
        .collect();
    let (pen, height) = lay_out(&flow(steps));
    assert!(pen.shapes.iter().filter(|shape| shape.h > 30.0).all(|shape| shape.w > 110.0));
    sound(pen, WIDTH, height);
}

#[test]
fn bears_hostile_long_and_empty_words() {
    for words in [HOSTILE.to_owned(), "W".repeat(120), String::new(), "palabra ".repeat(40)] {
        for mut flow in [branching(), complaint()] {
            for step in &mut flow.steps {
                (step.name, step.who, step.within) = (words.clone(), words.clone(), Some(words.clone()));
                if let Some(decision) = &mut step.decision {
                    (decision.question, decision.yes.label, decision.no.label) =
                        (words.clone(), words.clone(), words.clone());
                }
            }
            flow.escalations = vec![Escalation { when: words.clone(), to: words.clone(), anchor: None }; 7];
            flow.words = FlowWords { start: words.clone(), end: words.clone(), escalates: words.clone() };
            flow.lanes = true;
            checked(&flow);
        }
    }
    checked(&Flow::default());
}

#[test]
fn the_same_flow_is_the_same_bytes() {
    assert_eq!(draw(&branching()), draw(&branching()));
    assert_eq!(draw(&complaint()), draw(&complaint()));
}
