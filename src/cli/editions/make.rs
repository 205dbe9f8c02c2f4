//! The site of a plan: what stands already is taken over, what is new is compiled, rendered and written, one edition after another.
//!
//! An edition of a tag is composed for the day from which it holds, so that it reads the same on whichever day it is made. One is in
//! memory at a time, beside the one in force, whose pages the others name.

use super::Run;
use super::list::{self, Draft, Roll};
use super::plan::{Deed, Entry, Selection};
use super::tell;
use crate::changes::{At, History, Missing, Seen};
use crate::cli::build::{Progress, findings_of, formats, tell as tell_published, wanted_edit};
use crate::cli::failure::{self, Failure};
use crate::cli::session::Session;
use crate::cli::{print, proof};
use crate::lang::{Tongue, editions as words, fill};
use crate::load::Files;
use crate::publish::{self, Edition, Publication, Source, Tagged};
use crate::render::edition::{self, Formats, Place};
use crate::render::html::editions::pages;
use crate::render::{Artifact, RenderError};
use crate::{Compiled, Options, Past, compile, compile_beneath};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The rules whose findings are told of an edition that nobody can correct any more: its text stands where the picture should.
const MISSING_PICTURES: [&str; 2] = ["I705", "I745"];

/// What stands at the root of the site.
enum Front {
    /// The edition in force, made now.
    Made(Box<Compiled>, usize),
    /// The edition in force, as it was published.
    Kept(usize),
    /// The list of the editions, where none is in force.
    List,
}

/// What is made on the way, and counted.
#[derive(Default)]
struct Work {
    made: usize,
    kept: usize,
    /// Findings in editions that were approved with them.
    old: usize,
    /// What of them is not on their pages: pictures that are not there.
    gaps: Vec<Failure>,
}

impl Run<'_> {
    /// Makes the site and puts it in its place.
    pub fn publish(&mut self, progress: &Progress, session: &mut Session<'_>) -> Result<(), Failure> {
        progress.show(session.words().progress.checking);
        let draft = self.draft(progress, session)?;
        let mut work = Work::default();
        let front = self.front(&mut work, session)?;
        let mut roll = self.roll(draft.as_ref(), &front, session)?;
        let words = session.words();
        progress.show(words.progress.rendering);

        let mut waiting = || {
            progress.hide();
            session.say(words.progress.waiting);
        };
        let begun = Publication::begin(self.target, wanted_edit(self.args.force), &mut waiting);
        let mut publication = begun.map_err(|error| failure::publish(words, &error))?;
        let published = |error| failure::publish(words, &error);

        for entry in self.addresses(Deed::Keep) {
            publication.keep(&self.archive.beneath(&address(entry))).map_err(published)?;
            work.kept += 1;
        }
        for entry in self.addresses(Deed::Make).collect::<Vec<_>>().into_iter().rev() {
            let folder = format!("{}/", address(entry));
            let compiled = self.compiled(entry, &folder, &mut work, session)?;
            let place = roll.place(Some(&entry.known));
            roll.know_pages(place, self.pages_of(&compiled, session)?);
            let site = Place { listed: roll.listed(), here: place, depth: 2, lists: false };
            self.put(&compiled, entry, &address(entry), &site, &mut publication, session)?;
        }
        let drafted = self.put_draft(draft.as_ref(), &roll, &mut publication, session)?;

        let place = match &front {
            Front::Made(_, at) | Front::Kept(at) => roll.place(Some(&self.plan.entries[*at].known)),
            Front::List => None,
        };
        let site = Place { listed: roll.listed(), here: place, depth: 0, lists: true };
        let mut listed = None;
        if let Front::Kept(at) = &front {
            publication.keep(&self.root_files()).map_err(published)?;
            listed = self.kept_list(&self.plan.entries[*at], &roll);
        }
        let (edition, artifacts) = match listed {
            Some((edition, pages)) => {
                publication.keep(&pages).map_err(published)?;
                (edition, Vec::new())
            }
            None => self.put_front(&front, drafted, &site, session)?,
        };
        progress.show(words.progress.publishing);
        publication.add(&artifacts).map_err(published)?;
        let title = (edition.manual.code.as_deref(), edition.manual.title.as_str());
        let proof = |path: &str| publication.digest(path).map(str::to_owned);
        let own = [roll.file(title, &proof), crate::render::html::editions::data(&roll.listed())];
        publication.add(&own).map_err(published)?;
        let finished = publication.finish(Some(&edition)).map_err(published);
        progress.hide();
        let finished = finished?;
        let lang = session.lang();
        let slots = [("made", work.made.to_string()), ("kept", work.kept.to_string())];
        work.gaps.iter().for_each(|gap| session.say(&print::failure(gap, session.words())));
        session.say(&words::COUNTED.fill(lang, &slots));
        if work.old > 0 {
            session.say(&words::OLD_FINDINGS.fill(lang, &[("n", work.old.to_string())]));
        }
        tell_published(&finished, &artifacts, &self.args.out, session);
        Ok(())
    }

    /// The entries whose own address is kept, or made, from the oldest.
    fn addresses(&self, deed: Deed) -> impl DoubleEndedIterator<Item = &Entry> {
        self.plan.entries.iter().filter(move |entry| entry.own == Some(deed))
    }

    /// What all editions changed, for those that are compiled: read when the first of them is, since each edition has to be read for it.
    fn history(&self, session: &Session<'_>) -> Result<Arc<History>, Failure> {
        if let Some(known) = self.history.get() {
            return Ok(known.clone());
        }
        let readable = self.plan.entries.iter().filter(|entry| !entry.withheld);
        let past: Vec<Past<'_>> = readable
            .filter_map(|entry| {
                let known = &entry.known;
                let files = self.found.files.get(known.found?)?;
                Some(Past { tag: &known.tag, commit: &known.commit, time: known.time, signed: known.signed, files })
            })
            .collect();
        let draft = match self.selection {
            Selection::All => self.working.as_ref().map(|working| &working.files as &dyn Files),
            Selection::Tags(_) => None,
        };
        let is_told = |entry: &Entry| past.iter().any(|past| past.tag == entry.known.tag);
        let untold = self.plan.entries.iter().filter(|entry| !is_told(entry));
        let numbers =
            untold.map(|entry| entry.known.number.clone()).chain(self.found.missing.iter().cloned()).collect();
        let missing = Missing { shallow: self.shallow, numbers };
        let read = crate::history_telling(&past, draft, &self.args.lang, &missing, &mut |_, _| {});
        let read = Arc::new(read.map_err(|error| failure::load(session.words(), &error))?);
        Ok(self.history.get_or_init(|| read).clone())
    }

    /// The working copy, where it is to be published and can be.
    fn draft(&mut self, progress: &Progress, session: &mut Session<'_>) -> Result<Option<Compiled>, Failure> {
        if matches!(self.selection, Selection::Tags(_)) {
            return Ok(None);
        }
        let Some(working) = &self.working else { return Ok(None) };
        let history = self.history(session)?;
        let seen = history.draft.is_some().then_some(Seen { history, at: At::Draft });
        let options = Options {
            today: self.today,
            langs: self.args.lang.clone(),
            messages: session.chosen_lang(),
            profiles: Vec::new(),
            history: seen,
        };
        let compiled = compile_beneath(&format!("{}/", list::DRAFT), &working.files, &options);
        let compiled = compiled.map_err(|error| failure::load(session.words(), &error))?;
        if findings_of(&compiled, self.args.manual.as_deref(), &working.place, progress, session) {
            return Ok(Some(compiled));
        }
        self.failed = true;
        session.say(words::DRAFT_ABSENT.in_lang(session.lang()));
        Ok(None)
    }

    fn front(&self, work: &mut Work, session: &mut Session<'_>) -> Result<Front, Failure> {
        let Some(at) = self.plan.entries.iter().position(|entry| entry.root.is_some()) else { return Ok(Front::List) };
        let entry = &self.plan.entries[at];
        match entry.root {
            Some(Deed::Make) => Ok(Front::Made(Box::new(self.compiled(entry, "", work, session)?), at)),
            _ => {
                work.kept += 1;
                if entry.known.found.is_none() {
                    let slots = [("number", entry.known.number.clone())];
                    session.say(&words::ROOT_KEPT.fill(session.lang(), &slots));
                }
                Ok(Front::Kept(at))
            }
        }
    }

    /// The list of the editions, with the pages that are known before any is rendered.
    fn roll(&self, draft: Option<&Compiled>, front: &Front, session: &Session<'_>) -> Result<Roll, Failure> {
        let commit = || match self.repository.standing().ok()?.head {
            crate::load::repository::Head::Unborn => None,
            crate::load::repository::Head::Detached(commit) | crate::load::repository::Head::Branch { commit, .. } => {
                Some(commit)
            }
        };
        let kept = draft.is_none() && self.keeps_draft();
        let drafted = (draft.is_some() || kept).then(|| Draft {
            address: format!("{}/", list::DRAFT),
            languages: match draft {
                Some(compiled) => languages(compiled),
                None => self.languages_of(list::DRAFT),
            },
            commit: commit(),
        });
        let mut roll = Roll::new(&self.plan, &self.found.dark, drafted.as_ref());
        for entry in &self.plan.entries {
            let place = roll.place(Some(&entry.known));
            let folder = match (entry.root, entry.own) {
                (Some(Deed::Keep), _) => String::new(),
                (None, Some(Deed::Keep)) => address(entry),
                (Some(Deed::Make), _) | (None, Some(Deed::Make) | None) => {
                    roll.know_languages(place, self.languages(&entry.known.langs));
                    continue;
                }
            };
            roll.know_pages(place, self.pages_in(&folder));
            roll.know_languages(place, self.languages_of(&folder));
        }
        if let Front::Made(compiled, at) = front {
            let place = roll.place(Some(&self.plan.entries[*at].known));
            roll.know_pages(place, self.pages_of(compiled, session)?);
        }
        match draft {
            Some(compiled) => roll.know_pages(roll.place(None), self.pages_of(compiled, session)?),
            None if kept => roll.know_pages(roll.place(None), self.pages_in(list::DRAFT)),
            None => {}
        }
        Ok(roll)
    }

    fn pages_of(&self, compiled: &Compiled, session: &Session<'_>) -> Result<BTreeSet<String>, Failure> {
        match compiled.manuals.first() {
            Some(manual) if formats(self.args.format) != Formats::Pdf => {
                pages(manual).map_err(|error| unrendered(&error, session))
            }
            _ => Ok(BTreeSet::new()),
        }
    }

    /// An edition of a tag, composed for the day from which it holds and for its folder on the site.
    fn compiled(
        &self,
        entry: &Entry,
        folder: &str,
        work: &mut Work,
        session: &Session<'_>,
    ) -> Result<Compiled, Failure> {
        let known = &entry.known;
        let files = known.found.and_then(|found| self.found.files.get(found));
        // The plan makes only what was found.
        let Some(files) = files else { return Err(Failure::new(known.tag.clone())) };
        let own = |edition: &crate::changes::history::Edition| {
            edition.mark.as_ref().is_some_and(|mark| mark.tag == known.tag)
        };
        let history = self.history(session)?;
        let at = history.editions.iter().position(own).map(At::Edition);
        let options = Options {
            today: known.effective,
            langs: match (folder, entry.root) {
                // Beside pages that stay, in each of their languages.
                ("", Some(Deed::Keep)) => self.languages_of(""),
                _ => self.languages(&known.langs),
            },
            messages: session.chosen_lang(),
            profiles: Vec::new(),
            history: at.map(|at| Seen { history, at }),
        };
        let compiled = compile_beneath(folder, files, &options);
        let compiled = compiled.map_err(|error| failure::load(session.words(), &error))?;
        work.made += 1;
        work.old += compiled.findings.len();
        let mut missing = compiled.findings.clone();
        missing.retain(|finding| MISSING_PICTURES.contains(&finding.code()));
        for gap in tell::misread(&known.tag, &(compiled.sources.clone(), missing), session.lang()) {
            if !work.gaps.contains(&gap) {
                work.gaps.push(gap);
            }
        }
        Ok(compiled)
    }

    /// Renders an edition into its folder, with its own statement.
    fn put(
        &self,
        compiled: &Compiled,
        entry: &Entry,
        folder: &str,
        site: &Place,
        publication: &mut Publication<'_>,
        session: &Session<'_>,
    ) -> Result<(), Failure> {
        let mut artifacts = self.rendered(compiled, Some(entry), site, session)?;
        let words = session.words();
        if let Some(edition) = stated(compiled, entry) {
            let statement =
                publish::statement(&artifacts, &edition).map_err(|error| failure::publish(words, &error))?;
            artifacts.push(statement);
        }
        let artifacts = beneath(folder, artifacts);
        publication.add(&artifacts).map_err(|error| failure::publish(words, &error))
    }

    fn rendered(
        &self,
        compiled: &Compiled,
        entry: Option<&Entry>,
        site: &Place,
        session: &Session<'_>,
    ) -> Result<Vec<Artifact>, Failure> {
        let ready = |path: &str| entry.and_then(|entry| self.ready(entry, compiled, path));
        let rendered =
            edition::render(&compiled.manuals, formats(self.args.format), &compiled.theme, Some(site), &ready);
        rendered.map_err(|error| failure::render(session.lang(), &compiled.theme, &error))
    }

    /// Publishes the working copy under its address; gives what its statement says, where it has one.
    fn put_draft(
        &self,
        draft: Option<&Compiled>,
        roll: &Roll,
        publication: &mut Publication<'_>,
        session: &mut Session<'_>,
    ) -> Result<Option<Edition>, Failure> {
        let words = session.words();
        let Some(compiled) = draft else {
            if self.keeps_draft() {
                let files = self.archive.beneath(list::DRAFT);
                publication.keep(&files).map_err(|error| failure::publish(words, &error))?;
            }
            return Ok(None);
        };
        let files = self.working.as_ref().map(|working| &working.files);
        let edition = files.and_then(|files| proof::edition(&compiled.manuals, files, session));
        let edition = edition.map(|edition| Edition {
            draft: true,
            languages: languages(compiled).iter().map(|lang| lang.code().to_owned()).collect(),
            ..edition
        });
        let site = Place { listed: roll.listed(), here: roll.place(None), depth: 1, lists: false };
        let mut artifacts = self.rendered(compiled, None, &site, session)?;
        if let Some(edition) = &edition {
            let statement = publish::statement(&artifacts, edition).map_err(|error| failure::publish(words, &error))?;
            artifacts.push(statement);
        }
        publication.add(&beneath(list::DRAFT, artifacts)).map_err(|error| failure::publish(words, &error))?;
        Ok(edition)
    }

    /// What stands at the root but for the files of the site, and what the statement of the whole says.
    fn put_front(
        &self,
        front: &Front,
        drafted: Option<Edition>,
        site: &Place,
        session: &mut Session<'_>,
    ) -> Result<(Edition, Vec<Artifact>), Failure> {
        let listed = |error: RenderError| unrendered(&error, session);
        let none = || Failure::new(session.words().progress.nothing_published);
        match front {
            Front::Made(compiled, at) => {
                let entry = &self.plan.entries[*at];
                let artifacts = self.rendered(compiled, Some(entry), site, session)?;
                Ok((stated(compiled, entry).ok_or_else(none)?, artifacts))
            }
            Front::Kept(at) => {
                let entry = &self.plan.entries[*at];
                let statement = self.archive.folders.get("").and_then(|root| root.statement.as_ref());
                let edition = statement.map(|statement| statement.edition.clone()).ok_or_else(none)?;
                let formats = match self.archive.files.contains_key(edition::PDF) {
                    true => Formats::All,
                    false => Formats::Html,
                };
                let artifacts = match entry.known.found {
                    Some(_) => {
                        let compiled = self.compiled(entry, "", &mut Work::default(), session)?;
                        edition::list(&compiled.manuals, formats, &compiled.theme, site)
                    }
                    None => {
                        let compiled = self.frame(session)?.ok_or_else(none)?;
                        edition::list(&edition::bare(&compiled.manuals), formats, &compiled.theme, site)
                    }
                };
                Ok((edition, artifacts.map_err(listed)?))
            }
            Front::List => {
                let compiled = self.frame(session)?.ok_or_else(none)?;
                let artifacts = edition::front(&compiled.manuals, &compiled.theme, site).map_err(listed)?;
                let newest = self.plan.entries.iter().rev().find(|entry| entry.known.found.is_some());
                let edition = drafted.or_else(|| newest.and_then(|entry| stated(&compiled, entry))).ok_or_else(none)?;
                Ok((edition, artifacts))
            }
        }
    }

    /// A manual for the head and the words of the list where the edition at the root cannot give them.
    fn frame(&self, session: &Session<'_>) -> Result<Option<Compiled>, Failure> {
        if let Some(working) = &self.working {
            let options = Options {
                today: self.today,
                langs: self.args.lang.clone(),
                messages: session.chosen_lang(),
                profiles: Vec::new(),
                history: None,
            };
            let compiled = compile(&working.files, &options).map_err(|error| failure::load(session.words(), &error))?;
            if !compiled.manuals.is_empty() {
                return Ok(Some(compiled));
            }
        }
        let found = self.plan.entries.iter().rev().find(|entry| entry.known.found.is_some() && !entry.withheld);
        found.map(|entry| self.compiled(entry, "", &mut Work::default(), session)).transpose()
    }
}

/// The folder of an edition, from the root of the site.
fn address(entry: &Entry) -> String {
    format!("{}/{}", list::FOLDER, entry.known.folder())
}

fn beneath(folder: &str, artifacts: Vec<Artifact>) -> Vec<Artifact> {
    let inside = |artifact: Artifact| Artifact { path: format!("{folder}/{}", artifact.path), ..artifact };
    artifacts.into_iter().map(inside).collect()
}

pub(super) fn languages(compiled: &Compiled) -> Vec<Tongue> {
    compiled.manuals.iter().map(crate::ir::Manual::tongue).collect()
}

/// What the statement of an edition says.
fn stated(compiled: &Compiled, entry: &Entry) -> Option<Edition> {
    let known = &entry.known;
    let tag = Some(Tagged { name: known.tag.clone(), signed: known.signed, time: known.time });
    let source = Source { commit: known.commit.clone(), changed: false, tag };
    Some(Edition {
        edition: Some(known.number.clone()),
        approved: known.approved.map(|day| day.to_string()),
        effective: Some(known.effective.to_string()),
        languages: languages(compiled).iter().map(|lang| lang.code().to_owned()).collect(),
        ..proof::stated(compiled.manuals.first()?, Some(source))
    })
}

fn unrendered(error: &RenderError, session: &Session<'_>) -> Failure {
    Failure::new(fill(session.words().failures.render, &[("reason", error.to_string())]))
}
