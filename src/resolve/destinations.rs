//! Ordinary links and pictures of the prose → what they lead to.
//!
//! A link without a scheme names an entry's file (`services/microcredito.md`), from the manual's folder or from the file that
//! it stands in, with an optional heading (`#requisitos`); or a file beneath `assets/`; or, as `#service-microcredito` alone, an
//! entry's anchor or a heading of the same file. Nothing may lead out of the manual.

use super::Resolved;
use crate::model::base::Base;
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::parse::prose::{Block, plain_of};
use crate::span::FileId;

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// An address with an allowed scheme.
    Outside,
    /// An entry, and the slug of a heading in its prose.
    Entry(Kind, String, Option<String>),
    /// A file, by its path beneath `assets/`.
    Asset(String),
}

/// Why a link or a picture leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    Empty,
    Scheme,
    Absolute,
    /// `..`, a backslash, or either of them disguised.
    Upwards,
    Missing,
    /// The page exists, the heading does not.
    Heading,
}

/// Schemes that a link may have.
pub const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

impl Resolved<'_> {
    /// What an ordinary link in a file leads to.
    ///
    /// # Errors
    /// Why it leads nowhere.
    pub fn destination(&self, href: &str, from: FileId) -> Result<Destination, Broken> {
        let href = href.trim();
        if let Some((scheme, rest)) = href.split_once(':')
            && is_scheme(scheme)
        {
            let allowed = SCHEMES.contains(&scheme.to_ascii_lowercase().as_str());
            return match (allowed, rest.trim_start_matches('/').is_empty()) {
                (true, false) => Ok(Destination::Outside),
                (true, true) => Err(Broken::Empty),
                (false, _) => Err(Broken::Scheme),
            };
        }
        let (path, heading) = match href.split_once('#') {
            Some((path, heading)) => (path, Some(heading)),
            None => (href, None),
        };
        if path.is_empty() {
            let heading = heading.filter(|h| !h.is_empty()).ok_or(Broken::Empty)?;
            return self.place(heading, from).ok_or(Broken::Heading);
        }
        let path = tame(path)?;
        if let Some(asset) = path.strip_prefix("assets/") {
            let found = self.assets.iter().find(|a| *a == asset).ok_or(Broken::Missing)?;
            return Ok(Destination::Asset(found.clone()));
        }
        let base = self.page(path, from).ok_or(Broken::Missing)?;
        let heading = match heading.filter(|h| !h.is_empty()) {
            Some(heading) if !headings(base).any(|h| h == heading) => return Err(Broken::Heading),
            heading => heading.map(str::to_owned),
        };
        Ok(Destination::Entry(base.kind, base.id.clone(), heading))
    }

    /// The path beneath `assets/` of a picture, written with or without that folder.
    ///
    /// # Errors
    /// Why there is no such picture.
    pub fn picture(&self, path: &str) -> Result<&str, Broken> {
        let path = path.trim();
        if path.is_empty() {
            return Err(Broken::Empty);
        }
        if path.split_once(':').is_some_and(|(scheme, _)| is_scheme(scheme)) {
            return Err(Broken::Scheme);
        }
        let path = tame(path)?;
        let path = path.strip_prefix("assets/").unwrap_or(path);
        self.assets.iter().find(|asset| *asset == path).map(String::as_str).ok_or(Broken::Missing)
    }

    /// The address of a heading in the prose of an entry, if it has an id: those that go by their words may differ from one
    /// language to another.
    pub fn heading(&self, kind: Kind, id: &str, name: &str) -> Option<String> {
        let base = self.model.base(kind, id)?;
        let is_it = |block: &Block| matches!(block, Block::Heading { id: Some(own), .. } if slug(own) == name);
        base.body.blocks.iter().any(is_it).then(|| format!("{}.{name}", base.anchor()))
    }

    /// An entry's anchor anywhere, or a heading of the entry that has the file to itself.
    fn place(&self, name: &str, from: FileId) -> Option<Destination> {
        let anchors = self.anchors.get_or_init(|| {
            // Of two entries with one anchor the first has it.
            let bases = self.model.bases().into_iter().rev();
            bases.map(|base| (base.anchor(), (base.kind, base.id.clone()))).collect()
        });
        if let Some((kind, id)) = anchors.get(name) {
            return Some(Destination::Entry(*kind, id.clone(), None));
        }
        let bases = self.model.bases();
        let here = bases.into_iter().find(|b| b.span.file == from && headings(b).any(|h| h == name))?;
        Some(Destination::Entry(here.kind, here.id.clone(), Some(name.to_owned())))
    }

    /// The entry whose file a path names, from the folder of the file it stands in or from the manual's.
    fn page(&self, path: &str, from: FileId) -> Option<&Base> {
        let folder = self.sources.get(from).path.rsplit_once('/').map(|(folder, _)| folder);
        let beside = folder.map(|folder| format!("{folder}/{path}"));
        [beside.as_deref(), Some(path)].into_iter().flatten().find_map(|path| {
            let (kind, file) = path.split_once('/')?;
            let id = file.strip_suffix(".md").or_else(|| file.strip_suffix(".yaml"))?;
            self.model.base(Kind::from_name(kind)?, id)
        })
    }
}

/// A scheme is letters, digits, `+`, `-` and `.`, the first a letter.
fn is_scheme(text: &str) -> bool {
    let all = text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    all && text.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// A relative path that stays where it is.
fn tame(path: &str) -> Result<&str, Broken> {
    let path = path.strip_prefix("./").unwrap_or(path);
    let folded = path.to_ascii_lowercase();
    if path.starts_with('/') {
        return Err(Broken::Absolute);
    }
    let disguised = ["%2e", "%2f", "%5c", "%00"].iter().any(|code| folded.contains(code));
    let control = path.chars().any(|c| c == '\\' || c.is_control());
    if disguised || control || path.split('/').any(|part| part == ".." || part == ".") {
        return Err(Broken::Upwards);
    }
    Ok(path)
}

/// The slugs of the headings of an entry's prose, and the ids of those that have one.
fn headings(base: &Base) -> impl Iterator<Item = String> {
    let headings = base.body.blocks.iter().filter_map(|block| match block {
        Block::Heading { content, id, .. } => {
            let mut words = String::new();
            plain_of(content, &mut words);
            Some([Some(slug(&words)), id.as_ref().map(|id| slug(id))])
        }
        _ => None,
    });
    headings.flatten().flatten()
}
