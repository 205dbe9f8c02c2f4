#![doc = include_str!("README.md")]

pub mod analysis;
pub mod changes;
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
pub mod preview;
pub mod profiles;
pub mod publish;
pub mod reference;
pub mod render;
pub mod resolve;
pub mod span;
pub mod theme;
pub mod values;

use compose::coverage::{Coverage, Ground};
use diag::{Diagnostic, Entry};
use lang::Lang;
use load::{Files, LoadError};
use span::Sources;
use std::sync::OnceLock;
use theme::Theme;

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
    /// The editions before it, where they are to be told.
    pub history: Option<changes::Seen>,
}

/// A compiled manual.
#[derive(Debug)]
pub struct Compiled {
    pub sources: Sources,
    /// By file, place and code; levels are final.
    pub findings: Vec<Diagnostic>,
    /// The manual's own language.
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
    follow(files, options, Until::Manuals)
}

/// The line as far as the findings, the same ones as [`compile`] has: neither manuals nor coverage.
///
/// # Errors
/// Those of [`compile`].
pub fn judge(files: &dyn Files, options: &Options) -> Result<Compiled, LoadError> {
    follow(files, options, Until::Findings)
}

/// The line as far as findings and coverage: no manuals.
///
/// # Errors
/// Those of [`compile`].
pub fn survey(files: &dyn Files, options: &Options) -> Result<Compiled, LoadError> {
    follow(files, options, Until::Coverage)
}

fn follow(files: &dyn Files, options: &Options, until: Until) -> Result<Compiled, LoadError> {
    let mut parsed = parse::files::parse(files)?;
    let mut findings = std::mem::take(&mut parsed.findings);
    let (theme, more) = theme::read(&dress(files, &parsed.theme)?, &parsed.sources);
    findings.extend(more);
    // The texts are shared: what is resolved reads these, and the trees need not live as long as it.
    let (sources, listed) = (parsed.sources.clone(), std::mem::take(&mut parsed.assets));
    let manifest = model::read_manifest(&parsed);
    let lang = manifest.as_ref().map_or(Lang::Es, |manifest| manifest.languages.default);
    let wanted = manifest.as_ref().map_or_else(Vec::new, |manifest| languages(manifest, &options.langs));
    // The original is read last, since its trees can then be let go of one by one.
    let over = |lang: Lang| resolve::resolve_over(&sources, &listed, &parsed, Some(lang));
    let others = wanted.iter().copied().filter(|wanted| *wanted != lang);
    let (mut translated, told) = translations(&parsed, others, options.today, until, over);
    let (mut resolved, more) = resolve::resolve_last(&sources, &listed, &mut parsed);
    findings.extend(more);
    findings.extend(told);
    if let Some(original) = &mut resolved {
        declare(original, &options.profiles);
        original.editions = options.history.as_ref().map_or_else(Vec::new, changes::Seen::dated);
        for manual in &mut translated {
            manual.model.manifest.profiles.clone_from(&original.model.manifest.profiles);
            (manual.untranslated, manual.stale) = (original.untranslated(manual.lang), original.stale(manual.lang));
        }
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
        findings.iter_mut().for_each(|finding| finding.at_home(resolved.locale));
        let covered = |manual: &resolve::Resolved<'_>, lang| {
            let waived = settled.waived.as_slice();
            let ground = Ground { findings: &findings, waived, lang, today: options.today };
            compose::coverage::coverage(manual, ground)
        };
        coverage = (until >= Until::Coverage).then(|| covered(resolved, options.messages.unwrap_or(lang)));
        // A picture that cannot be read is told whatever is asked for.
        let assets = compose::assets(files, &listed)?;
        if until == Until::Manuals {
            let obligations = compose::obligations::of(resolved);
            for wanted in wanted {
                let manual = match wanted == lang {
                    true => Some(resolved),
                    false => translated.iter().find(|manual| manual.lang == wanted),
                };
                manuals.extend(manual.map(|manual| {
                    let published = manual.model.manifest.document.publishes_coverage;
                    let coverage = published.then(|| covered(manual, wanted));
                    let seen = options.history.as_ref();
                    let past = seen.and_then(|seen| changes::page::past(seen, manual));
                    let (assets, coverage, past) = (assets.clone(), coverage.as_ref(), past.as_ref());
                    let mut composed =
                        compose::compose(manual, options.today, assets, coverage, &obligations, past);
                    composed.data = seen.map_or_else(Vec::new, |seen| changes::data::files(seen, wanted));
                    composed
                }));
            }
        }
    }
    findings.sort_by(|a, b| (a.span, a.code()).cmp(&(b.span, b.code())));
    let translations = resolved.as_ref().map_or_else(Vec::new, |resolved| resolved.standings(options.today));
    drop((resolved, translated));
    files.unchanged()?;
    let whole = parsed.unread.is_empty();
    Ok(Compiled { sources, findings, lang, manuals, coverage, theme, translations, whole })
}

/// Two editions compared.
#[derive(Debug)]
pub struct Compared {
    pub changes: changes::Changes,
    /// What changes for the role that was asked for.
    pub brief: Option<changes::Brief>,
    /// The language in which it is told.
    pub lang: Lang,
    /// What each manual calls its edition.
    pub editions: [Option<String>; 2],
}

/// Why two editions were not compared.
#[derive(Debug)]
pub enum Uncompared {
    Load(LoadError),
    /// One that has no manifest to stand on: the first or the second.
    Unreadable(usize),
    /// The new edition has no such role, but these.
    NoRole(Vec<String>),
}

/// Compares two editions by what they say: the same way as [`compile`] up to the resolved manuals. What is told speaks `lang`, else
/// the language of the new edition.
///
/// # Errors
/// Those of the world, and an edition of which nothing can be read.
pub fn compare(
    old: &dyn Files,
    new: &dyn Files,
    lang: Option<Lang>,
    role: Option<&str>,
) -> Result<Compared, Uncompared> {
    let texts = [OnceLock::new(), OnceLock::new()];
    let read = |at: usize, files| match spoken(files, &texts[at]) {
        Err(error) => Err(Uncompared::Load(error)),
        Ok(None) => Err(Uncompared::Unreadable(at)),
        Ok(Some(manual)) => Ok(manual),
    };
    let (old, new) = (read(0, old)?, read(1, new)?);
    let lang = lang.unwrap_or(new.own.lang);
    let brief = role.map(|role| {
        let roles = &new.own.model.roles;
        let none = || Uncompared::NoRole(roles.iter().map(|role| role.base.id.clone()).collect());
        changes::brief(&old.told(), &new.told(), role, lang).ok_or_else(none)
    });
    let edition =
        |manual: &Spoken<'_>| manual.own.model.manifest.document.edition.as_ref().map(|edition| edition.value.clone());
    Ok(Compared {
        brief: brief.transpose()?,
        changes: changes::compare(&old.told(), &new.told(), lang),
        lang,
        editions: [edition(&old), edition(&new)],
    })
}

/// An edition that a tag names.
#[derive(Clone, Copy)]
pub struct Past<'a> {
    /// The name without `refs/tags/`.
    pub tag: &'a str,
    pub commit: &'a str,
    /// Seconds since 1970.
    pub time: i64,
    pub signed: bool,
    pub files: &'a dyn Files,
}

/// The editions of a manual in the order in which they hold, and what each changed. Each is read once and let go again; the changes
/// are told in the languages of each edition, or in those of `langs` that it has.
///
/// # Errors
/// Only those of the world. What cannot be read as a manual is listed as such.
pub fn history(past: &[Past<'_>], draft: Option<&dyn Files>, langs: &[Lang]) -> Result<changes::History, LoadError> {
    use changes::History;
    let marks: Vec<changes::Mark> = past
        .iter()
        .map(|p| changes::Mark { tag: p.tag.into(), commit: p.commit.into(), time: p.time, signed: p.signed })
        .collect();
    let heads = past.iter().map(|past| head(past.files)).collect::<Result<Vec<_>, _>>()?;
    let named: Vec<_> = marks.iter().zip(&heads).map(|(mark, facts)| (mark, facts.as_ref())).collect();
    let order = changes::history::order(&named);
    let mut out = History::default();
    let (readable, unreadable): (Vec<usize>, Vec<usize>) = order.iter().partition(|at| heads[**at].is_some());
    out.unreadable = unreadable;
    let known: Vec<&changes::Facts> = readable.iter().filter_map(|at| heads[*at].as_ref()).collect();
    let follows = match draft.map(head).transpose()?.flatten() {
        Some(own) => History::follows(&known, &own),
        None => None,
    };
    // The texts stay, which are small; the models go as soon as the next edition has been compared with them.
    let texts: Vec<OnceLock<Texts>> = (0..=past.len()).map(|_| OnceLock::new()).collect();
    let [.., of_draft] = texts.as_slice() else { return Ok(out) };
    let mut last: Option<Spoken<'_>> = None;
    let with_draft = |out: &mut History, last: Option<&Spoken<'_>>| -> Result<(), LoadError> {
        let Some(files) = draft else { return Ok(()) };
        if let Some(manual) = spoken(files, of_draft)? {
            out.draft(follows, last.map(Spoken::told).as_ref(), &manual.told(), langs);
        }
        Ok(())
    };
    if follows.is_none() {
        with_draft(&mut out, None)?;
    }
    for (at, texts) in readable.into_iter().zip(&texts) {
        let Some(manual) = spoken(past[at].files, texts)? else { continue };
        out.push(marks[at].clone(), at, last.as_ref().map(Spoken::told).as_ref(), &manual.told(), langs);
        if follows == Some(out.editions.len() - 1) {
            with_draft(&mut out, Some(&manual))?;
        }
        last = Some(manual);
    }
    Ok(out)
}

/// What is kept of the files of an edition while it is compared.
type Texts = (Sources, Vec<String>);

/// A manual in its own language and in the others that it has.
struct Spoken<'p> {
    own: resolve::Resolved<'p>,
    translated: Vec<resolve::Resolved<'p>>,
}

impl Spoken<'_> {
    fn told(&self) -> changes::Told<'_> {
        changes::Told { own: &self.own, translated: &self.translated }
    }
}

fn spoken<'p>(files: &dyn Files, texts: &'p OnceLock<Texts>) -> Result<Option<Spoken<'p>>, LoadError> {
    let mut parsed = parse::files::parse(files)?;
    let (sources, listed) = texts.get_or_init(|| (parsed.sources.clone(), std::mem::take(&mut parsed.assets)));
    let over = |lang| resolve::resolve_over(sources, listed, &parsed, lang).0;
    let Some(own) = over(None) else { return Ok(None) };
    let others = languages(&own.model.manifest, &[]).into_iter().filter(|lang| *lang != own.lang);
    let translated = others.filter_map(|lang| {
        let mut translated = over(Some(lang))?;
        translated.untranslated = own.untranslated(lang);
        Some(translated)
    });
    let translated = translated.collect();
    Ok(Some(Spoken { own, translated }))
}

/// What an edition says of itself, read from its manifest alone; none where there is none to stand on.
///
/// # Errors
/// Only those of the world.
pub fn head(files: &dyn Files) -> Result<Option<changes::Facts>, LoadError> {
    const MANIFEST: &str = "manual.yaml";
    if files.list()?.iter().all(|entry| entry.path != MANIFEST || entry.kind != load::EntryKind::File) {
        return Ok(None);
    }
    let mut alone = load::Memory::default();
    alone.insert(MANIFEST, files.read(MANIFEST)?);
    let parsed = parse::files::parse(&alone)?;
    Ok(resolve::resolve(&parsed).0.map(|manual| changes::Facts::of(&manual)))
}

/// What of a manual cannot be read: the findings at error level of reading and structure, with the texts that they stand in. What is
/// wrong with what it says is not asked.
///
/// # Errors
/// Only those of the world.
pub fn misread(files: &dyn Files) -> Result<(Sources, Vec<Diagnostic>), LoadError> {
    let mut parsed = parse::files::parse(files)?;
    let mut findings = std::mem::take(&mut parsed.findings);
    findings.extend(theme::read(&dress(files, &parsed.theme)?, &parsed.sources).1);
    findings.extend(resolve::resolve(&parsed).1);
    findings.retain(|finding| finding.severity == diag::Severity::Error);
    findings.sort_by(|a, b| (a.span, a.code()).cmp(&(b.span, b.code())));
    Ok((parsed.sources, findings))
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
    langs: impl Iterator<Item = Lang>,
    today: jiff::civil::Date,
    until: Until,
    resolve: impl Fn(Lang) -> (Option<resolve::Resolved<'p>>, Vec<Diagnostic>),
) -> (Vec<resolve::Resolved<'p>>, Vec<Diagnostic>) {
    let mut manuals = Vec::new();
    let mut findings = Vec::new();
    for lang in langs {
        let own = parsed.files_in(lang);
        let (translated, more) = resolve(lang);
        findings.extend(more.into_iter().filter(|finding| own.contains(&finding.span.file)));
        let Some(translated) = translated else { continue };
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
fn languages(manifest: &model::manifest::Manifest, wanted: &[Lang]) -> Vec<Lang> {
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
