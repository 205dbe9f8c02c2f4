//! Resolved → the composed manual.

pub mod coverage;
