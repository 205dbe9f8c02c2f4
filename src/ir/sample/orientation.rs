//! The sample's orientation: a path, a test with one and with several right answers, an acknowledgement.

use super::*;

pub(super) fn page() -> Section {
    let task = |id: &str, content: Vec<Inline>, detail: &str, minutes: Option<u32>| Task {
        id: id.into(),
        content,
        detail: if detail.is_empty() { Vec::new() } else { plain(detail) },
        minutes,
    };
    let choice = |text: &str, right: bool| Choice { content: plain(text), right };
    let questions = vec![
        Question {
            id: "plazo".into(),
            ask: vec![t("¿En cuánto tiempo se cumple lo prometido?")],
            about: vec![t("«Le respondemos en "), slot("……"), t("».")],
            options: vec![
                choice("2 días hábiles", false),
                choice("3 días hábiles", true),
                choice("6 días hábiles", false),
            ],
            why: vec![t("Los días se cuentan desde la carpeta completa.")],
            place: vec![to("com-26", "COM-26")],
        },
        Question {
            id: "canales".into(),
            ask: vec![t("¿Por qué canales se comunica?")],
            about: Vec::new(),
            options: vec![choice("WhatsApp", true), choice("Llamada telefónica", true), choice("Carta", false)],
            why: Vec::new(),
            place: vec![to("msg-analisis", "Mensajes del microcrédito")],
        },
    ];
    let digest = "7f3a91c4e02b5d18".repeat(4);
    Section {
        lead: vec![t("Qué lee y practica quien empieza como asesor de negocios.")],
        facts: vec![fact("Puesto", plain("Asesor de negocios"))],
        blocks: vec![
            Block::Progress { key: "MSC-001:2026.2:asesor".into(), content: plain("3 pasos · 47 min de lectura") },
            heading(2, Some("orientacion-dia-uno"), Some("6.1"), "El primer día · 47 min"),
            Block::Tasks {
                label: "El primer día".into(),
                items: vec![
                    task(
                        "day-one/services/microcredito",
                        vec![to("service-microcredito", "Microcrédito")],
                        "22 min · Seguir un expediente pagado",
                        Some(22),
                    ),
                    task("day-one/reclamos", vec![to("reclamos", "Recepción de una queja")], "unos 25 min", Some(25)),
                    task("day-one/saludo", plain("Saludar a tres compañeros como si fueran socios"), "", None),
                ],
            },
            heading(2, Some("orientacion-prueba"), Some("6.2"), "Prueba sobre su trabajo"),
            Block::Quiz { id: "prueba".into(), questions },
            heading(2, Some("orientacion-constancia"), Some("6.3"), "Constancia de lectura"),
            Block::Acknowledgement(Acknowledgement {
                facts: vec![
                    fact("Edición", plain("2026.2")),
                    fact("Huella", vec![Inline::Code { text: "7f3a 91c4 e02b 5d18".into() }]),
                ],
                declaration: plain("Leí las 41 obligaciones de mi puesto, las comprendí y las aplicaré."),
                proof: plain("Registra una declaración y no prueba nada más."),
                record: Record {
                    code: Some("MSC-001".into()),
                    title: "Manual de servicio al socio".into(),
                    edition: Some("2026.2".into()),
                    role: "asesor".into(),
                    role_name: "Asesor de negocios".into(),
                    obligations: 41,
                    digest,
                    earlier: Vec::new(),
                    formerly: Vec::new(),
                    people: Some(16),
                },
            }),
        ],
        ..section(SectionKind::Chapter, "orientacion", Some("6"), "Orientación del asesor de negocios")
    }
}
