#![doc = include_str!("README.md")]

pub mod assess;
pub mod facts;
pub mod pack;
pub mod predicate;
pub mod shipped;

pub use assess::{Assessment, ClauseResult, State, assess, declared, own};
