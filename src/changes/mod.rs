//! Two editions of a manual compared by what they say: entry by entry and value by value, never line by line.
//!
//! A pure function of two resolved manuals. Values are compared as they are defined (`10` is `10.0`, two texts in other lines are
//! one text), links by the entry they lead to, entries across changes of their ids. What is changed is told with both values as the
//! reader's language and region write them. A change is material where it may alter what somebody does or gets; punctuation,
//! accents, capitals, emphasis, names, notes and running prose are editorial, as in the digest of `compose::obligations`;
//! notes of amounts, callouts that warn and the order of steps are not.

mod bonds;
mod brief;
pub mod data;
mod direction;
pub mod facts;
mod fields;
mod gaps;
pub mod history;
#[cfg(test)]
mod history_tests;
mod items;
mod line;
pub mod number;
pub mod page;
#[cfg(test)]
mod page_tests;
mod pair;
#[cfg(test)]
mod role_tests;
mod spoken;
mod status;
mod telling;
#[cfg(test)]
mod tests;
pub mod text;
mod translations;
mod tree;
mod unread;
mod whose;
mod words;

use brief::briefs;
pub use brief::{Brief, Item, brief};
pub use facts::Facts;
pub use gaps::Missing;
pub use history::{At, History, Mark, Seen};

use crate::compose::writer::Writer;
use crate::ir::text_of;
use crate::lang::changes as told;
use crate::lang::{Lang, Tongue, keys};
use crate::model::base::Base;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use fields::Walk;
use pair::Pair;
use serde::Serialize;
use telling::Walks;
use tree::Node;
use whose::Whose;
use words::{Renames, Side};

/// What a change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    Added,
    Removed,
    /// Asks more: a shorter limit, a higher share.
    Tightened,
    Relaxed,
    /// Costs the customer more.
    Dearer,
    Cheaper,
    /// More hours, or more that may be decided.
    Widened,
    Narrowed,
    Renamed,
    Moved,
    Reworded,
    /// Suspended or retired.
    Stopped,
    /// In use again.
    Resumed,
    /// Another value, of which it is not certain whether it asks more.
    Changed,
}

/// The differences of two editions.
#[derive(Debug, Clone, Serialize)]
pub struct Changes {
    pub entries: Vec<Entry>,
    pub translations: Vec<Translation>,
    /// Entries that could not be read on one side and are not compared.
    pub unread: usize,
    pub summary: Summary,
}

/// An entry that is not as it was.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// `services`; `manual` for the manifest.
    pub kind: &'static str,
    /// Of a removed entry the id it had.
    pub id: String,
    /// The id that it had, where that is another.
    pub previous_id: Option<String>,
    pub code: Option<String>,
    pub name: String,
    /// The service it belongs to, else its kind, as a heading.
    pub group: String,
    /// Added, removed, renamed, else changed.
    pub what: What,
    pub material: bool,
    /// The day from which the entry holds as it reads now, or is no more: its own or that of the edition, whichever is later. ISO 8601.
    pub effective: Option<String>,
    pub fields: Vec<Field>,
}

/// A value that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The keys that lead to it, with dots, as the new manual has them.
    pub path: String,
    pub label: String,
    pub what: What,
    pub material: bool,
    pub old: Option<String>,
    pub new: Option<String>,
    /// The language of these words where it is another than that in which changes are told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Tongue>,
    #[serde(skip)]
    pub whose: Whose,
    /// It is told in words that an author wrote, which may be those of a translation.
    #[serde(skip)]
    pub is_words: bool,
}

/// A translation that is new or gone, or has other words for the same original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Translation {
    pub lang: Tongue,
    pub language: String,
    pub what: What,
    /// How many entries.
    pub entries: usize,
    /// The language itself is new or gone.
    pub whole: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    pub added: usize,
    pub removed: usize,
    pub renamed: usize,
    pub changed: usize,
    /// Values, not entries.
    pub tightened: usize,
    pub relaxed: usize,
    /// Entries with a change that is more than editorial.
    pub material: usize,
    pub editorial: usize,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.translations.is_empty()
    }
}

/// A manual as it is compared, in its own language, and as it is told, in its others.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    pub own: &'a Resolved<'a>,
    pub translated: &'a [Resolved<'a>],
}

/// What of a manual is now otherwise, told in a language.
pub fn compare(old: &Told<'_>, new: &Told<'_>, tongue: Tongue) -> Changes {
    compared(old, new, tongue).0
}

impl<'a> Told<'a> {
    /// The translation into a language, if there is one.
    fn translation(&self, tongue: Tongue) -> Option<&'a Resolved<'a>> {
        self.translated.iter().find(|manual| manual.tongue == tongue)
    }
}

fn compared<'a>(old: &Told<'a>, new: &Told<'a>, tongue: Tongue) -> (Changes, Renames) {
    let lang = words_of(new, tongue);
    let (was, is) = (old, new);
    let (old, new) = (old.own, new.own);
    let (pairs, renames) = pair::pairs(old, new);
    let gone: Vec<(Kind, &str)> = pairs
        .iter()
        .filter(|pair| pair.new.is_none())
        .filter_map(|pair| pair.old.map(|base| (base.kind, base.id.as_str())))
        .collect();
    let fresh: Vec<(Kind, &str)> = pairs
        .iter()
        .filter(|pair| pair.old.is_none())
        .filter_map(|pair| pair.new.map(|base| (base.kind, base.id.as_str())))
        .collect();
    let walk_of = |was: &Told<'a>, is: &Told<'a>| Walk {
        old: Side { manual: old, renames: Some(&renames) },
        new: Side { manual: new, renames: None },
        before: speaking(was, tongue),
        after: speaking(is, tongue),
        told: [was.translation(tongue), is.translation(tongue)],
        tongue,
        lang,
        gone: &gone,
        fresh: &fresh,
    };
    let alone = |own| Told { own, translated: &[] };
    // What is otherwise is found in the original, and told in the words of the translation where those follow it.
    let (original, walk) = (walk_of(&alone(old), &alone(new)), walk_of(was, is));
    let walks = Walks { original, told: walk };
    let mut unread = 0;
    let mut entries = Vec::new();
    entries.extend(manifest(&walks, old, new, lang));
    for pair in &pairs {
        match pair {
            Pair { old: Some(was), new: Some(is) } => entries.extend(changed(&walks, was, is)),
            // What the other side could not read is neither new nor gone.
            Pair { old: None, new: Some(is) } if old.unread.may_hold(Some(is.kind), &is.id) => unread += 1,
            Pair { old: Some(was), new: None } if new.unread.may_hold(Some(was.kind), &was.id) => unread += 1,
            Pair { old: None, new: Some(is) } => entries.push(whole(&walks.told.after, is, What::Added, lang)),
            // What is gone is gone from the day of the edition that has it no more.
            Pair { old: Some(was), new: None } => entries
                .push(Entry { effective: effective(new, None), ..whole(&walks.told.before, was, What::Removed, lang) }),
            Pair { old: None, new: None } => {}
        }
    }
    let summary = summary(&entries);
    let translations = translations::translations(was, is, (&pairs, &entries, &renames), lang);
    (Changes { entries, translations, unread, summary }, renames)
}

/// Writes in a language: what is translated in its words, the rest in those of the original.
fn speaking<'a>(manual: &Told<'a>, tongue: Tongue) -> Writer<'a> {
    let lang = words_of(manual, tongue);
    let manual = manual.translation(tongue).unwrap_or(manual.own);
    let mut writer = Writer::new(manual).speaking(lang);
    writer.locale = if manual.tongue == tongue { manual.locale } else { manual.locale.speaking(lang) };
    writer
}

/// The language of the program's words where a manual is told in a language.
fn words_of(manual: &Told<'_>, tongue: Tongue) -> Lang {
    manual.own.model.manifest.languages.locale(tongue).lang
}

fn manifest(walks: &Walks<'_>, old: &Resolved<'_>, new: &Resolved<'_>, lang: Lang) -> Option<Entry> {
    let mut fields = walks.fields((Node::of_manifest(old), None), (Node::of_manifest(new), None));
    fields.retain(|field| unread::is_read(field, [(old, None), (new, None)]));
    let material = fields.iter().any(|field| field.material);
    let title = keys::kind("manual").map_or("manual", |kind| kind.title.in_lang(lang));
    (!fields.is_empty()).then(|| Entry {
        kind: "manual",
        id: String::new(),
        previous_id: None,
        code: None,
        name: title.to_owned(),
        group: title.to_owned(),
        what: What::Changed,
        material,
        effective: effective(new, None),
        fields,
    })
}

fn changed(walks: &Walks<'_>, was: &Base, is: &Base) -> Option<Entry> {
    let walk = &walks.told;
    let (old, new) = (walk.old.manual, walk.new.manual);
    let mut fields =
        walks.fields((Node::of(old, was), Some((was.kind, &was.id))), (Node::of(new, is), Some((is.kind, &is.id))));
    // What one side could not read, or not all of it, was neither taken away nor added, and has not become another.
    let (before, after) = (Some((was.kind, was.id.as_str())), Some((is.kind, is.id.as_str())));
    fields.retain(|field| unread::is_read(field, [(old, before), (new, after)]));
    let renamed = was.id != is.id || fields.iter().any(|field| field.what == What::Renamed);
    if fields.is_empty() && !renamed {
        return None;
    }
    let material = fields.iter().any(|field| field.material);
    let what = if renamed { What::Renamed } else { What::Changed };
    let previous_id = (was.id != is.id).then(|| was.id.clone());
    let mut entry = Entry { previous_id, fields, material, ..whole(&walk.after, is, what, walk.lang) };
    // A promise that its translation does not follow is not called by the words that it had.
    let name = is.kind.name_key();
    if is.kind == Kind::Commitments && entry.fields.iter().any(|field| field.lang.is_some() && field.path == name) {
        entry.name = self::name(&walks.original.after, is);
    }
    Some(entry)
}

/// An entry without what changed in it.
fn whole(x: &Writer<'_>, base: &Base, what: What, lang: Lang) -> Entry {
    let name = name(x, base);
    Entry {
        kind: base.kind.name(),
        id: base.id.clone(),
        previous_id: None,
        code: base.code.as_ref().map(|code| code.value.clone()),
        name,
        group: group(x, base, lang),
        what,
        material: true,
        effective: effective(x.manual, Some(base)),
        fields: Vec::new(),
    }
}

/// The name of an entry, in the words of the writer's manual where that has the entry.
fn name(x: &Writer<'_>, base: &Base) -> String {
    let told = x.manual.model.base(base.kind, &base.id).unwrap_or(base);
    told.name.as_ref().map_or_else(|| base.id.clone(), |name| text_of(&x.text(name)))
}

/// The service that an entry belongs to, else its kind.
fn group(x: &Writer<'_>, base: &Base, lang: Lang) -> String {
    let model = &x.manual.model;
    let service = match base.kind {
        Kind::Services => Some(base),
        Kind::Commitments => x.manual.makers(&base.id).next().map(|service| &service.base),
        Kind::Indicators => {
            let own = |s: &&crate::model::service::Service| {
                s.indicators.value().is_some_and(|ids| ids.iter().any(|id| id.value == base.id))
            };
            model.services.iter().find(own).map(|service| &service.base)
        }
        _ => None,
    };
    match service {
        Some(service) => {
            let name = name(x, service);
            service.code.as_ref().map_or(name.clone(), |code| format!("{} {name}", code.value))
        }
        None => keys::kind(base.kind.name()).map_or(base.kind.name(), |kind| kind.title.in_lang(lang)).to_owned(),
    }
}

/// From when an entry holds: its own day, else that of the edition.
fn effective(manual: &Resolved<'_>, base: Option<&Base>) -> Option<String> {
    let own = base.and_then(|base| base.effective.as_ref());
    let edition = manual.model.manifest.document.effective.as_ref();
    own.into_iter().chain(edition).map(|when| when.value.start()).max().map(|day| day.to_string())
}

fn summary(entries: &[Entry]) -> Summary {
    let count = |what| entries.iter().filter(|entry| entry.what == what).count();
    let fields = |what| entries.iter().flat_map(|entry| &entry.fields).filter(|field| field.what == what).count();
    Summary {
        added: count(What::Added),
        removed: count(What::Removed),
        renamed: count(What::Renamed),
        changed: count(What::Changed),
        tightened: fields(What::Tightened),
        relaxed: fields(What::Relaxed),
        material: entries.iter().filter(|entry| entry.material).count(),
        editorial: entries.iter().filter(|entry| !entry.material).count(),
    }
}

impl What {
    /// The change in the reader's words, as it stands between brackets.
    pub fn told(self, lang: Lang) -> &'static str {
        let text = match self {
            What::Added => told::ADDED,
            What::Removed => told::REMOVED,
            What::Tightened => told::TIGHTENED,
            What::Relaxed => told::RELAXED,
            What::Dearer => told::DEARER,
            What::Cheaper => told::CHEAPER,
            What::Widened => told::WIDENED,
            What::Narrowed => told::NARROWED,
            What::Renamed => told::RENAMED,
            What::Moved => told::MOVED,
            What::Reworded => told::REWORDED,
            What::Stopped => told::STOPPED,
            What::Resumed => told::RESUMED,
            What::Changed => told::CHANGED,
        };
        text.in_lang(lang)
    }
}
