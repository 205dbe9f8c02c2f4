//! What `build` says of an edition in its statement: which manual it is, and the commit that it comes from.

use super::history;
use super::session::Session;
use crate::ir::Manual;
use crate::lang::proof as words;
use crate::load::Disk;
use crate::load::repository::{Fault, Origin, Repository};
use crate::publish::{Edition, Program, Source, Title};

/// The edition of composed manuals, by the one in the manual's own language; none where nothing was composed. A repository that
/// cannot be read is told, and keeps nobody from publishing.
pub fn edition(manuals: &[Manual], files: &Disk, session: &mut Session<'_>) -> Option<Edition> {
    let manual = manuals.first()?;
    let origin = match origin(files) {
        Ok(origin) => origin,
        Err(fault) => {
            let reason = history::reason(&fault, session.lang());
            session.say(&words::NO_COMMIT.fill(session.lang(), &[("reason", reason)]));
            None
        }
    };
    Some(stated(manual, origin.map(|Origin { commit, changed }| Source { commit, changed, tag: None })))
}

/// What a statement says of a manual from this source.
pub fn stated(manual: &Manual, source: Option<Source>) -> Edition {
    let control = &manual.control;
    Edition {
        manual: Title { code: control.code.clone(), title: manual.title.clone() },
        edition: control.edition.clone(),
        lang: manual.lang.clone(),
        status: control.status.clone(),
        draft: control.draft,
        approved: None,
        languages: Vec::new(),
        // The stamp is the effective date wherever there is one.
        effective: control.effective.as_ref().map(|_| control.date.clone()),
        content: control.digest.clone(),
        program: Program { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        source,
    }
}

fn origin(files: &Disk) -> Result<Option<Origin>, Fault> {
    match Repository::around(files.root())? {
        Some(repository) => repository.origin(files),
        None => Ok(None),
    }
}
