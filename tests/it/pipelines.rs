//! The pipelines of `cartilla ci`, step by step as far as a machine without those systems can: every script of the file is run in a
//! clone of a repository with the example manual. What only the systems do (checkout, caches, keeping of files) is left out.

use crate::support::{repository, run, temporary, tree};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SYSTEMS: [(&str, &str); 3] = [
    ("github", ".github/workflows/manual.yml"),
    ("gitlab", ".gitlab-ci.yml"),
    ("forgejo", ".forgejo/workflows/manual.yml"),
];

/// What Forgejo runs once a week.
const DUE: &str = ".forgejo/workflows/manual-due.yml";

/// A clone with the example manual and a pipeline, whose origin is a bare repository beside it.
struct Clone {
    dir: tempfile::TempDir,
    pipeline: Value,
}

impl Clone {
    fn new(system: &str, path: &str) -> Clone {
        let dir = temporary();
        let root = dir.path().join("clone");
        for (path, bytes) in tree(&repository("manual")) {
            let path = root.join("manual").join(path);
            fs::create_dir_all(path.parent().expect("beneath the folder")).expect("created");
            fs::write(path, bytes).expect("written");
        }
        let made = run(&root, &format!("ci {system}"));
        assert_eq!(made.status, 0, "{}", made.err);
        let read = |path: &str| -> Value {
            let text = fs::read_to_string(root.join(path)).expect("written");
            serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
        };
        let mut pipeline = read(path);
        if system == "forgejo" {
            // Its jobs stand in two files.
            pipeline["jobs"]["due"] = read(DUE)["jobs"]["due"].clone();
        }
        let clone = Clone { dir, pipeline };
        clone.shell("git init -q --bare ../origin && git init -q && git add --all && git commit -q -m uno && git remote add origin ../origin && git push -q origin HEAD:main && git fetch -q origin");
        clone
    }

    fn root(&self) -> PathBuf {
        self.dir.path().join("clone")
    }

    /// Runs a script as the systems do: it ends at the first line that fails.
    fn run(&self, script: &str, manual: &str, source: &str) -> (i32, String) {
        let program = Path::new(env!("CARGO_BIN_EXE_cartilla"));
        let path = std::env::var("PATH").unwrap_or_default();
        let path = format!("{}:{path}", program.parent().expect("in a folder").display());
        let output = Command::new("bash")
            .current_dir(self.root())
            .args(["-e", "-c", script])
            .env_clear()
            .env("PATH", path)
            .env("HOME", self.dir.path())
            .env("GIT_AUTHOR_NAME", "Ana")
            .env("GIT_AUTHOR_EMAIL", "ana@example.org")
            .env("GIT_COMMITTER_NAME", "Ana")
            .env("GIT_COMMITTER_EMAIL", "ana@example.org")
            .env("SOURCE_DATE_EPOCH", "1795219200")
            .env("CARTILLA_VERSION", env!("CARGO_PKG_VERSION"))
            .env("CARTILLA_SOURCE", source)
            .env("CARTILLA_MANUAL", manual)
            .env("GITHUB_BASE_REF", "main")
            .env("CI_MERGE_REQUEST_DIFF_BASE_SHA", "origin/main")
            .env("GITHUB_PATH", self.dir.path().join("github-path"))
            .output()
            .expect("bash runs");
        let said = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&said).into_owned())
    }

    fn shell(&self, script: &str) -> String {
        let (status, said) = self.run(script, "manual", "");
        assert_eq!(status, 0, "{script}\n{said}");
        said
    }

    /// The scripts of a job by its name, in order: each list of lines, or each step, is one.
    fn scripts(&self, job: &str) -> Vec<String> {
        let lines = |value: &Value| -> Option<String> {
            let lines = value.as_array()?.iter().map(|line| line.as_str().expect("a line"));
            Some(lines.collect::<Vec<_>>().join("\n"))
        };
        let job = match self.pipeline.get("jobs") {
            Some(jobs) => &jobs[job],
            None => &self.pipeline[job],
        };
        let scripts: Vec<String> = match job.get("steps").and_then(Value::as_array) {
            Some(steps) => steps.iter().filter_map(|step| step["run"].as_str()).map(str::to_owned).collect(),
            None => {
                let before = lines(&self.pipeline[".program"]["before_script"]).expect("lines");
                vec![format!("{before}\n{}", lines(&job["script"]).expect("lines"))]
            }
        };
        // Packages are the business of the systems' images; a program without PDF publishes the pages alone.
        let scripts = scripts.into_iter().filter(|script| !script.starts_with("apt-get"));
        let format = if cfg!(feature = "pdf") { "--format all" } else { "--format html" };
        scripts.map(|script| script.replace("--format all", format)).collect()
    }
}

/// The jobs of each system that check, show and publish.
fn jobs(system: &str) -> &'static [&'static str] {
    if system == "gitlab" { &["check", "preview", "pages"] } else { &["manual"] }
}

#[test]
fn every_script_runs_on_the_example_and_publishes_a_proved_edition() {
    for (system, path) in SYSTEMS {
        let clone = Clone::new(system, path);
        clone.shell("sed -i 's/kept_for: 5 years/kept_for: 6 years/' manual/manual.yaml && git commit -q -a -m dos");
        let mut ran = String::new();
        for job in jobs(system) {
            for script in clone.scripts(job) {
                clone.shell(&script);
                ran.push_str(&script);
            }
        }
        for line in ["cartilla check", "cartilla build", "cartilla verify public"] {
            assert!(ran.contains(line), "{system}: {line}");
        }
        for file in ["public/index.html", "public/attestation.json", "preview/index.html"] {
            assert!(clone.root().join(file).is_file(), "{system}: {file}");
        }
        // The text for a comment says what the change means, with both values.
        let changes = fs::read_to_string(clone.root().join("changes.md")).expect("written");
        assert!(changes.starts_with("# ") && changes.contains("5 → 6"), "{system}: {changes}");
        let statement = fs::read_to_string(clone.root().join("public/attestation.json")).expect("read");
        assert!(statement.contains(clone.shell("git rev-parse HEAD").trim()), "{system}");
        assert!(statement.contains("\"changed\": false"), "{system}");
        if system == "gitlab" {
            let issues = fs::read(clone.root().join("gl-code-quality-report.json")).expect("written");
            assert!(serde_json::from_slice::<Value>(&issues).is_ok_and(|issues| issues.is_array()));
            assert!(clone.root().join("cartilla-junit.xml").is_file());
        }
        if system == "forgejo" {
            // The branch is the folder as it was built, with what came before behind it.
            let script = clone.scripts("manual").pop().expect("the last step publishes");
            clone.shell(&script);
            assert_eq!(clone.shell("git --git-dir=../origin rev-list --count pages").trim(), "2");
            clone.shell(
                "git --git-dir=../origin archive --prefix=pages/ pages | tar -x -C .. && cartilla verify ../pages",
            );
        }
    }
}

#[test]
fn an_error_in_the_manual_stops_the_pipeline_and_is_reported() {
    for (system, path) in SYSTEMS {
        let clone = Clone::new(system, path);
        fs::write(clone.root().join("manual/roles.yaml"), "jefatura: [\n").expect("written");
        let scripts = clone.scripts(jobs(system)[0]);
        let check = scripts.iter().find(|script| script.contains("cartilla check")).expect("a check");
        let (status, said) = clone.run(check, "manual", "");
        assert_eq!(status, 1, "{system}\n{said}");
        assert!(said.contains("E001"), "{system}\n{said}");
        if system == "gitlab" {
            let issues = fs::read_to_string(clone.root().join("gl-code-quality-report.json")).expect("written");
            let junit = fs::read_to_string(clone.root().join("cartilla-junit.xml")).expect("written");
            assert!(issues.contains("manual/roles.yaml") && junit.contains("E001"), "{issues}\n{junit}");
        }
        let (status, said) = clone.run(check, "nowhere", "");
        // No answer of the program is ever taken for a manual that passes.
        assert!(status != 0 && said.contains("`nowhere`"), "{system}\n{said}");
    }
}

#[test]
fn the_weekly_run_finds_what_is_about_to_expire() {
    for (system, path) in SYSTEMS {
        let clone = Clone::new(system, path);
        let soon = clone.scripts("due").join("\n");
        let script = soon.replace("--due 45", "--due 3650");
        assert!(script != soon, "{system}: the days are asked for");
        let (status, said) = clone.run(&script, "manual", "");
        assert_eq!(status, 1, "{system}\n{said}");
        assert!(said.contains("I702") && said.contains("I703"), "{system}\n{said}");
    }
}

#[test]
fn what_a_schedule_starts_is_what_its_system_can_tell() {
    let read = |path: &str| {
        let (system, _) = SYSTEMS.into_iter().find(|(_, own)| path.starts_with(&own[..4])).expect("a system");
        let clone = Clone::new(system, SYSTEMS.into_iter().find(|(name, _)| *name == system).expect("its file").1);
        fs::read_to_string(clone.root().join(path)).expect("written")
    };
    let crons = |text: &str| text.lines().filter(|line| line.contains("cron: ")).count();
    // GitHub hands the schedule over, and each job asks for its own.
    let github = read(".github/workflows/manual.yml");
    for line in github.lines().filter(|line| line.contains("cron: ")) {
        let cron = line.split('"').nth(1).expect("quoted");
        assert!(github.contains(&format!("github.event.schedule == '{cron}'")), "nobody asks for {cron}");
    }
    assert_eq!(crons(&github), 2);
    // Forgejo hands over nothing: a file has one schedule, and its jobs ask for no other.
    for (path, begins) in [(SYSTEMS[2].1, "github.event_name == 'schedule'"), (DUE, "cron: ")] {
        let text = read(path);
        assert_eq!(crons(&text), 1, "{path}");
        assert!(!text.contains("event.schedule") && text.contains(begins), "{path}");
    }
}

#[test]
fn a_new_manual_gets_the_pipeline_of_the_system_that_keeps_it() {
    let fresh = |address: Option<&str>| {
        let dir = temporary();
        let repository = git2::Repository::init(dir.path()).expect("a repository");
        if let Some(address) = address {
            repository.remote("origin", address).expect("a remote");
        }
        dir
    };
    for (address, wanted) in [
        (Some("git@github.com:casa/manual.git"), Some(0)),
        (Some("https://gitlab.example.org/casa/manual"), Some(1)),
        (Some("https://codeberg.org/casa/manual"), Some(2)),
        (Some("https://git.example.org/casa/manual"), None),
        (None, None),
    ] {
        let dir = fresh(address);
        fs::create_dir(dir.path().join("docs")).expect("created");
        let made = run(&dir.path().join("docs"), "new manual --lang es");
        assert_eq!(made.status, 0, "{}", made.err);
        for (at, (_, path)) in SYSTEMS.into_iter().enumerate() {
            let text = fs::read_to_string(dir.path().join(path));
            assert_eq!(text.is_ok(), wanted == Some(at), "{address:?}: {path}");
            assert!(text.is_err() || text.is_ok_and(|text| text.contains("\"docs/manual\"")), "{path}");
        }
        // Whoever got none is told how to get one.
        assert_eq!(made.err.contains("cartilla ci github"), wanted.is_none(), "{}", made.err);
    }
    // What is asked for is written, but never over what is there; then nothing is made at all.
    let dir = fresh(None);
    assert_eq!(run(dir.path(), "new uno --lang es --ci gitlab").status, 0);
    assert!(dir.path().join(".gitlab-ci.yml").is_file());
    let again = run(dir.path(), "new dos --lang es --ci gitlab");
    assert_eq!(again.status, 2, "{}", again.err);
    assert!(again.err.contains(".gitlab-ci.yml") && !dir.path().join("dos").exists(), "{}", again.err);
    // A pipeline of one's own stays, and a manual is made beside it.
    let dir = fresh(Some("https://gitlab.com/casa/manual"));
    fs::write(dir.path().join(".gitlab-ci.yml"), "own: true\n").expect("written");
    assert_eq!(run(dir.path(), "new manual --lang es").status, 0);
    assert_eq!(fs::read_to_string(dir.path().join(".gitlab-ci.yml")).expect("there"), "own: true\n");
}

#[test]
fn without_the_program_and_its_source_the_step_says_what_is_missing() {
    for (system, path) in SYSTEMS {
        let clone = Clone::new(system, path);
        let script = clone.scripts(jobs(system)[0]).swap_remove(0);
        let hidden = format!("PATH=/usr/bin:/bin\n{script}");
        let (status, said) = clone.run(&hidden, "manual", "");
        assert_eq!(status, 1, "{system}\n{said}");
        assert!(said.contains("CARTILLA_SOURCE"), "{system}\n{said}");
        // With a source, the version of the file is what is asked for.
        let cargo = "cargo() { echo \"cargo $*\"; exit 7; }\n";
        let (status, said) = clone.run(&format!("{cargo}{hidden}"), "manual", "https://example.org/cartilla.git");
        let wanted = format!("--git https://example.org/cartilla.git --tag v{}", env!("CARGO_PKG_VERSION"));
        assert!(status == 7 && said.contains(&wanted), "{system}\n{said}");
    }
}

#[test]
fn pipelines_hold_no_secret_and_ask_for_little() {
    for (system, path) in SYSTEMS {
        let clone = Clone::new(system, path);
        let text = fs::read_to_string(clone.root().join(path)).expect("written");
        for word in ["secrets.", "TOKEN", "password", "write-all", "pull_request_target", "latest@", "@main", "@master"]
        {
            assert!(!text.contains(word), "{system}: {word}");
        }
        for line in text.lines().filter(|line| line.contains("uses: ")) {
            let pinned = line.rsplit_once("@v").is_some_and(|(_, major)| major.parse::<u32>().is_ok());
            assert!(pinned, "{system}: {line}");
        }
        // What others write into a title or a name must not become part of a script.
        for job in jobs(system).iter().chain(&["due"]) {
            assert!(clone.scripts(job).iter().all(|script| !script.contains("${{")), "{system}: {job}");
        }
    }
    let clone = Clone::new(SYSTEMS[0].0, SYSTEMS[0].1);
    let jobs = &clone.pipeline["jobs"];
    assert_eq!(clone.pipeline["permissions"], serde_json::json!({"contents": "read"}));
    assert_eq!(jobs["publish"]["permissions"], serde_json::json!({"pages": "write", "id-token": "write"}));
    assert!(jobs["manual"]["permissions"].is_null() && jobs["due"]["permissions"].is_null());
}

#[test]
fn the_manual_is_found_from_the_top_of_the_repository_where_the_file_is_written() {
    let manual = "organization: { name: Casa }\n";
    let made = |folders: &[&str]| {
        let dir = temporary();
        git2::Repository::init(dir.path()).expect("a repository");
        for folder in folders {
            fs::create_dir_all(dir.path().join(folder)).expect("created");
            fs::write(dir.path().join(folder).join("manual.yaml"), manual).expect("written");
        }
        dir
    };
    let named = |dir: &Path| {
        let text = fs::read_to_string(dir.join(".gitlab-ci.yml")).expect("written at the top");
        let line = text.lines().find(|line| line.contains("CARTILLA_MANUAL: ")).expect("a line").trim().to_owned();
        line.trim_start_matches("CARTILLA_MANUAL: ").trim_matches('"').to_owned()
    };
    for (folder, from, wanted) in [
        ("docs/manual", "", "docs/manual"),
        ("docs/manual", "docs", "docs/manual"),
        ("docs/manual", "docs/manual", "docs/manual"),
        ("manual", "", "manual"),
        ("", "", "."),
    ] {
        let dir = made(&[folder]);
        let made = run(&dir.path().join(from), "ci gitlab");
        assert_eq!(made.status, 0, "{folder} {from}: {}", made.err);
        assert_eq!(named(dir.path()), wanted, "{folder} {from}");
    }
    let several = made(&["a", "b/manual"]);
    let refused = run(several.path(), "ci gitlab --lang es");
    assert_eq!(refused.status, 2, "{}", refused.err);
    assert!(refused.err.contains("varios manuales: a, b/manual"), "{}", refused.err);
    assert!(!several.path().join(".gitlab-ci.yml").exists());
    let chosen = run(&several.path().join("b"), "ci gitlab");
    assert_eq!((chosen.status, named(several.path()).as_str()), (0, "b/manual"), "{}", chosen.err);
}

#[test]
fn the_tags_of_editions_are_those_that_the_manual_names() {
    let dir = temporary();
    git2::Repository::init(dir.path()).expect("a repository");
    let manifest = "organization: { name: Casa }\ndocument: { title: Manual, edition_tags: \"v1.*\" }\n";
    fs::create_dir_all(dir.path().join("manual")).expect("created");
    fs::write(dir.path().join("manual/manual.yaml"), manifest).expect("written");
    for (system, path) in SYSTEMS {
        let made = run(dir.path(), &format!("ci {system}"));
        assert_eq!(made.status, 0, "{system}: {}", made.err);
        let text = fs::read_to_string(dir.path().join(path)).expect("written");
        assert!(!text.contains("edition/") && text.contains("v1.*"), "{system}: {text}");
        let condition = if system == "gitlab" { "=~ /^v1\\./" } else { "'refs/tags/v1.'" };
        assert!(text.contains(condition), "{system}: {text}");
    }
}

#[test]
fn what_is_published_is_where_the_next_publication_starts() {
    let (system, path) = SYSTEMS[2];
    let clone = Clone::new(system, path);
    // What is kept is the same in all formats.
    let scripts: Vec<String> =
        clone.scripts("manual").iter().map(|script| script.replace("--format all", "--format html")).collect();
    let publish = |clone: &Clone| {
        for script in scripts.iter().filter(|script| script.contains("public")) {
            clone.shell(script);
        }
    };
    publish(&clone);
    // Another machine has nothing but the repository.
    clone.shell("rm -rf public");
    let kept = scripts.iter().find(|script| script.contains("FETCH_HEAD")).expect("a step that fetches");
    clone.shell(kept);
    assert!(clone.root().join("public/.cartilla").is_file() && clone.root().join("public/attestation.json").is_file());
    publish(&clone);
    for (_, path) in &SYSTEMS[..2] {
        let text = fs::read_to_string(
            Clone::new(if path.contains("gitlab") { "gitlab" } else { "github" }, path).root().join(path),
        );
        let text = text.expect("written");
        assert!(text.contains("manual-site"), "{path}: what is published is kept between runs");
    }
}
