//! Customers (D4xx): what they need, who they are, what they are worth and how each is treated (D1 to D5).

pub mod evidence;
pub mod segment;
pub mod staff;
pub mod standing;
pub mod study;
pub mod types;
pub mod unserved;
pub mod untyped;
pub mod value;
