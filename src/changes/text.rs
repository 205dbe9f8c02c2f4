//! Changes for people: plain for a terminal, or as Markdown for a release note or a merge request.

use super::{Brief, Changes, Entry, Field, Translation, What};
use crate::compose::writer::capital;
use crate::lang::changes as words;
use crate::lang::{Lang, format, history};
use std::fmt::Write;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Plain,
    Markdown,
}

pub struct Page {
    lang: Lang,
    look: Look,
    out: String,
}

/// Texts longer than this are told on lines of their own.
pub(super) const ONE_LINE: usize = 60;

/// As much of a long text as is shown; the JSON has all of it.
const LONGEST: usize = 300;

/// As much of it as stands before what differs.
const AROUND: usize = 100;

impl Page {
    pub fn new(lang: Lang, look: Look) -> Page {
        Page { lang, look, out: String::new() }
    }

    pub fn changes(mut self, changes: &Changes, sides: &[String; 2]) -> String {
        self.heading(1, &self.between(sides));
        if changes.is_empty() {
            self.line(words::NOTHING.in_lang(self.lang));
        } else {
            let n = &changes.summary;
            let slots = [
                ("added", n.added.to_string()),
                ("removed", n.removed.to_string()),
                ("renamed", n.renamed.to_string()),
                ("changed", n.changed.to_string()),
                ("tightened", n.tightened.to_string()),
                ("relaxed", n.relaxed.to_string()),
                ("material", n.material.to_string()),
                ("editorial", n.editorial.to_string()),
            ];
            self.line(&words::COUNTS.fill(self.lang, &slots));
            self.line(&words::DEGREES.fill(self.lang, &slots));
        }
        if changes.unread > 0 {
            self.line(&words::UNREAD.fill(self.lang, &[("n", changes.unread.to_string())]));
        }
        let mut groups: Vec<(&str, Vec<&Entry>)> = Vec::new();
        for entry in &changes.entries {
            match groups.iter_mut().find(|(name, _)| *name == entry.group) {
                Some((_, list)) => list.push(entry),
                None => groups.push((&entry.group, vec![entry])),
            }
        }
        for (name, entries) in groups {
            let name = self.escaped(name);
            self.heading(2, &name);
            entries.into_iter().for_each(|entry| self.entry(entry));
        }
        if !changes.translations.is_empty() {
            self.heading(2, words::TRANSLATIONS.in_lang(self.lang));
            changes.translations.iter().for_each(|translation| self.translation(translation));
        }
        self.out
    }

    pub fn brief(mut self, brief: &Brief, sides: &[String; 2]) -> String {
        let title = words::BRIEF.fill(self.lang, &[("role", self.escaped(&brief.name))]);
        self.heading(1, &title);
        self.line(&format!("{}.", self.between(sides)));
        if let Some(date) = self.date(brief.effective.as_deref()) {
            self.line(&words::FROM.fill(self.lang, &[("date", date)]));
        }
        let sign = if brief.sign_again { words::SIGN } else { words::NO_SIGN };
        self.line(sign.in_lang(self.lang));
        if !brief.concerns() {
            self.line(words::BRIEF_NOTHING.in_lang(self.lang));
        }
        for (titles, list) in brief.lists().into_iter().filter(|(_, list)| !list.is_empty()) {
            self.heading(2, titles.of(brief).in_lang(self.lang));
            for item in list {
                let name = named(item.code.as_deref(), &item.name);
                let since = match item.effective.as_deref().filter(|_| item.effective != brief.effective) {
                    Some(day) => self.date(Some(day)).map(|date| words::SINCE.fill(self.lang, &[("date", date)])),
                    None => None,
                };
                let since = since.map_or_else(String::new, |since| format!(" ({since})"));
                let text = format!("{}{since}", self.strong(&name));
                match &item.field {
                    None => self.item(0, &text),
                    Some(field) => self.field(0, &format!("{text} · "), field),
                }
            }
        }
        if brief.editorial > 0 {
            self.line("");
            self.line(&words::BRIEF_EDITORIAL.fill(self.lang, &[("n", brief.editorial.to_string())]));
        }
        self.out
    }

    fn between(&self, [old, new]: &[String; 2]) -> String {
        words::HEADING.fill(self.lang, &[("old", self.escaped(old)), ("new", self.escaped(new))])
    }

    fn entry(&mut self, entry: &Entry) {
        let mut told: Vec<String> = Vec::new();
        // Another name is told with both names.
        let is_told = |what| entry.fields.iter().any(|field| field.what == what && field.old.is_some());
        if entry.what != What::Changed && !(entry.what == What::Renamed && is_told(What::Renamed)) {
            told.push(entry.what.told(self.lang).to_owned());
        }
        if let Some(id) = &entry.previous_id {
            told.push(words::PREVIOUS_ID.fill(self.lang, &[("id", id.clone())]));
        }
        if !entry.material && !entry.fields.is_empty() {
            told.push(words::EDITORIAL.in_lang(self.lang).to_owned());
        }
        let name = named(entry.code.as_deref(), &entry.name);
        // What stands under its own name needs no line with it.
        let line = match (name == entry.group, told.is_empty()) {
            (true, true) => None,
            (true, false) => Some(capital(&told.join("; "))),
            (false, true) => Some(self.strong(&name)),
            (false, false) => Some(format!("{} ({})", self.strong(&name), told.join("; "))),
        };
        let depth = usize::from(line.is_some());
        line.iter().for_each(|line| self.item(0, line));
        entry.fields.iter().for_each(|field| self.field(depth, "", field));
    }

    fn field(&mut self, depth: usize, before: &str, field: &Field) {
        let (label, what) = (self.escaped(&field.label), field.what.told(self.lang));
        let [old, new] = shortened(field).map(|text| text.map(|text| self.escaped(&text)));
        let long = |text: &Option<String>| text.as_ref().is_some_and(|text| text.chars().count() > ONE_LINE);
        match (&old, &new) {
            (Some(was), Some(is)) if long(&old) || long(&new) => {
                self.item(depth, &format!("{before}{label} ({what})"));
                self.item(depth + 1, &format!("{}: {was}", words::BEFORE.in_lang(self.lang)));
                self.item(depth + 1, &format!("{}: {is}", words::NOW.in_lang(self.lang)));
            }
            (Some(was), Some(is)) => self.item(depth, &format!("{before}{label}: {} ({what})", arrow(was, is))),
            (Some(one), None) | (None, Some(one)) => self.item(depth, &format!("{before}{label}: {one} ({what})")),
            (None, None) => self.item(depth, &format!("{before}{label} ({what})")),
        }
    }

    fn translation(&mut self, translation: &Translation) {
        let text = translated(translation, self.lang);
        self.item(0, &text);
    }

    fn date(&self, iso: Option<&str>) -> Option<String> {
        Some(format::date(self.lang.into(), iso?.parse().ok()?))
    }

    fn heading(&mut self, level: usize, text: &str) {
        let text = match self.look {
            Look::Plain => text.to_owned(),
            Look::Markdown => format!("{} {}", "#".repeat(level), text),
        };
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.line("");
        }
        self.line(&text);
        if self.look == Look::Markdown {
            self.line("");
        }
    }

    fn item(&mut self, depth: usize, text: &str) {
        let indent = "  ".repeat(depth);
        match self.look {
            Look::Plain => self.line(&format!("  {indent}{text}")),
            Look::Markdown => self.line(&format!("{indent}- {text}")),
        }
    }

    fn line(&mut self, text: &str) {
        // Lines of one paragraph stand apart in Markdown too.
        let end =
            if self.look == Look::Markdown && text.ends_with('.') && !text.starts_with(['-', ' ']) { "\n" } else { "" };
        writeln!(self.out, "{text}{end}").expect("a string takes everything");
    }

    fn strong(&self, text: &str) -> String {
        match self.look {
            Look::Plain => text.to_owned(),
            Look::Markdown => format!("**{}**", self.escaped(text)),
        }
    }

    /// The author's words as words, whatever signs of Markdown or of a forge they hold; in a terminal without control characters.
    fn escaped(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                _ if c.is_control() => out.push(' '),
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '@' | '&'
                    if self.look == Look::Markdown =>
                {
                    out.push('\\');
                    out.push(c);
                }
                _ => out.push(c),
            }
        }
        out
    }
}

/// A translation that is otherwise, as a line.
pub(super) fn translated(translation: &Translation, lang: Lang) -> String {
    let text = match translation.what {
        What::Removed if translation.whole && translation.entries == 0 => history::LANGUAGE_REMOVED,
        What::Added if translation.whole && translation.entries == 0 => history::LANGUAGE_ADDED,
        What::Removed if translation.whole => words::LANGUAGE_REMOVED,
        What::Added if translation.whole => words::LANGUAGE_ADDED,
        What::Removed if translation.entries == 1 => words::TRANSLATION_REMOVED_ONE,
        What::Added if translation.entries == 1 => words::TRANSLATION_ADDED_ONE,
        What::Removed => words::TRANSLATION_REMOVED,
        What::Reworded => words::TRANSLATION_REWORDED,
        _ => words::TRANSLATION_ADDED,
    };
    let n = translation.entries;
    let count = match (translation.whole && translation.what != What::Reworded, n) {
        (false, _) => n.to_string(),
        (true, 1) => words::ENTRY.in_lang(lang).to_owned(),
        (true, _) => words::ENTRIES.fill(lang, &[("n", n.to_string())]),
    };
    text.fill(lang, &[("language", translation.language.clone()), ("n", count)])
}

fn named(code: Option<&str>, name: &str) -> String {
    code.map_or_else(|| name.to_owned(), |code| format!("{code} {name}"))
}

/// The values of a field as far as they are shown.
pub(super) fn shortened(field: &Field) -> [Option<String>; 2] {
    match (&field.old, &field.new) {
        (Some(old), Some(new)) => {
            let (old, new) = both_short(old, new);
            [Some(old), Some(new)]
        }
        (old, new) => [old, new].map(|text| text.as_deref().map(short)),
    }
}

/// Both values as far as they are shown: of long ones, from a little before the first word that differs.
fn both_short(old: &str, new: &str) -> (String, String) {
    let same = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
    if same < LONGEST - AROUND || old.chars().count().max(new.chars().count()) <= LONGEST {
        return (short(old), short(new));
    }
    let from = |text: &str| {
        let start = text.char_indices().nth(same - AROUND).map_or(0, |(at, _)| at);
        let start = text[start..].find(' ').map_or(start, |space| start + space + 1);
        format!("…{}", short(&text[start..]))
    };
    (from(old), from(new))
}

pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// From one value to the other; where a single figure differs, what stands around it is said once: «24 → 12 horas hábiles».
fn arrow(old: &str, new: &str) -> String {
    let [before, was, is, after] = turn(old, new);
    format!("{before}{was} → {is}{after}")
}

/// What differs between two values: what stands before it, what was, what is, and what stands after it.
pub(super) fn turn(old: &str, new: &str) -> [String; 4] {
    let (was, is): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    let differ: Vec<usize> = was.iter().zip(&is).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).collect();
    // A figure at which a part of the text ends is told with all of it.
    let figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && !word.ends_with([';', ',', '.', ':']);
    match differ.as_slice() {
        [at] if was.len() == is.len() && figure(was[*at]) && figure(is[*at]) => {
            let before: String = is[..*at].iter().map(|word| format!("{word} ")).collect();
            let after: String = is[at + 1..].iter().map(|word| format!(" {word}")).collect();
            [before, was[*at].to_owned(), is[*at].to_owned(), after]
        }
        _ => [String::new(), old.to_owned(), new.to_owned(), String::new()],
    }
}
