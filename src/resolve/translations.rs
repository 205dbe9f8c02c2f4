//! Which texts a language lacks, and which translations no longer hold: the original may have changed since.

use super::Resolved;
use crate::diag::{Diagnostic, Edit, Severity};
use crate::lang::{Text as Words, Tongue};
use crate::parse::entries;
use crate::parse::files::{StampPlace, Translated};
use crate::parse::kind::Kind;
use crate::parse::prose::{self, Inline, Text};
use crate::parse::reader::{Fields, Value};
use crate::span::{FileId, Span, Spanned};
use crate::values::{Date, Quantity, When};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

/// Keys whose values are the same in every language.
const EVERYWHERE: [&str; 5] = ["per", "phone", "email", "website", "number"];
/// Keys of which the last part is an id: where a decision leads.
const LEADS: [&str; 2] = [".decision.yes", ".decision.no"];

/// The finding that a translation is of other words than the original's.
const OUTDATED: &str = "I725";
const NO_LONGER: Words = Words {
    es: "el original ya no lo tiene: quítelo también aquí",
    en: "the original no longer has it: take it out here too",
    pt: "o original já não o tem: retire-o também aqui",
};

/// A text or prose that readers of another language need in theirs.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'m> {
    /// None for the manifest.
    pub entry: Option<(Kind, &'m str)>,
    /// The path of its key; empty for the prose of the file.
    pub path: &'m str,
    pub span: Span,
}

/// Where the texts stand that are to be translated, in the order of the files.
#[derive(Debug)]
pub(super) struct Worded {
    entries: Vec<(Kind, String)>,
    places: Vec<Place>,
}

#[derive(Debug)]
struct Place {
    span: Span,
    /// Among those entries, or [`MANIFEST`].
    entry: usize,
    /// Among the values of the entry; none for the prose of its file.
    field: Option<usize>,
}

const MANIFEST: usize = usize::MAX;

/// What a language lacks of a file.
#[derive(Debug)]
pub struct Lacking<'m> {
    pub file: FileId,
    /// In the order of the file.
    pub texts: Vec<Wording<'m>>,
    /// Whether some of the file is translated.
    pub begun: bool,
}

/// How a translation stands, for who looks after it.
#[derive(Debug, Clone)]
pub struct Standing {
    pub lang: Tongue,
    /// `kind/id`, or `manual`.
    pub entry: String,
    pub file: FileId,
    /// Whether the original may have changed since.
    pub stale: bool,
    /// Whether it says of which words it is.
    pub stamped: bool,
    /// What says that it is of today's words.
    pub stamp: Edit,
}

/// Why a translation may no longer hold.
#[derive(Debug, Clone, Copy)]
pub enum Stale<'t> {
    /// The words of the original are others than those it was stamped with.
    Words(&'t Spanned<String>),
    /// Without a stamp: it is older than the approval of the original.
    Day(&'t Spanned<When>, &'t Spanned<When>),
}

impl<'p> Resolved<'p> {
    /// Whether what stands here is of the original, in a manual that is read in another language.
    pub fn is_original(&self, span: Span) -> bool {
        self.own_files.as_ref().is_some_and(|files| !files.contains(&span.file))
    }

    /// A text in the manual's own language, as it stands in its file, quotation marks of YAML included.
    pub fn original(&self, text: &Text) -> &str {
        self.sources.text(self.originals.get(&text.span).copied().unwrap_or(text.span))
    }

    /// The places of the texts that a language lacks.
    pub fn untranslated(&self, lang: Tongue) -> HashSet<Span> {
        let lacking = self.lacking(&self.wordings(), lang);
        lacking.iter().flat_map(|lacking| lacking.texts.iter().map(|text| text.span)).collect()
    }

    /// Every text that is to be translated, in the order of the files.
    pub fn wordings(&self) -> Vec<Wording<'_>> {
        // To look for them is dear; where they are is kept, and what they say of themselves stands there.
        let Worded { entries, places } = self.worded.get_or_init(|| self.worded());
        let mut last = (MANIFEST, Some(&self.manifest_values));
        let wording = |place: &Place| {
            let entry = entries.get(place.entry).map(|(kind, id)| (*kind, id.as_str()));
            if last.0 != place.entry {
                let fields = entry.map_or(Some(&self.manifest_values), |(kind, id)| self.entry_values(kind, id));
                last = (place.entry, fields);
            }
            let path = place.field.and_then(|field| last.1?.path_at(field)).unwrap_or_default();
            Wording { entry, path, span: place.span }
        };
        places.iter().map(wording).collect()
    }

    fn worded(&self) -> Worded {
        let mut entries: Vec<(Kind, String)> = Vec::new();
        let mut all = self.worded_of(MANIFEST, &self.manifest_values);
        for (kind, of) in &self.values {
            for (id, fields) in of {
                all.extend(self.worded_of(entries.len(), fields));
                entries.push((*kind, id.clone()));
            }
        }
        for base in self.model.bases() {
            let body = base.body.span.filter(|span| !self.sources.text(*span).trim().is_empty());
            if let Some(span) = body {
                all.push((Place { span, entry: entries.len(), field: None }, ""));
                entries.push((base.kind, base.id.clone()));
            }
        }
        all.sort_by_key(|(place, path)| (place.span, *path));
        all.dedup_by_key(|(place, _)| place.span);
        Worded { entries, places: all.into_iter().map(|(place, _)| place).collect() }
    }

    /// The texts of an entry that are to be translated, with their paths.
    fn worded_of<'f>(&self, entry: usize, fields: &'f Fields) -> Vec<(Place, &'f str)> {
        let texts = fields.iter().enumerate().flat_map(|(field, (path, value))| {
            texts_of(value).iter().map(move |text| (Place { span: text.span, entry, field: Some(field) }, path, text))
        });
        let worded = texts.filter(|(_, path, text)| {
            !(entry == MANIFEST && is_of_the_record(path))
                && is_of_a_language(path, text)
                && self.has_words(&text.content)
                && !is_closed(&text.source)
        });
        worded.map(|(place, path, _)| (place, path)).collect()
    }

    /// What a language lacks, by file.
    pub fn lacking<'m>(&'m self, wordings: &[Wording<'m>], lang: Tongue) -> Vec<Lacking<'m>> {
        let of_lang = self.translations.iter().filter(|t| t.lang == lang);
        let covered: HashSet<Span> = of_lang.flat_map(|t| t.covered.iter().copied()).collect();
        let mut files: BTreeMap<FileId, Lacking<'m>> = BTreeMap::new();
        for wording in wordings {
            let file = wording.span.file;
            let lacking = files.entry(file).or_insert_with(|| Lacking { file, texts: Vec::new(), begun: false });
            match covered.contains(&wording.span) {
                true => lacking.begun = true,
                false => lacking.texts.push(*wording),
            }
        }
        files.into_values().filter(|lacking| !lacking.texts.is_empty()).collect()
    }

    /// The first eight digits of the SHA-256 of the original's words; of blanks it does not depend, nor of figures beside texts.
    pub fn digest(&self, wordings: &[Wording<'_>], translated: &Translated) -> String {
        let mut hash = Sha256::new();
        for place in &translated.original {
            let from = wordings.partition_point(|w| (w.span.file, w.span.start) < (place.file, place.start));
            let inside = wordings[from..].iter().take_while(|w| w.span.file == place.file && w.span.end <= place.end);
            for wording in inside {
                for word in without_ids(self.sources.text(wording.span)).split_whitespace() {
                    hash.update(word.as_bytes());
                    hash.update(b" ");
                }
                hash.update(b"\n");
            }
        }
        hash.finalize().iter().take(4).map(|b| format!("{b:02x}")).collect()
    }

    /// Why a translation may no longer hold, if it may not. The digest decides where it is written, else the days do.
    pub fn staleness<'t>(&'t self, wordings: &[Wording<'_>], translated: &'t Translated) -> Option<Stale<'t>> {
        self.staleness_by(|| self.digest(wordings, translated), translated)
    }

    fn staleness_by<'t>(&'t self, digest: impl FnOnce() -> String, translated: &'t Translated) -> Option<Stale<'t>> {
        if let Some(of) = &translated.of {
            return (of.value != digest()).then_some(Stale::Words(of));
        }
        let base = translated.kind.and_then(|kind| self.model.base(kind, &translated.id.value));
        // Without dates of its own an entry goes by those of the document.
        let own = base.and_then(|base| base.approved.as_ref());
        let approved = own.or(self.model.manifest.document.approved.as_ref())?;
        let on = translated.on.as_ref()?;
        (on.value.end() < approved.value.start()).then_some(Stale::Day(on, approved))
    }

    /// Takes out what a translation has beyond its original where that follows from something else: the original could not be
    /// read, or a key of it is misspelt, or it has changed since and the translation is told to be compared anew.
    pub fn settle_orphans(&self, findings: &mut Vec<Diagnostic>) {
        if findings.iter().all(|f| f.code() != entries::ORPHAN_TRANSLATION.code) {
            return;
        }
        let errors = findings.iter().filter(|f| f.severity == Severity::Error && f.code().starts_with('E'));
        let faults: Vec<Span> = errors.map(|f| f.span).collect();
        let outdated = |f: &Diagnostic| f.code() == OUTDATED;
        let told: Vec<(FileId, String)> = findings.iter().filter(|f| outdated(f)).map(place_of).collect();
        let mut gone: Vec<(FileId, String, Span)> = Vec::new();
        findings.retain(|finding| {
            if finding.code() != entries::ORPHAN_TRANSLATION.code {
                return true;
            }
            let (file, subject) = place_of(finding);
            let entry = subject.split_once('/').and_then(|(kind, id)| Some((Kind::from_name(kind)?, id)));
            let unread = entry.is_some_and(|(kind, id)| self.unread.may_hold(Some(kind), id));
            let is_of = |t: &&Translated| {
                t.id.span.file == file
                    && t.kind == entry.map(|(kind, _)| kind)
                    && entry.is_none_or(|(_, id)| t.id.value == id)
            };
            let original = self.translations.iter().find(is_of).map_or(&[][..], |t| t.original.as_slice());
            let within =
                |fault: &Span, of: &Span| fault.file == of.file && of.start <= fault.start && fault.end <= of.end;
            if unread || faults.iter().any(|fault| original.iter().any(|of| within(fault, of))) {
                return false;
            }
            if told.iter().any(|known| *known == (file, subject.clone())) {
                gone.push((file, subject, finding.span));
                return false;
            }
            true
        });
        for finding in findings.iter_mut().filter(|f| outdated(f)) {
            let (file, subject) = place_of(finding);
            for (_, _, span) in gone.iter().filter(|(of, entry, _)| *of == file && *entry == subject) {
                *finding = finding.clone().label(*span, NO_LONGER);
            }
        }
    }

    /// The entries whose translation may no longer hold.
    pub fn stale(&self, lang: Tongue) -> Vec<(Kind, String)> {
        if self.translations.iter().all(|t| t.lang != lang) {
            return Vec::new();
        }
        let wordings = self.wordings();
        let of_lang = self.translations.iter().filter(|t| t.lang == lang);
        let stale = of_lang.filter(|t| self.staleness(&wordings, t).is_some());
        stale.filter_map(|t| Some((t.kind?, t.id.value.clone()))).collect()
    }

    /// How each translation stands on a day, by language and in the order of the files.
    pub fn standings(&self, today: Date) -> Vec<Standing> {
        let wordings = self.wordings();
        let mut all: Vec<Standing> = self.translations.iter().map(|t| self.standing(&wordings, t, today)).collect();
        all.sort_by_key(|standing| (standing.lang, standing.file, standing.stamp.span));
        all
    }

    fn standing(&self, wordings: &[Wording<'_>], translated: &Translated, today: Date) -> Standing {
        let id = &translated.id;
        let digest = self.digest(wordings, translated);
        let value = format!("{{ on: {today}, of: \"{digest}\" }}");
        let before = |span: Span, text: String| Edit { span: span.sub(0, 0), replacement: text };
        let stamp = match translated.stamp {
            StampPlace::Value(span) => Edit { span, replacement: value },
            StampPlace::Flow(key) => before(key, format!("translated: {value}, ")),
            StampPlace::Line(key) => {
                let text = &self.sources.get(key.file).text;
                let line = text[..key.range().start].rsplit('\n').next().unwrap_or_default();
                let indent = " ".repeat(line.chars().count());
                before(key, format!("translated: {value}\n{indent}"))
            }
        };
        let entry = translated.kind.map_or_else(|| id.value.clone(), |kind| format!("{}/{}", kind.name(), id.value));
        let stale = self.staleness_by(|| digest, translated).is_some();
        Standing { lang: translated.lang, entry, file: id.span.file, stale, stamped: translated.of.is_some(), stamp }
    }

    /// Whether there is anything in it to translate: two letters beside each other that are no link, code or value.
    fn has_words(&self, content: &[Inline]) -> bool {
        let mut found = false;
        prose::inlines(content, &mut |inline| {
            found |= match inline {
                Inline::Text(text) => is_word(text),
                Inline::Wiki(wiki) => match &wiki.label {
                    Some(label) => is_word(label),
                    None => wiki.soft && self.link(wiki.span).is_none(),
                },
                Inline::Picture { alt, .. } => is_word(alt),
                Inline::Strong(_)
                | Inline::Emph(_)
                | Inline::Strike(_)
                | Inline::Code(_)
                | Inline::Link { .. }
                | Inline::FootnoteRef(_)
                | Inline::Task(_)
                | Inline::Quantity(_)
                | Inline::Break => false,
            };
        });
        found
    }
}

/// The file and the entry of a finding about a translation.
fn place_of(finding: &Diagnostic) -> (FileId, String) {
    (finding.span.file, finding.subject.clone().unwrap_or_default())
}

/// Whether a text of the manifest is a record of who allowed or declared something: it stands as it was written.
fn is_of_the_record(path: &str) -> bool {
    path.starts_with("waivers.") || path.starts_with("attestations.")
}

/// Whether what stands at a path is written in some language at all.
fn is_of_a_language(path: &str, text: &Text) -> bool {
    let everywhere =
        path.rsplit('.').any(|part| EVERYWHERE.contains(&part)) || LEADS.iter().any(|end| path.ends_with(end));
    // A street has its name in every language; «la de cada agencia» has not.
    let street = path.rsplit('.').next() == Some("address") && text.source.contains(|c: char| c.is_ascii_digit());
    !everywhere && !street
}

/// Whether it means the same in every language: a word of the manual's own language such as `at_receipt`, an id, a code such as
/// `PM-20`, a value, an address of the web.
fn is_closed(source: &str) -> bool {
    let source = source.trim();
    let is_code =
        !source.chars().any(char::is_lowercase) && source.chars().any(|c| c.is_ascii_digit() || c.is_uppercase());
    let of_an_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
    let is_id = source.contains(['_', '-']) && source.chars().all(of_an_id);
    let is_address = !source.contains(char::is_whitespace) && (source.contains("://") || source.contains('@'));
    is_code
        || is_id
        || is_address
        || source == "free"
        || crate::lang::details::CALLER_COSTS.iter().any(|cost| cost.name == source)
        || source.contains(|c: char| c.is_ascii_digit()) && Quantity::parse(source).is_ok()
}

/// The address of a heading is no word of it: who writes one makes no translation older.
fn without_ids(text: &str) -> Cow<'_, str> {
    if !text.contains("{#") {
        return Cow::Borrowed(text);
    }
    let bare = |line: &str| match (line.starts_with('#'), line.trim_end().strip_suffix('}')) {
        (true, Some(inner)) => inner.rsplit_once("{#").map_or_else(|| line.to_owned(), |(words, _)| words.to_owned()),
        _ => line.to_owned(),
    };
    Cow::Owned(text.lines().map(bare).collect::<Vec<_>>().join("\n"))
}

fn is_word(text: &str) -> bool {
    let mut before = false;
    text.chars().any(|c| std::mem::replace(&mut before, c.is_alphabetic()) && c.is_alphabetic())
}

fn texts_of(value: &Value) -> &[Text] {
    match value {
        Value::Text(text) => std::slice::from_ref(text),
        Value::Texts(texts) => texts,
        _ => &[],
    }
}
