//! The line for several editions: two of them compared, all of them in a row, and what one says of itself.

use crate::diag::{Diagnostic, Severity};
use crate::lang::{Lang, Tongue};
use crate::load::{self, Files, LoadError};
use crate::span::Sources;
use crate::{changes, dress, languages, model, parse, resolve, theme};
use std::sync::OnceLock;

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
    /// What of each could not be read and is not compared.
    pub misread: [Misread; 2],
    /// Whether whole files or entries of each are missing for it, so that most of what is told would be untrue.
    pub lost: [bool; 2],
}

/// What of a manual cannot be read: findings of reading and structure at error level, with the texts that they stand in.
pub type Misread = (Sources, Vec<Diagnostic>);

/// Why two editions were not compared.
#[derive(Debug)]
pub enum Uncompared {
    Load(LoadError),
    /// One that has no manifest to stand on: the first or the second.
    Unreadable(usize),
    /// The new edition has no such role, but these.
    NoRole(Vec<String>),
}

/// Compares two editions by what they say: the same way as [`crate::compile`] up to the resolved manuals. What is told speaks `lang`, else
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
    let (mut old, mut new) = (read(0, old)?, read(1, new)?);
    let misread = |at: usize, errors: &mut Vec<Diagnostic>| {
        let sources = texts[at].get().map(|(sources, _)| sources.clone());
        (sources.unwrap_or_default(), std::mem::take(errors))
    };
    let misread = [misread(0, &mut old.errors), misread(1, &mut new.errors)];
    let tongue = lang.map_or(new.own.tongue, Tongue::from);
    let lang = lang.unwrap_or(new.own.lang);
    let brief = role.map(|role| {
        let roles = &new.own.model.roles;
        let none = || Uncompared::NoRole(roles.iter().map(|role| role.base.id.clone()).collect());
        changes::brief(&old.told(), &new.told(), role, tongue).ok_or_else(none)
    });
    let edition =
        |manual: &Spoken<'_>| manual.own.model.manifest.document.edition.as_ref().map(|edition| edition.value.clone());
    Ok(Compared {
        brief: brief.transpose()?,
        changes: changes::compare(&old.told(), &new.told(), tongue),
        lang,
        editions: [edition(&old), edition(&new)],
        misread,
        lost: [old.lost, new.lost],
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
pub fn history(past: &[Past<'_>], draft: Option<&dyn Files>, langs: &[Tongue]) -> Result<changes::History, LoadError> {
    history_telling(past, draft, langs, &changes::Missing::default(), &mut |_, _| {})
}

/// The same. `tell` hears of each edition of which something could not be read, by its place among those of `past`: it is part of the
/// history without that. Of what is `missing` the dates take account.
///
/// # Errors
/// Those of [`history`].
pub fn history_telling(
    past: &[Past<'_>],
    draft: Option<&dyn Files>,
    langs: &[Tongue],
    missing: &changes::Missing,
    tell: &mut dyn FnMut(usize, Misread),
) -> Result<changes::History, LoadError> {
    use changes::History;
    let marks: Vec<changes::Mark> = past
        .iter()
        .map(|p| changes::Mark { tag: p.tag.into(), commit: p.commit.into(), time: p.time, signed: p.signed })
        .collect();
    let heads = past.iter().map(|past| head(past.files)).collect::<Result<Vec<_>, _>>()?;
    let named: Vec<_> = marks.iter().zip(&heads).map(|(mark, facts)| (mark, facts.as_ref())).collect();
    let order = changes::history::order(&named);
    let mut out = History { missing: missing.clone(), ..History::default() };
    let (readable, unreadable): (Vec<usize>, Vec<usize>) = order.iter().partition(|at| heads[**at].is_some());
    out.unreadable = unreadable;
    let known: Vec<&changes::Facts> = readable.iter().filter_map(|at| heads[*at].as_ref()).collect();
    out.numbers = known.iter().filter_map(|facts| facts.number.clone()).collect();
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
        let Some(mut manual) = spoken(past[at].files, texts)? else { continue };
        if let Some((sources, _)) = texts.get().filter(|_| !manual.errors.is_empty()) {
            tell(at, (sources.clone(), std::mem::take(&mut manual.errors)));
        }
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
    /// What of it could not be read.
    errors: Vec<Diagnostic>,
    /// Whether whole files or entries are missing for it.
    lost: bool,
}

impl Spoken<'_> {
    fn told(&self) -> changes::Told<'_> {
        changes::Told { own: &self.own, translated: &self.translated }
    }
}

fn spoken<'p>(files: &dyn Files, texts: &'p OnceLock<Texts>) -> Result<Option<Spoken<'p>>, LoadError> {
    let mut parsed = parse::files::parse(files)?;
    let (sources, listed) = texts.get_or_init(|| (parsed.sources.clone(), std::mem::take(&mut parsed.assets)));
    let over = |lang| resolve::resolve_closely(sources, listed, &parsed, lang).0;
    let (own, more) = resolve::resolve_closely(sources, listed, &parsed, None);
    let Some(mut own) = own else { return Ok(None) };
    // What ends on a day to come still binds on the day from which the edition holds.
    let begins = own.model.manifest.document.effective.as_ref().map(|day| day.value.start());
    if let Some(day) = begins {
        own.model.settle(day);
    }
    let errors = only_errors(parsed.findings.iter().cloned().chain(more).collect());
    let others = languages(&own.model.manifest, &[]).into_iter().filter(|tongue| *tongue != own.tongue);
    let translated = others.filter_map(|lang| {
        let mut translated = over(Some(lang))?;
        translated.untranslated = own.untranslated(lang);
        if let Some(day) = begins {
            translated.model.settle(day);
        }
        Some(translated)
    });
    let translated = translated.collect();
    Ok(Some(Spoken { own, translated, errors, lost: !parsed.unread.is_empty() }))
}

/// What an edition says of itself, read from its manifest alone; none where there is none to stand on.
///
/// # Errors
/// Only those of the world.
pub fn head(files: &dyn Files) -> Result<Option<changes::Facts>, LoadError> {
    let Some(alone) = manifest_alone(files)? else { return Ok(None) };
    let parsed = parse::files::parse(&alone)?;
    Ok(resolve::resolve(&parsed).0.map(|manual| changes::Facts::of(&manual)))
}

/// The time zone in which a manual counts its days, read from its manifest alone.
///
/// # Errors
/// Only those of the world.
pub fn timezone(files: &dyn Files) -> Result<Option<String>, LoadError> {
    let Some(alone) = manifest_alone(files)? else { return Ok(None) };
    let parsed = parse::files::parse(&alone)?;
    Ok(model::read_manifest(&parsed).and_then(|manifest| manifest.calendar.timezone))
}

fn manifest_alone(files: &dyn Files) -> Result<Option<load::Memory>, LoadError> {
    const MANIFEST: &str = "manual.yaml";
    if files.list()?.iter().all(|entry| entry.path != MANIFEST || entry.kind != load::EntryKind::File) {
        return Ok(None);
    }
    let mut alone = load::Memory::default();
    alone.insert(MANIFEST, files.read(MANIFEST)?);
    Ok(Some(alone))
}

/// What of a manual cannot be read. What is wrong with what it says is not asked.
///
/// # Errors
/// Only those of the world.
pub fn misread(files: &dyn Files) -> Result<Misread, LoadError> {
    let mut parsed = parse::files::parse(files)?;
    let mut findings = std::mem::take(&mut parsed.findings);
    findings.extend(theme::read(&dress(files, &parsed.theme)?, &parsed.sources).1);
    findings.extend(resolve::resolve(&parsed).1);
    Ok((parsed.sources, only_errors(findings)))
}

fn only_errors(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.retain(|finding| finding.severity == Severity::Error);
    findings.sort_by(|a, b| (a.span, a.code()).cmp(&(b.span, b.code())));
    findings
}
