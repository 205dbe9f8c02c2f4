//! Cartilla.

pub mod diag;
pub mod ir;
pub mod lang;
pub mod render;
pub mod span;
pub mod values;
