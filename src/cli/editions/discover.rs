//! The editions of a repository and what was published of them: its tags, what each says of itself, and its files, read once.

use super::list::Dark;
use super::plan::{Damaged, Known};
use super::tags::{self, Found, Refused, Why};
use super::tell;
use crate::changes::Facts;
use crate::cli::failure::{self, Failure};
use crate::cli::session::Session;
use crate::lang::{Lang, Tongue, editions as words};
use crate::load::Tree;
use crate::load::repository::{Fault, Repository};
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
    /// Those among them that would be one if git could read them.
    pub damaged: Vec<Damaged>,
    /// The numbers of all that may be editions and cannot be read as such.
    pub missing: Vec<String>,
    pub said: Vec<Failure>,
    /// What the editions call their manual.
    pub codes: BTreeSet<String>,
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
    let pattern = tags::pattern(own);
    let code = own.and_then(|facts| facts.code.as_deref());
    let fault = |fault: Fault| failure::repository(lang, &fault);
    let mut read = tags::all(repository, &pattern, code).map_err(fault)?;
    let mut out = Discovered { pattern: pattern.clone(), ..Discovered::default() };
    let mut more = Vec::new();
    for name in names {
        let tag = tags::named(repository, &pattern, name).map_err(|error| match name.as_str() {
            "draft" => fault(error).help(words::DRAFT_HELP.in_lang(lang)),
            _ => fault(error),
        })?;
        out.named.insert(tag.name.clone());
        more.push(tag);
    }
    more.extend(published.iter().filter_map(|name| repository.tag(name).ok()));
    for tag in more {
        if read.iter().all(|known| name(known) != tag.name) {
            read.push(tags::edition(repository, &pattern, code, tag));
        }
    }
    read.sort_by(|a, b| name(a).cmp(name(b)));
    for tag in read {
        match tag {
            Ok(found) => out.add(found),
            Err(refused) => out.refuse(&refused, lang),
        }
    }
    Ok(out)
}

fn name(read: &Result<Found, Refused>) -> &str {
    match read {
        Ok(found) => &found.tag.name,
        Err(refused) => &refused.name,
    }
}

impl Discovered {
    fn add(&mut self, found: Found) {
        let Found { tag, number, effective, facts, files } = found;
        self.codes.extend(facts.code);
        self.tags.push(Known {
            number,
            tag: tag.name,
            commit: tag.commit,
            time: tag.time,
            signed: tag.signed,
            approved: facts.approved.map(|when| when.start()),
            effective,
            langs: facts.langs,
            replaces: facts.predecessors,
            found: Some(self.files.len()),
        });
        self.files.push(files);
    }

    fn refuse(&mut self, refused: &Refused, lang: Lang) {
        self.said.extend(tell::refused(refused, lang));
        self.missing.extend(refused.missing(&self.pattern));
        let number = tags::rest(&refused.name, &self.pattern);
        let is_damaged = |fault: &Fault| {
            matches!(fault, Fault::Corrupt { .. } | Fault::Shallow { .. } | Fault::Partial { .. } | Fault::Other { .. })
        };
        if matches!(&refused.why, Why::Fault(fault) if is_damaged(fault)) {
            self.damaged.push(Damaged { tag: refused.name.clone(), number: number.clone() });
        }
        self.dark.push(Dark {
            tag: refused.name.clone(),
            number,
            commit: refused.tag.as_ref().map(|tag| tag.commit.clone()),
            signed: refused.tag.as_ref().is_some_and(|tag| tag.signed),
        });
    }
}

/// What an edition that was published says of itself; none where it is no edition of a tag.
pub fn published(statement: &Statement) -> Option<Known> {
    let publish::Edition { edition, approved, effective, languages, source, .. } = &statement.edition;
    let source = source.as_ref()?;
    let tag = source.tag.as_ref()?;
    let languages = languages.iter().filter_map(|tag| Tongue::of_name(tag));
    Some(Known {
        number: edition.clone()?,
        tag: tag.name.clone(),
        commit: source.commit.clone(),
        time: tag.time,
        signed: tag.signed,
        approved: approved.as_ref().and_then(|day| day.parse().ok()),
        effective: effective.as_ref()?.parse().ok()?,
        langs: languages.collect(),
        replaces: Vec::new(),
        found: None,
    })
}
