//! An edition whose files are rendered one by one, when somebody asks for them: who looks at a page needs none of the others.

use super::edition::{self, Formats, folder_of};
use super::{RenderError, html, json};
use crate::ir::Manual;
use crate::theme::Theme;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Where the index of the search stands. What changes under one name must not be kept by a browser.
const SEARCH: &str = "search/live/";

/// The files that [`edition::render`] makes of manuals with [`Formats::Pages`], but for the folder of the search's index.
#[derive(Debug)]
pub struct Demand {
    pub manuals: Vec<Manual>,
    pub theme: Theme,
    /// The pages of each manual.
    pages: Vec<BTreeSet<String>>,
    /// The index of each, by file, once somebody searches.
    indexes: Vec<OnceLock<Result<BTreeMap<String, Vec<u8>>, RenderError>>>,
}

/// What a path leads to in a manual.
enum File<'p> {
    Page(&'p str),
    /// The manual as data, with all that stands beside it.
    Data(&'p str),
    Theme(Vec<u8>),
    Picture(&'p [u8]),
    Search(&'p str),
}

impl Demand {
    /// Prepares what is asked for later, and renders the front pages.
    ///
    /// # Errors
    /// Addresses that cannot be, and what fails on the front pages: what most templates have in common.
    pub fn new(manuals: Vec<Manual>, theme: Theme) -> Result<Demand, RenderError> {
        let pages = manuals.iter().map(html::pages).collect::<Result<_, _>>()?;
        let indexes = manuals.iter().map(|_| OnceLock::new()).collect();
        let demand = Demand { manuals, theme, pages, indexes };
        for at in 0..demand.manuals.len() {
            demand.render(at, &File::Page("index.html"))?;
        }
        Ok(demand)
    }

    /// Whether there is such a file. Of the index every name is taken for one.
    pub fn has(&self, path: &str) -> bool {
        self.locate(path).is_some()
    }

    /// A file; none where nothing has that path.
    ///
    /// # Errors
    /// What a renderer cannot render.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, RenderError> {
        match self.locate(path) {
            Some((at, file)) => self.render(at, &file),
            None => Ok(None),
        }
    }

    fn locate<'p>(&'p self, path: &'p str) -> Option<(usize, File<'p>)> {
        // The first manual stands at the root: the others' folders are looked into before it.
        let inner = |at: usize| path.strip_prefix(&folder_of(at, &self.manuals[at])).map(|rest| (at, rest));
        let (at, rest) = (0..self.manuals.len()).rev().find_map(inner)?;
        let (manual, pages) = (&self.manuals[at], &self.pages[at]);
        let file = if pages.contains(rest) {
            File::Page(rest)
        } else if let Some(name) = rest.strip_prefix("assets/theme/") {
            File::Theme(html::theme_file(&self.theme, name)?)
        } else if let Some(name) = rest.strip_prefix("assets/") {
            File::Picture(&manual.assets.iter().find(|asset| asset.path == name)?.bytes)
        } else if let Some(name) = rest.strip_prefix(SEARCH) {
            File::Search(name)
        } else if json::has(manual, rest) {
            File::Data(rest)
        } else {
            return None;
        };
        Some((at, file))
    }

    fn render(&self, at: usize, file: &File<'_>) -> Result<Option<Vec<u8>>, RenderError> {
        let manual = &self.manuals[at];
        match file {
            File::Page(name) => {
                let site = edition::site(&self.manuals, at, Formats::Pages, None);
                Ok(html::page(manual, &site, &self.theme, name, SEARCH)?.map(|page| page.bytes))
            }
            File::Data(path) => json::file(manual, path),
            File::Theme(bytes) => Ok(Some(bytes.clone())),
            File::Picture(bytes) => Ok(Some(bytes.to_vec())),
            File::Search(name) => match self.indexes[at].get_or_init(|| html::search(manual)) {
                Ok(files) => Ok(files.get(*name).cloned()),
                Err(error) => Err(error.clone()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::sample;

    #[test]
    fn every_file_is_the_one_that_is_published() {
        let manuals = vec![sample::sample(), Manual { lang: "en".to_owned(), ..sample::sample() }];
        let theme = Theme::built_in();
        let published = edition::render(&manuals, Formats::Pages, &theme, None, &|_| None).expect("rendered");
        let demand = Demand::new(manuals, theme).expect("rendered");
        let mut seen = BTreeSet::new();
        for artifact in &published {
            // The folder of the index is named by what is in it, and the pages name the folder.
            let live = |path: &str| match path.split_once("search/") {
                Some((before, rest)) => format!("{before}{SEARCH}{}", rest.split_once('/').expect("a folder").1),
                None => path.to_owned(),
            };
            let path = live(&artifact.path);
            assert!(demand.has(&path), "{path}");
            let bytes = demand.file(&path).expect("rendered").unwrap_or_else(|| panic!("{path} is missing"));
            let text = String::from_utf8_lossy(&artifact.bytes);
            if artifact.path.ends_with(".html") {
                let at = text.find("search/").expect("a page names the folder");
                let folder = &text[at..at + "search/".len() + 16];
                let folder = &folder[..folder.rfind('/').map_or(folder.len(), |at| at.max(7))];
                let name = text[at..].split(['"', '\'']).next().expect("a quoted folder");
                assert!(name.starts_with(folder));
                assert_eq!(String::from_utf8_lossy(&bytes), text.replace(name, SEARCH), "{path}");
            } else {
                assert_eq!(bytes, artifact.bytes, "{path}");
            }
            seen.insert(path);
        }
        assert!(seen.len() > 30, "{seen:?}");
        for nothing in [
            "nothing.html",
            "en",
            "en/nothing.html",
            "assets/theme/nothing.css",
            "search/live/nothing.js",
            "../manual.json",
        ] {
            assert_eq!(demand.file(nothing).expect("nothing fails"), None, "{nothing}");
        }
    }
}
