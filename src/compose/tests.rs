//! What readers get of small manuals: labels, lists, capitals, sheets to sign, the page of standards.

use crate::ir::{Block, Fact, Inline, Manual, text_of};
use crate::lang::Lang;
use crate::load::Memory;
use crate::{Options, compile};

mod cased;
mod shown;
mod tongues;

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
    let options = Options { today, langs: vec![Lang::Es.into()], messages: None, profiles: Vec::new(), history: None };
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
fn a_title_keeps_its_marks_at_the_head_of_its_section() {
    let manual = composed(
        "=== chapters/carta.md\n---\ntitle: Carta de **bienvenida**\n---\nHola.\n\
         === chapters/guia.md\n---\ntitle: Guía\n---\nHola.\n",
    );
    let of = |id: &str| manual.all_sections().into_iter().find(|s| s.id == id).expect("the chapter is there").clone();
    let (marked, simple) = (of("chapter-carta"), of("chapter-guia"));
    assert_eq!(marked.title, "Carta de bienvenida", "menus and bookmarks have it plain");
    assert!(matches!(&marked.heading[..], [Inline::Text { .. }, Inline::Strong { .. }]), "{:?}", marked.heading);
    assert_eq!(text_of(&marked.heading), marked.title);
    assert!(simple.heading.is_empty());
}

#[test]
fn a_link_to_the_only_procedure_leads_to_its_chapter() {
    let procedure = "=== complaints.yaml\natencion: { name: Atención de reclamos }\n";
    let letter = "=== chapters/carta.md\n---\ntitle: Carta\n---\nSe sigue [[complaints/atencion]].\n";
    let refs = |more: &str| {
        let manual = composed(&format!("{procedure}{more}{letter}"));
        let carta = manual.all_sections().into_iter().find(|s| s.id == "chapter-carta").expect("is there").clone();
        let Block::Paragraph { content } = &carta.blocks[0] else { panic!("a paragraph") };
        let to = |inline: &Inline| match inline {
            Inline::Ref { to, .. } => Some(to.clone()),
            _ => None,
        };
        content.iter().filter_map(to).collect::<Vec<_>>()
    };
    assert_eq!(refs(""), ["complaints"]);
    assert_eq!(refs("otro: { name: Otro procedimiento }\n"), ["complaint-atencion"]);
}

#[test]
fn a_limit_in_parentheses_has_no_brackets_besides() {
    let manual = composed(
        "=== commitments.yaml\nespera: { promise: Lo llamamos pronto, within: 10 minutes }\n\
         === chapters/carta.md\n---\ntitle: Carta\n---\nEl plazo ([[espera.within]]) y [[espera.within]].\n",
    );
    let carta = manual.all_sections().into_iter().find(|s| s.id == "chapter-carta").expect("is there");
    let Block::Paragraph { content } = &carta.blocks[0] else { panic!("a paragraph") };
    let kinds: Vec<&str> = (content.iter())
        .filter_map(|inline| match inline {
            Inline::Value { .. } => Some("value"),
            Inline::Limit { .. } => Some("limit"),
            _ => None,
        })
        .collect();
    assert_eq!(kinds, ["value", "limit"], "{content:?}");
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
fn a_price_that_differs_by_case_is_told_with_its_cases() {
    let manual = composed(
        "=== segments.yaml
socio: { name: Socios }
empresa: { name: Empresas }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering:
  price: { by: [segment], cases: [[socio, free], [empresa, 2 PEN]], else: 5 PEN }
---
",
    );
    let tables =
        blocks(&manual).into_iter().filter_map(|b| if let Block::Table(table) = b { Some(table) } else { None });
    let cells: Vec<String> =
        tables.flat_map(|t| &t.rows).flat_map(|row| &row.cells).map(|cell| text_of(cell)).collect();
    let told = cells.iter().find(|cell| cell.contains("(Empresas)")).unwrap_or_else(|| panic!("{cells:?}"));
    let parts: Vec<&str> = told.split("; ").collect();
    assert!(parts.len() == 3 && parts[0].ends_with("(Socios)") && parts[1].contains('2'), "{told}");
    assert!(parts[2].contains('5') && parts[2].ends_with("(en los demás casos)"), "{told}");
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
fn the_poster_shows_twelve_standards_by_priority_and_names_the_others() {
    let mut standards = String::from("=== standards.yaml\n");
    for n in 1..=12 {
        standards += &format!("n{n}: {{ name: N{n}, statement: Se hace {n}. }}\n");
    }
    standards += "entre: { name: Entre, internal: true }\nbaja: { name: Baja, priority: low }\n";
    standards += "alta: { name: Alta, priority: high, statement: Se hace., example: «Soy Rosa» }\n";
    let manual = composed(&standards);
    let section = manual.all_sections().into_iter().find(|s| s.id == "poster").expect("a poster");
    let Some(Block::Poster(poster)) = section.blocks.first() else { panic!("the sheet comes first") };
    let names: Vec<String> = poster.tiles.iter().map(|tile| text_of(&tile.title)).collect();
    assert_eq!((names.len(), names[0].as_str(), names[1].as_str(), names[11].as_str()), (12, "Alta", "N1", "N11"));
    assert_eq!(text_of(&poster.tiles[0].say), "«Soy Rosa»");
    assert!(poster.tiles[1].say.is_empty());
    let Some(Block::Paragraph { content }) = section.blocks.get(1) else { panic!("the others are named") };
    assert_eq!(text_of(content), "No caben en el cartel, pero rigen igual: N12, Entre, Baja.");
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
            items.iter().any(|f| f.label == "Huella del contenido" && text_of(&f.content).contains("portada"))
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
        let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
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

/// The English edition of a small manual in Spanish.
fn english(more: &str) -> Manual {
    let base = BASE.replace("default: es }", "default: es, others: [en] }");
    let files = Memory::parse(&format!("{base}{more}"), "services/ejemplo.md");
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: vec![Lang::En.into()], messages: None, profiles: Vec::new(), history: None };
    let compiled = compile(&files, &options).expect("files in memory can be listed");
    compiled.manuals.into_iter().next().expect("the manual is composed")
}

/// The callouts directly in a section or in a group of it, as `section: words`.
fn callouts(manual: &Manual) -> Vec<String> {
    let mut out = Vec::new();
    for section in manual.all_sections() {
        let groups = section.blocks.iter().flat_map(Block::children).flatten();
        for block in section.blocks.iter().chain(groups) {
            if let Block::Callout { blocks, .. } = block
                && let [Block::Paragraph { content }] = blocks.as_slice()
            {
                out.push(format!("{}: {}", section.id, text_of(content)));
            }
        }
    }
    out
}

#[test]
fn what_is_not_translated_is_marked_and_named_for_the_reader() {
    let service = "=== services/uno.md\n---\ncode: U-1\nname: Uno\noffering: { summary: Lo primero, hours: { note: a diario } }\n\
                   ---\n\nPregunte por él.\n";
    let manual =
        english(&format!("{service}=== services/uno.en.md\n---\nname: One\noffering: {{ summary: The first }}\n---\n"));
    let page = manual.all_sections().into_iter().find(|s| s.id == "service-uno").expect("a page");
    assert_eq!((page.title.as_str(), text_of(&page.lead).as_str()), ("One", "The first"));
    let prose = page.blocks.iter().find_map(|block| match block {
        Block::Paragraph { content } => Some(content.as_slice()),
        _ => None,
    });
    let spanish = |run: &[crate::ir::Inline]| matches!(run, [crate::ir::Inline::Lang { lang, .. }] if lang == "es");
    assert!(prose.is_some_and(spanish), "{prose:?}");
    let note = "service-uno: Some passages here are shown in Spanish: they are not translated yet.";
    assert!(callouts(&manual).iter().any(|c| c == note), "{:?}", callouts(&manual));
    let whole = format!(
        "{service}=== services/uno.en.md\n---\nname: One\noffering: {{ summary: The first, hours: {{ note: daily }} }}\n---\nAsk.\n"
    );
    assert!(!callouts(&english(&whole)).iter().any(|c| c.starts_with("service-uno")));
    assert!(callouts(&composed(service)).is_empty(), "the original needs no mark");
}

#[test]
fn a_translation_that_may_be_older_says_so_where_it_is_read() {
    let english_roles = "=== roles.en.yaml\ncaja: { translated: { of: 00000000 }, name: Teller, plural: Tellers, profile: [patience, accuracy], competencies: [listening] }\n";
    let service = "=== services/uno.md\n---\ncode: U-1\nname: Uno\n---\n=== services/uno.en.md\n---\ntranslated: { of: 00000000 }\nname: One\n---\n";
    let told = callouts(&english(&format!("{english_roles}{service}")));
    let older = "This translation may be older than the original.";
    assert!(told.contains(&format!("service-uno: {older}")), "{told:?}");
    assert!(told.contains(&format!("roles: {older}")), "at the role itself\n{told:?}");
}

/// The manual in English, from a Spanish one of which a part is translated.
fn in_english(more: &str) -> Manual {
    let base = BASE.replace("languages: { default: es }", "languages: { default: es, others: [en] }");
    let files = Memory::parse(&format!("{base}{more}"), "services/ejemplo.md");
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: vec![Lang::En.into()], messages: None, profiles: Vec::new(), history: None };
    let compiled = compile(&files, &options).expect("files in memory can be listed");
    compiled.manuals.into_iter().next().expect("the manual is composed")
}

#[test]
fn a_title_without_a_translation_says_its_language() {
    let manual = in_english(
        "=== services/giros.md\n---\ncode: GI-01\nname: Giros\n---\n=== services/cuentas.md\n---\ncode: CU-01\nname: Cuentas\n---\n\
         === services/cuentas.en.md\n---\nname: Accounts\n---\n",
    );
    let told = |title: &str| {
        let all = manual.all_sections();
        let section = all.into_iter().find(|s| s.title == title).unwrap_or_else(|| panic!("no {title}"));
        section.title_lang.clone()
    };
    assert_eq!(told("Giros").as_deref(), Some("es"));
    assert_eq!(told("Accounts"), None);
    assert_eq!(told("Services"), None);
}

#[test]
fn the_gap_is_told_for_the_latest_period_and_over_time() {
    let survey = |results: &str| {
        let text = format!("=== surveys.yaml\nsocios:\n  name: Socios\n  scale: 0..10\n  results:\n{results}");
        blocks(&composed(&text)).into_iter().map(text_of_block).collect::<Vec<_>>().join("\n")
    };
    let period = |name: &str, time: &str| {
        format!(
            "    {name}:\n      dimensions:\n        time: {{ expected: 9, perceived: {time} }}\n        courtesy: {{ expected: 8, perceived: 8.5 }}\n"
        )
    };
    let one = survey(&period("2026-Q1", "7.5"));
    assert!(one.contains("Donde más falta: tiempo (−1.5)") || one.contains("Donde más falta: tiempo (−1,5)"), "{one}");
    assert!(!one.contains("Brecha por período"), "one period is no course");
    let two = survey(&(period("2026-Q1", "7.5") + &period("2026-Q2", "9")));
    assert!(two.contains("alcanza lo esperado en todas"), "{two}");
    assert!(two.contains("Brecha por período"), "{two}");
}

/// The words of paragraphs and the captions of tables.
fn text_of_block(block: &Block) -> String {
    match block {
        Block::Paragraph { content } => text_of(content),
        Block::Table(table) => text_of(&table.caption),
        _ => String::new(),
    }
}
