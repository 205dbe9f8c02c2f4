//! The sample's cover, control page, chapters and registers.

use super::*;

pub(super) fn cover() -> Section {
    Section {
        lead: vec![t(
            "Si está con un socio, busque el servicio: cada página empieza por lo que necesita en diez segundos.",
        )],
        facts: vec![
            fact("Responde", plain("Gerencia de servicio")),
            fact("Aprobó", plain("Gerencia general, 5 de octubre de 2026")),
        ],
        ..section(SectionKind::Cover, "portada", None, "Manual de servicio al socio")
    }
}

pub(super) fn control() -> Section {
    let changes = Table {
        caption_hidden: true,
        ..table(
            "cuadro-cambios",
            "1",
            "Cambios de cada edición",
            vec![
                column("Edición", Align::Start, 0),
                column("Vigente desde", Align::Start, 1),
                column("Qué cambió", Align::Start, 3),
            ],
            vec![
                row(
                    Some("edicion-2026-2"),
                    vec![
                        plain("2026.2"),
                        plain("2 de noviembre de 2026"),
                        vec![
                            t("Respuesta a la solicitud de "),
                            to("service-microcredito", "microcrédito"),
                            t(": "),
                            Inline::Strike { content: plain("5 días hábiles") },
                            t(" "),
                            value("3 días hábiles"),
                            t("."),
                        ],
                    ],
                ),
                texts(&["2026.1", "4 de mayo de 2026", "Nuevo registro de reclamos y guion de negativa."]),
            ],
        )
    };
    Section {
        lead: vec![t("Quién hizo, revisó y aprobó este documento, y qué cambió en cada edición.")],
        facts: vec![fact("Estado", plain("Borrador")), fact("Revisar antes del", plain("31 de octubre de 2027"))],
        blocks: vec![
            Block::Facts {
                items: vec![
                    fact("Elaboró", plain("Coordinación de crédito")),
                    fact("Aprobó", plain("Gerencia general, 5 de octubre de 2026")),
                    fact("Huella", vec![Inline::Code { text: "9f2c 41ab 07de".into() }]),
                ],
            },
            heading(2, Some("control-cambios"), None, "Cambios"),
            Block::Table(changes),
        ],
        ..section(SectionKind::Control, "control", None, "Control del documento")
    }
}

pub(super) fn usage() -> Section {
    let mut blocks = vec![
        heading(2, Some("uso-signos"), Some("1.1"), "Signos de este manual"),
        para(vec![
            t("Un límite de tiempo va entre corchetes, como "),
            limit("3 días hábiles"),
            t("; un valor del sistema se distingue, como "),
            value("S/ 8 000"),
            t("; lo que usted completa lleva puntos, como "),
            slot("su nombre"),
            t(". Los códigos, como "),
            Inline::Mark { text: "CR-01".into() },
            t(", no se pronuncian delante del socio."),
            Inline::Note {
                content: vec![
                    t("El código sirve para buscar; el nombre, para hablar. Véase "),
                    to("servicios", "Servicios"),
                    t("."),
                ],
            },
        ]),
        para(vec![
            strong("Negrita"),
            t(", "),
            Inline::Emph { content: plain("cursiva") },
            t(", "),
            Inline::Strike { content: plain("préstamo exprés") },
            t(", "),
            Inline::Code { text: "[[service/microcredito]]".into() },
            t(" y palabras de otra lengua: "),
            Inline::Lang { lang: "qu".into(), content: plain("allinllachu") },
            t("."),
            Inline::Break,
            t("La ley completa está en "),
            Inline::Link { href: "https://www.gob.pe/indecopi".into(), content: plain("el sitio de la autoridad") },
            t("; las dudas, a "),
            Inline::Link {
                href: "mailto:servicio@puentehondo.example".into(),
                content: plain("servicio@puentehondo.example"),
            },
            t(" o al "),
            Inline::Link { href: "tel:+5164555210".into(), content: plain("064 555 210") },
            t(". El sello "),
            Inline::Picture { path: "fotos/valle.png".into(), alt: "Sello del valle".into() },
            t(" confirma que la copia es nueva."),
            Inline::Note { content: plain("Una copia impresa vale solo el día de su impresión.") },
        ]),
        heading(3, Some("uso-antes"), None, "Antes de abrir la ventanilla"),
        list(ListStyle::Checklist, &["Encienda el gestor de turnos", "Cuente el efectivo con un testigo"]),
        Block::List {
            style: ListStyle::Bullets,
            start: None,
            ids: vec![Some("uso-antes.leyo-los-cambios".into()), None],
            items: vec![
                vec![para(vec![Inline::Task { done: true }, t(" Leyó los cambios de la edición.")])],
                vec![
                    para(vec![Inline::Task { done: false }, t(" Practicó los guiones nuevos:")]),
                    Block::List {
                        style: ListStyle::Numbers,
                        start: Some(3),
                        ids: Vec::new(),
                        items: vec![vec![p("en voz alta;")], vec![p("con un compañero.")]],
                    },
                ],
            ],
        },
        heading(4, Some("uso-palabras"), None, "Palabras"),
        Block::Definitions {
            items: vec![
                Definition {
                    id: Some("term-socio".into()),
                    term: plain("Socio"),
                    blocks: vec![p("Persona que aportó capital y vota en la asamblea. No se dice «cliente».")],
                },
                Definition {
                    id: None,
                    term: vec![t("Día hábil")],
                    blocks: vec![para(vec![
                        t("De lunes a viernes, salvo feriados. Véase "),
                        to("uso-signos", "1.1"),
                        t("."),
                    ])],
                },
            ],
        },
        heading(2, Some("uso-avisos"), Some("1.2"), "Avisos"),
    ];
    for (tone, label, text) in [
        (Tone::Note, "Nota", "El horario de la agencia Ribera es distinto."),
        (Tone::Tip, "Consejo", "Tenga a mano la lista de requisitos impresa."),
        (Tone::Important, "Importante", "Cada reclamo recibe un número en el acto."),
        (Tone::Warning, "Cuidado", "No dé por aprobado un crédito antes de la firma del acta."),
        (Tone::Caution, "Peligro", "Nunca pida la clave de un socio, ni por teléfono ni en persona."),
    ] {
        blocks.push(Block::Callout { tone, label: label.into(), blocks: vec![p(text)] });
    }
    blocks.extend([
        Block::Quote {
            blocks: vec![p("Me atendieron sin hacerme sentir que molestaba."), p("Socia de la agencia Mercado")],
        },
        Block::Code {
            lang: Some("yaml".into()),
            text: "promise: respuesta-microcredito\nwithin: 3 business days\n".into(),
        },
        Block::Rule,
        heading(2, Some("uso-agencias"), Some("1.3"), "Agencias"),
        Block::Figure(Figure {
            id: Some("figura-valle".into()),
            number: Some("1.1".into()),
            caption: plain("El valle, con sus tres agencias."),
            source: FigureSource::Picture { path: "fotos/valle.png".into(), width: 160, height: 64 },
            alt: "Un cerro alto y otro bajo junto al río.".into(),
        }),
    ]);
    Section {
        short: Some("Cómo usarlo".into()),
        lead: vec![t("Qué significa cada signo y por dónde empezar.")],
        blocks,
        ..section(SectionKind::Chapter, "uso", Some("1"), "Cómo se usa este manual")
    }
}

pub(super) fn complaints() -> Section {
    let step_of = |id: &str, name: &str, text: &str, who: &str, when: &str| {
        step(Some(id), vec![strong(name), t(" "), t(text)], who, vec![limit(when)])
    };
    let severity = table(
        "cuadro-gravedad",
        "3.1",
        "Gravedad, quién responde y reparación",
        vec![
            column("Gravedad", Align::Start, 1),
            column("Señal", Align::Start, 3),
            column("Responde", Align::Start, 2),
            column("En", Align::Start, 2),
        ],
        vec![
            row(
                Some("gravedad-leve"),
                vec![
                    plain("Leve"),
                    plain("molestia sin pérdida"),
                    plain("Jefatura de agencia"),
                    vec![limit("5 días hábiles")],
                ],
            ),
            row(
                None,
                vec![
                    plain("Grave"),
                    plain("pérdida de dinero o de tiempo"),
                    plain("Jefatura de agencia"),
                    vec![limit("10 días hábiles")],
                ],
            ),
            row(
                None,
                vec![
                    plain("Crítico"),
                    plain("fraude, datos expuestos, daño a una persona"),
                    plain("Gerencia de servicio"),
                    vec![limit("3 días hábiles")],
                ],
            ),
        ],
    );
    Section {
        code: Some("RC-01".into()),
        lead: vec![t("Quien oye un reclamo lo registra; nadie lo deriva sin número.")],
        facts: vec![
            fact("Responde", plain("Gerencia de servicio")),
            fact("Revisado", plain("2 de septiembre de 2026")),
        ],
        blocks: vec![
            heading(2, Some("reclamos-pasos"), Some("3.1"), "Pasos y plazos"),
            Block::Steps {
                items: vec![
                    step_of(
                        "paso-1",
                        "Reciba y registre.",
                        "Anote con las palabras del socio.",
                        "Quien oye el reclamo",
                        "en el acto",
                    ),
                    step_of(
                        "paso-2",
                        "Acuse recibo.",
                        "Siempre, por el canal que el socio eligió.",
                        "Quien lo registró",
                        "4 horas hábiles",
                    ),
                    step_of(
                        "paso-3",
                        "Responda.",
                        "Explique qué pasó y qué hace la cooperativa.",
                        "Jefatura de agencia",
                        "10 días hábiles",
                    ),
                    step(
                        None,
                        vec![strong("Cierre con el socio."), t(" Solo el socio da por cerrado el reclamo.")],
                        "",
                        Vec::new(),
                    ),
                ],
            },
            Block::Figure(Figure {
                id: Some("figura-recorrido".into()),
                number: Some("3.1".into()),
                caption: plain("Recorrido de un reclamo; los días se cuentan desde el registro."),
                source: FigureSource::Drawing { svg: FLOW.into(), width: 340, height: 190 },
                alt: "Tres pasos de arriba abajo: recibir en el acto, acusar en 4 horas hábiles, responder al día 10."
                    .into(),
            }),
            heading(2, Some("reclamos-gravedad"), Some("3.2"), "Gravedad"),
            Block::Table(severity),
            Block::Escalation {
                label: "Escale si el socio no está conforme".into(),
                steps: vec![
                    step(
                        None,
                        vec![strong("Usted"), t(": resuelve hasta "), value("S/ 50"), t(" y lo registra")],
                        "",
                        Vec::new(),
                    ),
                    step(None, vec![t("Decide o convoca")], "Jefatura de agencia", plain("mismo día")),
                    step(
                        Some("escala-gerencia"),
                        vec![t("Llama al socio")],
                        "Gerencia de servicio",
                        vec![limit("1 hora hábil")],
                    ),
                ],
            },
        ],
        ..section(SectionKind::Chapter, "reclamos", Some("3"), "Reclamos")
    }
}

pub(super) fn indicators() -> Section {
    let columns = [
        ("Código", Align::Start),
        ("Indicador", Align::Start),
        ("Dimensión", Align::Start),
        ("Responde", Align::Start),
        ("Meta", Align::End),
        ("Octubre", Align::End),
        ("Estado", Align::Center),
    ];
    let entry = |id: &str, code: &str, name: Inline, rest: [&str; 4], mark: Inline| {
        let mut cells = vec![vec![Inline::Mark { text: code.into() }], vec![name]];
        cells.extend(rest.iter().map(|text| plain(*text)));
        cells.push(vec![mark]);
        row(Some(id), cells)
    };
    let register = Table {
        look: TableLook::Wide,
        row_headers: false,
        ..table(
            "cuadro-indicadores",
            "4.1",
            "Indicadores con su último resultado",
            columns.iter().enumerate().map(|(i, (title, align))| column(title, *align, u8::from(i > 0))).collect(),
            vec![
                entry(
                    "fila-ind-20",
                    "IND-20",
                    to("ind-respuesta", "Respuesta a la solicitud"),
                    ["Oportunidad", "Jefatura de agencia", "95 %", "96,7 %"],
                    state(State::Met, "cumple"),
                ),
                entry(
                    "fila-ind-21",
                    "IND-21",
                    t("Carpeta correcta a la primera"),
                    ["Precisión", "Coordinación de crédito", "92 %", "90,0 %"],
                    state(State::Missed, "no cumple"),
                ),
                entry(
                    "fila-ind-22",
                    "IND-22",
                    t("Satisfacción con el trato"),
                    ["Cortesía", "Gerencia de servicio", "95 %", "–"],
                    state(State::Pending, "sin dato"),
                ),
            ],
        )
    };
    Section {
        lead: vec![t("Todos los indicadores, con quién responde y si cumplen.")],
        blocks: vec![
            Block::Table(register),
            Block::Group {
                role: GroupRole::Entry,
                id: Some("ficha-ind-21".into()),
                code: Some("IND-21".into()),
                title: plain("Carpeta correcta a la primera"),
                blocks: vec![facts(&[
                    ("Fórmula", "carpetas sin devolución ÷ carpetas recibidas"),
                    ("Frecuencia", "mensual"),
                ])],
            },
        ],
        ..section(SectionKind::Register, "indicadores", Some("4"), "Indicadores")
    }
}

pub(super) fn coverage() -> Section {
    let mark = |c: char| match c {
        'c' => state(State::Complete, "completo"),
        'p' => state(State::Partial, "parcial"),
        'm' => state(State::Missing, "falta"),
        _ => state(State::NotApplicable, "no aplica"),
    };
    let line = |id: &str, name: &str, marks: &str| {
        let mut cells = vec![vec![to(id, name)]];
        cells.extend(marks.chars().map(|c| vec![mark(c)]));
        row(None, cells)
    };
    let mut columns = vec![column("Servicio", Align::Start, 4)];
    columns.extend((1..=10).map(|n| column(&n.to_string(), Align::Center, 1)));
    let matrix = Table {
        look: TableLook::Matrix,
        caption_hidden: true,
        number: None,
        ..table(
            "cuadro-cobertura",
            "",
            "Los diez puntos de cada servicio",
            columns,
            vec![
                line("service-microcredito", "Microcrédito", "cccccccccc"),
                line("service-credito-agricola", "Crédito agrícola", "ccpcmncccp"),
                line("service-ahorro-vista", "Ahorro a la vista", "cmmmmmmmmm"),
            ],
        )
    };
    Section {
        lead: vec![t("Qué punto está escrito, a medias o por escribir en cada servicio.")],
        blocks: vec![Block::Table(matrix)],
        ..section(SectionKind::Register, "cobertura", Some("5"), "Cobertura")
    }
}

/// Three boxes with arrows that link to their steps, with a title of its own and one id that is used within.
const FLOW: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" class="d flow" viewBox="0 0 340 190" width="340" height="190" font-size="13" role="group" aria-labelledby="recorrido-t">
<title id="recorrido-t">Recorrido de un reclamo, en tres pasos con su plazo</title>
<defs><marker id="flecha" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="a" d="M0 0 8 4 0 8z"/></marker></defs>
<text class="i" x="84" y="31" text-anchor="end">en el acto</text>
<a href="ref:paso-1"><rect class="k" x="96" y="8" width="168" height="38" rx="3"/><text x="110" y="32"><tspan class="b">1</tspan> Recibir y registrar</text></a>
<path class="l" d="M180 46v28" marker-end="url(#flecha)"/>
<text class="i" x="84" y="99" text-anchor="end">4 h hábiles</text>
<a href="ref:paso-2"><rect class="k" x="96" y="76" width="168" height="38" rx="3"/><text x="110" y="100"><tspan class="b">2</tspan> Acusar recibo</text></a>
<path class="l" d="M180 114v28" marker-end="url(#flecha)"/>
<text class="i" x="84" y="167" text-anchor="end">día 10</text>
<a href="ref:paso-3"><rect class="z" x="96" y="144" width="168" height="38" rx="3"/><text x="110" y="168"><tspan class="b">3</tspan> Responder</text></a>
</svg>
"##;
