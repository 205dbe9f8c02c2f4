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
    let mut list: Vec<String> = places.iter().filter(|(_, to)| to.starts_with(page)).map(|(id, _)| id.clone()).collect();
    list.sort();
    list
}

/// Every anchor is there once, and is one that an address can hold.
fn publishes(manual: &Manual) {
    let sections = manual.all_sections();
    let mut list: Vec<&str> = sections.iter().map(|section| section.id.as_str()).collect();
    list.extend(blocks(manual).into_iter().flat_map(Block::anchors));
    let odd = |id: &&&str| !id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
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
    for id in ["complaints-sugerencias-steps", "complaints-sugerencias-closing", "complaints-sugerencias-investigation"] {
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
