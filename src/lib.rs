#![doc = include_str!("README.md")]

pub mod analysis;
pub mod changes;
pub mod check;
pub mod cli;
pub mod compose;
pub mod diag;
pub mod diagram;
mod editions;
pub mod grammar;
pub mod ir;
pub mod lang;
pub mod load;
pub mod model;
pub mod parse;
pub mod preview;
pub mod profiles;
pub mod publish;
pub mod reference;
pub mod render;
pub mod resolve;
pub mod span;
pub mod theme;
pub mod values;

pub use editions::{Compared, Misread, Past, Uncompared, compare, head, history, history_telling, misread, timezone};

use compose::coverage::{Coverage, Ground};
use diag::{Diagnostic, Entry};
use lang::{Lang, Tongue};
use load::{Files, LoadError};
use rayon::prelude::*;
use span::Sources;
use theme::Theme;

/// What to compile, beside the files.
#[derive(Debug, Clone)]
pub struct Options {
    pub today: jiff::civil::Date,
    /// Languages of the content that are wanted; none asks for the manual's own.
    pub langs: Vec<Tongue>,
    /// The language of messages inside the coverage; none takes the manual's own.
    pub messages: Option<Lang>,
    /// Profiles beside those of the manifest.
    pub profiles: Vec<String>,
    /// The editions before it, where they are to be told.
    pub history: Option<changes::Seen>,
}

/// A compiled manual.
#[derive(Debug)]
pub struct Compiled {
    pub sources: Sources,
    /// By file, place and code; levels are final.
    pub findings: Vec<Diagnostic>,
    /// The program's language for those who look after the manual: its own, or that of the words around it.
    pub lang: Lang,
    /// One for each language that was built; none when too little could be read, or when none was asked for.
    pub manuals: Vec<ir::Manual>,
    pub coverage: Option<Coverage>,
    /// What the manuals are dressed in: the manual's own theme, laid over the program's.
    pub theme: Theme,
    /// How each translation stands.
    pub translations: Vec<resolve::Standing>,
    /// False where something could not be read, so that the manuals may lack what is in the files.
    pub whole: bool,
}

/// How far along the line a compilation goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Until {
    Findings,
    Coverage,
    Manuals,
}

/// The whole line from files to composed manuals: load → parse → resolve → check → compose.
///
/// # Errors
/// Only those of the world, such as a folder that cannot be listed, or files that change while they are read. What is wrong with
/// the text is a finding.
pub fn compile(files: &dyn Files, options: &Options) -> Result<Compiled, LoadError> {
    follow(files, options, Until::Manuals, "")
}

/// The same for an edition that is published in a folder beneath the manual's address, which its codes lead to: `editions/2025.1/`.
///
/// # Errors
/// Those of [`compile`].
pub fn compile_beneath(folder: &str, files: &dyn Files, options: &Options) -> Result<Compiled, LoadError> {
    follow(files, options, Until::Manuals, folder)
}

/// The line as far as the findings, the same ones as [`compile`] has: neither manuals nor coverage.
///
/// # Errors
/// Those of [`compile`].
pub fn judge(files: &dyn Files, options: &Options) -> Result<Compiled, LoadError> {
    follow(files, options, Until::Findings, "")
}

/// The line as far as findings and coverage: no manuals.
///
/// # Errors
/// Those of [`compile`].
pub fn survey(files: &dyn Files, options: &Options) -> Result<Compiled, LoadError> {
    follow(files, options, Until::Coverage, "")
}

fn follow(files: &dyn Files, options: &Options, until: Until, folder: &str) -> Result<Compiled, LoadError> {
    let mut parsed = parse::files::parse(files)?;
    let mut findings = std::mem::take(&mut parsed.findings);
    let (theme, more) = theme::read(&dress(files, &parsed.theme)?, &parsed.sources);
    findings.extend(more);
    // The texts are shared: what is resolved reads these, and the trees need not live as long as it.
    let (sources, listed) = (parsed.sources.clone(), std::mem::take(&mut parsed.assets));
    let manifest = model::read_manifest(&parsed);
    let own = manifest.as_ref().map_or(Lang::Es.into(), |manifest| manifest.languages.default);
    let lang = manifest.as_ref().map_or(Lang::Es, |manifest| manifest.languages.words());
    let wanted = manifest.as_ref().map_or_else(Vec::new, |manifest| languages(manifest, &options.langs));
    // The original is read last, since its trees can then be let go of one by one.
    let over = |tongue: Tongue| resolve::resolve_over(&sources, &listed, &parsed, Some(tongue));
    let others = wanted.iter().copied().filter(|wanted| *wanted != own);
    let (mut translated, told) = translations(&parsed, others, options.today, until, over);
    let (mut resolved, more) = resolve::resolve_last(&sources, &listed, &mut parsed);
    findings.extend(more);
    findings.extend(told);
    if let Some(original) = &mut resolved {
        original.model.settle(options.today);
        declare(original, &options.profiles);
        original.editions = options.history.as_ref().map_or_else(Vec::new, changes::Seen::dated);
        folder.clone_into(&mut original.folder);
        for manual in &mut translated {
            folder.clone_into(&mut manual.folder);
            manual.model.manifest.profiles.clone_from(&original.model.manifest.profiles);
            (manual.untranslated, manual.stale) = (original.untranslated(manual.tongue), original.stale(manual.tongue));
        }
    }
    let mut manuals = Vec::new();
    let mut coverage = None;
    if let Some(resolved) = &resolved {
        let bonds = || (until == Until::Manuals).then(|| compose::obligations::of(resolved));
        let (told, bonds) = rayon::join(|| check::check(resolved, options.today), bonds);
        findings.extend(told);
        let settled = check::levels::settle(resolved, findings, options.today);
        findings = settled.findings;
        // Of what could not be read, rules would tell consequences only.
        let certain = |f: &Diagnostic| parsed.unread.is_empty() && !resolved.is_consequence(f);
        findings.retain(|f| f.code().starts_with('E') || certain(f));
        resolved.settle_orphans(&mut findings);
        findings.iter_mut().for_each(|finding| finding.at_home(resolved.locale));
        let covered = |manual: &resolve::Resolved<'_>, lang| {
            let waived = settled.waived.as_slice();
            let ground = Ground { findings: &findings, waived, lang, today: options.today };
            compose::coverage::coverage(manual, ground)
        };
        coverage = (until >= Until::Coverage).then(|| covered(resolved, options.messages.unwrap_or(lang)));
        // A picture that cannot be read is told whatever is asked for.
        let assets = compose::assets(files, &listed)?;
        if let Some(mut obligations) = bonds {
            if let Some(seen) = &options.history {
                seen.remember(&mut obligations);
            }
            let seen = options.history.as_ref();
            // The original comes first, wanted or not: its words are the addresses of all.
            let tongues: Vec<_> = std::iter::once(resolved).chain(&translated).collect();
            let past = |manual: &&resolve::Resolved<'_>| seen.and_then(|seen| changes::page::past(seen, manual));
            let pasts: Vec<_> = tongues.par_iter().map(past).collect();
            let drafts = tongues.par_iter().zip(&pasts).map(|(manual, past)| {
                let published = manual.model.manifest.document.publishes_coverage;
                let coverage = published.then(|| covered(manual, manual.lang));
                compose::draft(manual, options.today, coverage.as_ref(), &obligations, past.as_ref())
            });
            let mut drafts: Vec<_> = drafts.collect();
            compose::give_addresses(&mut drafts);
            drafts.retain(|draft| wanted.contains(&draft.tongue()));
            drafts.sort_by_key(|draft| wanted.iter().position(|tongue| *tongue == draft.tongue()));
            let finish = |draft: compose::Draft<'_>| {
                let locale = draft.locale();
                let mut composed = draft.finish(options.today, assets.clone());
                composed.data = seen.map_or_else(Vec::new, |seen| changes::data::files(seen, locale));
                composed
            };
            manuals.par_extend(drafts.into_par_iter().map(finish));
        }
    }
    findings.sort_by(|a, b| (a.span, a.code()).cmp(&(b.span, b.code())));
    let translations = resolved.as_ref().map_or_else(Vec::new, |resolved| resolved.standings(options.today));
    // What is let go of is large, in pieces without number.
    rayon::join(|| drop(resolved), || drop(translated));
    files.unchanged()?;
    let whole = parsed.unread.is_empty();
    Ok(Compiled { sources, findings, lang, manuals, coverage, theme, translations, whole })
}

/// The files of the manual's theme.
fn dress(files: &dyn Files, named: &[(String, span::FileId)]) -> Result<theme::Files, LoadError> {
    let given = |(name, file): &(String, span::FileId)| {
        let bytes = files.read(&format!("theme/{name}"))?;
        let bytes = match parse::files::is_text_of_theme(name) {
            true => parse::source::plain(bytes),
            false => bytes,
        };
        Ok((name.clone(), theme::Given { file: *file, bytes }))
    };
    named.iter().map(given).collect()
}

/// The manual in other languages where it is to be composed, and the findings about its translations: those that stand in their own
/// files.
fn translations<'p>(
    parsed: &parse::files::Parsed,
    langs: impl Iterator<Item = Tongue>,
    today: jiff::civil::Date,
    until: Until,
    resolve: impl Fn(Tongue) -> (Option<resolve::Resolved<'p>>, Vec<Diagnostic>),
) -> (Vec<resolve::Resolved<'p>>, Vec<Diagnostic>) {
    let mut manuals = Vec::new();
    let mut findings = Vec::new();
    for lang in langs {
        let own = parsed.files_in(lang);
        let (translated, more) = resolve(lang);
        findings.extend(more.into_iter().filter(|finding| own.contains(&finding.span.file)));
        let Some(mut translated) = translated else { continue };
        translated.model.settle(today);
        findings.extend(check::check_words(&translated, today));
        manuals.extend((until == Until::Manuals).then_some(translated));
    }
    (manuals, findings)
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
fn languages(manifest: &model::manifest::Manifest, wanted: &[Tongue]) -> Vec<Tongue> {
    if !wanted.is_empty() {
        return wanted.to_vec();
    }
    let languages = &manifest.languages;
    let mut list = vec![languages.default];
    list.extend(languages.others.iter().copied().filter(|l| *l != languages.default));
    list
}

/// Every code that exists, in order.
pub fn entries() -> Vec<&'static Entry> {
    let rules = check::RULES.iter().map(|r| &r.entry);
    parse::entries::ALL.into_iter().chain(theme::entries::ALL).chain(rules).collect()
}
