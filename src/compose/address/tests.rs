//! Addresses over two editions and two languages: whatever is put before something, its address still leads to it.

use crate::ir::{Block, Fact, Figure, Manual, Row, Section, Step, text_of};
use crate::lang::{Lang, Tongue};
use crate::load::Memory;
use crate::{Options, compile};
use std::collections::BTreeMap;

/// What stands between `«` and `»` is there from the second edition on.
const MANUAL: &str = "=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual, edition: \"1\", address: https://manual.example.org }
languages: { default: es, others: [en] }
=== roles.yaml
caja: { name: Caja, authority: [«{ decides: cerrar la puerta }, »{ decides: devolver un cobro }, { id: turno, decides: cambiar el turno }] }
jefatura: { name: Jefatura }
=== roles.en.yaml
caja: { name: Teller, authority: [«{ decides: close the door }, »{ decides: give a charge back }, { decides: change the shift }] }
jefatura: { name: Manager }
=== channels.yaml
agencia: { name: Agencia, kind: face_to_face, «hours: { mon..fri: 09:00-17:00 }, »used_by: 40 % }
=== indicators.yaml
«aaa: { name: Abandono, definition: Quien se va, unit: \"%\", target: { share: 5 % }, owner: caja }
»espera: { name: Espera, definition: Quien espera, unit: \"%\", target: { share: 90 % }, owner: caja }
=== results.yaml
espera: { «2026-08: 91 %, »2026-09: 92 % }
=== services/uno.md
---
code: U-1
name: Uno
indicators: [«aaa, »espera]
offering:
  summary: Lo primero
  includes: [«Un sobre, »Copia del recibo]
«  channels: [agencia]
»  hours: { mon..fri: 09:00-13:00 }
  steps: [«{ does: Saluda al cliente }, »{ does: Cuenta el dinero }, { id: entrega, does: Entrega el recibo }]
  parts: [«{ name: Apertura, summary: Al abrir }, »{ name: Cierre, summary: Al cerrar, steps: [{ does: Cuenta el dinero }] }, { id: baja, name: Baja de la cuenta, summary: Al irse }]
  price: [«{ name: Sello, amount: 1 PEN }, »{ name: Copia, amount: 2 PEN }]
communication:
  during: [«{ trigger: Llega un cliente }, »{ trigger: Falta un dato, say: Falta algo, content: Lo que falta }, { id: cobro, trigger: Toca cobrar, avoid_saying: [«Ahora, »Pague ya] }]
cycle:
«  - { moment: La puerta, of_truth: true, role: caja }
»  - { moment: El dinero, of_truth: true, role: caja }
  - { id: adios, moment: La despedida, of_truth: true, role: caja }
authority: [«{ role: jefatura, decides: cerrar }, »{ role: caja, decides: abrir, up_to: 5 PEN }, { id: ajuste, role: caja, decides: ajustar, up_to: 3 PEN }]
escalation: [«{ to: jefatura, when: si hay fuego }, »{ to: jefatura, when: si falta dinero }, { id: robo, to: jefatura, when: si roban }]
---

«## Antes

Al llegar.

»## Durante

| Hora | Quién |
|---|---|
«| 8 | caja |
»| 9 | jefatura |

### Lo demás

Término
: Lo que dura.

## Y después {#luego}

Al irse.
=== services/uno.en.md
---
name: One
offering:
  summary: The first
  includes: [«An envelope, »Copy of the receipt]
  steps: [«{ does: Greets the customer }, »{ does: Counts the money }, { does: Hands the receipt }]
  parts: [«{ name: Opening, summary: When opening }, »{ name: Closing, summary: When closing, steps: [{ does: Counts the money }] }, { name: Closing the account, summary: When leaving }]
  price: [«{ name: Stamp }, »{ name: Copy }]
communication:
  during: [«{ trigger: A customer comes }, »{ trigger: Something lacks, say: Something lacks, content: What lacks }, { trigger: Time to charge, avoid_saying: [«Now, »Pay now] }]
cycle:
«  - { moment: The door }
»  - { moment: The money }
  - { moment: The farewell }
authority: [«{ decides: close }, »{ decides: open }, { decides: adjust }]
escalation: [«{ when: on fire }, »{ when: if money lacks }, { when: if robbed }]
---

«## Before

On coming.

»## During

| Hour | Who |
|---|---|
«| 8 | teller |
»| 9 | manager |

### The rest

Term
: What lasts.

## And after

On going.
=== complaints.yaml
reclamos:
  name: Reclamos
  steps: [«{ does: Saluda }, »{ does: Anota el reclamo }, { does: Responde }]
  escalation: [«{ to: jefatura, when: sin respuesta }, »{ id: prensa, to: jefatura, when: llama la prensa }]
  redress: [«una disculpa, »{ gives: otro recibo }, { id: cobro, gives: el cobro }]
  severity: { «leve: { name: Leve, when: poco }, »grave: { name: Grave, when: mucho } }
";

fn text(second: bool) -> String {
    let mut out = String::new();
    for (place, part) in MANUAL.split(['«', '»']).enumerate() {
        out.push_str(if place % 2 == 0 || second { part } else { "" });
    }
    out
}

fn manuals(text: &str, langs: Vec<Lang>) -> Vec<Manual> {
    let files = Memory::parse(text, "services/ejemplo.md");
    let today = jiff::civil::date(2026, 11, 21);
    let langs = langs.into_iter().map(Tongue::from).collect();
    let options = Options { today, langs, messages: None, profiles: Vec::new(), history: None };
    let compiled = compile(&files, &options).expect("files in memory can be listed");
    let faults: Vec<String> =
        compiled.findings.iter().filter(|f| f.code().starts_with('E')).map(|f| f.message(Lang::En)).collect();
    assert_eq!(faults, Vec::<String>::new());
    compiled.manuals
}

/// What stands at each address, in its words, without the numbers of its place; and what has none.
fn places(manual: &Manual) -> (BTreeMap<String, String>, Vec<String>) {
    let (mut out, mut without) = (BTreeMap::new(), Vec::new());
    let mut add = |id: &Option<String>, words: String| {
        let words = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ').to_owned();
        match id {
            Some(id) => assert_eq!(out.insert(id.clone(), words), None, "two places are called {id}"),
            None => without.push(words),
        }
    };
    fn facts<'f>(facts: &'f [Fact], add: &mut dyn FnMut(&'f Option<String>, String)) {
        facts.iter().for_each(|fact| add(&fact.id, fact.label.clone()));
    }
    fn each(section: &Section, see: &mut dyn FnMut(&Block)) {
        fn push(blocks: &[Block], see: &mut dyn FnMut(&Block)) {
            for block in blocks {
                see(block);
                block.children().into_iter().for_each(|inner| push(inner, see));
            }
        }
        push(&section.blocks, see);
        section.sections.iter().for_each(|inner| each(inner, see));
    }
    let mut see = |block: &Block| match block {
        Block::Heading { id, title, .. } | Block::Group { id, title, .. } => add(id, text_of(title)),
        Block::Definitions { items } => items.iter().for_each(|item| add(&item.id, text_of(&item.term))),
        Block::Steps { items } | Block::Escalation { steps: items, .. } => {
            items.iter().for_each(|Step { id, content, .. }| add(id, text_of(content)));
        }
        Block::Table(table) => {
            for Row { id, cells } in table.rows.iter().chain(&table.total) {
                add(id, cells.first().map_or_else(String::new, |cell| text_of(cell)));
            }
        }
        Block::Cards { items } => items.iter().for_each(|card| add(&Some(card.id.clone()), text_of(&card.title))),
        Block::Facts { items } => facts(items, &mut add),
        Block::Promise { id, content, facts: own, .. } => {
            add(id, text_of(content));
            facts(own, &mut add);
        }
        Block::List { ids, items, .. } => ids.iter().zip(items).for_each(|(id, item)| match item.first() {
            Some(Block::Paragraph { content }) => add(id, text_of(content)),
            _ => add(id, String::new()),
        }),
        // A drawing is of what stands there, which may have more in the next edition.
        Block::Figure(Figure { id, .. }) => add(id, String::new()),
        Block::Point { id, title, .. } => add(&Some(id.clone()), title.clone()),
        // Each stands in something that has an address, or holds what has.
        Block::Paragraph { .. }
        | Block::Callout { .. }
        | Block::Quote { .. }
        | Block::Brief { .. }
        | Block::Script { .. }
        | Block::Limit { .. }
        | Block::Code { .. }
        | Block::Rule
        | Block::Poster(_)
        | Block::Tasks { .. }
        | Block::Progress { .. }
        | Block::Quiz { .. }
        | Block::Acknowledgement(_) => {}
    };
    manual.sections.iter().for_each(|section| each(section, &mut see));
    manual.all_sections().into_iter().for_each(|section| facts(&section.facts, &mut add));
    (out, without)
}

#[test]
fn every_address_of_an_edition_leads_to_the_same_in_the_next() {
    let (first, second) = (manuals(&text(false), Vec::new()), manuals(&text(true), Vec::new()));
    assert_eq!((first.len(), second.len()), (2, 2));
    for (before, after) in first.iter().zip(&second) {
        let ((before, none), (after, nor)) = (places(before), places(after));
        assert_eq!((none, nor), (Vec::new(), Vec::new()), "all have an address");
        assert!(after.len() > before.len() + 12, "{} {}", before.len(), after.len());
        for (address, words) in &before {
            assert_eq!(after.get(address), Some(words), "{address}");
        }
    }
}

#[test]
fn both_languages_have_the_same_addresses() {
    for edition in [false, true] {
        let both = manuals(&text(edition), Vec::new());
        let addresses = |manual: &Manual| places(manual).0.into_keys().collect::<Vec<_>>();
        assert_eq!(addresses(&both[0]), addresses(&both[1]));
        let alone = manuals(&text(edition), vec![Lang::En]);
        assert_eq!(alone.len(), 1);
        assert_eq!(addresses(&alone[0]), addresses(&both[1]), "also where the original is not asked for");
    }
    let (known, _) = places(&manuals(&text(false), vec![Lang::En])[0]);
    for (address, words) in [
        ("service-uno-m-el-dinero", "The money"),
        ("service-uno-m-adios", "The farewell"),
        ("card-uno-m-adios", "The farewell"),
        ("service-uno-during-falta-un-dato", "Something lacks"),
        ("service-uno-during-cobro", "Time to charge"),
        ("service-uno-during-cobro.pague-ya", "Pay now"),
        ("service-uno-during-falta-un-dato:content", "Content"),
        ("service-uno-p2:hours", "Hours"),
        ("service-uno-p2.includes.copia-del-recibo", "Copy of the receipt"),
        ("service-uno-part-baja", "Closing the account"),
        ("service-uno-cycle.figure", ""),
        ("channel-agencia:used-by", "Share of contacts"),
        ("service-uno-authority.ajuste", "Adjust"),
        ("service-uno-escalation.robo", "if robbed"),
        ("role-caja-authority.turno", "Change the shift"),
        ("complaints-escalation.prensa", "llama la prensa"),
        ("complaints-redress.cobro", "El cobro"),
        ("complaints-redress.otro-recibo", "Otro recibo"),
        ("service-uno-step-cuenta-el-dinero", "Counts the money"),
        ("service-uno-step-entrega", "Hands the receipt"),
        ("service-uno-step-cuenta-el-dinero-2", "Counts the money"),
        ("service-uno-p2.cierre", "Closing"),
        ("service-uno-p2.price.copia", "Copy"),
        ("service-uno.durante", "During"),
        ("service-uno.durante.9", "manager"),
        ("service-uno.luego", "And after"),
        ("service-uno.lo-demas.termino", "Term"),
        ("complaint-reclamos-anota-el-reclamo", "Anota el reclamo"),
    ] {
        let words = if address.ends_with(".9") { "" } else { words };
        assert_eq!(known.get(address).map(String::as_str), Some(words), "{address}\n{known:#?}");
    }
}

#[test]
fn data_and_codes_lead_to_the_moment_by_its_name() {
    for edition in [false, true] {
        let manual = manuals(&text(edition), Vec::new()).remove(0);
        let role = manual.roles.iter().find(|role| role.id == "caja").expect("its data");
        let moments = serde_json::to_string(role).expect("it serializes");
        assert!(moments.contains("service-uno.html#service-uno-m-el-dinero"), "{moments}");
        assert!(moments.contains("service-uno.html#service-uno-during-falta-un-dato") || !moments.contains("during-"));
        let all = serde_json::to_string(&manual.sections).expect("it serializes");
        assert!(all.contains("https://manual.example.org/service-uno.html#service-uno-m-adios"));
    }
}

#[test]
fn the_id_of_a_heading_is_its_address_whatever_it_says() {
    let manual = |heading: &str| {
        let text = format!(
            "=== manual.yaml\norganization: {{ name: E }}\ndocument: {{ title: M }}\nlanguages: {{ default: es }}\n\
             === chapters/uno.md\n---\ntitle: Uno\n---\nVea [lo que trae](#que-trae).\n\n{heading}\n\nTodo.\n"
        );
        manuals(&text, Vec::new()).remove(0)
    };
    let (own, _) = places(&manual("## Qué trae"));
    assert_eq!(own.get("chapter-uno.que-trae").map(String::as_str), Some("Qué trae"));
    let renamed = manual("## Lo que trae **hoy** {#que-trae}");
    assert_eq!(places(&renamed).0.get("chapter-uno.que-trae").map(String::as_str), Some("Lo que trae hoy"));
    let data = serde_json::to_string(&renamed.sections).expect("it serializes");
    assert!(data.contains("\"to\":\"chapter-uno.que-trae\""), "a link to its id leads to the heading: {data}");
    let doubled = manual("## Uno {#uno}\n\nA.\n\n## Dos {#uno}");
    assert!(places(&doubled).0.contains_key("chapter-uno.uno-2"));
}

#[test]
fn a_label_goes_by_its_key_in_whatever_language_it_is_said() {
    let manual = |lang: &str| {
        let text = format!(
            "=== manual.yaml\norganization: {{ name: E }}\ndocument: {{ title: M }}\nlanguages: {{ default: {lang} }}\n\
             === channels.yaml\nagencia: {{ name: Agencia, kind: face_to_face, used_by: 40 %, address: Calle 1 }}\n\
             === suppliers.yaml\nimprenta: {{ name: Imprenta, agreed: {{ response: 2 business days }}, lead_time: 3 calendar days }}\n"
        );
        let (found, without) = places(&manuals(&text, Vec::new()).remove(0));
        assert_eq!(without, Vec::<String>::new());
        found
    };
    let spanish = manual("es");
    let labels =
        |found: &BTreeMap<String, String>| found.keys().filter(|id| id.contains(':')).cloned().collect::<Vec<_>>();
    assert!(labels(&spanish).len() > 4, "{spanish:#?}");
    for lang in ["en", "pt"] {
        let other = manual(lang);
        assert_eq!(labels(&other), labels(&spanish));
        assert_ne!(other["channel-agencia:used-by"], spanish["channel-agencia:used-by"]);
    }
}

#[test]
fn what_has_an_id_keeps_its_address_when_it_is_reworded() {
    let again = text(true)
        .replace("trigger: Toca cobrar", "trigger: Llega el momento del pago")
        .replace("name: Baja de la cuenta", "name: Cierre definitivo");
    let (found, _) = places(&manuals(&again, Vec::new()).remove(0));
    let said = |id: &str| found.get(id).map(String::as_str);
    assert_eq!(said("service-uno-during-cobro"), Some("Llega el momento del pago"));
    assert_eq!(said("service-uno-part-baja"), Some("Cierre definitivo"));
}

#[test]
fn an_id_stands_once_in_its_list() {
    let doubled = text(true).replace("{ trigger: Llega un cliente }", "{ id: cobro, trigger: Llega un cliente }");
    let files = Memory::parse(&doubled, "services/ejemplo.md");
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
    let findings = compile(&files, &options).expect("files in memory can be listed").findings;
    let told: Vec<String> = findings.iter().filter(|f| f.code() == "E012").map(|f| f.message(Lang::En)).collect();
    assert_eq!(told, ["the id `cobro` already exists among those of this list"]);
}
