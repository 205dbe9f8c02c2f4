//! The editions of a manual one after another: what each says of itself, what it changed, and since when every entry reads as it does.
//!
//! The models are dropped as the walk goes on: what is kept of an edition is what it says of itself, the digests of what binds each role,
//! and the differences from the edition before it.

use super::bonds::bonds;
use super::facts::Facts;
use super::gaps::{Missing, follows_gap};
use super::words::Renames;
use super::{Brief, Changes, Entry, Told, What, briefs, compared};
use crate::compose::obligations::Obligations;
use crate::lang::Tongue;
use crate::parse::kind::Kind;
use crate::resolve::{Dated, Resolved};
use crate::values::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The tag that an edition has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The name without `refs/tags/`.
    pub tag: String,
    pub commit: String,
    /// Seconds since 1970.
    pub time: i64,
    pub signed: bool,
}

/// Every edition from the oldest to the newest, and the working copy where there is one.
#[derive(Debug, Default)]
pub struct History {
    /// In the order of the days from which they hold.
    pub editions: Vec<Edition>,
    pub draft: Option<Edition>,
    /// Of what was handed over, the places of those that have no manifest to stand on.
    pub unreadable: Vec<usize>,
    /// The numbers of all, before each is read.
    pub numbers: Vec<String>,
    pub missing: Missing,
}

/// An edition, or the working copy.
#[derive(Debug)]
pub struct Edition {
    /// None for the working copy.
    pub mark: Option<Mark>,
    /// Its place among those that were handed over.
    pub given: usize,
    pub facts: Facts,
    /// The edition that it is compared with: the one before it that could be read.
    pub before: Option<usize>,
    /// Whether another edition, which is not known, may have been in force right before it.
    pub gap: bool,
    /// What binds each role, with the digests of the editions before that say the same.
    pub obligations: Obligations,
    /// Since which edition each of its entries says what it says.
    pub since: BTreeMap<(Kind, String), Since>,
    /// What it changed, in each language that it has; empty for the first.
    pub steps: BTreeMap<Tongue, Step>,
}

/// What an edition changed, in the words of one language.
#[derive(Debug)]
pub struct Step {
    pub changes: Changes,
    /// For each role of the edition, by id.
    pub briefs: BTreeMap<String, Brief>,
}

/// Since when an entry reads as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Since {
    /// The edition of its last change of substance, or the one that brought it.
    pub substance: Point,
    /// The edition of its last change of any kind.
    pub wording: Point,
}

/// An edition that changed something, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Its place among the editions; none for the working copy.
    pub edition: Option<usize>,
    /// The change may be of an edition before it that is not known.
    pub or_earlier: bool,
}

/// Which of them is being compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Edition(usize),
    Draft,
}

/// The history as it is seen from one of the editions: what came after it is not told.
#[derive(Debug, Clone)]
pub struct Seen {
    pub history: Arc<History>,
    pub at: At,
}

impl Seen {
    pub fn own(&self) -> Option<&Edition> {
        match self.at {
            At::Edition(place) => self.history.editions.get(place),
            At::Draft => self.history.draft.as_ref(),
        }
    }

    /// The same history as it is seen from the edition of a tag; none where it has no such edition.
    pub fn of_tag(self, tag: &str) -> Option<Seen> {
        let is_own = |edition: &Edition| edition.mark.as_ref().is_some_and(|mark| mark.tag == tag);
        let place = self.history.editions.iter().position(is_own)?;
        Some(Seen { at: At::Edition(place), ..self })
    }

    /// The edition before it.
    pub fn before(&self) -> Option<&Edition> {
        self.history.editions.get(self.own()?.before?)
    }

    /// Adds to what binds the roles of the manual the digests under which earlier editions said the same.
    pub fn remember(&self, obligations: &mut Obligations) {
        let Some(own) = self.own() else { return };
        for (role, bond) in obligations {
            // A working copy may have been written on since its history was read.
            if let Some(known) = own.obligations.get(role).filter(|known| known.digest == bond.digest) {
                bond.clone_from(known);
            }
        }
    }

    /// The days of those before it that have a number.
    pub fn dated(&self) -> Vec<Dated> {
        let dated = |facts: &Facts| {
            let Facts { number, effective, approved, .. } = facts;
            Some(Dated { number: number.clone()?, effective: *effective, approved: *approved })
        };
        self.past().iter().filter_map(|edition| dated(&edition.facts)).collect()
    }

    /// The editions that stand before it, from the oldest.
    pub fn past(&self) -> &[Edition] {
        let count = self.own().and_then(|own| own.before).map_or(0, |place| place + 1);
        self.history.editions.get(..count).unwrap_or_default()
    }
}

/// The order in which editions follow each other: by the day from which each holds, else that of its approval, else that of its tag; then
/// by the time and the name of the tag.
pub fn order(heads: &[(&Mark, Option<&Facts>)]) -> Vec<usize> {
    let key = |at: &usize| {
        let (mark, facts) = heads[*at];
        (day(mark, facts), mark.time, mark.tag.clone())
    };
    let mut places: Vec<usize> = (0..heads.len()).collect();
    places.sort_by_key(key);
    places
}

/// The day that an edition is ordered by.
pub fn day(mark: &Mark, facts: Option<&Facts>) -> Date {
    let said = facts.and_then(|facts| facts.effective.or(facts.approved)).map(|when| when.start());
    said.unwrap_or_else(|| tagged(mark))
}

/// The day of a tag, as it is in Greenwich.
pub fn tagged(mark: &Mark) -> Date {
    let moment = jiff::Timestamp::from_second(mark.time).unwrap_or_default();
    moment.to_zoned(jiff::tz::TimeZone::UTC).date()
}

impl History {
    /// The edition that a working copy follows, before its models are read: the last one, but of a working copy that still bears the
    /// number of an edition the one before that.
    pub fn follows(editions: &[&Facts], draft: &Facts) -> Option<usize> {
        let same = |facts: &&Facts| facts.number.is_some() && facts.number == draft.number;
        editions.iter().position(same).unwrap_or(editions.len()).checked_sub(1)
    }

    /// Adds the edition that follows the last one. `before` is that edition's manual.
    pub fn push(&mut self, mark: Mark, given: usize, before: Option<&Told<'_>>, manual: &Told<'_>, langs: &[Tongue]) {
        let place = self.editions.len();
        let edition = self.edition(Some(mark), given, place.checked_sub(1), (before, manual), langs);
        self.editions.push(edition);
    }

    /// Adds the working copy, which follows the edition at a place.
    pub fn draft(&mut self, follows: Option<usize>, before: Option<&Told<'_>>, manual: &Told<'_>, langs: &[Tongue]) {
        self.draft = Some(self.edition(None, 0, follows, (before, manual), langs));
    }

    fn edition(
        &self,
        mark: Option<Mark>,
        given: usize,
        before: Option<usize>,
        (old, new): (Option<&Told<'_>>, &Told<'_>),
        langs: &[Tongue],
    ) -> Edition {
        let facts = Facts::of(new.own);
        let wanted = if langs.is_empty() { facts.langs.clone() } else { langs.to_vec() };
        let mut steps = BTreeMap::new();
        let former = before.and_then(|place| self.editions.get(place)).map(|edition| &edition.obligations);
        let mut obligations = None;
        if let Some((old, former)) = old.zip(former) {
            for lang in wanted {
                let (changes, renames) = compared(old, new, lang);
                // Which entry is which is the same in every language.
                let bound = &*obligations.get_or_insert_with(|| bonds(Some((old.own, former)), new.own, &renames));
                let briefs = briefs(old, new, (&changes, &renames), [former, bound], lang);
                steps.insert(lang, Step { changes, briefs });
            }
        }
        let obligations = obligations.unwrap_or_else(|| bonds(None, new.own, &Renames::default()));
        let own = mark.is_some().then_some(self.editions.len());
        let known = before.and_then(|place| self.editions.get(place)).map(|edition| &edition.since);
        let changes = steps.values().next().map(|step| &step.changes);
        let earlier = self.editions.get(..before.map_or(0, |place| place + 1)).unwrap_or_default();
        let earlier: Vec<&Facts> = earlier.iter().map(|edition| &edition.facts).collect();
        let gap = follows_gap(&earlier, &facts, &self.numbers, &self.missing);
        let since = since((old.map(|old| old.own), new.own), Point { edition: own, or_earlier: gap }, known, changes);
        Edition { mark, given, facts, before, gap, obligations, since, steps }
    }
}

/// Since when each entry of a manual reads as it does: what changed, since this edition; the rest, since when it did before. What could
/// not be read whole on one side may have changed as well.
fn since(
    (old, manual): (Option<&Resolved<'_>>, &Resolved<'_>),
    own: Point,
    known: Option<&BTreeMap<(Kind, String), Since>>,
    changes: Option<&Changes>,
) -> BTreeMap<(Kind, String), Since> {
    let changed: BTreeMap<(&str, &str), &Entry> =
        changes.into_iter().flat_map(|c| &c.entries).map(|entry| ((entry.kind, entry.id.as_str()), entry)).collect();
    let fresh = Since { substance: own, wording: own };
    // The edition before has it perhaps in what could not be read of it.
    let unseen = Point { or_earlier: true, ..own };
    let mut out = BTreeMap::new();
    let mut seen: BTreeSet<(Kind, &str)> = BTreeSet::new();
    for base in manual.model.bases() {
        if !seen.insert((base.kind, base.id.as_str())) {
            continue;
        }
        let change = changed.get(&(base.kind.name(), base.id.as_str()));
        let was = change.and_then(|entry| entry.previous_id.clone()).unwrap_or_else(|| base.id.clone());
        let before = known.and_then(|known| known.get(&(base.kind, was.clone())).copied());
        let is_half = |manual: &Resolved<'_>, id: &str| manual.is_failed(Some((base.kind, id)), "");
        let half = is_half(manual, &base.id) || old.is_some_and(|old| is_half(old, &was));
        let is_new = known.is_none() || change.is_some_and(|entry| entry.what == What::Added);
        let now = match (change, before) {
            (_, None) if is_new => fresh,
            (_, None) => Since { substance: unseen, wording: unseen },
            (Some(entry), Some(_)) if entry.material => fresh,
            (_, Some(_)) if half => Since { substance: unseen, wording: unseen },
            (None, Some(before)) => before,
            (Some(_), Some(before)) => Since { wording: own, ..before },
        };
        out.insert((base.kind, base.id.clone()), now);
    }
    out
}
