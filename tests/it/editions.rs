//! The editions of a repository as one site: what stands where, what is kept, what is told, and every way in which tags are wrong.

mod found;
mod wrong;

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
    let mut made = Editions::empty();
    made.add(4);
    let built = build(made.path(), TODAY);
    assert_eq!(built.status, 0, "{}", built.err);
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
