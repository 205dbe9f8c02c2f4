//! A publication that comes in parts: editions one after another, and those that are taken over from what was published before.
//!
//! The parts go to the disk as they come, so that only one edition need be in memory; readers meet them all at once, in the end.

use super::manifest::{self, Manifest};
use super::stage::{self, Stage};
use super::survey::{self, ForeignKind, Survey};
use super::{Edited, Edition, PublishError, Published, Target, leftovers, lock, statement, swap, target};
use crate::render::Artifact;
use std::collections::BTreeMap;

/// What is being published. Given up, it leaves everything as it was.
#[derive(Debug)]
pub struct Publication<'t> {
    target: &'t Target,
    // In the order in which they have to go: the working folder before the lock, the lock before the parents.
    stage: Stage,
    lock: lock::Lock,
    parents: target::Parents,
    found: Survey,
    manifest: Manifest,
    bytes: u64,
}

impl<'t> Publication<'t> {
    /// Holds the output and looks at what is there. Generated files that somebody changed are refused, unless they stand in one of
    /// the folders that are made anew. Calls `waiting` once if another build must end first.
    ///
    /// # Errors
    /// An output that is not ours, was edited, or cannot be written.
    pub fn begin(
        target: &'t Target,
        edited: Edited,
        remade: &[String],
        waiting: &mut dyn FnMut(),
    ) -> Result<Publication<'t>, PublishError> {
        let parents = target::Parents::create(target)?;
        let lock = lock::hold(target, waiting)?;
        leftovers::clear(target)?;
        let found = survey::of(target)?;
        let is_remade = |path: &str| remade.iter().any(|folder| is_beneath(path, folder));
        let changed: Vec<String> = found.edited.iter().filter(|path| !is_remade(path)).cloned().collect();
        if edited == Edited::Keep && !changed.is_empty() {
            return Err(PublishError::Edited(target.folder().to_owned(), changed));
        }
        let stage = stage::begin(target)?;
        Ok(Publication { target, stage, lock, parents, found, manifest: Manifest::new(BTreeMap::new()), bytes: 0 })
    }

    /// Writes files.
    ///
    /// # Errors
    /// A path that leaves the output or is taken, and what the disk says.
    pub fn add(&mut self, artifacts: &[Artifact]) -> Result<(), PublishError> {
        for (path, digest) in manifest::of(artifacts)?.files {
            self.name(path, digest)?;
        }
        self.stage.put(&artifacts.iter().collect::<Vec<_>>(), self.target)?;
        self.bytes += artifacts.iter().map(|artifact| artifact.bytes.len() as u64).sum::<u64>();
        Ok(())
    }

    /// SHA-256 in hexadecimal of a file that was added or kept.
    pub fn digest(&self, path: &str) -> Option<&str> {
        self.manifest.files.get(path).map(String::as_str)
    }

    /// Takes files over from what was published before, byte for byte.
    ///
    /// # Errors
    /// Files that are no longer what they were when they were looked at.
    pub fn keep(&mut self, files: &BTreeMap<String, String>) -> Result<(), PublishError> {
        let is_same = |(path, digest): &(&String, &String)| {
            self.found.ours.get(*path) == Some(*digest) && !self.found.edited.contains(*path)
        };
        let changed: Vec<String> = files.iter().filter(|file| !is_same(file)).map(|(path, _)| path.clone()).collect();
        if !changed.is_empty() {
            return Err(PublishError::Edited(self.target.folder().to_owned(), changed));
        }
        for (path, digest) in files {
            self.name(path.clone(), digest.clone())?;
            let there = self.target.folder().join(path);
            self.bytes += super::at(&there, std::fs::metadata(&there))?.len();
        }
        self.stage.take(files.keys(), self.target)
    }

    /// Adds the statement of the whole, and puts everything in its place in one step.
    ///
    /// # Errors
    /// What the disk says, and files of others that stand in the way.
    pub fn finish(mut self, edition: Option<&Edition>) -> Result<Published, PublishError> {
        // Paths of different parts may meet on some disks.
        manifest::refuse_collisions(self.manifest.files.keys()).map_err(PublishError::BadPath)?;
        let statement = edition.map(|edition| statement::add(&mut self.manifest, edition)).transpose()?;
        if let Some(statement) = &statement {
            self.stage.put(&[statement], self.target)?;
            self.bytes += statement.bytes.len() as u64;
        }
        self.stage.close(&self.manifest, self.target, &self.found)?;
        swap::exchange(self.stage, self.target, &self.found)?;
        drop(self.lock);
        self.parents.keep();
        let others = self.found.foreign.into_iter().filter(|foreign| foreign.kind != ForeignKind::Folder);
        Ok(Published {
            folder: self.target.folder().to_owned(),
            files: self.manifest.files.len(),
            bytes: self.bytes,
            kept: others.map(|foreign| foreign.path).collect(),
            proof: statement.and_then(|statement| self.manifest.files.remove(&statement.path)),
        })
    }

    fn name(&mut self, path: String, digest: String) -> Result<(), PublishError> {
        match self.manifest.files.insert(path.clone(), digest) {
            None => Ok(()),
            Some(_) => Err(PublishError::BadPath(path)),
        }
    }
}

fn is_beneath(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}
