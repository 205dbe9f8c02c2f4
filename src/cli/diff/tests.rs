//! The command over a repository made on the fly, whose editions differ in one thing each, and over what is no edition.

use super::super::{Environment, run};
use crate::lang::Lang;
use git2::{Signature, Time};
use std::ffi::OsString;
use std::fs;
use std::path::Path;

struct Run {
    status: u8,
    out: String,
    err: String,
}

fn call(folder: &Path, lang: Lang, line: &str) -> Run {
    let environment = Environment {
        lang: Some(lang),
        today: jiff::civil::date(2026, 11, 2),
        moment: None,
        current: folder.to_owned(),
        home: None,
        visual: None,
        terminal: false,
        colours: false,
        width: 80,
    };
    let (mut out, mut err) = (Vec::new(), anstream::StripStream::new(Vec::new()));
    let status = run(line.split(' ').map(OsString::from).collect(), &environment, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run { status, out: text(out), err: text(err.into_inner()) }
}

const CHANNELS: &str =
    "agencia: { name: Agencia, kind: face_to_face, first_response: { within: 24 business hours } }\n";
const SERVICE: &str = "---\ncode: TR-01\nname: Trámite de cuenta\noffering:\n  summary: Apertura con firma, foto y saldo.\n  channels: [agencia]\n  steps: [{ does: Recibe la solicitud, role: caja, within: 30 minutes }]\n---\n";

/// A repository with the tags `edition/1` and `edition/2`, and the second as its working copy.
fn repository(changes: [(&str, &str); 2]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let git = git2::Repository::init(dir.path()).expect("a repository");
    fs::create_dir(dir.path().join("services")).expect("created");
    let mut files = vec![
        ("manual.yaml", "organization: { name: Ejemplo }\ndocument: { title: Manual, status: approved, edition: \"1\", effective: 2026-01-01 }\nlanguages: { default: es }\n".to_owned()),
        ("roles.yaml", "caja: { name: Caja }\n".to_owned()),
        ("channels.yaml", CHANNELS.to_owned()),
        ("services/tramite.md", SERVICE.to_owned()),
    ];
    for number in ["1", "2"] {
        if number == "2" {
            for (_, text) in &mut files {
                *text = text.replace("edition: \"1\", effective: 2026-01-01", "edition: \"2\", effective: 2027-01-01");
                *text = changes.iter().fold(text.clone(), |text, (old, new)| text.replace(old, new));
            }
        }
        let (mut top, mut services) = (git.treebuilder(None).expect("a tree"), git.treebuilder(None).expect("a tree"));
        for (path, text) in &files {
            fs::write(dir.path().join(path), text).expect("written");
            let blob = git.blob(text.as_bytes()).expect("a blob");
            match path.strip_prefix("services/") {
                Some(name) => drop(services.insert(name, blob, 0o100_644).expect("inserted")),
                None => drop(top.insert(path, blob, 0o100_644).expect("inserted")),
            }
        }
        top.insert("services", services.write().expect("written"), 0o040_000).expect("inserted");
        let tree = git.find_tree(top.write().expect("written")).expect("found");
        let who = Signature::new("Ana", "ana@example.org", &Time::new(86_400, 0)).expect("a signature");
        let id = git.commit(None, &who, &who, "edición", &tree, &[]).expect("committed");
        git.reference(&format!("refs/tags/edition/{number}"), id, false, "").expect("tagged");
    }
    dir
}

fn changed() -> tempfile::TempDir {
    repository([("within: 24", "within: 12"), ("foto y saldo", "foto, y saldo")])
}

#[test]
fn editions_are_compared_by_their_tags_and_the_draft_is_the_working_copy() {
    let dir = changed();
    for line in ["1 2", "edition/1 edition/2", "1 edition/2"] {
        let run = call(dir.path(), Lang::Es, &format!("cartilla diff {line}"));
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{line}");
        assert_eq!(
            run.out,
            "Cambios: edición 1 (edition/1) → edición 2 (edition/2)\n\
             Nuevos: 0. Retirados: 0. Con otro nombre: 0. Modificados: 2.\n\
             Valores más exigentes: 1; menos exigentes: 0. Cambios de fondo: 1; solo de redacción: 1.\n\
             \n\
             Canales\n  \
               Agencia\n    \
                 Meta de primera respuesta: máximo 24 → 12 horas hábiles (más exigente)\n\
             \n\
             TR-01 Trámite de cuenta\n  \
               Solo de redacción\n    \
                 Oferta › Resumen: Apertura con firma, foto y saldo. → Apertura con firma, foto, y saldo. (otra redacción)\n"
        );
    }
    let run = call(dir.path(), Lang::Es, "cartilla diff 2 draft");
    assert_eq!((run.status, run.out.lines().nth(1)), (0, Some("No hay cambios.")), "{}", run.out);
    assert!(run.out.starts_with("Cambios: edición 2 (edition/2) → borrador\n"), "{}", run.out);
}

#[test]
fn another_name_is_told_once() {
    let dir = repository([("Trámite de cuenta", "Gestión de cuenta"), ("Agencia", "Oficina")]);
    let run = call(dir.path(), Lang::Es, "cartilla diff 1 2");
    let told = run.out.split_once("Canales\n").map_or("", |(_, told)| told);
    assert_eq!(
        told,
        "  Oficina (solo de redacción)\n    Nombre: Agencia → Oficina (cambia de nombre)\n\n\
         TR-01 Gestión de cuenta\n  Solo de redacción\n    Nombre: Trámite de cuenta → Gestión de cuenta (cambia de nombre)\n",
        "{}",
        run.out
    );
}

#[test]
fn markdown_and_json_tell_the_same() {
    let dir = changed();
    let run = call(dir.path(), Lang::En, "cartilla diff 1 2 --format md");
    assert!(run.out.starts_with("# Changes: edition 1 (edition/1) → edition 2 (edition/2)\n\n"), "{}", run.out);
    assert!(!run.out.contains("\n\n\n"), "{}", run.out);
    assert!(run.out.contains("\n## Channels\n\n- **Agencia**\n  - First response target: "), "{}", run.out);
    let run = call(dir.path(), Lang::Es, "cartilla diff 1 2 --format json");
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(json["format"], "cartilla/changes/1");
    assert_eq!((&json["old"]["edition"], &json["new"]["name"]), (&"1".into(), &"edition/2".into()));
    assert_eq!(json["changes"]["entries"][0]["fields"][0]["what"], "tightened");
    assert_eq!(json["changes"]["summary"]["editorial"], 1);
}

#[test]
fn a_role_gets_its_brief() {
    let dir = repository([("within: 30 minutes", "within: 20 minutes"), ("kind: face_to_face", "kind: face_to_face")]);
    let run = call(dir.path(), Lang::Es, "cartilla diff 1 2 --role caja");
    assert_eq!(run.status, 0, "{}", run.err);
    for words in [
        "Lo que cambia para: Caja",
        "Rige desde el 1 de enero de 2027.",
        "firme de nuevo",
        "Más exigente: cumpla el nuevo valor\n  TR-01 Trámite de cuenta · Oferta › Pasos 1 (Recibe la solicitud) › Plazo: 30 → 20 minutos (más exigente)",
    ] {
        assert!(run.out.contains(words), "{words}\n{}", run.out);
    }
    let dir = changed();
    let run = call(dir.path(), Lang::Es, "cartilla diff 1 2 --role caja");
    assert!(run.out.contains("la constancia que firmó sigue vigente"), "{}", run.out);
    let run = call(dir.path(), Lang::Es, "cartilla diff 1 2 --role nadie");
    assert!(run.status == 2 && run.err.contains("el puesto `nadie` no existe"), "{}", run.err);
    assert!(run.err.contains("caja"), "{}", run.err);
}

#[test]
fn what_is_no_edition_is_told_in_each_language() {
    let dir = changed();
    let git = git2::Repository::open(dir.path()).expect("a repository");
    let blob = git.blob(b"x").expect("a blob");
    git.reference("refs/tags/edition/3", blob, false, "").expect("tagged");
    let tree = git.find_tree(git.treebuilder(None).expect("a tree").write().expect("written")).expect("found");
    let who = Signature::new("Ana", "ana@example.org", &Time::new(86_400, 0)).expect("a signature");
    let empty = git.commit(None, &who, &who, "nada", &tree, &[]).expect("committed");
    git.reference("refs/tags/vacia", empty, false, "").expect("tagged");
    for (line, lang, words) in [
        ("1 9", Lang::Es, "no existe la etiqueta `9`"),
        ("1 9", Lang::En, "there is no tag `9`"),
        ("1 HEAD", Lang::Pt, "não existe a tag `HEAD`"),
        ("1 3", Lang::Es, "la etiqueta `edition/3` no lleva a un commit"),
        ("vacia 1", Lang::Es, "la edición `vacia` no tiene un `manual.yaml`"),
        ("1 vacia", Lang::En, "the edition `vacia` has no `manual.yaml`"),
    ] {
        let run = call(dir.path(), lang, &format!("cartilla diff {line}"));
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{line}");
        assert!(run.err.contains(words), "{line}: {}", run.err);
    }
    let alone = tempfile::tempdir().expect("a temporary folder");
    let run = call(alone.path(), Lang::Es, "cartilla diff 1 2");
    assert!(run.status == 2 && run.err.contains("no está en un repositorio git"), "{}", run.err);
}

#[test]
fn a_bare_repository_has_no_draft_and_a_folder_of_the_manual_is_not_the_manual() {
    let made = changed();
    let bare = tempfile::tempdir().expect("a temporary folder");
    let git =
        git2::build::RepoBuilder::new().bare(true).clone(&format!("file://{}", made.path().display()), bare.path());
    drop(git.expect("cloned"));
    for (line, lang, words) in [
        ("diff 1 draft", Lang::Es, ["no un borrador (draft)", "dos etiquetas con `diff`"]),
        ("check", Lang::En, ["is a bare git repository", "`build --editions all`"]),
        ("check manual", Lang::En, ["is a bare git repository", "clone it"]),
        ("build --format html", Lang::Pt, ["sem cópia de trabalho (bare)", "`build --editions all`"]),
    ] {
        let run = call(bare.path(), lang, &format!("cartilla {line}"));
        let told = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{line}");
        assert!(words.iter().all(|words| told.contains(words)), "{line}: {told}");
    }
    assert_eq!(call(bare.path(), Lang::Es, "cartilla diff 1 2").status, 0);
    let inside = made.path().join("services");
    for line in ["diff edition/1 edition/2", "diff edition/1 draft", "check", "build --format html --editions all"] {
        let run = call(&inside, Lang::Es, &format!("cartilla {line}"));
        assert!(run.status == 2 && run.err.contains("no hay ningún manual en `.`"), "{line}: {}", run.err);
        assert!(run.err.contains("el manual está en `..`"), "{line}: {}", run.err);
    }
}

#[test]
fn every_fault_of_a_repository_has_its_message() {
    use crate::load::repository::{Fault, Format};
    let tag = || "edition/1".to_owned();
    let faults = [
        Fault::Owner { path: "/m".into() },
        Fault::Unborn,
        Fault::NoTag { tag: tag() },
        Fault::NotACommit { tag: tag() },
        Fault::NoManual { tag: tag() },
        Fault::Shallow { tag: tag() },
        Fault::Partial { tag: tag() },
        Fault::Nowhere { path: "/m/.git".into() },
        Fault::Format(Format::Sha256),
        Fault::Format(Format::Reftable),
        Fault::Format(Format::Extension("extensions.nueva".into())),
        Fault::Corrupt { tag: tag(), detail: "zlib".into() },
        Fault::Other { detail: "zlib".into() },
    ];
    for lang in Lang::ALL {
        let texts: std::collections::BTreeSet<String> =
            faults.iter().map(|fault| super::super::failure::repository(lang, fault).text).collect();
        assert_eq!(texts.len(), faults.len());
        assert!(texts.iter().all(|text| !text.contains('{')), "{texts:?}");
    }
}

#[test]
fn folders_are_compared_and_their_words_are_no_markup() {
    let dir = changed();
    let copy = dir.path().join("otra");
    fs::create_dir_all(&copy).expect("created");
    for file in ["manual.yaml", "roles.yaml", "channels.yaml"] {
        fs::copy(dir.path().join(file), copy.join(file)).expect("copied");
    }
    fs::write(copy.join("channels.yaml"), CHANNELS.replace("Agencia", "\"Agencia @todos <b>\"")).expect("written");
    let run = call(dir.path(), Lang::Es, "cartilla diff 2 otra --format md");
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.out.contains("Agencia \\@todos \\<b\\>"), "{}", run.out);
}

#[test]
fn a_working_copy_is_built_with_the_history_of_its_tags() {
    let dir = changed();
    // So small a manual lacks much, which is not the question here.
    let manifest = dir.path().join("manual.yaml");
    let text = fs::read_to_string(&manifest).expect("written");
    let lints = "lints: { A1: note, B2: note, C3: note, D4: note, P5: note, F6: note, I7: note, W9: note }\n";
    fs::write(&manifest, text + lints).expect("written");
    let out = tempfile::tempdir().expect("a temporary folder");
    let build = |name: &str| {
        let line = format!("cartilla build --format html --out {}", out.path().join(name).display());
        let run = call(dir.path(), Lang::Es, &line);
        assert_eq!(run.status, 0, "{}", run.err);
        run.err
    };
    let page = |path: &str| fs::read_to_string(out.path().join(path));
    build("two");
    let chapter = page("two/changes.html").expect("a chapter");
    // The working copy still is the second edition, so that it is compared with the first.
    assert!(chapter.contains("Edición 2, comparada con la edición 1."), "{chapter}");
    assert!(chapter.contains("<s>24</s> → 12"), "{chapter}");
    assert!(page("two/index.html").expect("a cover").contains("href=\"changes.html\""));
    assert!(page("two/data/changes/caja.md").expect("a file").contains("Lo que cambia para: Caja"));
    let git = git2::Repository::open(dir.path()).expect("a repository");
    let first = git.refname_to_id("refs/tags/edition/1").expect("there");
    for number in ["1", "2"] {
        git.find_reference(&format!("refs/tags/edition/{number}")).expect("there").delete().expect("deleted");
    }
    // No tag is no edition yet; in a clone that is not whole it may be that they were left behind.
    assert!(!build("none").contains("historial"));
    assert!(page("none/changes.html").is_err());
    let commit = git2::Oid::hash_object(git2::ObjectType::Blob, b"x").expect("a name");
    fs::write(dir.path().join(".git/shallow"), format!("{commit}\n")).expect("written");
    let told = build("shallow");
    assert_eq!(told.matches("sin el historial de sus ediciones").count(), 1, "{told}");
    // With some tags it is said that there may be more, as `--editions` says it.
    git.reference("refs/tags/edition/1", first, false, "").expect("tagged");
    let told = build("cut");
    assert_eq!(told.matches("pueden faltar ediciones (`git fetch --unshallow --tags`").count(), 1, "{told}");
    // Of two names for one commit, the one that says the number is the edition.
    git.reference("refs/tags/edition/0-copia", first, false, "").expect("tagged");
    let told = build("copy");
    assert!(
        told.contains("`edition/0-copia` no entra en el historial: es la edición 1, como la etiqueta `edition/1`"),
        "{told}"
    );
    // A tag that is no manual is told, and the others are the history.
    let blob = git.blob(b"x").expect("a blob");
    git.reference("refs/tags/edition/3", blob, false, "").expect("tagged");
    let told = build("dark");
    assert!(
        told.contains("La edición `edition/3` no entra en el historial: la etiqueta no lleva a un commit"),
        "{told}"
    );
}

#[test]
fn a_side_that_cannot_be_read_is_named_and_nothing_untrue_is_told() {
    let dir = changed();
    fs::write(dir.path().join("channels.yaml"), "agencia: { name: [Agencia\n").expect("written");
    let run = call(dir.path(), Lang::Es, "cartilla diff 1 draft");
    assert_eq!((run.status, run.out.as_str()), (1, ""), "{}", run.err);
    assert!(run.err.contains("channels.yaml:1:") && run.err.contains("[E001]"), "{}", run.err);
    assert!(run.err.contains("no se comparan las ediciones") && run.err.contains("borrador"), "{}", run.err);
    // What only lacks a value is told beside what changes.
    fs::write(dir.path().join("channels.yaml"), format!("{CHANNELS}fax: {{ name: Fax, nombre_raro: 3 }}\n"))
        .expect("written");
    let run = call(dir.path(), Lang::Es, "cartilla diff 1 draft");
    assert_eq!(run.status, 1, "{}", run.err);
    assert!(run.err.contains("channels.yaml:2:") && run.out.contains("Fax"), "{}\n{}", run.err, run.out);
}

#[test]
fn a_folder_elsewhere_is_called_by_its_edition_alone() {
    let dir = changed();
    let place = dir.path().display();
    let run = call(dir.path(), Lang::Es, &format!("cartilla diff {place} draft --format md"));
    assert!(run.status == 0 && run.out.starts_with("# Cambios: edición 2 → borrador\n"), "{}", run.out);
}

#[test]
fn a_check_asks_for_no_table_of_what_the_tags_tell() {
    let dir = changed();
    let asked = |dir: &Path| {
        let run = call(dir, Lang::Es, "cartilla check . --format json");
        let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        let findings = json["findings"].as_array().expect("a list").clone();
        findings.iter().any(|f| f["message"].as_str().is_some_and(|text| text.contains("qué cambió en cada edición")))
    };
    assert!(!asked(dir.path()));
    fs::remove_dir_all(dir.path().join(".git/refs/tags")).expect("removed");
    assert!(asked(dir.path()));
}
