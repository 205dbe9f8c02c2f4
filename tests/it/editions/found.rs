//! Which tags are editions and where their manual lies, and what goes with an edition: acknowledgements, history, the list, addresses.

use super::*;

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
        program(git.path()).args("diff 1 2 docs/manual --lang es".split(' ')).output().expect("runs").into();
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
    let words = "diff 2.5 3 manual --lang es";
    let diff: Run = program(made.path()).args(words.split(' ')).output().expect("the program starts").into();
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
