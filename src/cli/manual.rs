//! Which manual a command works on, and how its files are called before the person.

use super::failure::{self, Failure};
use super::print::Manner;
use super::session::Session;
use crate::lang::fill;
use crate::load::{Disk, Files};
use crate::publish::MARKER;
use std::path::{Component, Path, PathBuf};

const MANIFEST: &str = "manual.yaml";

/// The manual of a run.
#[derive(Debug)]
pub struct Manual {
    pub files: Disk,
    pub place: Place,
}

/// Where the manual lies, seen from the current folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// With `/`, without one at the end; empty for the current folder.
    prefix: String,
}

impl Place {
    fn new(folder: &Path, current: &Path) -> Place {
        let relative = folder.strip_prefix(current).unwrap_or(folder);
        let mut parts: Vec<String> = Vec::new();
        for part in relative.components() {
            match part {
                Component::CurDir => {}
                Component::RootDir => parts.push(String::new()),
                part => parts.push(part.as_os_str().to_string_lossy().into_owned()),
            }
        }
        Place { prefix: parts.join("/") }
    }

    /// A file of the manual as the person can open it from where they are.
    pub fn of(&self, path: &str) -> String {
        match self.prefix.as_str() {
            "" => path.to_owned(),
            prefix => format!("{prefix}/{path}"),
        }
    }
}

/// How the findings of a command are shown that is about something else.
pub fn manner(named: Option<&Path>, session: &Session<'_>) -> Manner {
    let manual = named.map(|path| path.display().to_string());
    Manner { width: session.environment.width, manual, ..Manner::default() }
}

/// Opens the manual that was named, else `manual` where that folder has one, else the current folder.
pub fn open(named: Option<&Path>, session: &Session<'_>) -> Result<Manual, Failure> {
    let words = session.words();
    let current = &session.environment.current;
    let folder = locate(named, current);
    let files = Disk::open(&current.join(&folder), MARKER).map_err(|mut error| {
        error.path = folder.display().to_string();
        failure::load(words, &error)
    })?;
    let entries = files.list().map_err(|error| failure::load(words, &error))?;
    // One whose name ends otherwise is told with the findings, by what to call it.
    let meant = |path: &str| path == MANIFEST || matches!(path.to_lowercase().as_str(), "manual.yml" | "manual.yaml");
    if !entries.iter().any(|entry| meant(&entry.path)) {
        let shown = if folder.as_os_str().is_empty() { Path::new(".") } else { &folder };
        let text = fill(words.failures.no_manual, &[("path", shown.display().to_string())]);
        return Err(Failure::new(text).help(words.failures.no_manual_help));
    }
    Ok(Manual { files, place: Place::new(&folder, current) })
}

pub(super) fn locate(named: Option<&Path>, current: &Path) -> PathBuf {
    match named {
        Some(file) if file.file_name().is_some_and(|n| n == MANIFEST) && current.join(file).is_file() => {
            file.parent().unwrap_or(Path::new("")).to_owned()
        }
        Some(folder) => folder.to_owned(),
        None if current.join("manual").join(MANIFEST).is_file() => PathBuf::from("manual"),
        None => PathBuf::from("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_manual_is_the_named_one_else_the_usual_folder_else_this_one() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let current = dir.path();
        assert_eq!(locate(None, current), Path::new("."));
        fs::create_dir(current.join("manual")).expect("created");
        assert_eq!(locate(None, current), Path::new("."));
        fs::write(current.join("manual/manual.yaml"), "").expect("written");
        assert_eq!(locate(None, current), Path::new("manual"));
        assert_eq!(locate(Some(Path::new("manual/manual.yaml")), current), Path::new("manual"));
        assert_eq!(locate(Some(Path::new("other")), current), Path::new("other"));
    }

    #[test]
    fn files_are_named_from_the_current_folder() {
        let current = Path::new("/work/here");
        let named = |folder: &str| Place::new(Path::new(folder), current).of("services/a.md");
        assert_eq!(named("."), "services/a.md");
        assert_eq!(named(""), "services/a.md");
        assert_eq!(named("./manual/"), "manual/services/a.md");
        assert_eq!(named("/work/here/m"), "m/services/a.md");
        assert_eq!(named("/other/m"), "/other/m/services/a.md");
        assert_eq!(named("../m"), "../m/services/a.md");
    }
}
