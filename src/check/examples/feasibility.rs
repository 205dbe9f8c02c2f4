//! Feasibility beyond its examples: where the borders lie, who is let off, and that no figure upsets the arithmetic.

use super::{compiled, parse};
use crate::lang::Lang;

/// The findings of feasibility and of customer value, as code and message in a language.
fn told(manual: &str, lang: Lang) -> Vec<(&'static str, String)> {
    let findings = compiled(&parse(manual).0).findings;
    let own = findings.iter().filter(|f| is_ours(f.code()) || f.code().starts_with('E'));
    own.map(|f| (f.code(), f.message(lang))).collect()
}

fn is_ours(code: &str) -> bool {
    ("C340".."C370").contains(&code) || code.starts_with("D41")
}

fn codes(manual: &str) -> Vec<&'static str> {
    told(manual, Lang::En).into_iter().map(|(code, _)| code).collect()
}

/// The notes of the first finding of a code.
fn notes(manual: &str, code: &str, lang: Lang) -> Vec<String> {
    let findings = compiled(&parse(manual).0).findings;
    let found = findings.iter().find(|f| f.code() == code).expect("the finding");
    found.notes.iter().map(|note| note.text(lang)).collect()
}

const PHONE: &str = "=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono:
  name: Central
  kind: telephone
  first_response: { target: { share: 80 %, within: 20 seconds } }
  capacity: { demand: { mean: 200 per hour }, handling_time: 3 minutes, servers: 14 }
";

#[test]
fn the_call_centre_of_the_tables_needs_its_fourteen_agents() {
    // Call Centre Helper: of 200 calls an hour of 3 minutes, 14 agents answer 88.8 % within 20 seconds and 13 answer 79.6 %.
    assert_eq!(codes(PHONE), [] as [&str; 0]);
    let thirteen = PHONE.replace("servers: 14", "servers: 13");
    let expected = "with 13 posts, “Central” reaches 79.5% and its target is 80% within 20 seconds";
    assert_eq!(told(&thirteen, Lang::En), [("C340", expected.to_owned())]);
    let expected = [
        "se supone que llegan 200 por hora, al azar, que cada caso toma 3 minutos y que hay 13 puestos a la vez: 200 × 3 minutos ÷ 13 puestos = 76,9\u{a0}% de ocupación",
        "nadie se va antes de que lo atiendan (fórmula C de Erlang); si se van, escriba cuánto aguantan: `patience: 3 minutes`",
        "con 14 puestos se llega al 88,8\u{a0}%",
        "con 13 puestos, lo que sí se puede prometer a la misma parte de los clientes es 21 segundos",
    ];
    assert_eq!(notes(&thirteen, "C340", Lang::Es), expected);
    // With a patience of five minutes 13 are enough, as pyworkforce has it.
    assert_eq!(codes(&thirteen.replace("servers: 13", "servers: 13, patience: 5 minutes")), [] as [&str; 0]);
}

#[test]
fn the_posts_for_a_peak_reach_the_target_and_not_only_stop_the_growth() {
    // 300 an hour of 3 minutes are 15 erlangs: by the formula 16 posts answer 34.7 % within 20 seconds, 18 answer 74.1 %, 19 answer 84.3 %.
    let peak = PHONE.replace("200 per hour }", "200 per hour, peak: 300 per hour }");
    let notes = |manual: &str| notes(manual, "C354", Lang::Es)[1..].join("; ");
    assert!(notes(&peak).contains("con 16 puestos no crece"), "{}", notes(&peak));
    assert!(notes(&peak).contains("la meta, 80\u{a0}% en 20 segundos, se necesitan 19 puestos"), "{}", notes(&peak));
    let loose = peak.replace("{ target: { share: 80 %, within: 20 seconds } }", "{ target: { none: \"aún no\" } }");
    assert!(notes(&loose).ends_with("con 16 puestos no crece"), "{}", notes(&loose));
}

#[test]
fn where_many_hang_up_no_wait_is_offered_in_its_place() {
    let one = PHONE.replace("200 per hour", "12 per hour").replace("3 minutes, servers: 14", "4 minutes, servers: 1");
    let offers = |manual: &str| notes(manual, "C340", Lang::Es).iter().any(|note| note.contains("lo que sí se puede"));
    assert!(offers(&one));
    assert!(!offers(&one.replace("servers: 1", "servers: 1, patience: 1 minute")));
}

#[test]
fn the_wait_of_a_mean_and_of_a_hard_limit_is_held_too() {
    // 13 agents: 17.1 seconds of mean wait.
    let with = |target: &str| {
        PHONE.replace("{ share: 80 %, within: 20 seconds }", target).replace("servers: 14", "servers: 13")
    };
    assert_eq!(codes(&with("{ mean: 18 seconds }")), [] as [&str; 0]);
    assert_eq!(codes(&with("{ mean: 15 seconds }")), ["C340"]);
    assert_eq!(codes(&with("{ maximum: 3 minutes }")), [] as [&str; 0]);
    assert_eq!(codes(&with("{ maximum: 30 seconds }")), ["C340"]);
    // What says nothing of a wait, or wants at most a share, is not held to it.
    for target in ["{ share: 99 % }", "{ share: <= 5 %, within: 1 second }", "{ none: \"aún no\" }", "{ mean: 4 }"] {
        assert_eq!(codes(&with(target)), [] as [&str; 0], "{target}");
    }
}

#[test]
fn the_indicator_of_a_first_response_is_held_and_that_of_a_service_only_if_named() {
    let indicator = "=== indicators.yaml\nespera: { name: Espera, target: { share: 95 %, within: 1 second } }\n";
    let by_indicator = PHONE.replace("{ target: { share: 80 %, within: 20 seconds } }", "{ indicator: espera }");
    assert_eq!(codes(&format!("{by_indicator}{indicator}")), ["C340"]);
    let service = |capacity: &str| {
        format!(
            "{indicator}=== services/caja.md\n---\nname: Caja\nindicators: [espera]\ncapacity: {{ {capacity} }}\n---\n"
        )
    };
    let capacity = "demand: { mean: 200 per hour }, handling_time: 3 minutes, servers: 14";
    assert_eq!(codes(&service(capacity)), [] as [&str; 0]);
    assert_eq!(codes(&service(&format!("{capacity}, indicator: espera"))), ["C340"]);
}

#[test]
fn who_stands_in_no_queue_or_owes_nothing_is_let_off() {
    let short = PHONE.replace("servers: 14", "servers: 11");
    assert_eq!(codes(&short), ["C340"]);
    for kind in ["visit", "post", "box", "terminal"] {
        assert_eq!(codes(&short.replace("kind: telephone", &format!("kind: {kind}"))), [] as [&str; 0], "{kind}");
    }
    let suspended =
        short.replace("kind: telephone", "kind: telephone\n  status: { suspended: 2026-01-01, reason: obras }");
    assert_eq!(codes(&suspended), [] as [&str; 0]);
    let retired = "=== services/caja.md\n---\nname: Caja\nstatus: { retired: 2026-01-01 }\n\
                   capacity: { demand: { mean: 90 per hour }, handling_time: 3 minutes, servers: 1 }\n\
                   cost: { unit_cost: 5 PEN, price: 2 EUR }\n---\n";
    assert_eq!(codes(retired), [] as [&str; 0]);
}

#[test]
fn what_differs_by_case_or_is_no_demand_is_passed_over() {
    for (from, to) in [
        ("3 minutes", "2..9 minutes"),
        ("3 minutes", "{ by: [plan], cases: [[oro, 3 minutes]], else: 9 minutes }"),
        ("200 per hour", "900 per hour per user"),
        ("200 per hour", "900 business hours per week"),
        ("servers: 14", "note: sin puestos, places: 4"),
    ] {
        let manual = PHONE.replace(from, to);
        let found: Vec<_> = codes(&manual).into_iter().filter(|code| *code != "C342").collect();
        assert_eq!(found, [] as [&str; 0], "{to}");
    }
}

#[test]
fn appointments_are_held_to_their_places() {
    let service = |demand: &str| {
        format!("capacity: {{ demand: {{ mean: {demand} }}, places: 12 per day, backlog_limit: 30 }}\nname: Citas\n")
    };
    assert_eq!(codes(&service("12 per day")), [] as [&str; 0]);
    let more = service("15 per day");
    assert_eq!(told(&more, Lang::Es), [("C342", "llegan 15 casos por día a «Citas», que puede atender 12".to_owned())]);
    let expected = [
        "as vagas escritas bastam para 12 casos por dia",
        "a cada dia ficam 3 casos a mais sem atender, a não ser que os clientes desistam",
        "o máximo de 30 pendentes é alcançado em 10 dias úteis",
    ];
    assert_eq!(notes(&more, "C342", Lang::Pt), expected);
    // Five working days of twelve: more than sixty in a week are too many.
    assert_eq!(codes(&service("60 per week")), [] as [&str; 0]);
    assert_eq!(codes(&service("61 per week")), ["C342"]);
}

#[test]
fn a_role_is_held_to_the_posts_it_fills() {
    let manual = |count: u32| {
        format!(
            "=== roles.yaml\njefatura: {{ name: Jefatura }}\ncaja: {{ name: Caja, count: {count}, paid_hours: 40 hours per week, \
             shrinkage: 20 % }}\n=== channels.yaml\nagencia: {{ name: Agencia, kind: face_to_face }}\ntelefono:\n  name: Central\n  \
             kind: telephone\n  hours: {{ mon..fri: 08:00-20:00 }}\n  capacity: {{ servers: 3, staffed_by: caja }}\n"
        )
    };
    // Three posts of sixty hours are 180; a person gives 40 × 0.8 = 32: six give 192, five 160.
    assert_eq!(codes(&manual(6)), [] as [&str; 0]);
    let expected = "the work given to “Caja” adds up to 180 hours a week and the role has 160 hours";
    assert_eq!(told(&manual(5), Lang::En), [("C343", expected.to_owned())]);
}

#[test]
fn of_many_who_ask_for_a_role_the_largest_are_named() {
    let manual = |services: usize| {
        let role = "=== roles.yaml\njefatura: { name: Jefatura }\ncaja: { name: Caja, count: 1, paid_hours: 40 hours per week }\n".to_owned();
        (1..=services).fold(role, |text, n| {
            let used = format!("{{ role: caja, quantity: {n}, hours: 10 business hours per week }}");
            format!("{text}=== services/s{n}.md\n---\nname: S{n}\nresources: [{used}]\n---\n")
        })
    };
    assert_eq!(notes(&manual(9), "C343", Lang::Es).len(), 1 + 9);
    let told = notes(&manual(30), "C343", Lang::Es);
    assert_eq!(told.len(), 1 + 8 + 1);
    assert!(told[1].starts_with("«S30» pide 30 × 10 horas"), "{told:?}");
    // 10 × (1 + 2 + … + 22).
    assert_eq!(told[9], "lo que piden otros 22 servicios y canales suma 2530 horas");
}

#[test]
fn a_complaint_by_severity_walks_the_steps_of_that_severity() {
    let manual = |high: &str| {
        format!(
            "=== complaints.yaml\nreclamos:\n  name: Reclamos\n  severity:\n    alta: {{ when: hay daño, answer_within: {high} }}\n    \
             baja: {{ when: no hay daño, answer_within: 10 business days }}\n  steps:\n    - {{ id: registrar, does: Registra, within: 1 \
             business day }}\n    - {{ id: investigar, does: Investiga, within: {{ by: [severity], cases: [[alta, 1 business day]], else: \
             6 business days }} }}\n    - {{ id: responder, does: Responde, within: 1 business day }}\n"
        )
    };
    assert_eq!(codes(&manual("3 business days")), [] as [&str; 0]);
    assert_eq!(codes(&manual("2 business days")), ["C350"]);
    // Five calendar days hold three business days except over a weekend.
    assert_eq!(codes(&manual("5 calendar days")), [] as [&str; 0]);
    assert_eq!(codes(&manual("4 calendar days")), ["C350"]);
    let branches = "=== complaints.yaml\nreclamos:\n  name: Reclamos\n  types: { reclamo: { name: Reclamo, answer_within: 4 business days } }\n  \
                    steps:\n    - { id: decidir, does: Decide, within: 1 business day, decision: { question: ¿Procede?, yes: reparar, no: \
                    responder } }\n    - { id: reparar, does: Repara, within: 2 business days }\n    - { id: responder, does: Responde, \
                    within: 1 business day, after: [decidir, reparar] }\n";
    assert_eq!(codes(branches), [] as [&str; 0]);
    assert_eq!(codes(&branches.replace("answer_within: 4", "answer_within: 3")), ["C350"]);
    let rest = branches.replace("answer_within: 4", "answer_within: 1");
    assert_eq!(codes(&rest.replace("responder", "avisar")), ["C350"]);
    // Where no step can be the answer, nobody can tell when it is given; a circle is another's business.
    assert_eq!(codes(&rest.replace("responder", "seguimiento")), [] as [&str; 0]);
}

#[test]
fn absurd_figures_are_told_or_passed_over_and_never_shown_as_no_number() {
    let numbers = ["0", "-1", "0.000001", "1000000000", "999999999999", "79228162514264337593543950335"];
    for a in numbers {
        for b in numbers {
            let manual = format!(
                "=== channels.yaml\nagencia:\n  name: Agencia\n  kind: chat\n  first_response: {{ target: {{ share: 90 %, within: {b} minutes }} }}\n  \
                 capacity: {{ demand: {{ mean: {a} per hour, peak: {b} per day }}, handling_time: {b} minutes, servers: {a}, patience: {a} \
                 seconds, occupancy_limit: {b} %, backlog_limit: {a}, shrinkage: {b} % }}\n=== inventory.yaml\nlibretas: {{ name: \
                 Libretas, stock: {a}, minimum: {b}, reorder_point: {a}, safety_stock: {b}, lead_time: {a} years, daily_use: {b} per day \
                 }}\n=== segments.yaml\nsocios: {{ name: Socios, value: {{ acquisition_cost: {a} PEN, yearly_sales: {b} PEN, yearly_cost: {a} \
                 PEN, years: {b}, discount_rate: {a} % }} }}\n=== roles.yaml\njefatura: {{ name: Jefatura }}\ncaja: {{ name: Caja, count: {a}, \
                 paid_hours: {b} hours per week, shrinkage: {a} % }}\n=== services/uno.md\n---\nname: Uno\nresources: [{{ role: caja, \
                 quantity: {b}, hours: {a} hours per day }}]\ncapacity: {{ demand: {{ mean: {b} per month }}, places: {a} per day }}\ncost: {{ \
                 items: [{{ name: Papel, amount: {a} PEN, per: month, kind: fixed }}], unit_cost: {b} PEN, price: {a} PEN, margin: {b} %, \
                 price_covers: {a} % }}\n---\n"
            );
            for finding in compiled(&parse(&manual).0).findings.iter().filter(|f| is_ours(f.code())) {
                for lang in Lang::ALL {
                    let notes = finding.notes.iter().map(|note| note.text(lang));
                    for text in [finding.message(lang), finding.help_text(lang)].into_iter().chain(notes) {
                        let lower = text.to_lowercase();
                        assert!(
                            !lower.contains("nan") && !lower.contains("inf ") && super::slots(&text).is_empty(),
                            "{a} {b}: {text}"
                        );
                    }
                }
            }
        }
    }
    let codes = codes("name: Uno\ncapacity: { demand: { mean: 5 per hour }, handling_time: 3 minutes, servers: 0 }\n");
    assert_eq!(codes, ["C352"]);
}

/// The findings about the answer of a procedure with these steps, of which it promises an answer in ten working days.
fn of_steps(steps: &[&str]) -> Vec<&'static str> {
    let steps: String = steps.iter().map(|step| format!("    - {{ does: Algo, {step} }}\n")).collect();
    let manual = format!(
        "=== complaints.yaml\nreclamos:\n  name: R\n  types: {{ uno: {{ name: U, answer_within: 10 business days }} }}\n  steps:\n{steps}"
    );
    let mut codes: Vec<&str> = compiled(&parse(&manual).0).findings.iter().map(|f| f.code()).collect();
    codes.retain(|code| ["C350", "B210"].contains(code));
    codes
}

#[test]
fn the_answer_is_the_notice_or_what_is_called_so_or_the_end_of_the_path() {
    let long = "id: investigar, within: 60 business days";
    let cases: [(&[&str], &[&str]); 11] = [
        (&[long, "id: aviso, kind: notify, within: 1 business day"], &["C350"]),
        (&[long, "id: responder, within: 1 business day"], &["C350"]),
        (&[long, "id: resolver, within: 1 business day"], &["C350"]),
        (&[long, "id: resolver, within: 1 business day", "id: cerrar, within: 1 business day"], &["C350"]),
        (&[long, "id: fin, kind: decide", "id: cosa, kind: close"], &["C350"]),
        // What comes after the answer may last.
        (&["id: aviso, kind: notify, within: 1 business day", long], &[]),
        (&["id: responder, within: 1 business day", "id: cerrar, within: 60 business days"], &[]),
        (&["id: resolver, within: 1 business day", "id: archivar, within: 60 business days"], &[]),
        // Of two ways, each ends with an answer of its own.
        (
            &[
                "id: decidir, within: 1 business day, decision: { question: ¿Sí?, yes: a, no: b }",
                "id: a, kind: notify, within: 30 business days, after: decidir",
                "id: b, kind: notify, within: 1 business day, after: decidir",
            ],
            &["C350"],
        ),
        // Nobody can tell: the last step is no answer.
        (&["id: registrar, within: 1 business day", long], &["B210"]),
        (&[long, "id: seguimiento, within: 60 business days"], &["B210"]),
    ];
    for (steps, wanted) in cases {
        assert_eq!(of_steps(steps), wanted, "{steps:?}");
    }
}

fn unit_cost(demand: &str, unit: &str) -> Vec<(String, String)> {
    let service = format!(
        "=== services/a.md\n---\ncode: A-1\nname: A\noffering: {{ hours: {{ mon..fri: 09:00-17:00 }} }}\ncapacity: {{ demand: {{ mean: {demand} }} }}\n\
         cost:\n  items: [{{ name: Sueldos, amount: 3000 PEN, per: month, kind: fixed }}]\n  unit_cost: {unit}\n---\n"
    );
    let found = compiled(&parse(&service).0);
    let told = found.findings.iter().filter(|finding| finding.code() == "C347");
    let notes = |f: &crate::diag::Diagnostic| f.notes.iter().map(|n| n.text(Lang::Es)).collect::<Vec<_>>().join("\n");
    told.map(|finding| (finding.message(Lang::Es), notes(finding))).collect()
}

/// 14 a day on five days of each of 52.18 weeks are 304.4 a month; 1.75 an hour are as many.
#[test]
fn items_are_spread_over_a_demand_of_open_days_and_hours() {
    for demand in ["14 per day", "1.75 per hour", "14 per business day"] {
        let wrong = unit_cost(demand, "5.00 PEN");
        assert!(wrong.len() == 1 && wrong[0].1.contains("40 horas"), "{demand}: {wrong:?}");
        // Who takes off the holidays writes a little more.
        for right in ["9.86 PEN", "10.20 PEN"] {
            assert!(unit_cost(demand, right).is_empty(), "{demand}, {right}");
        }
    }
}

#[test]
fn people_named_among_the_resources_are_those_at_the_posts() {
    let count = |count: u32, resources: &str| {
        let found = compiled(&parse(&format!(
            "=== roles.yaml\njefatura: {{ name: J }}\ncaja: {{ name: C, count: {count}, paid_hours: 48 hours per week }}\n\
             === services/a.md\n---\nname: A\noffering: {{ hours: {{ mon..fri: 09:00-18:00 }} }}\nresources: {resources}\n\
             capacity: {{ demand: {{ mean: 40 per day }}, handling_time: 10 minutes, servers: 2, staffed_by: caja }}\n---\n"
        )).0);
        found.findings.iter().filter(|finding| finding.code() == "C343").count()
    };
    let named = "[{ role: caja, quantity: 2, hours: 40 hours per week }]";
    // Two posts of 45 hours are more than two people of 40; both together would be 170.
    assert_eq!([count(1, named), count(2, named), count(1, "[]")], [1, 0, 1]);
    assert_eq!(count(2, "[{ role: caja, quantity: 3, hours: 40 hours per week }]"), 1);
}

#[test]
fn figures_that_cannot_be_are_told_wherever_they_stand_and_once() {
    let of = |files: &str| {
        let base = "=== roles.yaml\njefatura: { name: J }\n";
        let found = compiled(&parse(&format!("{base}{files}")).0);
        let told = found.findings.iter().filter(|f| ["C342", "C352"].contains(&f.code()));
        told.map(|f| (f.code(), found.sources.text(f.span).to_owned())).collect::<Vec<_>>()
    };
    let one = |text: &str| vec![("C352", text.to_owned())];
    let service = |keys: &str| of(&format!("=== services/a.md\n---\nname: A\n{keys}\n---\n"));
    assert_eq!(service("offering: { price: { name: Visita, amount: -80 PEN } }"), one("-80 PEN"));
    assert_eq!(of("=== trainings.yaml\ncurso: { name: C, duration: -8 hours }\n"), one("-8 hours"));
    let capacity = "capacity: { demand: { mean: 20 per hour }, handling_time: 4 minutes, servers: 2.5 }";
    assert_eq!(service(capacity), one("2.5"));
    // Who is fewer than none is told there, and not again where posts are counted.
    let staffed = "=== roles.yaml\njefatura: { name: J }\ncaja: { name: C, count: -12 }\n=== services/a.md\n---\nname: A\n\
                   capacity: { demand: { mean: 4 per hour }, handling_time: 4 minutes, servers: 2, staffed_by: caja }\n---\n";
    assert_eq!(of(staffed), one("-12"));
    // Hours that cannot be read are no hours to reckon with.
    let hours = "=== channels.yaml\nmesa:\n  name: M\n  kind: face_to_face\n  hours: { mon..fri: 08:00-25:00 }\n  \
                 capacity: { demand: { mean: 200 per day }, handling_time: 12 minutes, servers: 4 }\n";
    assert_eq!(of(hours), []);
}
