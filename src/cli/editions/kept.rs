//! What of a site stays as it was published: which files are an edition's, whether they are all that is asked for, and whether the list of
//! the editions would come out as it did before.

use super::list::{self, Roll};
use super::make::languages;
use super::plan::{Entry, Selection};
use super::{Run, discover, is_address};
use crate::Compiled;
use crate::cli::build::formats;
use crate::lang::Tongue;
use crate::publish::{Edition, STATEMENT, Statement};
use crate::render::edition::{self, Formats};
use crate::render::html::editions::{DATA, LIST, data};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Whether a file of the site belongs to no edition: it is made anew each time.
fn is_of_the_site(path: &str) -> bool {
    let name = match path.split_once('/') {
        Some((folder, name)) if Tongue::of_name(folder).is_some() => name,
        _ => path,
    };
    name == LIST || matches!(path, list::FILE | DATA | STATEMENT)
}

impl Run<'_> {
    /// The files at the root that belong to the edition there.
    pub(super) fn root_files(&self) -> BTreeMap<String, String> {
        let inside = |path: &str| {
            let deep = path.split_once('/').map(|(first, _)| first);
            deep == Some(list::DRAFT) && self.archive.folders.contains_key(list::DRAFT)
                || self.archive.folders.keys().any(|f| is_address(f) && path.starts_with(&format!("{f}/")))
        };
        let own = self.archive.files.iter().filter(|(path, _)| !inside(path) && !is_of_the_site(path));
        own.map(|(path, digest)| (path.clone(), digest.clone())).collect()
    }

    /// Whether what is published has all formats and languages that are asked for.
    pub(super) fn is_complete(&self, folder: &str, statement: Option<&Statement>) -> bool {
        let Some(known) = statement.and_then(discover::published) else { return false };
        let tagged = self.found.tags.iter().find(|tagged| tagged.tag == known.tag);
        let own = tagged.map_or(known.langs.as_slice(), |tagged| tagged.langs.as_slice());
        let files: &[&str] = match formats(self.args.format) {
            Formats::Html | Formats::Pages => &["index.html"],
            Formats::Pdf => &[edition::PDF],
            Formats::All => &["index.html", edition::PDF],
        };
        self.languages(own).iter().all(|lang| {
            let Some(at) = known.langs.iter().position(|have| have == lang) else { return false };
            let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
            let inner = if at == 0 { String::new() } else { format!("{lang}/") };
            files.iter().all(|file| self.archive.files.contains_key(&format!("{prefix}{inner}{file}")))
        })
    }

    /// Whether a draft that cannot be made again stays as it was published.
    pub(super) fn keeps_draft(&self) -> bool {
        let stands = self.archive.folders.get(list::DRAFT).is_some_and(|draft| draft.whole);
        self.selection == Selection::All && stands && self.working.is_some()
    }

    /// The names of the pages that are published in a folder.
    pub(super) fn pages_in(&self, folder: &str) -> BTreeSet<String> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let inside = self.archive.files.keys().filter_map(|path| path.strip_prefix(&prefix));
        inside
            .filter(|name| name.ends_with(".html") && !name.contains('/') && *name != LIST)
            .map(str::to_owned)
            .collect()
    }

    pub(super) fn languages_of(&self, folder: &str) -> Vec<Tongue> {
        let statement = self.archive.folders.get(folder).and_then(|archived| archived.statement.as_ref());
        let tags = statement.map_or(&[][..], |statement| &statement.edition.languages);
        tags.iter().filter_map(|tag| Tongue::of_name(tag)).collect()
    }

    /// A printed manual as it was published from the same commit at another place of the site: it stays what it was.
    pub(super) fn ready(&self, entry: &Entry, compiled: &Compiled, path: &str) -> Option<Vec<u8>> {
        let is_same = |statement: &Statement| {
            let known = discover::published(statement);
            known.is_some_and(|k| k.commit == entry.known.commit && k.langs == languages(compiled))
        };
        let folders = self.archive.folders.iter();
        let (folder, _) = folders.into_iter().find(|(_, a)| a.statement.as_ref().is_some_and(is_same))?;
        let path = if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") };
        let is_whole = self.archive.files.contains_key(&path) && !self.archive.damaged.contains(&path);
        is_whole.then(|| std::fs::read(self.target.folder().join(&path)).ok()).flatten()
    }

    /// The pages that list the editions, and what the statement at the root says, where both would be again what they are: the edition at
    /// the root is kept, and the editions and all that is told of them are those that were listed.
    ///
    /// What such a page is made of beside them (the manual, its theme, the formats) is what the edition at the root was made of, by a
    /// program of this version.
    pub(super) fn kept_list(&self, at: &Entry, roll: &Roll) -> Option<(Edition, BTreeMap<String, String>)> {
        at.known.found?;
        let edition = self.archive.folders.get("")?.statement.as_ref()?.edition.clone();
        if edition.program.version != env!("CARGO_PKG_VERSION") {
            return None;
        }
        let stands = |path: &str| {
            let is_whole = self.archive.files.contains_key(path) && !self.archive.damaged.contains(path);
            is_whole.then(|| std::fs::read(self.target.folder().join(path)).ok()).flatten()
        };
        if stands(DATA)? != data(&roll.listed()).bytes {
            return None;
        }
        // No page shows the digests of statements, and that of the draft is another each time it is written on.
        let title = (edition.manual.code.as_deref(), edition.manual.title.as_str());
        let listed = |bytes: &[u8]| {
            let mut list: Value = serde_json::from_slice(bytes).ok()?;
            for row in list.get_mut("editions")?.as_array_mut()? {
                row.as_object_mut()?.remove("statement");
            }
            Some(list)
        };
        if listed(&stands(list::FILE)?)? != listed(&roll.file(title, &|_| None).bytes)? {
            return None;
        }
        let name = |(n, lang): (usize, Tongue)| if n == 0 { LIST.to_owned() } else { format!("{lang}/{LIST}") };
        let names = self.languages_of("").into_iter().enumerate().map(name);
        let known = |name: String| {
            let digest = self.archive.files.get(&name).filter(|_| !self.archive.damaged.contains(&name))?.clone();
            Some((name, digest))
        };
        Some((edition, names.map(known).collect::<Option<_>>()?))
    }
}
