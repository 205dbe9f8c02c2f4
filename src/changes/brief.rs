//! What an edition changes for one role: what is new, stricter, looser, gone, with what to do from when.

use super::words::Renames;
use super::{Changes, Entry, Field, Told, What, bonds, compared, speaking};
use crate::compose::my_manual::{Concerns, Source, concerns};
use crate::compose::obligations::Obligations;
use crate::lang::{Lang, Text, changes as words, history};
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What changed for a role.
#[derive(Debug, Clone, Serialize)]
pub struct Brief {
    pub role: String,
    pub name: String,
    /// The day from which the edition holds, as ISO 8601.
    pub effective: Option<String>,
    /// Whether what binds the role is otherwise, so that its acknowledgements are stale.
    pub sign_again: bool,
    pub new: Vec<Item>,
    pub stricter: Vec<Item>,
    pub looser: Vec<Item>,
    pub gone: Vec<Item>,
    /// Of which it is not certain whether more is asked.
    pub other: Vec<Item>,
    /// Entries of the role with editorial changes alone: nothing is to be done.
    pub editorial: usize,
}

/// Something that is otherwise for the role.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    pub kind: &'static str,
    pub id: String,
    pub code: Option<String>,
    pub name: String,
    pub effective: Option<String>,
    /// None where the whole entry is new or gone for the role.
    pub field: Option<Field>,
}

/// What a list of a brief is called.
#[derive(Debug, Clone, Copy)]
pub struct Titles {
    pub name: Text,
    /// The same with what is to be done.
    pub todo: Text,
}

impl Titles {
    /// Who is bound as before is told, and not asked to do anything.
    pub fn of(self, brief: &Brief) -> Text {
        if brief.sign_again { self.todo } else { self.name }
    }
}

impl Brief {
    /// The lists in their order, whether there is anything in them or not.
    pub fn lists(&self) -> [(Titles, &[Item]); 5] {
        let list = |name, todo, items| (Titles { name, todo }, items);
        [
            list(history::NEW, words::BRIEF_NEW, self.new.as_slice()),
            list(history::STRICTER, words::BRIEF_STRICTER, &self.stricter),
            list(history::LOOSER, words::BRIEF_LOOSER, &self.looser),
            list(history::GONE, words::BRIEF_GONE, &self.gone),
            list(history::OTHER, words::BRIEF_OTHER, &self.other),
        ]
    }

    /// Whether anything of substance changed for the role.
    pub fn concerns(&self) -> bool {
        self.lists().iter().any(|(_, items)| !items.is_empty())
    }
}

/// What two editions differ in for a role of the new one; none where it has no such role.
pub fn brief(old: &Told<'_>, new: &Told<'_>, role: &str, lang: Lang) -> Option<Brief> {
    let (changes, renames) = compared(old, new, lang);
    let holds = |was: &str| bonds::same(old.own, was, new.own, role, &renames);
    of_role(old, new, (&changes, &renames), (role, &holds), lang)
}

/// The same for every role of the new edition, of differences and bonds of both that are already known.
pub(super) fn briefs(
    old: &Told<'_>,
    new: &Told<'_>,
    found: (&Changes, &Renames),
    [before, now]: [&Obligations; 2],
    lang: Lang,
) -> BTreeMap<String, Brief> {
    let one = |role: &str| {
        let bond = now.get(role);
        let holds = |was: &str| bond.zip(before.get(was)).is_some_and(|(now, before)| bonds::holds(before, now));
        of_role(old, new, found, (role, &holds), lang)
    };
    let roles = new.own.model.roles.iter().map(|role| role.base.id.as_str());
    roles.filter_map(|role| Some((role.to_owned(), one(role)?))).collect()
}

fn of_role(
    old: &Told<'_>,
    new: &Told<'_>,
    (changes, renames): (&Changes, &Renames),
    // Whether what was acknowledged under the id that the role had still holds.
    (role, holds): (&str, &dyn Fn(&str) -> bool),
    lang: Lang,
) -> Option<Brief> {
    let x = speaking(new, lang);
    let (old, new) = (old.own, new.own);
    let own = new.model.roles.get(role)?;
    let was = bonds::was(old, renames, role).and_then(|id| old.model.roles.get(id));
    let now = entries(new, &concerns(&new.model, own));
    let before: BTreeSet<(Kind, String)> = was.map_or_else(BTreeSet::new, |was| {
        let entries = entries(old, &concerns(&old.model, was));
        entries.into_iter().map(|(kind, id)| (kind, renames.now(kind, &id).to_owned())).collect()
    });
    let sign_again = was.is_none_or(|was| !holds(&was.base.id));
    let mut out = Brief {
        role: role.to_owned(),
        name: super::name(&x, &own.base),
        effective: super::effective(new, None),
        sign_again,
        new: Vec::new(),
        stricter: Vec::new(),
        looser: Vec::new(),
        gone: Vec::new(),
        other: Vec::new(),
        editorial: 0,
    };
    sort(changes, &before, &now, &mut out);
    // What is as it was, and was another's.
    let item = |kind: Kind, id: &str| {
        let base = new.model.base(kind, id)?;
        Some(Item {
            kind: kind.name(),
            id: id.to_owned(),
            code: base.code.as_ref().map(|code| code.value.clone()),
            name: super::name(&x, base),
            effective: super::effective(new, Some(base)),
            field: None,
        })
    };
    let told = |list: &[Item], kind: Kind, id: &str| list.iter().any(|i| i.kind == kind.name() && i.id == id);
    for (kind, id) in now.difference(&before) {
        if !told(&out.new, *kind, id) {
            out.new.extend(item(*kind, id));
        }
    }
    for (kind, id) in before.difference(&now) {
        if !told(&out.gone, *kind, id) {
            out.gone.extend(item(*kind, id));
        }
    }
    Some(out)
}

/// The changes of what concerned the role before or concerns it now.
fn sort(changes: &Changes, before: &BTreeSet<(Kind, String)>, now: &BTreeSet<(Kind, String)>, out: &mut Brief) {
    for entry in &changes.entries {
        let Some(kind) = Kind::from_name(entry.kind) else { continue };
        let key = (kind, entry.id.clone());
        let (had, has) = (before.contains(&key), now.contains(&key));
        match entry.what {
            What::Added if has => out.new.push(item(entry, None)),
            What::Removed if had => out.gone.push(item(entry, None)),
            // New or gone for the role as a whole.
            _ if had != has => {}
            _ if !has => {}
            _ if !entry.material => out.editorial += 1,
            _ => {
                for field in entry.fields.iter().filter(|field| field.material) {
                    let list = match field.what {
                        What::Added => &mut out.new,
                        What::Removed => &mut out.gone,
                        What::Tightened | What::Narrowed => &mut out.stricter,
                        What::Relaxed | What::Widened => &mut out.looser,
                        What::Dearer | What::Cheaper | What::Renamed | What::Moved | What::Reworded | What::Changed => {
                            &mut out.other
                        }
                    };
                    list.push(item(entry, Some(field.clone())));
                }
            }
        }
    }
}

fn item(entry: &Entry, field: Option<Field>) -> Item {
    Item {
        kind: entry.kind,
        id: entry.id.clone(),
        code: entry.code.clone(),
        name: entry.name.clone(),
        effective: entry.effective.clone(),
        field,
    }
}

/// The entries that concern a role, itself among them.
fn entries(manual: &Resolved<'_>, of: &Concerns<'_>) -> BTreeSet<(Kind, String)> {
    let mut out = BTreeSet::new();
    let mut add = |kind: Kind, id: &str| {
        out.insert((kind, id.to_owned()));
    };
    add(Kind::Roles, &of.role.base.id);
    of.services.iter().chain(&of.answers_for).for_each(|s| add(Kind::Services, &s.base.id));
    of.channels.iter().for_each(|id| add(Kind::Channels, id));
    for says in &of.messages {
        match says.from {
            Source::Service(service, ..) => add(Kind::Services, &service.base.id),
            Source::General(message) => add(Kind::Communications, &message.base.id),
        }
    }
    of.moments.iter().chain(&of.plans).for_each(|meets| add(Kind::Services, &meets.service.base.id));
    of.commitments.iter().for_each(|c| add(Kind::Commitments, &c.base.id));
    // A part of the procedure is read with the whole.
    if !of.complaints.is_empty() {
        manual.model.complaints.iter().for_each(|procedure| add(Kind::Complaints, &procedure.base.id));
    }
    of.standards.iter().for_each(|s| add(Kind::Standards, &s.base.id));
    of.indicators.iter().for_each(|i| add(Kind::Indicators, &i.base.id));
    of.trainings.iter().for_each(|t| add(Kind::Trainings, &t.base.id));
    of.risks.iter().for_each(|r| add(Kind::Risks, &r.base.id));
    out
}
