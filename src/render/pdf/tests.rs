//! What the PDF promises: every kind is set, content is data, the same input gives the same bytes, errors name their place.

use super::*;
use crate::ir::sample::sample;
use crate::ir::*;
use typst::layout::{Frame, FrameItem};

fn pdf_of(manual: &Manual) -> Result<Vec<u8>, String> {
    render(manual, &Theme::built_in()).map(|artifact| artifact.bytes).map_err(|error| error.0)
}

/// The default theme with one file of `pdf/` replaced.
fn with_file(path: &str, source: &str) -> Theme {
    Theme::of(&[(format!("pdf/{path}").as_str(), source.as_bytes())]).0
}

fn refusal(manual: &Manual) -> String {
    pdf_of(manual).expect_err("the manual cannot be printed")
}

/// The printed text, without spaces and hyphens: lines break and words are hyphenated where the page wants.
fn printed(manual: &Manual) -> String {
    let data = serde_json::to_value(manual).unwrap();
    let world = world_of(manual, data, &Theme::built_in()).unwrap();
    let document = compile(&world).unwrap_or_else(|error| panic!("{error}"));
    let mut out = String::new();
    document.pages().iter().for_each(|page| push_text(&page.frame, &mut out));
    squeezed(&out)
}

fn push_text(frame: &Frame, out: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => push_text(&group.frame, out),
            FrameItem::Text(text) => out.push_str(&text.text),
            _ => {}
        }
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{200b}' | '\u{2010}')).collect()
}

fn has(bytes: &[u8], wanted: &str) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted.as_bytes())
}

/// The sample with one chapter of these blocks and nothing else.
fn only(blocks: Vec<Block>) -> Manual {
    let mut manual = sample();
    manual.sections = vec![chapter(blocks)];
    manual
}

fn chapter(blocks: Vec<Block>) -> Section {
    Section {
        kind: SectionKind::Chapter,
        id: "capitulo".into(),
        number: Some("1".into()),
        code: None,
        title: "Capítulo de prueba".into(),
        heading: Vec::new(),
        title_lang: None,
        short: None,
        lead: Vec::new(),
        facts: Vec::new(),
        blocks,
        sections: Vec::new(),
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { content: plain(text) }
}

fn table(columns: usize, rows: Vec<Row>) -> Block {
    let column = |n: usize| Column { title: plain(format!("Columna {n}")), align: Align::Start, weight: 1 };
    Block::Table(Table {
        id: None,
        number: None,
        caption: plain("Un cuadro"),
        caption_hidden: false,
        look: TableLook::Words,
        row_headers: true,
        columns: (1..=columns).map(column).collect(),
        rows,
        total: None,
    })
}

fn row(cells: &[&str]) -> Row {
    Row { id: None, cells: cells.iter().map(|text| plain(*text)).collect() }
}

#[test]
fn the_sample_is_one_file_of_both_standards_with_its_data() {
    let bytes = pdf_of(&sample()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    for mark in ["<pdfuaid:part>1<", "<pdfaid:part>3<", "<pdfaid:conformance>A<", "manual.json", "/AFRelationship/Data"]
    {
        assert!(has(&bytes, mark), "{mark}");
    }
    assert!(has(&bytes, "2026-11-02"), "stamped with the date of the manual");
}

#[test]
fn the_same_manual_gives_the_same_bytes() {
    assert!(pdf_of(&sample()).unwrap() == pdf_of(&sample()).unwrap());
}

#[test]
fn typst_has_nothing_to_warn_of() {
    let manual = sample();
    let world = world_of(&manual, serde_json::to_value(&manual).unwrap(), &Theme::built_in()).unwrap();
    let warnings = typst::compile::<PagedDocument>(&world).warnings;
    assert!(warnings.is_empty(), "{}", world.explain(&warnings));
}

#[test]
fn a_theme_that_lacks_a_kind_is_refused_by_name() {
    let kinds = [
        ("theme.typ", "block-kinds", &contract::BLOCKS[..]),
        ("inlines.typ", "inline-kinds", &contract::INLINES),
        ("theme.typ", "section-kinds", &contract::SECTIONS),
    ];
    for (file, dictionary, names) in kinds {
        for name in names {
            let source = Theme::built_in().pdf()[file].clone();
            let start = source.find(&format!("#let {dictionary}")).unwrap();
            let (head, entries) = source.split_at(start);
            let entry = if *name == "break" { "  \"break\": ".to_string() } else { format!("  {name}: ") };
            let renamed = entry.replace(*name, "something-else");
            assert!(entries.contains(&entry), "{dictionary} has no {name}");
            let theme = with_file(file, &format!("{head}{}", entries.replacen(&entry, &renamed, 1)));
            let error = render(&only(Vec::new()), &theme).unwrap_err().0;
            assert!(error.contains(&format!("the theme lacks `{name}` in `{dictionary}`")), "{error}");
        }
    }
}

#[test]
fn content_is_data_and_is_printed_as_it_stands() {
    let texts = [
        r#"#read("/main.typ")"#,
        r#"#eval("1+1")"#,
        "$x^2$ @label <label> *a* _b_",
        "= Título \\ ] } // fin /* fin */",
        "`código` ~ ' \" -- ...",
        r#"#import "@preview/x:1.0.0""#,
    ];
    let everywhere = |text: &str| {
        vec![
            paragraph(text),
            Block::Heading { level: 2, id: None, number: None, title: plain(text), told: false },
            Block::Code { lang: Some(text.into()), text: text.into() },
            Block::Promise {
                id: None,
                code: Some("X".into()),
                label: text.into(),
                content: vec![Inline::Value { text: text.into() }, Inline::Code { text: text.into() }],
                facts: vec![Fact { label: text.into(), content: plain(text) }],
            },
            table(1, vec![row(&[text])]),
        ]
    };
    for text in texts {
        let manual = only(everywhere(text));
        let found = printed(&manual).matches(&squeezed(text)).count();
        assert!(found >= 8, "{text} is printed {found} times");
        pdf_of(&manual).unwrap();
    }
}

#[test]
fn every_text_of_the_sample_is_printed() {
    fn collect(value: &Value, out: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| collect(item, out)),
            Value::Object(fields) => {
                // Such a caption is for assistive technology only.
                let hidden = fields.get("caption_hidden") == Some(&Value::Bool(true));
                for (key, field) in fields.iter().filter(|(key, _)| !(hidden && *key == "caption")) {
                    match field {
                        Value::String(text) if matches!(key.as_str(), "text" | "title" | "label" | "say_label") => {
                            out.push(text.clone());
                        }
                        _ => collect(field, out),
                    }
                }
            }
            _ => {}
        }
    }
    let manual = sample();
    let mut texts = Vec::new();
    collect(&serde_json::to_value(&manual).unwrap()["sections"], &mut texts);
    let page = printed(&manual);
    let lost: Vec<&String> = texts.iter().filter(|text| !page.contains(&squeezed(text))).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn every_anchor_of_the_sample_can_be_reached() {
    fn collect(value: &Value, out: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| collect(item, out)),
            Value::Object(fields) => {
                out.extend(fields.get("id").and_then(Value::as_str).map(str::to_string));
                fields.values().for_each(|field| collect(field, out));
            }
            _ => {}
        }
    }
    let mut manual = sample();
    let mut anchors = Vec::new();
    collect(&serde_json::to_value(&manual).unwrap(), &mut anchors);
    assert!(anchors.len() > 20);
    let references = anchors.into_iter().map(|to| Inline::Ref { content: plain(&to), to }).collect();
    manual.sections.last_mut().unwrap().blocks.push(Block::Paragraph { content: references });
    pdf_of(&manual).unwrap();
}

#[test]
fn a_reference_to_nowhere_and_a_name_used_twice_are_refused() {
    let nowhere = Block::Paragraph { content: vec![Inline::Ref { to: "no-hay".into(), content: plain("aquí") }] };
    assert!(refusal(&only(vec![nowhere])).contains("no place of the manual is called `no-hay`"));
    let named =
        || Block::Heading { level: 2, id: Some("doble".into()), number: None, title: plain("Doble"), told: false };
    assert!(refusal(&only(vec![named(), named()])).contains("more than one place of the manual is called `doble`"));
}

#[test]
fn a_character_without_a_glyph_is_named_with_its_text_and_section() {
    let error = refusal(&only(vec![paragraph("Sonría siempre 😀 al saludar")]));
    assert!(error.contains("`😀` (U+1F600)"), "{error}");
    assert!(error.contains("“Sonría siempre 😀 al saludar” in Capítulo de prueba"), "{error}");
    assert!(refusal(&only(vec![paragraph("privado \u{e000}")])).contains("U+E000"));
    assert!(refusal(&only(vec![paragraph("campana \u{7}")])).contains("U+0007"));
}

#[test]
fn other_alphabets_and_invisible_marks_are_printed() {
    let texts = [
        "Ελληνικά, Кириллица, Ħ ẞ ŵ ł ő",
        "suave\u{ad}mente sin\u{200b}ancho ☐ ✓ ✗ → ≥ ½ €",
        "línea uno\nlínea dos\tfin",
    ];
    pdf_of(&only(texts.into_iter().map(paragraph).collect())).unwrap();
}

#[test]
fn a_picture_that_cannot_be_read_is_named() {
    let figure = |path: &str| {
        let source = FigureSource::Picture { path: path.into(), width: 10, height: 10 };
        Block::Figure(Figure { id: None, number: None, caption: Vec::new(), source, alt: "Una foto".into() })
    };
    let error = refusal(&only(vec![figure("no-hay.png")]));
    assert!(error.contains("no-hay.png"), "{error}");
    let mut manual = only(vec![figure("rota.png")]);
    manual.assets.push(Asset { path: "rota.png".into(), bytes: b"not a picture".to_vec() });
    let error = refusal(&manual);
    assert!(error.contains("rota.png"), "{error}");
    let mut manual = only(Vec::new());
    manual.assets.push(Asset { path: "../../fuera.png".into(), bytes: Vec::new() });
    assert!(refusal(&manual).contains("fuera.png"));
}

#[test]
fn a_mistake_of_a_theme_is_shown_with_its_place() {
    let broken = |source: &str| {
        let whole = format!("{source}{}", Theme::built_in().pdf()["prose.typ"]);
        render(&only(Vec::new()), &with_file("prose.typ", &whole)).unwrap_err().0
    };
    assert!(broken("#let x = (\n").starts_with("pdf/prose.typ:"));
    assert!(broken("#nothing-of-this-name\n").starts_with("pdf/prose.typ:1:2: unknown variable"));
    let outside = broken("#read(\"/etc/passwd\")\n");
    assert!(outside.contains("not found"), "{outside}");
    let package = broken("#import \"@preview/cetz:0.3.0\"\n");
    assert!(package.contains("package not found"), "{package}");
}

#[test]
fn a_brand_colours_pages_and_drawings() {
    let (brand, _) = Theme::of(&[("theme.yaml", b"light: {accent: '#6b1d5e'}\n")]);
    assert!(drawing_css(&brand).unwrap().contains("stroke: #6b1d5e"));
    let bytes = |theme: &Theme| render(&sample(), theme).unwrap().bytes;
    assert!(bytes(&brand) != bytes(&Theme::built_in()));
    let error = drawing_css(&with_file("drawing.css", ".d { fill: var(--acent); }")).unwrap_err().0;
    assert!(error.contains("`var(--acent)`"), "{error}");
}

#[test]
fn a_theme_for_print_holds_no_word() {
    let theme = Theme::built_in();
    for (path, source) in theme.pdf().iter().filter(|(path, _)| path.ends_with(".typ")) {
        for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let code = line.split(" // ").next().unwrap_or_default();
            // Words in a string or in markup would begin with a capital letter; names in code never do.
            let word = code
                .split(|c: char| !c.is_alphabetic())
                .find(|word| word.chars().next().is_some_and(char::is_uppercase));
            let fonts = ["Libertinus", "Serif", "DejaVu", "Sans", "Mono"];
            assert!(word.is_none_or(|word| fonts.contains(&word)), "{path}: {line}");
        }
    }
}

#[test]
fn unusual_manuals_are_printed() {
    let step = |text: &str| Step { id: None, content: plain(text), who: Vec::new(), when: Vec::new() };
    let nested = (1..=4).fold(paragraph("hondo"), |inner, level| Block::List {
        style: if level % 2 == 0 { ListStyle::Numbers } else { ListStyle::Bullets },
        start: None,
        items: vec![vec![paragraph("nivel"), inner], Vec::new()],
    });
    let long = "x".repeat(400);
    let address = format!("https://example.org/{}", "una-ruta-larga/".repeat(12));
    let mut blocks = vec![
        nested,
        paragraph(""),
        paragraph(&long),
        Block::Paragraph { content: vec![Inline::Link { href: address.clone(), content: plain(&address) }] },
        Block::Paragraph { content: vec![Inline::Lang { lang: "quechua".into(), content: plain("allin") }] },
        table(3, vec![row(&["", "", ""]), row(&[&long, &address, "fin"])]),
        table(2, Vec::new()),
        table(2, (0..60).map(|n| row(&[&format!("Fila {n}"), "Una celda con algunas palabras"])).collect()),
        table(14, vec![row(&["Incumplimientos"; 14])]),
        Block::Heading {
            level: 4,
            id: None,
            number: Some("9".into()),
            title: vec![Inline::text("Con nota"), Inline::Note { content: plain("n") }],
            told: false,
        },
        Block::Limit { label: "Límite".into(), value: Vec::new(), content: Vec::new() },
        Block::Brief { title: String::new(), say_label: String::new(), say: Vec::new(), cells: Vec::new() },
        Block::Script { label: String::new(), context: Vec::new(), content: Vec::new(), form: Vec::new() },
        Block::Promise { id: None, code: None, label: String::new(), content: Vec::new(), facts: Vec::new() },
        Block::Steps { items: Vec::new() },
        Block::Facts { items: Vec::new() },
        Block::Definitions { items: vec![Definition { id: None, term: Vec::new(), blocks: Vec::new() }] },
        Block::Code { lang: None, text: String::new() },
        Block::Callout {
            tone: Tone::Warning,
            label: "Cuidado".into(),
            blocks: (0..90).map(|n| paragraph(&format!("Un aviso de {n} páginas"))).collect(),
        },
        Block::Quote { blocks: Vec::new() },
    ];
    for count in [0, 1, 2, 5, 9] {
        blocks.push(Block::Escalation { label: "Escale".into(), steps: (0..count).map(|_| step("Llame")).collect() });
    }
    let mut manual = only(blocks);
    manual.control.code = None;
    manual.control.edition = None;
    manual.subtitle = None;
    let page = printed(&manual);
    assert!(page.contains(&long) && page.contains(&squeezed(&address)));
    pdf_of(&manual).unwrap();
}

#[test]
fn empty_sections_of_every_kind_are_printed() {
    use SectionKind::*;
    let mut manual = only(Vec::new());
    let kinds = [Cover, Control, Chapter, Services, Family, Service, Register, Role];
    let section = |kind, id: String| Section { kind, id, number: None, ..chapter(Vec::new()) };
    manual.sections = kinds.into_iter().map(|kind| section(kind, format!("{kind:?}"))).collect();
    pdf_of(&manual).unwrap();
    manual.sections.clear();
    pdf_of(&manual).unwrap();
}

#[test]
fn a_heading_without_words_is_named_by_its_section() {
    let mut manual = only(vec![Block::Heading { level: 2, id: None, number: None, title: Vec::new(), told: false }]);
    assert_eq!(refusal(&manual), "a heading has no title, in `capitulo`");
    manual.sections[0].blocks.clear();
    manual.sections[0].title = " ".into();
    assert_eq!(refusal(&manual), "the section has no title, in `capitulo`");
}

#[test]
fn an_entry_without_a_name_is_called_by_its_code() {
    let entry = Block::Group {
        role: GroupRole::Entry,
        id: None,
        code: Some("RX-77".into()),
        title: Vec::new(),
        blocks: vec![paragraph("algo")],
    };
    assert!(printed(&only(vec![entry])).contains("RX77"));
}

#[test]
fn a_date_that_is_none_is_refused() {
    let mut manual = only(Vec::new());
    manual.control.date = "2026-13-01".into();
    assert!(refusal(&manual).contains("`2026-13-01`"));
}

#[test]
fn what_changed_for_a_role_is_printed_after_the_changes_and_its_page_is_not() {
    let says = |id: &str, kind, text: &str, inner: Vec<Section>| Section {
        id: id.into(),
        kind,
        number: None,
        sections: inner,
        ..chapter(vec![Block::Paragraph { content: plain(text) }])
    };
    let brief = says("mi-cambio", SectionKind::Role, "Ahora son doce horas.", Vec::new());
    let page = says("mi-pagina", SectionKind::Role, "Todo lo de caja.", vec![brief]);
    let mine = says("mis-manuales", SectionKind::Chapter, "Los puestos.", vec![page]);
    let mut manual = sample();
    let text = |id: &str| Block::Paragraph { content: vec![Inline::Ref { to: id.into(), content: plain(id) }] };
    let mut changes = chapter(vec![text("mi-cambio"), text("mi-pagina")]);
    changes.id = CHANGES.into();
    manual.sections = vec![changes, mine];
    let mut data = serde_json::to_value(&manual).unwrap();
    leave_out_views(&manual, &mut data);
    let told = data.to_string();
    assert!(told.contains("Ahora son doce horas.") && !told.contains("Todo lo de caja."), "{told}");
    assert!(told.contains("\"to\":\"mi-cambio\"") && !told.contains("\"to\":\"mi-pagina\""), "{told}");
    assert!(pdf_of(&manual).is_ok_and(|bytes| has(&bytes, "%PDF")));
}
