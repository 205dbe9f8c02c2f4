//! Public holidays of a territory in a year, reckoned from the rules of its law.
//!
//! The tables give rules, not lists, so that a year is right before anybody has typed it. Where a state fixes days year by year,
//! the table says the years that are known and [`holidays`] gives nothing for any other: a year is never guessed.

mod communities;
mod tables;

use super::{Date, Weekday};
use jiff::ToSpan;

/// A day of the year by its rule.
#[derive(Debug, Clone, Copy)]
enum Day {
    /// Month and day.
    Fixed(i8, i8),
    /// So many days after Easter Sunday; before it where negative.
    Easter(i32),
    /// The n-th weekday of a month; −1 is the last.
    Nth(i8, Weekday, i8),
    /// Proclaimed year by year: year, month, day.
    Given(&'static [(i16, i8, i8)]),
}

/// Where a holiday goes that falls on an inconvenient day.
#[derive(Debug, Clone, Copy)]
enum Shift {
    Stays,
    /// To the Monday after, unless it is one: Colombia, Ley 51 of 1983.
    NextMonday,
    /// From Tuesday to Thursday to the Monday before, from Friday to the one after: Chile, Ley 19.668.
    NearMonday,
    /// From Tuesday to the Friday before, from Wednesday to the Friday after: Chile, Ley 20.299.
    NearFriday,
    /// From a weekend to the next weekday that is no holiday itself; the weekend's day stays one too.
    Substitute,
    /// From Saturday to the Friday before, from Sunday to the Monday after, as well: 5 U.S.C. 6103(b).
    InLieu,
}

/// A holiday of a territory, with the years for which the law has it.
#[derive(Debug, Clone, Copy)]
struct Rule {
    day: Day,
    shift: Shift,
    from: i16,
    until: i16,
}

/// A territory and the years for which its rules are known to hold.
struct Territory {
    /// ISO 3166: `PE`, `GB-ENG`.
    code: &'static str,
    years: (i16, i16),
    rules: &'static [Rule],
    /// Days beside the rules, proclaimed for one year each: year, month, day.
    days: &'static [(i16, i8, i8)],
}

/// The holidays of a territory in a year, in order, weekends included; none where they are not known.
///
/// A region has those of its country where its own are not known; [`is_whole`] tells whether that is all.
pub fn holidays(territory: &str, year: i16) -> Option<Vec<Date>> {
    let table = table(territory, year)?;
    let proclaimed = table.days.iter().filter(|(of, ..)| *of == year);
    let mut days: Vec<Date> = proclaimed.filter_map(|(of, month, day)| Date::new(*of, *month, *day).ok()).collect();
    let rules = table.rules.iter().filter(|rule| (rule.from..=rule.until).contains(&year));
    // Days in lieu look at the others, so those that stay come first.
    let (late, early): (Vec<&Rule>, Vec<&Rule>) = rules.partition(|rule| matches!(rule.shift, Shift::Substitute));
    for rule in early {
        days.extend(rule.dates(year));
    }
    let own: Vec<Date> = late.iter().filter_map(|rule| rule.day.on(year)).collect();
    days.extend(&own);
    for date in own {
        let mut day = date;
        while is_weekend(day) || (day != date && days.contains(&day)) {
            day = day.tomorrow().ok()?;
        }
        days.push(day);
    }
    // New Year's Day of the next year may be kept on the last Friday of this one.
    let next = table.rules.iter().filter(|rule| matches!(rule.shift, Shift::InLieu));
    days.extend(next.flat_map(|rule| rule.dates(year.saturating_add(1))).filter(|day| day.year() == year));
    days.retain(|day| day.year() == year);
    days.sort_unstable();
    days.dedup();
    Some(days)
}

/// The years of which the holidays of a territory are known, or where it has no table those of its country; none where neither has.
pub fn known_years(territory: &str) -> Option<std::ops::RangeInclusive<i16>> {
    let of = |code: &str| every().find(|table| table.code == code).map(|table| table.years.0..=table.years.1);
    of(territory).or_else(|| of(territory.split_once('-')?.0))
}

/// Whether the holidays of a year are those of the territory itself, and not only of the country that it is a region of.
pub fn is_whole(territory: &str, year: i16) -> bool {
    table(territory, year).is_some_and(|table| table.code == territory)
}

/// The territories that have a table.
pub fn territories() -> impl Iterator<Item = &'static str> {
    every().map(|table| table.code)
}

fn every() -> impl Iterator<Item = &'static Territory> {
    tables::TERRITORIES.iter().chain(communities::COMMUNITIES)
}

fn table(territory: &str, year: i16) -> Option<&'static Territory> {
    let of = |code: &str| every().find(|t| t.code == code && (t.years.0..=t.years.1).contains(&year));
    of(territory).or_else(|| of(territory.split_once('-')?.0))
}

impl Rule {
    /// The date of a year, moved, with the one that it leaves where both are kept.
    fn dates(&self, year: i16) -> Vec<Date> {
        let Some(date) = self.day.on(year) else { return Vec::new() };
        let moved = |days: i32| date.checked_add(days.days()).unwrap_or(date);
        let weekday = i32::from(date.weekday().to_monday_one_offset());
        match self.shift {
            Shift::Stays | Shift::Substitute => vec![date],
            Shift::NextMonday => vec![moved((8 - weekday) % 7)],
            Shift::NearMonday => match weekday {
                2..=4 => vec![moved(1 - weekday)],
                5 => vec![moved(3)],
                _ => vec![date],
            },
            Shift::NearFriday => match weekday {
                2 => vec![moved(-4)],
                3 => vec![moved(2)],
                _ => vec![date],
            },
            Shift::InLieu => match weekday {
                6 => vec![date, moved(-1)],
                7 => vec![date, moved(1)],
                _ => vec![date],
            },
        }
    }
}

impl Day {
    fn on(self, year: i16) -> Option<Date> {
        match self {
            Day::Fixed(month, day) => Date::new(year, month, day).ok(),
            Day::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
            Day::Nth(month, weekday, nth) => Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok(),
            Day::Given(days) => {
                let (_, month, day) = days.iter().find(|(of, _, _)| *of == year)?;
                Date::new(year, *month, *day).ok()
            }
        }
    }
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Easter Sunday of the Gregorian calendar (J. Meeus, Astronomical Algorithms, 1991, after Butcher 1876).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests;
