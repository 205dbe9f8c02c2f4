//! Which manual a command works on, and how its files are called before the person.

use super::failure::{self, Failure};
use super::print::Manner;
use super::session::Session;
use crate::lang::{changes, fill};
use crate::load::repository::Repository;
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
        bare(&folder, session).unwrap_or_else(|| failure::load(words, &error))
    })?;
    let entries = files.list().map_err(|error| failure::load(words, &error))?;
    // One whose name ends otherwise is told with the findings, by what to call it.
    let meant = |path: &str| path == MANIFEST || matches!(path.to_lowercase().as_str(), "manual.yml" | "manual.yaml");
    if !entries.iter().any(|entry| meant(&entry.path)) {
        return Err(absent(&folder, session));
    }
    Ok(Manual { files, place: Place::new(&folder, current) })
}

/// Why a folder without a manual is none, and where there is one.
fn absent(folder: &Path, session: &Session<'_>) -> Failure {
    let words = &session.words().failures;
    let shown = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let failure = Failure::new(fill(words.no_manual, &[("path", shown.display().to_string())]));
    match above(&session.environment.current, folder) {
        Some(place) => failure.help(changes::MANUAL_LIES.fill(session.lang(), &[("path", place)])),
        None => bare(folder, session).unwrap_or_else(|| failure.help(words.no_manual_help)),
    }
}

/// What is wrong with a folder that lies inside the manual: where that begins.
pub(super) fn inside(folder: &Path, session: &Session<'_>) -> Option<Failure> {
    let is_manual = session.environment.current.join(folder).join(MANIFEST).is_file();
    above(&session.environment.current, folder).filter(|_| !is_manual).map(|_| absent(folder, session))
}

/// The folder of the manual that a folder lies in, as the person would name it.
fn above(current: &Path, folder: &Path) -> Option<String> {
    let whole = current.join(folder).canonicalize().ok()?;
    let here = current.canonicalize().ok()?;
    let manual = whole.ancestors().skip(1).find(|folder| folder.join(MANIFEST).is_file())?;
    let up = here.strip_prefix(manual).ok().map(|inner| vec![".."; inner.components().count()].join("/"));
    Some(match up {
        Some(up) if up.is_empty() => ".".to_owned(),
        Some(up) => up,
        None => manual.display().to_string(),
    })
}

/// That a folder is a repository in which nothing is checked out, where it is one.
fn bare(folder: &Path, session: &Session<'_>) -> Option<Failure> {
    let whole = session.environment.current.join(folder);
    let place = whole.ancestors().find(|folder| folder.is_dir())?;
    let repository = Repository::around(place).ok().flatten().filter(|repository| repository.top().is_none())?;
    let shown: PathBuf = repository.place().components().collect();
    let text = changes::BARE.fill(session.lang(), &[("path", shown.display().to_string())]);
    Some(Failure::new(text).help(changes::BARE_HELP.in_lang(session.lang())))
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
    fn the_manual_around_a_folder_is_named_as_from_here() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let top = dir.path();
        fs::create_dir_all(top.join("manual/services/more")).expect("created");
        assert_eq!(above(top, Path::new("manual/services")), None);
        fs::write(top.join("manual/manual.yaml"), "").expect("written");
        assert_eq!(above(&top.join("manual/services/more"), Path::new(".")).as_deref(), Some("../.."));
        assert_eq!(above(&top.join("manual"), Path::new("services")).as_deref(), Some("."));
        assert_eq!(above(&top.join("manual"), Path::new(".")), None, "what is above the manual is not in it");
        let named = above(top, Path::new("manual/services")).expect("in the manual");
        assert!(named.ends_with("manual"), "{named}");
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
