//! Files → trees and prose, and trees → fields. Parsing never fails: what cannot be read is a finding, the rest is used.

pub mod entries;
pub mod files;
pub mod kind;
mod markdown;
pub mod nearest;
pub mod prose;
pub mod reader;
pub mod source;
pub mod yaml;

mod value_error;

pub use value_error::value_error;
