//! The board: what is shown now. A new edition takes the place of the old one in one step, and whoever waits for it is told.

use super::finding::Finding;
use crate::ir::Manual;
use crate::lang::Lang;
use crate::render::RenderError;
use crate::render::demand::Demand;
use crate::render::edition::{self, folder_of};
use crate::theme::Theme;
use axum::body::Bytes;
use std::sync::{Arc, OnceLock};
use tokio::sync::watch;

/// The pages of one compilation, as `build` would publish them, with what their PDFs are made from.
#[derive(Debug)]
pub struct Site {
    files: Demand,
    /// One for each manual, made when it is first asked for.
    pdfs: Vec<OnceLock<Result<Bytes, String>>>,
    /// The time of day when it was made, as people read it.
    pub clock: String,
    /// Whether all that was saved could be read.
    pub whole: bool,
}

impl Site {
    /// Prepares the pages of manuals. Each is rendered when it is asked for.
    ///
    /// # Errors
    /// What fails on the front pages.
    pub fn new(manuals: Vec<Manual>, theme: Theme, whole: bool) -> Result<Site, RenderError> {
        let pdfs = manuals.iter().map(|_| OnceLock::new()).collect();
        Ok(Site { files: Demand::new(manuals, theme)?, pdfs, clock: String::new(), whole })
    }

    pub fn manuals(&self) -> &[Manual] {
        &self.files.manuals
    }

    pub fn has(&self, path: &str) -> bool {
        self.files.has(path)
    }

    /// A file of the site, rendered now; none where nothing has that path.
    ///
    /// # Errors
    /// What a renderer cannot render.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, RenderError> {
        self.files.file(path)
    }

    /// The manuals with the folder of each: the first stands at the root.
    pub fn folders(&self) -> impl Iterator<Item = (String, &Manual)> {
        self.manuals().iter().enumerate().map(|(place, manual)| (folder_of(place, manual), manual))
    }

    /// The PDF of a manual, by the place of the manual. Takes its time when it is first asked for.
    pub fn pdf(&self, place: usize) -> Option<Result<Bytes, String>> {
        let (manual, made) = (self.manuals().get(place)?, self.pdfs.get(place)?);
        let make = || edition::pdf(manual, &self.files.theme).map(Bytes::from).map_err(|error| error.to_string());
        Some(made.get_or_init(make).clone())
    }
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
pub struct Board(watch::Sender<Option<Arc<Edition>>>);

impl Board {
    pub fn new() -> Board {
        Board(watch::Sender::new(None))
    }

    pub fn show(&self, edition: Edition) {
        self.0.send_replace(Some(Arc::new(edition)));
    }

    pub fn edition(&self) -> Option<Arc<Edition>> {
        self.0.borrow().clone()
    }

    /// Follows what is shown from now on.
    pub fn follow(&self) -> watch::Receiver<Option<Arc<Edition>>> {
        self.0.subscribe()
    }

    /// Waits until there is something to show.
    pub async fn first(&self) {
        // The board outlives who waits, so this ends well or not at all.
        let _ = self.follow().wait_for(Option::is_some).await;
    }
}
