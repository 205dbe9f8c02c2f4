//! Opening hours of a year: a week, its closed days, holidays and seasons.

use super::week::MINUTES_PER_WEEK;
use super::words::{fold, nearest, squeeze};
use super::{Date, Expectation, MonthDay, Time, TimeRange, ValueError, WeekHours, Weekday, parse_date};

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
            let meant = matches!(fold(text).as_str(), "festivos" | "feriados" | "holiday").then_some("holidays");
            return Err(match meant.or_else(|| nearest(text, &["holidays"])) {
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
#[expect(clippy::large_enum_variant, reason = "a manual holds few of these, and a box would show in every match")]
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

    /// Minutes between the moments of [`Hours::pattern`].
    pub const STEP: u32 = 5;

    /// Whether it is open at every fifth minute of an ordinary week, from Monday 0:00.
    pub fn pattern(&self) -> Vec<bool> {
        let mut open = vec![matches!(self, Hours::Always); usize::from(MINUTES_PER_WEEK) / Self::STEP as usize];
        if let Hours::Week { week, .. } = self {
            let steps = open.len();
            for (start, end) in week.minutes() {
                let first = usize::from(start).div_ceil(Self::STEP as usize);
                let last = usize::from(end).div_ceil(Self::STEP as usize);
                // What is open over the end of the week is open at its beginning.
                (first..last).for_each(|step| open[step % steps] = true);
            }
        }
        open
    }

    /// The longest time for which it stays closed in an ordinary week, in minutes; none where it never closes or never opens.
    pub fn longest_closure(&self) -> Option<u32> {
        longest_run(&self.pattern())
    }

    /// The longest time for which all of several are closed at once, as [`Hours::longest_closure`] of one.
    pub fn longest_common_closure<'a>(all: impl IntoIterator<Item = &'a Hours>) -> Option<u32> {
        let patterns = all.into_iter().map(Hours::pattern);
        let any = |a: Vec<bool>, b: Vec<bool>| a.into_iter().zip(b).map(|(a, b)| a || b).collect();
        longest_run(&patterns.reduce(any)?)
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

/// The longest run of a week's pattern in which nothing is open, over the end of the week too.
fn longest_run(open: &[bool]) -> Option<u32> {
    let first = open.iter().position(|open| *open)?;
    let (mut longest, mut run) = (0, 0);
    for step in 0..open.len() {
        run = if open[(first + step) % open.len()] { 0 } else { run + Hours::STEP };
        longest = longest.max(run);
    }
    (longest > 0).then_some(longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(days: &str, times: &str) -> WeekHours {
        let mut week = WeekHours::default();
        let ranges = TimeRange::parse_list(times).expect("times");
        let super::super::Weekdays::Days(days) = super::super::Weekdays::parse(days).expect("days") else {
            return week;
        };
        for day in days {
            week.set(day, &ranges).expect("a day given once");
        }
        week
    }

    #[test]
    fn round_the_clock() {
        assert_eq!(Hours::parse("24/7"), Ok(Hours::Always));
        assert_eq!(Hours::parse(" 24 / 7 "), Ok(Hours::Always));
        assert_eq!(Hours::parse("always"), Err(ValueError::expected(Expectation::Hours, "always")));
        assert_eq!(Hours::Always.open_minutes_per_week(), 10_080);
        assert!(Hours::Always.is_open(Weekday::Sunday, Time::MIDNIGHT));
        let every_day = Hours::week(week("mon..sun", "00:00-24:00"));
        assert_eq!(every_day.open_minutes_per_week(), 10_080);
        assert_eq!(every_day.check_overlaps(), Ok(()));
    }

    #[test]
    fn a_date_has_its_season_its_holidays_and_its_closed_days() {
        let morning = TimeRange::parse_list("10:00-12:00").expect("times");
        let hours = Hours::Week {
            week: week("mon..fri", "08:00-18:00"),
            holidays: Some(morning.clone()),
            closed: vec![
                Closed::parse("2026-12-24").expect("a date"),
                Closed::parse("12-25").expect("a day of each year"),
            ],
            seasons: vec![Season {
                from: MonthDay { month: 12, day: 15 },
                to: MonthDay { month: 1, day: 15 },
                week: week("mon..sat", "08:00-15:00"),
            }],
            note: None,
        };
        let on = |month, day, holiday| hours.on(Date::constant(2026, month, day), holiday);
        assert_eq!(on(11, 2, false), TimeRange::parse_list("08:00-18:00").expect("times"));
        assert_eq!(on(11, 2, true), morning);
        assert_eq!(on(11, 7, false), []);
        assert_eq!(on(12, 19, false), TimeRange::parse_list("08:00-15:00").expect("times"));
        assert_eq!(on(1, 10, false), TimeRange::parse_list("08:00-15:00").expect("times"));
        assert_eq!(on(12, 24, false), []);
        assert_eq!(on(12, 25, false), []);
        assert!(hours.is_open(Weekday::Monday, Time { hour: 17, minute: 0 }));
    }

    #[test]
    fn the_longest_closure_passes_the_weekend() {
        let hours = Hours::week(week("mon..fri", "09:00-14:00 15:00-18:00"));
        assert_eq!(hours.longest_closure(), Some(63 * 60));
        assert_eq!(hours.pattern().iter().filter(|open| **open).count(), 5 * 8 * 12);
        assert_eq!(Hours::week(week("mon..sun", "20:00-04:00")).longest_closure(), Some(16 * 60));
        assert_eq!(Hours::Always.longest_closure(), None);
        assert_eq!(Hours::week(WeekHours::default()).longest_closure(), None);
    }

    #[test]
    fn closed_days_are_dates_or_holidays() {
        assert_eq!(Closed::parse("holidays"), Ok(Closed::Holidays));
        assert!(matches!(Closed::parse("feriados"), Err(ValueError::UnknownWord { near: Some("holidays"), .. })));
        assert!(matches!(Closed::parse("christmas"), Err(ValueError::Expected { what: Expectation::Closed, .. })));
        assert!(matches!(Closed::parse("2026-02-30"), Err(ValueError::BadDate { .. })));
        assert!(matches!(Closed::parse("2026"), Err(ValueError::Expected { .. })));
    }

    #[test]
    fn overlaps_of_a_season_are_found() {
        let mut hours = Hours::week(week("mon", "08:00-12:00"));
        assert_eq!(hours.check_overlaps(), Ok(()));
        if let Hours::Week { seasons, .. } = &mut hours {
            let season = week("mon", "08:00-12:00 11:00-13:00");
            let (from, to) = (MonthDay { month: 6, day: 1 }, MonthDay { month: 8, day: 31 });
            seasons.push(Season { from, to, week: season });
        }
        assert!(matches!(hours.check_overlaps(), Err(ValueError::Overlap { .. })));
    }
}
