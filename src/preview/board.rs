//! The board: what is shown now. A new edition takes the place of the old one in one step, and whoever waits for it is told.

use super::finding::Finding;
use crate::ir::Manual;
use crate::lang::Lang;
use crate::render::{Artifact, RenderError, edition};
use crate::theme::Theme;
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// The pages of one compilation, with what their PDFs are made from.
#[derive(Debug)]
pub struct Site {
    /// By path, as `build` would publish them.
    files: BTreeMap<String, Vec<u8>>,
    pub manuals: Vec<Manual>,
    theme: Theme,
    /// One for each manual, made when it is first asked for.
    pdfs: Vec<OnceLock<Result<Arc<Vec<u8>>, String>>>,
    /// The time of day when it was made, as people read it.
    pub clock: String,
    /// Whether all that was saved could be read.
    pub whole: bool,
}

/// The stack on which a PDF is set: a page can hold much within much.
const STACK: usize = 16 * 1024 * 1024;

impl Site {
    /// Renders the pages of manuals, as `build` does.
    ///
    /// # Errors
    /// What a renderer cannot render.
    pub fn render(manuals: Vec<Manual>, theme: Theme, whole: bool) -> Result<Site, RenderError> {
        let artifacts = edition::render(&manuals, edition::Formats::Pages, &theme, None, &|_| None)?;
        let files = artifacts.into_iter().map(|Artifact { path, bytes }| (path, bytes)).collect();
        let pdfs = manuals.iter().map(|_| OnceLock::new()).collect();
        Ok(Site { files, manuals, theme, pdfs, clock: String::new(), whole })
    }

    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// The manuals with the folder of each: the first stands at the root.
    pub fn folders(&self) -> impl Iterator<Item = (String, &Manual)> {
        self.manuals.iter().enumerate().map(|(place, manual)| (folder(place, manual), manual))
    }

    /// The PDF of a manual, by the place of the manual.
    pub fn pdf(&self, place: usize) -> Option<Result<Arc<Vec<u8>>, String>> {
        let (manual, made) = (self.manuals.get(place)?, self.pdfs.get(place)?);
        let make = || match edition::pdf(manual, &self.theme) {
            Ok(bytes) => Ok(Arc::new(bytes)),
            Err(error) => Err(error.to_string()),
        };
        let on_its_own_stack = || {
            std::thread::scope(|scope| {
                let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, make);
                match thread.map(std::thread::ScopedJoinHandle::join) {
                    Ok(Ok(pdf)) => pdf,
                    Ok(Err(_)) => Err("panic".to_owned()),
                    Err(error) => Err(error.to_string()),
                }
            })
        };
        Some(made.get_or_init(on_its_own_stack).clone())
    }
}

/// The folder of a manual within its site.
pub fn folder(place: usize, manual: &Manual) -> String {
    if place == 0 { String::new() } else { format!("{}/", manual.lang) }
}

/// What is shown between one save and the next.
#[derive(Debug)]
pub struct Edition {
    /// Differs from every other, those of another run included.
    pub serial: String,
    /// The last pages that could be made; none when there never were any.
    pub site: Option<Arc<Site>>,
    /// Whether those pages are of the last save. If they are not, the findings tell why, or the trouble does.
    pub fresh: bool,
    pub findings: Vec<Finding>,
    /// What kept the findings themselves from being found: the folder cannot be read, a template fails.
    pub trouble: Option<String>,
    /// The language of what is said about the manual.
    pub lang: Lang,
    pub clock: String,
}

#[derive(Debug)]
pub struct Board {
    edition: Mutex<Option<Arc<Edition>>>,
    changed: Condvar,
}

impl Board {
    pub fn new() -> Board {
        Board { edition: Mutex::new(None), changed: Condvar::new() }
    }

    fn held(&self) -> MutexGuard<'_, Option<Arc<Edition>>> {
        self.edition.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn show(&self, edition: Edition) {
        *self.held() = Some(Arc::new(edition));
        self.changed.notify_all();
    }

    pub fn edition(&self) -> Option<Arc<Edition>> {
        self.held().clone()
    }

    /// The serial of an edition other than the known one, once there is one; none when none came in time.
    pub fn after(&self, known: Option<&str>, patience: Duration) -> Option<String> {
        let until = Instant::now() + patience;
        let mut held = self.held();
        loop {
            if let Some(edition) = held.as_ref().filter(|edition| Some(edition.serial.as_str()) != known) {
                return Some(edition.serial.clone());
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return None;
            }
            held = self.changed.wait_timeout(held, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(serial: &str) -> Edition {
        Edition {
            serial: serial.into(),
            site: None,
            fresh: true,
            findings: Vec::new(),
            trouble: None,
            lang: Lang::Es,
            clock: String::new(),
        }
    }

    #[test]
    fn who_waits_is_told_of_the_edition_it_does_not_know() {
        let board = Arc::new(Board::new());
        assert_eq!(board.after(None, Duration::ZERO), None);
        let waiting = std::thread::spawn({
            let board = Arc::clone(&board);
            move || board.after(None, Duration::from_secs(60))
        });
        board.show(edition("a-1"));
        assert_eq!(waiting.join().expect("no panic"), Some("a-1".to_owned()));
        assert_eq!(board.after(Some("a-1"), Duration::ZERO), None);
        board.show(edition("a-2"));
        assert_eq!(board.after(Some("a-1"), Duration::ZERO), Some("a-2".to_owned()));
    }
}
