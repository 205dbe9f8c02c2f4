//! Whether the people who serve a queue are enough, by the formulas of queues.

use super::evaluate::{because, yes};
use super::{Answer, Note, Outcome, say};
use crate::diag::Arg;
use crate::profiles::facts::{Fact, Record, Value};
use crate::values::{Decimal, Duration, Percent, Quantity, Rate};

/// What a team reaches at its busiest, with the arithmetic where that is too little.
pub(super) fn serves(holder: &Record, fact: &Fact, share: &Percent, within: &Duration) -> Outcome {
    let asked = f64::try_from(share.fraction()).unwrap_or(1.0);
    let busiest = match &fact.value {
        Value::Team(staffing) => staffing.busiest(within, asked),
        _ => None,
    };
    let Some(busiest) = busiest else {
        return Outcome { answer: Answer::Unknown, notes: Vec::new(), met: Vec::new() };
    };
    if busiest.share >= asked - 0.001 {
        return yes(holder, fact);
    }
    // Cut, so that what falls short is never shown as reached.
    let found = Decimal::try_from((busiest.share * 1000.0 + 1e-6).floor() / 10.0).unwrap_or_default();
    let number = |value: f64| Decimal::try_from((value * 10.0).round() / 10.0).unwrap_or_default().normalize();
    let count = |value: f64| Arg::from(Quantity::Rate(Rate::count(number(value))));
    let note = Note::new(holder, fact.span, say::TOO_FEW_POSTS)
        .with("cases", count(busiest.cases))
        .with("minutes", count(busiest.minutes))
        .with("posts", count(busiest.posts))
        .with("found", Quantity::Percent(Percent::new(found.normalize())))
        .with("time", Quantity::Duration(*within))
        .with("wanted", Quantity::Percent(share.clone()))
        .with("needed", busiest.needed.map_or_else(|| Arg::from("…"), |n| Arg::from(n.to_string())));
    because(Answer::No, note)
}
