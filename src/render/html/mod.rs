//! The site: one page for each section that is a page, with everything those pages load.
//!
//! Works from a folder without a server, and reads without its script. Nothing outside is requested. Every text of the
//! manual is escaped by the template that prints it; only what this module has rendered itself is passed on as HTML.

mod address;
mod block;
mod drawing;
pub mod editions;
mod inline;
mod learning;
mod navigation;
mod page;
mod search;
mod sheet;
mod table;
mod terms;
#[cfg(test)]
mod tests;

use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tera::{Context, Value};

use super::{Artifact, RenderError};
use crate::ir::Manual;
use crate::theme::Theme;
use address::Addresses;

/// What a site offers beside the manual itself.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// The same manual in other languages; their pages have the same names.
    pub alternates: Vec<Alternate>,
    /// The manual as PDF, as an address relative to the site's folder.
    pub pdf: Option<String>,
    /// The manual as data, likewise.
    pub data: Option<String>,
    /// The other editions, where it is one of several.
    pub editions: Option<editions::Frame>,
}

/// The same manual in another language.
#[derive(Debug, Clone)]
pub struct Alternate {
    /// BCP 47 language.
    pub lang: String,
    /// The language's name in itself: `English`.
    pub name: String,
    /// What leads from a page of this site to the same page of the other: `../en/`.
    pub prefix: String,
}

/// Renders every page, and gives it with the theme's files and the manual's pictures, sorted by path.
///
/// # Errors
/// A reference, in text or drawing, to an anchor that nothing has; an anchor, page or picture that cannot be addressed; a link
/// that is not http, https, mailto or tel; a drawing with anything but shapes, text and links; a template that fails.
pub fn render(manual: &Manual, site: &Site, theme: &Theme) -> Result<Vec<Artifact>, RenderError> {
    let search::Index { folder, artifacts: index } = search::index(manual)?;
    let book = bound(manual, site, theme, folder)?;
    let pages = page::list(manual)?;
    let mut artifacts: Vec<Artifact> =
        (0..pages.len()).into_par_iter().map(|at| page::render(&book, &pages, at)).collect::<Result<_, _>>()?;
    if site.editions.as_ref().is_some_and(|frame| frame.lists) {
        artifacts.push(editions::list(&book, editions::LIST)?);
        // Without a manual the list is the front page.
        if pages.is_empty() {
            artifacts.push(editions::list(&book, "index.html")?);
        }
    }
    artifacts.extend(index);
    let several = site.editions.is_some();
    artifacts.extend(
        theme
            .assets()
            .filter(|(name, _)| several || !editions::is_file(name))
            .map(|(name, bytes)| Artifact { path: format!("assets/theme/{name}"), bytes }),
    );
    for asset in &manual.assets {
        artifacts.push(Artifact { path: format!("assets/{}", asset.path), bytes: asset.bytes.clone() });
    }
    artifacts.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(artifacts)
}

/// The files of the pages of a manual.
///
/// # Errors
/// An anchor that cannot be addressed.
pub fn pages(manual: &Manual) -> Result<BTreeSet<String>, RenderError> {
    Ok(page::list(manual)?.into_iter().map(|page| page.file).collect())
}

/// One page as [`render`] makes it, but with the index of the search in a folder of that name; none where no page has the file.
///
/// # Errors
/// Those of [`render`], as far as they concern the page.
pub fn page(
    manual: &Manual,
    site: &Site,
    theme: &Theme,
    file: &str,
    search: &str,
) -> Result<Option<Artifact>, RenderError> {
    let book = bound(manual, site, theme, search.to_owned())?;
    let pages = page::list(manual)?;
    pages.iter().position(|page| page.file == file).map(|at| page::render(&book, &pages, at)).transpose()
}

/// The index of the search, by file in its folder.
///
/// # Errors
/// An anchor that cannot be addressed.
pub fn search(manual: &Manual) -> Result<BTreeMap<String, Vec<u8>>, RenderError> {
    let search::Index { folder, artifacts } = search::index(manual)?;
    let name = |path: String| path.strip_prefix(&folder).map_or_else(|| path.clone(), str::to_owned);
    Ok(artifacts.into_iter().map(|file| (name(file.path), file.bytes)).collect())
}

/// A file of the theme that the pages of a site without other editions load.
pub fn theme_file(theme: &Theme, name: &str) -> Option<Vec<u8>> {
    theme.assets().find(|(known, _)| *known == name && !editions::is_file(known)).map(|(_, bytes)| bytes)
}

/// The page that lists the editions, as it stands among the pages of the manual.
///
/// # Errors
/// What [`render`] refuses before it renders pages, and a template that fails.
pub fn list(manual: &Manual, site: &Site, theme: &Theme) -> Result<Artifact, RenderError> {
    let folder = search::index(manual)?.folder;
    let book = bound(manual, site, theme, folder)?;
    editions::list(&book, editions::LIST)
}

/// What all pages share.
fn bound<'a>(manual: &'a Manual, site: &'a Site, theme: &'a Theme, search: String) -> Result<Book<'a>, RenderError> {
    let addresses = Addresses::of(manual)?;
    for alternate in &site.alternates {
        inline::language(&alternate.lang)?;
    }
    inline::language(&manual.lang)?;
    let (terms, services) = (terms::Terms::of(manual), navigation::count(manual));
    Ok(Book { manual, site, theme, addresses, terms, services, search })
}

/// What all pages share.
struct Book<'a> {
    manual: &'a Manual,
    site: &'a Site,
    theme: &'a Theme,
    addresses: Addresses<'a>,
    terms: terms::Terms<'a>,
    /// How many services there are.
    services: usize,
    /// The folder of the index for the search.
    search: String,
}

impl Book<'_> {
    fn template(&self, name: &str, context: &Context) -> Result<String, RenderError> {
        self.theme.tera().render(name, context).map_err(|e| RenderError(format!("html/{name}: {}", chain(&e))))
    }
}

/// An error with its causes: Tera tells the place in the template only in a cause.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

/// HTML made by this module, which a template prints as it is. Empty HTML is false in a template.
fn markup(html: &str) -> Value {
    Value::safe_string(html)
}

/// The attribute of what only has words of the program, on a page whose texts are in a language that it does not speak.
fn ui(manual: &Manual) -> Value {
    markup(&manual.interface.map_or_else(String::new, |lang| format!(" lang=\"{lang}\"")))
}

/// A context, or a map within one, from names and values.
fn context<const N: usize>(entries: [(&'static str, Value); N]) -> Context {
    let mut context = Context::new();
    for (name, value) in entries {
        context.insert_value(name, value);
    }
    context
}

fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    Value::from(std::collections::BTreeMap::from(entries))
}
