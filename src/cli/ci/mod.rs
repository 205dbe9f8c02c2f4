//! `cartilla ci`: a pipeline that checks each change of a manual, shows it, publishes it, and looks ahead once a week.
//!
//! The files are plain text of the repository's owners from the moment they are written: nothing here reads them again, and one that
//! exists is never touched. They hold no secret: what a system grants its own jobs is enough.
//!
//! Beside the preview of a proposed change stands what it means for readers, as Markdown: for the summary of the run, or for a comment
//! by whoever may write one.

use super::Outcome;
use super::args::{CiArgs, System};
use super::failure::{self, Failure};
use super::session::Session;
use crate::lang::{Lang, fill, pipelines as words};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// What the program's own step does, the same in all systems.
const INSTALL: &str = include_str!("install.sh");
/// What a proposed change means for readers, as the text of a comment: `changes.md`.
const CHANGES: &str = include_str!("changes.sh");
const MANIFEST: &str = "manual.yaml";
const USUAL: &str = "manual";

pub fn run(args: &CiArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let lang = session.lang();
    let root = session.environment.current.join(&args.out);
    let (path, template) = template(args.system);
    let shown = args.out.join(path);
    // A repository that is the manual itself has its manifest at the top.
    let beneath = root.join(USUAL).join(MANIFEST).is_file() || !root.join(MANIFEST).is_file();
    let text = pipeline(template, if beneath { USUAL } else { "." }, lang);
    let slots = [("path", shown.display().to_string())];
    match write(&root.join(path), &text) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Failure::new(words::EXISTS.fill(lang, &slots)).help(words::EXISTS_HELP.in_lang(lang)))
        }
        Err(error) => Err(failure::io(session.words(), &shown, &error)),
        Ok(()) => {
            session.say(&words::WRITTEN.fill(lang, &slots));
            session.say(words::NEXT.in_lang(lang));
            Ok(Outcome::Clean)
        }
    }
}

/// Where each system looks for its pipeline, and what it is.
fn template(system: System) -> (&'static str, &'static str) {
    match system {
        System::Github => (".github/workflows/manual.yml", include_str!("github.yml")),
        System::Gitlab => (".gitlab-ci.yml", include_str!("gitlab.yml")),
        System::Forgejo => (".forgejo/workflows/manual.yml", include_str!("forgejo.yml")),
    }
}

/// A pipeline in a language, for a manual in a folder of the repository.
fn pipeline(template: &str, manual: &str, lang: Lang) -> String {
    let word = |name: &'static str, text: crate::lang::Text| (name, text.in_lang(lang).to_owned());
    let install = fill(INSTALL, &[word("no_source", words::NO_SOURCE)]);
    let changes = fill(CHANGES, &[word("first_manual", words::FIRST_MANUAL)]);
    let slots: Vec<(&'static str, String)> = words::ALL.iter().map(|(name, text)| word(name, *text)).collect();
    let mut out = String::new();
    for line in template.lines() {
        let script = match line {
            "{install}" => Some(&install),
            "{changes}" => Some(&changes),
            _ => None,
        };
        if let Some(script) = script {
            // Behind a list's dash or a key, a script stands as deep as the line that follows it.
            let depth = if template.contains("before_script") { 6 } else { 10 };
            script.lines().for_each(|line| out.push_str(&format!("{:depth$}{line}\n", "")));
            continue;
        }
        let values = [("version", env!("CARGO_PKG_VERSION").to_owned()), ("manual", manual.to_owned())];
        out.push_str(&fill(line, &[&slots[..], &values].concat()));
        out.push('\n');
    }
    out
}

/// Writes a new file whole or not at all.
fn write(path: &Path, text: &str) -> io::Result<()> {
    // Also a link that leads nowhere is somebody's.
    if fs::symlink_metadata(path).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(".cartilla-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is its maker's alone; one of a repository is for all who work on it.
        file.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_pipeline_is_filled_in_every_language() {
        for lang in Lang::ALL {
            for system in [System::Github, System::Gitlab, System::Forgejo] {
                let (path, template) = template(system);
                let text = pipeline(template, "manual", lang);
                for (name, _) in words::ALL {
                    assert!(!text.contains(&format!("{{{name}}}")), "{path}: {name}");
                }
                assert!(
                    !text.contains("{install}") && !text.contains("{changes}") && !text.contains("{no_source}"),
                    "{path}"
                );
                assert!(text.contains(env!("CARGO_PKG_VERSION")) && !text.contains("{version}"), "{path}");
            }
        }
    }

    #[test]
    fn every_word_is_in_some_pipeline_and_can_stand_in_yaml() {
        let all = [System::Github, System::Gitlab, System::Forgejo].map(|system| template(system).1).concat();
        for (name, text) in words::ALL {
            assert!(all.contains(&format!("{{{name}}}")), "{name}");
            for lang in Lang::ALL {
                let text = text.in_lang(lang);
                assert!(!text.contains([':', '#', '"', '\'', '\n']), "{text}");
            }
        }
        for lang in Lang::ALL {
            for text in [words::NO_SOURCE, words::FIRST_MANUAL] {
                assert!(!text.in_lang(lang).contains(['"', '$', '`', '\\', '\n']), "it stands in a shell's quotes");
            }
        }
    }
}
