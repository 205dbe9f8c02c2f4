//! The commands as they are called, with an environment of their own.

use super::*;
use crate::lang::Lang;
use std::fs;
use std::path::Path;

mod proof;

struct Run {
    status: u8,
    out: String,
    err: String,
}

/// Runs a line in a folder; the words are separated by one space.
fn run_in(folder: &Path, lang: Option<Lang>, line: &str) -> Run {
    let environment = Environment {
        lang,
        today: jiff::civil::date(2026, 11, 2),
        moment: None,
        current: folder.to_owned(),
        home: None,
        visual: None,
        terminal: false,
        colours: false,
        width: 80,
    };
    let mut out = Vec::new();
    let mut err = anstream::StripStream::new(Vec::new());
    let arguments = line.split(' ').map(OsString::from).collect();
    let status = run(arguments, &environment, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run { status, out: text(out), err: text(err.into_inner()) }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

#[test]
fn help_speaks_the_language_that_was_asked_for() {
    let dir = folder();
    for (line, lang, words) in [
        ("cartilla --help", Some(Lang::Es), "Órdenes:"),
        ("cartilla check --help", Some(Lang::Pt), "Pasta do manual"),
        ("cartilla build --lang es --help", None, "Opciones:"),
        ("cartilla build --help", None, "Folder to publish to"),
    ] {
        let run = run_in(dir.path(), lang, line);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{line}");
        assert!(run.out.contains(words), "{line}\n{}", run.out);
        for english in ["Usage", "Print help", "[default", "[possible"] {
            assert!(lang.is_none() || !run.out.contains(english), "{line}\n{}", run.out);
        }
    }
    assert!(run_in(dir.path(), None, "cartilla --version").out.starts_with("cartilla "));
}

#[test]
fn wrong_usage_is_explained_on_standard_error() {
    let dir = folder();
    for (line, words) in [
        ("cartilla chek", ["no existe la orden `chek`", "¿quiso decir check?"]),
        ("cartilla check --formt json", ["no existe la opción `--formt`", "¿quiso decir --format?"]),
        (
            "cartilla check --format xml",
            ["`xml` no es un valor de --format", "human, json, sarif, github, gitlab, junit"],
        ),
        ("cartilla check --today 31/12/2026", ["`31/12/2026` no es un valor de --today", "2026-10-31"]),
        ("cartilla check --today", ["falta el valor de --today", "cartilla check --help"]),
        ("cartilla check --lang fr", ["`fr` no es un valor de --lang", "es, en, pt"]),
        ("cartilla check --format json --format json", ["--format", "se escribe una sola vez"]),
        ("cartilla new", ["falta <DIR>", "cartilla new --help"]),
        ("cartilla explain", ["falta", "CODE"]),
        ("cartilla explain C1 --all", ["no se escriben juntos", "--all"]),
        ("cartilla check a b", ["sobra el argumento `b`", "cartilla check --help"]),
        ("cartilla serve --port x", ["`x`", "de 0 a 65535"]),
        ("cartilla check nowhere", ["`nowhere` no existe", "cartilla new DIR"]),
        ("cartilla check", ["no hay ningún manual en `.`", "cartilla new DIR"]),
        ("cartilla build --editions v1", ["git", "--editions"]),
        ("cartilla explain X999", ["no existe el código `X999`", "cartilla explain --all"]),
        ("cartilla", ["Uso: cartilla ORDEN", "coverage"]),
    ] {
        let run = run_in(dir.path(), Some(Lang::Es), line);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{line}");
        for word in words {
            assert!(run.err.contains(word), "{line}\n{}", run.err);
        }
    }
}

#[test]
fn help_is_an_order_too_in_each_language() {
    let dir = folder();
    for (line, words) in [
        ("cartilla help", "Órdenes:"),
        ("cartilla ayuda", "Órdenes:"),
        ("cartilla ajuda --lang pt", "Comandos:"),
        ("cartilla help check", "--dry-run"),
        ("cartilla help check --lang en", "Check a manual"),
    ] {
        let run = run_in(dir.path(), Some(Lang::Es), line);
        assert_eq!(run.status, 0, "{line}");
        assert!(run.out.contains(words), "{line}: {}{}", run.out, run.err);
    }
}

#[test]
fn a_code_is_explained_in_the_language_of_the_manual_here() {
    let dir = folder();
    assert!(run_in(dir.path(), None, "cartilla explain A105").out.contains("has no inventory"));
    assert_eq!(run_in(dir.path(), None, "cartilla new manual --lang pt").status, 0);
    assert!(run_in(dir.path(), None, "cartilla explain A105").out.contains("falta"));
    assert!(run_in(dir.path(), Some(Lang::En), "cartilla explain A105").out.contains("has no inventory"));
}

#[test]
fn a_new_manual_is_whole_and_nothing_is_written_over() {
    for lang in Lang::ALL {
        let dir = folder();
        let line = format!("cartilla new deep/manual --lang {lang}");
        let made = run_in(dir.path(), None, &line);
        assert_eq!((made.status, made.out.as_str()), (0, ""), "{}", made.err);
        assert!(made.err.contains("cartilla build deep/manual"), "{}", made.err);
        let manifest = fs::read_to_string(dir.path().join("deep/manual/manual.yaml")).expect("written");
        assert!(manifest.contains("effective: 2026-11-02") && manifest.contains("review_by: 2027-11-01"), "{manifest}");
        let again = run_in(dir.path(), None, &line);
        assert_eq!(again.status, 2, "{}", again.err);
        let names: Vec<_> = fs::read_dir(dir.path().join("deep")).expect("listed").collect();
        assert_eq!(names.len(), 1, "no working folder stays");
        let checked = run_in(&dir.path().join("deep"), None, "cartilla check");
        assert_eq!(checked.status, 0, "{}", checked.err);
        let coverage = run_in(&dir.path().join("deep"), None, "cartilla coverage");
        for code in ["A106", "A107", "A109"] {
            assert!(coverage.out.contains(code), "still to be written: {code}\n{}", coverage.out);
        }
    }
}

#[test]
fn a_new_manual_goes_into_an_empty_folder_but_not_through_a_file() {
    let dir = folder();
    fs::create_dir(dir.path().join("empty")).expect("created");
    assert_eq!(run_in(dir.path(), None, "cartilla new empty").status, 0);
    assert!(dir.path().join("empty/services").is_dir());
    fs::write(dir.path().join("file"), "x").expect("written");
    for line in ["cartilla new file", "cartilla new file/manual"] {
        let run = run_in(dir.path(), None, line);
        assert_eq!(run.status, 2, "{line}");
        assert!(run.err.contains("file"), "{}", run.err);
    }
    assert_eq!(fs::read_to_string(dir.path().join("file")).expect("kept"), "x");
}

#[test]
fn errors_are_shown_and_nothing_is_published_over_them() {
    let dir = folder();
    run_in(dir.path(), None, "cartilla new manual --lang es");
    fs::write(dir.path().join("manual/roles.yaml"), "jefatura:\n  nombre: [\n").expect("written");
    for (line, words) in [
        ("cartilla check", "error[E001]"),
        ("cartilla check --lang pt", "ajuda:"),
        ("cartilla build", "No se publicó nada."),
    ] {
        let run = run_in(dir.path(), None, line);
        assert_eq!(run.status, 1, "{line}\n{}", run.err);
        assert!(run.err.contains(words), "{line}\n{}", run.err);
    }
    assert!(!dir.path().join("public").exists());
    let json = run_in(dir.path(), None, "cartilla check --format json");
    assert_eq!((json.status, json.err.as_str()), (1, ""));
    assert!(json.out.contains(r#""file": "roles.yaml""#), "{}", json.out);
    let coverage = run_in(dir.path(), None, "cartilla coverage --format json");
    assert_eq!(coverage.status, 1, "{}", coverage.err);
    assert!(coverage.out.contains(r#""file": "roles.yaml""#), "{}", coverage.out);
}

#[test]
fn certain_corrections_are_shown_or_made_and_nothing_else() {
    let dir = folder();
    run_in(dir.path(), None, "cartilla new manual --lang es");
    let path = dir.path().join("manual/needs.yaml");
    let written = "\u{feff}trato:\r\n  nombre: Trato\r\n  color: azul\r\n";
    fs::write(&path, written).expect("written");
    let status = fs::metadata(&path).expect("there").permissions();

    let shown = run_in(dir.path(), None, "cartilla check --fix --dry-run");
    assert_eq!((shown.status, shown.out.as_str()), (1, ""), "{}", shown.err);
    let diff = "manual/needs.yaml\n     2 -   nombre: Trato\n     2 +   name: Trato\n";
    assert!(shown.err.contains(diff) && shown.err.contains("1 corrección posible en 1 archivo."), "{}", shown.err);
    assert!(shown.err.contains("no se conoce la clave `nombre`"), "the manual is as it was\n{}", shown.err);
    assert_eq!(fs::read_to_string(&path).expect("kept"), written);

    let made = run_in(dir.path(), None, "cartilla check --fix");
    assert_eq!((made.status, made.out.as_str()), (1, ""), "the unknown key stays\n{}", made.err);
    assert!(made.err.contains(diff) && made.err.contains("1 corrección hecha en 1 archivo."), "{}", made.err);
    assert!(!made.err.contains("`nombre`") && made.err.contains("no se conoce la clave `color`"), "{}", made.err);
    assert_eq!(fs::read_to_string(&path).expect("there"), written.replace("nombre", "name"));
    assert_eq!(fs::metadata(&path).expect("there").permissions(), status);

    let nothing = run_in(dir.path(), None, "cartilla check --fix");
    assert!(nothing.err.contains("Ningún hallazgo tiene una corrección segura."), "{}", nothing.err);
    fs::write(&path, "trato:\n  nombre: Trato\n").expect("written");
    let clean = run_in(dir.path(), None, "cartilla check --fix --format json");
    assert_eq!(clean.status, 0, "the status is that of the check afterwards\n{}", clean.err);
    let json: serde_json::Value =
        serde_json::from_str(&clean.out).expect("JSON, beside what is said of the corrections");
    assert_eq!(json["summary"]["errors"], 0);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_changed_is_named_and_kept() {
    use std::os::unix::fs::PermissionsExt;
    let dir = folder();
    run_in(dir.path(), None, "cartilla new manual --lang es");
    let path = dir.path().join("manual/needs.yaml");
    fs::write(&path, "trato:\n  nombre: Trato\n").expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("set");
    let refused = run_in(dir.path(), None, "cartilla check --fix");
    assert_eq!(refused.status, 2, "{}", refused.err);
    assert!(refused.err.contains("`manual/needs.yaml`: sin permiso"), "{}", refused.err);
    assert_eq!(fs::read_to_string(&path).expect("kept"), "trato:\n  nombre: Trato\n");
}

#[test]
fn what_a_person_asks_to_see_is_shown_whole() {
    let dir = folder();
    run_in(dir.path(), None, "cartilla new manual --lang es");
    let entries: String = (0..30).map(|i| format!("t{i}: {{ name: T, color: azul }}\n")).collect();
    fs::write(dir.path().join("manual/trainings.yaml"), entries).expect("written");
    let count = |line: &str| run_in(dir.path(), None, line).err.matches("error[E006]:").count();
    assert_eq!(count("cartilla check"), 5);
    assert_eq!(count("cartilla check --all"), 30);
    assert_eq!(count("cartilla check --code e006"), 30);
    assert_eq!(count("cartilla check --code B2"), 0);
    let refused = run_in(dir.path(), Some(Lang::Es), "cartilla check --code E006 --format json");
    assert_eq!((refused.status, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("siempre los llevan todos"), "{}", refused.err);
    let alone = run_in(dir.path(), Some(Lang::Es), "cartilla check --dry-run");
    assert!(alone.status == 2 && alone.err.contains("--fix"), "{}", alone.err);
}

#[test]
fn machine_formats_go_to_standard_output_alone() {
    let dir = folder();
    run_in(dir.path(), None, "cartilla new manual --lang pt");
    for format in ["json", "sarif", "junit"] {
        let run = run_in(dir.path(), None, &format!("cartilla check --format {format}"));
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{format}");
        assert!(!run.out.is_empty(), "{format}");
    }
    let human = run_in(dir.path(), None, "cartilla check manual/manual.yaml");
    assert_eq!(human.out, "");
    assert!(!human.err.is_empty());
}

#[test]
fn a_build_ends_with_what_it_wrote_and_where() {
    let dir = folder();
    run_in(dir.path(), None, "cartilla new manual --lang es");
    let run = run_in(dir.path(), None, "cartilla build --out site");
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{}", run.err);
    assert!(run.err.contains("Publicado en site: "), "{}", run.err);
    assert!(dir.path().join("site").join(crate::publish::MARKER).is_file());
}

#[test]
fn a_build_refuses_what_it_must_not_replace_before_any_work() {
    let dir = folder();
    run_in(dir.path(), None, "cartilla new manual --lang es");
    fs::create_dir(dir.path().join("mine")).expect("created");
    fs::write(dir.path().join("mine/notes.txt"), "x").expect("written");
    for (out, words) in [
        (".", "es la carpeta del manual o la contiene"),
        ("manual", "es la carpeta del manual o la contiene"),
        ("/", "la raíz del disco"),
        ("mine", "`notes.txt`"),
        ("manual/services", "contiene archivos que Cartilla no escribió"),
        ("mine/notes.txt/public", "no es una carpeta"),
    ] {
        let run = run_in(dir.path(), Some(Lang::Es), &format!("cartilla build --out {out}"));
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{out}");
        assert!(run.err.contains(words), "{out}\n{}", run.err);
    }
}

#[cfg(not(feature = "pdf"))]
#[test]
fn without_the_pdf_feature_a_pdf_is_refused() {
    let dir = folder();
    run_in(dir.path(), None, "cartilla new manual");
    let run = run_in(dir.path(), None, "cartilla build --format pdf");
    assert_eq!(run.status, 2);
    assert!(run.err.contains("built without PDF"), "{}", run.err);
}

#[test]
fn every_text_has_the_same_slots_in_every_language() {
    let slots = |lang: Lang| -> Vec<Vec<String>> {
        let text = format!("{:#?}", lang.words().command);
        text.lines()
            .map(|line| {
                let mut found: Vec<String> = line
                    .split('{')
                    .skip(1)
                    .filter_map(|part| part.split_once('}').map(|(name, _)| name.to_owned()))
                    .collect();
                found.sort();
                found
            })
            .collect()
    };
    assert_eq!(slots(Lang::Es), slots(Lang::En));
    assert_eq!(slots(Lang::Es), slots(Lang::Pt));
    assert!(slots(Lang::Es).iter().flatten().any(|slot| slot == "path"));
}

#[test]
fn schemas_lie_where_editors_are_told_to_look() {
    let dir = folder();
    assert_eq!(run_in(dir.path(), None, "cartilla new manual --lang pt").status, 0);
    let manual = dir.path().join("manual");
    let read = |path: &str| fs::read_to_string(manual.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let settings: serde_json::Value = serde_json::from_str(&read(".vscode/settings.json")).expect("JSON");
    let schemas = settings["yaml.schemas"].as_object().expect("a mapping");
    assert_eq!(schemas["./.cartilla/schema/channels.json"], "/channels.yaml");
    let entries = &schemas["./.cartilla/schema/services.entry.json"];
    assert_eq!(entries, &serde_json::json!(["/services/*.yaml", "!/services/*.*.yaml"]));
    for schema in schemas.keys() {
        let schema: serde_json::Value = serde_json::from_str(&read(schema)).expect("JSON");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
    let first = read("roles.yaml").lines().next().map(str::to_owned).unwrap_or_default();
    let named = first.strip_prefix("# yaml-language-server: $schema=").expect("a line for editors");
    assert!(read(named).contains("Cargos"), "the schema speaks the language of the manual");

    fs::remove_file(manual.join(named)).expect("it is there");
    let again = run_in(dir.path(), None, "cartilla schema");
    assert_eq!((again.status, again.out.as_str()), (0, ""), "{}", again.err);
    assert!(read(named).contains("Cargos"));
    assert_eq!(run_in(dir.path(), None, "cartilla schema --out apart --lang en").status, 0);
    let apart = fs::read_to_string(dir.path().join("apart/roles.json")).expect("written");
    assert!(apart.contains("\"Roles\""), "{apart:.200}");
    let lost = folder();
    assert_eq!(run_in(lost.path(), Some(Lang::Es), "cartilla schema").status, 2);
}

#[test]
fn the_reference_is_published_in_its_languages() {
    let dir = folder();
    let made = run_in(dir.path(), None, "cartilla reference --out book");
    assert_eq!((made.status, made.out.as_str()), (0, ""), "{}", made.err);
    let page = |path: &str| fs::read_to_string(dir.path().join("book").join(path)).unwrap_or_default();
    assert!(page("kind-channels.html").contains("<html lang=\"es\""));
    assert!(page("en/kind-channels.html").contains("Channels"));
    assert_eq!(run_in(dir.path(), None, "cartilla reference --out . --lang es").status, 2);
}

#[test]
fn a_manual_takes_a_file_of_the_theme_and_the_site_shows_it() {
    let dir = folder();
    assert_eq!(run_in(dir.path(), None, "cartilla new manual --lang es").status, 0);
    let list = run_in(dir.path(), None, "cartilla theme").out;
    assert!(list.lines().all(|line| line.ends_with("  del programa")), "{list}");
    let copied = run_in(dir.path(), None, "cartilla theme --copy theme.yaml --copy html/block/promise.html");
    assert_eq!(
        (copied.status, copied.err.contains("manual/theme/html/block/promise.html")),
        (0, true),
        "{}",
        copied.err
    );
    let path = dir.path().join("manual/theme/html/block/promise.html");
    let text = fs::read_to_string(&path).expect("copied");
    fs::write(&path, text.replace("<div class=\"promise", "<div class=\"nuestra promise")).expect("written");
    let list = run_in(dir.path(), None, "cartilla theme").out;
    assert!(list.contains("theme/html/block/promise.html  sustituido\n"), "{list}");
    let again = run_in(dir.path(), None, "cartilla theme --copy theme.yaml");
    assert_eq!((again.status, again.err.contains("ya existe")), (2, true), "{}", again.err);
    assert_eq!(run_in(dir.path(), None, "cartilla theme --copy ../roles.yaml").status, 2);

    fs::write(&path, text.replacen("cartilla theme ", "cartilla theme 0", 1)).expect("written");
    let checked = run_in(dir.path(), None, "cartilla check");
    assert!(checked.out.contains("E054") || checked.err.contains("E054"), "{}{}", checked.out, checked.err);
    fs::write(&path, format!("{text}{{{{ nuestra }}}}\n")).expect("written");
    for command in ["cartilla check", "cartilla build"] {
        let run = run_in(dir.path(), None, command);
        // The lines of a finding end where the window does.
        let told: Vec<&str> = run.out.split_whitespace().chain(run.err.split_whitespace()).collect();
        let told = told.join(" ");
        assert!(run.status > 0 && told.contains("no se puede usar: «Variable `nuestra`"), "{command}: {told}");
    }
    fs::write(&path, &text).expect("written");
    fs::write(dir.path().join("manual/theme/theme.yaml"), "light: { accent: '#ffffff' }\n").expect("written");
    let built = run_in(dir.path(), None, "cartilla build");
    assert_eq!((built.status, built.err.contains("E051")), (1, true), "{}", built.err);
}

#[test]
fn translations_are_stamped_and_those_that_no_longer_hold_only_by_name() {
    let dir = folder();
    let write = |path: &str, text: &str| {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        fs::write(path, text).expect("written");
    };
    let read = |path: &str| fs::read_to_string(dir.path().join(path)).expect("kept");
    write(
        "manual.yaml",
        "organization: { name: E }\ndocument: { title: M }\nlanguages: { default: es, others: [en] }\n",
    );
    write("roles.yaml", "caja: { name: Caja }\njefa:\n  name: Jefa\n");
    write("roles.en.yaml", "caja: { name: Till }\njefa:\n  name: Head\n");
    write("services/uno.md", "---\ncode: U-1\nname: Uno\n---\n");
    write("services/uno.en.md", "---\ntranslated: 2026-10-01\nname: One\n---\n");
    let run = |line: &str| run_in(dir.path(), Some(Lang::En), line);
    let shown = run("cartilla translations");
    assert!(shown.status == 0 && shown.err.contains("3 entries translated"), "{}", shown.err);
    assert!(shown.err.contains("3 without a stamp"), "{}", shown.err);
    let stamped = run("cartilla translations --stamp --today 2026-11-21");
    assert!(stamped.status == 0 && stamped.err.contains("3 translations stamped in 2 files"), "{}", stamped.err);
    let roles = read("roles.en.yaml");
    assert!(roles.starts_with("caja: { translated: { on: 2026-11-21, of: \""), "{roles}");
    assert!(roles.contains("jefa:\n  translated: { on: 2026-11-21, of: \""), "{roles}");
    assert!(roles.ends_with("\" }\n  name: Head\n"), "{roles}");
    assert!(read("services/uno.en.md").starts_with("---\ntranslated: { on: 2026-11-21, of: \""));
    write("roles.yaml", "caja: { name: Caja }\njefa:\n  name: Jefatura\n");
    let shown = run("cartilla translations");
    assert!(shown.status == 1 && shown.err.contains("roles/jefa"), "{}", shown.err);
    assert!(run("cartilla check").err.contains("I725"));
    let none = run("cartilla translations --stamp");
    assert!(none.err.contains("0 translations stamped"), "{}", none.err);
    let unknown = run("cartilla translations --stamp --at roles/jefe");
    assert!(unknown.status == 2 && unknown.err.contains("no translation of `roles/jefe`"), "{}", unknown.err);
    let named = run("cartilla translations --stamp --at roles/jefa");
    assert!(named.err.contains("1 translation stamped in 1 file"), "{}", named.err);
    assert_eq!(run("cartilla translations").status, 0);
    assert!(!run("cartilla check").err.contains("I725"));
}
