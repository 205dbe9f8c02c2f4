//! What no figure passes: the hours of a period, a mean that its peaks cannot reach, a time that nobody lives to see.

use crate::values::{Decimal, Duration, Rate, TimeUnit};

/// The most hours that a period has.
fn hours_of(period: &str) -> Option<i64> {
    Some(match period {
        "hour" => 1,
        "day" => 24,
        "week" => 7 * 24,
        "month" => 31 * 24,
        "year" => 366 * 24,
        _ => return None,
    })
}

/// Whether it counts more hours than its period has.
pub(super) fn is_over_period(rate: &Rate) -> bool {
    let hours = matches!(rate.unit.as_deref(), Some("hour" | "hours" | "business hour" | "business hours"));
    let [period] = rate.per.as_slice() else { return false };
    hours && hours_of(period).is_some_and(|most| rate.amount > Decimal::from(most))
}

/// Whether a peak is below the mean, in one period or in two of which the one holds the other: a mean of 250 a month is not
/// reached with 1 on each of its days.
pub(super) fn is_below(peak: &Rate, mean: &Rate) -> bool {
    if peak.per == mean.per {
        return peak.amount < mean.amount;
    }
    let ([of_peak], [of_mean]) = (peak.per.as_slice(), mean.per.as_slice()) else { return false };
    let (Some(short), Some(long)) = (hours_of(of_peak), hours_of(of_mean)) else { return false };
    // In a longer period at least as much comes in as in one of those that it holds.
    let times = if short < long { (long + short - 1) / short } else { 1 };
    peak.amount.checked_mul(Decimal::from(times)).is_some_and(|most| most < mean.amount)
}

/// Whether a time is longer than a hundred years.
pub(super) fn is_over_century(time: &Duration) -> bool {
    let years = |in_a_year: i64| Decimal::from(100 * in_a_year);
    let most = match time.unit {
        TimeUnit::Second => years(31_622_400),
        TimeUnit::Minute => years(527_040),
        TimeUnit::Hour | TimeUnit::BusinessHour => years(8_784),
        TimeUnit::BusinessDay | TimeUnit::CalendarDay => years(366),
        TimeUnit::Week => years(53),
        TimeUnit::Month => years(12),
        TimeUnit::Year => years(1),
    };
    time.amount > most
}
