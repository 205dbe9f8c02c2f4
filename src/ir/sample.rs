//! A small manual that holds every kind of section, block and inline and every value of every enum: for tests of renderers.
//!
//! It reads like a true manual of an invented cooperative, so that what a renderer makes of it can also be judged by eye.

mod chapters;
mod orientation;
mod service;
mod sheets;

use super::*;
use crate::lang::Lang;

/// The manual. The same value at every call.
pub fn sample() -> Manual {
    Manual {
        schema: SCHEMA,
        lang: "es".into(),
        decimal: ',',
        interface: None,
        title: "Manual de servicio al socio".into(),
        subtitle: Some("Qué ofrecemos, en cuánto tiempo, quién decide y qué decir".into()),
        organization: "Cooperativa Puente Hondo".into(),
        description: "Servicios, plazos, guiones y responsables de la Cooperativa Puente Hondo.".into(),
        control: Control {
            code: Some("MSC-001".into()),
            edition: Some("2026.2".into()),
            status: "Borrador".into(),
            draft: true,
            effective: Some("2 de noviembre de 2026".into()),
            review_by: Some("31 de octubre de 2027".into()),
            address: Some("https://manual.example.org/".into()),
            date: "2026-11-02".into(),
            digest: "9f2c 41ab 07de".into(),
        },
        labels: &Lang::Es.words().interface,
        sections: vec![
            chapters::cover(),
            chapters::control(),
            chapters::usage(),
            services(),
            chapters::complaints(),
            sheets::cards(),
            sheets::roles(),
            chapters::indicators(),
            chapters::coverage(),
            orientation::page(),
        ],
        names: names(),
        assets: vec![Asset { path: "fotos/valle.png".into(), bytes: VALLEY.to_vec() }],
        roles: Vec::new(),
        history: None,
        data: Vec::new(),
    }
}

fn names() -> Vec<Name> {
    let name = |anchor: &str, kind: NameKind, synonyms: &[&str]| Name {
        anchor: anchor.into(),
        kind,
        synonyms: synonyms.iter().map(|synonym| (*synonym).into()).collect(),
        avoid: Vec::new(),
    };
    let avoid =
        vec![Avoided { term: "préstamo exprés".into(), why: Some("promete una rapidez que no controlamos".into()) }];
    vec![
        Name { avoid, ..name("service-microcredito", NameKind::Service, &["crédito para negocio"]) },
        name("com-26", NameKind::Commitment, &[]),
    ]
}

fn services() -> Section {
    Section {
        lead: vec![t("Tres servicios en dos familias. A la derecha de cada uno, lo que se puede prometer hoy.")],
        blocks: vec![p("Quien atiende busca aquí el servicio por su código o por su nombre oficial.")],
        sections: vec![
            Section {
                lead: vec![t("Dinero que la cooperativa presta.")],
                sections: vec![service::microcredit(), service::farm_credit()],
                ..section(SectionKind::Family, "familia-credito", Some("2.1"), "Crédito")
            },
            Section {
                sections: vec![service::savings()],
                ..section(SectionKind::Family, "familia-ahorro", Some("2.2"), "Ahorro")
            },
        ],
        ..section(SectionKind::Services, "servicios", Some("2"), "Servicios")
    }
}

fn section(kind: SectionKind, id: &str, number: Option<&str>, title: &str) -> Section {
    Section {
        kind,
        id: id.into(),
        number: number.map(Into::into),
        code: None,
        title: title.into(),
        heading: Vec::new(),
        title_lang: None,
        short: None,
        lead: Vec::new(),
        facts: Vec::new(),
        blocks: Vec::new(),
        sections: Vec::new(),
    }
}

fn t(text: &str) -> Inline {
    Inline::text(text)
}

fn strong(text: &str) -> Inline {
    Inline::Strong { content: plain(text) }
}

fn limit(text: &str) -> Inline {
    Inline::Limit { text: text.into() }
}

fn value(text: &str) -> Inline {
    Inline::Value { text: text.into() }
}

fn slot(text: &str) -> Inline {
    Inline::Slot { text: text.into() }
}

fn to(anchor: &str, text: &str) -> Inline {
    Inline::Ref { to: anchor.into(), content: plain(text) }
}

fn state(state: State, text: &str) -> Inline {
    Inline::State { state, text: text.into() }
}

fn p(text: &str) -> Block {
    Block::Paragraph { content: plain(text) }
}

fn para(content: Vec<Inline>) -> Block {
    Block::Paragraph { content }
}

fn heading(level: u8, id: Option<&str>, number: Option<&str>, title: &str) -> Block {
    Block::Heading { level, id: id.map(Into::into), number: number.map(Into::into), title: plain(title), told: false }
}

fn fact(label: &str, content: Vec<Inline>) -> Fact {
    Fact { label: label.into(), content }
}

fn facts(items: &[(&str, &str)]) -> Block {
    Block::Facts { items: items.iter().map(|(label, text)| fact(label, plain(*text))).collect() }
}

fn list(style: ListStyle, items: &[&str]) -> Block {
    Block::List { style, start: None, items: items.iter().map(|text| vec![p(text)]).collect() }
}

fn step(id: Option<&str>, content: Vec<Inline>, who: &str, when: Vec<Inline>) -> Step {
    let who = if who.is_empty() { Vec::new() } else { plain(who) };
    Step { id: id.map(Into::into), content, who, when }
}

fn column(title: &str, align: Align, weight: u8) -> Column {
    Column { title: plain(title), align, weight }
}

fn row(id: Option<&str>, cells: Vec<Vec<Inline>>) -> Row {
    Row { id: id.map(Into::into), cells }
}

fn texts(cells: &[&str]) -> Row {
    Row { id: None, cells: cells.iter().map(|text| plain(*text)).collect() }
}

/// A table of words with a visible, numbered caption.
fn table(id: &str, number: &str, caption: &str, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table {
        id: Some(id.into()),
        number: Some(number.into()),
        caption: plain(caption),
        caption_hidden: false,
        look: TableLook::Words,
        row_headers: true,
        columns,
        rows,
        total: None,
    }
}

/// A hill by a river, 160 × 64 pixels of two colours.
const VALLEY: [u8; 250] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0xa0, 0x00, 0x00, 0x00, 0x40, 0x01, 0x03, 0x00, 0x00, 0x00, 0xa7, 0x45, 0xee, 0xec, 0x00, 0x00, 0x00, 0x06, 0x50,
    0x4c, 0x54, 0x45, 0x12, 0x39, 0x2f, 0xed, 0xf3, 0xef, 0x11, 0x07, 0x71, 0xa4, 0x00, 0x00, 0x00, 0xaf, 0x49, 0x44,
    0x41, 0x54, 0x78, 0xda, 0xed, 0xd3, 0xb1, 0x0d, 0xc4, 0x20, 0x0c, 0x05, 0xd0, 0x1f, 0xa5, 0x48, 0xc9, 0x08, 0x8c,
    0xc2, 0x6d, 0x06, 0xa3, 0x31, 0x0a, 0x23, 0x50, 0x52, 0x44, 0x97, 0xb3, 0x1d, 0x1b, 0xe9, 0x20, 0xc5, 0x75, 0x29,
    0x72, 0xee, 0x78, 0x92, 0xfd, 0xed, 0x02, 0x1c, 0x17, 0x85, 0x3f, 0xde, 0x8a, 0x0d, 0x17, 0x58, 0x10, 0x66, 0x4c,
    0x70, 0x33, 0x02, 0xdb, 0x84, 0x3b, 0xb0, 0x4c, 0xd8, 0x00, 0x4c, 0x58, 0x09, 0xe3, 0x88, 0x85, 0x30, 0x8c, 0x98,
    0x09, 0xfd, 0x88, 0x64, 0x5f, 0xf1, 0x8c, 0x6f, 0xc6, 0x55, 0x86, 0x6f, 0x1d, 0x77, 0xc6, 0xe5, 0x3c, 0xa2, 0x23,
    0x6f, 0x04, 0x9d, 0x13, 0x0d, 0xab, 0x60, 0x94, 0x16, 0x6f, 0x98, 0x05, 0xbd, 0xb4, 0x38, 0xc3, 0x24, 0xe8, 0x64,
    0xdf, 0xd5, 0x50, 0x8c, 0x77, 0xca, 0x9a, 0x07, 0x0d, 0x97, 0x67, 0xb2, 0x3c, 0x0b, 0xa7, 0xa7, 0xec, 0x1b, 0x4e,
    0x2c, 0x8a, 0x61, 0xd7, 0x3c, 0xc6, 0xa4, 0xe8, 0x9a, 0xe6, 0x1d, 0xda, 0x24, 0x87, 0x16, 0x3b, 0x17, 0xba, 0x3a,
    0xd7, 0xcb, 0xce, 0x45, 0xef, 0xb6, 0xa2, 0xcb, 0x50, 0x07, 0xe3, 0x78, 0x3c, 0xb9, 0x7e, 0xff, 0x32, 0xb7, 0xce,
    0xfc, 0x00, 0xd9, 0xac, 0xf6, 0xb7, 0x3c, 0x05, 0x47, 0x74, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae,
    0x42, 0x60, 0x82,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_every_kind_of_section_block_and_inline() {
        let json = serde_json::to_string(&sample()).expect("the manual serializes");
        for kind in SECTIONS.iter().chain(&BLOCKS).chain(&INLINES).chain(&VALUES) {
            assert!(json.contains(&format!("\"{kind}\"")), "no {kind} in the sample");
        }
    }

    const SECTIONS: [&str; 8] = ["cover", "control", "chapter", "services", "family", "service", "register", "role"];
    const BLOCKS: [&str; 25] = [
        "paragraph",
        "heading",
        "point",
        "group",
        "list",
        "definitions",
        "steps",
        "facts",
        "table",
        "figure",
        "brief",
        "promise",
        "script",
        "limit",
        "callout",
        "escalation",
        "quote",
        "code",
        "rule",
        "cards",
        "poster",
        "tasks",
        "progress",
        "quiz",
        "acknowledgement",
    ];
    const INLINES: [&str; 17] = [
        "text", "strong", "emph", "strike", "code", "mark", "value", "limit", "slot", "state", "ref", "link", "note",
        "lang", "picture", "task", "break",
    ];
    const VALUES: [&str; 35] = [
        "complete",
        "partial",
        "missing",
        "not_applicable",
        "met",
        "missed",
        "pending",
        "indicator",
        "message",
        "moment",
        "entry",
        "bullets",
        "numbers",
        "included",
        "excluded",
        "checklist",
        "note",
        "tip",
        "important",
        "warning",
        "caution",
        "within",
        "decides",
        "escalates",
        "words",
        "numbers",
        "wide",
        "matrix",
        "start",
        "end",
        "center",
        "drawing",
        "picture",
        "cover",
        "register",
    ];

    #[test]
    fn names_each_anchor_once() {
        let json = serde_json::to_value(sample()).expect("the manual serializes");
        let mut seen = std::collections::BTreeSet::new();
        collect(&json, &mut |id| assert!(seen.insert(id.to_string()), "anchor {id} twice"));
        assert!(seen.len() > 40, "{} anchors", seen.len());
    }

    fn collect(value: &serde_json::Value, found: &mut impl FnMut(&str)) {
        match value {
            serde_json::Value::Object(map) => {
                for (key, value) in map {
                    match value.as_str() {
                        Some(id) if key == "id" => found(id),
                        _ => collect(value, found),
                    }
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
            _ => {}
        }
    }
}
