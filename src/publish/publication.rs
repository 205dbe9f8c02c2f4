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
    /// Holds the output and looks at what is there. Generated files that somebody changed are refused. Calls `waiting` once if another build must end first.
    ///
    /// # Errors
    /// An output that is not ours, was edited, or cannot be written.
    pub fn begin(
        target: &'t Target,
        edited: Edited,
        waiting: &mut dyn FnMut(),
    ) -> Result<Publication<'t>, PublishError> {
        let parents = target::Parents::create(target)?;
        let lock = lock::hold(target, waiting)?;
        leftovers::clear(target)?;
        let found = survey::of(target)?;
        if edited == Edited::Keep && !found.edited.is_empty() {
            return Err(PublishError::Edited(target.folder().to_owned(), found.edited));
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

#[cfg(test)]
mod tests {
    use super::super::tests::{Fixture, artifacts};
    use super::super::{Source, Title, archive, verify};
    use super::*;

    fn edition() -> Edition {
        Edition {
            manual: Title { code: None, title: "Manual".to_owned() },
            edition: Some("1".to_owned()),
            lang: "es".to_owned(),
            status: "Vigente".to_owned(),
            draft: false,
            approved: None,
            languages: vec!["es".to_owned()],
            effective: Some("2026-01-01".to_owned()),
            content: "ab".to_owned(),
            program: super::super::Program { name: "cartilla".to_owned(), version: "0".to_owned() },
            source: Some(Source { commit: "a".repeat(40), changed: false, tag: None }),
        }
    }

    /// A site with an edition in a folder of its own.
    fn published(fixture: &Fixture) {
        let target = fixture.target().expect("free");
        let mut own = artifacts(&[("index.html", "uno"), ("deep/a.html", "dos")]);
        own.push(statement::of(&own, &edition()).expect("stated"));
        let own: Vec<Artifact> =
            own.into_iter().map(|a| Artifact { path: format!("editions/1/{}", a.path), ..a }).collect();
        let mut parts = Publication::begin(&target, Edited::Keep, &mut || {}).expect("begun");
        parts.add(&own).expect("added");
        parts.add(&artifacts(&[("index.html", "raíz")])).expect("added");
        assert!(!fixture.path("public").exists(), "readers meet nothing before the end");
        parts.finish(Some(&edition())).expect("finished");
    }

    #[test]
    fn parts_come_together_and_each_folder_is_held_to_its_statement() {
        let fixture = Fixture::new();
        published(&fixture);
        for folder in ["public", "public/editions/1"] {
            let verified = verify(&fixture.path(folder), None).expect("read").expect("a statement");
            assert_eq!(verified.problems, [], "{folder}");
        }
        let target = fixture.target().expect("ours");
        let found = archive(&target).expect("read");
        assert_eq!(found.folders.keys().collect::<Vec<_>>(), ["", "editions/1"]);
        assert!(found.folders.values().all(|archived| archived.whole) && found.damaged.is_empty());
        std::fs::write(fixture.path("public/editions/1/index.html"), "otro").expect("written");
        std::fs::remove_file(fixture.path("public/editions/1/deep/a.html")).expect("removed");
        let found = archive(&target).expect("read");
        assert!(!found.folders["editions/1"].whole && !found.folders[""].whole);
        assert_eq!(found.damaged.len(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_kept_is_the_same_file_and_what_changed_is_refused() {
        use std::os::unix::fs::MetadataExt;
        let fixture = Fixture::new();
        published(&fixture);
        let target = fixture.target().expect("ours");
        let inode = |path: &str| std::fs::metadata(fixture.path(path)).expect("there").ino();
        let before = inode("public/editions/1/index.html");
        let kept = archive(&target).expect("read").beneath("editions/1");
        let mut parts = Publication::begin(&target, Edited::Keep, &mut || {}).expect("begun");
        parts.keep(&kept).expect("kept");
        parts.add(&artifacts(&[("index.html", "nueva")])).expect("added");
        let twice = parts.add(&artifacts(&[("editions/1/index.html", "x")]));
        assert!(matches!(twice, Err(PublishError::BadPath(_))), "nothing is written over what is kept");
        parts.finish(Some(&edition())).expect("finished");
        assert_eq!(inode("public/editions/1/index.html"), before);
        assert_eq!(fixture.read("public/index.html"), "nueva");

        std::fs::write(fixture.path("public/editions/1/index.html"), "otro").expect("written");
        let refused = Publication::begin(&target, Edited::Keep, &mut || {}).map(drop);
        assert!(matches!(refused, Err(PublishError::Edited(_, files)) if files == ["editions/1/index.html"]));
        let mut parts = Publication::begin(&target, Edited::Replace, &mut || {}).expect("made anew");
        assert!(matches!(parts.keep(&kept), Err(PublishError::Edited(..))), "what changed since is not kept");
        drop(parts);
        assert_eq!(fixture.names(), ["manual", "public"], "given up, it leaves nothing");
    }
}
