//! Targets of indicators and first responses: what is to be reached, and whether a value reaches it.

use super::words::{number_len, parse_number, squeeze};
use super::{
    Bound, Calendar, Comparison, DayOfPeriod, Decimal, Duration, Expectation, Op, Percent, Quantity, Range, Rate,
    ValueError,
};

/// Which way a measured value gets better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    Higher,
    Lower,
    /// Within a range.
    Range,
}

/// A target. See the reference of the language for how each is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A share of cases within a time; without a sign at least.
    ShareWithin {
        share: Bound<Percent>,
        within: Duration,
        /// In less than the time, not in the time itself.
        strict: bool,
    },
    /// A share of what the definition counts; without a sign at least.
    Share(Bound<Percent>),
    /// Without a sign at most.
    Maximum(Bound<Quantity>),
    /// Without a sign at least.
    Minimum(Bound<Quantity>),
    /// A mean. Without a sign durations are at most; others need the sign or the indicator's direction.
    Mean(Bound<Quantity>),
    /// So many in a period; without a sign at least.
    Count(Bound<Rate>),
    /// At least once in each such time.
    Every(Duration),
    Range(Range),
    /// So many for so many: `1 per 20`, `1 asesor per 20 socios`. At least.
    Ratio {
        amount: Decimal,
        unit: Option<String>,
        of: Decimal,
        of_unit: Option<String>,
    },
    /// A distribution of scores: every part must hold.
    Scores {
        parts: Vec<ScorePart>,
        scale: Scale,
    },
    /// At least `amount` of something in each of something; `share` of those that must have it, all where it is missing.
    Coverage {
        amount: Decimal,
        of: String,
        each: String,
        share: Option<Bound<Percent>>,
    },
    ByDate(DayOfPeriod),
    /// Better than something earlier, whose value may be known.
    BetterThan {
        than: String,
        baseline: Option<Quantity>,
    },
    /// No target yet, or none that applies.
    None {
        reason: String,
    },
}

/// A target with the cases for which it holds: dimension and word, such as site and `ribera`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Aimed {
    pub target: Target,
    pub scope: Vec<(String, String)>,
    /// Whether it is what holds in all cases but those beside it.
    pub rest: bool,
}

/// So large a share gives such a score: at least 95 % score 7 or more. The score is a number or a word of the scale.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ScorePart {
    pub share: Bound<Percent>,
    pub score: Bound<String>,
}

/// A scale of scores, from worst to best.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scale {
    Range(Decimal, Decimal),
    Words(Vec<String>),
}

impl Scale {
    /// Reads `0..10`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = squeeze(text);
        let wrong = || ValueError::expected(Expectation::Scale, &text);
        let (low, high) = text.split_once("..").ok_or_else(wrong)?;
        let (worst, best) = (parse_number(low).map_err(|_| wrong())?, parse_number(high).map_err(|_| wrong())?);
        if worst >= best {
            return Err(ValueError::ReversedRange { low: low.trim().to_string(), high: high.trim().to_string() });
        }
        Ok(Scale::Range(worst, best))
    }

    /// The place of a score on the scale, from 0 for the worst; none where the scale has no such score.
    pub fn place(&self, score: &str) -> Option<Decimal> {
        match self {
            Scale::Range(worst, best) => {
                let score = parse_number(score).ok()?;
                (score >= *worst && score <= *best).then(|| score - *worst)
            }
            Scale::Words(words) => words.iter().position(|word| word == score.trim()).map(Decimal::from),
        }
    }
}

impl Target {
    /// Reads the value of `ratio`: `1 per 20`, `1 asesor per 20 socios`.
    pub fn parse_ratio(text: &str) -> Result<Self, ValueError> {
        let text = squeeze(text);
        let wrong = || ValueError::expected(Expectation::Ratio, &text);
        let (left, right) = text.split_once(" per ").ok_or_else(wrong)?;
        let part = |side: &str| {
            let (number, unit) = side.split_at(number_len(side));
            if number.is_empty() || !(unit.is_empty() || unit.starts_with(' ')) {
                return Err(wrong());
            }
            let unit = unit.trim();
            Ok((parse_number(number)?, (!unit.is_empty()).then(|| unit.to_string())))
        };
        let ((amount, unit), (of, of_unit)) = (part(left)?, part(right)?);
        if of <= Decimal::ZERO || amount.is_sign_negative() {
            return Err(wrong());
        }
        Ok(Target::Ratio { amount, unit, of, of_unit })
    }

    /// Which way the measured value gets better, where the target says it.
    pub fn direction(&self) -> Option<Direction> {
        let by = |op: Op| Some(if op.is_lower_bound() { Direction::Higher } else { Direction::Lower });
        match self {
            Target::ShareWithin { share, .. } | Target::Share(share) => by(share.op_or(Op::AtLeast)),
            Target::Maximum(bound) => by(bound.op_or(Op::AtMost)),
            Target::Minimum(bound) => by(bound.op_or(Op::AtLeast)),
            Target::Mean(bound) => by(mean_op(bound, None)?),
            Target::Count(bound) => by(bound.op_or(Op::AtLeast)),
            Target::Every(_) => Some(Direction::Lower),
            Target::Range(_) => Some(Direction::Range),
            Target::Ratio { .. } | Target::Scores { .. } | Target::Coverage { .. } => Some(Direction::Higher),
            Target::ByDate(_) | Target::BetterThan { .. } | Target::None { .. } => None,
        }
    }

    /// Whether who reaches this target keeps a promise of a time in each case it speaks of.
    ///
    /// None where the target says nothing of the time of each case: a mean may be short while half of the cases are late.
    pub fn at_least_as_strict(&self, promise: &Duration, calendar: &Calendar) -> Option<bool> {
        let not_longer = |duration: &Duration| {
            matches!(duration.compare(promise, calendar), Comparison::Shorter | Comparison::Equal)
        };
        match self {
            Target::ShareWithin { share, within, .. } => {
                Some(share.op_or(Op::AtLeast).is_lower_bound() && not_longer(within))
            }
            Target::Maximum(Bound { op, value: Quantity::Duration(duration) }) => {
                (!op.unwrap_or(Op::AtMost).is_lower_bound()).then(|| not_longer(duration))
            }
            Target::Every(duration) => Some(not_longer(duration)),
            Target::Range(range) => match &range.high {
                Quantity::Duration(duration) => Some(not_longer(duration)),
                _ => None,
            },
            // A mean longer than the promise breaks it for certain; a shorter one proves nothing.
            Target::Mean(Bound { value: Quantity::Duration(duration), .. }) => {
                (duration.compare(promise, calendar) == Comparison::Longer).then_some(false)
            }
            _ => None,
        }
    }

    /// Whether a measured value reaches the target; none where they do not compare.
    pub fn is_met_by(&self, measured: &Quantity) -> Option<bool> {
        self.is_met_in(None, measured)
    }

    /// Whether a measured value reaches the target of an indicator with a direction of its own, which decides where the target
    /// does not: a mean without a sign, better than a baseline.
    pub fn is_met_in(&self, direction: Option<Direction>, measured: &Quantity) -> Option<bool> {
        let share_holds = |share: &Bound<Percent>| {
            let bound = Quantity::Percent(share.value.clone());
            Some(share.op_or(Op::AtLeast).holds(measured.compare_exactly(&bound)?))
        };
        let holds = |op: Op, bound: &Quantity| Some(op.holds(measured.compare_exactly(bound)?));
        match self {
            Target::ShareWithin { share, .. } | Target::Share(share) => share_holds(share),
            Target::Maximum(bound) => holds(bound.op_or(Op::AtMost), &bound.value),
            Target::Minimum(bound) => holds(bound.op_or(Op::AtLeast), &bound.value),
            Target::Mean(bound) => holds(mean_op(bound, direction)?, &bound.value),
            Target::Count(bound) => holds(bound.op_or(Op::AtLeast), &Quantity::Rate(bound.value.clone())),
            Target::Every(duration) => holds(Op::AtMost, &Quantity::Duration(*duration)),
            Target::Range(range) => range.contains(measured),
            Target::Ratio { amount, of, .. } => match measured {
                Quantity::Rate(rate) if rate.per.is_empty() => Some(rate.amount >= amount.checked_div(*of)?),
                _ => None,
            },
            // One value tells nothing of a distribution unless the target has one part and the value is its share.
            Target::Scores { parts, .. } => match parts.as_slice() {
                [part] => share_holds(&part.share),
                _ => None,
            },
            Target::Coverage { share, .. } => match share {
                Some(share) => share_holds(share),
                None => holds(Op::AtLeast, &Quantity::Percent(Percent::new(100))),
            },
            Target::BetterThan { baseline, .. } => {
                let op = match direction? {
                    Direction::Higher => Op::MoreThan,
                    Direction::Lower => Op::LessThan,
                    Direction::Range => return None,
                };
                holds(op, baseline.as_ref()?)
            }
            Target::ByDate(_) | Target::None { .. } => None,
        }
    }
}

/// The sign of a mean: written, else at most for durations, else as the indicator's direction says.
pub(super) fn mean_op(bound: &Bound<Quantity>, direction: Option<Direction>) -> Option<Op> {
    match (bound.op, &bound.value, direction) {
        (Some(op), _, _) => Some(op),
        (None, Quantity::Duration(_), _) | (None, _, Some(Direction::Lower)) => Some(Op::AtMost),
        (None, _, Some(Direction::Higher)) => Some(Op::AtLeast),
        (None, _, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn duration(text: &str) -> Duration {
        Duration::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }

    fn share(text: &str) -> Bound<Percent> {
        Bound::parse_with(text, Percent::parse).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }

    fn bound(text: &str) -> Bound<Quantity> {
        Bound::parse_with(text, Quantity::parse).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }

    fn met(target: &Target, measured: &str) -> Option<bool> {
        target.is_met_by(&Quantity::parse(measured).unwrap_or_else(|error| panic!("{measured}: {error:?}")))
    }

    #[test]
    fn a_share_is_at_least_unless_its_sign_says_otherwise() {
        let plain = Target::Share(share("90 %"));
        assert_eq!(plain.direction(), Some(Direction::Higher));
        assert_eq!((met(&plain, "90 %"), met(&plain, "89.9 %"), met(&plain, "90")), (Some(true), Some(false), None));
        let strict = Target::Share(share("> 75 %"));
        assert_eq!((met(&strict, "75 %"), met(&strict, "75.1 %")), (Some(false), Some(true)));
        let most = Target::Share(share("<= 2 %"));
        assert_eq!(most.direction(), Some(Direction::Lower));
        assert_eq!((met(&most, "2 %"), met(&most, "3 %")), (Some(true), Some(false)));
    }

    #[test]
    fn limits_means_counts_and_frequencies() {
        let maximum = Target::Maximum(bound("3 business days"));
        assert_eq!((met(&maximum, "3 business days"), met(&maximum, "4 business days")), (Some(true), Some(false)));
        assert_eq!(met(&maximum, "3 calendar days"), None);
        let below = Target::Maximum(bound("< 5"));
        assert_eq!((met(&below, "5"), met(&below, "4")), (Some(false), Some(true)));
        let minimum = Target::Minimum(bound("2 per week"));
        assert_eq!((met(&minimum, "2"), met(&minimum, "1 per week")), (Some(true), Some(false)));
        let count = Target::Count(Bound::plain(Rate::parse("40 per year").expect("a rate")));
        assert_eq!((met(&count, "41"), count.direction()), (Some(true), Some(Direction::Higher)));
        let every = Target::Every(duration("6 months"));
        assert_eq!((met(&every, "5 months"), met(&every, "1 year")), (Some(true), Some(false)));
        let mean = Target::Mean(bound("10 calendar days"));
        assert_eq!((met(&mean, "9 calendar days"), mean.direction()), (Some(true), Some(Direction::Lower)));
    }

    #[test]
    fn the_indicator_decides_where_the_target_does_not() {
        let mean = Target::Mean(bound("8"));
        let nine = Quantity::parse("9").expect("a quantity");
        assert_eq!((mean.direction(), mean.is_met_by(&nine)), (None, None));
        assert_eq!(mean.is_met_in(Some(Direction::Higher), &nine), Some(true));
        assert_eq!(mean.is_met_in(Some(Direction::Lower), &nine), Some(false));
        let baseline = Quantity::parse("61 %").ok();
        let better = Target::BetterThan { than: "previous year".into(), baseline };
        let same = Quantity::parse("61 %").expect("a quantity");
        assert_eq!(better.is_met_by(&same), None);
        assert_eq!(better.is_met_in(Some(Direction::Higher), &same), Some(false));
        let unknown = Target::BetterThan { than: "previous year".into(), baseline: None };
        assert_eq!(unknown.is_met_in(Some(Direction::Higher), &same), None);
    }

    #[test]
    fn ranges_ratios_and_coverage() {
        let range = Target::Range(Range::parse("8..20").expect("a range"));
        assert_eq!((met(&range, "8"), met(&range, "21")), (Some(true), Some(false)));
        let ratio = Target::parse_ratio("1 per 20").expect("a ratio");
        assert_eq!((met(&ratio, "0.05"), met(&ratio, "0.04")), (Some(true), Some(false)));
        assert_eq!(
            Target::parse_ratio("1 asesor per 20 socios"),
            Ok(Target::Ratio {
                amount: Decimal::ONE,
                unit: Some("asesor".into()),
                of: Decimal::from(20),
                of_unit: Some("socios".into())
            })
        );
        for wrong in ["1:20", "1 per", "one per 20", "1 per 20x", "1 per 0", "-1 per 20"] {
            assert_eq!(Target::parse_ratio(wrong), Err(ValueError::expected(Expectation::Ratio, wrong)), "{wrong}");
        }
        let coverage = |share| Target::Coverage { amount: Decimal::ONE, of: "c".into(), each: "d".into(), share };
        assert_eq!(met(&coverage(Some(share("95 %"))), "96 %"), Some(true));
        assert_eq!(met(&coverage(None), "96 %"), Some(false));
    }

    #[test]
    fn scores_have_places_on_a_scale() {
        let scale = Scale::parse("0..10").expect("a scale");
        assert_eq!(scale.place("7"), Some(Decimal::from(7)));
        assert_eq!((scale.place("11"), scale.place("bien")), (None, None));
        let words = Scale::Words(vec!["malo".into(), "regular".into(), "bueno".into()]);
        assert_eq!(words.place("bueno"), Some(Decimal::from(2)));
        assert_eq!(words.place("óptimo"), None);
        assert!(matches!(Scale::parse("10..0"), Err(ValueError::ReversedRange { .. })));
        assert!(matches!(Scale::parse("5..5"), Err(ValueError::ReversedRange { .. })));
        assert_eq!(Scale::parse("diez"), Err(ValueError::expected(Expectation::Scale, "diez")));
        let part = |share_text: &str, score: &str| ScorePart {
            share: share(share_text),
            score: Bound::new(Op::AtLeast, score.to_string()),
        };
        let one = Target::Scores { parts: vec![part("95 %", "7")], scale: scale.clone() };
        assert_eq!(met(&one, "95 %"), Some(true));
        let two = Target::Scores { parts: vec![part("95 %", "7"), part("<= 1 %", "5")], scale };
        assert_eq!(met(&two, "95 %"), None);
    }

    #[test]
    fn a_promise_needs_a_target_at_least_as_strict() {
        let calendar = Calendar::default();
        let strict = |target: &Target, promise: &str| target.at_least_as_strict(&duration(promise), &calendar);
        let within =
            |text: &str, time: &str| Target::ShareWithin { share: share(text), within: duration(time), strict: false };
        assert_eq!(strict(&within("95 %", "24 business hours"), "24 business hours"), Some(true));
        assert_eq!(strict(&within("95 %", "24 business hours"), "3 business days"), Some(true));
        assert_eq!(strict(&within("95 %", "5 business days"), "5 calendar days"), Some(false));
        assert_eq!(strict(&within("<= 5 %", "1 hour"), "2 hours"), Some(false));
        assert_eq!(strict(&Target::Maximum(bound("3 business days")), "24 business hours"), Some(true));
        assert_eq!(strict(&Target::Maximum(bound("4 business days")), "24 business hours"), Some(false));
        assert_eq!(strict(&Target::Maximum(bound(">= 1 hour")), "2 hours"), None);
        assert_eq!(strict(&Target::Maximum(bound("5 %")), "2 hours"), None);
        assert_eq!(strict(&Target::Every(duration("6 months")), "1 year"), Some(true));
        assert_eq!(strict(&Target::Mean(bound("170 seconds")), "3 minutes"), None);
        assert_eq!(strict(&Target::Mean(bound("200 seconds")), "3 minutes"), Some(false));
        assert_eq!(strict(&Target::Share(share("95 %")), "3 minutes"), None);
        let range = Target::Range(Range::parse("2..9 business days").expect("a range"));
        assert_eq!(strict(&range, "9 business days"), Some(true));
    }
}
