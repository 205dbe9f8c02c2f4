//! The same manual gives the same bytes, whatever the machine around it is like and however its lines end.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{copy, repository, temporary, tree};

const FORMAT: &str = if cfg!(feature = "pdf") { "all" } else { "html" };

/// Where and when a build runs.
struct Machine {
    folder: &'static str,
    out: &'static str,
    umask: &'static str,
    environment: &'static [(&'static str, &'static str)],
}

const HERE: Machine = Machine {
    folder: "a",
    out: "public",
    umask: "022",
    environment: &[("LANG", "es_PE.UTF-8"), ("TZ", "America/Lima")],
};

const ELSEWHERE: Machine = Machine {
    folder: "otro lugar/más hondo",
    out: "fuera/sitio",
    umask: "077",
    environment: &[
        ("LANG", "C"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("TZ", "Pacific/Kiritimati"),
        ("HOME", "/nonexistent"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("RAYON_NUM_THREADS", "1"),
    ],
};

/// Copies a manual to a machine, builds it there and returns what was published.
fn built(
    root: &Path,
    manual: &Path,
    machine: &Machine,
    change: fn(&Path, Vec<u8>) -> Vec<u8>,
) -> BTreeMap<PathBuf, Vec<u8>> {
    let folder = root.join(machine.folder);
    copy(manual, &folder.join("manual"));
    for (path, bytes) in tree(&folder.join("manual")) {
        std::fs::write(folder.join("manual").join(&path), change(&path, bytes)).expect("the copy is written");
    }
    let line = format!("umask {}; exec \"$0\" \"$@\"", machine.umask);
    let run = Command::new("sh")
        .args(["-c", &line, env!("CARGO_BIN_EXE_cartilla"), "build", "manual", "--today", "2026-11-21"])
        .args(["--format", FORMAT, "--out", machine.out])
        .current_dir(&folder)
        .env_clear()
        .envs(machine.environment.iter().copied())
        .output()
        .expect("the program starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    tree(&folder.join(machine.out))
}

/// Names the files that differ, not their bytes.
fn same(one: &BTreeMap<PathBuf, Vec<u8>>, other: &BTreeMap<PathBuf, Vec<u8>>) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    let differ: Vec<&PathBuf> = one.keys().filter(|path| one[*path] != other[*path]).collect();
    assert!(differ.is_empty(), "{differ:?}");
    assert!(one.len() > 10, "{} files", one.len());
}

#[test]
fn two_machines_publish_the_same_bytes() {
    for manual in ["manual", "tests/manuals/madrid-mayores"] {
        let root = temporary();
        let manual = repository(manual);
        let unchanged = |_: &Path, bytes: Vec<u8>| bytes;
        same(&built(root.path(), &manual, &HERE, unchanged), &built(root.path(), &manual, &ELSEWHERE, unchanged));
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let root = temporary();
    let manual = repository("manual");
    let windows = |path: &Path, bytes: Vec<u8>| match path.starts_with("assets") {
        true => bytes,
        false => {
            let text = String::from_utf8(bytes).expect("the example is UTF-8");
            format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()
        }
    };
    let unix = |_: &Path, bytes: Vec<u8>| bytes;
    let elsewhere = Machine { folder: "b", ..HERE };
    same(&built(root.path(), &manual, &HERE, unix), &built(root.path(), &manual, &elsewhere, windows));
}
