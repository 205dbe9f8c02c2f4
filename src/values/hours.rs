//! Opening hours: times of the day, ranges of them, weeks, closed days and seasons.

use super::date::digits;
use super::words::{fold, nearest, squeeze};
use super::{Date, Expectation, MonthDay, ValueError, Weekday, parse_date};
use std::fmt;

const MINUTES_PER_DAY: u16 = 24 * 60;
const MINUTES_PER_WEEK: u16 = 7 * MINUTES_PER_DAY;

/// A time of the day as a clock shows it, from 00:00 to 24:00, which is the end of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59; 0 at 24.
    pub minute: u8,
}

impl Time {
    pub const MIDNIGHT: Time = Time { hour: 0, minute: 0 };
    pub const END_OF_DAY: Time = Time { hour: 24, minute: 0 };

    /// Reads `08:30` or `8:30`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        let wrong = || ValueError::expected(Expectation::Time, text);
        let (hour, minute) = text.split_once(':').ok_or_else(wrong)?;
        let hour = digits(hour, 2).or_else(|| digits(hour, 1)).ok_or_else(wrong)?;
        let minute = digits(minute, 2).ok_or_else(wrong)?;
        if hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
            return Err(ValueError::BadTime { found: text.to_string() });
        }
        Ok(Time { hour: hour as u8, minute: minute as u8 })
    }

    /// Minutes since the day began: 0 to 1440.
    pub fn minutes(self) -> u16 {
        u16::from(self.hour) * 60 + u16::from(self.minute)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// From one time to another. Where `to` is not after `from` it is of the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeRange {
    pub from: Time,
    pub to: Time,
}

impl TimeRange {
    /// Reads `08:30-18:00`; `22:00-06:00` passes midnight.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        let (from, to) =
            text.split_once(['-', '–']).ok_or_else(|| ValueError::expected(Expectation::TimeRange, text))?;
        let (from, to) = (Time::parse(from)?, Time::parse(to)?);
        if from == Time::END_OF_DAY {
            return Err(ValueError::BadTime { found: text.to_string() });
        }
        if from == to {
            return Err(ValueError::EmptyTimeRange { found: text.to_string() });
        }
        Ok(TimeRange { from, to })
    }

    /// Reads `08:00-13:00 15:00-18:30`: one or more ranges of a day, with spaces or commas between, in order of the day.
    pub fn parse_list(text: &str) -> Result<Vec<TimeRange>, ValueError> {
        let spaced = text.replace([',', ';'], " ");
        // Spaces around the dash are no separators.
        let joined = squeeze(&spaced).replace(" - ", "-").replace(" – ", "-");
        let mut ranges =
            joined.split(' ').filter(|part| !part.is_empty()).map(TimeRange::parse).collect::<Result<Vec<_>, _>>()?;
        if ranges.is_empty() {
            return Err(ValueError::expected(Expectation::TimeRange, text));
        }
        ranges.sort();
        Ok(ranges)
    }

    /// Minutes from start to end: 1 to 1440.
    pub fn minutes(self) -> u16 {
        let (from, to) = (self.from.minutes(), self.to.minutes());
        if to > from { to - from } else { to + MINUTES_PER_DAY - from }
    }

    /// True where the end is on the next day, other than midnight itself.
    pub fn passes_midnight(self) -> bool {
        self.from.minutes() + self.minutes() > MINUTES_PER_DAY
    }
}

impl fmt::Display for TimeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

/// Days as a key of hours names them: `mon..fri`, `sat`, `mon,wed,fri`, `holidays`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Weekdays {
    /// Each once, in the order written.
    Days(Vec<Weekday>),
    Holidays,
}

const WEEKDAYS: [(&str, &str, Weekday); 7] = [
    ("mon", "monday", Weekday::Monday),
    ("tue", "tuesday", Weekday::Tuesday),
    ("wed", "wednesday", Weekday::Wednesday),
    ("thu", "thursday", Weekday::Thursday),
    ("fri", "friday", Weekday::Friday),
    ("sat", "saturday", Weekday::Saturday),
    ("sun", "sunday", Weekday::Sunday),
];

/// Words for days in the author's tongue, understood only to suggest the word of the language.
const MEANT_WEEKDAYS: [(&str, &str); 27] = [
    ("lun", "mon"),
    ("lunes", "mon"),
    ("seg", "mon"),
    ("segunda", "mon"),
    ("mar", "tue"),
    ("martes", "tue"),
    ("ter", "tue"),
    ("terca", "tue"),
    ("mie", "wed"),
    ("miercoles", "wed"),
    ("qua", "wed"),
    ("quarta", "wed"),
    ("jue", "thu"),
    ("jueves", "thu"),
    ("qui", "thu"),
    ("quinta", "thu"),
    ("vie", "fri"),
    ("viernes", "fri"),
    ("sex", "fri"),
    ("sexta", "fri"),
    ("sab", "sat"),
    ("sabado", "sat"),
    ("dom", "sun"),
    ("domingo", "sun"),
    ("festivos", "holidays"),
    ("feriados", "holidays"),
    ("holiday", "holidays"),
];

impl Weekdays {
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = squeeze(text);
        if text == "holidays" {
            return Ok(Weekdays::Holidays);
        }
        let mut days = Vec::new();
        for part in text.split(',').map(str::trim) {
            let (first, last) = match part.split_once("..") {
                Some((first, last)) => (parse_weekday(first)?, parse_weekday(last)?),
                None => {
                    let day = parse_weekday(part)?;
                    (day, day)
                }
            };
            // `sat..mon` goes over the end of the week.
            let mut day = first;
            loop {
                if days.contains(&day) {
                    return Err(ValueError::RepeatedDay { day });
                }
                days.push(day);
                if day == last {
                    break;
                }
                day = day.next();
            }
        }
        Ok(Weekdays::Days(days))
    }

    /// The days as flags, Monday first; all false for holidays.
    pub fn flags(&self) -> [bool; 7] {
        let mut flags = [false; 7];
        if let Weekdays::Days(days) = self {
            for day in days {
                flags[monday_zero(*day)] = true;
            }
        }
        flags
    }
}

/// Reads `mon` or `monday`.
fn parse_weekday(text: &str) -> Result<Weekday, ValueError> {
    let text = text.trim();
    let folded = fold(text);
    if let Some((_, _, day)) = WEEKDAYS.iter().find(|(short, long, _)| *short == folded || *long == folded) {
        return Ok(*day);
    }
    if text.is_empty() {
        return Err(ValueError::expected(Expectation::Weekday, text));
    }
    let meant = MEANT_WEEKDAYS.iter().find(|(word, _)| *word == folded).map(|(_, meant)| *meant);
    let near = meant.or_else(|| nearest(text, &["mon", "tue", "wed", "thu", "fri", "sat", "sun", "holidays"]));
    Err(ValueError::UnknownWord { what: Expectation::Weekday, word: text.to_string(), near })
}

/// The place of a day in a week that begins on Monday, from 0.
pub(super) fn monday_zero(day: Weekday) -> usize {
    day.to_monday_zero_offset().unsigned_abs() as usize
}

/// The opening times of each day of a week, Monday first, each day's in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct WeekHours {
    pub days: [Vec<TimeRange>; 7],
}

impl WeekHours {
    /// Sets the times of a day. A day that has some already is named twice.
    pub fn set(&mut self, day: Weekday, ranges: &[TimeRange]) -> Result<(), ValueError> {
        let slot = &mut self.days[monday_zero(day)];
        if !slot.is_empty() {
            return Err(ValueError::RepeatedDay { day });
        }
        *slot = ranges.to_vec();
        slot.sort();
        Ok(())
    }

    /// The times of a day.
    pub fn on(&self, day: Weekday) -> &[TimeRange] {
        &self.days[monday_zero(day)]
    }

    /// Opening times as minutes of the week, from Monday 00:00; the end of Sunday's may lie after the week's.
    fn spans(&self) -> impl Iterator<Item = (Weekday, TimeRange, u16, u16)> + '_ {
        WEEKDAYS.iter().enumerate().flat_map(move |(index, (_, _, day))| {
            self.days[index].iter().map(move |range| {
                let start = index as u16 * MINUTES_PER_DAY + range.from.minutes();
                (*day, *range, start, start + range.minutes())
            })
        })
    }

    /// Refuses times that overlap, also over midnight and from Sunday to Monday.
    pub fn check_overlaps(&self) -> Result<(), ValueError> {
        let mut spans: Vec<_> = self.spans().collect();
        spans.sort_by_key(|(_, _, start, _)| *start);
        let overlap = |first: &(Weekday, TimeRange, u16, u16), second: &(Weekday, TimeRange, u16, u16)| {
            ValueError::Overlap { day: second.0, first: first.1.to_string(), second: second.1.to_string() }
        };
        // The longest reach so far, since a long range may cover several after it.
        let mut reach: Option<&(Weekday, TimeRange, u16, u16)> = None;
        for span in &spans {
            match reach {
                Some(before) if span.2 < before.3 => return Err(overlap(before, span)),
                _ => reach = Some(span),
            }
        }
        if let (Some(first), Some(last)) = (spans.first(), reach)
            && spans.len() > 1
            && last.3 > MINUTES_PER_WEEK + first.2
        {
            return Err(overlap(last, first));
        }
        Ok(())
    }

    /// Minutes open in a week.
    pub fn open_minutes_per_week(&self) -> u32 {
        self.spans().map(|(_, range, _, _)| u32::from(range.minutes())).sum()
    }

    /// Whether it is open at a time of a day. The end of a range is closed already.
    pub fn is_open(&self, day: Weekday, time: Time) -> bool {
        let at = monday_zero(day) as u16 * MINUTES_PER_DAY + time.minutes();
        let inside = |at: u16| self.spans().any(|(_, _, start, end)| start <= at && at < end);
        // The second look sees the part of Sunday's hours that lies on Monday.
        inside(at % MINUTES_PER_WEEK) || inside(at % MINUTES_PER_WEEK + MINUTES_PER_WEEK)
    }
}

/// A day on which it is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closed {
    Date(Date),
    Yearly(MonthDay),
    /// Every holiday of the calendar.
    Holidays,
}

impl Closed {
    /// Reads `2026-12-25`, `12-25` or `holidays`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        if text == "holidays" {
            return Ok(Closed::Holidays);
        }
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            let near = MEANT_WEEKDAYS.iter().find(|(word, meant)| *meant == "holidays" && *word == fold(text));
            return Err(match near.map(|(_, meant)| *meant).or_else(|| nearest(text, &["holidays"])) {
                Some(near) => {
                    ValueError::UnknownWord { what: Expectation::Closed, word: text.to_string(), near: Some(near) }
                }
                None => ValueError::expected(Expectation::Closed, text),
            });
        }
        match text.matches('-').count() {
            1 => MonthDay::parse(text).map(Closed::Yearly),
            2 => parse_date(text).map(Closed::Date),
            _ => Err(ValueError::expected(Expectation::Closed, text)),
        }
    }
}

/// Hours of a part of the year, both days included. A season may pass the end of the year: `12-01` to `02-28`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Season {
    pub from: MonthDay,
    pub to: MonthDay,
    pub week: WeekHours,
}

impl Season {
    pub fn contains(&self, date: Date) -> bool {
        let day = MonthDay::of(date);
        if self.from <= self.to { self.from <= day && day <= self.to } else { day >= self.from || day <= self.to }
    }
}

/// When something is open.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Hours {
    /// 24/7.
    Always,
    Week {
        week: WeekHours,
        /// The times of holidays, where they are given; an empty list is closed.
        holidays: Option<Vec<TimeRange>>,
        closed: Vec<Closed>,
        seasons: Vec<Season>,
        note: Option<String>,
    },
}

impl Hours {
    /// Reads `24/7`, the one form that is a plain text.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let plain = squeeze(text).replace(' ', "");
        if matches!(plain.as_str(), "24/7" | "24x7" | "24×7") {
            return Ok(Hours::Always);
        }
        Err(ValueError::expected(Expectation::Hours, text))
    }

    /// Hours that are the same all year.
    pub fn week(week: WeekHours) -> Self {
        Hours::Week { week, holidays: None, closed: Vec::new(), seasons: Vec::new(), note: None }
    }

    /// Minutes open in an ordinary week.
    pub fn open_minutes_per_week(&self) -> u32 {
        match self {
            Hours::Always => u32::from(MINUTES_PER_WEEK),
            Hours::Week { week, .. } => week.open_minutes_per_week(),
        }
    }

    /// Whether it is open at a time of a day of an ordinary week.
    pub fn is_open(&self, day: Weekday, time: Time) -> bool {
        match self {
            Hours::Always => true,
            Hours::Week { week, .. } => week.is_open(day, time),
        }
    }

    /// The times of a date, with its season, closed days and holidays. Hours that began the day before are not counted.
    pub fn on(&self, date: Date, is_holiday: bool) -> Vec<TimeRange> {
        match self {
            Hours::Always => vec![TimeRange { from: Time::MIDNIGHT, to: Time::END_OF_DAY }],
            Hours::Week { week, holidays, closed, seasons, .. } => {
                let is_closed = closed.iter().any(|closed| match closed {
                    Closed::Date(day) => *day == date,
                    Closed::Yearly(day) => *day == MonthDay::of(date),
                    Closed::Holidays => is_holiday,
                });
                if is_closed {
                    return Vec::new();
                }
                if let (true, Some(ranges)) = (is_holiday, holidays) {
                    return ranges.clone();
                }
                let week = seasons.iter().find(|season| season.contains(date)).map_or(week, |season| &season.week);
                week.on(date.weekday()).to_vec()
            }
        }
    }

    /// Refuses times that overlap in any week of the year.
    pub fn check_overlaps(&self) -> Result<(), ValueError> {
        let Hours::Week { week, seasons, .. } = self else { return Ok(()) };
        week.check_overlaps()?;
        seasons.iter().try_for_each(|season| season.week.check_overlaps())
    }
}
