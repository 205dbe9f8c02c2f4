//! The editions of a repository: its tags, what each says of itself, and its files, read once.

use super::list::Dark;
use super::plan::Known;
use super::tell;
use crate::changes::Facts;
use crate::cli::failure::{self, Failure};
use crate::cli::session::Session;
use crate::lang::editions as words;
use crate::load::repository::{EDITION_TAGS, Fault, Repository, Tag};
use crate::load::{Files, Tree};
use crate::publish::{self, Statement};
use std::collections::BTreeSet;

/// What the tags of a repository are.
#[derive(Debug, Default)]
pub struct Discovered {
    /// The editions, each with its place among the files.
    pub tags: Vec<Known>,
    pub files: Vec<Tree>,
    /// Tags that are no edition, and why.
    pub dark: Vec<Dark>,
    pub said: Vec<Failure>,
    /// The tags that were named, by their whole names.
    pub named: BTreeSet<String>,
    pub pattern: String,
}

/// Reads the tags that are editions, those that were named beside them, and those that were named when they were published.
///
/// # Errors
/// A name that no tag has, and references that cannot be listed.
pub fn discover(
    repository: &Repository,
    own: Option<&Facts>,
    names: &[String],
    published: &[String],
    session: &Session<'_>,
) -> Result<Discovered, Failure> {
    let lang = session.lang();
    let pattern = own.and_then(|facts| facts.tags.clone()).unwrap_or_else(|| EDITION_TAGS.to_owned());
    let start = pattern.trim_end_matches('*');
    let fault = |fault: &Fault| failure::repository(lang, fault);
    let mut out = Discovered { pattern: pattern.clone(), ..Discovered::default() };
    let mut tags = Vec::new();
    for tag in repository.tags(&pattern).map_err(|error| fault(&error))? {
        match tag {
            Ok(tag) => tags.push(tag),
            Err(error) => out.refuse(tagged(&error), None, start, fault(&error)),
        }
    }
    for name in names {
        let tag = match repository.tag(&format!("{start}{name}")) {
            Err(Fault::NoTag { .. }) => repository.tag(name),
            found => found,
        };
        let tag = tag.map_err(|error| fault(&error))?;
        out.named.insert(tag.name.clone());
        if tags.iter().all(|known| known.name != tag.name) {
            tags.push(tag);
        }
    }
    for name in published {
        let is_new = tags.iter().all(|known| known.name != *name);
        tags.extend(is_new.then(|| repository.tag(name).ok()).flatten());
    }
    tags.sort_by(|a, b| a.name.cmp(&b.name));
    for tag in &tags {
        out.read(repository, tag, start, session)?;
    }
    Ok(out)
}

impl Discovered {
    fn read(&mut self, repository: &Repository, tag: &Tag, start: &str, session: &Session<'_>) -> Result<(), Failure> {
        let lang = session.lang();
        let files = match repository.edition(tag) {
            Ok(files) => files,
            Err(error) => {
                self.refuse(&tag.name, Some(tag), start, failure::repository(lang, &error));
                return Ok(());
            }
        };
        let load = |error| failure::load(session.words(), &error);
        let Some(facts) = crate::head(&files).map_err(load)? else {
            self.refuse(&tag.name, Some(tag), start, tell::at_tag(words::NO_MANIFEST, None, &tag.name, lang));
            return Ok(());
        };
        let is_draft = facts.is_draft();
        let Some(effective) = facts.effective.filter(|_| !is_draft) else {
            // A manifest that cannot be read says neither; that is what has to be told.
            let broken = tell::misread(&tag.name, &crate::misread(&manifest(&files)).map_err(load)?, lang);
            let (text, help) = match is_draft {
                true => (words::STILL_DRAFT, words::STILL_DRAFT_HELP),
                false => (words::UNDATED, words::UNDATED_HELP),
            };
            let said = match broken.is_empty() {
                true => vec![tell::at_tag(text, Some(help), &tag.name, lang)],
                false => broken,
            };
            self.refuse_all(&tag.name, Some(tag), start, said);
            return Ok(());
        };
        let number = facts.number.clone().filter(|number| !number.trim().is_empty());
        self.tags.push(Known {
            number: number.unwrap_or_else(|| rest(&tag.name, start)),
            tag: tag.name.clone(),
            commit: tag.commit.clone(),
            time: tag.time,
            signed: tag.signed,
            approved: facts.approved.map(|when| when.start()),
            effective: effective.start(),
            langs: facts.langs,
            found: Some(self.files.len()),
        });
        self.files.push(files);
        Ok(())
    }

    fn refuse(&mut self, name: &str, tag: Option<&Tag>, start: &str, said: Failure) {
        self.refuse_all(name, tag, start, vec![said]);
    }

    fn refuse_all(&mut self, name: &str, tag: Option<&Tag>, start: &str, said: Vec<Failure>) {
        self.said.extend(said);
        self.dark.push(Dark {
            tag: name.to_owned(),
            number: rest(name, start),
            commit: tag.map(|tag| tag.commit.clone()),
            signed: tag.is_some_and(|tag| tag.signed),
        });
    }
}

/// What a tag's name says after what all names begin with.
fn rest(name: &str, start: &str) -> String {
    name.strip_prefix(start).filter(|rest| !rest.is_empty()).unwrap_or(name).to_owned()
}

/// The manifest alone, so that only what is wrong with it is told.
fn manifest(files: &Tree) -> crate::load::Memory {
    let mut alone = crate::load::Memory::default();
    if let Ok(bytes) = files.read("manual.yaml") {
        alone.insert("manual.yaml", bytes);
    }
    alone
}

fn tagged(fault: &Fault) -> &str {
    match fault {
        Fault::NoTag { tag }
        | Fault::NotACommit { tag }
        | Fault::NoManual { tag }
        | Fault::Shallow { tag }
        | Fault::Corrupt { tag, .. } => tag,
        Fault::Owner { .. } | Fault::Unborn | Fault::Other { .. } => "",
    }
}

/// What an edition that was published says of itself; none where it is no edition of a tag.
pub fn published(statement: &Statement) -> Option<Known> {
    let publish::Edition { edition, approved, effective, languages, source, .. } = &statement.edition;
    let source = source.as_ref()?;
    let tag = source.tag.as_ref()?;
    let languages = languages.iter().filter_map(|tag| crate::lang::Lang::from_tag(tag));
    Some(Known {
        number: edition.clone()?,
        tag: tag.name.clone(),
        commit: source.commit.clone(),
        time: tag.time,
        signed: tag.signed,
        approved: approved.as_ref().and_then(|day| day.parse().ok()),
        effective: effective.as_ref()?.parse().ok()?,
        langs: languages.collect(),
        found: None,
    })
}
