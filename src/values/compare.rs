//! Comparisons: a value with a sign before it, such as `>= 95 %`.

use super::words::squeeze;
use super::{Expectation, ValueError};
use std::cmp::Ordering;

/// The sign of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

impl Op {
    /// Whether a measured value that stands so to the bound satisfies it.
    pub fn holds(self, measured_to_bound: Ordering) -> bool {
        match self {
            Op::AtLeast => measured_to_bound.is_ge(),
            Op::MoreThan => measured_to_bound.is_gt(),
            Op::AtMost => measured_to_bound.is_le(),
            Op::LessThan => measured_to_bound.is_lt(),
        }
    }

    /// True where more is better: `>=` and `>`.
    pub fn is_lower_bound(self) -> bool {
        matches!(self, Op::AtLeast | Op::MoreThan)
    }
}

/// A value that bounds another. Without a sign the key says how: `maximum` is at most, `share` at least.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Bound<T> {
    pub op: Option<Op>,
    pub value: T,
}

/// The longer signs stand first, since `>` also starts `>=`.
const SIGNS: [(&str, Op); 6] = [
    (">=", Op::AtLeast),
    ("≥", Op::AtLeast),
    ("<=", Op::AtMost),
    ("≤", Op::AtMost),
    (">", Op::MoreThan),
    ("<", Op::LessThan),
];

impl<T> Bound<T> {
    /// A bound without a sign.
    pub fn plain(value: T) -> Self {
        Bound { op: None, value }
    }

    /// A bound with a sign.
    pub fn new(op: Op, value: T) -> Self {
        Bound { op: Some(op), value }
    }

    /// Reads an optional sign and gives the rest to `parse`.
    pub fn parse_with(text: &str, parse: impl FnOnce(&str) -> Result<T, ValueError>) -> Result<Self, ValueError> {
        let text = squeeze(text);
        let signed = SIGNS.iter().find_map(|(sign, op)| Some((*op, text.strip_prefix(sign)?.trim_start())));
        let (op, rest) = match signed {
            Some((op, rest)) => (Some(op), rest),
            None => (None, text.as_str()),
        };
        // A second sign, or a bare `=`, is no part of any value.
        if rest.is_empty() || rest.starts_with(['=', '<', '>', '≤', '≥', '~', '≈']) {
            return Err(ValueError::expected(Expectation::Comparison, &text));
        }
        Ok(Bound { op, value: parse(rest)? })
    }

    /// The sign, or what the key means without one.
    pub fn op_or(&self, default: Op) -> Op {
        self.op.unwrap_or(default)
    }

    /// The same bound of another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Bound<U> {
        Bound { op: self.op, value: change(self.value) }
    }
}
