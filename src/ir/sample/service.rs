//! The sample's services: one complete, one in part, one hardly begun.

use super::*;

const POINTS: [(&str, &str); 10] = [
    ("nombres", "Nomenclatura"),
    ("oferta", "Oferta"),
    ("indicadores", "Indicadores de nivel de servicio"),
    ("recursos", "Recursos"),
    ("inventario", "Inventario"),
    ("proveedores", "Proveedores"),
    ("alianzas", "Alianzas"),
    ("capacidad", "Capacidad"),
    ("costo", "Costo"),
    ("comunicacion", "Comunicación antes, durante y después"),
];

/// A service with its ten points; `contents` gives the status and blocks of the first points, the rest are missing.
fn service(id: &str, number: &str, code: &str, title: &str, contents: Vec<(PointStatus, Vec<Block>)>) -> Section {
    let mut contents = contents.into_iter();
    let points = POINTS.iter().zip(1..).map(|((slug, title), number)| {
        let (status, blocks) =
            contents.next().unwrap_or_else(|| (PointStatus::Missing, vec![p("Este punto está por escribir.")]));
        Block::Point { number, id: format!("{id}-{slug}"), title: (*title).into(), status, blocks }
    });
    Section {
        code: Some(code.into()),
        facts: vec![
            fact("Responde", plain("Coordinación de crédito")),
            fact("Estado", vec![state(State::Pending, "en revisión")]),
            fact("Revisado", plain("14 de septiembre de 2026")),
        ],
        blocks: points.collect(),
        ..section(SectionKind::Service, id, Some(number), title)
    }
}

pub(super) fn microcredit() -> Section {
    let done = PointStatus::Complete;
    let mut section = service(
        "service-microcredito",
        "2.1.1",
        "CR-01",
        "Microcrédito individual",
        vec![
            (done, names()),
            (done, offer()),
            (done, indicators()),
            (done, resources()),
            (done, stock()),
            (done, vec![Block::Table(suppliers())]),
            (PointStatus::NotApplicable, vec![p("No aplica: ningún aliado interviene en este servicio.")]),
            (done, capacity()),
            (done, vec![Block::Table(cost())]),
            (done, communication()),
        ],
    );
    section.short = Some("Microcrédito".into());
    section.lead = vec![t("Crédito para el capital de trabajo de un negocio propio.")];
    section.blocks.insert(0, brief());
    section
}

fn brief() -> Block {
    let cell = |role, label: &str, value: Vec<Inline>, content: Vec<Inline>| Cell {
        role,
        label: label.into(),
        value,
        content,
    };
    Block::Brief {
        title: "En diez segundos".into(),
        say_label: "Diga primero".into(),
        say: vec![
            t("«Buenos días, soy "),
            slot("su nombre"),
            t(". ¿Para qué necesita el crédito y cuánto puede pagar al mes con tranquilidad?»"),
        ],
        cells: vec![
            cell(CellRole::Within, "Responda en", plain("3 días hábiles"), plain("desde la carpeta completa")),
            cell(
                CellRole::Decides,
                "Decide",
                Vec::new(),
                vec![
                    t("hasta S/ 5 000 "),
                    strong("usted"),
                    Inline::Break,
                    t("hasta S/ 15 000 "),
                    strong("jefatura"),
                    Inline::Break,
                    t("más "),
                    strong("comité"),
                ],
            ),
            cell(
                CellRole::Escalates,
                "Escale a",
                Vec::new(),
                vec![strong("Jefatura de agencia"), t(", anexo 210, si al día 2 no hay respuesta")],
            ),
        ],
    }
}

fn names() -> Vec<Block> {
    vec![Block::Facts {
        items: vec![
            fact("Nombre oficial", vec![strong("Microcrédito individual")]),
            fact("El socio dice", plain("crédito para negocio, préstamo de trabajo, capital")),
            fact(
                "No se dice",
                vec![
                    Inline::Strike { content: plain("préstamo exprés") },
                    t(": promete una rapidez que no controlamos"),
                ],
            ),
            fact("Familia", vec![to("familia-credito", "Crédito")]),
        ],
    }]
}

fn offer() -> Vec<Block> {
    let channels = table(
        "cuadro-canales",
        "2.1",
        "Canales, horario y primera respuesta",
        vec![
            column("Canal", Align::Start, 1),
            column("Horario", Align::Start, 2),
            column("Primera respuesta", Align::Start, 2),
        ],
        vec![
            row(None, vec![plain("Agencia"), plain("lun. a vie. 8:30–18:00; sáb. 9:00–13:00"), vec![limit("10 min")]]),
            row(None, vec![plain("Teléfono"), plain("lun. a vie. 8:00–18:00"), vec![limit("30 segundos")]]),
            row(None, vec![plain("Visita"), plain("con cita"), Vec::new()]),
        ],
    );
    vec![
        para(vec![
            t("De "),
            value("S/ 1 000"),
            t(" a "),
            value("S/ 30 000"),
            t(", de 3 a 36 meses. No financia deudas con terceros ni consumo del hogar. Para sembrar, véase "),
            to("service-credito-agricola", "Crédito agrícola"),
            t("."),
        ]),
        heading(3, Some("oferta-incluye"), None, "Incluye"),
        list(ListStyle::Included, &["visita al negocio, sin costo", "cronograma impreso antes de firmar"]),
        heading(3, None, None, "No incluye"),
        list(ListStyle::Excluded, &["compra de deuda", "crédito para terceros"]),
        Block::Promise {
            id: Some("com-26".into()),
            code: Some("COM-26".into()),
            label: "Prometemos".into(),
            content: vec![
                t("«Le respondemos en un máximo de "),
                limit("3 días hábiles"),
                t(" desde que entrega la carpeta completa, y si la respuesta es no, le decimos por qué.»"),
            ],
            facts: vec![
                fact(
                    "Se mide con",
                    vec![to("ind-respuesta", "Respuesta a la solicitud"), t(": 95 % en 2 días hábiles")],
                ),
                fact("Condición", plain("carpeta completa y negocio visitado")),
                fact("Si fallamos", vec![strong("S/ 30 en su cuenta"), t(", sin pedirlo, en 2 días hábiles")]),
            ],
        },
        Block::Table(channels),
        Block::Callout {
            tone: Tone::Warning,
            label: "Cuidado".into(),
            blocks: vec![para(vec![
                t("Si el socio insiste en una fecha, lea el guion de "),
                to("msg-analisis", "solicitud en análisis"),
                t("."),
            ])],
        },
    ]
}

fn indicators() -> Vec<Block> {
    vec![Block::Group {
        role: GroupRole::Indicator,
        id: Some("ind-respuesta".into()),
        code: Some("IND-20".into()),
        title: plain("Respuesta a la solicitud"),
        blocks: vec![
            para(vec![
                t("Oportunidad · responde Jefatura de agencia · "),
                state(State::Met, "cumple"),
                t(" en octubre"),
            ]),
            facts(&[
                ("Meta", "95 % en 2 días hábiles; máximo 3"),
                ("Fórmula", "respuestas a tiempo ÷ solicitudes completas"),
            ]),
            Block::Figure(Figure {
                id: None,
                number: Some("2.1".into()),
                caption: plain("Respuesta a la solicitud, cuatro meses frente a la meta."),
                source: FigureSource::Drawing { svg: SERIES.into(), width: 288, height: 92 },
                alt: "De 94,4 % en julio a 96,7 % en octubre de 2026; meta 95 %, cumplida en tres de cuatro meses."
                    .into(),
            }),
            Block::Table(results()),
        ],
    }]
}

fn results() -> Table {
    let month =
        |name: &str, result: &str, mark: Inline| row(None, vec![plain(name), plain(result), plain("95 %"), vec![mark]]);
    Table {
        look: TableLook::Numbers,
        ..table(
            "cuadro-resultados",
            "2.2",
            "Respuesta a la solicitud, por mes",
            vec![
                column("Mes", Align::Start, 1),
                column("Resultado", Align::End, 1),
                column("Meta", Align::End, 1),
                column("Estado", Align::Start, 1),
            ],
            vec![
                month("jul. 2026", "94,4 %", state(State::Missed, "no cumple")),
                month("ago. 2026", "95,9 %", state(State::Met, "cumple")),
                month("sep. 2026", "96,4 %", state(State::Met, "cumple")),
                month("oct. 2026", "96,7 %", state(State::Met, "cumple")),
            ],
        )
    }
}

fn resources() -> Vec<Block> {
    vec![Block::Definitions {
        items: vec![
            Definition {
                id: Some("recurso-tabletas".into()),
                term: plain("Tabletas"),
                blocks: vec![p("Nueve equipos con firma; carga completa al salir.")],
            },
            Definition { id: None, term: plain("Asesores"), blocks: vec![p("Nueve personas, de lunes a sábado.")] },
        ],
    }]
}

fn stock() -> Vec<Block> {
    vec![
        facts(&[("Contratos impresos", "nivel 250; mínimo 90; se pide en 130; llega en 8 días hábiles")]),
        Block::Limit {
            label: "Límite".into(),
            value: Vec::new(),
            content: vec![
                t("Con "),
                strong("menos de 90 contratos"),
                t(" no se firma: avise a Operaciones el mismo día."),
            ],
        },
    ]
}

fn suppliers() -> Table {
    Table {
        caption_hidden: true,
        number: None,
        ..table(
            "cuadro-proveedores",
            "",
            "Proveedores de los recursos",
            vec![
                column("Proveedor", Align::Start, 2),
                column("Qué da", Align::Start, 2),
                column("Si falla", Align::Start, 2),
            ],
            vec![
                texts(&["Central de riesgos", "historial de crédito", "consulta diferida, sin costo"]),
                texts(&["Imprenta del Valle", "contratos numerados", "segunda imprenta en 5 días hábiles"]),
            ],
        )
    }
}

fn capacity() -> Vec<Block> {
    vec![
        facts(&[("Demanda", "180 solicitudes al mes; pico 200"), ("Ocupación", "75 % normal; 84 % en pico")]),
        Block::Limit {
            label: "Límite".into(),
            value: plain("85 % de ocupación"),
            content: plain("Por encima, la respuesta en 3 días deja de ser segura."),
        },
    ]
}

fn cost() -> Table {
    Table {
        look: TableLook::Numbers,
        total: Some(texts(&["Costo unitario", "", "31,00"])),
        ..table(
            "cuadro-costo",
            "2.3",
            "Costo de dar el servicio una vez, en soles",
            vec![
                column("Concepto", Align::Start, 3),
                column("Clase", Align::Center, 1),
                column("Soles", Align::End, 1),
            ],
            vec![
                texts(&["Asesor, 95 minutos", "variable", "11,40"]),
                texts(&["Visita al negocio", "variable", "7,20"]),
                texts(&["Sistemas, local y comité", "fijo", "12,40"]),
            ],
        )
    }
}

fn communication() -> Vec<Block> {
    vec![
        p("Lea los guiones en voz alta, con su saludo y sin cambiar plazos ni montos."),
        Block::Group {
            role: GroupRole::Moment,
            id: Some("momento-durante".into()),
            code: None,
            title: plain("Durante"),
            blocks: vec![Block::Group {
                role: GroupRole::Message,
                id: Some("msg-analisis".into()),
                code: Some("MSG-04".into()),
                title: plain("Solicitud en análisis"),
                blocks: vec![
                    Block::Script {
                        label: "Diga".into(),
                        context: vec![t("Teléfono o mensajería · Asesor de negocios · "), limit("2 horas hábiles")],
                        content: vec![
                            t("«Su solicitud está en revisión desde el "),
                            slot("día"),
                            t(". A más tardar el "),
                            slot("día"),
                            t(" le llamo yo, "),
                            slot("su nombre"),
                            t(", con la respuesta: sea sí o sea no.»"),
                        ],
                        form: plain("Pausado; primero el plazo, después el motivo."),
                    },
                    Block::Escalation {
                        label: "Escale si al día 2 no hay respuesta".into(),
                        steps: vec![
                            step(
                                None,
                                plain("Pide estado al comité"),
                                "Asesor de negocios",
                                plain("antes de las 10:00"),
                            ),
                            step(None, plain("Decide o convoca"), "Jefatura de agencia", vec![limit("mismo día")]),
                        ],
                    },
                ],
            }],
        },
    ]
}

pub(super) fn farm_credit() -> Section {
    let mut section = service(
        "service-credito-agricola",
        "2.1.2",
        "CR-03",
        "Crédito agrícola",
        vec![
            (PointStatus::Complete, vec![facts(&[("Nombre oficial", "Crédito agrícola")])]),
            (PointStatus::Partial, vec![p("Se paga después de la cosecha.")]),
        ],
    );
    section.blocks.insert(
        0,
        Block::Brief {
            title: "En diez segundos".into(),
            say_label: "Diga primero".into(),
            say: plain("«¿Qué siembra y cuándo cosecha?»"),
            cells: vec![Cell {
                role: CellRole::Within,
                label: "Responda en".into(),
                value: plain("5 días hábiles"),
                content: Vec::new(),
            }],
        },
    );
    section
}

pub(super) fn savings() -> Section {
    service(
        "service-ahorro-vista",
        "2.2.1",
        "AH-01",
        "Ahorro a la vista",
        vec![(PointStatus::Complete, vec![facts(&[("Nombre oficial", "Ahorro a la vista")])])],
    )
}

/// Four months against a dashed target line; no title of its own and no links.
const SERIES: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" class="d chart" viewBox="0 0 288 92" width="288" height="92" font-size="13" role="img">
<path class="t" d="M0 44.3H232"/><path class="w" d="M8 44.3V61.2"/><path class="g" d="M82 44.3V37.7M156 44.3V26M226 44.3V20.8"/>
<rect class="o" x="4.4" y="57.6" width="7.2" height="7.2"/><circle class="f" cx="82" cy="37.7" r="3.6"/>
<circle class="f" cx="156" cy="26" r="3.6"/><circle class="f" cx="226" cy="20.8" r="3.6"/>
<text class="x s" x="2" y="86" font-size="10.5">jul.</text><text class="x s" x="82" y="86" font-size="10.5" text-anchor="middle">ago.</text>
<text class="x s" x="156" y="86" font-size="10.5" text-anchor="middle">sep.</text><text class="x s" x="226" y="86" font-size="10.5" text-anchor="middle">oct.</text>
<text class="b" x="238" y="25">96,7</text><text class="x s" x="238" y="48" font-size="10.5">meta 95</text>
</svg>
"##;
