//! The files of a manual → one tree an entry, with translations laid over it.

use super::kind::Kind;
use super::source::{decode, front_matter};
use super::yaml::{Kind as NodeKind, Node, Pair};
use super::{entries, nearest, yaml};
use crate::diag::Diagnostic;
use crate::lang::Lang;
use crate::load::{EntryKind, Files, LoadError};
use crate::span::{FileId, Sources, Span, Spanned};
use std::ops::Range;

/// An entry as it was found.
#[derive(Debug, Clone)]
pub struct Document {
    pub kind: Kind,
    pub id: Spanned<String>,
    pub node: Node,
    pub prose: Option<(FileId, Range<usize>)>,
    pub lang: Option<Lang>,
}

/// All that was read from the files.
#[derive(Debug, Default)]
pub struct Parsed {
    pub sources: Sources,
    pub findings: Vec<Diagnostic>,
    pub manifest: Option<Node>,
    manifest_translations: Vec<(Lang, Node)>,
    documents: Vec<Document>,
    translations: Vec<Document>,
    /// Files beneath `assets/`, by path without `assets/`.
    pub assets: Vec<String>,
}

/// Reads every file. An error is one of the world (the folder cannot be listed), never one of the text.
pub fn parse(files: &dyn Files) -> Result<Parsed, LoadError> {
    let mut out = Parsed::default();
    for entry in files.list()? {
        let path = entry.path.as_str();
        match entry.kind {
            EntryKind::Skipped(skip) => {
                let file = out.sources.add(path, "", false);
                let finding = Diagnostic::new(&entries::SKIPPED, Span::new(file, 0..0))
                    .arg("path", path)
                    .arg("detail", skip.reason());
                out.findings.push(finding);
            }
            EntryKind::File => {
                if let Some(asset) = path.strip_prefix("assets/") {
                    out.assets.push(asset.to_owned());
                } else {
                    read_file(files, path, &mut out)?;
                }
            }
        }
    }
    if out.manifest.is_none() && !out.sources.iter().any(|(_, s)| s.path == "manual.yaml") {
        let file = out.sources.add("manual.yaml", "", false);
        out.findings.push(Diagnostic::new(&entries::NO_MANIFEST, Span::new(file, 0..0)));
    }
    Ok(out)
}

/// What a path says: kind, id of a file entry, and language of a translation.
struct Place<'a> {
    kind: Option<Kind>,
    folder: bool,
    stem: &'a str,
    lang: Option<Lang>,
    markdown: bool,
}

fn place(path: &str) -> Option<Place<'_>> {
    let (name, markdown) = match (path.strip_suffix(".md"), path.strip_suffix(".yaml")) {
        (Some(name), _) => (name, true),
        (_, Some(name)) => (name, false),
        _ => return None,
    };
    let (name, lang) = match name.rsplit_once('.') {
        Some((rest, tag)) => match Lang::ALL.into_iter().find(|l| l.code() == tag) {
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
    Some(Place { kind, folder: folder.is_some(), stem, lang, markdown })
}

fn read_file(files: &dyn Files, path: &str, out: &mut Parsed) -> Result<(), LoadError> {
    let Some(place) = place(path) else { return Ok(()) };
    // Notes to the repository's own readers are not part of the manual.
    if !place.folder && place.markdown {
        return Ok(());
    }
    let bytes = files.read(path)?;
    let Some(file) = decode(&mut out.sources, path, &bytes, &mut out.findings) else { return Ok(()) };
    let text = out.sources.get(file).text.clone();
    if !place.folder && place.stem == "manual" {
        let node = yaml::parse(file, &text, 0, &mut out.findings);
        match (place.lang, node) {
            (None, node) => out.manifest = Some(node.unwrap_or_else(|| empty_map(file))),
            (Some(lang), Some(node)) => out.manifest_translations.push((lang, node)),
            (Some(_), None) => {}
        }
        return Ok(());
    }
    let Some(kind) = place.kind else {
        let name = if place.folder { path.split('/').next().unwrap_or(path) } else { path };
        let known: Vec<&str> = Kind::ALL.iter().map(|k| k.name()).collect();
        let first = text.lines().next().map_or(0, str::len);
        let mut finding = Diagnostic::new(&entries::UNKNOWN_KIND, Span::new(file, 0..first))
            .arg("name", name)
            .arg("known", known.join(", "));
        if let Some(near) = nearest::one(name.trim_end_matches(".yaml"), known.into_iter()) {
            finding = finding.arg("near", near).help(entries::DID_YOU_MEAN);
        }
        out.findings.push(finding);
        return Ok(());
    };
    if place.folder {
        one_entry(file, &text, kind, &place, out);
    } else if let Some(node) = yaml::parse(file, &text, 0, &mut out.findings) {
        register(kind, &node, place.lang, out);
    }
    Ok(())
}

fn empty_map(file: FileId) -> Node {
    Node { span: Span::new(file, 0..0), kind: NodeKind::Map(Vec::new()) }
}

/// A file that is one entry.
fn one_entry(file: FileId, text: &str, kind: Kind, place: &Place<'_>, out: &mut Parsed) {
    let (node, prose) = if place.markdown {
        let Some((data, prose)) = front_matter(text) else {
            let first = text.lines().next().map_or(0, str::len);
            out.findings.push(Diagnostic::new(&entries::FRONT_MATTER, Span::new(file, 0..first)));
            return;
        };
        (yaml::parse(file, &text[data.clone()], data.start, &mut out.findings), Some((file, prose)))
    } else {
        (yaml::parse(file, text, 0, &mut out.findings), None)
    };
    let Some(node) = node else { return };
    let span = node.pairs().and_then(|p| p.first()).map_or(Span::new(file, 0..0), |p| p.key.span);
    let id = Spanned { value: place.stem.to_owned(), span };
    push(Document { kind, id, node, prose, lang: place.lang }, out);
}

/// A file that is a mapping from ids to entries.
fn register(kind: Kind, node: &Node, lang: Option<Lang>, out: &mut Parsed) {
    let Some(pairs) = node.pairs() else {
        if !node.is_null() {
            let finding = Diagnostic::new(&entries::WRONG_SHAPE, node.span)
                .arg("key", kind.name())
                .arg("expected", A_REGISTER)
                .arg("found", A_LIST);
            out.findings.push(finding);
        }
        return;
    };
    for Pair { key, value } in pairs {
        let Some(id) = key.scalar() else { continue };
        let id = Spanned { value: id.to_owned(), span: key.span };
        push(Document { kind, id, node: value.clone(), prose: None, lang }, out);
    }
}

const A_REGISTER: crate::lang::Text = crate::lang::Text {
    es: "un grupo de entradas, cada una con su id",
    en: "a mapping from ids to entries",
    pt: "um grupo de entradas, cada uma com seu id",
};
const A_LIST: crate::lang::Text = crate::lang::Text { es: "otra cosa", en: "something else", pt: "outra coisa" };

fn push(document: Document, out: &mut Parsed) {
    let id = &document.id.value;
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(good) {
        let finding = Diagnostic::new(&entries::BAD_ID, document.id.span).arg("id", id.as_str()).arg("near", slug(id));
        out.findings.push(finding);
        return;
    }
    if document.lang.is_some() {
        out.translations.push(document);
        return;
    }
    let same = |d: &&Document| d.kind == document.kind && d.id.value == *id;
    if let Some(first) = out.documents.iter().find(same) {
        let finding = Diagnostic::new(&entries::DUPLICATE_ID, document.id.span)
            .arg("id", id.as_str())
            .arg("kind", document.kind.plural())
            .label(first.id.span, entries::FIRST_HERE);
        out.findings.push(finding);
        return;
    }
    out.documents.push(document);
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

impl Parsed {
    /// The entries in a language: the originals with the translation laid over them. Findings about translations are
    /// added to `findings`.
    pub fn in_language(&self, lang: Option<Lang>, findings: &mut Vec<Diagnostic>) -> (Option<Node>, Vec<Document>) {
        let mut manifest = self.manifest.clone();
        let mut documents = self.documents.clone();
        let Some(lang) = lang else { return (manifest, documents) };
        if let Some(manifest) = &mut manifest {
            for (_, node) in self.manifest_translations.iter().filter(|(l, _)| *l == lang) {
                overlay(manifest, node, findings);
            }
        }
        for translation in self.translations.iter().filter(|t| t.lang == Some(lang)) {
            let same = |d: &&mut Document| d.kind == translation.kind && d.id.value == translation.id.value;
            match documents.iter_mut().find(same) {
                Some(document) => {
                    overlay(&mut document.node, &translation.node, findings);
                    if translation.prose.is_some() {
                        document.prose = translation.prose.clone();
                    }
                }
                None => findings.push(
                    Diagnostic::new(&entries::ORPHAN_TRANSLATION, translation.id.span)
                        .arg("key", translation.id.value.as_str()),
                ),
            }
        }
        (manifest, documents)
    }
}

/// Puts the texts of a translation in the place of the original's. Lists are matched by place.
fn overlay(original: &mut Node, translation: &Node, findings: &mut Vec<Diagnostic>) {
    match (&mut original.kind, &translation.kind) {
        (NodeKind::Map(pairs), NodeKind::Map(texts)) => {
            for text in texts {
                let Some(name) = text.key.scalar() else { continue };
                let known = pairs.iter().position(|p| p.key.scalar() == Some(name));
                // A mapping key can itself be words: `negocio con 6 meses: { evidence: … }` is matched by place.
                let by_place = || {
                    let words = name.contains(' ') && pairs.len() == texts.len();
                    words.then(|| texts.iter().position(|t| std::ptr::eq(t, text))).flatten()
                };
                match known.or_else(by_place) {
                    Some(place) => {
                        pairs[place].key = text.key.clone();
                        overlay(&mut pairs[place].value, &text.value, findings);
                    }
                    None => {
                        findings.push(Diagnostic::new(&entries::ORPHAN_TRANSLATION, text.key.span).arg("key", name))
                    }
                }
            }
        }
        (NodeKind::List(items), NodeKind::List(texts)) => {
            for (item, text) in items.iter_mut().zip(texts) {
                overlay(item, text, findings);
            }
            if let Some(extra) = texts.get(items.len()) {
                findings.push(Diagnostic::new(&entries::ORPHAN_TRANSLATION, extra.span).arg("key", "-"));
            }
        }
        _ if translation.is_null() => {}
        _ => *original = translation.clone(),
    }
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
        let place = place("services/uno.en.md").expect("a place");
        assert!(place.folder && place.markdown && place.stem == "uno" && place.lang == Some(Lang::En));
        assert!(super::place("customer-types.yaml").is_some_and(|p| p.kind == Some(Kind::CustomerTypes) && !p.folder));
        assert!(super::place("LICENSE").is_none());
    }
}
