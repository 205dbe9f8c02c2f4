//! What concerns whom in small manuals, on the page and in the data.

use super::{Concerns, anchor, concerns};
use crate::ir::role::RoleData;
use crate::ir::{Block, Manual, text_of};
use crate::lang::Lang;
use crate::load::{Files, Memory};
use crate::model::{self, Model};
use crate::parse::files::parse;
use crate::{Options, compile};

const MANUAL: &str = "=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual, edition: \"1\", address: \"https://manual.example.org\" }
languages: { default: es }
=== roles.yaml
caja:
  name: Cajero o cajera
  contact: true
  authority: [{ decides: exonerar una comisión, up_to: 20 EUR, per: case }]
  escalates_to: jefatura
  training: [trato]
jefatura: { name: Jefatura }
almacen: { name: Almacén }
=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono: { name: Teléfono, kind: telephone, standards: [voz] }
=== standards.yaml
saludo: { name: Saludo, statement: Se saluda primero., applies_to: { roles: [caja] } }
mirada: { name: Mirada, statement: Se mira a los ojos., applies_to: { channels: [face_to_face] } }
voz: { name: Voz, statement: Se habla despacio. }
reserva: { name: Reserva, statement: Los datos no se comentan. }
vieja: { name: Vieja, statement: Nada., status: { retired: 2020-01-31 } }
=== trainings.yaml
trato: { name: Trato }
caja-segura: { name: Caja segura, roles: [caja] }
otra: { name: Otra, roles: [almacen] }
=== resources.yaml
ventanillas: { name: Ventanillas, kind: premises }
=== indicators.yaml
espera: { name: Espera, target: { share: 90 % }, owner: jefatura, results: { 2026-01: 95 %, 2026-02: 80 % } }
=== commitments.yaml
en-la-sala: { promise: Lo llamamos pronto., within: 10 minutes, applies_to: { channel: agencia } }
al-llamar: { promise: Contestamos pronto., within: 30 seconds, applies_to: { channel: telefono } }
=== complaints.yaml
reclamos:
  name: Reclamos
  steps:
    - { id: recibir, does: Recibe el reclamo, role: caja, within: 1 business day, say: \"Lo lamento.\" }
    - { id: responder, does: Responde, role: jefatura }
  escalation: [{ when: pasa el plazo, to: jefatura, within: 1 business day }]
  redress: [{ gives: una disculpa escrita, decides: caja }]
  investigation: { method: preguntar, owner: jefatura }
=== services/cuenta.md
---
code: CU-01
name: Cuenta
owner: jefatura
resources: [{ role: caja, quantity: 2 }, ventanillas]
commitments:
  al-instante:
    promise: Su dinero figura al instante.
    within: 5 minutes
    clock: { starts: que se cuenta el dinero }
    redress: { gives: una llamada, by: 1 business day }
communication:
  before:
    - { trigger: Preguntan qué traer, say: Traiga su documento., role: almacen, medium: [agencia] }
  during:
    - { trigger: Al contar, say: \"He contado cien, ¿está conforme?\", role: caja, medium: [agencia], avoid_saying: [Siguiente], within: 1 minute }
    - { trigger: Al cerrar, say: Gracias., role: caja, medium: [agencia] }
  after:
    - { trigger: Por teléfono, say: Buenos días., role: jefatura, medium: [telefono], status: { suspended: 2026-01-01, reason: Se atiende por otro medio. } }
cycle:
  - { moment: La espera, role: jefatura, channel: agencia }
  - moment: El dinero
    of_truth: true
    role: caja
    channel: agencia
    requirements: [cuenta a la vista, lee el monto, c, d, e, f, g]
    commitment: al-instante
    plan: { action: cambiar el contador, owner: jefatura, due: 2027-05-28 }
  - { moment: La despedida, of_truth: true, role: caja, channel: agencia, does: Despide al socio por su nombre }
escalation: [{ to: jefatura, when: falta dinero }, { to: caja, when: nada }]
authority: [{ role: caja, decides: anular una operación }]
---
";

fn composed(text: &str) -> Manual {
    let files = Memory::parse(text, "services/cuenta.md");
    let options = Options {
        today: jiff::civil::date(2026, 11, 21),
        langs: vec![Lang::Es.into()],
        messages: None,
        profiles: Vec::new(),
        history: None,
    };
    let compiled = compile(&files, &options).expect("files in memory can be listed");
    let wrong: Vec<String> =
        compiled.findings.iter().filter(|f| f.code().starts_with('E')).map(|f| f.message(Lang::En)).collect();
    assert_eq!(wrong, Vec::<String>::new());
    compiled.manuals.into_iter().next().expect("the manual is composed")
}

fn read() -> Model {
    let files = Memory::parse(MANUAL, "services/cuenta.md");
    let parsed = parse(&files as &dyn Files).expect("files in memory can be listed");
    model::read(&parsed.sources, &parsed, None).0.expect("there is a manifest")
}

fn of<T>(role: &str, see: impl FnOnce(&Concerns<'_>) -> T) -> T {
    let model = read();
    see(&concerns(&model, model.roles.get(role).expect("the role is there")))
}

fn ids<'a>(list: impl IntoIterator<Item = &'a crate::model::base::Base>) -> Vec<String> {
    list.into_iter().map(|base| base.id.clone()).collect()
}

#[test]
fn a_role_serves_where_it_stands_and_answers_for_what_names_it() {
    of("caja", |c| {
        assert_eq!(ids(c.services.iter().map(|s| &s.base)), ["cuenta"]);
        assert!(c.answers_for.is_empty());
        assert_eq!(c.channels, ["agencia"]);
        assert_eq!(c.moments.iter().map(|m| m.number).collect::<Vec<_>>(), [2, 3]);
    });
    of("jefatura", |c| {
        assert_eq!(ids(c.answers_for.iter().map(|s| &s.base)), ["cuenta"]);
        assert_eq!(c.plans.iter().map(|m| m.number).collect::<Vec<_>>(), [2]);
        assert_eq!(ids(c.indicators.iter().map(|i| &i.base)), ["espera"]);
        assert!(c.messages.is_empty(), "a suspended message is not said");
    });
}

#[test]
fn a_standard_binds_by_role_else_by_channel_else_everybody() {
    of("caja", |c| assert_eq!(ids(c.standards.iter().map(|s| &s.base)), ["saludo", "mirada", "reserva"]));
    of("jefatura", |c| assert_eq!(ids(c.standards.iter().map(|s| &s.base)), ["mirada", "reserva"]));
    // The warehouse answers who asks at the counter.
    of("almacen", |c| assert_eq!(ids(c.standards.iter().map(|s| &s.base)), ["mirada", "reserva"]));
}

#[test]
fn promises_are_those_of_its_services_and_channels() {
    of("caja", |c| assert_eq!(ids(c.commitments.iter().map(|p| &p.base)), ["en-la-sala", "al-instante"]));
}

#[test]
fn escalations_are_told_in_both_directions() {
    of("caja", |c| {
        assert_eq!(c.escalates.len(), 2, "that of the service and that of complaints");
        assert_eq!(c.receives.len(), 1);
        assert_eq!(c.authority.len(), 3, "its own, that of the service, the redress of complaints");
    });
    of("jefatura", |c| {
        assert_eq!(c.receives.len(), 2);
        assert_eq!(ids(c.receives_from.iter().map(|r| &r.base)), ["caja"]);
        assert_eq!(c.complaints.len(), 2, "a step and the investigation");
    });
    of("almacen", |c| assert!(c.escalates.iter().all(|e| e.service.is_some())));
}

#[test]
fn trainings_come_from_both_sides_and_means_without_people() {
    of("caja", |c| {
        assert_eq!(ids(c.trainings.iter().map(|t| &t.base)), ["trato", "caja-segura"]);
        assert_eq!(c.resources.len(), 1);
    });
}

#[test]
fn the_page_has_every_part_in_the_order_of_use_and_only_links_that_lead_somewhere() {
    let manual = composed(MANUAL);
    let page = manual.all_sections().into_iter().find(|s| s.id == anchor("caja")).expect("a page");
    let heads: Vec<&str> = page
        .blocks
        .iter()
        .filter_map(|b| if let Block::Heading { level: 2, id: Some(id), .. } = b { Some(id.as_str()) } else { None })
        .map(|id| id.trim_start_matches("my-manual-caja-"))
        .collect();
    let wanted = [
        "messages",
        "promises",
        "limits",
        "escalation",
        "receives",
        "moments",
        "complaints",
        "standards",
        "services",
        "learning",
        "means",
    ];
    assert_eq!(heads, wanted);
    assert!(matches!(page.blocks.first(), Some(Block::Brief { cells, .. }) if cells.len() == 2));
}

#[test]
fn the_data_say_the_same_with_addresses() {
    let manual = composed(MANUAL);
    let role = |id: &str| -> &RoleData { manual.roles.iter().find(|r| r.id == id).expect("its data") };
    let caja = role("caja");
    assert_eq!(caja.page, "my-manual-caja.html");
    let said = &caja.messages[0];
    assert_eq!((said.name.as_str(), said.text.as_deref()), ("Al contar", Some("He contado cien, ¿está conforme?")));
    assert_eq!(said.address.as_deref(), Some("service-cuenta.html#service-cuenta-during-al-contar"));
    assert_eq!((said.avoid.as_slice(), said.within.as_deref()), (&["Siguiente".to_owned()][..], Some("1 minuto")));
    assert_eq!(caja.authority[0].limit.as_deref(), Some("20\u{a0}€ por caso"));
    assert_eq!(caja.moments[0].within.as_deref(), Some("5 minutos"));
    let espera = &role("jefatura").indicators[0];
    assert_eq!((espera.result.as_deref(), espera.met), (Some("80\u{a0}%"), Some(false)));
    assert_eq!(espera.address.as_deref(), Some("indicators.html#indicator-espera"));
    let mut everything = manual.roles.clone();
    for item in everything.iter_mut().flat_map(|r| r.lists()).flatten() {
        assert!(!item.name.is_empty(), "{item:?}");
        assert!(item.address.is_some(), "{item:?}");
    }
}

#[test]
fn a_card_for_each_moment_of_truth_says_what_its_service_says() {
    let manual = composed(MANUAL);
    let cards: Vec<_> = manual
        .all_sections()
        .into_iter()
        .flat_map(|s| &s.blocks)
        .filter_map(|b| if let Block::Cards { items } = b { Some(items) } else { None })
        .flatten()
        .collect();
    assert_eq!(
        cards.iter().map(|c| c.id.as_str()).collect::<Vec<_>>(),
        ["card-cuenta-m-el-dinero", "card-cuenta-m-la-despedida"]
    );
    let told: Vec<Vec<String>> = cards[0].parts.iter().map(|p| p.lines.iter().map(|l| text_of(l)).collect()).collect();
    let wanted: [&[&str]; 5] = [
        &["«He contado cien, ¿está conforme?»"],
        &["Cuenta a la vista", "Lee el monto", "C", "D", "E", "Sigue en el manual."],
        &["5 minutos desde que se cuenta el dinero"],
        &["Jefatura falta dinero"],
        &["Una llamada, en 1 día hábil"],
    ];
    assert_eq!(told, wanted);
    // The second moment has the second message: the first is taken.
    assert_eq!(text_of(&cards[1].parts[0].lines[0]), "«Gracias.»");
    let scan = cards[0].scan.as_ref().expect("a code");
    assert_eq!(text_of(&scan.caption), "https://manual.example.org/service-cuenta.html#service-cuenta-m-el-dinero");
}

#[test]
fn many_cards_are_a_page_for_each_family_in_parts() {
    let moments =
        |of: &str| (0..20).map(|n| format!("    - {{ moment: {of} {n}, of_truth: true }}\n")).collect::<String>();
    let service =
        |id: &str, family: &str| format!("{id}:\n  name: Servicio {id}\n  family: {family}\n  cycle:\n{}", moments(id));
    let services = ["a", "b", "c", "d"].map(|id| service(id, if id == "b" { "dos" } else { "uno" })).concat();
    let manual = composed(&format!(
        "=== manual.yaml\ndocument: {{ title: M, address: \"https://manual.example.org\" }}\norganization: {{ name: O }}\n\
         languages: {{ default: es }}\nfamilies: {{ uno: {{ name: Uno }}, dos: {{ name: Dos }} }}\n=== services.yaml\n{services}"
    ));
    let chapter = manual.sections.iter().find(|section| section.id == "cards").expect("the chapter");
    let pages: Vec<(&str, &str, usize)> = chapter
        .sections
        .iter()
        .map(|page| {
            let cards =
                page.blocks.iter().find_map(|b| if let Block::Cards { items } = b { Some(items) } else { None });
            let cards = cards.expect("cards");
            assert!(cards.iter().all(|card| card.scan.is_some()), "{}", page.id);
            (page.id.as_str(), page.title.as_str(), cards.len())
        })
        .collect();
    assert_eq!(pages, [("cards.uno", "Uno", 48), ("cards.uno.2", "Uno · 2", 12), ("cards.dos", "Dos", 20)]);
    assert!(matches!(&chapter.blocks[..], [Block::List { items, .. }] if items.len() == 3));
}

#[test]
fn without_an_address_cards_have_no_code() {
    for other in ["", "address: manual.example.org", "address: \"javascript:x\""] {
        let manual = composed(&MANUAL.replace("address: \"https://manual.example.org\"", other));
        let cards = manual.all_sections().into_iter().flat_map(|s| &s.blocks).filter_map(|b| match b {
            Block::Cards { items } => Some(items),
            _ => None,
        });
        assert!(cards.flatten().all(|card| card.scan.is_none()), "{other}");
    }
}

#[test]
fn a_long_text_ends_with_its_sentence_or_its_word() {
    use crate::compose::cards::short;
    use crate::ir::plain;
    let cut = |text: &str, room| text_of(&short(plain(text), room));
    assert_eq!(cut("Uno dos.", 20), "Uno dos.");
    assert_eq!(cut("Uno dos tres. Cuatro cinco seis.", 20), "Uno dos tres.");
    assert_eq!(cut("«Uno dos, tres cuatro cinco»", 12), "«Uno dos…»");
    assert_eq!(cut(&"a".repeat(50), 10).chars().count(), 11);
}
