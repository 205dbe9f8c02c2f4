//! What holds for the whole site, on the sample manual.

mod poison;

use std::collections::{BTreeMap, BTreeSet};

use super::super::Artifact;
use super::*;
use crate::ir::sample::sample;
use crate::ir::*;

fn site_of(manual: &Manual) -> BTreeMap<String, String> {
    let artifacts = render(manual, &Site::default(), &Theme::built_in()).expect("the manual renders");
    let page = |artifact: Artifact| Some((artifact.path, String::from_utf8(artifact.bytes).ok()?));
    artifacts.into_iter().filter(|artifact| artifact.path.ends_with(".html")).filter_map(page).collect()
}

fn refusal(manual: &Manual) -> String {
    render(manual, &Site::default(), &Theme::built_in()).expect_err("the manual is refused").to_string()
}

/// The sample with one chapter, of these blocks.
fn chapter(blocks: Vec<Block>) -> Manual {
    let mut manual = sample();
    manual.sections.retain(|section| section.kind == SectionKind::Control);
    manual.sections[0].kind = SectionKind::Chapter;
    manual.sections[0].blocks = blocks;
    manual
}

/// The values of an attribute in a page.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(&format!(" {attribute}=\""))
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(value, _)| value))
        .collect()
}

/// A page without its tags, entities read, and white space made one.
fn text(html: &str) -> String {
    let mut out = String::new();
    for part in html.split('<') {
        out.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        out.push(' ');
    }
    let out = out
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    squeeze(&out)
}

/// Text as it is compared: no white space, since tags may stand within a word or a sentence.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn there_is_a_page_for_each_section_that_is_one() {
    let pages = site_of(&sample());
    let names: Vec<&str> = pages.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "cobertura.html",
            "control.html",
            "index.html",
            "indicadores.html",
            "mi-manual-caja.html",
            "mi-manual.html",
            "orientacion.html",
            "reclamos.html",
            "service-ahorro-vista.html",
            "service-credito-agricola.html",
            "service-microcredito.html",
            "servicios.html",
            "tarjetas.html",
            "uso.html",
        ]
    );
    assert!(pages["service-microcredito.html"].contains(
        "<title>CR-01 Microcrédito individual · Manual de servicio al socio · Cooperativa Puente Hondo</title>"
    ));
}

#[test]
fn what_serves_paths_and_tests_is_loaded_only_where_there_are_some() {
    for (name, html) in site_of(&sample()) {
        for file in ["orientation.js", "orientation.css"] {
            assert_eq!(html.contains(file), name == "orientacion.html", "{file} on {name}");
        }
    }
}

#[test]
fn the_same_manual_gives_the_same_bytes() {
    let once = || render(&sample(), &Site::default(), &Theme::built_in()).expect("renders");
    assert_eq!(once(), once());
}

#[test]
fn every_address_leads_to_an_id_or_a_file() {
    let artifacts = render(&sample(), &Site::default(), &Theme::built_in()).expect("renders");
    let files: BTreeSet<&str> = artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
    let pages = site_of(&sample());
    let mut links = 0;
    for (name, html) in &pages {
        let ids: Vec<&str> = values(html, "id");
        let unique: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{name} has an id twice: {ids:?}");
        for described in values(html, "aria-labelledby").iter().flat_map(|ids| ids.split(' ')) {
            assert!(ids.contains(&described), "{name}: nothing is #{described}");
        }
        for address in values(html, "href").into_iter().chain(values(html, "src")) {
            if address.contains(':') {
                continue;
            }
            links += 1;
            let (file, anchor) = address.split_once('#').unwrap_or((address, ""));
            let file = if file.is_empty() { name } else { file };
            assert!(files.contains(file), "{name}: {address} leads nowhere");
            assert!(
                anchor.is_empty() || values(&pages[file], "id").contains(&anchor),
                "{name}: {address} has no anchor"
            );
        }
    }
    assert!(links > 300, "{links}");
}

#[test]
fn every_anchor_of_the_manual_is_an_id_of_its_page() {
    let pages = site_of(&sample());
    let all: BTreeSet<&str> = pages.values().flat_map(|html| values(html, "id")).collect();
    for section in sample().all_sections() {
        assert!(all.contains(section.id.as_str()), "{}", section.id);
    }
    for anchor in [
        "edicion-2026-2",
        "com-26",
        "recurso-tabletas",
        "msg-analisis",
        "paso-2",
        "escala-gerencia",
        "figura-valle",
        "fila-ind-21",
    ] {
        assert!(all.contains(anchor), "{anchor}");
    }
}

/// The texts of blocks in reading order, notes left out: they stand at the end of the page.
fn texts(blocks: &[Block], out: &mut Vec<String>) {
    let mut line = |inlines: &[Inline]| out.push(inline::title_of(inlines));
    match blocks.split_first() {
        None => (),
        Some((block, rest)) => {
            match block {
                Block::Paragraph { content }
                | Block::Heading { title: content, .. }
                | Block::Promise { content, .. } => line(content),
                Block::Script { context, content, form, .. } => {
                    [context, content, form].into_iter().for_each(|l| line(l))
                }
                Block::Limit { value, content, .. } => [value, content].into_iter().for_each(|l| line(l)),
                Block::Brief { say, .. } => line(say),
                Block::Steps { items } => items.iter().for_each(|step| line(&step.content)),
                Block::Escalation { steps, .. } => steps.iter().for_each(|step| line(&step.content)),
                Block::Facts { items } => items.iter().for_each(|fact| line(&fact.content)),
                Block::Table(table) => {
                    line(&table.caption);
                    table.columns.iter().for_each(|column| line(&column.title));
                    table.rows.iter().chain(&table.total).flat_map(|row| &row.cells).for_each(|cell| line(cell));
                }
                Block::Figure(figure) => line(&figure.caption),
                Block::Code { text, .. } => out.push(text.clone()),
                Block::Point { title, .. } => out.push(title.clone()),
                Block::Group { title, .. } => line(title),
                Block::Definitions { items } => {
                    for item in items {
                        out.push(inline::title_of(&item.term));
                        texts(&item.blocks, out);
                    }
                    return texts(rest, out);
                }
                Block::Cards { items } => {
                    for card in items {
                        line(&card.title);
                        card.parts.iter().flat_map(|part| &part.lines).for_each(|l| line(l));
                        card.scan.iter().for_each(|scan| line(&scan.caption));
                    }
                }
                Block::Poster(poster) => {
                    for tile in &poster.tiles {
                        [&tile.title, &tile.content, &tile.say].into_iter().for_each(|l| line(l));
                    }
                    poster.promises.iter().for_each(|cell| line(&cell.content));
                }
                Block::Tasks { items, .. } => {
                    items.iter().for_each(|i| [&i.content, &i.detail].into_iter().for_each(|l| line(l)))
                }
                Block::Progress { content, .. } => line(content),
                Block::Quiz { questions, .. } => {
                    for question in questions {
                        [&question.ask, &question.about].into_iter().for_each(|l| line(l));
                        question.options.iter().for_each(|option| line(&option.content));
                    }
                    for question in questions {
                        question.options.iter().filter(|option| option.right).for_each(|option| line(&option.content));
                        [&question.why, &question.place].into_iter().for_each(|l| line(l));
                    }
                }
                Block::Acknowledgement(sheet) => {
                    sheet.facts.iter().for_each(|fact| line(&fact.content));
                    [&sheet.declaration, &sheet.proof].into_iter().for_each(|l| line(l));
                }
                Block::List { .. } | Block::Callout { .. } | Block::Quote { .. } | Block::Rule => {}
            }
            block.children().into_iter().for_each(|inner| texts(inner, out));
            texts(rest, out);
        }
    }
}

#[test]
fn every_block_is_on_its_page_in_its_order() {
    let pages = site_of(&sample());
    let mut count = 0;
    for section in sample().all_sections() {
        let Some(file) = address::file_of(section).expect("a page or none") else { continue };
        let html = &pages[&file];
        let page = text(&html[html.find("<main").expect("a main")..]);
        let mut expected = Vec::new();
        texts(&section.blocks, &mut expected);
        let mut from = 0;
        for expected in expected.iter().map(|text| squeeze(text)) {
            let at = page[from..]
                .find(&expected)
                .unwrap_or_else(|| panic!("{file}: `{expected}` is missing or out of order"));
            from += at + expected.len();
            count += 1;
        }
    }
    assert!(count > 200, "{count}");
}

const PAYLOADS: [&str; 5] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'-alert(1)-'",
    "{{ 7*7 }}{% raw %}",
    "</title></style><svg/onload=x>",
];

#[test]
fn no_text_becomes_markup() {
    for payload in PAYLOADS {
        let mut manual = sample();
        poison::manual(&mut manual, payload);
        let pages = site_of(&manual);
        let escaped = inline::escape(payload);
        let mut seen = 0;
        for (name, html) in &pages {
            if payload.contains('<') {
                assert!(!html.contains(payload), "{name} holds {payload}");
            }
            assert!(
                !html.contains("<img src=x") && !html.contains("<svg/onload") && !html.contains("49"),
                "{name}: {payload}"
            );
            let own = html.matches("<script src=\"assets/theme/").count();
            assert!(own > 0 && html.matches("<script").count() == own, "{name} has its own scripts and no other");
            assert!(!html.contains("onerror=alert(1)>"), "{name}: {payload}");
            seen += html.matches(escaped.as_str()).count();
        }
        assert!(seen > 400, "{payload} was put into {seen} places only");
    }
}

#[test]
fn what_leads_nowhere_or_is_no_address_is_refused() {
    let to = |anchor: &str| Block::Paragraph { content: vec![Inline::Ref { to: anchor.into(), content: plain("x") }] };
    let drawing = |svg: &str| {
        let source = FigureSource::Drawing { svg: svg.into(), width: 1, height: 1 };
        Block::Figure(Figure { id: None, number: None, caption: Vec::new(), source, alt: String::new() })
    };
    let heading =
        |id: &str| Block::Heading { level: 2, id: Some(id.into()), number: None, title: plain("x"), told: false };
    let picture = Block::Paragraph { content: vec![Inline::Picture { path: "no.png".into(), alt: String::new() }] };
    let link = Block::Paragraph { content: vec![Inline::Link { href: "javascript:x".into(), content: plain("x") }] };
    let lang = Block::Paragraph { content: vec![Inline::Lang { lang: "e s".into(), content: plain("x") }] };
    for (blocks, part) in [
        (vec![to("nowhere")], "`nowhere`"),
        (vec![drawing("<svg><a href='ref:nowhere'/></svg>")], "`nowhere`"),
        (vec![drawing("<svg><script/></svg>")], "`script`"),
        (vec![heading("a"), heading("a")], "`a`"),
        (vec![heading("a b")], "`a b`"),
        (vec![heading("_main")], "`_main`"),
        (vec![picture], "`no.png`"),
        (vec![link], "`javascript:x`"),
        (vec![lang], "`e s`"),
    ] {
        let message = refusal(&chapter(blocks));
        assert!(message.contains(part), "{message}");
    }
    let mut manual = sample();
    manual.sections[1].id = "Index".into();
    assert!(refusal(&manual).contains("index.html") || refusal(&manual).contains("Index.html"));
    manual.sections[1].id = "../index".into();
    assert!(refusal(&manual).contains("../index"));
}

#[test]
fn a_marked_title_is_marked_on_its_page_alone() {
    let mut manual = chapter(Vec::new());
    let section = manual.sections.iter_mut().find(|s| s.kind == SectionKind::Chapter).expect("there is a chapter");
    section.title = "Carta de bienvenida".into();
    section.heading = vec![Inline::text("Carta de "), Inline::Strong { content: plain("bienvenida") }];
    let marked = "Carta de <strong>bienvenida</strong>";
    let pages: String = site_of(&manual).into_values().collect();
    assert_eq!(pages.matches(marked).count(), 1);
    assert!(pages.contains(&format!("{marked}</h1>")), "at the head");
    assert!(pages.contains("<title>Carta de bienvenida"));
}

#[test]
fn a_link_never_holds_another_and_headings_never_skip_a_level() {
    let note = Inline::Note { content: vec![Inline::Ref { to: "control".into(), content: plain("aquí") }] };
    let inner = Inline::Link { href: "https://x.example".into(), content: vec![Inline::text("dos"), note] };
    let outer = Inline::Ref { to: "control".into(), content: vec![Inline::text("uno "), inner] };
    let heading = |level: u8| Block::Heading { level, id: None, number: None, title: plain("título"), told: false };
    let group =
        Block::Group { role: GroupRole::Entry, id: None, code: None, title: plain("grupo"), blocks: vec![heading(2)] };
    let blocks = vec![Block::Paragraph { content: vec![outer] }, heading(4), heading(4), group, heading(2)];
    let pages = site_of(&chapter(blocks));
    let html = &pages["control.html"];
    assert!(html.contains("<a href=\"#control\">uno dos</a><sup"), "{html}");
    assert!(html.contains("<a href=\"#control\">aquí</a> <a href=\"#_ref-1\""), "{html}");
    let levels: Vec<&str> = html.match_indices("<h").filter_map(|(at, _)| html.get(at + 2..at + 3)).collect();
    let levels: String = levels.into_iter().filter(|level| level.parse::<u8>().is_ok()).collect();
    assert_eq!(levels, "1223422", "title, two fourths, group and what it holds, second, notes");
    for (n, id) in ["_h-titulo", "_h-titulo-2", "_h-titulo-3", "_h-titulo-4"].into_iter().enumerate() {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "the address of heading {n}");
    }
}

#[test]
fn a_menu_of_very_many_services_names_those_of_the_family_at_hand() {
    let mut manual = sample();
    let services = manual.sections.iter_mut().find(|section| section.kind == SectionKind::Services).expect("services");
    let family = services.sections[0].clone();
    for f in 0..10 {
        let mut more =
            Section { id: format!("f{f}"), title: format!("Familia {f}"), sections: Vec::new(), ..family.clone() };
        for s in 0..10 {
            let title = format!("Servicio {f}.{s}");
            more.sections.push(Section {
                id: format!("f{f}s{s}"),
                title,
                blocks: Vec::new(),
                ..family.sections[1].clone()
            });
        }
        services.sections.push(more);
    }
    let pages = site_of(&manual);
    let menu = |page: &str| pages[page].split_once("</header>").expect("a header").0.to_string();
    let here = menu("f3s4.html");
    assert!(here.contains("f3s9.html") && !here.contains("f4s0.html") && here.contains("servicios.html#f4"));
    assert!(pages["index.html"].contains("f4s0.html") && pages["servicios.html"].contains("f4s0.html"));
}

#[test]
fn a_menu_of_a_family_of_very_many_services_names_those_next_to_the_page() {
    let mut manual = sample();
    let services = manual.sections.iter_mut().find(|section| section.kind == SectionKind::Services).expect("services");
    let family = services.sections[0].clone();
    let service = |id: String| Section { id, blocks: Vec::new(), ..family.sections[1].clone() };
    let inside = (0..100).map(|s| service(format!("zf{s}x"))).collect();
    services.sections.push(Section { id: "grande".into(), title: "Grande".into(), sections: inside, ..family.clone() });
    services.sections.extend((0..100).map(|s| service(format!("zl{s}x"))));
    let pages = site_of(&manual);
    // Above the header stand the links to the pages before and after.
    let body = |page: &str| pages[page].split_once("<header").expect("a header").1.to_string();
    let menu = |page: &str| body(page).split_once("</header>").expect("its end").0.to_string();
    let names = |menu: &str, start: &str| menu.matches(&format!("href=\"{start}")).count();
    let here = menu("zf50x.html");
    assert!(here.contains("zf49x.html") && here.contains("zf51x.html") && here.contains("servicios.html#grande"));
    assert_eq!((names(&here, "zf"), names(&here, "zl")), (41, 0), "twenty before, twenty after, and the page itself");
    let loose = menu("zl99x.html");
    assert_eq!((names(&loose, "zf"), names(&loose, "zl")), (0, 21));
    assert_eq!(names(&menu("index.html"), "zl"), 0);
    assert!(pages["servicios.html"].contains("zl0x.html") && pages["servicios.html"].contains("zf0x.html"));
}

#[test]
fn words_of_the_program_say_their_language_where_the_page_has_another() {
    let told = |title: &str, told: bool| Block::Heading { level: 2, id: None, number: None, title: plain(title), told };
    let mut manual = sample();
    let table = |row_headers: bool| {
        let column = Column { title: plain("Cuándo"), align: Align::Start, weight: 1 };
        let rows =
            vec![Row { id: None, cells: vec![vec![Inline::State { state: State::Met, text: "Cumple".into() }]] }];
        let (id, number, caption, look) = (None, None, plain("Cuándo"), TableLook::Words);
        Block::Table(Table {
            id,
            number,
            caption,
            caption_hidden: true,
            look,
            row_headers,
            columns: vec![column],
            rows,
            total: None,
        })
    };
    let own = vec![told("Nuestro", false), told("Compromisos", true), table(true), table(false)];
    let cell = Cell {
        role: CellRole::Within,
        label: "Cumpla en".into(),
        value: vec![Inline::Value { text: "2 días hábiles".into() }],
        content: vec![Inline::text("hasta diez"), Inline::Break, Inline::text("hasta veinte")],
    };
    let brief =
        Block::Brief { title: "En diez segundos".into(), say_label: String::new(), say: Vec::new(), cells: vec![cell] };
    manual.sections.retain(|section| section.kind == SectionKind::Control);
    manual.sections[0].blocks = [vec![brief], own].concat();
    let page = |manual: &Manual| site_of(manual).into_values().find(|html| html.contains("Nuestro")).expect("a page");
    let plain_page = page(&manual);
    assert!(!plain_page.contains(" lang=\"es\" ") && !plain_page.contains("<h2 id=\"_h-compromisos\" lang"));
    assert!(plain_page.contains("<p class=\"big\"><b>2</b> días hábiles</p>"), "the figure is set large");
    assert!(plain_page.contains("<p>hasta diez</p><p>hasta veinte</p>"), "each line of a cell stands by itself");
    (manual.lang, manual.interface) = ("qu".into(), Some(crate::lang::Lang::Es));
    let html = page(&manual);
    for marked in [
        "<h2 id=\"_h-compromisos\" lang=\"es\">Compromisos",
        "<h2 id=\"_h-nuestro\">Nuestro",
        "<th scope=\"col\" class=\"start\" lang=\"es\">Cuándo",
        "<th scope=\"col\" class=\"start\">Cuándo",
        "<span class=\"state met ui\" lang=\"es\">",
        "<p class=\"big\" lang=\"es\"><b>2</b>",
        "<p class=\"mark within\" lang=\"es\">",
    ] {
        assert!(html.contains(marked), "{marked}");
    }
}
