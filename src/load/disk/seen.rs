//! What a file was like when it was read, to tell afterwards whether it still is.

use sha2::{Digest, Sha256};
use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Within this time two writings may bear the same stamp: some disks count whole seconds, and any clock ticks.
const TICK: Duration = Duration::from_secs(2);

/// A file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    stamp: Stamp,
    /// Of a file that was written so shortly before that its stamp tells nothing.
    digest: Option<[u8; 32]>,
}

/// What the system changes with every writing. The time of the last change of a file on Unix, unlike that of its content, cannot be set.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    #[cfg(unix)]
    changed: (u64, u64, i64, i64),
}

impl Seen {
    /// From what was known of the file before its bytes were read.
    pub fn of(before: &Metadata, bytes: &[u8]) -> Seen {
        let stamp = Stamp::of(before);
        let digest = (!stamp.is_old()).then(|| Sha256::digest(bytes).into());
        Seen { stamp, digest }
    }

    /// Whether a later reading found the same file with the same bytes. What was new at first is old after a while, and wants no digest.
    pub fn agrees(&self, later: &Seen) -> bool {
        self.stamp == later.stamp && (self.digest.is_none() || later.digest.is_none() || self.digest == later.digest)
    }

    /// Whether a path still leads to the same file with the same bytes.
    pub fn holds(&self, path: &Path) -> bool {
        let same_stamp = fs::metadata(path).is_ok_and(|now| Stamp::of(&now) == self.stamp);
        same_stamp
            && match self.digest {
                None => true,
                Some(digest) => fs::read(path).is_ok_and(|bytes| digest == <[u8; 32]>::from(Sha256::digest(bytes))),
            }
    }
}

impl Stamp {
    #[cfg(unix)]
    fn of(metadata: &Metadata) -> Stamp {
        use std::os::unix::fs::MetadataExt;
        let changed = (metadata.dev(), metadata.ino(), metadata.ctime(), metadata.ctime_nsec());
        Stamp { length: metadata.len(), modified: metadata.modified().ok(), changed }
    }

    #[cfg(not(unix))]
    fn of(metadata: &Metadata) -> Stamp {
        Stamp { length: metadata.len(), modified: metadata.modified().ok() }
    }

    /// Whether a writing from now on would bear another stamp.
    fn is_old(&self) -> bool {
        #[cfg(unix)]
        let last =
            u64::try_from(self.changed.2).ok().and_then(|s| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(s)));
        #[cfg(not(unix))]
        let last = self.modified;
        // A stamp in the future tells nothing either.
        last.is_some_and(|last| SystemTime::now().duration_since(last).is_ok_and(|age| age > TICK))
    }
}
