//! The program as it is called: exit statuses, the two streams, the formats for machines, and what is on the disk afterwards.

use std::path::Path;

use serde_json::Value;

use crate::support::{Run, copy, program, repository, run, temporary, tree, write};

/// A folder with a copy of a manual, named `manual`.
fn with_copy_of(manual: &str) -> tempfile::TempDir {
    let folder = temporary();
    copy(&repository(manual), &folder.path().join("manual"));
    folder
}

/// The status, and which of the two streams hold something.
fn shape(run: &Run) -> (i32, bool, bool) {
    (run.status, !run.out.is_empty(), !run.err.is_empty())
}

const TALKS: bool = true;
const SILENT: bool = false;

#[test]
fn statuses_and_streams_follow_what_happened() {
    let folder = with_copy_of("manual");
    write(&folder.path().join("broken/manual.yaml"), b"organization: [\n");
    for (line, expected) in [
        ("check --today 2026-11-21", (0, SILENT, TALKS)),
        ("check --today 2026-11-21 --format json", (0, TALKS, SILENT)),
        ("check broken", (1, SILENT, TALKS)),
        ("check broken --format json", (1, TALKS, SILENT)),
        ("build broken --out public", (1, SILENT, TALKS)),
        ("coverage --format json", (0, TALKS, SILENT)),
        ("explain E001", (0, TALKS, SILENT)),
        ("explain --all", (0, TALKS, SILENT)),
        ("--help", (0, TALKS, SILENT)),
        ("--version", (0, TALKS, SILENT)),
        ("explain X999", (2, SILENT, TALKS)),
        ("check nowhere", (2, SILENT, TALKS)),
        ("check --format xml", (2, SILENT, TALKS)),
        ("publish", (2, SILENT, TALKS)),
    ] {
        let run = run(folder.path(), line);
        assert_eq!(shape(&run), expected, "{line}\n{run:?}");
    }
    assert!(!folder.path().join("public").exists());
}

#[test]
fn warnings_fail_only_when_they_are_denied() {
    let folder = with_copy_of("manual");
    // After the day of review the manual still stands, with a finding that asks for the review.
    let late = "check --today 2030-01-01 --format json";
    let run = |line: &str| run(folder.path(), line);
    let summary: Value = serde_json::from_str(&run(late).out).expect("JSON");
    assert!(summary["summary"]["warnings"].as_u64() > Some(0), "{summary}");
    let only_warnings = summary["summary"]["errors"] == 0;
    assert_eq!(run(late).status, i32::from(!only_warnings));
    assert_eq!(run(&format!("{late} --deny warnings")).status, 1);
}

#[test]
fn what_is_due_is_what_time_brings_and_nothing_else() {
    let folder = temporary();
    let run = |line: &str| run(folder.path(), line);
    assert_eq!(run("new mine --lang es").status, 0);
    assert_eq!(run("check mine --deny warnings").status, 1, "there are warnings that no day brings");
    assert_eq!(run("check mine --due 45 --format json").status, 0);
    let folder = with_copy_of("manual");
    let due = |line: &str| {
        let run = crate::support::run(folder.path(), &format!("check --today 2026-11-22 --format json {line}"));
        let found: Value = serde_json::from_str(&run.out).expect("JSON");
        let findings = found["findings"].as_array().expect("a list").iter();
        (run.status, findings.map(|f| f["code"].as_str().expect("a code").to_owned()).collect::<Vec<_>>())
    };
    let (status, codes) = due("--due 3650");
    assert!(status == 1 && codes.contains(&"I702".to_owned()) && codes.contains(&"I703".to_owned()), "{codes:?}");
    // A file that cannot be read may hide what is due.
    std::fs::write(folder.path().join("manual/roles.yaml"), "jefatura: [\n").expect("written");
    let (status, codes) = due("--due 1");
    assert!(status == 1 && codes.contains(&"E001".to_owned()), "{codes:?}");
}

#[test]
fn a_new_manual_has_no_structural_error_and_builds() {
    for lang in ["es", "en", "pt"] {
        let folder = temporary();
        let made = run(folder.path(), &format!("new mine --lang {lang}"));
        assert_eq!(shape(&made), (0, SILENT, TALKS), "{made:?}");
        let checked = run(folder.path(), "check mine --format json");
        let findings: Value = serde_json::from_str(&checked.out).expect("JSON");
        for finding in findings["findings"].as_array().expect("a list") {
            assert!(!finding["code"].as_str().expect("a code").starts_with('E'), "{lang}: {finding}");
        }
        let built = run(folder.path(), "build mine --out site");
        assert_eq!(shape(&built), (0, SILENT, TALKS), "{lang}: {}", built.err);
        let page = std::fs::read_to_string(folder.path().join("site/index.html")).expect("the home page");
        assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{lang}");
        let coverage = run(folder.path(), "coverage mine --format json");
        assert_eq!(coverage.status, 0, "{}", coverage.err);
        serde_json::from_str::<Value>(&coverage.out).expect("JSON");
    }
}

/// Publishes a manual, spoils something, builds again, and holds the former edition to be untouched.
fn untouched_after(spoil: impl Fn(&Path), line: &str, status: i32, words: &str) {
    let folder = with_copy_of("tests/manuals/madrid-mayores");
    let built = run(folder.path(), "build --out site --today 2026-11-21");
    assert_eq!(built.status, 0, "{}", built.err);
    let before = tree(&folder.path().join("site"));
    spoil(folder.path());
    let again = run(folder.path(), line);
    assert_eq!((again.status, again.out.as_str()), (status, ""), "{line}\n{}", again.err);
    assert!(again.err.contains(words), "{line}\n{}", again.err);
    assert!(tree(&folder.path().join("site")) == before, "{line} touched the former edition");
}

#[test]
fn a_manual_with_errors_leaves_the_former_edition_as_it_was() {
    let broken = |folder: &Path| write(&folder.join("manual/roles.yaml"), b"jefatura:\n  name: [\n");
    untouched_after(broken, "build --out site --today 2026-11-21", 1, "roles.yaml");
    let latin = |folder: &Path| write(&folder.join("manual/roles.yaml"), b"jefatura:\n  name: Direcci\xf3n\n");
    untouched_after(latin, "build --out site --today 2026-11-21", 1, "roles.yaml");
    let gone = |folder: &Path| std::fs::remove_file(folder.join("manual/manual.yaml")).expect("removed");
    untouched_after(gone, "build manual --out site --today 2026-11-21", 2, "manual.yaml");
}

#[test]
fn an_output_that_cannot_be_written_leaves_everything_as_it_was() {
    let file = |folder: &Path| write(&folder.join("file"), b"mine");
    untouched_after(file, "build --out file/site --today 2026-11-21", 2, "file");
    untouched_after(file, "build --out file --today 2026-11-21", 2, "file");
    let edited = |folder: &Path| write(&folder.join("site/index.html"), b"<p>by hand</p>");
    let folder = with_copy_of("tests/manuals/madrid-mayores");
    run(folder.path(), "build --out site --today 2026-11-21");
    edited(folder.path());
    let kept = run(folder.path(), "build --out site --today 2026-11-21");
    assert_eq!(kept.status, 2);
    assert!(kept.err.contains("index.html"), "{}", kept.err);
    assert_eq!(std::fs::read(folder.path().join("site/index.html")).expect("still there"), b"<p>by hand</p>");
}

#[test]
fn a_second_build_replaces_the_first_whole() {
    let folder = with_copy_of("tests/manuals/madrid-mayores");
    let build = |out: &str| run(folder.path(), &format!("build --out {out} --today 2026-11-21"));
    assert_eq!(build("site").status, 0);
    std::fs::remove_file(folder.path().join("manual/surveys.yaml")).expect("removed");
    let second = build("site");
    assert_eq!(build("fresh").status, second.status);
    if second.status == 0 {
        assert!(
            tree(&folder.path().join("site")) == tree(&folder.path().join("fresh")),
            "the former edition shines through"
        );
    }
    let strays = std::fs::read_dir(folder.path()).expect("listed").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<_> = strays.map(|name| name.into_string().expect("UTF-8")).collect();
    names.sort();
    names.retain(|name| name != "fresh" && name != "site");
    assert_eq!(names, ["manual"], "nothing temporary stays");
}

#[test]
fn every_code_is_explained_in_every_language() {
    let folder = temporary();
    for lang in ["es", "en", "pt"] {
        let all = run(folder.path(), &format!("explain --all --lang {lang}")).out;
        for entry in cartilla::entries() {
            assert!(all.contains(entry.code), "{lang}: --all lacks {}", entry.code);
            let one = run(folder.path(), &format!("explain {} --lang {lang}", entry.code));
            assert_eq!(one.status, 0, "{lang} {}: {}", entry.code, one.err);
            let lang = cartilla::lang::Lang::from_tag(lang).expect("a language of ours");
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words(&one.out).contains(&words(entry.why.in_lang(lang))), "{}\n{}", entry.code, one.out);
        }
    }
}

#[test]
fn every_format_is_read_by_its_own_reader() {
    let folder = with_copy_of("tests/manuals/wrong-values");
    let out = |format: &str| {
        let run = run(folder.path(), &format!("check --format {format} --today 2026-11-21"));
        assert_eq!((run.status, run.err.as_str()), (1, ""), "{format}");
        run.out
    };
    let json: Value = serde_json::from_str(&out("json")).expect("JSON");
    let count = json["findings"].as_array().expect("a list").len();
    assert!(count > 3, "{json}");

    let sarif: Value = serde_json::from_str(&out("sarif")).expect("JSON");
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().expect("a list");
    assert_eq!(results.len(), count);
    for result in results {
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().expect("an address");
        assert!(folder.path().join(uri).is_file(), "{uri}");
    }

    let github = out("github");
    assert_eq!(github.lines().count(), count);
    for line in github.lines() {
        let (command, _) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a workflow command");
        let (level, properties) = command.split_once(' ').expect("a level and properties");
        assert!(["error", "warning", "notice"].contains(&level), "{line}");
        let file = properties.split(',').find_map(|p| p.strip_prefix("file=")).expect("a file");
        assert!(folder.path().join(file).is_file(), "{file}");
    }

    let junit = quick_junit::Report::deserialize_from_str(&out("junit")).expect("JUnit");
    let failures: usize = junit.test_suites.iter().map(|suite| suite.failures).sum();
    assert_eq!(failures as u64, json["summary"]["errors"].as_u64().expect("a count"));
}

#[test]
fn messages_follow_the_option_then_the_environment_then_the_manual() {
    let folder = with_copy_of("tests/manuals/wrong-values");
    let said = |line: &str, lang: Option<&str>| {
        let mut command = program(folder.path());
        command.env_remove("LANG").args(line.split(' '));
        if let Some(lang) = lang {
            command.env("LANG", lang);
        }
        let run: Run = command.output().expect("the program starts").into();
        run.err
    };
    for (line, environment, help) in [
        ("check", None, "ayuda:"),
        ("check", Some("pt_BR.UTF-8"), "ajuda:"),
        ("check --lang en", Some("pt_BR.UTF-8"), "help:"),
        ("check", Some("fr_FR.UTF-8"), "ayuda:"),
    ] {
        let err = said(line, environment);
        assert!(err.contains(help), "{line} with {environment:?}\n{err}");
    }
}
