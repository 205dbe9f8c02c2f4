//! What a killed build left beside the output: finished or removed by the next one.

use super::manifest::MARKER;
use super::{PublishError, Target, at};
use std::fs;
use std::io;
use std::path::Path;

/// Puts the old edition back if it was on its way, and removes working folders of ours. Call it under the lock.
pub fn clear(target: &Target) -> Result<(), PublishError> {
    let aside = target.aside();
    if is_ours(&aside) && fs::symlink_metadata(target.folder()).is_err() {
        at(&aside, fs::rename(&aside, target.folder()))?;
    }
    let prefix = target.prefix();
    for entry in at(target.parent(), fs::read_dir(target.parent()))? {
        let entry = at(target.parent(), entry)?;
        let named = entry.file_name().as_encoded_bytes().starts_with(prefix.as_encoded_bytes());
        if named && is_ours(&entry.path()) {
            at(&entry.path(), discard(&entry.path()))?;
        }
    }
    Ok(())
}

/// A working folder of ours has the marker from its first moment to its last, but for the instants when it is empty.
fn is_ours(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|m| m.is_dir())
        && fs::read_dir(path).is_ok_and(|mut entries| {
            fs::symlink_metadata(path.join(MARKER)).is_ok_and(|m| m.is_file()) || entries.next().is_none()
        })
}

/// Removes a folder of ours, its marker last.
pub fn discard(path: &Path) -> io::Result<()> {
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if entry.file_name() == MARKER {
            continue;
        }
        match entry.file_type()?.is_dir() {
            true => fs::remove_dir_all(entry.path())?,
            false => fs::remove_file(entry.path())?,
        }
    }
    match fs::remove_file(path.join(MARKER)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::remove_dir(path)
}
