//! The manual's files at one moment, in memory: what is compiled, and what the next moment is compared with.

use crate::load::{Disk, Entry, EntryKind, Files, LoadCause, LoadError};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// All that a compilation reads, read.
#[derive(Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The folder, absolute and without links.
    pub root: PathBuf,
    entries: Vec<Entry>,
    files: BTreeMap<String, Vec<u8>>,
}

impl Snapshot {
    /// Reads a folder. A file that goes away between its listing and its reading is left out: a save is on its way, and its
    /// event follows.
    pub fn take(folder: &Path, marker: &str) -> Result<Snapshot, LoadError> {
        let disk = Disk::open(folder, marker)?;
        let mut entries = disk.list()?;
        let mut files = BTreeMap::new();
        let mut gone = Vec::new();
        for entry in entries.iter().filter(|entry| entry.kind == EntryKind::File) {
            match disk.read(&entry.path) {
                Ok(bytes) => {
                    files.insert(entry.path.clone(), bytes);
                }
                Err(LoadError { cause: LoadCause::NotFound, .. }) => gone.push(entry.path.clone()),
                Err(error) => return Err(error),
            }
        }
        entries.retain(|entry| !gone.contains(&entry.path));
        Ok(Snapshot { root: disk.root().to_owned(), entries, files })
    }
}

impl Files for Snapshot {
    fn list(&self) -> Result<Vec<Entry>, LoadError> {
        Ok(self.entries.clone())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        let missing = || LoadError { path: path.to_owned(), cause: LoadCause::NotFound };
        self.files.get(path).cloned().ok_or_else(missing)
    }
}

/// What a look at the folder tells without reading its files: equal traces are most probably equal contents, which does for a
/// second look behind a watcher.
pub fn trace(folder: &Path, marker: &str) -> Option<u64> {
    let disk = Disk::open(folder, marker).ok()?;
    let mut hasher = DefaultHasher::new();
    disk.root().hash(&mut hasher);
    for entry in disk.list().ok()? {
        entry.path.hash(&mut hasher);
        (entry.kind == EntryKind::File).hash(&mut hasher);
        if let Ok(data) = std::fs::metadata(disk.root().join(&entry.path)) {
            (data.len(), data.modified().ok()).hash(&mut hasher);
        }
    }
    Some(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_snapshot_reads_as_the_folder_did() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        fs::write(dir.path().join("manual.yaml"), "a").expect("written");
        fs::create_dir(dir.path().join("services")).expect("created");
        let take = || Snapshot::take(dir.path(), ".mark").expect("taken");
        let (first, trace_before) = (take(), trace(dir.path(), ".mark"));
        let disk = Disk::open(dir.path(), ".mark").expect("opened");
        assert_eq!(first.list().expect("lists"), disk.list().expect("lists"), "what is left out is told as well");
        assert_eq!(first.read("manual.yaml").expect("reads"), b"a");
        assert!(matches!(first.read("other.yaml"), Err(LoadError { cause: LoadCause::NotFound, .. })));
        assert_eq!(first, take());
        fs::write(dir.path().join("manual.yaml"), "longer").expect("written");
        assert_ne!(first, take());
        assert_ne!(trace_before, trace(dir.path(), ".mark"));
        assert!(trace_before.is_some() && trace(&dir.path().join("no"), ".mark").is_none());
    }
}
