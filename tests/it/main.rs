//! What holds for the product as a whole: manuals that are read straight from folders, the program as it is called, the
//! order of the layers, the same words in every output.
//!
//! One binary, so that everything is linked once. Each module says what it holds.
#![allow(clippy::disallowed_methods, reason = "tests read manuals, write folders and run the program")]

mod cases;
mod command_line;
mod editions;
mod example;
mod history;
mod layers;
mod mutations;
#[cfg(feature = "pdf")]
mod parity;
mod pipelines;
mod raw_html;
mod reproducible;
mod robustness;
mod rows;
mod sample_site;
mod serve;
mod shown;
mod support;
mod tongues;
