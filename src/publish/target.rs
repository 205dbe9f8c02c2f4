//! Where to publish: the real folder behind the name that was given, if it may be replaced at all.

use super::{PublishError, at};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Folders that an output must not swallow.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// Absolute.
    pub current: &'a Path,
    pub home: Option<&'a Path>,
    pub manual: &'a Path,
}

/// A folder to publish to. It may not exist yet, and neither may its parents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    parent: PathBuf,
    name: OsString,
    folder: PathBuf,
}

impl Target {
    /// Finds the folder and refuses what must never be replaced. Touches nothing.
    pub fn resolve(out: &Path, around: Surroundings<'_>) -> Result<Target, PublishError> {
        let folder = real(&around.current.join(out))?;
        let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
            return Err(PublishError::Root);
        };
        let inside = |place: &Path| fs::canonicalize(place).is_ok_and(|place| place.starts_with(&folder));
        if around.home.is_some_and(inside) {
            return Err(PublishError::Home(folder));
        }
        if inside(around.manual) {
            return Err(PublishError::Manual(folder));
        }
        if inside(around.current) {
            return Err(PublishError::Current(folder));
        }
        let target = Target { parent: parent.to_owned(), name: name.to_owned(), folder: folder.clone() };
        super::survey::previous(&target)?;
        Ok(target)
    }

    /// Absolute, without links.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn parent(&self) -> &Path {
        &self.parent
    }

    /// The beginning of the names of our own working folders beside the output.
    pub(super) fn prefix(&self) -> OsString {
        let mut prefix = OsString::from(".");
        prefix.push(&self.name);
        prefix.push(".cartilla-");
        prefix
    }

    /// Where the old edition stands for a moment on systems that cannot exchange two folders.
    pub(super) fn aside(&self) -> PathBuf {
        let mut name = self.prefix();
        name.push("old");
        self.parent.join(name)
    }
}

/// The path without links; what does not exist yet is appended as written.
fn real(path: &Path) -> Result<PathBuf, PublishError> {
    let mut missing = Vec::new();
    let mut existing = path;
    loop {
        match fs::canonicalize(existing) {
            Ok(found) if found.is_dir() => {
                return Ok(missing.iter().rev().fold(found, |path, part| path.join(part)));
            }
            Ok(found) => return Err(PublishError::NotAFolder(found)),
            // A link that leads nowhere exists by name: replacing it is not ours to decide.
            Err(error) if fs::symlink_metadata(existing).is_ok() => {
                return Err(PublishError::Io(existing.to_owned(), error));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let (Some(Component::Normal(part)), Some(parent)) =
                    (existing.components().next_back(), existing.parent())
                else {
                    return Err(PublishError::Io(path.to_owned(), error));
                };
                missing.push(part.to_owned());
                existing = parent;
            }
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                let file = existing.ancestors().find(|p| p.is_file()).unwrap_or(existing);
                return Err(PublishError::NotAFolder(file.to_owned()));
            }
            Err(error) => return Err(PublishError::Io(existing.to_owned(), error)),
        }
    }
}

/// The missing parents of a target. They are removed again unless they are kept.
#[derive(Debug)]
pub(super) struct Parents(Vec<PathBuf>);

impl Parents {
    pub fn create(target: &Target) -> Result<Parents, PublishError> {
        let missing: Vec<PathBuf> = target.parent.ancestors().take_while(|p| !p.exists()).map(Path::to_owned).collect();
        let mut created = Parents(Vec::new());
        for path in missing.into_iter().rev() {
            match fs::create_dir(&path) {
                // Another build was faster; the folder is its own.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                result => {
                    at(&path, result)?;
                    created.0.push(path);
                }
            }
        }
        Ok(created)
    }

    pub fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for Parents {
    fn drop(&mut self) {
        for path in self.0.iter().rev() {
            // A folder that is no longer empty belongs to somebody else by now.
            let _ = fs::remove_dir(path);
        }
    }
}
