//! Tags that are wrong: damaged, moved, gone, of one number, no edition at all; each is told at its place and takes nothing down.

use super::*;

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
        assert!(run.err.contains("la edición `edition/2` está dañada en el repositorio: "), "{}", run.err);
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
fn where_a_tag_between_two_is_missing_no_day_is_invented() {
    let mut made = smalls(&THREE[..1]);
    let mut second = small("2", "2026-01-01");
    change(&mut second, "manual.yaml", "status: approved", "status: approved\n  supersedes: edición 1.5");
    let id = made.commit(&second);
    made.tag("edition/2", id, "2");
    let run = build(made.path(), &format!("--editions 1,2 {TODAY}"));
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.err.contains("la edición 2 sustituye a la 1.5, que no está entre las etiquetas"), "{}", run.err);
    let first = &list(made.path())["editions"][1];
    assert!(first["number"] == "1" && first["superseded_on"].is_null(), "{first}");
    assert!(text(made.path(), "editions/1/index.html").contains("Esta edición fue sustituida por la 1.5."));
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
    change(&mut draft, "manual.yaml", "status: approved", "owner: jefatura\n  status: draft");
    draft.insert("roles.yaml".to_owned(), b"jefatura: { name: Jefatura }\n".to_vec());
    let id = made.commit(&draft);
    made.tag("edition/8", id, "x");
    let mut impossible = draft;
    change(&mut impossible, "manual.yaml", "status: draft", "status: approved");
    change(&mut impossible, "manual.yaml", "effective: 2025-06-01", "effective: 2025-02-30");
    let id = made.commit(&impossible);
    made.tag("edition/10", id, "x");
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
        "etiqueta `edition/10`: manual.yaml:",
    ] {
        assert!(run.err.contains(words), "{words}\n{}", run.err);
    }
    // What the manifest names in other files is there.
    assert!(!run.err.contains("[E011]"), "{}", run.err);
    let told = told(made.path());
    // What cannot be published stands by its number as well, and what has none comes last.
    let numbers: Vec<&str> = told.iter().map(|row| row.0.as_str()).collect();
    assert_eq!(numbers[..7], ["10", "8", "7", "3", "2", "1.5", "1"], "{numbers:?}");
    assert_eq!(told[3..5], [row("3", "approved", "editions/3/"), row("2", "in_force", "./")]);
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

/// Makes the clone one that lacks whatever came before its last commit, and these tags.
fn cut(made: &Editions, without: &[&str]) {
    let head = made.git().head().expect("a head").peel_to_commit().expect("a commit").id();
    write(&made.file(".git/shallow"), format!("{head}\n").as_bytes());
    without.iter().for_each(|number| made.untag(&format!("edition/{number}")));
}

#[test]
fn a_part_of_a_clone_tells_no_date_that_is_wrong() {
    let made = Editions::first(5);
    cut(&made, &["2024.2", "2025.1", "2025.2"]);
    let built = build(made.path(), &format!("--editions all {TODAY}"));
    assert_eq!(built.status, 0, "{}", built.err);
    let page = text(made.path(), "service-remesas.html");
    assert!(page.contains("edición 2026.1 (4 de mayo de 2026) o antes"), "{page}");
    assert!(!page.contains("(4 de mayo de 2026)<"), "{page}");
    let history: Value = serde_json::from_str(&text(made.path(), "manual.json")).expect("JSON");
    let since = history["history"]["since"].as_array().expect("a list");
    assert!(since.iter().any(|since| since["entry"] == "services/remesas" && since["or_earlier"] == true));
    // A plain build tells the same.
    let built = program(made.path()).args("build manual --lang es --out plain --format html".split(' ')).output();
    assert!(built.expect("the program starts").status.success());
    let page = std::fs::read_to_string(made.file("plain/service-remesas.html")).expect("a page");
    assert!(page.contains("edición 2026.1 (4 de mayo de 2026) o antes"), "{page}");
}

#[test]
fn a_part_of_a_clone_puts_no_old_edition_in_force() {
    let made = smalls(&THREE);
    cut(&made, &["2", "3"]);
    let late = "--editions current --today 2027-02-01";
    let run = build(made.path(), late);
    assert_eq!(run.status, 1, "{}", run.err);
    assert!(run.err.contains("nombra la edición 3") && !made.file("site").exists(), "{}", run.err);
    // The same tags in a whole clone: nobody has tagged the edition yet.
    std::fs::remove_file(made.file(".git/shallow")).expect("removed");
    let run = build(made.path(), late);
    assert_eq!(run.status, 0, "{}", run.err);
}
