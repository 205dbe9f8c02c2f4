//! A file of the manual itself in place of its former self: whole or not at all, and only if nobody changed it meanwhile.

use super::stage::sync_folder;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Why a file was left as it was.
#[derive(Debug)]
pub enum ReplaceError {
    /// It is not what was read before.
    Changed,
    Io(io::Error),
}

impl From<io::Error> for ReplaceError {
    fn from(error: io::Error) -> Self {
        ReplaceError::Io(error)
    }
}

/// Replaces a file that still holds `before` by `after`. A link stays a link; what it leads to is replaced. Permissions are kept.
///
/// # Errors
/// When the file holds something else by now, or the disk does not allow it. The file is then as it was.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<(), ReplaceError> {
    let real = fs::canonicalize(path)?;
    let folder = real.parent().unwrap_or(Path::new("/"));
    let metadata = fs::metadata(&real)?;
    if metadata.permissions().readonly() {
        // A rename would get round what the owner has forbidden.
        return Err(io::Error::from(io::ErrorKind::PermissionDenied).into());
    }
    // Names that begin with a dot are no part of a manual, should this one be left behind.
    let mut file = tempfile::Builder::new().prefix(".cartilla-").tempfile_in(folder)?;
    file.write_all(after)?;
    file.as_file().set_permissions(metadata.permissions())?;
    file.as_file().sync_all()?;
    if fs::read(&real)? != before {
        return Err(ReplaceError::Changed);
    }
    file.persist(&real).map_err(|error| error.error)?;
    sync_folder(folder)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_only_as_it_was_read() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let path = dir.path().join("a.yaml");
        fs::write(&path, "uno").expect("written");
        assert!(matches!(replace(&path, b"dos", b"tres"), Err(ReplaceError::Changed)));
        assert_eq!(fs::read(&path).expect("read"), b"uno");
        replace(&path, b"uno", b"dos").expect("replaced");
        assert_eq!(fs::read(&path).expect("read"), b"dos");
        let missing = replace(&dir.path().join("b.yaml"), b"", b"x");
        assert!(matches!(missing, Err(ReplaceError::Io(error)) if error.kind() == io::ErrorKind::NotFound));
        assert_eq!(fs::read_dir(dir.path()).expect("listed").count(), 1, "nothing is left behind");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let dir = tempfile::tempdir().expect("a temporary folder");
        let (path, link) = (dir.path().join("a.yaml"), dir.path().join("link.yaml"));
        fs::write(&path, "uno").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        symlink("a.yaml", &link).expect("linked");
        replace(&link, b"uno", b"dos").expect("replaced");
        assert!(fs::symlink_metadata(&link).expect("there").file_type().is_symlink());
        assert_eq!(fs::read(&path).expect("read"), b"dos");
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).expect("set");
        assert!(matches!(replace(&path, b"dos", b"tres"), Err(ReplaceError::Io(_))), "a file that may not be written");
    }
}
