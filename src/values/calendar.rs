//! The working calendar: which days and hours business time counts, and where a duration ends.

use super::date::digits;
use super::holidays::{holidays, known_years};
use super::week::monday_zero;
use super::{
    Closed, Date, DateTime, Decimal, Duration, Expectation, Hours, MonthDay, Time, TimeRange, TimeUnit, ValueError,
    WeekHours, Weekday, WorkingDay,
};
use jiff::{SignedDuration, ToSpan};
use rust_decimal::prelude::ToPrimitive;

/// No business time is followed for more days than these, some 110 years: what ends later ends at [`DateTime::MAX`].
const MOST_DAYS: u32 = 40_000;

/// A holiday: of one year, or of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HolidayRule {
    Date(Date),
    Yearly(MonthDay),
}

impl HolidayRule {
    /// Reads `2026-12-25` or `12-25`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        match Closed::parse(text) {
            Ok(Closed::Date(date)) => Ok(HolidayRule::Date(date)),
            Ok(Closed::Yearly(day)) => Ok(HolidayRule::Yearly(day)),
            Ok(Closed::Holidays) => Err(ValueError::expected(Expectation::Date, text)),
            Err(error) => Err(error),
        }
    }

    pub fn is_on(self, date: Date) -> bool {
        match self {
            HolidayRule::Date(day) => day == date,
            HolidayRule::Yearly(day) => day == MonthDay::of(date),
        }
    }
}

/// The days and hours on which business time counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Calendar {
    /// IANA name, such as `America/Lima`. Times are local to it; it is not converted here.
    pub timezone: Option<String>,
    /// Monday first.
    pub business_days: [bool; 7],
    /// The hours of a working day.
    pub business_hours: WorkingDay,
    pub holidays: Vec<HolidayRule>,
    /// The years whose holidays are all in `holidays`.
    pub holiday_years: Vec<i16>,
    /// Years that were asked for and of which no holidays are known.
    pub unknown_years: Vec<i16>,
    /// Country or region of the holidays: `PE`.
    pub territory: Option<String>,
}

/// Monday to Friday, 9:00 to 17:00, no holidays.
impl Default for Calendar {
    fn default() -> Self {
        Calendar {
            timezone: None,
            business_days: [true, true, true, true, true, false, false],
            business_hours: TimeRange { from: Time { hour: 9, minute: 0 }, to: Time { hour: 17, minute: 0 } }.into(),
            holidays: Vec::new(),
            holiday_years: Vec::new(),
            unknown_years: Vec::new(),
            territory: None,
        }
    }
}

impl Calendar {
    /// Reads a year of holidays: `2026`.
    pub fn parse_year(text: &str) -> Result<i16, ValueError> {
        digits(text.trim(), 4).ok_or_else(|| ValueError::expected(Expectation::Period, text))
    }

    /// Adds the holidays of the territory for some years, or for all known ones where none are named. Dates of the author's own
    /// make a year known too: who lists them knows them.
    pub fn keep_holidays_of(&mut self, years: &[i16]) {
        let listed = !self.holidays.is_empty();
        let territory = self.territory.clone().unwrap_or_default();
        let every: Vec<i16> = known_years(&territory).map_or_else(Vec::new, Iterator::collect);
        for year in if years.is_empty() { &every } else { years } {
            match holidays(&territory, *year) {
                Some(days) => self.holidays.extend(days.into_iter().map(HolidayRule::Date)),
                None if listed => {}
                None => {
                    self.unknown_years.push(*year);
                    continue;
                }
            }
            self.holiday_years.push(*year);
        }
    }

    pub fn is_holiday(&self, date: Date) -> bool {
        self.holidays.iter().any(|rule| rule.is_on(date))
    }

    pub fn is_business_day(&self, date: Date) -> bool {
        self.business_days[monday_zero(date.weekday())] && !self.is_holiday(date)
    }

    /// Whether all holidays of a year are known, so that business days of it can be counted for certain.
    pub fn knows_holidays_of(&self, year: i16) -> bool {
        self.holiday_years.contains(&year)
    }

    /// The business hours of an ordinary week, as opening hours.
    pub fn opening(&self) -> Hours {
        const DAYS: [Weekday; 7] = [
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
            Weekday::Sunday,
        ];
        let mut week = WeekHours::default();
        for (day, _) in DAYS.iter().zip(self.business_days).filter(|(_, open)| *open) {
            // Each day is set once.
            let _ = week.set(*day, self.business_hours.spans());
        }
        Hours::week(week)
    }

    /// Business hours of a business day.
    pub fn hours_per_day(&self) -> Decimal {
        Decimal::from(self.business_hours.minutes()) / Decimal::from(60)
    }

    /// Business days of an ordinary week.
    pub fn days_per_week(&self) -> u32 {
        self.business_days.iter().filter(|open| **open).count() as u32
    }

    /// The business days from the day after `from` up to `to`, which counts. Zero where `to` is not later.
    pub fn business_days_between(&self, from: Date, to: Date) -> u32 {
        let mut count = 0;
        let mut day = from;
        for _ in 0..MOST_DAYS {
            match day.tomorrow() {
                Ok(next) if next <= to => day = next,
                _ => break,
            }
            count += u32::from(self.is_business_day(day));
        }
        count
    }

    /// When a duration that starts at `start` ends; of a range, its upper end.
    ///
    /// Elapsed units run through nights and weekends. Day 1 of business days is the first business day after the start, and the
    /// end has the start's time of day. Business hours count only within the hours of business days. Months go from date to
    /// date, and to the last day of a month that lacks the date. A fraction of a month counts 30 days to the month. What ends
    /// after the calendar's last date ends on it.
    pub fn add(&self, start: DateTime, duration: &Duration) -> DateTime {
        match duration.unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::CalendarDay | TimeUnit::Week => {
                after_seconds(start, duration.seconds())
            }
            TimeUnit::Month | TimeUnit::Year => match duration.months() {
                Some(months) => after_months(start, months),
                None => DateTime::MAX,
            },
            TimeUnit::BusinessDay => {
                let whole = duration.amount.trunc();
                let end = self.after_business_days(start, whole.to_u32().unwrap_or(u32::MAX));
                let rest = (duration.amount - whole) * self.hours_per_day();
                if rest.is_zero() { end } else { self.after_business_hours(end, rest) }
            }
            TimeUnit::BusinessHour => self.after_business_hours(start, duration.amount),
        }
    }

    fn after_business_days(&self, start: DateTime, count: u32) -> DateTime {
        let mut left = count;
        let mut day = start.date();
        for _ in 0..MOST_DAYS {
            if left == 0 {
                return day.to_datetime(start.time());
            }
            let Ok(next) = day.tomorrow() else { break };
            day = next;
            left -= u32::from(self.is_business_day(day));
        }
        DateTime::MAX
    }

    fn after_business_hours(&self, start: DateTime, hours: Decimal) -> DateTime {
        let Some(mut left) = whole_seconds(hours.checked_mul(Decimal::from(3_600))) else { return DateTime::MAX };
        // The hours of the day before may reach over midnight.
        let mut day = start.date().yesterday().unwrap_or(start.date());
        for _ in 0..MOST_DAYS {
            if self.is_business_day(day) {
                for span in self.business_hours.spans() {
                    let open = day.at(span.from.hour as i8, span.from.minute as i8, 0, 0);
                    let close = open.saturating_add(SignedDuration::from_mins(span.minutes().into()));
                    let begin = open.max(start);
                    let available = begin.duration_until(close).as_secs();
                    if available > 0 {
                        if left <= available {
                            return begin.saturating_add(SignedDuration::from_secs(left));
                        }
                        left -= available;
                    }
                }
            }
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
        DateTime::MAX
    }
}

/// Seconds rounded to whole ones, where they are few enough to be added to a date.
fn whole_seconds(seconds: Option<Decimal>) -> Option<i64> {
    seconds?.round().to_i64().filter(|seconds| *seconds < i64::from(MOST_DAYS) * 86_400 * 10)
}

fn after_seconds(start: DateTime, seconds: Option<Decimal>) -> DateTime {
    match whole_seconds(seconds) {
        Some(seconds) => start.saturating_add(SignedDuration::from_secs(seconds)),
        None => DateTime::MAX,
    }
}

fn after_months(start: DateTime, months: Decimal) -> DateTime {
    let whole = months.trunc();
    // A span holds fewer months than the calendar has.
    let Some(count) = whole.to_i32().filter(|count| *count < 119_988) else { return DateTime::MAX };
    let end = start.checked_add(count.months()).unwrap_or(DateTime::MAX);
    let rest = (months - whole) * Decimal::from(30 * 86_400);
    if rest.is_zero() { end } else { after_seconds(end, Some(rest)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn end(calendar: &Calendar, start: &str, duration: &str) -> String {
        let duration = Duration::parse(duration).unwrap_or_else(|error| panic!("{duration}: {error:?}"));
        calendar.add(at(start), &duration).strftime("%a %Y-%m-%d %H:%M").to_string()
    }

    #[test]
    fn elapsed_time_runs_through_the_weekend() {
        let calendar = Calendar::default();
        assert_eq!(end(&calendar, "2026-11-06T16:00", "48 hours"), "Sun 2026-11-08 16:00");
        assert_eq!(end(&calendar, "2026-11-06T16:00", "2 weeks"), "Fri 2026-11-20 16:00");
        assert_eq!(end(&calendar, "2026-11-06T16:00", "90 seconds"), "Fri 2026-11-06 16:01");
        assert_eq!(end(&calendar, "2026-01-31T16:00", "1 month"), "Sat 2026-02-28 16:00");
        assert_eq!(end(&calendar, "2024-02-29T16:00", "1 year"), "Fri 2025-02-28 16:00");
        assert_eq!(end(&calendar, "2026-01-01T00:00", "1.5 months"), "Mon 2026-02-16 00:00");
        assert_eq!(end(&calendar, "2026-01-01T00:00", "1.5 years"), "Thu 2027-07-01 00:00");
    }

    #[test]
    fn business_days_leave_out_weekends_and_holidays() {
        let mut calendar = Calendar::default();
        assert_eq!(end(&calendar, "2026-11-06T16:00", "1 business day"), "Mon 2026-11-09 16:00");
        assert_eq!(end(&calendar, "2026-11-07T11:00", "1 business day"), "Mon 2026-11-09 11:00");
        assert_eq!(end(&calendar, "2026-11-06T16:00", "2..5 business days"), "Fri 2026-11-13 16:00");
        calendar.holidays = ["2026-11-09", "11-10"].map(|day| HolidayRule::parse(day).expect("a holiday")).to_vec();
        assert_eq!(end(&calendar, "2026-11-06T16:00", "1 business day"), "Wed 2026-11-11 16:00");
        assert_eq!(end(&calendar, "2027-11-08T16:00", "2 business days"), "Thu 2027-11-11 16:00");
        assert_eq!(end(&calendar, "2026-11-06T16:00", "0 business days"), "Fri 2026-11-06 16:00");
    }

    #[test]
    fn business_hours_leave_out_the_night() {
        let calendar = Calendar::default();
        assert_eq!(calendar.hours_per_day(), Decimal::from(8));
        assert_eq!(end(&calendar, "2026-11-06T16:00", "2 business hours"), "Mon 2026-11-09 10:00");
        assert_eq!(end(&calendar, "2026-11-06T09:00", "8 business hours"), "Fri 2026-11-06 17:00");
        assert_eq!(end(&calendar, "2026-11-06T20:00", "1 business hour"), "Mon 2026-11-09 10:00");
        assert_eq!(end(&calendar, "2026-11-06T06:00", "1 business hour"), "Fri 2026-11-06 10:00");
        assert_eq!(end(&calendar, "2026-11-02T10:00", "24 business hours"), "Thu 2026-11-05 10:00");
        assert_eq!(end(&calendar, "2026-11-06T16:00", "1.5 business days"), "Tue 2026-11-10 12:00");
        assert_eq!(end(&calendar, "2026-11-07T06:00", "0 business hours"), "Mon 2026-11-09 09:00");
    }

    #[test]
    fn a_night_shift_counts_from_the_evening_before() {
        let night = TimeRange::parse("22:00-06:00").expect("a range");
        let calendar = Calendar { business_hours: night.into(), ..Calendar::default() };
        assert_eq!(end(&calendar, "2026-11-07T02:00", "4 business hours"), "Sat 2026-11-07 06:00");
        assert_eq!(end(&calendar, "2026-11-07T02:00", "5 business hours"), "Mon 2026-11-09 23:00");
    }

    #[test]
    fn a_day_in_two_shifts_leaves_out_the_break() {
        let shifts = WorkingDay::parse("09:00-14:00 16:00-20:00").expect("a working day");
        let calendar = Calendar { business_hours: shifts, ..Calendar::default() };
        assert_eq!(calendar.hours_per_day(), Decimal::from(9));
        // Reckoned by hand: from one o'clock an hour is left before the break.
        assert_eq!(end(&calendar, "2026-11-06T13:00", "1 business hour"), "Fri 2026-11-06 14:00");
        assert_eq!(end(&calendar, "2026-11-06T13:00", "2 business hours"), "Fri 2026-11-06 17:00");
        assert_eq!(end(&calendar, "2026-11-06T15:00", "1 business hour"), "Fri 2026-11-06 17:00");
        assert_eq!(end(&calendar, "2026-11-06T19:30", "1 business hour"), "Mon 2026-11-09 09:30");
        assert_eq!(end(&calendar, "2026-11-06T13:00", "9 business hours"), "Mon 2026-11-09 13:00");
        assert_eq!(end(&calendar, "2026-11-06T09:00", "9 business hours"), "Fri 2026-11-06 20:00");
        assert_eq!(end(&calendar, "2026-11-06T13:00", "1.5 business days"), "Mon 2026-11-09 19:30");
    }

    #[test]
    fn time_ends_where_the_calendar_does() {
        let calendar = Calendar::default();
        for unit in [TimeUnit::Year, TimeUnit::Week, TimeUnit::BusinessHour, TimeUnit::BusinessDay] {
            let duration = Duration::new(999_999_999_999_i64, unit);
            assert_eq!(calendar.add(at("2026-11-06T16:00"), &duration), DateTime::MAX, "{unit:?}");
        }
        let never = Calendar { business_days: [false; 7], ..Calendar::default() };
        let hour = Duration::new(1, TimeUnit::BusinessHour);
        assert_eq!(never.add(at("2026-11-06T16:00"), &hour), DateTime::MAX);
    }

    #[test]
    fn business_days_between_dates() {
        let calendar = Calendar::default();
        let between = |from: &str, to: &str| {
            calendar.business_days_between(from.parse().expect("a date"), to.parse().expect("a date"))
        };
        assert_eq!(between("2026-11-06", "2026-11-09"), 1);
        assert_eq!(between("2026-11-06", "2026-11-20"), 10);
        assert_eq!(between("2026-11-07", "2026-11-08"), 0);
        assert_eq!(between("2026-11-09", "2026-11-06"), 0);
    }

    #[test]
    fn working_days_of_worked_examples() {
        let count = |calendar: &Calendar, from: Date, to: Date| {
            let days = std::iter::successors(Some(from), |day| day.tomorrow().ok()).take_while(|day| *day <= to);
            days.filter(|day| calendar.is_business_day(*day)).count()
        };
        // jabsto.com, «Microsoft Excel 2013», «Working with specialized date functions»: NETWORKDAYS from 15 January to 30 June 2014
        // is 119.
        let plain = Calendar::default();
        assert_eq!(count(&plain, Date::constant(2014, 1, 15), Date::constant(2014, 6, 30)), 119);
        // learndesk.us, lesson on NETWORKDAYS.INTL: from 30 December 2011 to 6 January 2012, both included, with a holiday on the
        // second of January, are five.
        let holiday = HolidayRule::parse("2012-01-02").expect("a holiday");
        let with = Calendar { holidays: vec![holiday], ..Calendar::default() };
        assert_eq!(count(&with, Date::constant(2011, 12, 30), Date::constant(2012, 1, 6)), 5);
    }

    #[test]
    fn a_territory_gives_its_holidays_and_says_the_years_it_has_none_for() {
        let mut calendar = Calendar { territory: Some("PE".into()), ..Calendar::default() };
        calendar.keep_holidays_of(&[2026, 1999]);
        assert_eq!((calendar.holiday_years.clone(), calendar.unknown_years.clone()), (vec![2026], vec![1999]));
        // The Thursday and the Friday of Holy Week.
        assert_eq!(end(&calendar, "2026-04-01T16:00", "1 business day"), "Mon 2026-04-06 16:00");
        let mut own = Calendar { holidays: vec![HolidayRule::parse("07-14").expect("a day")], ..Calendar::default() };
        own.territory = Some("FR".into());
        own.keep_holidays_of(&[2026]);
        assert_eq!((own.holiday_years.clone(), own.unknown_years.clone()), (vec![2026], vec![]));
        let mut all = Calendar { territory: Some("AR".into()), ..Calendar::default() };
        all.keep_holidays_of(&[]);
        assert_eq!(all.holiday_years, [2025, 2026]);
    }

    #[test]
    fn holidays_are_dates() {
        assert!(matches!(HolidayRule::parse("holidays"), Err(ValueError::Expected { .. })));
        assert!(matches!(HolidayRule::parse("2026-02-30"), Err(ValueError::BadDate { .. })));
        assert_eq!(Calendar::parse_year("2026"), Ok(2026));
        assert!(Calendar::parse_year("26").is_err());
        let calendar = Calendar { holiday_years: vec![2026], ..Calendar::default() };
        assert!(calendar.knows_holidays_of(2026) && !calendar.knows_holidays_of(2027));
    }
}
