//! `verify` and `ci` as they are called.

use super::*;

#[test]
fn a_published_folder_is_verified_in_each_language_and_for_programs() {
    let dir = folder();
    run_in(dir.path(), None, "cartilla new manual --lang es");
    let built = run_in(dir.path(), None, "cartilla build --out site");
    assert_eq!(built.status, 0, "{}", built.err);
    let verify = |line: &str, lang: Lang| run_in(dir.path(), Some(lang), &format!("cartilla verify {line}"));
    let whole = verify("site", Lang::Es);
    assert_eq!((whole.status, whole.err.as_str()), (0, ""), "{}", whole.out);
    assert!(whole.out.contains("La carpeta es la edición publicada") && whole.out.contains("2026.1"), "{}", whole.out);
    let unasked = run_in(dir.path(), None, "cartilla verify site");
    assert_eq!(unasked.out, whole.out, "who asks for no language is told in the manual's");
    // How it stands is a word of ours, whichever language the manual has.
    let words = [(Lang::Es, " · Borrador\n"), (Lang::En, " · Draft\n"), (Lang::Pt, " · Rascunho\n")];
    for (lang, word) in words {
        assert!(verify("site", lang).out.contains(word), "{}", verify("site", lang).out);
    }
    let json: serde_json::Value = serde_json::from_str(&verify("site --format json", Lang::En).out).expect("JSON");
    let digest = json["sha256"].as_str().expect("a digest");
    assert!(whole.out.contains(digest) && built.err.contains(digest), "{}\n{}", whole.out, built.err);
    assert_eq!((&json["verified"], &json["edition"]["source"]), (&true.into(), &serde_json::Value::Null));
    assert_eq!(json["edition"]["effective"], "2026-11-02");
    let known = verify(&format!("site --digest {digest}"), Lang::En);
    assert!(known.status == 0 && known.out.contains("the SHA-256 that you gave"), "{}", known.out);
    assert_eq!(verify("site --digest 00", Lang::En).status, 1);

    fs::write(dir.path().join("site/manual.json"), "{}").expect("written");
    fs::write(dir.path().join("site/CNAME"), "example.org").expect("written");
    fs::remove_file(dir.path().join("site/index.html")).expect("removed");
    for (lang, words) in [
        (Lang::Es, ["CNAME: añadido", "index.html: falta", "manual.json: cambiado", "diferencias: 3"]),
        (Lang::En, ["CNAME: added", "index.html: missing", "manual.json: changed", "differences: 3"]),
        (Lang::Pt, ["CNAME: acrescentado", "index.html: falta", "manual.json: alterado", "diferenças: 3"]),
    ] {
        let run = verify("site", lang);
        assert_eq!((run.status, run.err.as_str()), (1, ""));
        assert!(words.iter().all(|word| run.out.contains(word)), "{}", run.out);
    }
    let json: serde_json::Value = serde_json::from_str(&verify("site --format json", Lang::En).out).expect("JSON");
    let kinds: Vec<_> = json["problems"].as_array().expect("a list").iter().map(|p| &p["kind"]).collect();
    assert_eq!(kinds, ["added", "missing", "changed"]);

    fs::write(dir.path().join("site/attestation.json"), "{").expect("written");
    let broken = verify("site", Lang::Es);
    assert_eq!((broken.status, broken.out.as_str()), (1, ""));
    assert!(broken.err.contains("`site` no se puede verificar") && broken.err.contains("línea 1"), "{}", broken.err);
    let json: serde_json::Value = serde_json::from_str(&verify("site --format json", Lang::En).out).expect("JSON");
    assert_eq!((&json["verified"], &json["problems"][0]["kind"]), (&false.into(), &"statement".into()));
    for nothing in ["nowhere", "site/manual.json"] {
        let run = verify(nothing, Lang::En);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{nothing}");
        assert!(run.err.contains(nothing), "{}", run.err);
    }
}

#[test]
fn a_manual_in_a_repository_is_attested_with_its_commit() {
    let dir = folder();
    run_in(dir.path(), None, "cartilla new manual --lang es");
    let git = committed(dir.path());
    let source = |out: &str| -> serde_json::Value {
        let run = run_in(dir.path(), None, &format!("cartilla build --out {out}"));
        assert_eq!(run.status, 0, "{}", run.err);
        let text = fs::read(dir.path().join(out).join("attestation.json")).expect("written");
        serde_json::from_slice::<serde_json::Value>(&text).expect("JSON")["predicate"]["source"].clone()
    };
    assert_eq!(source("a"), serde_json::json!({"commit": git, "changed": false}));
    fs::write(dir.path().join("manual/chapters/otro.md"), "---\ntitle: Otro\n---\nTexto.\n").expect("written");
    assert_eq!(source("b"), serde_json::json!({"commit": git, "changed": true}));
    // A damaged repository keeps nobody from publishing.
    fs::remove_dir_all(dir.path().join(".git/objects")).expect("removed");
    fs::create_dir_all(dir.path().join(".git/objects/info")).expect("created");
    fs::create_dir_all(dir.path().join(".git/objects/pack")).expect("created");
    assert_eq!(source("c"), serde_json::Value::Null);
}

/// Makes a repository of a folder with everything in it committed; returns the commit.
fn committed(folder: &Path) -> String {
    let git = |line: &str| {
        let mut command = std::process::Command::new("git");
        command.current_dir(folder).args(["-c", "user.name=Ana", "-c", "user.email=ana@example.org"]);
        let run = command.args(line.split(' ')).output().expect("git runs");
        assert!(run.status.success(), "git {line}: {}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stdout).expect("UTF-8").trim().to_owned()
    };
    git("init -q");
    git("add --all");
    git("commit -q -m uno");
    git("rev-parse HEAD")
}

#[test]
fn a_pipeline_is_written_once_and_never_over_another() {
    let dir = folder();
    for (system, path) in [
        ("github", ".github/workflows/manual.yml"),
        ("gitlab", ".gitlab-ci.yml"),
        ("forgejo", ".forgejo/workflows/manual.yml"),
    ] {
        let run = run_in(dir.path(), Some(Lang::Es), &format!("cartilla ci {system} --out repo"));
        assert_eq!((run.status, run.out.as_str()), (0, ""), "{}", run.err);
        assert!(run.err.contains(&format!("Escrito en repo/{path}.")), "{}", run.err);
        let file = dir.path().join("repo").join(path);
        assert!(fs::read_to_string(&file).expect("written").contains("CARTILLA_MANUAL: \"manual\""));
        fs::write(&file, "mine").expect("written");
        let again = run_in(dir.path(), Some(Lang::En), &format!("cartilla ci {system} --out repo"));
        assert_eq!(again.status, 2);
        assert!(again.err.contains("already exists"), "{}", again.err);
        assert_eq!(fs::read_to_string(&file).expect("kept"), "mine");
        let names: Vec<_> = fs::read_dir(file.parent().expect("a folder")).expect("listed").collect();
        assert!(names.len() <= 3, "no temporary file stays");
    }
    run_in(dir.path(), None, "cartilla new top");
    assert_eq!(run_in(dir.path(), None, "cartilla ci gitlab --out top").status, 0);
    let text = fs::read_to_string(dir.path().join("top/.gitlab-ci.yml")).expect("written");
    assert!(text.contains("CARTILLA_MANUAL: \".\""), "{text}");
    let wrong = run_in(dir.path(), Some(Lang::Es), "cartilla ci jenkins");
    assert!(wrong.status == 2 && wrong.err.contains("github, gitlab, forgejo"), "{}", wrong.err);
    let new = run_in(dir.path(), Some(Lang::Es), "cartilla new otro");
    assert!(new.err.contains("cartilla ci github"), "{}", new.err);
}
