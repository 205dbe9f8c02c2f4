//! Whether a target keeps a requirement of the form “so many per cent in less than so long”, as laws put it.

use super::{Bound, Calendar, Comparison, Duration, Op, Percent, Quantity, Target};

/// How far a target keeps such a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Who reaches the target keeps the requirement.
    Whole,
    /// All but the bound itself: the requirement says less than, the target says at most.
    AtTheBound,
    /// Only its weaker reading: a mean within the time, which says nothing of the share.
    OnAverage,
    No,
}

impl Target {
    /// Whether who reaches this target attends at least `share` of the cases in less than `limit`; none where the target says
    /// nothing of time.
    pub fn keeps_share(&self, share: &Percent, limit: &Duration, calendar: &Calendar) -> Option<Keeping> {
        let by_time = |time: &Duration, excluded: bool| match time.compare(limit, calendar) {
            Comparison::Shorter => Keeping::Whole,
            Comparison::Equal if excluded => Keeping::Whole,
            Comparison::Equal => Keeping::AtTheBound,
            Comparison::Longer | Comparison::Depends => Keeping::No,
        };
        match self {
            Target::ShareWithin { share: own, within, strict } => {
                let enough = own.op_or(Op::AtLeast).is_lower_bound() && own.value.value >= share.value;
                Some(if enough { by_time(within, *strict) } else { Keeping::No })
            }
            // A hard limit holds for all cases.
            Target::Maximum(Bound { op, value: Quantity::Duration(time) })
                if !op.unwrap_or(Op::AtMost).is_lower_bound() =>
            {
                Some(by_time(time, *op == Some(Op::LessThan)))
            }
            Target::Mean(Bound { op, value: Quantity::Duration(time) })
                if !op.unwrap_or(Op::AtMost).is_lower_bound() =>
            {
                Some(match by_time(time, *op == Some(Op::LessThan)) {
                    Keeping::No => Keeping::No,
                    _ => Keeping::OnAverage,
                })
            }
            _ => None,
        }
    }
}
