//! The new edition, complete and on the disk, in a folder beside the output.

use super::leftovers::discard;
use super::manifest::{MARKER, Manifest};
use super::survey::{Foreign, ForeignKind, Survey};
use super::{PublishError, Target, at};
use crate::render::Artifact;
use rayon::prelude::*;
use std::collections::BTreeSet;
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
    let stage = Stage::create(target)?;
    let root = stage.path();
    // Failures name the output as its owner knows it, not a folder that is gone when the message is read.
    let shown = |path: &Path| target.folder().join(path.strip_prefix(root).unwrap_or(path));
    let name = |path: &Path, result: io::Result<()>| at(&shown(path), result);

    let marker = root.join(MARKER);
    name(&marker, write_file(&marker, &manifest.to_bytes()))?;
    let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
    for path in manifest.files.keys() {
        folders.extend(Path::new(path).ancestors().skip(1).filter(|p| *p != Path::new("")).map(|p| root.join(p)));
    }
    for folder in &folders {
        name(folder, fs::create_dir(folder))?;
    }
    artifacts.par_iter().try_for_each(|artifact| {
        let path = root.join(&artifact.path);
        name(&path, write_file(&path, &artifact.bytes))
    })?;
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
    if found.exists {
        let permissions = at(target.folder(), fs::metadata(target.folder()))?.permissions();
        name(root, fs::set_permissions(root, permissions))?;
    }
    for folder in folders.iter().rev().map(PathBuf::as_path).chain([root]) {
        name(folder, sync_folder(folder))?;
    }
    Ok(stage)
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
