//! What the modules share: where things are, the day of the checks, a manual in memory, and the program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use cartilla::load::{Disk, Files, Memory};
use cartilla::publish::MARKER;
use cartilla::{Compiled, Options, compile};
use jiff::civil::{Date, date};

pub mod editions;

/// The day for which every manual here is checked.
pub const TODAY: Date = date(2026, 11, 21);

/// A file or folder of the repository.
pub fn repository(path: &str) -> PathBuf {
    // Cargo runs tests in the folder of the package. Said when it runs, since clones may share a build.
    std::path::absolute(path).expect("a path")
}

/// A folder as the program reads it.
pub fn disk(folder: &Path) -> Disk {
    Disk::open(folder, MARKER).unwrap_or_else(|error| panic!("{error}"))
}

/// A folder's files by path, to be changed.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let disk = disk(folder);
    let entries = disk.list().expect("an opened folder is listed");
    entries
        .into_iter()
        .map(|entry| (entry.path.clone(), disk.read(&entry.path).expect("a listed file is read")))
        .collect()
}

/// The example manual without its translation, for changes of the original that would make that stale.
pub fn original() -> BTreeMap<String, Vec<u8>> {
    let mut files = files(&repository("manual"));
    files.retain(|path, _| !path.contains(".en."));
    let manifest = files.get_mut("manual.yaml").expect("the manifest is there");
    let text = String::from_utf8_lossy(manifest).replace(", others: [en] }", " }");
    assert!(!text.contains("others:"), "the example names its languages in another way");
    *manifest = text.into_bytes();
    files
}

/// Compiles in the manual's own languages on [`TODAY`].
pub fn compiled(files: &dyn Files) -> Compiled {
    let options = Options { today: TODAY, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
    compile(files, &options).unwrap_or_else(|error| panic!("{error}"))
}

/// Compiles files in memory.
pub fn compiled_from(files: BTreeMap<String, Vec<u8>>) -> Compiled {
    compiled(&Memory::new(files))
}

/// What a finding is, as `code file:line`, for messages of failed tests.
pub fn told(compiled: &Compiled) -> String {
    let lines = compiled.findings.iter().map(|finding| {
        let source = compiled.sources.get(finding.span.file);
        let line = compiled.sources.start(finding.span).line;
        format!("{} {}:{line} {}\n", finding.code(), source.path, finding.message(compiled.lang))
    });
    lines.collect()
}

/// The program in a folder, with an environment that says nothing of the machine.
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cartilla"));
    command.current_dir(folder).env_clear().env("LANG", "C.UTF-8");
    command
}

/// How a run ended and what it said.
#[derive(Debug)]
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Run {
        Run {
            status: output.status.code().expect("no signal ended the program"),
            out: String::from_utf8(output.stdout).expect("the output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("what is said is UTF-8"),
        }
    }
}

/// Runs the program in a folder; the words are separated by one space.
pub fn run(folder: &Path, line: &str) -> Run {
    program(folder).args(line.split(' ')).output().expect("the program starts").into()
}

/// A folder that is gone afterwards.
pub fn temporary() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// Every file beneath a folder, with its bytes.
pub fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                out.insert(path.strip_prefix(folder).expect("beneath the folder").to_path_buf(), bytes);
            }
        }
    }
    out
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        write(&to.join(path), &bytes);
    }
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder is made");
    std::fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
