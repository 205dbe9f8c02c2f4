//! The coverage for a terminal of 80 columns or more. A sign and a word tell each state, a colour only helps to find it.

use crate::cli::print::{BOLD, PLAIN, wrap};
use crate::compose::coverage::page::{waiver_state, when};
use crate::compose::coverage::{Coverage, Place as Written, Share, State, ToDo};
use crate::lang::coverage::CoverageWords;
use crate::lang::{Lang, fill, format};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Where and how the report is shown.
pub struct Screen {
    pub lang: Lang,
    pub width: usize,
    pub colours: bool,
    /// The command that shows every finding.
    pub check: String,
}

/// Columns of the bar of the summary, where there is room, and of the figures behind it.
const BAR: usize = 20;
const FIGURES: usize = 14;

/// How many places of one code are named.
const PLACES: usize = 4;

pub fn write(coverage: &Coverage, screen: &Screen) -> String {
    let words = &screen.lang.words().coverage;
    let manual = &screen.lang.words().manual;
    let mut page = Page { screen, words, out: String::new() };
    page.head(coverage);
    page.summary(coverage);
    let services = || coverage.services.iter().map(|s| title(&s.code, &s.name));
    let rows = services().zip(&coverage.services).map(|(name, s)| (name, marks(&s.points))).collect();
    page.matrix(words.points, "", &manual.points, rows);
    let count = |n: usize| if n == 0 { mark(State::Missing) } else { (n.to_string(), None) };
    let rows = services().zip(&coverage.services).map(|(name, s)| (name, s.quality.map(count).into())).collect();
    page.matrix(words.quality, words.quality_note, &manual.dimensions, rows);
    let rows = coverage.complaints.iter().zip(words.complaint_parts);
    page.list(words.complaints, rows.map(|(part, name)| (name.to_owned(), part.state, String::new())).collect());
    let note = if coverage.totals.channels.done < coverage.totals.channels.of { words.channels_note } else { "" };
    let rows = coverage.channels.iter().map(|c| {
        let states: Vec<State> = c.metrics.iter().map(|m| m.state).collect();
        (title(&c.code, &c.name), marks(&states))
    });
    page.matrix(words.channels, note, &words.metrics, rows.collect());
    let service = |id: &str| coverage.services.iter().find(|s| s.id == id).and_then(|s| s.code.clone());
    let rows = coverage.moments.iter().map(|m| (title(&service(&m.service), &m.name), marks(&m.steps)));
    page.matrix(words.moments, "", &words.moment_steps, rows.collect());
    let rows = coverage.roles.iter().map(|r| (title(&r.code, &r.name), marks(&r.steps)));
    page.matrix(words.roles, "", &words.role_steps, rows.collect());
    let rows = coverage.risks.iter().zip(words.risk_kinds);
    page.list(words.risks, rows.map(|(risk, name)| (name.to_owned(), risk.state, String::new())).collect());
    let rows = coverage.preparation.iter().zip(words.preparation_steps);
    let rows = rows.map(|(step, name)| (name.to_owned(), step.state, String::new())).collect();
    page.list(words.preparation, rows);
    page.profiles(coverage);
    page.dates(coverage);
    page.waivers(coverage);
    page.still_to_do(&coverage.to_do);
    page.out
}

fn title(code: &Option<String>, name: &str) -> String {
    code.as_ref().map_or_else(|| name.to_owned(), |code| format!("{code} {name}"))
}

/// A sign, and its colour.
type Mark = (String, Option<&'static str>);

const GREEN: &str = "\u{1b}[32m";
const YELLOW: &str = "\u{1b}[33m";
const RED: &str = "\u{1b}[31m";

fn mark(state: State) -> Mark {
    let (sign, colour) = match state {
        State::Complete => ("●", Some(GREEN)),
        State::Partial => ("◐", Some(YELLOW)),
        State::Missing => ("✕", Some(RED)),
        State::NotApplicable => ("–", None),
    };
    (sign.to_owned(), colour)
}

fn marks(states: &[State]) -> Vec<Mark> {
    states.iter().map(|state| mark(*state)).collect()
}

struct Page<'s> {
    screen: &'s Screen,
    words: &'static CoverageWords,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    /// Lines broken at the width; all but the first are indented by `hang` columns.
    fn wrapped(&mut self, text: &str, indent: usize, hang: usize) {
        for (i, line) in wrap(text, self.screen.width.saturating_sub(hang)).iter().enumerate() {
            let columns = if i == 0 { indent } else { hang };
            self.line(&format!("{}{line}", " ".repeat(columns)));
        }
    }

    /// The same with a sign before it. It is coloured last, since a colour takes no columns.
    fn marked(&mut self, (sign, colour): Mark, text: &str, indent: usize, hang: usize) {
        let before = self.out.len();
        self.wrapped(&format!("{sign} {text}"), indent, hang);
        let shown = self.out.split_off(before);
        let coloured = self.coloured(&sign, colour);
        self.out.push_str(&shown.replacen(&sign, &coloured, 1));
    }

    fn heading(&mut self, text: &str) {
        let text = if self.screen.colours { format!("{BOLD}{text}{PLAIN}") } else { text.to_owned() };
        let _ = writeln!(self.out, "\n{text}");
    }

    fn coloured(&self, text: &str, colour: Option<&str>) -> String {
        match colour.filter(|_| self.screen.colours) {
            Some(colour) => format!("{colour}{text}{PLAIN}"),
            None => text.to_owned(),
        }
    }

    fn date(&self, iso: &str) -> String {
        iso.parse().map_or_else(|_| iso.to_owned(), |date| format::date(self.screen.lang.into(), date))
    }

    fn share(&self, share: Share) -> String {
        fill(self.words.done_of, &[("done", share.done.to_string()), ("of", share.of.to_string())])
    }

    fn head(&mut self, coverage: &Coverage) {
        let edition = coverage.edition.as_ref().map_or_else(String::new, |edition| format!(" {edition}"));
        let date = fill(self.words.as_of, &[("date", self.date(&coverage.date))]);
        self.wrapped(&format!("{}: {}{edition}, {date}", self.words.title, coverage.title), 0, 2);
    }

    /// Each area with a bar and its figures.
    fn summary(&mut self, coverage: &Coverage) {
        let areas = coverage.totals.areas(self.screen.lang).into_iter().filter(|(_, share)| share.of > 0);
        let areas: Vec<(&str, Share)> = areas.collect();
        let width = areas.iter().map(|(name, _)| length(name)).max().unwrap_or(0);
        let columns = self.screen.width.saturating_sub(width + FIGURES + 6).clamp(4, BAR);
        self.out.push('\n');
        for (name, share) in areas {
            let state = match share.done + share.partial {
                0 => State::Missing,
                _ if share.done < share.of => State::Partial,
                _ => State::Complete,
            };
            let (sign, colour) = mark(state);
            // Only what is whole fills the bar, and what is begun shows.
            let filled = share.done * columns / share.of;
            let begun = ((share.done + share.partial) * columns).div_ceil(share.of).clamp(filled, columns) - filled;
            let bar = format!("{}{}{}", "█".repeat(filled), "▒".repeat(begun), "░".repeat(columns - filled - begun));
            let sign = self.coloured(&sign, colour);
            self.line(&format!("  {sign} {} {bar} {}", padded(name, width), self.share(share)));
        }
        let legend = [State::Complete, State::Partial, State::Missing, State::NotApplicable].map(|state| {
            let (sign, colour) = mark(state);
            format!("{} {}", self.coloured(&sign, colour), self.word(state))
        });
        self.line(&format!("\n  {}", legend.join("   ")));
    }

    fn word(&self, state: State) -> &'static str {
        match state {
            State::Complete => self.words.complete,
            State::Partial => self.words.partial,
            State::Missing => self.words.missing,
            State::NotApplicable => self.words.not_applicable,
        }
    }

    /// A table of signs. The columns are numbered, and named beneath.
    fn matrix(&mut self, title: &str, note: &str, columns: &[&str], rows: Vec<(String, Vec<Mark>)>) {
        if rows.is_empty() {
            return;
        }
        self.heading(title);
        if !note.is_empty() {
            self.wrapped(note, 2, 2);
        }
        // Every column takes three, and a little more where there is room.
        let room = self.screen.width.saturating_sub(2);
        let longest = rows.iter().map(|(name, _)| length(name)).max().unwrap_or(0);
        let cell = if room >= longest + columns.len() * 5 { 5 } else { 3 };
        let width = longest.min(room.saturating_sub(columns.len() * cell).max(16));
        let numbers: String = (1..=columns.len()).map(|n| format!("{n:>cell$}")).collect();
        self.line(&format!("  {}{numbers}", " ".repeat(width)));
        for (name, marks) in rows {
            let cells = marks.iter().map(|(text, colour)| {
                format!("{}{}", " ".repeat(cell.saturating_sub(length(text))), self.coloured(text, *colour))
            });
            let cells: String = cells.collect();
            self.line(&format!("  {}{cells}", padded(&short(&name, width), width)));
        }
        let names: Vec<String> = columns.iter().zip(1..).map(|(name, n)| format!("{n}\u{a0}{name}")).collect();
        self.wrapped(&names.join(" · "), 2, 2);
    }

    /// A line each: the sign, the word, what it is, and figures where there are some.
    fn list(&mut self, title: &str, rows: Vec<(String, State, String)>) {
        if rows.is_empty() {
            return;
        }
        self.heading(title);
        let width = rows.iter().map(|(name, ..)| length(name)).max().unwrap_or(0);
        for (name, state, figures) in rows {
            let (sign, colour) = mark(state);
            let sign = self.coloured(&sign, colour);
            let figures = if figures.is_empty() { String::new() } else { format!(", {figures}") };
            self.line(&format!("  {sign} {}  {}{figures}", padded(&name, width), self.word(state)));
        }
    }

    /// How many clauses of each profile stand how; those that are missed, by name.
    fn profiles(&mut self, coverage: &Coverage) {
        if coverage.profiles.is_empty() {
            return;
        }
        self.heading(self.words.profiles);
        for profile in &coverage.profiles {
            self.wrapped(&format!("{} ({}): {}", profile.name, profile.slug, profile.summary), 2, 4);
            let missed = ["fail", "unknown", "unattested", "not-yet-due"];
            for clause in profile.clauses.iter().filter(|clause| missed.contains(&clause.result)) {
                self.marked(mark(State::Missing), &format!("{} {}: {}", clause.id, clause.text, clause.detail), 4, 6);
            }
        }
    }

    fn dates(&mut self, coverage: &Coverage) {
        self.heading(self.words.dates);
        if coverage.dates.is_empty() {
            self.wrapped(self.words.no_dates, 2, 2);
        }
        for due in &coverage.dates {
            let state = if due.days < 0 { State::Missing } else { State::Partial };
            let when = fill(&when(self.words, due.days), &[("date", self.date(&due.date))]);
            let kind = self.words.date_kinds[due.kind as usize];
            let text = format!("{kind} · {}: {when} ({})", due.name, written(&due.place));
            self.marked(mark(state), &text, 2, 4);
        }
    }

    fn waivers(&mut self, coverage: &Coverage) {
        if coverage.waivers.is_empty() {
            return;
        }
        self.heading(self.words.waivers);
        for waiver in &coverage.waivers {
            let state = waiver_state(self.words, waiver, &self.date(&waiver.until));
            let owner = fill(self.words.answers_for_it, &[("owner", waiver.owner.clone())]);
            let reason = waiver.reason.trim_end_matches('.');
            self.wrapped(&format!("{}  {}: {state}; {owner}. {reason}.", waiver.code, waiver.at), 2, 4);
        }
    }

    /// The findings, told together by code.
    fn still_to_do(&mut self, to_do: &[ToDo]) {
        self.heading(self.words.to_do);
        if to_do.is_empty() {
            return self.wrapped(self.words.nothing_to_do, 2, 2);
        }
        let mut by_code: BTreeMap<(bool, &str), Vec<&ToDo>> = BTreeMap::new();
        to_do.iter().for_each(|i| by_code.entry((i.severity != "error", i.code)).or_default().push(i));
        for ((_, code), items) in by_code {
            let places = places(&items);
            let text = match items.as_slice() {
                [one] => format!("{code}: {} ({places})", one.message),
                several => {
                    let message = fill(self.words.such_as, &[("message", several[0].message.clone())]);
                    format!("{code} × {}: {message} ({places})", several.len())
                }
            };
            self.wrapped(&text, 2, 4);
        }
        self.out.push('\n');
        self.wrapped(&fill(self.words.see_check, &[("command", self.screen.check.clone())]), 2, 2);
    }
}

/// «services/ahorro.md:12», within the manual.
fn written(place: &Written) -> String {
    format!("{}:{}", place.file, place.line)
}

/// The first places of some findings, each once.
fn places(items: &[&ToDo]) -> String {
    let mut all: Vec<String> = items.iter().map(|item| written(&item.place)).collect();
    all.dedup();
    if all.len() > PLACES {
        all.truncate(PLACES);
        all.push("…".to_owned());
    }
    all.join(", ")
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(length(text))))
}

/// The beginning of a text that is longer than its column.
fn short(text: &str, width: usize) -> String {
    if length(text) <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::print::plain;
    use crate::load::Disk;
    use crate::publish::MARKER;
    use crate::{Options, compile};
    use std::path::Path;

    /// The report of a manual of this repository.
    fn shown(manual: &str, lang: Lang, width: usize, colours: bool) -> String {
        let files = Disk::open(Path::new(manual), MARKER).expect("is a folder");
        let today = jiff::civil::date(2026, 11, 21);
        let options =
            Options { today, langs: vec![Lang::Es.into()], messages: Some(lang), profiles: Vec::new(), history: None };
        let coverage = compile(&files, &options).expect("is read").coverage.expect("has a manifest");
        write(&coverage, &Screen { lang, width, colours, check: "`cartilla check`".to_owned() })
    }

    #[test]
    fn it_fits_narrow_and_wide_terminals_in_every_language() {
        for lang in Lang::ALL {
            let words = &lang.words().coverage;
            for width in [80, 120] {
                let text = shown("tests/manuals/madrid-mayores", lang, width, false);
                assert!(text.lines().all(|line| line.chars().count() <= width), "{lang} {width}\n{text}");
                assert!(!text.contains('\u{1b}') && !text.contains('{'), "{text}");
                for heading in [words.points, words.quality, words.channels, words.roles, words.risks, words.dates] {
                    assert!(text.contains(&format!("\n\n{heading}\n")), "{heading}\n{text}");
                }
                for word in [words.complete, words.partial, words.missing, words.not_applicable] {
                    assert!(text.contains(word), "each sign has its word\n{text}");
                }
            }
        }
    }

    #[test]
    fn a_colour_adds_nothing_but_itself() {
        let (with, without) = (shown("manual", Lang::Es, 80, true), shown("manual", Lang::Es, 80, false));
        assert!(with.contains(GREEN) && plain(&with) == without);
    }

    #[test]
    fn figures_places_and_dates_are_told() {
        let text = shown("tests/manuals/madrid-mayores", Lang::Es, 120, false);
        for words in [
            "TAD Teleasistencia Domiciliaria                      ●    ●    ●    ●    ✕    ●    ●    ✕    ✕    ◐",
            " ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 0 de 6",
            "✕ Contrato · Entidades contratadas para la Ayuda a Domicilio: venció hace 3673 días, el 31 de octubre",
            "A106 × 2: por ejemplo, al servicio «Centros Municipales de Mayores» le faltan los proveedores",
            "faltan los proveedores (services/cmm.md:3, services/cpdc.md:3)",
        ] {
            let unbroken = text.replace("\n    ", " ");
            assert!(unbroken.contains(words), "{words}\n{text}");
        }
    }
}
