//! The files of a manual → one tree an entry, with translations laid over it.

mod declared;
mod documents;
mod names;
mod translation;

use declared::declared;
use documents::{one_entry, register};
pub use translation::{InLanguage, StampPlace, Translated};

use super::kind::Kind;
use super::pictures::{Fault, Size};
use super::source::{BOM, NoFrontMatter, decode, front_matter, plain};
use super::unread::Unread;
use super::yaml::{Kind as NodeKind, Node, Pair};
use super::{entries, tongue, yaml};
use crate::diag::Diagnostic;
use crate::lang::{Text, Tongue};
use crate::load::{Entry, EntryKind, Files, LoadError, Skip};
use crate::span::{FileId, Sources, Span, Spanned};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

/// An entry as it was found.
#[derive(Debug, Clone)]
pub struct Document {
    pub kind: Kind,
    pub id: Spanned<String>,
    pub node: Node,
    pub prose: Option<(FileId, Range<usize>)>,
    pub lang: Option<Tongue>,
}

/// All that was read from the files.
#[derive(Debug, Default)]
pub struct Parsed {
    pub sources: Sources,
    pub findings: Vec<Diagnostic>,
    pub manifest: Option<Node>,
    manifest_translations: Vec<(Tongue, Node)>,
    /// The languages that the manifest names, as far as it can be read before all else.
    declared: Vec<Tongue>,
    documents: Vec<Document>,
    /// The place of each entry among the documents.
    places: HashMap<Kind, HashMap<String, usize>>,
    translations: Vec<Document>,
    /// Files beneath `assets/`, by path without `assets/`.
    pub assets: Vec<String>,
    /// How large those are that are pictures.
    pub sizes: BTreeMap<String, Size>,
    /// Those that cannot be shown as pictures, and why.
    pub spoilt: BTreeMap<String, Fault>,
    /// Files beneath `theme/`, by path without `theme/`, each with the source that findings about it point to.
    pub theme: Vec<(String, FileId)>,
    /// The organisation's own profiles, by slug: `profiles/<slug>.yaml`. The layer of profiles reads them.
    pub profiles: Vec<(Spanned<String>, Node)>,
    /// What could not be read.
    pub unread: Unread,
    /// Folders that were reported, so that each is reported once.
    unknown: BTreeSet<String>,
}

/// Reads every file. An error is one of the world (the folder cannot be listed), never one of the text.
pub fn parse(files: &dyn Files) -> Result<Parsed, LoadError> {
    let entries = files.list()?;
    let mut out = Parsed { declared: declared(files, &entries)?, ..Parsed::default() };
    out.findings.extend(names::check(&entries, &mut out.sources));
    let mut data = Vec::new();
    for entry in &entries {
        let path = entry.path.as_str();
        match entry.kind {
            EntryKind::Skipped(skip) => {
                let file = out.sources.add(path, "", false);
                // What is no part of the manual may be left out; what is must not be missing from it unnoticed.
                let is_entry = place(path, &out.declared).is_some_and(|place| place.kind.is_some());
                let entry = match names::is_content(path) && (is_entry || skip != Skip::NotAFile) {
                    true => &entries::UNREAD_FILE,
                    false => &entries::SKIPPED,
                };
                let finding = Diagnostic::new(entry, Span::new(file, 0..0))
                    .arg("path", path)
                    .arg("detail", skip.reason())
                    .help(skip.remedy());
                out.findings.push(finding);
                if let Some(place) = place(path, &out.declared) {
                    out.lost(&place);
                }
            }
            EntryKind::EmptyFolder => out.findings.extend(empty_folder(path, &mut out.sources)),
            EntryKind::File => {
                if let Some(asset) = path.strip_prefix("assets/") {
                    let bytes = files.read(path)?;
                    if super::pictures::is_pointer(&bytes) {
                        let span = Span::new(out.sources.add(path, "", false), 0..0);
                        let finding = Diagnostic::new(&entries::SKIPPED, span).arg("path", path);
                        out.findings.push(finding.arg("detail", entries::POINTER).help(entries::FETCH_POINTED));
                        continue;
                    }
                    let size = super::pictures::size(asset, &bytes);
                    out.sizes.extend(size.map(|size| (asset.to_owned(), size)));
                    out.spoilt.extend(super::pictures::fault(asset, &bytes).map(|fault| (asset.to_owned(), fault)));
                    out.assets.push(asset.to_owned());
                } else if let Some(name) = path.strip_prefix("theme/") {
                    theme_file(files, path, name, &mut out)?;
                } else {
                    data.extend(read_file(files, path, &mut out)?);
                }
            }
        }
    }
    // Trees are made several at a time, and taken in by the order of the files.
    let trees: Vec<Grown> = data.par_iter().map(grow).collect();
    for (data, (tree, findings)) in data.into_iter().zip(trees) {
        out.findings.extend(findings);
        take_in(data, tree, &mut out);
    }
    if out.manifest.is_none() && !out.unread.manifest && !out.sources.iter().any(|(_, s)| s.path == "manual.yaml") {
        let file = out.sources.add("manual.yaml", "", false);
        out.findings.push(Diagnostic::new(&entries::NO_MANIFEST, Span::new(file, 0..0)));
    }
    Ok(out)
}

/// Whether a file of a theme is a text.
pub fn is_text_of_theme(name: &str) -> bool {
    [".yaml", ".html", ".css", ".js", ".typ", ".svg"].iter().any(|end| name.ends_with(end))
}

/// A file of the manual's theme: its text is a source, so that findings can show it.
fn theme_file(files: &dyn Files, path: &str, name: &str, out: &mut Parsed) -> Result<(), LoadError> {
    let text = if is_text_of_theme(name) { files.read(path)? } else { Vec::new() };
    let bom = text.starts_with(BOM);
    let file = out.sources.add(path, String::from_utf8(plain(text)).unwrap_or_default(), bom);
    out.theme.push((name.to_owned(), file));
    Ok(())
}

/// The folder of the organisation's own profiles.
const PROFILES: &str = "profiles";

/// What a path says: kind, id of a file entry, and language of a translation.
struct Place<'a> {
    path: &'a str,
    kind: Option<Kind>,
    folder: Option<&'a str>,
    stem: &'a str,
    lang: Option<Tongue>,
    markdown: bool,
}

fn place<'a>(path: &'a str, declared: &[Tongue]) -> Option<Place<'a>> {
    let (name, markdown) = match (path.strip_suffix(".md"), path.strip_suffix(".yaml")) {
        (Some(name), _) => (name, true),
        (_, Some(name)) => (name, false),
        _ => return None,
    };
    let (name, lang) = match name.rsplit_once('.') {
        Some((rest, tag)) => match Tongue::of_name(tag).filter(|t| t.is_likely() || declared.contains(t)) {
            Some(lang) => (rest, Some(lang)),
            None => (name, None),
        },
        None => (name, None),
    };
    let (folder, stem) = match name.split_once('/') {
        Some((folder, stem)) => (Some(folder), stem),
        None => (None, name),
    };
    let kind = Kind::from_name(folder.unwrap_or(stem));
    Some(Place { path, kind, folder, stem, lang, markdown })
}

impl Place<'_> {
    /// The id of a file that is one entry: its name without the folders.
    fn id(&self) -> &str {
        self.stem.rsplit('/').next().unwrap_or(self.stem)
    }

    fn is_manifest(&self) -> bool {
        self.folder.is_none() && self.stem == "manual"
    }
}

impl Parsed {
    /// Lets go of the trees, which are as large as all that is read from them: no language is left to be read.
    pub fn forget_trees(&mut self) {
        (self.manifest, self.manifest_translations) = (None, Vec::new());
        (self.documents, self.translations, self.profiles) = (Vec::new(), Vec::new(), Vec::new());
        self.places.clear();
    }

    /// The place of an entry among the documents.
    fn place_of(&self, kind: Kind, id: &str) -> Option<usize> {
        self.places.get(&kind)?.get(id).copied()
    }

    /// Notes that a file was not read.
    fn lost(&mut self, place: &Place<'_>) {
        match (place.kind.or_else(|| meant_kind(place.folder.unwrap_or(place.stem))), place.folder) {
            _ if place.lang.is_some() => {}
            _ if place.is_manifest() => self.unread.manifest = true,
            (Some(kind), Some(_)) if place.kind.is_some() => self.unread.add_entry(kind, &slug(place.id())),
            // Of a folder with another name, everything is unknown.
            (Some(kind), _) => {
                self.unread.add_kind(kind);
                if matches!(kind, Kind::Services | Kind::Complaints) {
                    self.unread.add_entry(kind, "");
                }
            }
            (None, _) => {}
        }
    }
}

/// The kind that a name was probably meant to be.
fn meant_kind(name: &str) -> Option<Kind> {
    tongue::meant(name, &Kind::ALL.map(Kind::name)).and_then(Kind::from_name)
}

/// The finding for an empty folder whose name was probably meant to be that of a kind: what is put there would not be read.
fn empty_folder(path: &str, sources: &mut Sources) -> Option<Diagnostic> {
    let near = meant_kind(path).filter(|kind| kind.name() != path)?;
    let finding = Diagnostic::new(&entries::SKIPPED, Span::new(sources.add(path, "", false), 0..0));
    let near = format!("{}/", near.name());
    Some(
        finding
            .arg("path", format!("{path}/"))
            .arg("detail", NOTHING_INSIDE)
            .arg("near", near)
            .help(entries::DID_YOU_MEAN),
    )
}

/// Reports a file whose name ends so that it is not read, if it was meant to be.
fn other_file(files: &dyn Files, path: &str, out: &mut Parsed) -> Result<(), LoadError> {
    let (folder, file) = match path.rsplit_once('/') {
        Some((folder, file)) => (Some(folder), file),
        None => (None, path),
    };
    let (stem, end) = file.rsplit_once('.').unwrap_or((file, ""));
    let end = end.to_lowercase();
    let in_kind = folder.is_some_and(|f| Kind::from_name(f.split('/').next().unwrap_or(f)).is_some());
    let is_register = folder.is_none() && (stem == "manual" || Kind::from_name(stem).is_some());
    let right = match end.as_str() {
        "yml" | "yaml" => "yaml",
        "md" | "markdown" | "txt" | "" if in_kind => "md",
        "txt" | "json" | "" if is_register && !file.is_empty() && file != stem => "yaml",
        // A backup copy, a table or a letter beside the entries: said, but no error.
        _ if in_kind => {
            let file = out.sources.add(path, "", false);
            let finding = Diagnostic::new(&entries::SKIPPED, Span::new(file, 0..0));
            out.findings.push(finding.arg("path", path).arg("detail", EXTENSION).help(entries::MOVE_AWAY));
            return Ok(());
        }
        _ => return Ok(()),
    };
    let meant = match folder {
        Some(folder) => format!("{folder}/{stem}.{right}"),
        None => format!("{stem}.{right}"),
    };
    let bytes = files.read(path)?;
    let id = out.sources.add(path, String::from_utf8_lossy(&bytes).into_owned(), false);
    let first = out.sources.get(id).text.lines().next().map_or(0, str::len);
    let finding = Diagnostic::new(&entries::UNREAD_FILE, Span::new(id, 0..first));
    out.findings.push(finding.arg("path", path).arg("detail", EXTENSION).arg("meant", meant.as_str()));
    if let Some(place) = place(&meant, &out.declared) {
        out.lost(&place);
    }
    Ok(())
}

const NOTHING_INSIDE: Text = Text {
    es: "está vacía, y su nombre no es el de una clase de entradas",
    en: "it is empty, and its name is not that of a kind of entry",
    pt: "está vazia, e seu nome não é o de uma classe de entradas",
};
const UNDECLARED: Text = Text {
    es: "el manual no tiene ese idioma",
    en: "the manual does not have that language",
    pt: "o manual não tem esse idioma",
};
const EXTENSION: Text = Text {
    es: "solo se leen los archivos que terminan en `.md` o `.yaml`",
    en: "only files that end in `.md` or `.yaml` are read",
    pt: "só se leem os arquivos que terminam em `.md` ou `.yaml`",
};
const AT_THE_TOP: Text = Text {
    es: "tiene datos de una entrada, pero no está en la carpeta de su clase",
    en: "it has the data of an entry, but does not lie in the folder of its kind",
    pt: "tem dados de uma entrada, mas não está na pasta de sua classe",
};

/// A file that holds data: where they stand in it, and the prose beneath them.
struct Data<'a> {
    place: Place<'a>,
    file: FileId,
    text: Arc<str>,
    data: Range<usize>,
    prose: Option<Range<usize>>,
}

/// What was made of the data of a file.
type Grown = (yaml::Tree, Vec<Diagnostic>);

fn grow(data: &Data<'_>) -> Grown {
    let mut findings = Vec::new();
    let tree = yaml::parse(data.file, &data.text[data.data.clone()], data.data.start, &mut findings);
    (tree, findings)
}

/// Reads a file; its data, if it has any that can be taken in.
fn read_file<'a>(files: &dyn Files, path: &'a str, out: &mut Parsed) -> Result<Option<Data<'a>>, LoadError> {
    let Some(place) = place(path, &out.declared) else { return other_file(files, path, out).map(|()| None) };
    let bytes = files.read(path)?;
    if place.folder.is_none() && place.markdown {
        // Notes to the repository's own readers are not part of the manual; an entry that was left here is.
        if let Ok(text) = std::str::from_utf8(&bytes)
            && front_matter(text).is_ok()
        {
            let file = out.sources.add(path, text, false);
            let finding = Diagnostic::new(&entries::UNREAD_FILE, Span::new(file, 0..3));
            out.findings
                .push(finding.arg("path", path).arg("detail", AT_THE_TOP).arg("meant", format!("services/{path}")));
            out.unread.add_entry(Kind::Services, place.stem);
        }
        return Ok(None);
    }
    let Some(file) = decode(&mut out.sources, path, &bytes, &mut out.findings) else {
        if place.is_manifest() && place.lang.is_none() {
            out.manifest = Some(empty_map(file_of(&out.sources, path)));
        }
        out.lost(&place);
        return Ok(None);
    };
    let text = out.sources.get(file).text.clone();
    let is_profile = place.folder == Some(PROFILES) && !place.markdown;
    if place.kind.is_none() && !place.is_manifest() && !is_profile {
        if place.folder.is_none_or(|folder| out.unknown.insert(folder.to_owned())) {
            out.findings.push(unknown_kind(file, &text, &place));
        }
        out.lost(&place);
        return Ok(None);
    }
    let (data, prose) = match place.markdown.then(|| front_matter(&text)) {
        None => (0..text.len(), None),
        Some(Ok((data, prose))) => (data, Some(prose)),
        Some(Err(fault)) => {
            out.findings.push(no_front_matter(file, fault));
            out.lost(&place);
            return Ok(None);
        }
    };
    Ok(Some(Data { place, file, text, data, prose }))
}

const NOT_OPENED: Text = Text {
    es: "el archivo no comienza con `---`",
    en: "the file does not open with `---`",
    pt: "o arquivo não começa com `---`",
};
const NOT_CLOSED: Text = Text { es: "falta la segunda", en: "the second is missing", pt: "falta a segunda" };
const MISSPELT: Text = Text {
    es: "esta lleva otros signos o no son tres",
    en: "this one has other signs, or not three",
    pt: "esta tem outros sinais ou não são três",
};

/// The finding for a file of prose whose data cannot be told from it.
fn no_front_matter(file: FileId, fault: NoFrontMatter) -> Diagnostic {
    let (range, detail) = match fault {
        NoFrontMatter::NotOpened(range) => (range, NOT_OPENED),
        NoFrontMatter::NotClosed(range) => (range, NOT_CLOSED),
        NoFrontMatter::Misspelt(range) => (range, MISSPELT),
    };
    Diagnostic::new(&entries::FRONT_MATTER, Span::new(file, range)).arg("detail", detail)
}

/// Takes in the tree of a file: the manifest, a profile, an entry or a register.
fn take_in(data: Data<'_>, tree: yaml::Tree, out: &mut Parsed) {
    let (place, file) = (&data.place, data.file);
    if place.is_manifest() {
        out.unread.manifest |= !tree.whole && place.lang.is_none();
        match (place.lang, tree.root) {
            (None, Some(node)) => out.manifest = Some(node),
            (None, None) => {
                out.manifest = Some(empty_map(file));
                // What could not be read was told; where nothing is written, one finding says what to write.
                if !out.unread.manifest {
                    out.unread.manifest = true;
                    let finding = Diagnostic::new(&entries::MISSING_KEY, Span::new(file, 0..0));
                    let finding = finding.arg("key", "organization").arg("what", "`manual.yaml`");
                    out.findings.push(finding.help(entries::WRITE_MANIFEST));
                }
            }
            (Some(lang), Some(node)) => out.manifest_translations.push((lang, node)),
            (Some(_), None) => {}
        }
        return;
    }
    let Some(kind) = place.kind else {
        let first = data.text.lines().next().map_or(0, |line| line.trim_end().len());
        let slug = Spanned { value: place.id().to_owned(), span: Span::new(file, 0..first) };
        out.profiles.extend(tree.root.map(|node| (slug, node)));
        return;
    };
    if place.folder.is_some() {
        one_entry(kind, data, tree, out);
        return;
    }
    if !tree.whole {
        out.lost(place);
    }
    if let Some(node) = tree.root {
        register(kind, node, place.lang, out);
    }
}

fn file_of(sources: &Sources, path: &str) -> FileId {
    let found = sources.iter().find(|(_, source)| source.path == path);
    found.map(|(id, _)| id).expect("the file was added when it was decoded")
}

/// The finding for a file or folder whose name is no kind.
fn unknown_kind(file: FileId, text: &str, place: &Place<'_>) -> Diagnostic {
    let name = place.folder.unwrap_or(place.path);
    let known = Kind::ALL.map(Kind::name);
    let first = text.lines().next().map_or(0, str::len);
    let finding = Diagnostic::new(&entries::UNKNOWN_KIND, Span::new(file, 0..first))
        .arg("name", name)
        .arg("known", known.join(", "));
    if let Some((register, _)) = place.stem.split_once('.').filter(|(r, _)| Kind::from_name(r).is_some()) {
        return finding.arg("near", format!("{register}.en.yaml")).help(entries::LANGUAGES);
    }
    let end = if place.folder.is_some() { "/" } else { ".yaml" };
    match meant_kind(place.folder.unwrap_or(place.stem)) {
        Some(near) => finding.arg("near", format!("{}{end}", near.name())).help(entries::DID_YOU_MEAN),
        None => finding,
    }
}

fn empty_map(file: FileId) -> Node {
    Node { span: Span::new(file, 0..0), kind: NodeKind::Map(Vec::new()) }
}

/// The finding for words that cannot be an id, which forms an address.
pub fn bad_id(id: &str, span: Span) -> Option<Diagnostic> {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let bad = id.is_empty() || !id.chars().all(good);
    let near = Some(slug(id)).filter(|near| !near.is_empty()).unwrap_or_else(|| "un-id".to_owned());
    bad.then(|| Diagnostic::new(&entries::BAD_ID, span).arg("id", id).arg("near", near))
}

/// An id made of any words: lower case, accents folded, hyphens for the rest.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.to_lowercase().chars() {
        let folded = match c {
            'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            c if c.is_ascii_alphanumeric() => c,
            _ => '-',
        };
        if folded != '-' || !out.is_empty() && !out.ends_with('-') {
            out.push(folded);
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_fold_accents() {
        assert_eq!(slug("Jefe de Área — Ñuñoa"), "jefe-de-area-nunoa");
    }

    #[test]
    fn places_are_read_from_paths() {
        let place = place("services/uno.en.md", &[]).expect("a place");
        assert!(place.folder.is_some() && place.markdown && place.stem == "uno" && place.lang == Tongue::of_name("en"));
        assert!(
            super::place("customer-types.yaml", &[])
                .is_some_and(|p| p.kind == Some(Kind::CustomerTypes) && p.folder.is_none())
        );
        assert!(super::place("LICENSE", &[]).is_none());
        let lang = |path: &str, declared: &[Tongue]| super::place(path, declared).and_then(|place| place.lang);
        let quz = Tongue::of_name("quz");
        assert_eq!((lang("roles.ca.yaml", &[]), lang("roles.old.yaml", &[])), (Tongue::of_name("ca"), None));
        assert_eq!((lang("roles.quz.yaml", &[]), lang("roles.quz.yaml", quz.as_slice())), (None, quz));
    }
}
