//! Times against limits, by the reference's section on durations: an upper limit holds if, for every start, the stated end is
//! not later than the limit's end. Times in different units are compared by walking the start days of the calendar.

use super::{Answer, Relation};
use crate::analysis::procedure::{self, Task};
use crate::profiles::facts::{Facts, Path};
use crate::values::{Calendar, Date, DateTime, Decimal, Duration, HolidayRule, Hours, TimeUnit};
use std::cmp::Ordering;

/// Whether a time keeps a limit from every day. `Unknown` where only a calendar could tell.
pub fn keeps(stated: &Duration, relation: Relation, limit: &Duration, facts: &Facts) -> Answer {
    keeps_from(stated, relation, limit, facts, &[])
}

/// The same from the days on which something is open, if any hours are given.
pub fn keeps_from(stated: &Duration, relation: Relation, limit: &Duration, facts: &Facts, intake: &[Hours]) -> Answer {
    let order = |order: Ordering| match relation {
        Relation::AtMost => order.is_le(),
        Relation::AtLeast => order.is_ge(),
        Relation::Above => order.is_gt(),
        Relation::Below => order.is_lt(),
    };
    let yes = |held: bool| if held { Answer::Yes } else { Answer::No };
    if let Some(exact) = (Duration { low: None, ..*stated }).compare_exactly(limit) {
        return yes(order(exact));
    }
    // What is shorter in calendar days whatever the start needs no walk.
    if matches!(relation, Relation::AtMost)
        && let Some((most, least)) = most_days(stated).zip(least_days(limit))
        && most <= least
    {
        return Answer::Yes;
    }
    let held = if is_days(stated) && is_days(limit) {
        starts(&facts.calendar, intake)
            .all(|start| order(facts.calendar.add(start, stated).cmp(&facts.calendar.add(start, limit))))
    } else {
        let spread = stated.spread(limit, &facts.calendar);
        match relation {
            Relation::AtMost | Relation::Below => spread.keeps_upper_limit() == Some(true),
            Relation::AtLeast | Relation::Above => spread.keeps_lower_limit() == Some(true),
        }
    };
    if facts.knows_holidays {
        return yes(held);
    }
    // Holidays only lengthen what counts in working days: what that cannot change is known without them.
    let upper = matches!(relation, Relation::AtMost | Relation::Below);
    let (stated, limit) = (stated.is_business(), limit.is_business());
    let uncertain = if upper { stated && !limit } else { !stated && limit };
    if held && uncertain { Answer::Unknown } else { yes(held) }
}

/// The times on the path that breaks an upper limit from some start; none where the steps keep it from every start.
pub fn overrun(path: &Path, limit: &Duration, facts: &Facts, intake: &[Hours]) -> Option<Vec<Duration>> {
    let mut times = path.ways.iter().flatten().filter_map(|task| task.within);
    // Where nobody says when cases come in, it may be any day; hours are counted from those in which people work.
    let intake = match intake {
        [] if times.all(|time| is_days(&time)) => Some(&[Hours::Always][..]),
        [] => None,
        hours => Some(hours),
    };
    path.ways.iter().filter(|tasks| !surely_keeps(tasks, &path.answers, limit, &facts.calendar)).find_map(|tasks| {
        let late = |last: &usize| procedure::overrun(tasks, *last, limit, &facts.calendar, intake);
        let found = path.answers.iter().find_map(late)?;
        Some(found.path.into_iter().filter_map(|step| tasks[step].within).collect())
    })
}

/// Whether steps keep a limit whatever the start, so that no walk is needed: their days add up to no more than its own. A part of a
/// day counts as one, and within a limit in working days no day takes more than one of those.
fn surely_keeps(tasks: &[Task], answers: &[usize], limit: &Duration, calendar: &Calendar) -> bool {
    let in_working_days = limit.unit == TimeUnit::BusinessDay;
    let days = |time: &Duration| match time.unit {
        TimeUnit::BusinessDay if in_working_days => units(time),
        TimeUnit::BusinessHour if in_working_days => whole(time.amount.checked_div(calendar.hours_per_day())?),
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => whole(time.seconds()? / Decimal::from(86_400)),
        _ => most_days(time),
    };
    let longest = || {
        let mut longest = vec![0; tasks.len()];
        for step in procedure::order(tasks).ok()? {
            let before = tasks[step].after.iter().filter_map(|before| longest.get(*before)).max().copied();
            let own = tasks[step].within.as_ref().map_or(Some(0), days)?;
            longest[step] = before.unwrap_or(0) + own;
        }
        answers.iter().map(|answer| longest[*answer]).max()
    };
    longest().zip(least_days(limit)).is_some_and(|(most, least)| most <= least)
}

/// Whether holidays that nobody has told could lengthen steps that keep a limit without them. A limit in working days is
/// lengthened at least as much as what is done within it.
pub fn hangs_on_holidays(path: &Path, limit: &Duration, facts: &Facts) -> bool {
    let mut times = path.ways.iter().flatten().filter_map(|task| task.within);
    !facts.knows_holidays && !limit.is_business() && times.any(|time| time.is_business())
}

/// Whole units of a duration, if it has no more than can matter here.
fn units(duration: &Duration) -> Option<u64> {
    whole(duration.amount)
}

fn whole(amount: Decimal) -> Option<u64> {
    let whole = amount.ceil().to_string().parse::<u64>().ok()?;
    (whole < 100_000).then_some(whole)
}

/// No start makes it last more calendar days; none for working time.
fn most_days(duration: &Duration) -> Option<u64> {
    let days = match duration.unit {
        TimeUnit::CalendarDay => 1,
        TimeUnit::Week => 7,
        TimeUnit::Month => 31,
        TimeUnit::Year => 366,
        _ => return None,
    };
    Some(units(duration)? * days)
}

/// No start makes it last fewer calendar days.
fn least_days(duration: &Duration) -> Option<u64> {
    let days = match duration.unit {
        TimeUnit::CalendarDay | TimeUnit::BusinessDay => 1,
        TimeUnit::Week => 7,
        TimeUnit::Month => 28,
        TimeUnit::Year => 365,
        _ => return None,
    };
    let whole = duration.amount.fract().is_zero();
    Some(units(duration).filter(|_| whole)? * days)
}

fn is_days(duration: &Duration) -> bool {
    let whole = duration.amount.fract().is_zero();
    whole && !matches!(duration.unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::BusinessHour)
}

/// Every day of the years that the calendar knows, else of two plain ones, on which something is open.
fn starts<'c>(calendar: &'c Calendar, intake: &'c [Hours]) -> impl Iterator<Item = DateTime> + 'c {
    let is_open = move |day: DateTime| {
        let date = day.date();
        intake.is_empty() || intake.iter().any(|hours| !hours.on(date, calendar.is_holiday(date)).is_empty())
    };
    let mut years = calendar.holiday_years.clone();
    years.extend(calendar.holidays.iter().filter_map(|rule| match rule {
        HolidayRule::Date(date) => Some(date.year()),
        HolidayRule::Yearly(_) => None,
    }));
    if years.is_empty() {
        years.extend([2027, 2028]);
    }
    years.sort_unstable();
    years.dedup();
    let years = years.split_off(years.len().saturating_sub(4));
    let days = years.into_iter().flat_map(|year| {
        let first = Date::new(year, 1, 1).ok();
        std::iter::successors(first, move |day| day.tomorrow().ok().filter(|next| next.year() == year))
            .map(|day| day.to_datetime(jiff::civil::time(9, 0, 0, 0)))
    });
    days.filter(move |day| is_open(*day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profiles::facts::Record;
    use crate::span::{Sources, Span};
    use std::collections::BTreeMap;

    /// Facts with a calendar: Monday to Friday, and the holidays, if any.
    fn with_holidays(days: &[&str]) -> Facts {
        let mut sources = Sources::default();
        let span = Span::new(sources.add("a", "", false), 0..0);
        let root = Record {
            subject: String::new(),
            span,
            id: String::new(),
            within: None,
            facts: BTreeMap::new(),
            intake: Vec::new(),
            pauses: Vec::new(),
        };
        let holidays: Vec<HolidayRule> = days.iter().map(|day| HolidayRule::parse(day).expect("a day")).collect();
        let knows_holidays = !holidays.is_empty();
        let calendar = Calendar { holidays, holiday_years: vec![2026, 2027], ..Calendar::default() };
        Facts { root, collections: BTreeMap::new(), calendar, knows_holidays }
    }

    fn check(stated: &str, relation: Relation, limit: &str, holidays: &[&str]) -> Answer {
        let read = |text: &str| Duration::parse(text).expect("a duration");
        keeps(&read(stated), relation, &read(limit), &with_holidays(holidays))
    }

    #[test]
    fn the_vectors_of_the_reference() {
        use Answer::{No, Unknown, Yes};
        use Relation::{AtLeast, AtMost};
        let easter = &["2026-04-02", "2026-04-03", "2026-05-01"][..];
        for (stated, relation, limit, without, with) in [
            // Any stated time of 19 calendar days or less keeps 15 working days under any holidays.
            ("19 calendar days", AtMost, "15 business days", Yes, Yes),
            ("20 calendar days", AtMost, "15 business days", No, No),
            ("22 calendar days", AtMost, "15 business days", No, No),
            ("15 calendar days", AtMost, "15 business days", Yes, Yes),
            // Five working days last seven calendar days; three last five, and more over a holiday.
            ("5 business days", AtMost, "5 calendar days", No, No),
            ("3 business days", AtMost, "5 calendar days", Unknown, No),
            ("2 business days", AtMost, "5 calendar days", Unknown, No),
            ("1 business day", AtMost, "5 calendar days", Unknown, Yes),
            // A lower limit in working days is known only by the calendar.
            ("14 calendar days", AtLeast, "10 business days", Unknown, No),
            ("13 calendar days", AtLeast, "10 business days", No, No),
            ("30 calendar days", AtMost, "1 month", No, No),
            ("28 calendar days", AtMost, "1 month", Yes, Yes),
            ("2 months", AtMost, "8 weeks", No, No),
            ("10 business days", AtLeast, "10 business days", Yes, Yes),
            ("2 business hours", AtMost, "2 hours", No, No),
            ("120 minutes", AtMost, "2 hours", Yes, Yes),
        ] {
            assert_eq!(check(stated, relation, limit, &[]), without, "{stated} {relation:?} {limit}");
            assert_eq!(check(stated, relation, limit, easter), with, "{stated} {relation:?} {limit}, with holidays");
        }
    }

    #[test]
    fn a_case_comes_in_only_while_somebody_is_there() {
        let facts = with_holidays(&[]);
        let read = |text: &str| Duration::parse(text).expect("a duration");
        let from = |stated: &str, intake: &[Hours]| {
            keeps_from(&read(stated), Relation::AtMost, &read("15 business days"), &facts, intake)
        };
        // From a weekday fifteen working days last three weeks; from a Saturday a day less.
        let counter = [facts.calendar.opening()];
        assert_eq!((from("21 calendar days", &[]), from("21 calendar days", &counter)), (Answer::No, Answer::Yes));
        assert_eq!(
            (from("22 calendar days", &counter), from("21 calendar days", &[Hours::Always])),
            (Answer::No, Answer::No)
        );
    }

    /// Whether steps, one after the other, keep a limit, and whether that hangs on holidays that nobody told.
    fn steps(times: &[&str], limit: &str, holidays: &[&str]) -> (bool, bool) {
        let read = |text: &str| Duration::parse(text).expect("a duration");
        let task = |i: usize| Task { within: Some(read(times[i])), after: i.checked_sub(1).into_iter().collect() };
        let ways = vec![(0..times.len()).map(task).collect()];
        let path = Path { ways, answers: vec![times.len() - 1], doubt: None };
        let facts = with_holidays(holidays);
        let kept = overrun(&path, &read(limit), &facts, &[]).is_none();
        (kept, hangs_on_holidays(&path, &read(limit), &facts))
    }

    #[test]
    fn steps_add_up() {
        let limit = "15 business days";
        assert_eq!(steps(&["5 business days", "5 business days", "6 business days"], limit, &[]), (false, false));
        assert_eq!(steps(&["5 business days", "5 business days"], limit, &[]), (true, false));
        assert!(!steps(&["366000 business days"; 2], limit, &[]).0);
        // A step in hours does not switch the others off.
        assert!(!steps(&["5 business days", "5 business days", "6 business days", "1 business hour"], limit, &[]).0);
        assert!(!steps(&["30 minutes", "2 business hours", "40 business days", "1 business day"], limit, &[]).0);
        assert_eq!(
            steps(&["30 minutes", "2 business hours", "9 business days", "1 business day"], limit, &[]),
            (true, false)
        );
        // Working days against days of the calendar: only with the holidays.
        let short = ["1 business day", "2 business hours"];
        assert_eq!(steps(&short, "7 calendar days", &[]), (true, true));
        assert_eq!(steps(&short, "7 calendar days", &["2026-05-01"]), (true, false));
        assert!(!steps(&["3 business days", "3 calendar days"], "6 calendar days", &[]).0);
    }
}
