//! What readers get of a manual with a history: the chapter, the pages of roles, the table of editions, since when an entry holds.

use super::history_tests::lacking;
use super::tests::MANUAL;
use super::{At, Missing, Seen};
use crate::ir::{Block, Inline, Manual, Section, text_of};
use crate::load::Memory;
use crate::{Options, compile};
use std::sync::Arc;

const SECOND: &str = "edition: \"2\", effective: 2027-01-01";

fn with(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

/// A second edition with some words replaced.
fn second(changes: &[(&str, &str)]) -> String {
    with(&with(MANUAL, &[("edition: \"1\", effective: 2026-01-01", SECOND)]), changes)
}

/// The last of some editions, with all before it.
fn last(editions: &[&str]) -> Vec<Manual> {
    last_of(editions, &Missing::default())
}

/// The same, where something is missing.
fn last_of(editions: &[&str], missing: &Missing) -> Vec<Manual> {
    let tagged: Vec<(&str, i64)> = editions.iter().zip(1..).map(|(text, hour)| (*text, hour)).collect();
    let at = At::Edition(editions.len() - 1);
    let history = Some(Seen { history: Arc::new(lacking(&tagged, None, missing)), at });
    let options = Options {
        today: jiff::civil::date(2027, 2, 1),
        langs: Vec::new(),
        messages: None,
        profiles: Vec::new(),
        history,
    };
    let files = Memory::parse(editions[editions.len() - 1], "manual.yaml");
    compile(&files, &options).expect("memory is always read").manuals
}

fn section<'m>(manual: &'m Manual, id: &str) -> Option<&'m Section> {
    manual.all_sections().into_iter().find(|section| section.id == id)
}

/// All the words of some blocks, a line each.
fn words(blocks: &[Block]) -> Vec<String> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph { content } => vec![text_of(content)],
            Block::Heading { title, .. } => vec![format!("# {}", text_of(title))],
            Block::Facts { items } => items.iter().map(|f| format!("{}: {}", f.label, text_of(&f.content))).collect(),
            Block::Promise { facts, .. } => {
                facts.iter().map(|f| format!("{}: {}", f.label, text_of(&f.content))).collect()
            }
            Block::Table(table) => {
                let cells = |row: &crate::ir::Row| row.cells.iter().map(|c| text_of(c)).collect::<Vec<_>>().join(" | ");
                table.rows.iter().map(cells).collect()
            }
            block => block.children().into_iter().flat_map(words).collect(),
        })
        .map(|line| line.replace('\u{a0}', " "))
        .collect()
}

fn said(manual: &Manual, id: &str) -> Vec<String> {
    words(&section(manual, id).unwrap_or_else(|| panic!("no section {id}")).blocks)
}

#[track_caller]
fn holds(lines: &[String], wanted: &str) {
    assert!(lines.iter().any(|line| line == wanted), "{wanted}\n{lines:#?}");
}

#[test]
fn the_chapter_tells_what_changed_with_both_values_and_who_signs() {
    let next = second(&[
        ("within: 30 minutes", "within: 20 minutes"),
        ("firma, foto y saldo", "firma, foto, y saldo"),
        ("jefatura: {", "archivo: { name: Archivo }\njefatura: {"),
    ]);
    let first = with(MANUAL, &[("jefatura: {", "archivo: { name: Archivo }\njefatura: {")]);
    let manual = &last(&[&first, &next])[0];
    let chapter = section(manual, "changes").expect("a chapter");
    assert_eq!(text_of(&chapter.lead), "Edición 2, comparada con la edición 1. Rige desde el 1 de enero de 2027.");
    assert_eq!(chapter.number, None, "the chapters after it keep their numbers");
    let place = |id: &str| manual.sections.iter().position(|section| section.id == id);
    assert_eq!(place("changes"), place("control").map(|place| place + 1));
    let lines = said(manual, "changes");
    holds(&lines, "1 servicio más exigente.");
    holds(
        &lines,
        "Oferta › Pasos 1 (Recibe la solicitud y los documentos del…) › Plazo: 30 → 20 minutos (más exigente)",
    );
    holds(&lines, "solo de redacción: Oferta › Resumen");
    holds(&lines, "Caja | Firme de nuevo | Más exigente: TR-01 Trámite de cuenta.");
    // Another's step, of a service that it serves.
    holds(&lines, "Jefatura | Sigue vigente | Otros cambios: TR-01 Trámite de cuenta.");
    holds(&lines, "Para los demás puestos no cambia nada y su constancia sigue vigente.");
}

#[test]
fn a_first_edition_has_no_chapter_and_no_history() {
    let manual = &last(&[MANUAL])[0];
    for id in ["changes", "editions", "my-changes-caja"] {
        assert!(section(manual, id).is_none(), "{id}");
    }
    assert!(manual.data.is_empty());
    assert!(
        !words(&manual.all_sections().iter().flat_map(|s| s.blocks.clone()).collect::<Vec<_>>())
            .iter()
            .any(|line| line.starts_with("Sin cambios desde"))
    );
}

#[test]
fn a_corrected_comma_makes_nobody_sign() {
    let next = second(&[("completa, en horario", "completa en horario")]);
    let manual = &last(&[MANUAL, &next])[0];
    let lines = said(manual, "changes");
    holds(&lines, "Solo cambios de redacción.");
    holds(
        &lines,
        "Solo cambia la redacción: las obligaciones de todos los puestos son las mismas y nadie firma de nuevo.",
    );
    assert!(!lines.iter().any(|line| line == "# Cambios de fondo" || line == "# Para cada puesto"), "{lines:#?}");
    let page = said(manual, "my-changes-caja");
    holds(&page, "Sus obligaciones son las mismas: la constancia que firmó sigue vigente.");
    holds(&page, "Nada cambia para este puesto.");
    let digest = |manual: &Manual| format!("{:?}", section(manual, "changes").map(|s| s.id.clone()));
    assert_eq!(digest(manual), "Some(\"changes\")");
}

#[test]
fn nothing_at_all_is_told_as_nothing() {
    let lines = said(&last(&[MANUAL, &second(&[])])[0], "changes");
    assert_eq!(lines, ["Sin cambios."]);
}

#[test]
fn each_role_has_its_page_and_is_led_there_only_if_something_changed() {
    let archive = [("jefatura: {", "archivo: { name: Archivo }\njefatura: {")];
    let next = with(&second(&[("within: 30 minutes", "within: 20 minutes")]), &archive);
    let manual = &last(&[&with(MANUAL, &archive), &next])[0];
    // Who serves the service and is bound as before is told, and asked for nothing.
    let told = said(manual, "my-changes-jefatura");
    holds(&told, "# Otros cambios");
    holds(&told, "Sus obligaciones son las mismas: la constancia que firmó sigue vigente.");
    let page = said(manual, "my-changes-caja");
    holds(&page, "Sus obligaciones cambiaron: lea la edición y firme de nuevo la constancia.");
    holds(&page, "# Más exigente: cumpla el nuevo valor");
    holds(
        &page,
        "TR-01 Trámite de cuenta · Oferta › Pasos 1 (Recibe la solicitud y los documentos del…) › Plazo: 30 → 20 minutos (más exigente)",
    );
    let sees = |role: &str| {
        let facts = &section(manual, &format!("my-manual-{role}")).expect("a page").facts;
        facts.iter().any(|fact| text_of(&fact.content).contains("Lo que cambia para usted"))
    };
    assert!(sees("caja") && sees("jefatura") && !sees("archivo"));
    let paths: Vec<&str> = manual.data.iter().map(|file| file.path.as_str()).collect();
    for path in ["data/changes.json", "data/changes.md", "data/changes/caja.json", "data/changes/jefatura.md"] {
        assert!(paths.contains(&path), "{paths:?}");
    }
    let json = &manual.data.iter().find(|file| file.path == "data/changes/caja.json").expect("there").bytes;
    let json: serde_json::Value = serde_json::from_slice(json).expect("JSON");
    assert_eq!((&json["format"], &json["brief"]["sign_again"]), (&"cartilla/changes/1".into(), &true.into()));
    assert_eq!(json["new"]["name"], "edition/2");
}

#[test]
fn the_table_of_editions_keeps_the_words_of_the_author() {
    let changes = ", changes: [{ edition: \"0\", date: 2020-05-01, what: En papel. }, { edition: \"1\", date: 2026-01-01, what: La primera. }]";
    let next = second(&[(SECOND, &format!("{SECOND}{changes}")), ("within: 30 minutes", "within: 20 minutes")]);
    let manual = &last(&[MANUAL, &next])[0];
    let rows: Vec<String> = said(manual, "control")
        .into_iter()
        .filter(|line| line.contains(" | ") && line.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    assert_eq!(
        rows,
        [
            "0 | 1 de mayo de 2020 | En papel. | ",
            "1 | 1 de enero de 2026 | La primera. | edition/1",
            "2 | 1 de enero de 2027 | 1 servicio más exigente. | edition/2",
        ]
    );
    // Without a repository the author's words are all there is.
    let files = Memory::parse(&next, "manual.yaml");
    let options = Options {
        today: jiff::civil::date(2027, 2, 1),
        langs: Vec::new(),
        messages: None,
        profiles: Vec::new(),
        history: None,
    };
    let alone = compile(&files, &options).expect("read").manuals;
    let rows: Vec<String> = said(&alone[0], "control")
        .into_iter()
        .filter(|line| line.contains(" | ") && line.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    assert_eq!(rows, ["0 | 1 de mayo de 2020 | En papel.", "1 | 1 de enero de 2026 | La primera."]);
}

#[test]
fn an_entry_says_since_which_edition_it_reads_as_it_does() {
    let next = second(&[("within: 24 business", "within: 12 business")]);
    let third = with(
        &next,
        &[
            (SECOND, "edition: \"3\", effective: 2027-07-01"),
            ("90 %, within: 3 business days }", "90 %, within: 3 business days }, note: Se mide los lunes."),
        ],
    );
    let manual = &last(&[MANUAL, &next, &third])[0];
    let all: Vec<String> = manual.all_sections().iter().flat_map(|section| words(&section.blocks)).collect();
    let since: Vec<&String> = all.iter().filter(|line| line.starts_with("Sin cambios desde")).collect();
    // The channel since the second; the indicator since the first, but for its wording; the promise since the first.
    let lines: Vec<&str> = since.iter().map(|line| line.as_str()).collect();
    assert!(lines.contains(&"Sin cambios desde: edición 2 (1 de enero de 2027)"), "{lines:#?}");
    assert!(
        lines.contains(&"Sin cambios desde: edición 1 (1 de enero de 2026); redacción corregida en la edición 3"),
        "{lines:#?}"
    );
    let history = manual.history.as_ref().expect("known");
    let of = |entry: &str| history.since.iter().find(|since| since.entry == entry).expect("told");
    assert_eq!(of("channels/agencia").edition.as_deref(), Some("2"));
    assert_eq!(of("indicators/respuesta").reworded.as_deref(), Some("3"));
    assert_eq!(history.editions.len(), 3);
}

#[test]
fn what_may_be_older_is_not_said_to_be_of_the_oldest_edition_known() {
    let english = |text: &str| with(text, &[("{ default: es }", "{ default: es, others: [en, pt] }")]);
    let next = second(&[("within: 24 business", "within: 12 business")]);
    let third = with(&next, &[(SECOND, "edition: \"3\", supersedes: edición 2, effective: 2027-07-01")]);
    let shallow = Missing { shallow: true, numbers: Vec::new() };
    let texts = [english(&next), english(&third)];
    let manuals = last_of(&texts.each_ref().map(String::as_str), &shallow);
    let ways = [
        "edición 2 (1 de enero de 2027) o antes",
        "edition 2 (January 1, 2027) or earlier",
        "edição 2 (1º de janeiro de 2027) ou antes",
    ];
    for (manual, way) in manuals.iter().zip(ways) {
        let all: Vec<String> = manual.all_sections().iter().flat_map(|section| words(&section.blocks)).collect();
        let told: Vec<&String> = all.iter().filter(|line| line.contains(&way[..9]) && line.contains("2027)")).collect();
        assert!(!told.is_empty() && told.iter().all(|line| line.ends_with(way)), "{told:#?}");
        let history = manual.history.as_ref().expect("known");
        assert!(history.editions[0].after_gap && !history.editions[1].after_gap);
        assert_eq!(history.editions[0].changes, "", "it is not said to be the first");
        assert!(history.since.iter().all(|since| since.or_earlier && since.edition.as_deref() == Some("2")));
    }
    // Where one is missing in between, the line of the table says from where it counts.
    let texts = [MANUAL, &with(&next, &[(SECOND, "edition: \"3\", supersedes: edición 2, effective: 2027-07-01")])];
    let manual = &last(&texts)[0];
    let line = &manual.history.as_ref().expect("known").editions[1].changes;
    assert!(line.starts_with("Respecto de la edición 1 (puede faltar alguna intermedia): 1 "), "{line}");
}

#[test]
fn what_is_translated_is_told_in_its_own_words() {
    let english = |name: &str| {
        format!(
            "=== channels.en.yaml\nagencia: {{ name: {name} }}\n=== indicators.en.yaml\nrespuesta: {{ name: Answer in time }}\n"
        )
    };
    let both = [("{ default: es }", "{ default: es, others: [en] }")];
    let first = with(MANUAL, &both) + &english("Branch");
    let next =
        with(&second(&both), &[("within: 24 business", "within: 12 business"), ("90 %, within", "95 %, within")]);
    let manuals = last(&[&first, &(next + &english("Branch"))]);
    let lines = said(&manuals[1], "changes");
    holds(&lines, "1 stricter indicator, 1 stricter channel.");
    assert!(lines.iter().any(|line| line.starts_with("Branch")), "{lines:#?}");
    // Other words for the same are a change of the translation alone.
    let next = second(&both) + &english("Office");
    let lines = said(&last(&[&first, &next])[0], "changes");
    holds(&lines, "Elementos de la traducción al inglés que dicen lo mismo con otras palabras: 1");
}

#[test]
fn what_came_or_went_in_a_service_is_not_the_service() {
    let next = second(&[("[agencia, telefono]", "[agencia]"), ("includes: [", "includes: [seguro de vida incluido, ")]);
    let lines = said(&last(&[MANUAL, &next])[0], "changes");
    holds(
        &lines,
        "Caja | Sigue vigente | Nuevo: TR-01 Trámite de cuenta (Oferta › Incluye 1). Retirado: TR-01 Trámite de cuenta (Oferta › Canales).",
    );
}

/// What is struck in the paragraphs of some blocks.
fn struck(blocks: &[Block]) -> Vec<String> {
    let of = |content: &[Inline]| -> Vec<String> {
        let struck = content.iter().filter_map(|inline| match inline {
            Inline::Strike { content } => Some(text_of(content).replace('\u{a0}', " ")),
            _ => None,
        });
        struck.collect()
    };
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph { content } => of(content),
            block => block.children().into_iter().flat_map(struck).collect(),
        })
        .collect()
}

#[test]
fn the_value_of_before_is_struck_beside_the_one_of_now() {
    let next = second(&[("within: 30 minutes", "within: 20 minutes"), ("kind: telephone", "kind: web")]);
    let manual = &last(&[MANUAL, &next])[0];
    assert_eq!(struck(&section(manual, "changes").expect("a chapter").blocks), ["Por teléfono", "30"]);
    assert_eq!(struck(&section(manual, "my-changes-caja").expect("a page").blocks), ["30"]);
}

#[test]
fn another_name_is_told_once() {
    let next = second(&[("TR-01", "TR-02"), ("name: Trámite de cuenta", "name: Gestión de cuenta")]);
    let lines = said(&last(&[MANUAL, &next])[0], "changes");
    holds(&lines, "TR-02 Gestión de cuenta (antes, TR-01 Trámite de cuenta)");
    // Beside a change of substance too.
    let next = with(&next, &[("within: 30 minutes", "within: 20 minutes")]);
    let lines = said(&last(&[MANUAL, &next])[0], "changes");
    holds(&lines, "Lo que cambia (cambia de nombre; antes, TR-01 Trámite de cuenta)");
    assert!(!lines.iter().any(|line| line.contains("Nombre:")), "{lines:#?}");
}

#[test]
fn a_law_or_standard_is_told_by_its_name() {
    let next = second(&[("{ default: es }", "{ default: es }\nprofiles: [iso-10002-2018]")]);
    let lines = said(&last(&[MANUAL, &next])[0], "changes");
    let told = lines.iter().find(|line| line.starts_with("Leyes y normas: ")).unwrap_or_else(|| panic!("{lines:#?}"));
    assert!(told.contains("ISO 10002") && told.contains(" (iso-10002-2018) (nuevo)"), "{told}");
}

#[test]
fn what_is_gone_is_gone_from_the_day_of_the_edition_without_it() {
    let next = second(&[
        ("telefono: { name: Central telefónica, kind: telephone }\n", ""),
        ("[agencia, telefono]", "[agencia]"),
    ]);
    let lines = said(&last(&[MANUAL, &next])[0], "changes");
    holds(&lines, "Central telefónica (retirado)");
    assert!(!lines.iter().any(|line| line.contains("2026")), "{lines:#?}");
}

#[test]
fn a_promise_in_a_line_has_no_full_stop_of_its_own() {
    let plain = [(
        "code: COM-01, promise: \"Le respondemos en [[plazo.within]]\"",
        "promise: \"Le respondemos en [[plazo.within]].\"",
    )];
    let stricter = [
        ("within: 3 business days, service", "within: 2 business days, service"),
        ("tolerance: 2 %", "tolerance: 2 %, owner: caja"),
    ];
    let lines = said(&last(&[&with(MANUAL, &plain), &with(&second(&plain), &stricter)])[0], "changes");
    assert!(lines.iter().any(|line| line.contains("Le respondemos en 2 días hábiles")), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("..") || line.contains(".,")), "{lines:#?}");
}

#[test]
fn long_texts_are_shown_where_they_differ() {
    let long = |day: &str| {
        let words = "Le recordamos que puede enviar lo que falta por el medio que prefiera. ".repeat(6);
        second(&[(
            "Con la solicitud completa",
            &format!("{words}Pague antes del día {day} de cada mes. Con la solicitud completa"),
        )])
    };
    let lines = said(
        &last(&[&with(&long("5"), &[(SECOND, "edition: \"1\", effective: 2026-01-01")]), &long("25")])[0],
        "changes",
    );
    let shown = |start: &str, day: &str| {
        let found = lines.iter().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{lines:#?}"));
        assert!(found.contains(&format!("día {day} de cada mes")) && found.contains(": …"), "{found}");
    };
    shown("antes: ", "5");
    shown("ahora: ", "25");
}
