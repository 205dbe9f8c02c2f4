//! Files → trees and prose, and trees → fields. Parsing never fails: what cannot be read is a finding, the rest is used.

pub mod entries;
pub mod files;
pub mod kind;
mod markdown;
mod meant;
pub mod mention;
pub mod nearest;
mod open_link;
pub mod pictures;
pub mod prose;
mod raw_html;
pub mod reader;
pub mod source;
mod syntax;
pub mod tongue;
pub mod unread;
pub mod yaml;

mod value_error;

pub use value_error::{Place, ambiguous_number, cut_number, expectation, value_error, value_error_at};
