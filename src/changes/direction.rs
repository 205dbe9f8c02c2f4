//! Whether a new value asks more or less than the old one, where that is certain.

use super::What;
use crate::parse::reader::{Value, Variant};
use crate::values::{Bound, Calendar, Comparison, Duration, Hours, Op, Quantity, Target};
use std::cmp::Ordering;

/// Keys of time limits: the shorter, the stricter.
const LIMITS: [&str; 9] =
    ["within", "by", "answer_within", "first_answer", "response", "resolution", "lead_time", "time", "first_response"];

/// Keys of what a customer pays.
const PRICES: [&str; 3] = ["price", "fee", "caller_cost"];

/// What a change of a value is. `path` holds the keys that lead to it.
pub fn direction(path: &[&str], old: &Value, new: &Value, calendar: &Calendar) -> What {
    match (old, new) {
        (Value::Quantity(old), Value::Quantity(new)) => quantities(path, old, new, calendar),
        (Value::Targets(old), Value::Targets(new)) => told(targets(old, new, calendar), What::Tightened, What::Relaxed),
        (Value::Hours(old), Value::Hours(new)) => told(hours(old, new), What::Widened, What::Narrowed),
        (Value::Text(_), Value::Text(_)) | (Value::Texts(_), Value::Texts(_)) => What::Reworded,
        _ => What::Changed,
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
    let pays = path.iter().any(|part| PRICES.contains(part));
    let Some(order) = cases(old, new, |old, new| amount(old, new, calendar)) else { return What::Changed };
    let first = new.values().next().map(|value| &value.value);
    match first {
        Some(Quantity::Duration(_)) if LIMITS.contains(&key) => {
            told(Some(order.reverse()), What::Tightened, What::Relaxed)
        }
        Some(Quantity::Money(_) | Quantity::Percent(_)) if pays => told(Some(order), What::Dearer, What::Cheaper),
        Some(Quantity::Percent(_)) if key == "share" => told(Some(order), What::Tightened, What::Relaxed),
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
fn targets(old: &[Target], new: &[Target], calendar: &Calendar) -> Option<Ordering> {
    if old.len() != new.len() {
        return None;
    }
    old.iter().zip(new).try_fold(Ordering::Equal, |sum, (old, new)| both(sum, target(old, new, calendar)?))
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
            if old == new && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.score == b.score) =>
        {
            a.iter().zip(b).try_fold(Ordering::Equal, |sum, (a, b)| both(sum, share(&a.share, &b.share)?))
        }
        _ => None,
    }
}

/// Greater where the bound is stricter; `order` is that of the new value to the old.
fn strict(old: Op, new: Op, order: Ordering) -> Option<Ordering> {
    (old == new).then(|| if new.is_lower_bound() { order } else { order.reverse() })
}

/// Greater where it is open at all the times of before and at more.
fn hours(old: &Hours, new: &Hours) -> Option<Ordering> {
    let rest = |hours: &Hours| match hours {
        Hours::Always => None,
        Hours::Week { holidays, closed, seasons, .. } => Some((holidays.clone(), closed.clone(), seasons.clone())),
    };
    let (a, b) = (rest(old), rest(new));
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
