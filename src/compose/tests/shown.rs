//! What is written reaches the reader: several procedures, families in words, states to come, commitments of the register.

use super::*;

/// The words of a section and of what stands in it.
fn words_of(manual: &Manual, id: &str) -> String {
    let mut sections = manual.all_sections().into_iter();
    let section = sections.find(|s| s.id == id).unwrap_or_else(|| panic!("no section {id}"));
    serde_json::to_string(section).expect("a section is data")
}

fn anchors(manual: &Manual, page: &str) -> Vec<String> {
    let places = manual.places();
    let mut list: Vec<String> =
        places.iter().filter(|(_, to)| to.starts_with(page)).map(|(id, _)| id.clone()).collect();
    list.sort();
    list
}

/// Every anchor is there once, and is one that an address can hold.
fn publishes(manual: &Manual) {
    let sections = manual.all_sections();
    let mut list: Vec<&str> = sections.iter().map(|section| section.id.as_str()).collect();
    list.extend(blocks(manual).into_iter().flat_map(Block::anchors));
    let odd = |id: &&&str| !id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.:".contains(c));
    assert_eq!(list.iter().filter(odd).collect::<Vec<_>>(), Vec::<&&str>::new());
    list.sort_unstable();
    let twice: Vec<&[&str]> = list.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert_eq!(twice, Vec::<&[&str]>::new());
}

#[test]
fn several_complaint_procedures_have_anchors_of_their_own() {
    let one = "=== complaints.yaml
reclamos:
  name: Reclamos
  steps: [{ id: registra, does: Registra., role: caja }]
  closing: { requires: una respuesta }
";
    let two = format!(
        "{one}sugerencias:
  name: Sugerencias
  summary: Para mejorar.
  owner: caja
  steps: [{{ id: registra, does: Anota., role: caja }}]
  closing: {{ requires: un aviso }}
  investigation: {{ method: una reunión, owner: caja }}
"
    );
    let (one, two) = (composed(one), composed(&two));
    let (before, after) = (anchors(&one, "complaints.html"), anchors(&two, "complaints.html"));
    assert!(before.contains(&"complaints-steps".to_owned()), "{before:?}");
    let kept = before.iter().filter(|id| id.starts_with("complaints-"));
    assert_eq!(kept.filter(|id| !after.contains(id)).collect::<Vec<_>>(), Vec::<&String>::new());
    for id in ["complaints-sugerencias-steps", "complaints-sugerencias-closing", "complaints-sugerencias-investigation"]
    {
        assert!(after.contains(&id.to_owned()), "{id}: {after:?}");
    }
    assert!(words_of(&two, "complaints").contains("Para mejorar."), "the summary of the second is told");
    let said = serde_json::to_string(&two.roles).expect("data");
    assert!(said.contains("complaints.html#complaints-sugerencias-investigation"), "{said}");
    publishes(&two);
}

#[test]
fn a_family_in_words_has_an_address() {
    let service = |id: &str, family: &str| {
        format!(
            "=== services/{id}.md\n---\nname: Servicio {id}\nfamily: {family}\ncycle:\n{}---\n",
            "  - { moment: Paga, of_truth: true, say: Buenas. }\n".repeat(9)
        )
    };
    let manual = composed(&format!(
        "{}{}{}",
        service("uno", "Créditos y ahorro"),
        service("dos", "creditos-y-ahorro"),
        service("tres", "貸付")
    ));
    let ids: Vec<&str> = manual.all_sections().into_iter().map(|s| s.id.as_str()).collect();
    assert!(ids.contains(&"family-creditos-y-ahorro") && ids.contains(&"family-8cb8-4ed8"), "{ids:?}");
    publishes(&manual);
}

/// What a manual finds, by code, on the day of these tests.
fn codes(more: &str) -> Vec<&'static str> {
    let files = Memory::parse(&format!("{BASE}{more}"), "services/ejemplo.md");
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: vec![Lang::Es.into()], messages: None, profiles: Vec::new(), history: None };
    let compiled = compile(&files, &options).expect("files in memory can be listed");
    compiled.findings.iter().map(crate::diag::Diagnostic::code).collect()
}

#[test]
fn a_state_to_come_counts_from_its_day_and_is_announced() {
    let service = |status: &str| format!("=== services/ejemplo.md\n---\nname: Ejemplo\n{status}---\n");
    let active = codes(&service(""));
    assert!(active.iter().filter(|code| code.starts_with("A1")).count() > 5, "{active:?}");
    for day in ["2026-11-22", "2099"] {
        assert_eq!(codes(&service(&format!("status: {{ retired: {day}, reason: cierre }}\n"))), active, "{day}");
    }
    let over = codes(&service("status: { retired: 2026-11-21, reason: cierre }\n"));
    assert!(over.iter().all(|code| !code.starts_with("A1")), "{over:?}");
    let manual = composed(&service("status: { retired: 2026-12-01, reason: cierre }\n"));
    let said = words_of(&manual, "service-ejemplo");
    assert!(said.contains("Se retirará el 1") && !said.contains("Retirado el"), "{said}");
    // Parts and messages too.
    let manual = composed(
        "=== services/ejemplo.md
---
name: Ejemplo
offering: { parts: [{ name: Envío, status: { suspended: 2026-12-01, reason: obras } }] }
communication: { before: [{ trigger: Llega, say: Buenas., status: { suspended: 2026-11-01, reason: cambio } }] }
---
",
    );
    let said = words_of(&manual, "service-ejemplo");
    assert!(said.contains("Se suspenderá desde") && said.contains("Suspendido desde"), "{said}");
    assert!(
        codes(
            "=== channels.yaml\nfax: { name: F, kind: post, status: { suspended: 2026-01-01, retired: 2026-02-01 } }\n"
        )
        .contains(&"E043")
    );
}

#[test]
fn a_commitment_of_the_register_is_told_with_its_service() {
    let register = "=== commitments.yaml
rapido: { promise: Le atendemos pronto., service: ejemplo, within: 5 minutes }
";
    for (said, complaints) in [
        ("", ""),
        ("", "=== complaints.yaml\nreclamos: { name: Reclamos }\n"),
        ("commitments: { otro: { promise: Avisamos., within: 1 hour } }\n", ""),
        ("commitments: [rapido]\n", ""),
        ("commitments: { none: nada se promete }\n", ""),
    ] {
        let service = format!("=== services/ejemplo.md\n---\nname: Ejemplo\n{said}---\n");
        let manual = composed(&format!("{register}{complaints}{service}"));
        let page = words_of(&manual, "service-ejemplo");
        assert_eq!(
            page.matches("\"kind\":\"promise\"").count(),
            if said.contains("otro") { 2 } else { 1 },
            "{said}: {page}"
        );
        assert!(facts_of(&manual, "commitment-rapido").iter().any(|(label, _)| label == "Plazo"), "{said}");
        publishes(&manual);
    }
}

#[test]
fn what_stands_beside_an_entry_is_told() {
    let status = "status: { suspended: 2026-03-03, reason: obras }";
    let manual = composed(&format!(
        "=== laws.yaml
ley: {{ name: Ley }}
=== suppliers.yaml
correos: {{ name: Correos, {status} }}
=== standards.yaml
saludo: {{ name: Saludo, statement: Salude., review_by: 2027-01-31, {status} }}
=== communications.yaml
aviso: {{ name: Aviso, moment: outage, trigger: se cae la línea, content: la hora, {status} }}
=== indicators.yaml
espera: {{ name: Espera, target: {{ share: 90 % }}, approved: 2026-01-10, {status} }}
=== channels.yaml
agencia: {{ name: Agencia, kind: face_to_face, sites: [centro], languages: [es, ca], {status} }}
=== glossary.yaml
vale: {{ term: Vale, definition: Papel., code: V-9, note: antiguo, laws: [{{ law: ley, article: \"7\" }}], {status} }}
=== commitments.yaml
pronto:
  promise: Respondemos.
  within: 2 business days
  laws: [{{ law: ley, article: \"24\" }}]
  expires: 2027-12-31
=== complaints.yaml
reclamos:
  name: Reclamos
  code: RC-01
  note: véase el libro
  laws: [{{ law: ley, article: \"150\" }}]
  {status}
  intake: {{ channels: [agencia], languages: [es] }}
  types: {{ queja: {{ answer_within: 5 business days, languages: [qu] }}, reclamo: {{ answer_within: 5 business days, languages: [es] }} }}
"
    ));
    let said = |id: &str| -> Vec<String> {
        let list = facts_of(&manual, id).into_iter();
        list.map(|(label, value)| format!("{label}: {value}").replace('\u{a0}', " ")).collect()
    };
    let told = |id: &str, fact: &str| assert!(said(id).contains(&fact.to_owned()), "{id}, {fact}: {:?}", said(id));
    told("channel-agencia", "Idiomas: Español, catalán");
    told("communication-aviso", "Cuándo: se cae la línea");
    told("indicator-espera", "Aprobado el: 10 de enero de 2026");
    told("standard-saludo", "Revisar antes del: 31 de enero de 2027");
    told("commitment-pronto", "Base legal: Ley, art. 24");
    told("commitment-pronto", "Vence: 31 de diciembre de 2027");
    assert_eq!(said("standard-saludo").iter().filter(|fact| fact.starts_with("Revisar")).count(), 1);
    let marked = |id: &str| {
        let opens = |block: &&Block| block.anchors().contains(&id);
        let group = blocks(&manual).into_iter().find(opens).unwrap_or_else(|| panic!("no entry {id}"));
        matches!(group.children().first(), Some([Block::Callout { .. }, ..]))
    };
    for id in ["supplier-correos", "standard-saludo", "communication-aviso", "indicator-espera", "channel-agencia"] {
        assert!(marked(id), "{id}");
    }
    let table = rows(&manual, "channels");
    assert!(table.iter().any(|row| row[0].starts_with("Agencia (suspendido desde ")), "{table:?}");
    let chapter = words_of(&manual, "complaints");
    for word in ["RC-01", "véase el libro", "art. 150", "Suspendido desde", "Idiomas: ", "Quechua", "Español"] {
        assert!(chapter.contains(word), "{word}: {chapter}");
    }
    let glossary = words_of(&manual, "glossary");
    for word in ["V-9", "antiguo", "art. 7", "Suspendido desde"] {
        assert!(glossary.contains(word), "{word}: {glossary}");
    }
}

#[test]
fn figures_are_told_with_what_stands_behind_them() {
    let manual = composed(
        "=== indicators.yaml
espera:
  name: Espera
  site: centro
  target: { share: 95 %, within: 24 business hours, from: 2026-03-01, until: 2026-11 }
  results: { 2026-08: { numerator: 412, denominator: 430 }, 2026-09: { value: 96 %, numerator: 48, denominator: 50 } }
=== suppliers.yaml
imprenta: { name: Imprenta, services: [ejemplo] }
=== risks.yaml
caida: { name: Caída, kind: unpreparedness, services: [ejemplo] }
=== surveys.yaml
salida:
  name: Encuesta de salida
  scale: 1..10
  results:
    2026-Q2: { sample: 602, dimensions: { courtesy: { expected: 8, perceived: 8.5 }, time: { expected: 8, perceived: 8 } } }
    2026-Q3: { sample: 598, dimensions: { time: { expected: 8, perceived: 7 } } }
=== services/ejemplo.md
---
name: Ejemplo
offering:
  steps: [{ does: Firma., role: caja, channel: agencia }]
  price: { amount: 1 %, on: importe del giro }
inventory: [{ item: Carpetas, safety_stock: 43, unit_cost: 3.20 PEN, supplier: imprenta, owner: caja }]
---
",
    );
    let said = |id: &str| -> Vec<String> {
        let list = facts_of(&manual, id).into_iter();
        list.map(|(label, value)| format!("{label}: {value}").replace('\u{a0}', " ")).collect()
    };
    let target = &said("indicator-espera")[0];
    assert!(target.ends_with(", desde el 1 de marzo de 2026 hasta noviembre de 2026"), "{target}");
    assert!(said("indicator-espera").contains(&"Sedes: Centro".to_owned()));
    let register = words_of(&manual, "indicators").replace('\u{a0}', " ");
    assert!(register.contains("(412 de 430)") && register.contains("(48 de 50)"), "{register}");
    assert!(said("risk-caida").contains(&"Situación: Reclamos o caídas sin preparación".to_owned()));
    assert!(said("risk-caida").contains(&"Servicios: Ejemplo".to_owned()));
    assert!(said("supplier-imprenta").contains(&"Se usa en: Ejemplo".to_owned()));
    let survey = words_of(&manual, "customers").replace('\u{a0}', " ");
    assert!(survey.contains("(muestra: 598)") && survey.contains("602") && survey.contains("+0,5"), "{survey}");
    let service = words_of(&manual, "service-ejemplo").replace('\u{a0}', " ");
    for word in [
        "Agencia",
        "Se calcula sobre: ",
        "importe del giro",
        "Reserva de seguridad: ",
        "Costo por unidad: ",
        "Imprenta",
    ] {
        assert!(service.contains(word), "{word}: {service}");
    }
}
