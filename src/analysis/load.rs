//! What a station has to do and how it fares: demand, handling time and servers brought to one unit of time.
//!
//! A station is a team that serves one queue: the counters of an office, a telephone line, the advisers who study applications. Its
//! time is the time in which it is open, so that demand by day, week or month becomes demand by open hour.

use super::waiting::{InTime, MOST_SERVERS, Queue, Wait, fewest_servers};
use crate::values::{Calendar, Decimal, Duration, Hours, Rate, TimeUnit, Weekday};

/// Weeks of a year.
const WEEKS: f64 = 365.25 / 7.0;

/// When a station is open in an ordinary week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Week {
    pub hours: f64,
    pub days: f64,
}

impl Week {
    /// None where it is never open.
    pub fn of(hours: &Hours) -> Option<Week> {
        let days = match hours {
            Hours::Always => 7,
            Hours::Week { week, .. } => WEEKDAYS.iter().filter(|day| !week.on(**day).is_empty()).count(),
        };
        let minutes = hours.open_minutes_per_week();
        let days = u32::try_from(days).ok().filter(|days| *days > 0 && minutes > 0)?;
        Some(Week { hours: f64::from(minutes) / 60.0, days: f64::from(days) })
    }

    /// The business hours of a calendar.
    pub fn of_calendar(calendar: &Calendar) -> Option<Week> {
        let days = f64::from(calendar.days_per_week());
        let hours = float(calendar.hours_per_day())? * days;
        (hours > 0.0).then_some(Week { hours, days })
    }

    pub fn hours_a_day(&self) -> f64 {
        self.hours / self.days
    }

    /// Open hours in a period of a demand: `hour`, `day`, `month`. None for words that are no period.
    pub fn hours_in(&self, period: &str) -> Option<f64> {
        Some(match period {
            "minute" => 1.0 / 60.0,
            "half hour" => 0.5,
            "hour" | "business hour" => 1.0,
            "day" | "business day" => self.hours_a_day(),
            "week" => self.hours,
            "fortnight" => 2.0 * self.hours,
            "month" => self.hours * WEEKS / 12.0,
            "quarter" => self.hours * WEEKS / 4.0,
            "half-year" => self.hours * WEEKS / 2.0,
            "year" => self.hours * WEEKS,
            _ => return None,
        })
    }

    /// Open hours in a length of time. Hours count in full, as if none of them fell into the night, so that nobody is said to be
    /// late who may not be; a calendar day counts as a day of opening. None for months and years.
    pub fn hours_within(&self, time: &Duration) -> Option<f64> {
        let amount = float(time.amount)?;
        Some(match time.unit {
            TimeUnit::Second => amount / 3_600.0,
            TimeUnit::Minute => amount / 60.0,
            TimeUnit::Hour | TimeUnit::BusinessHour => amount,
            TimeUnit::BusinessDay | TimeUnit::CalendarDay => amount * self.hours_a_day(),
            TimeUnit::Week => amount * self.hours,
            TimeUnit::Month | TimeUnit::Year => return None,
        })
    }
}

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// A decimal as a number to reckon waiting times with, which are estimates anyway.
pub fn float(value: Decimal) -> Option<f64> {
    f64::try_from(value).ok().filter(|number| number.is_finite())
}

/// A number as a decimal with so many digits after the point.
pub fn decimal(value: f64, digits: u32) -> Option<Decimal> {
    Decimal::try_from(value).ok().map(|number| number.round_dp(digits).normalize())
}

/// Cases per open hour of a demand such as `22 per day`. None for one that is not for a single period, or negative.
pub fn per_hour(demand: &Rate, week: &Week) -> Option<f64> {
    let [period] = demand.per.as_slice() else { return None };
    // `40 business hours per week` is work, not a number of cases.
    if demand.unit.as_ref().is_some_and(|unit| TimeUnit::from_word(unit).is_some()) {
        return None;
    }
    let hours = week.hours_in(period)?;
    let cases = float(demand.amount)? / hours;
    (cases.is_finite() && cases >= 0.0).then_some(cases)
}

/// A team that serves one queue. Every field is finite and above zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Station {
    /// Hours that one case takes.
    pub handling: f64,
    /// Posts open at the same time; half a post is somebody for half of the time.
    pub servers: f64,
    /// Mean patience in hours.
    pub patience: Option<f64>,
    pub week: Week,
}

impl Station {
    /// None where a figure is zero, negative, beyond reckoning, or a time that has no fixed length.
    pub fn new(handling: &Duration, servers: Decimal, patience: Option<&Duration>, week: Week) -> Option<Station> {
        let above_zero = |number: &f64| number.is_finite() && *number > 0.0;
        let handling = if handling.low.is_some() { None } else { week.hours_within(handling) }.filter(above_zero)?;
        let servers = float(servers).filter(above_zero).filter(|n| *n <= f64::from(MOST_SERVERS))?;
        let patience = match patience {
            Some(patience) => Some(week.hours_within(patience).filter(above_zero)?),
            None => None,
        };
        Some(Station { handling, servers, patience, week })
    }

    /// Work that arrives in an hour, in hours.
    pub fn load(&self, cases: f64) -> f64 {
        cases * self.handling
    }

    /// The work that arrives as a share of what the posts can do: above one, the queue grows without end unless people leave.
    pub fn pressure(&self, cases: f64) -> f64 {
        self.load(cases) / self.servers
    }

    /// Cases that the posts can serve in an hour.
    pub fn most_cases(&self) -> f64 {
        self.servers / self.handling
    }

    /// The queue; none for half posts, since half a person serves nobody while away.
    fn queue(&self, cases: f64) -> Option<Queue> {
        if self.servers.fract() != 0.0 {
            return None;
        }
        let patience = self.patience.map(|patience| patience / self.handling);
        // At most MOST_SERVERS, as `new` has seen to.
        let servers = self.servers as u32;
        Some(Queue { load: self.load(cases), servers, patience, room: None })
    }

    /// How the queue fares; its mean wait is in handling times.
    pub fn wait(&self, cases: f64) -> Option<Wait> {
        self.queue(cases)?.solve()
    }

    /// Mean wait in hours.
    pub fn mean_wait(&self, cases: f64) -> Option<f64> {
        Some(self.wait(cases)?.mean * self.handling)
    }

    /// Who is served and who has left after so many hours.
    pub fn in_time(&self, cases: f64, hours: f64) -> Option<InTime> {
        self.queue(cases)?.in_time(hours / self.handling)
    }

    /// The fewest posts with which a share is served within a time and nobody is busier than a limit, as parts of one.
    pub fn posts_for(&self, cases: f64, hours: f64, share: f64, busy: Option<f64>) -> Option<u32> {
        let patience = self.patience.map(|patience| patience / self.handling);
        let time = hours / self.handling;
        fewest_servers(self.load(cases), patience, |queue| {
            let busy_enough = busy.is_none_or(|limit| queue.load / f64::from(queue.servers) <= limit);
            busy_enough && queue.in_time(time).is_some_and(|then| then.share() >= share)
        })
    }

    /// The fewest posts with which the mean wait is not longer than a time.
    pub fn posts_for_mean(&self, cases: f64, hours: f64) -> Option<u32> {
        let patience = self.patience.map(|patience| patience / self.handling);
        fewest_servers(self.load(cases), patience, |queue| {
            queue.solve().is_some_and(|wait| wait.mean * self.handling <= hours)
        })
    }

    /// The shortest time in hours within which a share is served with the posts there are. None where there is none below a
    /// thousand handling times.
    pub fn time_for(&self, cases: f64, share: f64) -> Option<f64> {
        let queue = self.queue(cases)?;
        let holds = |time: f64| queue.in_time(time).is_some_and(|then| then.share() >= share);
        let mut enough = 0.01;
        while !holds(enough) {
            enough *= 2.0;
            if enough > 1_000.0 {
                return None;
            }
        }
        let mut short = 0.0;
        for _ in 0..40 {
            let middle = (short + enough) / 2.0;
            if holds(middle) { enough = middle } else { short = middle }
        }
        Some(enough * self.handling)
    }
}

/// How a backlog grows where more comes in than can be done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Growth {
    /// Cases more in each day of opening.
    pub a_day: f64,
    /// Days until a limit is reached, if one is given.
    pub days_to_limit: Option<f64>,
}

/// The growth of a backlog, from cases that arrive and that can be served in an hour. None where nothing is left over.
pub fn growth(cases: f64, most: f64, week: &Week, limit: Option<f64>) -> Option<Growth> {
    let a_day = (cases - most) * week.hours_a_day();
    if !a_day.is_finite() || a_day <= 0.0 {
        return None;
    }
    let days_to_limit = limit.map(|limit| limit / a_day).filter(|days| days.is_finite() && *days >= 0.0);
    Some(Growth { a_day, days_to_limit })
}

/// The hours a week that a role is paid for and can give to its work: people × paid hours × (1 − shrinkage).
pub fn workforce(people: f64, paid_hours: f64, shrinkage: f64) -> Option<f64> {
    let hours = people * paid_hours * (1.0 - shrinkage);
    (hours.is_finite() && hours >= 0.0).then_some(hours)
}

/// People on the payroll so that a number of posts is always staffed, absences included. See Call Centre Helper, “Erlang C
/// formula, made simple”: 14 posts at a shrinkage of 30 % ask for 20 people.
pub fn people_for(posts: f64, shrinkage: f64) -> Option<f64> {
    if !(0.0..1.0).contains(&shrinkage) {
        return None;
    }
    // So that 14 ÷ 0.7 is 20 and not a hair more.
    let people = (posts / (1.0 - shrinkage) - 1e-9).ceil();
    people.is_finite().then_some(people)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week() -> Week {
        Week { hours: 40.0, days: 5.0 }
    }

    fn rate(text: &str) -> Rate {
        Rate::parse(text).expect("a rate")
    }

    fn duration(text: &str) -> Duration {
        Duration::parse(text).expect("a duration")
    }

    fn station(handling: &str, servers: u32, patience: Option<&str>) -> Station {
        let patience = patience.map(duration);
        Station::new(&duration(handling), Decimal::from(servers), patience.as_ref(), week()).expect("a station")
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn demand_becomes_demand_by_open_hour() {
        let per = |text: &str| per_hour(&rate(text), &week());
        assert!(close(per("48 per hour").expect("a demand"), 48.0));
        assert!(close(per("40 llamadas per day").expect("a demand"), 5.0));
        assert!(close(per("80 per week").expect("a demand"), 2.0));
        // 4.348 weeks in a month.
        assert!((per("174 per month").expect("a demand") - 1.0).abs() < 0.001);
        for other in ["22", "2 per week per user", "40 business hours per week", "5 per socio", "-3 per hour"] {
            assert_eq!(per(other), None, "{other}");
        }
    }

    #[test]
    fn a_station_agrees_with_the_call_centre_of_the_tables() {
        // README of the R package ErlangC 0.1.0, github.com/cran/ErlangC: 100 calls of 3 minutes in half an hour, 80 % in 20 seconds,
        // occupancy of at most 85 %, shrinkage of 30 %: 14 agents, 20 with the shrinkage.
        let fourteen = station("3 minutes", 14, None);
        let seconds = 20.0 / 3_600.0;
        assert!((fourteen.in_time(200.0, seconds).expect("steady").share() - 0.88835).abs() < 1e-5);
        assert!((fourteen.mean_wait(200.0).expect("steady") * 3_600.0 - 7.8359).abs() < 1e-3);
        assert_eq!(fourteen.posts_for(200.0, seconds, 0.8, Some(0.85)), Some(14));
        assert_eq!(people_for(14.0, 0.3), Some(20.0));
        let time = fourteen.time_for(200.0, 0.88835).expect("a time");
        assert!((time * 3_600.0 - 20.0).abs() < 0.01, "{time}");
        assert_eq!(station("3 minutes", 10, None).wait(200.0), None);
        assert_eq!(station("3 minutes", 10, None).time_for(200.0, 0.8), None);
    }

    #[test]
    fn a_backlog_grows_by_what_is_left_over() {
        // Ten an hour come, eight can be served, eight hours a day: sixteen more each day, a limit of forty in two and a half.
        let found = growth(10.0, 8.0, &week(), Some(40.0)).expect("growth");
        assert!(close(found.a_day, 16.0) && close(found.days_to_limit.expect("days"), 2.5), "{found:?}");
        assert_eq!(growth(8.0, 8.0, &week(), None), None);
        assert_eq!(growth(f64::NAN, 8.0, &week(), None), None);
    }

    #[test]
    fn absurd_figures_give_nothing() {
        let new = |handling: &str, servers: Decimal| Station::new(&duration(handling), servers, None, week());
        assert_eq!(new("0 minutes", Decimal::ONE), None);
        assert_eq!(new("1 month", Decimal::ONE), None);
        assert_eq!(new("30..45 minutes", Decimal::ONE), None);
        assert_eq!(new("3 minutes", Decimal::ZERO), None);
        assert_eq!(new("3 minutes", Decimal::from(-2)), None);
        assert_eq!(new("3 minutes", Decimal::from(1_000_000_000_000_i64)), None);
        let half = new("3 minutes", Decimal::new(15, 1)).expect("a post and a half");
        assert_eq!((half.wait(1.0), half.pressure(30.0)), (None, 1.0));
        assert_eq!(people_for(3.0, 1.0), None);
        assert_eq!(workforce(-1.0, 40.0, 0.1), None);
        assert_eq!(Week::of(&Hours::week(Default::default())), None);
        assert!(close(Week::of(&Hours::Always).expect("open").hours, 168.0));
    }
}
