//! Publishing as its user meets it: editions, foreign files, refusals, crashes, two builds at once.

use super::*;
use std::fs;

/// A folder with a manual in `manual` and an output `public`.
pub(super) struct Fixture {
    dir: tempfile::TempDir,
}

impl Fixture {
    pub fn new() -> Fixture {
        let dir = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(dir.path().join("manual")).expect("created");
        Fixture { dir }
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("a readable file")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("within the fixture")).expect("created");
        fs::write(path, text).expect("written");
    }

    /// Every name in the fixture, and so every temporary folder that stayed behind.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.dir.path()).expect("listed");
        let mut names: Vec<String> =
            entries.map(|e| e.expect("listed").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn target_at(&self, out: &str) -> Result<Target, PublishError> {
        let around =
            Surroundings { current: &self.path("manual"), home: Some(self.dir.path()), manual: &self.path("manual") };
        Target::resolve(&self.path(out), around)
    }

    pub fn target(&self) -> Result<Target, PublishError> {
        self.target_at("public")
    }

    pub fn publish(&self, artifacts: &[Artifact]) -> Result<Published, PublishError> {
        publish(artifacts, None, &self.target()?, Edited::Keep, &mut || {})
    }
}

pub(super) fn artifacts(files: &[(&str, &str)]) -> Vec<Artifact> {
    files.iter().map(|(p, t)| Artifact { path: (*p).to_owned(), bytes: t.as_bytes().to_vec() }).collect()
}

#[test]
fn an_edition_replaces_the_one_before() {
    let fixture = Fixture::new();
    let first = fixture.publish(&artifacts(&[("index.html", "uno"), ("a/b/c.html", "x")])).expect("published");
    assert_eq!((first.files, first.bytes), (2, 4));
    fixture.publish(&artifacts(&[("index.html", "dos"), ("a/d.html", "y")])).expect("published");
    assert_eq!(fixture.read("public/index.html"), "dos");
    assert_eq!(fixture.read("public/a/d.html"), "y");
    assert!(!fixture.path("public/a/b").exists());
    assert_eq!(fixture.names(), ["manual", "public"]);
}

#[test]
fn missing_parents_are_made_and_an_empty_folder_is_taken() {
    let fixture = Fixture::new();
    let target = fixture.target_at("deep/er/public").expect("free");
    publish(&artifacts(&[("a", "x")]), None, &target, Edited::Keep, &mut || {}).expect("published");
    assert_eq!(fixture.read("deep/er/public/a"), "x");
    fs::create_dir(fixture.path("public")).expect("created");
    fixture.publish(&artifacts(&[("a", "x")])).expect("published");
}

#[test]
fn a_folder_of_others_is_refused_untouched() {
    let fixture = Fixture::new();
    fixture.write("public/notes.txt", "mine");
    let error = fixture.publish(&artifacts(&[("notes.txt", "ours")])).expect_err("refused");
    assert!(matches!(error, PublishError::NotOurs(_, file) if file == Path::new("notes.txt")));
    assert_eq!(fixture.read("public/notes.txt"), "mine");
    fixture.write("public/.cartilla", "not a manifest");
    assert!(matches!(fixture.target(), Err(PublishError::NotOurs(..))));
}

#[test]
fn root_home_manual_and_what_holds_them_are_refused() {
    let fixture = Fixture::new();
    assert!(matches!(fixture.target_at("/"), Err(PublishError::Root)));
    assert!(matches!(fixture.target_at(""), Err(PublishError::Home(_))));
    assert!(matches!(fixture.target_at(".."), Err(PublishError::Home(_))));
    assert!(matches!(fixture.target_at("manual"), Err(PublishError::Manual(_))));
    assert!(matches!(fixture.target_at("manual/../manual/."), Err(PublishError::Manual(_))));
    let current = fixture.path("work/here");
    fs::create_dir_all(&current).expect("created");
    let around = Surroundings { current: &current, home: None, manual: &fixture.path("manual") };
    for out in [".", ".."] {
        assert!(matches!(Target::resolve(Path::new(out), around), Err(PublishError::Current(_))), "{out}");
    }
    assert!(Target::resolve(Path::new("public"), around).is_ok());
}

#[test]
fn a_file_in_the_way_is_named_and_nothing_is_left() {
    let fixture = Fixture::new();
    fixture.write("file", "x");
    for out in ["file", "file/public", "file/a/b"] {
        let error = fixture.target_at(out).expect_err("refused");
        assert!(matches!(error, PublishError::NotAFolder(path) if path.ends_with("file")), "{out}");
    }
    assert_eq!(fixture.names(), ["file", "manual"]);
}

#[test]
fn files_of_others_beside_ours_stay() {
    let fixture = Fixture::new();
    fixture.publish(&artifacts(&[("index.html", "uno"), ("a/b.html", "x")])).expect("published");
    fixture.write("public/CNAME", "example.org");
    fixture.write("public/.git/HEAD", "ref");
    fixture.write("public/a/note.txt", "n");
    fs::create_dir(fixture.path("public/empty")).expect("created");
    let published = fixture.publish(&artifacts(&[("index.html", "dos")])).expect("published");
    assert_eq!(published.kept, [".git/HEAD", "CNAME", "a/note.txt"].map(PathBuf::from));
    assert_eq!(fixture.read("public/CNAME"), "example.org");
    assert_eq!(fixture.read("public/.git/HEAD"), "ref");
    assert_eq!(fixture.read("public/a/note.txt"), "n");
    assert!(fixture.path("public/empty").is_dir());
    assert!(!fixture.path("public/a/b.html").exists());
}

#[test]
fn a_file_of_others_where_ours_must_go_is_named() {
    let fixture = Fixture::new();
    fixture.publish(&artifacts(&[("index.html", "uno")])).expect("published");
    fixture.write("public/a", "mine");
    for path in ["a", "a/b.html"] {
        let error = fixture.publish(&artifacts(&[(path, "x")])).expect_err("refused");
        assert!(matches!(error, PublishError::Occupied(at) if at.ends_with("a")), "{path}");
    }
    assert_eq!(fixture.read("public/a"), "mine");
    assert_eq!(fixture.read("public/index.html"), "uno");
    assert_eq!(fixture.names(), ["manual", "public"]);
}

#[test]
fn a_generated_file_changed_by_hand_is_kept_unless_replaced() {
    let fixture = Fixture::new();
    let new = artifacts(&[("index.html", "dos"), ("b.html", "y")]);
    fixture.publish(&artifacts(&[("index.html", "uno"), ("b.html", "x")])).expect("published");
    fixture.write("public/index.html", "by hand");
    fs::remove_file(fixture.path("public/b.html")).expect("removed");
    let error = fixture.publish(&new).expect_err("refused");
    assert!(matches!(error, PublishError::Edited(_, files) if files == ["index.html"]));
    assert_eq!(fixture.read("public/index.html"), "by hand");
    publish(&new, None, &fixture.target().expect("ours"), Edited::Replace, &mut || {}).expect("published");
    assert_eq!(fixture.read("public/index.html"), "dos");
    assert_eq!(fixture.names(), ["manual", "public"]);
}

#[test]
fn the_next_build_clears_what_a_killed_one_left() {
    let fixture = Fixture::new();
    let edition = artifacts(&[("index.html", "uno")]);
    fixture.publish(&edition).expect("published");
    // Killed while writing: before the marker, and after it.
    fs::create_dir(fixture.path(".public.cartilla-new-aaa")).expect("created");
    fixture.write(".public.cartilla-new-bbb/.cartilla", "{");
    fixture.write(".public.cartilla-new-bbb/half.html", "<");
    // A folder that only looks like one of ours.
    fixture.write(".public.cartilla-notes/mine.txt", "mine");
    fixture.publish(&edition).expect("published");
    assert_eq!(fixture.names(), [".public.cartilla-notes", "manual", "public"]);
    // Killed between two renames.
    fs::remove_dir_all(fixture.path(".public.cartilla-notes")).expect("removed");
    fixture.write("public/CNAME", "example.org");
    fs::rename(fixture.path("public"), fixture.path(".public.cartilla-old")).expect("renamed");
    fixture.publish(&edition).expect("published");
    assert_eq!(fixture.read("public/CNAME"), "example.org");
    assert_eq!(fixture.names(), ["manual", "public"]);
}

#[test]
fn builds_at_once_take_turns() {
    let fixture = Fixture::new();
    std::thread::scope(|scope| {
        for i in 0..8 {
            let fixture = &fixture;
            scope.spawn(move || {
                let text = i.to_string();
                let files = artifacts(&[("a.html", &text), ("b.html", &text)]);
                fixture.publish(&files).expect("published in turn");
            });
        }
    });
    assert_eq!(fixture.read("public/a.html"), fixture.read("public/b.html"));
    assert_eq!(fixture.names(), ["manual", "public"]);
}

#[test]
fn a_reader_never_misses_a_page() {
    let fixture = Fixture::new();
    fixture.publish(&artifacts(&[("a.html", "0")])).expect("published");
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0;
            while !done.load(std::sync::atomic::Ordering::Relaxed) || reads == 0 {
                fixture.read("public/a.html");
                reads += 1;
            }
        });
        for i in 1..30 {
            fixture.publish(&artifacts(&[("a.html", &i.to_string())])).expect("published");
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
        reader.join().expect("every read succeeded");
    });
}

#[cfg(unix)]
#[test]
fn a_link_to_the_output_stays_a_link_and_links_in_it_are_not_followed() {
    use std::os::unix::fs::symlink;
    let fixture = Fixture::new();
    fixture.write("elsewhere/secret.txt", "s");
    fs::create_dir(fixture.path("real")).expect("created");
    symlink(fixture.path("real"), fixture.path("public")).expect("linked");
    fixture.publish(&artifacts(&[("a.html", "x")])).expect("published");
    assert!(fs::symlink_metadata(fixture.path("public")).expect("there").is_symlink());
    symlink(fixture.path("elsewhere"), fixture.path("real/link")).expect("linked");
    fixture.publish(&artifacts(&[("a.html", "y")])).expect("published");
    assert_eq!(fixture.read("real/a.html"), "y");
    assert_eq!(fs::read_link(fixture.path("real/link")).expect("a link"), fixture.path("elsewhere"));
    assert_eq!(fixture.read("elsewhere/secret.txt"), "s");
    symlink("nowhere", fixture.path("dangling")).expect("linked");
    assert!(matches!(fixture.target_at("dangling"), Err(PublishError::Io(..))));
}
