//! The files of a manual in a tree of git, held in memory with the rules that [`super::Disk`] has for a folder.

use super::{Entry, EntryKind, Files, LoadCause, LoadError, MAX_FILE, MAX_FILES, Skip};
use git2::{ObjectType, Repository};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The manual of an edition.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    entries: BTreeMap<String, EntryKind>,
    bytes: BTreeMap<String, Arc<[u8]>>,
}

/// Contents that were read already: most files of an edition are those of the one before it.
pub(super) type Known = HashMap<git2::Oid, Arc<[u8]>>;

const MANIFEST: &str = "manual.yaml";
/// Where a manual lies when nobody said where.
const USUAL: &str = "manual";
const LINK: i32 = 0o120_000;
/// How many manuals are read of a commit, and how many folders deep they are looked for.
const MOST_MANUALS: usize = 32;
const DEEPEST: usize = 6;
/// Links that lead to links: more is a loop.
const MOST_LINKS: usize = 16;

impl Tree {
    /// Reads the manual beneath a folder of the tree; without a folder, where a manual usually lies. None where there is none.
    pub(super) fn read(
        store: &Repository,
        top: &git2::Tree<'_>,
        folder: Option<&str>,
        known: &mut Known,
    ) -> Result<Option<Tree>, git2::Error> {
        for folder in folder.map_or_else(|| vec!["", USUAL], |folder| vec![folder]) {
            let Some(tree) = beneath(store, top, folder)? else { continue };
            if tree.get_name(MANIFEST).is_none() {
                continue;
            }
            let mut out = Tree::default();
            out.walk(store, &tree, &tree, "", known)?;
            return Ok(Some(out));
        }
        Ok(None)
    }

    /// Reads every manual beneath a tree, but for what is hidden.
    pub(super) fn all(store: &Repository, top: &git2::Tree<'_>, known: &mut Known) -> Result<Vec<Tree>, git2::Error> {
        let mut out = Vec::new();
        let mut trees = vec![(top.clone(), 0)];
        while let Some((tree, depth)) = trees.pop() {
            if out.len() < MOST_MANUALS && tree.get_name(MANIFEST).is_some() {
                let mut manual = Tree::default();
                manual.walk(store, &tree, &tree, "", known)?;
                out.push(manual);
                continue;
            }
            for entry in &tree {
                let is_folder = entry.kind() == Some(ObjectType::Tree) && !entry.name_bytes().starts_with(b".");
                if is_folder && depth < DEEPEST {
                    trees.push((entry.to_object(store)?.peel_to_tree()?, depth + 1));
                }
            }
        }
        Ok(out)
    }

    fn walk(
        &mut self,
        store: &Repository,
        root: &git2::Tree<'_>,
        tree: &git2::Tree<'_>,
        prefix: &str,
        known: &mut Known,
    ) -> Result<(), git2::Error> {
        for entry in tree {
            let name = entry.name_bytes();
            if name.starts_with(b".") || self.entries.len() >= MAX_FILES {
                continue;
            }
            let (text, legible) = match std::str::from_utf8(name) {
                Err(_) => (String::from_utf8_lossy(name).escape_debug().to_string(), Err(Skip::NameNotUtf8)),
                Ok(text) if text.contains(char::is_control) => {
                    (text.escape_debug().to_string(), Err(Skip::NameWithControl))
                }
                Ok(text) => (text.to_owned(), Ok(())),
            };
            let path = if prefix.is_empty() { text } else { format!("{prefix}/{text}") };
            if let Err(skip) = legible {
                self.entries.insert(path, EntryKind::Skipped(skip));
                continue;
            }
            match entry.kind() {
                Some(ObjectType::Tree) => {
                    let inner = entry.to_object(store)?.peel_to_tree()?;
                    self.walk(store, root, &inner, &path, known)?;
                }
                Some(ObjectType::Blob) if entry.filemode() == LINK => {
                    self.link(store, root, &path, entry.id(), known)?
                }
                Some(ObjectType::Blob) => self.file(store, path, entry.id(), known)?,
                // A submodule: its files are in another repository.
                _ => {
                    self.entries.insert(path, EntryKind::Skipped(Skip::NotAFile));
                }
            }
        }
        Ok(())
    }

    fn file(&mut self, store: &Repository, path: String, id: git2::Oid, known: &mut Known) -> Result<(), git2::Error> {
        if let Some(bytes) = known.get(&id) {
            self.entries.insert(path.clone(), EntryKind::File);
            self.bytes.insert(path, bytes.clone());
            return Ok(());
        }
        // The size is in the object's head, so that one that is too large is never unpacked.
        let (size, _) = store.odb()?.read_header(id)?;
        if size as u64 > MAX_FILE {
            self.entries.insert(path, EntryKind::Skipped(Skip::TooLarge));
            return Ok(());
        }
        let bytes: Arc<[u8]> = store.find_blob(id)?.content().into();
        known.insert(id, bytes.clone());
        self.entries.insert(path.clone(), EntryKind::File);
        self.bytes.insert(path, bytes);
        Ok(())
    }

    /// A symbolic link: the file that it leads to within the manual. Links to folders are refused, as nothing needs them.
    fn link(
        &mut self,
        store: &Repository,
        root: &git2::Tree<'_>,
        path: &str,
        mut id: git2::Oid,
        known: &mut Known,
    ) -> Result<(), git2::Error> {
        let mut at = path.to_owned();
        for _ in 0..MOST_LINKS {
            let target = String::from_utf8_lossy(store.find_blob(id)?.content()).into_owned();
            let Some(next) = resolved(&at, &target) else {
                self.entries.insert(path.to_owned(), EntryKind::Skipped(Skip::LinkOutside));
                return Ok(());
            };
            let Ok(entry) = root.get_path(std::path::Path::new(&next)) else {
                self.entries.insert(path.to_owned(), EntryKind::Skipped(Skip::LinkBroken));
                return Ok(());
            };
            match entry.kind() {
                Some(ObjectType::Blob) if entry.filemode() == LINK => (at, id) = (next, entry.id()),
                Some(ObjectType::Blob) => return self.file(store, path.to_owned(), entry.id(), known),
                _ => {
                    self.entries.insert(path.to_owned(), EntryKind::Skipped(Skip::NotAFile));
                    return Ok(());
                }
            }
        }
        self.entries.insert(path.to_owned(), EntryKind::Skipped(Skip::LinkLoop));
        Ok(())
    }
}

/// Where a link leads, from the root of the manual; none for what leaves it.
fn resolved(from: &str, target: &str) -> Option<String> {
    if target.starts_with('/') || target.is_empty() {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The tree of a folder.
fn beneath<'r>(
    store: &'r Repository,
    top: &git2::Tree<'r>,
    folder: &str,
) -> Result<Option<git2::Tree<'r>>, git2::Error> {
    if folder.is_empty() {
        return Ok(Some(top.clone()));
    }
    match top.get_path(std::path::Path::new(folder)) {
        Ok(entry) if entry.kind() == Some(ObjectType::Tree) => Ok(Some(entry.to_object(store)?.peel_to_tree()?)),
        Ok(_) => Ok(None),
        Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

impl Files for Tree {
    fn list(&self) -> Result<Vec<Entry>, LoadError> {
        Ok(self.entries.iter().map(|(path, kind)| Entry { path: path.clone(), kind: *kind }).collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        self.bytes.get(path).map(|bytes| bytes.to_vec()).ok_or_else(|| LoadError::new(path, LoadCause::NotFound))
    }
}
