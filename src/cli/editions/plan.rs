//! Which edition stands where on the site, and what is to be made: from what the tags say, what is published already, and the day.
//!
//! Pure, so that every case is a test. One rule stands above the others: an edition that is known to be superseded never takes the
//! place of the one in force.

use super::number;
use crate::lang::Tongue;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// An edition, as its tag or what was published of it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub number: String,
    pub tag: String,
    pub commit: String,
    /// Seconds since 1970 of the tag.
    pub time: i64,
    pub signed: bool,
    pub approved: Option<Date>,
    pub effective: Date,
    /// The first at the top of its folder.
    pub langs: Vec<Tongue>,
    /// The numbers of the editions that it says it replaces, as far as they are known.
    pub replaces: Vec<String>,
    /// Its place among the tags that were read; none where only what was published is left of it.
    pub found: Option<usize>,
}

impl Known {
    /// The folder beneath `editions/`.
    pub fn folder(&self) -> String {
        number::folder(&self.number)
    }

    /// What two editions of the same number share, on disks that ignore case too.
    fn identity(&self) -> String {
        identity(&self.number)
    }

    fn key(&self) -> (Date, Vec<number::Part>, i64, String) {
        (self.effective, number::key(&self.number), self.time, self.tag.clone())
    }
}

/// An edition that an earlier build put under its own address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its folder beneath `editions/`.
    pub folder: String,
    /// What it says of itself; none where that cannot be read.
    pub known: Option<Known>,
    /// Whether it is what its statement says.
    pub whole: bool,
    /// Whether it has the formats and the languages that are asked for.
    pub complete: bool,
}

/// Which editions were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// Every one, and the working copy as a draft.
    All,
    /// The one in force, and those of these tags under their addresses.
    Tags(BTreeSet<String>),
}

/// What the plan is made from.
#[derive(Debug)]
pub struct Ground {
    /// By name.
    pub tags: Vec<Known>,
    pub standing: Vec<Standing>,
    /// The edition that stands at the root from an earlier build; its folder is empty.
    pub root: Option<Standing>,
    pub today: Date,
    pub selection: Selection,
    /// Whether what is published may be replaced by what its tag says now.
    pub force: bool,
    /// Tags whose files cannot be read.
    pub unreadable: BTreeSet<String>,
    /// Editions of which git cannot even give the manifest, so that nobody knows from when they are in force.
    pub damaged: Vec<Damaged>,
    /// Tags that are no edition, each with the commit that it leads to, if it does.
    pub refused: BTreeMap<String, Option<String>>,
    /// What a clone that lacks part of the history names all the same; none of one that is whole, whose tags are all there are.
    pub beyond: Option<Vec<Named>>,
}

impl Ground {
    /// The commit that a tag leads to now; none where there is no such tag, or it leads to none.
    fn leads_to(&self, tag: &str) -> Option<&str> {
        let found = self.tags.iter().find(|known| known.tag == tag).map(|known| known.commit.as_str());
        found.or_else(|| self.refused.get(tag)?.as_deref())
    }
}

/// An edition that the working copy names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub number: String,
    /// From when it is in force, as far as it is said.
    pub effective: Option<Date>,
}

/// A tag that is broken, or leads to what is damaged or missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    pub tag: String,
    /// What the name of the tag says.
    pub number: String,
}

/// How an edition stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    InForce,
    /// Approved, and in force from a later day.
    Approved,
    Superseded {
        /// None where the edition that took its place is not among those that are known.
        on: Option<Date>,
        /// The number of the edition that took its place.
        by: String,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// What is published stays, byte for byte.
    Keep,
    Make,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub known: Known,
    pub state: State,
    /// Whether its place is known, and its pages cannot be had.
    pub withheld: bool,
    /// At the root of the site.
    pub root: Option<Deed>,
    /// Under its own address.
    pub own: Option<Deed>,
}

/// What is wrong, at a tag or a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A tag is the same edition as others: as the one that is published nevertheless, else as all of the same number.
    Twice { tag: String, number: String, others: Vec<String>, published: bool },
    /// An edition is in force before one with a lower number, or before one that it says it replaces.
    Backwards { tag: String, number: String, date: Date, other: String, then: Date, replaced: bool },
    /// An edition replaces one that is not among the tags, so that nobody knows until when the one before it was in force.
    Gap { tag: String, number: String, missing: String, before: String },
    /// A tag leads to another commit than the one that was published.
    Moved { tag: String, number: String, published: String, now: String },
    /// A published edition whose tag is gone.
    Lost { tag: String, number: String },
    /// A published edition that is damaged and has no tag.
    BeyondRepair { folder: String },
    /// The edition in force cannot be had.
    Blocked { number: String },
    /// An edition that is damaged may be the one in force.
    Unknown { tag: String },
    /// An edition that is named and is not among the tags of this clone, which lacks part of the history, may be the one in force.
    Beyond { number: String },
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// From the oldest to the newest.
    pub entries: Vec<Entry>,
    pub troubles: Vec<Trouble>,
    /// Folders beneath `editions/` that were damaged and are made anew.
    pub remade: Vec<String>,
    /// Those that lack a format or a language that is asked for, and are made anew.
    pub lacking: Vec<String>,
}

impl Plan {
    pub fn in_force(&self) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.state == State::InForce)
    }

    /// Whether nothing may be published.
    pub fn is_blocked(&self) -> bool {
        let blocks = |trouble: &Trouble| {
            use Trouble::{Beyond, BeyondRepair, Blocked, Unknown};
            matches!(trouble, Blocked { .. } | BeyondRepair { .. } | Unknown { .. } | Beyond { .. })
        };
        self.troubles.iter().any(blocks)
    }
}

pub fn plan(ground: &Ground) -> Plan {
    let mut troubles = Vec::new();
    let (mut entries, by_identity) = distinct(ground, &mut troubles);
    let mut standing: BTreeMap<String, &Standing> = BTreeMap::new();
    for stands in &ground.standing {
        standing.insert(stands.folder.to_lowercase(), stands);
    }
    if !ground.force {
        entries
            .iter_mut()
            .filter(|entry| !entry.withheld)
            .for_each(|entry| hold(ground, entry, &standing, &mut troubles));
    }
    // What is published and has no tag of its own any more still is an edition.
    for (identity, stands) in &standing {
        let tagged = by_identity.get(identity).is_some_and(|at| !entries[*at].withheld);
        match &stands.known {
            _ if tagged => {}
            Some(known) if stands.whole => {
                revive(ground, known, by_identity.get(identity), &mut entries, &mut troubles)
            }
            _ if ground.force => {}
            _ => troubles.push(Trouble::BeyondRepair { folder: stands.folder.clone() }),
        }
    }
    let lost =
        |entries: &[Entry], known: &Known| entries.iter().all(|e| e.withheld || e.known.identity() != known.identity());
    if let Some(Standing { known: Some(known), whole: true, .. }) = &ground.root
        && lost(&entries, known)
    {
        revive(ground, known, by_identity.get(&known.identity()), &mut entries, &mut troubles);
    }
    entries.sort_by_key(|entry| entry.known.key());
    backwards(&entries, &mut troubles);
    gaps(&entries, &mut troubles);
    let in_force = entries.iter().rposition(|entry| entry.known.effective <= ground.today);
    for at in 0..entries.len() {
        entries[at].state = match in_force {
            Some(now) if at == now => State::InForce,
            Some(now) if at < now => {
                let next = &entries[at + 1].known;
                match missing(next, &entries) {
                    Some(number) => State::Superseded { on: None, by: number.to_owned() },
                    None => State::Superseded { on: Some(next.effective), by: next.number.clone() },
                }
            }
            _ => State::Approved,
        };
    }
    unknown(ground, &entries, in_force, &mut troubles);
    troubles.extend(beyond(ground, &entries, in_force));
    let mut plan = Plan { troubles, ..Plan::default() };
    for mut entry in entries {
        if entry.state == State::InForce {
            entry.root = root_deed(ground, &entry);
            if entry.root.is_none() {
                plan.troubles.push(Trouble::Blocked { number: entry.known.number.clone() });
            }
        }
        if !entry.withheld {
            entry.own = own_deed(ground, &entry, standing.get(&entry.known.identity()).copied(), &mut plan);
        }
        plan.entries.push(entry);
    }
    plan
}

/// The editions of the tags, each number once, with its place by identity.
fn distinct(ground: &Ground, troubles: &mut Vec<Trouble>) -> (Vec<Entry>, BTreeMap<String, usize>) {
    let mut groups: BTreeMap<String, Vec<&Known>> = BTreeMap::new();
    for known in &ground.tags {
        groups.entry(known.identity()).or_default().push(known);
    }
    let published = |identity: &str| {
        let own = ground.standing.iter().find(|s| s.whole && s.folder.to_lowercase() == identity);
        let root = ground.root.as_ref().filter(|s| s.whole);
        own.or(root.filter(|s| s.known.as_ref().is_some_and(|k| k.identity() == identity)))
            .and_then(|s| s.known.as_ref())
    };
    let (mut entries, mut by_identity) = (Vec::new(), BTreeMap::new());
    for (identity, group) in groups {
        let same = group.iter().all(|known| known.commit == group[0].commit);
        // Of two, the one that readers have already is the edition.
        let first = published(&identity).and_then(|p| {
            let mut of_commit = group.iter().filter(|known| known.commit == p.commit);
            of_commit.clone().find(|known| known.tag == p.tag).or_else(|| of_commit.next())
        });
        // Of two names for one commit, the one that says the number.
        let says = || group.iter().find(|known| known.tag.ends_with(&known.number)).unwrap_or(&group[0]);
        let chosen = first.or_else(|| same.then(says)).copied();
        for known in &group {
            let others = group.iter().filter(|other| other.tag != known.tag);
            let others = others.filter(|other| chosen.is_none_or(|chosen| chosen.tag == other.tag));
            let others: Vec<String> = others.map(|other| other.tag.clone()).collect();
            if !others.is_empty() && chosen.is_none_or(|chosen| chosen.tag != known.tag) {
                let (tag, number) = (known.tag.clone(), known.number.clone());
                troubles.push(Trouble::Twice { tag, number, others, published: chosen.is_some() });
            }
        }
        for known in chosen.map_or(group, |chosen| vec![chosen]) {
            let withheld = chosen.is_none() || ground.unreadable.contains(&known.tag);
            by_identity.insert(identity.clone(), entries.len());
            entries.push(Entry { known: known.clone(), state: State::Approved, withheld, root: None, own: None });
        }
    }
    (entries, by_identity)
}

/// An edition of which only what was published is left: in the place of what its tag says, or beside the others.
fn revive(
    ground: &Ground,
    known: &Known,
    tagged: Option<&usize>,
    entries: &mut Vec<Entry>,
    troubles: &mut Vec<Trouble>,
) {
    let known = Known { found: None, ..known.clone() };
    match tagged {
        Some(at) => {
            entries[*at].known = known;
            entries[*at].withheld = false;
        }
        None => {
            // Of those that cannot be read something worse is said.
            let is_worse = ground.unreadable.contains(&known.tag) || ground.refused.contains_key(&known.tag);
            let (tag, number) = (known.tag.clone(), known.number.clone());
            match ground.leads_to(&known.tag).filter(|now| *now != known.commit) {
                Some(now) => {
                    let (published, now) = (known.commit.clone(), now.to_owned());
                    troubles.push(Trouble::Moved { tag, number, published, now });
                }
                None if is_worse => {}
                None => troubles.push(Trouble::Lost { tag, number }),
            }
            entries.push(Entry { known, state: State::Approved, withheld: false, root: None, own: None });
        }
    }
}

/// A damaged edition of which no day is known is in force perhaps, unless the one that is has a higher number. What was published of it
/// before says its day.
fn unknown(ground: &Ground, entries: &[Entry], in_force: Option<usize>, troubles: &mut Vec<Trouble>) {
    for damaged in &ground.damaged {
        let is_known = entries.iter().any(|entry| entry.known.tag == damaged.tag);
        let is_before = |at: usize| number::key(&damaged.number) < number::key(&entries[at].known.number);
        if !is_known && !in_force.is_some_and(is_before) {
            troubles.push(Trouble::Unknown { tag: damaged.tag.clone() });
        }
    }
}

/// In a clone that lacks part of the history, an edition that is named and may be in force in the place of the one that seems to be.
fn beyond(ground: &Ground, entries: &[Entry], in_force: Option<usize>) -> Option<Trouble> {
    let named = ground.beyond.as_ref()?;
    let now = in_force.map(|at| &entries[at].known);
    let is_known = |number: &str| entries.iter().any(|entry| entry.known.identity() == identity(number));
    let may_hold = |named: &&Named| match named.effective {
        Some(day) => day <= ground.today && now.is_none_or(|now| now.effective < day),
        None => now.is_none_or(|now| number::key(&now.number) < number::key(&named.number)),
    };
    let by_copy =
        named.iter().filter(|named| !is_known(&named.number)).find(may_hold).map(|named| named.number.as_str());
    // The next one to come says which it replaces.
    let next = entries.get(in_force.map_or(0, |at| at + 1));
    let by_next = || next.and_then(|next| missing(&next.known, entries));
    by_copy.or_else(by_next).map(|number| Trouble::Beyond { number: number.to_owned() })
}

fn identity(number: &str) -> String {
    number::folder(number).to_lowercase()
}

/// The number of the edition that one says it replaces, where none of those that are known has it.
fn missing<'e>(edition: &'e Known, entries: &[Entry]) -> Option<&'e str> {
    let is_known = |number: &String| entries.iter().any(|entry| entry.known.identity() == identity(number));
    let first = edition.replaces.first()?;
    (!edition.replaces.iter().any(is_known)).then_some(first)
}

fn gaps(entries: &[Entry], troubles: &mut Vec<Trouble>) {
    for (before, next) in entries.iter().zip(entries.iter().skip(1)) {
        if let Some(missing) = missing(&next.known, entries) {
            troubles.push(Trouble::Gap {
                tag: next.known.tag.clone(),
                number: next.known.number.clone(),
                missing: missing.to_owned(),
                before: before.known.number.clone(),
            });
        }
    }
}

fn backwards(entries: &[Entry], troubles: &mut Vec<Trouble>) {
    let mut by_number: Vec<&Known> = entries.iter().filter(|e| e.known.found.is_some()).map(|e| &e.known).collect();
    by_number.sort_by_key(|known| (number::key(&known.number), known.tag.clone()));
    // Only numbers with the same letters, or without any, have an order that is sure.
    let mut latest: BTreeMap<String, &Known> = BTreeMap::new();
    for known in by_number {
        let letters: String = known.number.chars().filter(|c| c.is_alphabetic()).collect();
        let before = latest.get(&letters).copied();
        let lower = before.filter(|before| known.effective < before.effective);
        if let Some((before, replaced)) = replaced(known, entries).map(|b| (b, true)).or(lower.map(|b| (b, false))) {
            troubles.push(Trouble::Backwards {
                tag: known.tag.clone(),
                number: known.number.clone(),
                date: known.effective,
                other: before.number.clone(),
                then: before.effective,
                replaced,
            });
        }
        if lower.is_none() && known.number.contains(|c: char| c.is_ascii_digit()) {
            latest.insert(letters, known);
        }
    }
}

/// An edition that one says it replaces, and that is in force only after it.
fn replaced<'e>(edition: &Known, entries: &'e [Entry]) -> Option<&'e Known> {
    let is_named = |other: &&Known| edition.replaces.iter().any(|number| other.identity() == identity(number));
    let others = entries.iter().map(|entry| &entry.known).filter(|other| other.identity() != edition.identity());
    others.filter(is_named).find(|other| edition.effective < other.effective)
}

/// What is published of an edition counts for more than a tag that leads elsewhere since.
fn hold(ground: &Ground, entry: &mut Entry, standing: &BTreeMap<String, &Standing>, troubles: &mut Vec<Trouble>) {
    let identity = entry.known.identity();
    let own = standing.get(&identity).copied();
    let published = own.into_iter().chain(&ground.root).filter(|stands| stands.whole).filter_map(|s| s.known.as_ref());
    let Some(published) = published.into_iter().find(|published| published.identity() == identity) else { return };
    if published.commit != entry.known.commit {
        troubles.push(Trouble::Moved {
            tag: entry.known.tag.clone(),
            number: entry.known.number.clone(),
            published: published.commit.clone(),
            now: entry.known.commit.clone(),
        });
        entry.known = Known { found: None, ..published.clone() };
    }
}

/// What happens at the root to the edition in force; none where it cannot be had.
fn root_deed(ground: &Ground, entry: &Entry) -> Option<Deed> {
    let known = &entry.known;
    let stands = ground.root.as_ref().filter(|root| root.whole);
    let stands = stands.filter(|root| root.known.as_ref().is_some_and(|published| published.commit == known.commit));
    match known.found.is_some() && !entry.withheld {
        true if stands.is_some_and(|stands| stands.complete) => Some(Deed::Keep),
        true => Some(Deed::Make),
        false => stands.map(|_| Deed::Keep),
    }
}

/// What happens under its own address.
fn own_deed(ground: &Ground, entry: &Entry, stands: Option<&Standing>, plan: &mut Plan) -> Option<Deed> {
    let known = &entry.known;
    let asked = match &ground.selection {
        _ if entry.state == State::InForce => false,
        Selection::All => true,
        Selection::Tags(tags) => tags.contains(&known.tag),
    };
    let made = known.found.map(|_| Deed::Make);
    let Some(stands) = stands else { return made.filter(|_| asked) };
    if !stands.whole {
        plan.remade.push(stands.folder.clone());
        return made;
    }
    let is_same = stands.known.as_ref().is_some_and(|published| published.commit == known.commit);
    if !is_same && known.found.is_some() {
        // Only where it was asked for by force.
        return made;
    }
    if asked && !stands.complete && known.found.is_some() {
        plan.lacking.push(stands.folder.clone());
        return made;
    }
    Some(Deed::Keep)
}

#[cfg(test)]
mod tests;
