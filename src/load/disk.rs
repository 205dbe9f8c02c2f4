//! A manual in a folder of the disk.
//!
//! The folder is listed once, when it is opened, so that all stages see the same names. Names that begin with a dot are
//! ignored, and so is a folder that `publish` wrote. Symbolic links are followed only to places within the manual.
//!
//! Files are read one after the other, so that an editor or git may change some in between. What each file was like when it was read
//! is kept, and [`Files::unchanged`] compares: if all are as they were, they were so at one moment together.

mod seen;

use super::{Entry, EntryKind, Files, LoadCause, LoadError, MAX_FILE, MAX_FILES, Skip};
use seen::Seen;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use walkdir::{DirEntry, WalkDir};

/// A folder that holds a manual.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    marker: String,
    entries: BTreeMap<String, EntryKind>,
    /// What the files that were read were like.
    seen: Mutex<BTreeMap<String, Seen>>,
}

impl Disk {
    /// Lists a folder. `marker` is the name of the file that tells a published folder: one that holds it is not part of the manual.
    pub fn open(root: &Path, marker: &str) -> Result<Disk, LoadError> {
        let shown = root.to_string_lossy().into_owned();
        let real = fs::canonicalize(root).map_err(|e| LoadError::io(&shown, e))?;
        // Opening the folder tells the three ways of failure apart before the walk begins.
        fs::read_dir(&real).map_err(|e| LoadError::io(&shown, e))?;
        let entries = walk(&real, &shown, marker)?;
        Ok(Disk { root: real, marker: marker.to_owned(), entries, seen: Mutex::default() })
    }

    /// The folder, absolute and without links.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

impl Files for Disk {
    fn list(&self) -> Result<Vec<Entry>, LoadError> {
        Ok(self.entries.iter().map(|(path, kind)| Entry { path: path.clone(), kind: *kind }).collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        // Only listed names are opened, so no text of the manual can lead out of it.
        if self.entries.get(path) != Some(&EntryKind::File) {
            return Err(LoadError::new(path, LoadCause::NotFound));
        }
        let file = File::open(self.root.join(path)).map_err(|e| LoadError::io(path, e))?;
        let before = file.metadata().map_err(|e| LoadError::io(path, e))?;
        let mut bytes = Vec::new();
        file.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(|e| LoadError::io(path, e))?;
        if bytes.len() as u64 > MAX_FILE {
            return Err(LoadError::new(path, LoadCause::TooLarge));
        }
        let seen = Seen::of(&before, &bytes);
        let known = self.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), seen.clone());
        match known {
            Some(known) if !known.agrees(&seen) => Err(LoadError::new(path, LoadCause::Changed)),
            _ => Ok(bytes),
        }
    }

    fn unchanged(&self) -> Result<(), LoadError> {
        let changed = |path: &str| Err(LoadError::new(path, LoadCause::Changed));
        let shown = self.root.to_string_lossy();
        let now = walk(&self.root, &shown, &self.marker)?;
        if let Some(path) = first_difference(&self.entries, &now) {
            return changed(path);
        }
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match seen.iter().find(|(path, seen)| !seen.holds(&self.root.join(path.as_str()))) {
            Some((path, _)) => changed(path),
            None => Ok(()),
        }
    }
}

/// Everything in the manual's folder.
fn walk(real: &Path, shown: &str, marker: &str) -> Result<BTreeMap<String, EntryKind>, LoadError> {
    let mut entries = BTreeMap::new();
    let mut count = 0;
    let mut walk = WalkDir::new(real)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || belongs(entry, marker));
    while let Some(item) = walk.next() {
        count += 1;
        if count > MAX_FILES {
            return Err(LoadError::new(shown, LoadCause::TooMany));
        }
        let found = match item {
            Ok(entry) if entry.depth() == 0 => None,
            Ok(entry) => {
                let found = classify(&entry, real);
                if found.is_some() && entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                found
            }
            // The folder itself: what of it could not be listed has no name that could be told.
            Err(error) if error.path().is_none_or(|path| path == real) => {
                return Err(LoadError::io(shown, error.into()));
            }
            Err(error) => refusal(&error, real),
        };
        entries.extend(found);
    }
    Ok(entries)
}

/// The first path that only one of two lists has, or that is something else in the other.
fn first_difference<'e>(
    one: &'e BTreeMap<String, EntryKind>,
    other: &'e BTreeMap<String, EntryKind>,
) -> Option<&'e str> {
    let lacks = |from: &'e BTreeMap<String, EntryKind>, to: &BTreeMap<String, EntryKind>| {
        from.iter().find(|(path, kind)| to.get(*path) != Some(kind)).map(|(path, _)| path.as_str())
    };
    lacks(one, other).into_iter().chain(lacks(other, one)).min()
}

/// Whether an entry is part of the manual at all.
fn belongs(entry: &DirEntry, marker: &str) -> bool {
    let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
    let published = || entry.file_type().is_dir() && fs::symlink_metadata(entry.path().join(marker)).is_ok();
    !hidden && !published()
}

/// The path of an entry and what it is; nothing for a folder that is to be entered.
fn classify(entry: &DirEntry, root: &Path) -> Option<(String, EntryKind)> {
    let (path, legible) = relative(entry.path(), root);
    let skipped = |skip| Some((path.clone(), EntryKind::Skipped(skip)));
    if let Err(skip) = legible {
        return skipped(skip);
    }
    if entry.path_is_symlink() {
        match fs::canonicalize(entry.path()) {
            Ok(target) if !target.starts_with(root) => return skipped(Skip::LinkOutside),
            Ok(_) => {}
            Err(error) => return skipped(link_failure(&error)),
        }
    }
    let kind = entry.file_type();
    if kind.is_dir() {
        let is_empty = fs::read_dir(entry.path()).is_ok_and(|mut inside| inside.next().is_none());
        return is_empty.then_some((path, EntryKind::EmptyFolder));
    }
    if !kind.is_file() {
        return skipped(Skip::NotAFile);
    }
    match fs::metadata(entry.path()) {
        Ok(data) if data.len() > MAX_FILE => skipped(Skip::TooLarge),
        Ok(_) => Some((path, EntryKind::File)),
        Err(_) => skipped(Skip::Unreadable),
    }
}

/// What could not be entered, by name.
fn refusal(error: &walkdir::Error, root: &Path) -> Option<(String, EntryKind)> {
    let (path, legible) = relative(error.path()?, root);
    let skip = match (legible, error.loop_ancestor(), error.io_error()) {
        (Err(skip), _, _) => skip,
        (_, Some(_), _) => Skip::LinkLoop,
        (_, _, Some(io)) => match fs::symlink_metadata(error.path()?) {
            Ok(data) if data.file_type().is_symlink() => link_failure(io),
            _ => Skip::Unreadable,
        },
        _ => Skip::Unreadable,
    };
    let hidden = error.path()?.file_name().is_some_and(|n| n.as_encoded_bytes().starts_with(b"."));
    (!hidden).then_some((path, EntryKind::Skipped(skip)))
}

fn link_failure(error: &io::Error) -> Skip {
    match error.kind() {
        io::ErrorKind::NotFound => Skip::LinkBroken,
        io::ErrorKind::PermissionDenied => Skip::Unreadable,
        // The system counts the links it follows and gives up with an error that std does not name in a stable way.
        _ => Skip::LinkLoop,
    }
}

/// A path within the manual with `/`, and whether it can be shown as it is.
fn relative(path: &Path, root: &Path) -> (String, Result<(), Skip>) {
    let inner = path.strip_prefix(root).unwrap_or(path);
    let mut legible = Ok(());
    let mut parts = Vec::new();
    for part in inner.iter() {
        let (text, verdict) = name(part);
        legible = legible.and(verdict);
        parts.push(text);
    }
    (parts.join("/"), legible)
}

fn name(part: &OsStr) -> (String, Result<(), Skip>) {
    match part.to_str() {
        None => (part.to_string_lossy().escape_debug().to_string(), Err(Skip::NameNotUtf8)),
        Some(text) if text.contains(char::is_control) => (text.escape_debug().to_string(), Err(Skip::NameWithControl)),
        Some(text) => (text.to_owned(), Ok(())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKER: &str = ".mark";

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in files {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().expect("within the folder")).expect("created");
            fs::write(path, text).expect("written");
        }
        dir
    }

    fn listed(dir: &Path) -> Vec<(String, EntryKind)> {
        let disk = Disk::open(dir, MARKER).expect("opens");
        disk.list().expect("lists").into_iter().map(|e| (e.path, e.kind)).collect()
    }

    fn files(dir: &Path) -> Vec<String> {
        listed(dir).into_iter().filter(|(_, k)| *k == EntryKind::File).map(|(p, _)| p).collect()
    }

    #[test]
    fn lists_sorted_and_leaves_out_hidden_and_published_folders() {
        let dir = folder(&[
            ("manual.yaml", "a"),
            ("services/b.md", "b"),
            ("services/a.md", "a"),
            ("services-old.yaml", "x"),
            (".git/config", "x"),
            (".hidden.yaml", "x"),
            ("public/.mark", ""),
            ("public/index.html", "x"),
        ]);
        assert_eq!(files(dir.path()), ["manual.yaml", "services-old.yaml", "services/a.md", "services/b.md"]);
    }

    #[test]
    fn reads_only_what_it_lists() {
        let dir = folder(&[("manual.yaml", "hola"), (".secret", "x")]);
        let disk = Disk::open(dir.path(), MARKER).expect("opens");
        assert_eq!(disk.read("manual.yaml").expect("reads"), b"hola");
        for path in [".secret", "../manual.yaml", "/etc/passwd", "./manual.yaml", "no.yaml", "manual.yaml\0"] {
            assert!(matches!(disk.read(path), Err(LoadError { cause: LoadCause::NotFound, .. })), "{path}");
        }
    }

    #[test]
    fn what_changes_after_it_was_listed_or_read_is_named() {
        let changed = |change: &dyn Fn(&Path)| {
            let dir = folder(&[("manual.yaml", "hola"), ("roles.yaml", "uno"), ("services/a.md", "a")]);
            let disk = Disk::open(dir.path(), MARKER).expect("opens");
            for path in ["manual.yaml", "services/a.md"] {
                disk.read(path).expect("reads");
            }
            disk.unchanged().expect("nothing changed yet");
            change(dir.path());
            match disk.unchanged() {
                Ok(()) => None,
                Err(LoadError { path, cause: LoadCause::Changed }) => Some(path),
                Err(error) => panic!("{error}"),
            }
        };
        let write = |path: &'static str, text: &'static str| {
            move |dir: &Path| fs::write(dir.join(path), text).expect("written")
        };
        // Of the same size, and in the same tick of the clock perhaps.
        assert_eq!(changed(&write("manual.yaml", "chau")).as_deref(), Some("manual.yaml"));
        assert_eq!(changed(&write("services/b.md", "b")).as_deref(), Some("services/b.md"));
        assert_eq!(
            changed(&|dir| fs::remove_file(dir.join("services/a.md")).expect("removed")).as_deref(),
            Some("services")
        );
        let twice = |dir: &Path| {
            fs::rename(dir.join("services"), dir.join("other")).expect("renamed");
            fs::create_dir(dir.join("services")).expect("created");
            fs::write(dir.join("services/a.md"), "b").expect("written");
            fs::remove_dir_all(dir.join("other")).expect("removed");
        };
        assert_eq!(changed(&twice).as_deref(), Some("services/a.md"));
        assert_eq!(changed(&write("roles.yaml", "dos")), None, "what was not read may change");
        assert_eq!(changed(&write(".swap", "x")), None);
    }

    #[test]
    fn a_file_that_is_read_twice_is_the_same_or_an_error() {
        let dir = folder(&[("manual.yaml", "hola")]);
        let disk = Disk::open(dir.path(), MARKER).expect("opens");
        assert_eq!(disk.read("manual.yaml").expect("reads"), disk.read("manual.yaml").expect("reads"));
        fs::write(dir.path().join("manual.yaml"), "chau").expect("written");
        let again = disk.read("manual.yaml").expect_err("two contents");
        assert!(matches!(again.cause, LoadCause::Changed));
    }

    #[test]
    fn a_missing_manual_and_a_file_are_told_apart() {
        let dir = folder(&[("a.txt", "")]);
        let cause = |path: &str| Disk::open(&dir.path().join(path), MARKER).expect_err("refused").cause;
        assert!(matches!(cause("nothing"), LoadCause::NotFound));
        assert!(matches!(cause("a.txt"), LoadCause::NotAFolder));
        assert!(matches!(cause("a.txt/deeper"), LoadCause::NotAFolder));
    }

    #[test]
    fn a_file_beyond_the_limit_is_named() {
        let dir = folder(&[]);
        let file = File::create(dir.path().join("big.md")).expect("created");
        file.set_len(MAX_FILE + 1).expect("sized");
        assert_eq!(listed(dir.path()), [("big.md".to_owned(), EntryKind::Skipped(Skip::TooLarge))]);
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_within_the_manual() {
        use std::os::unix::fs::symlink;
        let outside = folder(&[("secret/a.md", "x")]);
        let dir = folder(&[("chapters/a.md", "a"), ("shared/b.md", "b")]);
        let link = |target: &Path, name: &str| symlink(target, dir.path().join(name)).expect("linked");
        link(Path::new("/etc/passwd"), "passwd.md");
        link(outside.path(), "out");
        link(Path::new(".."), "chapters/up");
        link(Path::new("self"), "self");
        link(Path::new("gone.md"), "broken.md");
        link(Path::new("chapters/a.md"), "same.md");
        link(Path::new("shared"), "again");
        link(Path::new("/dev/zero"), "zero.md");
        let expected = [
            ("again/b.md", EntryKind::File),
            ("broken.md", EntryKind::Skipped(Skip::LinkBroken)),
            ("chapters/a.md", EntryKind::File),
            // A link to the manual's own folder.
            ("chapters/up", EntryKind::Skipped(Skip::LinkLoop)),
            ("out", EntryKind::Skipped(Skip::LinkOutside)),
            ("passwd.md", EntryKind::Skipped(Skip::LinkOutside)),
            ("same.md", EntryKind::File),
            ("self", EntryKind::Skipped(Skip::LinkLoop)),
            ("shared/b.md", EntryKind::File),
            ("zero.md", EntryKind::Skipped(Skip::LinkOutside)),
        ];
        assert_eq!(listed(dir.path()), expected.map(|(p, k)| (p.to_owned(), k)));
    }

    #[cfg(unix)]
    #[test]
    fn names_and_kinds_that_cannot_be_used_are_skipped_by_name() {
        use std::os::unix::ffi::OsStrExt;
        use std::os::unix::net::UnixListener;
        let dir = folder(&[("bad\nname.md", "x"), ("ok.md", "x")]);
        fs::write(dir.path().join(OsStr::from_bytes(b"latin-\xf1.md")), "x").expect("written");
        let _socket = UnixListener::bind(dir.path().join("socket")).expect("bound");
        assert_eq!(
            listed(dir.path()),
            [
                ("bad\\nname.md".to_owned(), EntryKind::Skipped(Skip::NameWithControl)),
                ("latin-\u{fffd}.md".to_owned(), EntryKind::Skipped(Skip::NameNotUtf8)),
                ("ok.md".to_owned(), EntryKind::File),
                ("socket".to_owned(), EntryKind::Skipped(Skip::NotAFile)),
            ]
        );
    }
}
