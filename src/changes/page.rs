//! What an edition changes, as sections of the manual: the chapter for everybody, and a page for each role.
//!
//! One long file, since all of it makes blocks of the same changes.

use super::history::{At, Edition, Point, Seen, Since, Step};
use super::line::summary;
use super::text::{ONE_LINE, shortened, translated, turn};
use super::{Brief, Entry, Facts, Field, Item, What};
use crate::compose::front::section;
use crate::compose::history::{Page, Past};
use crate::compose::writer::{Writer, anchor, heading, heading_at, join, table};
use crate::compose::{history as composed, orientation};
use crate::ir::{Block, Inline, ListStyle, Row, Section, SectionKind, TableLook, Tone, plain, text_of};
use crate::lang::history as words;
use crate::lang::{Text, changes as told, format};
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use std::collections::BTreeMap;

/// More values of an entry are not named in a line.
const MOST_LABELS: usize = 3;

/// What the composition of a manual needs of its history, in the language of the manual.
pub fn past(seen: &Seen, manual: &Resolved<'_>) -> Option<Past> {
    let own = seen.own()?;
    let p = Pages { x: Writer::new(manual), seen, own };
    let step = own.steps.get(&manual.tongue);
    Some(Past {
        chapter: step.map(|step| p.chapter(step)),
        briefs: step.map_or_else(BTreeMap::new, |step| p.briefs(step)),
        editions: seen.past().iter().chain([own]).map(|edition| p.row(edition)).collect(),
        since: own.since.iter().map(|(entry, since)| (entry.clone(), p.since(*since))).collect(),
    })
}

struct Pages<'a> {
    x: Writer<'a>,
    seen: &'a Seen,
    own: &'a Edition,
}

impl Pages<'_> {
    fn say(&self, text: Text) -> &'static str {
        text.in_lang(self.x.lang)
    }

    /// What is compared with what, and from when it holds.
    fn head(&self) -> String {
        let number = |facts: &Facts| facts.number.clone().unwrap_or_else(|| self.say(words::UNNUMBERED).to_owned());
        let old = self.seen.before().map_or_else(String::new, |edition| number(&edition.facts));
        let slots = [("old", old), ("new", number(&self.own.facts))];
        let draft = self.seen.at == At::Draft && self.own.facts.number.is_none();
        let compared = if draft { words::COMPARED_DRAFT } else { words::COMPARED };
        let mut text = compared.fill(self.x.lang, &slots);
        if let Some(when) = self.own.facts.effective {
            let from = told::FROM.fill(self.x.lang, &[("date", self.x.date(when))]);
            text = format!("{text} {from}");
        }
        text
    }

    fn chapter(&self, step: &Step) -> Section {
        let (x, changes) = (&self.x, &step.changes);
        let mut out = section(SectionKind::Chapter, composed::CHAPTER, self.say(words::CHAPTER));
        out.short = Some(self.say(words::CHAPTER_SHORT).to_owned());
        out.lead = plain(self.head());
        let line = vec![Inline::Strong { content: plain(summary(changes, x.lang)) }];
        out.blocks.push(Block::Paragraph { content: line });
        let signs = step.briefs.values().any(|brief| brief.sign_again);
        if !signs && !changes.is_empty() {
            let text = if changes.summary.material == 0 { words::NOBODY_SIGNS } else { words::NOBODY_BOUND };
            out.blocks.push(callout(Tone::Note, x.w.note, plain(self.say(text))));
        }
        out.blocks.extend(self.roles(step));
        let (material, editorial): (Vec<&Entry>, Vec<&Entry>) = changes.entries.iter().partition(|e| e.material);
        if !material.is_empty() {
            out.blocks.push(heading_at(2, "changes-substance", self.say(words::SUBSTANCE)));
            for (name, entries) in groups(&material) {
                out.blocks.push(heading(3, name));
                let items = entries.into_iter().map(|entry| self.entry(entry, name)).collect();
                out.blocks.push(Block::plain_list(ListStyle::Bullets, items));
            }
        }
        if !editorial.is_empty() {
            out.blocks.push(heading_at(2, "changes-wording", self.say(words::WORDING)));
            out.blocks.push(Block::Paragraph { content: plain(self.say(words::WORDING_LEAD)) });
            let items = groups(&editorial).into_iter().map(|(name, entries)| self.wording(name, entries));
            out.blocks.push(Block::plain_list(ListStyle::Bullets, items.collect()));
        }
        if !changes.translations.is_empty() {
            out.blocks.push(heading_at(2, "changes-translations", self.say(told::TRANSLATIONS)));
            let items =
                changes.translations.iter().map(|t| vec![Block::Paragraph { content: plain(translated(t, x.lang)) }]);
            out.blocks.push(Block::plain_list(ListStyle::Bullets, items.collect()));
        }
        if changes.unread > 0 {
            let text = told::UNREAD.fill(x.lang, &[("n", changes.unread.to_string())]);
            out.blocks.push(callout(Tone::Warning, x.w.warning, plain(text)));
        }
        out
    }

    /// Who signs again, and what changes for whom in a few words.
    fn roles(&self, step: &Step) -> Vec<Block> {
        let x = &self.x;
        let order = x.manual.model.roles.iter().filter_map(|role| step.briefs.get(&role.base.id));
        let (touched, others): (Vec<&Brief>, Vec<&Brief>) =
            order.partition(|brief| brief.sign_again || brief.concerns());
        if touched.is_empty() {
            return Vec::new();
        }
        let rows = touched.into_iter().map(|brief| {
            let signs = if brief.sign_again { words::SIGNS } else { words::HOLDS };
            let signs = plain(self.say(signs));
            let signs = if brief.sign_again { vec![Inline::Strong { content: signs }] } else { signs };
            let lists = brief.lists().into_iter().filter(|(_, items)| !items.is_empty());
            let what = lists.map(|(titles, items)| {
                let mut names: Vec<(Vec<Inline>, Vec<&str>)> = Vec::new();
                for item in items {
                    let name = self.brief_link(item);
                    let at = names.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
                        names.push((name, Vec::new()));
                        names.len() - 1
                    });
                    let label = item.field.as_ref().map(|field| field.label.as_str());
                    let labels = &mut names[at].1;
                    labels.extend(label.filter(|label| !labels.contains(label)));
                }
                // What came or went in something is not the whole of it.
                let in_part = titles.of_wholes;
                let names = names.into_iter().map(|(mut name, labels)| {
                    if in_part && !labels.is_empty() {
                        name.push(Inline::text(format!(" ({})", self.labels(&labels))));
                    }
                    name
                });
                let mut run = vec![Inline::Strong { content: plain(format!("{}: ", self.say(titles.name))) }];
                run.extend(join(names, ", "));
                if !text_of(&run).ends_with('.') {
                    run.push(Inline::text("."));
                }
                run
            });
            let role = vec![Inline::Ref { to: composed::page(&brief.role), content: plain(brief.name.as_str()) }];
            Row { id: None, cells: vec![role, signs, join(what, " ")] }
        });
        let columns = [(self.say(words::ROLE), 2), (self.say(words::ACKNOWLEDGEMENT), 1), (self.say(words::WHAT), 4)];
        let title = self.say(words::FOR_ROLES);
        let mut out =
            vec![heading_at(2, "changes-roles", title), table(title, TableLook::Words, &columns, rows.collect())];
        if !others.is_empty() {
            out.push(Block::Paragraph { content: plain(self.say(words::OTHER_ROLES)) });
        }
        out
    }

    /// What some values are called, the first of them where there are many.
    fn labels(&self, labels: &[&str]) -> String {
        let mut text = labels[..labels.len().min(MOST_LABELS)].join("; ");
        if labels.len() > MOST_LABELS {
            text.push_str(&format!("; {}", self.say(words::MORE)));
        }
        text
    }

    /// A link as short as it can be: a promise is a sentence, and its code is the handier name.
    fn brief_link(&self, item: &Item) -> Vec<Inline> {
        // In the middle of a line a promise ends without its full stop.
        let run = self.link(item.kind, &item.id, item.code.as_deref(), item.name.trim_end_matches('.'));
        match &item.code {
            Some(code) if item.kind == Kind::Commitments.name() => {
                let name = Inline::Mark { text: code.clone() };
                match anchor_of(&run) {
                    to if to.is_empty() => vec![name],
                    to => vec![Inline::Ref { to, content: vec![name] }],
                }
            }
            _ => run,
        }
    }

    /// A link to an entry as it is called now; one that is gone is only named.
    fn link(&self, kind: &str, id: &str, code: Option<&str>, name: &str) -> Vec<Inline> {
        let mut run = Vec::new();
        if let Some(code) = code {
            run.extend([Inline::Mark { text: code.to_owned() }, Inline::text(" ")]);
        }
        let model = &self.x.manual.model;
        let to = match Kind::from_name(kind) {
            None => Some("control".to_owned()),
            Some(Kind::Complaints) if model.complaints.len() == 1 => Some("complaints".to_owned()),
            Some(kind) => model.base(kind, id).map(|_| anchor(kind, id)),
        };
        run.push(match to {
            Some(to) => Inline::Ref { to, content: plain(name) },
            None => Inline::text(name),
        });
        run
    }

    /// An entry with what changed in it. Under a heading that is its own name, the name is not said again.
    fn entry(&self, entry: &Entry, group: &str) -> Vec<Block> {
        let x = &self.x;
        let mut run = self.link(entry.kind, &entry.id, entry.code.as_deref(), &entry.name);
        if named(entry) == group {
            run = vec![Inline::Ref { to: anchor_of(&run), content: plain(self.say(words::WHAT)) }];
        }
        let mut notes = Vec::new();
        if entry.what != What::Changed {
            notes.push(entry.what.told(x.lang).to_owned());
        }
        notes.extend(formerly(entry).map(|name| words::FORMERLY.fill(x.lang, &[("name", name)])));
        notes.extend(self.since_when(entry.effective.as_deref()));
        if !notes.is_empty() {
            run.push(Inline::text(format!(" ({})", notes.join("; "))));
        }
        let mut out = vec![Block::Paragraph { content: run }];
        // Another name is told already.
        let fields = || entry.fields.iter().filter(|field| field.what != What::Renamed);
        let items: Vec<Vec<Block>> =
            fields().filter(|field| field.material).map(|field| self.field(Vec::new(), field)).collect();
        if !items.is_empty() {
            out.push(Block::plain_list(ListStyle::Bullets, items));
        }
        let labels: Vec<&str> = fields().filter(|field| !field.material).map(|field| field.label.as_str()).collect();
        if !labels.is_empty() {
            let text = words::ALSO_WORDING.fill(x.lang, &[("labels", labels.join(", "))]);
            out.push(Block::Paragraph { content: plain(text) });
        }
        out
    }

    /// Entries of which only the wording changed, under what they belong to: that itself first, if it is one of them, so that its name
    /// is said once.
    fn wording(&self, group: &str, mut entries: Vec<&Entry>) -> Vec<Block> {
        let own = entries.iter().position(|entry| named(entry) == group).map(|at| entries.remove(at));
        let mut run = own.map_or_else(|| plain(group), |entry| self.reworded(entry));
        if !entries.is_empty() {
            run.push(Inline::text(": "));
        }
        run = vec![Inline::Strong { content: run }];
        run.extend(join(entries.into_iter().map(|entry| self.reworded(entry)), "; "));
        vec![Block::Paragraph { content: run }]
    }

    /// An entry of which only the wording changed, with what it was called.
    fn reworded(&self, entry: &Entry) -> Vec<Inline> {
        let mut run = self.link(entry.kind, &entry.id, entry.code.as_deref(), &entry.name);
        if let Some(name) = formerly(entry) {
            run.push(Inline::text(format!(" ({})", words::FORMERLY.fill(self.x.lang, &[("name", name)]))));
        }
        run
    }

    /// From when something holds, where that is another day than that of the edition.
    fn since_when(&self, day: Option<&str>) -> Option<String> {
        let day = day?.parse().ok()?;
        let edition = self.own.facts.effective.map(|when| when.start());
        (edition != Some(day)).then(|| {
            let date = format::date(self.x.locale, day);
            told::SINCE.fill(self.x.lang, &[("date", date)])
        })
    }

    /// A value before and now: in a line, or long texts one beneath the other.
    fn field(&self, mut run: Vec<Inline>, field: &Field) -> Vec<Block> {
        let lang = self.x.lang;
        let what = format!(" ({})", field.what.told(lang));
        run.push(Inline::Strong { content: plain(field.label.as_str()) });
        let [old, new] = shortened(field).map(|text| text.filter(|text| !text.is_empty()));
        let long = |text: &Option<String>| text.as_ref().is_some_and(|text| text.chars().count() > ONE_LINE);
        // What is told in the words of the original says so.
        let words = |text: &str| match field.lang {
            Some(lang) => vec![Inline::Lang { lang: lang.to_string(), content: plain(text) }],
            None => plain(text),
        };
        let mut beneath = Vec::new();
        match (&old, &new) {
            (Some(was), Some(is)) if long(&old) || long(&new) => {
                run.push(Inline::text(what));
                let line = |label: Text, content: Vec<Inline>| {
                    let mut run = plain(format!("{}: ", label.in_lang(lang)));
                    run.extend(content);
                    vec![Block::Paragraph { content: run }]
                };
                let items =
                    vec![line(told::BEFORE, vec![Inline::Strike { content: words(was) }]), line(told::NOW, words(is))];
                beneath.push(Block::plain_list(ListStyle::Bullets, items));
            }
            (Some(was), Some(is)) => {
                let [before, was, is, after] = turn(was, is);
                run.extend(words(&format!(": {before}")));
                run.push(Inline::Strike { content: words(&was) });
                run.extend(words(&format!(" → {is}{after}")));
                run.push(Inline::text(what));
            }
            (Some(was), None) => {
                run.push(Inline::text(": "));
                run.push(Inline::Strike { content: words(was) });
                run.push(Inline::text(what));
            }
            (None, Some(is)) => {
                run.push(Inline::text(": "));
                run.extend(words(is));
                run.push(Inline::text(what));
            }
            (None, None) => run.push(Inline::text(what)),
        }
        std::iter::once(Block::Paragraph { content: run }).chain(beneath).collect()
    }

    fn briefs(&self, step: &Step) -> BTreeMap<String, Page> {
        let page = |(role, brief): (&String, &Brief)| {
            (role.clone(), Page { section: self.brief(brief), signs: brief.sign_again, changes: brief.concerns() })
        };
        step.briefs.iter().map(page).collect()
    }

    /// What changes for a role, on a page to print.
    fn brief(&self, brief: &Brief) -> Section {
        let x = &self.x;
        let id = composed::page(&brief.role);
        let title = told::BRIEF.fill(x.lang, &[("role", brief.name.clone())]);
        let mut out = section(SectionKind::Role, &id, &title);
        out.short = Some(self.say(words::PAGE_SHORT).to_owned());
        out.lead = plain(self.head());
        let whole = Inline::Ref { to: composed::CHAPTER.to_owned(), content: plain(self.say(words::WHOLE)) };
        out.facts.extend(x.fact(x.w.see, vec![whole]));
        let (tone, label, text) = match brief.sign_again {
            true => (Tone::Important, x.w.important, told::SIGN),
            false => (Tone::Note, x.w.note, told::NO_SIGN),
        };
        let mut sign = plain(self.say(text));
        let oriented = x.manual.model.roles.get(&brief.role).is_some_and(|role| orientation::is_oriented(x, role));
        if brief.sign_again && oriented {
            let to = format!("acknowledgement-{}", brief.role);
            sign.push(Inline::text(" "));
            sign.push(Inline::Ref { to, content: plain(self.say(words::TO_SHEET)) });
        }
        out.blocks.push(callout(tone, label, sign));
        for (n, (titles, items)) in brief.lists().into_iter().enumerate() {
            if items.is_empty() {
                continue;
            }
            out.blocks.push(heading_at(2, &format!("{id}-{}", n + 1), self.say(titles.of(brief))));
            let items = items.iter().map(|item| self.item(item)).collect();
            out.blocks.push(Block::plain_list(ListStyle::Bullets, items));
        }
        if !brief.concerns() {
            out.blocks.push(Block::Paragraph { content: plain(self.say(told::BRIEF_NOTHING)) });
        }
        if brief.editorial > 0 {
            let text = told::BRIEF_EDITORIAL.fill(x.lang, &[("n", brief.editorial.to_string())]);
            out.blocks.push(Block::Paragraph { content: plain(format!("{text}.")) });
        }
        out
    }

    fn item(&self, item: &Item) -> Vec<Block> {
        let mut run = self.link(item.kind, &item.id, item.code.as_deref(), &item.name);
        if let Some(since) = self.since_when(item.effective.as_deref()) {
            run.push(Inline::text(format!(" ({since})")));
        }
        match &item.field {
            None => vec![Block::Paragraph { content: run }],
            Some(field) => {
                run.push(Inline::text(" · "));
                self.field(run, field)
            }
        }
    }

    fn row(&self, edition: &Edition) -> composed::Edition {
        let step = edition.steps.get(&self.x.manual.tongue).or_else(|| edition.steps.values().next());
        let facts = &edition.facts;
        composed::Edition {
            number: facts.number.clone(),
            effective: facts.effective,
            approved: facts.approved,
            approvals: approvers(facts),
            what: match step {
                Some(step) => self.line(edition, step),
                None if facts.supersedes.is_none() && !edition.gap => self.say(words::FIRST).to_owned(),
                None => String::new(),
            },
            gap: edition.gap,
            tag: edition.mark.as_ref().map(|mark| mark.tag.clone()),
            commit: edition.mark.as_ref().map(|mark| mark.commit.clone()),
            signed: edition.mark.as_ref().is_some_and(|mark| mark.signed),
        }
    }

    /// What an edition changed; where the one before it is not known, since which.
    fn line(&self, edition: &Edition, step: &Step) -> String {
        let line = summary(&step.changes, self.x.lang);
        let before = edition.before.and_then(|place| self.seen.history.editions.get(place));
        match before.and_then(|before| before.facts.number.clone()).filter(|_| edition.gap) {
            Some(old) => words::SINCE_OLDER.fill(self.x.lang, &[("old", old), ("line", line)]),
            None => line,
        }
    }

    fn since(&self, since: Since) -> composed::Since {
        let told = |point: Point| {
            let edition = point.edition.and_then(|place| self.seen.history.editions.get(place));
            let facts = edition.map_or(&self.own.facts, |edition| &edition.facts);
            composed::Named { number: facts.number.clone(), effective: facts.effective, or_earlier: point.or_earlier }
        };
        let own = match self.seen.at {
            At::Edition(place) => Some(place),
            At::Draft => None,
        };
        composed::Since {
            edition: told(since.substance),
            wording: (since.wording != since.substance).then(|| told(since.wording)),
            here: since.substance.edition == own,
        }
    }
}

/// The code and the name of an entry, as a heading has them.
fn named(entry: &Entry) -> String {
    entry.code.as_ref().map_or(entry.name.clone(), |code| format!("{code} {}", entry.name))
}

/// What an entry was called: its code and its name, as far as they are others now.
fn formerly(entry: &Entry) -> Option<String> {
    let renamed = entry.fields.iter().filter(|field| field.what == What::Renamed);
    let names: Vec<&str> = renamed.filter_map(|field| field.old.as_deref()).collect();
    (!names.is_empty()).then(|| names.join(" "))
}

/// The address that a run leads to.
fn anchor_of(run: &[Inline]) -> String {
    let to = run.iter().find_map(|inline| match inline {
        Inline::Ref { to, .. } => Some(to.clone()),
        _ => None,
    });
    to.unwrap_or_default()
}

/// Who gave the approval that counts: those of its day, else the last that is named.
fn approvers(facts: &Facts) -> Vec<(String, String)> {
    let named = |a: &super::facts::Approval| a.by.clone().map(|by| (by, a.named.clone()));
    let of_day = facts.approvals.iter().filter(|a| a.on.is_some() && a.on == facts.approved);
    let out: Vec<(String, String)> = of_day.filter_map(named).collect();
    match out.is_empty() {
        true => facts.approvals.iter().rev().find_map(named).into_iter().collect(),
        false => out,
    }
}

/// Entries by what they belong to, in the order in which they come.
fn groups<'e>(entries: &[&'e Entry]) -> Vec<(&'e str, Vec<&'e Entry>)> {
    let mut out: Vec<(&str, Vec<&Entry>)> = Vec::new();
    for entry in entries {
        match out.iter_mut().find(|(name, _)| *name == entry.group) {
            Some((_, list)) => list.push(entry),
            None => out.push((&entry.group, vec![entry])),
        }
    }
    out
}

fn callout(tone: Tone, label: &str, content: Vec<Inline>) -> Block {
    Block::Callout { tone, label: label.to_owned(), blocks: vec![Block::Paragraph { content }] }
}
