//! Cartilla.

pub mod diag;
pub mod diagram;
pub mod ir;
pub mod lang;
pub mod render;
pub mod span;
