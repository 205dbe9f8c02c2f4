//! What readers get of small manuals: labels, lists, capitals, sheets to sign, the page of standards.

use crate::ir::{Block, Fact, Manual, text_of};
use crate::lang::Lang;
use crate::load::Memory;
use crate::{Options, compile};

const BASE: &str = "=== manual.yaml
organization: { name: Ejemplo, values: [cuentas claras, respeto] }
document:
  title: Manual
  edition: \"2026.2\"
  distribution: [caja, todos los demás]
languages: { default: es }
=== roles.yaml
caja: { name: Cajero o cajera, plural: Personal de caja, profile: [trato paciente, exactitud], competencies: [escucha] }
=== sites.yaml
centro: { name: Centro }
=== channels.yaml
agencia: { name: Agencia, kind: face_to_face, sites: [centro] }
";

fn composed(more: &str) -> Manual {
    let files = Memory::parse(&format!("{BASE}{more}"), "services/ejemplo.md");
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: vec![Lang::Es], messages: None, profiles: Vec::new() };
    let compiled = compile(&files, &options).expect("files in memory can be listed");
    let structural: Vec<String> =
        compiled.findings.iter().filter(|f| f.code().starts_with('E')).map(|f| f.message(Lang::En)).collect();
    assert_eq!(structural, Vec::<String>::new());
    compiled.manuals.into_iter().next().expect("the manual is composed")
}

/// All blocks, parents before children.
fn blocks(manual: &Manual) -> Vec<&Block> {
    fn push<'a>(list: &'a [Block], out: &mut Vec<&'a Block>) {
        for block in list {
            out.push(block);
            block.children().into_iter().for_each(|inner| push(inner, out));
        }
    }
    let mut out = Vec::new();
    manual.all_sections().into_iter().for_each(|section| push(&section.blocks, &mut out));
    out
}

/// The label and value pairs of an entry.
fn facts_of(manual: &Manual, id: &str) -> Vec<(String, String)> {
    let said = |facts: &[Fact]| facts.iter().map(|f| (f.label.clone(), text_of(&f.content))).collect::<Vec<_>>();
    for block in blocks(manual) {
        match block {
            Block::Promise { id: Some(own), facts, .. } if own == id => return said(facts),
            Block::Group { id: Some(own), blocks, .. } if own == id => {
                let lists =
                    blocks.iter().filter_map(|b| if let Block::Facts { items } = b { Some(items) } else { None });
                return lists.flat_map(|items| said(items)).collect();
            }
            _ => {}
        }
    }
    panic!("no entry {id}");
}

/// The rows of the tables of a section, as words.
fn rows(manual: &Manual, section: &str) -> Vec<Vec<String>> {
    let found = manual.all_sections().into_iter().find(|s| s.id == section);
    let section = found.unwrap_or_else(|| panic!("no section {section}"));
    let mut out = Vec::new();
    for block in &section.blocks {
        if let Block::Table(table) = block {
            out.extend(table.rows.iter().map(|row| row.cells.iter().map(|cell| text_of(cell)).collect()));
        }
    }
    out
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn the_clock_and_the_redress_of_a_promise_are_told_under_labels_of_their_own() {
    let manual = composed(
        "=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
commitments:
  respuesta:
    promise: Respondemos.
    within: 2 business days
    clock: { starts: que llega el correo, stops: que sale la respuesta, pauses: [falta un documento], silence: se aprueba }
    redress: { gives: una llamada, when: la respuesta llegó tarde, how: automatic, by: 1 business day, excludes: [feriados] }
---
",
    );
    let wanted = [
        ("Plazo", "2 días hábiles"),
        ("Se cuenta desde", "que llega el correo"),
        ("Se cuenta hasta", "que sale la respuesta"),
        ("Se detiene si", "falta un documento"),
        ("Si nadie responde", "se aprueba"),
        ("Si fallamos", "una llamada; sin que haya que pedirlo; en 1 día hábil"),
        ("Cuándo corresponde", "la respuesta llegó tarde"),
        ("No se repara", "feriados"),
    ];
    assert_eq!(facts_of(&manual, "commitment-respuesta"), pairs(&wanted));
}

#[test]
fn several_texts_are_a_list_and_one_is_a_definition() {
    let manual = composed("");
    let lists: Vec<Vec<String>> = blocks(&manual)
        .into_iter()
        .filter_map(|block| match block {
            Block::List { items, .. } => Some(items),
            _ => None,
        })
        .map(|items| {
            let words = |item: &Vec<Block>| match item.as_slice() {
                [Block::Paragraph { content }] => text_of(content),
                other => panic!("one paragraph: {other:?}"),
            };
            items.iter().map(words).collect()
        })
        .collect();
    for wanted in [["cuentas claras", "respeto"], ["trato paciente", "exactitud"]] {
        assert!(lists.iter().any(|list| *list == wanted), "{wanted:?} in {lists:?}");
    }
    assert!(facts_of(&manual, "role-caja").contains(&("Competencias".to_owned(), "escucha".to_owned())));
}

#[test]
fn the_distribution_names_everybody_in_a_role_and_first_cells_begin_with_a_capital() {
    let first: Vec<String> = rows(&composed(""), "control").into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(first[..2], ["Personal de caja", "Todos los demás"]);
}

#[test]
fn a_channel_without_hours_keeps_those_of_its_sites() {
    assert_eq!(rows(&composed(""), "channels")[0], ["Agencia", "El de cada sede"]);
    let manual = composed("=== channels.yaml\nagencia: { name: Agencia, kind: face_to_face }\n");
    assert_eq!(rows(&manual, "channels")[0], ["Agencia"]);
}

#[test]
fn an_alliance_that_ends_with_its_contract_says_so_once() {
    let ends = |expires: &str| {
        let alliance = format!("=== alliances.yaml\na:\n  name: A\n  contract: {{ until: 2028-01-14 }}\n  {expires}\n");
        let facts = facts_of(&composed(&alliance), "alliance-a");
        facts.into_iter().filter(|(label, _)| ["Vence", "Hasta"].contains(&label.as_str())).count()
    };
    assert_eq!((ends("expires: 2028-01-14"), ends("expires: 2027-01-14"), ends("note: x")), (1, 2, 1));
}

#[test]
fn a_path_its_quiz_and_the_sheet_to_sign_stand_under_the_role() {
    let manual = composed(
        "=== paths.yaml
ruta: { name: Ruta de caja, role: caja, day_one: [{ read: channels/agencia, time: 40 minutes, does: Contar a la vista }, { read: sites/centro, time: 0.5 hours }], quizzes: [prueba], checklist: [credencial] }
=== quizzes.yaml
prueba:
  name: Prueba
  questions:
    uno: { ask: ¿Qué va primero?, options: [el papel, el saludo], answer: 2, place: channels/agencia, why: Es una persona. }
",
    );
    let facts = facts_of(&manual, "path-ruta");
    assert_eq!(facts, pairs(&[("Tiempo de lectura", "70 minutos"), ("Prueba", "Prueba")]));
    let tables: Vec<Vec<Vec<String>>> = blocks(&manual)
        .into_iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .map(|table| table.rows.iter().map(|row| row.cells.iter().map(|cell| text_of(cell)).collect()).collect())
        .collect();
    let answers = ["1", "el saludo", "Es una persona.", "Agencia"].map(str::to_owned).to_vec();
    assert!(tables.contains(&vec![answers]), "{tables:?}");
    let module = ["El primer día", "Agencia", "Contar a la vista", "40 minutos"];
    assert!(tables.iter().flatten().any(|row| row[1..] == module[1..]), "{tables:?}");
    let sheet = facts_of(&manual, "acknowledgement-caja");
    assert_eq!(sheet, pairs(&[("Documento", "Manual"), ("Edición", "2026.2"), ("Puesto", "Cajero o cajera")]));
}

#[test]
fn the_page_of_standards_tells_each_once_by_form_and_moment() {
    let manual = composed(
        "=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
correo: { name: Correo, kind: email }
=== standards.yaml
saludo: { name: Saludo, applies_to: { channels: [face_to_face, email], moments: [before] } }
mirada: { name: Mirada, applies_to: { channels: [agencia], moments: [during, after] } }
claridad: { name: Claridad, applies_to: { channels: [email] } }
equipo: { name: Equipo, internal: true, applies_to: { moments: [during] } }
",
    );
    let wanted = [
        ["En toda forma de atención", "Saludo", "", ""],
        ["En persona", "", "Mirada", "Mirada"],
        ["Por escrito y en línea", "", "Claridad", ""],
        ["Entre nosotros", "", "Equipo", ""],
    ];
    assert_eq!(rows(&manual, "poster"), wanted);
}

#[test]
fn the_steps_before_the_manual_say_how_far_each_was_taken() {
    let states = |manual: &Manual| {
        let rows = rows(manual, "control");
        rows[rows.len() - 5..].iter().map(|row| row.last().cloned().unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(states(&composed("")), ["falta"; 5]);
    let more = "=== needs.yaml
a: { name: A, strengths: [x], weaknesses: [y] }
=== segments.yaml
s: { name: S }
=== standards.yaml
i: { name: I, internal: true }
=== surveys.yaml
c: { name: C, internal: true }
=== complaints.yaml
r: { name: R }
";
    assert_eq!(states(&composed(more)), ["completo", "en parte", "completo", "en parte", "falta"]);
}

#[test]
fn labels_in_a_row_read_as_running_text() {
    let manual = composed(
        "=== standards.yaml\nsaludo: { name: Saludo, statement: Se saluda., applies_to: { roles: [caja], moments: [before, during, after] } }\n\
         === indicators.yaml\nespera: { name: Espera, definition: Espera., dimension: [time, accessibility], target: { share: 90 % } }\n",
    );
    let words = format!("{:?}", manual.sections);
    assert!(words.contains("\"Antes, durante, después\""), "moments of a standard");
    assert!(words.contains("\"Tiempo, accesibilidad y comodidad\""), "dimensions of an indicator");
    assert_eq!(super::writer::in_a_row(["Correo", "SMS", "Teléfono"]), "Correo, SMS, teléfono");
}

#[test]
fn document_control_says_what_the_digest_is_for() {
    let manual = composed("");
    let control = manual.all_sections().into_iter().find(|s| s.id == "control").expect("document control");
    let told = control.blocks.iter().any(|block| match block {
        Block::Facts { items } => {
            items.iter().any(|f| f.label == "Huella digital" && text_of(&f.content).contains("portada"))
        }
        _ => false,
    });
    assert!(told);
}

#[test]
fn a_manual_writes_figures_as_its_region_does() {
    let with = |language: &str| {
        let base = BASE.replace("default: es", language);
        let more = "=== services/cuenta.md\n---\nname: Cuenta\noffering:\n  price:\n    - { name: Apertura, amount: 15000 PEN }\n\
                    commitments:\n  aviso: { promise: Avisamos antes., within: 30 calendar days }\n---\n";
        let files = Memory::parse(&format!("{base}{more}"), "services/ejemplo.md");
        let today = jiff::civil::date(2026, 11, 21);
        let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new() };
        let compiled = compile(&files, &options).expect("files in memory can be listed");
        format!("{:?}", compiled.manuals.first().expect("the manual is composed").sections)
    };
    let peru = with("default: es-PE");
    assert!(peru.contains("S/\\u{a0}15,000.00"), "the price");
    assert!(peru.contains("30 días calendario"));
    let territory = with("default: es }\ncalendar: { holidays: { territory: PE, years: [2026] }");
    assert!(territory.contains("30 días calendario"));
    assert!(with("default: es").contains("30 días naturales"));
}
