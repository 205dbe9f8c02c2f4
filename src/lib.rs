//! Cartilla.

pub mod check;
pub mod cli;
pub mod compose;
pub mod diag;
pub mod diagram;
pub mod ir;
pub mod lang;
pub mod load;
pub mod model;
pub mod parse;
pub mod publish;
pub mod render;
pub mod resolve;
pub mod span;
pub mod values;

use compose::coverage::Coverage;
use diag::{Diagnostic, Entry};
use lang::Lang;
use load::{Files, LoadError};
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

/// The whole line from files to composed manuals: load → parse → resolve → check → compose.
///
/// # Errors
/// Only those of the world, such as a folder that cannot be listed. What is wrong with the text is a finding.
pub fn compile(files: &dyn Files, options: &Options) -> Result<Compiled, LoadError> {
    let mut parsed = parse::files::parse(files)?;
    let mut findings = std::mem::take(&mut parsed.findings);
    let (resolved, more) = resolve::resolve(&parsed, None);
    findings.extend(more);
    let lang = resolved.as_ref().map_or(Lang::Es, |r| r.lang);
    let mut manuals = Vec::new();
    if let Some(resolved) = &resolved {
        findings.extend(check::check(resolved, options.today));
        findings = check::levels::settle(resolved, findings, options.today);
    }
    findings.sort_by(|a, b| (a.span, a.code()).cmp(&(b.span, b.code())));
    drop(resolved);
    manuals.clear();
    Ok(Compiled { sources: parsed.sources, findings, lang, manuals, coverage: None })
}

/// Every code that exists, in order.
pub fn entries() -> Vec<&'static Entry> {
    let rules = check::RULES.iter().map(|r| &r.entry);
    parse::entries::ALL.into_iter().chain(rules).collect()
}
