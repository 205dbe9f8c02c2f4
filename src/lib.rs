#![doc = include_str!("README.md")]

pub mod analysis;
pub mod check;
pub mod cli;
pub mod compose;
pub mod diag;
pub mod diagram;
pub mod grammar;
pub mod ir;
pub mod lang;
pub mod load;
pub mod model;
pub mod parse;
pub mod profiles;
pub mod publish;
pub mod reference;
pub mod render;
pub mod resolve;
pub mod span;
pub mod values;

use compose::coverage::{Coverage, Ground};
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
    /// The language of messages inside the coverage; none takes the manual's own.
    pub messages: Option<Lang>,
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
    let (sources, listed) = (std::mem::take(&mut parsed.sources), std::mem::take(&mut parsed.assets));
    let (resolved, more) = resolve::resolve_over(&sources, &listed, &parsed, None);
    findings.extend(more);
    let mut resolved = resolved;
    if let Some(resolved) = &mut resolved {
        declare(resolved, &options.profiles);
    }
    let lang = resolved.as_ref().map_or(Lang::Es, |r| r.lang);
    if resolved.as_ref().is_some_and(|r| languages(r, &options.langs).iter().all(|wanted| *wanted == lang)) {
        parsed.forget_trees();
    }
    let mut manuals = Vec::new();
    let mut coverage = None;
    if let Some(resolved) = &resolved {
        findings.extend(check::check(resolved, options.today));
        let settled = check::levels::settle(resolved, findings, options.today);
        findings = settled.findings;
        // Of what could not be read, rules would tell consequences only.
        let certain = |f: &Diagnostic| parsed.unread.is_empty() && !resolved.is_consequence(f);
        findings.retain(|f| f.code().starts_with('E') || certain(f));
        let covered = |manual: &resolve::Resolved<'_>, findings: &[Diagnostic], lang| {
            let waived = settled.waived.as_slice();
            let ground = Ground { findings, waived, lang, today: options.today };
            compose::coverage::coverage(manual, ground)
        };
        coverage = Some(covered(resolved, &findings, options.messages.unwrap_or(lang)));
        let assets = compose::assets(files, &listed)?;
        for wanted in languages(resolved, &options.langs) {
            // Findings about a translation are those that stand in its own files.
            let (translated, more) = match wanted == lang {
                true => (None, Vec::new()),
                false => resolve::resolve_over(&sources, &listed, &parsed, Some(wanted)),
            };
            let mark = format!(".{wanted}.");
            findings.extend(more.into_iter().filter(|f| sources.get(f.span.file).path.contains(&mark)));
            let manual = if wanted == lang { Some(resolved) } else { translated.as_ref() };
            manuals.extend(manual.map(|manual| {
                let published = manual.model.manifest.document.publishes_coverage;
                let coverage = published.then(|| covered(manual, &findings, wanted));
                compose::compose(manual, options.today, assets.clone(), coverage.as_ref())
            }));
        }
    }
    findings.sort_by(|a, b| (a.span, a.code()).cmp(&(b.span, b.code())));
    drop(resolved);
    Ok(Compiled { sources, findings, lang, manuals, coverage })
}

/// Adds the profiles that were asked for beside those of the manifest.
fn declare(manual: &mut resolve::Resolved<'_>, wanted: &[String]) {
    let manifest = &mut manual.model.manifest;
    for slug in wanted {
        if manifest.profiles.iter().all(|known| known.value != *slug) {
            manifest.profiles.push(span::Spanned { value: slug.clone(), span: manifest.span });
        }
    }
}

/// The languages to build: those that were asked for, else all that the manifest names, its own first.
fn languages(manual: &resolve::Resolved<'_>, wanted: &[Lang]) -> Vec<Lang> {
    if !wanted.is_empty() {
        return wanted.to_vec();
    }
    let languages = &manual.model.manifest.languages;
    let mut list = vec![languages.default];
    list.extend(languages.others.iter().copied().filter(|l| *l != languages.default));
    list
}

/// Every code that exists, in order.
pub fn entries() -> Vec<&'static Entry> {
    let rules = check::RULES.iter().map(|r| &r.entry);
    parse::entries::ALL.into_iter().chain(rules).collect()
}
