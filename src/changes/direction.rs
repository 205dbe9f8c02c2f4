//! Whether a new value asks more or less than the old one, where that is certain.

use super::What;
use crate::parse::prose::{Inline, Text};
use crate::parse::reader::{Value, Variant};
use crate::values::{
    Aimed, Bound, Calendar, Comparison, DayOfPeriod, Duration, Hours, Op, Quantity, Recurrence, Target,
};
use std::cmp::Ordering;

/// Keys of time limits: the shorter, the stricter.
const LIMITS: [&str; 9] =
    ["within", "by", "answer_within", "first_answer", "response", "resolution", "lead_time", "time", "first_response"];

/// Keys of what a customer pays.
const PRICES: [&str; 3] = ["price", "fee", "caller_cost"];

/// Keys that stand under a price and are none: the bounds of its brackets, and rates, which a saver receives and a borrower pays.
const NO_PRICES: [&str; 6] = ["up_to", "above", "from", "below", "over", "rate"];

/// Keys of how many there are to serve.
const POSTS: [&str; 3] = ["servers", "count", "headcount"];

/// Keys of what names or reaches something, and is not said in other words.
const NAMES: [&str; 4] = ["number", "phone", "email", "website"];

/// What a change of a value is. `path` holds the keys that lead to it.
pub fn direction(path: &[&str], old: &Value, new: &Value, calendar: &Calendar) -> What {
    match (old, new) {
        (Value::Quantity(old), Value::Quantity(new)) => quantities(path, old, new, calendar),
        (Value::Targets(old), Value::Targets(new)) => told(targets(old, new, calendar), What::Tightened, What::Relaxed),
        (Value::Hours(old), Value::Hours(new)) => told(hours(old, new), What::Widened, What::Narrowed),
        (Value::Recurrence(old), Value::Recurrence(new)) => {
            let days = often(*old).zip(often(*new));
            told(days.map(|(old, new)| old.cmp(&new)), What::Tightened, What::Relaxed)
        }
        _ if is_price(path) && (is_free(old) || is_free(new)) => match (is_free(old), is_free(new)) {
            (true, false) if is_paid(new) => What::Dearer,
            (false, true) if is_paid(old) => What::Cheaper,
            _ => What::Changed,
        },
        (Value::Word(old), Value::Word(new)) if path.last() == Some(&"how") => match (old.as_str(), new.as_str()) {
            // Who has to ask for what is due to them gets less.
            ("automatic", "on_request") => What::Dearer,
            ("on_request", "automatic") => What::Cheaper,
            _ => What::Changed,
        },
        (Value::Text(_), Value::Text(_)) if path.last().is_some_and(|key| NAMES.contains(key)) => What::Changed,
        // Another entry is not the same in other words.
        (Value::Text(old), Value::Text(new)) if is_link(old) || is_link(new) => What::Changed,
        (Value::Text(_), Value::Text(_)) | (Value::Texts(_), Value::Texts(_)) => What::Reworded,
        _ => What::Changed,
    }
}

/// Whether a text is nothing but a link to an entry.
fn is_link(text: &Text) -> bool {
    matches!(&text.content[..], [Inline::Wiki(_)])
}

/// Days from one time to the next, about; none where nobody can tell.
fn often(recurrence: Recurrence) -> Option<u16> {
    match recurrence {
        Recurrence::Continuous => Some(0),
        Recurrence::Daily => Some(1),
        Recurrence::Weekly => Some(7),
        Recurrence::Fortnightly => Some(14),
        Recurrence::Monthly => Some(30),
        Recurrence::Bimonthly => Some(60),
        Recurrence::Quarterly => Some(90),
        Recurrence::HalfYearly => Some(180),
        Recurrence::Yearly => Some(365),
        Recurrence::PerCase | Recurrence::Every(_) => None,
    }
}

fn is_price(path: &[&str]) -> bool {
    let key = path.last().copied().unwrap_or_default();
    path.iter().any(|part| PRICES.contains(part)) && !NO_PRICES.contains(&key)
}

fn is_free(value: &Value) -> bool {
    match value {
        Value::Word(word) => word == "free",
        Value::Text(text) => &*text.source == "free",
        _ => false,
    }
}

/// Whether a value is an amount of money, as it stands or in a text.
fn is_paid(value: &Value) -> bool {
    match value {
        Value::Quantity(variant) => variant.values().any(|value| matches!(value.value, Quantity::Money(_))),
        Value::Text(text) => matches!(Quantity::parse(&text.source), Ok(Quantity::Money(_))),
        _ => false,
    }
}

fn told(order: Option<Ordering>, greater: What, less: What) -> What {
    match order {
        Some(Ordering::Greater) => greater,
        Some(Ordering::Less) => less,
        Some(Ordering::Equal) | None => What::Changed,
    }
}

fn quantities(path: &[&str], old: &Variant<Quantity>, new: &Variant<Quantity>, calendar: &Calendar) -> What {
    let key = path.last().copied().unwrap_or_default();
    let (pays, priced) = (is_price(path), path.iter().any(|part| PRICES.contains(part)));
    let Some(order) = cases(old, new, |old, new| amount(old, new, calendar)) else { return What::Changed };
    let first = new.values().next().map(|value| &value.value);
    match first {
        Some(Quantity::Duration(_)) if LIMITS.contains(&key) => {
            told(Some(order.reverse()), What::Tightened, What::Relaxed)
        }
        Some(Quantity::Money(_) | Quantity::Percent(_)) if pays => told(Some(order), What::Dearer, What::Cheaper),
        Some(_) if priced => What::Changed,
        Some(Quantity::Rate(_)) if POSTS.contains(&key) => told(Some(order), What::Widened, What::Narrowed),
        Some(Quantity::Percent(_)) if ["share", "coverage", "availability"].contains(&key) => {
            told(Some(order), What::Tightened, What::Relaxed)
        }
        Some(Quantity::Percent(_)) if key == "tolerance" => told(Some(order), What::Relaxed, What::Tightened),
        Some(Quantity::Money(_) | Quantity::Percent(_)) if key == "up_to" => {
            told(Some(order), What::Widened, What::Narrowed)
        }
        _ => What::Changed,
    }
}

/// How new compares with old over the same cases; none where some grew and some shrank.
fn cases<T>(old: &Variant<T>, new: &Variant<T>, order: impl Fn(&T, &T) -> Option<Ordering>) -> Option<Ordering> {
    let by = |v: &Variant<T>| v.by.iter().map(|by| by.value.clone()).collect::<Vec<_>>();
    if by(old) != by(new) || old.cases.len() != new.cases.len() || old.otherwise.is_some() != new.otherwise.is_some() {
        return None;
    }
    let mut sum = Ordering::Equal;
    let words = |words: &[crate::span::Spanned<String>]| words.iter().map(|w| w.value.clone()).collect::<Vec<_>>();
    for (case, value) in &new.cases {
        let (_, before) = old.cases.iter().find(|(other, _)| words(other) == words(case))?;
        sum = both(sum, order(&before.value, &value.value)?)?;
    }
    if let (Some(before), Some(value)) = (&old.otherwise, &new.otherwise) {
        sum = both(sum, order(&before.value, &value.value)?)?;
    }
    Some(sum)
}

fn both(a: Ordering, b: Ordering) -> Option<Ordering> {
    match (a, b) {
        (Ordering::Equal, other) | (other, Ordering::Equal) => Some(other),
        (a, b) => (a == b).then_some(a),
    }
}

/// New against old.
fn amount(old: &Quantity, new: &Quantity, calendar: &Calendar) -> Option<Ordering> {
    match (old, new) {
        (Quantity::Duration(old), Quantity::Duration(new)) => length(old, new, calendar),
        _ => new.compare_exactly(old),
    }
}

fn length(old: &Duration, new: &Duration, calendar: &Calendar) -> Option<Ordering> {
    if old.low != new.low {
        return None;
    }
    match new.compare(old, calendar) {
        Comparison::Shorter => Some(Ordering::Less),
        Comparison::Equal => Some(Ordering::Equal),
        Comparison::Longer => Some(Ordering::Greater),
        Comparison::Depends => None,
    }
}

/// Greater where the new targets are stricter.
fn targets(old: &[Aimed], new: &[Aimed], calendar: &Calendar) -> Option<Ordering> {
    let none = |targets: &[Aimed]| targets.iter().all(|aimed| matches!(aimed.target, Target::None { .. }));
    match (none(old), none(new)) {
        (true, true) => return None,
        (true, false) => return Some(Ordering::Greater),
        (false, true) => return Some(Ordering::Less),
        (false, false) => {}
    }
    if old.len() != new.len() {
        // One target fewer asks less, where the others are as they were.
        let within = |few: &[Aimed], many: &[Aimed]| few.iter().all(|target| many.contains(target));
        return match old.len() > new.len() {
            true => within(new, old).then_some(Ordering::Less),
            false => within(old, new).then_some(Ordering::Greater),
        };
    }
    // Each case is held against the same case; the rows of a table may stand in any order.
    let mut left: Vec<&Aimed> = old.iter().collect();
    new.iter().try_fold(Ordering::Equal, |sum, new| {
        let place = left.iter().position(|old| old.scope == new.scope && old.rest == new.rest)?;
        both(sum, target(&left.remove(place).target, &new.target, calendar)?)
    })
}

fn target(old: &Target, new: &Target, calendar: &Calendar) -> Option<Ordering> {
    if old == new {
        return Some(Ordering::Equal);
    }
    let bounded = |old: &Bound<Quantity>, new: &Bound<Quantity>, default: Op| {
        strict(old.op_or(default), new.op_or(default), amount(&old.value, &new.value, calendar)?)
    };
    let share = |old: &Bound<crate::values::Percent>, new: &Bound<crate::values::Percent>| {
        let order = Quantity::Percent(new.value.clone()).compare_exactly(&Quantity::Percent(old.value.clone()))?;
        strict(old.op_or(Op::AtLeast), new.op_or(Op::AtLeast), order)
    };
    match (old, new) {
        (
            Target::ShareWithin { share: a, within: time, strict: under },
            Target::ShareWithin { share: b, within: now, strict: also },
        ) if under == also && b.op_or(Op::AtLeast).is_lower_bound() => {
            both(share(a, b)?, length(time, now, calendar)?.reverse())
        }
        (Target::Share(a), Target::Share(b)) => share(a, b),
        (Target::Maximum(a), Target::Maximum(b)) => bounded(a, b, Op::AtMost),
        (Target::Minimum(a), Target::Minimum(b)) => bounded(a, b, Op::AtLeast),
        (Target::Mean(a), Target::Mean(b)) => {
            let time = matches!((&a.value, &b.value), (Quantity::Duration(_), Quantity::Duration(_)));
            let default = time.then_some(Op::AtMost);
            strict(a.op.or(default)?, b.op.or(default)?, amount(&a.value, &b.value, calendar)?)
        }
        (Target::Count(a), Target::Count(b)) => {
            let order = Quantity::Rate(b.value.clone()).compare_exactly(&Quantity::Rate(a.value.clone()))?;
            strict(a.op_or(Op::AtLeast), b.op_or(Op::AtLeast), order)
        }
        (Target::Every(a), Target::Every(b)) => Some(length(a, b, calendar)?.reverse()),
        (Target::Scores { parts: a, scale: old }, Target::Scores { parts: b, scale: new })
            if old == new && a.len() == b.len() =>
        {
            // A better score of as many asks more, as does the same score of more.
            let score = |a: &Bound<String>, b: &Bound<String>| {
                let order = new.place(&b.value)?.cmp(&new.place(&a.value)?);
                strict(a.op_or(Op::AtLeast), b.op_or(Op::AtLeast), order)
            };
            a.iter().zip(b).try_fold(Ordering::Equal, |sum, (a, b)| {
                let scores = match a.score == b.score {
                    true => Ordering::Equal,
                    // Of «at most so many» a better score asks less or more, as the sign goes.
                    false if a.share.op_or(Op::AtLeast).is_lower_bound() => score(&a.score, &b.score)?,
                    false => return None,
                };
                both(both(sum, share(&a.share, &b.share)?)?, scores)
            })
        }
        // Within narrower bounds, none of them wider.
        (Target::Range(a), Target::Range(b)) => {
            both(amount(&a.low, &b.low, calendar)?, amount(&a.high, &b.high, calendar)?.reverse())
        }
        (
            Target::Ratio { amount: a, unit, of: old, of_unit },
            Target::Ratio { amount: b, unit: now, of: new, of_unit: of_now },
        ) if (unit, of_unit) == (now, of_now) => Some(b.checked_mul(*old)?.cmp(&a.checked_mul(*new)?)),
        (
            Target::Coverage { amount: a, of, each, share: old },
            Target::Coverage { amount: b, of: of_now, each: each_now, share: new },
        ) if (of, each) == (of_now, each_now) => {
            let all = || Bound::plain(crate::values::Percent::new(100));
            let (old, new) = (old.clone().unwrap_or_else(all), new.clone().unwrap_or_else(all));
            both(b.cmp(a), share(&old, &new)?)
        }
        (
            Target::ByDate(DayOfPeriod::DayOfEach { day: a, business, of }),
            Target::ByDate(DayOfPeriod::DayOfEach { day: b, business: now, of: of_now }),
        ) if (business, of) == (now, of_now) => Some(a.cmp(b)),
        (Target::ByDate(DayOfPeriod::Date(a)), Target::ByDate(DayOfPeriod::Date(b))) => Some(a.cmp(b)),
        _ => None,
    }
}

/// Greater where the bound is stricter; `order` is that of the new value to the old.
fn strict(old: Op, new: Op, order: Ordering) -> Option<Ordering> {
    let order = if new.is_lower_bound() { order } else { order.reverse() };
    // «More than» asks a little more than «at least».
    let sign = match (old, new) {
        _ if old == new => Ordering::Equal,
        (Op::AtLeast, Op::MoreThan) | (Op::AtMost, Op::LessThan) => Ordering::Greater,
        (Op::MoreThan, Op::AtLeast) | (Op::LessThan, Op::AtMost) => Ordering::Less,
        _ => return None,
    };
    both(order, sign)
}

/// Greater where it is open at all the times of before and at more.
fn hours(old: &Hours, new: &Hours) -> Option<Ordering> {
    let rest = |hours: &Hours| match hours {
        Hours::Always => None,
        Hours::Week { holidays, closed, seasons, .. } => Some((holidays.clone(), closed.clone(), seasons.clone())),
    };
    let (a, b) = (rest(old), rest(new));
    // More days on which it is closed, and nothing else.
    if let (Some((holidays, closed, seasons)), Some((now, also_closed, now_seasons))) = (&a, &b)
        && (holidays, seasons) == (now, now_seasons)
        && closed != also_closed
        && old.pattern() == new.pattern()
    {
        let within = |few: &[_], many: &[_]| few.iter().all(|day| many.contains(day));
        return match (within(closed, also_closed), within(also_closed, closed)) {
            (true, false) => Some(Ordering::Less),
            (false, true) => Some(Ordering::Greater),
            _ => None,
        };
    }
    // Who opens round the clock opens at every time there is.
    if a != b && a.is_some() && b.is_some() {
        return None;
    }
    let (old, new) = (old.pattern(), new.pattern());
    let more = old.iter().zip(&new).any(|(old, new)| *new && !*old);
    let less = old.iter().zip(&new).any(|(old, new)| *old && !*new);
    match (more, less) {
        (true, false) => Some(Ordering::Greater),
        (false, true) => Some(Ordering::Less),
        _ => None,
    }
}
