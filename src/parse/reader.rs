//! Tree → fields. Every missing, unknown or mistyped key is collected; reading never stops at the first.
//!
//! A [`Reader`] reads the keys of a mapping, a [`Slot`] one value. What is read is also noted in the [`Context`]: the references
//! and links that have to exist, and the values that prose can print by `[[id.field]]`.

mod example;
mod keys;
mod slot;
pub mod trace;

pub use keys::Reader;
pub use slot::Slot;
pub(super) use slot::shape;
use trace::{Asked, Trace};

use super::files::slug;
use super::kind::Kind;
pub use super::markdown::RawHtml;
use super::prose::{Inline, Prose, Text, Wiki, each_inline, inlines};
use super::yaml::{Kind as NodeKind, Node, Pair};
use super::{entries, markdown, open_link, tongue};
use crate::diag::Diagnostic;
use crate::lang::Text as Words;
use crate::span::{FileId, Sources, Span, Spanned};
use crate::values::{
    Aimed, Duration, Hours, Money, MonthDay, Percent, Quantity, Rate, Recurrence, TimeRange, ValueError, When,
};
use std::collections::HashMap;

/// A value that prose can print.
#[derive(Debug, Clone)]
pub enum Value {
    Text(Text),
    Texts(Vec<Text>),
    Word(String),
    Quantity(Box<Variant<Quantity>>),
    Date(When),
    DayOfYear(MonthDay),
    Recurrence(Recurrence),
    Hours(Box<Hours>),
    /// The hours of a working day.
    TimeRanges(Vec<TimeRange>),
    Targets(Vec<Aimed>),
    References(Vec<(Kind, String)>),
}

/// The key under which the place of an item is noted that goes by its id: no author can write it.
pub const PLACE: &str = "#";

/// Values by kind, entry and path. Those of the manifest have an empty id.
pub type Values = HashMap<Kind, HashMap<String, Fields>>;

/// The values of one entry by their paths, in a list: there are hundreds of thousands in a large manual, and a list is a third of a tree.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(Box<str>, Value)>);

impl Fields {
    /// Adds a value that is found once the fields are settled.
    fn put(&mut self, path: impl Into<Box<str>>, value: Value) {
        self.0.push((path.into(), value));
    }

    /// Puts all in the order of their paths; of a path that was written twice, the later value counts.
    fn settle(&mut self) {
        self.0.sort_by(|(a, _), (b, _)| a.cmp(b));
        // Of two, the first is taken out, so that the later is moved to its place before.
        self.0.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                std::mem::swap(later, earlier);
            }
            same
        });
        self.0.shrink_to_fit();
    }

    pub fn get(&self, path: &str) -> Option<&Value> {
        let place = self.0.binary_search_by(|(known, _)| (**known).cmp(path)).ok()?;
        Some(&self.0[place].1)
    }

    /// The path at a place in the order of [`Fields::iter`].
    pub fn path_at(&self, place: usize) -> Option<&str> {
        self.0.get(place).map(|(path, _)| &**path)
    }

    /// The values with their paths, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(path, value)| (&**path, value))
    }
}

/// A value that may differ by case: `otherwise` alone is the plain value.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant<T> {
    pub by: Vec<Spanned<String>>,
    /// One word for each dimension of `by`, then the value.
    pub cases: Vec<(Vec<Spanned<String>>, Spanned<T>)>,
    pub otherwise: Option<Spanned<T>>,
    pub span: Span,
}

impl<T> Variant<T> {
    /// The value where it does not differ.
    pub fn single(&self) -> Option<&T> {
        if self.cases.is_empty() { self.otherwise.as_ref().map(|s| &s.value) } else { None }
    }

    /// Every value, whatever the case.
    pub fn values(&self) -> impl Iterator<Item = &Spanned<T>> {
        self.cases.iter().map(|(_, v)| v).chain(&self.otherwise)
    }

    pub fn map<U>(&self, f: impl Fn(&T) -> U) -> Variant<U> {
        let spanned = |s: &Spanned<T>| Spanned { value: f(&s.value), span: s.span };
        Variant {
            by: self.by.clone(),
            cases: self.cases.iter().map(|(words, v)| (words.clone(), spanned(v))).collect(),
            otherwise: self.otherwise.as_ref().map(spanned),
            span: self.span,
        }
    }
}

/// A point that may be said not to apply.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Given<T> {
    #[default]
    Missing,
    /// `{ none: "reason" }`
    None {
        reason: Text,
        span: Span,
    },
    Some {
        value: T,
        span: Span,
    },
}

impl<T> Given<T> {
    pub fn value(&self) -> Option<&T> {
        match self {
            Given::Some { value, .. } => Some(value),
            Given::Missing | Given::None { .. } => None,
        }
    }

    pub fn is_missing(&self) -> bool {
        matches!(self, Given::Missing)
    }
}

/// The use of an id where the field gives the kind.
#[derive(Debug, Clone)]
pub struct Reference {
    pub kind: Kind,
    pub id: String,
    pub span: Span,
    /// Whose reference it is.
    pub from: (Kind, String),
}

/// A word by which a value differs: `ribera` in a table by `site`. What it refers to depends on the dimension and on what the manual
/// declares.
#[derive(Debug, Clone)]
pub struct CaseWord {
    pub by: Spanned<String>,
    pub word: Spanned<String>,
    /// Whose value it is.
    pub from: (Kind, String),
}

/// A picture of the prose.
#[derive(Debug, Clone)]
pub struct PictureUse {
    pub path: String,
    pub alt: String,
    pub span: Span,
    /// Whose prose it is: `kind/id`, empty for the manifest.
    pub subject: String,
}

/// What reading an entry leaves behind for the stages that follow.
#[derive(Debug, Default)]
pub struct Notes {
    pub findings: Vec<Diagnostic>,
    pub references: Vec<Reference>,
    pub cases: Vec<CaseWord>,
    /// `[[…]]` with whose prose it is.
    pub links: Vec<(Wiki, (Kind, String))>,
    /// Ordinary links: target, place, and whose prose it is (`kind/id`, empty for the manifest).
    pub hrefs: Vec<(String, Span, String)>,
    pub pictures: Vec<PictureUse>,
    pub values: Values,
    /// Choices, numbers and the like, which prose does not print: for those who compare two manuals, else none.
    pub written: Option<Values>,
    /// Values that are written but could not be read, by entry and path: reported once, not at every use.
    pub failed: Vec<((Kind, String), String)>,
    /// Entries that are written but could not be read.
    pub unread: Vec<(Kind, String)>,
}

impl Notes {
    /// Adds what reading other entries left behind.
    pub fn join(&mut self, other: Notes) {
        self.findings.extend(other.findings);
        self.references.extend(other.references);
        self.cases.extend(other.cases);
        self.links.extend(other.links);
        self.hrefs.extend(other.hrefs);
        self.pictures.extend(other.pictures);
        join_values(&mut self.values, other.values);
        if let (Some(written), Some(more)) = (&mut self.written, other.written) {
            join_values(written, more);
        }
        self.failed.extend(other.failed);
        self.unread.extend(other.unread);
    }

    /// Makes the values ready to be looked up.
    pub fn settle(&mut self) {
        let all = self.values.values_mut().chain(self.written.iter_mut().flat_map(HashMap::values_mut));
        all.flat_map(HashMap::values_mut).for_each(Fields::settle);
    }
}

fn join_values(values: &mut Values, other: Values) {
    for (kind, entries) in other {
        let known = values.entry(kind).or_default();
        for (id, more) in entries {
            match known.get_mut(&id) {
                Some(fields) => {
                    fields.0.extend(more.0);
                    fields.settle();
                }
                None => drop(known.insert(id, more)),
            }
        }
    }
}

/// Where reading stands.
pub struct Context<'s> {
    pub sources: &'s Sources,
    pub notes: Notes,
    pub kind: Kind,
    pub id: String,
    /// What the manifest says of raw HTML.
    pub raw_html: RawHtml,
    /// The code of the manual's currency, for what is suggested in place of a bad amount.
    pub currency: Option<String>,
    /// What messages call what is read where it is no entry.
    pub document: &'static str,
    /// Where the items of lists that have an id were read, by their entry and path.
    items: HashMap<(Kind, String, String), Span>,
    /// What was asked for, if somebody wants to know.
    pub trace: Option<Trace>,
}

impl<'s> Context<'s> {
    pub fn new(sources: &'s Sources) -> Self {
        Context {
            sources,
            notes: Notes::default(),
            kind: Kind::Services,
            id: String::new(),
            raw_html: RawHtml::Text,
            currency: None,
            document: "manual.yaml",
            items: HashMap::new(),
            trace: None,
        }
    }

    /// A reading beside this one, by what this one knows of the manifest, with notes of its own. Nobody traces it.
    pub fn beside(&self) -> Context<'s> {
        let mut beside =
            Context { raw_html: self.raw_html, currency: self.currency.clone(), ..Context::new(self.sources) };
        beside.notes.written = self.notes.written.as_ref().map(|_| Values::new());
        beside
    }

    /// Runs `read` for another entry; used for entries written inside a service.
    pub fn entry<T>(&mut self, kind: Kind, id: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = (self.kind, std::mem::replace(&mut self.id, id.to_owned()));
        self.kind = kind;
        let result = read(self);
        (self.kind, self.id) = outer;
        result
    }

    pub fn report(&mut self, finding: Diagnostic) {
        let subject = format!("{}/{}", self.kind.name(), self.id);
        self.notes.findings.push(if self.id.is_empty() { finding } else { finding.subject(subject) });
    }

    pub fn record(&mut self, path: impl Into<Box<str>>, value: Value) {
        Self::put(&mut self.notes.values, (self.kind, &self.id), path, value);
    }

    /// Notes what is written at a path and prose does not print.
    pub(super) fn write_down(&mut self, path: &str, value: impl FnOnce() -> Value) {
        if let Some(written) = &mut self.notes.written {
            Self::put(written, (self.kind, &self.id), path, value());
        }
    }

    fn put(values: &mut Values, (kind, id): (Kind, &str), path: impl Into<Box<str>>, value: Value) {
        let entries = values.entry(kind).or_default();
        // Most entries have many values, and only the first needs their id.
        let values = match entries.get_mut(id) {
            Some(values) => values,
            None => entries.entry(id.to_owned()).or_default(),
        };
        values.put(path, value);
    }

    /// Notes that the value at a path is written but could not be read.
    pub fn fail(&mut self, path: &str) {
        self.notes.failed.push(((self.kind, self.id.clone()), path.to_owned()));
    }

    /// What a message calls the entry that is being read.
    fn whole(&self) -> String {
        if self.id.is_empty() { self.document.to_owned() } else { format!("{}/{}", self.kind.name(), self.id) }
    }

    /// Reads a mapping that is not inside another: an entry or the manifest.
    pub fn top<T>(&mut self, node: &Node, read: impl FnOnce(&mut Reader<'_, '_, 's>) -> T) -> Option<T> {
        Slot { cx: self, node, key: "", path: String::new(), item: false }.map(read)
    }

    /// Reads a value that is not a mapping of known keys.
    pub fn value<T>(&mut self, node: &Node, read: impl FnOnce(Slot<'_, '_, 's>) -> T) -> T {
        read(Slot { cx: self, node, key: "", path: String::new(), item: false })
    }

    /// The prose of a file, with its links noted.
    pub fn prose(&mut self, file: FileId, range: std::ops::Range<usize>) -> Prose {
        let text = &self.sources.get(file).text;
        let mut prose = markdown::prose(file, text, range.clone(), self.raw_html);
        prose.span = Some(Span::new(file, range.clone()));
        if let Some(deep) = prose.deep {
            let finding = Diagnostic::new(&entries::TOO_DEEP, deep).arg("limit", markdown::MAX_DEPTH.to_string());
            self.notes.findings.push(finding);
        }
        each_inline(&prose.blocks, &mut |i| note_inline(&mut self.notes, i, (self.kind, &self.id)));
        open_link::report(file, text, range, &prose, &mut self.notes.findings);
        for (_, blocks) in &prose.notes {
            each_inline(blocks, &mut |i| note_inline(&mut self.notes, i, (self.kind, &self.id)));
        }
        prose
    }

    /// Notes the words of a row of a table, each with its dimension.
    pub fn case(&mut self, by: &[Spanned<String>], words: &[Spanned<String>]) {
        for (by, word) in by.iter().zip(words) {
            let from = (self.kind, self.id.clone());
            self.notes.cases.push(CaseWord { by: by.clone(), word: word.clone(), from });
        }
    }

    fn reference(&mut self, kind: Kind, id: &str, span: Span) {
        let from = (self.kind, self.id.clone());
        self.notes.references.push(Reference { kind, id: id.to_owned(), span, from });
    }
}

fn note_inline(notes: &mut Notes, inline: &Inline, from: (Kind, &str)) {
    let subject = || if from.1.is_empty() { String::new() } else { format!("{}/{}", from.0.name(), from.1) };
    match inline {
        Inline::Wiki(wiki) => notes.links.push((wiki.clone(), (from.0, from.1.to_owned()))),
        Inline::Link { href, span, .. } => notes.hrefs.push((href.clone(), *span, subject())),
        Inline::Picture { path, alt, span } => {
            let (path, alt) = (path.clone(), alt.clone());
            notes.pictures.push(PictureUse { path, alt, span: *span, subject: subject() });
        }
        _ => {}
    }
}

/// Where the comma of a number ended the value of a pair, so that its decimals became a key without a value: in
/// `{ share: 99,5 % }` the key `5 %`. The number's two parts and its span.
fn cut_number<'n>(pair: &'n Pair, next: Option<&'n Pair>) -> Option<(&'n str, &'n str, Span)> {
    let next = next.filter(|next| next.value.is_null())?;
    let (whole, rest) = (pair.value.scalar()?, next.key.scalar()?);
    let (before, after) = (pair.value.span, next.key.span);
    let adjacent = before.end + 1 == after.start && before.file == after.file;
    let digits = whole.ends_with(|c: char| c.is_ascii_digit()) && rest.starts_with(|c: char| c.is_ascii_digit());
    // A sign may stand before a number; words make it a text.
    let before_number = whole.trim_end_matches(|c: char| c.is_ascii_digit()).trim();
    let digits = digits
        && before_number.chars().filter(|c| c.is_alphanumeric()).count() < 4
        && !before_number.contains(char::is_lowercase);
    (adjacent && digits).then_some((whole, rest, Span { end: after.end, ..before }))
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { [path, ".", name].concat() }
}
