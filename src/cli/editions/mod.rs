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
use crate::changes::{Facts, History};
use crate::lang::{Lang, Tongue, editions as words};
use crate::load::repository::{Head, Repository};
use crate::load::{Disk, Files, Tree};
use crate::publish::{Archive, Statement, Target, archive};
use discover::Discovered;
use jiff::civil::Date;
use plan::{Ground, Named, Plan, Selection, Standing};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) use tell::{legible, misread, misread_in};

/// How many things that are wrong are told one by one.
const TOLD: usize = 40;

/// Refuses to put a working copy alone where the editions of a manual stand: readers would lose the one in force.
pub(super) fn refuse_alone(
    archive: &Archive,
    files: &Disk,
    args: &BuildArgs,
    session: &Session<'_>,
) -> Result<(), Failure> {
    let is_edition = |statement: &Statement| discover::published(statement).is_some();
    let has_edition = archive.folders.values().any(|a| a.statement.as_ref().is_some_and(is_edition));
    if !has_edition && !archive.folders.keys().any(|folder| is_address(folder)) {
        return Ok(());
    }
    let lang = session.lang();
    let own = crate::head(files).ok().flatten();
    let codes: Vec<String> = own.and_then(|facts| facts.code).into_iter().collect();
    if let Some(other) = foreign(archive, &codes) {
        return Err(another(&args.out, &other, &codes, lang));
    }
    let text = words::SITE_OF_EDITIONS.fill(lang, &[("path", args.out.display().to_string())]);
    Err(Failure::new(text).help(words::SITE_OF_EDITIONS_HELP.in_lang(lang)))
}

/// The code of another manual whose editions stand in a folder; none where a code is not known, or is one of these.
fn foreign(archive: &Archive, codes: &[String]) -> Option<String> {
    let statements = archive.folders.values().filter_map(|archived| archived.statement.as_ref());
    let published = statements.filter_map(|statement| statement.edition.manual.code.as_ref());
    let published: Vec<&String> = published.collect();
    let is_own = codes.is_empty() || published.iter().any(|code| codes.contains(code));
    published.first().filter(|_| !is_own).map(|code| (*code).clone())
}

fn another(out: &std::path::Path, other: &str, codes: &[String], lang: Lang) -> Failure {
    let slots = [
        ("path", out.display().to_string()),
        ("other", legible(other)),
        ("code", legible(codes.first().map_or("", String::as_str))),
    ];
    Failure::new(words::ANOTHER_MANUAL.fill(lang, &slots)).help(words::ANOTHER_MANUAL_HELP.in_lang(lang))
}

/// What was changed by hand stays, and is named, unless its replacement is asked for.
fn refuse_edited(archive: &Archive, target: &Target, args: &BuildArgs, session: &Session<'_>) -> Result<(), Failure> {
    let is_there = |path: &&String| std::fs::symlink_metadata(target.folder().join(path)).is_ok();
    let edited: Vec<String> = archive.damaged.iter().filter(is_there).cloned().collect();
    if args.force || edited.is_empty() {
        return Ok(());
    }
    let error = crate::publish::PublishError::Edited(target.folder().to_owned(), edited);
    Err(failure::publish(session.words(), &error))
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
    pub repository: Repository,
    /// Whether the clone lacks part of the commits, and of the tags perhaps.
    pub shallow: bool,
    /// What the working copy says of itself, or the last commit.
    pub own: Option<Facts>,
    pub found: Discovered,
    /// The day of the build, where the manual is in force.
    pub today: Date,
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
    let repository = opened(&folder, lang)?;
    let standing = repository.standing().map_err(|fault| failure::repository(lang, &fault))?;
    let working = if standing.bare { None } else { Some(manual::open(args.manual.as_deref(), session)?) };
    let (own, today) = own_facts(working.as_ref().map(|manual| &manual.files), &repository, session)?;
    if let Some(words) = own.as_ref().and_then(|facts| facts.words) {
        session.adopt(words);
    }
    let around = working.as_ref().map_or(folder.as_path(), |manual| manual.files.root());
    let target = target(&args.out, around, session)?;
    let mut archive = archive(&target).map_err(|error| failure::publish(session.words(), &error))?;
    refuse_edited(&archive, &target, args, session)?;

    let names: Vec<String> =
        args.editions.iter().filter(|name| !matches!(name.as_str(), "all" | "current")).cloned().collect();
    let found = discover::discover(&repository, own.as_ref(), &names, &tags_of(&archive), session)?;
    let code = own.as_ref().and_then(|facts| facts.code.clone());
    let codes: Vec<String> = code.into_iter().chain(found.codes.clone()).collect();
    if let Some(other) = foreign(&archive, &codes) {
        if !args.force {
            return Err(another(&args.out, &other, &codes, session.lang()));
        }
        // Nothing of another manual is an edition of this one.
        archive = Archive::default();
    }
    let selection = match args.editions.iter().any(|name| name == "all") {
        true => Selection::All,
        false => Selection::Tags(found.named.clone()),
    };
    let mut run = Run {
        args,
        target: &target,
        archive,
        working,
        repository,
        shallow: standing.shallow,
        own,
        found,
        today: args.today.unwrap_or(today),
        plan: Plan::default(),
        selection,
        history: OnceCell::new(),
        failed: false,
    };
    if standing.shallow {
        session.say(words::SHALLOW.in_lang(session.lang()));
    }
    if standing.head == Head::Unborn && run.found.tags.is_empty() && standing.bare {
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
    repository: &Repository,
    session: &Session<'_>,
) -> Result<(Option<Facts>, Date), Failure> {
    let head: Option<Tree> = match working {
        Some(_) => None,
        None => repository.head().map_err(|fault| failure::repository(session.lang(), &fault))?,
    };
    let files = working.map(|files| files as &dyn Files).or(head.as_ref().map(|files| files as &dyn Files));
    let facts = files.map(crate::head).transpose().map_err(|error| failure::load(session.words(), &error))?;
    Ok((facts.flatten(), files.map_or(session.environment.today, |files| session.environment.today_of(files))))
}

/// The editions that a manual names: itself where it is no draft, those that it replaces, and those of its table of changes.
fn named(own: &Facts) -> Vec<Named> {
    let itself = own.number.clone().filter(|_| !own.is_draft()).zip(own.effective.map(|when| when.start()));
    let is_own = |number: &str| own.number.as_deref().is_some_and(|own| own.trim() == number.trim());
    let listed = own.listed.iter().filter(|(number, _)| !is_own(number));
    let listed = listed
        .filter_map(|(number, day)| Some(Named { number: number.clone(), effective: Some(day.as_ref()?.start()) }));
    let replaced = own.predecessors.iter().filter(|number| own.listed.iter().all(|(listed, _)| listed != *number));
    let itself = itself.map(|(number, day)| Named { number, effective: Some(day) });
    let replaced = replaced.map(|number| Named { number: number.clone(), effective: None });
    itself.into_iter().chain(listed).chain(replaced).collect()
}

impl Run<'_> {
    /// Makes the plan, and looks whether what is to be made can be read; tells all that is wrong.
    fn settle(&mut self, session: &mut Session<'_>) -> Result<(), Failure> {
        let lang = session.lang();
        let mut ground = self.ground();
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
        // A tag that is gone for good must not keep anybody from publishing.
        let is_gap = |trouble: &&plan::Trouble| matches!(trouble, plan::Trouble::Gap { .. });
        let (gaps, wrong): (Vec<_>, Vec<_>) = self.plan.troubles.iter().partition(is_gap);
        said.extend(wrong.into_iter().map(|trouble| tell::trouble(trouble, lang)));
        self.failed = !said.is_empty();
        for gap in gaps {
            let told = tell::trouble(gap, lang);
            session.say(&[Some(told.text), told.help].into_iter().flatten().collect::<Vec<_>>().join("; "));
        }
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
        if self.plan.is_blocked() {
            return Ok(());
        }
        if self.plan.entries.is_empty() {
            let (text, help) = match self.found.dark.is_empty() {
                true => (words::NO_TAGS, words::NO_TAGS_HELP),
                false => (words::NO_EDITIONS, words::NO_EDITIONS_HELP),
            };
            let text = text.fill(lang, &[("pattern", self.found.pattern.clone())]);
            let failure = Failure::new(text).help(help.in_lang(lang));
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

    fn ground(&self) -> Ground {
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
            today: self.today,
            selection: self.selection.clone(),
            force: self.args.force,
            unreadable: BTreeSet::new(),
            damaged: self.found.damaged.clone(),
            refused: self.found.dark.iter().map(|dark| (dark.tag.clone(), dark.commit.clone())).collect(),
            beyond: self.shallow.then(|| self.own.as_ref().map_or_else(Vec::new, named)),
        }
    }

    /// The languages that are wanted of an edition that has some.
    fn languages(&self, own: &[Tongue]) -> Vec<Tongue> {
        let wanted: Vec<Tongue> = self.args.lang.iter().copied().filter(|lang| own.contains(lang)).collect();
        match wanted.is_empty() {
            true if self.args.lang.is_empty() => own.to_vec(),
            true => own.iter().copied().take(1).collect(),
            false => wanted,
        }
    }
}
