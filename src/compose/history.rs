//! The history of the manual inside the manual: the table of its editions, and since when an entry holds. What changed is composed
//! where editions are compared, and handed over whole.

use super::front::drop_empty;
use super::writer::{Writer, heading_at, join, table};
use crate::ir::{self, Block, Fact, Inline, Row, Section, TableLook, plain};
use crate::lang::history as words;
use crate::model::manifest::Change;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::values::{Date, When};
use std::collections::BTreeMap;

pub use crate::ir::CHANGES as CHAPTER;

/// The address of the page that says what changes for a role.
pub fn page(role: &str) -> String {
    format!("my-changes-{role}")
}

/// What came before the manual that is composed, in its language.
#[derive(Debug, Default)]
pub struct Past {
    /// What this edition changed.
    pub chapter: Option<Section>,
    /// What it changed for each role, by id.
    pub briefs: BTreeMap<String, Page>,
    /// From the oldest; the last is this one.
    pub editions: Vec<Edition>,
    pub since: BTreeMap<(Kind, String), Since>,
}

/// What an edition changed for a role.
#[derive(Debug)]
pub struct Page {
    pub section: Section,
    /// Whether its acknowledgements are stale.
    pub signs: bool,
    /// Whether anything at all changed for it.
    pub changes: bool,
}

/// An edition as the table of editions shows it.
#[derive(Debug)]
pub struct Edition {
    pub number: Option<String>,
    pub effective: Option<When>,
    pub approved: Option<When>,
    /// Who approved it: the id or words that it names, and its name then.
    pub approvals: Vec<(String, String)>,
    pub what: String,
    /// Whether another edition, which is not known, may have been in force right before it.
    pub gap: bool,
    pub tag: Option<String>,
    pub commit: Option<String>,
    pub signed: bool,
}

/// An edition in a sentence.
#[derive(Debug)]
pub struct Named {
    pub number: Option<String>,
    pub effective: Option<When>,
    /// It may have been an edition before it that is not known.
    pub or_earlier: bool,
}

/// Since when an entry reads as it does.
#[derive(Debug)]
pub struct Since {
    pub edition: Named,
    /// The later edition in which only its wording changed.
    pub wording: Option<Named>,
    /// It is this edition that changed it.
    pub here: bool,
}

/// The kinds that bind somebody: of these it is asked since when.
const BINDING: [Kind; 8] = [
    Kind::Services,
    Kind::Commitments,
    Kind::Indicators,
    Kind::Standards,
    Kind::Channels,
    Kind::Communications,
    Kind::Complaints,
    Kind::Risks,
];

/// Since when an entry reads as it does, where there is a history to tell it by.
pub fn since(x: &Writer<'_>, kind: Kind, id: &str) -> Option<Fact> {
    let past = x.past.filter(|past| past.editions.len() > 1 && BINDING.contains(&kind))?;
    let since = past.since.get(&(kind, id.to_owned()))?;
    let name = plain(named(x, &since.edition));
    let mut run = match since.here && past.chapter.is_some() {
        true => vec![Inline::Ref { to: CHAPTER.to_owned(), content: name }],
        false => name,
    };
    if let Some(wording) = &since.wording {
        let edition = match &wording.number {
            Some(number) => words::SINCE_EDITION.fill(x.lang, &[("edition", number.clone())]),
            None => words::SINCE_DRAFT.in_lang(x.lang).to_owned(),
        };
        let edition = or_earlier(x, wording, edition);
        run.push(Inline::text(words::REWORDED_IN.fill(x.lang, &[("edition", edition)])));
    }
    x.fact_of("unchanged", words::UNCHANGED.in_lang(x.lang), run)
}

/// «edición 2026.1 (1 de enero de 2026)».
fn named(x: &Writer<'_>, edition: &Named) -> String {
    let name = match (&edition.number, edition.effective) {
        (Some(number), Some(when)) => {
            words::SINCE_DATED.fill(x.lang, &[("edition", number.clone()), ("date", x.date(when))])
        }
        (Some(number), None) => words::SINCE_EDITION.fill(x.lang, &[("edition", number.clone())]),
        (None, _) => words::SINCE_DRAFT.in_lang(x.lang).to_owned(),
    };
    or_earlier(x, edition, name)
}

/// «edición 2026.1 o antes», where the editions before it are not all known.
fn or_earlier(x: &Writer<'_>, edition: &Named, name: String) -> String {
    match edition.or_earlier {
        true => words::OR_EARLIER.fill(x.lang, &[("edition", name)]),
        false => name,
    }
}

/// The table of editions: what the repository knows, with the author's own words for the editions that they name; what is written
/// by hand of others stands among them by its day.
pub fn table_of_editions(x: &Writer<'_>) -> Vec<Block> {
    let written = &x.manual.model.manifest.document.changes;
    let known = x.past.map_or(&[][..], |past| past.editions.as_slice());
    // An edition alone, of which nobody wrote anything, has no history.
    if written.is_empty() && known.len() < 2 {
        return Vec::new();
    }
    let mut rows: Vec<(Option<Date>, Row)> = Vec::new();
    let is = |change: &Change, edition: &Edition| {
        let number = change.edition.as_ref().map(Text::plain);
        number.is_some() && number.as_deref().map(str::trim) == edition.number.as_deref().map(str::trim)
    };
    for change in written.iter().filter(|change| !known.iter().any(|edition| is(change, edition))) {
        let day = change.date.as_ref().map(|date| date.value.start());
        let cells = vec![x.opt(&change.edition), x.date_of(&change.date), Vec::new(), x.opt(&change.what), Vec::new()];
        rows.push((day, Row { id: None, cells }));
    }
    for edition in known {
        let own = written.iter().find(|change| is(change, edition));
        let when = edition.effective.or(own.and_then(|change| change.date.as_ref()).map(|date| date.value));
        let day = when.map(When::start);
        let what = own.map_or_else(Vec::new, |change| x.opt(&change.what));
        let cells = vec![
            plain(edition.number.clone().unwrap_or_else(|| words::DRAFT_NAME.in_lang(x.lang).to_owned())),
            when.map_or_else(Vec::new, |when| plain(x.date(when))),
            approved(x, edition),
            if what.is_empty() { plain(edition.what.as_str()) } else { what },
            tag(x, edition),
        ];
        // Before the first that is later, so that what has no day stays where it is written.
        let place = rows.iter().position(|(other, _)| day.is_some() && *other > day).unwrap_or(rows.len());
        rows.insert(place, (day, Row { id: None, cells }));
    }
    let columns = [
        (x.w.edition, 1),
        (words::EFFECTIVE.in_lang(x.lang), 0),
        (words::APPROVED.in_lang(x.lang), 2),
        (x.w.what_changed, 4),
        (words::TAG.in_lang(x.lang), 1),
    ];
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    let table = drop_empty(table(x.w.changes, TableLook::Words, &columns, rows));
    vec![heading_at(2, "editions", x.w.changes), table]
}

/// When an edition was approved, and by whom.
fn approved(x: &Writer<'_>, edition: &Edition) -> Vec<Inline> {
    let bodies = edition.approvals.iter().map(|(by, named)| match x.manual.model.roles.get(by) {
        Some(_) => vec![x.entry(Kind::Roles, by)],
        None => plain(named.as_str()),
    });
    let day = edition.approved.map_or_else(Vec::new, |when| plain(x.date(when)));
    join([day, join(bodies, ", ")].into_iter(), ": ")
}

fn tag(x: &Writer<'_>, edition: &Edition) -> Vec<Inline> {
    let Some(tag) = &edition.tag else { return Vec::new() };
    let mut run = vec![Inline::Code { text: tag.clone() }];
    if edition.signed {
        run.push(Inline::text(format!(", {}", words::SIGNED.in_lang(x.lang))));
    }
    run
}

/// The history as data.
pub fn data(x: &Writer<'_>) -> Option<ir::History> {
    let past = x.past?;
    let iso = |when: Option<When>| when.map(|when| when.start().to_string());
    let editions = past.editions.iter().map(|edition| ir::PastEdition {
        edition: edition.number.clone(),
        effective: iso(edition.effective),
        approved: iso(edition.approved),
        tag: edition.tag.clone(),
        commit: edition.commit.clone(),
        signed: edition.signed,
        after_gap: edition.gap,
        changes: edition.what.clone(),
    });
    let since = past.since.iter().map(|((kind, id), since)| ir::SinceEdition {
        entry: format!("{}/{id}", kind.name()),
        edition: since.edition.number.clone(),
        effective: iso(since.edition.effective),
        or_earlier: since.edition.or_earlier,
        reworded: since.wording.as_ref().and_then(|named| named.number.clone()),
        reworded_or_earlier: since.wording.as_ref().is_some_and(|named| named.or_earlier),
    });
    Some(ir::History { editions: editions.collect(), since: since.collect() })
}
