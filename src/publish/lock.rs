//! One build at a time writes beside an output folder.

use super::{PublishError, Target, at};
use std::fs::{File, TryLockError};
use std::io;
use std::time::Duration;

/// How long to wait for another build before giving up.
const PATIENCE: Duration = Duration::from_secs(120);
const PAUSE: Duration = Duration::from_millis(50);

/// A held lock; it ends with the value, or with the process.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

pub fn hold(target: &Target, waiting: &mut dyn FnMut()) -> Result<Lock, PublishError> {
    let file = at(target.parent(), open(target))?;
    let mut waited = Duration::ZERO;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) if waited >= PATIENCE => {
                return Err(PublishError::Locked(target.folder().to_owned()));
            }
            Err(TryLockError::WouldBlock) => {
                if waited.is_zero() {
                    waiting();
                }
                std::thread::sleep(PAUSE);
                waited += PAUSE;
            }
            // Some network disks know no locks; a single build is still safe there.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                return Ok(Lock { _file: file });
            }
            Err(TryLockError::Error(error)) => return at(target.parent(), Err(error)),
        }
    }
}

/// The parent folder itself is what is locked, so that no file of ours remains.
#[cfg(unix)]
fn open(target: &Target) -> io::Result<File> {
    File::open(target.parent())
}

/// Folders cannot be opened here: a file among the temporary ones stands for them.
#[cfg(not(unix))]
fn open(target: &Target) -> io::Result<File> {
    let id = super::manifest::hash(target.folder().as_os_str().as_encoded_bytes());
    File::create(std::env::temp_dir().join(format!("cartilla-{id}.lock")))
}
