//! Ids, references and `[[…]]` → [`Resolved`]: a manual in which everything that points somewhere has been followed.

mod cycles;
mod destinations;
mod links;
mod references;
mod translations;

use crate::diag::Diagnostic;
use crate::lang::Lang;
use crate::model::{self, Model};
use crate::parse::files::{Parsed, Translated};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Notes, PictureUse, Reference, Value};
use crate::parse::unread::Unread;
use crate::span::{FileId, Sources, Span};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub use destinations::{Broken, Destination};
pub use links::{Link, Target};
pub use translations::{Lacking, Stale, Standing, Wording};

/// A manual in one language, with its references followed.
pub struct Resolved<'p> {
    pub model: Model,
    /// The language of the texts.
    pub lang: Lang,
    pub sources: &'p Sources,
    /// Files beneath `assets/`, by path.
    pub assets: &'p [String],
    /// What each `[[…]]` and each bare id in a text points to, by its place.
    links: HashMap<Span, Link>,
    /// Values that prose can print, by entry and path.
    values: HashMap<(Kind, String), BTreeMap<String, Value>>,
    /// Values of the manifest.
    manifest_values: BTreeMap<String, Value>,
    /// Every use of an id where the key gives the kind.
    pub references: Vec<Reference>,
    /// Ordinary links of the prose: target, place, and whose prose it is (`kind/id`, empty for the manifest).
    pub hrefs: Vec<(String, Span, String)>,
    /// Pictures of the prose.
    pub pictures: Vec<PictureUse>,
    /// What has a translation.
    pub translations: Vec<Translated>,
    /// Of a manual that is read in another language: the files of that translation.
    own_files: Option<BTreeSet<FileId>>,
    /// Of such a manual: the places of what is shown in the original's language, because there is no translation of it.
    pub untranslated: HashSet<Span>,
    /// Of such a manual: the entries whose translation may be older than the original.
    pub stale: Vec<(Kind, String)>,
    /// What could not be read: files, and entries of files that could.
    pub unread: Unread,
    /// Values that are written but could not be read, by entry and path.
    failed: Vec<((Kind, String), String)>,
}

/// Reads and resolves a manual in a language. None if there is no manifest to stand on.
pub fn resolve(parsed: &Parsed, lang: Option<Lang>) -> (Option<Resolved<'_>>, Vec<Diagnostic>) {
    let (model, notes) = model::read(parsed, lang);
    let Notes { mut findings, references, links, hrefs, pictures, values, failed, unread: entries } = notes;
    let mut unread = parsed.unread.clone();
    for (kind, id) in entries {
        unread.add_entry(kind, &id);
    }
    let Some(model) = model else { return (None, findings) };
    let mut by_entry: HashMap<(Kind, String), BTreeMap<String, Value>> = HashMap::new();
    let mut manifest_values = BTreeMap::new();
    for ((kind, id), path, value) in values {
        // The manifest is read before any entry has an id.
        if id.is_empty() {
            manifest_values.insert(path, value);
        } else {
            by_entry.entry((kind, id)).or_default().insert(path, value);
        }
    }
    let original = model.manifest.languages.default;
    let lang = lang.unwrap_or(original);
    let mut resolved = Resolved {
        model,
        lang,
        sources: &parsed.sources,
        assets: &parsed.assets,
        links: HashMap::new(),
        values: by_entry,
        manifest_values,
        references: Vec::new(),
        hrefs,
        pictures,
        translations: parsed.translated(),
        own_files: (lang != original).then(|| parsed.files_in(lang)),
        untranslated: HashSet::new(),
        stale: Vec::new(),
        unread,
        failed,
    };
    references::check(&resolved, &references, &mut findings);
    references::codes(&resolved, &mut findings);
    resolved.references = references;
    resolved.links = links::resolve(&resolved, &links, &mut findings);
    cycles::check(&resolved, &mut findings);
    references::gather(&mut findings);
    (Some(resolved), findings)
}

impl Resolved<'_> {
    /// What the `[[…]]` at a place points to; none if that was reported, or if the bare word is just a word.
    pub fn link(&self, span: Span) -> Option<&Link> {
        self.links.get(&span)
    }

    /// A value of an entry, by its path.
    pub fn value(&self, kind: Kind, id: &str, path: &str) -> Option<&Value> {
        self.values.get(&(kind, id.to_owned()))?.get(path)
    }

    /// The values of an entry that prose can print, by path.
    pub fn values_of(&self, kind: Kind, id: &str) -> impl Iterator<Item = (&str, &Value)> {
        self.values.get(&(kind, id.to_owned())).into_iter().flatten().map(|(path, value)| (path.as_str(), value))
    }

    /// Every text of every entry, with the entry and the text's path in it, in no order. The manifest has no part in it.
    pub fn texts(&self) -> impl Iterator<Item = (Kind, &str, &str, &Text)> {
        self.values.iter().flat_map(|((kind, id), values)| {
            values.iter().flat_map(move |(path, value)| {
                let texts = match value {
                    Value::Text(text) => std::slice::from_ref(text),
                    Value::Texts(texts) => texts.as_slice(),
                    _ => &[],
                };
                texts.iter().map(move |text| (*kind, id.as_str(), path.as_str(), text))
            })
        })
    }

    /// A value of the manifest, by its path.
    pub fn manifest_value(&self, path: &str) -> Option<&Value> {
        self.manifest_values.get(path)
    }

    /// Whether a value is written but could not be read, so that its absence was reported where it stands. None asks for the
    /// manifest.
    fn is_failed(&self, entry: Option<(Kind, &str)>, field: &str) -> bool {
        let within = |outer: &str, inner: &str| {
            outer.is_empty() || inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.failed.iter().any(|((kind, id), path)| {
            let same = entry.map_or(id.is_empty(), |entry| entry == (*kind, id.as_str()));
            same && (within(path, field) || within(field, path))
        })
    }

    /// Whether what a rule found may only follow from a value that could not be read: of the same entry, or of the manifest.
    pub fn is_consequence(&self, finding: &Diagnostic) -> bool {
        let path = self.sources.get(finding.span.file).path.as_str();
        self.failed.iter().any(|((kind, id), _)| match (&finding.subject, id.is_empty()) {
            (Some(subject), false) => subject.split_once('/') == Some((kind.name(), id.as_str())),
            (_, true) => path == "manual.yaml",
            (None, false) => false,
        })
    }

    fn fields(&self, kind: Kind, id: &str) -> Vec<&str> {
        let fields = self.values.get(&(kind, id.to_owned()));
        fields.map_or_else(Vec::new, |f| f.keys().map(String::as_str).collect())
    }
}
