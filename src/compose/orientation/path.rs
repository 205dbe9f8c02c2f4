//! The path of a role: what is read by day one, week one and month one, each with its time, and the checklist.

use super::super::front::group;
use super::super::writer::{Writer, heading_at};
use super::reading::Reading;
use super::{entry_of, path_facts, paths};
use crate::ir::{Block, GroupRole, Inline, Task, plain};
use crate::lang::fill;
use crate::lang::learning as words;
use crate::model::orientation::{Module, Orientation};
use crate::model::people::Role;
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::values::Decimal;

/// A day of reading without end: more says that the figure is wrong.
const MOST_MINUTES: u32 = 60_000;

/// The path, with the progress before it. `moved` are addresses that stand elsewhere on this page: (usual, here).
pub fn blocks(x: &Writer<'_>, role: &Role, reading: &Reading<'_>, moved: &[(String, String)]) -> Vec<Block> {
    let id = role.base.id.as_str();
    let own = role.orientation.iter().chain(paths(x, id).map(|path| &path.orientation));
    let orientations: Vec<&Orientation> = own.collect();
    let stages = [("day-one", x.w.day_one), ("week-one", x.w.week_one), ("month-one", x.w.month_one)];
    let mut seen = Vec::new();
    let mut out = Vec::new();
    let mut all: Vec<Task> = Vec::new();
    for (n, (key, title)) in stages.into_iter().enumerate() {
        let modules = orientations.iter().filter_map(|o| o.stages().get(n).copied()).flatten();
        let items: Vec<Task> = modules.map(|module| task(x, module, key, reading, moved, &mut seen)).collect();
        if items.is_empty() {
            continue;
        }
        out.push(heading_at(2, &format!("orientation-{id}-{key}"), &timed(x, title, &items)));
        out.push(Block::Tasks { label: title.to_owned(), items: items.clone() });
        all.extend(items);
    }
    let checks: Vec<&Text> = paths(x, id).flat_map(|path| &path.checklist).collect();
    if !checks.is_empty() {
        let items: Vec<Task> = checks
            .into_iter()
            .map(|text| Task {
                id: fresh(format!("check/{}", slug(&text.source)), &mut seen),
                content: x.title(text),
                detail: Vec::new(),
                minutes: None,
            })
            .collect();
        out.push(heading_at(2, &format!("orientation-{id}-checklist"), x.w.checklist));
        out.push(Block::Tasks { label: x.w.checklist.to_owned(), items: items.clone() });
        all.extend(items);
    }
    let progress = Block::Progress { key: key_of(x, id), content: summary(x, &all) };
    let named = paths(x, id).map(|path| group(x, path, GroupRole::Entry, path_facts(x, path)));
    let progress = (!all.is_empty()).then_some(progress);
    progress.into_iter().chain(named).chain(out).collect()
}

/// What a device keeps the progress under.
fn key_of(x: &Writer<'_>, role: &str) -> String {
    let document = &x.manual.model.manifest.document;
    let code = document.code.as_ref().map(|code| code.value.clone());
    let title = || document.title.as_ref().map_or_else(String::new, Text::plain);
    let edition = document.edition.as_ref().map_or("", |edition| edition.value.as_str());
    format!("{}:{edition}:{role}", code.unwrap_or_else(title))
}

fn total(items: &[Task]) -> u32 {
    items.iter().filter_map(|item| item.minutes).fold(0, u32::saturating_add).min(MOST_MINUTES)
}

/// «El primer día · 55 min».
fn timed(x: &Writer<'_>, title: &str, items: &[Task]) -> String {
    match total(items) {
        0 => title.to_owned(),
        // Where a line is too short for it, the time stands whole on the next.
        minutes => format!("{title}\u{a0}· {}", x.lang.hours_and_minutes(minutes).replace(' ', "\u{a0}")),
    }
}

/// «18 pasos · 4 h 30 min de lectura».
fn summary(x: &Writer<'_>, items: &[Task]) -> Vec<Inline> {
    let steps = match items.len() {
        1 => words::ONE_STEP.in_lang(x.lang).to_owned(),
        n => fill(words::STEPS.in_lang(x.lang), &[("n", crate::lang::format::number(x.locale, &Decimal::from(n)))]),
    };
    let time = [("time", x.lang.hours_and_minutes(total(items)))];
    match total(items) {
        0 => plain(steps),
        _ => plain(format!("{steps} · {}", fill(words::READING.in_lang(x.lang), &time))),
    }
}

fn task(
    x: &Writer<'_>,
    module: &Module,
    stage: &str,
    reading: &Reading<'_>,
    moved: &[(String, String)],
    seen: &mut Vec<String>,
) -> Task {
    let entry = module.read.as_ref().and_then(|read| entry_of(x, read));
    let given = module.time.as_ref().and_then(|time| time.single()?.seconds()).and_then(whole_minutes);
    let counted = || entry.and_then(|(kind, id)| reading.minutes(&x.address(kind, id)));
    let (minutes, time) = match (&module.time, given) {
        (Some(_), Some(minutes)) => (Some(minutes), plain(x.lang.hours_and_minutes(minutes))),
        (Some(_), None) => (None, x.duration(&module.time)),
        (None, _) => match counted() {
            Some(minutes) => {
                let time = [("time", x.lang.hours_and_minutes(minutes))];
                (Some(minutes), plain(fill(words::ABOUT.in_lang(x.lang), &time)))
            }
            None => (None, Vec::new()),
        },
    };
    let mut does = x.opt(&module.does);
    super::super::writer::capitalise(&mut does);
    let detail = super::super::writer::join([time, does].into_iter(), " · ");
    let content = module.read.as_ref().map_or_else(Vec::new, |read| linked(x, read, moved));
    let key = match (entry, &module.read) {
        (Some((kind, id)), _) => format!("{}/{id}", kind.name()),
        (None, read) => read.as_ref().map_or_else(String::new, |read| slug(&read.source)),
    };
    Task { id: fresh(format!("{stage}/{key}"), seen), content, detail, minutes }
}

fn whole_minutes(seconds: Decimal) -> Option<u32> {
    let minutes = seconds.checked_div(Decimal::from(60))?.ceil();
    minutes.to_string().parse::<u32>().ok().map(|minutes| minutes.min(MOST_MINUTES))
}

/// A key that no other of the path has.
fn fresh(key: String, seen: &mut Vec<String>) -> String {
    let mut own = key.clone();
    let mut n = 2;
    while seen.contains(&own) {
        own = format!("{key}/{n}");
        n += 1;
    }
    seen.push(own.clone());
    own
}

/// A link to what is read, at the place where it stands. A promise is told by its words too, for its name is only its code.
pub fn linked(x: &Writer<'_>, read: &Text, moved: &[(String, String)]) -> Vec<Inline> {
    let Some((kind, id)) = entry_of(x, read) else { return x.title(read) };
    let usual = x.address(kind, id);
    let to = moved.iter().find(|(from, _)| *from == usual).map_or(usual, |(_, here)| here.clone());
    let mut content = match (&*read.content, x.entry(kind, id)) {
        ([crate::parse::prose::Inline::Wiki(wiki)], _) if wiki.label.is_some() => {
            plain(wiki.label.clone().unwrap_or_default())
        }
        (_, Inline::Ref { content, .. }) => content,
        (_, other) => vec![other],
    };
    if kind == Kind::Commitments
        && let Some(promise) = x.manual.model.commitments.get(id).and_then(|c| c.base.name.as_ref())
        && matches!(content.as_slice(), [Inline::Mark { .. }])
    {
        content.push(Inline::text(" "));
        content.extend(x.text(promise));
    }
    super::super::writer::capitalise(&mut content);
    vec![Inline::Ref { to, content }]
}
