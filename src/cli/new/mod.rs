//! `cartilla new`: a small manual that has every part, ready to be filled.

mod template;

use super::args::{NewArgs, System};
use super::failure::{self, Failure};
use super::schema;
use super::session::Session;
use super::{Outcome, ci};
use crate::lang::fill;
use crate::load::repository::Repository;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub fn run(args: &NewArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let environment = session.environment;
    let folder = environment.current.join(&args.dir);
    let words = session.words();
    refuse_occupied(&folder, &args.dir, session)?;
    let pipelines = pipelines(args.ci, &folder, session)?;
    let files = template::files(session.lang(), environment.today);
    let mut all: Vec<(String, String)> =
        files.iter().map(|(path, text)| ((*path).to_owned(), template::headed(path, text))).collect();
    let schemas = schema::texts(session.lang()).into_iter();
    all.extend(schemas.map(|(file, text)| (format!("{}/{file}", schema::FOLDER), text)));
    all.push((".vscode/settings.json".to_owned(), schema::settings(session.lang())));
    write(&folder, &all).map_err(|error| failure::io(words, &args.dir, &error))?;
    let progress = &words.progress;
    let dir = args.dir.display().to_string();
    session.say(&fill(progress.created, &[("folder", dir.clone()), ("files", progress.files.of(files.len()))]));
    if let Some((system, top)) = &pipelines {
        let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let shown = if real(top) == real(&environment.current) { Path::new("") } else { top };
        ci::write_all(*system, top, shown, &ci::from_top(&real(top), &real(&folder)), session)?;
    }
    let mut orders = vec![
        (format!("cartilla build {dir}"), progress.next_build),
        (format!("cartilla coverage {dir}"), progress.next_coverage),
    ];
    if pipelines.is_none() {
        orders.push(("cartilla ci github".to_owned(), progress.next_ci));
    }
    let width = orders.iter().map(|(order, _)| order.chars().count()).max().unwrap_or_default();
    session.say(progress.next);
    for (order, what) in orders {
        session.say(&format!("    {order:width$}    {what}"));
    }
    Ok(Outcome::Clean)
}

/// The system whose pipelines are written beside the manual, and where: the one that was asked for, else the one that keeps the repository
/// in which the manual will lie, as its address tells. None where nothing tells it, or where the repository has its own already.
fn pipelines(
    asked: Option<System>,
    folder: &Path,
    session: &Session<'_>,
) -> Result<Option<(System, PathBuf)>, Failure> {
    let current = &session.environment.current;
    let near = folder.ancestors().find(|path| path.is_dir()).unwrap_or(current);
    let repository = Repository::around(near).ok().flatten();
    let top = repository.as_ref().and_then(Repository::top).unwrap_or_else(|| current.clone());
    if let Some(system) = asked {
        return match ci::existing(system, &top) {
            Some(path) => Err(ci::exists(&top.join(path), session.lang())),
            None => Ok(Some((system, top))),
        };
    }
    let told = repository.and_then(|repository| ci::system_of(&repository.remote()?));
    Ok(told.filter(|system| ci::existing(*system, &top).is_none()).map(|system| (system, top)))
}

/// Nothing that exists is ever written over.
fn refuse_occupied(folder: &Path, shown: &Path, session: &Session<'_>) -> Result<(), Failure> {
    let words = session.words();
    let path = [("path", shown.display().to_string())];
    match fs::read_dir(folder).map(Iterator::count) {
        Ok(0) => Ok(()),
        Ok(_) => Err(Failure::new(fill(words.failures.not_empty, &path)).help(words.failures.not_empty_help)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            Err(Failure::new(fill(words.failures.not_a_folder, &path)).help(words.failures.not_empty_help))
        }
        Err(error) => Err(failure::io(words, shown, &error)),
    }
}

/// Writes all files beside the folder and moves them into place together.
fn write(folder: &Path, files: &[(String, String)]) -> io::Result<()> {
    let parent = folder.parent().unwrap_or(folder);
    fs::create_dir_all(parent)?;
    let stage = tempfile::Builder::new().prefix(".cartilla-new-").tempdir_in(parent)?;
    for (path, text) in files {
        let path = stage.path().join(path);
        fs::create_dir_all(path.parent().expect("beneath the folder"))?;
        fs::write(path, text)?;
    }
    if folder.exists() {
        // Into a folder that stays what it is: the current one of some shell, or a link.
        for entry in fs::read_dir(stage.path())? {
            let entry = entry?;
            fs::rename(entry.path(), folder.join(entry.file_name()))?;
        }
        return Ok(());
    }
    fs::rename(stage.path(), folder)?;
    // It is no longer where it would be cleaned up.
    let _ = stage.keep();
    Ok(())
}
