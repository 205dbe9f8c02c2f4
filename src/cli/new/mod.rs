//! `cartilla new`: a small manual that has every part, ready to be filled.

mod template;

use super::Outcome;
use super::args::NewArgs;
use super::failure::{self, Failure};
use super::schema;
use super::session::Session;
use crate::lang::fill;
use std::fs;
use std::io;
use std::path::Path;

pub fn run(args: &NewArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let environment = session.environment;
    let folder = environment.current.join(&args.dir);
    let words = session.words();
    refuse_occupied(&folder, &args.dir, session)?;
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
    let orders = [
        (format!("cartilla build {dir}"), progress.next_build),
        (format!("cartilla coverage {dir}"), progress.next_coverage),
        ("cartilla ci github".to_owned(), progress.next_ci),
    ];
    let width = orders.iter().map(|(order, _)| order.chars().count()).max().unwrap_or_default();
    session.say(progress.next);
    for (order, what) in orders {
        session.say(&format!("    {order:width$}    {what}"));
    }
    Ok(Outcome::Clean)
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
