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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Bound<String>, ValueError> {
        Bound::parse_with(text, |rest| Ok(rest.to_string()))
    }

    #[test]
    fn signs_are_read_with_and_without_spaces() {
        for (text, op) in [
            (">= 95 %", Some(Op::AtLeast)),
            ("≥95 %", Some(Op::AtLeast)),
            ("> 95 %", Some(Op::MoreThan)),
            ("<=95 %", Some(Op::AtMost)),
            ("≤ 95 %", Some(Op::AtMost)),
            ("<95 %", Some(Op::LessThan)),
            ("95 %", None),
        ] {
            assert_eq!(read(text), Ok(Bound { op, value: "95 %".to_string() }), "{text}");
        }
        assert_eq!(Bound::plain(3).op_or(Op::AtMost), Op::AtMost);
        assert_eq!(Bound::new(Op::LessThan, 3).map(|n| n + 1), Bound::new(Op::LessThan, 4));
    }

    #[test]
    fn other_signs_are_refused() {
        for text in ["", ">=", "= 5", "== 5", "=> 5", ">> 5", "~5", "< = 5"] {
            let found = text.to_string();
            assert_eq!(read(text), Err(ValueError::Expected { what: Expectation::Comparison, found }), "{text}");
        }
    }

    #[test]
    fn strict_signs_exclude_the_bound() {
        use Ordering::{Equal, Greater, Less};
        let table = [
            (Op::AtLeast, [false, true, true]),
            (Op::MoreThan, [false, false, true]),
            (Op::AtMost, [true, true, false]),
            (Op::LessThan, [true, false, false]),
        ];
        for (op, expected) in table {
            assert_eq!([Less, Equal, Greater].map(|order| op.holds(order)), expected, "{op:?}");
        }
    }
}
