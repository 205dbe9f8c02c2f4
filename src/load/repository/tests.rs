//! Every state in which a repository may be found, made on the fly.

use super::*;
use crate::load::{EntryKind, Files, LoadCause, Skip};
use git2::{Signature, Time};
use std::fs;

/// A repository in a temporary folder, with its commits made without an index or a checkout.
struct Made {
    dir: tempfile::TempDir,
    git: git2::Repository,
}

const DAY: i64 = 86_400;

impl Made {
    fn new(bare: bool) -> Made {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let git = match bare {
            true => git2::Repository::init_bare(dir.path()),
            false => git2::Repository::init(dir.path()),
        };
        Made { dir, git: git.expect("a repository") }
    }

    /// A commit on the branch `main` with these files and nothing else; a mode of 0o120000 makes a link.
    fn commit(&self, day: i64, files: &[(&str, i32, &str)]) -> Oid {
        let mut top = self.git.treebuilder(None).expect("a tree");
        let mut folders: std::collections::BTreeMap<&str, Vec<(&str, i32, Oid)>> = Default::default();
        for (path, mode, text) in files {
            let blob = self.git.blob(text.as_bytes()).expect("a blob");
            match path.split_once('/') {
                None => drop(top.insert(path, blob, *mode).expect("inserted")),
                Some((folder, name)) => folders.entry(folder).or_default().push((name, *mode, blob)),
            }
        }
        for (folder, files) in folders {
            let mut tree = self.git.treebuilder(None).expect("a tree");
            for (name, mode, blob) in files {
                tree.insert(name, blob, mode).expect("inserted");
            }
            top.insert(folder, tree.write().expect("written"), 0o040_000).expect("inserted");
        }
        let tree = self.git.find_tree(top.write().expect("written")).expect("found");
        let who = Signature::new("Ana", "ana@example.org", &Time::new(day * DAY, 0)).expect("a signature");
        let parent =
            self.git.find_reference("refs/heads/main").ok().map(|head| head.peel_to_commit().expect("a commit"));
        let parents: Vec<_> = parent.iter().collect();
        let id = self.git.commit(Some("refs/heads/main"), &who, &who, "cambio", &tree, &parents).expect("committed");
        self.git.set_head("refs/heads/main").expect("set");
        id
    }

    fn tag(&self, name: &str, id: Oid) {
        self.git.reference(&format!("refs/tags/{name}"), id, false, "").expect("tagged");
    }

    fn annotated(&self, name: &str, id: Oid, day: i64, message: &str) {
        let who = Signature::new("Ana", "ana@example.org", &Time::new(day * DAY, 0)).expect("a signature");
        let object = self.git.find_object(id, None).expect("found");
        self.git.tag(name, &object, &who, message, false).expect("tagged");
    }

    fn opened(&self) -> Repository {
        Repository::around(self.dir.path()).expect("readable").expect("a repository")
    }
}

const FILE: i32 = 0o100_644;

fn paths(tree: &Tree) -> Vec<String> {
    let files = tree.list().expect("lists").into_iter().filter(|entry| entry.kind == EntryKind::File);
    files.map(|entry| entry.path).collect()
}

fn skipped(tree: &Tree) -> Vec<(String, Skip)> {
    let of = |entry: crate::load::Entry| match entry.kind {
        EntryKind::Skipped(skip) => Some((entry.path, skip)),
        EntryKind::File | EntryKind::EmptyFolder => None,
    };
    tree.list().expect("lists").into_iter().filter_map(of).collect()
}

#[test]
fn an_edition_is_the_tree_of_its_tag_and_not_the_working_copy() {
    let made = Made::new(false);
    let first = made.commit(1, &[("manual.yaml", FILE, "uno"), ("services/a.md", FILE, "a"), (".cartilla", FILE, "x")]);
    let second = made.commit(2, &[("manual.yaml", FILE, "dos")]);
    made.annotated("edition/2026.1", first, 10, "Primera edición\n\nCon detalles.\n");
    made.tag("edition/2026.2", second);
    made.tag("v1", first);
    fs::write(made.dir.path().join("manual.yaml"), "borrador").expect("written");
    let repository = made.opened();
    let tags: Vec<Tag> =
        repository.tags("edition/*").expect("listed").into_iter().map(|tag| tag.expect("good")).collect();
    assert_eq!(tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["edition/2026.1", "edition/2026.2"]);
    assert_eq!((tags[0].time, tags[0].message.as_deref()), (10 * DAY, Some("Primera edición")));
    assert_eq!((tags[1].time, tags[1].message.as_deref(), tags[1].signed), (2 * DAY, None, false));
    let tree = repository.edition(&tags[0]).expect("read");
    assert_eq!(paths(&tree), ["manual.yaml", "services/a.md"]);
    assert_eq!(tree.read("manual.yaml").expect("reads"), b"uno");
    assert!(matches!(tree.read("gone").expect_err("nothing there").cause, LoadCause::NotFound));
    assert_eq!(repository.edition(&tags[1]).expect("read").read("manual.yaml").expect("reads"), b"dos");
}

#[test]
fn a_signature_is_of_the_tag_and_not_of_its_commit() {
    const SIGNATURE: &str = "-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----\n";
    let made = Made::new(false);
    let id = made.commit(1, &[("manual.yaml", FILE, "uno")]);
    let raw = made.git.find_commit(id).expect("found");
    let text = format!("{}\ncambio", raw.raw_header().expect("text"));
    let signed = made.git.commit_signed(&text, SIGNATURE, None).expect("committed");
    assert!(made.git.find_commit(signed).expect("found").header_field_bytes("gpgsig").is_ok());
    made.tag("edition/1", signed);
    made.annotated("edition/2", signed, 2, "Segunda\n");
    made.annotated("edition/3", signed, 3, &format!("Tercera\n{SIGNATURE}"));
    made.annotated("edition/4", id, 4, &format!("Cuarta\n{}", SIGNATURE.replace("PGP", "SSH")));
    made.annotated("edition/5", id, 5, "Se explica `-----BEGIN PGP SIGNATURE-----`.\n");
    let tags = made.opened().tags("edition/*").expect("listed");
    let signed: Vec<bool> = tags.into_iter().map(|tag| tag.expect("good").signed).collect();
    assert_eq!(signed, [false, false, true, true, false]);
}

#[test]
fn a_manual_in_a_subfolder_is_found_from_there_and_alone() {
    let made = Made::new(false);
    let id = made.commit(1, &[("manual/manual.yaml", FILE, "uno"), ("README.md", FILE, "x")]);
    made.tag("edition/1", id);
    fs::create_dir(made.dir.path().join("manual")).expect("created");
    let repository = Repository::around(&made.dir.path().join("manual")).expect("readable").expect("a repository");
    let tree = repository.edition(&repository.tag("edition/1").expect("there")).expect("read");
    assert_eq!(paths(&tree), ["manual.yaml"]);
    // From the top, that commit holds no manual.
    let top = made.opened();
    let fault = top.edition(&top.tag("edition/1").expect("there")).expect_err("no manual at the top");
    assert_eq!(fault, Fault::NoManual { tag: "edition/1".into() });
}

#[test]
fn a_bare_repository_has_editions_and_no_working_copy() {
    let made = Made::new(true);
    let id = made.commit(1, &[("manual/manual.yaml", FILE, "uno")]);
    made.tag("edition/1", id);
    let repository = made.opened();
    assert!(repository.standing().expect("told").bare);
    let tree = repository.edition(&repository.tag("edition/1").expect("there")).expect("read");
    assert_eq!(paths(&tree), ["manual.yaml"]);
}

#[test]
fn head_may_be_unborn_detached_or_a_branch() {
    let made = Made::new(false);
    assert_eq!(made.opened().standing().expect("told").head, Head::Unborn);
    let id = made.commit(1, &[("manual.yaml", FILE, "uno")]);
    let branch = Head::Branch { name: "main".into(), commit: id.to_string() };
    assert_eq!(made.opened().standing().expect("told").head, branch);
    made.git.set_head_detached(id).expect("detached");
    assert_eq!(made.opened().standing().expect("told").head, Head::Detached(id.to_string()));
}

#[test]
fn without_a_repository_there_is_none() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    assert!(Repository::around(dir.path()).expect("no fault").is_none());
}

#[test]
fn only_the_exact_name_of_a_tag_counts() {
    let made = Made::new(false);
    let id = made.commit(1, &[("manual.yaml", FILE, "uno")]);
    made.tag("edition/1", id);
    made.tag("--output=x", id);
    let repository = made.opened();
    for name in
        ["edition/2", "main", "HEAD", "edition/1~1", "edition/1^{}", "@", "", "a..b", "edition/", "../heads/main"]
    {
        assert_eq!(repository.tag(name).expect_err(name), Fault::NoTag { tag: name.into() }, "{name}");
    }
    assert!(repository.tag(&id.to_string()).is_err());
    // An odd name is a name like any other: no command is ever called with it.
    assert_eq!(repository.tag("--output=x").expect("there").commit, id.to_string());
}

#[test]
fn a_tag_that_leads_to_a_file_is_told_and_the_others_stand() {
    let made = Made::new(false);
    let id = made.commit(1, &[("manual.yaml", FILE, "uno")]);
    made.tag("edition/1", id);
    made.tag("edition/2", made.git.blob(b"x").expect("a blob"));
    made.annotated("edition/3", made.git.blob(b"y").expect("a blob"), 1, "un archivo");
    let tags = made.opened().tags("edition/*").expect("listed");
    assert!(tags[0].is_ok());
    assert_eq!(tags[1], Err(Fault::NotACommit { tag: "edition/2".into() }));
    assert_eq!(tags[2], Err(Fault::NotACommit { tag: "edition/3".into() }));
}

#[test]
fn a_damaged_object_and_a_shallow_clone_are_told_apart() {
    let made = Made::new(false);
    let first = made.commit(1, &[("manual.yaml", FILE, "uno")]);
    made.commit(2, &[("manual.yaml", FILE, "dos")]);
    made.tag("edition/1", first);
    let hex = first.to_string();
    let object = made.dir.path().join(".git/objects").join(&hex[..2]).join(&hex[2..]);
    fs::remove_file(&object).expect("removed");
    let fault = made.opened().tag("edition/1").expect_err("nothing to read");
    assert!(matches!(&fault, Fault::Corrupt { tag, .. } if tag == "edition/1"), "{fault:?}");
    fs::write(
        made.dir.path().join(".git/shallow"),
        format!("{}\n", made.git.refname_to_id("refs/heads/main").expect("there")),
    )
    .expect("written");
    let repository = made.opened();
    assert!(repository.standing().expect("told").shallow);
    assert_eq!(repository.tag("edition/1").expect_err("cut off"), Fault::Shallow { tag: "edition/1".into() });
}

#[test]
fn a_damaged_file_is_told_with_its_edition() {
    let made = Made::new(false);
    let id = made.commit(1, &[("manual.yaml", FILE, "uno")]);
    made.tag("edition/1", id);
    let hex = made.git.blob(b"uno").expect("a blob").to_string();
    let object = made.dir.path().join(".git/objects").join(&hex[..2]).join(&hex[2..]);
    fs::remove_file(&object).expect("removed");
    fs::write(&object, b"no es un objeto").expect("written");
    let repository = made.opened();
    let fault = repository.edition(&repository.tag("edition/1").expect("there")).expect_err("damaged");
    assert!(matches!(&fault, Fault::Corrupt { tag, .. } if tag == "edition/1"), "{fault:?}");
}

#[test]
fn what_a_partial_clone_left_out_is_told_as_such() {
    let made = Made::new(false);
    let id = made.commit(1, &[("manual.yaml", FILE, "uno")]);
    made.tag("edition/1", id);
    let hex = made.git.blob(b"uno").expect("a blob").to_string();
    fs::remove_file(made.dir.path().join(".git/objects").join(&hex[..2]).join(&hex[2..])).expect("removed");
    let fault = || {
        let repository = made.opened();
        repository.edition(&repository.tag("edition/1").expect("there")).expect_err("left out")
    };
    assert!(matches!(fault(), Fault::Corrupt { .. }));
    made.git.config().expect("a configuration").set_bool("remote.origin.promisor", true).expect("set");
    assert_eq!(fault(), Fault::Partial { tag: "edition/1".into() });
}

#[test]
fn a_repository_that_is_stored_otherwise_is_told_by_how() {
    for (extension, wanted) in [
        ("objectformat = sha256", Format::Sha256),
        ("refstorage = reftable", Format::Reftable),
        ("nueva = 1", Format::Extension("extensions.nueva".into())),
    ] {
        let made = Made::new(false);
        let config = format!("[core]\n\trepositoryformatversion = 1\n\tbare = false\n[extensions]\n\t{extension}\n");
        fs::write(made.dir.path().join(".git/config"), config).expect("written");
        assert_eq!(Repository::around(made.dir.path()).expect_err("refused"), Fault::Format(wanted));
    }
}

#[test]
fn a_git_file_that_leads_nowhere_is_told() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let folder = dir.path().join("manual");
    fs::create_dir(&folder).expect("created");
    fs::write(dir.path().join(".git"), "gitdir: /nowhere/at/all\n").expect("written");
    let Fault::Nowhere { path } = Repository::around(&folder).expect_err("leads nowhere") else { panic!("another") };
    assert!(path.ends_with(".git"), "{}", path.display());
}

#[test]
fn links_lead_within_the_manual_or_nowhere() {
    let made = Made::new(false);
    let link = 0o120_000;
    let id = made.commit(
        1,
        &[
            ("manual.yaml", FILE, "uno"),
            ("notas.md", link, "services/a.md"),
            ("services/a.md", FILE, "a"),
            ("services/arriba.md", link, "../services/./a.md"),
            ("services/fuera.md", link, "../../etc/passwd"),
            ("services/raiz.md", link, "/etc/passwd"),
            ("services/vuelta.md", link, "vuelta.md"),
            ("services/nada.md", link, "nada-de-nada.md"),
            ("services/carpeta", link, "../services"),
        ],
    );
    made.tag("edition/1", id);
    let repository = made.opened();
    let tree = repository.edition(&repository.tag("edition/1").expect("there")).expect("read");
    assert_eq!(paths(&tree), ["manual.yaml", "notas.md", "services/a.md", "services/arriba.md"]);
    assert_eq!(tree.read("services/arriba.md").expect("reads"), b"a");
    let expected = [
        ("services/carpeta", Skip::NotAFile),
        ("services/fuera.md", Skip::LinkOutside),
        ("services/nada.md", Skip::LinkBroken),
        ("services/raiz.md", Skip::LinkOutside),
        ("services/vuelta.md", Skip::LinkLoop),
    ];
    assert_eq!(skipped(&tree), expected.map(|(path, skip)| (path.to_owned(), skip)));
}

#[test]
fn another_worktree_has_the_same_editions() {
    let made = Made::new(false);
    let id = made.commit(1, &[("manual.yaml", FILE, "uno")]);
    made.tag("edition/1", id);
    let place = tempfile::tempdir().expect("a temporary folder");
    let tree = made.git.worktree("otra", &place.path().join("otra"), None).expect("a worktree");
    let repository = Repository::around(tree.path()).expect("readable").expect("a repository");
    let edition = repository.edition(&repository.tag("edition/1").expect("there")).expect("read");
    assert_eq!(paths(&edition), ["manual.yaml"]);
}

#[test]
fn filters_and_hooks_of_the_repository_are_never_run() {
    let made = Made::new(false);
    let witness = made.dir.path().join("ran");
    let command = format!("sh -c 'touch {}; cat'", witness.display());
    let mut config = made.git.config().expect("a configuration");
    for key in ["filter.f.smudge", "filter.f.clean", "filter.f.process", "core.fsmonitor", "core.sshCommand"] {
        config.set_str(key, &command).expect("set");
    }
    let files = [("manual.yaml", FILE, "uno\r\n"), (".gitattributes", FILE, "* filter=f text eol=crlf\n")];
    made.tag("edition/1", made.commit(1, &files));
    let hook = made.dir.path().join(".git/hooks/post-checkout");
    fs::create_dir_all(hook.parent().expect("within")).expect("created");
    fs::write(&hook, format!("#!/bin/sh\ntouch {}\n", witness.display())).expect("written");
    let repository = made.opened();
    let tree = repository.edition(&repository.tag("edition/1").expect("there")).expect("read");
    assert_eq!(tree.read("manual.yaml").expect("reads"), b"uno\r\n");
    assert!(!witness.exists());
}

#[test]
fn files_come_from_a_commit_and_are_the_same_or_changed() {
    let made = Made::new(false);
    let folder = made.dir.path().join("manual");
    fs::create_dir(&folder).expect("created");
    let write = |path: &str, text: &str| fs::write(folder.join(path), text).expect("written");
    let origin = || {
        let repository = Repository::around(&folder).expect("readable").expect("a repository");
        repository.origin(&crate::load::Disk::open(&folder, ".cartilla").expect("opens")).expect("read")
    };
    write("manual.yaml", "a: 1\r\n");
    write("roles.yaml", "b: 2\n");
    assert_eq!(origin(), None, "no commit yet");
    made.commit(1, &[("README.md", FILE, "x")]);
    assert_eq!(origin(), None, "the commit has no manual");
    let committed = [("manual/manual.yaml", FILE, "a: 1\r\n"), ("manual/roles.yaml", FILE, "b: 2\n")];
    let commit = made.commit(2, &committed).to_string();
    let same = Some(Origin { commit: commit.clone(), changed: false });
    let other = Some(Origin { commit, changed: true });
    assert_eq!(origin(), same);
    for (path, text) in [("manual.yaml", "a: 1\n"), ("roles.yaml", "b: 3\n"), ("sites.yaml", "")] {
        let before = fs::read(folder.join(path)).ok();
        write(path, text);
        assert_eq!(origin(), other, "{path}");
        match before {
            Some(bytes) => fs::write(folder.join(path), bytes).expect("written"),
            None => fs::remove_file(folder.join(path)).expect("removed"),
        }
    }
    assert_eq!(origin(), same);
    write(".hidden", "no part of the manual");
    assert_eq!(origin(), same);
    fs::remove_file(folder.join("roles.yaml")).expect("removed");
    assert_eq!(origin(), other, "a file of the commit is gone");
}

#[test]
fn names_fit_patterns_as_git_has_them() {
    for (pattern, name, wanted) in [
        ("edition/*", "edition/1", true),
        ("edition/*", "edition/a/b", true),
        ("edition/*", "editions/1", false),
        ("v*", "v", true),
        ("v?.*", "v1.2", true),
        ("v?.*", "v12", false),
        ("*-final", "2-final-final", true),
        ("*-final", "2-final-x", false),
        ("", "x", false),
    ] {
        assert_eq!(super::fits(pattern, name), wanted, "{pattern} {name}");
    }
}

#[cfg(unix)]
#[test]
fn a_tag_whose_name_is_not_text_is_told_as_such() {
    use std::os::unix::ffi::OsStrExt;
    let made = Made::new(false);
    let id = made.commit(1, &[("manual.yaml", FILE, "uno")]);
    made.tag("edition/1", id);
    let name = std::ffi::OsStr::from_bytes(b"a\xf1o");
    fs::write(made.dir.path().join(".git/refs/tags/edition").join(name), format!("{id}\n")).expect("written");
    let tags = made.opened().tags("edition/*").expect("listed");
    assert_eq!(tags.len(), 2);
    assert_eq!(tags[1], Err(Fault::NotText { tag: "edition/a\u{fffd}o".into() }));
}
