//! Translations, laid over the entries of the original.

use super::*;
use crate::span::Spanned;
use crate::values::{Quantity, When};
use std::borrow::Cow;

/// The key by which a translation says of which day it is, and of which words of the original.
const TRANSLATED: &str = "translated";
/// Its parts: `{ on: 2026-11-02, of: 3fa9c1d2 }`. A date alone is the first of them.
const ON: &str = "on";
const OF: &str = "of";

/// A translated entry, for the rules that ask whether it is there and still holds.
#[derive(Debug, Clone)]
pub struct Translated {
    pub lang: Tongue,
    /// None for the manifest.
    pub kind: Option<Kind>,
    /// Where it stands is in the file of the translation.
    pub id: Spanned<String>,
    /// The day on which it was made or last compared with the original.
    pub on: Option<Spanned<When>>,
    /// The digest of the original's words at that time.
    pub of: Option<Spanned<String>>,
    /// Where the original stands: its data and its prose.
    pub original: Vec<Span>,
    /// The texts of the original that have a translation, by their places.
    pub covered: Vec<Span>,
    /// Each of its texts, with that of the original in whose place it stands.
    pub instead: Vec<(Span, Span)>,
    /// Where its day and digest are written, or where they would be, and how.
    pub stamp: StampPlace,
}

/// Where the day and the digest of a translation are written or would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StampPlace {
    /// In place of a value.
    Value(Span),
    /// On a line of its own before this key.
    Line(Span),
    /// Before this key, in braces.
    Flow(Span),
}

impl Parsed {
    /// Findings for files of translations into languages that the manual does not have.
    pub fn undeclared(&self, sources: &Sources, others: &[Tongue]) -> Vec<Diagnostic> {
        let mut seen = BTreeSet::new();
        let mut findings = Vec::new();
        for translation in &self.translations {
            let Some(lang) = translation.lang.filter(|lang| !others.contains(lang)) else { continue };
            if seen.insert(translation.id.span.file) {
                let path = sources.get(translation.id.span.file).path.as_str();
                let finding = Diagnostic::new(&entries::SKIPPED, Span::new(translation.id.span.file, 0..0));
                let finding = finding.arg("path", path).arg("detail", UNDECLARED).arg("near", lang.code());
                findings.push(finding.help(entries::DECLARE_LANGUAGE));
            }
        }
        findings
    }

    /// What has a translation, with what each translates and the day of each.
    pub fn translated(&self) -> Vec<Translated> {
        let manifest = self.manifest_translations.iter().filter_map(|(lang, node)| {
            let original = self.manifest.as_ref()?;
            let first = node.pairs().and_then(|pairs| pairs.first()).map_or(node.span, |pair| pair.key.span);
            let id = Spanned { value: "manual".to_owned(), span: first };
            Some(self.one(*lang, None, id, node, (original, None)))
        });
        let entries = self.translations.iter().filter_map(|translation| {
            let original = &self.documents[self.place_of(translation.kind, &translation.id.value)?];
            let prose = original.prose.as_ref().map(|(file, range)| Span::new(*file, range.clone()));
            let mut one = self.one(
                translation.lang?,
                Some(translation.kind),
                translation.id.clone(),
                &translation.node,
                (&original.node, prose),
            );
            one.covered.extend(prose.filter(|_| self.says_something(translation)));
            Some(one)
        });
        manifest.chain(entries).collect()
    }

    fn one(
        &self,
        lang: Tongue,
        kind: Option<Kind>,
        id: Spanned<String>,
        node: &Node,
        (original, prose): (&Node, Option<Span>),
    ) -> Translated {
        let written = node.get(TRANSLATED);
        let of = written.and_then(|node| node.get(OF)).and_then(|node| {
            let value = node.scalar()?.to_owned();
            Some(Spanned { value, span: node.span })
        });
        let on = written.map(|node| node.get(ON).unwrap_or(node)).and_then(|node| {
            let value = When::parse(node.scalar()?).ok()?;
            Some(Spanned { value, span: node.span })
        });
        let mut laid = Laid::default();
        overlay(&mut original.clone(), &without_day(node, &mut Vec::new()), &mut laid);
        let first = node.pairs().and_then(|pairs| pairs.first()).map_or(id.span, |pair| pair.key.span);
        let in_braces = self.sources.text(node.span).starts_with('{');
        let stamp = match written {
            Some(value) => StampPlace::Value(value.span),
            None if in_braces => StampPlace::Flow(first),
            None => StampPlace::Line(first),
        };
        let original = std::iter::once(original.span).chain(prose).collect();
        Translated { lang, kind, id, on, of, original, covered: laid.covered, instead: laid.instead, stamp }
    }

    /// Whether a translation has prose of its own.
    fn says_something(&self, translation: &Document) -> bool {
        let text = |(file, range): &(FileId, Range<usize>)| self.sources.text(Span::new(*file, range.clone()));
        translation.prose.as_ref().is_some_and(|prose| !text(prose).trim().is_empty())
    }

    /// The files of a language's translations.
    pub fn files_in(&self, lang: Tongue) -> BTreeSet<FileId> {
        let manifest = self.manifest_translations.iter().filter(|(l, _)| *l == lang).map(|(_, node)| node.span.file);
        let entries = self.translations.iter().filter(|t| t.lang == Some(lang)).map(|t| t.node.span.file);
        manifest.chain(entries).collect()
    }

    /// The originals, taken out: what is read of them last may let go of each as soon as it has been read.
    pub fn take(&mut self) -> InLanguage<'static> {
        self.places.clear();
        let documents = std::mem::take(&mut self.documents);
        InLanguage {
            manifest: self.manifest.take().map(Cow::Owned),
            documents: documents.into_iter().map(Cow::Owned).collect(),
        }
    }

    /// The entries in a language: the originals, with the translation laid over copies of those that have one. Findings about
    /// translations are added to `findings`.
    pub fn in_language(&self, lang: Option<Tongue>, findings: &mut Vec<Diagnostic>) -> InLanguage<'_> {
        let mut manifest = self.manifest.as_ref().map(Cow::Borrowed);
        let mut documents: Vec<Cow<'_, Document>> = self.documents.iter().map(Cow::Borrowed).collect();
        let Some(lang) = lang else { return InLanguage { manifest, documents } };
        if let Some(manifest) = &mut manifest {
            for (_, node) in self.manifest_translations.iter().filter(|(l, _)| *l == lang) {
                lay(manifest.to_mut(), node, findings);
            }
        }
        for translation in self.translations.iter().filter(|t| t.lang == Some(lang)) {
            match self.place_of(translation.kind, &translation.id.value) {
                Some(place) => {
                    let document = documents[place].to_mut();
                    let before = findings.len();
                    lay(&mut document.node, &translation.node, findings);
                    findings[before..].iter_mut().for_each(|finding| finding.subject = Some(subject(translation)));
                    // Without prose of its own a translation leaves the original's in its place.
                    if self.says_something(translation) {
                        document.prose = translation.prose.clone();
                    }
                }
                None => findings.push(
                    Diagnostic::new(&entries::ORPHAN_TRANSLATION, translation.id.span)
                        .arg("key", translation.id.value.as_str())
                        .subject(subject(translation)),
                ),
            }
        }
        InLanguage { manifest, documents }
    }
}

/// The entry that a translation is of, as findings name it.
fn subject(translation: &Document) -> String {
    format!("{}/{}", translation.kind.name(), translation.id.value)
}

/// A manual in one language: what is not translated is borrowed.
pub struct InLanguage<'p> {
    pub manifest: Option<Cow<'p, Node>>,
    pub documents: Vec<Cow<'p, Document>>,
}

/// Puts the texts of a translation in the place of the original's and reports those that have none.
fn lay(original: &mut Node, translation: &Node, findings: &mut Vec<Diagnostic>) {
    let mut laid = Laid::default();
    let texts = without_day(translation, findings);
    overlay(original, &texts, &mut laid);
    findings.append(&mut laid.findings);
}

/// A translation without the day it is of, which is no text of the original.
fn without_day(translation: &Node, findings: &mut Vec<Diagnostic>) -> Node {
    let mut texts = translation.clone();
    if let NodeKind::Map(pairs) = &mut texts.kind {
        pairs.retain(|pair| {
            let is_day = pair.key.scalar() == Some(TRANSLATED);
            if is_day {
                day(&pair.value, findings);
            }
            !is_day
        });
    }
    texts
}

/// Reports a day that is none, and what else stands beside it.
fn day(node: &Node, findings: &mut Vec<Diagnostic>) {
    let on = node.get(ON).unwrap_or(node);
    if let Some(text) = on.scalar()
        && let Err(error) = When::parse(text)
    {
        findings.push(crate::parse::value_error(&error, on.span, text));
    }
    for pair in node.pairs().into_iter().flatten() {
        let name = pair.key.scalar().unwrap_or_default();
        if name != ON && name != OF {
            let finding = Diagnostic::new(&entries::UNKNOWN_KEY, pair.key.span);
            findings.push(finding.arg("key", name).arg("known", "on, of"));
        }
    }
}

/// What a translation says in place of a value of the original, where that is no text: another time, amount, date or yes.
fn other_value<'t>(original: &'t Node, translation: &'t Node) -> Option<(&'t str, &'t str)> {
    let (written, found) = (original.scalar()?.trim(), translation.scalar()?.trim());
    (plain(written)? != plain(found)?).then_some((found, written))
}

/// A value in the form in which two are compared; none for a text, and for a number alone, which may be a telephone.
fn plain(text: &str) -> Option<String> {
    if matches!(text, "true" | "false") {
        return Some(text.to_owned());
    }
    match Quantity::parse(text) {
        Ok(Quantity::Rate(rate)) if rate.per.is_empty() => None,
        Ok(quantity) => Some(quantity.plain()),
        Err(_) => When::parse(text).is_ok().then(|| text.to_owned()),
    }
}

/// What laying a translation over its original leaves behind.
#[derive(Default)]
struct Laid {
    findings: Vec<Diagnostic>,
    /// The places of the original's texts that were replaced.
    covered: Vec<Span>,
    /// The place of each text that stands there now, with that of the replaced.
    instead: Vec<(Span, Span)>,
}

/// Puts the texts of a translation in the place of the original's. Lists are matched by place.
fn overlay(original: &mut Node, translation: &Node, laid: &mut Laid) {
    if let Some((found, value)) = other_value(original, translation) {
        let finding = Diagnostic::new(&entries::OTHER_VALUE, translation.span);
        laid.findings.push(finding.arg("found", found).arg("original", value));
        return;
    }
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
                        laid.covered.push(pairs[place].key.span);
                        laid.instead.push((text.key.span, pairs[place].key.span));
                        pairs[place].key = text.key.clone();
                        overlay(&mut pairs[place].value, &text.value, laid);
                    }
                    None => laid
                        .findings
                        .push(Diagnostic::new(&entries::ORPHAN_TRANSLATION, text.key.span).arg("key", name)),
                }
            }
        }
        (NodeKind::List(items), NodeKind::List(texts)) => {
            for (item, text) in items.iter_mut().zip(texts) {
                overlay(item, text, laid);
            }
            if let Some(extra) = texts.get(items.len()) {
                laid.findings.push(Diagnostic::new(&entries::ORPHAN_TRANSLATION, extra.span).arg("key", "-"));
            }
        }
        _ if translation.is_null() => {}
        _ => {
            laid.covered.push(original.span);
            laid.instead.push((translation.span, original.span));
            *original = translation.clone();
        }
    }
}
