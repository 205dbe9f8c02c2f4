//! The proof of a small edition, and everything that may have happened to its folder since.

use super::tests::artifacts;
use super::*;
use std::fs;

const FILES: [(&str, &str); 4] =
    [("index.html", "<h1>Uno</h1>"), ("manual.json", "{}"), ("services/vacío.css", ""), ("services/ñandú.html", "x")];

struct Site {
    dir: tempfile::TempDir,
}

fn edition() -> Edition {
    Edition {
        manual: Title { code: Some("MS-01".into()), title: "Manual".into() },
        lang: "es".into(),
        edition: Some("2026.1".into()),
        status: "Vigente".into(),
        draft: false,
        effective: Some("2026-01-01".into()),
        content: "0123 4567 89ab".into(),
        program: Program { name: "cartilla".into(), version: "0.1.0".into() },
        source: Some(Source { commit: "a".repeat(40), changed: true, tag: None }),
        approved: None,
        languages: Vec::new(),
    }
}

impl Site {
    fn new() -> Site {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let site = Site { dir };
        site.publish();
        site
    }

    fn publish(&self) -> Published {
        let manual = self.dir.path().join("manual");
        let around = Surroundings { current: self.dir.path(), home: None, manual: &manual };
        let target = Target::resolve(&self.path(""), around).expect("free");
        publish(&artifacts(&FILES), Some(&edition()), &target, Edited::Replace, &mut || {}).expect("published")
    }

    fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join("public").join(path)
    }

    fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).expect("a readable file")
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        fs::create_dir_all(self.path(path).parent().expect("within the site")).expect("created");
        fs::write(self.path(path), bytes).expect("written");
    }

    fn verdict(&self) -> Result<Verified, Broken> {
        verify(&self.path(""), None).expect("readable")
    }

    fn problems(&self) -> Vec<(String, ProblemKind)> {
        let verified = self.verdict().expect("a good statement");
        verified.problems.into_iter().map(|problem| (problem.path, problem.kind)).collect()
    }

    /// What is found with the statement changed as a text.
    fn stated(&self, change: impl FnOnce(String) -> String) -> Broken {
        let before = String::from_utf8(self.read(STATEMENT)).expect("UTF-8");
        self.write(STATEMENT, change(before));
        let broken = self.verdict().expect_err("a broken statement");
        self.publish();
        broken
    }
}

#[test]
fn an_edition_proves_itself_and_equal_editions_have_equal_proofs() {
    let site = Site::new();
    let verified = site.verdict().expect("a good statement");
    assert_eq!((&verified.problems[..], verified.marked), (&[][..], true));
    assert_eq!(verified.statement.edition, edition());
    assert_eq!(verified.statement.files.keys().collect::<Vec<_>>(), FILES.map(|(path, _)| path));
    let before = site.read(STATEMENT);
    let published = site.publish();
    assert_eq!(site.read(STATEMENT), before);
    assert_eq!((published.files, published.proof), (5, Some(verified.digest)));
    let text = String::from_utf8(before).expect("UTF-8");
    let start = "{\n  \"_type\": \"https://in-toto.io/Statement/v1\",\n  \"subject\": [\n    {\n      \"name\": \"index.html\",\n";
    assert!(text.starts_with(start), "{text}");
    assert!(text.contains("\"predicateType\": \"tag:cartilla,2026:edition/1\""), "{text}");
}

#[test]
fn one_other_byte_in_any_file_is_found() {
    let site = Site::new();
    let own = [MARKER, STATEMENT];
    let mut flips = 0;
    for path in FILES.map(|(path, _)| path).into_iter().chain(own) {
        let before = site.read(path);
        for at in 0..before.len() {
            let mut bytes = before.clone();
            bytes[at] ^= 1;
            site.write(path, bytes);
            let whole = site.verdict().is_ok_and(|verified| verified.problems.is_empty());
            assert!(!whole, "{path}, byte {at}");
            flips += 1;
        }
        site.write(path, [before.as_slice(), b" "].concat());
        assert!(!site.verdict().is_ok_and(|verified| verified.problems.is_empty()), "{path}, one byte more");
        if !own.contains(&path) {
            assert_eq!(site.problems(), [(path.to_owned(), ProblemKind::Changed)]);
        }
        site.write(path, before);
    }
    assert!(flips > 1_000 && site.problems().is_empty(), "{flips}");
}

#[test]
fn a_file_added_removed_renamed_or_replaced_by_a_link_is_named() {
    use ProblemKind::{Added, Missing};
    let site = Site::new();
    let named = |path: &str, kind| (path.to_owned(), kind);
    for path in ["CNAME", "services/x.html", "new/deep/.hidden", "ATTESTATION.json"] {
        site.write(path, "x");
        assert_eq!(site.problems(), [named(path, Added)]);
        fs::remove_file(site.path(path)).expect("removed");
    }
    assert_eq!(site.problems(), [], "an empty folder is no file");
    for (path, _) in FILES {
        let bytes = site.read(path);
        fs::remove_file(site.path(path)).expect("removed");
        assert_eq!(site.problems(), [named(path, Missing)]);
        site.write(path, bytes);
    }
    fs::rename(site.path("manual.json"), site.path("a.json")).expect("renamed");
    assert_eq!(site.problems(), [named("a.json", Added), named("manual.json", Missing)]);
    site.publish();
    fs::remove_file(site.path("a.json")).expect("removed");
    fs::remove_file(site.path(MARKER)).expect("removed");
    let verified = site.verdict().expect("a good statement");
    assert_eq!((&verified.problems[..], verified.marked), (&[][..], false), "some hosts drop the marker");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let site = Site::new();
    fs::rename(site.path("index.html"), site.dir.path().join("same.html")).expect("moved");
    symlink("../same.html", site.path("index.html")).expect("linked");
    symlink("..", site.path("loop")).expect("linked");
    let expected = [("index.html".to_owned(), ProblemKind::NotAFile), ("loop".to_owned(), ProblemKind::Added)];
    assert_eq!(site.problems(), expected);
    site.publish();
    fs::rename(site.path(STATEMENT), site.dir.path().join("statement")).expect("moved");
    symlink("../statement", site.path(STATEMENT)).expect("linked");
    assert_eq!(site.verdict(), Err(Broken::NotAFile));
}

#[test]
fn a_broken_or_hostile_statement_is_told_exactly() {
    let site = Site::new();
    let name = |to: &'static str| {
        move |text: String| text.replace("\"index.html\"", &serde_json::to_string(to).expect("a text"))
    };
    for hostile in [
        "../index.html",
        "/etc/passwd",
        "a/../../b",
        "C:\\x",
        "a\\b",
        "",
        ".",
        "services",
        ".cartilla",
        "attestation.json",
        "ATTESTATION.JSON",
        "MANUAL.json",
        "con\u{7}trol",
        "a//b",
    ] {
        assert!(matches!(site.stated(name(hostile)), Broken::Name(_)), "{hostile}");
    }
    assert_eq!(site.stated(name("../index.html")), Broken::Name("../index.html".into()));
    assert_eq!(site.stated(name("manual.json")), Broken::Twice("manual.json".into()));
    let cut = |at: usize| move |text: String| text[..at].to_owned();
    assert_eq!(site.stated(cut(0)), Broken::Form { line: 1, column: 0 });
    assert_eq!(site.stated(cut(20)), Broken::Form { line: 2, column: 18 });
    assert_eq!(site.stated(|_| "[".repeat(100_000)), Broken::Form { line: 1, column: 1 });
    assert!(matches!(site.stated(|text| text.replace("\"program\"", "\"programme\"")), Broken::Form { .. }));
    assert!(matches!(
        site.stated(|text| text.replacen("\"subject\"", "\"subject\": [], \"subject\"", 1)),
        Broken::Form { .. }
    ));
    let other = "https://slsa.dev/provenance/v1";
    assert_eq!(site.stated(|text| text.replace("tag:cartilla,2026:edition/1", other)), Broken::Foreign(other.into()));
    assert_eq!(
        site.stated(|text| text.replace("Statement/v1", "Statement/v0.1")),
        Broken::Foreign("https://in-toto.io/Statement/v0.1".into())
    );
    let digest = |text: String, digest: &str| {
        let at = text.find("\"sha256\": \"").expect("a digest") + 11;
        format!("{}{digest}{}", &text[..at], &text[at + 64..])
    };
    for bad in ["", "abc", &"g".repeat(64), &"A".repeat(64), &"0".repeat(65)] {
        assert_eq!(site.stated(|text| digest(text, bad)), Broken::Digest("index.html".into()), "{bad}");
    }
    let subjects = |text: String| {
        let (start, end) = (text.find('[').expect("a list"), text.find(']').expect("its end"));
        format!("{}[{}", &text[..start], &text[end..])
    };
    assert_eq!(site.stated(subjects), Broken::Empty);
    fs::File::options().write(true).open(site.path(STATEMENT)).and_then(|file| file.set_len(65 << 20)).expect("grown");
    assert_eq!(site.verdict(), Err(Broken::TooLarge));
    fs::remove_file(site.path(STATEMENT)).expect("removed");
    assert_eq!(site.verdict(), Err(Broken::Absent));
    fs::create_dir(site.path(STATEMENT)).expect("created");
    assert_eq!(site.verdict(), Err(Broken::NotAFile));
}

#[test]
fn the_statement_is_the_one_that_is_known_by_its_digest() {
    let site = Site::new();
    let digest = site.verdict().expect("a good statement").digest;
    let with = |known: &str| verify(&site.path(""), Some(known)).expect("readable").expect("a good statement").problems;
    assert_eq!(with(&format!(" {} ", digest.to_uppercase())), []);
    let problem = Problem { path: STATEMENT.to_owned(), kind: ProblemKind::OtherDigest };
    for other in ["", "0", &digest[1..]] {
        assert_eq!(with(other), std::slice::from_ref(&problem));
    }
    assert!(matches!(verify(&site.path("nowhere"), None), Err(PublishError::Io(..))));
    assert!(matches!(verify(&site.path("index.html"), None), Err(PublishError::NotAFolder(_))));
}

#[test]
fn no_file_of_an_edition_takes_the_place_of_its_proof() {
    for path in ["attestation.json", "Attestation.json", "attestation.json/x"] {
        let mut manifest = manifest::of(&artifacts(&[(path, "x")])).expect("a good path");
        assert!(matches!(statement::add(&mut manifest, &edition()), Err(PublishError::BadPath(_))), "{path}");
    }
}
