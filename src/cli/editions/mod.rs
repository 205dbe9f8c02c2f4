//! `cartilla build --editions`: the editions of a repository as one site.
//!
//! The newest edition in force stands at the root, the others each under an address that lasts, the working copy under `draft/`. What is
//! published already stays byte for byte; only what is new is made.

mod discover;
mod kept;
mod list;
mod make;
mod number;
mod plan;
pub(super) mod tags;
mod tell;

use super::args::BuildArgs;
use super::build::{Progress, refuse_pdf, target};
use super::failure::{self, Failure};
use super::session::Session;
use super::{Outcome, manual, print};
use crate::changes::History;
use crate::lang::{Lang, editions as words};
use crate::load::repository::{Head, Repository};
use crate::load::{Disk, Tree};
use crate::publish::{Archive, Target, archive};
use discover::Discovered;
use plan::{Ground, Plan, Selection, Standing};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) use tell::{legible, misread};

/// How many things that are wrong are told one by one.
const TOLD: usize = 40;

/// Whether a folder holds editions that an earlier build published.
pub fn holds_editions(archive: &Archive) -> bool {
    archive.folders.keys().any(|folder| is_address(folder))
}

fn is_address(folder: &str) -> bool {
    folder.strip_prefix(list::FOLDER).is_some_and(|rest| rest.starts_with('/') && rest.len() > 1)
}

/// A run: what was found, and what is to come of it.
pub(super) struct Run<'a> {
    pub args: &'a BuildArgs,
    pub target: &'a Target,
    pub archive: Archive,
    pub working: Option<manual::Manual>,
    pub repository: Option<Repository>,
    pub found: Discovered,
    pub plan: Plan,
    pub selection: Selection,
    history: OnceCell<Arc<History>>,
    /// Whether something was told that the caller must act upon.
    pub failed: bool,
}

pub fn run(args: &BuildArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    refuse_pdf(args.format, session)?;
    let folder: PathBuf = {
        let current = &session.environment.current;
        // Without the `.` that stands for the current folder.
        current.join(manual::locate(args.manual.as_deref(), current)).components().collect()
    };
    let lang = session.lang();
    let wants_tags = !args.editions.is_empty();
    let repository = match wants_tags {
        true => Some(opened(&folder, lang)?),
        false => None,
    };
    let standing = repository.as_ref().map(Repository::standing).transpose();
    let standing = standing.map_err(|fault| failure::repository(lang, &fault))?;
    let is_bare = standing.as_ref().is_some_and(|standing| standing.bare);
    let working = if is_bare { None } else { Some(manual::open(args.manual.as_deref(), session)?) };
    let own = own_facts(working.as_ref().map(|manual| &manual.files), repository.as_ref(), session)?;
    if let Some(own) = own.as_ref().and_then(|facts| facts.langs.first()) {
        session.adopt(*own);
    }
    let around = working.as_ref().map_or(folder.as_path(), |manual| manual.files.root());
    let target = target(&args.out, around, session)?;
    let archive = archive(&target).map_err(|error| failure::publish(session.words(), &error))?;

    let names: Vec<String> =
        args.editions.iter().filter(|name| !matches!(name.as_str(), "all" | "current")).cloned().collect();
    let found = match &repository {
        Some(repository) => discover::discover(repository, own.as_ref(), &names, &tags_of(&archive), session)?,
        None => Discovered::default(),
    };
    let selection = match wants_tags {
        false => Selection::Working,
        true if args.editions.iter().any(|name| name == "all") => Selection::All,
        true => Selection::Tags(found.named.clone()),
    };
    let mut run = Run {
        args,
        target: &target,
        archive,
        working,
        repository,
        found,
        plan: Plan::default(),
        selection,
        history: OnceCell::new(),
        failed: false,
    };
    if standing.as_ref().is_some_and(|standing| standing.shallow) {
        session.say(words::SHALLOW.in_lang(session.lang()));
    }
    if standing.as_ref().is_some_and(|standing| standing.head == Head::Unborn) && run.found.tags.is_empty() && is_bare {
        return Err(failure::repository(session.lang(), &crate::load::repository::Fault::Unborn));
    }
    run.settle(session)?;
    if run.plan.is_blocked() {
        session.say(session.words().progress.nothing_published);
        return Ok(Outcome::Findings);
    }
    let progress = Progress::new(session.environment.terminal);
    run.publish(&progress, session)?;
    Ok(if run.failed { Outcome::Findings } else { Outcome::Clean })
}

/// The tags of the editions that are published.
fn tags_of(archive: &Archive) -> Vec<String> {
    let statements = archive.folders.values().filter_map(|archived| archived.statement.as_ref());
    statements.filter_map(discover::published).map(|known| known.tag).collect()
}

/// The repository around a folder, without which there are no editions.
fn opened(folder: &std::path::Path, lang: Lang) -> Result<Repository, Failure> {
    match Repository::around(folder).map_err(|fault| failure::repository(lang, &fault))? {
        Some(repository) => Ok(repository),
        None => {
            let text = words::NO_REPOSITORY.fill(lang, &[("path", folder.display().to_string())]);
            Err(Failure::new(text).help(words::NO_REPOSITORY_HELP.in_lang(lang)))
        }
    }
}

/// What the working copy says of itself, or the last commit where there is none.
fn own_facts(
    working: Option<&Disk>,
    repository: Option<&Repository>,
    session: &Session<'_>,
) -> Result<Option<crate::changes::Facts>, Failure> {
    let load = |error| failure::load(session.words(), &error);
    if let Some(files) = working {
        return crate::head(files).map_err(load);
    }
    let head: Option<Tree> = match repository {
        Some(repository) => repository.head().map_err(|fault| failure::repository(session.lang(), &fault))?,
        None => None,
    };
    head.map(|files| crate::head(&files)).transpose().map(Option::flatten).map_err(load)
}

impl Run<'_> {
    /// Makes the plan, and looks whether what is to be made can be read; tells all that is wrong.
    fn settle(&mut self, session: &mut Session<'_>) -> Result<(), Failure> {
        let lang = session.lang();
        let mut ground = self.ground(session);
        let mut said = std::mem::take(&mut self.found.said);
        let mut looked = BTreeSet::new();
        loop {
            self.plan = plan::plan(&ground);
            let mut spoiled = false;
            for entry in &self.plan.entries {
                let is_made = entry.root == Some(plan::Deed::Make) || entry.own == Some(plan::Deed::Make);
                let (Some(found), tag) = (entry.known.found, &entry.known.tag) else { continue };
                if !is_made || !looked.insert(tag.clone()) {
                    continue;
                }
                let misread = crate::misread(&self.found.files[found]);
                let misread = misread.map_err(|error| failure::load(session.words(), &error))?;
                if !misread.1.is_empty() {
                    said.extend(tell::misread(tag, &misread, lang));
                    let slots = [("tag", tag.clone()), ("number", entry.known.number.clone())];
                    said.push(Failure::new(words::NOT_RENDERED.fill(lang, &slots)));
                    ground.unreadable.insert(tag.clone());
                    spoiled = true;
                }
            }
            if !spoiled {
                break;
            }
        }
        said.extend(self.plan.troubles.iter().map(|trouble| tell::trouble(trouble, lang)));
        self.failed = !said.is_empty();
        for failure in said.iter().take(TOLD) {
            session.say(&print::failure(failure, session.words()));
        }
        if let Some(more) = said.len().checked_sub(TOLD).filter(|more| *more > 0) {
            session.say(&words::MORE.fill(lang, &[("n", more.to_string())]));
        }
        for folder in &self.plan.remade {
            session.say(&words::REMADE.fill(lang, &[("folder", format!("{}/{folder}", list::FOLDER))]));
        }
        for folder in &self.plan.lacking {
            session.say(&words::LACKING.fill(lang, &[("folder", format!("{}/{folder}", list::FOLDER))]));
        }
        let nothing = self.plan.entries.is_empty() && self.selection != Selection::Working;
        if nothing {
            let text = words::NO_TAGS.fill(lang, &[("pattern", self.found.pattern.clone())]);
            let failure = Failure::new(text).help(words::NO_TAGS_HELP.in_lang(lang));
            if self.selection != Selection::All {
                return Err(failure);
            }
            // Of a manual whose first edition is still to come.
            session.say(&failure.text);
        } else if matches!(self.selection, Selection::Tags(_)) && self.plan.in_force().is_none() {
            let failure = Failure::new(words::NONE_IN_FORCE.in_lang(lang));
            return Err(failure.help(words::NONE_IN_FORCE_HELP.in_lang(lang)));
        }
        Ok(())
    }

    fn ground(&self, session: &Session<'_>) -> Ground {
        let standing = self.archive.folders.iter().filter(|(folder, _)| is_address(folder));
        let standing = standing.map(|(folder, archived)| Standing {
            folder: folder.trim_start_matches(list::FOLDER).trim_start_matches('/').to_owned(),
            known: archived.statement.as_ref().and_then(discover::published),
            whole: archived.whole,
            complete: self.is_complete(folder, archived.statement.as_ref()),
        });
        let root = self.archive.folders.get("").map(|archived| Standing {
            folder: String::new(),
            known: archived.statement.as_ref().and_then(discover::published),
            whole: archived.statement.is_some() && self.root_files().keys().all(|p| !self.archive.damaged.contains(p)),
            complete: self.is_complete("", archived.statement.as_ref()),
        });
        Ground {
            tags: self.found.tags.clone(),
            standing: standing.collect(),
            root,
            today: self.args.today.unwrap_or(session.environment.today),
            selection: self.selection.clone(),
            force: self.args.force,
            unreadable: BTreeSet::new(),
        }
    }

    /// The languages that are wanted of an edition that has some.
    fn languages(&self, own: &[Lang]) -> Vec<Lang> {
        let wanted: Vec<Lang> = self.args.lang.iter().copied().filter(|lang| own.contains(lang)).collect();
        match wanted.is_empty() {
            true if self.args.lang.is_empty() => own.to_vec(),
            true => own.iter().copied().take(1).collect(),
            false => wanted,
        }
    }
}
