//! One side of a comparison: a folder, the working copy, or an edition by its tag.

use super::super::editions::tags;
use super::super::failure::{self, Failure};
use super::super::manual::{self, Manual, Place};
use super::super::session::Session;
use crate::lang::Lang;
use crate::lang::changes as words;
use crate::load::Files;
use crate::load::repository::{Fault, Repository};
use std::path::{Path, PathBuf};

pub struct Side {
    pub files: Box<dyn Files>,
    /// The tag, or the folder as it was named.
    pub name: String,
    draft: bool,
    /// Where its folder lies; none where a tag names it.
    pub place: Option<Place>,
}

impl Side {
    /// What the side is called in a sentence.
    pub fn told(&self, edition: Option<&str>, lang: Lang) -> String {
        match (self.draft, edition) {
            (true, _) => words::DRAFT.in_lang(lang).to_owned(),
            // A folder elsewhere is there for the comparison alone, and is called something else each time.
            (false, Some(edition)) if Path::new(&self.name).is_absolute() => {
                words::EDITION_ALONE.fill(lang, &[("edition", edition.to_owned())])
            }
            (false, Some(edition)) => {
                words::EDITION.fill(lang, &[("edition", edition.to_owned()), ("name", self.name.clone())])
            }
            (false, None) => format!("`{}`", self.name),
        }
    }
}

/// `draft` and `.` are the working copy; a folder with a manual is that folder; all else is the exact name of a tag, tried with
/// what the tags of editions begin with before it first.
pub fn open(name: &str, named: Option<&Path>, session: &Session<'_>) -> Result<Side, Failure> {
    let current = &session.environment.current;
    if matches!(name, "draft" | ".") {
        let manual = manual::open(named, session)?;
        return Ok(folder_side(manual, name, true));
    }
    if !name.is_empty() && current.join(name).join("manual.yaml").is_file() {
        let manual = manual::open(Some(Path::new(name)), session)?;
        return Ok(folder_side(manual, name, false));
    }
    let lang = session.lang();
    let located = manual::locate(named, current);
    // Without the `.` that stands for the current folder.
    let folder: PathBuf = current.join(&located).components().collect();
    let fault = |fault: &Fault| failure::repository(lang, fault);
    let Some(repository) = Repository::around(&folder).map_err(|error| fault(&error))? else {
        let slots = [("name", name.to_owned()), ("path", folder.display().to_string())];
        let text = words::NO_REPOSITORY.fill(lang, &slots);
        return Err(Failure::new(text).help(words::NO_REPOSITORY_HELP.in_lang(lang)));
    };
    // What stands before the number of an edition in the name of its tag, as the working copy says it.
    let own = manual::open(named, session).ok().and_then(|manual| crate::head(&manual.files).ok().flatten());
    let tag = tags::named(&repository, &tags::pattern(own.as_ref()), name);
    let tag = tag.map_err(|error| fault(&error))?;
    let code = own.as_ref().and_then(|facts| facts.code.as_deref());
    let files = tags::files(&repository, &tag, code).map_err(|error| match error {
        // The edition is not to blame where the command was not told which folder the manual is.
        Fault::NoManual { .. } => manual::inside(&located, session).unwrap_or_else(|| fault(&error)),
        error => fault(&error),
    })?;
    Ok(Side { files: Box::new(files), name: tag.name, draft: false, place: None })
}

fn folder_side(manual: Manual, name: &str, draft: bool) -> Side {
    Side { files: Box::new(manual.files), name: name.to_owned(), draft, place: Some(manual.place) }
}
