//! The editions of a repository as one site: what stands where, what is kept, what is told, and every way in which tags are wrong.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::Value;

use crate::support::editions::{EDITIONS, Editions, RENAMED, change, edition, small};
use crate::support::{Run, program, repository, tree, write};

type Site = BTreeMap<PathBuf, Vec<u8>>;

/// The day of most builds here: the last of the five is in force.
const TODAY: &str = "--today 2026-11-22";

/// Builds in a folder; the words are separated by one space.
fn build(folder: &Path, line: &str) -> Run {
    let words = format!("build manual --lang es --out site {line}");
    program(folder).args(words.split(' ')).output().expect("the program starts").into()
}

/// Builds the languages that each edition has.
fn build_all(folder: &Path, line: &str) -> Run {
    program(folder)
        .args(format!("build manual --out site {line}").split(' '))
        .output()
        .expect("the program starts")
        .into()
}

fn site(folder: &Path) -> Site {
    tree(&folder.join("site"))
}

fn text(folder: &Path, path: &str) -> String {
    let path = folder.join("site").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn list(folder: &Path) -> Value {
    serde_json::from_str(&text(folder, "editions.json")).expect("JSON")
}

/// Of each edition: number, status, address.
fn told(folder: &Path) -> Vec<(String, String, String)> {
    let list = list(folder);
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let rows = list["editions"].as_array().expect("a list").iter();
    rows.map(|row| (word(&row["number"]), word(&row["status"]), word(&row["address"]))).collect()
}

fn row(number: &str, status: &str, address: &str) -> (String, String, String) {
    (number.to_owned(), status.to_owned(), address.to_owned())
}

fn verify(folder: &Path, path: &str) -> Run {
    program(folder).args(["verify", path, "--lang", "en"]).output().expect("the program starts").into()
}

/// What stands beneath a folder of a site.
fn beneath(site: &Site, folder: &str) -> Site {
    site.iter().filter(|(path, _)| path.starts_with(folder)).map(|(p, b)| (p.clone(), b.clone())).collect()
}

/// The five editions with the last in force and a draft, published once for all tests that only read.
fn five() -> &'static Path {
    static FIVE: OnceLock<tempfile::TempDir> = OnceLock::new();
    FIVE.get_or_init(|| {
        let made = Editions::first(5);
        let mut draft = edition(4);
        change(&mut draft, "manual.yaml", "mission: Guardamos", "mission: Cuidamos");
        for (path, bytes) in draft {
            write(&made.file("manual").join(path), &bytes);
        }
        let built = build_all(made.path(), &format!("--editions all {TODAY}"));
        assert_eq!((built.status, built.out.as_str()), (0, ""), "{}", built.err);
        made.into_folder()
    })
    .path()
}

/// A repository with small manuals, each with the tag of its number.
fn smalls(editions: &[(&str, &str)]) -> Editions {
    let mut made = Editions::empty();
    for (number, effective) in editions {
        let id = made.commit(&small(number, effective));
        made.tag(&format!("edition/{number}"), id, number);
    }
    made
}

const THREE: [(&str, &str); 3] = [("1", "2025-01-01"), ("2", "2026-01-01"), ("3", "2027-01-01")];

/// Every tag of [`THREE`], by name: the working copy of a small manual is no draft that could be published.
const EACH: &str = "--editions 1,2,3";

#[test]
fn the_one_in_force_is_the_front_page_and_each_other_has_an_address() {
    let folder = five();
    assert_eq!(
        told(folder),
        [
            row("-", "draft", "draft/"),
            row("2026.2", "in_force", "./"),
            row("2026.1", "superseded", "editions/2026.1/"),
            row("2025.2", "superseded", "editions/2025.2/"),
            row("2025.1", "superseded", "editions/2025.1/"),
            row("2024.2", "superseded", "editions/2024.2/"),
        ]
    );
    assert!(
        text(folder, "index.html").contains("Guardamos el ahorro")
            || text(folder, "organization.html").contains("Guardamos el ahorro")
    );
    assert!(text(folder, "draft/organization.html").contains("Cuidamos el ahorro"));
    assert!(text(folder, "editions/2024.2/organization.html").contains("Guardamos el ahorro"));
    let (old, new) = RENAMED;
    assert!(folder.join(format!("site/editions/2024.2/service-{old}.html")).is_file());
    assert!(!folder.join(format!("site/editions/2024.2/service-{new}.html")).exists());
    assert!(folder.join(format!("site/service-{new}.html")).is_file());
    // The translation came with the fourth.
    assert!(folder.join("site/editions/2026.1/en/index.html").is_file());
    assert!(!folder.join("site/editions/2025.2/en").exists());
}

#[test]
fn editions_json_has_its_form_and_says_what_the_tags_say() {
    let list = list(five());
    let schema = std::fs::read_to_string(repository("tests/formats/editions.schema.json")).expect("the schema");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> = validator.iter_errors(&list).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!((&list["in_force"], &list["manual"]["code"]), (&"2026.2".into(), &"MSC-01".into()));
    let editions = list["editions"].as_array().expect("a list");
    let git = git2::Repository::open(five()).expect("a repository");
    for (edition, (number, approved, effective)) in editions[1..].iter().zip(EDITIONS.iter().rev()) {
        let tag = format!("edition/{number}");
        assert_eq!(
            (&edition["tag"], &edition["approved"], &edition["effective"]),
            (&tag.as_str().into(), &(*approved).into(), &(*effective).into())
        );
        let commit = git.revparse_single(&format!("refs/tags/{tag}^{{commit}}")).expect("there").id().to_string();
        assert_eq!(edition["commit"], commit.as_str());
        assert_eq!(edition["signed"], *number == "2026.2");
    }
    let superseded: Vec<&Value> = editions.iter().map(|edition| &edition["superseded_on"]).collect();
    let none = &Value::Null;
    let days: Vec<Value> = EDITIONS[1..].iter().rev().map(|(_, _, day)| (*day).into()).collect();
    assert_eq!(superseded, [&[none, none][..], &days.iter().collect::<Vec<_>>()].concat());
    assert_eq!(editions[2]["languages"], serde_json::json!(["es", "en"]));
    assert_eq!(editions[3]["languages"], serde_json::json!(["es"]));
    for edition in editions.iter().filter(|edition| edition["address"] != "./") {
        let address = edition["address"].as_str().expect("an address");
        let run = verify(five(), &format!("site/{address}"));
        let digest = edition["statement"].as_str().expect("a digest");
        assert!(run.status == 0 && run.out.contains(digest), "{}", run.out);
    }
}

#[test]
fn a_superseded_page_says_so_and_leads_to_the_same_page_in_force() {
    let folder = five();
    let page = text(folder, "editions/2025.1/organization.html");
    assert!(page.contains("Esta edición fue sustituida el 3 de noviembre de 2025 por la 2025.2."), "{page}");
    assert!(page.contains("<a href=\"../../organization.html\">Ver esta página en la edición vigente</a>"), "{page}");
    let (old, _) = RENAMED;
    let gone = text(folder, &format!("editions/2024.2/service-{old}.html"));
    assert!(
        gone.contains("<a href=\"../../index.html\">Ver esta página"),
        "a page that is gone leads to the front page"
    );
    let english = text(folder, "editions/2026.1/en/organization.html");
    assert!(
        english.contains("This edition was superseded on November 2, 2026 by 2026.2.")
            || english.contains("2 November 2026"),
        "{english}"
    );
    assert!(english.contains("<a href=\"../../../en/organization.html\">"), "{english}");
    let front = text(folder, "index.html");
    assert!(front.contains("data-notice hidden"), "the one in force has no notice");
    let cover = text(folder, "editions/2025.1/index.html");
    assert!(
        cover.contains("<span>Sustituido</span>") && !cover.contains("<span>Vigente</span>"),
        "its place, whatever it said in its day"
    );
    assert!(text(folder, "draft/index.html").contains("Rige la edición 2026.2."));
}

#[test]
fn the_switcher_stays_on_the_page_and_the_list_reads_without_scripts() {
    let folder = five();
    let page = text(folder, "organization.html");
    for address in [
        "editions/2026.1/organization.html",
        "editions/2024.2/organization.html",
        "draft/organization.html",
        "editions.html",
    ] {
        assert!(page.contains(&format!("<a href=\"{address}\"")), "{address}\n{page}");
    }
    let english = text(folder, "en/organization.html");
    assert!(english.contains("\"../editions/2026.1/en/organization.html\""), "{english}");
    assert!(
        english.contains("\"../editions/2024.2/organization.html\""),
        "an edition without English opens in its own language"
    );
    let list = text(folder, "editions.html");
    for word in [
        "2024.2",
        "vigente desde el 2 de noviembre de 2026",
        "<td data-l=\"Sustituida\">4 may 2026</td>",
        "lleva una firma, sin comprobar",
        "sin firma",
        "editions/2025.2/index.html",
        "Borrador",
    ] {
        assert!(list.contains(word), "{word}\n{list}");
    }
    assert!(text(folder, "en/editions.html").contains(">superseded</td>"));
    let data = text(folder, "editions.js");
    assert!(data.starts_with("window.cartillaEditions?.({"), "{data}");
    assert!(data.contains(&format!("\"service-{}.html\":", RENAMED.0)), "pages that not all have are named");
    assert!(!data.contains("\"organization.html\""), "those that all have are not");
}

#[test]
fn every_folder_is_verified_by_its_own_statement_and_the_root_by_the_whole() {
    let made = smalls(&THREE);
    assert_eq!(build(made.path(), &format!("{EACH} {TODAY}")).status, 0);
    for place in ["site", "site/editions/1", "site/editions/3"] {
        let run = verify(made.path(), place);
        assert_eq!(run.status, 0, "{place}: {}", run.out);
    }
    for (flipped, own) in [
        ("editions/1/index.html", "site/editions/1"),
        ("editions/3/manual.json", "site/editions/3"),
        ("editions/1/attestation.json", "site/editions/1"),
        ("index.html", "site"),
        ("editions.json", "site"),
        ("editions.js", "site"),
        ("editions.html", "site"),
    ] {
        let path = made.file("site").join(flipped);
        let bytes = std::fs::read(&path).expect("there");
        let mut other = bytes.clone();
        other[bytes.len() / 2] ^= 1;
        std::fs::write(&path, other).expect("written");
        assert_eq!((verify(made.path(), "site").status, verify(made.path(), own).status), (1, 1), "{flipped}");
        std::fs::write(&path, bytes).expect("written");
    }
    write(&made.file("site/editions/1/more.html"), b"x");
    assert_eq!((verify(made.path(), "site").status, verify(made.path(), "site/editions/1").status), (1, 1));
    assert_eq!(verify(made.path(), "site/editions/3").status, 0, "each folder stands for itself");
}

#[test]
fn a_new_edition_leaves_the_others_byte_for_byte() {
    let mut made = Editions::first(3);
    let line = format!("--editions all {TODAY}");
    let first = build_all(made.path(), &line);
    assert_eq!(first.status, 0, "{}", first.err);
    let before = site(made.path());
    made.add(3);
    let built = build_all(made.path(), &line);
    assert_eq!(built.status, 0, "{}", built.err);
    assert!(built.err.contains("hechas ahora 2, conservadas como estaban 2"), "{}", built.err);
    let after = site(made.path());
    for kept in ["editions/2024.2", "editions/2025.1"] {
        assert!(beneath(&before, kept) == beneath(&after, kept), "{kept} changed");
        assert!(beneath(&before, kept).len() > 20);
    }
    assert_eq!(
        told(made.path())[1..3],
        [row("2026.1", "in_force", "./"), row("2025.2", "superseded", "editions/2025.2/")]
    );
    let digest = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).expect("JSON")["control"]["digest"].clone();
    let former = digest(text(made.path(), "editions/2025.2/manual.json").as_bytes());
    assert_eq!(former, digest(&before[Path::new("manual.json")]), "what it says is what it said at the front");
    // On another day there is nothing to make but the draft.
    let again = build_all(made.path(), "--editions all --today 2026-11-23");
    assert!(again.err.contains("hechas ahora 0, conservadas como estaban 4"), "{}", again.err);
    let lasting = |site: &Site| -> Site {
        let drafted = [".cartilla", "attestation.json", "editions.json"].map(Path::new);
        let is_lasting = |path: &Path| !path.starts_with("draft") && !drafted.contains(&path);
        site.iter().filter(|(path, _)| is_lasting(path)).map(|(p, b)| (p.clone(), b.clone())).collect()
    };
    assert!(lasting(&site(made.path())) == lasting(&after), "another day, the same editions");
}

#[test]
fn an_edition_reads_the_same_whenever_and_wherever_it_is_made() {
    let made = smalls(&THREE);
    for (out, day) in [("a", "2026-06-01"), ("b", "2026-11-22")] {
        let run: Run = program(made.path())
            .args(format!("build manual {EACH} --today {day} --out {out}").split(' '))
            .output()
            .expect("the program starts")
            .into();
        assert_eq!(run.status, 0, "{}", run.err);
    }
    assert!(tree(&made.file("a")) == tree(&made.file("b")), "the day of the build is nowhere");
}

#[test]
fn the_day_moves_an_edition_to_the_front_and_its_address_stays() {
    let made = smalls(&THREE);
    assert_eq!(build(made.path(), &format!("{EACH} {TODAY}")).status, 0);
    assert_eq!(told(made.path())[0], row("3", "approved", "editions/3/"));
    let page = text(made.path(), "editions/3/index.html");
    assert!(page.contains("Esta edición rige desde el 1 de enero de 2027. Hasta entonces rige la 2."), "{page}");
    assert!(page.contains("<span>Aprobado</span>"));
    let pending = beneath(&site(made.path()), "editions/3");
    assert_eq!(build(made.path(), &format!("{EACH} --today 2027-01-01")).status, 0);
    assert_eq!(told(made.path())[..2], [row("3", "in_force", "./"), row("2", "superseded", "editions/2/")]);
    assert!(beneath(&site(made.path()), "editions/3") == pending, "an address that was given out stays");
    assert_eq!(build(made.path(), &format!("{EACH} --today 2024-01-01")).status, 2, "nothing is in force yet");
    assert_eq!(told(made.path())[0], row("3", "in_force", "./"), "and nothing was published");
}

#[test]
fn current_and_single_tags_keep_what_was_published_and_the_front_page_never_lies() {
    let made = smalls(&THREE);
    assert_eq!(build(made.path(), &format!("--editions current {TODAY}")).status, 0);
    assert_eq!(told(made.path()), [row("3", "approved", "-"), row("2", "in_force", "./"), row("1", "superseded", "-")]);
    assert_eq!(build(made.path(), &format!("--editions edition/1 {TODAY}")).status, 0);
    let first = beneath(&site(made.path()), "editions/1");
    assert!(!first.is_empty());
    assert_eq!(
        told(made.path())[1],
        row("2", "in_force", "./"),
        "an old one that is asked for does not stand at the front"
    );
    assert_eq!(build(made.path(), &format!("--editions current {TODAY}")).status, 0);
    assert!(beneath(&site(made.path()), "editions/1") == first, "addresses stay");
    assert_eq!(verify(made.path(), "site").status, 0);
    let unknown = build(made.path(), &format!("--editions 9 {TODAY}"));
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("`9`"), "{}", unknown.err);
}

#[test]
fn without_the_option_the_working_copy_stands_alone_as_ever() {
    let made = Editions::first(1);
    assert_eq!(build(made.path(), TODAY).status, 0);
    let plain = site(made.path());
    assert!(!plain.keys().any(|path| path.to_string_lossy().contains("editions")), "{:?}", plain.keys());
    assert!(!text(made.path(), "index.html").contains("data-editions"));
}

#[test]
fn the_working_copy_alone_never_takes_the_place_of_the_edition_in_force() {
    let mut made = smalls(&THREE[..1]);
    // One edition has no address of its own: it stands at the root.
    for count in [1, 3] {
        assert_eq!(build(made.path(), &format!("--editions current {TODAY}")).status, 0);
        let before = site(made.path());
        for line in [TODAY.to_owned(), format!("--force {TODAY}")] {
            let run = build(made.path(), &line);
            assert_eq!(run.status, 2, "{count} {line}: {}", run.err);
            assert!(run.err.contains("`site` tiene las ediciones publicadas de este manual"), "{}", run.err);
            assert!(run.err.contains("--editions all") && run.err.contains("--out"), "{}", run.err);
            assert!(site(made.path()) == before);
        }
        if count == 1 {
            for (number, effective) in &THREE[1..] {
                let id = made.commit(&small(number, effective));
                made.tag(&format!("edition/{number}"), id, number);
            }
        }
    }
}

#[test]
fn the_editions_of_another_manual_are_refused_by_name() {
    let coded = |code: &str| {
        let mut made = Editions::empty();
        let mut manual = small("1", "2025-01-01");
        change(&mut manual, "manual.yaml", "  title", &format!("  code: {code}\n  title"));
        let id = made.commit(&manual);
        made.tag("edition/1", id, "1");
        made
    };
    let (one, other) = (coded("MSC-01"), coded("OTRO-9"));
    assert_eq!(build(one.path(), &format!("--editions current {TODAY}")).status, 0);
    let before = site(one.path());
    let place = one.file("site").display().to_string();
    let over = |line: &str| -> Run {
        let words = format!("build manual --lang es --out {place} {line} {TODAY}");
        program(other.path()).args(words.split(' ')).output().expect("runs").into()
    };
    for line in ["--format html", "--editions current", "--editions all", "--force"] {
        let run = over(line);
        assert_eq!(run.status, 2, "{line}: {}", run.err);
        assert!(run.err.contains("las ediciones de otro manual, MSC-01; este es OTRO-9"), "{line}: {}", run.err);
        assert!(site(one.path()) == before, "{line}");
    }
    assert_eq!(over("--editions current --force").status, 0);
    let list = list(one.path());
    assert_eq!((&list["manual"]["code"], &list["in_force"]), (&"OTRO-9".into(), &"1".into()));
    assert_eq!(verify(one.path(), "site").status, 0);
}

/// Spoils the object of a file or tree of a tag.
fn spoil(made: &Editions, object: &str) {
    let id = made.git().revparse_single(object).expect("an object").id().to_string();
    let object = made.file(".git/objects").join(&id[..2]).join(&id[2..]);
    let mut permissions = std::fs::metadata(&object).expect("there").permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    std::fs::set_permissions(&object, permissions).expect("set");
    std::fs::write(&object, b"broken").expect("written");
}

#[test]
fn a_damaged_edition_that_may_be_in_force_keeps_all_from_being_published() {
    // A tag's file as a power cut leaves it, and one with junk in it.
    for junk in ["", "junk\n"] {
        let made = smalls(&THREE[..2]);
        let id = made.git().revparse_single("refs/tags/edition/2^{commit}").expect("a commit").id();
        made.untag("edition/2");
        made.name("edition/2", id);
        write(&made.file(".git/refs/tags/edition/2"), junk.as_bytes());
        let run = build(made.path(), &format!("--editions current {TODAY}"));
        assert_eq!(run.status, 1, "{}", run.err);
        assert!(run.err.contains("la edición `edition/2` está dañada en el repositorio (git dice «"), "{}", run.err);
        assert!(run.err.contains("puede ser la edición vigente"), "{}", run.err);
        assert!(!run.err.contains("no hay ninguna edición"), "{}", run.err);
        assert!(!made.file("site").exists(), "nothing is published");
    }
    let made = smalls(&THREE[..2]);
    spoil(&made, "refs/tags/edition/2^{commit}:manual/manual.yaml");
    let run = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(run.status, 1, "{}", run.err);
    assert!(run.err.contains("etiqueta `edition/2`: no se puede leer desde cuándo rige"), "{}", run.err);
    assert!(!made.file("site").exists(), "nothing is published");
    // What was published of it says from when it is in force.
    let made = smalls(&THREE[..2]);
    assert_eq!(build(made.path(), &format!("--editions current {TODAY}")).status, 0);
    write(&made.file(".git/refs/tags/edition/2"), b"");
    let run = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(run.status, 1, "{}", run.err);
    assert!(run.err.contains("edition/2") && !run.err.contains("puede ser la edición vigente"), "{}", run.err);
    assert_eq!(list(made.path())["in_force"], "2");
}

#[test]
fn where_every_tag_is_damaged_nobody_says_that_there_is_none() {
    let made = smalls(&THREE[..1]);
    let before = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(before.status, 0);
    std::fs::remove_dir_all(made.file("site")).expect("removed");
    spoil(&made, "refs/tags/edition/1^{commit}:manual/manual.yaml");
    let run = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(run.status, 1, "{}", run.err);
    assert!(!run.err.contains("no tiene etiquetas"), "{}", run.err);
}

#[test]
fn a_missing_picture_of_an_approved_edition_is_told_and_its_text_is_published() {
    let mut made = Editions::empty();
    let mut first = small("1", "2025-01-01");
    let chapter = "---\ntitle: Uno\n---\nVea ![el plano de la agencia](assets/falta.png) antes.\n";
    first.insert("chapters/uno.md".to_owned(), chapter.as_bytes().to_vec());
    let id = made.commit(&first);
    made.tag("edition/1", id, "1");
    let id = made.commit(&small("2", "2026-01-01"));
    made.tag("edition/2", id, "2");
    let run = build(made.path(), &format!("--editions 1,2 {TODAY}"));
    assert_eq!(run.status, 0, "{}", run.err);
    let words = "etiqueta `edition/1`: chapters/uno.md:4:5: no se encuentra la imagen `assets/falta.png`";
    assert!(run.err.contains(words), "{}", run.err);
    let site = site(made.path());
    let says = |(path, bytes): (&PathBuf, &Vec<u8>)| {
        path.starts_with("editions/1") && String::from_utf8_lossy(bytes).contains("Vea el plano de la agencia antes.")
    };
    assert!(site.iter().any(says), "{:?}", site.keys());
    assert_eq!(list(made.path())["in_force"], "2");
}

#[test]
fn what_is_gone_is_made_anew_and_what_was_changed_by_hand_is_refused() {
    let made = smalls(&THREE);
    let line = format!("{EACH} {TODAY}");
    assert_eq!(build(made.path(), &line).status, 0);
    let whole = site(made.path());
    std::fs::remove_file(made.file("site/editions/1/manual.json")).expect("removed");
    let run = build(made.path(), &line);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.err.contains("`editions/1` no era lo que dice su attestation.json"), "{}", run.err);
    assert!(site(made.path()) == whole);
    for path in ["index.html", "editions/1/index.html", "editions/1/attestation.json", "editions.html"] {
        write(&made.file(&format!("site/{path}")), b"by hand");
        let refused = build(made.path(), &line);
        assert!(refused.status == 2 && refused.err.contains(path), "{path}: {}", refused.err);
        assert!(!refused.err.contains("se publica de nuevo"), "{path}: {}", refused.err);
        assert_eq!(text(made.path(), path), "by hand");
        assert_eq!(build(made.path(), &format!("{line} --force")).status, 0);
        assert!(site(made.path()) == whole, "{path}");
    }
    // Without its tag nobody can make it anew.
    std::fs::remove_file(made.file("site/editions/1/index.html")).expect("removed");
    made.untag("edition/1");
    let lost = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(lost.status, 1);
    assert!(
        lost.err.contains("`editions/1`") && lost.err.contains("no se publicó nada") || lost.err.contains("publicó"),
        "{}",
        lost.err
    );
}

#[test]
fn a_tag_that_moved_or_went_is_told_and_takes_nothing_down() {
    let mut made = smalls(&THREE);
    let line = format!("{EACH} {TODAY}");
    assert_eq!(build(made.path(), &line).status, 0);
    let before = site(made.path());
    let mut other = small("1", "2025-01-01");
    change(&mut other, "manual.yaml", "title: Manual", "title: Otro");
    let id = made.commit(&other);
    made.tag("edition/1", id, "otra vez");
    let moved = build(made.path(), &line);
    assert_eq!(moved.status, 1, "{}", moved.err);
    let words = format!("etiqueta `edition/1`: lleva a la revisión {}", &id.to_string()[..10]);
    assert!(moved.err.contains(&words), "{}", moved.err);
    assert!(beneath(&site(made.path()), "editions") == beneath(&before, "editions"), "what is published stays");
    let forced = build(made.path(), &format!("{line} --force"));
    assert_eq!(forced.status, 0, "{}", forced.err);
    assert!(text(made.path(), "editions/1/index.html").contains("Otro"));

    made.untag("edition/2");
    made.untag("edition/3");
    let gone = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(gone.status, 1);
    assert!(
        gone.err.contains("la edición 2 está publicada, pero su etiqueta `edition/2` ya no existe"),
        "{}",
        gone.err
    );
    assert_eq!(
        told(made.path()),
        [row("3", "approved", "editions/3/"), row("2", "in_force", "./"), row("1", "superseded", "editions/1/")]
    );
    assert_eq!(verify(made.path(), "site").status, 0);
}

#[test]
fn two_tags_of_one_number_and_a_day_before_the_former_are_told_at_their_tags() {
    let mut made = smalls(&THREE);
    let id = made.commit(&small("1", "2025-02-02"));
    made.tag("edition/1-bis", id, "x");
    let twice = build(made.path(), &format!("--editions edition/1,edition/1-bis {TODAY}"));
    assert_eq!(twice.status, 1);
    for words in [
        "etiqueta `edition/1`: es la edición 1, como la etiqueta `edition/1-bis`",
        "etiqueta `edition/1-bis`: es la edición 1, como la etiqueta `edition/1`",
    ] {
        assert!(twice.err.contains(words), "{}", twice.err);
    }
    assert!(!made.file("site/editions/1").exists());
    assert_eq!(told(made.path())[1], row("2", "in_force", "./"), "the others are published");

    let mut made = smalls(&THREE);
    let id = made.commit(&small("2.5", "2025-06-01"));
    made.tag("edition/2.5", id, "x");
    let back = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(back.status, 1);
    let words = "etiqueta `edition/2.5`: la edición 2.5 rige desde el 1 de junio de 2025, antes que la 2, que rige desde el 1 de enero de 2026";
    assert!(back.err.contains(words), "{}", back.err);
    assert_eq!(told(made.path())[1], row("2", "in_force", "./"));
    let english = program(made.path())
        .args(["build", "manual", "--out", "site", "--editions", "current", "--today", "2026-11-22"])
        .env("LANG", "en_US.UTF-8")
        .output()
        .expect("runs");
    let english = Run::from(english);
    assert!(english.err.contains("tag `edition/2.5`: edition 2.5 is in force from"), "{}", english.err);
}

#[test]
fn tags_that_are_no_edition_are_told_and_take_the_others_not_down() {
    let mut made = smalls(&THREE);
    let other = BTreeMap::from([("README.md".to_owned(), b"x".to_vec())]);
    let id = made.commit(&other);
    made.tag("edition/none", id, "x");
    let blob = made.git().blob(b"x").expect("a blob");
    made.name("edition/blob", blob);
    let mut broken = small("1.5", "2025-06-01");
    broken.insert("roles.yaml".to_owned(), b"jefatura:\n  name: [\n".to_vec());
    let id = made.commit(&broken);
    made.tag("edition/1.5", id, "x");
    let id = made.commit(&BTreeMap::from([("manual.yaml".to_owned(), b"document: [\n".to_vec())]));
    made.tag("edition/yaml", id, "x");
    let mut undated = small("7", "2025-06-01");
    change(&mut undated, "manual.yaml", "  effective: 2025-06-01\n", "");
    let id = made.commit(&undated);
    made.tag("edition/7", id, "x");
    let mut draft = small("8", "2025-06-01");
    change(&mut draft, "manual.yaml", "status: approved", "status: draft");
    let id = made.commit(&draft);
    made.tag("edition/8", id, "x");
    made.commit(&small("9", "2028-01-01"));
    let run = build(made.path(), &format!("--editions 1,1.5,3 {TODAY}"));
    assert_eq!(run.status, 1);
    for words in [
        "edition/none",
        "edition/blob",
        "etiqueta `edition/1.5`: roles.yaml:",
        "la edición 1.5 no se publica",
        "etiqueta `edition/yaml`: manual.yaml:",
        "etiqueta `edition/7`: su manual no dice desde cuándo rige",
        "etiqueta `edition/8`: su manual dice que es un borrador",
    ] {
        assert!(run.err.contains(words), "{words}\n{}", run.err);
    }
    let told = told(made.path());
    assert_eq!(told[..2], [row("3", "approved", "editions/3/"), row("2", "in_force", "./")]);
    assert!(
        told.contains(&row("1.5", "withheld", "-")) && told.contains(&row("1", "superseded", "editions/1/")),
        "{told:?}"
    );
    assert!(told.contains(&row("none", "withheld", "-")));
    assert!(text(made.path(), "editions.html").contains("no se puede publicar"));
}

#[test]
fn the_edition_in_force_is_not_replaced_by_one_that_it_superseded() {
    let mut made = smalls(&THREE[..1]);
    let mut broken = small("2", "2026-01-01");
    broken.insert("roles.yaml".to_owned(), b"jefatura:\n  name: [\n".to_vec());
    let id = made.commit(&broken);
    made.tag("edition/2", id, "x");
    let run = build(made.path(), &format!("--editions 1 {TODAY}"));
    assert_eq!(run.status, 1);
    assert!(run.err.contains("rige la edición 2, que no se puede publicar"), "{}", run.err);
    assert!(!made.file("site").exists(), "nothing is published");
}

#[test]
fn a_damaged_object_is_told_at_its_tag() {
    let made = smalls(&THREE);
    spoil(&made, "refs/tags/edition/1^{tree}");
    let run = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(run.status, 1);
    assert!(run.err.contains("edition/1"), "{}", run.err);
    assert_eq!(told(made.path())[1], row("2", "in_force", "./"));
    assert!(told(made.path()).contains(&row("1", "withheld", "-")));
}

#[test]
fn odd_names_are_only_names() {
    let mut made = smalls(&THREE);
    let id = made.commit(&small("../../oops", "2025-06-01"));
    made.name("--output=x", id);
    let id = made.commit(&small("<b>&", "2025-07-01"));
    made.name("edition/<b>&", id);
    let run: Run = program(made.path())
        .args(["build", "manual", "--out", "site", "--lang", "es", "--today", "2026-11-22"])
        .args(["--editions=--output=x,edition/<b>&"])
        .output()
        .expect("the program starts")
        .into();
    assert_eq!(run.status, 0, "{}", run.err);
    let told = told(made.path());
    let addresses: Vec<&str> =
        told.iter().map(|(_, _, address)| address.as_str()).filter(|a| a.starts_with("editions")).collect();
    assert_eq!(addresses.len(), 2, "{told:?}");
    for address in addresses {
        let name = address.trim_start_matches("editions/").trim_end_matches('/');
        assert!(
            name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c)) && !name.starts_with('.'),
            "{name}"
        );
    }
    assert!(!made.file("x").exists() && !made.file("oops").exists());
    let again = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(again.status, 0, "a tag that was named is not missed later: {}", again.err);
    assert!(text(made.path(), "editions.html").contains("&lt;b&gt;&amp;"));
    assert_eq!(verify(made.path(), "site").status, 0);
}

#[test]
fn a_repository_of_any_kind_is_told_exactly() {
    let outside = crate::support::temporary();
    write(&outside.path().join("manual/manual.yaml"), &small("1", "2025-01-01")["manual.yaml"]);
    let none = build(outside.path(), "--editions all");
    // A temporary folder may lie in a repository of somebody's.
    assert_eq!(none.status, 2);
    assert!(none.err.contains("no está en un repositorio de git"), "{}", none.err);

    let unborn = Editions::empty();
    write(&unborn.file("manual/manual.yaml"), &small("1", "2025-01-01")["manual.yaml"]);
    let run = build(unborn.path(), "--editions current");
    assert_eq!(run.status, 2);
    assert!(run.err.contains("no tiene etiquetas que se llamen `edition/*`"), "{}", run.err);

    let made = smalls(&THREE);
    let bare = crate::support::temporary();
    git2::build::RepoBuilder::new()
        .bare(true)
        .clone(&format!("file://{}", made.path().display()), &bare.path().join("manual"))
        .expect("cloned");
    let run = build(bare.path(), &format!("{EACH} {TODAY}"));
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(told(bare.path())[1], row("2", "in_force", "./"));

    // A shallow clone: the history ends, and its tags may be too few.
    let head = made.git().head().expect("a head").peel_to_commit().expect("a commit").id();
    write(&made.file(".git/shallow"), format!("{head}\n").as_bytes());
    let run = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.err.contains("no trae toda la historia"), "{}", run.err);
}

#[test]
fn the_manual_says_which_tags_are_its_editions() {
    let mut made = Editions::empty();
    let mut first = small("1", "2025-01-01");
    change(&mut first, "manual.yaml", "  status", "  edition_tags: \"v*\"\n  status");
    let id = made.commit(&first);
    made.name("v1", id);
    made.name("edition/9", id);
    let run = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(told(made.path()), [row("1", "in_force", "./")]);
    assert_eq!(list(made.path())["editions"][0]["tag"], "v1");
}

#[test]
fn a_manual_that_moved_is_found_by_its_code_in_each_edition() {
    let git = crate::support::temporary();
    let repository = git2::Repository::init(git.path()).expect("a repository");
    let coded = |number: &str, effective: &str, code: &str| {
        let mut manual = small(number, effective);
        change(&mut manual, "manual.yaml", "  title", &format!("  code: {code}\n  title"));
        manual.remove("manual.yaml").expect("there")
    };
    let commit = |folder: &str, bytes: &[u8], tag: &str| {
        let _ = std::fs::remove_dir_all(git.path().join("docs"));
        let _ = std::fs::remove_dir_all(git.path().join("small"));
        write(&git.path().join(folder).join("manual.yaml"), bytes);
        write(&git.path().join("other/manual.yaml"), &coded("7", "2025-06-01", "OTRO-9"));
        let mut index = repository.index().expect("an index");
        index.clear().expect("cleared");
        index.add_all(["*"], git2::IndexAddOption::DEFAULT, None).expect("added");
        let tree = repository.find_tree(index.write_tree().expect("written")).expect("found");
        let who = git2::Signature::new("Ana", "ana@example.org", &git2::Time::new(86_400, 0)).expect("a signature");
        let parent = repository.head().ok().map(|head| head.peel_to_commit().expect("a commit"));
        let parents: Vec<_> = parent.iter().collect();
        let id = repository.commit(Some("HEAD"), &who, &who, "cambio", &tree, &parents).expect("committed");
        repository.reference(&format!("refs/tags/{tag}"), id, true, "").expect("tagged");
    };
    commit("small", &coded("1", "2025-01-01", "MSC-01"), "edition/1");
    commit("docs/manual", &coded("2", "2026-01-01", "MSC-01"), "edition/2");
    let line = format!("build docs/manual --lang es --out site --editions 1,2 {TODAY}");
    let run: Run = program(git.path()).args(line.split(' ')).output().expect("runs").into();
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(told(git.path()), [row("2", "in_force", "./"), row("1", "superseded", "editions/1/")]);
    let diff: Run =
        program(git.path()).args("diff 1 2 --manual docs/manual --lang es".split(' ')).output().expect("runs").into();
    assert_eq!(diff.status, 0, "{}", diff.err);
}

#[test]
fn the_day_of_an_edition_is_that_of_the_manuals_time_zone() {
    let mut made = Editions::empty();
    for (number, effective) in [("1", "2025-01-01"), ("2", "2026-11-02")] {
        let mut manual = small(number, effective);
        change(&mut manual, "manual.yaml", "languages:", "calendar: { timezone: America/Lima }\nlanguages:");
        let id = made.commit(&manual);
        made.tag(&format!("edition/{number}"), id, number);
    }
    // One in the morning of 2 November in Greenwich, and six hours later.
    for (seconds, number) in [("1793581200", "1"), ("1793602800", "2")] {
        let run: Run = program(made.path())
            .args("build manual --lang es --out site --editions current".split(' '))
            .env("SOURCE_DATE_EPOCH", seconds)
            .output()
            .expect("runs")
            .into();
        assert_eq!(run.status, 0, "{}", run.err);
        assert_eq!(list(made.path())["in_force"], number);
    }
}

#[test]
fn a_draft_is_no_edition_that_could_be_named() {
    let made = smalls(&THREE[..1]);
    let run = build(made.path(), "--editions draft");
    assert!(run.status == 2 && run.err.contains("--editions all"), "{}", run.err);
}

#[test]
fn five_hundred_tags_are_published_as_one_site() {
    let mut made = Editions::empty();
    let start = jiff::civil::date(2020, 1, 1);
    for n in 0..500_i64 {
        let day = start.checked_add(jiff::Span::new().days(n)).expect("a day");
        let id = made.commit(&small(&format!("0.{n}"), &day.to_string()));
        made.name(&format!("edition/0.{n}"), id);
    }
    let run = build(made.path(), &format!("--editions 0.498,current {TODAY}"));
    assert_eq!(run.status, 0, "{}", run.err);
    let told = told(made.path());
    assert_eq!((told.len(), &told[0]), (500, &row("0.499", "in_force", "./")));
    assert_eq!(told[1], row("0.498", "superseded", "editions/0.498/"));
    assert_eq!(text(made.path(), "editions.html").matches("<tr class=").count(), 500);
    // Two hundred of them wrong: not two hundred messages.
    let id = made.git().head().expect("a head").peel_to_commit().expect("a commit").id();
    for n in 0..200 {
        made.name(&format!("edition/x{n}"), id);
    }
    let run = build(made.path(), &format!("--editions current {TODAY}"));
    assert_eq!(run.status, 1);
    assert!(run.err.contains("… y 160 más"), "{}", run.err);
}

/// A manual of two roles in two languages that can be built; each has something to read and to sign.
fn bound(number: &str, effective: &str) -> BTreeMap<String, Vec<u8>> {
    let mut out = small(number, effective);
    change(&mut out, "manual.yaml", "title: Manual", "title: Manual\n  code: M-1");
    let roles = "caja: { name: Caja, count: 1, escalates_to: jefe, authority: [{ decides: devolver una comisión, up_to: 20 PEN }], orientation: { day_one: [roles/caja] } }\njefe: { name: Jefatura, count: 1, orientation: { day_one: [roles/jefe] } }\n";
    out.insert("roles.yaml".to_owned(), roles.as_bytes().to_vec());
    out
}

/// Reads the acknowledgements of a folder.
fn acknowledged(folder: &Path) -> (Value, String) {
    let words = "acknowledgements acuses --manual manual --format json --lang es";
    let run: Run = program(folder).args(words.split(' ')).output().expect("the program starts").into();
    (serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err)), run.err)
}

#[test]
fn an_acknowledgement_holds_across_a_mere_renaming() {
    let mut made = Editions::empty();
    let first = bound("1", "2025-01-01");
    let id = made.commit(&first);
    made.tag("edition/1", id, "x");
    std::fs::create_dir(made.file("acuses")).expect("created");
    let digest = acknowledged(made.path()).0["roles"][0]["digest"].clone();
    let file = serde_json::json!({
        "schema": "cartilla/acknowledgement/1", "manual": { "code": "M-1", "title": "Manual", "edition": "1" },
        "role": { "id": "caja", "name": "Caja" }, "name": "Ana Quispe", "date": "2025-01-03",
        "obligations": { "count": 2, "digest": digest },
    });
    write(&made.file("acuses/ana.json"), file.to_string().as_bytes());
    let counts = |(tally, _): &(Value, String)| {
        let caja = tally["roles"].as_array().expect("a list").iter().find(|role| role["name"] == "Caja").expect("told");
        ["current", "stale"].map(|key| caja[key].as_array().expect("a list").len())
    };
    assert_eq!(counts(&acknowledged(made.path())), [1, 0]);
    // Whom to call goes by another id, and so does the role itself.
    let mut second = bound("2", "2026-01-01");
    change(&mut second, "roles.yaml", "caja: { name", "ventanilla: { name");
    change(&mut second, "roles.yaml", "roles/caja", "roles/ventanilla");
    change(&mut second, "roles.yaml", "escalates_to: jefe", "escalates_to: jefatura");
    change(&mut second, "roles.yaml", "jefe: { name", "jefatura: { name");
    change(&mut second, "roles.yaml", "roles/jefe", "roles/jefatura");
    let id = made.commit(&second);
    assert_eq!(counts(&acknowledged(made.path())), [1, 0], "the working copy follows the first edition");
    made.tag("edition/2", id, "x");
    let told = acknowledged(made.path());
    assert_eq!((counts(&told), told.0["summary"]["problems"].clone()), ([1, 0], 0.into()), "{}", told.1);
    let digests = told.0["roles"].as_array().expect("a list").iter().map(|role| &role["digest"]);
    assert!(digests.into_iter().all(|own| *own != digest), "a digest depends on its own manual alone");
    // A tag of a draft is no edition: what it says binds nobody.
    let mut draft = second.clone();
    change(&mut draft, "manual.yaml", "edition: \"2\"", "edition: \"2.5\"");
    change(&mut draft, "manual.yaml", "status: approved", "status: draft");
    change(&mut draft, "roles.yaml", "up_to: 20", "up_to: 90");
    let id = made.commit(&draft);
    made.tag("edition/2.5", id, "x");
    let mut third = second.clone();
    change(&mut third, "manual.yaml", "edition: \"2\"", "edition: \"3\"");
    change(&mut third, "manual.yaml", "effective: 2026-01-01", "effective: 2027-01-01");
    made.commit(&third);
    let told = acknowledged(made.path());
    assert_eq!(counts(&told), [1, 0]);
    assert!(told.1.contains("`edition/2.5` no entra en el historial: su manual dice que es un borrador"), "{}", told.1);
    // Another limit is another obligation.
    change(&mut third, "roles.yaml", "up_to: 20", "up_to: 25");
    made.commit(&third);
    assert_eq!(counts(&acknowledged(made.path())), [0, 1], "it is of that role, and out of date");
    // Without its tag nobody knows what was what.
    made.commit(&second);
    ["edition/1", "edition/2", "edition/2.5"].iter().for_each(|tag| made.untag(tag));
    let told = acknowledged(made.path());
    assert_eq!((counts(&told), told.0["problems"][0]["kind"].clone()), ([0, 0], "unknown_role".into()));
}

#[test]
fn a_plain_build_tells_the_same_tags_as_one_of_editions() {
    let mut made = smalls(&THREE);
    let mut draft = small("8", "2025-06-01");
    change(&mut draft, "manual.yaml", "status: approved", "status: draft");
    let id = made.commit(&draft);
    made.tag("edition/8", id, "x");
    let mut undated = small("7", "2025-06-01");
    change(&mut undated, "manual.yaml", "  effective: 2025-06-01\n", "");
    let id = made.commit(&undated);
    made.tag("edition/7", id, "x");
    let id = made.commit(&small("1", "2025-02-02"));
    made.tag("edition/1-bis", id, "x");
    let id = made.commit(&BTreeMap::from([("manual.yaml".to_owned(), b"document: [\n".to_vec())]));
    made.tag("edition/yaml", id, "x");
    let mut older = small("2.5", "2026-02-01");
    older.insert("roles.yaml".to_owned(), b"jefatura: { name: Jefatura, rango: 3 }\n".to_vec());
    let id = made.commit(&older);
    made.tag("edition/2.5", id, "x");
    made.commit(&small("9", "2028-01-01"));
    let run = build(made.path(), TODAY);
    for words in [
        "La edición `edition/8` no entra en el historial: su manual dice que es un borrador",
        "La edición `edition/7` no entra en el historial: su manual no dice desde cuándo rige",
        "La edición `edition/1` no entra en el historial: es la edición 1, como la etiqueta `edition/1-bis`",
        "La edición `edition/1-bis` no entra en el historial: es la edición 1, como la etiqueta `edition/1`",
        "La edición `edition/yaml` no entra en el historial: su `manual.yaml` no se puede leer",
        "La edición `edition/2.5` entra en el historial sin lo que este programa no puede leer:",
        "  etiqueta `edition/2.5`: roles.yaml:1:29:",
    ] {
        assert!(run.err.contains(words), "{words}\n{}", run.err);
    }
    for good in ["edition/2`", "edition/3`"] {
        assert!(!run.err.contains(good), "{}", run.err);
    }
    let diff: Run = program(made.path()).args("diff 2.5 3 --lang es".split(' ')).output().expect("runs").into();
    assert_eq!(diff.status, 0, "{}", diff.err);
    assert!(diff.err.contains("etiqueta `edition/2.5`: roles.yaml:1:29:"), "{}", diff.err);
}

#[test]
fn with_nothing_new_the_list_is_taken_over_and_in_every_language() {
    let mut made = Editions::empty();
    for (number, effective) in THREE {
        let mut manual = small(number, effective);
        change(&mut manual, "manual.yaml", "{ default: es }", "{ default: es, others: [en] }");
        let id = made.commit(&manual);
        made.tag(&format!("edition/{number}"), id, number);
    }
    let line = format!("{EACH} {TODAY}");
    assert_eq!(build_all(made.path(), &line).status, 0);
    let first = site(made.path());
    let list = [Path::new("editions.html"), Path::new("en/editions.html")];
    assert!(list.iter().all(|page| first.contains_key(*page)), "{:?}", first.keys());
    #[cfg(unix)]
    let inodes = || {
        use std::os::unix::fs::MetadataExt;
        list.map(|page| std::fs::metadata(made.file("site").join(page)).expect("there").ino())
    };
    #[cfg(unix)]
    let before = inodes();
    let again = build_all(made.path(), &line);
    assert!(again.status == 0 && site(made.path()) == first, "{}", again.err);
    #[cfg(unix)]
    assert_eq!(inodes(), before, "nothing is composed for a page that says what it said");
    // Fewer languages are asked for than stand there: what is kept keeps its list.
    assert_eq!(build(made.path(), &line).status, 0);
    assert!(site(made.path()) == first);
    // Where the list is another, it is made anew in each of them.
    made.untag("edition/3");
    assert_eq!(build(made.path(), &format!("--editions current {TODAY}")).status, 1);
    let id = made.commit(&small("4", "2028-01-01"));
    made.tag("edition/4", id, "4");
    assert_eq!(build(made.path(), &format!("--editions current {TODAY}")).status, 1);
    for page in ["editions.html", "en/editions.html"] {
        assert_eq!(text(made.path(), page).matches("<tr class=").count(), 4, "{page}");
        assert!(!text(made.path(), page).contains(">attestation.json<"), "words of a theme are of a language");
    }
    assert!(text(made.path(), "en/editions.html").contains(">digests of the files</a>"));
    assert_eq!(verify(made.path(), "site").status, 0);
}

#[test]
fn an_edition_under_its_own_address_leads_to_its_own_pages() {
    let folder = five();
    let address = |path: &str| {
        let manual: Value = serde_json::from_str(&text(folder, path)).expect("JSON");
        let address = manual["control"]["address"].as_str().expect("an address").to_owned();
        (address, manual["control"]["digest"].clone())
    };
    const ROOT: &str = "https://manual.puentehondo.example.org/";
    for (beneath, path) in [("", ""), ("draft/", "draft/"), ("editions/2025.1/", "editions/2025.1/")] {
        assert_eq!(address(&format!("{path}manual.json")).0, format!("{ROOT}{beneath}"));
        // A card's code says where it leads beneath it.
        let cards = text(folder, &format!("{path}cards.html"));
        let leads = |to: &str| cards.contains(&format!("{ROOT}{to}"));
        assert!(leads(&format!("{beneath}service-")), "{path}");
        assert_eq!(leads("service-"), beneath.is_empty(), "{path}");
    }
    assert_eq!(address("editions/2026.1/en/manual.json").0, format!("{ROOT}editions/2026.1/en/"));
    assert_eq!(address("en/manual.json").0, format!("{ROOT}en/"));
    let page = text(folder, "editions/2026.1/organization.html");
    assert!(page.contains(&format!("hreflang=\"en\" href=\"{ROOT}editions/2026.1/en/organization.html\"")), "{page}");
}
