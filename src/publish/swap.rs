//! The moment when the new edition becomes the published one.

use super::leftovers::discard;
use super::stage::{Stage, sync_folder};
use super::survey::Survey;
use super::{PublishError, Target, at};
use std::fs;
use std::io;
use std::path::Path;

/// Puts the new edition in the target's place and removes the old one.
pub fn exchange(stage: Stage, target: &Target, found: &Survey) -> Result<(), PublishError> {
    let out = target.folder();
    if !found.exists {
        at(out, fs::rename(stage.path(), out))?;
        stage.release();
        return at(target.parent(), sync_folder(target.parent()));
    }
    match swap_folders(stage.path(), out) {
        Ok(()) => {
            let old = stage.release();
            let synced = at(target.parent(), sync_folder(target.parent()));
            discard(&old).map_err(|error| PublishError::Remains(old, error))?;
            synced
        }
        Err(error) if is_unsupported(&error) => step_aside(stage, target),
        Err(error) => Err(PublishError::Io(out.to_owned(), error)),
    }
}

/// Two renames, for systems without an exchange. If the second fails the first is undone; if the process is killed between
/// them the next build undoes it.
fn step_aside(stage: Stage, target: &Target) -> Result<(), PublishError> {
    let (out, aside) = (target.folder(), target.aside());
    at(out, fs::rename(out, &aside))?;
    if let Err(error) = fs::rename(stage.path(), out) {
        at(&aside, fs::rename(&aside, out))?;
        return Err(PublishError::Io(out.to_owned(), error));
    }
    stage.release();
    let synced = at(target.parent(), sync_folder(target.parent()));
    discard(&aside).map_err(|error| PublishError::Remains(aside, error))?;
    synced
}

/// Exchanges two folders in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn swap_folders(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn swap_folders(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the system or the disk does not know the exchange, as opposed to failing at it.
fn is_unsupported(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Fixture, artifacts};
    use super::super::{manifest, stage, survey};
    use super::*;

    #[test]
    fn two_renames_do_the_same_and_a_failure_restores_the_old_edition() {
        let fixture = Fixture::new();
        fixture.publish(&artifacts(&[("a.html", "old")])).expect("published");
        let target = fixture.target().expect("ours");
        let new = artifacts(&[("a.html", "new")]);
        let found = survey::of(&target).expect("surveyed");
        let staged = stage::write(&new.iter().collect::<Vec<_>>(), &manifest::of(&new).expect("good"), &target, &found)
            .expect("staged");
        step_aside(staged, &target).expect("swapped");
        assert_eq!(fixture.read("public/a.html"), "new");
        assert_eq!(fixture.names(), ["manual", "public"]);

        let staged = stage::write(&new.iter().collect::<Vec<_>>(), &manifest::of(&new).expect("good"), &target, &found)
            .expect("staged");
        fs::rename(staged.path(), fixture.path("gone")).expect("taken away");
        step_aside(staged, &target).expect_err("nothing to move in");
        assert_eq!(fixture.read("public/a.html"), "new");
    }
}
