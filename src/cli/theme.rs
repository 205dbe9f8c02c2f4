//! `cartilla theme`: the files of the theme that a manual can replace, and copies of them to begin with.

use super::args::ThemeArgs;
use super::failure::{self, Failure};
use super::session::Session;
use super::{Outcome, manual};
use crate::lang::fill;
use crate::theme::{State, overridable, stamped};
use crate::{Options, judge};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

pub fn run(args: &ThemeArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let manual = manual::open(args.manual.as_deref(), session)?;
    let options = Options {
        today: session.environment.today_of(&manual.files),
        langs: Vec::new(),
        messages: session.chosen_lang(),
        profiles: Vec::new(),
        history: None,
    };
    let compiled = judge(&manual.files, &options).map_err(|e| failure::load(session.words(), &e))?;
    session.adopt(compiled.lang);
    if args.copy.is_empty() {
        let words = &session.words().progress.theme;
        let lines = compiled.theme.overrides().iter().map(|file| {
            let state = match file.state {
                State::Default => words.default,
                State::Replaced => words.replaced,
                State::Outdated => words.outdated,
                State::Added => words.added,
            };
            format!("theme/{}  {state}\n", file.path)
        });
        let list: String = lines.collect();
        session.hand_over(list.as_bytes())?;
        return Ok(Outcome::Clean);
    }
    let root = manual.files.root().join("theme");
    for file in &args.copy {
        let words = session.words();
        let shown = manual.place.of(&format!("theme/{file}"));
        let slots = [("file", shown.clone())];
        let Some(text) = overridable().find(|path| path == file).and_then(stamped) else {
            let text = fill(words.progress.theme.unknown, &[("file", file.clone())]);
            return Err(Failure::new(text).help(words.progress.theme.unknown_help));
        };
        match write(&root.join(file), &text) {
            Ok(()) => session.say(&fill(words.progress.theme.copied, &slots)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(
                    Failure::new(fill(words.progress.theme.exists, &slots)).help(words.progress.theme.exists_help)
                );
            }
            Err(error) => return Err(failure::io(words, Path::new(&shown), &error)),
        }
    }
    Ok(Outcome::Clean)
}

/// Writes a file that does not exist yet.
fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::File::create_new(path)?.write_all(text.as_bytes())
}
