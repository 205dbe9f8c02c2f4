//! The sample's sheets to print, cards and poster, and the page of a role.

use super::*;

pub(super) fn cards() -> Section {
    let part = |role, label: &str, lines: Vec<Vec<Inline>>| CardPart { role, label: label.into(), lines };
    let code = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"d code\" viewBox=\"0 0 40 40\" width=\"40\" height=\"40\" \
                role=\"img\" aria-labelledby=\"c-t\"><title id=\"c-t\">Código</title>\
                <rect class=\"e\" x=\"0\" y=\"0\" width=\"40\" height=\"40\"/><path class=\"m\" d=\"M8 8h8v8h-8z\"/></svg>";
    let full = Card {
        id: "tarjeta-1".into(),
        code: Some("CR-01".into()),
        over: "Microcrédito".into(),
        title: vec![to("service-microcredito", "La visita al negocio")],
        parts: vec![
            part(CardRole::Say, "Diga", vec![plain("«Buenos días, soy Luis Rojas. Llego a la hora que acordamos.»")]),
            part(CardRole::Do, "Haga", vec![plain("Llegar a la hora"), vec![t("Decir el "), strong("costo completo")]]),
            part(CardRole::Within, "En", vec![vec![value("3 días hábiles"), t(" desde la solicitud")]]),
            part(CardRole::Escalate, "Escale a", vec![vec![strong("Jefatura de créditos"), t(" si pide más plazo")]]),
            part(CardRole::MakeGood, "Si fallamos", vec![plain("Una cuota sin comisión, en 1 día hábil")]),
        ],
        scan: Some(Figure {
            id: None,
            number: None,
            caption: plain("https://manual.example.org/service-microcredito.html"),
            source: FigureSource::Drawing { svg: code.into(), width: 40, height: 40 },
            alt: "Código que lleva a la página de este momento".into(),
        }),
    };
    let short = Card {
        id: "tarjeta-2".into(),
        code: None,
        over: "Ahorro".into(),
        title: plain("La espera"),
        parts: Vec::new(),
        scan: None,
    };
    let tile = |title: Vec<Inline>, content: &str, say: &str| Tile {
        title,
        content: plain(content),
        say_label: if say.is_empty() { String::new() } else { "Diga".into() },
        say: if say.is_empty() { Vec::new() } else { plain(say) },
    };
    let poster = Poster {
        over: "Cooperativa Puente Hondo".into(),
        title: "Normas de trato".into(),
        tiles: vec![
            tile(
                vec![to("reclamos", "Saludo con nombre")],
                "Quien atiende saluda y dice su nombre.",
                "«Soy Rosa Huamán»",
            ),
            tile(plain("Mirada"), "Se mira al socio al saludar.", ""),
        ],
        within_label: "Lo prometido".into(),
        promises: vec![Cell {
            role: CellRole::Within,
            label: String::new(),
            value: plain("10 minutos"),
            content: plain("Lo llamamos desde que toma su turno."),
        }],
        foot: "MSC-001 · Edición 2026.2".into(),
    };
    Section {
        lead: vec![t("Se imprimen cuatro en una hoja y se cortan por las marcas.")],
        blocks: vec![Block::Poster(poster), Block::Cards { items: vec![full, short] }],
        ..section(SectionKind::Chapter, "tarjetas", Some("4"), "Tarjetas de mostrador")
    }
}

pub(super) fn roles() -> Section {
    let page = Section {
        lead: vec![t("Todo lo que el manual dice de este puesto.")],
        facts: vec![fact("Depende de", plain("Jefatura de agencia"))],
        blocks: vec![
            heading(2, Some("mi-manual-caja-decidir"), None, "Qué puede decidir"),
            p("Hasta 20 soles por caso."),
        ],
        ..section(SectionKind::Role, "mi-manual-caja", Some("5.1"), "Cajero o cajera")
    };
    Section {
        lead: vec![t("Elija su puesto.")],
        blocks: vec![p("Un puesto por página.")],
        sections: vec![page],
        ..section(SectionKind::Chapter, "mi-manual", Some("5"), "Mi manual")
    }
}
