//! Customers (D4xx): what they need, who they are, what they are worth and how each is treated (D1 to D5).

pub mod evidence;
pub mod segment;
pub mod staff;
pub mod standing;
pub mod study;
pub mod types;
pub mod unserved;
pub mod untyped;
pub mod unvalued;
pub mod value;
pub mod value_basis;
pub mod value_currency;
pub mod value_figures;
pub mod value_lost;

use crate::model::customer::{CustomerValue, Segment};
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::Money;

/// The active segments with the inputs of their customers' value.
fn values<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = (&'m Segment, &'m CustomerValue)> {
    let active = manual.model.segments.iter().filter(|s| s.base.is_active());
    active.filter_map(|segment| Some((segment, segment.value.value()?)))
}

/// The one amount of a variant that does not differ by case, with its place.
fn amount(variant: &Option<Variant<Money>>) -> Option<(&Money, Span)> {
    let variant = variant.as_ref()?;
    Some((variant.single()?, variant.otherwise.as_ref()?.span))
}
