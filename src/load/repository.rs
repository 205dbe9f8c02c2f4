//! A manual in the object store of a git repository: its editions are tags, and their files are read without a checkout.
//!
//! Nothing of the repository is run: no hook, no filter, no configured program. libgit2 reads objects and references only, and
//! the bytes of a blob are taken as they are.

use super::tree::{self, Tree};
use super::{EntryKind, Files, LoadError};
use git2::{ErrorCode, ObjectType, Oid};
use std::cell::RefCell;
use std::fmt;
use std::path::{Path, PathBuf};

/// The tags that are editions where a manual does not say it.
pub const EDITION_TAGS: &str = "edition/*";

/// A repository, and the manual's folder in it.
pub struct Repository {
    inner: git2::Repository,
    /// With `/`, without one at the end; empty for the top of the tree. None where only a tree can tell, in a bare repository.
    folder: Option<String>,
    known: RefCell<tree::Known>,
}

/// Why an edition cannot be read. Names are as written; they may hold anything but NUL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The repository belongs to another user, and git refuses to read it.
    Owner { path: PathBuf },
    /// HEAD names a branch without a commit.
    Unborn,
    /// No tag has this name.
    NoTag { tag: String },
    /// The tag leads to a file or a tree, to no commit.
    NotACommit { tag: String },
    /// The commit's tree has no `manual.yaml` where the manual lies.
    NoManual { tag: String },
    /// The name of the tag is not UTF-8; what of it is not stands as U+FFFD.
    NotText { tag: String },
    /// An object is missing because the clone is shallow.
    Shallow { tag: String },
    /// An object is missing because the clone is partial: git fetches such objects when they are asked for.
    Partial { tag: String },
    /// An object is damaged or missing.
    Corrupt { tag: String, detail: String },
    /// A `.git` that is no repository and leads to none.
    Nowhere { path: PathBuf },
    /// A repository that is stored in another way than libgit2 reads.
    Format(Format),
    /// Whatever else git says.
    Other { detail: String },
}

/// A way to store a repository that libgit2 does not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// Objects are named by SHA-256.
    Sha256,
    /// References are in tables.
    Reftable,
    /// Any other extension, by its name.
    Extension(String),
}

/// What HEAD is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    Unborn,
    /// The commit, as 40 or 64 hexadecimal digits.
    Detached(String),
    Branch {
        name: String,
        commit: String,
    },
}

/// What is to be known of a repository before its editions are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub head: Head,
    pub bare: bool,
    pub shallow: bool,
}

/// The commit that files come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// That of HEAD, as 40 or 64 hexadecimal digits.
    pub commit: String,
    /// Whether the files differ from those of the commit.
    pub changed: bool,
}

/// A tag that names an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The name without `refs/tags/`.
    pub name: String,
    /// The commit it leads to.
    pub commit: String,
    /// Seconds since 1970 of the tag, or of the commit where the tag is only a name for it.
    pub time: i64,
    /// First line of the tag's own message; none for a tag that is only a name.
    pub message: Option<String>,
    /// Whether the tag itself carries a signature. Whose it is, only git can tell with the keys of the reader. One of its commit says
    /// nothing of the tag: who hosts a repository signs what is merged there.
    pub signed: bool,
}

impl fmt::Debug for Repository {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Repository").field("path", &self.inner.path()).field("folder", &self.folder).finish()
    }
}

impl Repository {
    /// The repository that a folder lies in; none where there is no repository.
    ///
    /// # Errors
    /// A repository of another user, or one that cannot be opened.
    pub fn around(folder: &Path) -> Result<Option<Repository>, Fault> {
        let none: [&Path; 0] = [];
        let inner = match git2::Repository::open_ext(folder, git2::RepositoryOpenFlags::empty(), none) {
            Ok(inner) => inner,
            Err(error) if error.code() == ErrorCode::NotFound => {
                return dead_end(folder).map_or(Ok(None), |path| Err(Fault::Nowhere { path }));
            }
            Err(error) if error.code() == ErrorCode::Owner => return Err(Fault::Owner { path: folder.to_owned() }),
            Err(error) => return Err(format_of(&error).map_or_else(|| other(&error), Fault::Format)),
        };
        let place = match inner.workdir() {
            None => None,
            Some(top) => {
                let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
                let (top, folder) = (real(top), real(folder));
                let Ok(inside) = folder.strip_prefix(&top) else { return Ok(None) };
                let parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                Some(parts.join("/"))
            }
        };
        Ok(Some(Repository { inner, folder: place, known: RefCell::default() }))
    }

    /// The folder in which its files are checked out; none in a bare repository.
    pub fn top(&self) -> Option<PathBuf> {
        self.inner.workdir().map(Path::to_owned)
    }

    /// The address from which the repository was cloned, as its settings say; none where they say nothing.
    pub fn remote(&self) -> Option<String> {
        let remote = self.inner.find_remote("origin").ok()?;
        remote.url().ok().map(str::to_owned)
    }

    /// Where its objects and references lie.
    pub fn place(&self) -> &Path {
        self.inner.path()
    }

    /// Whether it lacks commits that those which it has follow.
    pub fn is_shallow(&self) -> bool {
        self.inner.is_shallow()
    }

    pub fn standing(&self) -> Result<Standing, Fault> {
        let head = match self.inner.head() {
            Err(error) if error.code() == ErrorCode::UnbornBranch => Head::Unborn,
            Err(error) => return Err(other(&error)),
            Ok(head) => {
                let commit = head.peel_to_commit().map_err(|error| corrupt("HEAD", &error))?.id().to_string();
                match head.shorthand().ok().filter(|_| head.is_branch()) {
                    Some(name) => Head::Branch { name: name.to_owned(), commit },
                    None => Head::Detached(commit),
                }
            }
        };
        Ok(Standing { head, bare: self.inner.is_bare(), shallow: self.inner.is_shallow() })
    }

    /// The tags whose name fits a pattern such as `edition/*`, by name; those that lead to no commit are faults.
    ///
    /// # Errors
    /// References that cannot be listed at all.
    pub fn tags(&self, pattern: &str) -> Result<Vec<Result<Tag, Fault>>, Fault> {
        let (mut names, mut illegible): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let references = self.inner.references_glob(&format!("refs/tags/{pattern}")).map_err(|error| other(&error))?;
        for reference in references {
            let reference = reference.map_err(|error| other(&error))?;
            let bytes = reference.name_bytes();
            let name = String::from_utf8_lossy(bytes);
            let list = if std::str::from_utf8(bytes).is_ok() { &mut names } else { &mut illegible };
            list.extend(name.strip_prefix("refs/tags/").map(str::to_owned));
        }
        names.extend(self.loose(pattern));
        names.sort();
        names.dedup();
        let illegible = illegible.into_iter().map(|tag| Err(Fault::NotText { tag }));
        Ok(names.iter().map(|name| self.tag(name)).chain(illegible).collect())
    }

    /// The tags of a pattern that are files of their own. libgit2 passes over those among them that are damaged, which must not be
    /// missed.
    fn loose(&self, pattern: &str) -> Vec<String> {
        let (mut out, mut folders) = (Vec::new(), vec![String::new()]);
        let top = self.inner.commondir().join("refs/tags");
        while let Some(folder) = folders.pop() {
            let Ok(entries) = std::fs::read_dir(top.join(&folder)) else { continue };
            for entry in entries.flatten() {
                // A name that is not UTF-8 is found by libgit2 alone.
                let Ok(name) = entry.file_name().into_string() else { continue };
                let name = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push(name),
                    Ok(kind) if kind.is_file() && fits(pattern, &name) => out.push(name),
                    _ => {}
                }
            }
        }
        out.retain(|name| git2::Reference::is_valid_name(&format!("refs/tags/{name}")));
        out
    }

    /// A tag by its exact name. Nothing else counts: no branch, no commit, no expression.
    pub fn tag(&self, name: &str) -> Result<Tag, Fault> {
        let tag = || name.to_owned();
        let reference =
            self.inner.find_reference(&format!("refs/tags/{name}")).map_err(|error| match error.code() {
                ErrorCode::NotFound | ErrorCode::InvalidSpec => Fault::NoTag { tag: tag() },
                _ => corrupt(name, &error),
            })?;
        let object = reference.peel(ObjectType::Any).map_err(|error| self.unreadable(name, &error))?;
        let own = reference.target().and_then(|id| self.inner.find_tag(id).ok());
        let commit = object.peel_to_commit().map_err(|error| match error.code() {
            ErrorCode::Peel | ErrorCode::InvalidSpec => Fault::NotACommit { tag: tag() },
            _ => self.unreadable(name, &error),
        })?;
        let message = own.as_ref().and_then(|tag| tag.message().ok().flatten());
        let signed = message.is_some_and(|text| text.lines().any(is_signature));
        let time =
            own.as_ref().and_then(git2::Tag::tagger).map_or(commit.time().seconds(), |tagger| tagger.when().seconds());
        let first = message.and_then(|text| text.lines().next()).map(str::trim).filter(|line| !line.is_empty());
        Ok(Tag { name: tag(), commit: commit.id().to_string(), time, message: first.map(str::to_owned), signed })
    }

    /// The files of the manual as the commit of a tag has them.
    pub fn edition(&self, tag: &Tag) -> Result<Tree, Fault> {
        let id = Oid::from_str(&tag.commit).map_err(|error| other(&error))?;
        let commit = self.inner.find_commit(id).map_err(|error| self.unreadable(&tag.name, &error))?;
        let top = commit.tree().map_err(|error| self.unreadable(&tag.name, &error))?;
        let tree = Tree::read(&self.inner, &top, self.folder.as_deref(), &mut self.known.borrow_mut());
        tree.map_err(|error| self.unreadable(&tag.name, &error))?
            .ok_or_else(|| Fault::NoManual { tag: tag.name.clone() })
    }

    /// Every manual that the commit of a tag holds, wherever it lies: one may have moved since.
    ///
    /// # Errors
    /// Objects that cannot be read.
    pub fn manuals(&self, tag: &Tag) -> Result<Vec<Tree>, Fault> {
        let id = Oid::from_str(&tag.commit).map_err(|error| other(&error))?;
        let commit = self.inner.find_commit(id).map_err(|error| self.unreadable(&tag.name, &error))?;
        let top = commit.tree().map_err(|error| self.unreadable(&tag.name, &error))?;
        let found = Tree::all(&self.inner, &top, &mut self.known.borrow_mut());
        found.map_err(|error| self.unreadable(&tag.name, &error))
    }

    /// The files of the manual as HEAD has them; none where it has no commit or no manual.
    ///
    /// # Errors
    /// Objects that cannot be read.
    pub fn head(&self) -> Result<Option<Tree>, Fault> {
        let commit = match self.standing()?.head {
            Head::Unborn => return Ok(None),
            Head::Detached(commit) | Head::Branch { commit, .. } => commit,
        };
        match self.edition(&Tag { name: "HEAD".to_owned(), commit, time: 0, message: None, signed: false }) {
            Err(Fault::NoManual { .. }) => Ok(None),
            files => files.map(Some),
        }
    }

    /// The commit that files of the working copy come from, and whether they are still the same; none where HEAD has no such manual.
    ///
    /// The bytes themselves are compared, without the index and without filters: where git turns line ends into others on its way
    /// to the disk, what is built is not what the commit says.
    ///
    /// # Errors
    /// Objects that cannot be read, and files that cannot.
    pub fn origin(&self, files: &dyn Files) -> Result<Option<Origin>, Fault> {
        let (Head::Detached(commit) | Head::Branch { commit, .. }) = self.standing()?.head else { return Ok(None) };
        let Some(committed) = self.head()? else { return Ok(None) };
        let unread = |error: LoadError| Fault::Other { detail: error.to_string() };
        let names = |files: &dyn Files| -> Result<Vec<String>, LoadError> {
            let listed = files.list()?.into_iter().filter(|entry| entry.kind == EntryKind::File);
            Ok(listed.map(|entry| entry.path).collect())
        };
        let mine = names(files).map_err(unread)?;
        let mut changed = mine != names(&committed).map_err(unread)?;
        for path in &mine {
            // One difference says enough.
            changed = changed || files.read(path).map_err(unread)? != committed.read(path).map_err(unread)?;
        }
        Ok(Some(Origin { commit, changed }))
    }

    fn unreadable(&self, tag: &str, error: &git2::Error) -> Fault {
        let is_missing = error.code() == ErrorCode::NotFound;
        match tag.to_owned() {
            tag if is_missing && self.is_partial() => Fault::Partial { tag },
            tag if is_missing && self.inner.is_shallow() => Fault::Shallow { tag },
            _ => corrupt(tag, error),
        }
    }

    /// Whether git left out objects that a remote has promised.
    fn is_partial(&self) -> bool {
        let Ok(config) = self.inner.config() else { return false };
        let Ok(promised) = config.entries(Some(r"^remote\..*\.promisor$")) else { return false };
        let mut is_partial = config.get_string("extensions.partialclone").is_ok();
        let read = promised.for_each(|entry| is_partial |= entry.value().is_ok_and(|value| value == "true"));
        read.is_ok() && is_partial
    }
}

/// A `.git` around a folder in which git finds no repository.
fn dead_end(folder: &Path) -> Option<PathBuf> {
    let folder = std::fs::canonicalize(folder).ok()?;
    let found = folder.ancestors().map(|folder| folder.join(".git"));
    found.into_iter().find(|path| std::fs::symlink_metadata(path).is_ok())
}

/// The way of storing that git refuses. It says it in words alone.
fn format_of(error: &git2::Error) -> Option<Format> {
    let said = error.message();
    if said.contains("object format") {
        return Some(Format::Sha256);
    }
    let name = said.split_once("unsupported extension name ")?.1.trim();
    Some(match name {
        "extensions.refstorage" => Format::Reftable,
        name => Format::Extension(name.to_owned()),
    })
}

/// The line that a signature begins with: «-----BEGIN PGP SIGNATURE-----», «-----BEGIN SIGNED MESSAGE-----».
fn is_signature(line: &str) -> bool {
    let name = line.strip_prefix("-----BEGIN ").and_then(|rest| rest.trim_end().strip_suffix("-----"));
    name.is_some_and(|name| name.ends_with(" SIGNATURE") || name == "PGP MESSAGE" || name == "SIGNED MESSAGE")
}

/// Whether a name fits a pattern, in which `*` stands for anything and `?` for one character.
fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut at, mut here) = (0, 0);
    // Where the last `*` stands, and how much of the name it takes.
    let mut star: Option<(usize, usize)> = None;
    while here < name.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, here));
                at += 1;
            }
            Some(c) if *c == '?' || *c == name[here] => (at, here) = (at + 1, here + 1),
            _ => match star {
                Some((before, taken)) => {
                    star = Some((before, taken + 1));
                    (at, here) = (before + 1, taken + 1);
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|c| *c == '*')
}

fn corrupt(tag: &str, error: &git2::Error) -> Fault {
    Fault::Corrupt { tag: tag.to_owned(), detail: error.message().to_owned() }
}

fn other(error: &git2::Error) -> Fault {
    Fault::Other { detail: error.message().to_owned() }
}

#[cfg(test)]
mod tests;
