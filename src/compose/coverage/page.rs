//! The coverage as the last chapter of the published manual, for managers: tables of what there is, and of what lacks with its
//! file and line. Made only where the manifest says `document: { coverage: published }`: whoever learns the work from the manual
//! needs what holds, not what is missing.

use super::{Coverage, DateRow, Place, Share, State, ToDo, WaiverRow, WaiverState};
use crate::compose::front::section;
use crate::compose::writer::{Writer, heading_at, join, table};
use crate::ir::{self, Align, Block, Column, Inline, Row, Section, SectionKind, Table, TableLook, plain};
use crate::lang::coverage::CoverageWords;
use crate::lang::{fill, format};
use crate::parse::kind::Kind;
use crate::values::parse_date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};
use std::collections::BTreeMap;

/// How many places of one code are named.
const PLACES: usize = 12;
/// What is written otherwise in the path of an address.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

pub fn chapter(x: &Writer<'_>, coverage: &Coverage) -> Section {
    let words = &x.lang.words().coverage;
    let page = Page { x, words };
    let mut out = section(SectionKind::Register, "coverage", words.title);
    out.lead = plain(words.lead);
    out.blocks.extend(page.summary(coverage));
    out.blocks.extend(page.services(coverage));
    out.blocks.extend(page.complaints(coverage));
    out.blocks.extend(page.channels(coverage));
    out.blocks.extend(page.moments(coverage));
    out.blocks.extend(page.roles(coverage));
    out.blocks.extend(page.risks_and_preparation(coverage));
    out.blocks.extend(page.profiles(coverage));
    out.blocks.extend(page.dates(&coverage.dates));
    out.blocks.extend(page.waivers(&coverage.waivers));
    out.blocks.extend(page.to_do(&coverage.to_do));
    out
}

struct Page<'x, 'm> {
    x: &'x Writer<'m>,
    words: &'static CoverageWords,
}

/// A row of a matrix: what it is about, its marks, and where it is written.
struct Line<'c> {
    head: Vec<Inline>,
    states: Vec<State>,
    place: &'c Place,
}

impl Page<'_, '_> {
    fn summary(&self, coverage: &Coverage) -> Vec<Block> {
        let areas = coverage.totals.areas(self.x.lang).into_iter().filter(|(_, share)| share.of > 0);
        let rows = areas.map(|(name, share)| row(vec![plain(name), plain(self.share(share))])).collect();
        let date = fill(self.words.as_of, &[("date", self.date(&coverage.date))]);
        let columns = [(self.words.area, 3), (self.words.reached, 1)];
        vec![
            heading_at(2, "coverage-summary", self.words.summary),
            Block::Paragraph { content: plain(super::super::writer::capital(&date)) },
            table(self.words.summary, TableLook::Words, &columns, rows),
        ]
    }

    fn share(&self, share: Share) -> String {
        fill(self.words.done_of, &[("done", share.done.to_string()), ("of", share.of.to_string())])
    }

    fn services(&self, coverage: &Coverage) -> Vec<Block> {
        if coverage.services.is_empty() {
            return Vec::new();
        }
        let name = |id: &str, code: &Option<String>| self.named(Kind::Services, id, code);
        let lines: Vec<Line<'_>> = coverage
            .services
            .iter()
            .map(|s| Line { head: name(&s.id, &s.code), states: s.points.to_vec(), place: &s.place })
            .collect();
        let points = self.matrix("coverage-points", self.words.points, self.words.service, &self.x.w.points, lines);
        let lines: Vec<Line<'_>> = coverage
            .services
            .iter()
            .map(|s| {
                let states = s.quality.iter().map(|n| if *n > 0 { State::Complete } else { State::Missing });
                Line { head: name(&s.id, &s.code), states: states.collect(), place: &s.place }
            })
            .collect();
        let dimensions = &self.x.w.dimensions;
        let quality = self.matrix("coverage-quality", self.words.quality, self.words.service, dimensions, lines);
        [points, quality].concat()
    }

    fn complaints(&self, coverage: &Coverage) -> Vec<Block> {
        let rows = coverage.complaints.iter().zip(self.words.complaint_parts);
        let rows = rows.map(|(part, name)| row(vec![plain(name), self.state(part.state)])).collect();
        self.list("coverage-complaints", self.words.complaints, self.words.step, rows)
    }

    fn channels(&self, coverage: &Coverage) -> Vec<Block> {
        let lines: Vec<Line<'_>> = coverage
            .channels
            .iter()
            .map(|c| Line {
                head: self.named(Kind::Channels, &c.id, &c.code),
                states: c.metrics.iter().map(|m| m.state).collect(),
                place: &c.place,
            })
            .collect();
        let is_measured =
            |line: &Line<'_>| line.states.iter().all(|s| matches!(s, State::Complete | State::NotApplicable));
        let lacks = !lines.iter().all(is_measured);
        let metrics = &self.words.metrics;
        let mut out = self.matrix("coverage-channels", self.words.channels, self.words.channel, metrics, lines);
        if lacks {
            out.insert(1, Block::Paragraph { content: plain(self.words.channels_note) });
        }
        out
    }

    fn moments(&self, coverage: &Coverage) -> Vec<Block> {
        let lines = coverage.moments.iter().map(|moment| {
            let service = vec![self.x.entry(Kind::Services, &moment.service)];
            let head = join([plain(moment.name.as_str()), service].into_iter(), " · ");
            Line { head, states: moment.steps.to_vec(), place: &moment.place }
        });
        let steps = &self.words.moment_steps;
        self.matrix("coverage-moments", self.words.moments, self.words.moment, steps, lines.collect())
    }

    fn roles(&self, coverage: &Coverage) -> Vec<Block> {
        let lines = coverage.roles.iter().map(|role| Line {
            head: self.named(Kind::Roles, &role.id, &role.code),
            states: role.steps.to_vec(),
            place: &role.place,
        });
        let steps = &self.words.role_steps;
        self.matrix("coverage-roles", self.words.roles, self.words.role, steps, lines.collect())
    }

    fn risks_and_preparation(&self, coverage: &Coverage) -> Vec<Block> {
        let risks = coverage.risks.iter().zip(self.words.risk_kinds).map(|(risk, name)| {
            let entries = join(risk.risks.iter().map(|id| vec![self.x.entry(Kind::Risks, id)]), ", ");
            let name = if entries.is_empty() { plain(name) } else { join([plain(name), entries].into_iter(), ": ") };
            row(vec![name, self.state(risk.state)])
        });
        let steps = coverage.preparation.iter().zip(self.words.preparation_steps);
        let steps = steps.map(|(step, name)| row(vec![plain(name), self.state(step.state)]));
        let mut out = self.list("coverage-risks", self.words.risks, self.words.kind, risks.collect());
        out.extend(self.list("coverage-preparation", self.words.preparation, self.words.step, steps.collect()));
        out
    }

    /// How many clauses of each profile stand how; the annex tells them one by one.
    fn profiles(&self, coverage: &Coverage) -> Vec<Block> {
        if coverage.profiles.is_empty() {
            return Vec::new();
        }
        let rows = coverage
            .profiles
            .iter()
            .map(|profile| row(vec![plain(profile.name.as_str()), plain(profile.summary.as_str())]));
        let columns = [(self.words.profiles, 2), (self.words.state, 3)];
        let table = table(self.words.profiles, TableLook::Words, &columns, rows.collect());
        vec![heading_at(2, "coverage-profiles", self.words.profiles), table]
    }

    fn dates(&self, dates: &[DateRow]) -> Vec<Block> {
        let heading = heading_at(2, "coverage-dates", self.words.dates);
        if dates.is_empty() {
            return vec![heading, Block::Paragraph { content: plain(self.words.no_dates) }];
        }
        let rows = dates.iter().map(|due| {
            let what = format!("{}: {}", self.words.date_kinds[due.kind as usize], due.name);
            let when = fill(&when(self.words, due.days), &[("date", self.date(&due.date))]);
            row(vec![plain(what), plain(when), self.file_of(&due.place)])
        });
        let columns = [(self.words.what, 3), (self.words.date, 2), (self.words.place, 2)];
        vec![heading, table(self.words.dates, TableLook::Words, &columns, rows.collect())]
    }

    fn waivers(&self, waivers: &[WaiverRow]) -> Vec<Block> {
        if waivers.is_empty() {
            return Vec::new();
        }
        let rows = waivers.iter().map(|waiver| {
            let code = vec![Inline::Mark { text: waiver.code.clone() }];
            let state = waiver_state(self.words, waiver, &self.date(&waiver.until));
            row(vec![
                join([code, plain(waiver.at.as_str())].into_iter(), " · "),
                plain(waiver.reason.as_str()),
                plain(waiver.owner.as_str()),
                plain(state),
            ])
        });
        let columns = [(self.words.entry, 2), (self.words.reason, 3), (self.words.owner, 1), (self.words.state, 2)];
        vec![
            heading_at(2, "coverage-waivers", self.words.waivers),
            table(self.words.waivers, TableLook::Words, &columns, rows.collect()),
        ]
    }

    /// The findings, told together by code.
    fn to_do(&self, to_do: &[ToDo]) -> Vec<Block> {
        let heading = heading_at(2, "coverage-to-do", self.words.to_do);
        if to_do.is_empty() {
            return vec![heading, Block::Paragraph { content: plain(self.words.nothing_to_do) }];
        }
        let mut by_code: BTreeMap<&str, Vec<&ToDo>> = BTreeMap::new();
        to_do.iter().for_each(|item| by_code.entry(item.code).or_default().push(item));
        let rows = by_code.into_iter().map(|(code, items)| {
            let label = if items.len() == 1 { code.to_owned() } else { format!("{code} × {}", items.len()) };
            let message = match items.as_slice() {
                [one] => one.message.clone(),
                several => fill(self.words.such_as, &[("message", several[0].message.clone())]),
            };
            let places = items.iter().take(PLACES).map(|item| self.file_of(&item.place));
            let more = (items.len() > PLACES).then(|| plain("…"));
            row(vec![plain(label), plain(message), join(places.chain(more), ", ")])
        });
        let columns = [(self.words.code, 1), (self.words.finding, 4), (self.words.place, 4)];
        vec![heading, table(self.words.to_do, TableLook::Words, &columns, rows.collect())]
    }

    /// A matrix with what lacks in it, entry by entry. Many columns are numbered and named beneath.
    fn matrix(&self, id: &str, title: &str, first: &str, columns: &[&str], lines: Vec<Line<'_>>) -> Vec<Block> {
        if lines.is_empty() {
            return Vec::new();
        }
        let numbered = columns.len() > 5;
        // In twentieths of the width: a sign takes one, a name of two words three.
        let each = if numbered { 1 } else { 3 };
        let rest = u8::try_from(20_usize.saturating_sub(columns.len() * usize::from(each)).max(2)).unwrap_or(2);
        let column = |title: String, align, weight| Column { title: plain(title), align, weight };
        let heads = columns.iter().zip(1..).map(|(name, n)| {
            let title = if numbered { format!("{n}") } else { (*name).to_owned() };
            column(title, Align::Center, each)
        });
        let lacks: Vec<Row> = lines.iter().filter_map(|line| self.lacking(columns, line)).collect();
        let rows = lines.iter().map(|line| {
            let marks = line.states.iter().map(|state| self.state(*state));
            row([line.head.clone()].into_iter().chain(marks).collect())
        });
        let mut out = vec![heading_at(2, id, title)];
        // What the numbers stand for is read before the table.
        if numbered {
            let names: Vec<String> = columns.iter().zip(1..).map(|(name, n)| format!("{n}\u{a0}{name}")).collect();
            out.push(Block::Paragraph { content: plain(names.join(" · ")) });
        }
        out.push(Block::Table(Table {
            id: None,
            number: None,
            caption: plain(title),
            caption_hidden: true,
            look: TableLook::Matrix,
            row_headers: true,
            columns: [column(first.to_owned(), Align::Start, rest)].into_iter().chain(heads).collect(),
            rows: rows.collect(),
            total: None,
        }));
        if !lacks.is_empty() {
            let columns = [(first, 2), (self.words.finding, 4), (self.words.place, 2)];
            out.push(table(self.words.finding, TableLook::Words, &columns, lacks));
        }
        out
    }

    /// What lacks in a line, by name, with its file.
    fn lacking(&self, columns: &[&str], line: &Line<'_>) -> Option<Row> {
        let lacks = line.states.iter().zip(columns).filter_map(|(state, name)| match state {
            State::Missing => Some((*name).to_owned()),
            State::Partial => Some(format!("{name} ({})", self.words.partial)),
            State::Complete | State::NotApplicable => None,
        });
        let names: Vec<String> = lacks.collect();
        let what = plain(format::list(self.x.locale, &names));
        (!names.is_empty()).then(|| row(vec![line.head.clone(), what, self.file_of(line.place)]))
    }

    /// Two columns: something and its state.
    fn list(&self, id: &str, title: &str, first: &str, rows: Vec<Row>) -> Vec<Block> {
        let columns = [(first, 4), (self.words.state, 1)];
        vec![heading_at(2, id, title), table(title, TableLook::Words, &columns, rows)]
    }

    fn state(&self, state: State) -> Vec<Inline> {
        let (state, text) = match state {
            State::Complete => (ir::State::Complete, self.words.complete),
            State::Partial => (ir::State::Partial, self.words.partial),
            State::Missing => (ir::State::Missing, self.words.missing),
            State::NotApplicable => (ir::State::NotApplicable, self.words.not_applicable),
        };
        vec![Inline::State { state, text: text.to_owned() }]
    }

    fn named(&self, kind: Kind, id: &str, code: &Option<String>) -> Vec<Inline> {
        let code = code.as_ref().map_or_else(Vec::new, |text| vec![Inline::Mark { text: text.clone() }]);
        join([code, vec![self.x.entry(kind, id)]].into_iter(), " ")
    }

    fn file_of(&self, place: &Place) -> Vec<Inline> {
        let shown = Inline::Code { text: format!("{}:{}", place.file, place.line) };
        let Some(source) = &self.x.manual.model.manifest.document.source else { return vec![shown] };
        let path = percent_encoding::utf8_percent_encode(&place.file, PATH).to_string();
        let href = source.value.replace("{path}", &path).replace("{line}", &place.line.to_string());
        vec![Inline::Link { href, content: vec![shown] }]
    }

    fn date(&self, iso: &str) -> String {
        parse_date(iso).map_or_else(|_| iso.to_owned(), |date| format::date(self.x.locale, date))
    }
}

fn row(cells: Vec<Vec<Inline>>) -> Row {
    Row { id: None, cells }
}

/// «vence en 12 días, {date}».
pub fn when(words: &CoverageWords, days: i64) -> String {
    let n = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
    match days {
        0 => words.due_today.to_owned(),
        1.. => words.soon.of(n),
        _ => words.overdue.of(n),
    }
}

/// How a waiver stands, with the date in the reader's words.
pub fn waiver_state(words: &CoverageWords, waiver: &WaiverRow, date: &str) -> String {
    let text = match waiver.state {
        WaiverState::Holds => words.waiver_holds,
        WaiverState::Expired => words.waiver_expired,
        WaiverState::Unused => words.waiver_unused,
    };
    fill(text, &[("date", date.to_owned())])
}
