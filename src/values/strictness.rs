//! Which of two targets asks for more, where both say the same measure.

use super::target::mean_op;
use super::{
    Bound, Calendar, Comparison, DayOfPeriod, Decimal, Direction, Duration, Op, Percent, Quantity, Range, ScorePart,
    Target,
};
use std::cmp::Ordering;

/// What a bound is a bound of. A share of all cases is a value like any other.
#[derive(PartialEq, Eq)]
enum Measure {
    Value,
    Mean,
    Count,
    Frequency,
}

impl Target {
    /// Whether who reaches this target reaches a promised one for certain; false where it may be reached and the promise missed,
    /// none where the two do not say the same measure. `direction` decides where a mean does not say its own.
    pub fn holds(&self, promised: &Target, direction: Option<Direction>, calendar: &Calendar) -> Option<bool> {
        if let Some((own, theirs)) = self.bound(direction).zip(promised.bound(direction))
            && own.0 == theirs.0
        {
            return strictness(&own.1, &theirs.1, calendar).map(Ordering::is_ge);
        }
        match (self, promised) {
            (
                Target::ShareWithin { share, within, strict },
                Target::ShareWithin { share: of, within: limit, strict: under },
            ) => {
                let shares = share_strictness(share, of)?;
                let op = |strict: bool| if strict { Op::LessThan } else { Op::AtMost };
                let times = time_strictness(within, limit, calendar).then(looser_sign(op(*strict), op(*under)));
                // A larger share in a longer time says nothing of the share in the shorter one.
                match (shares.is_ge(), times.is_ge()) {
                    (true, true) => Some(true),
                    _ if shares.is_le() && times.is_le() => Some(false),
                    _ => None,
                }
            }
            (Target::Every(_), Target::Maximum(_)) => None,
            (_, Target::Maximum(Bound { op, value: Quantity::Duration(limit) }))
                if !op.is_some_and(Op::is_lower_bound) =>
            {
                self.at_least_as_strict(limit, calendar)
            }
            // All cases within a time are more than a share of them; a later limit for all may stand beside the share.
            (Target::Maximum(Bound { value: Quantity::Duration(_), .. }), Target::ShareWithin { within, .. }) => {
                self.at_least_as_strict(within, calendar).filter(|held| *held)
            }
            (Target::Range(own), Target::Range(theirs)) => {
                let low = strictness(&at_least(&own.low), &at_least(&theirs.low), calendar)?;
                let high = strictness(&at_most(&own.high), &at_most(&theirs.high), calendar)?;
                Some(low.is_ge() && high.is_ge())
            }
            (Target::Range(range), _) => {
                let (_, theirs) = promised.bound(direction).filter(|(measure, _)| *measure == Measure::Value)?;
                strictness(&end(range, &theirs), &theirs, calendar).map(Ordering::is_ge)
            }
            // Who keeps one end of a range may miss the other; who may miss that end misses the range.
            (_, Target::Range(range)) => {
                let (_, own) = self.bound(direction).filter(|(measure, _)| *measure == Measure::Value)?;
                strictness(&own, &end(range, &own), calendar).map(Ordering::is_ge).filter(|held| !held)
            }
            (
                Target::Ratio { amount, unit, of, of_unit },
                Target::Ratio { amount: promised, unit: unit_of, of: each, of_unit: each_unit },
            ) => {
                let same = unit == unit_of && of_unit == each_unit;
                same.then(|| Some(amount.checked_mul(*each)? >= promised.checked_mul(*of)?)).flatten()
            }
            (Target::Scores { parts, scale }, Target::Scores { parts: promised, scale: other }) => {
                if scale == other {
                    scores_hold(parts, promised)
                } else {
                    None
                }
            }
            (
                Target::Coverage { amount, of, each, share },
                Target::Coverage { amount: promised, of: of_what, each: of_each, share: part },
            ) => {
                let all = || Bound::plain(Percent::new(100));
                let shares = share_strictness(&share.clone().unwrap_or_else(all), &part.clone().unwrap_or_else(all))?;
                match (of == of_what && each == of_each, amount.cmp(promised)) {
                    (true, amounts) if amounts.is_ge() && shares.is_ge() => Some(true),
                    (true, amounts) if amounts.is_le() && shares.is_le() => Some(false),
                    _ => None,
                }
            }
            (Target::ByDate(own), Target::ByDate(theirs)) => not_later(own, theirs),
            _ => None,
        }
    }

    /// The one value that bounds what is measured, with its sign.
    fn bound(&self, direction: Option<Direction>) -> Option<(Measure, Bound<Quantity>)> {
        let signed = |bound: &Bound<Quantity>, op: Op| Bound::new(op, bound.value.clone());
        Some(match self {
            Target::Share(share) => {
                (Measure::Value, Bound::new(share.op_or(Op::AtLeast), Quantity::Percent(share.value.clone())))
            }
            Target::Maximum(bound) => (Measure::Value, signed(bound, bound.op_or(Op::AtMost))),
            Target::Minimum(bound) => (Measure::Value, signed(bound, bound.op_or(Op::AtLeast))),
            Target::Mean(bound) => (Measure::Mean, signed(bound, mean_op(bound, direction)?)),
            Target::Count(bound) => {
                (Measure::Count, Bound::new(bound.op_or(Op::AtLeast), Quantity::Rate(bound.value.clone())))
            }
            Target::Every(time) => (Measure::Frequency, Bound::new(Op::AtMost, Quantity::Duration(*time))),
            Target::ShareWithin { .. }
            | Target::Range(_)
            | Target::Ratio { .. }
            | Target::Scores { .. }
            | Target::Coverage { .. }
            | Target::ByDate(_)
            | Target::BetterThan { .. }
            | Target::None { .. } => return None,
        })
    }
}

/// The end of a range that bounds the same side.
fn end(range: &Range, bound: &Bound<Quantity>) -> Bound<Quantity> {
    if bound.op_or(Op::AtLeast).is_lower_bound() { at_least(&range.low) } else { at_most(&range.high) }
}

fn at_least(value: &Quantity) -> Bound<Quantity> {
    Bound::new(Op::AtLeast, value.clone())
}

fn at_most(value: &Quantity) -> Bound<Quantity> {
    Bound::new(Op::AtMost, value.clone())
}

/// How strict one bound is beside another, both with their signs; none where they bound different sides or things.
fn strictness(own: &Bound<Quantity>, theirs: &Bound<Quantity>, calendar: &Calendar) -> Option<Ordering> {
    let (sign, other) = (own.op?, theirs.op?);
    if sign.is_lower_bound() != other.is_lower_bound() {
        return None;
    }
    let order = match (&own.value, &theirs.value) {
        (Quantity::Duration(a), Quantity::Duration(b)) if sign.is_lower_bound() => time_strictness(b, a, calendar),
        (Quantity::Duration(a), Quantity::Duration(b)) => time_strictness(a, b, calendar),
        (a, b) => {
            // What leaves out its unit may be of another.
            let order = a.compare_exactly(b).filter(|_| b.compare_exactly(a).is_some())?;
            if sign.is_lower_bound() { order } else { order.reverse() }
        }
    };
    Some(order.then(looser_sign(sign, other)))
}

/// A shorter time is stricter; one that is longer from some start only is laxer there.
fn time_strictness(own: &Duration, theirs: &Duration, calendar: &Calendar) -> Ordering {
    match own.compare(theirs, calendar) {
        Comparison::Shorter => Ordering::Greater,
        Comparison::Equal => Ordering::Equal,
        Comparison::Longer | Comparison::Depends => Ordering::Less,
    }
}

/// Of two signs to one side, the one that leaves out the bound itself is the stricter.
fn looser_sign(own: Op, theirs: Op) -> Ordering {
    let leaves_out = |op: Op| matches!(op, Op::MoreThan | Op::LessThan);
    leaves_out(own).cmp(&leaves_out(theirs))
}

fn share_strictness(own: &Bound<Percent>, theirs: &Bound<Percent>) -> Option<Ordering> {
    let (sign, other) = (own.op_or(Op::AtLeast), theirs.op_or(Op::AtLeast));
    let same = sign.is_lower_bound() && other.is_lower_bound() && own.value.per == theirs.value.per;
    same.then(|| own.value.value.cmp(&theirs.value.value).then(looser_sign(sign, other)))
}

/// Each promised part is held by a part of the same score; none where one has no such part.
fn scores_hold(parts: &[ScorePart], promised: &[ScorePart]) -> Option<bool> {
    let score = |part: &ScorePart| (part.score.op_or(Op::AtLeast), number_or_word(&part.score.value));
    let held = |wanted: &ScorePart| {
        let part = parts.iter().find(|part| score(part) == score(wanted))?;
        share_strictness(&part.share, &wanted.share).map(Ordering::is_ge)
    };
    let held: Vec<Option<bool>> = promised.iter().map(held).collect();
    if held.contains(&Some(false)) { Some(false) } else { held.into_iter().collect::<Option<Vec<_>>>().map(|_| true) }
}

fn number_or_word(score: &str) -> Result<Decimal, String> {
    super::parse_number(score).map(|number| number.normalize()).map_err(|_| score.trim().to_owned())
}

/// Whether a day of a period is no later than another of the same period.
fn not_later(own: &DayOfPeriod, theirs: &DayOfPeriod) -> Option<bool> {
    match (own, theirs) {
        (DayOfPeriod::Date(own), DayOfPeriod::Date(theirs)) => Some(own <= theirs),
        (
            DayOfPeriod::DayOfEach { day, business, of },
            DayOfPeriod::DayOfEach { day: by, business: in_business, of: period },
        ) => (business == in_business && of == period).then_some(day <= by),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Rate, Scale};
    use super::*;

    fn bound<T>(text: &str, parse: impl FnOnce(&str) -> Result<T, super::super::ValueError>) -> Bound<T> {
        Bound::parse_with(text, parse).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }

    fn time(text: &str) -> Duration {
        Duration::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }

    /// A target as it is written: `share 95 % within 2 hours`.
    fn target(text: &str) -> Target {
        let (key, value) = text.split_once(' ').expect("a key and a value");
        let quantity = || bound(value, Quantity::parse);
        match key {
            "share" => match value.split_once(" within ") {
                Some((share, within)) => Target::ShareWithin {
                    share: bound(share, Percent::parse),
                    within: time(within.trim_start_matches('<')),
                    strict: within.starts_with('<'),
                },
                None => Target::Share(bound(value, Percent::parse)),
            },
            "maximum" => Target::Maximum(quantity()),
            "minimum" => Target::Minimum(quantity()),
            "mean" => Target::Mean(quantity()),
            "count" => Target::Count(bound(value, Rate::parse)),
            "every" => Target::Every(time(value)),
            "range" => Target::Range(Range::parse(value).expect("a range")),
            "ratio" => Target::parse_ratio(value).expect("a ratio"),
            "by" => Target::ByDate(DayOfPeriod::parse(value).expect("a day")),
            _ => panic!("{key}"),
        }
    }

    fn holds(own: &str, promised: &str) -> Option<bool> {
        target(own).holds(&target(promised), None, &Calendar::default())
    }

    #[test]
    fn who_reaches_a_target_reaches_a_laxer_promise() {
        for (own, promised) in [
            ("share 99.2 %", "share 99 %"),
            ("share 99 %", "share 99 %"),
            ("minimum 99.5 %", "share 99 %"),
            ("share <= 2 %", "share <= 3 %"),
            ("share > 75 %", "share 75 %"),
            ("share 95 % within 1 hour", "share 90 % within 90 minutes"),
            ("share 95 % within 16 business hours", "share 95 % within 2 business days"),
            ("maximum 1 business day", "share 95 % within 2 business days"),
            ("share 90 % within 2 hours", "maximum 3 hours"),
            ("maximum 4", "maximum 5"),
            ("minimum 12 PEN", "minimum 10 PEN"),
            ("mean 8 minutes", "mean 10 minutes"),
            ("count 6 per year", "count 4 per year"),
            ("every 1 month", "every 6 months"),
            ("range 9..15", "range 8..20"),
            ("range 9..15", "maximum 20"),
            ("ratio 1 per 15", "ratio 1 per 20"),
            ("by day 5 of each month", "by day 10 of each month"),
        ] {
            assert_eq!(holds(own, promised), Some(true), "{own} for {promised}");
            // The other way round it does not, unless they are the same.
            let back = holds(promised, own);
            assert!(back != Some(true) || own == "share 99 %" || own.contains("16"), "{promised} for {own}");
        }
    }

    #[test]
    fn a_laxer_target_leaves_room_to_break_the_promise() {
        for (own, promised) in [
            ("share 99.2 %", "share 99.9 %"),
            ("share 90 %", "share 100 %"),
            ("share 75 %", "share > 75 %"),
            ("share <= 3 %", "share <= 2 %"),
            ("share 90 % within 2 hours", "share 95 % within 2 hours"),
            ("share 95 % within 3 hours", "share 95 % within 2 hours"),
            ("share 95 % within 2 hours", "share 95 % within <2 hours"),
            ("maximum 22 calendar days", "maximum 15 business days"),
            ("minimum 1 hour", "minimum 2 hours"),
            ("maximum 6", "maximum 5"),
            ("mean 9 minutes", "mean 8 minutes"),
            ("every 6 months", "every 1 month"),
            ("count 4 per year", "count 6 per year"),
            ("range 5..25", "range 8..20"),
            ("maximum 25", "range 8..20"),
            ("minimum 5", "range 8..20"),
            ("by day 10 of each month", "by day 5 of each month"),
        ] {
            assert_eq!(holds(own, promised), Some(false), "{own} for {promised}");
        }
    }

    #[test]
    fn what_is_not_the_same_measure_is_not_compared() {
        for (own, promised) in [
            ("share 90 % within 2 hours", "share 95 %"),
            ("share 95 %", "share 95 % within 2 hours"),
            ("share 80 % within 1 hour", "share 95 % within 3 hours"),
            ("share 99 % within 5 hours", "share 95 % within 3 hours"),
            ("maximum 4 hours", "share 95 % within 2 hours"),
            ("share <= 5 %", "share 95 %"),
            ("mean 5", "mean 6"),
            ("count 1 per month", "count 4 per year"),
            ("maximum 5 PEN", "maximum 4 EUR"),
            ("maximum 5", "maximum 4 personas"),
            ("minimum 5", "maximum 4"),
            ("maximum 18", "range 8..20"),
            ("every 6 months", "maximum 5 months"),
            ("every 6 months", "count 4 per year"),
            ("ratio 1 per 20 socios", "ratio 1 per 10 familias"),
            ("by day 10 of each month", "by business day 5 of each month"),
        ] {
            assert_eq!(holds(own, promised), None, "{own} for {promised}");
        }
    }

    #[test]
    fn scores_and_coverage_hold_part_by_part() {
        let part = |share: &str, score: &str| ScorePart {
            share: bound(share, Percent::parse),
            score: bound(score, |text| Ok(text.to_owned())),
        };
        let scores = |parts: Vec<ScorePart>| Target::Scores { parts, scale: Scale::parse("0..10").expect("a scale") };
        let held = |own: ScorePart, promised: ScorePart| {
            scores(vec![own]).holds(&scores(vec![promised]), None, &Calendar::default())
        };
        assert_eq!(held(part("85 %", ">= 8"), part("80 %", "8.0")), Some(true));
        assert_eq!(held(part("75 %", ">= 8"), part("80 %", "8")), Some(false));
        assert_eq!(held(part("85 %", "7"), part("80 %", "8")), None);
        let coverage = |amount: u32, share: Option<&str>| Target::Coverage {
            amount: Decimal::from(amount),
            of: "curso".into(),
            each: "sede".into(),
            share: share.map(|share| bound(share, Percent::parse)),
        };
        let covered = |own: &Target, promised: &Target| own.holds(promised, None, &Calendar::default());
        assert_eq!(covered(&coverage(1, None), &coverage(1, Some("90 %"))), Some(true));
        assert_eq!(covered(&coverage(1, Some("90 %")), &coverage(1, None)), Some(false));
        assert_eq!(covered(&coverage(2, Some("90 %")), &coverage(1, None)), None);
    }

    #[test]
    fn the_direction_of_the_indicator_tells_how_a_mean_is_meant() {
        let (own, promised) = (target("mean 7"), target("mean 8"));
        let in_direction = |direction| own.holds(&promised, Some(direction), &Calendar::default());
        assert_eq!(in_direction(Direction::Higher), Some(false));
        assert_eq!(in_direction(Direction::Lower), Some(true));
    }
}
