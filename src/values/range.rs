//! Ranges from one quantity to another of the same kind.

use super::words::{number_len, squeeze};
use super::{Duration, Expectation, Quantity, ValueError};

/// From `low` to `high`, both included and of one kind: `8..20`, `8..20 personas`, `2..9 business days`, `10 %..20 %`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Range {
    pub low: Quantity,
    pub high: Quantity,
}

impl Range {
    /// Reads a range. What stands after the upper end alone holds for both ends: `8..20 personas`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = squeeze(text);
        let wrong = || ValueError::expected(Expectation::Range, &text);
        let (low, high) = text.split_once("..").ok_or_else(wrong)?;
        let (low, high) = (low.trim(), high.trim());
        let (low_len, high_len) = (number_len(low), number_len(high));
        if low_len == 0 || high_len == 0 || high.contains("..") {
            return Err(wrong());
        }
        // A bare lower end borrows the unit of the upper one.
        let borrowed = if low_len == low.len() { format!("{low}{}", &high[high_len..]) } else { low.to_string() };
        let whole_amount = |error| match error {
            ValueError::AmbiguousDays { .. } => {
                ValueError::AmbiguousDays { amount: format!("{}..{}", &low[..low_len], &high[..high_len]) }
            }
            other => other,
        };
        let low_end = Quantity::parse(&borrowed).map_err(whole_amount)?;
        let high_end = Quantity::parse(high).map_err(whole_amount)?;
        let order = low_end.compare_exactly(&high_end);
        let same_shape = match (&low_end, &high_end) {
            (Quantity::Rate(a), Quantity::Rate(b)) => a.unit == b.unit && a.per == b.per,
            (Quantity::Percent(a), Quantity::Percent(b)) => a.per == b.per,
            (Quantity::Money(a), Quantity::Money(b)) => a.currency == b.currency && a.per == b.per,
            (Quantity::Duration(_), Quantity::Duration(_)) => true,
            _ => false,
        };
        if !same_shape {
            return Err(ValueError::MixedRange { low: low.to_string(), high: high.to_string() });
        }
        if order.is_some_and(|order| order.is_gt()) {
            return Err(ValueError::ReversedRange { low: low.to_string(), high: high.to_string() });
        }
        Ok(Range { low: low_end, high: high_end })
    }

    /// Whether a quantity lies between both ends; none where they do not compare.
    pub fn contains(&self, quantity: &Quantity) -> Option<bool> {
        let above = quantity.compare_exactly(&self.low)?.is_ge();
        let below = quantity.compare_exactly(&self.high)?.is_le();
        Some(above && below)
    }

    /// The range as one duration, where both ends are durations in the same unit.
    pub fn as_duration(&self) -> Option<Duration> {
        match (&self.low, &self.high) {
            (Quantity::Duration(low), Quantity::Duration(high)) if low.unit == high.unit => {
                Some(Duration { amount: high.amount, low: Some(low.amount), unit: high.unit })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(low: &str, high: &str) -> Result<Range, ValueError> {
        Ok(Range { low: Quantity::parse(low)?, high: Quantity::parse(high)? })
    }

    #[test]
    fn the_unit_of_the_upper_end_holds_for_both() {
        assert_eq!(Range::parse("8..20"), range("8", "20"));
        assert_eq!(Range::parse("8..20 personas"), range("8 personas", "20 personas"));
        assert_eq!(Range::parse("10 %..20 %"), range("10 %", "20 %"));
        assert_eq!(Range::parse("10..20 %"), range("10 %", "20 %"));
        assert_eq!(Range::parse("30..4000 PEN"), range("30 PEN", "4000 PEN"));
        assert_eq!(Range::parse("30 minutes..2 hours"), range("30 minutes", "2 hours"));
        let days = Range::parse("2..9 business days").expect("a range");
        assert_eq!(days.as_duration(), Duration::parse("2..9 business days").ok());
    }

    #[test]
    fn wrong_ranges_are_named() {
        assert!(matches!(Range::parse("20..8 personas"), Err(ValueError::ReversedRange { .. })));
        assert!(matches!(Range::parse("2 hours..30 minutes"), Err(ValueError::ReversedRange { .. })));
        assert!(matches!(Range::parse("8 hours..20 %"), Err(ValueError::MixedRange { .. })));
        assert!(matches!(Range::parse("8 PEN..20 EUR"), Err(ValueError::MixedRange { .. })));
        assert_eq!(Range::parse("2..9 days"), Err(ValueError::AmbiguousDays { amount: "2..9".into() }));
        for text in ["8", "8..", "..8", "8..9..10", "few..many"] {
            assert_eq!(Range::parse(text), Err(ValueError::expected(Expectation::Range, text)), "{text}");
        }
    }

    #[test]
    fn both_ends_are_included() {
        let groups = Range::parse("8..20 personas").expect("a range");
        let inside = |text: &str| groups.contains(&Quantity::parse(text).expect("a quantity"));
        assert_eq!(inside("8"), Some(true));
        assert_eq!(inside("20 personas"), Some(true));
        assert_eq!(inside("21"), Some(false));
        assert_eq!(inside("8 %"), None);
    }
}
