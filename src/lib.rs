//! Cartilla.

pub mod cli;
pub mod compose;
pub mod diag;
pub mod ir;
pub mod lang;
pub mod load;
pub mod publish;
pub mod render;
pub mod span;

use compose::coverage::Coverage;
use diag::{Diagnostic, Entry};
use lang::Lang;
use load::Files;
use span::Sources;

/// What to compile, beside the files.
#[derive(Debug, Clone)]
pub struct Options {
    pub today: jiff::civil::Date,
    /// Languages of the content that are wanted; none asks for the manual's own.
    pub langs: Vec<Lang>,
    pub deny_warnings: bool,
    /// Profiles beside those of the manifest.
    pub profiles: Vec<String>,
}

/// A compiled manual.
#[derive(Debug)]
pub struct Compiled {
    pub sources: Sources,
    /// By file, place and code; levels are final.
    pub findings: Vec<Diagnostic>,
    /// The manual's own language.
    pub lang: Lang,
    /// One for each language that was built; none when too little could be read.
    pub manuals: Vec<ir::Manual>,
    pub coverage: Option<Coverage>,
}

pub fn compile(_files: &dyn Files, _options: &Options) -> Compiled {
    Compiled { sources: Sources::default(), findings: Vec::new(), lang: Lang::Es, manuals: Vec::new(), coverage: None }
}

/// Every code that exists, in order.
pub fn entries() -> Vec<&'static Entry> {
    Vec::new()
}
