//! The command as it is called, over files that are good, stale, foreign, broken and hostile.

use super::super::{Environment, run};
use super::LARGEST;
use crate::lang::Lang;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::fs;
use std::path::Path;

const MANUAL: &str = "organization: { name: Ejemplo }
document: { title: Manual, code: M-1, edition: \"2026.1\", status: in_force, effective: 2026-11-02, review_by: 2027-11-01, owner: caja }
languages: { default: es }
";
const ROLES: &str = "caja: { name: Caja, count: 2, escalates_to: jefe, orientation: { day_one: [roles/caja] } }
jefe: { name: Jefatura, orientation: { day_one: [roles/jefe] } }
";

struct Run {
    status: u8,
    out: String,
    err: String,
}

fn call(folder: &Path, line: &str) -> Run {
    let environment = Environment {
        lang: Some(Lang::Es),
        today: jiff::civil::date(2026, 11, 20),
        moment: None,
        current: folder.to_owned(),
        home: None,
        visual: None,
        terminal: false,
        colours: false,
        width: 80,
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = run(line.split(' ').map(OsString::from).collect(), &environment, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run { status, out: text(out), err: text(err) }
}

/// A folder with a manual and an empty folder of acknowledgements.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir_all(dir.path().join("manual")).expect("created");
    fs::create_dir_all(dir.path().join("acuses")).expect("created");
    fs::write(dir.path().join("manual/manual.yaml"), MANUAL).expect("written");
    fs::write(dir.path().join("manual/roles.yaml"), ROLES).expect("written");
    dir
}

fn tally(dir: &Path) -> (u8, Value) {
    let run = call(dir, "cartilla acknowledgements acuses --format json");
    let value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err));
    (run.status, value)
}

/// The digest of a role's obligations today.
fn digest(dir: &Path, role: &str) -> String {
    let (_, tally) = tally(dir);
    let roles = tally["roles"].as_array().expect("a list").clone();
    let own = roles.into_iter().find(|r| r["id"] == role).expect("the role");
    own["digest"].as_str().expect("a text").to_owned()
}

fn good(role: &str, name: &str, date: &str, digest: &str) -> Value {
    json!({
        "schema": "cartilla/acknowledgement/1",
        "manual": { "code": "M-1", "title": "Manual", "edition": "2026.1" },
        "role": { "id": role, "name": role }, "name": name, "date": date,
        "obligations": { "count": 1, "digest": digest },
    })
}

fn save(dir: &Path, name: &str, file: &Value) {
    fs::write(dir.join("acuses").join(name), file.to_string()).expect("written");
}

fn kinds(tally: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let problems = tally["problems"].as_array().expect("a list");
    problems.iter().map(|problem| (text(&problem["file"]), text(&problem["kind"]))).collect()
}

#[test]
fn everybody_who_has_read_leaves_nothing_to_do() {
    let dir = folder();
    let (status, empty) = tally(dir.path());
    assert_eq!((status, &empty["summary"]["missing"]), (1, &json!(3)), "two at the desk, and at least one manager");
    let (caja, jefe) = (digest(dir.path(), "caja"), digest(dir.path(), "jefe"));
    save(dir.path(), "1.json", &good("caja", "Ana Quispe", "2026-11-03", &caja));
    save(dir.path(), "2.json", &good("caja", "Luis Poma", "2026-11-04", &caja));
    save(dir.path(), "3.json", &good("jefe", "Elena Arce", "2026-11-04", &jefe));
    fs::write(dir.path().join("acuses/notas.txt"), "no es una constancia").expect("written");
    let (status, full) = tally(dir.path());
    assert_eq!((status, &full["summary"]), (0, &json!({ "current": 3, "stale": 0, "missing": 0, "problems": 0 })));
    let run = call(dir.path(), "cartilla acknowledgements acuses --manual manual");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for words in ["Caja: 2 de 2 personas, al día", "✓ Ana Quispe (2026-11-03, edición 2026.1)", "no prueba nada más"]
    {
        assert!(run.out.contains(words), "{words}\n{}", run.out);
    }
}

#[test]
fn a_changed_obligation_makes_stale_and_another_edition_does_not() {
    let dir = folder();
    let caja = digest(dir.path(), "caja");
    save(dir.path(), "1.json", &good("caja", "Ana Quispe", "2026-11-03", &caja));
    save(dir.path(), "2.json", &good("caja", "Luis Poma", "2026-11-04", &caja));
    save(dir.path(), "3.json", &good("jefe", "Elena Arce", "2026-11-04", &digest(dir.path(), "jefe")));
    fs::write(dir.path().join("manual/manual.yaml"), MANUAL.replace("2026.1", "2026.2")).expect("written");
    assert_eq!(tally(dir.path()).0, 0, "nothing that binds has changed");
    fs::write(
        dir.path().join("manual/roles.yaml"),
        ROLES.replace(
            "caja: { name: Caja,",
            "caja: { name: Caja, authority: [{ decides: devolver una comisión, up_to: 20 PEN }],",
        ),
    )
    .expect("written");
    let (status, stale) = tally(dir.path());
    assert_eq!((status, &stale["summary"]), (1, &json!({ "current": 1, "stale": 2, "missing": 2, "problems": 0 })));
    let run = call(dir.path(), "cartilla acknowledgements acuses");
    assert!(run.out.contains("! Ana Quispe (2026-11-03, edición 2026.1): caducada"), "{}", run.out);
    assert!(run.out.contains("Caja: 0 de 2 personas, faltan 2"), "{}", run.out);
}

#[test]
fn what_does_not_count_is_named_with_its_reason() {
    let dir = folder();
    let caja = digest(dir.path(), "caja");
    save(dir.path(), "a-ana.json", &good("caja", "Ana Quispe", "2026-11-03", &caja));
    save(dir.path(), "b-ana.json", &good("caja", "ANA QUISPE", "2026-11-05", &caja));
    save(dir.path(), "c-old.json", &good("caja", "Ana Quispe", "2026-11-09", &"0".repeat(64)));
    let mut foreign = good("caja", "Ana Quispe", "2026-11-03", &caja);
    foreign["manual"]["code"] = json!("OTRO-7");
    save(dir.path(), "d-foreign.json", &foreign);
    save(dir.path(), "e-role.json", &good("piloto", "Ana Quispe", "2026-11-03", &caja));
    let mut typed = good("caja", "Ana Quispe", "2026-11-03", &caja);
    typed["name"] = json!({ "first": "Ana" });
    save(dir.path(), "f-typed.json", &typed);
    fs::write(dir.path().join("acuses/g-broken.json"), "{\"schema\": ").expect("written");
    fs::write(dir.path().join("acuses/h-deep.JSON"), "[".repeat(50_000)).expect("written");
    let huge = usize::try_from(LARGEST).expect("small") + 1;
    fs::write(dir.path().join("acuses/i-huge.json"), " ".repeat(huge)).expect("written");
    fs::create_dir(dir.path().join("acuses/j-folder.json")).expect("created");
    save(dir.path(), "j-folder.json/rosa.json", &good("caja", "Rosa Huam\u{e1}n", "2026-11-21", &caja));
    save(dir.path(), "k-apart.json", &good("caja", "Rosa Huama\u{301}n", "2026-11-05", &caja));
    save(dir.path(), "l-future.json", &good("caja", "Luis Poma", "2030-01-01", &caja));
    let (status, told) = tally(dir.path());
    assert_eq!(status, 1);
    let wanted = [
        ("a-ana.json", "duplicate"),
        ("c-old.json", "duplicate"),
        ("d-foreign.json", "other_manual"),
        ("e-role.json", "unknown_role"),
        ("f-typed.json", "malformed"),
        ("g-broken.json", "not_json"),
        ("h-deep.JSON", "not_json"),
        ("i-huge.json", "too_large"),
        ("k-apart.json", "duplicate"),
        ("l-future.json", "future"),
    ];
    assert_eq!(kinds(&told), wanted.map(|(file, kind)| (file.to_owned(), kind.to_owned())));
    assert_eq!(told["roles"][0]["current"][0]["file"], "b-ana.json", "of two that are up to date the later counts");
    let run = call(dir.path(), "cartilla acknowledgements acuses");
    for words in [
        "«OTRO-7 Manual»",
        "`name`",
        "«piloto»",
        "`b-ana.json`",
        "64 KiB",
        "`j-folder.json/rosa.json`",
        "aún no llega: 2030-01-01",
    ] {
        assert!(run.out.contains(words), "{words}\n{}", run.out);
    }
}

#[test]
fn hostile_texts_are_printed_without_effect() {
    let dir = folder();
    let caja = digest(dir.path(), "caja");
    let name = "\u{1b}[2J<script>alert(1)</script>\u{202e}\r\nFALSO";
    save(dir.path(), "x.json", &good("caja", name, "2026-11-03", &caja));
    let mut foreign = good("caja", "Ana", "2026-11-03", &caja);
    foreign["manual"] = json!({ "code": "\u{1b}]0;x\u{7}{file}", "title": "t".repeat(5_000) });
    save(dir.path(), "y.json", &foreign);
    for format in ["human", "json"] {
        let run = call(dir.path(), &format!("cartilla acknowledgements acuses --format {format}"));
        assert_eq!(run.status, 1);
        let obeyed = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!run.out.contains(obeyed) && !run.err.contains(obeyed), "{:?}", run.out);
        assert!(run.out.contains("<script>alert(1)</script> FALSO") && run.out.len() < 4_000, "{}", run.out);
    }
}

#[test]
fn a_folder_that_is_not_there_and_a_manual_without_orientation_are_failures() {
    let dir = folder();
    let run = call(dir.path(), "cartilla acknowledgements nowhere");
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("nowhere"), "{}", run.err);
    fs::write(dir.path().join("manual/roles.yaml"), "caja: { name: Caja }\n").expect("written");
    let run = call(dir.path(), "cartilla acknowledgements acuses");
    assert_eq!(run.status, 2);
    assert!(run.err.contains("ninguna lectura que acreditar"), "{}", run.err);
    fs::write(dir.path().join("manual/roles.yaml"), "caja: [\n").expect("written");
    assert_eq!(call(dir.path(), "cartilla acknowledgements acuses").status, 1, "findings come first");
    assert_eq!(call(dir.path(), "cartilla acknowledgements").status, 2);
}

#[test]
fn who_signed_the_edition_in_force_is_held_to_it_while_another_is_approved() {
    let dir = folder();
    let caja = digest(dir.path(), "caja");
    save(dir.path(), "1.json", &good("caja", "Ana Quispe", "2026-11-03", &caja));
    let repository = git2::Repository::init(dir.path()).expect("a repository");
    let mut index = repository.index().expect("an index");
    index.add_all(["manual"], git2::IndexAddOption::DEFAULT, None).expect("added");
    let tree = repository.find_tree(index.write_tree().expect("written")).expect("a tree");
    let by = git2::Signature::new("Ana", "ana@example.org", &git2::Time::new(0, 0)).expect("a name");
    let commit = repository.commit(Some("HEAD"), &by, &by, "uno", &tree, &[]).expect("committed");
    let commit = repository.find_object(commit, None).expect("there");
    repository.tag("edition/2026.1", &commit, &by, "uno", false).expect("tagged");
    let roles = ROLES.replace("count: 2,", "count: 2, authority: [{ decides: devolver una comisión, up_to: 20 PEN }],");
    fs::write(dir.path().join("manual/roles.yaml"), roles).expect("written");
    fs::write(
        dir.path().join("manual/manual.yaml"),
        MANUAL.replace("2026.1", "2027.1").replace("2026-11-02", "2027-01-10"),
    )
    .expect("written");
    assert_eq!(tally(dir.path()).1["summary"]["stale"], 1, "the working copy asks for more");
    let run = call(dir.path(), "cartilla acknowledgements acuses --edition 2026.1");
    assert!(run.out.contains("✓ Ana Quispe") && !run.out.contains("): caducada"), "{}{}", run.out, run.err);
    let run = call(dir.path(), "cartilla acknowledgements acuses --edition 2020.1");
    assert!(run.status == 2 && run.err.contains("2020.1"), "{}", run.err);
}
