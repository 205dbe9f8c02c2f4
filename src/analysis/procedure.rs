//! How long a procedure takes: the longest path through its steps, walked on the calendar.
//!
//! The critical path (J. Kelley and M. Walker, “Critical-path planning and scheduling”, 1959): a step begins when all before it
//! have ended. Business days depend on the day of the start, so that the walk begins at every day of the calendar's years on which
//! a case can come in, at its first and at its last minute: the days of the intake channels, or else working days.

use crate::values::{Calendar, Date, DateTime, Duration, Hours, TimeRange, TimeUnit};
use jiff::SignedDuration;

/// A step: how long it may take, and the places of those that come before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub within: Option<Duration>,
    pub after: Vec<usize>,
}

/// The order in which steps can be taken, each after all before it; or else the places of steps that wait for each other in a
/// circle. Places that no step has are passed over.
pub fn order(tasks: &[Task]) -> Result<Vec<usize>, Vec<usize>> {
    let mut done = vec![false; tasks.len()];
    let mut out = Vec::with_capacity(tasks.len());
    while out.len() < tasks.len() {
        let ready = |i: &usize| !done[*i] && tasks[*i].after.iter().all(|a| done.get(*a).copied().unwrap_or(true));
        let next: Vec<usize> = (0..tasks.len()).filter(ready).collect();
        if next.is_empty() {
            return Err(circle(tasks, &done));
        }
        next.iter().for_each(|i| done[*i] = true);
        out.extend(next);
    }
    Ok(out)
}

/// Of the steps that are not done, those on one circle.
fn circle(tasks: &[Task], done: &[bool]) -> Vec<usize> {
    let Some(first) = done.iter().position(|d| !d) else { return Vec::new() };
    let mut path = vec![first];
    loop {
        let last = path[path.len() - 1];
        // A step that is not done waits for one that is not done.
        let Some(next) = tasks[last].after.iter().copied().find(|a| done.get(*a) == Some(&false)) else { return path };
        if let Some(at) = path.iter().position(|p| *p == next) {
            return path.split_off(at);
        }
        path.push(next);
    }
}

/// When each step ends, for a start; in the order of the steps.
fn ends(tasks: &[Task], order: &[usize], start: DateTime, calendar: &Calendar) -> Vec<DateTime> {
    let mut ends = vec![start; tasks.len()];
    for i in order {
        let begin = tasks[*i].after.iter().filter_map(|a| ends.get(*a)).max().copied().unwrap_or(start);
        ends[*i] = tasks[*i].within.map_or(begin, |within| calendar.add(begin, &within));
    }
    ends
}

/// The steps of the longest path to a step, from the first.
fn path_to(tasks: &[Task], ends: &[DateTime], last: usize) -> Vec<usize> {
    let mut path = vec![last];
    let mut at = last;
    // Each step stands behind the one before, so that the path has no more steps than there are.
    while path.len() <= tasks.len()
        && let Some(before) = tasks[at].after.iter().copied().filter(|a| *a < ends.len()).max_by_key(|a| ends[*a])
    {
        path.push(before);
        at = before;
    }
    path.reverse();
    path
}

/// A start from which the steps end later than promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overrun {
    pub start: DateTime,
    /// When the last step ends.
    pub end: DateTime,
    /// When the promise ends.
    pub limit: DateTime,
    /// The longest path, as places of steps.
    pub path: Vec<usize>,
    /// How many of the starts walked end too late.
    pub late: usize,
    pub starts: usize,
}

/// The longest path to a step against what is promised, for cases that come in through channels with some hours; from the start where it is latest. None where it keeps the promise from
/// every start, or where the steps wait for each other in a circle.
pub fn overrun(
    tasks: &[Task],
    last: usize,
    promise: &Duration,
    calendar: &Calendar,
    intake: Option<&[Hours]>,
) -> Option<Overrun> {
    let order = order(tasks).ok()?;
    if last >= tasks.len() {
        return None;
    }
    let (mut worst, mut late, mut starts) = (None, 0, 0);
    for start in starts_of(calendar, intake) {
        starts += 1;
        let ends = ends(tasks, &order, start, calendar);
        let limit = limit_of(calendar.add(start, promise), promise);
        let over = ends[last].duration_since(limit);
        if ends[last] <= limit {
            continue;
        }
        late += 1;
        if worst.as_ref().is_none_or(|(most, _)| over > *most) {
            let path = path_to(tasks, &ends, last);
            worst = Some((over, Overrun { start, end: ends[last], limit, path, late: 0, starts: 0 }));
        }
    }
    worst.map(|(_, overrun)| Overrun { late, starts, ..overrun })
}

/// A term of whole days lasts to the end of its last day, one of hours to its hour.
fn limit_of(end: DateTime, promise: &Duration) -> DateTime {
    match promise.unit {
        TimeUnit::BusinessDay | TimeUnit::CalendarDay | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year => {
            end.date().at(23, 59, 59, 0).max(end)
        }
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::BusinessHour => end,
    }
}

/// The first and the last minute of every day on which cases come in, of two years: those whose holidays the calendar knows, or
/// else plain ones. Without intake hours these are the business days.
fn starts_of(calendar: &Calendar, intake: Option<&[Hours]>) -> Vec<DateTime> {
    let mut years = calendar.holiday_years.clone();
    years.sort_unstable();
    years.dedup();
    let mut years = years.split_off(years.len().saturating_sub(2));
    if years.is_empty() {
        years.extend([2026, 2027]);
    }
    let days = |year| {
        let first = Date::new(year, 1, 1).ok();
        std::iter::successors(first, move |day| day.tomorrow().ok().filter(|next| next.year() == year))
    };
    // January last: where all starts are alike, a plainer day than New Year's shows it.
    let later = years.clone().into_iter().flat_map(days).filter(|day| day.month() > 1);
    let all = later.chain(years.into_iter().flat_map(days).filter(|day| day.month() == 1));
    all.filter_map(|day| Some((day, open_on(day, calendar, intake)?)))
        .flat_map(|(day, (open, close))| {
            let midnight = day.to_datetime(jiff::civil::Time::midnight());
            [open, close].map(|minutes| midnight.saturating_add(SignedDuration::from_mins(minutes)))
        })
        .collect()
}

/// The first and the last minute of a day at which a case can come in.
fn open_on(day: Date, calendar: &Calendar, intake: Option<&[Hours]>) -> Option<(i64, i64)> {
    let ranges: Vec<TimeRange> = match intake {
        Some(channels) => channels.iter().flat_map(|hours| hours.on(day, calendar.is_holiday(day))).collect(),
        None if calendar.is_business_day(day) => calendar.business_hours.spans().to_vec(),
        None => Vec::new(),
    };
    let open = ranges.iter().map(|range| i64::from(range.from.minutes())).min()?;
    let ends = ranges.iter().map(|range| i64::from(range.from.minutes()) + i64::from(range.minutes()).max(1) - 1);
    Some((open, ends.max()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{WeekHours, Weekday};

    fn task(within: &str, after: &[usize]) -> Task {
        Task { within: Duration::parse(within).ok(), after: after.to_vec() }
    }

    fn duration(text: &str) -> Duration {
        Duration::parse(text).expect("a duration")
    }

    #[test]
    fn the_critical_path_of_worked_examples() {
        let calendar = Calendar::default();
        let ends = |tasks: &[Task], finishes: &[i64]| {
            for (last, finish) in finishes.iter().enumerate() {
                let within =
                    |days: i64| overrun(tasks, last, &duration(&format!("{days} calendar days")), &calendar, None);
                assert_eq!(within(*finish), None, "activity {last}");
                assert!(within(finish - 1).is_some(), "activity {last} takes less than {finish}");
            }
        };
        // mathgpt.today/problems/project%20management/critical-path-b053c8: activities A to L in days, with their earliest
        // finishes; the project takes 38.
        let tasks = [
            task("7 calendar days", &[]),
            task("9 calendar days", &[0]),
            task("5 calendar days", &[0]),
            task("9 calendar days", &[0]),
            task("8 calendar days", &[1]),
            task("10 calendar days", &[1]),
            task("12 calendar days", &[3]),
            task("5 calendar days", &[2, 4, 6]),
            task("6 calendar days", &[3]),
            task("4 calendar days", &[8]),
            task("5 calendar days", &[5, 7, 9]),
            task("8 calendar days", &[8]),
        ];
        ends(&tasks, &[7, 16, 12, 16, 24, 26, 28, 33, 22, 26, 38, 30]);
        let found = overrun(&tasks, 10, &duration("37 calendar days"), &calendar, None).expect("a day too long");
        assert_eq!((found.path, found.late), (vec![0, 3, 6, 7, 10], found.starts));
        assert_eq!(found.end.date().duration_since(found.limit.date()).as_hours(), 24);
        // homeworksource.com/p/4323963: activities A to J in days; A-D-G is critical and takes 20.
        let tasks = [
            task("8 calendar days", &[]),
            task("4 calendar days", &[]),
            task("3 calendar days", &[]),
            task("5 calendar days", &[0]),
            task("1 calendar day", &[0]),
            task("2 calendar days", &[2]),
            task("7 calendar days", &[3]),
            task("6 calendar days", &[2]),
            task("9 calendar days", &[1, 4, 5]),
            task("6 calendar days", &[7]),
        ];
        ends(&tasks, &[8, 4, 3, 13, 9, 5, 20, 9, 18, 15]);
        let found = overrun(&tasks, 6, &duration("19 calendar days"), &calendar, None).expect("a day too long");
        assert_eq!(found.path, vec![0, 3, 6]);
    }

    #[test]
    fn business_days_are_walked_on_the_calendar() {
        // Fifteen business days last 21 calendar days from a weekday: vectors of section 7 of the reference of the profiles.
        let tasks = [task("5 business days", &[]), task("10 business days", &[0])];
        let mut calendar = Calendar::default();
        assert_eq!(overrun(&tasks, 1, &duration("15 business days"), &calendar, None), None);
        assert_eq!(overrun(&tasks, 1, &duration("21 calendar days"), &calendar, None), None);
        let short = overrun(&tasks, 1, &duration("20 calendar days"), &calendar, None).expect("a day too long");
        assert_eq!(short.late, short.starts);
        // With one holiday, some starts need 22.
        calendar.holidays = vec![crate::values::HolidayRule::parse("2026-05-01").expect("a holiday")];
        calendar.holiday_years = vec![2026];
        let found = overrun(&tasks, 1, &duration("21 calendar days"), &calendar, None).expect("late over the holiday");
        assert!(found.late < found.starts && found.late == 30, "{found:?}");
    }

    #[test]
    fn a_circle_is_named_and_never_followed() {
        let tasks = [task("1 hour", &[]), task("1 hour", &[0, 3]), task("1 hour", &[1]), task("1 hour", &[2])];
        assert_eq!(order(&tasks), Err(vec![1, 3, 2]));
        assert_eq!(overrun(&tasks, 3, &duration("1 minute"), &Calendar::default(), None), None);
        assert_eq!(order(&[task("1 hour", &[0])]), Err(vec![0]));
        assert_eq!(order(&[]), Ok(Vec::new()));
    }

    #[test]
    fn cases_begin_on_the_days_on_which_they_can_come_in() {
        let tasks = [task("2 business days", &[]), task("1 business day", &[0])];
        let calendar = Calendar::default();
        let late = |intake: Option<&[Hours]>| overrun(&tasks, 1, &duration("5 calendar days"), &calendar, intake);
        let hours = |days: &[Weekday]| {
            let mut week = WeekHours::default();
            let range = TimeRange::parse("10:00-14:00").expect("a range");
            days.iter().for_each(|day| week.set(*day, &[range]).expect("set once"));
            Hours::week(week)
        };
        // Three business days from a Friday last until Wednesday, the fifth day.
        assert_eq!(late(None), None);
        assert_eq!(late(Some(&[hours(&[Weekday::Tuesday, Weekday::Friday])])), None);
        let four = overrun(&tasks, 1, &duration("4 calendar days"), &calendar, None).expect("over the weekend");
        let tuesdays = [hours(&[Weekday::Monday, Weekday::Tuesday])];
        assert_eq!(overrun(&tasks, 1, &duration("4 calendar days"), &calendar, Some(&tuesdays)), None);
        // 261 working days in each of 2026 and 2027, at opening and at closing.
        assert_eq!((four.starts, four.late > 0), (2 * 2 * 261, true));
        let saturdays = late(Some(&[hours(&[Weekday::Saturday])]));
        assert_eq!(saturdays, None);
        let three = overrun(&tasks, 1, &duration("3 calendar days"), &calendar, Some(&[hours(&[Weekday::Saturday])]));
        assert_eq!(three.map(|found| found.start.date().weekday()), Some(Weekday::Saturday));
    }

    #[test]
    fn absurd_figures_end_with_the_calendar() {
        let calendar = Calendar::default();
        let endless = |unit| Some(Duration::new(999_999_999_999_i64, unit));
        let tasks = [
            Task { within: endless(TimeUnit::Year), ..task("", &[]) },
            Task { within: endless(TimeUnit::BusinessDay), ..task("", &[0, 9]) },
        ];
        let found = overrun(&tasks, 1, &duration("1 year"), &calendar, None).expect("too long");
        assert_eq!(found.end, DateTime::MAX);
        assert_eq!(overrun(&tasks, 5, &duration("1 year"), &calendar, None), None);
        let never = Calendar { business_days: [false; 7], ..Calendar::default() };
        assert_eq!(overrun(&tasks, 1, &duration("1 year"), &never, None), None);
    }
}
