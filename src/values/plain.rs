//! Quantities and targets as they are defined, whatever way they were written in: by this two are told to be the same.
//!
//! Ten minutes are 600 seconds, `10` is `10.0`, a share without a sign is at least that share. What is said here is compared and
//! counted into digests, and no reader sees it.

use super::{
    Bound, DayOfPeriod, Decimal, Duration, Op, Percent, Quantity, Range, Rate, Recurrence, Scale, Target, TimeUnit,
};

/// Longer times of whole days are told in days, as most people do.
const LONGEST_IN_HOURS: u32 = 72;

impl Duration {
    /// The same length in the unit in which it is mostly told, one for all ways to write it: 600 seconds are ten minutes.
    #[must_use]
    pub fn settled(self) -> Duration {
        let in_seconds = |amount| Duration { amount, low: None, unit: self.unit }.seconds();
        let Some(high) = in_seconds(self.amount) else {
            return match self.unit {
                TimeUnit::Year => self.told_in(TimeUnit::Month, Decimal::from(12), 1).unwrap_or(self),
                _ => self,
            };
        };
        let whole = |unit: u32| {
            let ends = self.low.map_or(Some(high), in_seconds).into_iter().chain([high]);
            ends.into_iter().all(|end| (end % Decimal::from(unit)).is_zero())
        };
        let (unit, seconds) = match () {
            () if whole(86_400) && high > Decimal::from(LONGEST_IN_HOURS * 3_600) => (TimeUnit::CalendarDay, 86_400),
            () if whole(3_600) => (TimeUnit::Hour, 3_600),
            () if whole(60) => (TimeUnit::Minute, 60),
            () => (TimeUnit::Second, 1),
        };
        let own = Duration { amount: Decimal::ONE, low: None, unit: self.unit }.seconds();
        own.and_then(|own| self.told_in(unit, own, seconds)).unwrap_or(self)
    }

    /// In a unit of which `times` of its own are `parts`; multiplied first, so that nothing is rounded.
    fn told_in(self, unit: TimeUnit, times: Decimal, parts: u32) -> Option<Duration> {
        let times = |amount: Decimal| {
            let product = amount.checked_mul(times)?;
            Some(product.checked_div(Decimal::from(parts))?.normalize())
        };
        let low = match self.low {
            Some(low) => Some(times(low)?),
            None => None,
        };
        Some(Duration { amount: times(self.amount)?, low, unit })
    }
}

impl Quantity {
    /// The same with its length of time as [`Duration::settled`] tells it.
    #[must_use]
    pub fn settled(&self) -> Quantity {
        match self {
            Quantity::Duration(duration) => Quantity::Duration(duration.settled()),
            Quantity::Percent(_) | Quantity::Money(_) | Quantity::Rate(_) => self.clone(),
        }
    }

    pub fn plain(&self) -> String {
        match self {
            Quantity::Duration(duration) => duration.plain(),
            Quantity::Percent(percent) => share(percent),
            Quantity::Money(money) => {
                let per = money.per.iter().map(String::as_str);
                format!("{} {}{}", money.amount.normalize(), money.currency, each(per))
            }
            Quantity::Rate(rate) => counted(rate),
        }
    }
}

impl Recurrence {
    pub fn plain(&self) -> String {
        match self {
            Recurrence::Every(duration) => format!("every {}", duration.plain()),
            Recurrence::Continuous
            | Recurrence::Daily
            | Recurrence::Weekly
            | Recurrence::Fortnightly
            | Recurrence::Monthly
            | Recurrence::Bimonthly
            | Recurrence::Quarterly
            | Recurrence::HalfYearly
            | Recurrence::Yearly
            | Recurrence::PerCase => format!("{self:?}"),
        }
    }
}

impl Target {
    /// The same with its lengths of time as [`Duration::settled`] tells them.
    #[must_use]
    pub fn settled(&self) -> Target {
        let settled = |bound: &Bound<Quantity>| Bound { op: bound.op, value: bound.value.settled() };
        match self {
            Target::ShareWithin { share, within, strict } => {
                Target::ShareWithin { share: share.clone(), within: within.settled(), strict: *strict }
            }
            Target::Maximum(bound) => Target::Maximum(settled(bound)),
            Target::Minimum(bound) => Target::Minimum(settled(bound)),
            Target::Mean(bound) => Target::Mean(settled(bound)),
            Target::Every(duration) => Target::Every(duration.settled()),
            Target::Range(range) => Target::Range(Range { low: range.low.settled(), high: range.high.settled() }),
            Target::Share(_)
            | Target::Count(_)
            | Target::Ratio { .. }
            | Target::Scores { .. }
            | Target::Coverage { .. }
            | Target::ByDate(_)
            | Target::BetterThan { .. }
            | Target::None { .. } => self.clone(),
        }
    }

    pub fn plain(&self) -> String {
        match self {
            Target::ShareWithin { share: of, within, strict } => {
                let under = if *strict { "under " } else { "" };
                format!("share {} within {under}{}", bound(of, Some(Op::AtLeast), share), within.plain())
            }
            Target::Share(of) => format!("share {}", bound(of, Some(Op::AtLeast), share)),
            Target::Maximum(of) => format!("maximum {}", bound(of, Some(Op::AtMost), Quantity::plain)),
            Target::Minimum(of) => format!("minimum {}", bound(of, Some(Op::AtLeast), Quantity::plain)),
            Target::Mean(of) => {
                let usual = matches!(of.value, Quantity::Duration(_)).then_some(Op::AtMost);
                format!("mean {}", bound(of, usual, Quantity::plain))
            }
            Target::Count(of) => format!("count {}", bound(of, Some(Op::AtLeast), counted)),
            Target::Every(duration) => format!("every {}", duration.plain()),
            Target::Range(Range { low, high }) => format!("range {}..{}", low.plain(), high.plain()),
            Target::Ratio { amount, unit, of, of_unit } => {
                format!("ratio {} per {}", some(*amount, unit.as_deref()), some(*of, of_unit.as_deref()))
            }
            Target::Scores { parts, scale } => {
                let mut parts: Vec<String> = parts
                    .iter()
                    .map(|part| {
                        let score = bound(&part.score, Some(Op::AtLeast), String::clone);
                        format!("{} score {score}", bound(&part.share, Some(Op::AtLeast), share))
                    })
                    .collect();
                // All of them hold, in whichever order.
                parts.sort();
                format!("scores {} of {}", parts.join("; "), scale_of(scale))
            }
            Target::Coverage { amount, of, each, share: part } => {
                let part = part.as_ref().map(|part| bound(part, Some(Op::AtLeast), share));
                format!("coverage {} in each {each} {}", some(*amount, Some(of)), part.unwrap_or_default())
            }
            Target::ByDate(DayOfPeriod::Date(date)) => format!("by {date}"),
            Target::ByDate(DayOfPeriod::DayOfEach { day, business, of }) => {
                format!("by {}day {day} of each {of}", if *business { "business " } else { "" })
            }
            Target::BetterThan { than, baseline } => {
                format!("better than {than} {}", baseline.as_ref().map_or_else(String::new, Quantity::plain))
            }
            Target::None { reason } => format!("none {reason}"),
        }
    }
}

fn bound<T>(bound: &Bound<T>, usual: Option<Op>, plain: impl Fn(&T) -> String) -> String {
    let sign = match bound.op.or(usual) {
        Some(Op::AtLeast) => ">= ",
        Some(Op::MoreThan) => "> ",
        Some(Op::AtMost) => "<= ",
        Some(Op::LessThan) => "< ",
        None => "",
    };
    format!("{sign}{}", plain(&bound.value))
}

fn each<'a>(per: impl Iterator<Item = &'a str>) -> String {
    per.map(|per| format!(" per {per}")).collect()
}

fn share(percent: &Percent) -> String {
    format!("{} %{}", percent.value.normalize(), each(percent.per.iter().map(String::as_str)))
}

fn counted(rate: &Rate) -> String {
    format!("{}{}", some(rate.amount, rate.unit.as_deref()), each(rate.per.iter().map(String::as_str)))
}

fn some(amount: Decimal, unit: Option<&str>) -> String {
    format!("{}{}", amount.normalize(), unit.map_or_else(String::new, |unit| format!(" {unit}")))
}

fn scale_of(scale: &Scale) -> String {
    match scale {
        Scale::Range(worst, best) => format!("{}..{}", worst.normalize(), best.normalize()),
        Scale::Words(words) => words.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str) -> String {
        Quantity::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}")).plain()
    }

    fn within(text: &str) -> Target {
        let share = Bound::parse_with(text, Percent::parse).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let within = Duration::parse("10 minutes").unwrap_or_else(|error| panic!("{error:?}"));
        Target::ShareWithin { share, within, strict: false }
    }

    #[test]
    fn one_length_is_told_in_one_unit() {
        let settled = |text: &str| {
            let duration = Duration::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}")).settled();
            let low = duration.low.map_or_else(String::new, |low| format!("{low}.."));
            format!("{low}{} {}", duration.amount, duration.unit.plural())
        };
        for (written, told) in [
            ("600 seconds", "10 minutes"),
            ("10 minutes", "10 minutes"),
            ("90 minutes", "90 minutes"),
            ("20..40 seconds", "20..40 seconds"),
            ("60..120 seconds", "1..2 minutes"),
            ("1 calendar day", "24 hours"),
            ("2 weeks", "14 calendar days"),
            ("1 year", "12 months"),
            ("3 business days", "3 business days"),
        ] {
            assert_eq!(settled(written), told, "{written}");
        }
    }

    #[test]
    fn what_is_the_same_reads_the_same_and_what_is_not_does_not() {
        for (one, other) in [("10 minutes", "600 seconds"), ("10 PEN", "10.00 PEN"), ("95 %", "95.0 %"), ("4", "4.0")] {
            assert_eq!(quantity(one), quantity(other));
        }
        for (one, other) in [("10 minutes", "10 seconds"), ("10 PEN", "10 EUR"), ("4 per day", "4 per week")] {
            assert_ne!(quantity(one), quantity(other));
        }
        assert_eq!(within("90 %").plain(), within(">= 90 %").plain());
        assert_ne!(within("90 %").plain(), within("> 90 %").plain());
        assert_eq!(within("90 %").plain(), "share >= 90 % within 600 seconds");
    }
}
