//! The schemas of translations against the reader.

use super::*;

/// A manual with a translation of each sort, of which one file is changed.
fn translated(path: &str, text: &str) -> crate::load::Memory {
    let mut files = crate::load::Memory::parse(
        r#"=== manual.yaml
organization: { name: Ejemplo, purpose: Servir }
document: { title: Manual }
languages: { default: es, others: [en] }
=== roles.yaml
caja: { name: Caja, profile: [amable, puntual], headcount: 3 }
=== channels/agencia.yaml
name: Agencia
kind: face_to_face
hours: { mon..fri: 09:00-18:00, note: salvo feriados }
=== services/envio.md
---
code: EN-01
name: Envío
offering:
  summary: Enviamos.
  price: { by: [segmento], cases: [[socio, free], [empresa, 2 PEN]], else: 5 PEN }
commitments:
  plazo: { promise: Llega pronto., within: 2 business days, redress: { gives: una disculpa } }
---
"#,
        "manual.yaml",
    );
    files.insert(path.to_owned(), text.to_owned());
    files
}

#[test]
fn translations_are_taken_and_refused_as_by_the_reader() {
    let validators = validators();
    let mut faults = Vec::new();
    for (path, text, good) in [
        ("manual.en.yaml", "organization: { name: Example }\n", true),
        ("manual.en.yaml", "organization: { nome: Example }\n", false),
        ("roles.en.yaml", "caja: { name: Desk, translated: 2026-11-02 }\n", true),
        ("roles.en.yaml", "caja: { translated: 2026 }\n", true),
        ("roles.en.yaml", "caja: { translated: hoy }\n", false),
        ("roles.en.yaml", "caja: { profile: [friendly, ~] }\n", true),
        ("roles.en.yaml", "caja: { profile: { a: b } }\n", false),
        ("roles.en.yaml", "caja: { naem: Desk }\n", false),
        ("roles.en.yaml", "caja: { headcount: tres }\n", false),
        ("channels/agencia.en.yaml", "name: Branch\nhours: { note: but for holidays }\n", true),
        ("channels/agencia.en.yaml", "name: Branch\nhours: 25 hours\n", false),
        ("channels/agencia.en.yaml", "translated: 2026-11-02\n", true),
        ("services/envio.en.md", "---\nname: Delivery\noffering: { summary: We deliver. }\n---\n", true),
        ("services/envio.en.md", "---\ncommitments: { plazo: { promise: It comes soon. } }\n---\n", true),
        ("services/envio.en.md", "---\noffering: { price: { by: [segment], cases: [[member]] } }\n---\n", true),
        ("services/envio.en.md", "---\ncommitments: { plazo: { promise: [a, b] } }\n---\n", false),
    ] {
        let verdicts = verdicts(&translated(path, text), &validators);
        let (_, codes, errors) = verdicts.iter().find(|(of, ..)| of == path).expect("the file has a schema");
        if errors.is_empty() != good {
            faults.push(format!("{path} {text}: the schema says {errors:?}, the reader {codes:?}"));
        }
        // Unknown keys of a translation are E027, since the original lacks them.
        let parsed = parse(&translated(path, text)).expect("the files can be listed");
        let (_, notes) = model::read(&parsed.sources, &parsed, Some(Lang::En.into()));
        if notes.findings.is_empty() != good {
            faults.push(format!("{path} {text}: the reader says {:?}", notes.findings));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_original_is_its_own_translation() {
    let validators = validators();
    let disk = Disk::open(Path::new("manual"), ".cartilla-published").expect("the example manual");
    let mut tried = 0;
    for entry in disk.list().expect("its files") {
        let Some(schema) = schema_of(&entry.path).filter(|schema| !schema.contains(".translation")) else { continue };
        let text = String::from_utf8(disk.read(&entry.path).expect("a file")).expect("UTF-8");
        let Some(data) = data(&entry.path, &text) else { continue };
        let translation = schema.replace(".json", ".translation.json");
        let errors: Vec<String> = validators[&translation].iter_errors(&data).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", entry.path);
        tried += 1;
    }
    assert!(tried > 30, "{tried} files");
}
