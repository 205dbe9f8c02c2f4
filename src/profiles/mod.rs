#![doc = include_str!("README.md")]

pub mod assess;
pub mod facts;
pub mod pack;
pub mod predicate;
pub mod report;
pub mod shipped;

#[cfg(test)]
mod tests;

pub use assess::{Assessment, ClauseResult, State, assess, declared, own};
