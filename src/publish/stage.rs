//! The new edition, complete and on the disk, in a folder beside the output.

use super::leftovers::discard;
use super::manifest::{MARKER, Manifest};
use super::survey::{Foreign, ForeignKind, Survey};
use super::{PublishError, Target, at};
use crate::render::Artifact;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A working folder. It is removed with the value unless it is released.
#[derive(Debug)]
pub struct Stage {
    path: Option<PathBuf>,
}

impl Stage {
    fn create(target: &Target) -> Result<Stage, PublishError> {
        let mut prefix = target.prefix();
        prefix.push("new-");
        let folder = tempfile::Builder::new().prefix(&prefix).tempdir_in(target.parent());
        let folder = folder.map_err(|e| PublishError::Io(target.folder().to_owned(), e))?;
        Ok(Stage { path: Some(folder.keep()) })
    }

    pub fn path(&self) -> &Path {
        self.path.as_deref().expect("present until it is released")
    }

    /// The path, which from now on the caller answers for.
    pub fn release(mut self) -> PathBuf {
        self.path.take().expect("present until it is released")
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            // The error that led here is the one to report; the next build removes what remains.
            let _ = discard(path);
        }
    }
}

/// Writes the edition and what is not ours into a new folder and forces all of it to the disk.
pub fn write(
    artifacts: &[&Artifact],
    manifest: &Manifest,
    target: &Target,
    found: &Survey,
) -> Result<Stage, PublishError> {
    refuse_occupied(manifest, target, &found.foreign)?;
    let stage = begin(target)?;
    stage.put(artifacts, target)?;
    stage.close(manifest, target, found)?;
    Ok(stage)
}

/// A folder of ours with a marker that names nothing yet.
pub fn begin(target: &Target) -> Result<Stage, PublishError> {
    let stage = Stage::create(target)?;
    let marker = stage.path().join(MARKER);
    let empty = Manifest::new(BTreeMap::new());
    at(&target.folder().join(MARKER), write_file(&marker, &empty.to_bytes()))?;
    Ok(stage)
}

impl Stage {
    /// Writes files, each with the folders above it.
    pub fn put(&self, artifacts: &[&Artifact], target: &Target) -> Result<(), PublishError> {
        let named = self.named(target);
        let folders: BTreeSet<PathBuf> = artifacts.iter().flat_map(|a| above(&a.path)).collect();
        for folder in folders {
            let path = self.path().join(folder);
            named(&path, fs::create_dir_all(&path))?;
        }
        artifacts.par_iter().try_for_each(|artifact| {
            let path = self.path().join(&artifact.path);
            self.named(target)(&path, write_file(&path, &artifact.bytes))
        })
    }

    /// Takes files over from what was published before, as they are.
    pub fn take<'p>(&self, paths: impl Iterator<Item = &'p String>, target: &Target) -> Result<(), PublishError> {
        let named = self.named(target);
        for path in paths {
            let to = self.path().join(path);
            let folder = to.parent().unwrap_or(self.path());
            named(folder, fs::create_dir_all(folder))?;
            named(&to, carry(&target.folder().join(path), &to, ForeignKind::File))?;
        }
        Ok(())
    }

    /// Adds what is not ours and the marker, and forces the folders to the disk.
    pub fn close(&self, manifest: &Manifest, target: &Target, found: &Survey) -> Result<(), PublishError> {
        refuse_occupied(manifest, target, &found.foreign)?;
        let root = self.path();
        let name = self.named(target);
        let mut folders: BTreeSet<PathBuf> =
            manifest.files.keys().flat_map(|path| above(path)).map(|folder| root.join(folder)).collect();
        for foreign in &found.foreign {
            let path = root.join(&foreign.path);
            // A folder that was ours may hold nothing of ours any more, and still this.
            for folder in missing_parents(&path) {
                name(&folder, fs::create_dir(&folder))?;
                folders.insert(folder);
            }
            name(&path, carry(&target.folder().join(&foreign.path), &path, foreign.kind))?;
            if foreign.kind == ForeignKind::Folder {
                folders.insert(path);
            }
        }
        let marker = root.join(MARKER);
        name(&marker, rewrite_file(&marker, &manifest.to_bytes()))?;
        if found.exists {
            let permissions = at(target.folder(), fs::metadata(target.folder()))?.permissions();
            name(root, fs::set_permissions(root, permissions))?;
        }
        for folder in folders.iter().rev().map(PathBuf::as_path).chain([root]) {
            name(folder, sync_folder(folder))?;
        }
        Ok(())
    }

    /// Failures name the output as its owner knows it, not a folder that is gone when the message is read.
    fn named(&self, target: &Target) -> impl Fn(&Path, io::Result<()>) -> Result<(), PublishError> {
        move |path, result| {
            let shown = target.folder().join(path.strip_prefix(self.path()).unwrap_or(path));
            at(&shown, result)
        }
    }
}

/// The folders above a file, relative to the output.
fn above(path: &str) -> impl Iterator<Item = PathBuf> {
    Path::new(path).ancestors().skip(1).filter(|p| *p != Path::new("")).map(Path::to_owned)
}

/// Nothing of ours may take the place of something that is not ours.
fn refuse_occupied(manifest: &Manifest, target: &Target, foreign: &[Foreign]) -> Result<(), PublishError> {
    let mut folders = BTreeSet::new();
    for path in manifest.files.keys() {
        folders.extend(Path::new(path).ancestors().skip(1));
    }
    let occupied = |f: &&Foreign| {
        let is_file = |path: &Path| path.to_str().is_some_and(|p| manifest.files.contains_key(p));
        let beneath_file = f.path.ancestors().any(is_file);
        beneath_file || f.kind != ForeignKind::Folder && folders.contains(f.path.as_path())
    };
    match foreign.iter().find(occupied) {
        Some(f) => Err(PublishError::Occupied(target.folder().join(&f.path))),
        None => Ok(()),
    }
}

/// The folders above a path that do not exist, from the top.
fn missing_parents(path: &Path) -> Vec<PathBuf> {
    let mut missing: Vec<PathBuf> = path.ancestors().skip(1).take_while(|p| !p.exists()).map(Path::to_owned).collect();
    missing.reverse();
    missing
}

fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn rewrite_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Brings a file of others along: the same file where the disk can, else a copy.
fn carry(from: &Path, to: &Path, kind: ForeignKind) -> io::Result<()> {
    match kind {
        ForeignKind::Folder => match fs::create_dir(to) {
            // A folder that held nothing of ours before and does now.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error),
            Ok(()) => fs::set_permissions(to, fs::metadata(from)?.permissions()),
        },
        ForeignKind::Link => copy_link(&fs::read_link(from)?, to),
        ForeignKind::File => match fs::hard_link(from, to) {
            Ok(()) => Ok(()),
            Err(_) => {
                fs::copy(from, to)?;
                File::open(to)?.sync_all()
            }
        },
    }
}

#[cfg(unix)]
fn copy_link(leads_to: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(leads_to, to)
}

#[cfg(windows)]
fn copy_link(leads_to: &Path, to: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_file(leads_to, to)
}

#[cfg(unix)]
pub fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Folders cannot be opened here; the system keeps their entries in its own journal.
#[cfg(not(unix))]
pub fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}
