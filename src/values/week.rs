//! Days of the week as keys name them, and the opening times of a week.

use super::time::MINUTES_PER_DAY;
use super::words::{fold, nearest, squeeze};
use super::{Expectation, Time, TimeRange, ValueError, Weekday};

pub(super) const MINUTES_PER_WEEK: u16 = 7 * MINUTES_PER_DAY;

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
    /// Every word for a day, short and long.
    pub fn words() -> impl Iterator<Item = &'static str> {
        WEEKDAYS.into_iter().flat_map(|(short, long, _)| [short, long])
    }

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

    /// From and to which minute of the week it is open; the last may end in the next week.
    pub(super) fn minutes(&self) -> impl Iterator<Item = (u16, u16)> {
        self.spans().map(|(_, _, start, end)| (start, end))
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

#[cfg(test)]
mod tests {
    use super::*;

    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};

    fn week(days: &[(Weekday, &str)]) -> WeekHours {
        let mut week = WeekHours::default();
        for (day, times) in days {
            let ranges = TimeRange::parse_list(times).unwrap_or_else(|error| panic!("{times}: {error:?}"));
            week.set(*day, &ranges).unwrap_or_else(|error| panic!("{times}: {error:?}"));
        }
        week
    }

    fn at(text: &str) -> Time {
        Time::parse(text).expect("a time")
    }

    #[test]
    fn days_are_read_in_spans_and_lists() {
        let days = |text: &str| match Weekdays::parse(text) {
            Ok(Weekdays::Days(days)) => days,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(days("mon..fri"), [Monday, Tuesday, Wednesday, Thursday, Friday]);
        assert_eq!(days("mon,wed, fri"), [Monday, Wednesday, Friday]);
        assert_eq!(days("sat..mon"), [Saturday, Sunday, Monday]);
        assert_eq!(days("mon..wed,sat"), [Monday, Tuesday, Wednesday, Saturday]);
        assert_eq!(days("Sunday"), [Sunday]);
        assert_eq!(Weekdays::parse("holidays"), Ok(Weekdays::Holidays));
        assert_eq!(
            Weekdays::parse("mon..thu").map(|days| days.flags()),
            Ok([true, true, true, true, false, false, false])
        );
        assert_eq!(Weekdays::parse("mon..wed,tue"), Err(ValueError::RepeatedDay { day: Tuesday }));
        let near = |text: &str| match Weekdays::parse(text) {
            Err(ValueError::UnknownWord { near, .. }) => near,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(near("lun..vie"), Some("mon"));
        assert_eq!(near("mon..sáb"), Some("sat"));
        assert_eq!(near("feriados"), Some("holidays"));
        assert_eq!(near("workdays"), None);
    }

    #[test]
    fn a_split_day_is_closed_at_noon() {
        let week = week(&[(Monday, "08:00-13:00 15:00-18:30")]);
        assert!(week.is_open(Monday, at("08:00")));
        assert!(!week.is_open(Monday, at("13:00")));
        assert!(!week.is_open(Monday, at("14:00")));
        assert!(week.is_open(Monday, at("18:29")));
        assert!(!week.is_open(Tuesday, at("10:00")));
        assert_eq!(week.open_minutes_per_week(), 510);
        assert_eq!(week.check_overlaps(), Ok(()));
    }

    #[test]
    fn nights_belong_to_two_days() {
        let week = week(&[(Friday, "22:00-02:00"), (Sunday, "20:00-03:00")]);
        assert!(week.is_open(Saturday, at("01:59")));
        assert!(!week.is_open(Saturday, at("02:00")));
        assert!(week.is_open(Monday, at("02:30")));
        assert!(!week.is_open(Monday, at("03:00")));
        assert!(week.is_open(Sunday, at("24:00")));
        assert_eq!(week.open_minutes_per_week(), 660);
    }

    #[test]
    fn overlaps_are_found_over_midnight_too() {
        let overlap = |days: &[(Weekday, &str)]| match week(days).check_overlaps() {
            Err(ValueError::Overlap { day, first, second }) => Some((day, first, second)),
            _ => None,
        };
        let found = |day, first: &str, second: &str| Some((day, first.to_string(), second.to_string()));
        assert_eq!(overlap(&[(Monday, "08:00-13:00 12:00-18:00")]), found(Monday, "08:00-13:00", "12:00-18:00"));
        assert_eq!(overlap(&[(Monday, "08:00-13:00 13:00-18:00")]), None);
        assert_eq!(
            overlap(&[(Monday, "22:00-06:00"), (Tuesday, "05:00-09:00")]),
            found(Tuesday, "22:00-06:00", "05:00-09:00")
        );
        assert_eq!(
            overlap(&[(Sunday, "22:00-06:00"), (Monday, "05:00-09:00")]),
            found(Monday, "22:00-06:00", "05:00-09:00")
        );
        assert_eq!(overlap(&[(Sunday, "22:00-06:00"), (Monday, "06:00-09:00")]), None);
        assert_eq!(
            overlap(&[(Monday, "08:00-20:00 09:00-10:00 11:00-12:00")]).map(|o| o.2),
            Some("09:00-10:00".into())
        );
    }

    #[test]
    fn a_day_is_given_once() {
        let mut week = week(&[(Monday, "08:00-13:00")]);
        let more = [TimeRange::parse("15:00-16:00").expect("a range")];
        assert_eq!(week.set(Monday, &more), Err(ValueError::RepeatedDay { day: Monday }));
    }
}
