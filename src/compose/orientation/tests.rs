//! What a role's page holds: the path with its times and places, the tests, the sheet; and that every build makes the same.

use crate::ir::{Block, Inline, Manual, Question, Record, Section, Task, text_of};
use crate::lang::Lang;
use crate::load::{Disk, Files, Memory};
use crate::{Options, compile};
use std::collections::BTreeSet;
use std::path::Path;

const BASE: &str = "=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual, code: M-1, edition: \"2026.1\" }
languages: { default: es }
=== roles.yaml
caja: { name: Caja, count: 4, escalates_to: jefatura, authority: [{ decides: devolver una comisión, up_to: 20 PEN, per: case }] }
plataforma: { name: Plataforma, authority: [{ decides: devolver una comisión, up_to: 40 PEN }] }
jefatura: { name: Jefatura, authority: [{ decides: reparar un error, up_to: 300 PEN }] }
archivo: { name: Archivo }
limpieza: { name: Limpieza }
=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono: { name: Teléfono, kind: telephone }
correo: { name: Correo, kind: email }
carta: { name: Carta, kind: post }
=== paths.yaml
ruta: { name: Ruta de caja, role: caja, day_one: [{ read: channels/agencia, time: 90 minutes, does: contar a la vista }, complaints/reclamos], week_one: [quizzes/prueba, el cuaderno verde], quizzes: [prueba], checklist: [credencial] }
otra: { name: Ruta de plataforma, role: plataforma, day_one: [quizzes/prueba], quizzes: [prueba] }
=== quizzes.yaml
prueba:
  name: Prueba
  questions:
    uno: { ask: ¿Qué va primero?, options: [el papel, el saludo], answer: 2, place: channels/agencia, why: Es una persona. }
    dos: { ask: ¿Qué se lee?, options: [el nombre, la fecha, nada], answer: [1, 2] }
=== complaints.yaml
reclamos:
  name: Reclamos
  types: { queja: { name: Queja, answer_within: 20 business days } }
  steps: [{ id: oir, does: Escucha al cliente, role: caja, within: 20 minutes }]
=== commitments.yaml
respuesta: { promise: \"Respondemos en [[respuesta.within]].\", within: 10 business days, owner: caja, code: C-1 }
carta: { promise: Escribimos., within: 20 business days }
aviso: { promise: Avisamos., within: 30 business days }
=== communications.yaml
corte: { name: Corte, moment: outage, trigger: Se corta la luz, medium: [telefono, correo], role: caja, within: 15 minutes, say: Volvemos a las diez., avoid_saying: [No sabemos nada.] }
cita: { name: Cita, moment: before, trigger: La víspera, medium: [telefono], say: Mañana lo esperamos. }
fin: { name: Fin, moment: after, trigger: El trámite termina, medium: [telefono], say: Gracias por venir. }
";

fn composed(text: &str) -> Manual {
    let files = Memory::parse(text, "services/ejemplo.md");
    compiled(&files).into_iter().next().expect("the manual is composed")
}

fn compiled(files: &dyn Files) -> Vec<Manual> {
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
    compile(files, &options).expect("the files can be read").manuals
}

fn page<'m>(manual: &'m Manual, role: &str) -> &'m Section {
    let id = super::address(role);
    manual.all_sections().into_iter().find(|section| section.id == id).unwrap_or_else(|| panic!("no page {id}"))
}

fn tasks(section: &Section) -> Vec<&Task> {
    let lists = section.blocks.iter().filter_map(|block| match block {
        Block::Tasks { items, .. } => Some(items),
        _ => None,
    });
    lists.flatten().collect()
}

/// The quizzes of a page, by id.
fn quizzes(blocks: &[Block]) -> Vec<(&str, &[Question])> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Quiz { id, questions } => vec![(id.as_str(), questions.as_slice())],
            block => block.children().into_iter().flat_map(quizzes).collect(),
        })
        .collect()
}

fn made<'m>(manual: &'m Manual, role: &str) -> &'m [Question] {
    let id = format!("test-{role}");
    let found = quizzes(&page(manual, role).blocks).into_iter().find(|(own, _)| *own == id);
    found.map_or(&[], |(_, questions)| questions)
}

fn record(manual: &Manual, role: &str) -> Record {
    let sheet = page(manual, role).blocks.iter().find_map(|block| match block {
        Block::Acknowledgement(sheet) => Some(sheet.record.clone()),
        _ => None,
    });
    sheet.expect("each page has a sheet")
}

fn to(run: &[Inline]) -> Option<&str> {
    run.iter().find_map(|inline| match inline {
        Inline::Ref { to, .. } => Some(to.as_str()),
        _ => None,
    })
}

#[test]
fn a_path_tells_times_places_and_what_is_kept_of_it() {
    let manual = composed(BASE);
    let told: Vec<(&str, String, String, Option<&str>, Option<u32>)> = tasks(page(&manual, "caja"))
        .into_iter()
        .map(|t| (t.id.as_str(), text_of(&t.content), text_of(&t.detail), to(&t.content), t.minutes))
        .collect();
    let row = |id, content: &str, detail: &str, to, minutes| (id, content.to_owned(), detail.to_owned(), to, minutes);
    assert_eq!(
        told,
        [
            row(
                "day-one/channels/agencia",
                "Agencia",
                "1\u{a0}h 30\u{a0}min · Contar a la vista",
                Some("channel-agencia"),
                Some(90)
            ),
            row("day-one/complaints/reclamos", "Reclamos", "unos 1\u{a0}min", Some("complaints"), Some(1)),
            row("week-one/quizzes/prueba", "Prueba", "", Some("quiz-prueba"), None),
            row("week-one/el-cuaderno-verde", "El cuaderno verde", "", None, None),
            row("check/credencial", "Credencial", "", None, None),
        ]
    );
    let progress = page(&manual, "caja").blocks.iter().find_map(|block| match block {
        Block::Progress { key, content } => Some((key.as_str(), text_of(content))),
        _ => None,
    });
    assert_eq!(progress, Some(("M-1:2026.1:caja", "5 pasos · 1\u{a0}h 31\u{a0}min de lectura".to_owned())));
}

#[test]
fn a_written_test_stands_on_every_page_of_its_roles_with_one_address_each() {
    let manual = composed(BASE);
    for (role, address) in [("caja", "quiz-prueba"), ("plataforma", "quiz-prueba-plataforma")] {
        let page = page(&manual, role);
        let group = page.blocks.iter().any(|b| matches!(b, Block::Group { id: Some(id), .. } if id == address));
        assert!(group, "{role}");
        let reads = tasks(page).into_iter().find(|task| task.id.ends_with("quizzes/prueba")).expect("it is read");
        assert_eq!(to(&reads.content), Some(address));
        let found = quizzes(&page.blocks);
        let (_, questions) = found.iter().find(|(id, _)| *id == "quiz-prueba").expect("the written one");
        let right: Vec<Vec<bool>> = questions.iter().map(|q| q.options.iter().map(|o| o.right).collect()).collect();
        assert_eq!(right, [vec![false, true], vec![true, true, false]]);
        assert_eq!(
            (text_of(&questions[0].why).as_str(), to(&questions[0].place)),
            ("Es una persona.", Some("channel-agencia"))
        );
        assert!(!questions[0].is_multiple() && questions[1].is_multiple());
    }
}

#[test]
fn wrong_answers_are_true_elsewhere_or_near_and_never_true_here() {
    let manual = composed(BASE);
    let questions = made(&manual, "caja");
    let of = |id: &str| questions.iter().find(|q| q.id == id).unwrap_or_else(|| panic!("no {id}: {questions:#?}"));
    let options = |q: &Question| q.options.iter().map(|o| (text_of(&o.content), o.right)).collect::<Vec<_>>();
    let wrong = |q: &Question| q.options.iter().filter(|o| !o.right).map(|o| text_of(&o.content)).collect::<Vec<_>>();
    let promise = of("commitments/respuesta");
    assert_eq!(text_of(&promise.about), "«Respondemos en …….»");
    let told = options(promise);
    assert!(told.contains(&("10 días hábiles".to_owned(), true)), "{told:?}");
    assert!(told.contains(&("30 días hábiles".to_owned(), false)), "a true value of another promise: {told:?}");
    assert!(
        told.iter().all(|(text, _)| text != "20 días hábiles"),
        "some complaints are answered in that time: {told:?}"
    );
    assert_eq!(to(&promise.place), Some("commitment-respuesta"));
    let limit = wrong(of("limit--devolver-una-comision"));
    assert!(limit.contains(&"S/\u{a0}40".to_owned()), "{limit:?}");
    let say = wrong(of("say-communication-corte"));
    assert_eq!(say.len(), 2);
    let by = options(of("channel-communication-corte"));
    let right: BTreeSet<&str> = by.iter().filter(|o| o.1).map(|o| o.0.as_str()).collect();
    assert_eq!(right, BTreeSet::from(["Correo", "Teléfono"]));
    let superior = options(of("superior"));
    assert!(superior.contains(&("Jefatura".to_owned(), true)) && superior.len() == 3, "{superior:?}");
}

#[test]
fn what_has_no_one_right_answer_is_not_asked() {
    // The promise says its time in words, so that no blank can be left.
    let manual = composed(&BASE.replace("Respondemos en [[respuesta.within]].", "Respondemos en 10 días hábiles."));
    assert!(made(&manual, "caja").iter().all(|q| q.id != "commitments/respuesta"));
    // A length of time that differs by case has no one answer.
    let cases = "within: { by: [channel], cases: [[agencia, 5 business days]], else: 10 business days }, owner";
    let manual = composed(&BASE.replace("within: 10 business days, owner", cases));
    assert!(made(&manual, "caja").iter().all(|q| q.id != "commitments/respuesta"));
    // The same decision with another limit.
    let twice = "per: case }, { decides: Devolver una comisión., up_to: 25 PEN }]";
    let manual = composed(&BASE.replace("per: case }]", twice));
    assert!(made(&manual, "caja").iter().all(|q| !q.id.starts_with("limit-")));
}

#[test]
fn the_example_asks_every_role_what_its_data_can_answer_and_the_same_each_time() {
    let files = Disk::open(Path::new("manual"), ".cartilla").expect("the example is here");
    let manuals = compiled(&files);
    assert_eq!(manuals[0].lang, "es");
    let again = compiled(&files);
    for (manual, again) in manuals.iter().zip(&again) {
        let json = |m: &Manual| serde_json::to_string(&m.sections).expect("it serializes");
        assert_eq!(json(manual), json(again), "{}", manual.lang);
        let anchors = serde_json::to_string(&manual.sections).expect("it serializes");
        let chapter = manual.sections.iter().find(|s| s.id == "orientation").expect("it has orientation");
        for page in &chapter.sections {
            let role = page.id.strip_prefix("orientation-").expect("a role's page");
            let questions = made(manual, role);
            let contact =
                ["caja", "asesor-socios", "asesor-negocios", "centro-contacto", "jefatura-agencia"].contains(&role);
            assert!(!contact || (8..=10).contains(&questions.len()), "{role}: {}", questions.len());
            for question in questions {
                let right = question.options.iter().filter(|o| o.right).count();
                assert!(right == 1 || question.id.starts_with("channel-") && right > 1, "{role}: {}", question.id);
                assert!(question.options.len() - right >= 2, "{role}: {}", question.id);
                let texts: BTreeSet<String> = question.options.iter().map(|o| text_of(&o.content)).collect();
                assert_eq!(texts.len(), question.options.len(), "{role}: {}", question.id);
                let place = to(&question.place).unwrap_or_else(|| panic!("{role}: {} has no place", question.id));
                assert!(anchors.contains(&format!("\"id\":\"{place}\"")), "{place}");
            }
            let linked =
                tasks(page).iter().filter(|task| !task.id.starts_with("check/")).all(|t| to(&t.content).is_some());
            assert!(linked, "{role}: each module leads to what it reads");
        }
    }
}

#[test]
fn only_what_binds_changes_the_digest_and_only_for_whom_it_binds() {
    let digest = |text: &str, role: &str| record(&composed(text), role).digest;
    let (caja, plataforma) = (digest(BASE, "caja"), digest(BASE, "plataforma"));
    assert_eq!(caja.len(), 64);
    assert_ne!(caja, plataforma);
    for (from, into) in [
        ("Respondemos en [[respuesta.within]].", "**Respondemos**, en [[respuesta.within]]!"),
        ("Se corta la luz", "«Se corta la luz»"),
        ("devolver una comisión, up_to: 20 PEN", "Devolver una comision., up_to: 20.00 PEN"),
        ("name: Corte,", "name: Apagón, note: x,"),
        ("owner: caja, code: C-1", "owner: caja, code: C-9, note: Revisado."),
        ("name: Caja, count: 4", "name: Ventanilla, count: 5, attitude: amable"),
        ("edition: \"2026.1\"", "edition: \"2026.2\""),
        ("within: 10 business days, owner", "within: 10.0 business days, owner"),
    ] {
        let text = BASE.replace(from, into);
        assert_ne!(text, BASE, "{from}");
        assert_eq!(digest(&text, "caja"), caja, "an editorial change: {into}");
    }
    for (from, into) in [
        ("within: 10 business days, owner", "within: 9 business days, owner"),
        ("up_to: 20 PEN", "up_to: 25 PEN"),
        ("escalates_to: jefatura", "escalates_to: archivo"),
        ("Volvemos a las diez.", "Volvemos a las once."),
        ("avoid_saying: [No sabemos nada.]", "avoid_saying: [No sabemos nada., Espere.]"),
        ("within: 20 minutes", "within: 25 minutes"),
        ("medium: [telefono, correo]", "medium: [telefono]"),
        ("Escucha al cliente", "Escucha al cliente y lo anota"),
    ] {
        let text = BASE.replace(from, into);
        assert_ne!(text, BASE, "{from}");
        assert_ne!(digest(&text, "caja"), caja, "a changed obligation: {into}");
        assert_eq!(digest(&text, "plataforma"), plataforma, "not of this role: {into}");
    }
}

#[test]
fn a_translation_asks_the_same_and_is_read_under_the_same_digest() {
    let text = BASE.replace("languages: { default: es }", "languages: { default: es, others: [en] }")
        + "=== commitments.en.yaml\nrespuesta: { promise: \"We answer in [[respuesta.within]].\" }\n";
    let manuals = compiled(&Memory::parse(&text, "services/ejemplo.md"));
    let [es, en] = manuals.as_slice() else { panic!("{} manuals", manuals.len()) };
    assert_eq!(record(es, "caja").digest, record(en, "caja").digest);
    let asked = |m: &Manual| made(m, "caja").iter().map(|q| q.id.clone()).collect::<Vec<_>>();
    assert_eq!(asked(es), asked(en));
    let promise = made(en, "caja").iter().find(|q| q.id == "commitments/respuesta").expect("it is asked");
    assert_eq!(text_of(&promise.about), "“We answer in …….”");
    assert!(promise.options.iter().any(|o| o.right && text_of(&o.content) == "10 business days"));
}

#[test]
fn the_sheet_says_what_is_declared_and_what_that_is_worth() {
    let manual = composed(BASE);
    let own = record(&manual, "caja");
    assert_eq!((own.code.as_deref(), own.edition.as_deref(), own.people), (Some("M-1"), Some("2026.1"), Some(4)));
    let sheet = page(&manual, "caja").blocks.iter().find_map(|block| match block {
        Block::Acknowledgement(sheet) => Some(sheet),
        _ => None,
    });
    let sheet = sheet.expect("there is one");
    assert!(text_of(&sheet.declaration).contains(&format!("las {} obligaciones", own.obligations)));
    assert!(text_of(&sheet.proof).contains("no prueba nada más"));
    assert_eq!(Lang::from_tag(&manual.lang), Some(Lang::Es));
}
