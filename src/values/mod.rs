//! The quantities of the language: durations, percentages, money, rates, dates, hours, calendars and targets.
//!
//! Pure types with `parse(&str) -> Result<Self, ValueError>` and their arithmetic: no YAML, no words for readers, no I/O.
//! Words for readers are `lang::format`'s business. Everything a text can hold wrong is a [`ValueError`] that names the
//! offending part; nothing here panics on an author's text.

mod calendar;
mod compare;
mod date;
mod duration;
mod elapsed;
mod error;
mod holidays;
mod hours;
mod keeping;
mod period;
mod plain;
mod quantity;
mod range;
mod shifts;
mod strictness;
mod target;
mod time;
mod week;
mod when;
mod words;
mod zones;

pub use calendar::{Calendar, HolidayRule};
pub use compare::{Bound, Op};
pub use date::{Date, DateTime, DayOfPeriod, MonthDay, Weekday, parse_date};
pub use duration::{Duration, TimeUnit};
pub use elapsed::{Comparison, Spread};
pub use error::{Expectation, ValueError};
pub use holidays::{holidays, is_whole, known_years, territories};
pub use hours::{Closed, Hours, Season};
pub use keeping::Keeping;
pub use period::{Period, Recurrence};
pub use quantity::{Money, Percent, Quantity, Rate};
pub use range::Range;
pub use rust_decimal::Decimal;
pub use shifts::WorkingDay;
pub use target::{Aimed, Direction, Scale, ScorePart, Target};
pub use time::{Time, TimeRange};
pub use week::{WeekHours, Weekdays};
pub use when::When;
pub use words::{parse_number, plain_number};
pub use zones::{is_zone, zone_of};

#[cfg(test)]
mod tests;
