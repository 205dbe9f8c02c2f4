//! What an edition changes for one role: what is new, stricter, looser, gone, with what to do from when.

use super::whose::Part;
use super::words::Renames;
use super::{Changes, Entry, Field, Told, What, bonds, compared, speaking};
use crate::compose::my_manual::concerns::May;
use crate::compose::my_manual::{Concerns, Source, concerns};
use crate::compose::obligations::{self, Obligations};
use crate::lang::{Text, Tongue, changes as words, history};
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
    /// It tells what came or went as a whole, so that of a part it has to be said which.
    pub of_wholes: bool,
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
        let list = |name, todo, of_wholes, items| (Titles { name, todo, of_wholes }, items);
        [
            list(history::NEW, words::BRIEF_NEW, true, self.new.as_slice()),
            list(history::STRICTER, words::BRIEF_STRICTER, false, &self.stricter),
            list(history::LOOSER, words::BRIEF_LOOSER, false, &self.looser),
            list(history::GONE, words::BRIEF_GONE, true, &self.gone),
            list(history::OTHER, words::BRIEF_OTHER, false, &self.other),
        ]
    }

    /// Whether anything of substance changed for the role.
    pub fn concerns(&self) -> bool {
        self.lists().iter().any(|(_, items)| !items.is_empty())
    }
}

/// What two editions differ in for a role of the new one; none where it has no such role.
pub fn brief(old: &Told<'_>, new: &Told<'_>, role: &str, tongue: Tongue) -> Option<Brief> {
    let (changes, renames) = compared(old, new, tongue);
    let holds = |was: &str| bonds::same(old.own, was, new.own, role, &renames);
    of_role(old, new, (&changes, &renames), (role, &holds), tongue)
}

/// The same for every role of the new edition, of differences and bonds of both that are already known.
pub(super) fn briefs(
    old: &Told<'_>,
    new: &Told<'_>,
    found: (&Changes, &Renames),
    [before, now]: [&Obligations; 2],
    tongue: Tongue,
) -> BTreeMap<String, Brief> {
    let one = |role: &str| {
        let bond = now.get(role);
        let holds = |was: &str| bond.zip(before.get(was)).is_some_and(|(now, before)| bonds::holds(before, now));
        of_role(old, new, found, (role, &holds), tongue)
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
    tongue: Tongue,
) -> Option<Brief> {
    let x = speaking(new, tongue);
    let (old, new) = (old.own, new.own);
    let own = new.model.roles.get(role)?;
    let was = bonds::was(old, renames, role).and_then(|id| old.model.roles.get(id));
    let now = Concerned::of(new, &concerns(&new.model, own), |_, id| id.to_owned());
    let before = was.map_or_else(Concerned::default, |was| {
        Concerned::of(old, &concerns(&old.model, was), |kind, id| renames.now(kind, id).to_owned())
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
    let counts = || [(old, was.map(|was| was.base.id.as_str())), (new, Some(role))].into_iter().any(is_counted);
    let is_counted = changes.entries.iter().any(tells_calendar) && counts();
    sort(changes, &before, &now, is_counted, &mut out);
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
    for (kind, id) in now.own.difference(&before.own) {
        if !told(&out.new, *kind, id) {
            out.new.extend(item(*kind, id));
        }
    }
    for (kind, id) in before.own.difference(&now.own) {
        if !told(&out.gone, *kind, id) {
            out.gone.extend(item(*kind, id));
        }
    }
    Some(out)
}

/// What is counted by its days and hours binds otherwise when the calendar is another.
const CALENDAR: [&str; 2] = ["calendar.", "calendars."];

fn is_of_calendar(field: &Field) -> bool {
    CALENDAR.iter().any(|key| field.path.starts_with(key) || field.path == key.trim_end_matches('.'))
}

fn tells_calendar(entry: &Entry) -> bool {
    Kind::from_name(entry.kind).is_none() && entry.fields.iter().any(is_of_calendar)
}

/// Whether anything that binds a role is counted in hours or days of work.
fn is_counted((manual, role): (&Resolved<'_>, Option<&str>)) -> bool {
    role.is_some_and(|role| obligations::canonical(manual, role).iter().any(|line| line.starts_with("calendar\t")))
}

/// The changes of what concerned the role before or concerns it now, and of what else names it.
fn sort(changes: &Changes, before: &Concerned, now: &Concerned, is_counted: bool, out: &mut Brief) {
    for entry in &changes.entries {
        let key = Kind::from_name(entry.kind).map(|kind| (kind, entry.id.clone()));
        let within = |of: &BTreeSet<(Kind, String)>| key.as_ref().is_some_and(|key| of.contains(key));
        let (had, has) = (within(&before.own), within(&now.own));
        match entry.what {
            What::Added if has || within(&now.named) => out.new.push(item(entry, None)),
            What::Removed if had || within(&before.named) => out.gone.push(item(entry, None)),
            What::Added | What::Removed => {}
            // New or gone for the role as a whole: what is retired says so.
            _ if had != has => {
                let status = entry.fields.iter().find(|field| matches!(field.what, What::Stopped | What::Resumed));
                if let Some(field) = status {
                    sorted(out, field, Part::Own).push(item(entry, Some(field.clone())));
                }
            }
            _ => {
                let concerns = |field: &&Field| {
                    field.whose.names(&out.role) || has || is_counted && key.is_none() && is_of_calendar(field)
                };
                let told: Vec<&Field> = entry.fields.iter().filter(|field| field.material).filter(concerns).collect();
                if has && !entry.material {
                    out.editorial += 1;
                }
                for field in told {
                    let whole = matches!(field.what, What::Added | What::Removed);
                    let part = field.whose.part(&out.role, whole);
                    sorted(out, field, part).push(item(entry, Some(field.clone())));
                }
            }
        }
    }
}

/// The list in which a value is told to a role.
fn sorted<'b>(out: &'b mut Brief, field: &Field, part: Part) -> &'b mut Vec<Item> {
    // How much may be decided is asked of who decides; when it is open, and by how many, is neither more nor less.
    let is_limit = field.path.ends_with("up_to");
    match (part, field.what) {
        (Part::Gained, _) | (Part::Own, What::Added | What::Resumed) => &mut out.new,
        (Part::Lost, _) | (Part::Own, What::Removed | What::Stopped) => &mut out.gone,
        (Part::Others, _) => &mut out.other,
        (Part::Own, What::Tightened) => &mut out.stricter,
        (Part::Own, What::Relaxed) => &mut out.looser,
        (Part::Own, What::Narrowed) if is_limit => &mut out.stricter,
        (Part::Own, What::Widened) if is_limit => &mut out.looser,
        (
            Part::Own,
            What::Dearer
            | What::Cheaper
            | What::Widened
            | What::Narrowed
            | What::Renamed
            | What::Moved
            | What::Reworded
            | What::Changed,
        ) => &mut out.other,
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

/// The entries that concern a role, by the ids that they have now.
#[derive(Default)]
struct Concerned {
    /// In which it works or for which it answers, itself among them.
    own: BTreeSet<(Kind, String)>,
    /// In which it is named alone: as who decides, or to whom cases are brought.
    named: BTreeSet<(Kind, String)>,
}

impl Concerned {
    fn of(manual: &Resolved<'_>, of: &Concerns<'_>, id_now: impl Fn(Kind, &str) -> String) -> Concerned {
        let now = |list: BTreeSet<(Kind, String)>| {
            list.into_iter().map(|(kind, id)| (kind, id_now(kind, &id))).collect::<BTreeSet<_>>()
        };
        let decides = of.authority.iter().filter_map(|may| match may {
            May::Decide(_, service) => service.map(|service| &service.base),
            May::Offer(_, procedure) => Some(&procedure.base),
        });
        let named = of.receives.iter().map(|escalates| escalates.of).chain(decides);
        let named = named.map(|base| (base.kind, base.id.clone())).collect();
        Concerned { own: now(entries(manual, of)), named: now(named) }
    }
}

/// The entries of a role, itself among them.
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
