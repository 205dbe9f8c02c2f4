//! What the figures of a manual lead to: waiting times, stock, cost, the value of a customer, the length of a procedure.
//!
//! Pure functions of values, each with the source of its formula, held by tests to published figures. Nothing here knows a manual
//! or a word for readers. Whatever the input, the answer is a finite number or none: an absurd figure is the rules' business.

pub mod cost;
pub mod load;
pub mod procedure;
pub mod stock;
pub mod value;
pub mod waiting;
