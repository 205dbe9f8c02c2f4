//! Translations, laid over the entries of the original.

use super::*;
use crate::span::Spanned;
use crate::values::When;
use std::borrow::Cow;

/// The key by which a translation says of which day it is.
const TRANSLATED: &str = "translated";

/// A translated entry, for the rules that ask whether it is there and still holds.
#[derive(Debug, Clone)]
pub struct Translated {
    pub lang: Lang,
    pub kind: Kind,
    pub id: Spanned<String>,
    /// The day on which it was made or last compared with the original.
    pub on: Option<Spanned<When>>,
}

impl Parsed {
    /// Findings for files of translations into languages that the manual does not have.
    pub fn undeclared(&self, sources: &Sources, others: &[Lang]) -> Vec<Diagnostic> {
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

    /// The entries that have a translation, with the day of each.
    pub fn translated(&self) -> Vec<Translated> {
        let read = |node: &Node| {
            let value = When::parse(node.scalar()?).ok()?;
            Some(Spanned { value, span: node.span })
        };
        let entries = self.translations.iter().filter_map(|translation| {
            let on = translation.node.get(TRANSLATED).and_then(read);
            Some(Translated { lang: translation.lang?, kind: translation.kind, id: translation.id.clone(), on })
        });
        entries.collect()
    }

    /// The entries in a language: the originals, with the translation laid over copies of those that have one. Findings about
    /// translations are added to `findings`.
    pub fn in_language(&self, lang: Option<Lang>, findings: &mut Vec<Diagnostic>) -> InLanguage<'_> {
        let mut manifest = self.manifest.as_ref().map(Cow::Borrowed);
        let mut documents: Vec<Cow<'_, Document>> = self.documents.iter().map(Cow::Borrowed).collect();
        let Some(lang) = lang else { return InLanguage { manifest, documents } };
        if let Some(manifest) = &mut manifest {
            for (_, node) in self.manifest_translations.iter().filter(|(l, _)| *l == lang) {
                overlay(manifest.to_mut(), node, findings);
            }
        }
        for translation in self.translations.iter().filter(|t| t.lang == Some(lang)) {
            match self.place_of(translation.kind, &translation.id.value) {
                Some(place) => {
                    let document = documents[place].to_mut();
                    overlay(&mut document.node, &without_day(&translation.node, findings), findings);
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
        InLanguage { manifest, documents }
    }
}

/// A manual in one language: what is not translated is borrowed.
pub struct InLanguage<'p> {
    pub manifest: Option<Cow<'p, Node>>,
    pub documents: Vec<Cow<'p, Document>>,
}

/// A translation without the day it is of, which is no text of the original.
fn without_day(translation: &Node, findings: &mut Vec<Diagnostic>) -> Node {
    let mut texts = translation.clone();
    if let NodeKind::Map(pairs) = &mut texts.kind {
        pairs.retain(|pair| {
            let is_day = pair.key.scalar() == Some(TRANSLATED);
            if let (true, Some(text)) = (is_day, pair.value.scalar())
                && let Err(error) = When::parse(text)
            {
                findings.push(crate::parse::value_error(&error, pair.value.span, text));
            }
            !is_day
        });
    }
    texts
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
