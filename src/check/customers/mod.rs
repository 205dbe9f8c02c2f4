//! Customers (D4xx): the value of a customer over the relation (D3).

pub mod value_basis;
pub mod value_currency;
pub mod value_figures;
pub mod value_input;
pub mod value_lost;

use crate::model::customer::{CustomerValue, Segment};
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::Money;

/// The active segments with the inputs of their customers' value.
fn values<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = (&'m Segment, &'m CustomerValue)> {
    let active = manual.model.segments.iter().filter(|s| s.base.is_active());
    active.filter_map(|segment| Some((segment, segment.value.as_ref()?)))
}

/// The one amount of a variant that does not differ by case, with its place.
fn amount(variant: &Option<Variant<Money>>) -> Option<(&Money, Span)> {
    let variant = variant.as_ref()?;
    Some((variant.single()?, variant.otherwise.as_ref()?.span))
}
