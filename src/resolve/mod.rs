//! Ids, references and `[[…]]` → [`Resolved`]: a manual in which everything that points somewhere has been followed.

mod cases;
mod cycles;
mod destinations;
mod links;
mod references;
mod steps;
mod translations;

use crate::diag::Diagnostic;
use crate::lang::{Lang, Locale, Tongue};
use crate::model::service::Service;
use crate::model::{self, Model};
use crate::parse::files::{Parsed, Translated};
use crate::parse::kind::Kind;
use crate::parse::pictures::{Fault, Size};
use crate::parse::prose::Text;
use crate::parse::reader::{CaseWord, Fields, Notes, PictureUse, Reference, Value, Values};
use crate::parse::unread::Unread;
use crate::span::{FileId, Sources, Span};
use crate::values::When;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;

pub use destinations::{Broken, Destination};
pub use links::{Link, Target};
use translations::Worded;
pub use translations::{Lacking, Stale, Standing, Wording};

/// A manual in one language, with its references followed.
pub struct Resolved<'p> {
    pub model: Model,
    /// The language of the texts.
    pub tongue: Tongue,
    /// The language of the program's words around them: the same, where the program speaks it.
    pub lang: Lang,
    /// The language as the region of the manual writes it.
    pub locale: Locale,
    pub sources: &'p Sources,
    /// Files beneath `assets/`, by path.
    pub assets: &'p [String],
    /// How large those are that are pictures.
    pub sizes: BTreeMap<String, Size>,
    /// Those that cannot be shown as pictures, and why.
    pub spoilt: BTreeMap<String, Fault>,
    /// What each `[[…]]` and each bare id in a text points to, by its place.
    links: HashMap<Span, Link>,
    /// Values that prose can print, by entry and path.
    values: Values,
    /// Values of the manifest.
    manifest_values: Fields,
    /// What is written beside those values, by entry and path, and in the manifest.
    written: Values,
    manifest_written: Fields,
    /// Every use of an id where the key gives the kind.
    pub references: Vec<Reference>,
    /// The words of tables, each with its dimension.
    pub cases: Vec<CaseWord>,
    /// Ordinary links of the prose: target, place, and whose prose it is (`kind/id`, empty for the manifest).
    pub hrefs: Vec<(String, Span, String)>,
    /// Pictures of the prose.
    pub pictures: Vec<PictureUse>,
    /// What has a translation.
    pub translations: Vec<Translated>,
    /// Of a manual that is read in another language: the files of that translation.
    own_files: Option<BTreeSet<FileId>>,
    /// Of such a manual: where the original of each translated text stands.
    originals: HashMap<Span, Span>,
    /// Of such a manual: the places of what is shown in the original's language, because there is no translation of it.
    pub untranslated: HashSet<Span>,
    /// Of such a manual: the entries whose translation may be older than the original.
    pub stale: Vec<(Kind, String)>,
    /// What could not be read: files, and entries of files that could.
    pub unread: Unread,
    /// Values that are written but could not be read: their paths, by entry.
    failed: HashMap<(Kind, String), Vec<String>>,
    /// The services that make each commitment, by their places: those that it names, and those that list it.
    makers: HashMap<String, Vec<usize>>,
    /// The editions before this one, where the repository knows them.
    pub editions: Vec<Dated>,
    /// Where it is published beneath the manual's own address: empty, or a folder with `/` at the end.
    pub folder: String,
    /// The texts that are to be translated, looked for when somebody asks.
    worded: OnceLock<Worded>,
    /// The entries by their anchors in the published manual, for links that name one.
    anchors: OnceLock<HashMap<String, (Kind, String)>>,
}

/// An edition of which the days are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    pub number: String,
    pub effective: Option<When>,
    pub approved: Option<When>,
}

/// Reads and resolves a manual as it is written, with all that is written in it. None if there is no manifest to stand on.
pub fn resolve(parsed: &Parsed) -> (Option<Resolved<'_>>, Vec<Diagnostic>) {
    resolve_closely(&parsed.sources, &parsed.assets, parsed, None)
}

/// The same in a language (none: as written), over files that need not live with the trees: for those who compare two manuals.
pub fn resolve_closely<'p>(
    sources: &'p Sources,
    assets: &'p [String],
    parsed: &Parsed,
    lang: Option<Tongue>,
) -> (Option<Resolved<'p>>, Vec<Diagnostic>) {
    follow(sources, assets, Ground::of(parsed, lang), model::read_closely(sources, parsed, lang))
}

/// Reads and resolves a manual in a language (none: as written), over files that need not live with the trees.
pub fn resolve_over<'p>(
    sources: &'p Sources,
    assets: &'p [String],
    parsed: &Parsed,
    lang: Option<Tongue>,
) -> (Option<Resolved<'p>>, Vec<Diagnostic>) {
    follow(sources, assets, Ground::of(parsed, lang), model::read(sources, parsed, lang))
}

/// Reads and resolves a manual as it is written, when no other language is left to be read: the trees are let go of.
pub fn resolve_last<'p>(
    sources: &'p Sources,
    assets: &'p [String],
    parsed: &mut Parsed,
) -> (Option<Resolved<'p>>, Vec<Diagnostic>) {
    let ground = Ground::of(parsed, None);
    let read = model::read_last(sources, parsed);
    parsed.forget_trees();
    follow(sources, assets, ground, read)
}

/// What is taken from the trees beside the entries.
struct Ground {
    lang: Option<Tongue>,
    unread: Unread,
    translations: Vec<Translated>,
    /// The files of that language.
    files: BTreeSet<FileId>,
    sizes: BTreeMap<String, Size>,
    spoilt: BTreeMap<String, Fault>,
}

impl Ground {
    fn of(parsed: &Parsed, lang: Option<Tongue>) -> Ground {
        let files = lang.map_or_else(BTreeSet::new, |lang| parsed.files_in(lang));
        let (unread, translations) = (parsed.unread.clone(), parsed.translated());
        Ground { lang, unread, translations, files, sizes: parsed.sizes.clone(), spoilt: parsed.spoilt.clone() }
    }
}

fn follow<'p>(
    sources: &'p Sources,
    assets: &'p [String],
    ground: Ground,
    (model, notes): (Option<Model>, Notes),
) -> (Option<Resolved<'p>>, Vec<Diagnostic>) {
    let Ground { lang, mut unread, translations, files, sizes, spoilt } = ground;
    let Notes { mut findings, references, cases, links, hrefs, pictures, values, written, failed, unread: entries } =
        notes;
    for (kind, id) in entries {
        unread.add_entry(kind, &id);
    }
    let Some(model) = model else { return (None, findings) };
    let (mut values, mut written) = (values, written.unwrap_or_default());
    // The manifest is read before any entry has an id.
    let manifest_values = values.values_mut().find_map(|entries| entries.remove("")).unwrap_or_default();
    let manifest_written = written.values_mut().find_map(|entries| entries.remove("")).unwrap_or_default();
    let mut failures: HashMap<(Kind, String), Vec<String>> = HashMap::new();
    for (entry, path) in failed {
        failures.entry(entry).or_default().push(path);
    }
    let original = model.manifest.languages.default;
    let tongue = lang.unwrap_or(original);
    let locale = model.manifest.languages.locale(tongue);
    let makers = makers(&model);
    let of_lang = translations.iter().filter(|translated| translated.lang == tongue && tongue != original);
    let originals = of_lang.flat_map(|translated| translated.instead.iter().copied()).collect();
    let mut resolved = Resolved {
        locale,
        model,
        tongue,
        lang: locale.lang,
        sources,
        assets,
        sizes,
        spoilt,
        links: HashMap::new(),
        values,
        manifest_values,
        written,
        manifest_written,
        references: Vec::new(),
        cases: Vec::new(),
        hrefs,
        pictures,
        translations,
        own_files: (tongue != original).then_some(files),
        originals,
        untranslated: HashSet::new(),
        stale: Vec::new(),
        unread,
        failed: failures,
        makers,
        editions: Vec::new(),
        folder: String::new(),
        worded: OnceLock::new(),
        anchors: OnceLock::new(),
    };
    references::check(&resolved, &references, &mut findings);
    cases::check(&resolved, &cases, &mut findings);
    references::codes(&resolved, &mut findings);
    resolved.references = references;
    resolved.cases = cases;
    resolved.links = links::resolve(&resolved, &links, &mut findings);
    steps::check(&resolved, &mut findings);
    cycles::check(&resolved, &mut findings);
    references::gather(&mut findings);
    (Some(resolved), findings)
}

/// The services that make each commitment, by their places in the manual's order.
fn makers(model: &Model) -> HashMap<String, Vec<usize>> {
    let mut makers: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, service) in model.services.iter().enumerate() {
        for id in service.commitments.value().into_iter().flatten() {
            makers.entry(id.value.clone()).or_default().push(place);
        }
    }
    for commitment in &model.commitments {
        if let Some(place) = commitment.service.as_ref().and_then(|id| model.services.place(&id.value)) {
            makers.entry(commitment.base.id.clone()).or_default().push(place);
        }
    }
    for places in makers.values_mut() {
        places.sort_unstable();
        places.dedup();
    }
    makers
}

impl Resolved<'_> {
    /// The language of the texts, where the program can read it: what it asks of words it asks of these alone.
    pub fn spoken(&self) -> Option<Lang> {
        self.tongue.spoken()
    }

    /// The services that make a commitment, in the manual's order: the one that it names, and those that list it.
    pub fn makers(&self, commitment: &str) -> impl Iterator<Item = &Service> {
        let places = self.makers.get(commitment).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|place| self.model.services.at(*place))
    }

    /// What the `[[…]]` at a place points to; none if that was reported, or if the bare word is just a word.
    pub fn link(&self, span: Span) -> Option<&Link> {
        self.links.get(&span)
    }

    /// A value of an entry, by its path.
    pub fn value(&self, kind: Kind, id: &str, path: &str) -> Option<&Value> {
        self.entry_values(kind, id)?.get(path)
    }

    /// The values of an entry that prose can print, by path.
    pub fn values_of(&self, kind: Kind, id: &str) -> impl Iterator<Item = (&str, &Value)> {
        self.entry_values(kind, id).into_iter().flat_map(Fields::iter)
    }

    /// All that is written in an entry, by path: the values that prose can print, and before them choices, numbers and the like,
    /// where a path may come again as a value. None asks for the manifest.
    pub fn written_of(&self, entry: Option<(Kind, &str)>) -> impl Iterator<Item = (&str, &Value)> {
        let (written, values) = match entry {
            Some((kind, id)) => (self.written.get(&kind).and_then(|of| of.get(id)), self.entry_values(kind, id)),
            None => (Some(&self.manifest_written), Some(&self.manifest_values)),
        };
        written.into_iter().chain(values).flat_map(Fields::iter)
    }

    /// Every text of every entry, with the entry and the text's path in it, in no order. The manifest has no part in it.
    pub fn texts(&self) -> impl Iterator<Item = (Kind, &str, &str, &Text)> {
        let entries = self.values.iter().flat_map(|(kind, entries)| entries.iter().map(move |entry| (kind, entry)));
        entries.flat_map(|(kind, (id, values))| {
            values.iter().flat_map(move |(path, value)| {
                let texts = match value {
                    Value::Text(text) => std::slice::from_ref(text),
                    Value::Texts(texts) => texts.as_slice(),
                    _ => &[],
                };
                texts.iter().map(move |text| (*kind, id.as_str(), path, text))
            })
        })
    }

    /// A value of the manifest, by its path.
    pub fn manifest_value(&self, path: &str) -> Option<&Value> {
        self.manifest_values.get(path)
    }

    /// Whether a value is written but could not be read, so that its absence was reported where it stands. None asks for the
    /// manifest.
    pub fn is_failed(&self, entry: Option<(Kind, &str)>, field: &str) -> bool {
        let within = |outer: &str, inner: &str| {
            outer.is_empty() || inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        match entry {
            Some((kind, id)) => self.failed_paths(kind, id).iter().any(|p| within(p, field) || within(field, p)),
            None => self.failed_of_manifest().any(|p| within(p, field) || within(field, p)),
        }
    }

    fn failed_paths(&self, kind: Kind, id: &str) -> &[String] {
        self.failed.get(&(kind, id.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The manifest is read before any entry has an id.
    fn failed_of_manifest(&self) -> impl Iterator<Item = &String> {
        self.failed.iter().filter(|((_, id), _)| id.is_empty()).flat_map(|(_, paths)| paths)
    }

    /// Whether what a rule found may only follow from a value that could not be read: of the same entry, or of the manifest.
    pub fn is_consequence(&self, finding: &Diagnostic) -> bool {
        if self.failed.is_empty() {
            return false;
        }
        let path = self.sources.get(finding.span.file).path.as_str();
        let entry = finding.subject.as_deref().and_then(|subject| subject.split_once('/'));
        let of_entry = entry.and_then(|(kind, id)| Some(self.failed_paths(Kind::from_name(kind)?, id)));
        let in_entry = of_entry.is_some_and(|paths| !paths.is_empty());
        in_entry || path == "manual.yaml" && self.failed_of_manifest().next().is_some()
    }

    fn fields(&self, kind: Kind, id: &str) -> Vec<&str> {
        self.entry_values(kind, id).map_or_else(Vec::new, |f| f.iter().map(|(path, _)| path).collect())
    }

    fn entry_values(&self, kind: Kind, id: &str) -> Option<&Fields> {
        self.values.get(&kind)?.get(id)
    }
}
